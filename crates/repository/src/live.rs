//! What phones get: the versions that the newest timestamp leads to.

use std::collections::BTreeMap;
use std::path::PathBuf;

use kindway_content::Pack;
use kindway_content::roles::RoleName;
use serde_json::Value;

use crate::site::Said;
use crate::{Error, Result, Site, files};

/// What is live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The version of the root.
    pub root: u64,
    /// The version of the timestamp.
    pub timestamp: u64,
    /// The version of the snapshot.
    pub snapshot: u64,
    /// The version of the top list of targets.
    pub targets: u64,
    /// When the timestamp was signed, as it says.
    pub signed_at: String,
    /// Each role.
    pub roles: BTreeMap<RoleName, PublishedRole>,
}

/// The part of a role that is live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedRole {
    /// The version of its list.
    pub version: u64,
    /// The hash of the canonical bytes of its pack, in hexadecimal.
    pub sha256: String,
    /// The file of its pack.
    pub file: PathBuf,
    /// Its canonical bytes.
    pub canonical: Vec<u8>,
}

impl Site {
    /// What is live, or nothing before the first timestamp.
    ///
    /// # Errors
    /// [`Error::File`], [`Error::Damaged`], [`Error::Pack`].
    pub fn published(&self) -> Result<Option<Published>> {
        let file = self.timestamp_file();
        if !file.is_file() {
            return Ok(None);
        }
        let timestamp = Said::read(file)?;
        let Some(snapshot) = self.live_snapshot()? else { return Ok(None) };
        let versions = versions_in(&snapshot)?;
        let mut roles = BTreeMap::new();
        for (name, version) in &versions {
            let Ok(role) = name.parse::<RoleName>() else { continue };
            let edition = Self::edition(&Said::read(self.metadata(*version, name))?, &role)?;
            let canonical = self.canonical(&role, &edition)?;
            let published = PublishedRole {
                version: *version,
                sha256: hex::encode(edition.canonical.sha256),
                file: self.pack_file(&role, &edition.file),
                canonical,
            };
            roles.insert(role, published);
        }
        let root = self.newest("root")?.map_or(0, |root| root.version);
        let targets = versions.get("targets").copied().unwrap_or_default();
        let signed_at = timestamp.text("/signed-at")?.to_owned();
        Ok(Some(Published {
            root,
            timestamp: timestamp.version,
            snapshot: snapshot.version,
            targets,
            signed_at,
            roles,
        }))
    }

    /// The snapshot that the timestamp names.
    pub(crate) fn live_snapshot(&self) -> Result<Option<Said>> {
        if files::read(&self.timestamp_file())?.is_none() {
            return Ok(None);
        }
        let timestamp = Said::read(self.timestamp_file())?;
        let version = timestamp.at("/meta/snapshot.json/version")?.as_u64();
        let version = version.ok_or_else(|| Error::damaged(&timestamp.file, "it names no snapshot"))?;
        Said::read(self.metadata(version, "snapshot")).map(Some)
    }
}

impl Published {
    /// All parts as one pack.
    ///
    /// # Errors
    /// [`Error::Pack`], [`Error::Role`].
    pub fn content(&self) -> Result<Pack> {
        let mut parts = BTreeMap::new();
        for (role, part) in &self.roles {
            let pack = Pack::from_canonical(&part.canonical)
                .map_err(|why| Error::Pack { what: part.file.display().to_string(), why })?;
            parts.insert(role.clone(), pack);
        }
        Ok(kindway_content::roles::join(parts)?)
    }
}

/// The version of each role in a snapshot.
pub(crate) fn versions_in(snapshot: &Said) -> Result<BTreeMap<String, u64>> {
    let meta = snapshot.at("/meta")?.as_object();
    let entries = meta.into_iter().flatten();
    Ok(entries
        .filter_map(|(file, pin)| {
            Some((file.strip_suffix(".json")?.to_owned(), pin.get("version").and_then(Value::as_u64)?))
        })
        .collect())
}
