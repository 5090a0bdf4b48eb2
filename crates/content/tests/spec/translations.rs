//! Translated documents say what the English says.

use crate::project::*;

#[test]
fn a_translation_has_only_a_title_above() {
    let found = after(|project| project.replace(ARTICLE_TI, "+++\n\n", "picture = \"scan\"\n+++\n\n"));
    found.at(ARTICLE_TI, 3, "picture").says("unknown field");
}

#[test]
fn a_translation_leaves_facts_to_the_english() {
    let found = after(|project| project.replace(ARTICLE_TI, "ክሓቱ ይኽእሉ።", "ክሓቱ ይኽእሉ። [MONEY-02]"));
    found.at(ARTICLE_TI, 16, "unsure").says("leave out");
}

#[test]
fn a_statement_too_few_is_told_with_both_counts() {
    let found = after(|project| project.replace(ARTICLE_TI, "- ብ{$language} ክትሓቲ ትኽእሊ።\n", ""));
    found.at(ARTICLE_TI, 5, "answer").says("has 2 statements, this one has 1");
}

#[test]
fn a_section_too_few_is_told_with_both_counts() {
    let found = after(|project| {
        let text = project.read(ARTICLE_TI);
        project.write(ARTICLE_TI, text.split("## unsure").next().unwrap());
    });
    found.at(ARTICLE_TI, None, "unsure").says("has 3 sections, this file has 2");
}

#[test]
fn a_missing_translation_is_refused() {
    after(|project| project.remove(ARTICLE_TI)).at(ARTICLE_TI, None, "").says("missing");
}

#[test]
fn a_changed_number_is_refused() {
    let found = after(|project| project.replace(ARTICLE_TI, " 2 ", " 3 "));
    found
        .at(ARTICLE_TI, 12, "do")
        .says("numbers differ: the English has 0300, 2, 330, 9999, this has 0300, 3, 330, 9999");
}

#[test]
fn the_english_term_may_stand_in_brackets_beside_its_own() {
    let project = Project::good();
    project.replace(ARTICLE, "Ask 2 days before", "With section 4, ask 2 days before");
    for (file, term) in [(ARTICLE_AR, "مع القسم 4 (section 4)، "), (ARTICLE_TI, "ብ section 4፡ ")] {
        let text = project.read(file).replacen("## do\n\n- ", &format!("## do\n\n- {term}"), 1);
        project.write(file, &text);
    }
    project.stamp();
    assert_eq!(project.errors(), []);
    project.replace(ARTICLE_AR, "(section 4)", "(section 5)");
    project.stamp();
    only(project.errors()).at(ARTICLE_AR, 12, "do").says("numbers differ");
}

#[test]
fn digits_of_another_script_are_not_the_same_number() {
    after(|project| project.replace(ARTICLE_AR, " 2 ", " ٢ ")).at(ARTICLE_AR, 12, "do").says("numbers differ");
}

#[test]
fn a_phone_number_with_its_groups_swapped_is_refused() {
    let found = after(|project| project.replace(ARTICLE_TI, "0300 330 9999", "0300 9999 330"));
    found.at(ARTICLE_TI, 12, "do").says("phone numbers differ");
}

#[test]
fn a_lost_placeholder_is_refused() {
    let found = after(|project| project.replace(ARTICLE_TI, "{$language}", ""));
    found.at(ARTICLE_TI, 8, "answer").says("placeholders differ: the English has {$language}, this has none");
}

#[test]
fn a_statement_left_in_english_is_refused() {
    let found = after(|project| {
        project.replace(ARTICLE_TI, "ገለ ክሊኒካት ተወሳኺ ግዜ ክሓቱ ይኽእሉ።", "Some clinics may ask for more time.");
    });
    found.at(ARTICLE_TI, 16, "unsure").says("not translated");
}

#[test]
fn a_statement_in_the_wrong_script_is_refused() {
    let found = after(|project| project.replace(ARTICLE_TI, "ገለ ክሊኒካት ተወሳኺ ግዜ ክሓቱ ይኽእሉ።", "Gele klinikat"));
    found.at(ARTICLE_TI, 16, "unsure").says("no Ethiopic letters");
}

#[test]
fn arabic_letters_are_refused_where_the_language_has_its_own() {
    let project = Project::good();
    for file in [LANGUAGES, NEEDS, SYNONYMS] {
        let text = project.read(file).replace("\"ar\"", "\"ur\"").replace("\nar = ", "\nur = ");
        let text = text.replace('\u{64a}', "\u{6cc}");
        project.write(file, &text);
    }
    for file in ["articles/interpreter", "visits/scan", "cards/interpreter", "contacts/words"] {
        let folder = format!("assets/content/{file}");
        let ending = if file == "contacts/words" { "toml" } else { "md" };
        let text = project.read(&format!("{folder}/ar.{ending}"));
        let text = text.replace(['\u{64a}', '\u{649}'], "\u{6cc}").replace('\u{643}', "\u{6a9}");
        project.remove(&format!("{folder}/ar.{ending}"));
        project.write(&format!("{folder}/ur.{ending}"), &text);
    }
    for file in ["visits.ftl", "help.ftl", "rights.ftl"] {
        let text = project.read(&format!("locales/ar/{file}")).replace(['\u{64a}', '\u{649}'], "\u{6cc}");
        project.write(&format!("locales/ur/{file}"), &text.replace('\u{643}', "\u{6a9}"));
    }
    kindway_content::review::stamp(project.root(), "ur").unwrap();
    assert_eq!(project.errors(), []);
    project.replace("locales/ur/help.ftl", "help-need-group = ", "help-need-group = \u{643}");
    kindway_content::review::stamp(project.root(), "ur").unwrap();
    only(project.errors()).at("locales/ur/help.ftl", 1, "help-need-group").says("U+06A9");
}
