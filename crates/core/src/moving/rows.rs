//! What is in the file: JSON in shapes of its own, so that the vault's tables and the settings can change without making a file of an
//! older app unreadable. Fields that are not known are passed over; optional ones may be missing and take their defaults.
//!
//! | field | what |
//! | --- | --- |
//! | `format` | 1 |
//! | `made` | the instant in UTC, `2026-11-22T10:00:00Z` |
//! | `settings`, `money` | what she has set and told, one object each |
//! | `visits`, `letters`, `numbers` | lists of rows, each with an id of 32 hexadecimal digits that no other row of its list has |
//!
//! Each row is held to what the app itself would save. One that does not fit refuses the file.

use std::{collections::BTreeSet, io::Read, marker::PhantomData};

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use kindway_content::SupportKind;
use rusqlite::Connection;
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error as _, SeqAccess, Visitor},
};

use crate::{
    days::Weekday,
    error::{ApiError, Code},
    help::{
        Role,
        own::{self, NAME_MOST, OWN_NOTE_MOST},
    },
    money::{self, HAVE_MOST, Told},
    reminders::Level,
    settings::{Interpreter, Settings, Theme},
    updates::Networks,
    visits::{self, AskedBy, FARE_MOST, Kept, NOTE_MOST, PLACE_MOST, VisitId, is_kept, short_text, typed_phone},
};

const FORMAT: u32 = 1;
/// The most rows of one list. Many small ones take more memory than bytes.
const ROWS_MOST: usize = 10_000;
const KIND_MOST: usize = 100;
const TAG_MOST: usize = 35;
const NEAR_MOST: usize = 200;
const DIALECT_MOST: usize = 60;
/// Minutes.
const LOCK_MOST: u32 = 15;
const TITLE_MOST: usize = 1000;
const LETTER_MOST: usize = 20_000;
const REVISION_MOST: i64 = 1 << 40;
/// A cheap phone with a flat battery believes that it is 1970.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

/// Everything that moves. The ids of reminders do not: they are the phone's.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rows {
    pub(super) settings: Settings,
    pub(super) money: Told,
    pub(super) visits: Vec<Kept>,
    pub(super) letters: Vec<Letter>,
    pub(super) numbers: Vec<Number>,
}

/// What a file holds.
#[derive(Debug)]
pub(super) struct Moved {
    pub(super) made: DateTime<Utc>,
    pub(super) rows: Rows,
}

/// A saved letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) id: VisitId,
    pub(super) saved_on: NaiveDate,
    pub(super) title: String,
    pub(super) text: String,
}

/// A number of her own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) id: VisitId,
    pub(super) role: Role,
    pub(super) name: String,
    pub(super) phone: Option<String>,
    pub(super) note: Option<String>,
}

/// Everything that is on this phone.
pub(super) fn here(db: &Connection, settings: Settings) -> Result<Rows, ApiError> {
    let unreadable = |_| ApiError::new(Code::Unexpected);
    let mut letters = Vec::new();
    for (id, _, _) in money::store::letters(db)? {
        let (saved_on, title, text) = money::store::letter(db, id)?;
        letters.push(Letter { id: VisitId(id), saved_on: saved_on.parse().map_err(unreadable)?, title, text });
    }
    let mut numbers = Vec::new();
    for number in own::all(db)? {
        let id = VisitId::parse(&number.id)?;
        numbers.push(Number { id, role: number.role, name: number.name, phone: number.phone, note: number.note });
    }
    Ok(Rows { settings, money: money::store::read(db)?, visits: visits::store::all(db)?, letters, numbers })
}

/// The rows as they stand in the file.
///
/// # Errors
/// [`Code::MovingTooLarge`] for more rows than a file may have.
pub(super) fn write(rows: &Rows, made: DateTime<Utc>) -> Result<zeroize::Zeroizing<Vec<u8>>, ApiError> {
    if rows.visits.len().max(rows.letters.len()).max(rows.numbers.len()) > ROWS_MOST {
        return Err(ApiError::new(Code::MovingTooLarge));
    }
    let body = Written {
        format: FORMAT,
        made: made.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        settings: (&rows.settings).into(),
        money: (&rows.money).into(),
        visits: rows.visits.iter().map(VisitRow::from).collect(),
        letters: rows.letters.iter().map(LetterRow::from).collect(),
        numbers: rows.numbers.iter().map(NumberRow::from).collect(),
    };
    serde_json::to_vec(&body).map(zeroize::Zeroizing::new).map_err(|_| ApiError::new(Code::Unexpected))
}

/// Reads rows and holds each to what the app would save.
///
/// # Errors
/// [`Code::MovingTooLarge`], [`Code::MovingNewer`], [`Code::MovingUnreadable`].
pub(super) fn read(from: impl Read) -> Result<Moved, ApiError> {
    let unreadable = || ApiError::new(Code::MovingUnreadable);
    let body: Body = serde_json::from_reader(from).map_err(|error| match error.io_error_kind() {
        Some(std::io::ErrorKind::FileTooLarge) => ApiError::new(Code::MovingTooLarge),
        _ => unreadable(),
    })?;
    if body.format > FORMAT {
        return Err(ApiError::new(Code::MovingNewer));
    }
    let Body { format, made, settings, money, visits, letters, numbers } = body;
    let each_once = is_each_once(visits.iter().map(|visit| visit.id))
        && is_each_once(letters.iter().map(|letter| letter.id))
        && is_each_once(numbers.iter().map(|number| number.id));
    if format != FORMAT || !YEARS.contains(&made.year()) || !each_once {
        return Err(unreadable());
    }
    let settings = settings.try_into().map_err(|_: Unfit| unreadable())?;
    let money = money.try_into().map_err(|_: Unfit| unreadable())?;
    Ok(Moved { made, rows: Rows { settings, money, visits, letters, numbers } })
}

fn is_each_once(ids: impl Iterator<Item = VisitId>) -> bool {
    let mut seen = BTreeSet::new();
    ids.into_iter().all(|id| seen.insert(id))
}

#[derive(Serialize)]
struct Written {
    format: u32,
    made: String,
    settings: SettingsRow,
    money: MoneyRow,
    visits: Vec<VisitRow>,
    letters: Vec<LetterRow>,
    numbers: Vec<NumberRow>,
}

#[derive(Deserialize)]
struct Body {
    format: u32,
    made: DateTime<Utc>,
    #[serde(default)]
    settings: SettingsRow,
    #[serde(default)]
    money: MoneyRow,
    #[serde(default, deserialize_with = "few::<_, VisitRow, _>")]
    visits: Vec<Kept>,
    #[serde(default, deserialize_with = "few::<_, LetterRow, _>")]
    letters: Vec<Letter>,
    #[serde(default, deserialize_with = "few::<_, NumberRow, _>")]
    numbers: Vec<Number>,
}

/// A row that the app would not have saved.
#[derive(Debug, thiserror::Error)]
#[error("a row does not fit")]
struct Unfit;

impl From<ApiError> for Unfit {
    fn from(_: ApiError) -> Self {
        Self
    }
}

/// A list of rows, each checked before the next is read, and no more of them than may be.
fn few<'de, D, W, R>(deserializer: D) -> Result<Vec<R>, D::Error>
where
    D: Deserializer<'de>,
    W: Deserialize<'de>,
    R: TryFrom<W, Error = Unfit>,
{
    struct Few<W, R>(PhantomData<(W, R)>);

    impl<'de, W: Deserialize<'de>, R: TryFrom<W, Error = Unfit>> Visitor<'de> for Few<W, R> {
        type Value = Vec<R>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "at most {ROWS_MOST} rows")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<R>, A::Error> {
            let mut rows = Vec::new();
            while let Some(row) = list.next_element::<W>()? {
                if rows.len() == ROWS_MOST {
                    return Err(A::Error::invalid_length(rows.len() + 1, &self));
                }
                rows.push(R::try_from(row).map_err(A::Error::custom)?);
            }
            Ok(rows)
        }
    }

    deserializer.deserialize_seq(Few(PhantomData))
}

/// A visit in the file. What a visit does not have is left out: a field that is added later then changes neither the files of old visits
/// nor the ids that [`super::merge`] derives from them.
#[derive(Serialize, Deserialize)]
struct VisitRow {
    id: String,
    revision: i64,
    kind: String,
    on: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    travel_minutes: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fare_pence: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    asked_by: Option<AskedBy>,
    #[serde(default)]
    fare_asked: bool,
    #[serde(default)]
    interpreter_asked: bool,
    #[serde(default)]
    pregnancy: bool,
    #[serde(default)]
    private: bool,
    #[serde(default)]
    health: bool,
}

impl From<&Kept> for VisitRow {
    fn from(kept: &Kept) -> Self {
        let Kept { id, revision, kind, on, at, place, phone, note, travel_minutes, fare_pence, .. } = kept.clone();
        let Kept { asked_by, fare_asked, interpreter_asked, pregnancy, private, health, .. } = *kept;
        Self {
            id: id.to_string(),
            // An import may have brought the highest, and she has changed the visit since.
            revision: revision.min(REVISION_MOST),
            kind,
            on,
            at: at.map(|at| at.format("%H:%M").to_string()),
            place,
            phone,
            note,
            travel_minutes,
            fare_pence,
            asked_by,
            fare_asked,
            interpreter_asked,
            pregnancy,
            private,
            health,
        }
    }
}

impl TryFrom<VisitRow> for Kept {
    type Error = Unfit;

    fn try_from(row: VisitRow) -> Result<Self, Unfit> {
        let is_kind = |kind: &str| {
            let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_';
            (1..=KIND_MOST).contains(&kind.len()) && kind.bytes().all(letter)
        };
        let fits = (1..=REVISION_MOST).contains(&row.revision)
            && is_kind(&row.kind)
            && row.travel_minutes.is_none_or(|minutes| minutes <= 600)
            && row.fare_pence.is_none_or(|pence| (0..=FARE_MOST).contains(&pence));
        if !fits {
            return Err(Unfit);
        }
        Ok(Self {
            id: id(&row.id)?,
            revision: row.revision,
            kind: row.kind,
            on: day(row.on)?,
            at: row.at.as_deref().map(time).transpose()?,
            place: one_line(row.place, PLACE_MOST)?,
            phone: typed_phone(row.phone.as_deref())?,
            note: text(row.note, NOTE_MOST)?,
            travel_minutes: row.travel_minutes,
            fare_pence: row.fare_pence,
            asked_by: row.asked_by,
            fare_asked: row.fare_asked,
            interpreter_asked: row.interpreter_asked,
            pregnancy: row.pregnancy,
            private: row.private,
            health: row.health,
        })
    }
}

#[derive(Serialize, Deserialize)]
struct LetterRow {
    id: String,
    saved_on: NaiveDate,
    title: String,
    text: String,
}

impl From<&Letter> for LetterRow {
    fn from(letter: &Letter) -> Self {
        let Letter { id, saved_on, title, text } = letter.clone();
        Self { id: id.to_string(), saved_on, title, text }
    }
}

impl TryFrom<LetterRow> for Letter {
    type Error = Unfit;

    fn try_from(row: LetterRow) -> Result<Self, Unfit> {
        Ok(Self {
            id: id(&row.id)?,
            saved_on: day(row.saved_on)?,
            title: text(Some(row.title), TITLE_MOST)?.unwrap_or_default(),
            text: text(Some(row.text), LETTER_MOST)?.unwrap_or_default(),
        })
    }
}

#[derive(Serialize, Deserialize)]
struct NumberRow {
    id: String,
    role: Role,
    #[serde(default)]
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl From<&Number> for NumberRow {
    fn from(number: &Number) -> Self {
        let Number { id, role, name, phone, note } = number.clone();
        Self { id: id.to_string(), role, name, phone, note }
    }
}

impl TryFrom<NumberRow> for Number {
    type Error = Unfit;

    fn try_from(row: NumberRow) -> Result<Self, Unfit> {
        let number = Self {
            id: id(&row.id)?,
            role: row.role,
            name: one_line(Some(row.name), NAME_MOST)?.unwrap_or_default(),
            phone: typed_phone(row.phone.as_deref())?,
            note: text(row.note, OWN_NOTE_MOST)?,
        };
        let is_empty = number.phone.is_none() && number.note.is_none();
        let is_nameless = number.name.is_empty() && number.role == Role::Other;
        if is_empty || is_nameless { Err(Unfit) } else { Ok(number) }
    }
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct MoneyRow {
    have_pence: Option<i64>,
    have_on: Option<NaiveDate>,
    money_day: Option<Weekday>,
    extra_pregnancy: bool,
}

impl From<&Told> for MoneyRow {
    fn from(told: &Told) -> Self {
        let Told { have, money_day, extra_pregnancy } = *told;
        Self { have_pence: have.map(|(pence, _)| pence), have_on: have.map(|(_, on)| on), money_day, extra_pregnancy }
    }
}

impl TryFrom<MoneyRow> for Told {
    type Error = Unfit;

    fn try_from(row: MoneyRow) -> Result<Self, Unfit> {
        if row.have_pence.is_some_and(|pence| !(0..=HAVE_MOST).contains(&pence)) {
            return Err(Unfit);
        }
        let on = row.have_on.map(day).transpose()?;
        Ok(Self { have: row.have_pence.zip(on), money_day: row.money_day, extra_pregnancy: row.extra_pregnancy })
    }
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct SettingsRow {
    language: Option<String>,
    welcomed: Option<bool>,
    own_calendar: Option<bool>,
    theme: Option<Theme>,
    text_size: Option<u32>,
    reminders_on: Option<bool>,
    reminder_level: Option<Level>,
    interpreter_needed: Option<bool>,
    interpreter_dialect: Option<String>,
    interpreter_woman: Option<bool>,
    near: Option<String>,
    loss: Option<bool>,
    support: Option<SupportKind>,
    due: Option<NaiveDate>,
    born: Option<NaiveDate>,
    first_baby: Option<bool>,
    update_networks: Option<Networks>,
    lock_after: Option<u32>,
}

impl From<&Settings> for SettingsRow {
    fn from(settings: &Settings) -> Self {
        // Without `..`: a setting that is added is added here too, or named as one that stays.
        let Settings {
            language,
            welcomed,
            own_calendar,
            // Worked out from the language.
            ask_calendar: _,
            theme,
            text_size,
            reminders_on,
            reminder_level,
            interpreter: Interpreter { needed, dialect, woman },
            near,
            loss,
            support,
            due,
            born,
            first_baby,
            update_networks,
            lock_after,
        } = settings.clone();
        Self {
            language,
            welcomed: Some(welcomed),
            own_calendar,
            theme: Some(theme),
            text_size: Some(text_size),
            reminders_on: Some(reminders_on),
            reminder_level: Some(reminder_level),
            interpreter_needed: needed,
            interpreter_dialect: dialect,
            interpreter_woman: Some(woman),
            // What is longer is no place, and must not make the whole file one that cannot be read.
            near: near.filter(|near| near.chars().count() <= NEAR_MOST),
            loss: Some(loss),
            support,
            due,
            born,
            first_baby,
            update_networks: Some(update_networks),
            lock_after: Some(lock_after),
        }
    }
}

impl TryFrom<SettingsRow> for Settings {
    type Error = Unfit;

    fn try_from(row: SettingsRow) -> Result<Self, Unfit> {
        let is_tag = |tag: &String| {
            (2..=TAG_MOST).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let default = Self::default();
        let text_size = row.text_size.unwrap_or(default.text_size);
        let lock_after = row.lock_after.unwrap_or(default.lock_after);
        if !row.language.as_ref().is_none_or(is_tag) || !(100..=200).contains(&text_size) || lock_after > LOCK_MOST {
            return Err(Unfit);
        }
        Ok(Self {
            language: row.language,
            welcomed: row.welcomed.unwrap_or(default.welcomed),
            own_calendar: row.own_calendar,
            ask_calendar: default.ask_calendar,
            theme: row.theme.unwrap_or(default.theme),
            text_size,
            reminders_on: row.reminders_on.unwrap_or(default.reminders_on),
            reminder_level: row.reminder_level.unwrap_or(default.reminder_level),
            interpreter: Interpreter {
                needed: row.interpreter_needed,
                dialect: short_text(row.interpreter_dialect.as_deref(), "dialect", DIALECT_MOST)?,
                woman: row.interpreter_woman.unwrap_or(default.interpreter.woman),
            },
            near: short_text(row.near.as_deref(), "near", NEAR_MOST)?,
            loss: row.loss.unwrap_or(default.loss),
            support: row.support,
            due: row.due.map(day).transpose()?,
            born: row.born.map(day).transpose()?,
            first_baby: row.first_baby,
            update_networks: row.update_networks.unwrap_or(default.update_networks),
            lock_after,
        })
    }
}

/// A row as bytes, without its id and revision: two rows with the same bytes say the same.
pub(super) trait Said {
    /// Those bytes.
    fn said(&self) -> Vec<u8>;
}

impl Said for Kept {
    fn said(&self) -> Vec<u8> {
        let row = VisitRow { id: String::new(), revision: 0, ..self.into() };
        serde_json::to_vec(&row).unwrap_or_default()
    }
}

impl Said for Number {
    fn said(&self) -> Vec<u8> {
        let row = NumberRow { id: String::new(), ..self.into() };
        serde_json::to_vec(&row).unwrap_or_default()
    }
}

fn id(text: &str) -> Result<VisitId, Unfit> {
    let id = VisitId::parse(text)?;
    if id.to_string() == text { Ok(id) } else { Err(Unfit) }
}

fn day(on: NaiveDate) -> Result<NaiveDate, Unfit> {
    if YEARS.contains(&on.year()) { Ok(on) } else { Err(Unfit) }
}

fn time(text: &str) -> Result<NaiveTime, Unfit> {
    let at = NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| Unfit)?;
    if at.format("%H:%M").to_string() == text { Ok(at) } else { Err(Unfit) }
}

/// A text as it stands in the vault. It is not tidied again: what was tidied when it was saved has to stay as it is here too, or the same
/// row would look like another.
fn text(text: Option<String>, most: usize) -> Result<Option<String>, Unfit> {
    let Some(text) = text else { return Ok(None) };
    if text.chars().count() > most || !text.chars().all(is_kept) {
        return Err(Unfit);
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

fn one_line(line: Option<String>, most: usize) -> Result<Option<String>, Unfit> {
    if line.as_ref().is_some_and(|line| line.contains('\n')) { Err(Unfit) } else { text(line, most) }
}
