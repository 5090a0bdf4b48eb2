//! The commands as an editor runs them.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const FILES: &[(&str, &str)] = &[
    ("assets/content/channel.toml", "name = \"test\"\nchecked = 2026-11-22\n"),
    (
        "assets/content/languages.toml",
        "[[language]]\ntag = \"en-GB\"\nendonym = \"English\"\nenglish = \"English\"\ndir = \"ltr\"\nscript = \"latin\"\n\n\
         [[language]]\ntag = \"ti\"\nendonym = \"ትግርኛ\"\nenglish = \"Tigrinya\"\ndir = \"ltr\"\nscript = \"ethiopic\"\n",
    ),
    (
        "assets/content/facts.toml",
        "[[fact]]\nid = \"MONEY-01\"\nnations = [\"UK\"]\nconfidence = \"high\"\n\
         sources = [{ url = \"https://example.org\", dated = \"2025\" }]\n",
    ),
    (
        "assets/content/rates.toml",
        "[[rate]]\nid = \"week\"\npence = 4918\nper = \"week\"\nfacts = [\"MONEY-01\"]\ndated = \"2024\"\n\
         checked = 2026-11-22\nreview_by = 2027-01-31\n",
    ),
    ("assets/content/needs.toml", "need = []\n"),
    ("assets/places/outcodes.csv", "outcode,latitude,longitude,town,postcodes,radius_km_p90\n"),
    ("locales/en-GB/money.ftl", "# The title of the screen.\nmoney-title = Money\n"),
    ("locales/ti/money.ftl", "money-title = ገንዘብ\n"),
];

fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in FILES {
        write(folder.path(), path, text);
    }
    folder
}

fn write(root: &Path, path: &str, text: &str) {
    fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
    fs::write(root.join(path), text).unwrap();
}

fn run(root: &Path, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_kindway-publish");
    Command::new(program).arg("--root").arg(root).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_stamped_project_passes_its_check_and_tells_how_many_facts_are_used() {
    let project = project();
    let stamped = run(project.path(), &["stamp", "ti"]);
    assert_eq!(said(&stamped), "ti: 1 new, 0 changed, 0 as they were, 0 removed\n");
    let checked = run(project.path(), &["check"]);
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
    let checked = run(project.path(), &["check"]);
    assert_eq!(checked.status.code(), Some(1));
    let shown = "error: the fact MONEY-99 is not in facts.toml\n  --> assets/content/rates.toml:5 [facts]\n     5 | facts = [\"MONEY-99\"]\n";
    assert!(said(&checked).contains(shown), "{}", said(&checked));
    assert!(said(&checked).ends_with("1 error, 0 warnings\n"), "{}", said(&checked));
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
