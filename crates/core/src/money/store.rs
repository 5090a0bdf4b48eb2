//! The `money` table, one row of what she told about money, and the `letter` table of letters she saved.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use super::Told;
use crate::{days::Weekday, error::ApiError, vault::Migration};

pub(crate) const MIGRATION: Migration = Migration {
    number: 3,
    sql: "CREATE TABLE money (
        id              INTEGER PRIMARY KEY CHECK (id = 1),
        have_pence      INTEGER,                -- what she typed that she has
        have_on         TEXT,                   -- the UK day on which she typed it
        money_day       INTEGER,                -- weekday on which money comes, Monday is 1
        extra_pregnancy INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE letter (
        id       BLOB PRIMARY KEY,              -- 16 bytes, made on this phone
        saved_on TEXT NOT NULL,                 -- UK day
        title    TEXT NOT NULL,                 -- what it is for, in English
        text     TEXT NOT NULL                  -- the English letter as it was saved
    ) STRICT, WITHOUT ROWID;",
};

pub(crate) fn read(db: &Connection) -> Result<Told, ApiError> {
    let row = db
        .query_row("SELECT have_pence, have_on, money_day, extra_pregnancy FROM money WHERE id = 1", [], |row| {
            let pence: Option<i64> = row.get(0)?;
            let on: Option<String> = row.get(1)?;
            let day: Option<u32> = row.get(2)?;
            Ok((pence, on, day, row.get::<_, bool>(3)?))
        })
        .optional()?;
    let Some((pence, on, day, extra_pregnancy)) = row else { return Ok(Told::default()) };
    let on = on.and_then(|on| on.parse::<NaiveDate>().ok());
    Ok(Told { have: pence.zip(on), money_day: day.and_then(weekday), extra_pregnancy })
}

pub(crate) fn write(db: &Connection, told: &Told) -> Result<(), ApiError> {
    db.execute(
        "INSERT OR REPLACE INTO money (id, have_pence, have_on, money_day, extra_pregnancy) VALUES (1, ?1, ?2, ?3, ?4)",
        (
            told.have.map(|(pence, _)| pence),
            told.have.map(|(_, on)| on.to_string()),
            told.money_day.map(Weekday::number),
            told.extra_pregnancy,
        ),
    )?;
    Ok(())
}

pub(crate) fn letters(db: &Connection) -> Result<Vec<([u8; 16], String, String)>, ApiError> {
    let mut ask = db.prepare_cached("SELECT id, saved_on, title FROM letter ORDER BY saved_on DESC, id")?;
    let rows = ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn letter(db: &Connection, id: [u8; 16]) -> Result<(String, String, String), ApiError> {
    let mut ask = db.prepare_cached("SELECT saved_on, title, text FROM letter WHERE id = ?1")?;
    Ok(ask.query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
}

pub(crate) fn save_letter(
    db: &Connection,
    id: [u8; 16],
    on: NaiveDate,
    title: &str,
    text: &str,
) -> Result<(), ApiError> {
    db.execute(
        "INSERT OR REPLACE INTO letter (id, saved_on, title, text) VALUES (?1, ?2, ?3, ?4)",
        (id, on.to_string(), title, text),
    )?;
    Ok(())
}

pub(super) fn delete_letter(db: &Connection, id: [u8; 16]) -> Result<(), ApiError> {
    db.execute("DELETE FROM letter WHERE id = ?1", [id])?;
    Ok(())
}

fn weekday(number: u32) -> Option<Weekday> {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday].into_iter().find(|day| day.number() == number)
}
