//! The code, the merge and the tables, without a phone around them.

use std::{cell::Cell, collections::BTreeMap, rc::Rc};

use kindway_content::SupportKind;
use proptest::prelude::*;
use rusqlite::Connection;

use super::{
    Done, code,
    code::Digits,
    file,
    merge::{self, Joins},
    rows::{self, Letter, Number, Rows, Said},
};
use crate::{
    days::Weekday,
    error::{ApiError, Code},
    help::Role,
    money::Told,
    reminders::Level,
    settings::{Interpreter, Settings, Theme},
    updates::Networks,
    visits::{self, AskedBy, Kept, VisitId, tidy},
};

/// Six scripts that count in tens, by their zeros: Latin, Arabic, Persian, Bengali, Devanagari and Burmese.
const SCRIPTS: [char; 6] = ['0', '٠', '۰', '০', '०', '၀'];

const CODES: [&str; 4] = [
    "000000000000000000000000000000000000",
    "123456789012345678901234567890123456",
    "999999999999999999999999999999999999",
    "314159265358979323846264338327950288",
];

fn written(groups: &[Vec<u32>], zero: char) -> String {
    let digit = |value: &u32| char::from_u32(zero as u32 + value).unwrap();
    groups.iter().map(|group| group.iter().map(digit).collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn groups_of(free: &str) -> Vec<Vec<u32>> {
    let groups = Digits::of(free).groups();
    groups.iter().map(|group| group.chars().map(|digit| digit.to_digit(10).unwrap()).collect()).collect()
}

/// The groups that are named as wrong; none where the code is taken.
fn named(text: &str) -> Option<String> {
    match Digits::typed(text) {
        Ok(_) => None,
        Err(error) => {
            assert_eq!(error.code, Code::MovingCodeWrong);
            Some(error.args["groups"].clone())
        }
    }
}

#[test]
fn every_single_wrong_digit_is_named_by_its_group_in_six_scripts() {
    for (free, zero) in CODES.iter().flat_map(|free| SCRIPTS.map(|zero| (free, zero))) {
        let right = groups_of(free);
        assert_eq!(named(&written(&right, zero)), None);
        for at in 0..45 {
            for wrong in (0..10).filter(|value| *value != right[at / 5][at % 5]) {
                let mut groups = right.clone();
                groups[at / 5][at % 5] = wrong;
                assert_eq!(named(&written(&groups, zero)), Some((at / 5 + 1).to_string()), "{free} digit {at}");
            }
        }
    }
}

#[test]
fn every_swap_of_two_neighbours_is_named_by_its_group_in_six_scripts() {
    let mut swaps = 0;
    for (free, zero) in CODES.iter().flat_map(|free| SCRIPTS.map(|zero| (free, zero))) {
        let right = groups_of(free);
        for at in 0..44 {
            let (first, second) = ((at / 5, at % 5), ((at + 1) / 5, (at + 1) % 5));
            if right[first.0][first.1] == right[second.0][second.1] {
                continue;
            }
            let mut groups = right.clone();
            groups[first.0][first.1] = right[second.0][second.1];
            groups[second.0][second.1] = right[first.0][first.1];
            let names = match first.0 == second.0 {
                true => (first.0 + 1).to_string(),
                // Across a border it changes a check digit and a first digit, one in each group.
                false => format!("{}, {}", first.0 + 1, second.0 + 1),
            };
            assert_eq!(named(&written(&groups, zero)), Some(names), "{free} digits {at} and {}", at + 1);
            swaps += 1;
        }
    }
    assert!(swaps > 400, "{swaps}");
}

#[test]
fn swaps_in_a_thousand_groups_are_named_just_where_the_digits_differ() {
    for free in (0..10_000_u32).step_by(9) {
        let code = format!("{free:04}").repeat(9);
        let right = groups_of(&code).remove(0);
        for at in 0..4 {
            let mut group = right.clone();
            group.swap(at, at + 1);
            let mut groups = groups_of(&code);
            groups[4] = group;
            let names = (right[at] != right[at + 1]).then(|| "5".to_owned());
            assert_eq!(named(&written(&groups, '0')), names, "{right:?} {at}");
        }
    }
}

#[test]
fn a_code_is_read_in_any_script_with_anything_but_letters_between_its_digits() {
    let latin = Digits::of(CODES[1]).groups();
    let key = |text: &str| Digits::typed(text).unwrap().key(&[0; 32]).unwrap().to_vec();
    let right = key(&latin.concat());
    for text in [
        latin.join(" "),
        latin.join("-"),
        latin.join("\r\n"),
        format!("\u{2067}{}\u{2069}\n", latin.join(" \u{200f}– ")),
        latin.concat().chars().map(|digit| format!("{digit} ")).collect(),
        // Nine parts that are no groups.
        latin.concat().char_indices().map(|(at, digit)| format!("{}{digit}", if at > 36 { "-" } else { "" })).collect(),
        // Full-width, mathematical, Ethiopic-speaking phones' Latin, Khmer, Tamil and Javanese.
        in_script(&latin, '０'),
        in_script(&latin, '𝟎'),
        in_script(&latin, '០'),
        in_script(&latin, '௦'),
        in_script(&latin, '꧐'),
        in_script(&latin, '੦'),
    ] {
        assert_eq!(key(&text), right, "{text}");
    }
}

fn in_script(groups: &[String], zero: char) -> String {
    let value = |digit: char| char::from_u32(zero as u32 + digit.to_digit(10).unwrap()).unwrap();
    groups.iter().map(|group| group.chars().map(value).collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_code_is_shown_in_the_digits_of_her_language() {
    for (tag, shown) in [("ar", "١٢٣٤٥"), ("fa", "۱۲۳۴۵"), ("bn-BD", "১২৩৪৫"), ("ti", "12345"), ("en-GB", "12345")]
    {
        assert_eq!(code::in_digits_of(tag, "12345"), shown, "{tag}");
    }
}

#[test]
fn what_is_too_short_or_too_long_is_named() {
    let groups = Digits::of(CODES[1]).groups();
    let length = |text: &str| {
        let error = Digits::typed(text).err().unwrap();
        (error.code, error.args.get("digits").cloned().unwrap_or_default())
    };
    assert_eq!(length(""), (Code::MovingCodeLength, "0".into()));
    assert_eq!(length(&groups[..8].join(" ")), (Code::MovingCodeLength, "40".into()));
    assert_eq!(length(&format!("{} 1", groups.join(" "))), (Code::MovingCodeLength, "46".into()));
    assert_eq!(length(&"7".repeat(1_000_000)).0, Code::MovingCodeLength);
    let mut short = groups.clone();
    short[2].pop();
    assert_eq!(named(&short.join(" ")), Some("3".into()), "in nine groups the short one is known");
    let mut moved = groups.clone();
    let digit = moved[2].pop().unwrap();
    moved[4].insert(0, digit);
    assert_eq!(
        named(&moved.join(" ")),
        Some("3, 5".into()),
        "nor do a short one and a long one make up for each other"
    );
    let mut letter = groups;
    letter[6].replace_range(1..2, "O");
    assert_eq!(named(&letter.concat()), Some("7".into()), "a letter in the place of a digit");
}

/// A vault as the migrations make it, without its encryption.
fn vault() -> Connection {
    let db = Connection::open_in_memory().unwrap();
    crate::MIGRATIONS.iter().for_each(|migration| db.execute_batch(migration.sql).unwrap());
    db
}

#[test]
fn every_table_and_column_of_the_vault_is_known_to_the_export() {
    let db = vault();
    let mut ask = db
        .prepare(
            "SELECT t.name, group_concat(c.name, ' ') FROM sqlite_schema t, pragma_table_info(t.name) c
             WHERE t.type = 'table' GROUP BY t.name",
        )
        .unwrap();
    let tables = ask.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap();
    let known = [
        ("letter", "id saved_on title text"),
        ("money", "id have_pence have_on money_day extra_pregnancy"),
        ("own_number", "id role name phone note"),
        ("setting", "id body"),
        (
            "visit",
            "id revision kind on_date at_time place phone note travel_minutes fare_pence asked_by fare_asked \
             interpreter_asked pregnancy private health",
        ),
    ];
    /// What is this phone's own, each with the reason.
    const STAYS: [(&str, &str); 2] =
        [("alarm", "ids that only this phone knows"), ("other_space", "about the other file of this phone")];
    let tables: BTreeMap<String, String> = tables.map(Result::unwrap).collect();
    let moved: Vec<(&str, &str)> = tables
        .iter()
        .map(|(name, columns)| (name.as_str(), columns.as_str()))
        .filter(|(name, _)| STAYS.iter().all(|(stays, _)| stays != name))
        .collect();
    assert_eq!(moved, known, "what a migration adds has to move with her, or it is lost with the old phone");
}

fn keep(db: &mut Connection, settings: &Settings, came: Rows) -> (Settings, Done) {
    let plan = merge::plan(rows::here(db, settings.clone()).unwrap(), came);
    let kept = (plan.settings.clone(), plan.done);
    let tx = db.transaction().unwrap();
    plan.keep(&tx).unwrap();
    tx.commit().unwrap();
    kept
}

/// Through the file and back, as another phone would read it.
fn through_a_file(here: &Rows) -> Rows {
    let code = Digits::of(CODES[3]);
    let written = rows::write(here, "2026-11-22T10:00:00Z".parse().unwrap()).unwrap();
    let sealed = file::seal(&written, &code, [1; 32], [2; 24]).unwrap();
    assert_eq!((sealed.len() - 80) % 65536, 0);
    let (bytes, reader) = file::recognised(file::base64(&sealed)).unwrap();
    reader(bytes, &code).unwrap().rows
}

fn all(db: &Connection, settings: &Settings) -> Rows {
    let mut rows = rows::here(db, settings.clone()).unwrap();
    rows.visits.sort_by_key(|visit| visit.id);
    rows.letters.sort_by_key(|letter| letter.id);
    rows.numbers.sort_by_key(|number| number.id);
    rows
}

fn visit(id: u8, note: Option<&str>) -> Kept {
    Kept {
        id: VisitId([id; 16]),
        revision: 3,
        kind: "scan".into(),
        on: "2026-12-01".parse().unwrap(),
        at: "09:20:00".parse().ok(),
        place: Some("Ward 3".into()),
        phone: None,
        note: note.map(str::to_owned),
        travel_minutes: Some(40),
        fare_pence: Some(600),
        asked_by: Some(AskedBy::Both),
        fare_asked: true,
        interpreter_asked: false,
        pregnancy: true,
        private: true,
        health: true,
    }
}

fn with(visits: Vec<Kept>) -> Rows {
    Rows { visits, ..Rows::default() }
}

fn notes(db: &Connection) -> Vec<String> {
    all(db, &Settings::default()).visits.into_iter().map(|visit| visit.note.unwrap_or_default()).collect()
}

/// Imports into a vault with one visit, twice, and tells the notes and what was done.
fn notes_after(here: Kept, came: Kept) -> (Vec<String>, Done) {
    let (mut db, settings) = (vault(), Settings::default());
    keep(&mut db, &settings, with(vec![here]));
    let (_, done) = keep(&mut db, &settings, with(vec![came.clone()]));
    let once = all(&db, &settings);
    let (_, again) = keep(&mut db, &settings, with(vec![came]));
    assert_eq!(again, Done { same: 1, ..Done::default() }, "a second time there is nothing to do");
    assert_eq!(all(&db, &settings), once);
    (notes(&db), done)
}

#[test]
fn notes_that_differ_stay_both_in_the_one_note_once() {
    let both = Done { both: 1, ..Done::default() };
    let same = Done { same: 1, ..Done::default() };
    let case = |here, came| notes_after(visit(1, here), visit(1, came));
    assert_eq!(case(Some("blood test"), Some("bring the book")), (vec!["blood test\n\nbring the book".into()], both));
    assert_eq!(case(None, Some("bring the book")), (vec!["bring the book".into()], both));
    assert_eq!(case(Some("blood test"), None), (vec!["blood test".into()], same));
    assert_eq!(case(Some("a\n\nb"), Some("b")), (vec!["a\n\nb".into()], same));
    assert_eq!(case(Some("b"), Some("a\n\nb")), (vec!["a\n\nb".into()], both));
    assert_eq!(
        case(Some("at 15:00"), Some("5")),
        (vec!["at 15:00\n\n5".into()], both),
        "a part of a word is not there"
    );
}

#[test]
fn notes_that_do_not_fit_together_stay_in_two_visits() {
    let (long, other) = ("a".repeat(3000), "b".repeat(3000));
    let (mut notes, done) = notes_after(visit(1, Some(&long)), visit(1, Some(&other)));
    notes.sort();
    assert_eq!((notes, done), (vec![long, other], Done { both: 1, ..Done::default() }));
}

#[test]
fn a_visit_that_differs_in_anything_else_is_kept_beside_the_one_here() {
    let here = visit(1, Some("mine"));
    for came in [
        Kept { at: None, ..here.clone() },
        Kept { fare_pence: None, ..here.clone() },
        Kept { place: Some("Ward 4".into()), note: Some("other".into()), ..here.clone() },
        Kept { health: false, revision: 2, ..here.clone() },
    ] {
        let (notes, done) = notes_after(here.clone(), came);
        assert_eq!((notes.len(), done), (2, Done { both: 1, ..Done::default() }));
    }
    let later = Kept { revision: 9, ..here.clone() };
    assert_eq!(notes_after(here, later).1, Done { same: 1, ..Done::default() }, "a revision alone says nothing");
}

#[test]
fn two_phones_that_send_each_other_their_files_come_to_the_same_rows() {
    let settings = Settings::default();
    let (mut first, mut second) = (vault(), vault());
    let moved = Kept { at: "10:00:00".parse().ok(), ..visit(1, Some("mine")) };
    keep(&mut first, &settings, with(vec![visit(1, Some("mine")), visit(2, Some("a"))]));
    keep(&mut second, &settings, with(vec![moved, visit(2, Some("b")), visit(3, None)]));
    let contents = |db: &Connection| -> Vec<(bool, String)> {
        let visits = all(db, &settings).visits;
        let mut contents: Vec<_> =
            visits.into_iter().map(|v| (v.at == visit(1, None).at, v.note.unwrap_or_default())).collect();
        contents.sort();
        contents
    };
    for _ in 0..3 {
        let from_first = all(&first, &settings);
        keep(&mut second, &settings, from_first);
        let from_second = all(&second, &settings);
        keep(&mut first, &settings, from_second);
    }
    assert_eq!(contents(&first), contents(&second));
    assert_eq!(contents(&first).len(), 4, "the two of visit 1, visit 2 with both notes, visit 3");
}

#[test]
fn a_file_may_hold_a_row_and_the_row_that_is_kept_beside_it() {
    let (mut db, settings) = (vault(), Settings::default());
    let other = Kept { at: None, ..visit(1, None) };
    keep(&mut db, &settings, with(vec![visit(1, None)]));
    keep(&mut db, &settings, with(vec![other.clone()]));
    let aside = all(&db, &settings).visits.into_iter().find(|visit| visit.at.is_none()).unwrap();
    let (mut third, _) = (vault(), ());
    keep(&mut third, &settings, with(vec![visit(1, None)]));
    keep(&mut third, &settings, with(vec![other, aside]));
    assert_eq!(all(&third, &settings).visits.len(), 2);
}

/// A visit whose time and note alone matter.
fn at(id: VisitId, time: &str, note: &str) -> Kept {
    Kept { id, at: time.parse().ok(), note: Some(note.to_owned()).filter(|note| !note.is_empty()), ..visit(0, None) }
}

fn times_and_notes(db: &Connection) -> Vec<(String, String)> {
    let visits = all(db, &Settings::default()).visits;
    let say = |visit: Kept| (visit.at.unwrap().format("%H:%M").to_string(), visit.note.unwrap_or_default());
    let mut said: Vec<_> = visits.into_iter().map(say).collect();
    said.sort();
    said
}

fn edit(db: &mut Connection, visit: Kept) {
    let tx = db.transaction().unwrap();
    let revision = visit.revision;
    visits::store::update(&tx, &Kept { revision: revision + 1, ..visit }, revision).unwrap();
    tx.commit().unwrap();
}

fn delete(db: &mut Connection, id: VisitId) {
    let tx = db.transaction().unwrap();
    visits::store::delete(&tx, id).unwrap();
    tx.commit().unwrap();
}

fn send(from: &Connection, to: &mut Connection) -> Done {
    keep(to, &Settings::default(), all(from, &Settings::default())).1
}

const X: VisitId = VisitId([1; 16]);

/// The first has the visit at 9, the second at 10, and the second has taken the file of the first.
fn two_phones_that_differ() -> (Connection, Connection, Kept) {
    let (mut first, mut second) = (vault(), vault());
    keep(&mut first, &Settings::default(), with(vec![at(X, "09:00:00", "v1")]));
    keep(&mut second, &Settings::default(), with(vec![at(X, "10:00:00", "v2")]));
    send(&first, &mut second);
    let aside = all(&second, &Settings::default()).visits.into_iter().find(|visit| visit.id != X).unwrap();
    (first, second, aside)
}

#[test]
fn what_she_edits_in_a_visit_that_was_kept_beside_another_comes_to_the_other_phone() {
    for note in ["v3", "v1", ""] {
        let (mut first, mut second, aside) = two_phones_that_differ();
        edit(&mut second, Kept { revision: aside.revision, ..at(aside.id, "11:00:00", note) });
        send(&second, &mut first);
        let said = [("09:00", "v1"), ("10:00", "v2"), ("11:00", note)].map(|(time, note)| (time.into(), note.into()));
        assert_eq!(times_and_notes(&first), said);
        assert_eq!(send(&second, &mut first), Done { same: 2, ..Done::default() });
    }
}

#[test]
fn what_she_edits_in_the_note_alone_of_a_visit_that_was_kept_beside_another_comes_too() {
    let (mut first, mut second, aside) = two_phones_that_differ();
    edit(&mut second, Kept { note: Some("v3".into()), ..aside });
    send(&second, &mut first);
    let said = [("09:00", "v1"), ("09:00", "v3"), ("10:00", "v2")].map(|(time, note)| (time.into(), note.into()));
    assert_eq!(times_and_notes(&first), said);
    assert_eq!(send(&second, &mut first), Done { same: 2, ..Done::default() });
}

#[test]
fn a_visit_whose_place_beside_another_was_edited_is_not_lost() {
    let (first, mut second, aside) = two_phones_that_differ();
    edit(&mut second, Kept { revision: aside.revision, ..at(aside.id, "11:00:00", "v3") });
    assert_eq!(send(&first, &mut second), Done { both: 1, ..Done::default() });
    let said = [("09:00", "v1"), ("10:00", "v2"), ("11:00", "v3")].map(|(time, note)| (time.into(), note.into()));
    assert_eq!(times_and_notes(&second), said);
    assert_eq!(send(&first, &mut second), Done { same: 1, ..Done::default() });
}

#[test]
fn a_file_may_hold_a_row_and_an_edited_one_under_the_id_that_is_beside_it() {
    let (first, mut second, aside) = two_phones_that_differ();
    delete(&mut second, aside.id);
    let file = vec![at(X, "09:00:00", "v1"), at(aside.id, "11:00:00", "v3")];
    for rows in [file.clone(), file.into_iter().rev().collect()] {
        let mut third = vault();
        send(&second, &mut third);
        keep(&mut third, &Settings::default(), with(rows));
        let said = [("09:00", "v1"), ("10:00", "v2"), ("11:00", "v3")].map(|(time, note)| (time.into(), note.into()));
        assert_eq!(times_and_notes(&third), said);
        assert_eq!(send(&first, &mut third), Done { same: 1, ..Done::default() });
    }
}

#[test]
fn a_visit_that_was_kept_beside_the_one_here_is_still_the_same_after_a_note_has_joined_it() {
    let (mut db, _, aside) = two_phones_that_differ();
    let settings = Settings::default();
    let file = vec![aside, at(X, "09:00:00", "b")];
    keep(&mut db, &settings, with(file.clone()));
    assert_eq!(times_and_notes(&db), [("09:00".into(), "v1\n\nb".into())]);
    assert_eq!(keep(&mut db, &settings, with(file)).1, Done { same: 2, ..Done::default() });
}

#[test]
fn notes_that_cross_on_their_way_are_not_doubled_with_every_file() {
    let (mut first, mut second) = (vault(), vault());
    keep(&mut first, &Settings::default(), with(vec![at(X, "09:00:00", "a")]));
    keep(&mut second, &Settings::default(), with(vec![at(X, "09:00:00", "b")]));
    for _ in 0..3 {
        let from_first = all(&first, &Settings::default());
        send(&second, &mut first);
        keep(&mut second, &Settings::default(), from_first);
    }
    assert_eq!(notes(&first), ["a\n\nb"]);
    assert_eq!(notes(&second), ["b\n\na"]);
}

#[test]
fn letters_never_change_and_numbers_are_joined_like_visits() {
    let (mut db, settings) = (vault(), Settings::default());
    let letter = |text: &str| Letter {
        id: VisitId([7; 16]),
        saved_on: "2026-11-22".parse().unwrap(),
        title: "Scan".into(),
        text: text.into(),
    };
    let number = |phone: &str, note: &str| Number {
        id: VisitId([8; 16]),
        role: Role::Midwife,
        name: "Amy".into(),
        phone: Some(phone.into()),
        note: Some(note.into()),
    };
    let rows = |text, number| Rows { letters: vec![letter(text)], numbers: vec![number], ..Rows::default() };
    keep(&mut db, &settings, rows("Dear clinic", number("0151 1", "a")));
    for (came, done) in [
        (rows("Dear clinic", number("0151 1", "b")), Done { same: 1, both: 1, added: 0 }),
        (rows("Changed", number("0151 2", "a")), Done { same: 1, both: 1, added: 0 }),
        (rows("Dear clinic", number("0151 2", "a")), Done { same: 2, both: 0, added: 0 }),
    ] {
        assert_eq!(keep(&mut db, &settings, came).1, done);
    }
    let all = all(&db, &settings);
    assert_eq!(all.letters, [letter("Dear clinic")]);
    let mut numbers: Vec<_> = all.numbers.into_iter().map(|n| (n.phone.unwrap(), n.note.unwrap())).collect();
    numbers.sort();
    assert_eq!(numbers, [("0151 1".into(), "a\n\nb".into()), ("0151 2".into(), "a".into())]);
}

#[test]
fn what_she_has_set_here_stays_and_what_she_has_not_comes() {
    let mut db = vault();
    let here = Settings {
        language: Some("ti".into()),
        text_size: 130,
        update_networks: Networks::Free,
        ..Settings::default()
    };
    let came = Settings {
        language: Some("ar".into()),
        own_calendar: Some(true),
        text_size: 200,
        update_networks: Networks::None,
        theme: Theme::Dark,
        due: "2027-03-01".parse().ok(),
        ..Settings::default()
    };
    let told = |have: Option<i64>, day| Told {
        have: have.map(|pence| (pence, "2026-11-20".parse().unwrap())),
        money_day: day,
        extra_pregnancy: false,
    };
    keep(&mut db, &here, Rows { money: told(Some(500), None), ..Rows::default() });
    let money = told(Some(900), Some(Weekday::Monday));
    let (settings, done) = keep(&mut db, &here, Rows { settings: came, money, ..Rows::default() });
    let expected = Settings { theme: Theme::Dark, due: "2027-03-01".parse().ok(), ..here };
    assert_eq!(settings, expected, "the answer about a calendar belongs to the other language");
    assert_eq!(all(&db, &settings).money, told(Some(500), Some(Weekday::Monday)));
    assert_eq!(done, Done::default(), "only rows are counted");
}

/// What one phone has set after a file with these settings.
fn settings_after(here: &Settings, came: Settings) -> Settings {
    keep(&mut vault(), here, Rows { settings: came, ..Rows::default() }).0
}

#[test]
fn of_two_levels_of_reminders_the_quieter_holds() {
    let level = |reminder_level| Settings { reminder_level, ..Settings::default() };
    let [discreet, time, full] = [Level::Discreet, Level::Time, Level::Full];
    for (here, came, quieter) in [
        (discreet, discreet, discreet),
        (discreet, time, discreet),
        (discreet, full, discreet),
        (time, discreet, discreet),
        (time, time, time),
        (time, full, time),
        (full, discreet, discreet),
        (full, time, time),
        (full, full, full),
    ] {
        assert_eq!(settings_after(&level(here), level(came)), level(quieter), "{here:?} {came:?}");
    }
}

#[test]
fn of_two_times_until_it_locks_the_shorter_holds() {
    let after = |lock_after| Settings { lock_after, ..Settings::default() };
    for (here, came, shorter) in [(1, 15, 1), (1, 0, 0), (0, 1, 0), (15, 1, 1), (5, 15, 5), (15, 15, 15)] {
        assert_eq!(settings_after(&after(here), after(came)), after(shorter), "{here} {came}");
    }
}

#[test]
fn reminders_that_are_off_stay_off_and_a_file_silences_none_of_visits_that_are_here() {
    let turned = |reminders_on| Settings { reminders_on, ..Settings::default() };
    for (here, visits, came, on) in [
        (true, vec![visit(1, None)], false, true),
        (true, vec![], false, false),
        (true, vec![], true, true),
        (false, vec![], true, false),
        (false, vec![visit(1, None)], true, false),
    ] {
        let name = format!("{here} {} {came}", visits.len());
        let mut db = vault();
        keep(&mut db, &Settings::default(), with(visits));
        let file = Rows { settings: turned(came), ..with(vec![visit(2, None)]) };
        let (settings, _) = keep(&mut db, &turned(here), file.clone());
        assert_eq!(settings, turned(on), "{name}");
        assert_eq!(keep(&mut db, &settings, file).0, settings, "{name}, a second time");
    }
}

#[test]
fn what_is_told_of_one_pregnancy_is_not_mixed_with_another() {
    let due = |day: &str| Settings { due: day.parse().ok(), ..Settings::default() };
    let lost = Settings { loss: true, first_baby: Some(true), ..due("2026-09-01") };
    let born = Settings { born: "2026-10-01".parse().ok(), due: None, first_baby: Some(false), ..lost.clone() };
    for here in [due("2027-05-01"), Settings { first_baby: Some(false), ..due("2027-05-01") }, born.clone()] {
        for came in [&lost, &born, &due("2026-12-01")] {
            assert_eq!(settings_after(&here, came.clone()), here, "{here:?} {came:?}");
        }
    }
    for came in [lost, born] {
        assert_eq!(settings_after(&Settings::default(), came.clone()), came, "nothing was told here");
    }
    let told_since = Settings { loss: true, first_baby: Some(false), ..due("2027-05-01") };
    assert_eq!(settings_after(&due("2027-05-01"), told_since.clone()), told_since, "it is the same pregnancy");
    let quiet = Settings { loss: true, ..Settings::default() };
    let expected = Settings { loss: true, ..due("2027-05-01") };
    assert_eq!(settings_after(&quiet, due("2027-05-01")), expected, "what is quiet here stays quiet");
}

/// A row that counts what is asked of it: each makes a text of JSON, or looks through a note.
#[derive(Clone)]
struct Counted(Kept, Rc<Cell<usize>>);

impl Counted {
    fn count(&self) {
        self.1.set(self.1.get() + 1);
        assert!(self.1.get() <= 20 * MANY, "a file of {MANY} rows takes without end");
    }
}

impl Said for Counted {
    fn said(&self) -> Vec<u8> {
        self.count();
        self.0.said()
    }
}

impl Joins for Counted {
    const NOTE_MOST: usize = <Kept as Joins>::NOTE_MOST;

    fn id(&self) -> VisitId {
        self.0.id
    }

    fn note(&self) -> Option<&str> {
        self.count();
        self.0.note()
    }

    fn under(self, id: VisitId) -> Self {
        Self(self.0.under(id), self.1)
    }

    fn noted(self, note: Option<String>) -> Self {
        Self(self.0.noted(note), self.1)
    }
}

/// The most rows of a file.
const MANY: usize = 10_000;

/// How often rows are asked for what they say while others join them, and how many are added.
fn work(here: Vec<Kept>, came: Vec<Kept>) -> (usize, usize) {
    let count = Rc::new(Cell::new(0));
    let counted = |rows: Vec<Kept>| rows.into_iter().map(|row| Counted(row, count.clone())).collect::<Vec<_>>();
    let joined = merge::join(&counted(here), counted(came), &mut Done::default());
    (count.get(), joined.add.len())
}

fn numbered(number: usize) -> VisitId {
    let mut id = [9; 16];
    id[..8].copy_from_slice(&number.to_be_bytes());
    VisitId(id)
}

#[test]
fn a_full_file_of_rows_that_differ_in_their_notes_alone_takes_no_longer_than_another() {
    let rows = |ids: std::ops::Range<usize>, note: &str| -> Vec<Kept> {
        ids.map(|number| at(numbered(number), "09:00:00", &format!("{note} {number}"))).collect()
    };
    let honest = work(rows(0..MANY, "a"), rows(0..MANY, "b"));
    let hostile = work(rows(0..MANY, "a"), rows(MANY..2 * MANY, "b"));
    assert_eq!((honest.1, hostile.1), (0, MANY));
    assert!(hostile.0 <= honest.0, "{} for {}", hostile.0, honest.0);
}

#[test]
fn a_full_file_of_rows_whose_places_are_taken_takes_no_longer_than_another() {
    let row = |id| at(id, "09:00:00", "a");
    let taken: Vec<VisitId> = std::iter::once(X).chain(merge::besides(X, &merge::begun(&row(X)))).take(MANY).collect();
    let here: Vec<Kept> = taken.iter().map(|id| at(*id, "10:00:00", "b")).collect();
    let honest = work(here.clone(), here.clone());
    let hostile = work(here.clone(), taken.iter().map(|id| row(*id)).collect());
    let one = work(here, vec![row(X)]);
    assert_eq!((honest.1, hostile.1, one.1), (0, MANY, 1));
    assert!(hostile.0.max(one.0) <= honest.0, "{} and {} for {}", hostile.0, one.0, honest.0);
}

fn any_text(most: usize) -> impl Strategy<Value = Option<String>> {
    let letters = prop_oneof![any::<char>(), Just('\n'), Just('"'), proptest::char::range('ሀ', 'ፚ')];
    let text = proptest::collection::vec(letters, 0..most).prop_map(|text| tidy(&text.into_iter().collect::<String>()));
    text.prop_map(|text| Some(text).filter(|text| !text.is_empty()))
}

fn any_line(most: usize) -> impl Strategy<Value = Option<String>> {
    any_text(most).prop_map(|text| text.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")))
}

fn any_day() -> impl Strategy<Value = chrono::NaiveDate> {
    (0..2000_i64).prop_map(|days| "2025-01-01".parse::<chrono::NaiveDate>().unwrap() + chrono::TimeDelta::days(days))
}

prop_compose! {
    fn any_visit()(
        id in any::<[u8; 16]>(),
        (revision, on) in (1..1000_i64, any_day()),
        minutes in proptest::option::of(0..1440_u32),
        (place, note) in (any_line(60), any_text(300)),
        (travel_minutes, fare_pence) in (proptest::option::of(0..=600_u32), proptest::option::of(0..=50_000_i64)),
        asked_by in proptest::option::of(proptest::sample::select(vec![AskedBy::Health, AskedBy::SocialCare, AskedBy::Both, AskedBy::Unknown])),
        flags in any::<[bool; 5]>(),
    ) -> Kept {
        Kept {
            id: VisitId(id),
            revision,
            kind: "scan".into(),
            on,
            at: minutes.and_then(|minutes| chrono::NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0)),
            place,
            phone: Some("0151 708 9988".into()),
            note,
            travel_minutes,
            fare_pence,
            asked_by,
            fare_asked: flags[0],
            interpreter_asked: flags[1],
            pregnancy: flags[2],
            private: flags[3],
            health: flags[4],
        }
    }
}

prop_compose! {
    fn any_settings()(
        language in proptest::option::of(proptest::sample::select(vec!["ar", "ti", "en-GB"])),
        (welcomed, reminders_on, woman, loss) in any::<(bool, bool, bool, bool)>(),
        (own_calendar, needed, first_baby) in any::<(Option<bool>, Option<bool>, Option<bool>)>(),
        theme in proptest::sample::select(vec![Theme::System, Theme::Light, Theme::Dark]),
        reminder_level in proptest::sample::select(vec![Level::Discreet, Level::Time, Level::Full]),
        update_networks in proptest::sample::select(vec![Networks::Any, Networks::Free, Networks::None]),
        support in proptest::option::of(proptest::sample::select(vec![SupportKind::WithMeals, SupportKind::Section4])),
        (text_size, lock_after) in (100..=200_u32, 0..=15_u32),
        (near, dialect) in (any_line(40), any_line(30)),
        (due, born) in (proptest::option::of(any_day()), proptest::option::of(any_day())),
    ) -> Settings {
        Settings {
            language: language.map(str::to_owned),
            welcomed,
            own_calendar,
            ask_calendar: false,
            theme,
            text_size,
            reminders_on,
            reminder_level,
            interpreter: Interpreter { needed, dialect, woman },
            near,
            loss,
            support,
            due,
            born,
            first_baby,
            update_networks,
            lock_after,
        }
    }
}

prop_compose! {
    fn any_rows()(
        visits in proptest::collection::btree_map(any::<[u8; 16]>(), any_visit(), 0..12),
        numbers in proptest::collection::btree_map(any::<[u8; 16]>(), (any_line(40), any_text(200)), 0..5),
        letters in proptest::collection::btree_map(any::<[u8; 16]>(), any_text(400), 0..5),
        settings in any_settings(),
        have in proptest::option::of((0..100_000_i64, any_day())),
        money_day in proptest::option::of(proptest::sample::select(vec![Weekday::Monday, Weekday::Sunday])),
        extra_pregnancy in any::<bool>(),
    ) -> Rows {
        let number = |(id, (name, note)): ([u8; 16], (Option<String>, Option<String>))| Number {
            id: VisitId(id),
            role: Role::Unit,
            name: name.unwrap_or_default(),
            phone: Some("0151 708 9988".into()),
            note,
        };
        let letter = |(id, text): ([u8; 16], Option<String>)| Letter {
            id: VisitId(id),
            saved_on: "2026-11-22".parse().unwrap(),
            title: "Scan".into(),
            text: text.unwrap_or_default(),
        };
        Rows {
            settings,
            money: Told { have, money_day, extra_pregnancy },
            visits: visits.into_iter().map(|(id, visit)| Kept { id: VisitId(id), ..visit }).collect(),
            numbers: numbers.into_iter().map(number).collect(),
            letters: letters.into_iter().map(letter).collect(),
        }
    }
}

/// What happens on one of two phones.
#[derive(Clone, Debug)]
struct Step {
    second: bool,
    what: What,
    which: usize,
    time: &'static str,
    note: String,
}

#[derive(Clone, Copy, Debug)]
enum What {
    Add,
    Edit,
    Delete,
    Send,
}

prop_compose! {
    fn any_step()(
        second in any::<bool>(),
        what in proptest::sample::select(vec![What::Add, What::Edit, What::Edit, What::Delete, What::Send, What::Send]),
        which in 0..100_usize,
        time in proptest::sample::select(vec!["09:00:00", "10:00:00"]),
        note in proptest::sample::select(vec![String::new(), "a".into(), "b".into(), "a\n\nb".into(), "b\n\na".into(), "a\nb".into(), "c".repeat(3990)]),
    ) -> Step {
        Step { second, what, which, time, note }
    }
}

/// Whether everything that some rows say is said by others: by one that differs in nothing but its note, which has all its lines.
fn stand_in(rows: &Rows, others: &Rows) -> bool {
    let has = |note: &Option<String>, part: &Option<String>| {
        let mut lines = part.iter().flat_map(|part| part.lines()).filter(|line| !line.is_empty());
        lines.all(|line| note.iter().flat_map(|note| note.lines()).any(|other| other == line))
    };
    let visit = |row: &Kept, other: &Kept| {
        let bare = |row: &Kept| Kept { id: X, revision: 1, note: None, ..row.clone() };
        bare(row) == bare(other) && has(&other.note, &row.note)
    };
    let number = |row: &Number, other: &Number| {
        let bare = |row: &Number| Number { id: X, note: None, ..row.clone() };
        bare(row) == bare(other) && has(&other.note, &row.note)
    };
    rows.visits.iter().all(|row| others.visits.iter().any(|other| visit(row, other)))
        && rows.numbers.iter().all(|row| others.numbers.iter().any(|other| number(row, other)))
        && rows.letters.iter().all(|row| others.letters.contains(row))
}

proptest! {
    #[test]
    fn what_goes_to_an_empty_phone_is_the_same_there_and_a_second_time_changes_nothing(rows in any_rows()) {
        let mut db = vault();
        let count = rows.visits.len() + rows.letters.len() + rows.numbers.len();
        let came = through_a_file(&rows);
        prop_assert_eq!(&came, &rows);
        let (settings, done) = keep(&mut db, &Settings::default(), came.clone());
        prop_assert_eq!(done, Done { added: count, ..Done::default() });
        let there = all(&db, &settings);
        let is_quiet = Settings { reminder_level: Level::Discreet, lock_after: rows.settings.lock_after.min(1), ..rows.settings.clone() };
        prop_assert_eq!(&there, &Rows { settings: is_quiet, ..rows.clone() });
        let (settings, done) = keep(&mut db, &settings, came);
        prop_assert_eq!(done, Done { same: count, ..Done::default() });
        prop_assert_eq!(all(&db, &settings), there);
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn three_files_in_any_order_lose_nothing_and_twice_change_nothing(base in any_rows(), changes in any::<[Vec<(bool, bool)>; 3]>()) {
        let files = changes.map(|changes| {
            let mut rows = base.clone();
            let name = changes.len();
            for (visit, (in_note, in_time)) in rows.visits.iter_mut().zip(&changes) {
                if *in_note { visit.note = Some(format!("another note {name}")); }
                if *in_time { visit.at = chrono::NaiveTime::from_num_seconds_from_midnight_opt(name as u32 * 60, 0); }
            }
            for (number, (in_note, in_phone)) in rows.numbers.iter_mut().zip(&changes) {
                if *in_note { number.note = Some(format!("another note {name}")); }
                if *in_phone { number.phone = Some(format!("0151 {name}")); }
            }
            rows
        });
        let settings = Settings::default();
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let mut db = vault();
            for at in order {
                keep(&mut db, &settings, files[at].clone());
            }
            let joined = all(&db, &settings);
            for file in &files {
                prop_assert!(stand_in(file, &joined), "{order:?}");
                for visit in &file.visits {
                    let note = visit.note.as_deref().unwrap_or_default();
                    let mut same = joined.visits.iter().filter(|kept| kept.at == visit.at && kept.place == visit.place);
                    prop_assert!(same.any(|kept| kept.note.as_deref().unwrap_or_default().contains(note)), "a whole note");
                }
            }
            for file in &files {
                let again = keep(&mut db, &settings, file.clone()).1;
                prop_assert_eq!((again.added, again.both), (0, 0));
            }
            prop_assert_eq!(all(&db, &settings), joined);
        }
    }

    #[test]
    fn two_phones_that_edit_delete_and_send_lose_nothing_and_come_to_the_same(steps in proptest::collection::vec(any_step(), 1..30)) {
        let settings = Settings::default();
        let mut phones = [vault(), vault()];
        let sent = |phones: &mut [Connection; 2], to_second: bool| {
            let [first, second] = phones;
            let (from, to) = if to_second { (first, second) } else { (second, first) };
            let (came, before) = (all(from, &settings), all(to, &settings));
            let done = send(from, to);
            let after = all(to, &settings);
            assert!(stand_in(&came, &after) && stand_in(&before, &after), "{came:?} {before:?} {after:?}");
            assert_eq!(send(from, to), Done { same: came.visits.len(), ..Done::default() });
            assert_eq!(all(to, &settings), after);
            done.added + done.both
        };
        for step in steps {
            let second = step.second;
            let db = &mut phones[usize::from(second)];
            let rows = all(db, &settings).visits;
            let one = (!rows.is_empty()).then(|| rows[step.which % rows.len()].clone());
            match (step.what, one) {
                (What::Send, _) => { sent(&mut phones, !second); }
                (What::Delete, Some(one)) => delete(db, one.id),
                (What::Edit, Some(one)) => edit(db, Kept { revision: one.revision, ..at(one.id, step.time, &step.note) }),
                // Both phones may have the id from an older file.
                (What::Add, _) if rows.iter().all(|row| row.id != X) => {
                    keep(db, &settings, with(vec![at(X, step.time, &step.note)]));
                }
                _ => {}
            }
        }
        for to_second in [true, false, true, false] {
            sent(&mut phones, to_second);
        }
        prop_assert_eq!((sent(&mut phones, true), sent(&mut phones, false)), (0, 0), "there is nothing left to send");
    }

}

proptest! {
    #[test]
    fn random_bytes_are_refused_and_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), head in any::<bool>(), typed in any::<String>()) {
        let _ = Digits::typed(&typed);
        let bytes = if head { [b"KWMOVE01".as_slice(), &bytes].concat() } else { bytes };
        let refused = |error: ApiError| [Code::MovingNotOurs, Code::MovingNewer, Code::MovingCut].contains(&error.code);
        match file::recognised(file::base64(&bytes)) {
            Err(error) => prop_assert!(refused(error)),
            Ok((bytes, reader)) => prop_assert!(refused(reader(bytes, &Digits::of(CODES[0])).unwrap_err())),
        }
        let _ = file::recognised(typed).is_err();
        let _ = rows::read(bytes.as_slice()).unwrap_err();
    }
}
