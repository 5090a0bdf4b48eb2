//! Staff cards: large English for a stranger at arm's length, her language below.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, api::Nothing, error::ApiError, library::Page, rights::Tile, visits};
use kindway_content::{Area, Statement};

/// The card that stands with every visit of a woman who needs an interpreter.
pub(crate) const INTERPRETER: &str = "interpreter";

/// The cards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "StaffCards")]
pub struct Cards {
    /// In the editors' order.
    pub tiles: Vec<Tile>,
}

/// Which card, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "WhichCard")]
pub struct Which {
    /// The card.
    pub id: String,
    /// The contact that staff are asked to reach.
    pub contact: Option<String>,
    /// The visit that it is shown for.
    pub visit: Option<String>,
}

/// A card, filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "StaffCard")]
pub struct Card {
    /// The page; `english` of each statement is what staff read.
    pub page: Page,
    /// The visit's day, time and place in English, if it is shown for one.
    pub visit_english: Option<String>,
    /// What she needs of an interpreter, in English, stamped on every card: `Interpreter: Tigrinya, a woman if possible`.
    pub interpreter_english: Option<String>,
}

/// The statement of the interpreter card that stands only where she asks for a woman. It is told from the others by its words
/// in the source language, which the content's tests hold fixed.
const WOMAN_LINE: &str = "A woman, if possible.";

pub(crate) fn list(app: &mut App, _: Nothing) -> Result<Cards, ApiError> {
    let loss = app.settings().loss;
    let tiles = app
        .library()?
        .docs(Area::Cards, app.words()?.tag())?
        .into_iter()
        .filter(|card| !loss || card.stays_after_loss())
        .map(|card| Tile { id: card.id, title: card.title, picture: card.front.picture })
        .collect();
    Ok(Cards { tiles })
}

pub(crate) fn card(app: &mut App, which: Which) -> Result<Card, ApiError> {
    let language = app.language_in_english();
    let contact = match &which.contact {
        Some(id) => Some(app.library()?.contact(id)?),
        None => None,
    };
    let mut english = vec![("language", language.clone())];
    let mut hers = vec![("language", app.language_in_itself())];
    if let Some(contact) = &contact {
        let reach = contact.phones.first().map(|phone| phone.number.clone()).or_else(|| contact.website.clone());
        let name = match reach {
            Some(reach) => format!("{} ({reach})", contact.name),
            None => contact.name.clone(),
        };
        english.push(("contact", name.clone()));
        hers.push(("contact", name));
    }
    let mut page = app.page_pair(Area::Cards, &which.id, &hers, &english)?;
    if !app.settings().interpreter.woman {
        for section in &mut page.sections {
            section.statements.retain(|statement| text(&statement.english) != WOMAN_LINE);
        }
    }
    let visit_english = match &which.visit {
        Some(id) => Some(visits::in_english(app, id)?),
        None => None,
    };
    let settings = app.settings();
    let interpreter_english = settings.needs_interpreter().then(|| {
        let dialect = settings.interpreter.dialect.as_ref().map(|dialect| format!(" ({dialect})")).unwrap_or_default();
        let woman = if settings.interpreter.woman { ", a woman if possible" } else { "" };
        format!("{language}{dialect}{woman}")
    });
    Ok(Card { page, visit_english, interpreter_english })
}

fn text(spans: &[kindway_content::Span]) -> String {
    Statement { spans: spans.to_vec(), facts: Vec::new(), picture: None, ask: false, after_loss: false }.text()
}
