//! Changes of the lock, one after the other, in both spaces.

use std::{fs::File, os::unix::fs::FileExt as _, path::Path};

use kindway_core::{
    api::{Nothing, Request, Response},
    erase,
    error::{ApiError, Code},
    lock::{Lock, NewPin, Typed},
    ports::AlarmHealth,
};
use kindway_crash::{Hers, LONGEST_WAIT, Spaces, Step, WRONG, Watch, ask, slot};
use kindway_desktop::{DesktopDevice, Door};

use crate::{App, Result, request, say};

/// The app in which the steps are done.
pub(crate) struct Phone<'a> {
    app: &'a App,
    door: Door,
    watch: Watch,
}

/// Why a step was not done.
enum Not {
    /// The app said no, as it may.
    Refused(ApiError),
    /// Something is not as it has to be.
    Wrong(String),
}

impl From<String> for Not {
    fn from(why: String) -> Self {
        Self::Wrong(why)
    }
}

impl From<&str> for Not {
    fn from(why: &str) -> Self {
        Self::Wrong(why.into())
    }
}

type Done<T = ()> = std::result::Result<T, Not>;

pub(crate) fn lock(app: &App, after: u64, until: u64) -> Result {
    let mut spaces = Spaces::after(after);
    let mut phone = Phone::start(app, &spaces)?;
    while spaces.done < until && spaces.next().is_some() {
        spaces = phone
            .advance(&spaces, |tries| if tries > 2 { Err("it is refused again and again".into()) } else { Ok(()) })?;
    }
    Ok(())
}

impl<'a> Phone<'a> {
    /// Starts the app, and opens what is open after the last step.
    pub(crate) fn start(app: &'a App, spaces: &Spaces) -> Result<Self> {
        slot::keep_quiet()?;
        let begin = app.now.parse().map_err(|_| format!("{} is no moment", app.now))?;
        let watch = Watch::at(begin, spaces.done + 1);
        let phone = Self { app, door: door(app, &watch)?, watch };
        match phone.trouble()? {
            None if spaces.opens_by_itself() => {}
            Some(Code::Locked) if !spaces.opens_by_itself() => {}
            None => return Err("it opens by itself, and had a PIN".into()),
            Some(code) => return Err(format!("trouble {}", code.name())),
        }
        // A PIN that was being tried when it was killed may have been counted as a wrong one.
        phone.watch.pass(LONGEST_WAIT);
        if let Some(open) = spaces.open {
            phone.enter(spaces, open).map_err(|not| match not {
                Not::Refused(error) => format!("space {open} does not open: {}", error.code.name()),
                Not::Wrong(why) => why,
            })?;
        }
        say("opened");
        Ok(phone)
    }

    /// Does the next step. Where it is refused, `refused` says whether it is asked for again.
    pub(crate) fn advance(&mut self, spaces: &Spaces, mut refused: impl FnMut(u32) -> Result) -> Result<Spaces> {
        let (Some(step), after) = (spaces.next(), spaces.and_next()) else {
            return Err("there is no step left".into());
        };
        let of_step = |why: String| format!("step {} ({}): {why}", after.done, step.name());
        self.watch.set(after.done);
        say(&format!("doing {} {}", after.done, step.name()));
        for tries in 1.. {
            match self.step(spaces, step) {
                Ok(()) => break,
                Err(Not::Wrong(why)) => return Err(of_step(why)),
                Err(Not::Refused(error)) => say(&format!("refused {} {}", after.done, error.code.name())),
            }
            refused(tries).map_err(of_step)?;
            self.watch.pass(LONGEST_WAIT);
            if matches!(step, Step::StartedAgain(_)) {
                // With neither the old space nor a new one open there is only another start.
                self.door = door(self.app, &self.watch)?;
            }
            if self.came_of(spaces, &after, step).map_err(of_step)? {
                break;
            }
        }
        let wait = self.lock()?.wait;
        say(&format!("done {} {wait}", after.done));
        Ok(after)
    }

    fn step(&self, spaces: &Spaces, step: Step) -> Done {
        let typed = |pin: &str| Typed { pin: pin.to_owned() };
        let new = |current: Option<&str>, at| NewPin {
            current: current.map(str::to_owned),
            pin: spaces.next_pin(at),
            weak: false,
        };
        match step {
            Step::Row(at) => {
                let life = &spaces.each[at].as_ref().ok_or("there is no such space")?.life;
                self.call(request(&self.door, &life.next())?).map(drop)
            }
            Step::FirstPin(at) => self.call(Request::PinSet(new(None, at))).map(drop),
            Step::PinChanged(at) => self.call(Request::PinSet(new(spaces.pin(at), at))).map(drop),
            Step::PinRemoved(at) => {
                let pin = spaces.pin(at).ok_or("there is no PIN")?;
                self.call(Request::PinRemove(typed(pin))).map(drop)
            }
            Step::SecondSpace => self.call(Request::SecondSpace(new(spaces.pin(0), 1))).map(drop),
            Step::Entered(at) => self.enter(spaces, at),
            Step::Hidden => match self.call(Request::Hidden(Nothing {}))? {
                Response::Hidden(Lock { locked: true, .. }) => Ok(()),
                _ => Err("it is hidden and not locked".into()),
            },
            Step::WrongPin => match self.door.call(Request::Unlock(typed(WRONG))) {
                Err(error) if error.code == Code::PinWrong => Ok(()),
                Err(error) => Err(Not::Refused(error)),
                Ok(_) => Err("a wrong PIN opens it".into()),
            },
            Step::SpaceErased(_) => self.call(Request::Erase(erase::What { part: erase::Part::Space })).map(drop),
            Step::Damaged(at) => Ok(damage(&self.app.folder, spaces.pin(at))?),
            Step::StartedAgain(at) => self.start_again(spaces, at),
            Step::OwnerOn(at) => {
                let pin = spaces.pin(at).ok_or("there is no PIN")?;
                self.call(Request::OwnerOn(typed(pin))).map(drop)
            }
            Step::OwnerEntered(_) => self.open_by(Request::UnlockByOwner(Nothing {})),
            Step::OwnerOff => self.call(Request::OwnerOff(Nothing {})).map(drop),
        }
    }

    /// Whether a step that was refused is done all the same; otherwise everything has to be as before it.
    fn came_of(&self, before: &Spaces, after: &Spaces, step: Step) -> Result<bool> {
        let (Step::Row(at) | Step::SpaceErased(at) | Step::FirstPin(at) | Step::PinChanged(at) | Step::PinRemoved(at)) =
            step
        else {
            return Ok(false);
        };
        self.reminders_ring()?;
        let (before, after) = (before.each[at].as_ref(), after.each[at].as_ref());
        let (Some(before), Some(after)) = (before, after) else { return Err("there is no such space".into()) };
        let hers = Hers::of(&self.door)?;
        if hers == before.life.hers {
            return Ok(false);
        }
        match hers == after.life.hers {
            true => Ok(true),
            false => Err(format!("half of it is there: {}", hers.other_than(&before.life.hers))),
        }
    }

    /// Every reminder that is shown is one that the phone has, or the screen says that it may not ring.
    fn reminders_ring(&self) -> Result {
        let Response::Reminders(shown) = ask(&self.door, Request::Reminders(Nothing {}))? else {
            return Err("no reminders".into());
        };
        let has = DesktopDevice::in_folder(&self.app.folder).planned().map_err(|error| error.to_string())?;
        let missing = shown.planned.iter().find(|shown| {
            let rings = |at: &str| has.iter().any(|has| has.at.format("%Y-%m-%dT%H:%MZ").to_string() == at);
            !rings(&shown.at)
        });
        match missing {
            Some(missing) if shown.health != AlarmHealth::Broken => {
                Err(format!("a reminder of {} is shown as sure, and the phone does not have it", missing.at))
            }
            _ => Ok(()),
        }
    }

    fn enter(&self, spaces: &Spaces, at: usize) -> Done {
        self.open_by(match spaces.pin(at) {
            Some(pin) => Request::Unlock(Typed { pin: pin.to_owned() }),
            None => Request::UnlockWithout(Nothing {}),
        })
    }

    /// Locks it and opens it so.
    fn open_by(&self, way: Request) -> Done {
        if self.trouble()?.is_none() {
            self.call(Request::LockNow(Nothing {}))?;
        }
        self.call(way)?;
        match self.trouble()? {
            None => Ok(()),
            Some(code) => Err(Not::Wrong(format!("trouble {} after it was opened", code.name()))),
        }
    }

    /// What the app says to the PIN of the damaged space is what leads to this.
    fn start_again(&self, spaces: &Spaces, at: usize) -> Done {
        if self.trouble()?.is_none() {
            self.call(Request::LockNow(Nothing {}))?;
        }
        let pin = spaces.pin(at).ok_or("the damaged space has no PIN")?.to_owned();
        match self.door.call(Request::Unlock(Typed { pin })) {
            Err(error) if error.code == Code::VaultDamaged => {}
            Err(error) => return Err(Not::Refused(error)),
            Ok(_) => return Err("what is damaged opens".into()),
        }
        match self.call(Request::StartAgain(Nothing {}))? {
            Response::StartAgain(opened) if opened.trouble.is_none() => Ok(()),
            Response::StartAgain(opened) => {
                Err(Not::Refused(ApiError::new(opened.trouble.unwrap_or(Code::Unexpected))))
            }
            _ => Err("not about starting again".into()),
        }
    }

    fn call(&self, request: Request) -> Done<Response> {
        self.door.call(request).map_err(Not::Refused)
    }

    fn lock(&self) -> Result<Lock> {
        let Response::Lock(lock) = ask(&self.door, Request::Lock(Nothing {}))? else {
            return Err("not about the lock".into());
        };
        Ok(lock)
    }

    fn trouble(&self) -> Result<Option<Code>> {
        let Response::Open(opened) = ask(&self.door, Request::Open(Nothing {}))? else {
            return Err("not opened".into());
        };
        Ok(opened.trouble)
    }
}

fn door(app: &App, watch: &Watch) -> Result<Door> {
    let (folder, seed, clock) = (app.folder.clone(), app.seed()?, watch.clone());
    Ok(Door::new(move || kindway_crash::start(folder.clone(), seed.clone(), clock.clone())))
}

/// One byte of a page that is in use.
fn damage(folder: &Path, pin: Option<&str>) -> Result {
    const AT: u64 = 5000;
    let file = slot::opened_by(folder, pin)?.ok_or("the space that is to be damaged is not there")?.file;
    let mut byte = [0];
    let damaged = File::options().read(true).write(true).open(&file).and_then(|file| {
        file.read_exact_at(&mut byte, AT)?;
        file.write_all_at(&[byte[0] ^ 1], AT)?;
        file.sync_all()
    });
    damaged.map_err(|error| format!("{} cannot be damaged: {error}", file.display()))
}
