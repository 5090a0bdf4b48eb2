//! Visits. A visit is a promise to be somewhere at a UK civil time; the instant is derived, never stored. She types it, sees it
//! explained in her language, and everything that hangs on it (reminders, trip, letter, cards) follows.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use kindway_content::{Area, Doc, SOURCE_LANGUAGE};
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

use crate::{
    App,
    api::Nothing,
    days::{Day, Time, TypedDay, Weekday, typed_time, uk_instant},
    error::{ApiError, Code},
    help,
    library::digit,
    reminders::{self, Reminder},
    settings::Settings,
};

mod examples;
mod explain;
pub(crate) mod store;

pub(crate) use examples::examples;

pub use explain::{Answer, Answers};

/// Longest texts that are kept, in characters. A note holds a whole letter.
pub(crate) const PLACE_MOST: usize = 120;
pub(crate) const NOTE_MOST: usize = 4000;

/// Minutes that are added to her own travel time before "time to leave".
pub const MARGIN_MINUTES: u32 = 15;

/// The highest fare that a trip can have, in pence. Above it a slip of the finger is likelier than a fare.
pub(crate) const FARE_MOST: i64 = 50_000;

/// A visit type for "none of these".
pub(crate) const SOMETHING_ELSE: &str = "something-else";

/// The random id of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VisitId(pub [u8; 16]);

impl std::fmt::Display for VisitId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl VisitId {
    /// Reads an id as it stands on the wire.
    ///
    /// # Errors
    /// [`Code::NotFound`] for anything that is not 32 hexadecimal digits.
    pub fn parse(text: &str) -> Result<Self, ApiError> {
        let not_found = || ApiError::new(Code::NotFound);
        if text.len() != 32 || !text.is_ascii() {
            return Err(not_found());
        }
        let mut id = [0; 16];
        for (byte, pair) in id.iter_mut().zip(0..16) {
            *byte = u8::from_str_radix(&text[pair * 2..pair * 2 + 2], 16).map_err(|_| not_found())?;
        }
        Ok(Self(id))
    }
}

/// Who asked for a visit, as she knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AskedBy {
    /// A midwife, a doctor, a hospital.
    Health,
    /// Children's social care.
    SocialCare,
    /// Both.
    Both,
    /// She does not know.
    Unknown,
}

/// A visit as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: VisitId,
    /// Goes up by one with every change; a screen that holds an older one may not save.
    pub revision: i64,
    /// A visit type of the content; kept even if the content drops it.
    pub kind: String,
    /// UK civil date.
    pub on: NaiveDate,
    /// UK civil time, if the letter gives one.
    pub at: Option<NaiveTime>,
    /// Where.
    pub place: Option<String>,
    /// Whom to call about it.
    pub phone: Option<String>,
    /// Her own words.
    pub note: Option<String>,
    /// Her travel time, one way.
    pub travel_minutes: Option<u32>,
    /// What the trip costs there and back, in pence.
    pub fare_pence: Option<i64>,
    /// Who asked for it.
    pub asked_by: Option<AskedBy>,
    /// The fare is asked for, or need not be.
    pub fare_asked: bool,
    /// The interpreter is asked for, or need not be.
    pub interpreter_asked: bool,
    /// From the content when it was saved: silent after a loss.
    pub pregnancy: bool,
    /// From the content when it was saved: its kind is never named in a notification.
    pub private: bool,
    /// From the content when it was saved: health staff give it.
    pub health: bool,
}

impl Kept {
    /// Whether asking for the fare is still to be done.
    pub(crate) fn fare_open(&self, _: &Settings) -> bool {
        self.health && !self.fare_asked
    }

    /// Whether asking for an interpreter is still to be done.
    pub(crate) fn interpreter_open(&self, settings: &Settings) -> bool {
        self.health && !self.interpreter_asked && settings.needs_interpreter()
    }

    /// When she must leave, if she has said how long the way is.
    pub(crate) fn leave_at(&self) -> Option<chrono::DateTime<chrono::Utc>> {
        let way = self.travel_minutes? + MARGIN_MINUTES;
        Some(uk_instant(self.on, self.at?) - TimeDelta::minutes(i64::from(way)))
    }
}

/// A visit as she types it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
#[ts(rename = "VisitDraft")]
pub struct Draft {
    /// The kind.
    pub kind: Option<String>,
    /// The day.
    pub day: Option<TypedDay>,
    /// `HH:MM`, or absent when the letter gives none.
    pub time: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Whom to call.
    pub phone: Option<String>,
    /// Her own words.
    pub note: Option<String>,
    /// Minutes of travel, one way.
    pub travel_minutes: Option<u32>,
    /// Who asked for it.
    pub asked_by: Option<AskedBy>,
}

/// A change of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "VisitChange")]
pub struct Change {
    /// The visit.
    pub id: String,
    /// The revision that the screen holds.
    #[ts(type = "number")]
    pub revision: i64,
    /// The visit as it is to be.
    pub draft: Draft,
}

/// What could be checked of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "VisitChecked")]
pub struct Checked {
    /// The day, if one was given.
    pub day: Option<Day>,
    /// The time, if one was given.
    pub time: Option<Time>,
    /// The kind's title.
    pub title: Option<String>,
    /// The place, tidied.
    pub place: Option<String>,
    /// The phone, tidied.
    pub phone: Option<String>,
    /// Numbers that she may want for this visit: her own, and those of the hospital's own record if the place names it.
    pub phones_known: Vec<help::Callable>,
}

/// Which visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "WhichVisit")]
pub struct Which {
    /// Its id.
    pub id: String,
}

/// What she has asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
#[derive(Default)]
#[ts(rename = "VisitAsked")]
pub struct Asked {
    /// The visit.
    pub id: String,
    /// The fare is asked for.
    pub fare: Option<bool>,
    /// The interpreter is asked for.
    pub interpreter: Option<bool>,
}

/// A kind of visit, for the first question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KindTile {
    /// Its id.
    pub id: String,
    /// Title in her language.
    pub title: String,
    /// Its picture.
    pub picture: String,
    /// Kinds that tell more closely which visit it is; she may leave that open.
    pub within: Vec<CloserKind>,
}

/// A kind under a more general one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CloserKind {
    /// Its id.
    pub id: String,
    /// Title in her language.
    pub title: String,
    /// Its picture.
    pub picture: String,
}

/// Which kind of visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichKind {
    /// Its id.
    pub id: String,
}

/// The kinds of visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "VisitKinds")]
pub struct Kinds {
    /// In the editors' order; after a loss without those about pregnancy.
    pub tiles: Vec<KindTile>,
}

/// How many months of the day grid are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "MonthsAsked")]
pub struct Months {
    /// 0 to 12.
    pub months: u32,
}

/// The days to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "DaysToPick")]
pub struct Days {
    /// Fourteen days from today.
    pub soon: Vec<Day>,
    /// Whole months from this one on, each with its days from today on.
    pub months: Vec<Month>,
}

/// One month of the grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "MonthOfDays")]
pub struct Month {
    /// English name and year, as letters print it: `December 2026`.
    pub english: String,
    /// The month in her language; `None` where that is English.
    pub hers: Option<String>,
    /// Weekday of its first day, Monday is 1.
    pub starts_on: u32,
    /// Month number, for the typed day.
    pub month: u32,
    /// Year.
    pub year: i32,
    /// How many days it has.
    pub length: u32,
    /// The first day that is not past.
    pub from: u32,
}

/// A visit as a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VisitCard {
    /// Its id.
    pub id: String,
    /// The kind.
    pub kind: String,
    /// Title in her language.
    pub title: String,
    /// Title in English.
    pub title_english: String,
    /// Its picture.
    pub picture: String,
    /// Where, as she typed it.
    pub place: Option<String>,
    /// The day.
    pub day: Day,
    /// The time.
    pub time: Option<Time>,
    /// Past.
    pub past: bool,
}

/// When to leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Leave {
    /// The time.
    pub time: Time,
    /// Her own minutes, one way.
    pub travel_minutes: u32,
    /// Minutes to spare.
    pub margin_minutes: u32,
}

/// Everything about one visit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Visit {
    /// The card.
    pub card: VisitCard,
    /// For saving a change.
    #[ts(type = "number")]
    pub revision: i64,
    /// When to leave, if she has typed her travel minutes.
    pub leave: Option<Leave>,
    /// What it is for and the other answers; `None` where the content no longer has this kind.
    pub answers: Option<Answers>,
    /// Whom to call: the number she typed, her own unit.
    pub calls: Vec<help::Callable>,
    /// Fare there and back, in pence.
    #[ts(type = "number | null")]
    pub fare_pence: Option<i64>,
    /// Fare in words: `£6.00`.
    pub fare: Option<String>,
    /// Her note.
    pub note: Option<String>,
    /// The phone as she typed it.
    pub phone: Option<String>,
    /// Who asked for it.
    pub asked_by: Option<AskedBy>,
    /// Asking for the fare is still to be done.
    pub fare_open: bool,
    /// Asking for an interpreter is still to be done.
    pub interpreter_open: bool,
    /// The need of an interpreter, in English, if she has one.
    pub interpreter_english: Option<String>,
    /// Reminders of this visit.
    pub reminders: Vec<Reminder>,
    /// About pregnancy.
    pub pregnancy: bool,
    /// Health staff give it.
    pub health: bool,
    /// What she typed, for the questions.
    pub draft: Draft,
}

/// Her visits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Visits {
    /// Coming, soonest first.
    pub coming: Vec<VisitCard>,
    /// Past, newest first.
    pub past: Vec<VisitCard>,
    /// Visits that are put away after a loss: counted, not shown.
    pub put_away: usize,
    /// Whether a deleted visit can be put back.
    pub can_put_back: bool,
}

/// Takes out control characters and direction marks that could turn a line around, and folds white space; keeps line breaks.
pub fn tidy(text: &str) -> String {
    let kept: String = text.chars().filter(|letter| is_kept(*letter)).collect();
    kept.lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join("\n")
        .trim()
        .to_owned()
}

/// Neither a control character nor a mark that could turn a line around.
pub(crate) fn is_kept(letter: char) -> bool {
    let marks =
        matches!(letter, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    !marks && (!letter.is_control() || letter == '\n')
}

/// Tidies a text and checks its length. Empty is absent.
pub(crate) fn short_text(text: Option<&str>, field: &str, most: usize) -> Result<Option<String>, ApiError> {
    let text = tidy(text.unwrap_or_default());
    if text.chars().count() > most {
        return Err(ApiError::new(Code::TooLong).at(field).with("most", most));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// The same for a text of one line: where she began a new one, a space stands.
pub(crate) fn short_line(text: Option<&str>, field: &str, most: usize) -> Result<Option<String>, ApiError> {
    short_text(text.map(|text| text.replace(['\n', '\r'], " ")).as_deref(), field, most)
}

/// A phone number as typed: digits in any script, spaces, brackets, hyphens, and one plus in front.
///
/// # Errors
/// [`Code::PhoneNotANumber`] for the field `phone`.
pub fn typed_phone(text: Option<&str>) -> Result<Option<String>, ApiError> {
    let wrong = || ApiError::new(Code::PhoneNotANumber).at("phone");
    let Some(text) = short_text(text, "phone", 40)? else { return Ok(None) };
    let mut number = String::new();
    let mut digits = 0;
    for (at, letter) in text.nfkc().enumerate() {
        match letter {
            '+' if at == 0 => number.push('+'),
            ' ' | '-' | '(' | ')' | '.' | '\u{2010}' | '\u{2013}' => {
                if !number.ends_with(' ') && !number.is_empty() {
                    number.push(' ');
                }
            }
            letter => {
                number.push(digit(letter).ok_or_else(wrong)?);
                digits += 1;
            }
        }
    }
    if !(3..=15).contains(&digits) {
        return Err(wrong());
    }
    Ok(Some(number.trim_end().to_owned()))
}

fn checked(app: &App, draft: &Draft, keep_day: Option<NaiveDate>) -> Result<Kept, ApiError> {
    let kind = draft.kind.clone().unwrap_or_else(|| SOMETHING_ELSE.to_owned());
    let front = app.library()?.doc(Area::Visits, &kind, SOURCE_LANGUAGE)?.front;
    let typed = draft.day.ok_or_else(|| ApiError::new(Code::Missing).at("day"))?;
    // A visit that has begun or passed can still be changed, as long as its day stays.
    let same = keep_day.filter(|kept| NaiveDate::from_ymd_opt(typed.year, typed.month, typed.day) == Some(*kept));
    let on = match same {
        Some(kept) => kept,
        None => typed.checked(app.uk_today())?,
    };
    if draft.travel_minutes.is_some_and(|minutes| minutes > 600) {
        return Err(ApiError::new(Code::MinutesOutOfRange).at("travel_minutes"));
    }
    Ok(Kept {
        id: VisitId([0; 16]),
        revision: 1,
        kind,
        on,
        at: draft.time.as_deref().filter(|time| !time.is_empty()).map(typed_time).transpose()?,
        place: short_line(draft.place.as_deref(), "place", PLACE_MOST)?,
        phone: typed_phone(draft.phone.as_deref())?,
        note: short_text(draft.note.as_deref(), "note", NOTE_MOST)?,
        travel_minutes: draft.travel_minutes,
        fare_pence: None,
        asked_by: draft.asked_by,
        fare_asked: false,
        interpreter_asked: false,
        pregnancy: front.pregnancy,
        private: front.private,
        health: front.health,
    })
}

pub(crate) fn kind(app: &mut App, which: WhichKind) -> Result<crate::library::Page, ApiError> {
    app.page(Area::Visits, &which.id, &[])
}

/// Her own visit of just this kind inside a window; `None` where she has added none. A closer kind is another visit: a vaccine stands under
/// blood tests and is none.
pub(crate) fn added(
    app: &mut App,
    kind: &str,
    from: NaiveDate,
    to: Option<NaiveDate>,
) -> Result<Option<String>, ApiError> {
    if !app.has_vault() {
        return Ok(None);
    }
    let all = store::all(app.vault()?.read())?;
    let inside = |visit: &&Kept| visit.kind == kind && visit.on >= from && to.is_none_or(|to| visit.on <= to);
    Ok(all.iter().find(inside).map(|visit| visit.id.to_string()))
}

pub(crate) fn kinds(app: &mut App, _: Nothing) -> Result<Kinds, ApiError> {
    let loss = app.settings().loss;
    let docs: Vec<Doc> = app
        .library()?
        .docs(Area::Visits, app.words()?.tag())?
        .into_iter()
        .filter(|doc| !(loss && doc.front.pregnancy))
        .collect();
    let closer =
        |doc: &Doc| CloserKind { id: doc.id.clone(), title: doc.title.clone(), picture: doc.front.picture.clone() };
    // After a loss a closer kind may be left whose general one is not: then it stands on its own.
    let is_there = |id: &String| docs.iter().any(|doc| doc.id == *id);
    let general = docs.iter().filter(|doc| !doc.front.within.as_ref().is_some_and(is_there));
    let tiles = general
        .map(|doc| KindTile {
            id: doc.id.clone(),
            title: doc.title.clone(),
            picture: doc.front.picture.clone(),
            within: docs.iter().filter(|c| c.front.within.as_ref() == Some(&doc.id)).map(closer).collect(),
        })
        .collect();
    Ok(Kinds { tiles })
}

pub(crate) fn days(app: &mut App, ask: Months) -> Result<Days, ApiError> {
    use chrono::Datelike;
    let reading = app.reading()?;
    let today = reading.today;
    let soon = (0..14).filter_map(|n| today.checked_add_days(chrono::Days::new(n))).map(|on| reading.day(on)).collect();
    let mut months = Vec::new();
    for n in 0..ask.months.min(12) {
        let first = today.with_day(1).and_then(|first| first.checked_add_months(chrono::Months::new(n)));
        let Some(first) = first else { continue };
        let Some(next) = first.checked_add_months(chrono::Months::new(1)) else { continue };
        let names = reading.day(first);
        months.push(Month {
            english: format!("{} {}", names.month, names.year),
            hers: (!reading.words.is_english()).then(|| {
                let month = reading.words.say(&format!("calendar-month-gregorian-{}", first.month()));
                reading.words.say_with("calendar-month-year", &[("month", month), ("year", first.year().to_string())])
            }),
            starts_on: first.weekday().number_from_monday(),
            month: first.month(),
            year: first.year(),
            length: (next - first).num_days().unsigned_abs() as u32,
            from: if n == 0 { today.day() } else { 1 },
        });
    }
    Ok(Days { soon, months })
}

pub(crate) fn check(app: &mut App, draft: Draft) -> Result<Checked, ApiError> {
    // Only what was typed so far is looked at: the questions come one by one.
    let day = draft.day.map(|day| day.checked(app.uk_today())).transpose()?;
    let time = draft.time.as_deref().filter(|time| !time.is_empty()).map(typed_time).transpose()?;
    let place = short_line(draft.place.as_deref(), "place", PLACE_MOST)?;
    let phone = typed_phone(draft.phone.as_deref())?;
    short_text(draft.note.as_deref(), "note", NOTE_MOST)?;
    if draft.travel_minutes.is_some_and(|minutes| minutes > 600) {
        return Err(ApiError::new(Code::MinutesOutOfRange).at("travel_minutes"));
    }
    let title = match &draft.kind {
        Some(kind) => Some(app.library()?.doc(Area::Visits, kind, app.words()?.tag())?.title),
        None => None,
    };
    let phones_known = help::callable_for(app, place.as_deref())?;
    let reading = app.reading()?;
    Ok(Checked {
        day: day.map(|on| reading.day(on)),
        time: time.map(|at| reading.time(at)),
        title,
        place,
        phone,
        phones_known,
    })
}

/// Changes the visits and plans their reminders anew. The last step of a commit can fail with all of it in the file, and what stands there
/// has to ring.
pub(crate) fn keep<T>(
    app: &mut App,
    change: impl FnOnce(&Transaction<'_>) -> Result<T, ApiError>,
) -> Result<T, ApiError> {
    let before = reminders::basis(app);
    let done = app.vault()?.write(change);
    if done.is_ok() {
        app.changed();
    }
    if done.is_ok() || reminders::basis(app) != before {
        reminders::replan(app);
    }
    done
}

pub(crate) fn add(app: &mut App, draft: Draft) -> Result<Visit, ApiError> {
    let checked = checked(app, &draft, None)?;
    let kept = app.add(&("visit", &draft), |app, id| {
        let kept = Kept { id: VisitId(id), ..checked };
        keep(app, |tx| store::put(tx, &kept)).map(|()| kept)
    })?;
    view(app, &kept)
}

pub(crate) fn change(app: &mut App, change: Change) -> Result<Visit, ApiError> {
    let id = VisitId::parse(&change.id)?;
    let before = store::one(app.vault()?.read(), id)?;
    if before.revision != change.revision {
        return Err(ApiError::new(Code::ChangedElsewhere));
    }
    let after = Kept {
        id,
        revision: before.revision + 1,
        fare_pence: before.fare_pence,
        fare_asked: before.fare_asked,
        interpreter_asked: before.interpreter_asked,
        ..checked(app, &change.draft, Some(before.on))?
    };
    keep(app, |tx| store::update(tx, &after, before.revision))?;
    view(app, &after)
}

pub(crate) fn one(app: &mut App, which: Which) -> Result<Visit, ApiError> {
    let kept = store::one(app.vault()?.read(), VisitId::parse(&which.id)?)?;
    view(app, &kept)
}

pub(crate) fn list(app: &mut App, _: Nothing) -> Result<Visits, ApiError> {
    if !app.has_vault() {
        return Ok(Visits { coming: Vec::new(), past: Vec::new(), put_away: 0, can_put_back: false });
    }
    let loss = app.settings().loss;
    let today = app.uk_today();
    let all = store::all(app.vault()?.read())?;
    let put_away = all.iter().filter(|visit| loss && visit.pregnancy).count();
    let shown: Vec<&Kept> = all.iter().filter(|visit| !(loss && visit.pregnancy)).collect();
    let mut coming = Vec::new();
    let mut past = Vec::new();
    for visit in shown {
        let card = card(app, visit)?;
        if visit.on < today { past.push(card) } else { coming.push(card) }
    }
    past.reverse();
    Ok(Visits { coming, past, put_away, can_put_back: app.deleted.is_some() })
}

pub(crate) fn delete(app: &mut App, which: Which) -> Result<Nothing, ApiError> {
    let id = VisitId::parse(&which.id)?;
    let is_gone = |found: &Result<Kept, ApiError>| found.as_ref().is_err_and(|error| error.code == Code::NotFound);
    let found = store::one(app.vault()?.read(), id);
    // She asks again where the first time failed at its last step: it is gone already, and can be put back.
    if is_gone(&found) && app.deleted.as_ref().is_some_and(|gone| gone.id == id) {
        return Ok(Nothing {});
    }
    let kept = found?;
    let done = keep(app, |tx| store::delete(tx, id));
    if is_gone(&store::one(app.vault()?.read(), id)) {
        app.deleted = Some(kept);
    }
    done.map(|()| Nothing {})
}

pub(crate) fn put_back(app: &mut App, _: Nothing) -> Result<Visit, ApiError> {
    let gone = app.deleted.clone().ok_or_else(|| ApiError::new(Code::NotFound))?;
    keep(app, |tx| put_all_back(tx, std::slice::from_ref(&gone)))?;
    app.deleted = None;
    one(app, Which { id: gone.id.to_string() })
}

pub(crate) fn asked(app: &mut App, asked: Asked) -> Result<Visit, ApiError> {
    let id = VisitId::parse(&asked.id)?;
    let before = store::one(app.vault()?.read(), id)?;
    let after = Kept {
        fare_asked: asked.fare.unwrap_or(before.fare_asked),
        interpreter_asked: asked.interpreter.unwrap_or(before.interpreter_asked),
        revision: before.revision + 1,
        ..before.clone()
    };
    keep(app, |tx| store::update(tx, &after, before.revision))?;
    view(app, &after)
}

/// Coming visits that may be shown, soonest first; a visit of today stays until the day ends.
pub(crate) fn coming(app: &mut App) -> Result<Vec<Kept>, ApiError> {
    if !app.has_vault() {
        return Ok(Vec::new());
    }
    let (today, loss) = (app.uk_today(), app.settings().loss);
    let all = store::all(app.vault()?.read())?;
    Ok(all.into_iter().filter(|visit| visit.on >= today && !(loss && visit.pregnancy)).collect())
}

/// How many visits are past, and how many have a note.
pub(crate) fn erasable(app: &mut App) -> Result<(usize, usize), ApiError> {
    if !app.has_vault() {
        return Ok((0, 0));
    }
    let today = app.uk_today();
    let all = store::all(app.vault()?.read())?;
    let past = all.iter().filter(|visit| visit.on < today).count();
    Ok((past, all.iter().filter(|visit| visit.note.is_some()).count()))
}

/// Deletes the past visits.
pub(crate) fn erase_past(app: &mut App) -> Result<Gone, ApiError> {
    let today = app.uk_today();
    erase(app, |visit| visit.on < today, |tx| store::delete_before(tx, today))
}

/// Deletes the notes.
pub(crate) fn erase_notes(app: &mut App) -> Result<Gone, ApiError> {
    erase(app, |visit| visit.note.is_some(), store::forget_notes)
}

/// Visits as they were before they or their notes were deleted.
pub(crate) struct Gone {
    /// What is gone now, also where it failed.
    pub(crate) visits: Vec<Kept>,
    /// What the deletion itself came to.
    pub(crate) done: Result<(), ApiError>,
}

fn erase(
    app: &mut App,
    goes: impl Fn(&Kept) -> bool,
    delete: impl FnOnce(&Transaction<'_>) -> Result<(), ApiError>,
) -> Result<Gone, ApiError> {
    let mut visits = store::all(app.vault()?.read())?;
    visits.retain(&goes);
    let done = keep(app, delete);
    if done.is_err() {
        // The last step of a commit can fail with all of it in the file: what is missing there can still be put back.
        let now = store::all(app.vault()?.read())?;
        visits.retain(|visit| !now.iter().any(|known| known.id == visit.id && goes(known)));
    }
    if done.is_ok() || !visits.is_empty() {
        app.deleted = None;
    }
    Ok(Gone { visits, done })
}

/// Puts deleted visits back, but for those whose id has come back by another way.
pub(crate) fn put_all_back(tx: &Transaction<'_>, gone: &[Kept]) -> Result<(), ApiError> {
    let there = store::all(tx)?;
    let missing = |visit: &&Kept| there.iter().all(|known| known.id != visit.id);
    gone.iter().filter(missing).try_for_each(|visit| store::insert(tx, visit))
}

/// Gives the visits that are still there their notes back.
pub(crate) fn give_notes_back(tx: &Transaction<'_>, gone: &[Kept]) -> Result<(), ApiError> {
    gone.iter().try_for_each(|visit| store::give_back_note(tx, visit))
}

/// Day, time and place of a visit in English, for a staff card.
pub(crate) fn in_english(app: &mut App, id: &str) -> Result<String, ApiError> {
    let kept = store::one(app.vault()?.read(), VisitId::parse(id)?)?;
    let card = card(app, &kept)?;
    let time = card.time.map(|time| format!(" at {}", time.english)).unwrap_or_default();
    let place = card.place.map(|place| format!(", {place}")).unwrap_or_default();
    Ok(format!("{}: {}{time}{place}", card.title_english, card.day.english))
}

pub(crate) fn card(app: &App, kept: &Kept) -> Result<VisitCard, ApiError> {
    let reading = app.reading()?;
    let tag = app.words()?.tag();
    let doc = app
        .library()?
        .doc(Area::Visits, &kept.kind, tag)
        .or_else(|_| app.library()?.doc(Area::Visits, SOMETHING_ELSE, tag))?;
    let english = app.library()?.doc(Area::Visits, &doc.id, SOURCE_LANGUAGE)?;
    Ok(VisitCard {
        id: kept.id.to_string(),
        kind: kept.kind.clone(),
        title: doc.title,
        title_english: english.title,
        picture: doc.front.picture,
        place: kept.place.clone(),
        day: reading.day(kept.on),
        time: kept.at.map(|at| reading.time(at)),
        past: kept.on < reading.today,
    })
}

fn view(app: &mut App, kept: &Kept) -> Result<Visit, ApiError> {
    use chrono::Datelike;
    let card = card(app, kept)?;
    let answers = explain::answers(app, kept)?;
    let leave = match (kept.leave_at(), kept.travel_minutes) {
        (Some(at), Some(travel_minutes)) => Some(Leave {
            time: app.reading()?.time(at.with_timezone(&crate::days::UK).time()),
            travel_minutes,
            margin_minutes: MARGIN_MINUTES,
        }),
        _ => None,
    };
    let calls = help::calls_for_visit(app, kept)?;
    let reminders = reminders::list(app, Nothing {})?
        .planned
        .into_iter()
        .filter(|reminder| reminder.visits.contains(&card.id))
        .collect();
    let interpreter_english = match app.settings().needs_interpreter() {
        true => {
            crate::cards::card(
                app,
                crate::cards::Which { id: crate::cards::INTERPRETER.to_owned(), contact: None, visit: None },
            )?
            .interpreter_english
        }
        false => None,
    };
    let settings = app.settings();
    Ok(Visit {
        revision: kept.revision,
        leave,
        answers,
        calls,
        fare_pence: kept.fare_pence,
        fare: kept.fare_pence.map(crate::money::pounds),
        note: kept.note.clone(),
        phone: kept.phone.clone(),
        asked_by: kept.asked_by,
        fare_open: kept.fare_open(settings),
        interpreter_open: kept.interpreter_open(settings),
        interpreter_english,
        reminders,
        pregnancy: kept.pregnancy,
        health: kept.health,
        draft: Draft {
            kind: Some(kept.kind.clone()),
            day: Some(TypedDay {
                day: kept.on.day(),
                month: kept.on.month(),
                year: kept.on.year(),
                weekday: Some(Weekday::of(kept.on)),
            }),
            time: kept.at.map(|at| at.format("%H:%M").to_string()),
            place: kept.place.clone(),
            phone: kept.phone.clone(),
            note: kept.note.clone(),
            travel_minutes: kept.travel_minutes,
            asked_by: kept.asked_by,
        },
        card,
    })
}
