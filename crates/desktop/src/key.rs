//! `device.key`: 32 random bytes in a file. A phone keeps such a key in its hardware and never hands it out; a computer has no
//! such place, so this is no protection against somebody who copies the whole folder, and is not meant to be.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use hmac::{Hmac, KeyInit, Mac};
use kindway_core::ports::{Entropy, PortError};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{OsEntropy, files};

const LENGTH: usize = 32;

/// The names under which a wrapped key can stand. While one of them is there, a new device key would make it unreadable for ever.
const SLOTS: [&str; 2] = ["vault/a.slot", "vault/b.slot"];

pub(crate) struct DeviceKey {
    pub(crate) folder: PathBuf,
}

impl DeviceKey {
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// HMAC-SHA256 over the label, a zero byte and the bytes: the zero keeps ("ab", "c") and ("a", "bc") apart.
    pub(crate) fn secret(&self, label: &str, bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, PortError> {
        let key = self.read_or_make()?;
        let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice()).map_err(|_| PortError::Refused)?;
        mac.update(label.as_bytes());
        mac.update(&[0]);
        mac.update(bytes);
        Ok(Zeroizing::new(mac.finalize().into_bytes().into()))
    }

    pub(crate) fn forget(&self) -> Result<(), PortError> {
        files::remove(&self.path()).map_err(|_| PortError::Refused)
    }

    fn path(&self) -> PathBuf {
        self.folder.join("device.key")
    }

    fn read_or_make(&self) -> Result<Zeroizing<[u8; LENGTH]>, PortError> {
        match fs::read(self.path()).map(Zeroizing::new) {
            Ok(bytes) => match bytes.as_slice().try_into() {
                Ok(key) => Ok(Zeroizing::new(key)),
                // A file of another length is no key that this program wrote; it is replaced only where nothing hangs on it.
                Err(_) => self.make(),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.make(),
            Err(_) => Err(PortError::Refused),
        }
    }

    fn make(&self) -> Result<Zeroizing<[u8; LENGTH]>, PortError> {
        // A slot that is there but cannot be looked at counts as there.
        if SLOTS.iter().any(|slot| self.folder.join(slot).try_exists().unwrap_or(true)) {
            return Err(PortError::KeyLost);
        }
        let mut key = Zeroizing::new([0; LENGTH]);
        OsEntropy.fill(key.as_mut())?;
        files::write_private(&self.path(), key.as_slice()).map_err(|_| PortError::Refused)?;
        Ok(key)
    }
}
