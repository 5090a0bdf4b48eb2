//! Signing anew what would soon be out of date, with nothing in it changed.

use chrono::{DateTime, Utc};

use crate::rotate::sign_root;
use crate::site::{Said, delegated, delegations};
use crate::timestamp::has_half_its_life;
use crate::{Error, Keys, Result, Signer, Site, lists};

/// What was renewed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renewed {
    /// What was signed anew; `root-1` stands for the root.
    pub renewed: Vec<Signer>,
    /// What ends soon and whose key is not here, with the moment when phones stop taking updates because of it.
    pub missing: Vec<(Signer, DateTime<Utc>)>,
}

impl Site {
    /// Signs everything anew that has less than half of its life left and whose keys are here: the root, the targets and the
    /// lists of the roles. Snapshot and timestamp renew themselves.
    ///
    /// # Errors
    /// [`Error::Key`], [`Error::AnotherKey`], [`Error::File`].
    pub fn renew(&self, keys: &Keys, now: DateTime<Utc>) -> Result<Renewed> {
        keys.check_outside(self.folder())?;
        let _lock = self.lock()?;
        let mut done = Renewed::default();
        for (signer, until) in self.ends_soon(now)? {
            let renewed = match &signer {
                Signer::Root(_) => self.renew_root(keys, now),
                signer => self.renew_list(signer, keys, now),
            };
            match renewed {
                Ok(()) => done.renewed.push(signer),
                Err(Error::NoKey(_) | Error::RootKeys { .. }) => done.missing.push((signer, until)),
                Err(error) => return Err(error),
            }
        }
        Ok(done)
    }

    /// What has less than half of its life left, and when it ends.
    ///
    /// # Errors
    /// [`Error`], where the site cannot be read.
    pub fn ends_soon(&self, now: DateTime<Utc>) -> Result<Vec<(Signer, DateTime<Utc>)>> {
        let mut ends = self.ends()?;
        ends.retain(|(signer, until)| !has_half_its_life(signer, until.timestamp(), now));
        Ok(ends)
    }

    /// When what people sign ends, the root first; `root-1` stands for the root. Phones take no updates after that.
    ///
    /// # Errors
    /// [`Error`], where the site cannot be read.
    pub fn ends(&self) -> Result<Vec<(Signer, DateTime<Utc>)>> {
        let (root, _) = self.newest_root()?;
        let (list, targets) = self.newest_targets()?;
        let mut newest: Vec<(Signer, Said)> = vec![(Signer::Root(1), root), (Signer::Targets, list)];
        for (role, delegation) in delegations(&targets) {
            if let Some(list) = self.newest_by(&role, &targets, delegation)? {
                newest.push((Signer::Role(role), list));
            }
        }
        let mut ends = Vec::new();
        for (signer, said) in newest {
            let until = said.text("/expires")?.parse::<DateTime<Utc>>();
            ends.push((signer, until.map_err(|_| Error::damaged(&said.file, "its end is no date"))?));
        }
        Ok(ends)
    }

    fn renew_root(&self, keys: &Keys, now: DateTime<Utc>) -> Result<()> {
        let (before, believed) = self.newest_root()?;
        let version = before.next()?;
        let said = lists::renewed(&before.said, &Signer::Root(1), version, now);
        self.stage_root(version, &sign_root(&said, &believed, keys, &[])?)
    }

    fn renew_list(&self, signer: &Signer, keys: &Keys, now: DateTime<Utc>) -> Result<()> {
        let (list, targets) = self.newest_targets()?;
        let newest = match signer {
            Signer::Role(role) => match delegated(&targets, role) {
                Some(delegation) => self.newest_by(role, &targets, delegation)?,
                None => None,
            },
            _ => Some(list),
        };
        self.sign_again(signer, &newest.ok_or_else(|| Error::NoRole(signer.clone()))?, keys, now)
    }

    /// Signs a list anew with the key that may do so now. Whoever calls this has seen that it was signed before.
    pub(crate) fn sign_again(&self, signer: &Signer, list: &Said, keys: &Keys, now: DateTime<Utc>) -> Result<()> {
        let key = keys.allowed(signer, &self.key_ids(signer)?)?;
        let said = lists::renewed(&list.said, signer, self.next_version(&signer.role())?, now);
        self.put(signer, &said, &[&key])
    }
}
