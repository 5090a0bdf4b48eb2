//! `kindway-publish status`: how far each language is, area by area, and how much of it a person has read.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use kindway_content::load;
use kindway_content::review::{self, status_name};
use kindway_content::{Area, TranslationStatus};
use serde::Serialize;

use crate::progress::while_showing;

/// How the table is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Shape {
    /// For people.
    Table,
    /// For programs.
    Json,
}

/// The columns, in the order in which trust grows; what is missing stands last. English that nobody has signed is `source`.
const STATUSES: [TranslationStatus; 6] = [
    TranslationStatus::Source,
    TranslationStatus::Machine,
    TranslationStatus::Draft,
    TranslationStatus::Checked,
    TranslationStatus::Approved,
    TranslationStatus::Stale,
];
const MISSING: &str = "missing";

/// How many texts have each status. Every column is there, also with 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Counts(BTreeMap<&'static str, usize>);

impl Default for Counts {
    fn default() -> Self {
        Self(columns().map(|column| (column, 0)).collect())
    }
}

impl Counts {
    fn add(&mut self, column: &'static str) {
        *self.0.entry(column).or_default() += 1;
    }

    fn of(&self, column: &str) -> usize {
        self.0.get(column).copied().unwrap_or_default()
    }
}

#[derive(Debug, Serialize)]
struct InLanguage {
    tag: String,
    areas: BTreeMap<String, Counts>,
    total: Counts,
}

#[derive(Debug, Serialize)]
struct Table {
    languages: Vec<InLanguage>,
    total: Counts,
    /// Files that could not be read: what they hold is counted as missing.
    unreadable: Vec<String>,
}

fn columns() -> impl Iterator<Item = &'static str> {
    STATUSES.into_iter().map(status_name).chain([MISSING])
}

/// Prints the table.
pub(crate) fn run(out: &mut impl Write, root: &Path, shape: Shape) -> Result<ExitCode, Box<dyn Error>> {
    let table = while_showing("Counting", || count(root));
    match shape {
        Shape::Json => writeln!(out, "{}", serde_json::to_string_pretty(&table)?)?,
        Shape::Table => write_table(out, &table)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn count(root: &Path) -> Table {
    let reading = load::read(root, None);
    let mut total = Counts::default();
    let mut languages = Vec::new();
    for language in &reading.content.languages {
        let mut found = InLanguage { tag: language.tag.clone(), areas: BTreeMap::new(), total: Counts::default() };
        for (key, standing) in review::standings(&reading.content, &reading.sources, &language.tag) {
            let column = standing.map_or(MISSING, status_name);
            let area = key.split('/').next().unwrap_or_default();
            found.areas.entry(area.to_owned()).or_default().add(column);
            found.total.add(column);
            total.add(column);
        }
        languages.push(found);
    }
    let mut unreadable: Vec<String> =
        reading.problems.iter().filter(|problem| problem.is_error()).map(|problem| problem.file.clone()).collect();
    unreadable.dedup();
    Table { languages, total, unreadable }
}

fn write_table(out: &mut impl Write, table: &Table) -> std::io::Result<()> {
    let header: String = columns().map(|column| format!("{column:>9}")).collect();
    writeln!(out, "{:<8} {:<10}{header}", "language", "area")?;
    let mut line = |tag: &str, area: &str, counts: &Counts| {
        let cells: String = columns().map(|column| format!("{:>9}", counts.of(column))).collect();
        writeln!(out, "{tag:<8} {area:<10}{cells}")
    };
    for language in &table.languages {
        for area in areas() {
            if let Some(counts) = language.areas.get(area) {
                line(&language.tag, shown(area), counts)?;
            }
        }
        line(&language.tag, "all", &language.total)?;
    }
    line("all", "all", &table.total)?;
    if !table.unreadable.is_empty() {
        writeln!(out, "\nNot readable, so counted as missing (run check): {}", table.unreadable.join(", "))?;
    }
    Ok(())
}

/// The first part of a record's key, in the order of the table.
fn areas() -> impl Iterator<Item = &'static str> {
    Area::ALL.into_iter().map(Area::folder).chain(["contacts", "words", "rates", "rules"])
}

fn shown(area: &str) -> &str {
    if area == "words" { "messages" } else { area }
}
