//! The vault's claims, each with an enemy: a cut file, a changed byte, a lost key, a folder that takes nothing, a second app.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{fs, path::PathBuf};

use kindway_core::{
    api::{Request, Response},
    erase::{Part, What},
    error::Code,
    settings,
    visits::{self, Which},
};
use support::{Phone, letter_of_journey_2, nothing, visit};

const NOW: &str = "2026-11-22T10:00:00Z";

fn db(phone: &Phone) -> PathBuf {
    phone.path().join("vault/a.db")
}

fn slot(phone: &Phone) -> PathBuf {
    phone.path().join("vault/a.slot")
}

fn with_a_visit() -> Phone {
    let mut phone = Phone::at(NOW);
    phone.speak("en-GB");
    phone.add(letter_of_journey_2());
    phone
}

fn coming(phone: &mut Phone) -> usize {
    let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
    visits.coming.len()
}

/// Reading must go on whatever is wrong with her own files.
fn can_still_read(phone: &mut Phone) {
    phone.call(Request::Open(nothing())).unwrap();
    phone.call(Request::Rights(nothing())).unwrap();
    phone.call(Request::Danger(nothing())).unwrap();
    phone.call(Request::Help(kindway_core::help::Search { words: "group".into(), ..Default::default() })).unwrap();
    assert_eq!(coming(phone), 0);
}

#[test]
fn what_was_acknowledged_is_there_after_closing() {
    let mut phone = with_a_visit();
    phone.open();
    assert_eq!(phone.app.as_ref().unwrap().trouble(), None);
    assert_eq!(coming(&mut phone), 1);
}

#[test]
fn nothing_she_typed_can_be_read_in_any_file() {
    let mut phone = Phone::at(NOW);
    phone.speak("ti");
    let draft = visits::Draft {
        place: Some("Zanzibar Street Clinic".into()),
        note: Some("quetzalcoatl".into()),
        phone: Some("0151 123 4567".into()),
        ..visit("scan", "2026-12-01", "09:00")
    };
    phone.add(draft);
    phone.close();
    for entry in walk(phone.path().to_path_buf()) {
        let bytes = fs::read(&entry).unwrap();
        for planted in ["Zanzibar", "quetzalcoatl", "0151 123 4567"] {
            let wide: Vec<u8> = planted.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let found = contains(&bytes, planted.as_bytes()) || contains(&bytes, &wide);
            assert!(!found, "{planted} is readable in {}", entry.display());
        }
    }
}

#[test]
fn a_vault_cut_at_any_page_is_named_kept_and_never_replaced() {
    let mut phone = with_a_visit();
    phone.close();
    let whole = fs::read(db(&phone)).unwrap();
    let bounds: Vec<usize> = (0..whole.len()).step_by(4096).collect();
    assert!(bounds.len() >= 64, "{} pages", bounds.len());
    let last = bounds.len() - 1;
    // A byte before some bounds and a byte after them.
    let beside = bounds[1..last].iter().step_by(6).flat_map(|bound| [bound - 1, bound + 1]);
    for keep in bounds.iter().copied().chain(beside).chain([1, 100]) {
        let cut = &whole[..keep];
        fs::write(db(&phone), cut).unwrap();
        phone.open();
        assert_eq!(phone.app.as_ref().unwrap().trouble(), Some(Code::VaultDamaged), "cut to {keep} bytes");
        assert_eq!(
            phone.refused(Request::VisitAdd(letter_of_journey_2())),
            Code::VaultDamaged,
            "nothing is saved beside it"
        );
        phone.close();
        assert!(fs::read(db(&phone)).unwrap() == cut, "cut to {keep} bytes: the file is as it was");
    }
    phone.open();
    can_still_read(&mut phone);
    phone.close();
    fs::write(db(&phone), &whole).unwrap();
    assert!(free_pages(&phone).contains(&last));
    for keep in [last * 4096 + 1, whole.len() - 1, whole.len()] {
        fs::write(db(&phone), &whole[..keep]).unwrap();
        phone.open();
        assert_eq!(coming(&mut phone), 1, "cut to {keep} bytes: within the last page was nothing of hers");
        phone.close();
    }
}

#[test]
fn one_changed_byte_in_any_page_that_holds_something_is_found() {
    let mut phone = with_a_visit();
    phone.close();
    let whole = fs::read(db(&phone)).unwrap();
    let free = free_pages(&phone);
    let pages = whole.len() / 4096;
    assert!(free.len() > 10 && pages > free.len() + 6, "{} of {pages} pages are free", free.len());
    let mut missed = 0;
    for page in 0..pages {
        let at = page * 4096 + (page * 997) % 4096;
        let mut changed = whole.clone();
        changed[at] ^= 1;
        fs::write(db(&phone), &changed).unwrap();
        phone.open();
        let trouble = phone.app.as_ref().unwrap().trouble();
        if free.contains(&page) && trouble.is_none() {
            // Nothing of hers was there, and a power cut may leave it so.
            missed += 1;
            assert_eq!(coming(&mut phone), 1);
            phone.add(letter_of_journey_2());
            phone.close();
        } else {
            assert_eq!(trouble, Some(Code::VaultDamaged), "byte {at} of {}", whole.len());
            phone.close();
            assert_eq!(fs::read(db(&phone)).unwrap(), changed, "the file is as it was");
        }
    }
    assert_eq!(missed, free.len() - 1, "all free pages but their list");
    fs::write(db(&phone), &whole).unwrap();
    phone.open();
    assert_eq!(coming(&mut phone), 1, "the whole file still opens");
}

/// The pages, counted from 0, that hold no row of any table. One of them is the list of the others.
fn free_pages(phone: &Phone) -> Vec<usize> {
    let vault = kindway_core::vault::Vault::open(phone.path(), &phone.device, &phone.clock, &phone.entropy).unwrap();
    let number = |sql: &str| vault.read().query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    let mut ask = vault.read().prepare("SELECT pageno FROM dbstat").unwrap();
    let used: Vec<i64> = ask.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let others: Vec<i64> = (1..=number("PRAGMA page_count")).filter(|page| !used.contains(page)).collect();
    assert_eq!(i64::try_from(others.len()).unwrap(), number("PRAGMA freelist_count"));
    others.into_iter().map(|page| usize::try_from(page - 1).unwrap()).collect()
}

#[test]
fn a_changed_or_cut_slot_is_found_and_kept() {
    let mut phone = with_a_visit();
    phone.close();
    let whole = fs::read(slot(&phone)).unwrap();
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 0x80;
        fs::write(slot(&phone), &changed).unwrap();
        phone.open();
        let trouble = phone.app.as_ref().unwrap().trouble();
        assert!(matches!(trouble, Some(Code::VaultDamaged | Code::VaultKeyLost)), "byte {at}: {trouble:?}");
        phone.close();
        assert_eq!(fs::read(slot(&phone)).unwrap(), changed);
    }
    fs::write(slot(&phone), &whole[..40]).unwrap();
    phone.open();
    assert_eq!(phone.app.as_ref().unwrap().trouble(), Some(Code::VaultDamaged));
}

#[test]
fn a_first_start_that_was_cut_short_starts_over() {
    let mut phone = Phone::at(NOW);
    phone.close();
    fs::remove_file(slot(&phone)).unwrap();
    fs::write(db(&phone), b"half").unwrap();
    fs::write(phone.path().join("vault/making"), b"").unwrap();
    phone.open();
    assert_eq!(phone.app.as_ref().unwrap().trouble(), None, "nothing was acknowledged yet, so nothing is lost");
    assert!(!phone.path().join("vault/making").exists());
}

#[test]
fn a_lost_device_key_is_named_and_a_missing_slot_too() {
    let mut phone = with_a_visit();
    phone.close();
    phone.device.0.lock().unwrap().lost = true;
    phone.open();
    assert_eq!(phone.app.as_ref().unwrap().trouble(), Some(Code::VaultKeyLost));
    can_still_read(&mut phone);
    phone.close();
    phone.device.0.lock().unwrap().lost = false;
    phone.open();
    assert_eq!(coming(&mut phone), 1, "with the key back, everything is there");
    phone.close();
    fs::rename(slot(&phone), phone.path().join("elsewhere")).unwrap();
    phone.open();
    assert_eq!(phone.app.as_ref().unwrap().trouble(), Some(Code::VaultDamaged));
    assert!(!slot(&phone).exists(), "no new key is made over a vault that is there");
}

#[test]
fn starting_again_keeps_the_old_file_and_happens_only_when_asked() {
    let mut phone = with_a_visit();
    phone.close();
    let mut broken = fs::read(db(&phone)).unwrap();
    broken.truncate(5000);
    fs::write(db(&phone), &broken).unwrap();
    phone.open();
    phone.call(Request::StartAgain(nothing())).unwrap();
    assert_eq!(phone.app.as_ref().unwrap().trouble(), None);
    assert_eq!(fs::read(phone.path().join("vault/a.db.kept-1")).unwrap(), broken);
    phone.add(letter_of_journey_2());
    phone.call(Request::StartAgain(nothing())).unwrap();
    assert_eq!(coming(&mut phone), 1, "a vault that can be read is never set aside");
}

#[test]
fn a_vault_of_a_newer_app_is_left_alone() {
    let mut phone = with_a_visit();
    phone.close();
    let db_path = db(&phone);
    // A newer app would have written a higher number; the same door is used to write it.
    let newer = |phone: &Phone| {
        let mut vault =
            kindway_core::vault::Vault::open(phone.path(), &phone.device, &phone.clock, &phone.entropy).unwrap();
        vault.write(|tx| Ok(tx.pragma_update(None, "user_version", 999)?)).unwrap();
    };
    newer(&phone);
    let before = fs::read(&db_path).unwrap();
    phone.open();
    assert_eq!(phone.app.as_ref().unwrap().trouble(), Some(Code::VaultNewer));
    assert_eq!(phone.refused(Request::StartAgain(nothing())), Code::VaultNewer);
    phone.close();
    assert_eq!(fs::read(&db_path).unwrap(), before);
}

#[test]
fn a_second_app_on_the_same_folder_reads_what_is_public_and_says_why() {
    let mut phone = with_a_visit();
    let mut second = phone.start().unwrap();
    assert_eq!(second.trouble(), Some(Code::AlreadyOpen));
    second.call(Request::Rights(nothing())).unwrap();
    assert_eq!(second.call(Request::VisitAdd(letter_of_journey_2())).unwrap_err().code, Code::AlreadyOpen);
    assert_eq!(second.call(Request::StartAgain(nothing())).unwrap_err().code, Code::AlreadyOpen);
    assert_eq!(coming(&mut phone), 1, "the first is not disturbed");
    drop(second);
    phone.close();
    assert_eq!(phone.start().unwrap().trouble(), None, "and when the first closes, another may open");
}

#[test]
fn two_windows_on_one_app_do_not_overwrite_each_other() {
    let mut phone = Phone::at(NOW);
    let added = phone.add(letter_of_journey_2());
    let change = |time: &str| visits::Change {
        id: added.card.id.clone(),
        revision: added.revision,
        draft: visits::Draft { time: Some(time.into()), ..letter_of_journey_2() },
    };
    phone.call(Request::VisitChange(change("10:00"))).unwrap();
    assert_eq!(phone.refused(Request::VisitChange(change("11:00"))), Code::ChangedElsewhere);
    let Response::Visit(kept) = phone.call(Request::Visit(visits::Which { id: added.card.id })).unwrap() else {
        panic!()
    };
    assert_eq!(kept.card.time.unwrap().hhmm, "10:00");
}

#[test]
fn a_missing_cut_or_changed_content_db_heals_from_the_seed() {
    let mut phone = with_a_visit();
    let content = phone.path().join("content.db");
    phone.close();
    let whole = fs::read(&content).unwrap();
    let mut changed = whole.clone();
    changed[20] ^= 0xFF;
    let mut torn = whole.clone();
    torn[5000..9000].fill(0x55);
    for bad in [None, Some(Vec::new()), Some(whole[..whole.len() / 2].to_vec()), Some(changed), Some(torn)] {
        match bad {
            None => fs::remove_file(&content).unwrap(),
            Some(bytes) => fs::write(&content, bytes).unwrap(),
        }
        phone.open();
        assert_eq!(coming(&mut phone), 1, "what she saved is untouched");
        let Response::Rights(rights) = phone.call(Request::Rights(nothing())).unwrap() else { panic!() };
        assert_eq!(rights.topics.len(), 10, "the topics of topics.toml");
        phone.close();
    }
}

#[test]
fn a_folder_that_takes_nothing_can_still_be_read_and_says_so() {
    // Root may write anywhere, so the folder is made impossible rather than forbidden: a file stands where it should be.
    let mut phone = Phone::at(NOW);
    phone.close();
    fs::remove_dir_all(phone.path()).unwrap();
    fs::write(phone.path(), "in the way").unwrap();
    phone.open();
    assert_eq!(phone.app.as_ref().unwrap().trouble(), Some(Code::CannotSave));
    can_still_read(&mut phone);
    phone.speak("ar");
    let Response::Rights(rights) = phone.call(Request::Rights(nothing())).unwrap() else { panic!() };
    assert!(
        rights
            .topics
            .iter()
            .flat_map(|topic| &topic.articles)
            .all(|tile| tile.title.chars().any(|letter| ('\u{600}'..'\u{6FF}').contains(&letter)))
    );
    assert_eq!(phone.refused(Request::VisitAdd(letter_of_journey_2())), Code::CannotSave);
    phone.close();
    fs::remove_file(phone.path()).unwrap();
}

#[test]
fn deleting_past_visits_and_notes_leaves_coming_reminders_as_promised() {
    let mut phone = with_a_visit();
    phone.add(visits::Draft { note: Some("mine".into()), ..visit("legal-official", "2026-12-10", "09:00") });
    phone.set_clock("2026-11-30T10:00:00Z");
    let before = {
        phone.open();
        phone.rings()
    };
    let Response::Erase(offer) = phone.call(Request::Erase(What { part: Part::PastVisits })).unwrap() else { panic!() };
    assert_eq!((offer.past_visits, offer.notes), (0, 1));
    let Response::Erase(offer) = phone.call(Request::Erase(What { part: Part::Notes })).unwrap() else { panic!() };
    assert_eq!(offer.notes, 0);
    assert_eq!(phone.rings(), before);
}

#[test]
fn what_was_deleted_comes_back_as_it_was_until_she_leaves_the_screen() {
    let mut phone = with_a_visit();
    phone.add(visits::Draft { note: Some("mine".into()), ..visit("legal-official", "2026-12-10", "09:00") });
    phone.set_clock("2026-11-30T10:00:00Z");
    phone.open();
    let visits = |phone: &mut Phone| {
        let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
        visits
    };
    let note = |phone: &mut Phone| {
        let id = visits(phone).coming[0].id.clone();
        let Response::Visit(visit) = phone.call(Request::Visit(Which { id })).unwrap() else { panic!() };
        visit.note
    };
    let (before, rings) = (visits(&mut phone), phone.rings());
    assert_eq!((before.past.len(), note(&mut phone).as_deref()), (1, Some("mine")));
    for part in [Part::PastVisits, Part::Notes] {
        phone.call(Request::Erase(What { part })).unwrap();
        let Response::EraseUndo(offer) = phone.call(Request::EraseUndo(nothing())).unwrap() else { panic!() };
        assert_eq!((offer.past_visits, offer.notes, offer.can_undo), (1, 1, false), "{part:?}");
        assert_eq!(visits(&mut phone).past, before.past, "{part:?}");
        assert_eq!(note(&mut phone).as_deref(), Some("mine"), "{part:?}");
        assert_eq!(phone.rings(), rings, "{part:?}");
        assert_eq!(phone.refused(Request::EraseUndo(nothing())), Code::NotFound, "{part:?}: once");
    }
    for part in [Part::PastVisits, Part::Notes] {
        phone.call(Request::Erase(What { part })).unwrap();
        phone.call(Request::EraseLeave(nothing())).unwrap();
        let Response::EraseAsk(offer) = phone.call(Request::EraseAsk(nothing())).unwrap() else { panic!() };
        assert!(!offer.can_undo, "{part:?}");
        assert_eq!(phone.refused(Request::EraseUndo(nothing())), Code::NotFound, "{part:?}");
    }
    assert_eq!((visits(&mut phone).past.len(), note(&mut phone)), (0, None));
}

#[test]
fn all_that_was_deleted_on_the_screen_comes_back_and_a_second_touch_takes_nothing_of_it() {
    for parts in [[Part::PastVisits, Part::Notes], [Part::Notes, Part::PastVisits]] {
        let mut phone = Phone::at(NOW);
        phone.speak("en-GB");
        let noted = |draft| visits::Draft { note: Some("mine".into()), ..draft };
        phone.add(noted(letter_of_journey_2()));
        phone.add(noted(visit("legal-official", "2026-12-10", "09:00")));
        phone.set_clock("2026-11-30T10:00:00Z");
        phone.open();
        for part in parts {
            phone.call(Request::Erase(What { part })).unwrap();
            phone.call(Request::Erase(What { part })).unwrap();
        }
        let Response::EraseUndo(offer) = phone.call(Request::EraseUndo(nothing())).unwrap() else { panic!() };
        assert_eq!((offer.past_visits, offer.notes, offer.can_undo), (1, 2, false), "{parts:?}");
    }
}

#[test]
fn an_undo_does_not_write_over_a_note_that_was_written_since() {
    let mut phone = with_a_visit();
    let added =
        phone.add(visits::Draft { note: Some("mine".into()), ..visit("legal-official", "2026-12-10", "09:00") });
    phone.call(Request::Erase(What { part: Part::Notes })).unwrap();
    let Response::Visit(now) = phone.call(Request::Visit(Which { id: added.card.id.clone() })).unwrap() else {
        panic!()
    };
    let again = visits::Draft { note: Some("newer".into()), ..visit("legal-official", "2026-12-10", "09:00") };
    phone
        .call(Request::VisitChange(visits::Change { id: added.card.id.clone(), revision: now.revision, draft: again }))
        .unwrap();
    phone.call(Request::EraseUndo(nothing())).unwrap();
    let Response::Visit(now) = phone.call(Request::Visit(Which { id: added.card.id })).unwrap() else { panic!() };
    assert_eq!(now.note.as_deref(), Some("newer"));
}

#[test]
fn after_deleting_everything_the_app_is_as_on_first_open() {
    let mut phone = with_a_visit();
    phone.settings(settings::Change { welcomed: Some(true), near: Some("L7".into()), ..Default::default() });
    let old = fs::read(db(&phone)).unwrap();
    phone.call(Request::Erase(What { part: Part::Everything })).unwrap();
    assert_eq!(phone.rings(), Vec::<String>::new(), "no reminder is left on the phone");
    let Response::Open(opened) = phone.call(Request::Open(nothing())).unwrap() else { panic!() };
    assert_eq!(opened.settings, settings::Settings::default());
    assert_eq!(coming(&mut phone), 0);
    phone.close();
    for entry in walk(phone.path().to_path_buf()) {
        assert!(!contains(&fs::read(&entry).unwrap(), &old[4096..4200]), "{} holds the old vault", entry.display());
    }
}

#[test]
fn a_fresh_vault_has_run_every_migration_and_holds_their_tables() {
    let mut phone = Phone::at(NOW);
    phone.close();
    let vault = kindway_core::vault::Vault::open(phone.path(), &phone.device, &phone.clock, &phone.entropy).unwrap();
    let at: i64 = vault.read().query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(at, 6);
    let mut ask = vault.read().prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
    let tables: Vec<String> = ask.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(tables, ["alarm", "letter", "money", "other_space", "own_number", "setting", "visit"]);
}

fn walk(folder: PathBuf) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(walk(path)) } else { files.push(path) }
    }
    files
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
