//! The rules of the house that no compiler knows.

use std::{collections::BTreeSet, fs, io, path::Path};

use serde_json::Value;

use crate::steps::{Result, cargo, read, root};

/// What the core may not know: the world comes in through `kindway_core::ports`.
const NOT_IN_CORE: [&str; 9] = [
    "tauri",
    "tokio",
    "reqwest",
    "getrandom",
    "SystemTime::now",
    "Utc::now",
    "Instant::now",
    "chrono::Local",
    "Local::",
];

/// Crates that would bring the world in behind the core's back.
const NOT_UNDER_CORE: [&str; 6] = ["tauri", "tokio", "reqwest", "getrandom", "rand", "axum"];

/// Second verifiers and their cryptography: what is published is judged with them, and the app has a way of its own.
const NOT_IN_THE_APP: [&str; 3] = ["aws-lc-rs", "aws-lc-sys", "tough"];

/// The shell is set-up, one command and events; policy belongs in the core.
const SHELL_LINES: usize = 300;

/// A thing is named for what the woman would call it, not for what programmers call everything.
const EMPTY_NAMES: [&str; 4] = ["Manager", "Helper", "Util", "Service"];

pub(crate) fn check() -> Result {
    let mut broken = Vec::new();
    core_knows_no_world(&mut broken)?;
    the_app_carries_no_tool(&mut broken)?;
    only_the_platform_knows_tauri(&mut broken)?;
    the_shell_is_small(&mut broken)?;
    names_say_something(&mut broken)?;
    threats_name_tests_that_are_there(&mut broken)?;
    if broken.is_empty() { Ok(()) } else { Err(broken.join("\n")) }
}

fn core_knows_no_world(broken: &mut Vec<String>) -> Result {
    for file in sources("crates/core/src", &["rs"])? {
        for (number, line) in file.code() {
            for word in NOT_IN_CORE.iter().filter(|word| has_word(line, word)) {
                broken.push(format!(
                    "{}:{number}: the core may not know `{word}`; it comes in through a port",
                    file.path
                ));
            }
        }
    }
    let metadata = read(cargo().args(["metadata", "--format-version=1", "--no-deps"]))?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let dependencies = packages.filter(|package| package["name"] == "kindway-core").flat_map(|core| {
        core["dependencies"].as_array().into_iter().flatten().filter(|needed| needed["kind"].is_null())
    });
    for name in dependencies.filter_map(|needed| needed["name"].as_str()).filter(|name| NOT_UNDER_CORE.contains(name)) {
        broken.push(format!("crates/core/Cargo.toml: the core may not depend on `{name}`"));
    }
    Ok(())
}

fn the_app_carries_no_tool(broken: &mut Vec<String>) -> Result {
    let shell = ["tree", "--package", "kindway-shell", "--edges", "normal,build", "--target", "all"];
    let told = read(cargo().args(shell).args(["--prefix", "none", "--format", "{p}"]))?;
    for name in NOT_IN_THE_APP.iter().filter(|name| told.lines().any(|line| line.split(' ').next() == Some(**name))) {
        broken.push(format!("src-tauri: the app may not depend on `{name}`, by whatever way"));
    }
    Ok(())
}

fn only_the_platform_knows_tauri(broken: &mut Vec<String>) -> Result {
    for file in sources("ui/src", &["ts", "tsx"])?.into_iter().filter(|file| !file.path.starts_with("ui/src/platform/"))
    {
        for (number, line) in file.code() {
            if line.contains("@tauri-apps") {
                broken.push(format!("{}:{number}: only ui/src/platform/ may know Tauri", file.path));
            }
        }
    }
    Ok(())
}

fn the_shell_is_small(broken: &mut Vec<String>) -> Result {
    let files = sources("src-tauri", &["rs"])?;
    let lines: usize = files.iter().filter(|file| !file.is_test()).map(|file| file.text.lines().count()).sum();
    if lines >= SHELL_LINES {
        broken.push(format!("src-tauri has {lines} lines of Rust; under {SHELL_LINES} it can be read as a whole"));
    }
    Ok(())
}

fn names_say_something(broken: &mut Vec<String>) -> Result {
    for folder in ["crates", "src-tauri", "ui/src", "tests"] {
        for file in sources(folder, &["rs", "ts", "tsx", "mjs"])? {
            for (number, line) in file.code() {
                if let Some(name) = declared(line).filter(|name| is_empty_name(name)) {
                    broken
                        .push(format!("{}:{number}: `{name}` says nothing; name it for what it is to her", file.path));
                }
            }
        }
    }
    Ok(())
}

/// What `docs/threats.md` says a test shows is believed by whoever reads it, so the test has to be there.
fn threats_name_tests_that_are_there(broken: &mut Vec<String>) -> Result {
    let page = "docs/threats.md";
    let text = fs::read_to_string(root().join(page)).map_err(|error| format!("{page}: {error}"))?;
    let mut tests = BTreeSet::new();
    for folder in ["crates", "src-tauri", "tests"] {
        for file in sources(folder, &["rs"])? {
            tests.extend(file.code().filter_map(|(_, line)| named_function(line)).map(str::to_owned));
        }
    }
    let is_there = |path: &str| root().join(path).exists() || root().join("crates").join(path).exists();
    for (number, line) in text.lines().enumerate() {
        let sentences = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        let missing = sentences.filter(|word| is_sentence(word) && !tests.contains(*word)).map(str::to_owned);
        let named: Vec<&str> = line.split('`').collect();
        let journeys = named.chunks_exact(2).filter(|pair| pair[0].ends_with("journey "));
        let journeys = journeys.map(|pair| format!("tests/journeys/{}.mjs", pair[1]));
        let paths = named.iter().skip(1).step_by(2).filter(|path| path.contains('/')).map(|path| (*path).to_owned());
        for what in missing.chain(journeys.chain(paths).filter(|path| !is_there(path))) {
            broken.push(format!("{page}:{}: there is no {what}", number + 1));
        }
    }
    Ok(())
}

/// Tests have names of several words.
fn is_sentence(word: &str) -> bool {
    word.matches('_').count() >= 3 && !word.contains(char::is_uppercase)
}

/// The name of the function that a line begins.
fn named_function(line: &str) -> Option<&str> {
    let (_, name) = line.split_once("fn ")?;
    name.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()
}

/// The name of the type that a line declares.
fn declared(line: &str) -> Option<&str> {
    let words = line.trim_start().split(|letter: char| letter.is_whitespace() || "({<;".contains(letter));
    let mut words =
        words.skip_while(|word| ["pub", "crate)", "super)", "export", "default", "abstract", "declare"].contains(word));
    let kind = words.next()?;
    if ["struct", "enum", "trait", "type", "class", "interface"].contains(&kind) { words.next() } else { None }
}

fn is_empty_name(name: &str) -> bool {
    let ends = |word: &str| name.ends_with(word) || name.strip_suffix('s').is_some_and(|one| one.ends_with(word));
    EMPTY_NAMES.iter().any(|word| ends(word))
}

/// Whether the text stands in the line and is no part of a longer name.
fn has_word(line: &str, word: &str) -> bool {
    let part_of_a_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let open_end = word.ends_with(':');
        !before.is_some_and(part_of_a_name) && (open_end || !after.is_some_and(part_of_a_name))
    })
}

struct Source {
    path: String,
    text: String,
}

impl Source {
    /// Numbered lines without those that are only a comment.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(number, line)| (number + 1, line)).filter(|(_, line)| {
            let line = line.trim_start();
            !line.starts_with("//") && !line.starts_with('*') && !line.starts_with("/*")
        })
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }
}

fn sources(folder: &str, endings: &[&str]) -> Result<Vec<Source>> {
    let mut found = Vec::new();
    collect(&root().join(folder), endings, &mut found).map_err(|error| format!("{folder}: {error}"))?;
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<Source>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            if !["node_modules", "dist", "target", "gen", "out"].contains(&name.as_ref()) {
                collect(&path, endings, found)?;
            }
        } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
            let shown = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().into_owned();
            found.push(Source { path: shown, text: fs::read_to_string(&path)? });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_that_is_named_for_nothing_is_found() {
        for line in [
            "pub struct VisitManager {",
            "export class Helpers {",
            "enum DateUtil",
            "pub(crate) trait CallService<T> {",
        ] {
            assert!(declared(line).is_some_and(is_empty_name), "{line}");
        }
        for line in ["pub struct Visit {", "enum Helpful {", "let manager = 1;", "for line in [\"struct Manager\"]"] {
            assert!(!declared(line).is_some_and(is_empty_name), "{line}");
        }
    }

    #[test]
    fn a_test_is_known_by_its_sentence() {
        assert_eq!(named_function("    fn a_wait_never_shrinks() {"), Some("a_wait_never_shrinks"));
        assert_eq!(named_function("pub(crate) async fn call(x: u8)"), Some("call"));
        assert_eq!(named_function("let sentence = 1;"), None);
        assert!(is_sentence("a_wait_never_shrinks") && !is_sentence("is_sentence") && !is_sentence("A_B_C_D"));
    }

    #[test]
    fn a_forbidden_word_counts_only_as_a_word() {
        assert!(has_word("use getrandom::fill;", "getrandom"));
        assert!(has_word("let now = Utc::now();", "Utc::now"));
        assert!(has_word("let here = Local::today();", "Local::"));
        assert!(!has_word("let my_tokio_like = 1;", "tokio"));
        assert!(!has_word("AreaLocal::new()", "Local::"));
    }
}
