//! Looking at what is left of the content.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

use chrono::DateTime;
use kindway_content::delta::Expected;
use kindway_core::{
    api::{Nothing, Request, Response},
    updates,
};
use kindway_crash::ask;
use kindway_desktop::{Door, SetClock};
use kindway_sync::Floors;
use kindway_updates::Reach;
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;

use super::{
    child,
    published::{Host, Published},
};

/// A build of the app and the host that it asks.
pub struct Build {
    pub published: Arc<Published>,
    pub host: Host,
    pub seed: PathBuf,
    pub trust: PathBuf,
}

impl Build {
    /// Its files stand in this folder.
    pub fn new(published: &Arc<Published>, host: Host, folder: &Path) -> Self {
        let (seed, trust) = (folder.join("content.seed"), folder.join("trust.json"));
        fs::write(&seed, &published.seed).expect("written");
        fs::write(&trust, published.trust(&host)).expect("written");
        Self { published: published.clone(), host, seed, trust }
    }

    pub fn command(&self, folder: &Path, times: Option<u64>) -> std::process::Command {
        let mut command = child::command("content", folder, &self.seed);
        command.arg("--trust").arg(&self.trust).args(["--now", &self.published.now]);
        if let Some(times) = times {
            command.args(["--times", &times.to_string()]);
        }
        command
    }

    /// Opens the app as it would be opened next.
    pub fn open(&self, folder: &Path) -> Arc<Door> {
        let clock = SetClock(self.published.now.parse().expect("a moment"));
        let trust = self.published.trust(&self.host);
        let options = kindway_desktop::updates(folder, &trust, clock).expect("what ships can be read");
        let (folder, seed) = (folder.to_owned(), self.published.seed.clone());
        Door::with_updates(move || kindway_desktop::start(folder.clone(), seed.clone(), clock), options)
    }
}

/// What was promised of the content of a phone.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The edition that it said it has.
    pub edition: usize,
    /// The highest floors that were ever in force.
    pub floors: Floors,
}

impl Kept {
    /// Nothing but what ships.
    pub fn shipped(published: &Published) -> Self {
        Self { edition: 0, floors: published.editions[0].floors.clone() }
    }

    /// After what a child said: each edition that it said is done is promised, with its floors.
    pub fn after(&self, published: &Published, said: &[String]) -> Result<Self, String> {
        let mut kept = self.clone();
        for id in said.iter().filter_map(|line| line.strip_prefix("done ")) {
            let edition = published.editions.iter().position(|edition| edition.id == id);
            let edition = edition.ok_or_else(|| format!("it says that it has {id}, which nobody published"))?;
            kept.edition = kept.edition.max(edition);
            kept.floors = kept.floors.highest(published.editions[edition].floors.clone());
        }
        Ok(kept)
    }
}

/// Looks for everything that was promised, and says what is there now.
pub fn look(build: &Build, folder: &Path, kept: &Kept) -> Result<Kept, String> {
    let _nothing_starts = child::looking();
    // The app is the first to open what is left: whoever opens a database heals it.
    let door = build.open(folder);
    let edition = edition(build, &door)?;
    drop(door);
    whole(folder)?;
    let floors = not_lower(&build.published, folder, &kept.floors)?;
    if edition < kept.edition {
        return Err(format!("it said that it has edition {}, and has edition {edition}", kept.edition));
    }
    Ok(Kept { edition, floors })
}

/// Looks again once `content.db` was damaged or is gone: an older edition is no lie then, but lower floors would let one in.
pub fn look_after_damage(build: &Build, folder: &Path, kept: &Kept) -> Result<(), String> {
    let _nothing_starts = child::looking();
    let gone = !folder.join("content.db").exists();
    let door = build.open(folder);
    let Response::Open(_) = ask(&door, Request::Open(Nothing {}))? else { return Err("not opened".into()) };
    // Nothing of what was there may find its way into what is built anew.
    if gone && edition(build, &door)? != 0 {
        return Err("what was built anew is not what ships".into());
    }
    // The floors in it may be what was damaged. The other copy holds, and the next update mends them.
    none_fell(&kept.floors, floors(&build.published, folder)?.in_force)?;
    // What is damaged may look whole until it is needed; then it is built anew first, and that is said.
    let mut stands = sync(&door)?;
    if stands.trouble.is_some() {
        stands = sync(&door)?;
    }
    let (edition, newest) = (edition(build, &door)?, build.host.edition());
    if edition != newest || stands.trouble.is_some() {
        return Err(format!("edition {newest} is published, and here is {edition}, with {:?}", stands.trouble));
    }
    drop(door);
    whole(folder)?;
    not_lower(&build.published, folder, &kept.floors.clone().highest(build.published.editions[newest].floors.clone()))?;
    Ok(())
}

/// Looks for something new with the app open, and looks at what came.
pub fn brings_the_newest(build: &Build, folder: &Path, kept: &Kept) -> Result<(), String> {
    let _nothing_starts = child::looking();
    let door = build.open(folder);
    let stands = sync(&door)?;
    let (edition, newest) = (edition(build, &door)?, build.host.edition());
    if edition != newest || stands.trouble.is_some() {
        return Err(format!("edition {newest} is published, and here is {edition}, with {:?}", stands.trouble));
    }
    drop(door);
    not_lower(&build.published, folder, &kept.floors)?;
    Ok(())
}

fn sync(door: &Door) -> Result<updates::Updates, String> {
    let mut now = Request::UpdatesNow(updates::Ask { large: true });
    loop {
        let (Response::UpdatesNow(stands) | Response::Updates(stands)) = ask(door, now)? else {
            return Err("not about updates".into());
        };
        if stands.doing.is_none() {
            return Ok(stands);
        }
        thread::sleep(Duration::from_millis(1));
        now = Request::Updates(Nothing {});
    }
}

/// Which edition an open app has, by what it reads now, not by what it wrote down.
fn edition(build: &Build, door: &Arc<Door>) -> Result<usize, String> {
    let Response::Open(_) = ask(door, Request::Open(Nothing {}))? else { return Err("not opened".into()) };
    let part = |role| door.part(role).map(|bytes| Expected::of(&bytes)).ok_or_else(|| format!("{role} cannot be read"));
    let published = &build.published;
    let parts: Result<BTreeMap<_, _>, String> =
        published.roles.iter().map(|role| Ok((role.to_string(), part(role)?))).collect();
    let parts = parts?;
    published.edition_of(&parts).ok_or_else(|| {
        let of: Vec<_> = parts
            .iter()
            .map(|(role, part)| {
                (role, published.editions.iter().position(|edition| edition.parts.get(role) == Some(part)))
            })
            .collect();
        format!("what is there is no edition; its parts are of the editions {of:?}")
    })
}

/// The file itself. One that is not there yet, or not any more, is built by the next start.
fn whole(folder: &Path) -> Result<(), String> {
    let Some(db) = database(folder) else { return Ok(()) };
    let health: Result<String, _> = db.query_row("PRAGMA integrity_check", [], |row| row.get(0));
    match health.map_err(|error| format!("content.db: {error}"))?.as_str() {
        "ok" => Ok(()),
        trouble => Err(format!("integrity_check of content.db: {trouble}")),
    }
}

fn database(folder: &Path) -> Option<Connection> {
    let path = folder.join("content.db");
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    path.is_file().then(|| Connection::open_with_flags(path, flags).ok()).flatten()
}

/// Where floors stand.
pub struct Standing {
    /// An error where they are damaged.
    pub in_database: Result<Option<Floors>, String>,
    pub in_file: Option<Floors>,
    /// The highest of those that shipped, those two as far as they can be read, and of the signed files that are kept.
    pub in_force: Floors,
}

/// The floors of a closed app.
pub fn floors(published: &Published, folder: &Path) -> Result<Standing, String> {
    let in_database: Option<String> =
        database(folder).and_then(|db| db.query_row("SELECT floors FROM edition", [], |row| row.get(0)).ok()).flatten();
    let in_database =
        in_database.map(|text| Floors::read(text.as_bytes()).map_err(|error| error.to_string())).transpose();
    let in_file = match fs::read(folder.join("updates/floors.json")) {
        Ok(text) => Some(Floors::read(&text).map_err(|error| format!("floors.json: {error}"))?),
        Err(_) => None,
    };
    let shipped = published.editions[0].floors.clone();
    let signed = signed(folder, &shipped)?;
    let in_force = [in_database.as_ref().ok().and_then(Option::as_ref), in_file.as_ref()]
        .into_iter()
        .flatten()
        .fold(signed.highest(shipped), |force, floors| force.highest(floors.clone()));
    Ok(Standing { in_database, in_file, in_force })
}

/// What is signed and kept is a floor by itself: the specification lets nothing come that is older.
fn signed(folder: &Path, shipped: &Floors) -> Result<Floors, String> {
    let file = |name: &str| -> Result<Value, String> {
        let Ok(text) = fs::read(folder.join("updates").join(name)) else { return Ok(Value::Null) };
        let file: Value = serde_json::from_slice(&text).map_err(|error| format!("{name}: {error}"))?;
        Ok(file["signed"].clone())
    };
    let (timestamp, snapshot) = (file("timestamp.json")?, file("snapshot.json")?);
    let mut floors = shipped.clone();
    let version = |of: &Value| of["version"].as_u64().unwrap_or_default();
    floors.timestamp = version(&timestamp);
    floors.snapshot = version(&snapshot);
    let moment = timestamp["signed-at"].as_str().and_then(|moment| DateTime::parse_from_rfc3339(moment).ok());
    floors.signed_at = moment.and_then(|moment| u64::try_from(moment.timestamp()).ok()).unwrap_or_default();
    for (name, meta) in snapshot["meta"].as_object().into_iter().flatten() {
        match name.strip_suffix(".json").unwrap_or(name) {
            "targets" => floors.targets = version(meta),
            role => drop(floors.roles.insert(role.to_owned(), version(meta))),
        }
    }
    Ok(floors)
}

fn not_lower(published: &Published, folder: &Path, before: &Floors) -> Result<Floors, String> {
    let now = floors(published, folder)?;
    now.in_database?;
    none_fell(before, now.in_force)
}

fn none_fell(before: &Floors, now: Floors) -> Result<Floors, String> {
    // Nothing was rotated: the highest of both is what is there now, or something fell.
    if now.clone().highest(before.clone()) == now {
        return Ok(now);
    }
    Err(format!("a floor fell, from\n{before:?}\nto\n{now:?}"))
}
