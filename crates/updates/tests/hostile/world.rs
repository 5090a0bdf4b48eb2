//! A charity that has published four times, a phone that knows the second, and the files of the third in the hands of a liar.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use brotli::enc::BrotliEncoderParams;
use chrono::{DateTime, Utc};
use kindway_content::{Pack, Record, delta::Expected};
use kindway_repository::{Key, Signer, signed};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::{
    host::{File, Host, Reply, Scene},
    support::{Charity, Edit, Phone, Shipped, content_of, small},
};

pub type Files = BTreeMap<String, Arc<[u8]>>;

/// The roles of the small content, in the order in which the list of targets names them.
pub const ROLES: [&str; 4] = ["contacts", "language-ar", "language-en-GB", "rules"];

/// What was published at one time.
pub struct Edition {
    pub files: Files,
    pub content: BTreeMap<String, Expected>,
    pub pack: Pack,
    /// Of each role of TUF.
    pub versions: BTreeMap<String, u64>,
}

/// Everything that the cases begin with. It is made once.
pub struct Base {
    pub host: Host,
    pub shipped: Shipped,
    /// What the app would have been built with a day later.
    pub shipped_second: Shipped,
    /// When the fourth edition was published.
    pub now: DateTime<Utc>,
    keys: BTreeMap<String, Key>,
    pub first: Edition,
    pub second: Edition,
    pub third: Edition,
    pub fourth: Edition,
    /// The fourth once more, after other keys for the timestamp and the snapshot.
    pub rotated: Edition,
    /// The app as it was shipped with the first; it has never asked.
    pub new_phone: Folder,
    /// The same after it got the second.
    pub synced_phone: Folder,
}

pub fn base() -> &'static Base {
    static BASE: OnceLock<Base> = OnceLock::new();
    BASE.get_or_init(Base::new)
}

impl Base {
    fn new() -> Self {
        let host = Host::new();
        let mut charity = Charity::new(&content(1));
        let shipped = charity.ship(&host.address);
        let first = Edition::of(&charity);
        let next = |charity: &mut Charity, edition: u32| {
            charity.wait_days(1);
            charity.publish(&content(edition));
            Edition::of(charity)
        };
        let second = next(&mut charity, 2);
        let shipped_second = charity.ship(&host.address);
        let now = charity.now;
        let third = next(&mut charity, 3);
        // What a liar counts on from the third is below what the charity has reached by the fourth.
        charity.wait_days(1);
        (30..36).for_each(|edition| charity.publish(&content(edition)));
        charity.publish(&content(4));
        let fourth = Edition::of(&charity);
        // A thief's keys are those of before.
        let signers = ["root-1", "root-2", "root-3", "targets", "snapshot", "timestamp"].into_iter().chain(ROLES);
        let key = |name: &str| (name.to_owned(), charity.keys.key(&name.parse().unwrap()).unwrap());
        let keys = signers.map(key).collect();
        charity.rotate(&[Signer::Timestamp, Signer::Snapshot]);
        let rotated = Edition::of(&charity);

        let mut phone = Phone::new(&shipped, now);
        phone.close();
        let new_phone = Folder::of(phone.path());
        phone.open();
        host.show(Scene { files: second.files.clone(), ..Scene::default() });
        let updates = phone.sync();
        assert_eq!(updates.trouble, None, "an honest update: {updates:?}, asked: {:?}", host.asked());
        assert_eq!(phone.content(), second.content);
        phone.close();
        let synced_phone = Folder::of(phone.path());
        Self {
            host,
            shipped,
            shipped_second,
            now: charity.now,
            keys,
            first,
            second,
            third,
            fourth,
            rotated,
            new_phone,
            synced_phone,
        }
    }
}

/// The small content with something else in every part.
pub fn content(edition: u32) -> Pack {
    let words = |text: &str| serde_json::to_vec(&format!("edition-of-the-test = {text} {edition}\n")).unwrap();
    Edit(small())
        .record("messages/en-GB/edition", &words("Edition"))
        .record("messages/ar/edition", &words("إصدار"))
        .rate("pregnancy", 500 + edition)
        .number("sands", &format!("0800 000 000{edition}"))
        .0
}

impl Edition {
    pub fn of(charity: &Charity) -> Self {
        let files = charity.files().into_iter().map(|(path, bytes)| (path, bytes.into())).collect();
        let published = charity.site.published().unwrap().unwrap();
        let pack = published.content().unwrap();
        let mut versions = BTreeMap::from([
            ("root".to_owned(), published.root),
            ("timestamp".to_owned(), published.timestamp),
            ("snapshot".to_owned(), published.snapshot),
            ("targets".to_owned(), published.targets),
        ]);
        versions.extend(published.roles.iter().map(|(role, part)| (role.to_string(), part.version)));
        Self { files, content: content_of(&pack), pack, versions }
    }

    /// The signed file of a role.
    pub fn bytes(&self, role: &str) -> Vec<u8> {
        self.files[&path(role, self.versions[role])].to_vec()
    }
}

/// The files of a folder, and of those below it. Nothing of it stays on the disk when the test ends.
pub struct Folder(Vec<(PathBuf, Vec<u8>)>);

impl Folder {
    fn of(folder: &Path) -> Self {
        let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push((path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap()));
                }
            }
        }
        Self(files)
    }

    /// A folder with these files.
    pub fn copy(&self) -> TempDir {
        let folder = crate::support::folder();
        for (name, bytes) in &self.0 {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }
}

type Pin<'a> = Box<dyn FnOnce(&mut Value) + 'a>;

/// What a phone will meet: an edition that may be changed at will, and signed with any key of the charity's.
pub struct World {
    pub scene: Scene,
    pub versions: BTreeMap<String, u64>,
}

impl World {
    pub fn at(edition: &Edition) -> Self {
        let scene = Scene { files: edition.files.clone(), ..Scene::default() };
        Self { scene, versions: edition.versions.clone() }
    }

    pub fn lie(&mut self, file: File, reply: Reply) {
        self.scene.lies.push((file, reply));
    }

    pub fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.scene.files.insert(path.to_owned(), bytes.into().into());
    }

    /// So that whole packs are fetched.
    pub fn no_deltas(&mut self) {
        self.scene.files.retain(|path, _| !File::Delta.is(path));
    }

    pub fn path(&self, role: &str) -> String {
        path(role, self.versions[role])
    }

    pub fn bytes(&self, role: &str) -> Arc<[u8]> {
        self.scene.files[&self.path(role)].clone()
    }

    /// The bytes of a role, other than they were.
    pub fn with_bytes(&mut self, role: &str, bytes: impl Into<Vec<u8>>) {
        self.put(&self.path(role), bytes);
    }

    /// What a role says, unsigned.
    pub fn said(&self, role: &str) -> Value {
        serde_json::from_slice::<Value>(&self.bytes(role)).unwrap()["signed"].clone()
    }

    /// Signs what a role says now, and puts it where its version belongs.
    pub fn sign(&mut self, role: &str, said: &Value, by: &[&str]) {
        self.sign_with(role, said, &by.iter().map(|name| key(name)).collect::<Vec<_>>());
    }

    pub fn sign_with(&mut self, role: &str, said: &Value, keys: &[&Key]) {
        if let Some(version) = said["version"].as_u64() {
            self.versions.insert(role.to_owned(), version);
        }
        self.with_bytes(role, signed(said, keys.iter().copied()).unwrap());
    }

    /// Changes what a role says, under the right keys.
    pub fn change(&mut self, role: &str, change: impl FnOnce(&mut Value)) {
        let mut said = self.said(role);
        change(&mut said);
        self.sign(role, &said, keys_of(role));
    }

    /// The same as a new version, which the snapshot and the timestamp know of, each signed by its own key.
    pub fn publish(&mut self, role: &str, change: impl FnOnce(&mut Value)) {
        let version = self.versions[role] + 1;
        self.change(role, |said| {
            said["version"] = json!(version);
            change(said);
        });
        let above = match role {
            "root" | "timestamp" => return,
            "snapshot" => "timestamp",
            _ => "snapshot",
        };
        let pin: Pin = Box::new(|said| said["meta"][format!("{role}.json")]["version"] = json!(version));
        self.publish(above, pin);
    }

    /// A timestamp that is still good in a month, as the machine of the charity would have signed it by then.
    pub fn outlast(&mut self) {
        self.publish("timestamp", |said| said["expires"] = json!("2027-01-15T00:00:00Z"));
    }

    /// What the machine of the charity would have signed in another year, with versions far on.
    pub fn much_later(&mut self) {
        let (version, expires) = (json!(100_000), json!("2029-01-01T00:00:00Z"));
        self.change("snapshot", |said| (said["version"], said["expires"]) = (version.clone(), expires.clone()));
        self.change("timestamp", |said| {
            (said["version"], said["expires"]) = (version.clone(), expires.clone());
            said["meta"]["snapshot.json"]["version"] = version.clone();
        });
    }

    /// Lets every version begin far above what anybody has seen.
    pub fn outdo(&mut self) {
        const ABOVE: u64 = 1_000;
        for role in ROLES.iter().chain(&["targets"]) {
            let version = self.versions[*role] + ABOVE;
            self.change(role, |said| said["version"] = json!(version));
        }
        let versions = self.versions.clone();
        let snapshot = versions["snapshot"] + ABOVE;
        self.change("snapshot", |said| {
            said["version"] = json!(snapshot);
            for (file, pin) in said["meta"].as_object_mut().unwrap() {
                pin["version"] = json!(versions[file.trim_end_matches(".json")]);
            }
        });
        self.change("timestamp", |said| {
            said["version"] = json!(versions["timestamp"] + ABOVE);
            said["meta"]["snapshot.json"]["version"] = json!(snapshot);
        });
    }

    /// A new root after the newest, which says something else.
    pub fn next_root(&mut self, by: &[&str], change: impl FnOnce(&mut Value)) {
        let version = self.versions["root"] + 1;
        let mut said = self.said("root");
        said["version"] = json!(version);
        change(&mut said);
        let named = said["version"].clone();
        self.sign("root", &said, by);
        // Where it lies is not what it says.
        if named != json!(version) {
            let bytes = self.bytes("root");
            self.put(&format!("metadata/{version}.root.json"), bytes.to_vec());
        }
    }

    pub fn pack_path(&self, role: &str) -> String {
        let list = self.said(role);
        let hash = list["targets"][format!("{role}/content.pack")]["hashes"]["sha256"].as_str().unwrap().to_owned();
        format!("targets/{role}/{hash}.content.pack")
    }

    /// The delta that leads a phone of the second edition to what is published of a role.
    pub fn delta_path(&self, role: &str) -> String {
        let list = self.said(role);
        let new = list["targets"][format!("{role}/content.pack")]["custom"]["sha256"].as_str().unwrap().to_owned();
        format!("d/{}-{new}", hex::encode(base().second.content[role].sha256))
    }

    /// The role's own key signs another file as its pack. What is said of the canonical bytes is true unless it is changed.
    pub fn sign_pack(&mut self, role: &str, file: &[u8], canonical: &[u8], change: impl FnOnce(&mut Value)) {
        let hash = hex::encode(Sha256::digest(file));
        self.put(&format!("targets/{role}/{hash}.content.pack"), file);
        self.change(role, |said| {
            let target = &mut said["targets"][format!("{role}/content.pack")];
            *target = json!({
                "custom": { "length": canonical.len(), "sha256": hex::encode(Sha256::digest(canonical)) },
                "hashes": { "sha256": hash },
                "length": file.len(),
            });
            change(target);
        });
    }

    /// The role's own key signs other records.
    pub fn sign_records(&mut self, role: &str, change: impl FnOnce(&mut Vec<Record>)) {
        let mut pack = self.part(role);
        change(&mut pack.records);
        let canonical = pack.to_canonical();
        self.sign_canonical(role, &canonical);
    }

    pub fn sign_canonical(&mut self, role: &str, canonical: &[u8]) {
        self.sign_pack(role, &packed(canonical), canonical, |_| ());
    }

    /// The records of a role as they are in the third edition.
    pub fn part(&self, role: &str) -> Pack {
        let parts = kindway_content::roles::split(&base().third.pack);
        parts.into_iter().find(|(name, _)| name.as_str() == role).unwrap().1
    }
}

fn path(role: &str, version: u64) -> String {
    if role == "timestamp" { "metadata/timestamp.json".to_owned() } else { format!("metadata/{version}.{role}.json") }
}

pub fn key(name: &str) -> &'static Key {
    &base().keys[name]
}

pub fn keys_of(role: &str) -> &[&str] {
    match role {
        "root" => &["root-1", "root-2"],
        "timestamp" => &["timestamp"],
        "snapshot" => &["snapshot"],
        "targets" => &["targets"],
        "contacts" => &["contacts"],
        "rules" => &["rules"],
        "language-ar" => &["language-ar"],
        "language-en-GB" => &["language-en-GB"],
        other => panic!("nobody signs {other}"),
    }
}

/// Canonical bytes as a whole pack, whatever they are.
pub fn packed(canonical: &[u8]) -> Vec<u8> {
    let mut out = b"KWSEED01".to_vec();
    out.extend_from_slice(&Sha256::digest(canonical));
    out.extend_from_slice(&(canonical.len() as u64).to_le_bytes());
    out.extend_from_slice(&compressed(canonical, 22, false));
    out
}

pub fn compressed(bytes: &[u8], window: i32, large: bool) -> Vec<u8> {
    let params = BrotliEncoderParams { quality: 4, lgwin: window, large_window: large, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut io::Cursor::new(bytes), &mut out, &params).unwrap();
    out
}

/// What a phone has stored as verified, by role.
pub fn stored(phone: &Path) -> BTreeMap<String, u64> {
    let Ok(entries) = fs::read_dir(phone.join("updates")) else { return BTreeMap::new() };
    let version = |entry: io::Result<fs::DirEntry>| {
        let entry = entry.unwrap();
        let role = entry.file_name().into_string().unwrap().strip_suffix(".json")?.to_owned();
        let file: Value = serde_json::from_slice(&fs::read(entry.path()).unwrap()).ok()?;
        Some((role, file.pointer("/signed/version")?.as_u64()?))
    };
    entries.filter_map(version).collect()
}

/// What nobody but tests looks at: the rows themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    pub records: String,
    pub outcodes: String,
    pub keys: BTreeSet<String>,
}

pub fn rows(phone: &Path) -> Rows {
    let db = open(phone);
    let mut keys = BTreeSet::new();
    let mut hash = |ask: &str, is_record: bool| {
        let mut hash = Sha256::new();
        let mut ask = db.prepare(ask).unwrap();
        let columns = ask.column_count();
        let mut rows = ask.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                hash.update(format!("{:?}\u{1f}", row.get_ref(column).unwrap()));
            }
            if is_record {
                keys.insert(row.get(0).unwrap());
            }
        }
        hex::encode(hash.finalize())
    };
    let records = hash("SELECT key, version, review_by, body FROM record ORDER BY key", true);
    let outcodes = hash("SELECT * FROM outcode ORDER BY outcode", false);
    Rows { records, outcodes, keys }
}

fn open(phone: &Path) -> rusqlite::Connection {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    rusqlite::Connection::open_with_flags(phone.join("content.db"), flags).unwrap()
}

/// The floors in both places; nothing where they cannot be read.
pub fn floors(phone: &Path) -> [Option<Value>; 2] {
    let kept: Option<String> = open(phone).query_row("SELECT floors FROM edition", [], |row| row.get(0)).unwrap();
    let file = fs::read(phone.join("updates/floors.json")).ok();
    let read = |text: Vec<u8>| serde_json::from_slice(&text).ok();
    [kept.and_then(|text| read(text.into_bytes())), file.and_then(read)]
}

/// What became of a phone.
#[derive(Clone, Copy, Debug)]
pub enum Harm {
    /// It has lost this.
    Lost(&'static str),
    /// The floors in the file are damaged.
    FloorsInTheFile,
    /// The floors beside the content are damaged.
    FloorsBesideTheContent,
}

impl Harm {
    pub fn come_to(self, phone: &Path) {
        match self {
            Self::Lost(lost) if phone.join(lost).is_dir() => fs::remove_dir_all(phone.join(lost)).unwrap(),
            Self::Lost(lost) => fs::remove_file(phone.join(lost)).unwrap(),
            Self::FloorsInTheFile => {
                let file = phone.join("updates/floors.json");
                let half = fs::metadata(&file).unwrap().len() / 2;
                fs::File::options().write(true).open(file).unwrap().set_len(half).unwrap();
            }
            Self::FloorsBesideTheContent => {
                let db = rusqlite::Connection::open(phone.join("content.db")).unwrap();
                db.execute("UPDATE edition SET floors = replace(floors, ':', ';')", []).unwrap();
            }
        }
    }
}

/// The time at which updates may be looked for again without her asking.
pub fn next_try(phone: &Path) -> Option<chrono::DateTime<chrono::Utc>> {
    let body: String = open(phone).query_row("SELECT body FROM tries", [], |row| row.get(0)).unwrap();
    serde_json::from_str::<Value>(&body).unwrap()["next"].as_str().map(|next| next.parse().unwrap())
}
