//! Everyday visits for a space that would otherwise be empty. They are ordinary rows: she can change and delete them, and the one that is
//! to come reminds like any other.

use chrono::{Datelike, NaiveTime, TimeDelta, Weekday};
use kindway_content::{Area, SOURCE_LANGUAGE};

use super::{Kept, VisitId, Visits, list, store};
use crate::{App, api::Nothing, error::ApiError, reminders};

/// The kind, and between how many days from today it lies. Nothing here is about pregnancy, asylum or a hospital. Day and time are drawn,
/// so that nobody knows them for examples.
const EVERYDAY: [(&str, i64, i64); 3] = [("gp", -40, -9), ("dentist", -95, -43), ("dentist", 17, 59)];

pub(crate) fn examples(app: &mut App, _: Nothing) -> Result<Visits, ApiError> {
    let today = app.uk_today();
    let mut visits = Vec::new();
    for (kind, from, to) in EVERYDAY {
        // Content that has the kind no longer gives no example of it.
        let Ok(doc) = app.library()?.doc(Area::Visits, kind, SOURCE_LANGUAGE) else { continue };
        let drawn = TimeDelta::days(from + i64::from(app.random_number()) % (to - from));
        let mut on = today.checked_add_signed(drawn).unwrap_or(today);
        while matches!(on.weekday(), Weekday::Sat | Weekday::Sun) {
            on = on.succ_opt().unwrap_or(today);
        }
        let ten_minutes = app.random_number() % 42;
        visits.push(Kept {
            id: VisitId(app.random_id()?),
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
    app.vault()?.write(|tx| visits.iter().try_for_each(|visit| store::insert(tx, visit)))?;
    reminders::replan(app);
    list(app, Nothing {})
}
