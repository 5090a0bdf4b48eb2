//! The file itself: its tables, how it is filled from the seed, when it is kept, and how it heals.

use std::{fs, path::Path};

use kindway_content::{Channel, Outcode, Record, delta::Expected, release::Edition, roles};
use rusqlite::{Connection, OpenFlags, Row};

use super::{Taken, fault::Fault, fold::fold, parts, passages, release};
use crate::error::{ApiError, Code};

const FILE: &str = "content.db";
/// The record of the outward codes. It has a table of its own beside it, to look one up by its code or by its town.
pub(super) const OUTCODES: &str = "places/outcodes";

/// The layout of this file. It is never migrated: another number means that it is built anew.
const LAYOUT: i64 = 5;

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
    CREATE TABLE part (                   -- what is true of the canonical bytes of each part that is shown
        role   TEXT PRIMARY KEY,
        sha256 BLOB NOT NULL,
        length INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE waiting (                -- parts that came after those, and that this app cannot live on
        role   TEXT PRIMARY KEY,
        sha256 BLOB NOT NULL,
        length INTEGER NOT NULL,
        bytes  BLOB NOT NULL              -- canonical: never asked for again, and what the next delta is made against
    ) STRICT;
    CREATE TABLE origin (seed BLOB NOT NULL) STRICT;   -- the seed of the app that it belongs to
    CREATE TABLE edition (                -- one row
        root     INTEGER NOT NULL,        -- version of the TUF root; 0 for what nobody published
        snapshot INTEGER NOT NULL,
        content  BLOB NOT NULL,           -- SHA-256 of the canonical bytes of all of it
        floors   TEXT,                    -- of the last update
        brought  TEXT                     -- when the last update came that was other than before, and what it brought: JSON
    ) STRICT;
    CREATE TABLE tries (body TEXT NOT NULL) STRICT;    -- when updates were looked for: one row of JSON, or none
";

/// Opens the file if it is whole and not older than what ships; else builds it.
pub(super) fn open(folder: &Path, seed: &[u8], id: &[u8; 32], shipped: Edition) -> Result<Connection, Fault> {
    match whole(&folder.join(FILE)).filter(|db| is_to_be_kept(db, seed, id, shipped)) {
        Some(db) => Ok(db),
        None => build(folder, seed, id, shipped),
    }
}

/// Builds the file from the seed, in the folder or, where that takes nothing, in memory.
pub(super) fn build(folder: &Path, seed: &[u8], id: &[u8; 32], shipped: Edition) -> Result<Connection, Fault> {
    let path = folder.join(FILE);
    set_aside(&path);
    match build_file(&path, seed, id, shipped) {
        Ok(db) => Ok(db),
        // A folder that takes nothing must not keep her from reading.
        Err(_) => in_memory(seed, id, shipped),
    }
}

/// Builds it from the seed in memory.
pub(super) fn in_memory(seed: &[u8], id: &[u8; 32], shipped: Edition) -> Result<Connection, Fault> {
    let mut db = Connection::open_in_memory()?;
    fill(&mut db, seed, id, shipped)?;
    Ok(db)
}

fn whole(path: &Path) -> Option<Connection> {
    if !path.is_file() {
        return None;
    }
    let db =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX).ok()?;
    let layout: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0)).ok()?;
    let health: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).ok()?;
    // An update is said to be here once its journal is gone: until the folder is synced a power cut can bring that back.
    db.pragma_update(None, "synchronous", "EXTRA").ok()?;
    (layout == LAYOUT && health == "ok").then_some(db)
}

/// What is here stays if nothing newer ships: it is of this very seed, or it was published later. What nobody published is not kept
/// beside another seed, so that a build under development shows what it was built with.
fn is_to_be_kept(db: &Connection, seed: &[u8], id: &[u8; 32], shipped: Edition) -> bool {
    let Ok(taken) = taken(db) else { return false };
    let Ok(of) = db.query_row("SELECT seed FROM origin", [], |row| row.get::<_, [u8; 32]>(0)) else { return false };
    if taken.edition < shipped {
        return false;
    }
    of == *id || (taken.edition > Edition::default() && suits(db, seed, id))
}

/// Whether another app than this one has left content that this one can live on. Asked once for each app: then it counts as its own.
fn suits(db: &Connection, seed: &[u8], id: &[u8; 32]) -> bool {
    let channel = || {
        let pack = kindway_content::read_seed(seed).ok()?;
        pack.get("channel")?.decode::<Channel>().ok()
    };
    let Some(channel) = channel() else { return false };
    if release::usable(db, channel.name).is_err() {
        return false;
    }
    // What the other one could not live on may be what this one was made for: it is fetched again.
    let taken_over =
        || db.execute("UPDATE origin SET seed = ?1", [id.as_slice()]).and(db.execute("DELETE FROM waiting", []));
    let _ = taken_over();
    true
}

/// What cannot be used is kept until the next one is written, so that a report can hold it; it holds nothing of hers.
fn set_aside(path: &Path) {
    if path.exists() {
        let _ = fs::rename(path, path.with_extension("db.damaged"));
    }
    // SQLite would play a journal that was left behind into whatever file has the name next.
    let _ = fs::remove_file(path.with_extension("db-journal"));
}

fn build_file(path: &Path, seed: &[u8], id: &[u8; 32], shipped: Edition) -> Result<Connection, Fault> {
    let fresh = path.with_extension("db.new");
    for unfinished in [&fresh, &path.with_extension("db.new-journal")] {
        let _ = fs::remove_file(unfinished);
    }
    let mut db = Connection::open(&fresh)?;
    fill(&mut db, seed, id, shipped)?;
    db.close().map_err(|(_, error)| error)?;
    // The name is taken only by a file that is complete.
    fs::rename(&fresh, path).map_err(|_| ApiError::new(Code::CannotSave))?;
    whole(path).ok_or_else(Fault::unreadable)
}

fn fill(db: &mut Connection, seed: &[u8], id: &[u8; 32], shipped: Edition) -> Result<(), Fault> {
    let pack = kindway_content::read_seed(seed).map_err(|_| Fault::unreadable())?;
    // Most records are a few kilobytes: small pages waste less of the room behind each.
    db.pragma_update(None, "page_size", 1024)?;
    db.pragma_update(None, "journal_mode", "DELETE")?;
    let tx = db.transaction()?;
    tx.execute_batch(TABLES)?;
    passages::create(&tx, passages::Place::File)?;
    tx.pragma_update(None, "user_version", LAYOUT)?;
    tx.execute("INSERT INTO origin (seed) VALUES (?1)", [id.as_slice()])?;
    put(&tx, &pack.records)?;
    put_outcodes(&tx, pack.get(OUTCODES).ok_or_else(Fault::unreadable)?)?;
    let parts = roles::split(&pack);
    parts::list(&tx, &parts.iter().map(|(role, part)| (role.clone(), Expected::of(&part.to_canonical()))).collect())?;
    keep_taken(&tx, &Taken { edition: shipped, content: *id, floors: None, brought: None })?;
    tx.commit()?;
    Ok(())
}

/// Puts records in the place of those with the same keys.
pub(super) fn put<'r>(db: &Connection, records: impl IntoIterator<Item = &'r Record>) -> rusqlite::Result<()> {
    let mut put =
        db.prepare("INSERT OR REPLACE INTO record (key, version, review_by, body) VALUES (?1, ?2, ?3, ?4)")?;
    for record in records {
        let review_by = record.review_by.map(|day| day.to_string());
        put.execute((&record.key, record.version, review_by, &record.body))?;
    }
    Ok(())
}

/// Makes the table of outward codes that of the record.
pub(super) fn put_outcodes(db: &Connection, record: &Record) -> Result<(), Fault> {
    db.execute("DELETE FROM outcode", [])?;
    // Where one stands twice, the first counts.
    let mut put = db.prepare(
        "INSERT OR IGNORE INTO outcode (outcode, latitude, longitude, town, town_folded, postcodes, radius_km_p90)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for place in kindway_content::pack::outcodes(record).map_err(|_| Fault::unreadable())? {
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

/// Which content this is, and how it came here.
pub(super) fn taken(db: &Connection) -> Result<Taken, Fault> {
    let (root, snapshot, content, floors, brought) =
        db.query_row("SELECT root, snapshot, content, floors, brought FROM edition", [], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, i64>(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get::<_, Option<String>>(4)?,
            ))
        })?;
    Ok(Taken {
        edition: Edition { root: root.unsigned_abs(), snapshot: snapshot.unsigned_abs() },
        content,
        floors,
        brought: brought.map(|json| serde_json::from_str(&json)).transpose().map_err(|_| Fault::unreadable())?,
    })
}

/// Writes down which content this is.
pub(super) fn keep_taken(db: &Connection, taken: &Taken) -> Result<(), Fault> {
    // The versions of TUF fit well within 63 bits; the largest stands for all that do not.
    let number = |version: u64| i64::try_from(version).unwrap_or(i64::MAX);
    let brought = taken.brought.map(|brought| serde_json::to_string(&brought)).transpose();
    db.execute("DELETE FROM edition", [])?;
    db.execute(
        "INSERT INTO edition (root, snapshot, content, floors, brought) VALUES (?1, ?2, ?3, ?4, ?5)",
        (
            number(taken.edition.root),
            number(taken.edition.snapshot),
            taken.content,
            &taken.floors,
            brought.map_err(|_| ApiError::new(Code::Unexpected))?,
        ),
    )?;
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
