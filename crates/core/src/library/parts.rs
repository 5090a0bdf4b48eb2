//! The parts that content is published in, read back from the records: the same canonical bytes as were taken in.

use std::collections::BTreeMap;

use kindway_content::{
    Pack, Record,
    delta::Expected,
    roles::{self, RoleName},
};
use rusqlite::{Connection, Row, types::FromSqlError};

use crate::error::{ApiError, Code};

/// The records of a role, as they were packed.
pub(super) fn part(db: &Connection, role: &RoleName) -> Result<Pack, ApiError> {
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

/// What is true of the bytes of these roles, by the records themselves.
pub(super) fn true_of<'r>(
    db: &Connection,
    roles: impl Iterator<Item = &'r RoleName>,
) -> Result<BTreeMap<RoleName, Expected>, ApiError> {
    roles.map(|role| Ok((role.clone(), Expected::of(&part(db, role)?.to_canonical())))).collect()
}

/// What was written down about each part when it was taken in.
pub(super) fn listed(db: &Connection) -> Result<BTreeMap<RoleName, Expected>, ApiError> {
    let mut ask = db.prepare("SELECT role, sha256, length FROM part")?;
    let rows = ask.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get::<_, i64>(2)?)))?;
    rows.map(|row| {
        let (role, sha256, length) = row?;
        let role = role.parse().map_err(|_| ApiError::new(Code::ContentUnreadable))?;
        Ok((role, Expected { sha256, length: length.unsigned_abs() }))
    })
    .collect()
}

/// Writes down what is true of each part.
pub(super) fn list(db: &Connection, parts: &BTreeMap<RoleName, Expected>) -> rusqlite::Result<()> {
    db.execute("DELETE FROM part", [])?;
    let mut put = db.prepare("INSERT INTO part (role, sha256, length) VALUES (?1, ?2, ?3)")?;
    for (role, expected) in parts {
        put.execute((role.as_str(), expected.sha256, i64::try_from(expected.length).unwrap_or(i64::MAX)))?;
    }
    Ok(())
}

/// A record from a row of key, version, review date and body.
pub(super) fn record(row: &Row<'_>) -> rusqlite::Result<Record> {
    let review_by = match row.get_ref(2)?.as_str_or_null()? {
        Some(day) => Some(day.parse().map_err(|_| FromSqlError::InvalidType)?),
        None => None,
    };
    Ok(Record { key: row.get(0)?, version: row.get(1)?, review_by, body: row.get(3)? })
}
