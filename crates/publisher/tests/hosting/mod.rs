//! A charity with a site of its own, small and real: a part of the content that ships.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use chrono::{DateTime, Utc};
use kindway_content::delta::Expected;
use kindway_content::roles::{self, RoleName};
use kindway_content::{Channel, Pack};
use kindway_repository::{Keys, Site, Work};
use kindway_sync::{Cause, DeviceClock, Finding, Folder, Have, Limits, NeverEarlier, Sync, Trust, Web, WebOptions};
use serde_json::Value;
use tempfile::TempDir;

/// Of every key of this charity.
pub(crate) const PASSPHRASE: &str = "five words that are easy";

/// A site, its keys, and the content that was published last.
pub(crate) struct Charity {
    pub(crate) folder: TempDir,
    pub(crate) site: Site,
    pub(crate) keys: Keys,
    pub(crate) content: Pack,
}

impl Charity {
    /// With nothing published yet.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let content = small();
        let channel: Channel = content.get("channel").unwrap().decode().unwrap();
        let keys = Keys::new(folder.path().join("keys"), vec![PASSPHRASE.to_owned().into()]).unwrap();
        let keys = keys.with_work(Work::FOR_TESTS);
        let roles: Vec<RoleName> = roles::split(&content).into_keys().collect();
        let site = Site::init(folder.path().join("site"), channel.name, &roles, &keys, Utc::now()).unwrap();
        Self { folder, site, keys, content }
    }

    /// With two versions of everything, and so with deltas.
    pub(crate) fn with_two_versions() -> Self {
        let mut charity = Self::new();
        charity.go_live();
        charity.change(1);
        charity.go_live();
        charity
    }

    /// Stages, signs, and makes it live.
    pub(crate) fn go_live(&self) {
        self.stage();
        self.sign();
        self.site.timestamp(&self.keys, Utc::now()).unwrap();
    }

    pub(crate) fn stage(&self) {
        self.site.stage(&self.content, Utc::now(), &mut |_| ()).unwrap();
    }

    pub(crate) fn sign(&self) {
        self.site.sign(None, &self.keys, Utc::now()).unwrap();
    }

    /// Changes a record of every role; each number is another change.
    pub(crate) fn change(&mut self, number: u32) {
        let mut seen = Vec::new();
        for record in &mut self.content.records {
            let field = match record.key.split('/').next() {
                Some("contact") => "name",
                Some("doc") => "title",
                Some("rate") => "pence",
                _ => continue,
            };
            let role = roles::split(&Pack { records: vec![record.clone()] }).into_keys().next();
            let mut body: Value = serde_json::from_slice(&record.body).unwrap();
            body[field] = match &body[field] {
                _ if seen.contains(&role) => continue,
                Value::Number(_) => Value::from(5000 + number),
                Value::String(before) => Value::from(format!("{before} {number}")),
                _ => continue,
            };
            record.body = serde_json::to_vec(&body).unwrap();
            seen.push(role);
        }
        assert_eq!(seen.len(), roles::split(&self.content).len(), "something of every role changes: {seen:?}");
    }

    /// What is live.
    pub(crate) fn live(&self) -> Parts {
        let live = self.site.published().unwrap().unwrap();
        Parts(live.roles.into_iter().map(|(role, part)| (role, part.canonical)).collect())
    }

    /// A file below `v1/`.
    pub(crate) fn file(&self, path: &str) -> PathBuf {
        self.site.public().join(path)
    }

    /// The only file, or the first, of a folder below `v1/`, by its path there.
    pub(crate) fn first_of(&self, folder: &str) -> String {
        let mut names: Vec<String> = fs::read_dir(self.file(folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        format!("{folder}/{}", names[0])
    }

    /// The pack of a role that is live, by its path below `v1/`.
    pub(crate) fn live_pack(&self, role: &str) -> String {
        let live = self.site.published().unwrap().unwrap();
        let file = &live.roles[&role.parse().unwrap()].file;
        file.strip_prefix(self.site.public()).unwrap().to_str().unwrap().to_owned()
    }

    /// The site, as an argument.
    pub(crate) fn at(&self) -> &str {
        self.site.folder().to_str().unwrap()
    }
}

/// A phone with an app that was built with what was live.
pub(crate) struct Phone {
    store: TempDir,
    trust: Trust,
    pub(crate) has: Parts,
    /// Bytes of content that came in the last sync.
    pub(crate) came: Cell<u64>,
}

/// The canonical bytes of each part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parts(pub(crate) BTreeMap<RoleName, Vec<u8>>);

impl Have for Parts {
    fn parts(&self) -> BTreeMap<RoleName, Expected> {
        self.0.iter().map(|(role, canonical)| (role.clone(), Expected::of(canonical))).collect()
    }

    fn canonical(&self, role: &RoleName) -> Result<Option<Vec<u8>>, Cause> {
        Ok(self.0.get(role).cloned())
    }
}

impl Phone {
    pub(crate) fn built_from(charity: &Charity) -> Self {
        let app = tempfile::tempdir().unwrap();
        charity.site.ship("https://content.example/v1/", app.path(), Utc::now()).unwrap();
        let trust = Trust::read(&fs::read(app.path().join("trust.json")).unwrap()).unwrap();
        let content = kindway_content::read_seed(&fs::read(app.path().join("content.seed")).unwrap()).unwrap();
        let parts = roles::split(&content).into_iter().map(|(role, part)| (role, part.to_canonical()));
        Self { store: tempfile::tempdir().unwrap(), trust, has: Parts(parts.collect()), came: Cell::new(0) }
    }

    /// Brings it up to date from this address, as the app does it. True where there was something new.
    pub(crate) fn sync(&mut self, address: &str) -> bool {
        let options = WebOptions { cleartext: true, ..WebOptions::APP };
        let mut web = Web::new(address, Arc::new(DeviceClock), options).unwrap();
        let mut store = Folder::new(self.store.path());
        self.came.set(0);
        let sync = Sync {
            store: &mut store,
            host: &mut web,
            clock: &NeverEarlier::new(DeviceClock, DateTime::UNIX_EPOCH),
            limits: Limits::KINDWAY,
            trust: &self.trust,
            have: &self.has,
            floors: None,
            most: u64::MAX,
            report: &|progress| self.came.set(progress.done),
            stopped: &AtomicBool::new(false),
        };
        match sync.run().unwrap() {
            Finding::Nothing { .. } => false,
            Finding::Release(release) => {
                self.has.0.extend(release.parts);
                Sync::settled(&mut store, &release.floors).unwrap();
                true
            }
            Finding::Large { bytes } => panic!("{bytes} bytes are too many"),
        }
    }
}

/// One document in each language, and little of what there is much of: packing takes longer than all else that is tried here.
fn small() -> Pack {
    let mut content = kindway_content::read_seed(kindway_seed::SEED).unwrap();
    let mut kept: BTreeMap<String, usize> = BTreeMap::new();
    let mut document = None;
    content.records.retain(|record| {
        let mut parts = record.key.split('/');
        let kind = parts.next().unwrap();
        let most = match kind {
            "doc" => {
                let name: Vec<&str> = parts.take(2).collect();
                return *document.get_or_insert_with(|| name.join("/")) == name.join("/");
            }
            "contact-words" | "messages" => 0,
            "contact" | "fact" | "rule" | "rate" => 3,
            _ => usize::MAX,
        };
        let kept = kept.entry(kind.to_owned()).or_default();
        *kept += 1;
        *kept <= most
    });
    for record in content.records.iter_mut().filter(|record| record.key == "places/outcodes") {
        let mut rows: Vec<Value> = serde_json::from_slice(&record.body).unwrap();
        rows.truncate(20);
        record.body = serde_json::to_vec(&rows).unwrap();
    }
    content
}

/// Runs a command without credentials of whoever runs the tests.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kindway-publish"));
    command.args(arguments);
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("AWS_")) {
            command.env_remove(name);
        }
    }
    command.env("KINDWAY_PASSPHRASE", PASSPHRASE);
    command
}

pub(crate) fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

/// What a command said, on both ways.
pub(crate) fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

pub(crate) fn succeeds(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    said(&output)
}

pub(crate) fn fails(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", said(&output));
    said(&output)
}

/// Every file below a folder with its bytes, by its path from there.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Changes one byte in the middle of a file.
pub(crate) fn flip(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(file, bytes).unwrap();
}

/// A program that does not outlive its test.
pub(crate) struct Running(pub(crate) Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The web server, as Debian has it.
pub(crate) fn nginx() -> PathBuf {
    env::split_paths(&env::var_os("PATH").unwrap_or_default())
        .chain([PathBuf::from("/usr/sbin")])
        .map(|folder| folder.join("nginx"))
        .find(|program| program.is_file())
        .unwrap_or_else(|| panic!("nginx is missing: `apt-get install nginx` as root, or `cargo xtask test core`"))
}

/// What a host answers to one request.
pub(crate) struct Answered {
    pub(crate) status: u16,
    pub(crate) headers: ureq::http::HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answered {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }
}

/// Asks for exactly this: nothing is unpacked, followed or added.
pub(crate) fn ask(address: &str, headers: &[(&str, &str)]) -> Answered {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let mut request = agent.get(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut response = request.call().unwrap();
    let body = response.body_mut().read_to_vec().unwrap();
    Answered { status: response.status().as_u16(), headers: response.headers().clone(), body }
}
