//! Review records and channels.

use kindway_content::review::{StampError, stamp};
use kindway_content::{Area, Content, TranslationStatus, load};

use crate::project::*;

fn status(content: &Content, tag: &str) -> TranslationStatus {
    content.docs[&(Area::Articles, "interpreter".to_owned(), tag.to_owned())].status
}

fn approve(project: &Project, key: &str) {
    let text = project.read(REVIEW_TI);
    let line = text.lines().find(|line| line.contains(key)).unwrap();
    let approved = line
        .replace("\"machine\"", "\"approved\"")
        .replace(" }", ", by = \"A Person\", on = 2026-11-22, checked_by = \"Another\" }");
    project.replace(REVIEW_TI, line, &approved);
}

#[test]
fn a_stamp_gives_machine_and_nothing_more() {
    let project = Project::good();
    let text = project.read(REVIEW_TI);
    assert!(text.contains("\"articles/interpreter\" = { status = \"machine\", of = \""), "{text}");
    assert!(text.contains("\"words/visits/visits-title\" = {"), "{text}");
    assert!(text.contains("\"contacts/women-together\" = {"), "{text}");
    assert_eq!(status(&load(project.root()).unwrap(), "ti"), TranslationStatus::Machine);
    assert_eq!(status(&load(project.root()).unwrap(), "en-GB"), TranslationStatus::Source);
}

#[test]
fn a_second_stamp_changes_nothing() {
    let project = Project::good();
    let before = project.read(REVIEW_TI);
    let stamped = stamp(project.root(), "ti").unwrap();
    assert_eq!((stamped.new, stamped.changed, stamped.removed), (0, 0, 0));
    assert_eq!(project.read(REVIEW_TI), before);
}

#[test]
fn a_text_without_a_record_is_refused() {
    let project = Project::good();
    let text = project.read(REVIEW_TI);
    let line = text.lines().find(|line| line.contains("articles/interpreter")).unwrap();
    project.write(REVIEW_TI, &text.replace(line, ""));
    only(project.errors()).at(REVIEW_TI, None, "articles/interpreter").says("run kindway-publish stamp ti");
}

#[test]
fn a_text_changed_since_its_status_was_given_is_refused() {
    let project = Project::good();
    project.replace(ARTICLE_TI, "ገለ ክሊኒካት", "ክሊኒካት");
    let line = project.read(REVIEW_TI).lines().position(|line| line.contains("articles/interpreter")).unwrap() + 1;
    only(project.errors()).at(REVIEW_TI, line, "articles/interpreter").says("changed since its status was given");
}

#[test]
fn a_translation_of_changed_english_is_stale_by_itself() {
    let project = Project::good();
    project.replace(ARTICLE, "Some clinics", "A few clinics");
    assert_eq!(status(&load(project.root()).unwrap(), "ti"), TranslationStatus::Stale);
    assert_eq!(project.errors(), [], "it is shown with its badge; nothing stops");
    let told: Vec<String> = project.warnings().iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|told| told.contains("stale")), "{told:?}");
    project.stamp();
    assert_eq!(status(&load(project.root()).unwrap(), "ti"), TranslationStatus::Stale, "no stamp makes it fresh");
}

#[test]
fn front_matter_and_facts_do_not_make_a_translation_stale() {
    let project = Project::good();
    project.replace(ARTICLE, "[RIGHTS-23, RIGHTS-24]", "[RIGHTS-24]");
    project.replace(ARTICLE, "2027-05-22", "2027-06-22");
    assert_eq!(project.warnings(), []);
}

#[test]
fn the_status_that_a_person_gave_is_kept_until_the_text_changes() {
    let project = Project::good();
    approve(&project, "articles/interpreter");
    assert_eq!(status(&load(project.root()).unwrap(), "ti"), TranslationStatus::Approved);
    project.stamp();
    assert!(project.read(REVIEW_TI).contains("by = \"A Person\", on = 2026-11-22"));
    project.replace(ARTICLE_TI, "ገለ ክሊኒካት", "ክሊኒካት");
    assert_eq!(status(&load(project.root()).unwrap(), "ti"), TranslationStatus::Machine, "nobody approved this text");
    let stamped = stamp(project.root(), "ti").unwrap();
    assert_eq!(stamped.lost, ["articles/interpreter"]);
    assert!(!project.read(REVIEW_TI).contains("A Person"));
}

#[test]
fn a_status_above_machine_names_a_person() {
    let project = Project::good();
    project.replace(REVIEW_TI, "\"machine\"", "\"approved\"");
    let found = only(project.errors());
    found.at(REVIEW_TI, 4, "articles/interpreter").says("named person");
}

#[test]
fn nobody_writes_stale_by_hand() {
    let project = Project::good();
    project.replace(REVIEW_TI, "\"machine\"", "\"stale\"");
    only(project.errors()).at(REVIEW_TI, 4, "articles/interpreter").says("stale comes by itself");
}

#[test]
fn the_public_channel_refuses_what_no_named_person_approved() {
    let project = Project::good();
    project.replace(CHANNEL, "test", "public");
    let before = project.errors();
    let refused = |errors: &[kindway_content::Problem], file: &str| errors.iter().any(|problem| problem.file == file);
    assert!(before.iter().all(|problem| problem.message.contains("not approved")));
    for file in [ARTICLE, ARTICLE_TI, CONTACT, CONTACT_TI, RATES, WORDS, WORDS_TI] {
        assert!(refused(&before, file), "{file} was let through");
    }
    approve(&project, "articles/interpreter");
    assert!(!refused(&project.errors(), ARTICLE_TI), "approved by a named person");
}

#[test]
fn an_approval_of_ones_own_check_is_only_a_check() {
    let project = Project::good();
    approve(&project, "articles/interpreter");
    project.replace(REVIEW_TI, "\"Another\"", "\"a  person\"");
    assert_eq!(status(&load(project.root()).unwrap(), "ti"), TranslationStatus::Checked);
}

#[test]
fn another_phone_number_needs_another_approval() {
    let project = Project::good();
    project.replace(CHANNEL, "test", "public");
    let told = project.errors().into_iter().find(|problem| problem.file == CONTACT).unwrap().message;
    let hash = told.split("is = \"").nth(1).unwrap().split('"').next().unwrap();
    let record = format!(
        "\"contacts/women-together\" = {{ status = \"approved\", of = \"{hash}\", is = \"{hash}\", by = \"A Person\", on = 2026-11-22, checked_by = \"Another\" }}\n"
    );
    project.write("locales/en-GB/review.toml", &record);
    assert!(!project.errors().iter().any(|problem| problem.file == CONTACT));
    project.replace(CONTACT, "0161 496 0000", "0161 496 0001");
    assert!(project.errors().iter().any(|problem| problem.file == CONTACT));
}

#[test]
fn one_language_can_be_stamped_while_another_is_broken() {
    let project = Project::good();
    project.replace(ARTICLE_AR, "## do", "do");
    assert!(stamp(project.root(), "ti").is_ok());
    assert!(matches!(stamp(project.root(), "ar"), Err(StampError::Content(_))));
}

#[test]
fn english_and_unknown_languages_are_not_stamped() {
    let project = Project::good();
    assert!(matches!(stamp(project.root(), "en-GB"), Err(StampError::SourceLanguage)));
    assert!(matches!(stamp(project.root(), "fr"), Err(StampError::NoSuchLanguage(_))));
}

#[test]
fn another_door_needs_another_approval_and_makes_no_translation_stale() {
    for (from, to) in [
        ("M13 9PL", "M13 9PM"),
        ("https://example.org", "https://other.example.org"),
        ("status =", "email = \"a@b.org\"\nstatus ="),
        ("status =", "address = \"Hall\"\nstatus ="),
    ] {
        let project = Project::good();
        let item = |tag: &str| {
            let read = kindway_content::load::read(project.root(), None);
            kindway_content::review::items(&read.content, &read.sources, tag)["contacts/women-together"].clone()
        };
        let (english, translated) = (item("en-GB"), item("ti"));
        project.replace(CONTACT, from, to);
        assert_ne!(english.is, item("en-GB").is, "{to}");
        assert_eq!(translated, item("ti"), "{to}");
    }
}
