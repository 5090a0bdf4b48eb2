//! The `visit` table: migration, row, reads and writes.

use chrono::{NaiveDate, NaiveTime};
use rusqlite::{Connection, Row};

use super::{AskedBy, Kept, VisitId};
use crate::{
    error::{ApiError, Code},
    vault::Migration,
};

pub(crate) const MIGRATION: Migration = Migration {
    number: 2,
    sql: "CREATE TABLE visit (
        id                BLOB PRIMARY KEY,     -- 16 bytes, made on this phone
        revision          INTEGER NOT NULL,     -- from 1, up by one with every change
        kind              TEXT NOT NULL,        -- a visit type of the content; kept even if the content drops it
        on_date           TEXT NOT NULL,        -- UK civil date, ISO 8601
        at_time           TEXT,                 -- UK civil time HH:MM, NULL when the letter gives none
        place             TEXT,
        phone             TEXT,
        note              TEXT,
        travel_minutes    INTEGER,              -- one way, as she said
        fare_pence        INTEGER,              -- there and back, as she said
        asked_by          TEXT,                 -- health, social-care, both, unknown; NULL when not asked yet
        fare_asked        INTEGER NOT NULL,     -- 1: asked for, or need not be
        interpreter_asked INTEGER NOT NULL,
        pregnancy         INTEGER NOT NULL,     -- from the content when it was saved: silent after a loss
        private           INTEGER NOT NULL,     -- from the content when it was saved: never named in a notification
        health            INTEGER NOT NULL      -- from the content when it was saved: health staff give it
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX visit_on ON visit (on_date, at_time);",
};

const COLUMNS: &str = "id, revision, kind, on_date, at_time, place, phone, note, travel_minutes, fare_pence, asked_by, \
                       fare_asked, interpreter_asked, pregnancy, private, health";

pub(crate) fn all(db: &Connection) -> Result<Vec<Kept>, ApiError> {
    let mut ask =
        db.prepare_cached(&format!("SELECT {COLUMNS} FROM visit ORDER BY on_date, at_time IS NULL, at_time, id"))?;
    let rows = ask.query_map([], row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn one(db: &Connection, id: VisitId) -> Result<Kept, ApiError> {
    let mut ask = db.prepare_cached(&format!("SELECT {COLUMNS} FROM visit WHERE id = ?1"))?;
    Ok(ask.query_row([id.0], row)?)
}

pub(crate) fn insert(db: &Connection, visit: &Kept) -> Result<(), ApiError> {
    new(db, "INSERT", visit)
}

/// Inserts a visit, or writes it once more.
pub(crate) fn put(db: &Connection, visit: &Kept) -> Result<(), ApiError> {
    new(db, "INSERT OR REPLACE", visit)
}

fn new(db: &Connection, how: &str, visit: &Kept) -> Result<(), ApiError> {
    let sql = format!(
        "{how} INTO visit ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"
    );
    write(db, &sql, visit).map(drop)
}

/// Updates a visit that still has the revision `was`.
pub(crate) fn update(db: &Connection, visit: &Kept, was: i64) -> Result<(), ApiError> {
    let sql = format!(
        "UPDATE visit SET ({COLUMNS}) = (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
         WHERE id = ?1 AND revision = {was}"
    );
    match write(db, &sql, visit)? {
        1 => Ok(()),
        _ => Err(ApiError::new(Code::ChangedElsewhere)),
    }
}

pub(crate) fn delete(db: &Connection, id: VisitId) -> Result<(), ApiError> {
    db.execute("DELETE FROM visit WHERE id = ?1", [id.0])?;
    Ok(())
}

pub(crate) fn delete_before(db: &Connection, day: NaiveDate) -> Result<(), ApiError> {
    db.execute("DELETE FROM visit WHERE on_date < ?1", [day.to_string()])?;
    Ok(())
}

pub(crate) fn forget_notes(db: &rusqlite::Transaction<'_>) -> Result<(), ApiError> {
    db.execute("UPDATE visit SET note = NULL, revision = revision + 1 WHERE note IS NOT NULL", [])?;
    Ok(())
}

/// Gives a visit its note back, unless it is gone or has another one by now.
pub(crate) fn give_back_note(db: &Connection, visit: &Kept) -> Result<(), ApiError> {
    db.execute(
        "UPDATE visit SET note = ?2, revision = revision + 1 WHERE id = ?1 AND note IS NULL",
        (visit.id.0, &visit.note),
    )?;
    Ok(())
}

fn write(db: &Connection, sql: &str, visit: &Kept) -> Result<usize, ApiError> {
    Ok(db.prepare_cached(sql)?.execute(rusqlite::params![
        visit.id.0,
        visit.revision,
        visit.kind,
        visit.on.to_string(),
        visit.at.map(|at| at.format("%H:%M").to_string()),
        visit.place,
        visit.phone,
        visit.note,
        visit.travel_minutes,
        visit.fare_pence,
        visit.asked_by.map(asked_by_name),
        visit.fare_asked,
        visit.interpreter_asked,
        visit.pregnancy,
        visit.private,
        visit.health,
    ])?)
}

fn row(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let bad = |column, error: chrono::ParseError| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
    };
    let on: String = row.get(3)?;
    let at: Option<String> = row.get(4)?;
    let asked_by: Option<String> = row.get(10)?;
    Ok(Kept {
        id: VisitId(row.get(0)?),
        revision: row.get(1)?,
        kind: row.get(2)?,
        on: on.parse::<NaiveDate>().map_err(|error| bad(3, error))?,
        at: at.map(|at| NaiveTime::parse_from_str(&at, "%H:%M")).transpose().map_err(|error| bad(4, error))?,
        place: row.get(5)?,
        phone: row.get(6)?,
        note: row.get(7)?,
        travel_minutes: row.get(8)?,
        fare_pence: row.get(9)?,
        asked_by: asked_by.as_deref().map(asked_by_of),
        fare_asked: row.get(11)?,
        interpreter_asked: row.get(12)?,
        pregnancy: row.get(13)?,
        private: row.get(14)?,
        health: row.get(15)?,
    })
}

fn asked_by_name(asked_by: AskedBy) -> &'static str {
    match asked_by {
        AskedBy::Health => "health",
        AskedBy::SocialCare => "social-care",
        AskedBy::Both => "both",
        AskedBy::Unknown => "unknown",
    }
}

fn asked_by_of(name: &str) -> AskedBy {
    match name {
        "health" => AskedBy::Health,
        "social-care" => AskedBy::SocialCare,
        "both" => AskedBy::Both,
        _ => AskedBy::Unknown,
    }
}
