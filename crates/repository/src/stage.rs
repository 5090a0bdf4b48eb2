//! Staging: what has changed, parted into roles, with everything but signatures.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use kindway_content::delta::{Expected, MAX_PUBLISHED, delta};
use kindway_content::roles::{self, RoleName};
use kindway_content::{Channel, Pack, PackError, bumped, write_seed};
use serde_json::json;

use crate::site::{Edition, delegated, delegations, name};
use crate::{Error, Result, Signer, Site, files, lists};

/// How many published versions of a pack are kept and lead to the next one by a delta.
pub(crate) const KEPT: usize = 30;

/// How far staging is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Packs and deltas that are made.
    pub done: usize,
    /// How many there will be.
    pub of: usize,
}

/// One role that has something new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StagedRole {
    /// Which.
    pub role: RoleName,
    /// Records that are new, changed or gone.
    pub records: usize,
    /// The length of the whole pack as it is sent, in bytes.
    pub whole: usize,
    /// The delta from the last published pack, in bytes, if there is one.
    pub delta: Option<usize>,
}

/// What was staged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Staged {
    /// The roles that changed.
    pub changed: Vec<StagedRole>,
    /// Whose signature is waited for, in the order in which they have to sign.
    pub waits: Vec<Signer>,
    /// Roles that nobody has been given yet: the holder of the targets key makes their keys.
    pub new: Vec<RoleName>,
}

/// A role that has changed, and what leads to it.
struct Change {
    role: RoleName,
    canonical: Vec<u8>,
    part: Pack,
    records: usize,
    before: Vec<Edition>,
}

impl Site {
    /// Parts content into roles, compares it with what was published last and stages what is different. What was staged
    /// before is replaced.
    ///
    /// # Errors
    /// [`Error::Channel`] where it is for another channel, [`Error::Role`] where a record stands in no role, [`Error::Pack`] where
    /// a part is too long, [`Error::File`].
    pub fn stage(&self, content: &Pack, now: DateTime<Utc>, told: &mut dyn FnMut(Progress)) -> Result<Staged> {
        let _lock = self.lock()?;
        self.check_channel(content)?;
        let mut parts = roles::split(content);
        // Whatever stands in no role is refused here, not on a phone.
        roles::join(parts.clone())?;
        let (_, targets) = self.newest_targets()?;
        // A language that is gone is published as nothing: phones that have it must learn so.
        for (role, _) in delegations(&targets) {
            parts.entry(role).or_default();
        }
        let changes = self.changes(parts)?;
        let of = changes.iter().map(|change| change.before.len() + 1).sum();
        let mut done = 0;
        let mut step = || {
            done += 1;
            told(Progress { done, of });
        };
        let mut changed = Vec::new();
        for change in changes {
            changed.push(self.write_change(&change, now, &mut step)?);
        }
        let new = self.not_delegated()?;
        Ok(Staged { changed, waits: self.waits()?, new })
    }

    /// Whose signature what is staged waits for.
    ///
    /// # Errors
    /// [`Error`], where the site cannot be read.
    pub fn waits(&self) -> Result<Vec<Signer>> {
        let new = self.not_delegated()?;
        let targets = (!new.is_empty()).then_some(Signer::Targets);
        Ok(targets.into_iter().chain(self.staged_roles()?.into_iter().map(Signer::Role)).collect())
    }

    /// Staged roles that no key is known for.
    pub(crate) fn not_delegated(&self) -> Result<Vec<RoleName>> {
        let (_, targets) = self.newest_targets()?;
        let staged = self.staged_roles()?;
        Ok(staged.into_iter().filter(|role| delegated(&targets, role).is_none()).collect())
    }

    fn check_channel(&self, content: &Pack) -> Result<()> {
        let unreadable = |why| Error::Pack { what: "the content".to_owned(), why };
        let record =
            content.get("channel").ok_or_else(|| unreadable(PackError::Record { key: "channel".to_owned() }))?;
        let channel: Channel = record.decode().map_err(unreadable)?;
        if channel.name == self.channel() {
            return Ok(());
        }
        Err(Error::Channel { content: name(channel.name), site: name(self.channel()) })
    }

    fn changes(&self, parts: BTreeMap<RoleName, Pack>) -> Result<Vec<Change>> {
        let mut changes = Vec::new();
        for (role, part) in parts {
            let before = self.editions(&role, KEPT)?;
            let last = before.first().map(|edition| self.canonical(&role, edition)).transpose()?;
            let old = last.as_deref().map(Pack::from_canonical).transpose();
            let old = old.map_err(|why| Error::Pack { what: format!("the published pack of {role}"), why })?;
            let old = old.unwrap_or_default();
            let part = bumped(&old, part);
            let canonical = part.to_canonical();
            if canonical.len() > MAX_PUBLISHED {
                return Err(Error::Pack { what: role.to_string(), why: PackError::TooLarge });
            }
            self.unstage(&role)?;
            if last.is_none_or(|last| last != canonical) {
                let records = different(&old, &part);
                changes.push(Change { role, canonical, part, records, before });
            }
        }
        Ok(changes)
    }

    fn write_change(&self, change: &Change, now: DateTime<Utc>, step: &mut dyn FnMut()) -> Result<StagedRole> {
        let Change { role, canonical, part, records, before } = change;
        let cannot = |why| Error::Pack { what: role.to_string(), why };
        let file = write_seed(part).map_err(cannot)?;
        let expected = Expected::of(canonical);
        files::write(&self.staged_pack(role), &file)?;
        step();
        let mut first = None;
        for (place, edition) in before.iter().enumerate() {
            // Content that has come back is in a phone that had it then; it needs no way from itself to itself.
            if edition.canonical != expected {
                let old = self.canonical(role, edition)?;
                let delta = delta(&old, canonical).map_err(cannot)?;
                if delta.len() < file.len() {
                    files::write(&self.staged_deltas(role).join(delta_name(&edition.canonical, &expected)), &delta)?;
                    first = if place == 0 { Some(delta.len()) } else { first };
                }
            }
            step();
        }
        let list = lists::role(role, lists::targets_of(role, &file, &expected), self.next_version(role.as_str())?, now);
        // Last: what has no list is not staged.
        let draft = crate::canonical::json(&json!({ "signatures": [], "signed": list }))?;
        files::write(&self.staged_list(role), &draft)?;
        Ok(StagedRole { role: role.clone(), records: *records, whole: file.len(), delta: first })
    }

    /// Forgets what is staged for a role.
    pub(crate) fn unstage(&self, role: &RoleName) -> Result<()> {
        files::remove(&self.staged_list(role))?;
        files::remove(&self.staged_pack(role))?;
        let deltas = self.staged_deltas(role);
        for name in files::names(&deltas)? {
            files::remove(&deltas.join(name))?;
        }
        Ok(())
    }
}

/// What a delta is called: the canonical bytes that it leads from, and those that it leads to.
pub(crate) fn delta_name(old: &Expected, new: &Expected) -> String {
    format!("{}-{}", hex::encode(old.sha256), hex::encode(new.sha256))
}

/// How many records are not the same in both.
fn different(old: &Pack, new: &Pack) -> usize {
    let keys: BTreeSet<&str> = old.records.iter().chain(&new.records).map(|record| record.key.as_str()).collect();
    keys.into_iter().filter(|key| old.get(key) != new.get(key)).count()
}
