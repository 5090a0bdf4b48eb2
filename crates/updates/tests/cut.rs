//! A connection that ends at every byte of an update, once after the other: what she has is always the old or the new, never some of
//! each; no floor is lowered; and the next try comes to its end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs, unreachable_pub, clippy::print_stdout, reason = "what was cut and what came of it is printed")]

#[path = "hostile/host.rs"]
mod host;
mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Instant,
};

use chrono::TimeDelta;
use host::{Cut, Host, Scene};
use kindway_content::{Pack, delta::Expected};
use kindway_core::ports::UpdateTrouble;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use support::{Charity, Edit, Phone, Shipped, content_of, small};
use tempfile::TempDir;

/// Twice as many as the computers that this runs on have cores: half of them wait for an answer.
const THREADS: usize = 4;

fn content(edition: u32) -> Pack {
    Edit(small()).rate("pregnancy", 500 + edition).number("sands", &format!("0800 000 000{edition}")).0
}

/// One way of an update, and where it begins.
struct Way {
    name: &'static str,
    /// The content that is there before, and what is published.
    old: BTreeMap<String, Expected>,
    new: BTreeMap<String, Expected>,
    start: TempDir,
    shipped: Shipped,
    files: Scene,
    now: chrono::DateTime<chrono::Utc>,
    /// What a cut can leave on a phone, to the byte, from which the next try is known to reach its end.
    known: Mutex<BTreeSet<[u8; 32]>>,
}

#[derive(Default)]
struct Counts {
    old: AtomicUsize,
    new: AtomicUsize,
    mixed: AtomicUsize,
    fallen: AtomicUsize,
    /// Tries after a cut.
    tried: AtomicUsize,
    stuck: AtomicUsize,
}

impl Way {
    fn scene(&self, cut: Option<Cut>) -> Scene {
        Scene { cut, ..self.files.clone() }
    }

    /// The length of all bodies together.
    fn length(&self, host: &Host) -> usize {
        let phone = self.phone(host);
        let cut = Cut::after(usize::MAX, true);
        host.show(self.scene(Some(cut.clone())));
        assert_eq!(phone.sync().trouble, None, "{}: {:?}", self.name, host.asked());
        assert_eq!(phone.content(), self.new, "{}", self.name);
        usize::MAX - cut.left.load(Ordering::Relaxed)
    }

    fn phone(&self, host: &Host) -> Phone {
        let folder = support::folder();
        copy(self.start.path(), folder.path());
        let mut trust: Value = serde_json::from_str(&self.shipped.trust).unwrap();
        trust["host"] = host.address.clone().into();
        let shipped = Shipped { seed: self.shipped.seed.clone(), trust: trust.to_string() };
        Phone::over(folder, &shipped, self.now)
    }

    fn cut(&self, host: &Host, bytes: usize, declared: bool, counts: &Counts) -> Result<(), String> {
        let phone = self.phone(host);
        let before = floors(phone.path());
        host.show(self.scene(Some(Cut::after(bytes, declared))));
        let trouble = phone.sync().trouble;
        let content = phone.content();
        let said = match content {
            _ if content == self.old => {
                counts.old.fetch_add(1, Ordering::Relaxed);
                // Where nobody says how long a file is, half of one looks like one that was not signed.
                match trouble {
                    Some(UpdateTrouble::NoConnection) => Ok(()),
                    Some(UpdateTrouble::NotTrusted) if !declared => Ok(()),
                    other => Err(format!("she has the old content and is told {other:?}")),
                }
            }
            _ if content == self.new => {
                counts.new.fetch_add(1, Ordering::Relaxed);
                if trouble.is_none() { Ok(()) } else { Err(format!("she has the new content and is told {trouble:?}")) }
            }
            other => {
                counts.mixed.fetch_add(1, Ordering::Relaxed);
                Err(format!("mixed: {other:?}"))
            }
        };
        let between = floors(phone.path());
        if !is_long() && !self.known.lock().unwrap().insert(left(phone.path())) {
            return match fell(&before, &between) {
                None => said,
                Some(fell) => {
                    counts.fallen.fetch_add(1, Ordering::Relaxed);
                    Err(format!("a floor fell: {fell}"))
                }
            };
        }
        counts.tried.fetch_add(1, Ordering::Relaxed);
        host.show(self.scene(None));
        let trouble = phone.sync().trouble;
        let reached = if trouble.is_none() && phone.content() == self.new {
            Ok(())
        } else {
            counts.stuck.fetch_add(1, Ordering::Relaxed);
            Err(format!("the next try ends with {trouble:?}"))
        };
        let fell = match (fell(&before, &between), fell(&between, &floors(phone.path()))) {
            (None, None) => Ok(()),
            (one, other) => {
                counts.fallen.fetch_add(1, Ordering::Relaxed);
                Err(format!("a floor fell: {one:?}, {other:?}"))
            }
        };
        said.and(reached).and(fell)
    }

    /// Cuts at every byte, where a length was said beforehand and where none was: by turns, or both at each byte.
    fn cut_everywhere(&self) {
        let begun = Instant::now();
        let hosts: Vec<Host> = (0..THREADS).map(|_| Host::new()).collect();
        let length = self.length(&hosts[0]);
        let (counts, next, wrong) = (Counts::default(), AtomicUsize::new(0), Mutex::new(Vec::new()));
        thread::scope(|scope| {
            for host in &hosts {
                scope.spawn(|| {
                    loop {
                        let place = next.fetch_add(1, Ordering::Relaxed);
                        let (bytes, declared) =
                            if is_long() { (place / 2, place % 2 == 0) } else { (place, place % 2 == 0) };
                        if bytes > length {
                            return;
                        }
                        if let Err(why) = self.cut(host, bytes, declared, &counts) {
                            wrong.lock().unwrap().push(format!("after {bytes} bytes (length said: {declared}): {why}"));
                        }
                    }
                });
            }
        });
        let count = |of: &AtomicUsize| of.load(Ordering::Relaxed);
        println!(
            "{}: cut after each of {length} bytes: old {}, new {}, mixed {}, floors fallen {}; next tries {}, failed {}; {} s",
            self.name,
            count(&counts.old),
            count(&counts.new),
            count(&counts.mixed),
            count(&counts.fallen),
            count(&counts.tried),
            count(&counts.stuck),
            begun.elapsed().as_secs(),
        );
        let wrong = wrong.into_inner().unwrap();
        assert!(
            wrong.is_empty(),
            "{}: {} cuts went wrong, the first: {}",
            self.name,
            wrong.len(),
            wrong[..wrong.len().min(5)].join("; ")
        );
        assert!(count(&counts.old) >= length && count(&counts.new) >= 1, "{}: both sides were reached", self.name);
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let (from, to) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if from.is_dir() {
            fs::create_dir_all(&to).unwrap();
            copy(&from, &to);
        } else {
            fs::copy(from, to).unwrap();
        }
    }
}

/// Whether there is time to do everything twice: `cargo xtask test --long`.
fn is_long() -> bool {
    std::env::var_os("KINDWAY_LONG").is_some()
}

/// A name for everything that an update may have touched.
fn left(phone: &Path) -> [u8; 32] {
    let mut files = vec![phone.join("content.db")];
    files.extend(fs::read_dir(phone.join("updates")).unwrap().map(|entry| entry.unwrap().path()));
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        let bytes = fs::read(&file).unwrap();
        hash.update(file.file_name().unwrap().as_encoded_bytes());
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    }
    hash.finalize().into()
}

/// In both places where they stand.
fn floors(phone: &Path) -> [Option<Value>; 2] {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let db = rusqlite::Connection::open_with_flags(phone.join("content.db"), flags).unwrap();
    let kept: Option<String> = db.query_row("SELECT floors FROM edition", [], |row| row.get(0)).unwrap();
    let file = fs::read(phone.join("updates/floors.json")).ok();
    [kept.map(|text| serde_json::from_str(&text).unwrap()), file.map(|bytes| serde_json::from_slice(&bytes).unwrap())]
}

/// The first number that is lower than it was. No key is replaced here.
fn fell(before: &[Option<Value>; 2], after: &[Option<Value>; 2]) -> Option<String> {
    fn lower(before: &Value, after: &Value) -> bool {
        match before {
            // The sum follows from the rest, whichever way that went.
            Value::Object(fields) => {
                fields.iter().filter(|(name, _)| *name != "sum").any(|(name, value)| lower(value, &after[name]))
            }
            Value::Number(number) => after.as_u64() < number.as_u64(),
            text => text != after,
        }
    }
    let pairs = before.iter().zip(after);
    pairs.filter_map(|(before, after)| Some((before.as_ref()?, after))).find_map(|(before, after)| {
        let is_lower = after.as_ref().is_none_or(|after| lower(before, after));
        is_lower.then(|| format!("{before} became {after:?}"))
    })
}

/// An app as it was shipped, on a phone that has never asked, two editions behind; by deltas, or by whole packs.
fn first_run(has_deltas: bool) -> Way {
    let mut charity = Charity::new(&content(1));
    let shipped = charity.ship("http://127.0.0.1:1/v1/");
    for edition in 2..=3 {
        charity.wait_days(1);
        charity.publish(&content(edition));
    }
    let start = support::folder();
    let mut phone = Phone::new(&shipped, charity.now);
    phone.close();
    copy(phone.path(), start.path());
    let name = if has_deltas { "first run, by deltas" } else { "first run, by whole packs" };
    way(name, &charity, shipped, start, content_of(&content(1)), has_deltas)
}

/// A phone that has got the second edition by an update, and now gets the third.
fn update(gzip: bool) -> Way {
    let mut charity = Charity::new(&content(1));
    let host = Host::new();
    let shipped = charity.ship(&host.address);
    charity.wait_days(1);
    charity.publish(&content(2));
    let mut phone = Phone::new(&shipped, charity.now);
    host.show(Scene { files: files(&charity), ..Scene::default() });
    assert_eq!(phone.sync().trouble, None);
    let old = phone.content();
    phone.close();
    let start = support::folder();
    copy(phone.path(), start.path());
    charity.wait_days(1);
    charity.publish(&content(3));
    let mut way = way(if gzip { "update, packed" } else { "update" }, &charity, shipped, start, old, true);
    way.files.gzip = gzip;
    way
}

fn files(charity: &Charity) -> BTreeMap<String, std::sync::Arc<[u8]>> {
    charity.files().into_iter().map(|(path, bytes)| (path, bytes.into())).collect()
}

fn way(
    name: &'static str,
    charity: &Charity,
    shipped: Shipped,
    start: TempDir,
    old: BTreeMap<String, Expected>,
    has_deltas: bool,
) -> Way {
    let mut files = files(charity);
    files.retain(|path, _| has_deltas || !path.starts_with("d/"));
    Way {
        name,
        old,
        new: content_of(&charity.site.published().unwrap().unwrap().content().unwrap()),
        start,
        shipped,
        files: Scene { files, ..Scene::default() },
        now: charity.now + TimeDelta::hours(1),
        known: Mutex::default(),
    }
}

#[test]
fn a_first_update_that_is_cut_at_any_byte_leaves_the_old_or_the_new() {
    first_run(true).cut_everywhere();
}

#[test]
fn an_update_that_is_cut_at_any_byte_leaves_the_old_or_the_new() {
    update(false).cut_everywhere();
}

#[test]
fn an_update_that_is_sent_packed_and_cut_at_any_byte_leaves_the_old_or_the_new() {
    update(true).cut_everywhere();
}

#[test]
fn whole_packs_that_are_cut_at_any_byte_leave_the_old_or_the_new() {
    first_run(false).cut_everywhere();
}
