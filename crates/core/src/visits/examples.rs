//! Everyday visits for a space that would otherwise be empty. They are ordinary rows: she can change and delete them, and the one that is
//! to come reminds like any other.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Weekday};
use kindway_content::{Area, SOURCE_LANGUAGE};
use sha2::{Digest, Sha256};

use super::{Kept, VisitId, Visits, keep, list, store};
use crate::{App, api::Nothing, error::ApiError};

/// The kind, and between how many days from today it lies. Nothing here is about pregnancy, asylum or a hospital. Day and time are drawn,
/// so that nobody knows them for examples.
const EVERYDAY: [(&str, i64, i64); 3] = [("gp", -40, -9), ("dentist", -95, -43), ("dentist", 17, 59)];

pub(crate) fn examples(app: &mut App, _: Nothing) -> Result<Visits, ApiError> {
    let today = app.uk_today();
    let mut visits = Vec::new();
    for (kind, from, to) in EVERYDAY {
        // Content that has the kind no longer gives no example of it.
        let Ok(doc) = app.library()?.doc(Area::Visits, kind, SOURCE_LANGUAGE) else { continue };
        let days = (from..to).filter_map(|days| today.checked_add_signed(TimeDelta::days(days)));
        let open: Vec<NaiveDate> = days.filter(|on| is_open(*on)).collect();
        let on = open.get(app.random_number() as usize % open.len().max(1)).copied().unwrap_or(today);
        let ten_minutes = app.random_number() % 42;
        visits.push(Kept {
            id: VisitId([0; 16]),
            revision: 1,
            kind: kind.to_owned(),
            on,
            at: NaiveTime::from_hms_opt(9 + ten_minutes / 6, ten_minutes % 6 * 10, 0),
            place: None,
            phone: None,
            note: None,
            travel_minutes: None,
            fare_pence: None,
            asked_by: None,
            fare_asked: true,
            interpreter_asked: true,
            pregnancy: doc.front.pregnancy,
            private: doc.front.private,
            health: doc.front.health,
        });
    }
    app.add(&"examples", |app, id| {
        for (visit, n) in visits.iter_mut().zip(0_u8..) {
            let drawn = Sha256::digest([id.as_slice(), &[n]].concat());
            visit.id.0.copy_from_slice(&drawn[..id.len()]);
        }
        keep(app, |tx| visits.iter().try_for_each(|visit| store::put(tx, visit)))
    })?;
    list(app, Nothing {})
}

/// A day on which a visit is nothing unusual in any nation of the UK, in any year: one on a bank holiday would be known for an example.
/// Most of those are Mondays, and so are the days that stand in for one at a weekend; no Monday is drawn.
fn is_open(on: NaiveDate) -> bool {
    let holiday = match (on.month(), on.day()) {
        // Christmas, and New Year with the second day of Scotland; a Tuesday may stand in for the second of the two.
        (12, 25..) | (1, ..=4) => true,
        // Saint Patrick, the Battle of the Boyne, Saint Andrew.
        (3, 17) | (7, 12) | (11, 30) => true,
        // From the earliest Good Friday to the latest.
        (3, 20..) | (4, ..=23) => on.weekday() == Weekday::Fri,
        _ => false,
    };
    !holiday && !matches!(on.weekday(), Weekday::Sat | Weekday::Sun | Weekday::Mon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_day_that_is_drawn_is_a_weekend_or_a_bank_holiday_of_any_nation() {
        let holidays = "2026-01-01 2026-01-02 2026-03-17 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-07-13 2026-08-03 \
                        2026-08-31 2026-11-30 2026-12-25 2026-12-28 2027-01-01 2027-01-04 2027-03-17 2027-03-26 2027-03-29 \
                        2027-05-03 2027-05-31 2027-07-12 2027-08-02 2027-08-30 2027-11-30 2027-12-27 2027-12-28 2028-01-03 \
                        2028-01-04 2028-04-14 2028-04-17 2011-04-22 2038-04-23 2008-03-21";
        for holiday in holidays.split_whitespace().map(|day| day.parse::<NaiveDate>().unwrap()) {
            assert!(!is_open(holiday), "{holiday}");
        }
        assert!(!is_open("2026-12-26".parse().unwrap()), "a Saturday");
    }

    #[test]
    fn each_window_has_days_to_draw_from_on_every_day_of_the_year() {
        let first: NaiveDate = "2026-01-01".parse().unwrap();
        for today in first.iter_days().take(366) {
            for (kind, from, to) in EVERYDAY {
                let open = (from..to).filter(|days| is_open(today + TimeDelta::days(*days))).count();
                assert!(open >= 8, "{kind} on {today}: {open}");
            }
        }
    }
}
