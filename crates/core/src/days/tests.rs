use chrono::{NaiveDate, NaiveTime};
use kindway_content::CalendarSystem::{Ethiopic, Persian, UmmAlQura};

use super::{OwnDate, TypedDay, Weekday, english_time, own_date, typed_time, uk_instant, uk_today};
use crate::error::Code;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn own(year: i32, month: u32, day: u32) -> OwnDate {
    OwnDate { year, month, day }
}

#[test]
fn the_golden_dates_of_the_three_calendars_hold() {
    assert_eq!(own_date(day("2026-11-25"), Ethiopic), own(2019, 3, 16));
    assert_eq!(own_date(day("2026-11-25"), Persian), own(1405, 9, 4));
    assert_eq!(own_date(day("2026-11-25"), UmmAlQura), own(1448, 6, 15));
}

#[test]
fn the_ethiopic_year_turns_in_september_a_day_later_before_a_leap_year() {
    assert_eq!(own_date(day("2026-09-11"), Ethiopic), own(2019, 1, 1));
    assert_eq!(own_date(day("2027-09-12"), Ethiopic), own(2020, 1, 1), "2019 has six epagomenal days");
    assert_eq!(own_date(day("2027-09-11"), Ethiopic), own(2019, 13, 6));
}

#[test]
fn nowruz_falls_on_the_days_of_the_official_calendar() {
    assert_eq!(own_date(day("2027-03-21"), Persian), own(1406, 1, 1));
    assert_eq!(own_date(day("2028-03-20"), Persian), own(1407, 1, 1));
}

#[test]
fn the_ethiopic_clock_starts_at_six() {
    for (uk, hour, part) in [
        ("10:30", 4, "morning"),
        ("06:00", 12, "morning"),
        ("07:00", 1, "morning"),
        ("12:00", 6, "afternoon"),
        ("18:15", 12, "evening"),
        ("00:10", 6, "night"),
        ("05:59", 11, "night"),
    ] {
        assert_eq!(super::calendar::ethiopic_hour(time(uk)), (hour, part), "{uk} in the UK");
    }
}

#[test]
fn an_hour_that_does_not_happen_is_the_moment_the_clocks_went_forward() {
    assert_eq!(
        uk_instant(day("2027-03-28"), time("01:30")).to_rfc3339(),
        "2027-03-28T01:30:00+00:00",
        "01:30 is 02:30 BST"
    );
    assert_eq!(uk_instant(day("2027-03-28"), time("02:00")).to_rfc3339(), "2027-03-28T01:00:00+00:00");
}

#[test]
fn an_hour_that_happens_twice_is_taken_the_first_time() {
    assert_eq!(
        uk_instant(day("2027-10-31"), time("01:30")).to_rfc3339(),
        "2027-10-31T00:30:00+00:00",
        "01:30 BST comes first"
    );
}

#[test]
fn today_is_the_uk_day_whatever_the_hour_elsewhere() {
    let late = "2027-06-30T23:30:00Z".parse().unwrap();
    assert_eq!(uk_today(late), day("2027-07-01"), "half past midnight in British Summer Time");
}

#[test]
fn times_read_as_letters_print_them() {
    assert_eq!(english_time(time("09:20")), "9:20am");
    assert_eq!(english_time(time("12:00")), "12:00pm");
    assert_eq!(english_time(time("00:05")), "12:05am");
    assert_eq!(english_time(time("15:45")), "3:45pm");
}

fn typed(day: u32, month: u32, year: i32, weekday: Option<Weekday>) -> Result<NaiveDate, Code> {
    let today = self::day("2026-11-22");
    TypedDay { day, month, year, weekday }.checked(today).map_err(|error| {
        assert_eq!(error.field.as_deref(), Some("day"), "the screen needs to know which question to point at");
        error.code
    })
}

#[test]
fn impossible_and_past_days_are_told_apart() {
    assert_eq!(typed(31, 11, 2026, None), Err(Code::NoSuchDay));
    assert_eq!(typed(29, 2, 2027, None), Err(Code::NoSuchDay));
    assert_eq!(typed(0, 0, 2026, None), Err(Code::NoSuchDay));
    assert_eq!(typed(24, 11, 2025, None), Err(Code::DayPast));
    assert_eq!(typed(21, 11, 2026, None), Err(Code::DayPast), "yesterday");
    assert_eq!(typed(24, 11, 2036, None), Err(Code::DayTooFar));
    assert_eq!(typed(22, 11, 2026, None), Ok(day("2026-11-22")), "a visit can be today");
    assert_eq!(typed(29, 2, 2028, None), Ok(day("2028-02-29")), "2028 has a 29 February");
}

#[test]
fn a_weekday_that_contradicts_the_date_is_asked_about() {
    assert_eq!(typed(24, 11, 2026, Some(Weekday::Wednesday)), Err(Code::WeekdayDisagrees));
    assert_eq!(typed(24, 11, 2026, Some(Weekday::Tuesday)), Ok(day("2026-11-24")));
}

#[test]
fn a_time_is_hours_and_minutes() {
    assert_eq!(typed_time("09:20").unwrap(), time("09:20"));
    for wrong in ["25:00", "9.20", "noon", "", "09:60"] {
        assert_eq!(typed_time(wrong).unwrap_err().code, Code::NoSuchTime, "{wrong}");
    }
}
