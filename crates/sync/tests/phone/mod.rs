//! A phone with the app: what it was built with, what it has, its folder, its clock, and the real transport.
#![allow(dead_code, unreachable_pub, missing_docs)]

pub mod packs;
pub mod scissors;

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    io,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use kindway_content::{Pack, delta::Expected, release::Release, roles::RoleName};
use kindway_sync::{
    Answer, Ask, Cause, Clock as _, Error, Fetch, Finding, Folder, Have, Limits, NeverEarlier, Pace, Progress, Store,
    Sync, Trouble, Trust, Web, WebOptions,
};

use packs::{noise, words};

use crate::support::{
    Host, Repository,
    device::{LATER, NOW, SetClock},
    repository::sha256,
};

pub struct Phone {
    pub folder: tempfile::TempDir,
    pub device_clock: SetClock,
    pub clock: Arc<NeverEarlier<SetClock>>,
    pub trust: Trust,
    /// Canonical bytes.
    pub has: BTreeMap<RoleName, Vec<u8>>,
    /// What the app answers when it is asked for them, where it does not have them any more.
    pub lost: Option<Result<(), &'static str>>,
    pub floors: Option<String>,
    pub limits: Limits,
    pub most: u64,
    /// How many whole packs may come before each byte costs her money.
    pub free_packs: Cell<usize>,
    /// Where it asks.
    pub address: String,
    pub stopped: AtomicBool,
    /// Stops when so many bytes of content have come.
    pub stops_at: u64,
    pub reports: RefCell<Vec<Progress>>,
    /// Bytes of bodies that came in the last sync.
    pub came: Cell<u64>,
}

impl Phone {
    /// With an app that was built now, with this content.
    pub fn new(repository: &Repository, packs: &[(&str, &Pack)]) -> Self {
        let device_clock = SetClock::at(NOW);
        let built = chrono::DateTime::UNIX_EPOCH;
        Self {
            folder: tempfile::tempdir().unwrap(),
            clock: Arc::new(NeverEarlier::new(device_clock.clone(), built)),
            device_clock,
            trust: repository.ship(),
            has: packs.iter().map(|(role, pack)| (role.parse().unwrap(), pack.to_canonical())).collect(),
            lost: None,
            floors: None,
            limits: Limits::KINDWAY,
            most: u64::MAX,
            free_packs: Cell::new(usize::MAX),
            address: repository.host.address.clone(),
            stopped: AtomicBool::new(false),
            stops_at: u64::MAX,
            reports: RefCell::default(),
            came: Cell::default(),
        }
    }

    pub fn sync(&self) -> Result<Finding, Error> {
        self.sync_watched(&|_| ())
    }

    /// With somebody who looks at every report.
    pub fn sync_watched(&self, watch: &dyn Fn(Progress)) -> Result<Finding, Error> {
        self.sync_in(&mut Folder::new(self.folder.path()), watch)
    }

    pub fn sync_in(&self, store: &mut dyn Store, watch: &dyn Fn(Progress)) -> Result<Finding, Error> {
        let options = WebOptions { pace: Pace::PATIENT, cleartext: true };
        let web = Web::new(&self.address, self.clock.clone(), options).unwrap();
        self.came.set(0);
        let sync = Sync {
            store,
            host: &mut Counted { web, came: &self.came },
            clock: &*self.clock,
            limits: self.limits,
            trust: &self.trust,
            have: self,
            floors: self.floors.clone(),
            most: self.most,
            report: &|progress| {
                watch(progress);
                self.reports.borrow_mut().push(progress);
                if progress.done >= self.stops_at {
                    self.stopped.store(true, Ordering::Relaxed);
                }
            },
            stopped: &self.stopped,
        };
        sync.run()
    }

    /// A release, or the test ends.
    pub fn release(&self) -> Release {
        match self.sync() {
            Ok(Finding::Release(release)) => release,
            other => panic!("no release: {other:?}"),
        }
    }

    /// Does what an app does with a finding.
    pub fn settle(&mut self, finding: Finding) {
        let floors = match finding {
            Finding::Nothing { floors, .. } => floors,
            Finding::Release(release) => {
                self.has.retain(|role, _| release.listed.contains_key(role));
                self.has.extend(release.parts);
                let has: BTreeMap<_, _> = self.parts();
                assert_eq!(has, release.listed, "a release makes what is here what is published");
                release.floors
            }
            Finding::Large { .. } => panic!("there is nothing to settle"),
        };
        self.floors = Some(floors.clone());
        Sync::settled(&mut Folder::new(self.folder.path()), &floors).unwrap();
    }

    pub fn follow(&mut self) {
        let finding = self.sync().unwrap();
        self.settle(finding);
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The names of what is stored, in their order.
    pub fn stored(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The bytes of all that is stored.
    pub fn all(&self) -> BTreeMap<String, Vec<u8>> {
        self.stored().into_iter().map(|name| (name.clone(), std::fs::read(self.path(&name)).unwrap())).collect()
    }

    /// The packs that are kept, with how much there is of each.
    pub fn kept(&self) -> Vec<(String, usize)> {
        let kept = self.all().into_iter().filter(|(name, _)| name.starts_with("part."));
        kept.map(|(name, bytes)| (name, bytes.len())).collect()
    }

    /// The version of each list that is stored.
    pub fn trusted(&self) -> BTreeMap<String, u64> {
        let version = |bytes: &[u8]| {
            let file: serde_json::Value = serde_json::from_slice(bytes).ok()?;
            file["signed"]["version"].as_u64()
        };
        let all = self.all();
        all.iter().filter_map(|(name, bytes)| Some((name.strip_suffix(".json")?.to_owned(), version(bytes)?))).collect()
    }

    /// Loses everything but what the app keeps beside its content.
    pub fn wipe(&self, but: &[&str]) {
        for name in self.stored().iter().filter(|name| !but.contains(&name.as_str())) {
            std::fs::remove_file(self.path(name)).unwrap();
        }
    }

    pub fn now(&self) -> String {
        self.clock.now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }
}

impl Have for Phone {
    fn parts(&self) -> BTreeMap<RoleName, Expected> {
        self.has.iter().map(|(role, canonical)| (role.clone(), Expected::of(canonical))).collect()
    }

    fn canonical(&self, role: &RoleName) -> Result<Option<Vec<u8>>, Cause> {
        match self.lost {
            None => Ok(self.has.get(role).cloned()),
            Some(Ok(())) => Ok(None),
            Some(Err(why)) => Err(why.into()),
        }
    }

    fn allows_whole(&self) -> bool {
        let left = self.free_packs.get().checked_sub(1);
        self.free_packs.set(left.unwrap_or_default());
        left.is_some()
    }
}

/// Counts what comes.
struct Counted<'a> {
    web: Web,
    came: &'a Cell<u64>,
}

struct CountedBody<'a> {
    body: &'a mut dyn io::Write,
    came: &'a Cell<u64>,
}

impl Fetch for Counted<'_> {
    fn get(&mut self, ask: &Ask<'_>, body: &mut dyn io::Write) -> Result<Answer, Trouble> {
        self.web.get(ask, &mut CountedBody { body, came: self.came })
    }
}

impl io::Write for CountedBody<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.came.set(self.came.get() + bytes.len() as u64);
        self.body.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.body.flush()
    }
}

// What most tests begin with ------------------------------------------------------------------------------------------

pub const CONTACTS: &str = "contacts";
pub const RULES: &str = "rules";

pub fn role(name: &str) -> RoleName {
    name.parse().unwrap()
}

pub fn first() -> [(&'static str, Pack); 3] {
    [
        (CONTACTS, words("contact/shelter", "0300 000 0000")),
        ("language-ti", words("doc/health/first-visit/ti", "the first visit")),
        (RULES, words("rate/weekly", "49.18")),
    ]
}

/// A repository with three parts, and a phone whose app was built with them.
pub fn world() -> (Repository, Phone) {
    let mut repository = Repository::new(&Host::new(), LATER);
    let packs = first();
    let packs: Vec<_> = packs.iter().map(|(role, pack)| (*role, pack)).collect();
    repository.release(&packs);
    let phone = Phone::new(&repository, &packs);
    (repository, phone)
}

/// The same after its first sync.
pub fn followed() -> (Repository, Phone) {
    let (repository, mut phone) = world();
    phone.follow();
    repository.host.asked();
    (repository, phone)
}

/// The contacts change; so much comes that a delta saves nothing, and there is none.
pub fn changed(length: usize) -> (Repository, Phone, Pack) {
    let (mut repository, phone) = followed();
    let new = noise("contact/shelter", 7, length);
    repository.release(&[(CONTACTS, &new)]);
    (repository, phone, new)
}

/// Why a sync failed. A release is too long to be shown.
pub fn failed(phone: &Phone) -> Error {
    match phone.sync() {
        Err(error) => error,
        Ok(Finding::Release(_)) => panic!("a release"),
        Ok(other) => panic!("{other:?}"),
    }
}

pub fn ranges(repository: &Repository, path: &str) -> Vec<Option<String>> {
    let shelf = repository.host.shelf();
    let asked = shelf.asked.iter().filter(|(asked, _)| asked.trim_start_matches('/') == path);
    asked.map(|(_, headers)| headers.get("range").map(|range| range.to_str().unwrap().to_owned())).collect()
}

pub fn file_of(repository: &Repository, role: &str) -> Vec<u8> {
    repository.host.shelf().files[&repository.pack_at(role)].body.clone()
}

pub fn part_of(repository: &Repository, role: &str) -> String {
    format!("part.{}", sha256(&file_of(repository, role)))
}

/// The stored floors.
pub fn floors(phone: &Phone) -> serde_json::Value {
    serde_json::from_slice(&std::fs::read(phone.path("floors.json")).unwrap()).unwrap()
}
