//! Compares the sheet that came back with the content as it is now, and writes what the reviewer gave where all is well.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use chrono::NaiveDate;
use kindway_content::load::{self, LOCALES, Reading};
use kindway_content::review::{self, Item, Piece, PieceKind, Review, ReviewRecord, same_person, status};
use kindway_content::{Language, Problem, TranslationStatus, check_project};
use unicode_script::{Script, UnicodeScript};

use super::read::{self, Returned, Row};
use super::splice::splice;
use super::{Column, DATE, LANGUAGE, NAME, Refusal, fingerprint};
use crate::progress::while_showing;
use crate::today::today;

/// Reads, judges and, where asked to, writes.
pub(super) fn run(
    out: &mut impl Write,
    root: &Path,
    file: &Path,
    apply: bool,
    approve: bool,
) -> Result<ExitCode, Box<dyn Error>> {
    match while_showing("Comparing the sheet with the content", || judge(root, file, approve))? {
        Err(refusals) => {
            for refusal in &refusals {
                writeln!(out, "{refusal}")?;
            }
            writeln!(out, "{} to put right; nothing was written", refusals.len())?;
            Ok(ExitCode::FAILURE)
        }
        Ok(outcome) => {
            outcome.tell(out)?;
            match (outcome.files.is_empty(), apply) {
                (true, _) => writeln!(out, "nothing to write")?,
                (false, false) => writeln!(out, "nothing was written: the same command with --apply writes it")?,
                (false, true) => {
                    for (path, text) in &outcome.files {
                        write_whole(&root.join(path), text)?;
                        writeln!(out, "wrote {path}")?;
                    }
                }
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// What a good sheet comes to.
#[derive(Debug, Default)]
struct Outcome {
    /// Every file that becomes another, by path from the root.
    files: BTreeMap<String, String>,
    /// Texts in other words.
    changed: usize,
    /// Items that get a status, and which.
    given: BTreeMap<String, TranslationStatus>,
    /// Items with ticks or changes whose rows are not all right.
    unfinished: Vec<String>,
    /// Texts that the reviewer finds wrong without giving other words.
    wrong: Vec<String>,
    /// Items of a person whose text is another now.
    lost: Vec<String>,
    /// Items that are approved already and stay so.
    kept: usize,
    /// Rows that nobody touched and whose text has changed since.
    outdated: usize,
}

impl Outcome {
    fn tell(&self, out: &mut impl Write) -> std::io::Result<()> {
        writeln!(out, "texts changed: {}", self.changed)?;
        for wanted in [TranslationStatus::Checked, TranslationStatus::Approved, TranslationStatus::Draft] {
            let keys: Vec<&str> =
                self.given.iter().filter(|(_, given)| **given == wanted).map(|(key, _)| key.as_str()).collect();
            let name = review::status_name(wanted);
            if !keys.is_empty() {
                writeln!(out, "{name}: {} ({})", keys.len(), keys.join(", "))?;
            }
        }
        for key in &self.unfinished {
            writeln!(out, "{key}: not every row is ticked \"Right\", so it gets no status from this sheet")?;
        }
        for key in &self.wrong {
            writeln!(out, "{key}: needs change, and the reviewer gave no other words")?;
        }
        for key in &self.lost {
            writeln!(out, "{key}: the status that a person gave it is gone with the old text")?;
        }
        if self.kept > 0 {
            writeln!(out, "approved before and left so: {}", self.kept)?;
        }
        if self.outdated > 0 {
            writeln!(
                out,
                "{} rows that nobody ticked have changed since the sheet was made: export again",
                self.outdated
            )?;
        }
        Ok(())
    }
}

type Judged = Result<Outcome, Vec<Refusal>>;

/// The rows of one item, each beside its piece.
type Touched<'a> = BTreeMap<&'a str, Vec<(&'a Row, &'a Piece)>>;

fn judge(root: &Path, file: &Path, approve: bool) -> Result<Judged, Box<dyn Error>> {
    let (returned, mut refusals) = match read::read(file) {
        Ok(read) => read,
        Err(refusals) => return Ok(Err(refusals)),
    };
    let reading = load::read(root, None);
    let Some(language) = reading.content.languages.iter().find(|language| language.tag == returned.tag) else {
        let message = format!("{} is not a language of {}/languages.toml", returned.tag, load::CONTENT);
        refusals.push(returned.refuse_cover(LANGUAGE, message));
        return Ok(Err(refusals));
    };
    let records_file = format!("{LOCALES}/{}/{}", language.tag, review::FILE);
    if let Some(problem) = reading.problems.iter().find(|problem| problem.file == records_file) {
        // Written anew without them, what people have given would be lost.
        return Err(format!("the records on file cannot be read: {problem}").into());
    }
    let pieces = review::pieces(&reading.content, &reading.sources, &language.tag);
    let by_key: BTreeMap<String, &Piece> = pieces.iter().map(|piece| (piece.key(), piece)).collect();
    let mut outcome = Outcome::default();
    // What a cell that cannot be taken says is not judged as well.
    let as_a_sheet = refusals.len();
    let untaken: BTreeSet<_> = refusals.iter().map(|refusal| (refusal.sheet.clone(), refusal.cell)).collect();
    refusals.extend(signature(&returned));
    refusals.extend(altered(&returned));
    let mut known: Vec<(&Row, &Piece)> = Vec::new();
    for row in &returned.rows {
        match by_key.get(&row.key) {
            None => refusals.push(unknown(&returned, row)),
            Some(piece) => match outdated(&returned, row, piece) {
                Some(refusal) if row.is_touched() => refusals.push(refusal),
                Some(_) => outcome.outdated += 1,
                None => known.push((row, piece)),
            },
        }
    }
    let changes = changes(&returned, &known, language, &mut refusals);
    let judged = refusals.split_off(as_a_sheet);
    refusals.extend(judged.into_iter().filter(|judged| !untaken.contains(&(judged.sheet.clone(), judged.cell))));
    if !refusals.is_empty() {
        refusals.sort();
        return Ok(Err(refusals));
    }
    let (Some(by), Some(on)) = (&returned.name, returned.on) else { return Ok(Ok(outcome)) };

    let wrong = known.iter().filter(|(row, _)| row.needs_change && row.changed.is_empty());
    outcome.wrong = wrong.map(|(row, _)| row.key.clone()).collect();
    let scratch = tempfile::tempdir()?;
    outcome.changed = changes.len();
    for (path, changes) in by_file(&changes) {
        let raw = fs::read_to_string(root.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        let pieces: Vec<(&Piece, String)> = changes.iter().map(|(_, piece, words)| (*piece, words.clone())).collect();
        match splice(&raw, &pieces) {
            Ok(text) => drop(outcome.files.insert(path, text)),
            Err(at) => {
                let message = format!("its place in {path} was not found; change it there by hand");
                refusals.extend(changes.get(at).map(|(row, ..)| returned.refuse(row, Column::Changed, message)));
            }
        }
    }
    write_below(scratch.path(), &outcome.files)?;
    let after = load::read(root, Some(scratch.path()));
    let before = Before { reading: &reading, pieces: &pieces };
    let records = records(&returned, &before, &after, &known, (by, on), approve, &mut outcome);
    refusals.extend(records.1);
    if records.0 != review::records(&reading.sources, &language.tag).cloned().unwrap_or_default() {
        outcome.files.insert(records_file, review::write(&records.0));
        write_below(scratch.path(), &outcome.files)?;
    }
    refusals.extend(broken(&returned, root, scratch.path(), &after, &before, &changes));
    refusals.sort();
    Ok(if refusals.is_empty() { Ok(outcome) } else { Err(refusals) })
}

/// The content as it is before anything of the sheet.
struct Before<'a> {
    reading: &'a Reading,
    pieces: &'a [Piece],
}

/// A sheet with a tick or other words is signed.
fn signature(returned: &Returned) -> Vec<Refusal> {
    if !returned.rows.iter().any(Row::is_touched) {
        return Vec::new();
    }
    let mut refusals = Vec::new();
    if returned.name.is_none() {
        refusals.push(returned.refuse_cover(NAME, "the reviewer's name is missing"));
    }
    match returned.on {
        None => refusals.push(returned.refuse_cover(DATE, "the date is missing")),
        Some(on) if on > today() => refusals.push(returned.refuse_cover(DATE, format!("{on} is in the future"))),
        Some(_) => {}
    }
    refusals
}

/// Rows whose own columns no longer agree: somebody wrote over the English or the translation.
fn altered(returned: &Returned) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    for row in &returned.rows {
        for (column, text, hash) in [(Column::English, &row.english, &row.of), (Column::Words, &row.words, &row.is)] {
            if fingerprint(text) != *hash {
                let message = format!(
                    "{}: this is not what was sent; put it back, and write other words under \"{}\"",
                    row.key,
                    Column::Changed.heading()
                );
                refusals.push(returned.refuse(row, column, message));
            }
        }
    }
    refusals
}

fn unknown(returned: &Returned, row: &Row) -> Refusal {
    let message = format!("{} is no text of {}; it may have gone since the sheet was made", row.key, returned.tag);
    returned.refuse(row, Column::Key, message)
}

fn outdated(returned: &Returned, row: &Row, piece: &Piece) -> Option<Refusal> {
    let (column, what) = if fingerprint(&piece.english) != row.of {
        (Column::English, "the English")
    } else if fingerprint(&piece.words) != row.is {
        (Column::Words, "the translation")
    } else {
        return None;
    };
    let message = format!("{}: {what} has changed since the sheet was made; export again", row.key);
    Some(returned.refuse(row, column, message))
}

/// Texts in other words, as they would stand in their files.
fn changes<'a>(
    returned: &Returned,
    known: &[(&'a Row, &'a Piece)],
    language: &Language,
    refusals: &mut Vec<Refusal>,
) -> Vec<(&'a Row, &'a Piece, String)> {
    let mut changes = Vec::new();
    for (row, piece) in known.iter().copied().filter(|(row, _)| !row.changed.is_empty()) {
        let words = match piece.kind {
            PieceKind::Message => row.changed.clone(),
            _ => row.changed.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        let mistake = match piece.kind {
            PieceKind::Figure => Some(format!("can only be ticked here; change it in {}", piece.file)),
            _ => wrong_script(language, &words, &piece.words),
        };
        match mistake {
            Some(message) => refusals.push(returned.refuse(row, Column::Changed, format!("{}: {message}", row.key))),
            None if words == piece.words.trim() => {}
            None => changes.push((row, piece, words)),
        }
    }
    changes
}

/// Words in another language's script: a cell in the wrong row, or the wrong file. Latin letters are names and units.
fn wrong_script(language: &Language, words: &str, before: &str) -> Option<String> {
    let own = |script: Script| script.full_name().eq_ignore_ascii_case(&language.script);
    let is_letter = |c: &char| c.is_alphabetic() && !matches!(c.script(), Script::Common | Script::Inherited);
    let other = words.chars().filter(is_letter).map(|c| c.script()).find(|s| !own(*s) && *s != Script::Latin);
    if let Some(other) = other {
        return Some(format!(
            "{} letters, but {} is written in {}",
            other.full_name(),
            language.english,
            language.script
        ));
    }
    let has_own = |text: &str| text.chars().any(|c| own(c.script()));
    (has_own(before) && !has_own(words)).then(|| format!("no {} letters; the translation has some", language.script))
}

fn by_file<'a, 'b>(
    changes: &'b [(&'a Row, &'a Piece, String)],
) -> BTreeMap<String, Vec<&'b (&'a Row, &'a Piece, String)>> {
    let mut files: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for change in changes {
        files.entry(change.1.file.clone()).or_default().push(change);
    }
    files
}

/// The records after the sheet, and what cannot be given.
fn records(
    returned: &Returned,
    before: &Before<'_>,
    after: &Reading,
    known: &[(&Row, &Piece)],
    (by, on): (&String, NaiveDate),
    approve: bool,
    outcome: &mut Outcome,
) -> (Review, Vec<Refusal>) {
    let tag = returned.tag.as_str();
    let mut refusals = Vec::new();
    let mut records = review::records(&before.reading.sources, tag).cloned().unwrap_or_default();
    let items_before = review::items(&before.reading.content, &before.reading.sources, tag);
    let items_after = review::items(&after.content, &after.sources, tag);
    let mut touched: Touched<'_> = BTreeMap::new();
    for (row, piece) in known.iter().copied().filter(|(row, _)| row.is_touched()) {
        touched.entry(piece.item.as_str()).or_default().push((row, piece));
    }
    for (key, rows) in &touched {
        // Where the file cannot be read any more, that is refused elsewhere.
        let (Some(old), Some(new)) = (items_before.get(*key), items_after.get(*key)) else { continue };
        let on_file = records.get(*key);
        let wanted = before.pieces.iter().filter(|piece| piece.item == **key).count();
        let right = rows.iter().filter(|(row, _)| row.right).count();
        let seen = rows.iter().filter(|(row, _)| row.right || !row.changed.is_empty()).count();
        let is_changed = old.is != new.is;
        let given = |status, checked_by| ReviewRecord {
            status,
            of: new.of.clone(),
            is: new.is.clone(),
            by: Some(by.clone()),
            on: Some(on),
            checked_by,
        };
        let record = if right == wanted && approve {
            match checker(tag, old, on_file).filter(|checker| !is_changed && !same_person(checker, by)) {
                Some(checker) => given(TranslationStatus::Approved, Some(checker)),
                None => {
                    let message = format!("{key}: {}", why_not_approved(tag, old, on_file, is_changed, by));
                    refusals.extend(rows.first().map(|(row, _)| returned.refuse(row, Column::Right, message)));
                    continue;
                }
            }
        } else if right == wanted {
            if !is_changed && status(tag, old, on_file) == TranslationStatus::Approved {
                outcome.kept += 1;
                continue;
            }
            given(TranslationStatus::Checked, None)
        } else {
            outcome.unfinished.push((*key).to_owned());
            if !is_changed {
                continue;
            }
            if on_file.is_some_and(ReviewRecord::is_by_a_person) {
                outcome.lost.push((*key).to_owned());
            }
            if seen == wanted {
                given(TranslationStatus::Draft, None)
            } else {
                // Other words in one place do not make the rest of an old translation fresh.
                let of = on_file.map_or_else(|| new.of.clone(), |record| record.of.clone());
                let status = TranslationStatus::Machine;
                ReviewRecord { status, of, is: new.is.clone(), by: None, on: None, checked_by: None }
            }
        };
        if tag == kindway_content::SOURCE_LANGUAGE && !record.is_by_a_person() {
            // English is nobody's translation: without a person it has no record.
            records.remove(*key);
            continue;
        }
        if record.is_by_a_person() {
            outcome.given.insert((*key).to_owned(), record.status);
        }
        records.insert((*key).to_owned(), record);
    }
    (records, refusals)
}

/// Who has checked the text that is on file, if anybody has.
fn checker(tag: &str, item: &Item, record: Option<&ReviewRecord>) -> Option<String> {
    record.filter(|_| status(tag, item, record) == TranslationStatus::Checked)?.by.clone()
}

fn why_not_approved(tag: &str, item: &Item, record: Option<&ReviewRecord>, is_changed: bool, by: &str) -> String {
    match checker(tag, item, record) {
        _ if is_changed => {
            "cannot be approved: its words are new, and somebody else has to check them first".to_owned()
        }
        Some(checker) if same_person(&checker, by) => {
            format!("cannot be approved: {checker} checked it, and another person has to release it")
        }
        Some(_) | None => {
            let status = review::status_name(status(tag, item, record));
            format!("cannot be approved: nobody else has checked it before (it is {status})")
        }
    }
}

/// What the changed files would break: mistakes that were not there before, and texts that read otherwise than they were written.
fn broken(
    returned: &Returned,
    root: &Path,
    scratch: &Path,
    after: &Reading,
    before: &Before<'_>,
    changes: &[(&Row, &Piece, String)],
) -> Vec<Refusal> {
    let Some((first, ..)) = changes.first() else { return Vec::new() };
    let told = |problem: &Problem| (problem.file.clone(), problem.field.clone(), problem.message.clone());
    let errors = |overlay: Option<&Path>| {
        let problems = check_project(root, overlay, today()).problems;
        // In the public channel a text is out until it is approved again; that is no mistake in its words.
        problems.into_iter().filter(|problem| problem.is_error() && problem.field.as_deref() != Some("status"))
    };
    let known: BTreeSet<_> = errors(None).map(|problem| told(&problem)).collect();
    let files: BTreeSet<&str> = changes.iter().map(|(_, piece, _)| piece.file.as_str()).collect();
    let new = errors(Some(scratch)).filter(|p| files.contains(p.file.as_str()) && !known.contains(&told(p)));
    let mut refusals: Vec<Refusal> = new
        .map(|problem| {
            let here = || changes.iter().filter(|(_, piece, _)| piece.file == problem.file);
            let by_line = here().find(|(_, piece, _)| piece.line.is_some() && piece.line == problem.line);
            let (row, piece, _) = by_line.or_else(|| here().next()).unwrap_or(&changes[0]);
            returned.refuse(row, Column::Changed, format!("{}: {}", piece.key(), problem.message))
        })
        .collect();
    if !refusals.is_empty() {
        return refusals;
    }
    let wanted: BTreeMap<String, &str> =
        changes.iter().map(|(_, piece, words)| (piece.key(), words.as_str())).collect();
    let is: BTreeMap<String, String> =
        review::pieces(&after.content, &after.sources, &returned.tag).into_iter().map(|p| (p.key(), p.words)).collect();
    for piece in before.pieces {
        let key = piece.key();
        let should = wanted.get(&key).copied().unwrap_or(&piece.words);
        let reads = is.get(&key).map(String::as_str);
        if reads.map(plain) != Some(plain(should)) {
            let row = changes.iter().find(|(_, changed, _)| changed.key() == key).map_or(*first, |(row, ..)| row);
            let message =
                format!("{key}: once written it would read \"{}\"; use plainer marks", reads.unwrap_or_default());
            refusals.push(returned.refuse(row, Column::Changed, message));
        }
    }
    refusals
}

/// Fluent has more than one spelling for the same message: spaces do not tell two apart.
fn plain(text: &str) -> String {
    text.split_whitespace().collect()
}

fn write_below(folder: &Path, files: &BTreeMap<String, String>) -> Result<(), Box<dyn Error>> {
    for (path, text) in files {
        let file = folder.join(path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&file, text)?;
    }
    Ok(())
}

/// Writes a file so that it is never half of the old and half of the new.
fn write_whole(file: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    let folder = file.parent().ok_or("a file stands in a folder")?;
    let told = |error: std::io::Error| format!("{}: {error}", file.display());
    let Ok(now) = fs::metadata(file) else { return Ok(fs::write(file, text).map_err(told)?) };
    let mut scratch = tempfile::NamedTempFile::new_in(folder).map_err(told)?;
    scratch.write_all(text.as_bytes()).map_err(told)?;
    fs::set_permissions(scratch.path(), now.permissions()).map_err(told)?;
    scratch.persist(file).map_err(|error| told(error.error))?;
    Ok(())
}
