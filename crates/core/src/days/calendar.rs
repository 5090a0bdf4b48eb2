//! The calendars beside the Gregorian one, computed by `icu_calendar`.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use icu_calendar::{
    Date,
    cal::{Ethiopian, EthiopianEraStyle, Hijri, Persian},
};
use kindway_content::CalendarSystem;

/// Year, month and day in one calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnDate {
    /// Year of its usual era.
    pub year: i32,
    /// Month, from 1.
    pub month: u32,
    /// Day of the month, from 1.
    pub day: u32,
}

/// The message-id part of a calendar: `calendar-name-<this>`.
pub(super) fn name(system: CalendarSystem) -> &'static str {
    match system {
        CalendarSystem::Ethiopic => "ethiopic",
        CalendarSystem::Persian => "persian",
        CalendarSystem::UmmAlQura => "umm-al-qura",
    }
}

/// The same day in another calendar. A date outside the range of `icu_calendar` (it never is, for a visit) stays Gregorian.
pub fn own_date(on: NaiveDate, system: CalendarSystem) -> OwnDate {
    let Ok(iso) = Date::try_new_iso(on.year(), on.month() as u8, on.day() as u8) else {
        return OwnDate { year: on.year(), month: on.month(), day: on.day() };
    };
    match system {
        CalendarSystem::Ethiopic => {
            parts(&iso.to_calendar(Ethiopian::new_with_era_style(EthiopianEraStyle::AmeteMihret)))
        }
        CalendarSystem::Persian => parts(&iso.to_calendar(Persian)),
        CalendarSystem::UmmAlQura => parts(&iso.to_calendar(Hijri::new_umm_al_qura())),
    }
}

fn parts<C: icu_calendar::Calendar>(date: &Date<C>) -> OwnDate {
    OwnDate {
        year: date.year().era_year_or_related_iso(),
        month: u32::from(date.month().ordinal),
        day: u32::from(date.day_of_month().0),
    }
}

/// The hour of the Ethiopic clock, which starts its twelve hours at six in the morning and at six in the evening, and the part
/// of the day that tells them apart: 10:30 is 4:30 in the morning.
pub(super) fn ethiopic_hour(at: NaiveTime) -> (u32, &'static str) {
    let hour = match (at.hour() + 6) % 12 {
        0 => 12,
        hour => hour,
    };
    let part = match at.hour() {
        6..=11 => "morning",
        12..=17 => "afternoon",
        18..=23 => "evening",
        _ => "night",
    };
    (hour, part)
}
