//! The phone's own lock as a way in, each claim with an enemy: another's finger, a file that was changed, kept or put back, the other
//! space.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{fs, path::PathBuf};

use kindway_core::{
    api::{Request, Response},
    erase::{Part, What},
    error::Code,
    lock::{ByOwner, Leaving, Lock, NewPin, Typed},
    opening::Opened,
    settings, visits,
};
use support::{Phone, nothing, visit};

const NOW: &str = "2026-11-22T10:00:00Z";
const FIRST: &str = "482091";
const SECOND: &str = "730518";

fn lock(phone: &mut Phone) -> Lock {
    let Response::Lock(lock) = phone.call(Request::Lock(nothing())).unwrap() else { panic!() };
    lock
}

fn by_owner(phone: &mut Phone) -> ByOwner {
    lock(phone).by_owner
}

fn typed(pin: &str) -> Typed {
    Typed { pin: pin.into() }
}

fn pin(current: Option<&str>, pin: &str) -> NewPin {
    NewPin { current: current.map(Into::into), pin: pin.into(), weak: false }
}

fn lock_now(phone: &mut Phone) {
    phone.call(Request::LockNow(nothing())).unwrap();
    assert_eq!(trouble(phone), Some(Code::Locked));
}

fn trouble(phone: &Phone) -> Option<Code> {
    phone.app.as_ref().unwrap().trouble()
}

fn add(phone: &mut Phone, place: &str) {
    phone.add(visits::Draft { place: Some(place.into()), ..visit("scan", "2026-12-01", "09:00") });
}

/// The places of all visits, which are all that these tests tell spaces apart by.
fn places(phone: &mut Phone) -> Vec<String> {
    let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
    visits.coming.into_iter().chain(visits.past).filter_map(|card| card.place).collect()
}

fn touch(phone: &mut Phone) -> Result<Opened, Code> {
    match phone.call(Request::UnlockByOwner(nothing())) {
        Ok(Response::UnlockByOwner(opened)) => Ok(opened),
        Ok(_) => panic!("another answer"),
        Err(error) => Err(error.code),
    }
}

fn unlock(phone: &mut Phone, pin: &str) -> Result<(), Code> {
    phone.call(Request::Unlock(typed(pin))).map(drop).map_err(|error| error.code)
}

/// Unlocks with a PIN, and sees that nothing was lost.
fn opens_with_pin(phone: &mut Phone, pin: &str, place: &str, why: &str) {
    unlock(phone, pin).unwrap();
    assert_eq!(places(phone), [place], "{why}");
}

fn turn_on(phone: &mut Phone, pin: &str) {
    let Response::OwnerOn(lock) = phone.call(Request::OwnerOn(typed(pin))).unwrap() else { panic!() };
    assert_eq!(lock.by_owner, ByOwner::On);
}

/// A phone that can ask its owner, with a PIN and one visit.
fn with_pin() -> Phone {
    let mut phone = Phone::at(NOW);
    phone.device.0.lock().unwrap().owner.there = true;
    phone.speak("en-GB");
    add(&mut phone, "of the first");
    phone.call(Request::PinSet(pin(None, FIRST))).unwrap();
    phone
}

/// The same, and it is on.
fn turned_on() -> Phone {
    let mut phone = with_pin();
    turn_on(&mut phone, FIRST);
    phone
}

/// The same with a second space. The first one is open, and it is on for it.
fn with_two_spaces() -> Phone {
    let mut phone = turned_on();
    phone.call(Request::SecondSpace(pin(Some(FIRST), SECOND))).unwrap();
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    add(&mut phone, "of the second");
    lock_now(&mut phone);
    unlock(&mut phone, FIRST).unwrap();
    phone
}

fn file(phone: &Phone) -> PathBuf {
    phone.path().join("vault/owner")
}

fn asked(phone: &Phone) -> usize {
    phone.device.0.lock().unwrap().owner.asked
}

#[test]
fn the_phones_own_lock_opens_what_she_saved_and_so_does_the_pin() {
    let mut phone = turned_on();
    let rings = phone.rings();
    lock_now(&mut phone);
    assert_eq!(by_owner(&mut phone), ByOwner::On);
    let opened = touch(&mut phone).unwrap();
    assert_eq!((opened.trouble, opened.settings.language.as_deref()), (None, Some("en-GB")));
    assert_eq!(places(&mut phone), ["of the first"]);
    assert!(lock(&mut phone).pin, "what was opened without the PIN still has one");
    phone.open();
    opens_with_pin(&mut phone, FIRST, "of the first", "the PIN opens it as before");
    assert_eq!(phone.rings(), rings, "and its reminders are planned once");
}

#[test]
fn nobody_is_asked_before_she_touches_the_button() {
    let mut phone = turned_on();
    let before = asked(&phone);
    phone.open();
    for request in
        [Request::Open(nothing()), Request::Lock(nothing()), Request::Hidden(nothing()), Request::Back(nothing())]
    {
        phone.call(request).unwrap();
    }
    opens_with_pin(&mut phone, FIRST, "of the first", "");
    phone.call(Request::OwnerOff(nothing())).unwrap();
    assert_eq!(asked(&phone), before);
}

#[test]
fn it_is_off_until_she_turns_it_on() {
    let mut phone = with_pin();
    assert_eq!(by_owner(&mut phone), ByOwner::Off);
    assert!(!file(&phone).exists());
    lock_now(&mut phone);
    assert_eq!(by_owner(&mut phone), ByOwner::Never);
    assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerOff);
    assert_eq!(asked(&phone), 0);
}

#[test]
fn a_phone_that_cannot_ask_its_owner_never_offers_it() {
    let mut phone = turned_on();
    phone.device.0.lock().unwrap().owner.there = false;
    assert_eq!(by_owner(&mut phone), ByOwner::Never);
    assert_eq!(phone.refused(Request::OwnerOn(typed(FIRST))), Code::NotFound);
    lock_now(&mut phone);
    assert_eq!(by_owner(&mut phone), ByOwner::Never);
    assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerNotConfirmed);
    opens_with_pin(&mut phone, FIRST, "of the first", "");
}

#[test]
fn only_whoever_knows_the_pin_turns_it_on_and_anybody_inside_turns_it_off() {
    let mut phone = Phone::at(NOW);
    phone.device.0.lock().unwrap().owner.there = true;
    assert_eq!(by_owner(&mut phone), ByOwner::Never, "without a PIN there is nothing beside which it could stand");
    assert_eq!(phone.refused(Request::OwnerOn(typed(FIRST))), Code::NotFound);
    phone.call(Request::PinSet(pin(None, FIRST))).unwrap();
    assert_eq!(phone.refused(Request::OwnerOn(typed(""))), Code::Missing);
    assert_eq!(phone.refused(Request::OwnerOn(typed("000000"))), Code::PinWrong);
    assert_eq!((asked(&phone), by_owner(&mut phone)), (0, ByOwner::Off));
    turn_on(&mut phone, FIRST);
    lock_now(&mut phone);
    assert_eq!(phone.refused(Request::OwnerOn(typed(FIRST))), Code::Locked);
    assert_eq!(phone.refused(Request::OwnerOff(nothing())), Code::Locked, "not from the lock");
    unlock(&mut phone, FIRST).unwrap();
    phone.call(Request::OwnerOff(nothing())).unwrap();
    assert_eq!((by_owner(&mut phone), file(&phone).exists()), (ByOwner::Off, false));
    lock_now(&mut phone);
    assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerOff);
}

#[test]
fn whom_the_phone_does_not_take_for_its_owner_opens_nothing_and_turns_nothing_on() {
    let mut phone = turned_on();
    phone.device.0.lock().unwrap().owner.refuses = true;
    lock_now(&mut phone);
    for _ in 0..3 {
        assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerNotConfirmed);
        assert_eq!((trouble(&phone), by_owner(&mut phone)), (Some(Code::Locked), ByOwner::On));
    }
    assert_eq!(places(&mut phone), Vec::<String>::new());
    phone.device.0.lock().unwrap().owner.refuses = false;
    touch(&mut phone).unwrap();
    phone.call(Request::OwnerOff(nothing())).unwrap();
    phone.device.0.lock().unwrap().owner.refuses = true;
    assert_eq!(phone.refused(Request::OwnerOn(typed(FIRST))), Code::OwnerNotConfirmed);
    assert_eq!((by_owner(&mut phone), file(&phone).exists()), (ByOwner::Off, false));
}

#[test]
fn over_an_open_space_the_phone_asks_as_well_and_what_was_open_is_locked_first() {
    let mut phone = turned_on();
    phone.device.0.lock().unwrap().owner.refuses = true;
    assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerNotConfirmed);
    assert_eq!((trouble(&phone), asked(&phone)), (Some(Code::Locked), 2));
    opens_with_pin(&mut phone, FIRST, "of the first", "");
}

#[test]
fn a_key_that_the_phone_dropped_opens_nothing_until_it_is_turned_on_again() {
    let mut phone = turned_on();
    lock_now(&mut phone);
    phone.device.0.lock().unwrap().owner.lost = true;
    assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerOff);
    assert_eq!(by_owner(&mut phone), ByOwner::Never, "the button goes");
    opens_with_pin(&mut phone, FIRST, "of the first", "");
    assert_eq!(by_owner(&mut phone), ByOwner::Off);
    phone.device.0.lock().unwrap().owner.lost = true;
    turn_on(&mut phone, FIRST);
    lock_now(&mut phone);
    touch(&mut phone).unwrap();
}

#[test]
fn it_neither_counts_as_a_guess_nor_forgives_nor_waits_for_one() {
    let mut phone = turned_on();
    lock_now(&mut phone);
    let guesses = phone.path().join("vault/guesses");
    for _ in 0..5 {
        assert_eq!(unlock(&mut phone, "000000").unwrap_err(), Code::PinWrong);
    }
    let kept = fs::read(&guesses).unwrap();
    phone.device.0.lock().unwrap().owner.refuses = true;
    for _ in 0..12 {
        assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerNotConfirmed);
    }
    assert_eq!((lock(&mut phone).wait, fs::read(&guesses).unwrap() == kept), (30, true), "a refusal is no guess");
    phone.device.0.lock().unwrap().owner.refuses = false;
    touch(&mut phone).unwrap();
    assert_eq!(fs::read(&guesses).unwrap(), kept, "nothing is forgiven");
    lock_now(&mut phone);
    assert_eq!(lock(&mut phone).wait, 30);
    assert_eq!(unlock(&mut phone, FIRST).unwrap_err(), Code::PinWait, "the PIN waits as before");
}

#[test]
fn a_changed_or_cut_file_opens_nothing_and_loses_nothing() {
    let mut phone = turned_on();
    let length = fs::read(file(&phone)).unwrap().len();
    // Each turning on stretches the PIN, so not every byte is tried.
    for n in (0..length).step_by(6).chain(length..length + 4) {
        turn_on(&mut phone, FIRST);
        let mut bytes = fs::read(file(&phone)).unwrap();
        match n.checked_sub(length) {
            None => bytes[n] ^= 1,
            Some(0) => bytes.clear(),
            Some(1) => bytes.truncate(length - 1),
            Some(2) => bytes.push(0),
            Some(_) => bytes.fill(0),
        }
        lock_now(&mut phone);
        fs::write(file(&phone), bytes).unwrap();
        assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerOff, "{n}");
        assert_eq!((trouble(&phone), by_owner(&mut phone)), (Some(Code::Locked), ByOwner::Never), "{n}");
        opens_with_pin(&mut phone, FIRST, "of the first", "with the PIN as before");
        assert_eq!(by_owner(&mut phone), ByOwner::Off, "{n}");
    }
}

#[test]
fn the_file_of_another_phone_opens_nothing() {
    let [mut hers, mut his] = [turned_on(), turned_on()];
    his.device.0.lock().unwrap().owner.made = 50;
    turn_on(&mut his, FIRST);
    let foreign = fs::read(file(&his)).unwrap();
    lock_now(&mut hers);
    fs::write(file(&hers), foreign).unwrap();
    assert_eq!(touch(&mut hers).unwrap_err(), Code::OwnerOff);
    opens_with_pin(&mut hers, FIRST, "of the first", "");
}

#[test]
fn it_stays_over_a_change_of_the_pin() {
    let mut phone = turned_on();
    phone.call(Request::PinSet(pin(Some(FIRST), SECOND))).unwrap();
    assert_eq!(by_owner(&mut phone), ByOwner::On);
    phone.open();
    touch(&mut phone).unwrap();
    assert_eq!(places(&mut phone), ["of the first"]);
}

#[test]
fn it_goes_with_the_pin_and_a_file_that_was_kept_opens_nothing() {
    let mut phone = turned_on();
    let kept = fs::read(file(&phone)).unwrap();
    phone.call(Request::PinRemove(typed(FIRST))).unwrap();
    assert_eq!((by_owner(&mut phone), file(&phone).exists()), (ByOwner::Never, false));
    phone.call(Request::PinSet(pin(None, FIRST))).unwrap();
    assert_eq!(by_owner(&mut phone), ByOwner::Off, "a new PIN does not bring it back");
    lock_now(&mut phone);
    fs::write(file(&phone), kept).unwrap();
    assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerOff);
    opens_with_pin(&mut phone, FIRST, "of the first", "");
}

#[test]
fn the_key_is_forgotten_even_where_the_file_was_taken_away_for_a_while() {
    for end in
        [Request::PinRemove(typed(FIRST)), Request::Erase(What { part: Part::Space }), Request::OwnerOff(nothing())]
    {
        let mut phone = turned_on();
        let kept = fs::read(file(&phone)).unwrap();
        fs::remove_file(file(&phone)).unwrap();
        phone.call(end.clone()).unwrap();
        if matches!(end, Request::PinRemove(_)) {
            phone.call(Request::PinSet(pin(None, FIRST))).unwrap();
        }
        lock_now(&mut phone);
        fs::write(file(&phone), kept).unwrap();
        assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerOff, "{end:?}");
    }
}

#[test]
fn a_phone_that_does_not_forget_the_key_keeps_the_pin() {
    let mut phone = turned_on();
    phone.device.0.lock().unwrap().owner.keeps_key = true;
    for request in [Request::PinRemove(typed(FIRST)), Request::OwnerOff(nothing())] {
        assert_eq!(phone.refused(request), Code::CannotSave);
    }
    assert_eq!((places(&mut phone), by_owner(&mut phone)), (vec!["of the first".to_owned()], ByOwner::On));
    phone.call(Request::Erase(What { part: Part::Space })).unwrap();
    assert_eq!(places(&mut phone), Vec::<String>::new(), "what she deletes is deleted");
    assert_eq!(by_owner(&mut phone), ByOwner::On, "and the switch says what is so");
    phone.open();
    assert_eq!(trouble(&phone), Some(Code::Locked));
}

#[test]
fn it_goes_with_all_that_is_in_the_space_and_with_everything() {
    for part in [Part::Space, Part::Everything] {
        let mut phone = turned_on();
        let kept = fs::read(file(&phone)).unwrap();
        phone.call(Request::Erase(What { part })).unwrap();
        assert!(!file(&phone).exists(), "{part:?}");
        if part == Part::Everything {
            phone.call(Request::PinSet(pin(None, FIRST))).unwrap();
        }
        add(&mut phone, "after it");
        assert_eq!(by_owner(&mut phone), ByOwner::Off, "{part:?}");
        lock_now(&mut phone);
        fs::write(file(&phone), kept).unwrap();
        assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerOff, "{part:?}");
        opens_with_pin(&mut phone, FIRST, "after it", "what stands there now is not set aside");
    }
}

#[test]
fn it_goes_when_a_damaged_space_begins_again() {
    let mut phone = with_two_spaces();
    let kept = fs::read(file(&phone)).unwrap();
    let side = phone.path().join("vault/a.db");
    phone.close();
    let mut bytes = fs::read(&side).unwrap();
    bytes[5000] ^= 1;
    fs::write(&side, &bytes).unwrap();
    phone.open();
    assert_eq!(unlock(&mut phone, FIRST).unwrap_err(), Code::VaultDamaged);
    phone.call(Request::StartAgain(nothing())).unwrap();
    assert!(!file(&phone).exists());
    add(&mut phone, "begun again");
    phone.call(Request::PinSet(pin(None, FIRST))).unwrap();
    lock_now(&mut phone);
    fs::write(file(&phone), kept).unwrap();
    assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerOff, "the key of what was set aside fits nothing here");
    opens_with_pin(&mut phone, FIRST, "begun again", "nothing was set aside for it");
}

#[test]
fn a_space_that_it_finds_damaged_is_left_for_the_pin_to_say() {
    let mut phone = turned_on();
    phone.close();
    for side in ["a", "b"] {
        let path = phone.path().join(format!("vault/{side}.db"));
        let mut bytes = fs::read(&path).unwrap();
        bytes[5000] ^= 1;
        fs::write(&path, bytes).unwrap();
    }
    phone.open();
    assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerOff);
    assert_eq!(trouble(&phone), Some(Code::Locked), "it never leads to a space being set aside");
    assert_eq!(unlock(&mut phone, FIRST).unwrap_err(), Code::VaultDamaged);
}

#[test]
fn where_the_other_space_is_damaged_it_opens_its_own_from_there() {
    for (damaged, at) in [("b.db", 5000), ("b.slot", 90)] {
        let mut phone = with_two_spaces();
        phone.close();
        let path = phone.path().join("vault").join(damaged);
        let mut bytes = fs::read(&path).unwrap();
        bytes[at] ^= 1;
        fs::write(&path, bytes).unwrap();
        phone.open();
        assert_eq!(unlock(&mut phone, SECOND).unwrap_err(), Code::VaultDamaged, "{damaged}");
        assert_eq!((trouble(&phone), by_owner(&mut phone)), (Some(Code::VaultDamaged), ByOwner::On), "{damaged}");
        phone.device.0.lock().unwrap().owner.refuses = true;
        assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerNotConfirmed, "{damaged}");
        assert_eq!(trouble(&phone), Some(Code::VaultDamaged), "{damaged}: it is still said");
        phone.device.0.lock().unwrap().owner.refuses = false;
        touch(&mut phone).unwrap();
        assert_eq!(places(&mut phone), ["of the first"], "{damaged}");
    }
}

#[test]
fn turned_on_in_the_second_space_it_opens_that_and_the_first_ones_file_nothing() {
    let mut phone = with_two_spaces();
    let of_the_first = fs::read(file(&phone)).unwrap();
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    assert_eq!(phone.refused(Request::OwnerOn(typed(FIRST))), Code::PinWrong, "not with the PIN of the other");
    turn_on(&mut phone, SECOND);
    lock_now(&mut phone);
    touch(&mut phone).unwrap();
    assert_eq!(places(&mut phone), ["of the second"]);
    lock_now(&mut phone);
    fs::write(file(&phone), of_the_first).unwrap();
    assert_eq!(touch(&mut phone).unwrap_err(), Code::OwnerOff);
    opens_with_pin(&mut phone, FIRST, "of the first", "");
}

#[test]
fn the_switch_is_the_same_in_both_spaces_so_that_neither_tells_of_the_other() {
    let mut phone = with_two_spaces();
    for pin in [FIRST, SECOND] {
        lock_now(&mut phone);
        assert_eq!(by_owner(&mut phone), ByOwner::On);
        unlock(&mut phone, pin).unwrap();
        assert_eq!(by_owner(&mut phone), ByOwner::On, "a lock that offers what no space has would tell of one");
    }
    phone.call(Request::OwnerOff(nothing())).unwrap();
    for pin in [FIRST, SECOND] {
        lock_now(&mut phone);
        assert_eq!((by_owner(&mut phone), touch(&mut phone).unwrap_err()), (ByOwner::Never, Code::OwnerOff));
        unlock(&mut phone, pin).unwrap();
        assert_eq!(by_owner(&mut phone), ByOwner::Off);
    }
}

#[test]
fn beside_a_space_without_a_pin_it_is_not_offered() {
    let mut phone = with_two_spaces();
    lock_now(&mut phone);
    unlock(&mut phone, SECOND).unwrap();
    phone.call(Request::PinRemove(typed(SECOND))).unwrap();
    assert_eq!(by_owner(&mut phone), ByOwner::Never);
    lock_now(&mut phone);
    assert_eq!(by_owner(&mut phone), ByOwner::Never, "the lock of a space without a PIN has no such button");
    unlock(&mut phone, FIRST).unwrap();
    assert_eq!(by_owner(&mut phone), ByOwner::Never);
    assert_eq!(phone.refused(Request::OwnerOn(typed(FIRST))), Code::NotFound);
}

#[test]
fn it_leaves_the_slots_and_the_other_space_alone_and_its_file_says_neither_which_nor_when() {
    let mut phone = with_two_spaces();
    let vault = phone.path().join("vault");
    for (pin, other) in [(FIRST, "b.db"), (SECOND, "a.db")] {
        let alone = || ["a.slot", "b.slot", other].map(|name| fs::read(vault.join(name)).unwrap());
        lock_now(&mut phone);
        unlock(&mut phone, pin).unwrap();
        let before = alone();
        phone.call(Request::OwnerOff(nothing())).unwrap();
        turn_on(&mut phone, pin);
        lock_now(&mut phone);
        touch(&mut phone).unwrap();
        assert!(before == alone());
        assert_eq!(fs::read(file(&phone)).unwrap().len(), 113);
        let time = |name: &str| fs::metadata(vault.join(name)).unwrap().modified().unwrap();
        assert!(["a.slot", "b.slot", "b.db", "guesses", "owner"].iter().all(|name| time(name) == time("a.db")));
    }
}

#[test]
fn the_phones_own_question_may_cover_the_app_a_moment_longer_and_then_the_time_she_chose_counts_again() {
    let mut phone = turned_on();
    phone.settings(settings::Change { lock_after: Some(0), ..Default::default() });
    let away = |phone: &mut Phone, asked: bool, seconds: u64| {
        phone.call(Request::Away(Leaving { asked, choosing: false })).unwrap();
        *phone.clock.0.lock().unwrap() += chrono::TimeDelta::seconds(seconds.cast_signed());
        *phone.clock.1.lock().unwrap() += std::time::Duration::from_secs(seconds);
        let Response::Back(lock) = phone.call(Request::Back(nothing())).unwrap() else { panic!() };
        lock.locked
    };
    lock_now(&mut phone);
    touch(&mut phone).unwrap();
    assert!(!away(&mut phone, true, 2), "it was the question that covered the app");
    assert!(away(&mut phone, false, 0), "now it is she who has gone");
    touch(&mut phone).unwrap();
    assert!(away(&mut phone, true, 6), "no question stands that long");
}

#[test]
fn going_away_from_the_lock_does_not_lock_what_is_opened_before_the_app_says_that_she_is_back() {
    let mut phone = turned_on();
    phone.settings(settings::Change { lock_after: Some(0), ..Default::default() });
    for by_pin in [false, true] {
        lock_now(&mut phone);
        phone.call(Request::Away(Leaving { asked: false, choosing: false })).unwrap();
        if by_pin {
            unlock(&mut phone, FIRST).unwrap()
        } else {
            drop(touch(&mut phone).unwrap())
        }
        let Response::Back(lock) = phone.call(Request::Back(nothing())).unwrap() else { panic!() };
        assert!(!lock.locked, "opened with its PIN: {by_pin}");
    }
}
