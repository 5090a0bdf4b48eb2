//! Her own numbers: her midwife, her maternity unit, any place or group that someone told her of. No directory has them; they
//! stand first.

use std::collections::HashSet;

use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Callable, dial};
use crate::{
    App,
    api::Nothing,
    error::{ApiError, Code},
    vault::Migration,
    visits::{VisitId, short_line, short_text, typed_phone},
};

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "OwnRole")]
pub enum Role {
    /// Her midwife.
    Midwife,
    /// A maternity unit of hers: a number of the danger page.
    Unit,
    /// Anything else.
    Other,
}

/// A number of her own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnNumber {
    /// Its id.
    pub id: String,
    /// What it is.
    pub role: Role,
    /// Her name for it.
    pub name: String,
    /// The number.
    pub phone: Option<String>,
    /// The number for `tel:`.
    pub dial: Option<String>,
    /// Where, when, anything.
    pub note: Option<String>,
}

/// A number as she types it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct OwnNumberDraft {
    /// Absent for a new one.
    pub id: Option<String>,
    /// What it is.
    pub role: Role,
    /// Her name for it; may be empty for midwife and unit.
    pub name: Option<String>,
    /// The number.
    pub phone: Option<String>,
    /// Where, when, anything.
    pub note: Option<String>,
}

/// Which one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichOwn {
    /// Its id.
    pub id: String,
}

/// Her numbers: midwife, unit, then by name. After a loss the first two are put away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnNumbers {
    /// The numbers.
    pub numbers: Vec<OwnNumber>,
}

/// Longest texts that are kept with a number, in characters.
pub(crate) const NAME_MOST: usize = 80;
pub(crate) const OWN_NOTE_MOST: usize = 500;

pub(crate) const MIGRATION: Migration = Migration {
    number: 4,
    sql: "CREATE TABLE own_number (
        id    BLOB PRIMARY KEY,               -- 16 bytes, made on this phone
        role  TEXT NOT NULL,                  -- midwife, unit, other
        name  TEXT NOT NULL,                  -- may be empty for midwife and unit
        phone TEXT,
        note  TEXT
    ) STRICT, WITHOUT ROWID;",
};

pub(crate) fn own_numbers(app: &mut App, _: Nothing) -> Result<OwnNumbers, ApiError> {
    Ok(OwnNumbers { numbers: own_list(app)? })
}

pub(crate) fn own_number_save(app: &mut App, draft: OwnNumberDraft) -> Result<OwnNumbers, ApiError> {
    let name = short_line(draft.name.as_deref(), "name", NAME_MOST)?;
    if name.is_none() && draft.role == Role::Other {
        return Err(ApiError::new(Code::Missing).at("name"));
    }
    let phone = typed_phone(draft.phone.as_deref())?;
    let note = short_text(draft.note.as_deref(), "note", OWN_NOTE_MOST)?;
    if phone.is_none() && note.is_none() {
        return Err(ApiError::new(Code::Missing).at("phone"));
    }
    let name = name.unwrap_or_default();
    let write =
        |app: &mut App, id| app.vault()?.write(|tx| put(tx, id, draft.role, &name, phone.as_deref(), note.as_deref()));
    match &draft.id {
        Some(id) => {
            write(app, VisitId::parse(id)?.0)?;
            app.changed();
        }
        None => app.add(&("number", &draft), write)?,
    }
    own_numbers(app, Nothing {})
}

pub(crate) fn own_number_delete(app: &mut App, which: WhichOwn) -> Result<OwnNumbers, ApiError> {
    let id = VisitId::parse(&which.id)?.0;
    app.vault()?.write(|tx| {
        tx.execute("DELETE FROM own_number WHERE id = ?1", [id])?;
        Ok(())
    })?;
    app.changed();
    own_numbers(app, Nothing {})
}

pub(super) fn own_list(app: &mut App) -> Result<Vec<OwnNumber>, ApiError> {
    if !app.has_vault() {
        return Ok(Vec::new());
    }
    let loss = app.settings().loss;
    let mut numbers = all(app.vault()?.read())?;
    numbers.retain(|own| !loss || own.role == Role::Other);
    numbers.sort_by(|a, b| a.role.cmp(&b.role).then_with(|| a.name.cmp(&b.name)).then_with(|| a.id.cmp(&b.id)));
    Ok(numbers)
}

/// Her maternity units that can be called, by name; none after a loss. Which of several is hers now, only she knows.
pub(crate) fn own_units(app: &mut App) -> Result<Vec<OwnNumber>, ApiError> {
    let mut units = own_list(app)?;
    // The same from two phones is one.
    let mut known = HashSet::new();
    units.retain(|own| {
        own.role == Role::Unit && own.dial.as_ref().is_some_and(|dial| known.insert((own.name.clone(), dial.clone())))
    });
    Ok(units)
}

pub(crate) fn has_unit(app: &mut App) -> Result<bool, ApiError> {
    Ok(!own_units(app)?.is_empty())
}

pub(super) fn calls(app: &mut App) -> Result<Vec<Callable>, ApiError> {
    let numbers = own_list(app)?.into_iter().filter(|own| own.role != Role::Other);
    Ok(numbers
        .filter_map(|own| {
            Some(Callable {
                name: Some(own.name).filter(|name| !name.is_empty()),
                label: Some(app.words().ok()?.say(&format!("help-own-role-{}", role_name(own.role)))),
                dial: own.dial?,
                number: own.phone?,
                free: false,
                own: true,
                phoned_by_us: false,
                contact: None,
            })
        })
        .collect())
}

/// Keeps a number, new or in the place of the one with this id.
pub(crate) fn put(
    db: &Connection,
    id: [u8; 16],
    role: Role,
    name: &str,
    phone: Option<&str>,
    note: Option<&str>,
) -> Result<(), ApiError> {
    db.execute(
        "INSERT OR REPLACE INTO own_number (id, role, name, phone, note) VALUES (?1, ?2, ?3, ?4, ?5)",
        (id, role_name(role), name, phone, note),
    )?;
    Ok(())
}

pub(crate) fn all(db: &Connection) -> Result<Vec<OwnNumber>, ApiError> {
    let mut ask = db.prepare_cached("SELECT id, role, name, phone, note FROM own_number")?;
    let rows = ask.query_map([], row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn row(row: &Row<'_>) -> rusqlite::Result<OwnNumber> {
    let role: String = row.get(1)?;
    let phone: Option<String> = row.get(3)?;
    Ok(OwnNumber {
        id: VisitId(row.get(0)?).to_string(),
        role: match role.as_str() {
            "midwife" => Role::Midwife,
            "unit" => Role::Unit,
            _ => Role::Other,
        },
        name: row.get(2)?,
        dial: phone.as_deref().map(dial),
        phone,
        note: row.get(4)?,
    })
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Midwife => "midwife",
        Role::Unit => "unit",
        Role::Other => "other",
    }
}
