//! When something of the timeline can be expected: counted from the due date, or from the day of the birth.

use std::fmt;
use std::str::FromStr;

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Weeks of a whole pregnancy, as a due date counts them (APPT-24).
pub const TERM_WEEKS: u32 = 40;
/// The longest that a timeline looks ahead: two and a half years after a birth (APPT-31).
const MOST_MONTHS: u32 = 30;
const MOST_DAYS: u32 = 914;

/// The `[when]` table of a document of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// What `from` and `to` are counted from.
    pub after: StartsFrom,
    /// The first day of its window.
    pub from: Offset,
    /// The last day of its window; `None` where no end is published.
    pub to: Option<Offset>,
    /// The last day, counted from the birth, of a window that begins in the pregnancy.
    pub to_after_birth: Option<Offset>,
    /// Only for a first baby.
    #[serde(default)]
    pub first_baby_only: bool,
    /// The kind of visit that it would be added as.
    pub visit: Option<String>,
    /// What it is.
    pub kind: TimelineKind,
}

/// What a window is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum StartsFrom {
    /// The first day of the pregnancy as weeks are counted: the due date less 40 weeks.
    Pregnancy,
    /// The day of the birth.
    Birth,
}

/// What a thing of the timeline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum TimelineKind {
    /// A visit that she can expect.
    Visit,
    /// A vaccine that she is offered.
    Vaccine,
    /// A time in which she can ask for a paper, for money or for a plan.
    Ask,
}

/// A length of time as editors write it: `11+2` (weeks and days), `10 days`, `6 weeks` or `6 months`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub enum Offset {
    /// Whole weeks and up to six days more.
    WeeksAndDays(u32, u32),
    /// Days.
    Days(u32),
    /// Calendar months.
    Months(u32),
}

impl Offset {
    /// The day that lies this long after another, or `None` past the end of the calendar.
    pub fn after(self, start: NaiveDate) -> Option<NaiveDate> {
        match self {
            Offset::WeeksAndDays(weeks, days) => start.checked_add_days(Days::new(u64::from(weeks * 7 + days))),
            Offset::Days(days) => start.checked_add_days(Days::new(u64::from(days))),
            Offset::Months(months) => start.checked_add_months(Months::new(months)),
        }
    }
}

/// An [`Offset`] that is not written as one.
#[derive(thiserror::Error, Clone, Debug, PartialEq, Eq)]
#[error("\"{0}\" is not a length of time such as \"11+2\" (weeks and days), \"10 days\", \"6 weeks\" or \"6 months\"")]
pub struct NotAnOffset(String);

impl FromStr for Offset {
    type Err = NotAnOffset;

    fn from_str(text: &str) -> Result<Self, NotAnOffset> {
        let wrong = || NotAnOffset(text.to_owned());
        let number = |text: &str| text.parse::<u32>().ok().filter(|number| *number <= MOST_DAYS);
        let offset = if let Some((weeks, days)) = text.split_once('+') {
            let days = number(days).filter(|days| *days < 7);
            number(weeks).zip(days).map(|(weeks, days)| Offset::WeeksAndDays(weeks, days))
        } else {
            let (count, unit) = text.split_once(' ').ok_or_else(wrong)?;
            let count = number(count);
            match unit {
                "day" | "days" => count.map(Offset::Days),
                "week" | "weeks" => count.map(|weeks| Offset::WeeksAndDays(weeks, 0)),
                "month" | "months" => count.map(Offset::Months),
                _ => None,
            }
        };
        let in_reach = |offset: &Offset| match offset {
            Offset::WeeksAndDays(weeks, days) => weeks * 7 + days <= MOST_DAYS,
            Offset::Days(_) => true,
            Offset::Months(months) => *months <= MOST_MONTHS,
        };
        offset.filter(in_reach).ok_or_else(wrong)
    }
}

impl TryFrom<String> for Offset {
    type Error = NotAnOffset;

    fn try_from(text: String) -> Result<Self, NotAnOffset> {
        text.parse()
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Offset::WeeksAndDays(weeks, days) => write!(f, "{weeks}+{days}"),
            Offset::Days(days) => write!(f, "{days} days"),
            Offset::Months(months) => write!(f, "{months} months"),
        }
    }
}

impl From<Offset> for String {
    fn from(offset: Offset) -> Self {
        offset.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_length_of_time_is_read() {
        assert_eq!("11+2".parse(), Ok(Offset::WeeksAndDays(11, 2)));
        assert_eq!("10 days".parse(), Ok(Offset::Days(10)));
        assert_eq!("6 weeks".parse(), Ok(Offset::WeeksAndDays(6, 0)));
        assert_eq!("6 months".parse(), Ok(Offset::Months(6)));
    }

    #[test]
    fn what_is_no_length_of_time_is_refused() {
        for text in ["", "11", "11+7", "-1 days", "2 years", "+", "99999999999 days", "31 months", "131+0", "1 days "] {
            assert_eq!(text.parse::<Offset>(), Err(NotAnOffset(text.to_owned())), "{text:?}");
        }
    }

    #[test]
    fn six_months_are_months_of_the_calendar() {
        let birth = NaiveDate::from_ymd_opt(2026, 8, 31).expect("a day");
        assert_eq!(Offset::Months(6).after(birth), NaiveDate::from_ymd_opt(2027, 2, 28));
    }
}
