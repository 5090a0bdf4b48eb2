//! The `setting` table: one row, kept as JSON, because settings are read and written as a whole.

use rusqlite::{Connection, OptionalExtension};

use super::Settings;
use crate::{error::ApiError, vault::Migration};

pub(crate) const MIGRATION: Migration = Migration {
    number: 1,
    sql: "CREATE TABLE setting (
        id   INTEGER PRIMARY KEY CHECK (id = 1),
        body TEXT NOT NULL                        -- JSON of `Settings`; a field that is missing takes its default
    ) STRICT;",
};

pub(crate) fn read(db: &Connection) -> Result<Settings, ApiError> {
    let body: Option<String> =
        db.query_row("SELECT body FROM setting WHERE id = 1", [], |row| row.get(0)).optional()?;
    // Settings of an older or newer app that do not fit are taken field by field, so that one new field loses nothing.
    let Some(serde_json::Value::Object(saved)) = body.and_then(|body| serde_json::from_str(&body).ok()) else {
        return Ok(Settings::default());
    };
    let mut whole = serde_json::to_value(Settings::default()).unwrap_or_default();
    for (name, value) in saved {
        let mut tried = whole.clone();
        if let Some(field) = tried.get_mut(&name) {
            *field = value;
            if serde_json::from_value::<Settings>(tried.clone()).is_ok() {
                whole = tried;
            }
        }
    }
    Ok(serde_json::from_value(whole).unwrap_or_default())
}

pub(crate) fn write(db: &Connection, settings: &Settings) -> Result<(), ApiError> {
    let body = serde_json::to_string(settings).unwrap_or_default();
    db.execute("INSERT OR REPLACE INTO setting (id, body) VALUES (1, ?1)", [body])?;
    Ok(())
}
