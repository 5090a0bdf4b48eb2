//! The parts that content is published in, read back from the records: the same canonical bytes as were taken in. Beside them the
//! parts that came and that this app cannot live on: they wait for the app or the charity to change.

use std::collections::BTreeMap;

use kindway_content::{
    Pack, Record,
    delta::Expected,
    roles::{self, RoleName},
};
use rusqlite::{Connection, OptionalExtension, Row, types::FromSqlError};
use sha2::{Digest as _, Sha256};

use super::fault::Fault;

/// The records of a role, as they were packed.
pub(super) fn part(db: &Connection, role: &RoleName) -> Result<Pack, Fault> {
    let mut ask = db.prepare_cached("SELECT key, version, review_by, body FROM record ORDER BY key")?;
    let mut rows = ask.query([])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        // The body of a record of another role is not even looked at.
        if row.get_ref(0)?.as_str().is_ok_and(|key| roles::allowed(role, key)) {
            records.push(record(row)?);
        }
    }
    Ok(Pack { records })
}

/// What is true of the bytes of these roles, by the records themselves. One record at a time is in memory.
pub(super) fn true_of<'r>(
    db: &Connection,
    roles: impl Iterator<Item = &'r RoleName>,
) -> Result<BTreeMap<RoleName, Expected>, Fault> {
    let roles: Vec<&RoleName> = roles.collect();
    let home = |key: &str| roles.iter().position(|role| roles::allowed(role, key));
    let mut counts = vec![0; roles.len()];
    let mut keys = db.prepare_cached("SELECT key FROM record")?;
    let mut rows = keys.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(at) = home(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?) {
            counts[at] += 1;
        }
    }
    let mut hashes: Vec<Canonical> = counts.into_iter().map(Canonical::new).collect();
    each(db, |record| {
        if let Some(at) = home(&record.key) {
            hashes[at].add(record);
        }
    })?;
    Ok(roles.into_iter().cloned().zip(hashes.into_iter().map(Canonical::end)).collect())
}

/// The hash of the canonical bytes of everything.
pub(super) fn whole(db: &Connection) -> Result<[u8; 32], Fault> {
    let count: i64 = db.query_row("SELECT count(*) FROM record", [], |row| row.get(0))?;
    let mut hash = Canonical::new(usize::try_from(count).unwrap_or(usize::MAX));
    each(db, |record| hash.add(record))?;
    Ok(hash.end().sha256)
}

fn each(db: &Connection, mut see: impl FnMut(Record)) -> Result<(), Fault> {
    let mut ask = db.prepare_cached("SELECT key, version, review_by, body FROM record ORDER BY key")?;
    let mut rows = ask.query([])?;
    while let Some(row) = rows.next()? {
        see(record(row)?);
    }
    Ok(())
}

/// The canonical bytes of a pack as its records come: a beginning that says how many there are, then each of them.
struct Canonical {
    hash: Sha256,
    length: u64,
}

impl Canonical {
    fn new(count: usize) -> Self {
        let mut canonical = Self { hash: Sha256::new(), length: 0 };
        let begin = Pack::default().to_canonical();
        let (magic, _) = begin.split_at(begin.len() - size_of::<u32>());
        canonical.put(magic);
        canonical.put(&u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
        canonical
    }

    fn add(&mut self, record: Record) {
        let begin = Pack::default().to_canonical().len();
        let alone = Pack { records: vec![record] }.to_canonical();
        self.put(alone.get(begin..).unwrap_or_default());
    }

    fn put(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
        self.length += bytes.len() as u64;
    }

    fn end(self) -> Expected {
        Expected { sha256: self.hash.finalize().into(), length: self.length }
    }
}

/// What was written down about each part when it was taken in.
pub(super) fn listed(db: &Connection) -> Result<BTreeMap<RoleName, Expected>, Fault> {
    noted(db, "part")
}

/// Writes down what is true of each part.
pub(super) fn list(db: &Connection, parts: &BTreeMap<RoleName, Expected>) -> Result<(), Fault> {
    db.execute("DELETE FROM part", [])?;
    let mut put = db.prepare("INSERT INTO part (role, sha256, length) VALUES (?1, ?2, ?3)")?;
    for (role, expected) in parts {
        put.execute((role.as_str(), expected.sha256, length(expected)))?;
    }
    Ok(())
}

/// What was written down about each part that waits.
pub(super) fn waiting(db: &Connection) -> Result<BTreeMap<RoleName, Expected>, Fault> {
    noted(db, "waiting")
}

/// The bytes of a part that waits.
pub(super) fn waiting_part(db: &Connection, role: &RoleName) -> Result<Option<Vec<u8>>, Fault> {
    let mut ask = db.prepare_cached("SELECT bytes FROM waiting WHERE role = ?1")?;
    Ok(ask.query_row([role.as_str()], |row| row.get(0)).optional()?)
}

/// What is true of the bytes of the parts that wait.
pub(super) fn true_of_waiting(db: &Connection) -> Result<BTreeMap<RoleName, Expected>, Fault> {
    let mut found = BTreeMap::new();
    for role in waiting(db)?.into_keys() {
        let bytes = waiting_part(db, &role)?.unwrap_or_default();
        found.insert(role, Expected::of(&bytes));
    }
    Ok(found)
}

/// Keeps the bytes of the parts that wait, and of no other.
pub(super) fn keep_waiting(db: &Connection, parts: &BTreeMap<RoleName, Vec<u8>>) -> Result<(), Fault> {
    db.execute("DELETE FROM waiting", [])?;
    let mut put = db.prepare("INSERT INTO waiting (role, sha256, length, bytes) VALUES (?1, ?2, ?3, ?4)")?;
    for (role, bytes) in parts {
        let expected = Expected::of(bytes);
        put.execute((role.as_str(), expected.sha256, length(&expected), bytes))?;
    }
    Ok(())
}

fn noted(db: &Connection, table: &str) -> Result<BTreeMap<RoleName, Expected>, Fault> {
    let mut ask = db.prepare(&format!("SELECT role, sha256, length FROM {table}"))?;
    let rows = ask.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get::<_, i64>(2)?)))?;
    rows.map(|row| {
        let (role, sha256, length) = row?;
        let role = role.parse().map_err(|_| Fault::unreadable())?;
        Ok((role, Expected { sha256, length: length.unsigned_abs() }))
    })
    .collect()
}

fn length(expected: &Expected) -> i64 {
    i64::try_from(expected.length).unwrap_or(i64::MAX)
}

/// A record from a row of key, version, review date and body.
pub(super) fn record(row: &Row<'_>) -> rusqlite::Result<Record> {
    let review_by = match row.get_ref(2)?.as_str_or_null()? {
        Some(day) => Some(day.parse().map_err(|_| FromSqlError::InvalidType)?),
        None => None,
    };
    Ok(Record { key: row.get(0)?, version: row.get(1)?, review_by, body: row.get(3)? })
}
