//! Signing: what is staged is looked at once more, with the eyes of a phone, and then signed by who may.

use chrono::{DateTime, Utc};
use kindway_content::Pack;
use kindway_content::delta::{Expected, MAX_PUBLISHED, apply, whole};
use kindway_content::roles::{RoleError, RoleName, allowed};

use crate::site::{Edition, Said, delegated};
use crate::stage::{KEPT, delta_name};
use crate::{Error, Keys, Result, Signer, Site, files, lists};

/// What was signed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signed {
    /// Who signed.
    pub signed: Vec<Signer>,
    /// Roles that got their first key.
    pub new_keys: Vec<RoleName>,
    /// Who still has to.
    pub waits: Vec<Signer>,
}

impl Site {
    /// Signs what is staged: for one signer, or for all that wait and whose keys are here.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Pack`] and [`Error::Role`] where what is staged is not what it has to be; [`Error::NoKey`],
    /// [`Error::Key`] and [`Error::AnotherKey`] where the key is not the right one; [`Error::NothingStaged`].
    pub fn sign(&self, only: Option<&Signer>, keys: &Keys, now: DateTime<Utc>) -> Result<Signed> {
        keys.check_outside(self.folder())?;
        let _lock = self.lock()?;
        let waits = self.waits()?;
        if let Some(missing) = only.filter(|only| !waits.contains(only)) {
            return Err(Error::NothingStaged(missing.clone()));
        }
        let mut done = Signed::default();
        for signer in waits.iter().filter(|signer| only.is_none_or(|only| only == *signer)) {
            // Asked for by name, a missing key is an error.
            if only.is_none() && !self.can_sign(signer, keys)? {
                continue;
            }
            match signer {
                Signer::Role(role) => self.sign_role(role, keys, now)?,
                _ => done.new_keys = self.sign_new_roles(keys, now)?,
            }
            done.signed.push(signer.clone());
        }
        done.waits = self.waits()?;
        Ok(done)
    }

    fn can_sign(&self, signer: &Signer, keys: &Keys) -> Result<bool> {
        let is_known = match signer {
            Signer::Role(role) => !self.not_delegated()?.contains(role),
            _ => true,
        };
        Ok(is_known && keys.has(signer))
    }

    /// Gives every role that has no key one.
    fn sign_new_roles(&self, keys: &Keys, now: DateTime<Utc>) -> Result<Vec<RoleName>> {
        let (_, root) = self.newest_root()?;
        let (list, _) = self.newest_targets()?;
        let key = keys.allowed(&Signer::Targets, ids(&root, &Signer::Targets))?;
        let new = self.not_delegated()?;
        let mut said = lists::renewed(&list.said, &Signer::Targets, self.next_version("targets")?, now);
        for role in &new {
            let signer = Signer::Role(role.clone());
            // One that is here was made by an attempt that was cut short.
            let own = if keys.has(&signer) { keys.key(&signer)? } else { keys.make(&signer)? };
            lists::delegate(&mut said, role, &own);
        }
        self.put(&Signer::Targets, &said, &[&key])?;
        Ok(new)
    }

    fn sign_role(&self, role: &RoleName, keys: &Keys, now: DateTime<Utc>) -> Result<()> {
        let signer = Signer::Role(role.clone());
        let (_, targets) = self.newest_targets()?;
        let delegation = delegated(&targets, role).ok_or_else(|| Error::NoRole(signer.clone()))?;
        let key = keys.allowed(&signer, &delegation.keyids)?;

        let pack = files::needed(&self.staged_pack(role))?;
        let staged = self.checked(role, &pack)?;
        // A command that was cut short after it had signed this.
        if self.editions(role, 1)?.iter().any(|newest| newest.canonical == staged.canonical) {
            return self.unstage(role);
        }
        let deltas = self.checked_deltas(role, &staged)?;

        files::write_once(&self.pack_file(role, &staged.file), &pack)?;
        for (name, delta) in deltas {
            let file = self.delta_file(&name);
            // A newer compressor may write other bytes that lead to the same pack; those that are out stay.
            if !file.exists() {
                files::write_once(&file, &delta)?;
            }
        }
        let said = lists::targets_of(role, &pack, &staged.canonical);
        let said = lists::role(role, said, self.next_version(role.as_str())?, now);
        self.put(&signer, &said, &[&key])?;
        self.unstage(role)
    }

    /// What is staged for a role, which has to be a pack of its own records and what its list says.
    fn checked(&self, role: &RoleName, pack: &[u8]) -> Result<Edition> {
        let list = Said::read(self.staged_list(role))?;
        let staged = Self::edition(&list, role)?;
        let file = self.staged_pack(role);
        let damaged = |why| Error::Pack { what: file.display().to_string(), why };
        let canonical = whole(pack, &staged.canonical, MAX_PUBLISHED).map_err(damaged)?;
        for record in &Pack::from_canonical(&canonical).map_err(damaged)?.records {
            if !allowed(role, &record.key) {
                return Err(RoleError::Misplaced { role: role.clone(), key: record.key.clone() }.into());
            }
        }
        // The list is made anew for signing; one that says otherwise was not made by staging.
        if list.at("/targets")? != &lists::targets_of(role, pack, &staged.canonical) {
            return Err(Error::damaged(&list.file, "it does not list the pack that is staged; build again"));
        }
        Ok(staged)
    }

    fn checked_deltas(&self, role: &RoleName, staged: &Edition) -> Result<Vec<(String, Vec<u8>)>> {
        let known = self.editions(role, KEPT)?;
        let folder = self.staged_deltas(role);
        let mut deltas = Vec::new();
        for name in files::names(&folder)? {
            let file = folder.join(&name);
            let from = known.iter().find(|edition| delta_name(&edition.canonical, &staged.canonical) == name);
            let from =
                from.ok_or_else(|| Error::damaged(&file, "it does not lead from a published pack to the staged one"))?;
            let delta = files::needed(&file)?;
            let old = self.canonical(role, from)?;
            let made = apply(&old, &delta, &staged.canonical, MAX_PUBLISHED)
                .map_err(|why| Error::Pack { what: file.display().to_string(), why })?;
            debug_assert!(Expected::of(&made) == staged.canonical);
            deltas.push((name, delta));
        }
        Ok(deltas)
    }
}

impl Site {
    /// The keys that this site names for a signer.
    pub(crate) fn key_ids(&self, signer: &Signer) -> Result<Vec<String>> {
        match signer {
            Signer::Role(role) => {
                let (_, targets) = self.newest_targets()?;
                let delegation = delegated(&targets, role).ok_or_else(|| Error::NoRole(signer.clone()))?;
                Ok(delegation.keyids.clone())
            }
            _ => Ok(ids(&self.newest_root()?.1, signer).to_vec()),
        }
    }
}

/// The keys that a root names for a signer.
pub(crate) fn ids<'a>(root: &'a kindway_sync::Root, signer: &Signer) -> &'a [String] {
    let ids = root.role(&signer.role()).map(|role| role.keyids.as_slice()).unwrap_or_default();
    match signer {
        // Each of the three is a person.
        Signer::Root(number) => {
            let place = usize::from(number.saturating_sub(1));
            ids.get(place..=place).unwrap_or_default()
        }
        _ => ids,
    }
}
