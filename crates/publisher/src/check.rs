//! `kindway-publish check`: every mistake of the content, and how much of the fact register is used.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use kindway_content::coverage::Coverage;
use kindway_content::reading::Reading;
use kindway_content::{Checked, Kind, Problem, Severity, check_project};
use serde_json::{Value, json};

use crate::progress::while_showing;
use crate::today::today;

/// The schema of SARIF 2.1.0, as its standard names it.
const SARIF_SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What to check, as of which day, and how to tell it.
#[derive(Args)]
pub(crate) struct Options {
    /// Files below this folder stand in for those of the same path in the project.
    #[arg(long, value_name = "DIR")]
    overlay: Option<PathBuf>,
    /// For a person, as one JSON object, or as SARIF 2.1.0 for code hosts and editors.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The day of the check; what is past review on it is told. Today where it is left out.
    #[arg(long, value_name = "2026-11-22")]
    today: Option<NaiveDate>,
    /// Tells something else instead of the mistakes.
    #[arg(long, value_enum, conflicts_with = "format")]
    report: Option<Report>,
}

/// How what was found is told.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For a person.
    Human,
    /// One object: problems and coverage.
    Json,
    /// SARIF 2.1.0.
    Sarif,
}

/// What can be told instead of the mistakes.
#[derive(Clone, Copy, ValueEnum)]
enum Report {
    /// How hard each English document is to read, the hardest first.
    Reading,
}

/// Tells what is wrong. The exit code is 1 where anything stops publishing.
pub(crate) fn run(out: &mut impl Write, root: &Path, options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let today = options.today.unwrap_or_else(today);
    let overlay = options.overlay.as_deref();
    let checked = while_showing("Checking the content", || check_project(root, overlay, today));
    match (options.report, options.format) {
        (Some(Report::Reading), _) => {
            reading(out, &checked.reading)?;
            return Ok(ExitCode::SUCCESS);
        }
        (None, Format::Human) => human(out, root, overlay, &checked)?,
        (None, Format::Json) => told(out, &as_json(&checked))?,
        (None, Format::Sarif) => told(out, &as_sarif(&checked.problems))?,
    }
    let is_sound = !checked.problems.iter().any(Problem::is_error);
    Ok(if is_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn human(out: &mut impl Write, root: &Path, overlay: Option<&Path>, checked: &Checked) -> io::Result<()> {
    for problem in &checked.problems {
        show(out, problem, line_of(root, overlay, problem).as_deref())?;
    }
    coverage(out, &checked.coverage)?;
    let errors = checked.problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = checked.problems.len() - errors;
    writeln!(out, "{}, {}", count(errors, "error"), count(warnings, "warning"))
}

/// Shows what stops publishing, and says how much of it there is.
pub(crate) fn errors(
    out: &mut impl Write,
    root: &Path,
    overlay: Option<&Path>,
    checked: &Checked,
) -> io::Result<usize> {
    let errors: Vec<&Problem> = checked.problems.iter().filter(|problem| problem.is_error()).collect();
    for problem in &errors {
        show(out, problem, line_of(root, overlay, problem).as_deref())?;
    }
    Ok(errors.len())
}

/// One problem:
///
/// ```text
/// error: a statement names its facts: [RIGHTS-23], or [APP] for what the app does itself
///   --> assets/content/articles/interpreter/en-GB.md:14 [facts]
///    14 | - You never pay.
/// ```
fn show(out: &mut impl Write, problem: &Problem, line: Option<&str>) -> io::Result<()> {
    writeln!(out, "{}: {}", severity(problem), problem.message)?;
    let field = problem.field.as_ref().map(|field| format!(" [{field}]")).unwrap_or_default();
    match problem.line {
        Some(number) => {
            writeln!(out, "  --> {}:{number}{field}", problem.file)?;
            if let Some(line) = line {
                writeln!(out, "{number:>6} | {line}")?;
            }
        }
        None => writeln!(out, "  --> {}{field}", problem.file)?,
    }
    writeln!(out)
}

/// The word that JSON and SARIF have for it too.
fn severity(problem: &Problem) -> &'static str {
    match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// The line that a problem is about, as it stands in the file.
fn line_of(root: &Path, overlay: Option<&Path>, problem: &Problem) -> Option<String> {
    let over = overlay.map(|overlay| overlay.join(&problem.file)).filter(|file| file.is_file());
    let text = fs::read_to_string(over.unwrap_or_else(|| root.join(&problem.file))).ok()?;
    text.lines().nth(problem.line?.checked_sub(1)?).map(|line| line.trim_end().to_owned())
}

fn coverage(out: &mut impl Write, groups: &BTreeMap<String, Coverage>) -> io::Result<()> {
    if groups.is_empty() {
        return Ok(());
    }
    writeln!(out, "Facts that the content uses:")?;
    let (mut all_used, mut all) = (0, 0);
    for (group, Coverage { used, unused }) in groups {
        let total = used.len() + unused.len();
        (all_used, all) = (all_used + used.len(), all + total);
        writeln!(out, "  {group:<8} {:>3} of {total:>3}", used.len())?;
    }
    writeln!(out, "  {:<8} {all_used:>3} of {all:>3}\n", "all")
}

pub(crate) fn count(number: usize, thing: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{ending}")
}

/// A table, the hardest document first.
fn reading(out: &mut impl Write, documents: &[Reading]) -> io::Result<()> {
    writeln!(out, "{:>4} {:>6} {:>10}  document", "age", "words", "a sentence")?;
    for Reading { area, id, words, sentences, age } in documents {
        let each = if *sentences == 0 { 0 } else { words / sentences };
        writeln!(out, "{age:>4.1} {words:>6} {each:>10}  {}/{id}", area.folder())?;
    }
    Ok(())
}

fn told(out: &mut impl Write, value: &Value) -> Result<(), Box<dyn Error>> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    Ok(writeln!(out)?)
}

fn as_json(checked: &Checked) -> Value {
    let problem = |problem: &Problem| {
        json!({
            "rule": problem.kind.id(),
            "severity": severity(problem),
            "file": problem.file,
            "line": problem.line,
            "field": problem.field,
            "message": problem.message,
        })
    };
    let group = |(group, Coverage { used, unused }): (&String, &Coverage)| {
        (group.clone(), json!({ "used": used, "unused": unused }))
    };
    json!({
        "problems": checked.problems.iter().map(problem).collect::<Vec<Value>>(),
        "coverage": checked.coverage.iter().map(group).collect::<serde_json::Map<String, Value>>(),
    })
}

fn as_sarif(problems: &[Problem]) -> Value {
    let kinds: BTreeSet<Kind> = problems.iter().map(|problem| problem.kind).collect();
    let rule = |kind: &Kind| json!({ "id": kind.id(), "shortDescription": { "text": kind.rule() } });
    let result = |problem: &Problem| {
        // A region is about a place in a file; without a line there is none.
        let mut physical = json!({ "artifactLocation": { "uri": uri(&problem.file), "uriBaseId": "%SRCROOT%" } });
        if let Some(line) = problem.line {
            physical["region"] = json!({ "startLine": line });
        }
        let mut location = json!({ "physicalLocation": physical });
        if let Some(field) = &problem.field {
            location["logicalLocations"] = json!([{ "name": field }]);
        }
        json!({
            "ruleId": problem.kind.id(),
            "ruleIndex": kinds.iter().position(|kind| *kind == problem.kind),
            "level": severity(problem),
            "message": { "text": problem.message },
            "locations": [location],
        })
    };
    json!({
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "kindway-publish",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": kinds.iter().map(rule).collect::<Vec<Value>>(),
            } },
            "results": problems.iter().map(result).collect::<Vec<Value>>(),
        }],
    })
}

/// A path as a relative address: what an address may not hold is written by its bytes.
fn uri(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.' | b'~');
    path.bytes()
        .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
