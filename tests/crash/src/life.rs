//! An endless row of changes. Each is known by its number alone, and so is everything that stands after it.

use chrono::{Days, NaiveDate};
use kindway_content::SupportKind;
use kindway_core::{
    days::{TypedDay, Weekday},
    help, money, settings, visits,
};

use crate::seen::{Hers, Number, Purse, Visit};

/// When all of it happens.
pub const NOW: &str = "2026-11-22T10:00:00Z";

/// How many visits and how many numbers there are at most.
const VISITS: u64 = 6;
const NUMBERS: u64 = 4;

/// One change, in a single call. Each touches several fields or rows, and all of them say which change it was.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A visit is added, or all of it is other than before.
    Visit(u64, visits::Draft),
    /// A visit is deleted.
    VisitGone(u64),
    /// The fare of a visit, and its revision.
    Fare(u64, i64),
    /// A number is added, or all of it is other than before.
    Number(u64, help::OwnNumberDraft),
    /// A number is deleted.
    NumberGone(u64),
    /// Several settings.
    Settings(settings::Change),
    /// What she has, when it comes, and who gives it.
    Money(money::Change),
    /// The notes of all visits.
    NotesGone,
}

impl Change {
    /// What kind of change it is, for the count of what was hit.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Visit(..) => "visit",
            Self::VisitGone(_) => "visit-gone",
            Self::Fare(..) => "fare",
            Self::Number(..) => "number",
            Self::NumberGone(_) => "number-gone",
            Self::Settings(_) => "settings",
            Self::Money(_) => "money",
            Self::NotesGone => "notes-gone",
        }
    }
}

/// How far the row has come, and what stands then.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Life {
    /// The number of the last change.
    pub done: u64,
    /// What stands.
    pub hers: Hers,
}

impl Life {
    /// The next change.
    #[must_use]
    pub fn next(&self) -> Change {
        let n = self.done + 1;
        let (visit, number) = (n / 9 % VISITS, n / 9 % NUMBERS);
        let any = self.hers.visits.keys().copied().nth((n / 9 % 2) as usize);
        match (n % 9, any) {
            (0, _) => Change::Settings(settings(n)),
            (2, _) => Change::Number(n / 5 % NUMBERS, own_number(n / 5 % NUMBERS, n)),
            (3, _) => Change::Money(money(n)),
            (5, Some(any)) => Change::Fare(any, (n % 50_000) as i64),
            (7, Some(_)) if n / 9 % 4 == 3 => Change::NotesGone,
            (7, Some(any)) => Change::VisitGone(any),
            (8, _) if self.hers.numbers.contains_key(&number) => Change::NumberGone(number),
            (6, _) => Change::Visit((n / 9 + 3) % VISITS, draft((n / 9 + 3) % VISITS, n)),
            _ => Change::Visit(visit, draft(visit, n)),
        }
    }

    /// After the next change.
    #[must_use]
    pub fn and_next(&self) -> Self {
        let mut after = self.clone();
        after.done += 1;
        let hers = &mut after.hers;
        match self.next() {
            Change::Visit(at, draft) => match hers.visits.get_mut(&at) {
                Some(visit) => {
                    visit.draft = draft;
                    visit.revision += 1;
                }
                None => drop(hers.visits.insert(at, Visit { draft, revision: 1, fare: None })),
            },
            Change::VisitGone(at) => drop(hers.visits.remove(&at)),
            Change::Fare(at, pence) => {
                if let Some(visit) = hers.visits.get_mut(&at) {
                    visit.fare = Some(pence);
                    visit.revision += 1;
                }
            }
            Change::Number(at, draft) => {
                let (name, phone, note) = (draft.name.unwrap_or_default(), draft.phone, draft.note);
                hers.numbers.insert(at, Number { name, phone, note });
            }
            Change::NumberGone(at) => drop(hers.numbers.remove(&at)),
            Change::Settings(change) => {
                hers.near = change.near;
                hers.dialect = change.interpreter.and_then(|interpreter| interpreter.dialect);
                hers.text_size = change.text_size.unwrap_or(hers.text_size);
            }
            Change::Money(change) => {
                hers.purse = Purse {
                    have: change.have.and_then(|have| have.pence),
                    day: change.money_day,
                    extra: change.extra_pregnancy.unwrap_or_default(),
                    support: change.support,
                }
            }
            Change::NotesGone => {
                for visit in hers.visits.values_mut().filter(|visit| visit.draft.note.is_some()) {
                    visit.draft.note = None;
                    visit.revision += 1;
                }
            }
        }
        after
    }
}

fn draft(at: u64, n: u64) -> visits::Draft {
    let day = NaiveDate::from_ymd_opt(2026, 12, 1).and_then(|first| first.checked_add_days(Days::new(n % 300)));
    let day = day.unwrap_or_default();
    visits::Draft {
        kind: Some("something-else".into()),
        day: Some(typed(day)),
        time: Some(format!("{:02}:{:02}", n % 24, n % 60)),
        place: Some(format!("Room {at}, change {n}")),
        phone: Some(format!("07{n:09}")),
        // Long enough now and then for pages of its own.
        note: Some(format!("Note of change {n}.").repeat(if n % 4 == 1 { 150 } else { 1 })),
        travel_minutes: Some((n % 600) as u32),
        asked_by: Some(match n % 3 {
            0 => visits::AskedBy::Health,
            1 => visits::AskedBy::SocialCare,
            _ => visits::AskedBy::Both,
        }),
    }
}

fn typed(day: NaiveDate) -> TypedDay {
    use chrono::Datelike;
    TypedDay { day: day.day(), month: day.month(), year: day.year(), weekday: Some(Weekday::of(day)) }
}

fn own_number(at: u64, n: u64) -> help::OwnNumberDraft {
    help::OwnNumberDraft {
        id: None,
        role: help::Role::Other,
        name: Some(format!("Number {at}, change {n}")),
        phone: Some(format!("07{n:09}")),
        note: Some(format!("Of change {n}.")),
    }
}

fn settings(n: u64) -> settings::Change {
    settings::Change {
        near: Some(format!("Town {n}")),
        interpreter: Some(settings::Interpreter {
            needed: Some(false),
            dialect: Some(format!("Dialect {n}")),
            woman: n.is_multiple_of(2),
        }),
        text_size: Some(100 + (n % 100) as u32),
        ..settings::Change::default()
    }
}

fn money(n: u64) -> money::Change {
    money::Change {
        have: Some(money::Have { pence: Some((n % 1_000_000) as i64) }),
        money_day: NaiveDate::from_ymd_opt(2026, 1, 1)
            .and_then(|day| day.checked_add_days(Days::new(n % 7)))
            .map(Weekday::of),
        extra_pregnancy: Some(n.is_multiple_of(2)),
        support: Some(match n % 4 {
            0 => SupportKind::Section95,
            1 => SupportKind::WithMeals,
            2 => SupportKind::Section4,
            _ => SupportKind::Schedule10,
        }),
    }
}
