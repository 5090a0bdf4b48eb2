//! `kindway-publish preview`: the app in a browser, which shows each change of the content a moment after it is saved.
//!
//! The screens and the core are the program `kindway-preview` beside this one. It follows the seed file that is packed here; a mistake
//! leaves the last good version on the screen.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, SystemTime};

use clap::Args;
use kindway_content::load::{CONTENT, LOCALES};
use kindway_content::{Problem, SOURCE_LANGUAGE, check_project, load, pack, write_seed};

use crate::progress::while_showing;
use crate::today::today;

/// How to show it.
#[derive(Args)]
pub(crate) struct Preview {
    /// The port; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Where what you type into the app is kept [default: the preview's own folder].
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The built screens [default: ui/dist].
    #[arg(long, value_name = "DIR")]
    ui: Option<PathBuf>,
}

/// What a change can come from.
const WATCHED: [&str; 2] = ["assets", LOCALES];
/// Files are looked at this often: it works on every kind of disk, and a thousand of them take a few milliseconds.
const EVERY: Duration = Duration::from_millis(300);

/// Shows the app until the person at the terminal ends it.
pub(crate) fn run(out: &mut impl Write, root: &Path, options: &Preview) -> Result<ExitCode, Box<dyn Error>> {
    let ui = options.ui.clone().unwrap_or_else(|| root.join("ui/dist"));
    if !ui.join("index.html").is_file() {
        let message = format!(
            "{} is missing: the screens are not built yet. Run `cargo xtask run --preview` once; it builds them",
            ui.join("index.html").display()
        );
        return Err(message.into());
    }
    let program = env::current_exe()?.with_file_name(format!("kindway-preview{}", env::consts::EXE_SUFFIX));
    if !program.is_file() {
        return Err(format!("{} is missing: `cargo xtask content preview` builds it", program.display()).into());
    }
    let scratch = tempfile::tempdir()?;
    let seed = scratch.path().join("seed.kw");
    let mut shown = Shown::default();
    let mut child: Option<Ended> = None;
    let mut seen = Files::default();
    loop {
        let now = settled(root);
        if now != seen {
            seen = now;
            if show(out, root, &seed, &mut shown)? && child.is_none() {
                child = Some(start(&program, options, &ui, &seed)?);
            }
        }
        if let Some(ended) = child.as_mut().map(|child| child.0.try_wait()).transpose()?.flatten() {
            return Err(format!("kindway-preview ended: {ended}").into());
        }
        thread::sleep(EVERY);
    }
}

/// A program that does not outlive this one.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(program: &Path, options: &Preview, ui: &Path, seed: &Path) -> Result<Ended, Box<dyn Error>> {
    let mut command = Command::new(program);
    command.arg("--follow").arg("--port").arg(options.port.to_string()).arg("--ui").arg(ui).arg("--seed").arg(seed);
    if let Some(folder) = &options.folder {
        command.arg("--folder").arg(folder);
    }
    // It ends when its input does, and so also where this program is killed.
    let child = command.stdin(Stdio::piped()).spawn().map_err(|error| format!("{}: {error}", program.display()))?;
    Ok(Ended(child))
}

/// The watched files, with when each was written and how long it is.
type Files = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// The files once they have stopped changing: an editor may write one in several steps.
fn settled(root: &Path) -> Files {
    let mut before = files(root);
    loop {
        thread::sleep(EVERY / 3);
        let now = files(root);
        if now == before {
            return now;
        }
        before = now;
    }
}

fn files(root: &Path) -> Files {
    let mut found = Files::new();
    let mut folders: Vec<PathBuf> = WATCHED.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            match entry.metadata() {
                Ok(about) if about.is_dir() && !hidden => folders.push(entry.path()),
                Ok(about) if about.is_file() && !hidden => {
                    found.insert(entry.path(), (about.modified().ok(), about.len()));
                }
                _ => {}
            }
        }
    }
    found
}

/// What is on the screen.
#[derive(Default)]
struct Shown {
    /// There is something.
    any: bool,
    /// The mistakes that it has.
    mistakes: BTreeSet<(String, Option<String>, String)>,
}

/// Checks and packs. True where the new version is on the screen.
fn show(out: &mut impl Write, root: &Path, seed: &Path, shown: &mut Shown) -> Result<bool, Box<dyn Error>> {
    let problems = while_showing("Checking the content", || check_project(root, None, today())).problems;
    let errors: Vec<Problem> = problems.into_iter().filter(Problem::is_error).collect();
    // A translation follows its English later: what it lacks must not keep an editor from seeing the English.
    let (later, now): (Vec<&Problem>, Vec<&Problem>) =
        errors.iter().partition(|problem| is_of_a_translation(&problem.file));
    let told = |problem: &Problem| (problem.file.clone(), problem.field.clone(), problem.message.clone());
    let new: Vec<&Problem> = now.iter().copied().filter(|problem| !shown.mistakes.contains(&told(problem))).collect();
    for problem in &new {
        writeln!(out, "{problem}")?;
    }
    if !later.is_empty() {
        writeln!(out, "The translations lack or miss something in {} places; `check` lists them.", later.len())?;
    }
    if shown.any && !new.is_empty() {
        writeln!(out, "Not shown: {} to put right first. The last good version stays.", new.len())?;
        out.flush()?;
        return Ok(false);
    }
    let packed = while_showing("Packing the content", || -> Result<Vec<u8>, Box<dyn Error>> {
        Ok(write_seed(&pack(&load(root)?)?)?)
    });
    let done = match packed {
        Ok(bytes) => {
            // In one step: the preview never reads half a file.
            let whole = seed.with_extension("new");
            fs::write(&whole, bytes)?;
            fs::rename(&whole, seed)?;
            shown.any = true;
            shown.mistakes = now.iter().map(|problem| told(problem)).collect();
            writeln!(out, "Shown as it is now.")?;
            true
        }
        Err(error) => {
            writeln!(out, "{error}")?;
            let stays = if shown.any { "The last good version stays." } else { "The preview opens when it can be." };
            writeln!(out, "Not shown: it cannot be read. {stays}")?;
            false
        }
    };
    out.flush()?;
    Ok(done)
}

/// True for a file in another language than English.
fn is_of_a_translation(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or_default();
    let is_doc = file.starts_with(CONTENT) && name.ends_with(".md") && name != format!("{SOURCE_LANGUAGE}.md");
    let is_words = file.starts_with(&format!("{CONTENT}/contacts/words/"));
    let is_locale = file.strip_prefix(LOCALES).is_some_and(|rest| !rest.starts_with(&format!("/{SOURCE_LANGUAGE}/")));
    is_doc || is_words || is_locale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_another_language_is_told_apart_from_english() {
        for file in ["assets/content/articles/x/ti.md", "assets/content/contacts/words/ar.toml", "locales/ti/help.ftl"]
        {
            assert!(is_of_a_translation(file), "{file}");
        }
        for file in ["assets/content/articles/x/en-GB.md", "assets/content/contacts/x.toml", "locales/en-GB/help.ftl"] {
            assert!(!is_of_a_translation(file), "{file}");
        }
    }
}
