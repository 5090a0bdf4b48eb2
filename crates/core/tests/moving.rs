//! Everything she saved, on its way to a new phone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code)]
#[path = "support/published.rs"]
mod published;
#[path = "support/sealed.rs"]
mod sealed;
mod support;

use std::fs;

use kindway_core::{
    api::{Request, Response},
    error::Code,
    help::{OwnNumberDraft, Role},
    lock::NewPin,
    money::{self, LetterAsk, Ticks},
    moving::{Done, Found, Out, Qr, Save},
    settings::{self, Settings},
    timeline::Told,
    visits,
};
use sealed::{CODE, look, take_in};
use support::{Phone, letter_of_journey_2, nothing, visit};

const NOW: &str = "2026-11-22T10:00:00Z";

fn phone() -> Phone {
    Phone::with_seed(NOW, published::small_seed())
}

/// A phone on which she has used every place of the app.
fn lived_in() -> Phone {
    let mut phone = phone();
    phone.speak("ar");
    phone.settings(settings::Change {
        welcomed: Some(true),
        text_size: Some(160),
        near: Some("L7".into()),
        support: Some(kindway_content::SupportKind::WithMeals),
        interpreter: Some(settings::Interpreter {
            needed: Some(true), dialect: Some("سودانية".into()), woman: true
        }),
        ..Default::default()
    });
    let scan = phone.add(letter_of_journey_2());
    phone.add(visits::Draft {
        note: Some("أحضري الكتاب\n\nΩ \"5\"".into()),
        place: Some("Room 7".into()),
        travel_minutes: Some(45),
        asked_by: Some(visits::AskedBy::SocialCare),
        ..visit("legal-official", "2026-12-10", "14:00")
    });
    phone
        .call(Request::VisitAsked(visits::Asked { id: scan.card.id.clone(), fare: Some(true), interpreter: None }))
        .unwrap();
    phone.call(Request::TripSave(money::TripChange { id: scan.card.id.clone(), fare_pence: Some(640) })).unwrap();
    let ticks = Ticks { day_and_fare: true, language: true, name: true, hc2: false };
    phone.call(Request::LetterSave(LetterAsk { visit: scan.card.id, ticks })).unwrap();
    phone
        .call(Request::MoneySave(money::Change {
            have: Some(money::Have { pence: Some(1234) }),
            money_day: Some(kindway_core::days::Weekday::Monday),
            extra_pregnancy: Some(true),
            ..Default::default()
        }))
        .unwrap();
    phone.call(Request::TimelineTold(Told::Weeks { weeks: 12, days: 3 })).unwrap();
    let midwife = OwnNumberDraft {
        id: None,
        role: Role::Midwife,
        name: Some("Amy".into()),
        phone: Some("٠١٥١ ٧٠٨ ٩٩٨٨".into()),
        note: Some("Mondays".into()),
    };
    phone.call(Request::OwnNumberSave(midwife)).unwrap();
    phone
}

fn out(phone: &mut Phone) -> (Vec<u8>, Out) {
    let Response::MovingOut(out) = phone.call(Request::MovingOut(nothing())).unwrap() else { panic!() };
    (sealed::from_base64(&out.file), out)
}

fn found(phone: &mut Phone, file: &[u8], code: &str) -> Found {
    let Response::MovingLook(found) = phone.call(look(file, code)).unwrap() else { panic!() };
    found
}

fn taken(phone: &mut Phone, file: &[u8], code: &str) -> Done {
    let Response::MovingIn(done) = phone.call(take_in(file, code)).unwrap() else { panic!() };
    done
}

/// Everything that the screens show of what she saved.
fn everything(phone: &mut Phone) -> String {
    let mut all = Vec::new();
    let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
    for card in visits.coming.iter().chain(&visits.past) {
        all.push(format!("{:?}", phone.call(Request::Visit(visits::Which { id: card.id.clone() })).unwrap()));
    }
    let Response::Money(money) = phone.call(Request::Money(nothing())).unwrap() else { panic!() };
    for letter in &money.letters {
        let which = money::WhichLetter { id: letter.id.clone() };
        all.push(format!("{:?}", phone.call(Request::LetterSaved(which)).unwrap()));
    }
    all.push(format!("{money:?}"));
    for request in [Request::OwnNumbers(nothing()), Request::Settings(nothing()), Request::Reminders(nothing())] {
        all.push(format!("{:?}", phone.call(request).unwrap()));
    }
    all.join("\n")
}

#[test]
fn everything_comes_to_an_empty_phone_and_its_reminders_are_planned_there() {
    let mut old = lived_in();
    let (file, out) = out(&mut old);
    let mut new = phone();
    let before = found(&mut new, &file, &out.code.join(" "));
    assert_eq!((before.visits, before.numbers, before.letters, before.notes), (2, 1, 1, 1));
    assert_eq!((before.new, before.both, before.made.iso.as_str()), (4, 0, "2026-11-22"));
    assert_eq!(new.rings(), Vec::<String>::new(), "looking takes nothing");
    let done = taken(&mut new, &file, &out.code.join(" "));
    assert_eq!(done, Done { added: 4, same: 0, both: 0 });
    assert_eq!(everything(&mut new), everything(&mut old));
    assert_eq!(new.rings(), old.rings());
    assert!(!new.rings().is_empty());
    new.open();
    assert_eq!(everything(&mut new), everything(&mut old), "and it is there after closing");
}

#[test]
fn the_same_file_a_second_time_changes_nothing() {
    let mut old = lived_in();
    let (file, out) = out(&mut old);
    let mut new = phone();
    new.speak("ti");
    taken(&mut new, &file, &out.code_latin.concat());
    let (once, rings) = (everything(&mut new), new.rings());
    assert_eq!(taken(&mut new, &file, &out.code_latin.join("-")), Done { added: 0, same: 4, both: 0 });
    assert_eq!((everything(&mut new), new.rings()), (once, rings));
    assert_eq!(taken(&mut old, &file, &out.code_latin.concat()), Done { added: 0, same: 4, both: 0 }, "nor at home");
}

#[test]
fn a_place_that_was_typed_over_several_lines_is_saved_as_one_line_with_single_spaces() {
    for typed in ["Room\n\n7", "Room \r\n 7\n", "\nRoom\n7", "Room\r7"] {
        let mut phone = phone();
        let added = phone.add(visits::Draft { place: Some(typed.into()), ..visit("scan", "2026-12-01", "09:00") });
        assert_eq!(added.card.place.as_deref(), Some("Room 7"), "{typed:?}");
    }
}

#[test]
fn a_place_that_was_typed_over_several_lines_is_the_same_place_in_the_file() {
    let mut phone = phone();
    phone.add(visits::Draft { place: Some("Room\n\n7".into()), ..visit("scan", "2026-12-01", "09:00") });
    let (file, out) = out(&mut phone);
    assert_eq!(taken(&mut phone, &file, &out.code.concat()), Done { added: 0, same: 1, both: 0 });
}

#[test]
fn both_versions_of_a_note_stay_and_the_question_before_says_so() {
    let mut old = lived_in();
    let (file, out) = out(&mut old);
    let Response::Visits(list) = old.call(Request::Visits(nothing())).unwrap() else { panic!() };
    let id = list.coming[1].id.clone();
    let Response::Visit(before) = old.call(Request::Visit(visits::Which { id: id.clone() })).unwrap() else { panic!() };
    let draft = visits::Draft { note: Some("the other entrance".into()), ..before.draft };
    old.call(Request::VisitChange(visits::Change { id: id.clone(), revision: before.revision, draft })).unwrap();
    let code = out.code.concat();
    assert_eq!(found(&mut old, &file, &code).both, 1);
    assert_eq!(taken(&mut old, &file, &code), Done { added: 0, same: 3, both: 1 });
    assert_eq!(taken(&mut old, &file, &code), Done { added: 0, same: 4, both: 0 });
    let Response::Visit(after) = old.call(Request::Visit(visits::Which { id })).unwrap() else { panic!() };
    assert_eq!(after.note.as_deref(), Some("the other entrance\n\nأحضري الكتاب\n\nΩ \"5\""));
}

/// What somebody reads who sees the picture with the four modules of its margin, four dots to a module.
fn read_by_a_camera(qr: &Qr) -> String {
    let side = (qr.size as usize + 8) * 4;
    let module = |dot: usize| (dot / 4).checked_sub(4);
    let is_dark = |x: usize, y: usize| {
        let row = module(y).and_then(|y| qr.rows.get(y)).map(String::as_bytes);
        row.zip(module(x)).and_then(|(row, x)| row.get(x)) == Some(&b'1')
    };
    let mut picture = rqrr::PreparedImage::prepare_from_bitmap(side, side, is_dark);
    let codes = picture.detect_grids();
    assert_eq!(codes.len(), 1);
    codes[0].decode().unwrap().1
}

#[test]
fn the_code_is_shown_in_her_digits_as_a_qr_code_and_in_no_log() {
    let mut phone = lived_in();
    let (file, out) = out(&mut phone);
    let latin: String = out.code_latin.concat();
    assert_eq!((out.name.as_str(), out.code.len(), latin.len()), ("copy.kw", 9, 45));
    let arabic = |digit: char| char::from_u32(0x660 + digit.to_digit(10).unwrap()).unwrap();
    assert_eq!(out.code.concat(), latin.chars().map(arabic).collect::<String>());
    // 45 digits as numbers fit the second smallest size; the rest of it corrects errors.
    assert_eq!((out.qr.size, out.qr.rows.len()), (25, 25));
    assert!(out.qr.rows.iter().all(|row| row.len() == 25 && row.chars().all(|module| "01".contains(module))));
    assert_eq!(read_by_a_camera(&out.qr), latin);
    let printed = format!("{:?} {:?}", take_in(&file, &latin), Response::MovingOut(out.clone()));
    assert!(!printed.contains(&out.code_latin[0]) && printed.len() < 200, "{printed}");
    let (again, second) = self::out(&mut phone);
    assert_ne!(out.code_latin, second.code_latin, "each file has a code of its own");
    assert_eq!(file.len(), again.len());
    assert!(file[8..64] != again[8..64], "and a salt and a nonce");
}

#[test]
fn the_file_is_what_its_description_says_and_its_size_says_little() {
    let mut empty = phone();
    let mut full = lived_in();
    let (small, _) = out(&mut empty);
    let (file, out) = out(&mut full);
    assert_eq!((small.len(), file.len()), (65_536 + 80, 65_536 + 80));
    let rows = sealed::rows(&out.code_latin.concat(), &file);
    assert_eq!((rows["format"].as_u64(), rows["made"].as_str()), (Some(1), Some(NOW)));
    assert_eq!(rows["visits"][0]["on"], "2026-11-24");
    assert_eq!(rows["settings"]["language"], "ar");
}

#[test]
fn fields_of_a_later_app_are_passed_over_and_missing_ones_take_their_defaults() {
    let mut phone = phone();
    let id = "0123456789abcdef0123456789abcdef";
    let rows = format!(
        r#"{{"format":1,"made":"2027-01-05T23:30:00Z","later":{{"a":[1]}},
            "visits":[{{"id":"{id}","revision":1,"kind":"a-kind-of-later","on":"2027-02-01","colour":"red"}}]}}"#
    );
    assert_eq!(taken(&mut phone, &sealed::seal(CODE, &rows), CODE), Done { added: 1, same: 0, both: 0 });
    let Response::Visit(visit) = phone.call(Request::Visit(visits::Which { id: id.into() })).unwrap() else { panic!() };
    assert_eq!((visit.card.kind.as_str(), visit.card.time, visit.note), ("a-kind-of-later", None, None));
    assert_eq!(settings_of(&mut phone), Settings::default());
}

fn settings_of(phone: &mut Phone) -> Settings {
    let Response::Settings(settings) = phone.call(Request::Settings(nothing())).unwrap() else { panic!() };
    settings
}

#[test]
fn a_visit_that_was_changed_as_often_as_a_file_may_say_can_still_be_changed_and_moved() {
    let mut phone = phone();
    let id = "0123456789abcdef0123456789abcdef";
    let rows = format!(
        r#"{{"format":1,"made":"2027-01-05T23:30:00Z",
            "visits":[{{"id":"{id}","revision":{},"kind":"scan","on":"2027-02-01"}}]}}"#,
        1_u64 << 40
    );
    taken(&mut phone, &sealed::seal(CODE, &rows), CODE);
    let which = || Request::Visit(visits::Which { id: id.into() });
    let Response::Visit(visit) = phone.call(which()).unwrap() else { panic!() };
    let draft = visits::Draft { note: Some("another door".into()), ..visit.draft };
    phone.call(Request::VisitChange(visits::Change { id: id.into(), revision: visit.revision, draft })).unwrap();
    let (file, out) = out(&mut phone);
    let mut new = self::phone();
    assert_eq!(taken(&mut new, &file, &out.code.concat()), Done { added: 1, same: 0, both: 0 });
    let Response::Visit(visit) = new.call(which()).unwrap() else { panic!() };
    assert_eq!(visit.note.as_deref(), Some("another door"));
}

#[test]
fn a_file_of_format_1_is_read_as_long_as_there_are_phones_that_made_one() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/moving-1.kw");
    let file = fs::read(path).unwrap();
    let mut phone = phone();
    let found = found(&mut phone, &file, CODE);
    assert_eq!((found.visits, found.numbers, found.letters, found.notes, found.new), (2, 1, 1, 1, 4));
    taken(&mut phone, &file, CODE);
    let all = everything(&mut phone);
    for part in ["Room  7", "أحضري الكتاب", "0151 708 9988", "Amy", "£12.34", "£6.40", "language: Some(\"ar\")"]
    {
        assert!(all.contains(part), "{part} is not in {all}");
    }
}

#[test]
fn a_visit_that_came_back_with_a_file_cannot_be_put_back_a_second_time() {
    let mut phone = lived_in();
    let (file, out) = out(&mut phone);
    let Response::Visits(list) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
    phone.call(Request::VisitDelete(visits::Which { id: list.coming[0].id.clone() })).unwrap();
    assert_eq!(taken(&mut phone, &file, &out.code.concat()), Done { added: 1, same: 3, both: 0 });
    assert_eq!(phone.refused(Request::VisitPutBack(nothing())), Code::NotFound);
}

#[test]
fn a_vault_that_cannot_be_read_gives_no_file_and_takes_none() {
    let mut phone = phone();
    phone.close();
    fs::remove_dir_all(phone.path()).unwrap();
    fs::write(phone.path(), "in the way").unwrap();
    phone.open();
    let refused = phone.refused(Request::MovingOut(nothing()));
    let rows = r#"{"format":1,"made":"2027-01-05T23:30:00Z"}"#;
    assert_eq!(phone.refused(take_in(&sealed::seal(CODE, rows), CODE)), refused);
    assert_eq!(Some(refused), phone.app.as_ref().unwrap().trouble());
    phone.close();
    fs::remove_file(phone.path()).unwrap();
}

fn save(file: &[u8]) -> Request {
    Request::MovingSave(Save { file: sealed::to_base64(file) })
}

#[test]
fn the_file_she_saves_goes_among_her_downloads_and_the_answer_says_where() {
    let mut phone = lived_in();
    let (file, _) = out(&mut phone);
    let Response::MovingSave(saved) = phone.call(save(&file)).unwrap() else { panic!() };
    assert_eq!(saved.place, "/downloads/copy.kw");
    assert_eq!(phone.device.0.lock().unwrap().saved, [("copy.kw".to_owned(), file)]);
}

#[test]
fn no_other_file_is_written_for_a_screen_and_none_while_it_is_locked() {
    let mut phone = lived_in();
    let (file, _) = out(&mut phone);
    assert_eq!(phone.refused(save(b"#!/bin/sh")), Code::MovingNotOurs);
    assert_eq!(phone.refused(save(&[file.as_slice(), &vec![0; 9 << 20]].concat())), Code::MovingTooLarge);
    phone.device.0.lock().unwrap().refuses = true;
    assert_eq!(phone.refused(save(&file)), Code::CannotSave);
    phone.device.0.lock().unwrap().refuses = false;
    phone.call(Request::PinSet(NewPin { current: None, pin: "482091".into(), weak: false })).unwrap();
    phone.call(Request::LockNow(nothing())).unwrap();
    assert_eq!(phone.refused(save(&file)), Code::Locked);
    assert_eq!(phone.device.0.lock().unwrap().saved, []);
}
