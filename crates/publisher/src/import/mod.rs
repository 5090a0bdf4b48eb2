//! `kindway-publish import`: drafts of contacts out of a directory that somebody else keeps.
//!
//! ```text
//!  file ──► feed ─┐
//!                 ├─► draft (place, phones, hours, text, taxonomy) ─► <slug>.toml ─► an editor ─► assets/content/contacts/
//!  URL ──► fetch ─┘                                              └──► report
//! ```
//!
//! Nothing that is read here reaches a phone by itself. What the feed does not say, and what only a person can decide, is left out
//! of the draft, so that `check` refuses the file until somebody has filled it in.

mod draft;
mod feed;
mod fetch;
mod hours;
mod phones;
mod place;
mod report;
pub(crate) mod taxonomy;
#[cfg(test)]
mod tests;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use chrono::NaiveDate;
use clap::Subcommand;
use sha2::{Digest, Sha256};
use url::Url;

use crate::progress::while_showing;
use draft::{Context, slug};
use feed::Feed;
use place::Outcodes;
use report::{Line, Outcome, Record, Report};

/// Drafts land here, below the project, unless told otherwise. `check` reads only `assets/` and `locales/`.
const FOLDER: &str = "import";
/// What is published, below the project.
const PUBLISHED: [&str; 2] = ["assets", "locales"];
/// The report that a program can read.
const REPORT: &str = "report.json";
/// What was written last time, by file name: the only way to know that an editor has changed a draft since.
const WRITTEN: &str = ".written.json";

/// What can be read.
#[derive(Subcommand)]
pub(crate) enum Import {
    /// Open Referral UK version 3, or HSDS 3: one draft a service, and a report.
    Oruk {
        /// A JSON file, or the address of a feed.
        #[arg(value_name = "FILE|URL")]
        from: String,
        /// The feed's short name, in lower-case letters, digits and hyphens: a part of every id.
        #[arg(long, value_name = "SLUG")]
        feed: Option<String>,
        /// Where the drafts go; `import/<feed>/` of the project unless told otherwise.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// As if it were this day.
        #[arg(long, value_name = "YYYY-MM-DD")]
        today: Option<NaiveDate>,
        /// How long one answer may take.
        #[arg(long, value_name = "SECONDS", default_value_t = 30)]
        patience: u64,
    },
}

/// Writes the drafts and says what became of each record. The exit code is 1 where the feed as a whole cannot be used.
pub(crate) fn run(out: &mut impl Write, root: &Path, import: &Import) -> Result<ExitCode, Box<dyn Error>> {
    let Import::Oruk { from, feed, out: folder, today, patience } = import;
    let today = today.unwrap_or_else(crate::today::today);
    let url = web_address(from);
    let name = match feed {
        Some(name) if is_slug(name) => name.clone(),
        Some(name) => {
            return Err(format!("\"{name}\": a feed's name has lower-case letters, digits and hyphens").into());
        }
        None => feed_name(from, url.as_ref())?,
    };
    let outcodes = Outcodes::read(root)?;
    let read = match &url {
        Some(url) => fetch::feed(url, Duration::from_secs(*patience))?,
        None => while_showing("Reading the feed", || feed::file(Path::new(from)))?,
    };
    let folder = match folder {
        Some(folder) => apart(root, folder)?,
        None => own_folder(root, &name)?,
    };
    let context = Context { feed: &name, from: url.as_ref().map(Url::as_str), today, outcodes: &outcodes };
    let report = while_showing("Writing the drafts", || drafts(&read, &context, from, &folder))?;
    report.tell(out)?;
    writeln!(out, "The drafts and {REPORT} are in {}", folder.display())?;
    Ok(ExitCode::SUCCESS)
}

/// An address if it is one: a file may have a colon in its name, but no scheme of the web.
fn web_address(from: &str) -> Option<Url> {
    let url = Url::parse(from).ok()?;
    // A scheme of one letter is a drive of Windows; every other one is for `fetch` to allow or refuse.
    (url.scheme().len() > 1 && from.contains("://")).then_some(url)
}

/// A name for the feed out of its host or its file.
fn feed_name(from: &str, url: Option<&Url>) -> Result<String, Box<dyn Error>> {
    let base = match url {
        Some(url) => url.host_str().map(|host| host.trim_start_matches("www.").to_owned()),
        None => Path::new(from).file_stem().map(|stem| stem.to_string_lossy().into_owned()),
    };
    let name = slug(&base.unwrap_or_default());
    if name.is_empty() {
        Err("say --feed: no name for the feed can be made out of its address".into())
    } else {
        Ok(name)
    }
}

/// The default folder. It brings a file that tells git to leave the whole of `import/` alone: drafts are other people's words
/// until an editor has read them.
fn own_folder(root: &Path, feed: &str) -> Result<PathBuf, Box<dyn Error>> {
    let all = root.join(FOLDER);
    fs::create_dir_all(&all).map_err(|error| format!("{}: {error}", all.display()))?;
    let ignore = all.join(".gitignore");
    if !ignore.exists() {
        fs::write(&ignore, "*\n").map_err(|error| format!("{}: {error}", ignore.display()))?;
    }
    Ok(all.join(feed))
}

/// A folder that somebody named. What lies below `assets/` and `locales/` is published, and a draft is not that far.
fn apart(root: &Path, folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let there = real(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for published in PUBLISHED {
        let below = real(&root.join(published)).is_ok_and(|published| there.starts_with(published));
        if below {
            let message = "drafts may not go where the content is that is published; leave out --out, and they go to";
            return Err(format!("{}: {message} {FOLDER}/", folder.display()).into());
        }
    }
    Ok(folder.to_owned())
}

/// Where a folder lies that may not be there yet, whatever links and dots lead to it.
fn real(folder: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(folder)?;
    let mut real = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => drop(real.pop()),
            part => real.push(part),
        }
        real = real.canonicalize().unwrap_or(real);
    }
    Ok(real)
}

/// Writes a draft for each record that can be used, and the report.
fn drafts(feed: &Feed, context: &Context<'_>, from: &str, folder: &Path) -> Result<Report, Box<dyn Error>> {
    let told = |path: &Path, error: io::Error| format!("{}: {error}", path.display());
    fs::create_dir_all(folder).map_err(|error| told(folder, error))?;
    let ledger = folder.join(WRITTEN);
    let before: BTreeMap<String, String> =
        fs::read(&ledger).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    let mut written = before.clone();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut report = Report::new(context, from, feed.notes.clone());

    for entry in &feed.entries {
        let read = match &entry.trouble {
            Some(trouble) => Err(trouble.clone()),
            None => draft::draft(&entry.value, context),
        };
        let mut record = Record::of(&entry.value);
        match read {
            Err(reason) => record.refuse(reason),
            Ok((draft, _)) if !seen.insert(draft.id.clone()) => {
                record.refuse(format!("the id {} came before in this feed: the first one counts", draft.record));
            }
            Ok((draft, notes)) => {
                let name = format!("{}.toml", draft.id);
                let text = draft.to_toml();
                let changed = notes.iter().any(Line::is_cleaned);
                record.name = Some(draft.name);
                record.file = Some(name.clone());
                record.original = draft.original;
                record.lines = notes;
                record.outcome = if changed { Outcome::Cleaned } else { Outcome::Written };
                let path = folder.join(&name);
                let stands = fs::read(&path).ok();
                let as_we_left_it = stands.as_ref().is_none_or(|bytes| before.get(&name) == Some(&hash(bytes)));
                if as_we_left_it || stands.as_deref() == Some(text.as_bytes()) {
                    fs::write(&path, &text).map_err(|error| told(&path, error))?;
                    written.insert(name, hash(text.as_bytes()));
                } else {
                    let beside = folder.join(format!("{name}.new"));
                    fs::write(&beside, &text).map_err(|error| told(&beside, error))?;
                    record.outcome = Outcome::Kept;
                    record.lines.push(Line::look(
                        "file",
                        format!("{name} was changed since it was written: it is left as it is, and the feed's words are in {name}.new"),
                    ));
                }
            }
        }
        report.records.push(record);
    }
    if feed.complete {
        // Also what was refused this time is still there.
        let ids = feed.entries.iter().filter_map(|entry| text::field(&entry.value, "id"));
        let there: BTreeSet<String> = ids.map(|record| draft::id(context.feed, &record)).collect();
        for name in before.keys().filter(|name| !there.contains(name.trim_end_matches(".toml"))) {
            report.notes.push(format!("{name} is no longer in the feed: find out whether it has ended"));
        }
    }
    let file = folder.join(REPORT);
    fs::write(&file, serde_json::to_string_pretty(&report)? + "\n").map_err(|error| told(&file, error))?;
    fs::write(&ledger, serde_json::to_string_pretty(&written)? + "\n").map_err(|error| told(&ledger, error))?;
    Ok(report)
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn is_slug(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
