//! Reads the sheet that came back, and finds what is wrong with it as a sheet.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;

use calamine::{Data, DataRef, DataType, Dimensions, Range, Reader, Xlsx, open_workbook};
use chrono::NaiveDate;

use super::{COVER, Cell, Column, DATE, LANGUAGE, NAME, Refusal, TICK, texts_sheet};

/// A file that was sent out is a tenth of this.
const MOST_BYTES: u64 = 20_000_000;
/// Many times the texts that there are.
const MOST_ROWS: u32 = 20_000;
/// Many times the columns that there are.
const MOST_COLUMNS: u32 = 50;

/// What came back.
#[derive(Debug)]
pub(super) struct Returned {
    /// The language that the cover names.
    pub(super) tag: String,
    /// Who signed it, if anybody.
    pub(super) name: Option<String>,
    /// The day that stands beside the name.
    pub(super) on: Option<NaiveDate>,
    /// Every row with a key.
    pub(super) rows: Vec<Row>,
    columns: BTreeMap<Column, u32>,
    places: BTreeMap<&'static str, Cell>,
}

/// One text.
#[derive(Clone, Debug)]
pub(super) struct Row {
    at: u32,
    pub(super) key: String,
    pub(super) english: String,
    pub(super) words: String,
    pub(super) changed: String,
    pub(super) right: bool,
    pub(super) needs_change: bool,
    pub(super) of: String,
    pub(super) is: String,
}

impl Row {
    /// True where the reviewer did anything.
    pub(super) fn is_touched(&self) -> bool {
        self.right || self.needs_change || !self.changed.is_empty()
    }
}

impl Returned {
    /// Something is wrong in a cell of the texts.
    pub(super) fn refuse(&self, row: &Row, column: Column, message: impl Into<String>) -> Refusal {
        let column = self.columns.get(&column).copied().unwrap_or_default();
        Refusal::at(&texts_sheet(&self.tag), Cell { row: row.at, column }, message)
    }

    /// Something is wrong on the cover.
    pub(super) fn refuse_cover(&self, label: &'static str, message: impl Into<String>) -> Refusal {
        Refusal::at(COVER, self.places.get(label).copied(), message)
    }
}

/// Reads a file. What is wrong with it comes all at once; without a cover or its columns nothing more can be told.
pub(super) fn read(file: &Path) -> Result<(Returned, Vec<Refusal>), Vec<Refusal>> {
    let name = file.display().to_string();
    let size = fs::metadata(file).map_err(|error| vec![Refusal::at(&name, None, error.to_string())])?.len();
    if size > MOST_BYTES {
        let message = format!("the file is larger than {} MB: it is not one that was sent out", MOST_BYTES / 1_000_000);
        return Err(vec![Refusal::at(&name, None, message)]);
    }
    let mut book: Xlsx<BufReader<File>> =
        open_workbook(file).map_err(|error: calamine::XlsxError| vec![Refusal::at(&name, None, error.to_string())])?;
    let mut refusals = Vec::new();
    refuse_far_cells(&mut book, COVER)?;
    let Some(cover) = Page::open(&mut book, COVER) else {
        return Err(vec![Refusal::at(&name, None, format!("the sheet \"{COVER}\" is missing"))]);
    };
    refusals.extend(cover.formulas_and_merges());
    let places: BTreeMap<&'static str, Cell> = [LANGUAGE, NAME, DATE]
        .into_iter()
        .filter_map(|label| {
            let row = cover.rows().find(|row| cover.text(Cell { row: *row, column: 0 }) == label)?;
            Some((label, Cell { row, column: 1 }))
        })
        .collect();
    for label in [LANGUAGE, NAME, DATE].into_iter().filter(|label| !places.contains_key(label)) {
        refusals.push(Refusal::at(COVER, None, format!("the line \"{label}\" is missing")));
    }
    let filled = |label: &str| places.get(label).map(|cell| cover.text(*cell)).filter(|text| !text.is_empty());
    let Some(tag) = filled(LANGUAGE) else {
        refusals.push(Refusal::at(COVER, places.get(LANGUAGE).copied(), "the language is missing"));
        return Err(refusals);
    };
    refuse_far_cells(&mut book, &texts_sheet(&tag))?;
    let Some(texts) = Page::open(&mut book, &texts_sheet(&tag)) else {
        let others = book.sheet_names().into_iter().filter(|name| name != COVER).collect::<Vec<_>>().join(", ");
        let message =
            format!("the cover says {tag}, but there is no sheet \"{}\"; there is: {others}", texts_sheet(&tag));
        refusals.push(Refusal::at(COVER, places.get(LANGUAGE).copied(), message));
        return Err(refusals);
    };
    refusals.extend(texts.formulas_and_merges());
    let on = places.get(DATE).and_then(|cell| day(&cover, *cell));
    if let (None, Some(text), Some(cell)) = (on, filled(DATE), places.get(DATE)) {
        refusals.push(Refusal::at(COVER, *cell, format!("\"{text}\" is not a day; write it like 2026-11-22")));
    }
    let columns = columns(&texts, &mut refusals);
    if columns.len() < Column::ALL.len() {
        return Err(refusals);
    }
    let rows = rows(&texts, &columns, &mut refusals);
    Ok((Returned { tag, name: filled(NAME), on, rows, columns, places }, refusals))
}

/// One stray cell in the last corner makes a sheet of 17 thousand million cells when it is laid out: it is looked for before.
fn refuse_far_cells(book: &mut Xlsx<BufReader<File>>, name: &str) -> Result<(), Vec<Refusal>> {
    let refused = |cell: Option<Cell>, message: String| vec![Refusal::at(name, cell, message)];
    let looked = |(row, column): (u32, u32)| {
        if row < MOST_ROWS && column < MOST_COLUMNS {
            return Ok(());
        }
        let message =
            format!("a cell far from the others: a sheet has {MOST_ROWS} rows and {MOST_COLUMNS} columns at most");
        Err(refused(Some(Cell { row, column }), message))
    };
    let broken = |error: calamine::XlsxError| refused(None, error.to_string());
    // A sheet that is missing is told by whoever opens it.
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return Ok(()) };
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        if !matches!(cell.get_value(), DataRef::Empty) {
            looked(cell.get_position())?;
        }
    }
    drop(cells);
    let Ok(mut formulas) = book.worksheet_cells_reader(name) else { return Ok(()) };
    while let Some(cell) = formulas.next_formula().map_err(broken)? {
        if !cell.get_value().is_empty() {
            looked(cell.get_position())?;
        }
    }
    Ok(())
}

fn columns(texts: &Page, refusals: &mut Vec<Refusal>) -> BTreeMap<Column, u32> {
    let mut found = BTreeMap::new();
    for column in Column::ALL {
        let places: Vec<u32> =
            texts.columns().filter(|at| texts.text(Cell { row: 0, column: *at }) == column.heading()).collect();
        match places.as_slice() {
            [only] => drop(found.insert(column, *only)),
            [] => {
                let message = format!("the column \"{}\" is missing from the first row", column.heading());
                refusals.push(Refusal::at(&texts.name, None, message));
            }
            [_, second, ..] => {
                let message = format!("the column \"{}\" stands twice", column.heading());
                refusals.push(Refusal::at(&texts.name, Cell { row: 0, column: *second }, message));
            }
        }
    }
    found
}

fn rows(texts: &Page, columns: &BTreeMap<Column, u32>, refusals: &mut Vec<Refusal>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for at in texts.rows().skip(1) {
        let cell = |column: Column| Cell { row: at, column: columns.get(&column).copied().unwrap_or_default() };
        let text = |column: Column| texts.text(cell(column));
        if Column::ALL.iter().all(|column| text(*column).is_empty()) {
            continue;
        }
        let mut tick = |column: Column| match tick(&texts.text(cell(column))) {
            Some(ticked) => ticked,
            None => {
                let message = format!("\"{}\" is no tick: choose {TICK}, or leave it empty", text(column));
                refusals.push(Refusal::at(&texts.name, cell(column), message));
                false
            }
        };
        let (right, needs_change) = (tick(Column::Right), tick(Column::NeedsChange));
        let row = Row {
            at,
            key: text(Column::Key),
            english: text(Column::English),
            words: text(Column::Words),
            changed: text(Column::Changed),
            right,
            needs_change,
            of: text(Column::Of),
            is: text(Column::Is),
        };
        if row.right && row.needs_change {
            let message = format!("{}: both boxes are ticked; choose one", row.key);
            refusals.push(Refusal::at(&texts.name, cell(Column::NeedsChange), message));
        }
        if row.key.is_empty() {
            refusals.push(Refusal::at(&texts.name, cell(Column::Key), "the row has no key"));
            continue;
        }
        if let Some(first) = seen.get(&row.key) {
            let message = format!("{} stands twice, first in row {}", row.key, first + 1);
            refusals.push(Refusal::at(&texts.name, cell(Column::Key), message));
            continue;
        }
        seen.insert(row.key.clone(), at);
        rows.push(row);
    }
    rows
}

/// Whether a box is ticked; `None` for what is neither a tick nor nothing.
fn tick(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "" | "false" => Some(false),
        TICK | "✔" | "x" | "true" => Some(true),
        _ => None,
    }
}

fn day(cover: &Page, cell: Cell) -> Option<NaiveDate> {
    let data = cover.range.get_value((cell.row, cell.column))?;
    match data {
        Data::String(text) => text.trim().parse().ok(),
        data => data.as_date(),
    }
}

/// One sheet of the file.
struct Page {
    name: String,
    range: Range<Data>,
    formulas: Range<String>,
    merged: Vec<Dimensions>,
}

impl Page {
    fn open(book: &mut Xlsx<BufReader<File>>, name: &str) -> Option<Self> {
        let range = book.worksheet_range(name).ok()?;
        let formulas = book.worksheet_formula(name).ok()?;
        let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
        Some(Self { name: name.to_owned(), range, formulas, merged })
    }

    fn rows(&self) -> impl Iterator<Item = u32> + use<> {
        0..self.range.end().map_or(0, |(row, _)| row + 1)
    }

    fn columns(&self) -> impl Iterator<Item = u32> + use<> {
        0..self.range.end().map_or(0, |(_, column)| column + 1)
    }

    /// What a cell holds, with plain line ends and without space around it.
    fn text(&self, cell: Cell) -> String {
        let data = self.range.get_value((cell.row, cell.column));
        let text = data.map(ToString::to_string).unwrap_or_default();
        text.replace("\r\n", "\n").replace("_x000D_", "").trim().to_owned()
    }

    /// A formula shows what it likes on another computer, and a merged cell hides the rows below it.
    fn formulas_and_merges(&self) -> Vec<Refusal> {
        let (top, left) = self.formulas.start().unwrap_or_default();
        let at = |row: usize, column: usize| Cell {
            row: top + u32::try_from(row).unwrap_or_default(),
            column: left + u32::try_from(column).unwrap_or_default(),
        };
        let formulas = self.formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty());
        let formulas = formulas.map(|(row, column, formula)| {
            let message = format!("a formula, ={formula}; write it as text");
            Refusal::at(&self.name, at(row, column), message)
        });
        let merged = self.merged.iter().map(|merged| {
            let [from, to] = [merged.start, merged.end].map(|(row, column)| Cell { row, column });
            Refusal::at(&self.name, from, format!("the cells {from} to {to} are merged; one row is one text"))
        });
        formulas.chain(merged).collect()
    }
}
