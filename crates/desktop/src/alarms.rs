//! `reminders.json`: the planned reminders, as a phone's own alarm list would hold them.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use kindway_core::ports::{Alarm, PortError};

use crate::files;

pub(crate) struct AlarmList {
    path: PathBuf,
}

impl AlarmList {
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { path: folder.join("reminders.json") }
    }

    /// The planned reminders, soonest first. A file that cannot be understood is kept under another name and counts as empty:
    /// the core plans everything anew at its next change, but another space's reminders stand only in that file.
    pub(crate) fn read(&self) -> Result<Vec<Alarm>, PortError> {
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(_) => return Err(PortError::Refused),
        };
        match serde_json::from_slice(&bytes) {
            Ok(alarms) => Ok(alarms),
            Err(_) => files::keep_aside(&self.path).map(|_| Vec::new()).map_err(|_| PortError::Refused),
        }
    }

    /// Takes out what the open space owned and puts in its new plan, in one write.
    pub(crate) fn replace(&self, owned: &[String], planned: &[Alarm]) -> Result<(), PortError> {
        let before = self.read()?;
        let stays = |alarm: &Alarm| !owned.contains(&alarm.id) && planned.iter().all(|new| new.id != alarm.id);
        let mut after: Vec<Alarm> = before.iter().filter(|alarm| stays(alarm)).chain(planned).cloned().collect();
        after.sort_by(|one, other| (one.at, &one.id).cmp(&(other.at, &other.id)));
        if after == before {
            return Ok(());
        }
        let bytes = serde_json::to_vec_pretty(&after).map_err(|_| PortError::Refused)?;
        files::write_private(&self.path, &bytes).map_err(|_| PortError::Refused)
    }

    /// Deletes the list, what could not be understood of earlier ones, and what a cut-short write left.
    pub(crate) fn clear(&self) -> Result<(), PortError> {
        let folder = self.path.parent().ok_or(PortError::Refused)?;
        let entries = match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries.map_err(|_| PortError::Refused)?,
        };
        for entry in entries {
            let path = entry.map_err(|_| PortError::Refused)?.path();
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("reminders.")) {
                files::remove(&path).map_err(|_| PortError::Refused)?;
            }
        }
        Ok(())
    }
}
