//! Names, addresses and words left in English.

use kindway_content::Kind;

use crate::project::*;

const ENGLISH: &str = "Some clinics may ask for more time.";
const ARABIC: &str = "قد تطلب بعض العيادات وقتا أطول.";
const TIGRINYA: &str = "ገለ ክሊኒካት ተወሳኺ ግዜ ክሓቱ ይኽእሉ።";

/// The last statement of the article says this instead.
fn saying(english: &str, arabic: &str, tigrinya: &str) -> Project {
    let project = Project::good();
    project.replace(ARTICLE, ENGLISH, english);
    project.replace(ARTICLE_AR, ARABIC, arabic);
    project.replace(ARTICLE_TI, TIGRINYA, tigrinya);
    project.stamp();
    project
}

#[test]
fn a_name_of_the_list_is_kept() {
    let project = saying("Some clinics ask for an HC2.", "بعض العيادات تطلب HC2.", "ገለ ክሊኒካት HC2ን ይሓቱ።");
    assert_eq!(project.errors(), [], "a suffix may follow");
    let found = after_in(&project, |project| project.replace(ARTICLE_AR, "HC2", "الشهادة 2"));
    found.at(ARTICLE_AR, 16, "unsure").of(Kind::Names).says("HC2");
}

#[test]
fn a_name_of_two_words_is_kept_as_a_whole() {
    let project = saying("The Red Cross may ask.", "قد يسأل Red Cross.", "Red Cross ክሓትት ይኽእል።");
    assert_eq!(project.errors(), []);
    let found = after_in(&project, |project| project.replace(ARTICLE_TI, "Red Cross", "Red ቀይሕ መስቀል"));
    found.at(ARTICLE_TI, 16, "unsure").says("Red Cross");
}

#[test]
fn a_language_may_have_its_own_name() {
    let project = saying("The Red Cross may ask.", "قد يسأل الصليب الأحمر.", "Red Cross ክሓትት ይኽእል።");
    only(project.errors()).at(ARTICLE_AR, 16, "unsure").of(Kind::Names);
    project.append(TERMS, "except = [\"ar\"]\n");
    assert_eq!(project.errors(), []);
}

#[test]
fn the_name_of_a_contact_is_kept() {
    let project = saying("You can ask Women Together.", "يمكنك سؤال Women Together.", "ን Women Together ሕተቲ።");
    assert_eq!(project.errors(), []);
    let found = after_in(&project, |project| project.replace(ARTICLE_AR, "Women Together", "النساء معا"));
    found.at(ARTICLE_AR, 16, "unsure").of(Kind::Names).says("Women Together");
}

#[test]
fn a_name_twice_in_the_list_is_refused() {
    let found = after(|project| project.append(TERMS, "\n[[term]]\ntext = \"HC2\"\n"));
    found.at(TERMS, 8, "text").of(Kind::Names).says("twice");
}

#[test]
fn a_name_without_letters_is_refused() {
    after(|project| project.append(TERMS, "\n[[term]]\ntext = \"999\"\n")).at(TERMS, 8, "text").says("not a name");
}

#[test]
fn an_exception_for_a_language_that_is_not_listed_is_refused() {
    after(|project| project.append(TERMS, "except = [\"xx\"]\n")).at(TERMS, 5, "except").says("no language");
}

#[test]
fn a_misspelt_field_of_the_list_is_named() {
    after(|project| project.append(TERMS, "excpet = [\"ar\"]\n"))
        .at(TERMS, 6, "excpet")
        .of(Kind::Form)
        .says("unknown field");
}

#[test]
fn a_missing_list_of_names_is_told() {
    after(|project| project.remove(TERMS)).at(TERMS, None, "").says("missing");
}

#[test]
fn a_changed_address_of_a_page_is_refused() {
    let project = saying("Read asylum-support.gov.uk.", "اقرئي asylum-support.gov.uk.", "asylum-support.gov.uk ኣንብቢ።");
    assert_eq!(project.errors(), []);
    let found =
        after_in(&project, |project| project.replace(ARTICLE_AR, "asylum-support.gov.uk", "asylums-support.gov.uk"));
    found
        .at(ARTICLE_AR, 16, "unsure")
        .of(Kind::Sameness)
        .says("addresses differ: the English has asylum-support.gov.uk");
}

#[test]
fn a_changed_e_mail_address_is_refused() {
    let project = saying("Write to a@example.org.", "اكتبي إلى a@example.org.", "ናብ a@example.org ጽሓፊ።");
    assert_eq!(project.errors(), []);
    let found = after_in(&project, |project| project.replace(ARTICLE_TI, "a@example.org", "a@example.com"));
    found.at(ARTICLE_TI, 16, "unsure").of(Kind::Sameness).says("a@example.com");
}

#[test]
fn half_a_sentence_in_english_is_refused() {
    let found = after(|project| project.replace(ARTICLE_TI, "ተወሳኺ ግዜ", "may ask for more time"));
    found.at(ARTICLE_TI, 16, "unsure").of(Kind::Untranslated).says("may ask for more time");
}

#[test]
fn half_a_message_in_english_is_refused() {
    let found = after(|project| project.replace(WORDS_TI, "ቆጸራ ወስኺ", "ቆጸራ please add your visit"));
    found.at(WORDS_TI, 6, "visits-add").of(Kind::Untranslated).says("please add your visit");
}

#[test]
fn half_the_words_of_a_contact_in_english_are_refused() {
    let found = after(|project| project.replace(CONTACT_TI, "ቆልዑ ክመጹ ይኽእሉ።", "ቆልዑ are welcome here too።"));
    found.at(CONTACT_TI, 2, "women-together.summary").of(Kind::Untranslated).says("are welcome here");
}

#[test]
fn a_name_in_capitals_or_in_quotation_marks_is_not_left_in_english() {
    let project = saying(
        "Ask the Maternity Care Access Service for “your right to care”.",
        "اسألي Maternity Care Access Service عن “your right to care”.",
        "ን Maternity Care Access Service “your right to care” ሕተቲ።",
    );
    assert_eq!(project.errors(), []);
}
