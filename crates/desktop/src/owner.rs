//! A stand-in for the phone's own lock, which no computer has here. It asks nobody: whoever starts it says what the owner would say.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use kindway_core::ports::{Entropy, PortError};
use zeroize::Zeroizing;

use crate::{OsEntropy, files};

/// What a phone that asks its owner comes back with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnerSays {
    /// Its owner.
    Yes,
    /// Somebody else, or nobody.
    No,
    /// It has dropped the key: another finger was added, or the phone's own lock was taken off.
    Lost,
}

/// `stand-in-owner.key`: 32 random bytes in place of the key that a phone hands out to its owner alone. Here it protects nothing.
pub(crate) struct StandInOwner {
    says: Box<dyn Fn() -> OwnerSays + Send>,
    key: PathBuf,
}

impl StandInOwner {
    pub(crate) fn in_folder(folder: &Path, says: impl Fn() -> OwnerSays + Send + 'static) -> Self {
        Self { says: Box::new(says), key: folder.join("stand-in-owner.key") }
    }

    /// The key, if the owner says so; made where there is none.
    pub(crate) fn key(&self) -> Result<Zeroizing<Vec<u8>>, PortError> {
        match (self.says)() {
            OwnerSays::Yes => {}
            OwnerSays::No => return Err(PortError::NotConfirmed),
            OwnerSays::Lost => return Err(PortError::KeyLost),
        }
        match fs::read(&self.key).map(Zeroizing::new) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let mut key = Zeroizing::new(vec![0; 32]);
                OsEntropy.fill(&mut key)?;
                files::write_private(&self.key, &key).map_err(|_| PortError::Refused)?;
                Ok(key)
            }
            key => key.map_err(|_| PortError::Refused),
        }
    }

    pub(crate) fn forget(&self) -> Result<(), PortError> {
        files::remove(&self.key).map_err(|_| PortError::Refused)
    }
}
