//! Looking at what is left of two spaces and of their locks.

use std::path::{Path, PathBuf};

use kindway_core::{
    api::{Nothing, Request, Response},
    error::Code,
    lock::{Lock, NewPin, Typed},
    ports::AlarmHealth,
};
use kindway_crash::{
    Hers, LONGEST_WAIT, NOW, Spaces, Step, WRONG, Watch, ask,
    slot::{self, SIDES},
    wait_after,
};
use kindway_desktop::{DesktopDevice, Door};

use super::{
    child, content,
    room::{self, Tree},
};

/// After so many steps, and as it may be if one more had begun.
pub struct Promised {
    pub acknowledged: Spaces,
    pub begun: bool,
    /// How many seconds the next PIN has to wait at least, where that was said and nothing since may have changed it.
    pub wait: u32,
    /// Whether the file of the wrong PINs could be written: one that cannot must not lock her out.
    pub guesses_count: bool,
}

impl Promised {
    /// From what a child said that went on after `before`.
    pub fn after(before: &Spaces, said: &[String]) -> Self {
        let numbers = |word| -> Vec<u64> {
            let rest = child::last(said, word).unwrap_or_default();
            rest.split(' ').filter_map(|number| number.parse().ok()).collect()
        };
        let (done, doing) = (numbers("done"), numbers("doing"));
        let mut acknowledged = before.clone();
        while done.first().is_some_and(|done| acknowledged.done < *done) {
            acknowledged = acknowledged.and_next();
        }
        let begun = doing.first().is_some_and(|doing| *doing > acknowledged.done);
        let guessed = begun && acknowledged.next().is_some_and(Step::is_a_guess);
        let wait = done.get(1).filter(|_| !guessed).and_then(|wait| u32::try_from(*wait).ok()).unwrap_or_default();
        Self { acknowledged, begun, wait, guesses_count: true }
    }

    /// How many wrong PINs count before the next step is done. A right one in it forgives all but six at once.
    fn wrong_at_least(&self) -> u32 {
        let next = self.acknowledged.next().filter(|next| self.begun && next.is_a_guess() && *next != Step::WrongPin);
        next.map_or(self.acknowledged.wrong, |_| self.acknowledged.wrong.min(6))
    }

    /// What the phone's own lock may open. Whatever ends it, or begins it anew, has the phone forget the owner's key before anything else.
    fn owners(&self, spaces: &Spaces) -> Vec<Option<usize>> {
        let Self { acknowledged, begun, .. } = self;
        let step = acknowledged.next().filter(|_| *begun);
        match step {
            None => vec![spaces.owners],
            Some(step) if spaces.done > acknowledged.done => {
                // Where the phone does not forget it, it opens a space with nothing in it.
                let not_forgotten = matches!(step, Step::SpaceErased(_)) && !self.guesses_count;
                [Some(spaces.owners), not_forgotten.then_some(acknowledged.owners)].into_iter().flatten().collect()
            }
            Some(Step::OwnerOn(at)) => vec![acknowledged.owners, None, Some(at)],
            Some(_) => vec![acknowledged.owners, acknowledged.and_next().owners],
        }
    }

    /// Where writing failed, or there was no room.
    pub fn but_guesses(self) -> Self {
        Self { wait: 0, guesses_count: false, ..self }
    }
}

/// Looks for everything that was promised, on a copy, so that the app itself has to finish or take back what was begun. Says how far
/// the spaces have come.
pub fn look(folder: &Path, promised: &Promised) -> Result<Spaces, String> {
    let left = room::read(folder).map_err(|error| error.to_string())?;
    look_at(&left, promised)
}

fn look_at(left: &Tree, promised: &Promised) -> Result<Spaces, String> {
    let Promised { acknowledged, begun, .. } = promised;
    let next = begun.then(|| acknowledged.and_next());
    let not_begun = match Look::at(left, acknowledged, promised).and_then(|look| look.all(acknowledged, next.as_ref()))
    {
        Ok(owners) => {
            // A step that changes nothing else is done once this is.
            let done = next.as_ref().filter(|next| owners == next.owners && owners != acknowledged.owners);
            let changes_no_more = matches!(acknowledged.next(), Some(Step::OwnerOn(_) | Step::OwnerOff));
            let stands = done.filter(|_| changes_no_more).unwrap_or(acknowledged);
            return Ok(Spaces { owners, ..stands.clone() });
        }
        Err(why) => format!("after {} steps: {why}", acknowledged.done),
    };
    let (Some(next), Some(step)) = (next, acknowledged.next()) else { return Err(not_begun) };
    match Look::at(left, &next, promised).and_then(|look| look.all(&next, Some(acknowledged))) {
        Ok(owners) => Ok(Spaces { owners, ..next }),
        Err(why) => Err(format!("{not_begun}\nwith {step:?} begun: {why}")),
    }
}

/// One look at a copy: are these the spaces?
struct Look<'p> {
    folder: PathBuf,
    _room: tempfile::TempDir,
    promised: &'p Promised,
    watch: Watch,
    door: Door,
}

impl<'p> Look<'p> {
    fn at(left: &Tree, spaces: &Spaces, promised: &'p Promised) -> Result<Self, String> {
        slot::keep_quiet()?;
        let room = room::room();
        let folder = room.path().join("app");
        room::write(left, &folder).map_err(|error| error.to_string())?;
        let watch = Watch::at(NOW.parse().expect("a moment"), promised.acknowledged.done);
        let (door_folder, clock) = (folder.clone(), watch.clone());
        let door = Door::new(move || {
            kindway_crash::start(door_folder.clone(), content::little_seed().to_vec(), clock.clone())
        });
        let look = Self { folder, _room: room, promised, watch, door };
        look.start(spaces)?;
        Ok(look)
    }

    fn start(&self, spaces: &Spaces) -> Result<(), String> {
        match self.trouble()? {
            None if spaces.opens_by_itself() => {}
            Some(Code::Locked) if !spaces.opens_by_itself() => {}
            None => return Err("it opens by itself".into()),
            Some(code) => return Err(format!("it starts with {}", code.name())),
        }
        let wait = self.lock()?.wait;
        if wait < self.promised.wait {
            return Err(format!("the next PIN waits {wait} seconds, and {} were said", self.promised.wait));
        }
        Ok(())
    }

    /// Says which of them the phone's own lock opens.
    fn all(self, spaces: &Spaces, instead_of: Option<&Spaces>) -> Result<Option<usize>, String> {
        let _nothing_starts = child::looking();
        let mut spaces = spaces.clone();
        let guesses = self.promised.acknowledged.next().is_some_and(Step::is_a_guess)
            || Spaces::step(self.promised.acknowledged.done).is_some_and(Step::is_a_guess);
        if self.promised.guesses_count && guesses {
            self.no_guess_is_forgotten(self.promised.wrong_at_least().min(spaces.wrong))?;
        }
        let mut reminders = 0;
        for at in 0..2 {
            reminders += self.space(&spaces, at).map_err(|why| format!("space {at}: {why}"))?;
        }
        // Of an old PIN and a new one exactly one opens it.
        let pins: Vec<&str> = spaces.pins().collect();
        for pin in instead_of.iter().flat_map(|other| other.pins()).filter(|pin| !pins.contains(pin)) {
            match self.unlock(pin)? {
                Some(Code::PinWrong) => {}
                other => return Err(format!("the PIN {pin} must open nothing, and it says {other:?}")),
            }
        }
        let owners = self.owners(&spaces)?;
        let other_made = instead_of.is_some_and(|other| other.each[1].is_some());
        if spaces.each[1].is_none() && other_made && matches!(spaces.next(), Some(Step::SecondSpace)) {
            self.enter(&spaces, 0)?;
            let new = NewPin { current: spaces.pin(0).map(str::to_owned), pin: spaces.next_pin(1), weak: false };
            ask(&self.door, Request::SecondSpace(new))?;
            spaces = spaces.and_next();
        }
        drop(self.door);
        outside(&self.folder)?;
        let planned = DesktopDevice::in_folder(&self.folder).planned().map_err(|error| error.to_string())?;
        let mut owned = Vec::new();
        for space in spaces.each.iter().flatten().filter(|space| !space.damaged) {
            owned.extend(sound(&self.folder, space.pin.as_deref())?);
        }
        // What a space that cannot be read has planned is known to nobody.
        let known_to_all = !spaces.left_reminders && spaces.each.iter().flatten().all(|space| !space.damaged);
        let nobodys = planned.iter().find(|alarm| !owned.contains(&alarm.id));
        match nobodys {
            Some(alarm) if known_to_all => {
                return Err(format!("the phone holds a reminder that is nobody's: {alarm:?}"));
            }
            _ => {}
        }
        let of_both = planned.iter().filter(|alarm| owned.contains(&alarm.id)).count();
        if of_both != reminders {
            return Err(format!("{reminders} reminders are shown in both spaces and {of_both} of them planned"));
        }
        Ok(owners)
    }

    /// Which space the phone's own lock opens, where it may be that one.
    fn owners(&self, spaces: &Spaces) -> Result<Option<usize>, String> {
        self.lock_now()?;
        let opened = match self.door.call(Request::UnlockByOwner(Nothing {})) {
            Ok(_) => Some(Hers::of(&self.door)?),
            Err(error) if error.code == Code::OwnerOff => None,
            Err(error) => return Err(format!("to the phone's own lock it says {}", error.code.name())),
        };
        let may = self.promised.owners(spaces);
        let is_sound = |at: usize| spaces.each[at].as_ref().filter(|space| !space.damaged);
        let Some(hers) = opened else {
            let none = may.iter().any(|owners| owners.and_then(is_sound).is_none());
            return if none { Ok(None) } else { Err("the phone's own lock opens nothing any more".into()) };
        };
        let opens = |at: &usize| is_sound(*at).is_some_and(|space| space.life.hers == hers);
        match may.into_iter().flatten().find(opens) {
            Some(at) => Ok(Some(at)),
            None => Err("the phone's own lock opens what it must not".into()),
        }
    }

    fn no_guess_is_forgotten(&self, wrong: u32) -> Result<(), String> {
        match self.unlock(WRONG)? {
            Some(Code::PinWrong) => {}
            other => return Err(format!("to a wrong PIN it says {other:?}")),
        }
        let (wait, least) = (self.lock()?.wait, wait_after(wrong + 1));
        if wait < least {
            return Err(format!("after {wrong} wrong PINs one more waits {wait} seconds instead of {least}"));
        }
        Ok(())
    }

    /// What is in a space, and how many reminders it shows.
    fn space(&self, spaces: &Spaces, at: usize) -> Result<usize, String> {
        let Some(space) = &spaces.each[at] else { return Ok(0) };
        if let (true, Some(pin)) = (space.damaged, &space.pin) {
            return match self.unlock(pin)? {
                Some(Code::VaultDamaged) => Ok(0),
                other => Err(format!("it is damaged, and its PIN says {other:?}")),
            };
        }
        self.enter(spaces, at)?;
        let hers = Hers::of(&self.door)?;
        if hers != space.life.hers {
            return Err(hers.other_than(&space.life.hers));
        }
        let Response::Reminders(reminders) = ask(&self.door, Request::Reminders(Nothing {}))? else {
            return Err("no reminders".into());
        };
        match reminders.health {
            AlarmHealth::Broken => Err("its reminders are broken".into()),
            _ => Ok(reminders.planned.len()),
        }
    }

    fn enter(&self, spaces: &Spaces, at: usize) -> Result<(), String> {
        let trouble = match spaces.pin(at) {
            Some(pin) => self.unlock(pin)?,
            None => {
                self.lock_now()?;
                self.door.call(Request::UnlockWithout(Nothing {})).err().map(|error| error.code)
            }
        };
        match trouble {
            None => Ok(()),
            Some(code) => Err(format!("it does not open: {}", code.name())),
        }
    }

    /// Tries a PIN after any wait.
    fn unlock(&self, pin: &str) -> Result<Option<Code>, String> {
        self.lock_now()?;
        self.watch.pass(LONGEST_WAIT);
        let typed = Typed { pin: pin.to_owned() };
        Ok(self.door.call(Request::Unlock(typed)).err().map(|error| error.code))
    }

    fn lock_now(&self) -> Result<(), String> {
        match self.trouble()? {
            None => ask(&self.door, Request::LockNow(Nothing {})).map(drop),
            Some(_) => Ok(()),
        }
    }

    fn lock(&self) -> Result<Lock, String> {
        let Response::Lock(lock) = ask(&self.door, Request::Lock(Nothing {}))? else {
            return Err("not about the lock".into());
        };
        Ok(lock)
    }

    fn trouble(&self) -> Result<Option<Code>, String> {
        let Response::Open(opened) = ask(&self.door, Request::Open(Nothing {}))? else {
            return Err("not opened".into());
        };
        Ok(opened.trouble)
    }
}

/// What somebody sees who looks at the files once both spaces were open: nothing but what was set aside tells them apart.
fn outside(folder: &Path) -> Result<(), String> {
    let vault: Vec<(String, Vec<u8>)> = room::read(&folder.join("vault"))
        .map_err(|error| error.to_string())?
        .into_iter()
        .map(|(name, bytes)| (name.display().to_string(), bytes.unwrap_or_default()))
        .filter(|(name, _)| !name.contains(".kept-") && name != "owner")
        .collect();
    let names: Vec<&str> = vault.iter().map(|(name, _)| name.as_str()).collect();
    if names != ["a.db", "a.slot", "b.db", "b.slot", "guesses"] {
        return Err(format!("the files are {names:?}"));
    }
    for (one, other) in [(0, 2), (1, 3)] {
        let ((one, bytes), (other, others)) = (&vault[one], &vault[other]);
        if bytes.len() != others.len() {
            return Err(format!("{one} has {} bytes and {other} {}", bytes.len(), others.len()));
        }
        // Of a space the first bytes are random; of a slot they say how slow it is.
        if one.ends_with(".slot") && bytes[..16] != others[..16] {
            return Err(format!("{one} begins with {:?} and {other} with {:?}", &bytes[..16], &others[..16]));
        }
        if one.ends_with(".db") && (bytes.len() % (256 * 1024) != 0 || bytes.starts_with(b"SQLite")) {
            return Err(format!("{one} of {} bytes looks like what it is", bytes.len()));
        }
    }
    Ok(())
}

/// The database itself, past the app, and the reminders that are its own.
fn sound(folder: &Path, pin: Option<&str>) -> Result<Vec<String>, String> {
    let opened = slot::opened_by(folder, pin)?.ok_or_else(|| format!("no slot is opened by {pin:?}"))?;
    let db = opened.connect()?;
    let ask = |sql: &str| -> Result<Vec<String>, String> {
        let rows = db.prepare(sql).and_then(|mut ask| ask.query_map([], |row| row.get(0))?.collect());
        rows.map_err(|error| format!("{sql}: {error}"))
    };
    let health = ask("PRAGMA integrity_check")?;
    if health != ["ok"] {
        return Err(format!("integrity_check of {}: {health:?}", opened.file.display()));
    }
    ask("SELECT id FROM alarm")
}

/// Whether it was killed with something half written: beside a database or a slot.
pub fn is_half_written(folder: &Path) -> bool {
    SIDES.iter().any(|side| {
        ["db-journal", "db.new", "slot.new"].iter().any(|end| folder.join(format!("vault/{side}.{end}")).exists())
    })
}
