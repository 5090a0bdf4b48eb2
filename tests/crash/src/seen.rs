//! What stands in the app, as its screens would show it.

use std::collections::{BTreeMap, BTreeSet};

use kindway_content::SupportKind;
use kindway_core::{
    api::{Nothing, Request, Response},
    days::Weekday,
    help, visits,
};
use kindway_desktop::Door;

/// Everything of hers that the row of changes touches.
#[derive(Clone, Debug, PartialEq)]
pub struct Hers {
    /// Her visits by their place in the row.
    pub visits: BTreeMap<u64, Visit>,
    /// Her numbers by their place in the row.
    pub numbers: BTreeMap<u64, Number>,
    /// The town she last searched near.
    pub near: Option<String>,
    /// Her dialect.
    pub dialect: Option<String>,
    /// Size of the text.
    pub text_size: u32,
    /// What she told about money.
    pub purse: Purse,
}

impl Default for Hers {
    fn default() -> Self {
        Self {
            visits: BTreeMap::new(),
            numbers: BTreeMap::new(),
            near: None,
            dialect: None,
            text_size: 100,
            purse: Purse::default(),
        }
    }
}

/// A visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// What she typed.
    pub draft: visits::Draft,
    /// How often it changed.
    pub revision: i64,
    /// What the trip costs.
    pub fare: Option<i64>,
}

/// A number of her own.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its name.
    pub name: String,
    /// The number.
    pub phone: Option<String>,
    /// The note.
    pub note: Option<String>,
}

/// What she told about money.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Purse {
    /// What she has.
    pub have: Option<i64>,
    /// When it comes.
    pub day: Option<Weekday>,
    /// The extra in pregnancy.
    pub extra: bool,
    /// Who gives it.
    pub support: Option<SupportKind>,
}

impl Hers {
    /// Asks for all of it.
    ///
    /// # Errors
    /// What the app answered instead.
    pub fn of(door: &Door) -> Result<Self, String> {
        let mut visits = BTreeMap::new();
        for (at, visit) in visits_in(door)? {
            let saved = Visit { draft: visit.draft, revision: visit.revision, fare: visit.fare_pence };
            if visits.insert(at, saved).is_some() {
                return Err(format!("there are two visits {at}"));
            }
        }
        let mut numbers = BTreeMap::new();
        for (at, number) in numbers_in(door)? {
            let saved = Number { name: number.name, phone: number.phone, note: number.note };
            if numbers.insert(at, saved).is_some() {
                return Err(format!("there are two numbers {at}"));
            }
        }
        let Response::Settings(settings) = ask(door, Request::Settings(Nothing {}))? else { return Err(other()) };
        let Response::Money(money) = ask(door, Request::Money(Nothing {}))? else { return Err(other()) };
        Ok(Self {
            visits,
            numbers,
            near: settings.near,
            dialect: settings.interpreter.dialect,
            text_size: settings.text_size,
            purse: Purse {
                have: money.have.map(|sum| sum.pence),
                day: money.money_day,
                extra: money.extra_pregnancy,
                support: money.support,
            },
        })
    }
}

impl Hers {
    /// What is other than expected, for a person to read.
    #[must_use]
    pub fn other_than(&self, expected: &Self) -> String {
        let mut other = Vec::new();
        let mut note = |what: String, here: String, there: String| {
            if here != there {
                other.push(format!("{what} is {here} instead of {there}"));
            }
        };
        for at in self.visits.keys().chain(expected.visits.keys()).collect::<BTreeSet<_>>() {
            note(format!("visit {at}"), format!("{:?}", self.visits.get(at)), format!("{:?}", expected.visits.get(at)));
        }
        for at in self.numbers.keys().chain(expected.numbers.keys()).collect::<BTreeSet<_>>() {
            note(
                format!("number {at}"),
                format!("{:?}", self.numbers.get(at)),
                format!("{:?}", expected.numbers.get(at)),
            );
        }
        let settings = |hers: &Self| format!("{:?}", (&hers.near, &hers.dialect, hers.text_size));
        note("near, dialect and text size".into(), settings(self), settings(expected));
        note("the purse".into(), format!("{:?}", self.purse), format!("{:?}", expected.purse));
        other.join("; ")
    }
}

/// The visit at a place in the row, if there is one.
///
/// # Errors
/// What the app answered instead.
pub fn visit_in(door: &Door, at: u64) -> Result<Option<visits::Visit>, String> {
    Ok(visits_in(door)?.into_iter().find(|(place, _)| *place == at).map(|(_, visit)| visit))
}

/// The number at a place in the row, if there is one.
///
/// # Errors
/// What the app answered instead.
pub fn number_in(door: &Door, at: u64) -> Result<Option<help::OwnNumber>, String> {
    Ok(numbers_in(door)?.into_iter().find(|(place, _)| *place == at).map(|(_, number)| number))
}

fn visits_in(door: &Door) -> Result<Vec<(u64, visits::Visit)>, String> {
    let Response::Visits(all) = ask(door, Request::Visits(Nothing {}))? else { return Err(other()) };
    let cards = all.coming.into_iter().chain(all.past);
    cards
        .map(|card| {
            let Response::Visit(visit) = ask(door, Request::Visit(visits::Which { id: card.id }))? else {
                return Err(other());
            };
            Ok((place(card.place.as_deref().unwrap_or_default())?, visit))
        })
        .collect()
}

fn numbers_in(door: &Door) -> Result<Vec<(u64, help::OwnNumber)>, String> {
    let Response::OwnNumbers(own) = ask(door, Request::OwnNumbers(Nothing {}))? else { return Err(other()) };
    own.numbers.into_iter().map(|number| Ok((place(&number.name)?, number))).collect()
}

/// `Room 3, change 17` stands at place 3.
fn place(text: &str) -> Result<u64, String> {
    let number = text.split([' ', ',']).nth(1).and_then(|number| number.parse().ok());
    number.ok_or_else(|| format!("{text:?} names no place in the row"))
}

/// Asks one question, and says which it was if it was not answered.
///
/// # Errors
/// What the app answered instead.
pub fn ask(door: &Door, request: Request) -> Result<Response, String> {
    let asked = format!("{request:?}");
    door.call(request).map_err(|error| format!("{asked}: {}", error.code.name()))
}

fn other() -> String {
    "the answer is to another question".into()
}
