//! Other keys: because somebody leaves, because one is lost, because one was stolen. It is the same act each time.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use kindway_sync::Root;
use serde_json::Value;

use crate::sign::ids;
use crate::site::delegated;
use crate::{Error, Key, Keys, ROOT_THRESHOLD, Result, Signer, Site, lists, signed};

/// What was replaced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rotated {
    /// Who has another key now.
    pub rotated: Vec<Signer>,
    /// The version of the new root, which waits for the next timestamp.
    pub root: Option<u64>,
    /// Lists that were signed anew.
    pub signed: Vec<Signer>,
}

impl Site {
    /// Gives these signers other keys. A key of the root's own roles needs a new root, signed by enough of the old root keys and
    /// of the new ones; a key of a part of the content needs the targets key. What the old keys signed is signed anew; versions
    /// go on from what this site has, whatever a thief has published meanwhile. [`Site::timestamp`] makes it all live at once.
    ///
    /// # Errors
    /// [`Error::RootKeys`], [`Error::NoKey`], [`Error::Key`], [`Error::AnotherKey`], [`Error::NoRole`], [`Error::File`]. Until the new
    /// root is signed nothing is changed.
    pub fn rotate(&self, signers: &[Signer], keys: &Keys, now: DateTime<Utc>) -> Result<Rotated> {
        keys.check_outside(self.folder())?;
        keys.check_passphrase()?;
        let _lock = self.lock()?;
        let (top, parts): (Vec<&Signer>, Vec<&Signer>) =
            signers.iter().partition(|signer| !matches!(signer, Signer::Role(_)));
        self.can_rotate(&parts, &top, keys)?;
        for signer in signers {
            keys.settle(signer, &self.key_ids(signer)?)?;
        }
        let mut done = Rotated::default();
        if !top.is_empty() {
            done.root = Some(self.rotate_in_root(&top, keys, now)?);
        }
        if !parts.is_empty() {
            self.rotate_in_targets(&parts, keys, now)?;
            done.signed.push(Signer::Targets);
        } else if top.contains(&&Signer::Targets) {
            self.sign_targets_again(keys, now)?;
            done.signed.push(Signer::Targets);
        }
        for signer in &parts {
            // A role that never signed anything has nothing to sign anew.
            if let Signer::Role(role) = signer
                && let Some(list) = self.newest_delegated(role)?
            {
                self.sign_again(signer, &list, keys, now)?;
                done.signed.push((*signer).clone());
            }
        }
        done.rotated = signers.to_vec();
        Ok(done)
    }

    /// Everything that is needed later is asked for before anything is changed.
    fn can_rotate(&self, parts: &[&Signer], top: &[&Signer], keys: &Keys) -> Result<()> {
        let (_, root) = self.newest_root()?;
        let (_, targets) = self.newest_targets()?;
        for signer in parts {
            if let Signer::Role(role) = signer
                && delegated(&targets, role).is_none()
            {
                return Err(Error::NoRole((*signer).clone()));
            }
        }
        if !parts.is_empty() && !top.contains(&&Signer::Targets) {
            keys.allowed(&Signer::Targets, ids(&root, &Signer::Targets))?;
        }
        self.next_version("targets").map(|_| ())
    }

    fn rotate_in_root(&self, signers: &[&Signer], keys: &Keys, now: DateTime<Utc>) -> Result<u64> {
        let (before, believed) = self.newest_root()?;
        let version = before.next()?;
        let mut said = lists::renewed(&before.said, &Signer::Root(1), version, now);
        let mut next = Vec::new();
        for signer in signers {
            let key = keys.make_next(signer)?;
            lists::entrust(&mut said, signer, &key);
            next.push(((*signer).clone(), key));
        }
        self.stage_root(version, &sign_root(&said, &believed, keys, &next)?)?;
        for signer in signers {
            keys.replace(signer)?;
        }
        Ok(version)
    }

    fn rotate_in_targets(&self, signers: &[&Signer], keys: &Keys, now: DateTime<Utc>) -> Result<()> {
        let (said, key) = self.targets_again(keys, now)?;
        let mut said = said;
        for signer in signers {
            if let Signer::Role(role) = signer {
                lists::delegate(&mut said, role, &keys.make_next(signer)?);
            }
        }
        self.put(&Signer::Targets, &said, &[&key])?;
        for signer in signers {
            keys.replace(signer)?;
        }
        Ok(())
    }

    fn sign_targets_again(&self, keys: &Keys, now: DateTime<Utc>) -> Result<()> {
        let (said, key) = self.targets_again(keys, now)?;
        self.put(&Signer::Targets, &said, &[&key])
    }

    /// The next list of targets, and the key for it. The last one may have been signed by the key that has just gone.
    fn targets_again(&self, keys: &Keys, now: DateTime<Utc>) -> Result<(Value, Key)> {
        let (_, root) = self.newest_root()?;
        let (list, _) = self.newest_targets()?;
        let key = keys.allowed(&Signer::Targets, ids(&root, &Signer::Targets))?;
        Ok((lists::renewed(&list.said, &Signer::Targets, self.next_version("targets")?, now), key))
    }
}

/// Signs a root with enough keys of the one before and enough of its own; those in `next` are its own alone.
pub(crate) fn sign_root(said: &Value, before: &Root, keys: &Keys, next: &[(Signer, Key)]) -> Result<Vec<u8>> {
    let mut old = BTreeMap::new();
    let mut missing = Vec::new();
    for signer in Signer::roots() {
        match keys.allowed(&signer, ids(before, &signer)) {
            Ok(key) => {
                old.insert(signer, key);
            }
            Err(Error::NoKey(_)) => missing.push(signer.to_string()),
            Err(error) => return Err(error),
        }
    }
    let too_few = |found| Error::RootKeys {
        folder: keys.folder().to_owned(),
        found,
        needed: ROOT_THRESHOLD,
        missing: missing.join(", "),
    };
    if old.len() < ROOT_THRESHOLD {
        return Err(too_few(old.len()));
    }
    let new_roots: Vec<&(Signer, Key)> = next.iter().filter(|(signer, _)| matches!(signer, Signer::Root(_))).collect();
    let is_replaced = |signer: &Signer| new_roots.iter().any(|(new, _)| new == signer);
    let own = old.keys().filter(|signer| !is_replaced(signer)).count() + new_roots.len();
    if own < ROOT_THRESHOLD {
        return Err(too_few(own));
    }
    signed(said, old.values().chain(new_roots.iter().map(|(_, key)| key)))
}
