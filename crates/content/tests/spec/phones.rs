//! Telephone numbers, and the contacts that a document sends her to.

use kindway_content::Kind;

use crate::project::*;

const AT_NUMBER: usize = 19;

#[test]
fn a_number_that_nobody_can_have_is_refused() {
    let found = after(|project| project.replace(CONTACT, "0161 496 0000", "0261 496 0000"));
    found.at(CONTACT, AT_NUMBER, "phones").of(Kind::Phones).says("not a UK number that can be in use");
}

#[test]
fn a_number_with_a_digit_too_many_is_refused() {
    let found = after(|project| project.replace(CONTACT, "0161 496 0000", "0161 496 00001"));
    found.at(CONTACT, AT_NUMBER, "phones").says("not a UK number that can be in use");
}

#[test]
fn a_personal_number_is_refused() {
    let found = after(|project| project.replace(CONTACT, "0161 496 0000", "070 1234 5678"));
    found.at(CONTACT, AT_NUMBER, "phones").says("personal number");
}

#[test]
fn a_number_with_a_word_in_it_is_refused() {
    let found = after(|project| project.replace(CONTACT, "0161 496 0000", "0161 496 0000 ext 2"));
    found.at(CONTACT, AT_NUMBER, "phones").says("words.phone_labels");
}

#[test]
fn a_free_number_that_is_not_called_free_is_refused() {
    after(|project| project.replace(CONTACT, "0161 496 0000", "0808 801 0503"))
        .at(CONTACT, AT_NUMBER, "phones")
        .says("is free");
}

#[test]
fn a_short_number_is_taken() {
    let project = Project::good();
    project.replace(CONTACT, "0161 496 0000", "116 123");
    project.replace(CONTACT, "free = false", "free = true");
    assert_eq!(project.errors(), []);
}

#[test]
fn a_whatsapp_number_is_looked_at_too() {
    let found = after(|project| project.replace(CONTACT, "status =", "whatsapp = \"0161 496 00\"\nstatus ="));
    found.at(CONTACT, 10, "whatsapp").of(Kind::Phones).says("UK number");
}

#[test]
fn a_number_to_text_is_looked_at_too() {
    let found = after(|project| project.replace(CONTACT, "status =", "text = \"HELP to 0906 123 4567\"\nstatus ="));
    found.at(CONTACT, 10, "text").says("premium");
}

/// A second number, and labels for both, in every language.
fn with_labels(project: &Project, second: &str, label: &str) {
    project.replace(CONTACT, "[words]\n", &format!("[[phones]]\nnumber = \"{second}\"\nfree = false\n\n[words]\n"));
    project.append(CONTACT, &format!("phone_labels = [\"\", \"{label}\"]\n"));
    if !label.is_empty() {
        project.append("assets/content/contacts/words/ar.toml", "phone_labels = [\"\", \"خط النساء\"]\n");
        project.append(CONTACT_TI, "phone_labels = [\"\", \"መስመር ደቂ ኣንስትዮ\"]\n");
    }
}

#[test]
fn a_mobile_beside_another_number_needs_a_label() {
    let found = after(|project| with_labels(project, "07736 646197", ""));
    found.at(CONTACT, 29, "words.phone_labels").of(Kind::Phones).says("which line of the organisation");
}

#[test]
fn a_mobile_with_the_name_of_its_line_is_taken() {
    let project = Project::good();
    with_labels(&project, "07736 646197", "Line for women");
    project.stamp();
    assert_eq!(project.errors(), []);
}

#[test]
fn a_persons_own_mobile_is_refused() {
    let found = after(|project| with_labels(project, "07736 646197", "Ask for Mrs Ahmed"));
    found.at(CONTACT, 29, "words.phone_labels").says("no person's own mobile");
}

#[test]
fn a_premium_number_in_a_statement_is_refused_in_every_language() {
    let project = Project::good();
    for file in [ARTICLE, ARTICLE_AR, ARTICLE_TI] {
        project.replace(file, "0300 330 9999", "0871 200 3000");
    }
    project.stamp();
    let found: Vec<_> =
        project.errors().into_iter().map(|problem| (problem.file, problem.line, problem.kind)).collect();
    let at = |file: &str, line: usize| (file.to_owned(), Some(line), Kind::Phones);
    assert_eq!(found, [at(ARTICLE_AR, 12), at(ARTICLE, 19), at(ARTICLE_TI, 12)]);
}

#[test]
fn a_premium_number_in_the_words_of_a_contact_is_refused() {
    let found =
        after(|project| project.replace(CONTACT, "postcode =", "address = \"Ring 0906 123 4567 here\"\npostcode ="));
    found.at(CONTACT, 6, "address").of(Kind::Phones).says("premium");
}

#[test]
fn a_premium_number_behind_the_code_of_the_country_is_refused() {
    let found =
        after(|project| project.replace(CONTACT, "postcode =", "address = \"Ring +44 871 200 3000\"\npostcode ="));
    found.at(CONTACT, 6, "address").says("premium");
}

/// A premium-rate number is refused in a statement and in the words of a contact, however it is written.
#[test]
fn a_premium_number_is_refused_however_it_is_written() {
    for number in
        ["118 118", "118500", "0845 46 47", "+44 (0) 906 123 4567", "0906.123.4567", "0906/123/4567", "٠٩٠٦١٢٣٤٥٦٧"]
    {
        for file in [ARTICLE, CONTACT] {
            let project = Project::good();
            if file == ARTICLE {
                project.replace(ARTICLE, "Some clinics may ask for more time.", &format!("Some ask, ring {number}."));
            } else {
                project.replace(CONTACT, "postcode =", &format!("address = \"Ring {number} here\"\npostcode ="));
            }
            let told = project.errors().into_iter().filter(|problem| problem.file == file);
            let told: Vec<String> = told.filter(|p| p.kind == Kind::Phones).map(|problem| problem.message).collect();
            assert!(told.iter().any(|told| told.contains("premium")), "{number} in {file}: {told:?}");
        }
    }
}

#[test]
fn directory_enquiries_are_refused_as_the_number_of_a_contact() {
    for number in ["118 118", "118500"] {
        let found = after(|project| project.replace(CONTACT, "0161 496 0000", number));
        found.at(CONTACT, AT_NUMBER, "phones").of(Kind::Phones).says("premium");
    }
}

#[test]
fn a_short_number_to_text_that_nobody_knows_is_refused() {
    let found = after(|project| project.replace(CONTACT, "status =", "text = \"HELP to 78887\"\nstatus ="));
    found.at(CONTACT, 10, "text").of(Kind::Phones).says("does not start with 0");
}

#[test]
fn the_short_number_to_text_of_a_helpline_is_taken() {
    let project = Project::good();
    project.replace(CONTACT, "status =", "text = \"SHOUT to 85258\"\nstatus =");
    assert_eq!(project.errors(), []);
}

#[test]
fn a_document_that_sends_her_to_a_closed_contact_is_refused() {
    let found = after(|project| {
        project.replace(CONTACT, "\"listed\"", "\"closed\"");
        project.append(CONTACT, "instead = \"Ask your midwife.\"\n");
        project.append("assets/content/contacts/words/ar.toml", "instead = \"اسألي القابلة.\"\n");
        project.append(CONTACT_TI, "instead = \"ንመሕረሲትኪ ሕተቲ።\"\n");
    });
    found.at(ARTICLE, 9, "contacts").of(Kind::Contacts).says("closed");
}

#[test]
fn a_document_that_sends_her_to_a_line_for_advisers_is_refused() {
    let found = after(|project| project.replace(CONTACT, "audience = \"women\"", "audience = \"advisers\""));
    found.at(ARTICLE, 9, "contacts").of(Kind::Contacts).says("advisers only");
}
