//! The commands as an editor runs them.

#![allow(clippy::unwrap_used)]

#[allow(dead_code, reason = "shared by several tests")]
mod small;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};
use small::{project, write};
use tempfile::TempDir;

fn run(root: &Path, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_kindway-publish");
    Command::new(program).arg("--root").arg(root).args(arguments).output().unwrap()
}

/// A check of a day on which nothing is past review.
fn check(root: &Path, more: &[&str]) -> Output {
    run(root, &[&["check", "--today", "2026-11-22"], more].concat())
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_stamped_project_passes_its_check_and_tells_how_many_facts_are_used() {
    let project = project();
    let stamped = run(project.path(), &["stamp", "ti"]);
    assert_eq!(said(&stamped), "ti: 1 new, 0 changed, 0 as they were, 0 removed\n");
    let checked = check(project.path(), &[]);
    assert!(checked.status.success(), "{}", said(&checked));
    assert!(said(&checked).contains("MONEY      1 of   1"), "{}", said(&checked));
    assert!(said(&checked).ends_with("0 errors, 0 warnings\n"), "{}", said(&checked));
}

#[test]
fn a_mistake_is_shown_with_its_line_and_the_exit_code_is_1() {
    let project = project();
    let rates = project.path().join("assets/content/rates.toml");
    let text = fs::read_to_string(&rates).unwrap().replace("MONEY-01", "MONEY-99");
    fs::write(&rates, text).unwrap();
    run(project.path(), &["stamp", "ti"]);
    let checked = check(project.path(), &[]);
    assert_eq!(checked.status.code(), Some(1));
    let shown = "error: the fact MONEY-99 is not in facts.toml\n  --> assets/content/rates.toml:5 [facts]\n     5 | facts = [\"MONEY-99\"]\n";
    assert!(said(&checked).contains(shown), "{}", said(&checked));
    assert!(said(&checked).ends_with("1 error, 0 warnings\n"), "{}", said(&checked));
}

/// A project with one mistake: a fact that is not there.
fn with_a_mistake() -> TempDir {
    let project = project();
    let rates = project.path().join("assets/content/rates.toml");
    let text = fs::read_to_string(&rates).unwrap().replace("MONEY-01", "MONEY-99");
    fs::write(&rates, text).unwrap();
    run(project.path(), &["stamp", "ti"]);
    project
}

#[test]
fn json_holds_problems_and_coverage() {
    let project = with_a_mistake();
    let checked = check(project.path(), &["--format", "json"]);
    assert_eq!(checked.status.code(), Some(1));
    let told: Value = serde_json::from_str(&said(&checked)).unwrap();
    let problem = json!({
        "rule": "facts",
        "severity": "error",
        "file": "assets/content/rates.toml",
        "line": 5,
        "field": "facts",
        "message": "the fact MONEY-99 is not in facts.toml",
    });
    assert_eq!(told["problems"], json!([problem]));
    assert_eq!(told["coverage"], json!({ "MONEY": { "used": [], "unused": ["MONEY-01"] } }));
}

#[test]
fn sarif_names_a_rule_for_each_result() {
    let project = with_a_mistake();
    let told: Value = serde_json::from_str(&said(&check(project.path(), &["--format", "sarif"]))).unwrap();
    assert_eq!(told["version"], "2.1.0");
    let run = &told["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "kindway-publish");
    let result = &run["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&json!("facts"), &json!("error")));
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    let rule = &run["tool"]["driver"]["rules"][index];
    assert_eq!(rule["id"], "facts");
    assert!(rule["shortDescription"]["text"].is_string());
    let place = &result["locations"][0];
    assert_eq!(place["physicalLocation"]["artifactLocation"]["uri"], "assets/content/rates.toml");
    assert_eq!(place["physicalLocation"]["region"]["startLine"], 5);
    assert_eq!(place["logicalLocations"][0]["name"], "facts");
    assert!(result["message"]["text"].as_str().unwrap().contains("MONEY-99"));
}

#[test]
fn a_sound_project_has_no_results_and_the_exit_code_is_0() {
    let project = project();
    run(project.path(), &["stamp", "ti"]);
    let checked = check(project.path(), &["--format", "sarif"]);
    let told: Value = serde_json::from_str(&said(&checked)).unwrap();
    assert_eq!(told["runs"][0]["results"], json!([]));
    assert!(checked.status.success());
}

#[test]
fn what_is_past_review_on_the_day_of_the_check_is_told_and_stops_nothing() {
    let project = project();
    run(project.path(), &["stamp", "ti"]);
    let checked = run(project.path(), &["check", "--today", "2027-02-01"]);
    assert!(checked.status.success());
    let shown = "warning: past review since 2027-01-31";
    assert!(said(&checked).contains(shown), "{}", said(&checked));
    assert!(said(&checked).ends_with("0 errors, 1 warning\n"), "{}", said(&checked));
}

#[test]
fn without_a_day_the_check_is_of_today() {
    let project = project();
    run(project.path(), &["stamp", "ti"]);
    let rates = project.path().join("assets/content/rates.toml");
    let text =
        fs::read_to_string(&rates).unwrap().replace("2026-11-22", "2001-01-01").replace("2027-01-31", "2002-01-01");
    fs::write(&rates, text).unwrap();
    assert!(said(&run(project.path(), &["check"])).contains("past review since 2002-01-01"));
}

#[test]
fn the_report_of_reading_has_the_hardest_document_first() {
    let project = project();
    let front = "picture = \"x\"\nnations = [\"UK\"]\nchecked = 2026-11-22\nreview_by = 2027-01-31\n";
    for (id, words) in [("easy", "You can ask."), ("hard", "Authoritative verification necessitates documentation.")] {
        let text = format!("+++\ntitle = \"One\"\n{front}+++\n\n## answer\n\n- {words} [MONEY-01]\n");
        write(project.path(), &format!("assets/content/articles/{id}/en-GB.md"), &text);
    }
    let told = check(project.path(), &["--report", "reading"]);
    assert!(told.status.success());
    let said = said(&told);
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].starts_with(" age"), "{said}");
    assert!(lines[1].ends_with("articles/hard") && lines[2].ends_with("articles/easy"), "{said}");
}

#[test]
fn build_writes_a_seed_file_that_can_be_read() {
    let project = project();
    let out = project.path().join("seed.kw");
    let built = run(project.path(), &["build", "--out", out.to_str().unwrap()]);
    assert!(built.status.success());
    let pack = kindway_content::read_seed(&fs::read(&out).unwrap()).unwrap();
    let name: String = pack.sha256().iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(said(&built).trim_end().ends_with(&name), "{}", said(&built));
    assert!(pack.get("rate/week").is_some());
}

#[test]
fn build_takes_files_of_an_overlay() {
    let (project, overlay) = (project(), tempfile::tempdir().unwrap());
    let rates = fs::read_to_string(project.path().join("assets/content/rates.toml")).unwrap();
    write(overlay.path(), "assets/content/rates.toml", &rates.replace("4918", "5000"));
    let out = overlay.path().join("seed.kw");
    let arguments = ["build", "--out", out.to_str().unwrap(), "--overlay", overlay.path().to_str().unwrap()];
    assert!(run(project.path(), &arguments).status.success());
    let pack = kindway_content::read_seed(&fs::read(&out).unwrap()).unwrap();
    let rate: kindway_content::Rate = pack.get("rate/week").unwrap().decode().unwrap();
    assert_eq!(rate.pence, Some(5000));
}

#[test]
fn a_project_that_cannot_be_read_is_not_built() {
    let project = project();
    fs::remove_file(project.path().join("assets/content/needs.toml")).unwrap();
    let out = project.path().join("seed.kw");
    let built = run(project.path(), &["build", "--out", out.to_str().unwrap()]);
    assert_eq!(built.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&built.stderr).contains("assets/content/needs.toml: the file is missing"));
    assert!(!out.exists());
}
