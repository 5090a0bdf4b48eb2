//! What `assets/content/README.md` tells editors to do is done here, step by step, as it is written there, on a copy of the real
//! content. A step that the README does not say in one of the known ways fails, so that nothing in it goes untried.

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "shared by several tests")]
mod real;

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kindway-publish");
const CHORE: &str = "cargo xtask content ";
/// Packing and opening take about a second; a busy machine takes longer.
const PATIENCE: Duration = Duration::from_secs(60);

/// A numbered step: what it says, and the block below it.
struct Step {
    says: String,
    language: String,
    block: String,
}

/// The steps below one heading of the README.
fn steps(heading: &str) -> Vec<Step> {
    let readme = fs::read_to_string(real::project().join("assets/content/README.md")).unwrap();
    let (_, below) =
        readme.split_once(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no heading {heading:?}"));
    let section = below.split("\n## ").next().unwrap();
    let mut steps: Vec<Step> = Vec::new();
    let mut in_block = false;
    for line in section.lines() {
        let inner = line.strip_prefix("   ").unwrap_or(line);
        if let Some(step) = steps.last_mut().filter(|_| in_block) {
            in_block = inner != "```";
            if in_block {
                step.block.push_str(&format!("{inner}\n"));
            }
        } else if let Some(language) = inner.strip_prefix("```") {
            let step = steps.last_mut().unwrap();
            assert!(step.block.is_empty(), "one block a step: {}", step.says);
            step.language = language.to_owned();
            in_block = true;
        } else if let Some((_, says)) = line.split_once(". ").filter(|(number, _)| number.parse::<usize>().is_ok()) {
            steps.push(Step { says: says.to_owned(), language: String::new(), block: String::new() });
        } else if let Some(step) = steps.last_mut() {
            step.says.push_str(&format!(" {}", inner.trim()));
        }
    }
    assert!(!steps.is_empty(), "{heading} has no steps");
    steps
}

/// An editor at a copy of the content.
struct Editor {
    copy: TempDir,
    data: TempDir,
    preview: Option<Open>,
    /// The line that the step before pointed at.
    found: Option<(PathBuf, String)>,
}

impl Editor {
    fn new() -> Self {
        Self { copy: real::copy(), data: tempfile::tempdir().unwrap(), preview: None, found: None }
    }

    fn root(&self) -> &Path {
        self.copy.path()
    }

    fn follow(&mut self, heading: &str) {
        for step in steps(heading) {
            self.perform(&step);
        }
    }

    fn perform(&mut self, Step { says, language, block }: &Step) {
        let file = || self.root().join(says.split('`').nth(1).unwrap_or_else(|| panic!("no file in: {says}")));
        match language.as_str() {
            "sh" => self.command(block.trim()),
            _ if says.contains("replace everything in `") => {
                assert!(file().is_file(), "there is nothing to replace: {says}");
                fs::write(file(), block).unwrap();
            }
            _ if says.starts_with("Find this line in `") => {
                let text = fs::read_to_string(file()).unwrap();
                let known = text.lines().filter(|line| *line == block.trim_end()).count();
                assert_eq!(known, 1, "the README points at a line that is not there: {block}");
                self.found = Some((file(), block.clone()));
            }
            _ if says.starts_with("Write instead") => {
                let (file, old) = self.found.take().unwrap();
                let text = fs::read_to_string(&file).unwrap();
                fs::write(&file, text.replacen(old.as_str(), block, 1)).unwrap();
            }
            _ => panic!("the README has a step that this test cannot do: {says}"),
        }
    }

    /// Runs a command of the README. `cargo xtask content` passes what follows on to this program as it is.
    fn command(&mut self, command: &str) {
        let rest = command.strip_prefix(CHORE).unwrap_or_else(|| panic!("not a chore of the content: {command}"));
        let words = words(rest);
        if words == ["preview"] {
            self.preview = Some(Open::preview(self.root(), self.data.path()));
            return;
        }
        let output = self.run(&words.iter().map(String::as_str).collect::<Vec<_>>());
        // What a check finds is looked at below; here it must only have looked.
        let ran = if words == ["check"] {
            output.status.code().is_some_and(|code| code < 2)
        } else {
            output.status.success()
        };
        assert!(ran, "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn run(&self, words: &[&str]) -> Output {
        Command::new(PROGRAM).arg("--root").arg(self.root()).args(words).output().unwrap()
    }

    /// Every error of the check: its file, and what is wrong.
    fn errors(&self) -> BTreeSet<(String, String)> {
        let output = self.run(&["check", "--format", "json"]);
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let errors = told["problems"].as_array().unwrap().iter().filter(|problem| problem["severity"] == "error");
        errors
            .map(|problem| (text(&problem["file"]), format!("{} {}", problem["field"], text(&problem["message"]))))
            .collect()
    }

    fn ask(&self, request: &Value) -> Value {
        self.preview.as_ref().unwrap().ask(request)
    }
}

/// The words of a command as a shell would part them; only double quotes are used there.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    parts
        .flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// A preview that is open, and what it says.
struct Open {
    child: Child,
    lines: Receiver<String>,
    address: String,
    token: String,
}

impl Drop for Open {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Open {
    /// As `preview` opens it, with its data in a folder of the test and a page that needs no build.
    fn preview(root: &Path, data: &Path) -> Self {
        build_preview();
        let ui = data.join("ui");
        fs::create_dir_all(&ui).unwrap();
        fs::write(ui.join("index.html"), "<!doctype html>\n").unwrap();
        let mut command = Command::new(PROGRAM);
        command.arg("--root").arg(root).args(["preview", "--port", "0"]);
        command.arg("--folder").arg(data.join("hers")).arg("--ui").arg(&ui);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
        let (send, lines) = mpsc::channel();
        let said = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || said.lines().map_while(Result::ok).all(|line| send.send(line).is_ok()));
        let mut open = Self { child, lines, address: String::new(), token: String::new() };
        let told = open.wait_for("Kindway is at ");
        let (address, token) = told.strip_prefix("Kindway is at ").unwrap().split_once("/?t=").unwrap();
        (open.address, open.token) = (address.to_owned(), token.to_owned());
        open
    }

    /// Waits until the preview says this, and returns the whole line.
    fn wait_for(&self, words: &str) -> String {
        let until = Instant::now() + PATIENCE;
        let mut told = Vec::new();
        while let Ok(line) = self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            if line.contains(words) {
                return line;
            }
            told.push(line);
        }
        panic!("the preview never said {words:?}: {told:#?}");
    }

    fn ask(&self, request: &Value) -> Value {
        let call = ureq::post(format!("{}/call", self.address)).header("x-kindway-token", &self.token);
        let mut answer = call.send(request.to_string()).unwrap();
        serde_json::from_str(&answer.body_mut().read_to_string().unwrap()).unwrap()
    }

    fn get(&self, path: &str) -> String {
        ureq::get(format!("{}{path}", self.address)).call().unwrap().body_mut().read_to_string().unwrap()
    }

    /// Asks until the answer is so: the page does the same when it loads itself again.
    fn ask_until(&self, request: &Value, is_so: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + PATIENCE;
        loop {
            let answer = self.ask(request);
            if is_so(&answer) || Instant::now() > until {
                return answer;
            }
            thread::sleep(Duration::from_millis(100));
        }
    }
}

/// Makes sure that the program that shows the app is there. The tests as a whole are run after the whole workspace was built, and
/// then it is; to build it alone would be a second build of all that it needs, with other features.
fn build_preview() {
    let beside = Path::new(env!("CARGO_BIN_EXE_kindway-publish")).with_file_name("kindway-preview");
    if beside.with_extension(std::env::consts::EXE_EXTENSION).is_file() {
        return;
    }
    let mut build = Command::new(env!("CARGO"));
    build.current_dir(real::project()).args([
        "build",
        "--quiet",
        "--package",
        "kindway-preview",
        "--bin",
        "kindway-preview",
    ]);
    for (name, _) in
        std::env::vars().filter(|(name, _)| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"))
    {
        build.env_remove(name);
    }
    let built = build.output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
}

fn help_for(words: &str) -> Value {
    let filters = json!({ "women_only": false, "free_call": false, "self_referral": false });
    json!({ "ask": "help", "with": { "words": words, "need": null, "near": null, "filters": filters } })
}

fn article(id: &str) -> Value {
    json!({ "ask": "article", "with": { "id": id } })
}

#[test]
fn add_a_contact_as_the_readme_says_and_help_finds_it() {
    let mut editor = Editor::new();
    let before = editor.errors();
    editor.follow("Add a contact, step by step");
    let found = editor.ask(&help_for("Example group"));
    assert!(found.to_string().contains("\"id\":\"example-group\""), "{found:#}");
    let new: Vec<_> = editor.errors().difference(&before).cloned().collect();
    let only_its_words = |(file, told): &(String, String)| {
        file.starts_with("assets/content/contacts/words/") && told.contains("example-group")
    };
    assert!(new.iter().all(only_its_words), "the README promises that only its translations are missing: {new:#?}");
    assert!(!new.is_empty(), "the README promises that its translations are named");
}

#[test]
fn change_a_sentence_as_the_readme_says_and_it_is_in_the_article_that_is_open() {
    let mut editor = Editor::new();
    let before = editor.errors();
    let heading = "Change a sentence, step by step";
    let new = steps(heading).into_iter().find(|step| step.says.starts_with("Write instead")).unwrap().block;
    let sentence = new.trim_start_matches("- ").split(" [").next().unwrap().to_owned();
    editor.follow(heading);
    let preview = editor.preview.as_ref().unwrap();
    let shown = preview.ask_until(&article("interpreter"), |shown| shown.to_string().contains(&sentence));
    assert!(shown.to_string().contains(&sentence), "{shown:#}");
    let new: Vec<_> = editor.errors().difference(&before).cloned().collect();
    assert_eq!(new, [], "the README promises no mistake");
}

#[test]
fn the_page_learns_that_the_content_is_another_one() {
    let mut editor = Editor::new();
    editor.command("cargo xtask content preview");
    let preview = editor.preview.as_ref().unwrap();
    assert!(preview.get("/").contains("<script src=\"/follow.js\">"));
    let before = preview.get("/version");
    let file = editor.root().join("assets/content/articles/interpreter/en-GB.md");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("You never pay.", "You pay nothing.", 1)).unwrap();
    preview.wait_for("Shown as it is now.");
    let until = Instant::now() + PATIENCE;
    while preview.get("/version") == before && Instant::now() < until {
        thread::sleep(Duration::from_millis(100));
    }
    assert_ne!(preview.get("/version"), before);
}

#[test]
fn a_mistake_is_named_and_the_last_good_version_stays() {
    let mut editor = Editor::new();
    editor.command("cargo xtask content preview");
    let preview = editor.preview.as_ref().unwrap();
    let file = editor.root().join("assets/content/articles/interpreter/en-GB.md");
    let good = fs::read_to_string(&file).unwrap();
    for (spoilt, told) in [
        (good.replacen("You never pay. [RIGHTS-23]", "You pay nothing. [RIGHTS-9999]", 1), "RIGHTS-9999"),
        (good.replacen("## do", "do", 1), "words stand only in statements"),
    ] {
        assert_ne!(spoilt, good);
        fs::write(&file, spoilt).unwrap();
        assert!(preview.wait_for(told).starts_with("assets/content/articles/interpreter/en-GB.md:"));
        preview.wait_for("The last good version stays.");
        let shown = preview.ask(&article("interpreter")).to_string();
        assert!(shown.contains("You never pay.") && !shown.contains("You pay nothing."), "{shown}");
    }
    fs::write(&file, good.replacen("You never pay.", "You pay nothing.", 1)).unwrap();
    preview.wait_for("Shown as it is now.");
    let shown = preview.ask_until(&article("interpreter"), |shown| shown.to_string().contains("You pay nothing."));
    assert!(shown.to_string().contains("You pay nothing."), "once it is put right it is shown: {shown:#}");
}

#[test]
fn without_built_screens_the_preview_says_how_to_build_them() {
    let copy = tempfile::tempdir().unwrap();
    let output = Command::new(PROGRAM).arg("--root").arg(copy.path()).arg("preview").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("the screens are not built yet") && told.contains("cargo xtask run --preview"), "{told}");
}
