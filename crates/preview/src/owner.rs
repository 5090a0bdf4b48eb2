//! `--stand-in-owner FILE`: a stand-in for the phone's own lock, which no computer has here. It asks nobody: FILE says `yes`, `no` or
//! `lost`, and is read whenever she would be asked.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use kindway_core::ports::{Alarm, AlarmHealth, Connection, Device, Entropy, PortError};
use kindway_desktop::{DesktopDevice, OsEntropy};
use zeroize::Zeroizing;

/// The computer in a phone's place, with such a lock if a file plays it.
pub(crate) struct StandIn {
    device: DesktopDevice,
    says: Option<PathBuf>,
    /// Stands for the key that a phone hands out to its owner alone. Here it protects nothing.
    key: PathBuf,
}

impl StandIn {
    pub(crate) fn new(device: DesktopDevice, folder: &Path, says: Option<PathBuf>) -> Self {
        Self { device, says, key: folder.join("stand-in-owner.key") }
    }
}

impl Device for StandIn {
    fn owner_check(&self) -> bool {
        self.says.is_some()
    }

    fn owner_secret(&self, bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, PortError> {
        let said = self.says.as_ref().and_then(|says| fs::read_to_string(says).ok()).unwrap_or_default();
        match said.trim() {
            "yes" => {}
            "lost" => return Err(PortError::KeyLost),
            _ => return Err(PortError::NotConfirmed),
        }
        let key = match fs::read(&self.key) {
            Ok(key) => key,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let mut key = vec![0; 32];
                OsEntropy.fill(&mut key)?;
                fs::write(&self.key, &key).map_err(|_| PortError::Refused)?;
                key
            }
            Err(_) => return Err(PortError::Refused),
        };
        self.device.device_secret("stand-in owner", &[key.as_slice(), bytes].concat())
    }

    fn forget_owner_secret(&self) -> Result<(), PortError> {
        match fs::remove_file(&self.key) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(PortError::Refused),
            _ => Ok(()),
        }
    }

    fn forget_secret(&self) -> Result<(), PortError> {
        self.forget_owner_secret()?;
        self.device.forget_secret()
    }

    fn replace(&self, owned: &[String], reminders: &[Alarm]) -> Result<(), PortError> {
        self.device.replace(owned, reminders)
    }

    fn clear(&self) -> Result<(), PortError> {
        self.device.clear()
    }

    fn alarm_health(&self) -> AlarmHealth {
        self.device.alarm_health()
    }

    fn ring_now(&self, text: &str) -> Result<(), PortError> {
        self.device.ring_now(text)
    }

    fn device_secret(&self, label: &str, bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, PortError> {
        self.device.device_secret(label, bytes)
    }

    fn save(&self, name: &str, bytes: &[u8]) -> Result<String, PortError> {
        self.device.save(name, bytes)
    }

    fn connection(&self) -> Connection {
        self.device.connection()
    }
}
