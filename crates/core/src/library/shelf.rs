//! The file itself: its tables, how it is filled from the seed, and how it heals.

use std::{fs, path::Path};

use kindway_content::{Outcode, Pack};
use rusqlite::{Connection, OpenFlags, Row};

use super::{fold::fold, passages};
use crate::error::{ApiError, Code};

const FILE: &str = "content.db";

/// The layout of this file. It is never migrated: another number means that it is built anew.
const LAYOUT: i64 = 3;

const TABLES: &str = "
    CREATE TABLE record (
        key       TEXT PRIMARY KEY,       -- as in the pack: contact/<id>, doc/<area>/<id>/<tag>, …
        version   INTEGER NOT NULL,
        review_by TEXT,                   -- ISO 8601 day
        body      BLOB NOT NULL           -- JSON of the content model
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE outcode (
        outcode       TEXT PRIMARY KEY,
        latitude      REAL NOT NULL,
        longitude     REAL NOT NULL,
        town          TEXT NOT NULL,
        town_folded   TEXT NOT NULL,
        postcodes     INTEGER NOT NULL,
        radius_km_p90 REAL NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX outcode_town ON outcode (town_folded);
    CREATE TABLE origin (seed BLOB NOT NULL) STRICT;
";

/// Opens the file if it is whole and of this seed; else builds it.
pub(super) fn open(folder: &Path, seed: &[u8], id: &[u8; 32]) -> Result<Connection, ApiError> {
    let path = folder.join(FILE);
    if let Some(db) = whole(&path, id) {
        return Ok(db);
    }
    set_aside(&path);
    match build_file(&path, seed, id) {
        Ok(db) => Ok(db),
        // A folder that takes nothing must not keep her from reading.
        Err(_) => {
            let mut db = Connection::open_in_memory()?;
            fill(&mut db, seed, id)?;
            Ok(db)
        }
    }
}

fn whole(path: &Path, id: &[u8; 32]) -> Option<Connection> {
    if !path.is_file() {
        return None;
    }
    let db =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX).ok()?;
    let layout: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0)).ok()?;
    let seed: Vec<u8> = db.query_row("SELECT seed FROM origin", [], |row| row.get(0)).ok()?;
    let health: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).ok()?;
    (layout == LAYOUT && seed == id && health == "ok").then_some(db)
}

/// What cannot be used is kept until the next one is written, so that a report can hold it; it holds nothing of hers.
fn set_aside(path: &Path) {
    if path.exists() {
        let _ = fs::rename(path, path.with_extension("db.damaged"));
    }
}

fn build_file(path: &Path, seed: &[u8], id: &[u8; 32]) -> Result<Connection, ApiError> {
    let fresh = path.with_extension("db.new");
    let _ = fs::remove_file(&fresh);
    let mut db = Connection::open(&fresh)?;
    fill(&mut db, seed, id)?;
    db.close().map_err(|(_, error)| error)?;
    // The name is taken only by a file that is complete.
    fs::rename(&fresh, path).map_err(|_| ApiError::new(Code::CannotSave))?;
    whole(path, id).ok_or_else(|| ApiError::new(Code::ContentUnreadable))
}

fn fill(db: &mut Connection, seed: &[u8], id: &[u8; 32]) -> Result<(), ApiError> {
    let pack = kindway_content::read_seed(seed).map_err(|_| ApiError::new(Code::ContentUnreadable))?;
    // Most records are a few kilobytes: small pages waste less of the room behind each.
    db.pragma_update(None, "page_size", 1024)?;
    db.pragma_update(None, "journal_mode", "DELETE")?;
    let tx = db.transaction()?;
    tx.execute_batch(TABLES)?;
    passages::create(&tx, passages::Place::File)?;
    tx.pragma_update(None, "user_version", LAYOUT)?;
    tx.execute("INSERT INTO origin (seed) VALUES (?1)", [id.as_slice()])?;
    {
        let mut put = tx.prepare("INSERT INTO record (key, version, review_by, body) VALUES (?1, ?2, ?3, ?4)")?;
        for record in pack.records.iter().filter(|record| record.key != "places/outcodes") {
            let review_by = record.review_by.map(|day| day.to_string());
            put.execute((&record.key, record.version, review_by, &record.body))?;
        }
    }
    outcodes(&tx, &pack)?;
    tx.commit()?;
    Ok(())
}

fn outcodes(db: &Connection, pack: &Pack) -> Result<(), ApiError> {
    let mut put = db.prepare(
        "INSERT INTO outcode (outcode, latitude, longitude, town, town_folded, postcodes, radius_km_p90)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let unreadable = || ApiError::new(Code::ContentUnreadable);
    let record = pack.get("places/outcodes").ok_or_else(unreadable)?;
    for place in kindway_content::pack::outcodes(record).map_err(|_| unreadable())? {
        let folded = fold(&place.town);
        put.execute((
            &place.outcode,
            place.latitude,
            place.longitude,
            &place.town,
            folded,
            place.postcodes,
            place.radius_km_p90,
        ))?;
    }
    Ok(())
}

pub(super) fn outcode(row: &Row<'_>) -> rusqlite::Result<Outcode> {
    Ok(Outcode {
        outcode: row.get(0)?,
        latitude: row.get(1)?,
        longitude: row.get(2)?,
        town: row.get(3)?,
        postcodes: row.get(4)?,
        radius_km_p90: row.get(5)?,
    })
}
