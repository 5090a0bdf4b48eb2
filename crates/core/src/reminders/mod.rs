//! Reminders: planned by a pure function, handed to the phone as one whole after every change.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, api::Nothing, days, error::ApiError, ports::AlarmHealth};

mod keep;
mod plan;

pub(crate) use keep::{MIGRATION, basis, clear, replan};
pub use plan::{MAX_PENDING, Planned, Rules, plan};

/// What a reminder shows to whoever sees the phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ReminderLevel")]
pub enum Level {
    /// One neutral word.
    #[default]
    Discreet,
    /// The day and the time.
    Time,
    /// The kind of visit, the day, the time and the place; never the kind of a private visit.
    Full,
}

/// What a reminder is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ReminderKind")]
pub enum Kind {
    /// Ask for the fare: 7 days before at 10:00, or the next 10:00.
    AskFare,
    /// Ask for an interpreter: 5 days before at 10:00, or the next 10:00.
    AskInterpreter,
    /// 18:00 the evening before.
    EveningBefore,
    /// 07:00 that morning, or 90 minutes before she must leave if that is earlier.
    Morning,
    /// Time to leave, from her own travel minutes with a margin.
    Leave,
}

/// A reminder on screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reminder {
    /// When, as an instant in UTC, ISO 8601.
    pub at: String,
    /// The UK day.
    pub day: days::Day,
    /// The UK time.
    pub time: days::Time,
    /// What it is for; several where they fell together.
    pub kinds: Vec<Kind>,
    /// The visits it belongs to.
    pub visits: Vec<String>,
    /// What others will see, in her language.
    pub text: String,
}

/// The plan as the phone holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reminders {
    /// Whether she has them on.
    pub on: bool,
    /// What they show.
    pub level: Level,
    /// Soonest first.
    pub planned: Vec<Reminder>,
    /// Whether they will ring.
    pub health: AlarmHealth,
    /// What one reminder of each level would show, discreet first.
    pub examples: Vec<String>,
}

pub(crate) fn list(app: &mut App, _: Nothing) -> Result<Reminders, ApiError> {
    keep::view(app)
}

pub(crate) fn test(app: &mut App, _: Nothing) -> Result<Reminders, ApiError> {
    let text = app.words()?.say("reminders-text-discreet");
    app.device().ring_now(&text).map_err(|_| ApiError::new(crate::error::Code::Unexpected))?;
    keep::view(app)
}
