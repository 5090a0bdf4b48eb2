//! Decision tables.

use kindway_content::Kind;

use crate::project::*;

const RULE: &str = "assets/content/rules/fare.toml";
const QUESTION: &str = "assets/content/questions/support/en-GB.md";

/// A good project with one table: two questions, two outcomes.
fn project() -> Project {
    let project = Project::good();
    project.write(
        RULE,
        r#"id = "fare"
picture = "scan"

[[question]]
id = "support"
options = ["some", "none"]

[[question]]
id = "paper"
options = ["yes", "no"]

[[row]]
when = { support = ["none"] }
outcome = "ask"
facts = ["RIGHTS-24"]

[[row]]
when = { support = ["some"], paper = ["yes"] }
outcome = "paid"
facts = ["RIGHTS-24"]

[[row]]
when = { support = ["some"], paper = ["no"] }
outcome = "ask"
facts = ["RIGHTS-24"]
"#,
    );
    for (tag, label) in [
        ("en-GB", "# The label of a table.\nmoney-rule-fare = Your fare\n"),
        ("ar", "money-rule-fare = أجرتك\n"),
        ("ti", "money-rule-fare = ወጻኢኺ\n"),
    ] {
        project.write(&format!("locales/{tag}/money.ftl"), label);
    }
    project.append(SCREEN, "t(`money-rule-${rule.id}`);\n");
    let front = "picture = \"scan\"\nnations = [\"UK\"]\nchecked = 2026-11-22\nreview_by = 2027-05-22\n";
    for (id, english, arabic, tigrinya) in [
        ("support", ["Your money", "Some", "None"], ["نقودك", "بعض", "لا شيء"], ["ገንዘብኪ", "ገለ", "የለን"]),
        ("paper", ["Your paper", "Yes", "No"], ["ورقتك", "نعم", "لا"], ["ወረቐትኪ", "እወ", "ኣይፋል"]),
    ] {
        for (tag, [title, one, other]) in [("en-GB", english), ("ar", arabic), ("ti", tigrinya)] {
            let front = if tag == "en-GB" { front } else { "" };
            let text = format!("+++\ntitle = \"{title}\"\n{front}+++\n\n## options\n\n- {one}\n- {other}\n");
            project.write(&format!("assets/content/questions/{id}/{tag}.md"), &text);
        }
    }
    for (id, english, arabic, tigrinya) in
        [("ask", "You can ask.", "يمكنك أن تسألي.", "ክትሓቲ ትኽእሊ።"), ("paid", "They pay.", "هم يدفعون.", "ንሶም ይኸፍሉ።")]
    {
        for (tag, words, facts) in [("en-GB", english, " [RIGHTS-24]"), ("ar", arabic, ""), ("ti", tigrinya, "")] {
            let front = if tag == "en-GB" { front } else { "" };
            let text = format!("+++\ntitle = \"{words}\"\n{front}+++\n\n## before\n\n- {words}{facts}\n");
            project.write(&format!("assets/content/guides/{id}/{tag}.md"), &text);
        }
    }
    project.stamp();
    assert_eq!(project.errors(), []);
    project
}

fn changed(from: &str, to: &str) -> Found {
    after_in(&project(), |project| project.replace(RULE, from, to))
}

#[test]
fn a_combination_that_no_row_holds_for_is_named() {
    let found = after_in(&project(), |project| {
        let text = project.read(RULE);
        project.write(RULE, &text[..text.rfind("[[row]]").unwrap()]);
    });
    found.at(RULE, None, "row").of(Kind::Rules).says("no row holds for paper = no, support = some");
}

#[test]
fn a_combination_that_two_rows_hold_for_is_named() {
    changed("paper = [\"no\"]", "paper = [\"no\", \"yes\"]")
        .at(RULE, 22, "row")
        .of(Kind::Rules)
        .says("more than one row holds for paper = yes, support = some, also the one of line 17");
}

#[test]
fn a_row_that_nothing_reaches_is_named() {
    let found = after_in(&project(), |project| {
        project.append(RULE, "\n[[row]]\nwhen = { support = [] }\noutcome = \"ask\"\nfacts = [\"RIGHTS-24\"]\n");
    });
    found.at(RULE, 27, "row").of(Kind::Rules).says("no combination");
}

#[test]
fn a_row_about_a_question_that_is_not_asked_is_named() {
    changed("when = { support = [\"none\"] }", "when = { suport = [\"none\"] }").at(RULE, 12, "when").says("suport");
}

#[test]
fn a_row_about_an_option_that_is_not_there_is_named() {
    changed("when = { support = [\"none\"] }", "when = { support = [\"nothing\"] }")
        .at(RULE, 12, "when")
        .says("no option \"nothing\"");
}

#[test]
fn an_outcome_without_words_is_named() {
    changed("outcome = \"paid\"", "outcome = \"payed\"").at(RULE, 17, "outcome").says("guides/payed/en-GB.md");
}

#[test]
fn a_row_without_a_fact_is_refused() {
    changed("facts = [\"RIGHTS-24\"]", "facts = []").at(RULE, 12, "facts").says("at least one fact");
}

#[test]
fn a_row_of_an_unknown_fact_is_refused() {
    changed("facts = [\"RIGHTS-24\"]", "facts = [\"RIGHTS-99\"]")
        .at(RULE, 12, "facts")
        .of(Kind::Facts)
        .says("RIGHTS-99");
}

#[test]
fn a_question_with_one_option_is_refused() {
    let found = after_in(&project(), |project| {
        project.replace(RULE, "[\"yes\", \"no\"]", "[\"yes\"]");
        let text = project.read(RULE);
        project.write(RULE, &text[..text.rfind("[[row]]").unwrap()]);
        for tag in ["en-GB", "ar", "ti"] {
            let file = format!("assets/content/questions/paper/{tag}.md");
            let text = project.read(&file);
            project.write(&file, &text[..text.trim_end().rfind("\n- ").unwrap() + 1]);
        }
    });
    found.at(RULE, 9, "question").says("at least two options");
}

#[test]
fn a_question_with_more_options_than_words_is_refused() {
    let found = after_in(&project(), |project| {
        project.replace(RULE, "[\"yes\", \"no\"]", "[\"yes\", \"no\", \"maybe\"]");
        project.replace(RULE, "paper = [\"no\"]", "paper = [\"no\", \"maybe\"]");
    });
    found.at(RULE, 9, "question").says("3 options, but assets/content/questions/paper/en-GB.md has 2 statements");
}

#[test]
fn an_option_twice_is_refused() {
    let project = project();
    project.replace(RULE, "[\"yes\", \"no\"]", "[\"yes\", \"yes\"]");
    let found = project.errors();
    assert!(found.iter().any(|p| p.line == Some(9) && p.message == "the option \"yes\" stands twice"), "{found:?}");
}

#[test]
fn a_question_that_no_table_asks_is_refused() {
    let found = after_in(&project(), |project| {
        for tag in ["en-GB", "ar", "ti"] {
            let text = project.read(&format!("assets/content/questions/paper/{tag}.md"));
            project.write(&format!("assets/content/questions/other/{tag}.md"), &text);
        }
    });
    found.at("assets/content/questions/other/en-GB.md", None, "id").says("no table");
}

#[test]
fn a_table_that_asks_nothing_is_refused() {
    let found = after_in(&project(), |project| {
        for (tag, label) in [("en-GB", "None"), ("ar", "لا شيء"), ("ti", "የለን")] {
            project.append(&format!("locales/{tag}/money.ftl"), &format!("# A label.\nmoney-rule-empty = {label}\n"));
        }
        project.write(
            "assets/content/rules/empty.toml",
            "id = \"empty\"\npicture = \"scan\"\nquestion = []\n\n[[row]]\noutcome = \"ask\"\nfacts = [\"RIGHTS-24\"]\n",
        );
    });
    found.at("assets/content/rules/empty.toml", None, "question").says("1 to 4");
}

#[test]
fn a_table_is_named_like_its_file() {
    let found = after_in(&project(), |project| project.replace(RULE, "id = \"fare\"", "id = \"fares\""));
    found.at(RULE, 1, "id").of(Kind::Form).says("\"fare\"");
}

#[test]
fn a_misspelt_field_of_a_table_is_named() {
    changed("outcome = \"paid\"", "outcomes = \"paid\"").at(RULE, 19, "outcomes").of(Kind::Form);
}

#[test]
fn the_words_of_a_question_are_looked_at_like_any_others() {
    let found = after_in(&project(), |project| project.replace(QUESTION, "- Some", "- So\u{200b}me"));
    found.at(QUESTION, 11, "options").of(Kind::Spelling);
}

#[test]
fn a_table_without_a_label_is_refused() {
    let found = after_in(&project(), |project| {
        for tag in ["en-GB", "ar", "ti"] {
            let file = format!("locales/{tag}/money.ftl");
            project.write(&file, &project.read(&file).replace("money-rule-fare", "money-rule-other"));
        }
    });
    found.at(RULE, 1, "id").says("money-rule-fare");
}

#[test]
fn a_table_with_a_picture_that_nobody_drew_is_refused() {
    changed("\"scan\"", "\"sacn\"").at(RULE, 2, "picture").of(Kind::Pictures).says("sacn.svg");
}

#[test]
fn a_row_that_rests_on_a_fact_that_its_guide_does_not_name_is_refused() {
    let found = changed("outcome = \"paid\"\nfacts = [\"RIGHTS-24\"]", "outcome = \"paid\"\nfacts = [\"RIGHTS-23\"]");
    assert_eq!((found.0.file.as_str(), found.0.field.as_deref(), found.0.kind), (RULE, Some("facts"), Kind::Facts));
    found.says("no statement of the guide \"paid\" names it");
}

#[test]
fn a_table_is_one_of_the_texts_that_a_person_approves_in_the_source_language_only() {
    let project = project();
    project.replace(CHANNEL, "test", "public");
    let told: Vec<String> = project.errors().into_iter().filter(|p| p.file == RULE).map(|p| p.message).collect();
    assert!(matches!(told.as_slice(), [told] if told.starts_with("rules/fare is not approved")), "{told:?}");
    let hash = |told: &str| told.split("is = \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    project.replace(RULE, "paper = [\"yes\"] }\noutcome = \"paid\"", "paper = [\"yes\"] }\noutcome = \"ask\"");
    let after = project.errors().into_iter().find(|p| p.message.starts_with("rules/fare")).unwrap().message;
    assert_ne!(hash(&told[0]), hash(&after));
}
