//! Days and times as a person types them, and what is wrong with them.

use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{ApiError, Code};

/// How far ahead a visit may lie. A pregnancy is nine months and a hearing may be a year away; a later year is a slip.
const DAYS_AHEAD: i64 = 731;

/// A day of the week, as a letter names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// Monday is 1.
    pub fn number(self) -> u32 {
        self as u32 + 1
    }

    /// The weekday of a date.
    pub fn of(on: NaiveDate) -> Self {
        match on.weekday() {
            chrono::Weekday::Mon => Self::Monday,
            chrono::Weekday::Tue => Self::Tuesday,
            chrono::Weekday::Wed => Self::Wednesday,
            chrono::Weekday::Thu => Self::Thursday,
            chrono::Weekday::Fri => Self::Friday,
            chrono::Weekday::Sat => Self::Saturday,
            chrono::Weekday::Sun => Self::Sunday,
        }
    }
}

/// A day in the letter's own order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TypedDay {
    /// 1 to 31.
    pub day: u32,
    /// 1 to 12.
    pub month: u32,
    /// Four digits.
    pub year: i32,
    /// The weekday the letter names, if she gave it.
    pub weekday: Option<Weekday>,
}

impl TypedDay {
    /// The date, if there is one that a visit could have.
    ///
    /// # Errors
    /// [`Code::NoSuchDay`], [`Code::DayPast`], [`Code::DayTooFar`], [`Code::WeekdayDisagrees`], all for the field `day`.
    pub fn checked(self, today: NaiveDate) -> Result<NaiveDate, ApiError> {
        let Some(on) = NaiveDate::from_ymd_opt(self.year, self.month, self.day) else {
            return Err(ApiError::new(Code::NoSuchDay).at("day").with("day", self.day).with("month", self.month));
        };
        if on < today {
            return Err(ApiError::new(Code::DayPast).at("day"));
        }
        if (on - today).num_days() > DAYS_AHEAD {
            return Err(ApiError::new(Code::DayTooFar).at("day"));
        }
        match self.weekday {
            Some(said) if said != Weekday::of(on) => Err(ApiError::new(Code::WeekdayDisagrees)
                .at("day")
                .with("said", said.number())
                .with("is", Weekday::of(on).number())),
            _ => Ok(on),
        }
    }
}

/// A time of day as `HH:MM`.
///
/// # Errors
/// [`Code::NoSuchTime`] for the field `time`.
pub fn typed_time(text: &str) -> Result<NaiveTime, ApiError> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| ApiError::new(Code::NoSuchTime).at("time"))
}
