//! Reading a whole project.

use kindway_content::{Area, CalendarSystem, SupportKind, load, load_with_overlay};

use crate::project::*;

#[test]
fn a_good_project_has_neither_errors_nor_warnings() {
    assert_eq!(Project::good().checked().problems, []);
}

#[test]
fn what_editors_wrote_is_what_is_read() {
    let content = load(Project::good().root()).unwrap();
    let doc = &content.docs[&(Area::Articles, "interpreter".to_owned(), "en-GB".to_owned())];
    let second = &doc.sections[0].statements[1];
    assert_eq!(second.text(), "You can ask for one in {$language}.");
    assert_eq!(second.facts, ["RIGHTS-23", "RIGHTS-24"]);
    assert_eq!(second.picture.as_deref(), Some("interpreter"));
    assert!(second.after_loss && !second.ask);
    let first = &doc.sections[0].statements[0];
    assert!(first.spans[0].strong && first.spans[0].text == "Yes." && !first.spans[1].strong);
    assert_eq!(content.rates["self-catered"].support, [SupportKind::Section95]);
    assert_eq!(content.languages[2].calendar.system, Some(CalendarSystem::Ethiopic));
    assert_eq!(content.outcodes[1].town, "Manchester");
}

#[test]
fn a_translation_takes_facts_picture_and_flags_from_english() {
    let content = load(Project::good().root()).unwrap();
    let doc = |tag: &str| &content.docs[&(Area::Articles, "interpreter".to_owned(), tag.to_owned())];
    let (english, tigrinya) = (&doc("en-GB").sections[0].statements[1], &doc("ti").sections[0].statements[1]);
    assert_eq!(tigrinya.facts, english.facts);
    assert_eq!(tigrinya.picture, english.picture);
    assert!(tigrinya.after_loss);
    assert_ne!(tigrinya.text(), english.text());
    assert_eq!(doc("ti").front, doc("en-GB").front);
}

#[test]
fn an_app_statement_has_no_facts() {
    let content = load(Project::good().root()).unwrap();
    let visit = &content.docs[&(Area::Visits, "scan".to_owned(), "en-GB".to_owned())];
    let bring = visit.sections.iter().find(|section| section.id == "bring").unwrap();
    assert!(bring.statements[0].facts.is_empty());
}

#[test]
fn a_file_of_the_overlay_stands_in_for_the_one_of_the_project() {
    let (project, overlay) = (Project::good(), tempfile::tempdir().unwrap());
    let rates = project.read(RATES).replace("4918", "6000");
    std::fs::create_dir_all(overlay.path().join("assets/content")).unwrap();
    std::fs::write(overlay.path().join(RATES), rates).unwrap();
    let content = load_with_overlay(project.root(), overlay.path()).unwrap();
    assert_eq!(content.rates["self-catered"].pence, Some(6000));
    assert_eq!(load(project.root()).unwrap().rates["self-catered"].pence, Some(4918));
}

#[test]
fn a_file_saved_on_windows_reads_the_same() {
    let project = Project::good();
    let text = format!("\u{feff}{}", project.read(ARTICLE).replace('\n', "\r\n"));
    let before = load(project.root()).unwrap();
    project.write(ARTICLE, &text);
    assert_eq!(load(project.root()).unwrap(), before);
}

#[test]
fn several_mistakes_are_told_at_once_in_the_order_of_the_files() {
    let project = Project::good();
    project.replace(ARTICLE, "- Ask 2", "Ask 2");
    project.replace(ARTICLE_TI, "## unsure", "## maybe");
    project.replace(FACTS, "\"low\"", "\"poor\"");
    let problems = load(project.root()).unwrap_err();
    let files: Vec<&str> = problems.0.iter().map(|problem| problem.file.as_str()).collect();
    for file in [FACTS, ARTICLE] {
        assert!(files.contains(&file), "{problems}");
    }
}

#[test]
fn a_problem_reads_as_file_line_field_and_advice() {
    let found = after(|project| project.replace(ARTICLE, "[RIGHTS-23]", "[RIGHTS-99]"));
    let told = "assets/content/articles/interpreter/en-GB.md:14: [facts] the fact RIGHTS-99 is not in facts.toml";
    assert_eq!(found.0.to_string(), told);
}

#[test]
fn a_missing_file_is_named() {
    after(|project| project.remove(RATES)).at(RATES, None, "").says("missing");
}

#[test]
fn facts_that_nothing_says_are_counted_as_unused() {
    let project = Project::good();
    project.append(FACTS, "\n[[fact]]\nid = \"RIGHTS-25\"\nnations = [\"UK\"]\nconfidence = \"high\"\nsources = [{ url = \"https://example.org\", dated = \"2025\" }]\n");
    let coverage = &project.checked().coverage["RIGHTS"];
    assert_eq!(coverage.used, ["RIGHTS-23", "RIGHTS-24"]);
    assert_eq!(coverage.unused, ["RIGHTS-25"]);
}

#[test]
fn an_outcode_row_with_a_field_too_few_is_named_by_its_line() {
    after(|project| project.replace(OUTCODES, "L7,53.4075", "L7;53.4075")).at(OUTCODES, 2, "outcode");
}

#[test]
fn an_outcode_off_the_globe_is_refused() {
    after(|project| project.replace(OUTCODES, "53.4075", "534.075")).at(OUTCODES, 2, "latitude");
}

#[test]
fn a_stray_file_in_a_folder_of_languages_is_refused() {
    after(|project| project.write("locales/ti/notes.txt", "")).at("locales/ti/notes.txt", None, "");
}

#[test]
fn a_document_of_a_language_that_is_not_listed_is_pointed_out() {
    let project = Project::good();
    project.write("assets/content/articles/interpreter/fr.md", "");
    let warnings = project.warnings();
    assert_eq!(warnings[0].file, "assets/content/articles/interpreter/fr.md");
}
