//! Facts, rates, needs, languages and contacts.

use crate::project::*;

#[test]
fn an_id_twice_is_named_at_its_second_line() {
    let found = after(|project| {
        let first = project.read(RATES);
        project.append(RATES, &format!("\n{first}"));
    });
    found.at(RATES, 12, "id").says("twice");
}

#[test]
fn a_word_that_is_none_of_those_allowed_is_told_with_its_line() {
    let found = after(|project| project.replace(RATES, "\"week\"", "\"month\""));
    found.at(RATES, 4, "per").says("unknown variant `month`");
}

#[test]
fn broken_toml_is_told_with_its_line() {
    let found = after(|project| project.replace(NEEDS, "picture = \"scan\"", "picture = scan"));
    found.at(NEEDS, 4, "picture");
}

#[test]
fn a_fact_without_an_address_is_refused() {
    let found = after(|project| project.replace(FACTS, "https://example.org/booking", "a letter"));
    found.at(FACTS, 8, "sources").says("a letter");
}

#[test]
fn a_sum_and_a_range_at_once_are_refused() {
    let found =
        after(|project| project.replace(RATES, "pence = 4918", "pence = 4918\nlow_pence = 4000\nhigh_pence = 5000"));
    found.at(RATES, 3, "pence");
}

#[test]
fn a_rate_without_a_fact_is_refused() {
    after(|project| project.replace(RATES, "[\"RIGHTS-24\"]", "[]")).at(RATES, 6, "facts");
}

#[test]
fn a_rate_of_an_unknown_fact_is_refused() {
    after(|project| project.replace(RATES, "RIGHTS-24", "MONEY-77")).at(RATES, 6, "facts").says("MONEY-77");
}

#[test]
fn a_rate_to_be_looked_at_before_it_was_checked_is_refused() {
    after(|project| project.replace(RATES, "2027-01-31", "2026-01-31")).at(RATES, 9, "review_by");
}

#[test]
fn a_need_that_no_contact_answers_is_refused() {
    after(|project| project.replace(NEEDS, "peer_support", "maternity")).at(NEEDS, 3, "kinds").says("maternity");
}

#[test]
fn a_need_without_words_in_a_language_is_refused() {
    after(|project| project.replace(NEEDS, "ti = [\"ጉጅለ\"]\n", "")).at(NEEDS, 6, "words").says("ti");
}

#[test]
fn a_search_word_with_a_capital_is_refused() {
    after(|project| project.replace(NEEDS, "\"friends\"", "\"Friends\"")).at(NEEDS, 7, "words").says("lower case");
}

#[test]
fn a_need_without_a_label_is_refused() {
    after(|project| project.replace(NEEDS, "id = \"group\"", "id = \"money\""))
        .at(NEEDS, 2, "id")
        .says("help-need-money");
}

#[test]
fn a_tag_that_would_get_english_plurals_is_refused() {
    let project = Project::good();
    for wrong in ["prs", "pes", "kmr"] {
        project.append(LANGUAGES, &format!("\n[[language]]\ntag = \"{wrong}\"\nendonym = \"x\"\nenglish = \"x\"\ndir = \"rtl\"\nscript = \"arabic\"\n"));
    }
    let tags: Vec<_> = project.errors().into_iter().filter(|problem| problem.field.as_deref() == Some("tag")).collect();
    let lines: Vec<_> = tags.iter().map(|problem| (problem.file.as_str(), problem.line)).collect();
    assert_eq!(lines, [(LANGUAGES, Some(24)), (LANGUAGES, Some(31)), (LANGUAGES, Some(38))]);
}

#[test]
fn english_must_be_a_language() {
    let project = Project::good();
    project.replace(LANGUAGES, "\"en-GB\"", "\"en\"");
    let errors = project.errors();
    assert!(errors.iter().any(|problem| problem.file == LANGUAGES && problem.message.contains("en-GB is missing")));
}

#[test]
fn a_premium_rate_number_is_refused() {
    for number in ["0906 123 4567", "0871 200 3000", "+44 872 200 3000"] {
        let found = after(|project| project.replace(CONTACT, "0161 496 0000", number));
        found.at(CONTACT, 19, "phones").says("premium");
    }
}

#[test]
fn a_number_of_another_country_is_refused() {
    after(|project| project.replace(CONTACT, "0161 496 0000", "+353 1 496 0000")).at(CONTACT, 19, "phones");
}

#[test]
fn a_number_with_a_digit_lost_is_refused() {
    after(|project| project.replace(CONTACT, "0161 496 0000", "0161 496 00"))
        .at(CONTACT, 19, "phones")
        .says("UK number");
}

#[test]
fn a_number_that_costs_is_not_called_free() {
    after(|project| project.replace(CONTACT, "free = false", "free = true")).at(CONTACT, 19, "phones").says("not free");
}

#[test]
fn a_postcode_outside_the_table_is_refused() {
    let found = after(|project| project.replace(CONTACT, "M13 9PL", "ZZ9 9ZZ"));
    found.at(CONTACT, 6, "postcode").says("ZZ9 9ZZ");
}

#[test]
fn an_unknown_outcode_is_refused() {
    let found = after(|project| {
        project.replace(CONTACT, "area_outcode = \"M13\"", "area_outcode = \"ZZ9\"");
        project.replace(CONTACT, "area_outcode_exact = true", "area_outcode_exact = false");
    });
    found.at(CONTACT, 7, "area_outcode");
}

#[test]
fn an_exact_outcode_is_that_of_the_postcode() {
    after(|project| project.replace(CONTACT, "\"M13\"", "\"L7\"")).at(CONTACT, 7, "area_outcode").says("M13");
}

#[test]
fn a_closed_contact_says_what_to_try_instead() {
    let found = after(|project| {
        project.replace(ARTICLE, "[\"women-together\"]", "[]");
        project.replace(CONTACT, "\"listed\"", "\"closed\"");
    });
    found.at(CONTACT, 10, "words.instead");
}

#[test]
fn a_label_for_a_number_that_is_not_there_is_refused() {
    let found = after(|project| project.append(CONTACT, "phone_labels = [\"\", \"\"]\n"));
    found.at(CONTACT, 25, "words.phone_labels").says("2 labels for 1 numbers");
}

#[test]
fn a_contact_is_named_like_its_file() {
    let found = after(|project| project.replace(CONTACT, "id = \"women-together\"", "id = \"together\""));
    found.at(CONTACT, 1, "id").says("women-together");
}

#[test]
fn a_misspelt_field_of_a_contact_is_named() {
    after(|project| project.replace(CONTACT, "website", "web_site")).at(CONTACT, 9, "web_site");
}

#[test]
fn an_address_that_no_browser_opens_is_refused() {
    after(|project| project.replace(CONTACT, "https://example.org", "example.org")).at(CONTACT, 9, "website");
}

#[test]
fn a_contact_without_words_in_a_language_is_refused() {
    let found = after(|project| project.write(CONTACT_TI, ""));
    found.at(CONTACT_TI, None, "women-together").says("missing");
}

#[test]
fn a_changed_time_of_a_contact_is_refused() {
    let found = after(|project| project.replace(CONTACT_TI, "10", "11"));
    found.at(CONTACT_TI, 2, "women-together.summary").says("numbers differ");
}

#[test]
fn words_for_a_contact_that_does_not_exist_are_refused() {
    let found = after(|project| project.append(CONTACT_TI, "\n[nobody]\nsummary = \"ሓደ\"\n"));
    found.at(CONTACT_TI, 5, "nobody").says("no such contact");
}
