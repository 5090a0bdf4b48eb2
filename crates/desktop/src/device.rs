//! The phone, played by a computer.

use std::{
    path::Path,
    sync::{Mutex, PoisonError},
};

use kindway_core::ports::{Alarm, AlarmHealth, Connection, Device, PortError};
use zeroize::Zeroizing;

use crate::{alarms::AlarmList, files, key::DeviceKey};

/// A software stand-in for the phone's alarms and its hardware key, all of it in one folder. Only what she saves herself goes among
/// her downloads.
///
/// | file | what |
/// | --- | --- |
/// | `device.key` | 32 random bytes in place of the key that a phone never hands out |
/// | `reminders.json` | the planned reminders; nothing rings, they can only be looked at |
pub struct DesktopDevice {
    key: DeviceKey,
    alarms: AlarmList,
    last_rung: Mutex<Option<String>>,
    connection: Connection,
}

impl DesktopDevice {
    /// The device of a data folder. Nothing is written before it is first needed.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            key: DeviceKey::in_folder(folder),
            alarms: AlarmList::in_folder(folder),
            last_rung: Mutex::new(None),
            connection: Connection::Free,
        }
    }

    /// The same, connected otherwise than a computer is.
    #[must_use]
    pub fn connected(self, connection: Connection) -> Self {
        Self { connection, ..self }
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
        self.key.forget()
    }

    fn owner_check(&self) -> bool {
        false
    }

    fn owner_secret(&self, _: &[u8]) -> Result<Zeroizing<[u8; 32]>, PortError> {
        Err(PortError::Refused)
    }

    fn forget_owner_secret(&self) -> Result<(), PortError> {
        Ok(())
    }

    fn save(&self, name: &str, bytes: &[u8]) -> Result<String, PortError> {
        let folder = files::download_folder().ok_or(PortError::Refused)?;
        let path = files::write_beside(&folder, name, bytes).map_err(|_| PortError::Refused)?;
        Ok(path.display().to_string())
    }
}

#[cfg(test)]
mod tests;
