//! `kindway-publish sheet`: a spreadsheet for the people who check a language. It goes out with every text beside its English,
//! and comes back with ticks, other words, a name and a day.
//!
//! ```text
//!  content ──► export ──► .xlsx ──► a reviewer ──► .xlsx ──► read ──► judge ──► words in their files, records in review.toml
//!                                                             │         │
//!                                                             └─────────┴─► what is wrong, each with its cell
//! ```
//!
//! Nothing is written unless the whole sheet is good.

mod export;
mod judge;
mod read;
mod splice;

use std::error::Error;
use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;

/// What to do with a sheet.
#[derive(Subcommand)]
pub(crate) enum Sheet {
    /// Writes a spreadsheet with the texts of a language, for a reviewer.
    Export {
        /// The language, such as ti; en-GB for somebody who checks the English itself.
        tag: String,
        /// Only this area: articles, visits, cards, danger, guides, letters, timeline, questions, contacts, words, rates or rules.
        #[arg(long)]
        area: Option<String>,
        /// The file to write.
        #[arg(long, value_name = "FILE.xlsx")]
        out: PathBuf,
    },
    /// Reads what a reviewer sent back, says everything that is wrong with it, and what it would change.
    Import {
        /// The file that came back.
        #[arg(value_name = "FILE.xlsx")]
        file: PathBuf,
        /// Writes the words and the records. Without it nothing is written.
        #[arg(long)]
        apply: bool,
        /// The reviewer releases what another person has checked before.
        #[arg(long)]
        approve: bool,
    },
}

/// Exports or imports.
pub(crate) fn run(out: &mut impl Write, root: &Path, sheet: &Sheet) -> Result<ExitCode, Box<dyn Error>> {
    match sheet {
        Sheet::Export { tag, area, out: file } => export::run(out, root, tag, area.as_deref(), file),
        Sheet::Import { file, apply, approve } => judge::run(out, root, file, *apply, *approve),
    }
}

/// The sheet that names the language, and that the reviewer signs.
const COVER: &str = "Cover";
/// The labels on it, in the first column; what they are about stands in the second.
const LANGUAGE: &str = "Language";
const NAME: &str = "Your name";
const DATE: &str = "Date, such as 2026-11-22";

/// What stands in a ticked box.
const TICK: &str = "✓";

/// The columns of the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Key,
    English,
    Context,
    Words,
    Changed,
    Right,
    NeedsChange,
    Of,
    Is,
}

impl Column {
    const ALL: [Column; 9] = [
        Column::Key,
        Column::English,
        Column::Context,
        Column::Words,
        Column::Changed,
        Column::Right,
        Column::NeedsChange,
        Column::Of,
        Column::Is,
    ];

    /// Its heading. A sheet that comes back may have its columns in another order, but not without their headings.
    fn heading(self) -> &'static str {
        match self {
            Column::Key => "Key",
            Column::English => "English",
            Column::Context => "Where it stands",
            Column::Words => "Translation",
            Column::Changed => "Your text, if it must change",
            Column::Right => "Right",
            Column::NeedsChange => "Needs change",
            Column::Of => "of",
            Column::Is => "is",
        }
    }
}

/// The name of the sheet with the texts of a language.
fn texts_sheet(tag: &str) -> String {
    format!("Texts {tag}")
}

/// What the columns `of` and `is` hold: it changes when the text does. A spreadsheet does not keep space at the ends.
fn fingerprint(text: &str) -> String {
    kindway_content::review::hash(text.trim())
}

/// A cell, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cell {
    row: u32,
    column: u32,
}

impl fmt::Display for Cell {
    /// As a spreadsheet shows it: `E14`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.column + 1;
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
            letters.push(char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        let letters: String = letters.iter().rev().collect();
        write!(f, "{letters}{}", self.row + 1)
    }
}

/// Why a sheet is not taken, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Refusal {
    sheet: String,
    cell: Option<Cell>,
    message: String,
}

impl Refusal {
    fn at(sheet: &str, cell: impl Into<Option<Cell>>, message: impl Into<String>) -> Self {
        Self { sheet: sheet.to_owned(), cell: cell.into(), message: message.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cell {
            Some(cell) => write!(f, "{} {cell}: {}", self.sheet, self.message),
            None => write!(f, "{}: {}", self.sheet, self.message),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_as_a_spreadsheet_names_it() {
        let told = [(0, 0), (13, 4), (0, 25), (0, 26), (0, 701), (0, 702)].map(|(row, column)| Cell { row, column });
        assert_eq!(told.map(|cell| cell.to_string()), ["A1", "E14", "Z1", "AA1", "ZZ1", "AAA1"]);
    }
}
