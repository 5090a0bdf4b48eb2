//! A charity with a site and its keys, and a phone that follows the site from its folder.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use kindway_content::roles::RoleName;
use kindway_content::{ChannelName, Pack, Record};
use kindway_repository::{Keys, Site, Staged, Timestamped, Work};
use kindway_sync::{Answer, Ask, Clock, Error, Fetch, Folder, Limits, Status, Target, Trouble, Trusted, Updater};
use tempfile::TempDir;
use zeroize::Zeroizing;

pub const PASSPHRASE: &str = "five words that are easy";

pub fn day(text: &str) -> DateTime<Utc> {
    format!("{text}T10:00:00Z").parse().unwrap()
}

pub fn role(name: &str) -> RoleName {
    name.parse().unwrap()
}

/// A site, its keys, and today.
pub struct Charity {
    pub folder: TempDir,
    pub site: Site,
    pub keys: Keys,
    pub now: DateTime<Utc>,
}

impl Charity {
    /// With the roles that `small` content has.
    pub fn new() -> Self {
        Self::with_roles(&["contacts", "rules", "language-ar", "language-en-GB"])
    }

    pub fn with_roles(roles: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keys = keys(&folder.path().join("keys"), PASSPHRASE);
        let roles: Vec<RoleName> = roles.iter().map(|name| role(name)).collect();
        let now = day("2026-11-22");
        let site = Site::init(folder.path().join("site"), ChannelName::Test, &roles, &keys, now).unwrap();
        Self { folder, site, keys, now }
    }

    pub fn stage(&self, content: &Pack) -> Staged {
        self.site.stage(content, self.now, &mut |_| ()).unwrap()
    }

    pub fn sign(&self) {
        let signed = self.site.sign(None, &self.keys, self.now).unwrap();
        if !signed.waits.is_empty() {
            let rest = self.site.sign(None, &self.keys, self.now).unwrap();
            assert_eq!(rest.waits, []);
        }
    }

    pub fn timestamp(&self) -> Timestamped {
        self.site.timestamp(&self.keys, self.now).unwrap()
    }

    pub fn publish(&self, content: &Pack) -> Timestamped {
        self.stage(content);
        self.sign();
        self.timestamp()
    }

    pub fn public(&self, path: &str) -> PathBuf {
        self.site.public().join(path)
    }

    pub fn staged(&self, path: &str) -> PathBuf {
        self.site.folder().join("staged").join(path)
    }

    pub fn later(&mut self, days: i64) {
        self.now += TimeDelta::days(days);
    }

    /// The newest root, as an app is built with it.
    pub fn root(&self) -> Vec<u8> {
        let newest = (1..).take_while(|version| self.public(&format!("metadata/{version}.root.json")).exists()).last();
        fs::read(self.public(&format!("metadata/{}.root.json", newest.unwrap()))).unwrap()
    }

    pub fn phone(&self) -> Phone {
        let phone = Phone {
            folder: tempfile::tempdir().unwrap(),
            host: Host(self.site.public()),
            clock: SetClock(AtomicI64::new(self.now.timestamp())),
        };
        phone.with(|updater| updater.trust(&self.root())).unwrap();
        phone
    }
}

pub fn keys(folder: &Path, passphrase: &str) -> Keys {
    Keys::new(folder, vec![Zeroizing::new(passphrase.to_owned())]).unwrap().with_work(Work::FOR_TESTS)
}

/// The records of a pack, in any order.
pub fn pack(records: &[(&str, &str)]) -> Pack {
    let record = |(key, body): &(&str, &str)| Record {
        key: (*key).to_owned(),
        version: 1,
        review_by: None,
        body: body.as_bytes().to_vec(),
    };
    let mut records: Vec<Record> = records.iter().map(record).collect();
    records.sort_by(|one, other| one.key.cmp(&other.key));
    Pack { records }
}

pub const SMALL: [(&str, &str); 5] = [
    ("channel", r#"{"name":"test","checked":"2026-11-22"}"#),
    ("contact/line", r#"{"id":"line","phone":"020 7946 0000"}"#),
    ("doc/articles/fares/ar", r#"{"title":"أجرة السفر"}"#),
    ("doc/articles/fares/en-GB", r#"{"title":"Fares"}"#),
    ("rate/weekly", r#"{"id":"weekly","pence":4918}"#),
];

/// Content with one record in each role, and another in rules.
pub fn small() -> Pack {
    pack(&SMALL)
}

/// The same with one record changed or added.
pub fn small_but(key: &str, body: &str) -> Pack {
    let mut records: Vec<(&str, &str)> = SMALL.iter().filter(|(known, _)| *known != key).copied().collect();
    records.push((key, body));
    pack(&records)
}

/// Copies what is in a folder, over what is there.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &to.join(entry.file_name())),
            false => drop(fs::copy(entry.path(), to.join(entry.file_name())).unwrap()),
        }
    }
}

/// A folder that is served.
pub struct Host(pub PathBuf);

impl Fetch for Host {
    fn get(&mut self, ask: &Ask<'_>, body: &mut dyn Write) -> Result<Answer, Trouble> {
        let answer = |status| Answer { status, tag: None, retry_after: None, kind: None };
        match fs::read(self.0.join(ask.path)) {
            Ok(bytes) if bytes.len() as u64 > ask.cap => Err(Trouble::TooLong(ask.cap)),
            Ok(bytes) => {
                body.write_all(&bytes).map_err(|error| Trouble::Body(error.to_string()))?;
                Ok(answer(Status::Whole))
            }
            Err(_) => Ok(answer(Status::Missing)),
        }
    }
}

pub struct SetClock(AtomicI64);

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0.load(Ordering::Relaxed), 0).unwrap()
    }
}

/// What a phone keeps of updates, and where it asks.
pub struct Phone {
    folder: TempDir,
    pub host: Host,
    clock: SetClock,
}

impl Phone {
    fn with<T>(&self, run: impl FnOnce(&mut Updater<'_>) -> T) -> T {
        let mut store = Folder::new(self.folder.path());
        let mut host = Host(self.host.0.join("metadata"));
        run(&mut Updater::new(&mut store, &mut host, &self.clock, Limits::KINDWAY))
    }

    pub fn set(&self, now: DateTime<Utc>) {
        self.clock.0.store(now.timestamp(), Ordering::Relaxed);
    }

    pub fn refresh(&self) -> Result<Trusted, Error> {
        self.with(|updater| updater.refresh())
    }

    pub fn find(&self, role: &str) -> Result<Option<Target>, Error> {
        self.with(|updater| {
            let trusted = updater.refresh()?;
            updater.find(&trusted, &format!("{role}/content.pack"))
        })
    }

    /// The pack of a role as this phone gets it.
    pub fn pack(&self, role: &str) -> Result<Pack, Error> {
        let target = self.find(role)?.unwrap_or_else(|| panic!("nobody lists {role}"));
        let mut bytes = Vec::new();
        Updater::download(&mut Host(self.host.0.join("targets")), &target, &mut bytes)?;
        Ok(kindway_content::read_seed(&bytes).unwrap())
    }

    /// The body of a record as this phone gets it.
    pub fn body(&self, role: &str, key: &str) -> String {
        let pack = self.pack(role).unwrap();
        String::from_utf8(pack.get(key).unwrap_or_else(|| panic!("no {key}")).body.clone()).unwrap()
    }
}
