//! A folder that an earlier layout of the vault left behind is raised to today's, and nothing of it is lost, whenever that is cut short.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use std::{collections::BTreeMap, fs, path::Path};

use fastrand::Rng;
use kindway_core::vault::Vault;
use kindway_crash::NOW;
use kindway_desktop::{DesktopDevice, OsEntropy, SetClock};
use rusqlite::types::Value;
use support::{Broken, Tally, chance, child, content, fault, life, power, room, trace};

/// What the core's tests keep of each layout; they say what is in it.
const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../crates/core/tests/fixtures");
/// The files of such a folder, and where they stood.
const FILES: [(&str, &str); 4] = [
    ("a.slot", "vault/a.slot"),
    ("a.db", "vault/a.db"),
    ("reminders.json", "reminders.json"),
    ("key-of-this-fixture-alone", "device.key"),
];

/// Makes the folder of a phone that was left so, with the content of today, which is another matter.
fn leave(layout: &str, folder: &Path, seed: &Path) {
    fs::create_dir(folder).expect("a folder");
    assert!(child::run(child::command("vault", folder, seed).args(["--until", "0"])).how.success());
    fs::remove_dir_all(folder.join("vault")).expect("a new vault");
    fs::create_dir(folder.join("vault")).expect("a folder");
    for (from, to) in FILES {
        fs::copy(Path::new(FIXTURES).join(layout).join(from), folder.join(to)).expect("a file of the fixture");
    }
}

/// Every row of hers, once everything is as it should be.
fn look(folder: &Path) -> Result<BTreeMap<String, Vec<Vec<Value>>>, String> {
    let _nothing_starts = child::looking();
    let door = life::open(folder);
    kindway_crash::ask(&door, kindway_core::api::Request::Open(kindway_core::api::Nothing {}))?;
    drop(door);
    let (device, clock) = (DesktopDevice::in_folder(folder), SetClock(NOW.parse().expect("a moment")));
    let vault = Vault::open(folder, &device, &clock, &OsEntropy)
        .map_err(|closed| format!("the vault: {}", closed.why.code.name()))?;
    let ask = |sql: &str| -> rusqlite::Result<Vec<Vec<Value>>> {
        let mut ask = vault.read().prepare(sql)?;
        let width = ask.column_count();
        ask.query_map([], |row| (0..width).map(|n| row.get(n)).collect())?.collect()
    };
    let health = ask("PRAGMA integrity_check").map_err(|error| error.to_string())?;
    if health != [[Value::Text("ok".into())]] {
        return Err(format!("integrity_check: {health:?}"));
    }
    let mut known = ask("SELECT id FROM alarm").map_err(|error| error.to_string())?;
    let planned = device.planned().map_err(|error| error.to_string())?;
    let mut held: Vec<_> = planned.into_iter().map(|alarm| vec![Value::Text(alarm.id)]).collect();
    known.sort_by_key(|row| format!("{row:?}"));
    held.sort_by_key(|row| format!("{row:?}"));
    if known != held {
        return Err(format!("{} reminders are hers and the phone holds {}", known.len(), held.len()));
    }
    for side in ["a", "b"] {
        let slot = fs::read(folder.join(format!("vault/{side}.slot"))).map_err(|error| error.to_string())?;
        if !slot.starts_with(b"KWSLOT02") {
            return Err(format!("{side}.slot is not of today's form"));
        }
    }
    if fs::metadata(folder.join("vault/a.db")).map(|meta| meta.len()).ok()
        != fs::metadata(folder.join("vault/b.db")).map(|meta| meta.len()).ok()
    {
        return Err("the two vaults are not of one length".into());
    }
    ["setting", "visit", "money", "letter", "own_number"]
        .into_iter()
        .map(|table| Ok((table.to_owned(), ask(&format!("SELECT * FROM {table} ORDER BY 1"))?)))
        .collect::<rusqlite::Result<_>>()
        .map_err(|error| error.to_string())
}

fn compare(folder: &Path, whole: &BTreeMap<String, Vec<Vec<Value>>>) -> Result<(), String> {
    let now = look(folder)?;
    let other: Vec<_> = whole.iter().filter(|(table, rows)| now.get(*table) != Some(rows)).map(|(t, _)| t).collect();
    if other.is_empty() { Ok(()) } else { Err(format!("the rows of {other:?} are not those that were left")) }
}

/// What is there after a raising that nothing disturbed.
fn undisturbed(seed: &Path) -> BTreeMap<String, Vec<Vec<Value>>> {
    let room = room::room();
    let folder = room.path().join("app");
    leave("vault-5", &folder, seed);
    let rows = look(&folder).expect("it opens");
    assert!(rows.values().all(|rows| !rows.is_empty()), "a table is empty");
    rows
}

#[test]
fn a_past_folder_is_raised_and_nothing_of_it_is_lost_when_the_power_is_cut_after_any_write_and_sync() {
    let mut chance = Rng::with_seed(chance());
    let tally = Tally::default();
    let room = room::room();
    let (folder, seed) = (room.path().join("app"), content::little_seed_in(&room));
    let whole = undisturbed(&seed);
    leave("vault-5", &folder, &seed);
    let trace = trace::record(&folder, child::command("vault", &folder, &seed).args(["--until", "0"]));
    assert!(trace.ended.how.success(), "{:?}", trace.ended.said.last());
    power::is_complete(&trace, &folder);
    power::cut(&trace, &mut chance, &tally, |folder, _| {
        let slot = fs::read(folder.join("vault/a.slot")).map_err(|error| error.to_string())?;
        tally.note(if slot.starts_with(b"KWSLOT01") { "of them not raised yet" } else { "of them raised" });
        compare(folder, &whole)
    });
    println!("{tally}");
    assert!(tally.of("of them not raised yet") > 0 && tally.of("of them raised") > 0, "it was not cut on both sides");
}

#[test]
fn a_past_folder_whose_raising_met_a_write_that_failed_is_raised_at_the_next_start() {
    let (tally, broken) = (Tally::default(), Broken::default());
    let room = room::room();
    let (folder, seed) = (room.path().join("app"), content::little_seed_in(&room));
    let whole = undisturbed(&seed);
    leave("vault-5", &folder, &seed);
    let before = room::read(&folder).expect("the folder can be read");
    fault::each(
        &before,
        fault::Every::ONE,
        |folder| {
            let mut command = child::command("vault", folder, &seed);
            command.args(["--until", "0"]);
            command
        },
        &tally,
        &broken,
        |folder, failed| {
            let wrong = child::last(&failed.ended.said, "wrong");
            if wrong.is_some_and(|why| why != "trouble cannot-save") {
                return Err(format!("it said {wrong:?}"));
            }
            tally.note(if wrong.is_some() { "not opened, and opened the next time" } else { "opened all the same" });
            compare(folder, &whole)
        },
    );
    println!("failed:{tally}");
    broken.none();
}
