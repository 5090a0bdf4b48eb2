//! A charity that publishes.

use std::{fs, path::PathBuf, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use kindway_content::{ChannelName, Pack, bumped, roles};
use kindway_repository::{Keys, Signer, Site, Work};
use zeroize::Zeroizing;

/// When every test begins.
pub const NOW: &str = "2026-11-22T10:00:00Z";

/// Its site, its keys, and its clock.
pub struct Charity {
    folder: tempfile::TempDir,
    pub site: Site,
    pub keys: Keys,
    pub now: DateTime<Utc>,
    content: Pack,
}

/// What an app is built with.
#[derive(Clone)]
pub struct Shipped {
    pub seed: Vec<u8>,
    pub trust: String,
}

impl Charity {
    /// One that has published this.
    pub fn new(content: &Pack) -> Self {
        let folder = super::folder();
        let now = NOW.parse().unwrap();
        let passphrase = Zeroizing::new("a passphrase for a test".to_owned());
        let keys = Keys::new(folder.path().join("keys"), vec![passphrase]).unwrap().with_work(Work::FOR_TESTS);
        let roles: Vec<_> = roles::split(content).into_keys().collect();
        let site = Site::init(folder.path().join("site"), ChannelName::Test, &roles, &keys, now).unwrap();
        let mut charity = Self { folder, site, keys, now, content: Pack::default() };
        charity.publish(content);
        charity
    }

    /// Publishes other content.
    pub fn publish(&mut self, content: &Pack) {
        self.content = bumped(&self.content, content.clone());
        self.site.stage(content, self.now, &mut |_| ()).unwrap();
        self.site.sign(None, &self.keys, self.now).unwrap();
        self.timestamp();
    }

    /// What the machine does every day.
    pub fn timestamp(&mut self) {
        self.site.timestamp(&self.keys, self.now).unwrap();
    }

    /// Replaces keys, and makes that live.
    pub fn rotate(&mut self, signers: &[Signer]) {
        self.site.rotate(signers, &self.keys, self.now).unwrap();
        self.timestamp();
    }

    pub fn wait(&mut self, time: Duration) {
        self.now += TimeDelta::from_std(time).unwrap();
    }

    pub fn wait_days(&mut self, days: i64) {
        self.now += TimeDelta::days(days);
    }

    /// What an app would be built with now that asks this host.
    pub fn ship(&self, host: &str) -> Shipped {
        let out = self.folder.path().join(format!("ship-{}", self.now.timestamp()));
        self.site.ship(host, &out, self.now).unwrap();
        let seed = fs::read(out.join("content.seed")).unwrap();
        Shipped { seed, trust: fs::read_to_string(out.join("trust.json")).unwrap() }
    }

    /// The content as it was published last, with the versions that its records got.
    pub fn published(&self) -> Pack {
        self.content.clone()
    }

    /// What is served.
    pub fn public(&self) -> PathBuf {
        self.site.public()
    }

    /// Every file that is served, by its path below `v1/`.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![self.public()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(self.public()).unwrap().to_str().unwrap().to_owned();
                    files.push((name, fs::read(&path).unwrap()));
                }
            }
        }
        files.sort();
        files
    }
}
