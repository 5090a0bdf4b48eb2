//! Days and times as she reads them. The UK civil date and time are the master; her language's date and her own calendar
//! stand beside it, each with the calendar named, because a bare month name can be nine days wrong.

mod calendar;
mod typed;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::{Europe::London, Tz};
use kindway_content::CalendarSystem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use calendar::{OwnDate, own_date};
pub use typed::{TypedDay, Weekday, typed_time};

use crate::words::Words;

/// The one zone of every visit.
pub const UK: Tz = London;

/// Today in the UK, wherever the phone thinks it is.
pub fn uk_today(now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&UK).date_naive()
}

/// The instant of a UK civil time.
///
/// An hour that happens twice (October) is taken the first time, so that nobody is late; one that does not happen (March) is
/// taken as the moment the clocks went forward.
pub fn uk_instant(on: NaiveDate, at: NaiveTime) -> DateTime<Utc> {
    let civil = on.and_time(at);
    match UK.from_local_datetime(&civil).earliest() {
        Some(instant) => instant.with_timezone(&Utc),
        None => {
            // The gap is one hour long and ends on the full hour, so an hour earlier plus an hour lands on its end or after.
            let before = UK.from_local_datetime(&(civil - TimeDelta::hours(1))).earliest();
            before.map_or_else(|| civil.and_utc(), |instant| instant.with_timezone(&Utc) + TimeDelta::hours(1))
        }
    }
}

/// A day on screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Day {
    /// ISO 8601, for sending back; never shown.
    pub iso: String,
    /// English weekday, as a letter prints it: `Tuesday`.
    pub weekday: String,
    /// Day of the month.
    pub day: u32,
    /// English month in words: `November`.
    pub month: String,
    /// Gregorian year.
    pub year: i32,
    /// The whole date in English: `Tuesday 24 November 2026`.
    pub english: String,
    /// The Gregorian date in her language; `None` where that is English.
    pub hers: Option<CalendarDate>,
    /// The date in her own calendar, where she has it on.
    pub own: Option<CalendarDate>,
    /// Days from today; negative is past.
    #[ts(type = "number")]
    pub in_days: i64,
}

/// A date under its calendar's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarDate {
    /// The calendar's name in her language.
    pub calendar: String,
    /// Weekday, day, month and year.
    pub text: String,
    /// Day and month alone, for lists.
    pub short: String,
    /// The weekday alone.
    pub weekday: String,
}

/// A time on screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Time {
    /// 24 hours, for sending back: `09:20`.
    pub hhmm: String,
    /// As a letter prints it: `9:20am`.
    pub english: String,
    /// By the Ethiopic clock, named, where she reads that one.
    pub own: Option<String>,
}

/// What decides how days are written.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The words of her language.
    pub words: &'a Words,
    /// Her own calendar, where it is on.
    pub own: Option<CalendarSystem>,
    /// Today in the UK.
    pub today: NaiveDate,
}

impl Reading<'_> {
    /// A day as she reads it.
    pub fn day(&self, on: NaiveDate) -> Day {
        let english = self.words.in_english();
        let weekday = weekday_name(&english, on);
        let month = english.say(&format!("calendar-month-gregorian-{}", on.month()));
        let hers = (!self.words.is_english())
            .then(|| self.dated("gregorian", on, OwnDate { year: on.year(), month: on.month(), day: on.day() }));
        let own = self.own.map(|system| self.dated(calendar::name(system), on, own_date(on, system)));
        Day {
            iso: on.to_string(),
            english: format!("{weekday} {} {month} {}", on.day(), on.year()),
            weekday,
            day: on.day(),
            month,
            year: on.year(),
            hers,
            own,
            in_days: (on - self.today).num_days(),
        }
    }

    /// A time as she reads it.
    pub fn time(&self, at: NaiveTime) -> Time {
        let own = (self.own == Some(CalendarSystem::Ethiopic)).then(|| {
            let (hour, part) = calendar::ethiopic_hour(at);
            self.words
                .say_with(&format!("calendar-clock-ethiopic-{part}"), &[("time", format!("{hour}:{:02}", at.minute()))])
        });
        Time { hhmm: at.format("%H:%M").to_string(), english: english_time(at), own }
    }

    fn dated(&self, calendar: &str, on: NaiveDate, date: OwnDate) -> CalendarDate {
        let weekday = weekday_name(self.words, on);
        let month = self.words.say(&format!("calendar-month-{calendar}-{}", date.month));
        let args = [
            ("weekday", weekday.clone()),
            ("day", date.day.to_string()),
            ("month", month),
            ("year", date.year.to_string()),
        ];
        CalendarDate {
            calendar: self.words.say(&format!("calendar-name-{calendar}")),
            text: self.words.say_with("calendar-date", &args),
            short: self.words.say_with("calendar-date-short", &args),
            weekday,
        }
    }
}

fn weekday_name(words: &Words, on: NaiveDate) -> String {
    words.say(&format!("calendar-weekday-{}", on.weekday().number_from_monday()))
}

/// `9:20am`, `12pm`, as UK letters print it.
pub fn english_time(at: NaiveTime) -> String {
    let (pm, hour) = at.hour12();
    let half = if pm { "pm" } else { "am" };
    format!("{hour}:{:02}{half}", at.minute())
}

#[cfg(test)]
mod tests;
