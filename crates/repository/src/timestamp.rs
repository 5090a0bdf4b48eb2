//! Going live: what is signed and belongs together, under a snapshot, under a timestamp. Done by a machine, every day.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use kindway_sync::{Root, Sigstore, Verifier as _};
use serde_json::{Map, Value, json};

use crate::live::versions_in;
use crate::sign::ids;
use crate::site::{Said, delegations};
use crate::{Error, Keys, Result, Signer, Site, canonical, files, lists};

/// What is live now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamped {
    /// The version of the timestamp.
    pub timestamp: u64,
    /// The version of the snapshot, and whether it is a new one.
    pub snapshot: u64,
    /// Whether the snapshot is a new one.
    pub new_snapshot: bool,
    /// The version of the root.
    pub root: u64,
    /// Roles whose new versions went live, with the top list as `targets` among them.
    pub went_live: Vec<Signer>,
    /// Whose signature is missing before the rest can follow.
    pub held_back: Vec<Signer>,
    /// What loses its life soon, and when: it is to be renewed.
    pub ends_soon: Vec<(Signer, DateTime<Utc>)>,
}

/// Signed files that belong together: the root, and the version of each list.
struct Whole {
    root: usize,
    meta: BTreeMap<String, u64>,
}

impl Site {
    /// Makes live what is signed and belongs together, and says so with the date of today. Without anything new it only does the
    /// latter, which every phone needs within 14 days.
    ///
    /// # Errors
    /// [`Error::NotSigned`] where there is nothing whole to publish, [`Error::NoKey`], [`Error::Key`], [`Error::AnotherKey`],
    /// [`Error::File`].
    pub fn timestamp(&self, keys: &Keys, now: DateTime<Utc>) -> Result<Timestamped> {
        keys.check_outside(self.folder())?;
        let _lock = self.lock()?;
        let roots = self.roots()?;
        let mut missing = Vec::new();
        let whole = (0..roots.len()).rev().find_map(|place| match roots.get(place) {
            Some((_, root)) => self.whole_under(place, root, &mut missing).transpose(),
            None => None,
        });
        let Some(whole) = whole.transpose()? else {
            let names: Vec<String> = missing.iter().map(ToString::to_string).collect();
            return Err(Error::NotSigned(names.join(", ")));
        };
        let Some((_, root)) = roots.get(whole.root) else { return Err(Error::NotSigned("root".to_owned())) };
        let timestamp_key = keys.allowed(&Signer::Timestamp, ids(root, &Signer::Timestamp))?;
        let before = self.live_snapshot()?.map(|snapshot| versions_in(&snapshot)).transpose()?.unwrap_or_default();

        let (snapshot, new_snapshot) = self.snapshot(root, &whole.meta, keys, now)?;
        // From here on phones see it. Until the timestamp is there too they keep what they have.
        for (said, _) in roots.iter().take(whole.root + 1).skip(1) {
            self.publish_root(said)?;
        }
        let version = match files::read(&self.timestamp_file())? {
            Some(_) => Said::read(self.timestamp_file())?.next()?,
            None => 1,
        };
        let said = lists::timestamp(snapshot, version, now);
        files::write(&self.timestamp_file(), &canonical::signed(&said, [&timestamp_key])?)?;
        self.prune()?;

        let moved = whole.meta.iter().filter(|(role, version)| before.get(*role) != Some(version));
        missing.sort();
        missing.dedup();
        Ok(Timestamped {
            timestamp: version,
            snapshot,
            new_snapshot,
            root: root.version,
            went_live: moved.filter_map(|(role, _)| role.parse().ok()).collect(),
            held_back: missing,
            ends_soon: self.ends_soon(now)?,
        })
    }

    /// The newest lists that hold together under a root: one of targets, and one for each role that it names, signed by its
    /// key. What is missing for a newer whole is noted.
    fn whole_under(&self, place: usize, root: &Root, missing: &mut Vec<Signer>) -> Result<Option<Whole>> {
        for version in self.versions("targets")?.into_iter().rev() {
            let list = Said::read(self.metadata(version, "targets"))?;
            let Ok(targets) = Sigstore::new().targets(&list.bytes, root) else {
                missing.push(Signer::Targets);
                continue;
            };
            let mut meta = BTreeMap::from([("targets".to_owned(), version)]);
            let mut unsigned = Vec::new();
            for (role, delegation) in delegations(&targets) {
                match self.newest_by(&role, &targets, delegation)? {
                    Some(list) => {
                        meta.insert(role.to_string(), list.version);
                    }
                    None => unsigned.push(Signer::Role(role)),
                }
            }
            if unsigned.is_empty() {
                return Ok(Some(Whole { root: place, meta }));
            }
            missing.extend(unsigned);
        }
        Ok(None)
    }

    /// The version of a snapshot that says this: the newest, if it does and has half of its life left, or a new one.
    fn snapshot(
        &self,
        root: &Root,
        versions: &BTreeMap<String, u64>,
        keys: &Keys,
        now: DateTime<Utc>,
    ) -> Result<(u64, bool)> {
        let newest = self.newest("snapshot")?;
        if let Some(newest) = &newest
            && &versions_in(newest)? == versions
            && let Ok(believed) = Sigstore::new().snapshot(&newest.bytes, root)
            && has_half_its_life(&Signer::Snapshot, believed.expires.as_second(), now)
        {
            return Ok((newest.version, false));
        }
        let key = keys.allowed(&Signer::Snapshot, ids(root, &Signer::Snapshot))?;
        let version = newest.map_or(Ok(1), |newest| newest.next())?;
        let meta: Map<String, Value> =
            versions.iter().map(|(role, version)| (lists::file_name(role), json!({ "version": version }))).collect();
        self.put(&Signer::Snapshot, &lists::snapshot(&meta, version, now), &[&key])?;
        Ok((version, true))
    }
}

/// Whether a file that holds until then is still in the first half of its life.
pub(crate) fn has_half_its_life(signer: &Signer, expires: i64, now: DateTime<Utc>) -> bool {
    TimeDelta::seconds(expires.saturating_sub(now.timestamp())) * 2 >= lists::life(signer)
}
