//! A device that follows a repository: a folder, a clock that the test sets, and the real transport.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Utc};
use kindway_sync::{Clock, Error, Folder, Limits, Pace, Target, Trusted, Untrusted, Updater, Web, WebOptions};

use super::{Host, Repository};

/// When every test begins.
pub const NOW: &str = "2026-11-22T10:00:00Z";
/// Until when everything holds, unless a test says otherwise.
pub const LATER: &str = "2026-12-22T10:00:00Z";
pub const OVER: &str = "2026-11-21T10:00:00Z";

#[derive(Clone, Debug)]
pub struct SetClock(Arc<AtomicI64>);

impl SetClock {
    pub fn at(time: &str) -> Self {
        let clock = Self(Arc::default());
        clock.set(time);
        clock
    }

    pub fn set(&self, time: &str) {
        self.0.store(DateTime::parse_from_rfc3339(time).unwrap().timestamp(), Ordering::Relaxed);
    }
}

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0.load(Ordering::Relaxed), 0).unwrap()
    }
}

pub struct Device {
    pub folder: tempfile::TempDir,
    pub clock: SetClock,
    pub host: Host,
    pub limits: Limits,
}

impl Device {
    /// A device that trusts the root which is published now.
    pub fn new(repository: &Repository) -> Self {
        let device = Self {
            folder: tempfile::tempdir().unwrap(),
            clock: SetClock::at(NOW),
            host: repository.host.clone(),
            limits: Limits::KINDWAY,
        };
        device.trust(&repository.root()).unwrap();
        device
    }

    pub fn trust(&self, root: &[u8]) -> Result<(), Error> {
        self.with(|updater| updater.trust(root))
    }

    fn with<T>(&self, run: impl FnOnce(&mut Updater<'_>) -> T) -> T {
        let mut store = Folder::new(self.folder.path());
        let mut web = web(&self.host.metadata(), &self.clock);
        run(&mut Updater::new(&mut store, &mut web, &self.clock, self.limits))
    }

    pub fn refresh(&self) -> Result<Trusted, Error> {
        self.with(|updater| updater.refresh())
    }

    pub fn find(&self, path: &str) -> Result<Option<Target>, Error> {
        self.with(|updater| {
            let trusted = updater.refresh()?;
            updater.find(&trusted, path)
        })
    }

    pub fn download(&self, path: &str) -> Result<Vec<u8>, Error> {
        let target = self.find(path)?.expect("somebody lists it");
        let mut body = Vec::new();
        Updater::download(&mut web(&self.host.targets(), &self.clock), &target, &mut body)?;
        Ok(body)
    }

    /// What is stored, by name and version, in the order of names.
    pub fn trusted(&self) -> Vec<(String, u64)> {
        let mut trusted: Vec<_> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap())
            .filter_map(|entry| {
                let name = entry.file_name().into_string().unwrap();
                let role = name.strip_suffix(".json")?.to_owned();
                let file: serde_json::Value = serde_json::from_slice(&std::fs::read(entry.path()).unwrap()).unwrap();
                Some((role, file["signed"]["version"].as_u64().unwrap()))
            })
            .collect();
        trusted.sort();
        trusted
    }

    pub fn stored(&self, role: &str) -> Vec<u8> {
        std::fs::read(self.folder.path().join(format!("{role}.json"))).unwrap()
    }

    /// Refuses an update for a reason, and says for which file.
    pub fn refused(&self) -> (String, Untrusted) {
        match self.refresh() {
            Err(Error::Untrusted { file, why }) => (file, why),
            other => panic!("not refused: {other:?}"),
        }
    }
}

pub fn web(base: &str, clock: &SetClock) -> Web {
    let options = WebOptions { pace: Pace::PATIENT, cleartext: true };
    Web::new(base, Arc::new(clock.clone()), options).unwrap()
}

/// `[("root", 1), ...]` as [`Device::trusted`] has it: root, snapshot, targets, timestamp.
pub fn versions(root: u64, snapshot: u64, targets: u64, timestamp: u64) -> Vec<(String, u64)> {
    let all = [("root", root), ("snapshot", snapshot), ("targets", targets), ("timestamp", timestamp)];
    all.into_iter().filter(|(_, version)| *version > 0).map(|(role, version)| (role.into(), version)).collect()
}
