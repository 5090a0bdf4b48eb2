//! `kindway-publish check`: every mistake of the content, and how much of the fact register is used.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use kindway_content::coverage::Coverage;
use kindway_content::{Problem, Severity, check_project};

use crate::progress::while_showing;

/// Prints what is wrong. The exit code is 1 where anything stops publishing.
pub(crate) fn run(out: &mut impl Write, root: &Path, overlay: Option<&Path>) -> Result<ExitCode, Box<dyn Error>> {
    let checked = while_showing("Checking the content", || check_project(root, overlay));
    for problem in &checked.problems {
        show(out, problem, line_of(root, overlay, problem).as_deref())?;
    }
    coverage(out, &checked.coverage)?;
    let errors = checked.problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = checked.problems.len() - errors;
    writeln!(out, "{}, {}", count(errors, "error"), count(warnings, "warning"))?;
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// One problem:
///
/// ```text
/// error: a statement names its facts: [RIGHTS-23], or [APP] for what the app does itself
///   --> assets/content/articles/interpreter/en-GB.md:14 [facts]
///    14 | - You never pay.
/// ```
fn show(out: &mut impl Write, problem: &Problem, line: Option<&str>) -> std::io::Result<()> {
    let kind = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    writeln!(out, "{kind}: {}", problem.message)?;
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

/// The line that a problem is about, as it stands in the file.
fn line_of(root: &Path, overlay: Option<&Path>, problem: &Problem) -> Option<String> {
    let over = overlay.map(|overlay| overlay.join(&problem.file)).filter(|file| file.is_file());
    let text = fs::read_to_string(over.unwrap_or_else(|| root.join(&problem.file))).ok()?;
    text.lines().nth(problem.line?.checked_sub(1)?).map(|line| line.trim_end().to_owned())
}

fn coverage(out: &mut impl Write, groups: &BTreeMap<String, Coverage>) -> std::io::Result<()> {
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

fn count(number: usize, thing: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{ending}")
}
