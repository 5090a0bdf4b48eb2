//! The app, to be killed: it does what it is asked for as fast as it can, and says on its standard output what it begins and, only
//! after the call has returned, what is done.

use std::{
    fs::{self, File},
    io::{IoSlice, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    thread,
    time::Duration,
};

use clap::{Args, Parser, Subcommand};
use kindway_core::{
    api::{Nothing, Request, Response},
    erase, updates, visits,
};
use kindway_crash::{Change, Hers, Life, NOW, ask, number_in, visit_in};
use kindway_desktop::{Door, SetClock};

mod full;
mod lock;

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Changes what is hers, again and again
    Vault {
        #[command(flatten)]
        app: App,
        /// The change that was done last
        #[arg(long, default_value_t = 0)]
        after: u64,
        /// The last change
        #[arg(long, default_value_t = u64::MAX)]
        until: u64,
    },
    /// Looks for something new, again and again
    Content {
        #[command(flatten)]
        app: App,
        /// The file `trust.json` of the build
        #[arg(long)]
        trust: PathBuf,
        /// How often
        #[arg(long, default_value_t = u64::MAX)]
        times: u64,
    },
    /// Changes the lock, in both spaces
    Lock {
        #[command(flatten)]
        app: App,
        /// The step that was done last
        #[arg(long, default_value_t = 0)]
        after: u64,
        /// The last step
        #[arg(long, default_value_t = u64::MAX)]
        until: u64,
    },
    /// Deletes everything
    Erase {
        #[command(flatten)]
        app: App,
    },
    /// Changes what is hers on a disk with less and less room
    FullVault {
        #[command(flatten)]
        disk: full::Disk,
    },
    /// Changes the lock on a disk with less and less room
    FullLock {
        #[command(flatten)]
        disk: full::Disk,
    },
    /// Looks for something new on a disk with less and less room
    FullContent {
        #[command(flatten)]
        disk: full::Disk,
        /// The file `trust.json` of the build
        #[arg(long)]
        trust: PathBuf,
    },
}

#[derive(Args, Clone)]
struct App {
    /// The folder of its files
    #[arg(long)]
    folder: PathBuf,
    /// The content that ships with it
    #[arg(long)]
    seed: PathBuf,
    /// The time
    #[arg(long, default_value = NOW)]
    now: String,
}

type Result<T = ()> = std::result::Result<T, String>;

/// Says one line, in a single call, and not in `write`, which is made to fail.
fn say(line: &str) {
    let line = format!("{line}\n");
    let said = File::options()
        .append(true)
        .open("/dev/stdout")
        .and_then(|mut out| out.write_vectored(&[IoSlice::new(line.as_bytes())]));
    // Nobody listens any more: then there is nobody to tell either.
    let _ = said;
}

fn main() -> ExitCode {
    say("begun");
    let done = match Arguments::parse().what {
        What::Vault { app, after, until } => vault(&app, after, until),
        What::Content { app, trust, times } => content(&app, &trust, times),
        What::Lock { app, after, until } => lock::lock(&app, after, until),
        What::Erase { app } => everything(&app),
        What::FullVault { disk } => full::vault(&disk),
        What::FullLock { disk } => full::lock(&disk),
        What::FullContent { disk, trust } => full::content(&disk, &trust),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say(&format!("wrong {why}"));
            ExitCode::FAILURE
        }
    }
}

impl App {
    fn seed(&self) -> Result<Vec<u8>> {
        fs::read(&self.seed).map_err(|error| format!("{}: {error}", self.seed.display()))
    }

    fn clock(&self) -> Result<SetClock> {
        self.now.parse().map(SetClock).map_err(|_| format!("{} is no moment", self.now))
    }

    fn door(&self) -> Result<Door> {
        let (folder, seed, clock) = (self.folder.clone(), self.seed()?, self.clock()?);
        Ok(Door::new(move || kindway_desktop::start(folder.clone(), seed.clone(), clock)))
    }

    fn door_with_updates(&self, trust: &Path) -> Result<Arc<Door>> {
        let (folder, seed, clock) = (self.folder.clone(), self.seed()?, self.clock()?);
        let trust = fs::read_to_string(trust).map_err(|error| format!("{}: {error}", trust.display()))?;
        let options = kindway_desktop::updates(&folder, &trust, clock)?;
        Ok(Door::with_updates(move || kindway_desktop::start(folder.clone(), seed.clone(), clock), options))
    }
}

fn vault(app: &App, after: u64, until: u64) -> Result {
    let door = app.door()?;
    let mut life = (0..after).fold(Life::default(), |life, _| life.and_next());
    open(&door)?;
    while life.done < until {
        life = advance(
            &door,
            &life,
            |tries| if tries > 2 { Err(format!("it is refused {tries} times")) } else { Ok(()) },
        )?;
    }
    Ok(())
}

/// Makes the next change. Where it is refused, `refused` says whether it is asked for again.
fn advance(door: &Door, life: &Life, mut refused: impl FnMut(u32) -> Result) -> Result<Life> {
    let (change, after) = (life.next(), life.and_next());
    let mut request = request(door, &change)?;
    say(&format!("doing {} {}", after.done, change.name()));
    for tries in 1.. {
        let asked = request.clone();
        match door.call(request) {
            Ok(_) => break,
            Err(error) => say(&format!("refused {} {}", after.done, error.code.name())),
        }
        refused(tries).map_err(|why| format!("change {}: {why}", after.done))?;
        let hers = Hers::of(door)?;
        if hers == after.hers {
            // She was told that it is not kept, so she asks for it again: then it stands once all the same.
            if is_added(&asked) {
                say(&format!("again {}", after.done));
                door.call(asked).map_err(|error| format!("change {} again: {}", after.done, error.code.name()))?;
                let other = Hers::of(door)?.other_than(&after.hers);
                if !other.is_empty() {
                    return Err(format!("change {}, asked for again: {other}", after.done));
                }
            }
            break;
        }
        if hers != life.hers {
            return Err(format!("half of change {} is there: {}", after.done, hers.other_than(&life.hers)));
        }
        request = self::request(door, &change)?;
    }
    say(&format!("done {}", after.done));
    Ok(after)
}

fn is_added(request: &Request) -> bool {
    match request {
        Request::VisitAdd(_) => true,
        Request::OwnNumberSave(number) => number.id.is_none(),
        _ => false,
    }
}

fn open(door: &Door) -> Result {
    let Response::Open(opened) = ask(door, Request::Open(Nothing {}))? else { return Err("not opened".into()) };
    match opened.trouble {
        Some(code) => Err(format!("trouble {}", code.name())),
        None => {
            say("opened");
            Ok(())
        }
    }
}

/// The one call that makes the change.
fn request(door: &Door, change: &Change) -> Result<Request> {
    let visit = |at: u64| visit_in(door, at);
    let missing = || "what is to be changed is not there".to_owned();
    Ok(match change.clone() {
        Change::Visit(at, draft) => match visit(at)? {
            Some(visit) => Request::VisitChange(visits::Change { id: visit.card.id, revision: visit.revision, draft }),
            None => Request::VisitAdd(draft),
        },
        Change::VisitGone(at) => Request::VisitDelete(visits::Which { id: visit(at)?.ok_or_else(missing)?.card.id }),
        Change::Fare(at, pence) => Request::TripSave(kindway_core::money::TripChange {
            id: visit(at)?.ok_or_else(missing)?.card.id,
            fare_pence: Some(pence),
        }),
        Change::Number(at, mut draft) => {
            draft.id = number_in(door, at)?.map(|number| number.id);
            Request::OwnNumberSave(draft)
        }
        Change::NumberGone(at) => {
            let id = number_in(door, at)?.ok_or_else(missing)?.id;
            Request::OwnNumberDelete(kindway_core::help::WhichOwn { id })
        }
        Change::Settings(change) => Request::SettingsSave(change),
        Change::Money(change) => Request::MoneySave(change),
        Change::NotesGone => Request::Erase(erase::What { part: erase::Part::Notes }),
    })
}

fn content(app: &App, trust: &Path, times: u64) -> Result {
    let door = app.door_with_updates(trust)?;
    open(&door)?;
    for _ in 0..times {
        say("looking");
        update(&door)?;
    }
    Ok(())
}

/// Looks for something new, waits for what comes of it, and says what stands. False where there was trouble.
fn update(door: &Door) -> Result<bool> {
    let mut now = Request::UpdatesNow(updates::Ask { large: true });
    let stands = loop {
        let (Response::UpdatesNow(stands) | Response::Updates(stands)) = ask(door, now)? else {
            return Err("not about updates".into());
        };
        if stands.doing.is_none() {
            break stands;
        }
        thread::sleep(Duration::from_micros(500));
        now = Request::Updates(Nothing {});
    };
    if let Some(trouble) = stands.trouble {
        say(&format!("trouble {trouble:?}"));
        return Ok(false);
    }
    let Response::About(about) = ask(door, Request::About(Nothing {}))? else { return Err("not about the app".into()) };
    say(&format!("done {}", about.content_id));
    Ok(true)
}

fn everything(app: &App) -> Result {
    let door = app.door()?;
    ask(&door, Request::Open(Nothing {}))?;
    say("erasing");
    ask(&door, Request::Erase(erase::What { part: erase::Part::Everything }))?;
    say("erased");
    Ok(())
}
