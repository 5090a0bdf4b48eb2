//! The phone, played by a computer.

use std::{
    path::Path,
    sync::{Mutex, PoisonError},
};

use kindway_core::ports::{Alarm, AlarmHealth, Connection, Device, PortError};
use zeroize::Zeroizing;

use crate::{OwnerSays, alarms::AlarmList, files, key::DeviceKey, owner::StandInOwner};

/// A software stand-in for the phone's alarms, its hardware key and, where one is wanted, its own lock, all of it in one folder. Only what
/// she saves herself goes among her downloads.
///
/// | file | what |
/// | --- | --- |
/// | `device.key` | 32 random bytes in place of the key that a phone never hands out |
/// | `reminders.json` | the planned reminders; nothing rings, they can only be looked at |
/// | `stand-in-owner.key` | 32 random bytes in place of the key of the phone's own lock, once that was used |
pub struct DesktopDevice {
    key: DeviceKey,
    alarms: AlarmList,
    last_rung: Mutex<Option<String>>,
    connection: Connection,
    owner: Option<StandInOwner>,
}

impl DesktopDevice {
    /// The device of a data folder. Nothing is written before it is first needed.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            key: DeviceKey::in_folder(folder),
            alarms: AlarmList::in_folder(folder),
            last_rung: Mutex::new(None),
            connection: Connection::Free,
            owner: None,
        }
    }

    /// The same, connected otherwise than a computer is.
    #[must_use]
    pub fn connected(self, connection: Connection) -> Self {
        Self { connection, ..self }
    }

    /// The same, with a stand-in for a phone's own lock, which says so whenever it is asked.
    #[must_use]
    pub fn with_stand_in_owner(self, says: impl Fn() -> OwnerSays + Send + 'static) -> Self {
        Self { owner: Some(StandInOwner::in_folder(&self.key.folder, says)), ..self }
    }

    /// Every reminder that is planned, of whichever space, soonest first.
    ///
    /// # Errors
    /// [`PortError::Refused`] when the file cannot be read.
    pub fn planned(&self) -> Result<Vec<Alarm>, PortError> {
        self.alarms.read()
    }

    /// The text of the last test reminder since the start.
    pub fn last_rung(&self) -> Option<String> {
        self.last_rung.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Device for DesktopDevice {
    fn replace(&self, owned: &[String], reminders: &[Alarm]) -> Result<(), PortError> {
        self.alarms.replace(owned, reminders)
    }

    fn clear(&self) -> Result<(), PortError> {
        self.alarms.clear()
    }

    fn alarm_health(&self) -> AlarmHealth {
        AlarmHealth::KeptOnly
    }

    fn connection(&self) -> Connection {
        self.connection
    }

    fn ring_now(&self, text: &str) -> Result<(), PortError> {
        *self.last_rung.lock().unwrap_or_else(PoisonError::into_inner) = Some(text.to_owned());
        Ok(())
    }

    fn device_secret(&self, label: &str, bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, PortError> {
        self.key.secret(label, bytes)
    }

    fn forget_secret(&self) -> Result<(), PortError> {
        self.forget_owner_secret()?;
        self.key.forget()
    }

    fn owner_check(&self) -> bool {
        self.owner.is_some()
    }

    fn owner_secret(&self, bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, PortError> {
        let key = self.owner.as_ref().ok_or(PortError::Refused)?.key()?;
        let both = Zeroizing::new([key.as_slice(), bytes].concat());
        self.key.secret("stand-in owner", &both)
    }

    fn forget_owner_secret(&self) -> Result<(), PortError> {
        self.owner.as_ref().map_or(Ok(()), StandInOwner::forget)
    }

    fn save(&self, name: &str, bytes: &[u8]) -> Result<String, PortError> {
        let folder = files::download_folder().ok_or(PortError::Refused)?;
        let path = files::write_beside(&folder, name, bytes).map_err(|_| PortError::Refused)?;
        Ok(path.display().to_string())
    }
}

#[cfg(test)]
mod tests;
