//! What comes next in a pregnancy and after a birth. From a due date, or from how many weeks she is, the schedule of the content
//! becomes days that she can expect; they are suggestions until she adds a visit.

use chrono::{Days, NaiveDate};
use kindway_content::{Area, Offset, StartsFrom, TimelineKind, When, when::TERM_WEEKS};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App,
    api::Nothing,
    days::{Day, TypedDay},
    error::{ApiError, Code},
    library::Page,
    settings::Settings,
    visits,
};

/// A pregnancy is counted to 42 weeks; a later number is a slip.
const WEEKS_MOST: u32 = 42;
/// How long after the due date it may still be typed: a birth more than two weeks late is rare, and she may be late to look.
const DAYS_OVERDUE: i64 = 21;
/// The schedule ends at two and a half years; a birth longer ago has nothing to come.
const DAYS_SINCE_BIRTH: i64 = 913;
/// Where no end of a window is published, it counts as now for so many days.
const OPEN_DAYS: u64 = 28;

/// What she tells about the pregnancy. Each replaces what she told before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "what", rename_all = "kebab-case")]
#[ts(rename = "TimelineTold")]
pub enum Told {
    /// Her due date, as her notes say it.
    Due {
        /// The day.
        day: TypedDay,
    },
    /// How far she is today.
    Weeks {
        /// Whole weeks, 0 to 42.
        weeks: u32,
        /// Days beyond them, 0 to 6.
        days: u32,
    },
    /// The day of the birth.
    Born {
        /// The day.
        day: TypedDay,
    },
    /// Whether it is her first baby; `None` takes the answer back.
    FirstBaby {
        /// The answer.
        first: Option<bool>,
    },
    /// Forget all of it.
    Forget,
}

/// Weeks and days of a pregnancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Weeks {
    /// Whole weeks.
    pub weeks: u32,
    /// Days beyond them.
    pub days: u32,
}

/// Why things of the timeline stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "TimelineGroupKind")]
pub enum GroupKind {
    /// Its window is open today.
    Now,
    /// It comes later in the pregnancy.
    Coming,
    /// After the birth, or about so long after the due date while there is no birth.
    AfterBirth,
    /// Its window has closed: she can still ask (APPT-02).
    Earlier,
}

/// Things of the timeline that stand together, soonest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "TimelineGroup")]
pub struct Group {
    /// Why.
    pub kind: GroupKind,
    /// The things.
    pub items: Vec<Expected>,
}

/// Something that she can expect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Expected {
    /// What it is, in her language beside English, with its sources.
    pub page: Page,
    /// A visit, a vaccine, or something to ask for.
    pub kind: TimelineKind,
    /// First day of the window.
    pub from: Day,
    /// Last day of the window; `None` where no end is published.
    pub to: Option<Day>,
    /// The days are counted from the due date, because there is no birth yet: "about".
    pub about: bool,
    /// Week of the pregnancy in which the window opens; `None` after birth.
    pub week: Option<u32>,
    /// Only for a first baby, and she has not said whether it is one.
    pub if_first_baby: bool,
    /// The kind of visit that it would be added as.
    pub visit: Option<String>,
    /// A visit of hers of that kind in that window. Another thing may share both, so it is not surely this one.
    pub added: Option<String>,
}

/// Which thing of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "WhichExpected")]
pub struct Which {
    /// The id of its page.
    pub id: String,
}

/// One thing of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "OneExpected")]
pub struct One {
    /// What it is.
    pub page: Page,
    /// When she can expect it; `None` where she has told nothing, or where it is not hers to expect.
    pub expected: Option<Expected>,
}

/// The timeline screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Timeline {
    /// Her due date.
    pub due: Option<Day>,
    /// How far she is today; `None` without a due date and after a birth.
    pub weeks: Option<Weeks>,
    /// The day of the birth.
    pub born: Option<Day>,
    /// Whether it is her first baby.
    pub first_baby: Option<bool>,
    /// The due date has passed and no birth is told: she can be asked.
    pub ask_born: bool,
    /// What to expect; empty without a due date or birth, and after a loss.
    pub groups: Vec<Group>,
}

pub(crate) fn read(app: &mut App, _: Nothing) -> Result<Timeline, ApiError> {
    let settings = app.settings().clone();
    let today = app.uk_today();
    let shown = !settings.loss;
    let (due, born) = (settings.due.filter(|_| shown), settings.born.filter(|_| shown));
    let weeks = due.filter(|_| born.is_none()).and_then(|due| weeks_on(due, today));
    let mut groups: Vec<Group> = Vec::new();
    let is_over = born.is_none() && due.is_some_and(|due| (today - due).num_days() > DAYS_OVERDUE);
    if (due.is_some() || born.is_some()) && !is_over {
        let mut expected = Vec::new();
        for page in app.pages(Area::Timeline)? {
            let Some(when) = app.library()?.when(&page.id)? else { continue };
            if let Some(window) = window(&when, due, born, &settings) {
                expected.push((group_of(&window, today), window, when, page));
            }
        }
        expected.sort_by_key(|(kind, window, ..)| (*kind, window.from, window.to));
        for (kind, window, when, page) in expected {
            let item = item(app, page, &when, &window, &settings)?;
            match groups.last_mut() {
                Some(last) if last.kind == kind => last.items.push(item),
                _ => groups.push(Group { kind, items: vec![item] }),
            }
        }
    }
    let reading = app.reading()?;
    Ok(Timeline {
        due: due.map(|on| reading.day(on)),
        weeks,
        born: born.map(|on| reading.day(on)),
        first_baby: settings.first_baby,
        ask_born: born.is_none() && due.is_some_and(|due| today > due),
        groups,
    })
}

pub(crate) fn one(app: &mut App, which: Which) -> Result<One, ApiError> {
    if app.settings().loss {
        return Err(ApiError::new(Code::NotFound));
    }
    let items = read(app, Nothing {})?.groups.into_iter().flat_map(|group| group.items);
    let expected = items.into_iter().find(|item| item.page.id == which.id);
    let page = app.page(Area::Timeline, &which.id, &[])?;
    Ok(One { page, expected })
}

pub(crate) fn save(app: &mut App, told: Told) -> Result<Timeline, ApiError> {
    let today = app.uk_today();
    let mut settings = app.settings().clone();
    if settings.loss {
        return Err(ApiError::new(Code::NotFound));
    }
    match told {
        // A due date is told of a pregnancy: an earlier birth is over.
        Told::Due { day } => settings = Settings { due: Some(due_date(day, today)?), born: None, ..settings },
        Told::Weeks { weeks, days } => {
            if weeks > WEEKS_MOST || days > 6 {
                return Err(ApiError::new(Code::WeeksOutOfRange).at("weeks").with("most", WEEKS_MOST));
            }
            let so_far = Days::new(u64::from(weeks * 7 + days));
            let due = today.checked_sub_days(so_far).and_then(|start| Offset::WeeksAndDays(TERM_WEEKS, 0).after(start));
            settings = Settings { due, born: None, ..settings };
        }
        Told::Born { day } => settings.born = Some(birth_day(day, today)?),
        Told::FirstBaby { first } => settings.first_baby = first,
        Told::Forget => settings = Settings { due: None, born: None, first_baby: None, ..settings },
    }
    app.keep_settings(settings)?;
    read(app, Nothing {})
}

fn existing(day: TypedDay) -> Result<NaiveDate, ApiError> {
    NaiveDate::from_ymd_opt(day.year, day.month, day.day)
        .ok_or_else(|| ApiError::new(Code::NoSuchDay).at("day").with("day", day.day).with("month", day.month))
}

/// A due date lies at most three weeks back and at most the 40 weeks of a pregnancy ahead.
fn due_date(day: TypedDay, today: NaiveDate) -> Result<NaiveDate, ApiError> {
    let due = existing(day)?;
    let ahead = (due - today).num_days();
    if (-DAYS_OVERDUE..=i64::from(TERM_WEEKS * 7)).contains(&ahead) {
        Ok(due)
    } else {
        Err(ApiError::new(Code::DueOutOfRange).at("day"))
    }
}

fn birth_day(day: TypedDay, today: NaiveDate) -> Result<NaiveDate, ApiError> {
    let born = existing(day)?;
    if (0..=DAYS_SINCE_BIRTH).contains(&(today - born).num_days()) {
        Ok(born)
    } else {
        Err(ApiError::new(Code::BirthOutOfRange).at("day"))
    }
}

/// How far a pregnancy is on a day. `None` where the due date is more than 40 weeks away.
pub fn weeks_on(due: NaiveDate, today: NaiveDate) -> Option<Weeks> {
    let days = i64::from(TERM_WEEKS * 7) - (due - today).num_days();
    let days = u32::try_from(days).ok()?;
    let weeks = Weeks { weeks: days / 7, days: days % 7 };
    // A due date that was told long ago is not a pregnancy of today.
    (weeks.weeks <= WEEKS_MOST).then_some(weeks)
}

/// When something can be expected.
struct Window {
    from: NaiveDate,
    to: Option<NaiveDate>,
    /// Counted from the birth.
    after_birth: bool,
    /// Counted from the due date in the place of a birth.
    about: bool,
}

fn window(when: &When, due: Option<NaiveDate>, born: Option<NaiveDate>, settings: &Settings) -> Option<Window> {
    if when.first_baby_only && settings.first_baby == Some(false) {
        return None;
    }
    let birth = born.or(due)?;
    let start = due.and_then(|due| due.checked_sub_days(Days::new(u64::from(TERM_WEEKS * 7))));
    match when.after {
        StartsFrom::Birth => {
            let (from, to) = (when.from.after(birth)?, when.to.and_then(|to| to.after(birth)));
            Some(Window { from, to, after_birth: true, about: born.is_none() })
        }
        StartsFrom::Pregnancy => {
            let until = when.to_after_birth.and_then(|to| to.after(birth));
            match born {
                // Once the baby is there, only what goes on beyond the birth is left of the pregnancy.
                Some(born) => until.map(|to| Window { from: born, to: Some(to), after_birth: true, about: false }),
                None => {
                    let start = start?;
                    let to = until.or_else(|| when.to.and_then(|to| to.after(start)));
                    Some(Window { from: when.from.after(start)?, to, after_birth: false, about: false })
                }
            }
        }
    }
}

fn group_of(window: &Window, today: NaiveDate) -> GroupKind {
    let open_end = || if window.after_birth { window.from.checked_add_days(Days::new(OPEN_DAYS)) } else { None };
    let last = window.to.or_else(open_end);
    if window.about {
        // Counted from a due date: while there is no birth, nothing that follows it has begun or passed.
        GroupKind::AfterBirth
    } else if last.is_some_and(|last| last < today) {
        GroupKind::Earlier
    } else if window.from <= today {
        GroupKind::Now
    } else if window.after_birth {
        GroupKind::AfterBirth
    } else {
        GroupKind::Coming
    }
}

fn item(app: &mut App, page: Page, when: &When, window: &Window, settings: &Settings) -> Result<Expected, ApiError> {
    let added = match &when.visit {
        Some(kind) => visits::added(app, kind, window.from, window.to)?,
        None => None,
    };
    let week = match (when.after, when.from) {
        (StartsFrom::Pregnancy, Offset::WeeksAndDays(weeks, _)) if !window.after_birth => Some(weeks),
        _ => None,
    };
    let reading = app.reading()?;
    Ok(Expected {
        page,
        kind: when.kind,
        from: reading.day(window.from),
        to: window.to.map(|to| reading.day(to)),
        about: window.about,
        week,
        if_first_baby: when.first_baby_only && settings.first_baby.is_none(),
        visit: when.visit.clone(),
        added,
    })
}
