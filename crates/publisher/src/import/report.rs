//! What became of each record: for a person to read, and for a program.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::draft::Context;
use super::text;

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Outcome {
    /// A draft, word for word.
    Written,
    /// A draft, with something left out or changed.
    Cleaned,
    /// The draft that stands there was changed by an editor and was left alone.
    Kept,
    /// No draft.
    Refused,
}

/// What a line of the report asks of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Asks {
    /// Nothing: it tells what was left out or changed, and why.
    Cleaned,
    /// To look, and to decide.
    Look,
}

/// One thing to know about a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Line {
    asks: Asks,
    field: &'static str,
    said: String,
}

impl Line {
    /// Something was left out or changed.
    pub(super) fn cleaned(field: &'static str, said: impl Into<String>) -> Self {
        Self { asks: Asks::Cleaned, field, said: said.into() }
    }

    /// Only the editor can decide it.
    pub(super) fn look(field: &'static str, said: impl Into<String>) -> Self {
        Self { asks: Asks::Look, field, said: said.into() }
    }

    /// True where something was left out or changed.
    pub(super) fn is_cleaned(&self) -> bool {
        self.asks == Asks::Cleaned
    }
}

/// A record of the feed.
#[derive(Debug, Serialize)]
pub(super) struct Record {
    id: Option<String>,
    pub(super) name: Option<String>,
    pub(super) outcome: Outcome,
    /// Why it was refused.
    reason: Option<String>,
    pub(super) file: Option<String>,
    pub(super) lines: Vec<Line>,
    /// The description as it came, where the draft says less.
    pub(super) original: Option<String>,
}

impl Record {
    /// A record about which nothing has been decided.
    pub(super) fn of(value: &Value) -> Self {
        let told = |key: &str| text::field(value, key).map(|found| text::cap(&text::plain(&found), 120));
        Self {
            id: told("id"),
            name: told("name"),
            outcome: Outcome::Refused,
            reason: None,
            file: None,
            lines: Vec::new(),
            original: None,
        }
    }

    /// No draft, and why.
    pub(super) fn refuse(&mut self, reason: String) {
        self.outcome = Outcome::Refused;
        self.reason = Some(reason);
    }
}

/// The whole report.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    feed: String,
    from: String,
    read_on: String,
    /// About the feed as a whole.
    pub(super) notes: Vec<String>,
    pub(super) records: Vec<Record>,
}

impl Report {
    /// A report without records.
    pub(super) fn new(context: &Context<'_>, from: &str, notes: Vec<String>) -> Self {
        let (feed, read_on) = (context.feed.to_owned(), context.today.to_string());
        Self { feed, from: from.to_owned(), read_on, notes, records: Vec::new() }
    }

    /// The report for a person:
    ///
    /// ```text
    /// cleaned  bristol-12.toml  Women's drop-in
    ///            look: [kind] no term says what kind it is
    ///            [phones] 88081967274: 11 digits that do not start with 0
    /// refused  14  Lunch club
    ///            it has no name
    /// ```
    pub(super) fn tell(&self, out: &mut impl Write) -> io::Result<()> {
        for note in &self.notes {
            writeln!(out, "the feed: {note}")?;
        }
        for record in &self.records {
            let word = match record.outcome {
                Outcome::Written => "written",
                Outcome::Cleaned => "cleaned",
                Outcome::Kept => "kept",
                Outcome::Refused => "refused",
            };
            let place = record.file.as_deref().or(record.id.as_deref()).unwrap_or("(no id)");
            writeln!(out, "{word:<8} {place}  {}", record.name.as_deref().unwrap_or("(no name)"))?;
            if let Some(reason) = &record.reason {
                writeln!(out, "           {reason}")?;
            }
            // What asks for a decision comes first: the rest can be skimmed.
            let (look, rest): (Vec<&Line>, Vec<&Line>) = record.lines.iter().partition(|line| line.asks == Asks::Look);
            for line in look {
                writeln!(out, "           look: [{}] {}", line.field, line.said)?;
            }
            for line in rest {
                writeln!(out, "           [{}] {}", line.field, line.said)?;
            }
        }
        let count = |outcome: Outcome| self.records.iter().filter(|record| record.outcome == outcome).count();
        let [written, cleaned, kept, refused] =
            [Outcome::Written, Outcome::Cleaned, Outcome::Kept, Outcome::Refused].map(count);
        writeln!(
            out,
            "{} records: {written} written, {cleaned} written and cleaned, {kept} kept, {refused} refused",
            self.records.len()
        )
    }
}
