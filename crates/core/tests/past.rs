//! Folders that earlier layouts of the vault left behind: each opens, with every row, whenever the raising was cut short.
//!
//! `fixtures/vault-N` holds the files as the app of that time left them at `user_version` N, the phone's list of reminders, and the
//! key of the stand-in for a phone: made for this fixture alone, so it protects nothing.
//!
//! `vault-5` was written by the preview of commit 13b4176 (slots of form `KWSLOT01`, one space) with its clock at
//! 2026-11-02T10:00:00Z, through the door, and killed after the last answer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use kindway_content::SupportKind;
use kindway_core::{
    api::{Request, Response},
    days::Weekday,
    error::Code,
    help, lock, money,
    ports::{Alarm, Device, Entropy, PortError},
    reminders,
    settings::{Interpreter, Settings},
    vault::Vault,
    visits::{self, AskedBy},
};
use rusqlite::{Connection, OpenFlags, types::Value};
use sha2::Sha256;
use support::{Phone, TestEntropy, nothing, visit};

const NOW: &str = "2026-11-22T10:00:00Z";

fn fixture(number: i64) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/vault-{number}"))
}

/// The numbers of all layouts that are kept.
fn kept() -> BTreeSet<i64> {
    let names = fs::read_dir(fixture(0).parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter_map(|name| name.to_str()?.strip_prefix("vault-")?.parse().ok()).collect()
}

/// A phone that was left as the fixture says, with nothing opened yet.
fn left(number: i64) -> Phone {
    let mut phone = Phone::at(NOW);
    phone.close();
    let alarms: Vec<Alarm> =
        serde_json::from_slice(&fs::read(fixture(number).join("reminders.json")).unwrap()).unwrap();
    let key = fs::read(fixture(number).join("key-of-this-fixture-alone")).unwrap();
    {
        let mut remembered = phone.device.0.lock().unwrap();
        (remembered.alarms, remembered.secret) = (alarms, Some(key.try_into().unwrap()));
    }
    let files = ["a.slot", "a.db"].map(|name| (name.to_owned(), fs::read(fixture(number).join(name)).unwrap()));
    put(&phone, &files.into_iter().collect());
    phone
}

type Files = BTreeMap<String, Vec<u8>>;

/// Every file of the vault.
fn files(phone: &Phone) -> Files {
    let entries = fs::read_dir(phone.path().join("vault")).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap())).collect()
}

/// Leaves these files in the vault and no others.
fn put(phone: &Phone, files: &Files) {
    fs::remove_dir_all(phone.path().join("vault")).unwrap();
    fs::create_dir(phone.path().join("vault")).unwrap();
    for (name, bytes) in files {
        fs::write(phone.path().join("vault").join(name), bytes).unwrap();
    }
}

fn without(files: &Files, names: &[&str]) -> Files {
    files.iter().filter(|(name, _)| !names.contains(&name.as_str())).map(|(n, b)| (n.clone(), b.clone())).collect()
}

fn with(files: &Files, name: &str, bytes: &[u8]) -> Files {
    files.iter().map(|(n, b)| (n.clone(), b.clone())).chain([(name.to_owned(), bytes.to_vec())]).collect()
}

fn trouble(phone: &Phone) -> Option<Code> {
    phone.app.as_ref().unwrap().trouble()
}

/// The vault itself, without the app around it, which plans its reminders anew at each opening.
fn vault(phone: &Phone) -> Vault {
    Vault::open(phone.path(), &phone.device, &phone.clock, &phone.entropy).unwrap()
}

/// Every row of every table, but for what is planned anew and what is known of the other space.
fn rows(db: &Connection) -> BTreeMap<String, Vec<Vec<Value>>> {
    let mut ask = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
    let tables = ask.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap);
    tables
        .filter(|table| !["alarm", "other_space"].contains(&table.as_str()))
        .map(|table| {
            let mut ask = db.prepare(&format!("SELECT * FROM {table} ORDER BY 1")).unwrap();
            let width = ask.column_count();
            let rows = ask.query_map([], |row| (0..width).map(|n| row.get(n)).collect()).unwrap();
            (table, rows.map(Result::unwrap).collect())
        })
        .collect()
}

fn schema(db: &Connection) -> BTreeSet<(String, String, Option<String>)> {
    let mut ask = db.prepare("SELECT type, name, sql FROM sqlite_schema").unwrap();
    ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap().map(Result::unwrap).collect()
}

fn version(db: &Connection) -> i64 {
    db.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
}

/// The database as it stands in the folder of a phone with a slot of form 1, which is opened from its description alone.
fn opened_by_hand(phone: &Phone) -> Connection {
    let slot = fs::read(phone.path().join("vault/a.slot")).unwrap();
    let (salt, nonce): (&[u8], [u8; 24]) = (&slot[8..40], slot[40..64].try_into().unwrap());
    let mut kek = [0; 32];
    let secret = phone.device.device_secret("slot", salt).unwrap();
    Hkdf::<Sha256>::new(Some(salt), secret.as_slice()).expand(b"kindway slot 1", &mut kek).unwrap();
    let payload = Payload { msg: &slot[64..], aad: &slot[..40] };
    let key = XChaCha20Poly1305::new(&kek.into()).decrypt(&nonce.into(), payload).unwrap();
    let path = phone.path().join("vault/a.db");
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    db.pragma_update(None, "key", format!("x'{hex}'")).unwrap();
    db
}

fn visits(phone: &mut Phone) -> visits::Visits {
    let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
    visits
}

fn one(phone: &mut Phone, id: &str) -> visits::Visit {
    let Response::Visit(visit) = phone.call(Request::Visit(visits::Which { id: id.into() })).unwrap() else { panic!() };
    visit
}

/// Sets a PIN and makes a second space, and says whether both open what they should.
fn both_spaces_work(phone: &mut Phone) {
    let new = |current: Option<&str>, pin: &str| lock::NewPin {
        current: current.map(Into::into),
        pin: pin.into(),
        weak: false,
    };
    phone.call(Request::PinSet(new(None, "482091"))).unwrap();
    phone.call(Request::SecondSpace(new(Some("482091"), "730518"))).unwrap();
    for (pin, coming) in [("730518", 0), ("482091", 2)] {
        phone.open();
        assert_eq!(trouble(phone), Some(Code::Locked));
        phone.call(Request::Unlock(lock::Typed { pin: pin.into() })).unwrap();
        assert_eq!(visits(phone).coming.len(), coming);
    }
}

#[test]
fn there_is_a_folder_of_every_past_layout_that_can_be_told_by_its_number() {
    let mut phone = Phone::at(NOW);
    phone.close();
    let newest = version(vault(&phone).read());
    let before_5 = 1..5;
    assert_eq!(
        kept().into_iter().chain(before_5).collect::<BTreeSet<_>>(),
        (1..newest).collect(),
        "keep a folder as the app before the newest migration leaves it (fixtures/vault-N); no app ever left one before 5"
    );
}

#[test]
fn every_past_layout_opens_with_every_row_and_the_tables_of_today() {
    let mut fresh = Phone::at(NOW);
    fresh.close();
    let fresh = vault(&fresh);
    for number in kept() {
        let phone = left(number);
        let before = {
            let db = opened_by_hand(&phone);
            assert_eq!(version(&db), number);
            rows(&db)
        };
        assert!(before.values().all(|rows| !rows.is_empty()), "{number} has an empty table");
        let raised = vault(&phone);
        let after = rows(raised.read());
        for (table, rows) in before {
            assert_eq!(after[&table], rows, "{table} of {number}");
        }
        assert_eq!(schema(raised.read()), schema(fresh.read()), "of {number}");
        assert_eq!(version(raised.read()), version(fresh.read()), "of {number}");
    }
}

#[test]
fn what_she_saved_before_there_was_a_second_space_is_there_through_the_door() {
    let mut phone = left(5);
    phone.open();
    assert_eq!(trouble(&phone), None);
    let Response::Settings(settings) = phone.call(Request::Settings(nothing())).unwrap() else { panic!() };
    assert_eq!(
        settings,
        Settings {
            language: Some("ti".into()),
            welcomed: true,
            own_calendar: Some(true),
            text_size: 130,
            reminder_level: reminders::Level::Time,
            interpreter: Interpreter { needed: Some(true), dialect: Some("ትግርኛ".into()), woman: true },
            near: Some("L7".into()),
            support: Some(SupportKind::Section95),
            due: "2027-03-01".parse().ok(),
            ..Settings::default()
        }
    );
    let listed = visits(&mut phone);
    let ids: Vec<String> = listed.coming.into_iter().chain(listed.past).map(|card| card.id).collect();
    let [scan, official, booking] = ids.as_slice() else { panic!("{} visits", ids.len()) };
    let scan = one(&mut phone, scan);
    let draft = visits::Draft {
        place: Some("A ward that is not real".into()),
        phone: Some("0151 496 0102".into()),
        note: Some("ኣብ ቀዳማይ ደርቢ\nBring the letter".into()),
        travel_minutes: Some(45),
        asked_by: Some(AskedBy::Health),
        ..visit("scan", "2026-12-01", "09:20")
    };
    let typed = |draft: visits::Draft| visits::Draft { day: draft.day.map(|day| days_only(&day)), ..draft };
    assert_eq!(typed(scan.draft), draft);
    assert_eq!((scan.fare_pence, scan.fare_open, scan.interpreter_open), (Some(640), false, true));
    let official = typed(one(&mut phone, official).draft);
    let no_time = Some("No time given".into());
    assert_eq!(official, visits::Draft { note: no_time, ..visit("legal-official", "2026-12-10", "") });
    let booking = typed(one(&mut phone, booking).draft);
    let (place, note) = (Some("A clinic in the past".into()), Some("They gave me vitamins.".into()));
    assert_eq!(booking, visits::Draft { place, note, ..visit("booking", "2026-11-09", "10:30") });
    let Response::OwnNumbers(own) = phone.call(Request::OwnNumbers(nothing())).unwrap() else { panic!() };
    let own: Vec<_> = own.numbers.into_iter().map(|own| (own.role, own.name, own.phone.unwrap(), own.note)).collect();
    assert_eq!(
        own,
        [
            (help::Role::Midwife, "Midwife".into(), "0151 496 0103".into(), Some("Mondays".into())),
            (help::Role::Unit, String::new(), "0151 496 0104".into(), None),
            (help::Role::Other, "Neighbour".into(), "07700 900105".into(), None),
        ]
    );
    let Response::Money(money) = phone.call(Request::Money(nothing())).unwrap() else { panic!() };
    let have = (money.have.unwrap().pence, money.have_on.unwrap().iso, money.money_day, money.extra_pregnancy);
    assert_eq!(have, (1234, "2026-11-02".into(), Some(Weekday::Monday), true));
    let [letter] = money.letters.as_slice() else { panic!("{} letters", money.letters.len()) };
    let which = money::WhichLetter { id: letter.id.clone() };
    let Response::LetterSaved(letter) = phone.call(Request::LetterSaved(which)).unwrap() else { panic!() };
    assert_eq!(
        (letter.row.title.as_str(), letter.row.saved.iso.as_str()),
        ("Scan, Tuesday 1 December 2026", "2026-11-02")
    );
    let first = "2 November 2026\n\nTo: the clinic, A ward that is not real\n";
    assert!(
        letter.text.starts_with(first) && letter.text.contains("It costs £6.40 there and back."),
        "{}",
        letter.text
    );
}

/// A day as she typed it; the app adds the day of the week.
fn days_only(day: &kindway_core::days::TypedDay) -> kindway_core::days::TypedDay {
    kindway_core::days::TypedDay { weekday: None, ..*day }
}

#[test]
fn its_reminders_are_planned_anew_and_none_of_them_rings_twice() {
    let mut phone = left(5);
    let foreign = Alarm { id: "of nobody here".into(), at: NOW.parse().unwrap(), text: String::new() };
    phone.device.0.lock().unwrap().alarms.push(foreign);
    phone.open();
    assert_eq!(
        phone.rings(),
        [
            "2026-11-22T10:00Z",
            "2026-11-26T10:00Z",
            "2026-11-30T18:00Z",
            "2026-12-01T06:50Z",
            "2026-12-01T08:20Z",
            "2026-12-09T18:00Z",
            "2026-12-10T07:00Z"
        ]
    );
    for card in visits(&mut phone).coming {
        phone.call(Request::VisitDelete(visits::Which { id: card.id })).unwrap();
    }
    assert_eq!(phone.rings(), ["2026-11-22T10:00Z"], "what the phone holds for others is left alone");
}

#[test]
fn a_raised_folder_looks_like_a_new_one_and_takes_a_pin_and_a_second_space() {
    let mut fresh = Phone::at(NOW);
    fresh.close();
    let mut phone = left(5);
    phone.open();
    let sizes = |phone: &Phone| files(phone).into_iter().map(|(name, bytes)| (name, bytes.len())).collect::<Vec<_>>();
    assert_eq!(sizes(&phone), sizes(&fresh));
    let slots = ["a.slot", "b.slot"].map(|name| files(&phone)[name][..16].to_vec());
    assert_eq!(slots[0], slots[1]);
    both_spaces_work(&mut phone);
}

#[test]
fn a_raised_folder_is_not_raised_again() {
    let phone = left(5);
    drop(vault(&phone));
    let raised = files(&phone);
    drop(vault(&phone));
    assert_eq!(files(&phone), raised);
}

/// Randomness that ends after so many calls.
struct Ends(TestEntropy, AtomicUsize);

impl Entropy for Ends {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), PortError> {
        let left = self.1.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        left.map_err(|_| PortError::Refused)?;
        self.0.fill(buffer)
    }
}

/// The files when so much randomness was given to the raising.
fn stopped(calls: usize) -> Files {
    let phone = left(5);
    let entropy = Ends(TestEntropy::default(), AtomicUsize::new(calls));
    let closed = Vault::open(phone.path(), &phone.device, &phone.clock, &entropy).err().expect("it is cut short");
    assert_eq!(closed.why.code, Code::CannotSave);
    files(&phone)
}

#[test]
fn wherever_the_raising_was_cut_short_the_next_start_goes_on() {
    let (tables, last) = (stopped(0), stopped(1));
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&tables), ["a.db", "a.slot"]);
    assert_eq!(names(&last), ["a.db", "a.slot", "b.db", "b.slot", "guesses"]);
    let half = |name: &str| last[name][..last[name].len() / 2].to_vec();
    let remembered = without(&last, &["b.slot", "b.db", "guesses"]);
    let slot = without(&last, &["b.db", "guesses"]);
    let noise = without(&last, &["guesses"]);
    let states = [
        ("the tables", tables),
        ("the memory of the unused space", remembered.clone()),
        ("half of b.slot", with(&remembered, "b.slot.new", &half("b.slot"))),
        ("b.slot before its name", with(&remembered, "b.slot.new", &last["b.slot"])),
        ("b.slot", slot.clone()),
        ("half of b.db", with(&slot, "b.db.new", &half("b.db"))),
        ("b.db before its name", with(&slot, "b.db.new", &last["b.db"])),
        ("b.db", noise.clone()),
        ("an empty list of guesses", with(&noise, "guesses", b"")),
        ("half of the guesses", with(&noise, "guesses", &half("guesses"))),
        ("the guesses", last.clone()),
        ("an empty new slot", with(&last, "a.slot.new", b"")),
        ("another new slot before its name", with(&last, "a.slot.new", &last["b.slot"])),
    ];
    for (state, files) in states {
        let mut phone = left(5);
        let before = rows(&opened_by_hand(&phone));
        put(&phone, &files);
        let after = vault(&phone);
        for (table, rows) in &before {
            assert_eq!(self::rows(after.read())[table], *rows, "{table} after {state}");
        }
        drop(after);
        assert!(self::files(&phone)["a.slot"].starts_with(b"KWSLOT02"), "after {state}");
        assert_eq!(names(&self::files(&phone)), names(&last), "after {state}");
        phone.open();
        both_spaces_work(&mut phone);
    }
}

#[test]
fn one_changed_byte_in_an_old_slot_is_told_and_nothing_is_written() {
    let mut phone = left(5);
    let whole = files(&phone);
    for at in 0..whole["a.slot"].len() {
        let mut changed = whole.clone();
        changed.get_mut("a.slot").unwrap()[at] ^= 0x80;
        put(&phone, &changed);
        phone.open();
        assert!(matches!(trouble(&phone), Some(Code::VaultDamaged | Code::VaultKeyLost)), "byte {at}");
        phone.close();
        assert_eq!(files(&phone), changed, "byte {at}");
    }
    for length in [0, 7, 8, 40, 111] {
        let cut = with(&whole, "a.slot", &whole["a.slot"][..length]);
        put(&phone, &cut);
        phone.open();
        assert_eq!(trouble(&phone), Some(Code::VaultDamaged), "{length} bytes");
        phone.close();
        assert_eq!(files(&phone)["a.slot"], cut["a.slot"]);
        assert_eq!(files(&phone)["a.db"], cut["a.db"]);
    }
    put(&phone, &whole);
    phone.open();
    assert_eq!(visits(&mut phone).coming.len(), 2);
}

#[test]
fn one_changed_byte_in_an_old_vault_is_told_and_nothing_is_written() {
    let mut phone = left(5);
    let whole = files(&phone);
    let pages = whole["a.db"].len() / 4096;
    for page in 0..pages {
        let mut changed = whole.clone();
        changed.get_mut("a.db").unwrap()[page * 4096 + (page * 997) % 4096] ^= 1;
        put(&phone, &changed);
        phone.open();
        assert_eq!(trouble(&phone), Some(Code::VaultDamaged), "page {page}");
        phone.close();
        assert_eq!(files(&phone), changed, "page {page}");
    }
    for (what, files) in [
        ("no page", with(&whole, "a.db", &whole["a.db"][..4095])),
        ("a page too few", with(&whole, "a.db", &whole["a.db"][..(pages - 1) * 4096])),
        ("no vault", without(&whole, &["a.db"])),
        ("no slot", without(&whole, &["a.slot"])),
    ] {
        put(&phone, &files);
        phone.open();
        assert_eq!(trouble(&phone), Some(Code::VaultDamaged), "{what}");
        phone.close();
        let stays = self::files(&phone);
        assert!(files.iter().all(|(name, bytes)| stays[name] == *bytes), "{what}");
    }
    put(&phone, &whole);
    phone.open();
    assert_eq!(visits(&mut phone).coming.len(), 2);
}

#[test]
fn without_the_phones_key_an_old_folder_is_kept_and_with_it_everything_is_back() {
    let mut phone = left(5);
    let whole = files(&phone);
    phone.device.0.lock().unwrap().lost = true;
    phone.open();
    assert_eq!(trouble(&phone), Some(Code::VaultKeyLost));
    phone.close();
    assert_eq!(files(&phone), whole);
    phone.device.0.lock().unwrap().lost = false;
    phone.open();
    assert_eq!(visits(&mut phone).coming.len(), 2);
}

#[test]
fn a_damaged_old_folder_is_set_aside_only_when_she_says_so_and_a_new_one_begins() {
    let mut phone = left(5);
    let mut changed = files(&phone);
    changed.get_mut("a.db").unwrap()[5000] ^= 1;
    put(&phone, &changed);
    phone.open();
    phone.call(Request::StartAgain(nothing())).unwrap();
    assert_eq!(trouble(&phone), None);
    let now = files(&phone);
    assert_eq!((&now["a.db.kept-1"], &now["a.slot.kept-1"]), (&changed["a.db"], &changed["a.slot"]));
    phone.add(visit("scan", "2026-12-02", "09:00"));
    phone.add(visit("scan", "2026-12-03", "09:00"));
    both_spaces_work(&mut phone);
}

#[test]
fn an_old_first_start_that_was_cut_short_begins_anew() {
    let whole = files(&left(5));
    let slot = with(&Files::new(), "a.slot.new", &whole["a.slot"]);
    for (state, files) in [
        ("an empty slot", with(&Files::new(), "a.slot.new", b"")),
        ("half a slot", with(&Files::new(), "a.slot.new", &whole["a.slot"][..50])),
        ("a slot", slot.clone()),
        ("an empty vault", with(&slot, "a.db", b"")),
        ("half a vault", with(&with(&slot, "a.db", &whole["a.db"][..8192]), "a.db-journal", &[0; 512])),
        ("a vault", with(&slot, "a.db", &whole["a.db"])),
        ("a vault, and the same once more", with(&with(&Files::new(), "a.slot.new", b""), "a.db", &whole["a.db"])),
        ("its work taken back, and cut short again", with(&with(&slot, "making", b""), "a.db", b"half")),
    ] {
        let mut phone = left(5);
        put(&phone, &files);
        phone.open();
        assert_eq!(trouble(&phone), None, "{state}");
        assert_eq!(visits(&mut phone).coming.len(), 0, "{state}");
        phone.add(visit("scan", "2026-12-02", "09:00"));
        phone.open();
        assert_eq!((trouble(&phone), visits(&mut phone).coming.len()), (None, 1), "{state}");
        let names: Vec<String> = self::files(&phone).into_keys().collect();
        assert_eq!(names, ["a.db", "a.slot", "b.db", "b.slot", "guesses"], "{state}");
    }
}

#[test]
fn an_old_slot_that_is_put_back_later_changes_nothing_of_a_second_space() {
    let mut phone = left(5);
    let old = files(&phone);
    phone.open();
    both_spaces_work(&mut phone);
    phone.close();
    let both = files(&phone);
    for back in [
        with(&both, "a.slot", &old["a.slot"]),
        with(&with(&both, "a.slot", &old["a.slot"]), "a.db", &old["a.db"]),
        with(&with(&both, "a.slot", &old["a.slot"]), "a.db", b"nothing"),
    ] {
        put(&phone, &back);
        phone.open();
        assert_eq!(trouble(&phone), Some(Code::VaultDamaged));
        phone.call(Request::Unlock(lock::Typed { pin: "730518".into() })).unwrap();
        assert_eq!((trouble(&phone), visits(&mut phone).coming.len()), (None, 0));
        phone.close();
        assert_eq!(files(&phone)["b.slot"], both["b.slot"]);
    }
}
