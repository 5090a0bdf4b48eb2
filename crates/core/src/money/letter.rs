//! The letter that asks for the fare in advance: English for the clinic, her language beside it on screen. It says what she
//! ticks, and never anything about her health or her papers.

use kindway_content::{Area, Doc, SOURCE_LANGUAGE, Span};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Money, overview, pounds, store};
use crate::{
    App,
    api::Nothing,
    days::Day,
    error::ApiError,
    library::{abreast, fill},
    visits::{self, VisitCard, VisitId, store as visit_store},
};

/// What goes in the letter. She chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "LetterTicks")]
pub struct Ticks {
    /// The day and the fare.
    pub day_and_fare: bool,
    /// Her language and the interpreter.
    pub language: bool,
    /// A space for her name.
    pub name: bool,
    /// That she has an HC2.
    pub hc2: bool,
}

/// Which letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterAsk {
    /// The visit.
    pub visit: String,
    /// What goes in.
    pub ticks: Ticks,
}

/// One line of the letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "LetterLine")]
pub struct Line {
    /// The section it is from: `greeting`, `day`, `ask`, `fare`, `language`, `hc2`, `name`.
    pub id: String,
    /// English.
    pub english: Vec<Span>,
    /// Her language.
    pub hers: Vec<Span>,
}

/// The letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Letter {
    /// The visit.
    pub card: VisitCard,
    /// Today, as the letter's date.
    pub written: Day,
    /// Its lines in order.
    pub lines: Vec<Line>,
    /// The English letter as plain text, for copying.
    pub text: String,
    /// What is ticked.
    pub ticks: Ticks,
    /// How the text in her language came to be.
    pub status: kindway_content::TranslationStatus,
    /// Just saved.
    pub saved: bool,
}

/// A saved letter in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedLetterRow {
    /// Its id.
    pub id: String,
    /// What it is for.
    pub title: String,
    /// When it was saved.
    pub saved: Day,
}

/// Which saved letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichLetter {
    /// Its id.
    pub id: String,
}

/// A saved letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedLetter {
    /// The row of the list.
    pub row: SavedLetterRow,
    /// The English letter.
    pub text: String,
}

pub(crate) fn letter(app: &mut App, ask: LetterAsk) -> Result<Letter, ApiError> {
    let visit = visit_store::one(app.vault()?.read(), VisitId::parse(&ask.visit)?)?;
    let card = visits::card(app, &visit)?;
    let reading = app.reading()?;
    let english = app.library()?.doc(Area::Letters, "fare", SOURCE_LANGUAGE)?;
    let hers = abreast(app.library()?.doc(Area::Letters, "fare", reading.words.tag())?, &english);
    let language = app.language_in_english();
    let fare = visit.fare_pence.map(pounds);
    // The English letter names no place that she has not typed: then it is simply to the clinic.
    let place = visit.place.clone().unwrap_or_default();
    let args = |in_english: bool| {
        let date = match (&card.day.hers, in_english) {
            (Some(hers), false) => hers.text.clone(),
            _ => card.day.english.clone(),
        };
        vec![
            ("place", place.clone()),
            ("date", date),
            ("time", card.time.as_ref().map(|time| time.english.clone()).unwrap_or_default()),
            ("fare", fare.clone().unwrap_or_default()),
            ("language", if in_english { language.clone() } else { app.language_in_itself() }),
        ]
    };
    let (args_english, args_hers) = (args(true), args(false));
    let mut lines = Vec::new();
    for (section, hers_section) in english.sections.iter().zip(&hers.sections) {
        let wanted = match section.id.as_str() {
            "day" => ask.ticks.day_and_fare,
            "fare" => ask.ticks.day_and_fare,
            "language" => ask.ticks.language,
            "hc2" => ask.ticks.hc2,
            "name" => ask.ticks.name,
            _ => true,
        };
        if !wanted {
            continue;
        }
        // A statement whose placeholders cannot all be filled is left out; of two that can, the fuller one comes first.
        let fits = |at: usize| {
            let text = section.statements.get(at).map(kindway_content::Statement::text).unwrap_or_default();
            args_english.iter().all(|(name, value)| !value.is_empty() || !text.contains(&format!("{{${name}}}")))
        };
        let Some(at) = (0..section.statements.len()).find(|at| fits(*at)) else { continue };
        let (Some(statement), Some(in_hers)) = (section.statements.get(at), hers_section.statements.get(at)) else {
            continue;
        };
        lines.push(Line {
            id: section.id.clone(),
            english: fill(&statement.spans, &args_english),
            hers: fill(&in_hers.spans, &args_hers),
        });
    }
    let written = reading.day(reading.today);
    let text = plain(&written, &lines);
    Ok(Letter { card, written, lines, text, ticks: ask.ticks, status: status(&hers), saved: false })
}

fn status(doc: &Doc) -> kindway_content::TranslationStatus {
    doc.status
}

fn plain(written: &Day, lines: &[Line]) -> String {
    let mut text = format!("{} {} {}\n", written.day, written.month, written.year);
    for line in lines {
        let words: String = line.english.iter().map(|span| span.text.as_str()).collect();
        text.push('\n');
        text.push_str(&words);
        if line.id == "name" {
            text.push_str(": ");
        }
        text.push('\n');
    }
    text
}

pub(crate) fn letter_save(app: &mut App, ask: LetterAsk) -> Result<Letter, ApiError> {
    let made = letter(app, ask)?;
    let today = app.uk_today();
    let title = format!("{}, {}", made.card.title_english, made.card.day.english);
    app.add(&("letter", &title, &made.text), |app, id| {
        app.vault()?.write(|tx| store::save_letter(tx, id, today, &title, &made.text))
    })?;
    Ok(Letter { saved: true, ..made })
}

pub(crate) fn letter_saved(app: &mut App, which: WhichLetter) -> Result<SavedLetter, ApiError> {
    let id = VisitId::parse(&which.id)?.0;
    let (on, title, text) = store::letter(app.vault()?.read(), id)?;
    Ok(SavedLetter { row: row(app, id, &on, title)?, text })
}

pub(crate) fn letter_delete(app: &mut App, which: WhichLetter) -> Result<Money, ApiError> {
    let id = VisitId::parse(&which.id)?.0;
    app.vault()?.write(|tx| store::delete_letter(tx, id))?;
    overview(app, Nothing {})
}

pub(super) fn saved_rows(app: &mut App) -> Result<Vec<SavedLetterRow>, ApiError> {
    if !app.has_vault() {
        return Ok(Vec::new());
    }
    let rows = store::letters(app.vault()?.read())?;
    rows.into_iter().map(|(id, on, title)| row(app, id, &on, title)).collect()
}

fn row(app: &App, id: [u8; 16], on: &str, title: String) -> Result<SavedLetterRow, ApiError> {
    let reading = app.reading()?;
    let on = on.parse().unwrap_or(reading.today);
    Ok(SavedLetterRow { id: VisitId(id).to_string(), title, saved: reading.day(on) })
}
