//! The beginning of a site: its keys, its first root, and who may publish which part.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use kindway_content::ChannelName;
use kindway_content::roles::RoleName;

use crate::{Error, Key, Keys, Result, Signer, Site, files, lists};

impl Site {
    /// A new site with new keys: three for the root, one for each role.
    ///
    /// # Errors
    /// [`Error::NotEmpty`] where either folder holds something, [`Error::KeysExposed`] where one lies in the other,
    /// [`Error::ShortPassphrase`], [`Error::File`].
    pub fn init(
        folder: impl Into<PathBuf>,
        channel: ChannelName,
        roles: &[RoleName],
        keys: &Keys,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let folder = folder.into();
        keys.check_outside(&folder)?;
        keys.check_passphrase()?;
        for folder in [&folder, &keys.folder().to_owned()] {
            if !files::is_empty(folder)? {
                return Err(Error::NotEmpty(folder.clone()));
            }
        }
        files::folder(&folder)?;
        let site = Self::begin(folder, channel);
        let _lock = site.lock()?;
        let roots = Signer::roots().map(|signer| keys.make(&signer)).collect::<Result<Vec<Key>>>()?;
        let [targets, snapshot, timestamp] =
            [keys.make(&Signer::Targets)?, keys.make(&Signer::Snapshot)?, keys.make(&Signer::Timestamp)?];
        let mut delegated = Vec::new();
        for role in roles {
            delegated.push((role, keys.make(&Signer::Role(role.clone()))?));
        }
        let root = lists::root(&roots, &targets, &snapshot, &timestamp, now);
        site.put(&Signer::Root(1), &root, &roots.iter().collect::<Vec<_>>())?;
        let list = lists::targets(delegated.iter().map(|(role, key)| (*role, key)), now);
        site.put(&Signer::Targets, &list, &[&targets])?;
        // Last: a site that was only half made is none.
        site.finish()?;
        Ok(site)
    }
}
