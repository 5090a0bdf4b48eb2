//! Letters, marks and fonts.

use kindway_content::Kind;

use crate::project::*;

/// The last statement of the article, with something wrong, in one language.
fn arabic(from: &str, to: &str) -> Found {
    after(|project| project.replace(ARTICLE_AR, from, to)).at(ARTICLE_AR, 16, "unsure").of(Kind::Spelling)
}

fn tigrinya(from: &str, to: &str) -> Found {
    after(|project| project.replace(ARTICLE_TI, from, to)).at(ARTICLE_TI, 16, "unsure").of(Kind::Spelling)
}

fn english(from: &str, to: &str) -> Found {
    after(|project| project.replace(ARTICLE, from, to)).at(ARTICLE, 23, "unsure").of(Kind::Spelling)
}

#[test]
fn a_stretched_word_is_refused() {
    arabic("العيادات", "العيـادات").says("U+0640");
}

#[test]
fn a_comma_of_another_script_is_refused() {
    arabic("العيادات", "العيادات,").says("write ،");
}

#[test]
fn a_semicolon_of_another_script_is_refused() {
    arabic("العيادات", "العيادات;").says("write ؛");
}

#[test]
fn a_question_mark_of_another_script_is_refused() {
    arabic("أطول.", "أطول?").says("write ؟");
}

#[test]
fn a_full_stop_of_another_script_is_refused() {
    tigrinya("ይኽእሉ።", "ይኽእሉ.").says("።");
}

#[test]
fn a_full_stop_made_of_two_colons_is_refused() {
    tigrinya("ይኽእሉ።", "ይኽእሉ፡፡").says("one character");
}

#[test]
fn two_spaces_are_refused() {
    tigrinya("ገለ ", "ገለ  ").says("two spaces");
}

#[test]
fn a_word_of_two_scripts_is_refused() {
    let found = after(|project| {
        project.replace(FONTS, "\"0600-06FF\"", "\"0600-06FF\", \"043E\"");
        project.replace(ARTICLE, "Some", "S\u{43e}me");
    });
    found.at(ARTICLE, 23, "unsure").of(Kind::Spelling).says("mixes letters of Latin, Cyrillic, Latin");
}

#[test]
fn a_letter_typed_into_a_word_of_another_script_is_refused() {
    tigrinya("ክሊኒካት", "ክሊnኒካት").says("mixes letters of Ethiopic, Latin, Ethiopic");
}

#[test]
fn a_mark_that_turns_the_direction_is_refused() {
    arabic("العيادات", "\u{202b}العيادات\u{202c}").says("U+202B is not seen");
}

#[test]
fn a_space_without_width_is_refused() {
    english("clinics", "cli\u{200b}nics").says("U+200B");
}

#[test]
fn a_joiner_is_refused_in_a_language_that_does_not_join_with_it() {
    arabic("العيادات", "العيا\u{200c}دات").says("U+200C");
}

#[test]
fn the_shape_of_a_letter_is_refused() {
    let found = after(|project| {
        project.replace(FONTS, "\"0600-06FF\"", "\"0600-06FF\", \"FE70-FEFC\"");
        project.replace(ARTICLE_AR, "العيادات", "ا\u{fedf}عيادات");
    });
    found.at(ARTICLE_AR, 16, "unsure").of(Kind::Spelling).says("U+FEDF is the shape of a letter");
}

#[test]
fn a_mark_that_is_not_composed_with_its_letter_is_refused() {
    arabic("أطول", "ا\u{654}طول").says("NFC");
}

#[test]
fn search_words_are_looked_at_too() {
    let found = after(|project| project.replace(NEEDS, "\"friends\"", "\"fri\u{200b}ends\""));
    found.at(NEEDS, 7, "words").of(Kind::Spelling);
}

#[test]
fn messages_are_looked_at_too() {
    let found = after(|project| project.replace(WORDS_AR, "أضيفي زيارة", "أضيفي زيارة, الآن"));
    found.at(WORDS_AR, 10, "visits-add").of(Kind::Spelling).says("write ،");
}

#[test]
fn the_words_of_contacts_are_looked_at_too() {
    let found = after(|project| project.replace(CONTACT_TI, "ይራኸባ።", "ይራኸባ."));
    found.at(CONTACT_TI, 2, "women-together.summary").of(Kind::Spelling);
}

#[test]
fn the_name_of_a_language_is_looked_at_too() {
    let found = after(|project| project.replace(LANGUAGES, "\"ትግርኛ\"", "\"ትግርኛ.\""));
    found.at(LANGUAGES, 17, "endonym").of(Kind::Spelling);
}

#[test]
fn a_character_that_no_font_shows_is_refused() {
    let found = after(|project| project.replace(ARTICLE, "Some clinics", "Some ✓ clinics"));
    found.at(ARTICLE, 23, "unsure").of(Kind::Fonts).says("U+2713 ✓");
}

#[test]
fn a_name_that_no_font_shows_is_refused() {
    let found = after(|project| project.replace(CONTACT, "\"Women Together\"", "\"Women 一\""));
    found.at(CONTACT, 2, "name").of(Kind::Fonts).says("U+4E00");
}

#[test]
fn a_range_that_is_none_is_told_with_its_line() {
    let found = after(|project| project.replace(FONTS, "\"2026\"", "\"2026-2000\""));
    found.at(FONTS, 3, "ranges").of(Kind::Fonts).says("2026-2000");
}

#[test]
fn a_missing_list_of_characters_is_told() {
    after(|project| project.remove(FONTS)).at(FONTS, None, "").says("missing");
}
