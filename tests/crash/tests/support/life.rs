//! Looking at what is left of what is hers.

use std::path::Path;

use kindway_core::{
    api::{Nothing, Request, Response},
    ports::AlarmHealth,
    vault::Vault,
};
use kindway_crash::{Hers, Life, NOW, ask};
use kindway_desktop::{DesktopDevice, Door, OsEntropy, SetClock, SystemClock};

use super::{child, content};

/// Opens the app as it would be opened next.
pub fn open(folder: &Path) -> Door {
    let (folder, clock) = (folder.to_owned(), SetClock(NOW.parse().expect("a moment")));
    Door::new(move || kindway_desktop::start(folder.clone(), content::little_seed().to_vec(), clock))
}

/// After so many changes, and as it may be if one more had begun.
pub struct Promised {
    pub acknowledged: Life,
    pub begun: bool,
}

impl Promised {
    /// From what a child said that went on after `before`.
    pub fn after(before: &Life, said: &[String]) -> Self {
        let number = |word| child::last(said, word).and_then(|rest| rest.split(' ').next()?.parse::<u64>().ok());
        let mut acknowledged = before.clone();
        while number("done").is_some_and(|done| acknowledged.done < done) {
            acknowledged = acknowledged.and_next();
        }
        let begun = number("doing").is_some_and(|doing| doing > acknowledged.done);
        Self { acknowledged, begun }
    }
}

/// Looks for everything that was promised, and says how far her life has come.
pub fn look(folder: &Path, promised: &Promised) -> Result<Life, String> {
    let _nothing_starts = child::looking();
    if ["a", "b"].iter().all(|side| folder.join(format!("vault/{side}.slot")).exists()) {
        closed(folder)?;
    }
    let door = open(folder);
    let Response::Open(opened) = ask(&door, Request::Open(Nothing {}))? else { return Err("not opened".into()) };
    if let Some(trouble) = opened.trouble {
        return Err(format!("it opens with {}", trouble.name()));
    }
    let Response::Reminders(reminders) = ask(&door, Request::Reminders(Nothing {}))? else {
        return Err("no reminders".into());
    };
    if reminders.health == AlarmHealth::Broken {
        return Err("its reminders are broken".into());
    }
    let planned = DesktopDevice::in_folder(folder).planned().map_err(|error| error.to_string())?;
    if planned.len() != reminders.planned.len() {
        return Err(format!("{} reminders are shown and {} planned", reminders.planned.len(), planned.len()));
    }
    let hers = Hers::of(&door)?;
    let Promised { acknowledged, begun } = promised;
    if hers == acknowledged.hers {
        return Ok(acknowledged.clone());
    }
    let next = acknowledged.and_next();
    if *begun && hers == next.hers {
        return Ok(next);
    }
    let began = if *begun { format!("with {:?} begun", acknowledged.next()) } else { "with nothing begun".into() };
    Err(format!("after {} changes, {began}: {}", acknowledged.done, hers.other_than(&acknowledged.hers)))
}

/// The file itself, and whether every reminder that the phone holds is known to be hers: one that is not would ring for ever.
fn closed(folder: &Path) -> Result<(), String> {
    let device = DesktopDevice::in_folder(folder);
    let vault = Vault::open(folder, &device, &SystemClock, &OsEntropy)
        .map_err(|closed| format!("the vault: {}", closed.why.code.name()))?;
    let ask = |sql: &str| -> Result<Vec<String>, String> {
        let rows = vault.read().prepare(sql).and_then(|mut ask| ask.query_map([], |row| row.get(0))?.collect());
        rows.map_err(|error| format!("{sql}: {error}"))
    };
    let health = ask("PRAGMA integrity_check")?;
    if health != ["ok"] {
        return Err(format!("integrity_check of the vault: {health:?}"));
    }
    let owned = ask("SELECT id FROM alarm")?;
    let planned = device.planned().map_err(|error| error.to_string())?;
    match planned.iter().find(|alarm| !owned.contains(&alarm.id)) {
        Some(alarm) => Err(format!("the phone holds a reminder that is nobody's: {alarm:?}")),
        None => Ok(()),
    }
}
