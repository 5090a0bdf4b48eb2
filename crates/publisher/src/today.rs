//! The day on which the command runs.

use std::time::SystemTime;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;

/// Today, where the people are whose content this is.
pub(crate) fn today() -> NaiveDate {
    DateTime::<Utc>::from(SystemTime::now()).with_timezone(&London).date_naive()
}
