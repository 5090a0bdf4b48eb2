//! PIN and second space, each claim with an enemy: somebody who guesses, sets the clock, changes files, compares folders.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{
    collections::BTreeMap,
    fs,
    sync::{Arc, Mutex},
    time::Duration,
};

use kindway_core::{
    api::{Request, Response},
    erase::{Part, What},
    error::Code,
    help,
    lock::{Leaving, Lock, NewPin, Typed},
    opening::Opened,
    settings, visits,
};
use proptest::prelude::*;
use support::{Phone, letter_of_journey_2, nothing, visit};

const NOW: &str = "2026-11-22T10:00:00Z";
const FIRST: &str = "482091";
const SECOND: &str = "730518";

fn lock(phone: &mut Phone) -> Lock {
    let Response::Lock(lock) = phone.call(Request::Lock(nothing())).unwrap() else { panic!() };
    lock
}

fn set_pin(phone: &mut Phone, current: Option<&str>, pin: &str) {
    phone.call(Request::PinSet(NewPin { current: current.map(Into::into), pin: pin.into(), weak: true })).unwrap();
}

fn unlock(phone: &mut Phone, pin: &str) -> Result<Opened, Code> {
    match phone.app.as_mut().unwrap().call(Request::Unlock(Typed { pin: pin.into() })) {
        Ok(Response::Unlock(opened)) => Ok(opened),
        Ok(_) => panic!("another answer"),
        Err(error) => Err(error.code),
    }
}

fn lock_now(phone: &mut Phone) {
    phone.call(Request::LockNow(nothing())).unwrap();
}

fn second_space(phone: &mut Phone) {
    let new = NewPin { current: Some(FIRST.into()), pin: SECOND.into(), weak: false };
    phone.call(Request::SecondSpace(new)).unwrap();
}

/// The places of all visits, which are all that these tests tell visits apart by.
fn places(phone: &mut Phone) -> Vec<String> {
    let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
    let mut places: Vec<String> = visits.coming.into_iter().chain(visits.past).filter_map(|card| card.place).collect();
    places.sort();
    places
}

fn add(phone: &mut Phone, place: &str) {
    phone.add(visits::Draft { place: Some(place.into()), ..visit("scan", "2026-12-01", "09:00") });
}

/// Half a kilobyte more.
fn fill(phone: &mut Phone, n: usize) {
    let (name, note) = (Some(format!("{n}")), Some("n".repeat(490)));
    let draft = help::OwnNumberDraft { id: None, role: help::Role::Other, name, phone: None, note };
    phone.call(Request::OwnNumberSave(draft)).unwrap();
}

fn with_two_spaces() -> Phone {
    let mut phone = Phone::at(NOW);
    phone.speak("en-GB");
    add(&mut phone, "of the first");
    set_pin(&mut phone, None, FIRST);
    second_space(&mut phone);
    phone
}

/// The same, with the second one open.
fn in_the_second_space() -> Phone {
    let mut phone = with_two_spaces();
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    phone
}

fn trouble(phone: &Phone) -> Option<Code> {
    phone.app.as_ref().unwrap().trouble()
}

fn vault(phone: &Phone) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(phone.path().join("vault")).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap())).collect()
}

fn pass(phone: &Phone, wall: i64, uptime: u64) {
    *phone.clock.0.lock().unwrap() += chrono::TimeDelta::seconds(wall);
    *phone.clock.1.lock().unwrap() += Duration::from_secs(uptime);
}

#[test]
fn no_pin_but_the_right_one_is_taken_at_a_lock_that_stands_over_an_open_space() {
    let mut phone = Phone::at(NOW);
    phone.speak("en-GB");
    set_pin(&mut phone, None, FIRST);
    assert_eq!(trouble(&phone), None);
    assert_eq!(unlock(&mut phone, "482092").unwrap_err(), Code::PinWrong);
    assert_eq!(trouble(&phone), Some(Code::Locked));
    unlock(&mut phone, FIRST).unwrap();
}

#[test]
fn nothing_that_was_deleted_can_be_put_back_after_it_was_locked() {
    let mut phone = Phone::at(NOW);
    phone.speak("en-GB");
    phone.add(visits::Draft { note: Some("mine".into()), ..letter_of_journey_2() });
    set_pin(&mut phone, None, FIRST);
    phone.call(Request::Erase(What { part: Part::Notes })).unwrap();
    phone.call(Request::LockNow(nothing())).unwrap();
    assert_eq!(phone.refused(Request::EraseUndo(nothing())), Code::NotFound);
    unlock(&mut phone, FIRST).unwrap();
    assert_eq!(phone.refused(Request::EraseUndo(nothing())), Code::NotFound);
}

#[test]
fn a_pin_locks_what_she_saved_and_opens_it_again() {
    let mut phone = Phone::at(NOW);
    phone.speak("ti");
    phone.add(letter_of_journey_2());
    set_pin(&mut phone, None, FIRST);
    phone.open();
    assert_eq!(trouble(&phone), Some(Code::Locked));
    assert_eq!(places(&mut phone), Vec::<String>::new());
    assert_eq!(phone.refused(Request::VisitAdd(letter_of_journey_2())), Code::Locked);
    let Response::Settings(locked) = phone.call(Request::Settings(nothing())).unwrap() else { panic!() };
    assert_eq!(locked, settings::Settings::default(), "nothing of hers is known while it is locked");
    assert_eq!(unlock(&mut phone, "482092").unwrap_err(), Code::PinWrong);
    assert_eq!(trouble(&phone), Some(Code::Locked));
    let opened = unlock(&mut phone, "٤٨٢ ٠٩١").unwrap();
    assert_eq!((opened.trouble, opened.settings.language.as_deref()), (None, Some("ti")));
    assert_eq!(places(&mut phone).len(), 1);
}

#[test]
fn a_pin_can_be_changed_and_removed_only_by_whoever_knows_it() {
    let mut phone = Phone::at(NOW);
    set_pin(&mut phone, None, FIRST);
    let with = |current: Option<&str>, pin: &str| {
        Request::PinSet(NewPin { current: current.map(Into::into), pin: pin.into(), weak: false })
    };
    assert_eq!(phone.refused(with(None, SECOND)), Code::Missing);
    assert_eq!(phone.refused(with(Some("000000"), SECOND)), Code::PinWrong);
    assert_eq!(phone.refused(with(Some(FIRST), "1234")), Code::PinWeak);
    assert_eq!(phone.refused(with(Some(FIRST), "12")), Code::PinShort);
    assert_eq!(phone.refused(Request::PinRemove(Typed { pin: "000000".into() })), Code::PinWrong);
    phone.call(with(Some(FIRST), SECOND)).unwrap();
    lock_now(&mut phone);
    assert_eq!(unlock(&mut phone, FIRST).unwrap_err(), Code::PinWrong);
    wait(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    phone.call(Request::PinRemove(Typed { pin: SECOND.into() })).unwrap();
    phone.open();
    assert_eq!(trouble(&phone), None);
    assert!(!lock(&mut phone).pin);
}

#[test]
fn the_second_pin_opens_the_second_space_and_neither_knows_of_the_other() {
    let mut phone = with_two_spaces();
    lock_now(&mut phone);
    let opened = unlock(&mut phone, SECOND).unwrap();
    assert_eq!((opened.settings.language.as_deref(), opened.settings.near), (Some("en-GB"), None));
    assert_eq!(places(&mut phone), Vec::<String>::new());
    add(&mut phone, "of the second");
    phone.open();
    assert_eq!(trouble(&phone), Some(Code::Locked));
    unlock(&mut phone, FIRST).unwrap();
    assert_eq!(places(&mut phone), ["of the first"]);
    phone.call(Request::Erase(What { part: Part::Space })).unwrap();
    assert_eq!(places(&mut phone), Vec::<String>::new());
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    assert_eq!(places(&mut phone), ["of the second"], "deleting one space leaves the other");
    lock_now(&mut phone);
    unlock(&mut phone, FIRST).unwrap();
    assert_eq!(places(&mut phone), Vec::<String>::new(), "its PIN still opens what is empty now");
}

#[test]
fn which_side_is_the_first_is_drawn_by_lot_and_all_is_the_same_at_either() {
    let mut drawn = Vec::new();
    for lot in 0..2 {
        let mut phone = Phone::at(NOW);
        phone.close();
        fs::remove_dir_all(phone.path().join("vault")).unwrap();
        *phone.entropy.0.lock().unwrap() = lot;
        phone.open();
        phone.speak("en-GB");
        let first = written(&mut phone, "of the first");
        set_pin(&mut phone, None, FIRST);
        second_space(&mut phone);
        phone.open();
        assert_eq!(trouble(&phone), Some(Code::Locked), "first at {first}");
        unlock(&mut phone, SECOND).unwrap();
        let second = written(&mut phone, "of the second");
        assert_ne!(first, second);
        set_pin(&mut phone, Some(SECOND), "11112222");
        phone.open();
        assert_eq!(unlock(&mut phone, SECOND).unwrap_err(), Code::PinWrong, "first at {first}");
        unlock(&mut phone, FIRST).unwrap();
        assert_eq!(places(&mut phone), ["of the first"], "first at {first}");
        phone.call(Request::PinRemove(Typed { pin: FIRST.into() })).unwrap();
        phone.open();
        assert_eq!((trouble(&phone), places(&mut phone)), (None, vec!["of the first".to_owned()]), "first at {first}");
        lock_now(&mut phone);
        unlock(&mut phone, "11112222").unwrap();
        assert_eq!(places(&mut phone), ["of the second"], "first at {first}");
        drawn.push(first);
    }
    drawn.sort();
    assert_eq!(drawn, ["a.db", "b.db"]);
}

/// Adds a visit, and says which file of rows was written.
fn written(phone: &mut Phone, place: &str) -> String {
    let before = vault(phone);
    add(phone, place);
    let after = vault(phone);
    let mut changed = after.into_iter().filter(|(name, bytes)| before[name] != *bytes).map(|(name, _)| name);
    let one = changed.next().unwrap();
    assert_eq!(changed.next(), None, "one space is written, and the other one is not");
    one
}

#[test]
fn one_pin_never_stands_for_two_spaces_and_a_used_space_is_never_made_anew() {
    let mut phone = Phone::at(NOW);
    set_pin(&mut phone, None, FIRST);
    let second = |pin: &str| Request::SecondSpace(NewPin { current: Some(FIRST.into()), pin: pin.into(), weak: false });
    assert_eq!(phone.refused(second(FIRST)), Code::PinTaken);
    phone.call(second(SECOND)).unwrap();
    assert_eq!(phone.refused(second("999999")), Code::SpaceTaken);
    let change = |current: &str, pin: &str| {
        Request::PinSet(NewPin { current: Some(current.into()), pin: pin.into(), weak: false })
    };
    assert_eq!(phone.refused(change(FIRST, SECOND)), Code::PinTaken);
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    let from_there = NewPin { current: Some(SECOND.into()), pin: "999999".into(), weak: false };
    assert_eq!(phone.refused(Request::SecondSpace(from_there)), Code::SpaceTaken);
    assert_eq!(phone.refused(change(SECOND, FIRST)), Code::PinTaken);
}

#[test]
fn four_wrong_pins_are_free_and_then_the_wait_grows() {
    let mut phone = Phone::at(NOW);
    set_pin(&mut phone, None, FIRST);
    lock_now(&mut phone);
    for _ in 0..4 {
        assert_eq!(unlock(&mut phone, "000000").unwrap_err(), Code::PinWrong);
        assert_eq!(lock(&mut phone).wait, 0);
    }
    for seconds in [30, 60, 300, 900, 3600, 3600] {
        assert_eq!(unlock(&mut phone, "000000").unwrap_err(), Code::PinWrong);
        assert_eq!(lock(&mut phone).wait, seconds);
        assert_eq!(unlock(&mut phone, FIRST).unwrap_err(), Code::PinWait, "even the right one waits");
        pass(&phone, i64::from(seconds) - 1, u64::from(seconds) - 1);
        assert_eq!(unlock(&mut phone, FIRST).unwrap_err(), Code::PinWait);
        pass(&phone, 1, 1);
    }
    unlock(&mut phone, FIRST).unwrap();
    lock_now(&mut phone);
    assert_eq!(unlock(&mut phone, "000000").unwrap_err(), Code::PinWrong);
    assert_eq!(lock(&mut phone).wait, 300, "the right PIN forgives all but six");
    pass(&phone, 7 * 86_400, 7 * 86_400);
    assert_eq!(unlock(&mut phone, "000000").unwrap_err(), Code::PinWrong);
    assert_eq!(lock(&mut phone).wait, 0, "and each day without a wrong one forgives one more");
}

/// Waits until the next PIN can be tried, and says how long that was.
fn wait(phone: &mut Phone) -> u32 {
    let wait = lock(phone).wait;
    pass(phone, i64::from(wait), u64::from(wait));
    wait
}

#[test]
fn whoever_has_one_pin_has_no_endless_guesses_at_the_other() {
    let mut phone = with_two_spaces();
    lock_now(&mut phone);
    let mut waited = 0;
    for guess in 0..40 {
        waited += wait(&mut phone);
        assert_eq!(unlock(&mut phone, &format!("9{guess:05}")).unwrap_err(), Code::PinWrong);
        waited += wait(&mut phone);
        unlock(&mut phone, SECOND).unwrap();
        lock_now(&mut phone);
    }
    assert!(waited > 30 * 300, "{waited} seconds for forty guesses");
}

#[test]
fn changing_her_own_pin_brings_the_wait_of_a_wrong_one() {
    let mut phone = in_the_second_space();
    let mut own = SECOND.to_owned();
    let mut waits = Vec::new();
    for n in 0..9 {
        let guess = format!("9{n:05}");
        set_pin(&mut phone, Some(&own), &guess);
        own = guess;
        waits.push(lock(&mut phone).wait);
        if waits[n] > 0 {
            let next = NewPin { current: Some(own.clone()), pin: "999999".into(), weak: false };
            assert_eq!(phone.refused(Request::PinSet(next)), Code::PinWait);
        }
        wait(&mut phone);
    }
    // Her own PIN, which she gives each time, forgives all but six.
    assert_eq!(waits, [0, 0, 0, 0, 30, 60, 300, 300, 300]);
    let other = NewPin { current: Some(own), pin: FIRST.into(), weak: false };
    assert_eq!(phone.refused(Request::PinSet(other)), Code::PinTaken, "it would tell");
    assert_eq!(lock(&mut phone).wait, 300, "and what told counts as well");
}

#[test]
fn removing_her_own_pin_and_setting_another_in_turn_brings_the_wait_of_a_wrong_one() {
    let mut phone = in_the_second_space();
    let mut own = SECOND.to_owned();
    let mut waits = Vec::new();
    for n in 0..9 {
        let guess = format!("9{n:05}");
        phone.call(Request::PinRemove(Typed { pin: own })).unwrap();
        let mut waited = wait(&mut phone);
        set_pin(&mut phone, None, &guess);
        waited += lock(&mut phone).wait;
        if lock(&mut phone).wait > 0 {
            assert_eq!(phone.refused(Request::PinRemove(Typed { pin: guess.clone() })), Code::PinWait);
        }
        wait(&mut phone);
        own = guess;
        waits.push(waited);
    }
    assert_eq!(waits, [0, 0, 0, 0, 30, 60, 300, 300, 300], "seconds for each guess");
    phone.call(Request::PinRemove(Typed { pin: own })).unwrap();
    wait(&mut phone);
    let other = NewPin { current: None, pin: FIRST.into(), weak: false };
    assert_eq!(phone.refused(Request::PinSet(other)), Code::PinTaken, "it would tell");
}

#[test]
fn a_space_without_a_pin_never_hides_another_without_one() {
    let mut phone = with_two_spaces();
    phone.call(Request::PinRemove(Typed { pin: FIRST.into() })).unwrap();
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    add(&mut phone, "of the second");
    assert_eq!(phone.refused(Request::PinRemove(Typed { pin: SECOND.into() })), Code::SpaceTaken);
    let path = phone.path().join("vault/b.db");
    phone.close();
    let mut bytes = fs::read(&path).unwrap();
    bytes[5000] ^= 1;
    fs::write(&path, &bytes).unwrap();
    phone.open();
    assert_eq!(places(&mut phone), ["of the first"]);
    lock_now(&mut phone);
    assert_eq!(unlock(&mut phone, SECOND).unwrap_err(), Code::VaultDamaged);
    phone.call(Request::StartAgain(nothing())).unwrap();
    assert_eq!(places(&mut phone), ["of the first"], "the other one opens");
    assert_eq!(fs::read(phone.path().join("vault/b.db.kept-1")).unwrap(), bytes);
    phone.open();
    assert_eq!(places(&mut phone), ["of the first"]);
}

#[test]
fn an_erasing_that_was_refused_takes_nothing_that_is_saved_after_it() {
    let mut phone = with_two_spaces();
    phone.device.0.lock().unwrap().refuses = true;
    assert_eq!(phone.refused(Request::Erase(What { part: Part::Everything })), Code::CannotSave);
    assert_eq!(phone.refused(Request::StartAgain(nothing())), Code::CannotSave);
    assert_eq!(phone.refused(Request::VisitAdd(letter_of_journey_2())), Code::CannotSave);
    phone.device.0.lock().unwrap().refuses = false;
    phone.call(Request::Erase(What { part: Part::Everything })).unwrap();
    add(&mut phone, "after it");
    phone.open();
    assert_eq!(places(&mut phone), ["after it"]);
}

#[test]
fn choosing_a_file_may_take_five_minutes_and_no_longer_unless_she_chose_longer() {
    let mut phone = with_two_spaces();
    let back = |phone: &mut Phone, choosing: bool, minutes: i64| {
        phone.call(Request::Away(Leaving { asked: false, choosing })).unwrap();
        *phone.clock.0.lock().unwrap() += chrono::TimeDelta::minutes(minutes);
        let Response::Back(lock) = phone.call(Request::Back(nothing())).unwrap() else { panic!() };
        if lock.locked {
            unlock(phone, FIRST).unwrap();
        }
        lock.locked
    };
    for (chosen, minutes, choosing, locked) in
        [(0, 4, true, false), (0, 5, true, true), (0, 0, false, true), (15, 6, true, false), (15, 15, true, true)]
    {
        phone.settings(settings::Change { lock_after: Some(chosen), ..Default::default() });
        assert_eq!(back(&mut phone, choosing, minutes), locked, "{minutes} minutes of {chosen}, choosing: {choosing}");
    }
}

#[test]
fn an_erasing_that_could_not_begin_changes_nothing_and_the_lock_still_speaks_her_language() {
    let mut phone = with_two_spaces();
    phone.speak("ar");
    // A name that leads nowhere: nothing can be written under it.
    let mark = phone.path().join("vault/erasing");
    std::os::unix::fs::symlink(phone.path().join("nowhere/at-all"), &mark).unwrap();
    assert_eq!(phone.refused(Request::Erase(What { part: Part::Everything })), Code::CannotSave);
    fs::remove_file(mark).unwrap();
    assert_eq!(trouble(&phone), Some(Code::Locked));
    let Response::Open(opened) = phone.call(Request::Open(nothing())).unwrap() else { panic!() };
    assert_eq!(opened.settings.language.as_deref(), Some("ar"));
    unlock(&mut phone, FIRST).unwrap();
    assert_eq!(places(&mut phone), ["of the first"]);
}

#[test]
fn a_vault_of_a_newer_app_is_said_and_costs_no_guess() {
    let mut phone = Phone::at(NOW);
    phone.close();
    // A newer app would have written a higher number; the same door is used to write it.
    let mut vault =
        kindway_core::vault::Vault::open(phone.path(), &phone.device, &phone.clock, &phone.entropy).unwrap();
    phone.open();
    set_pin(&mut phone, None, FIRST);
    vault.write(|tx| Ok(tx.pragma_update(None, "user_version", 999)?)).unwrap();
    drop(vault);
    for _ in 0..12 {
        phone.open();
        assert_eq!(unlock(&mut phone, FIRST).unwrap_err(), Code::VaultNewer);
        assert_eq!(trouble(&phone), Some(Code::VaultNewer));
        assert_eq!(lock(&mut phone).wait, 0);
    }
}

#[test]
fn no_clock_that_is_set_and_no_restart_makes_the_wait_shorter() {
    let mut phone = Phone::at(NOW);
    set_pin(&mut phone, None, FIRST);
    lock_now(&mut phone);
    for _ in 0..9 {
        let _ = unlock(&mut phone, "000000");
        let wait = lock(&mut phone).wait;
        if wait < 3600 {
            pass(&phone, i64::from(wait), u64::from(wait));
        }
    }
    assert_eq!(lock(&mut phone).wait, 3600);
    pass(&phone, 100_000, 0);
    assert_eq!(lock(&mut phone).wait, 3600, "set forward");
    pass(&phone, -400_000, 0);
    assert_eq!(lock(&mut phone).wait, 3600, "set back");
    pass(&phone, 0, 100_000);
    assert_eq!(lock(&mut phone).wait, 3600, "only the other clock went on");
    phone.open();
    assert_eq!(lock(&mut phone).wait, 3600, "opened again");
    *phone.clock.1.lock().unwrap() = Duration::from_secs(7);
    pass(&phone, 100_000, 0);
    phone.open();
    assert_eq!(lock(&mut phone).wait, 3593, "after a restart no more than the seven seconds since it");
    for forward in [3000, -9000, 12_000, -3000, 90_000] {
        pass(&phone, forward, 10);
        phone.open();
    }
    assert_eq!(lock(&mut phone).wait, 3563, "set to and fro: ten seconds for each step forward, none for those back");
    pass(&phone, 3563, 3563);
    unlock(&mut phone, FIRST).unwrap();
}

/// Does something, and keeps a copy of the guesses as they stood on the disk whenever the phone was asked for what a PIN gives.
fn guesses_at_each_try(phone: &mut Phone, act: impl FnOnce(&mut Phone)) -> Vec<Vec<u8>> {
    let (kept, seen) = (phone.path().join("vault/guesses"), Arc::new(Mutex::new(Vec::new())));
    let copies = Arc::clone(&seen);
    phone.device.0.lock().unwrap().watch = Some(Box::new(move |label| {
        if label == "slot with a PIN" {
            copies.lock().unwrap().push(fs::read(&kept).unwrap());
        }
    }));
    act(phone);
    phone.device.0.lock().unwrap().watch = None;
    let seen = seen.lock().unwrap().clone();
    assert!(!seen.is_empty(), "a PIN was tried");
    seen
}

type Try = dyn Fn(&mut Phone);

#[test]
fn a_guess_counts_before_it_is_tried() {
    let change = |phone: &mut Phone| {
        let new = NewPin { current: Some(FIRST.into()), pin: "11112222".into(), weak: false };
        phone.call(Request::PinSet(new)).unwrap();
    };
    let remove = |phone: &mut Phone| {
        phone.call(Request::PinRemove(Typed { pin: FIRST.into() })).unwrap();
    };
    let tries: [(&str, bool, &Try); 4] = [
        ("a wrong PIN", true, &|phone| assert_eq!(unlock(phone, "000000").unwrap_err(), Code::PinWrong)),
        ("the right PIN", true, &|phone| drop(unlock(phone, FIRST).unwrap())),
        ("a PIN that is changed", false, &change),
        ("a PIN that is removed", false, &remove),
    ];
    for (what, at_the_lock, act) in tries {
        let mut phone = Phone::at(NOW);
        set_pin(&mut phone, None, FIRST);
        lock_now(&mut phone);
        for _ in 0..4 {
            assert_eq!(unlock(&mut phone, "000000").unwrap_err(), Code::PinWrong);
        }
        if !at_the_lock {
            unlock(&mut phone, FIRST).unwrap();
            // The right PIN forgave itself alone.
            assert_eq!(lock(&mut phone).wait, 0);
        }
        for then in guesses_at_each_try(&mut phone, act) {
            // As if the app had been ended in that moment.
            phone.close();
            fs::write(phone.path().join("vault/guesses"), then).unwrap();
            phone.open();
            assert_eq!(lock(&mut phone).wait, 30, "{what}: the fifth guess was on the disk");
        }
    }
}

#[test]
fn a_list_of_guesses_that_is_gone_or_changed_is_the_longest_wait() {
    let mut phone = Phone::at(NOW);
    set_pin(&mut phone, None, FIRST);
    let kept = phone.path().join("vault/guesses");
    let none = fs::read(&kept).unwrap();
    for spoil in [None, Some(Vec::new()), Some(none[..20].to_vec()), Some(vec![7; none.len()])] {
        phone.close();
        match spoil {
            None => fs::remove_file(&kept).unwrap(),
            Some(bytes) => fs::write(&kept, bytes).unwrap(),
        }
        phone.open();
        assert_eq!(lock(&mut phone).wait, 3600);
    }
    for at in 0..none.len() {
        let mut changed = none.clone();
        changed[at] ^= 1;
        fs::write(&kept, changed).unwrap();
        phone.open();
        assert_eq!(lock(&mut phone).wait, 3600, "byte {at}");
    }
}

/// Names, sizes, what is the same in every slot, and times.
type Outside = Vec<(String, usize, Vec<u8>, std::time::SystemTime)>;

fn outside(phone: &Phone) -> Outside {
    let time = |name: &str| fs::metadata(phone.path().join("vault").join(name)).unwrap().modified().unwrap();
    let head = |name: &str, bytes: &[u8]| if name.ends_with(".slot") { bytes[..16].to_vec() } else { Vec::new() };
    vault(phone)
        .into_iter()
        .map(|(name, bytes)| (name.clone(), bytes.len(), head(&name, &bytes), time(&name)))
        .collect()
}

#[test]
fn a_folder_with_one_space_used_and_one_with_two_look_the_same() {
    let mut one = Phone::at(NOW);
    one.speak("en-GB");
    add(&mut one, "of the first");
    set_pin(&mut one, None, FIRST);
    let mut two = with_two_spaces();
    for (phone, pins) in [(&mut one, [FIRST, FIRST]), (&mut two, [SECOND, FIRST])] {
        for pin in pins {
            lock_now(phone);
            unlock(phone, pin).unwrap();
            for n in 0..10 {
                add(phone, &format!("{pin} {n}"));
            }
        }
        phone.close();
    }
    let [one, two] = [outside(&one), outside(&two)];
    let without_times = |seen: &Outside| {
        seen.iter().map(|(name, size, head, _)| (name.clone(), *size, head.clone())).collect::<Vec<_>>()
    };
    assert_eq!(without_times(&one), without_times(&two));
    for seen in [&one, &two] {
        assert!(seen.iter().all(|(.., time)| *time == seen[0].3), "one time for all: {seen:?}");
    }
    let names: Vec<_> = one.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(names, ["a.db", "a.slot", "b.db", "b.slot", "guesses"]);
}

#[test]
fn both_files_grow_in_the_same_steps_while_one_space_is_used() {
    let mut phone = Phone::at(NOW);
    let length = |phone: &Phone, name: &str| fs::metadata(phone.path().join("vault").join(name)).unwrap().len();
    let mut sizes = Vec::new();
    for n in 0..520 {
        fill(&mut phone, n);
        let size = length(&phone, "a.db");
        assert_eq!((size % (256 * 1024), size), (0, length(&phone, "b.db")), "after {n} visits");
        sizes.push(size);
    }
    sizes.dedup();
    assert!(sizes.len() > 1, "it has grown: {sizes:?}");
    let noise = fs::read(phone.path().join("vault/b.db")).unwrap();
    let zeros = noise.chunks(16).filter(|chunk| chunk.iter().all(|byte| *byte == 0)).count();
    assert_eq!(zeros, 0, "what nobody used is random to its end");
}

#[test]
fn nothing_that_is_done_in_one_space_changes_a_byte_of_the_other() {
    let mut phone = with_two_spaces();
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    add(&mut phone, "of the second");
    lock_now(&mut phone);
    unlock(&mut phone, FIRST).unwrap();
    let [own, other] = ["a", "b"];
    let before = vault(&phone);
    for n in 0..520 {
        fill(&mut phone, n);
    }
    set_pin(&mut phone, Some(FIRST), "11112222");
    phone.call(Request::PinRemove(Typed { pin: "11112222".into() })).unwrap();
    phone.call(Request::Erase(What { part: Part::Space })).unwrap();
    phone.open();
    let after = vault(&phone);
    for file in ["db", "slot"] {
        let [mine, others] = [own, other].map(|side| format!("{side}.{file}"));
        assert_ne!(before[&mine], after[&mine]);
        assert_eq!(before[&others], after[&others]);
    }
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    assert_eq!(places(&mut phone), ["of the second"]);
}

#[test]
fn what_a_pin_opens_and_is_damaged_is_said_kept_and_only_that_is_set_aside() {
    let mut phone = with_two_spaces();
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    add(&mut phone, "of the second");
    phone.close();
    let path = phone.path().join("vault/a.db");
    let mut bytes = fs::read(&path).unwrap();
    bytes[5000] ^= 1;
    fs::write(&path, &bytes).unwrap();
    phone.open();
    assert_eq!(trouble(&phone), Some(Code::Locked));
    assert_eq!(unlock(&mut phone, FIRST).unwrap_err(), Code::VaultDamaged);
    assert_eq!(trouble(&phone), Some(Code::VaultDamaged));
    assert_eq!(fs::read(&path).unwrap(), bytes);
    unlock(&mut phone, SECOND).unwrap();
    assert_eq!(places(&mut phone), ["of the second"], "the other opens all the same");
    lock_now(&mut phone);
    assert_eq!(unlock(&mut phone, FIRST).unwrap_err(), Code::VaultDamaged);
    phone.call(Request::StartAgain(nothing())).unwrap();
    assert_eq!((trouble(&phone), places(&mut phone)), (None, Vec::new()));
    assert_eq!(fs::read(phone.path().join("vault/a.db.kept-1")).unwrap(), bytes);
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    assert_eq!(places(&mut phone), ["of the second"]);
}

#[test]
fn a_changed_slot_of_a_locked_vault_is_damage_and_not_a_wrong_pin() {
    let mut phone = with_two_spaces();
    phone.close();
    for side in ["a", "b"] {
        let path = phone.path().join(format!("vault/{side}.slot"));
        let whole = fs::read(&path).unwrap();
        for at in (0..whole.len()).step_by(9) {
            let mut changed = whole.clone();
            changed[at] ^= 0x10;
            fs::write(&path, &changed).unwrap();
            phone.open();
            assert_eq!(trouble(&phone), Some(Code::VaultDamaged), "{side}, byte {at}");
        }
        let other = if side == "a" { SECOND } else { FIRST };
        unlock(&mut phone, other).unwrap();
        phone.close();
        fs::write(&path, whole).unwrap();
    }
    phone.device.0.lock().unwrap().lost = true;
    phone.open();
    assert_eq!(trouble(&phone), Some(Code::VaultKeyLost));
    phone.device.0.lock().unwrap().lost = false;
    phone.device.0.lock().unwrap().secret = Some([1; 32]);
    phone.open();
    assert_eq!(trouble(&phone), Some(Code::VaultKeyLost), "another phone's key");
}

/// Changes one byte in the middle of a slot, and says what stands there then.
fn damage_slot(phone: &mut Phone, side: &str) -> Vec<u8> {
    phone.close();
    let path = phone.path().join(format!("vault/{side}.slot"));
    let mut bytes = fs::read(&path).unwrap();
    bytes[90] ^= 0x10;
    fs::write(&path, &bytes).unwrap();
    bytes
}

#[test]
fn the_pin_of_a_damaged_slot_is_answered_with_damage_and_stays_counted_beside_a_space_that_opens_by_itself() {
    let mut phone = with_two_spaces();
    phone.call(Request::PinRemove(Typed { pin: FIRST.into() })).unwrap();
    // So that only what follows is counted.
    pass(&phone, 9 * 86_400, 9 * 86_400);
    damage_slot(&mut phone, "b");
    phone.open();
    assert_eq!((trouble(&phone), places(&mut phone)), (None, vec!["of the first".to_owned()]));
    lock_now(&mut phone);
    let before = vault(&phone);
    for guess in 1..=5 {
        assert_eq!(lock(&mut phone).wait, 0, "before guess {guess}");
        assert_eq!(unlock(&mut phone, SECOND).unwrap_err(), Code::VaultDamaged);
        assert_eq!(trouble(&phone), Some(Code::VaultDamaged));
    }
    assert_eq!(lock(&mut phone).wait, 30, "damage makes no guess free");
    assert_eq!(unlock(&mut phone, SECOND).unwrap_err(), Code::PinWait);
    let mut after = vault(&phone);
    assert_ne!(after["guesses"], before["guesses"]);
    after.insert("guesses".into(), before["guesses"].clone());
    assert!(after == before, "nothing is written over, or beside it");
    assert!(!lock(&mut phone).pin, "what says damage offers the space that opens without a PIN");
    phone.call(Request::UnlockWithout(nothing())).unwrap();
    assert_eq!(places(&mut phone), ["of the first"], "the other opens as before");
    // Nothing of the kind is offered where it is that space which is damaged.
    phone.close();
    let rows = phone.path().join("vault/a.db");
    let mut bytes = fs::read(&rows).unwrap();
    bytes[100] ^= 1;
    fs::write(&rows, bytes).unwrap();
    phone.open();
    assert_eq!((trouble(&phone), lock(&mut phone).pin), (Some(Code::VaultDamaged), true));
}

#[test]
fn the_pin_of_a_damaged_slot_is_answered_with_damage_after_the_other_space_was_open() {
    for (side, own, other) in [("a", FIRST, SECOND), ("b", SECOND, FIRST)] {
        let mut phone = with_two_spaces();
        let damaged = damage_slot(&mut phone, side);
        phone.open();
        unlock(&mut phone, other).unwrap();
        lock_now(&mut phone);
        assert_eq!(unlock(&mut phone, own).unwrap_err(), Code::VaultDamaged, "{side}");
        unlock(&mut phone, other).unwrap();
        phone.close();
        assert_eq!(vault(&phone)[&format!("{side}.slot")], damaged);
    }
}

#[test]
fn hide_and_time_out_of_sight_lock_only_where_there_is_a_pin() {
    let mut phone = with_two_spaces();
    phone.call(Request::Hidden(nothing())).unwrap();
    assert!(lock(&mut phone).locked);
    unlock(&mut phone, FIRST).unwrap();
    for (minutes, seconds, locks) in [(1, 59, false), (1, 60, true), (0, 0, true), (15, 899, false), (15, 900, true)] {
        phone.settings(settings::Change { lock_after: Some(minutes), ..Default::default() });
        phone.call(Request::Away(Leaving::default())).unwrap();
        pass(&phone, seconds, 0);
        let Response::Back(back) = phone.call(Request::Back(nothing())).unwrap() else { panic!() };
        assert_eq!(back.locked, locks, "{minutes} minutes, {seconds} seconds by the wall");
        if locks {
            unlock(&mut phone, FIRST).unwrap();
        }
    }
    let mut without = Phone::at(NOW);
    without.call(Request::Hidden(nothing())).unwrap();
    without.call(Request::Away(Leaving::default())).unwrap();
    pass(&without, 100_000, 100_000);
    without.call(Request::Back(nothing())).unwrap();
    assert!(!lock(&mut without).locked);
}

#[test]
fn with_no_pin_the_lock_still_asks_for_one_and_a_space_opens_without() {
    let mut phone = Phone::at(NOW);
    add(&mut phone, "of the first");
    lock_now(&mut phone);
    assert_eq!((lock(&mut phone).locked, lock(&mut phone).pin), (true, false));
    assert_eq!(unlock(&mut phone, "000000").unwrap_err(), Code::PinWrong);
    phone.call(Request::UnlockWithout(nothing())).unwrap();
    assert_eq!(places(&mut phone), ["of the first"]);
    set_pin(&mut phone, None, FIRST);
    lock_now(&mut phone);
    assert_eq!(phone.refused(Request::UnlockWithout(nothing())), Code::Locked);
}

#[test]
fn without_a_pin_nothing_opens_that_has_one_even_where_it_is_open_already() {
    let mut phone = with_two_spaces();
    assert_eq!(trouble(&phone), None);
    assert_eq!(phone.refused(Request::UnlockWithout(nothing())), Code::Locked);
    assert_eq!((trouble(&phone), places(&mut phone)), (Some(Code::Locked), Vec::new()));
    unlock(&mut phone, FIRST).unwrap();
    phone.call(Request::PinRemove(Typed { pin: FIRST.into() })).unwrap();
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    add(&mut phone, "of the second");
    phone.call(Request::UnlockWithout(nothing())).unwrap();
    assert_eq!(places(&mut phone), ["of the first"], "the one that has no PIN, and not the one that was open");
}

#[test]
fn reminders_of_both_spaces_stay_on_the_phone_until_everything_is_erased() {
    let mut phone = with_two_spaces();
    let first = phone.device.0.lock().unwrap().alarms.len();
    assert!(first > 0);
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    add(&mut phone, "of the second");
    let both = phone.device.0.lock().unwrap().alarms.len();
    assert_eq!(both, 2 * first);
    phone.call(Request::Erase(What { part: Part::Space })).unwrap();
    assert_eq!(phone.device.0.lock().unwrap().alarms.len(), first, "only its own go with a space");
    lock_now(&mut phone);
    phone.call(Request::Erase(What { part: Part::Everything })).unwrap();
    assert_eq!(phone.device.0.lock().unwrap().alarms.len(), 0, "erased from the lock, with the PIN forgotten");
    assert_eq!((trouble(&phone), places(&mut phone)), (None, Vec::new()));
    lock_now(&mut phone);
    for pin in [FIRST, SECOND] {
        assert_eq!(unlock(&mut phone, pin).unwrap_err(), Code::PinWrong);
    }
}

#[test]
fn erasing_that_was_cut_short_goes_on_at_the_next_start() {
    for gone in 0..5 {
        let mut phone = with_two_spaces();
        phone.close();
        let old = vault(&phone);
        fs::write(phone.path().join("vault/erasing"), b"").unwrap();
        for name in old.keys().take(gone) {
            fs::remove_file(phone.path().join("vault").join(name)).unwrap();
        }
        phone.open();
        assert_eq!((trouble(&phone), places(&mut phone)), (None, Vec::new()), "{gone} files were gone");
        assert_eq!(phone.device.0.lock().unwrap().alarms.len(), 0);
        let fresh = vault(&phone);
        assert_eq!(fresh.keys().collect::<Vec<_>>(), old.keys().collect::<Vec<_>>());
        assert!(fresh.iter().all(|(name, bytes)| *bytes != old[name]));
    }
}

#[test]
fn everyday_examples_say_nothing_of_pregnancy_and_go_like_any_visit() {
    let mut phone = with_two_spaces();
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    let Response::VisitExamples(visits) = phone.call(Request::VisitExamples(nothing())).unwrap() else { panic!() };
    assert_eq!((visits.coming.len(), visits.past.len()), (1, 2));
    for card in visits.coming.iter().chain(&visits.past) {
        let Response::Visit(one) = phone.call(Request::Visit(visits::Which { id: card.id.clone() })).unwrap() else {
            panic!()
        };
        assert!(!one.pregnancy, "{}", card.kind);
    }
    phone.call(Request::VisitDelete(visits::Which { id: visits.coming[0].id.clone() })).unwrap();
    lock_now(&mut phone);
    unlock(&mut phone, FIRST).unwrap();
    assert_eq!(places(&mut phone), ["of the first"], "they came into one space only");
}

#[derive(Clone, Debug)]
enum Act {
    Add,
    DeleteOne,
    EraseSpace,
    ChangePin(u8),
    Lock,
    Unlock(bool),
    Hide,
    Reopen,
    WrongPin,
    TryAnotherSpace,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => Just(Act::Add),
        2 => Just(Act::DeleteOne),
        1 => Just(Act::EraseSpace),
        2 => (0..4_u8).prop_map(Act::ChangePin),
        2 => Just(Act::Lock),
        6 => any::<bool>().prop_map(Act::Unlock),
        1 => Just(Act::Hide),
        2 => Just(Act::Reopen),
        1 => Just(Act::WrongPin),
        1 => Just(Act::TryAnotherSpace),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, ..ProptestConfig::default() })]
    #[test]
    fn no_row_of_actions_in_one_space_damages_the_other(acts in proptest::collection::vec(act(), 1..40)) {
        let mut phone = Phone::at(NOW);
        phone.speak("en-GB");
        set_pin(&mut phone, None, FIRST);
        second_space(&mut phone);
        let mut pins = [FIRST.to_owned(), SECOND.to_owned()];
        let mut hers: [Vec<String>; 2] = Default::default();
        let mut open = Some(0_usize);
        for (n, act) in acts.into_iter().enumerate() {
            match (act, open) {
                (Act::Add, Some(at)) => {
                    add(&mut phone, &format!("{n:03}"));
                    hers[at].push(format!("{n:03}"));
                }
                (Act::DeleteOne, Some(at)) if !hers[at].is_empty() => {
                    let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
                    let card = &visits.coming[0];
                    phone.call(Request::VisitDelete(visits::Which { id: card.id.clone() })).unwrap();
                    hers[at].retain(|place| Some(place) != card.place.as_ref());
                }
                (Act::EraseSpace, Some(at)) => {
                    phone.call(Request::Erase(What { part: Part::Space })).unwrap();
                    hers[at].clear();
                }
                (Act::ChangePin(to), Some(at)) => {
                    let pin = format!("55500{to}{at}");
                    // Each new PIN counts as a guess at the other space's; days forgive them.
                    pass(&phone, 200_000, 200_000);
                    set_pin(&mut phone, Some(&pins[at].clone()), &pin);
                    pins[at] = pin;
                }
                (Act::Lock | Act::Hide, Some(_)) => {
                    phone.call(Request::Hidden(nothing())).unwrap();
                    open = None;
                }
                (Act::Reopen, _) => {
                    phone.open();
                    open = None;
                }
                (Act::Unlock(second), None) => {
                    let at = usize::from(second);
                    unlock(&mut phone, &pins[at].clone()).unwrap();
                    open = Some(at);
                }
                (Act::WrongPin, None) => {
                    prop_assert_eq!(unlock(&mut phone, "909090909").unwrap_err(), Code::PinWrong);
                    pass(&phone, 4000, 4000);
                }
                (Act::TryAnotherSpace, Some(at)) => {
                    let new = NewPin { current: Some(pins[at].clone()), pin: "77777777".into(), weak: false };
                    prop_assert_eq!(phone.refused(Request::SecondSpace(new)), Code::SpaceTaken);
                    pass(&phone, 4000, 4000);
                }
                _ => {}
            }
            if let Some(at) = open {
                prop_assert_eq!(&places(&mut phone), &hers[at]);
            }
        }
        for at in 0..2 {
            phone.open();
            unlock(&mut phone, &pins[at].clone()).unwrap();
            prop_assert_eq!(&places(&mut phone), &hers[at]);
        }
    }
}
