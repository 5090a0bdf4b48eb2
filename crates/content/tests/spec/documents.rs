//! Markdown documents: what is not allowed is refused with its line.

use crate::project::*;

fn article_with(line: &str) -> Found {
    after(|project| project.replace(ARTICLE, "- Some clinics may ask for more time. [MONEY-02]", line))
}

#[test]
fn an_unknown_field_is_named_with_its_line() {
    let found = after(|project| project.replace(ARTICLE, "picture = ", "image = "));
    found.at(ARTICLE, 3, "image").says("unknown field");
}

#[test]
fn a_missing_field_is_named() {
    let found = after(|project| project.replace(ARTICLE, "picture = \"interpreter\"\n", ""));
    assert_eq!(found.0.field.as_deref(), Some("picture"));
    assert_eq!(found.0.file, ARTICLE);
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    after(|project| project.replace(ARTICLE, "2027-05-22", "\"2027-02-29\"")).at(ARTICLE, 6, "review_by");
}

#[test]
fn a_document_without_front_matter_is_refused() {
    after(|project| project.replace(ARTICLE, "+++\n", "")).at(ARTICLE, 1, "").says("+++");
}

#[test]
fn an_unknown_section_lists_those_that_are_known() {
    let found = after(|project| project.replace(ARTICLE, "## unsure", "## maybe"));
    found.at(ARTICLE, 21, "maybe").says("answer, do, next, when,");
}

#[test]
fn a_section_twice_is_refused() {
    after(|project| project.replace(ARTICLE, "## do", "## answer")).at(ARTICLE, 17, "answer").says("twice");
}

#[test]
fn a_section_without_statements_is_refused() {
    article_with("").at(ARTICLE, 21, "unsure").says("no statement");
}

#[test]
fn a_heading_of_another_level_is_refused() {
    after(|project| project.replace(ARTICLE, "## do", "### do")).at(ARTICLE, 17, "answer").says("## ");
}

#[test]
fn words_outside_a_statement_are_refused() {
    article_with("Some clinics may ask for more time. [MONEY-02]\n\n- x [MONEY-02]")
        .at(ARTICLE, 23, "unsure")
        .says("- ");
}

#[test]
fn html_is_refused() {
    article_with("- Some <b>clinics [MONEY-02]").at(ARTICLE, 23, "unsure").says("HTML");
}

#[test]
fn a_link_is_refused() {
    article_with("- See [this page](https://example.org). [MONEY-02]").at(ARTICLE, 23, "unsure").says("links");
}

#[test]
fn a_link_definition_which_markdown_would_swallow_is_refused() {
    article_with("- See this. [MONEY-02]\n\n[page]: https://example.org").at(ARTICLE, 25, "").says("links");
}

#[test]
fn an_address_among_the_words_is_refused() {
    for words in ["http://evil.example", "bit.ly/xyz", "javascript:alert(1)"] {
        let project = Project::good();
        project.replace(ARTICLE, "Some clinics may ask for more time.", &format!("See {words} here."));
        only(project.errors().into_iter().filter(|problem| problem.file == ARTICLE).collect())
            .at(ARTICLE, 23, "unsure")
            .of(kindway_content::Kind::Links)
            .says("link");
    }
}

#[test]
fn an_address_in_the_words_of_a_contact_is_refused() {
    let found = after(|project| project.replace(CONTACT, "postcode =", "address = \"See bit.ly/xyz\"\npostcode ="));
    found.at(CONTACT, 6, "address").of(kindway_content::Kind::Links).says("bit.ly/xyz");
}

#[test]
fn an_html_entity_is_refused() {
    article_with("- Less &lt; more [MONEY-02]").at(ARTICLE, 23, "unsure").says("HTML");
}

#[test]
fn a_strong_mark_that_is_not_closed_is_refused() {
    article_with("- Some **clinics ask [MONEY-02]").at(ARTICLE, 23, "unsure").says("**");
}

#[test]
fn an_image_is_refused() {
    article_with("- See ![a](b.png) [MONEY-02]").at(ARTICLE, 23, "unsure").says("images");
}

#[test]
fn code_is_refused() {
    article_with("- See `this` [MONEY-02]").at(ARTICLE, 23, "unsure").says("code");
}

#[test]
fn a_list_inside_a_statement_is_refused() {
    article_with("- Two things [MONEY-02]\n  - one [MONEY-02]").at(ARTICLE, 24, "unsure").says("list");
}

#[test]
fn a_numbered_list_is_refused() {
    article_with("1. One [MONEY-02]\n\n- x [MONEY-02]").at(ARTICLE, 23, "unsure").says("numbered");
}

#[test]
fn emphasis_that_is_not_strong_is_refused() {
    article_with("- Some *clinics* [MONEY-02]").at(ARTICLE, 23, "unsure").says("**strong**");
}

#[test]
fn another_mark_than_a_hyphen_is_refused() {
    article_with("* Some clinics [MONEY-02]").at(ARTICLE, 23, "unsure").says("- ");
}

#[test]
fn flags_after_the_facts_are_refused() {
    article_with("- Some clinics [MONEY-02] {loss}").at(ARTICLE, 23, "unsure").says("at the very end");
}

#[test]
fn a_bracket_that_holds_no_fact_ids_is_refused() {
    article_with("- Some clinics [see below]").at(ARTICLE, 23, "unsure").says("fact IDs");
}

#[test]
fn two_pictures_are_one_too_many() {
    article_with("- Some clinics {scan, interpreter} [MONEY-02]").at(ARTICLE, 23, "unsure").says("one picture");
}

#[test]
fn a_statement_without_facts_is_refused() {
    let found = after(|project| project.replace(ARTICLE, " [RIGHTS-23]", ""));
    found.at(ARTICLE, 14, "facts").says("[APP]");
}

#[test]
fn a_question_needs_no_facts() {
    let project = Project::good();
    project.replace(ARTICLE, "[MONEY-02]", "{ask}");
    assert_eq!(project.errors(), []);
}

#[test]
fn a_fact_of_low_confidence_stands_only_under_unsure() {
    let found = after(|project| project.replace(ARTICLE, "9999. [RIGHTS-24]", "9999. [MONEY-02]"));
    found.at(ARTICLE, 19, "facts").says("low confidence");
}

#[test]
fn a_picture_that_nobody_drew_is_refused() {
    let found = after(|project| project.replace(ARTICLE, "{interpreter, loss}", "{interpretr, loss}"));
    found.at(ARTICLE, 15, "picture").says("interpretr.svg");
}

#[test]
fn the_picture_of_a_document_is_looked_for_too() {
    after(|project| project.replace(ARTICLE, "picture = \"interpreter\"", "picture = \"bus\""))
        .at(ARTICLE, 3, "picture");
}

#[test]
fn a_card_that_does_not_exist_is_refused() {
    after(|project| project.replace(ARTICLE, "card = \"interpreter\"", "card = \"fare\"")).at(ARTICLE, 8, "card");
}

#[test]
fn a_contact_that_does_not_exist_is_refused() {
    after(|project| project.replace(ARTICLE, "\"women-together\"", "\"women-apart\"")).at(ARTICLE, 9, "contacts");
}

#[test]
fn a_review_before_the_check_is_refused() {
    after(|project| project.replace(ARTICLE, "2027-05-22", "2026-05-22")).at(ARTICLE, 6, "review_by");
}

#[test]
fn an_unknown_nation_is_refused() {
    after(|project| project.replace(ARTICLE, "[\"England\"]", "[\"Ireland\"]")).at(ARTICLE, 4, "nations");
}

#[test]
fn a_visit_has_every_section() {
    let found = after(|project| {
        for tag in ["en-GB", "ar", "ti"] {
            let file = format!("assets/content/visits/scan/{tag}.md");
            let text = project.read(&file);
            let (before, after) = (text.find("## there").unwrap(), text.find("## refuse").unwrap());
            project.write(&file, &format!("{}{}", &text[..before], &text[after..]));
        }
    });
    found.at(VISIT, None, "there");
}

#[test]
fn a_sentence_of_more_than_25_words_is_refused() {
    let long = "one two three four five six seven eight nine ten ".repeat(3);
    article_with(&format!("- {long}. [MONEY-02]")).at(ARTICLE, 23, "unsure").says("30 words");
}

#[test]
fn a_sentence_of_21_words_is_pointed_out() {
    let project = Project::good();
    let long = "one two three four five six seven ".repeat(3);
    project.replace(ARTICLE, "Some clinics may ask for more time.", &long);
    project.stamp();
    assert_eq!(project.errors(), []);
    let told: Vec<String> = project.warnings().iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|told| told.contains("warning: [unsure] a sentence of 21 words")), "{told:?}");
}

#[test]
fn a_placeholder_that_the_app_cannot_fill_is_refused() {
    let found = after(|project| {
        project.replace(ARTICLE, "{$language}", "{$tongue}");
        project.replace(ARTICLE_AR, "{$language}", "{$tongue}");
        project.replace(ARTICLE_TI, "{$language}", "{$tongue}");
    });
    found.at(ARTICLE, 15, "answer").says("{$tongue}");
}

#[test]
fn a_file_between_the_folders_of_documents_is_refused() {
    let file = "assets/content/articles/notes.md";
    after(|project| project.write(file, "")).at(file, None, "");
}
