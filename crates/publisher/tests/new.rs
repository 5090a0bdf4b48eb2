//! The beginnings that `new` writes.

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "the small project of the content's own tests, of which only some is needed here")]
#[path = "../../content/tests/spec/project.rs"]
mod project;

use std::process::{Command, Output};

use kindway_content::review::items;
use kindway_content::{Direction, load};
use project::*;

const NEW_ARTICLE: &str = "assets/content/articles/my-papers/en-GB.md";
const NEW_CONTACT: &str = "assets/content/contacts/my-group.toml";

fn new(project: &Project, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_kindway-publish");
    Command::new(program).arg("--root").arg(project.root()).arg("new").args(arguments).output().unwrap()
}

fn done(project: &Project, arguments: &[&str]) -> String {
    let output = new(project, arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(project: &Project, arguments: &[&str]) -> String {
    let output = new(project, arguments);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

/// Fills in one empty place after another as `check` names them; true where each was named before it was filled.
fn fill(project: &Project, file: &str, steps: &[(&str, &str, &str)]) {
    for (field, from, to) in steps {
        let errors = project.errors();
        let named = errors.iter().any(|error| error.file == file && error.field.as_deref() == Some(*field));
        assert!(named, "{field} is empty and nobody says so: {errors:#?}");
        project.replace(file, from, to);
    }
    let left: Vec<_> = project.errors().into_iter().filter(|error| error.file == file).collect();
    assert_eq!(left, [], "{}", project.read(file));
}

#[test]
fn check_names_every_empty_place_of_a_new_article_until_it_is_filled_in() {
    let project = Project::good();
    done(&project, &["article", "my-papers", "--topic", "your-say"]);
    let steps = [
        ("checked", "checked = \"\"", "checked = 2026-11-22"),
        ("review_by", "review_by = \"\"", "review_by = 2027-05-22"),
        ("title", "title = \"\"", "title = \"What papers do I need?\""),
        ("answer", "## answer\n\n- ", "## answer\n\n- You need your letter. [RIGHTS-23]"),
        ("do", "## do\n\n- ", "## do\n\n- Keep it safe. [RIGHTS-23]"),
        ("no", "## no\n\n- ", "## no\n\n- Ask for a copy. [RIGHTS-23]"),
        ("picture", "picture = \"\"", "picture = \"interpreter\""),
        ("nations", "nations = []", "nations = [\"UK\"]"),
    ];
    fill(&project, NEW_ARTICLE, &steps);
}

#[test]
fn a_title_that_is_given_stands_in_the_new_article() {
    let project = Project::good();
    done(&project, &["article", "my-papers", "--topic", "your-say", "--title", "Is \"this\" mine?"]);
    let front: toml::Table = toml::from_str(project.read(NEW_ARTICLE).split("+++").nth(1).unwrap()).unwrap();
    assert_eq!(front["title"].as_str(), Some("Is \"this\" mine?"));
}

#[test]
fn a_topic_that_is_not_there_is_refused_with_those_that_are() {
    let project = Project::good();
    assert!(refused(&project, &["article", "my-papers", "--topic", "papers"]).contains("there are: your-say"));
    assert!(!project.path(NEW_ARTICLE).exists());
}

#[test]
fn an_article_that_is_there_is_left_as_it_is() {
    let project = Project::good();
    let before = project.read(ARTICLE);
    assert!(refused(&project, &["article", "interpreter", "--topic", "your-say"]).contains("is there already"));
    assert_eq!(project.read(ARTICLE), before);
}

#[test]
fn a_name_that_could_lead_out_of_the_folder_is_refused() {
    for id in ["../x", "a/b", "My Group", ""] {
        let project = Project::good();
        assert!(refused(&project, &["contact", id, "--name", "x"]).contains("lower-case letters"), "{id}");
    }
}

#[test]
fn check_names_every_empty_place_of_a_new_contact_until_it_is_filled_in() {
    let project = Project::good();
    done(&project, &["contact", "my-group", "--name", "My \"Group\""]);
    let steps = [
        ("kind", "# kind = \"\"", "kind = \"peer_support\""),
        ("scope", "scope = \"\"", "scope = \"city\""),
        ("confidence", "confidence = \"\"", "confidence = \"high\""),
        ("last_checked", "last_checked = \"\"", "last_checked = 2026-11-22"),
        ("places", "places = []", "places = [\"Manchester\"]"),
        ("words.summary", "summary = \"\"", "summary = \"Women meet.\""),
    ];
    let found =
        |field: &str| project.errors().iter().any(|e| e.file == NEW_CONTACT && e.field.as_deref() == Some(field));
    for (_, from, to) in steps {
        // The order in which a file's fields are read is not ours: each is named as long as it is empty and the others are not.
        project.replace(NEW_CONTACT, from, to);
    }
    assert!(!project.errors().iter().any(|error| error.file == NEW_CONTACT), "{:#?}", project.errors());
    for (field, from, to) in steps {
        project.replace(NEW_CONTACT, to, from);
        assert!(found(field), "{field} is empty and nobody says so: {:#?}", project.errors());
        project.replace(NEW_CONTACT, from, to);
    }
}

#[test]
fn a_contact_that_is_there_is_left_as_it_is() {
    let project = Project::good();
    let before = project.read(CONTACT);
    assert!(refused(&project, &["contact", "women-together", "--name", "x"]).contains("is there already"));
    assert_eq!(project.read(CONTACT), before);
}

#[test]
fn every_language_of_the_launch_list_can_be_begun_by_its_tag_alone() {
    let tags = [
        "bn", "ur", "fa", "vi", "ckb", "ps", "fa-AF", "pt-BR", "es-419", "fr", "zh-Hans", "pa", "ta", "sq", "so", "am",
    ];
    let project = Project::good();
    for tag in tags {
        done(&project, &["language", tag]);
    }
    let reading = load::read(project.root(), None);
    assert_eq!(reading.problems, []);
    let found: Vec<&str> = reading.content.languages.iter().map(|language| language.tag.as_str()).skip(3).collect();
    assert_eq!(found, tags);
    let rtl = reading.content.languages.iter().filter(|language| language.dir == Direction::Rtl);
    assert_eq!(rtl.map(|language| language.tag.as_str()).collect::<Vec<_>>(), ["ar", "ur", "fa", "ckb", "ps", "fa-AF"]);
}

#[test]
fn a_new_language_has_no_text_at_all_and_the_number_that_remains_is_said() {
    let project = Project::good();
    let before = project.read(LANGUAGES);
    let told = done(&project, &["language", "fr"]);
    let reading = load::read(project.root(), None);
    assert!(items(&reading.content, &reading.sources, "fr").is_empty());
    assert!(told.contains("3 documents, the words of 1 contacts and 6 messages"), "{told}");
    assert!(project.read(LANGUAGES).starts_with(&before), "what stood there stays as it was");
    assert!(project.read("locales/fr/review.toml").lines().all(|line| line.is_empty() || line.starts_with('#')));
}

#[test]
fn a_tag_that_looks_right_and_is_not_is_refused_with_the_right_one() {
    for (wrong, right) in [("prs", "fa-AF"), ("pes", "fa"), ("kmr", "ku")] {
        let project = Project::good();
        let before = project.read(LANGUAGES);
        assert!(refused(&project, &["language", wrong]).contains(&format!("write {right}")));
        assert_eq!(project.read(LANGUAGES), before);
        assert!(!project.path(&format!("locales/{wrong}")).exists());
    }
}

#[test]
fn a_language_that_is_there_is_left_as_it_is() {
    let project = Project::good();
    let before = (project.read(LANGUAGES), project.read(REVIEW_TI));
    assert!(refused(&project, &["language", "ti"]).contains("already"));
    assert_eq!((project.read(LANGUAGES), project.read(REVIEW_TI)), before);
}

#[test]
fn a_folder_of_the_language_that_is_there_is_left_as_it_is() {
    let project = Project::good();
    project.write("locales/fr/visits.ftl", "visits-title = Vos visites\n");
    let before = project.read(LANGUAGES);
    assert!(refused(&project, &["language", "fr"]).contains("locales/fr is there already"));
    assert_eq!(project.read(LANGUAGES), before);
}

#[test]
fn flags_win_over_the_launch_list() {
    let project = Project::good();
    done(&project, &["language", "fr", "--endonym", "français", "--english", "French (Africa)"]);
    let text = project.read(LANGUAGES);
    assert!(text.contains("endonym = \"français\"\nenglish = \"French (Africa)\"\ndir = \"ltr\""), "{text}");
}
