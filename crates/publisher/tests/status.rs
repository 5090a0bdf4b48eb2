//! The table of what has been read by whom.

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "the small project of the content's own tests, of which only some is needed here")]
#[path = "../../content/tests/spec/project.rs"]
mod project;
#[allow(dead_code, reason = "shared by several tests")]
mod real;

use std::fs;
use std::path::Path;
use std::process::Command;

use project::*;
use serde_json::Value;

fn run(root: &Path, arguments: &[&str]) -> String {
    let program = env!("CARGO_BIN_EXE_kindway-publish");
    let output = Command::new(program).arg("--root").arg(root).arg("status").args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json(root: &Path) -> Value {
    serde_json::from_str(&run(root, &["--format", "json"])).unwrap()
}

fn language<'v>(table: &'v Value, tag: &str) -> &'v Value {
    table["languages"].as_array().unwrap().iter().find(|language| language["tag"] == tag).unwrap()
}

#[test]
fn the_table_of_the_real_content_claims_no_check_that_no_named_person_has_signed() {
    let root = real::project();
    let table = json(&root);
    for found in table["languages"].as_array().unwrap() {
        let tag = found["tag"].as_str().unwrap();
        let records = fs::read_to_string(root.join(format!("locales/{tag}/review.toml"))).unwrap_or_default();
        let signed = records.lines().filter(|line| line.contains(", by = \"")).count();
        let claimed: u64 = ["checked", "approved"].iter().map(|status| found["total"][status].as_u64().unwrap()).sum();
        // Today nobody has signed anything, and so no row may say that anybody has.
        assert!(claimed <= signed as u64, "{tag}: {claimed} claimed, {signed} signed");
    }
    assert!(table["total"]["machine"].as_u64().unwrap() > 0);
}

#[test]
fn every_status_is_counted_in_its_own_column() {
    let project = Project::good();
    let give = |key: &str, status: &str, more: &str| {
        let text = project.read(REVIEW_TI);
        let line = text.lines().find(|line| line.contains(&format!("\"{key}\""))).unwrap();
        let given = line.replace("\"machine\"", &format!("\"{status}\"")).replace(" }", &format!(", {more} }}"));
        project.replace(REVIEW_TI, line, &given);
    };
    give("words/visits/visits-title", "draft", "by = \"A\", on = 2026-11-21");
    give("words/visits/visits-count", "checked", "by = \"A\", on = 2026-11-21");
    give("words/visits/visits-add", "approved", "by = \"B\", on = 2026-11-21, checked_by = \"A\"");
    project.replace(ARTICLE, "Some clinics", "A few clinics");
    project.remove("assets/content/visits/scan/ti.md");
    let table = json(project.root());
    let areas = &language(&table, "ti")["areas"];
    for (area, status) in [
        ("words", "draft"),
        ("words", "checked"),
        ("words", "approved"),
        ("articles", "stale"),
        ("visits", "missing"),
        ("cards", "machine"),
        ("contacts", "machine"),
    ] {
        assert_eq!(areas[area][status], 1, "{area} {status}: {areas:#}");
    }
}

#[test]
fn the_totals_are_the_sums_of_the_rows() {
    let project = Project::good();
    let table = json(project.root());
    for (status, total) in table["total"].as_object().unwrap() {
        let languages = table["languages"].as_array().unwrap().iter();
        let sum: u64 = languages
            .flat_map(|language| language["areas"].as_object().unwrap().values())
            .map(|area| area[status].as_u64().unwrap())
            .sum();
        assert_eq!(total.as_u64(), Some(sum), "{status}");
    }
}

#[test]
fn sums_of_money_are_looked_at_in_english_only() {
    let table = json(Project::good().root());
    assert_eq!(language(&table, "en-GB")["areas"]["rates"]["source"], 1);
    assert_eq!(language(&table, "ti")["areas"]["rates"], Value::Null);
}

#[test]
fn the_table_for_people_has_a_row_for_each_area_and_a_total() {
    let told = run(Project::good().root(), &[]);
    let row = |start: &str| told.lines().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{told}"));
    let cells = |line: &str| line.split_whitespace().skip(2).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(cells(row("language")), ["source", "machine", "draft", "checked", "approved", "stale", "missing"]);
    assert_eq!(cells(row("ti       articles")), ["0", "1", "0", "0", "0", "0", "0"]);
    assert_eq!(cells(row("ti       messages")), ["0", "6", "0", "0", "0", "0", "0"]);
    assert_eq!(cells(row("all      all"))[1], "20");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_counted_as_missing() {
    let project = Project::good();
    project.replace(ARTICLE_TI, "## do", "do");
    let told = run(project.root(), &[]);
    assert!(told.contains(&format!("Not readable, so counted as missing (run check): {ARTICLE_TI}")), "{told}");
}
