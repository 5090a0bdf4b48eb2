//! Today: what is next, and what can I do now.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App,
    api::Nothing,
    days::Day,
    error::ApiError,
    visits::{self, VisitCard},
};

/// Something that she can do now, at most two of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum DoNow {
    /// Ask for the fare of this visit.
    AskFare {
        /// The visit.
        visit: String,
    },
    /// Ask for an interpreter for this visit.
    AskInterpreter {
        /// The visit.
        visit: String,
    },
    /// Save the number of her own maternity unit.
    SaveUnit,
}

/// How old the content is, and what that means on screen (interface.md, "States").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Age {
    /// Up to 90 days: nothing is said beyond the date.
    Fresh,
    /// 90 to 180 days: "last checked".
    Older,
    /// More than that: it may have changed.
    Old,
}

/// Today's data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Today {
    /// Today in the UK.
    pub today: Day,
    /// Her next visit.
    pub next: Option<VisitCard>,
    /// At most two.
    pub do_now: Vec<DoNow>,
    /// When the content was last compared with its sources.
    pub checked: Option<Day>,
    /// How old that is.
    pub age: Age,
    /// Whether anything she reads was translated by machine.
    pub machine: bool,
}

pub(crate) fn today(app: &mut App, _: Nothing) -> Result<Today, ApiError> {
    let today = app.uk_today();
    let checked = app.library()?.checked();
    let age = match (today - checked).num_days() {
        ..=90 => Age::Fresh,
        91..=180 => Age::Older,
        _ => Age::Old,
    };
    let coming = visits::coming(app)?;
    let mut do_now = Vec::new();
    if let Some(next) = coming.first() {
        if next.fare_open(app.settings()) {
            do_now.push(DoNow::AskFare { visit: next.id.to_string() });
        }
        if next.interpreter_open(app.settings()) {
            do_now.push(DoNow::AskInterpreter { visit: next.id.to_string() });
        }
    }
    if do_now.is_empty() && !app.settings().loss && app.has_vault() && !crate::help::has_unit(app)? {
        do_now.push(DoNow::SaveUnit);
    }
    let next = coming.first().map(|visit| visits::card(app, visit)).transpose()?;
    Ok(Today {
        today: app.reading()?.day(today),
        next,
        do_now,
        checked: Some(app.reading()?.day(checked)),
        age,
        machine: !app.words()?.is_english(),
    })
}
