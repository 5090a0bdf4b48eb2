//! A disk that is full, and has room again.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use clap::Args;
use kindway_crash::{Life, Spaces};

use crate::{App, Result, advance, lock::Phone, open, say, update};

/// How much room is left: from none to more than any change needs.
const ROOM: u64 = 1024;
const STEPS: u64 = 48;

#[derive(Args)]
pub(crate) struct Disk {
    #[command(flatten)]
    app: App,
    /// The disk
    #[arg(long)]
    disk: PathBuf,
    /// A folder on another disk, for what is to be looked at
    #[arg(long)]
    out: PathBuf,
}

impl Disk {
    /// Takes all room but so many bytes.
    fn fill(&self, room: u64) -> Result {
        let wrong = |error: io::Error| format!("the disk cannot be filled: {error}");
        let mut file = File::create(self.ballast()).map_err(wrong)?;
        let block = [0; 1024];
        let mut taken: u64 = 0;
        loop {
            match file.write(&block) {
                Ok(0) => break,
                Ok(more) => taken += more as u64,
                Err(error) if error.kind() == io::ErrorKind::StorageFull => break,
                Err(error) => return Err(wrong(error)),
            }
        }
        file.set_len(taken.saturating_sub(room)).map_err(wrong)
    }

    fn free(&self) -> Result {
        match fs::remove_file(self.ballast()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(format!("the disk cannot be freed: {error}")),
            _ => Ok(()),
        }
    }

    fn ballast(&self) -> PathBuf {
        self.disk.join("ballast")
    }

    fn on(&self, folder: &str) -> App {
        App { folder: self.disk.join(folder), ..self.app.clone() }
    }

    /// Hands over a copy of a closed app's folder, and says its name.
    fn leave(&self, app: &App, name: &str) -> Result {
        copy(&app.folder, &self.out.join(name)).map_err(|error| format!("{name} cannot be copied: {error}"))?;
        say(&format!("left {name}"));
        Ok(())
    }
}

pub(crate) fn vault(disk: &Disk) -> Result {
    let app = disk.on("app");
    let mut life = Life::default();
    for step in 0..STEPS {
        let room = step * ROOM;
        first_start(disk, room * 6)?;
        let door = app.door()?;
        open(&door)?;
        disk.fill(room)?;
        let mut was_refused = false;
        for _ in 0..9 {
            life = advance(&door, &life, |tries| {
                was_refused = true;
                disk.free()?;
                if tries > 1 { Err("it is refused although there is room".into()) } else { Ok(()) }
            })?;
            if was_refused {
                break;
            }
        }
        drop(door);
        disk.free()?;
        disk.leave(&app, &format!("vault-{}-{room}", life.done))?;
    }
    Ok(())
}

/// A phone that is full when the app is opened for the first time.
fn first_start(disk: &Disk, room: u64) -> Result {
    let app = disk.on("first");
    disk.fill(room)?;
    let door = app.door()?;
    if let Err(why) = open(&door) {
        say(&format!("not opened: {why}"));
    }
    drop(door);
    disk.free()?;
    let door = app.door()?;
    open(&door)?;
    drop(door);
    disk.leave(&app, &format!("first-0-{room}"))?;
    fs::remove_dir_all(&app.folder).map_err(|error| error.to_string())
}

/// Up to the first step of the row that needs no room that another has not needed.
const LOCK_STEPS: u64 = 26;
/// Less than a journal, than a slot, than a second space, and more than all.
const LOCK_ROOMS: [u64; 7] = [0, 1, 5, 24, 100, 261, 400];

pub(crate) fn lock(disk: &Disk) -> Result {
    let app = disk.on("app");
    for room in LOCK_ROOMS.map(|room| room * ROOM) {
        let mut spaces = Spaces::default();
        let mut phone = Phone::start(&app, &spaces)?;
        while spaces.done < LOCK_STEPS {
            disk.fill(room)?;
            let mut was_refused = false;
            spaces = phone.advance(&spaces, |tries| {
                was_refused = true;
                disk.free()?;
                if tries > 1 { Err("it is refused although there is room".into()) } else { Ok(()) }
            })?;
            if was_refused || spaces.done == LOCK_STEPS {
                drop(phone);
                disk.leave(&app, &format!("lock-{}-{room}", spaces.done))?;
                disk.free()?;
                phone = Phone::start(&app, &spaces)?;
            }
        }
        drop(phone);
        fs::remove_dir_all(&app.folder).map_err(|error| error.to_string())?;
    }
    Ok(())
}

pub(crate) fn content(disk: &Disk, trust: &Path) -> Result {
    for step in 0..STEPS {
        let room = step * 4 * ROOM;
        let app = disk.on("app");
        let door = app.door_with_updates(trust)?;
        open(&door)?;
        disk.fill(room)?;
        let updated = update(&door)?;
        drop(door);
        disk.leave(&app, &format!("content-{}-{room}", if updated { "new" } else { "old" }))?;
        disk.free()?;
        let door = app.door_with_updates(trust)?;
        if !update(&door)? {
            return Err("it is not updated although there is room".into());
        }
        drop(door);
        disk.leave(&app, &format!("content-new-{room}-again"))?;
        fs::remove_dir_all(&app.folder).map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
