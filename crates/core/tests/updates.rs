//! Content that is brought up to date: as a whole or not at all, at the right time, and never at her cost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/published.rs"]
mod published;
mod support;

use std::{collections::BTreeMap, fs, path::Path, time::Duration};

use kindway_content::{
    ChannelName, Doc, Pack, PackError,
    delta::Expected,
    release::{Edition, Release},
    roles::{self, RoleError, RoleName},
};
use kindway_core::{
    api::{Request, Response},
    error::Code,
    help,
    library::{Library, NotTaken},
    ports::{Connection, Finished, Job, UpdateTrouble},
    rights,
    search::{Ask, Found, HitKind},
    settings,
    updates::{self, Changes, Networks, Updates},
};
use proptest::prelude::*;
use published::{bytes, change, edition, listed, release, set, small, small_seed, take, text};
use rusqlite::types::Value;
use support::{Phone, letter_of_journey_2, nothing};

const NOW: &str = "2026-11-22T10:00:00Z";

fn seed(pack: &Pack) -> Vec<u8> {
    kindway_content::write_seed(pack).unwrap()
}

/// A phone with the small content as it was published in the fifth snapshot.
fn phone() -> Phone {
    Phone::shipping(NOW, small_seed(), Some(edition(5)))
}

fn state(phone: &mut Phone, request: Request) -> Updates {
    match phone.call(request).unwrap() {
        Response::Updates(updates)
        | Response::UpdatesNow(updates)
        | Response::UpdatesIfDue(updates)
        | Response::UpdatesStop(updates) => updates,
        _ => panic!("another answer"),
    }
}

fn updates(phone: &mut Phone) -> Updates {
    state(phone, Request::Updates(nothing()))
}

fn now(phone: &mut Phone) -> Updates {
    state(phone, Request::UpdatesNow(updates::Ask::default()))
}

/// Whether a job began because it was time.
fn begins(phone: &mut Phone) -> bool {
    let before = phone.updating.0.lock().unwrap().begun.len();
    state(phone, Request::UpdatesIfDue(nothing()));
    phone.updating.0.lock().unwrap().begun.len() > before
}

fn last_job(phone: &Phone) -> Job {
    phone.updating.0.lock().unwrap().begun.last().cloned().expect("a job was begun")
}

fn failed(why: UpdateTrouble) -> Finished {
    Finished::Failed { why, retry_after: None }
}

fn nothing_new() -> Finished {
    Finished::Nothing { edition: edition(5), floors: "floors".to_owned() }
}

/// Every row of the content, so that "as it was" means every byte of it.
fn rows(folder: &Path) -> BTreeMap<&'static str, Vec<Vec<Value>>> {
    let db = rusqlite::Connection::open(folder.join("content.db")).unwrap();
    ["record", "outcode", "part", "edition"]
        .into_iter()
        .map(|table| {
            let mut ask = db.prepare(&format!("SELECT * FROM {table} ORDER BY 1")).unwrap();
            let columns = ask.column_count();
            let row = |row: &rusqlite::Row<'_>| (0..columns).map(|column| row.get(column)).collect();
            (table, ask.query_map([], row).unwrap().collect::<Result<_, _>>().unwrap())
        })
        .collect()
}

fn search(phone: &mut Phone, words: &str) -> Found {
    match phone.call(Request::Search(Ask { words: words.to_owned() })).unwrap() {
        Response::Search(found) => found,
        _ => panic!("another answer"),
    }
}

fn finds(phone: &mut Phone, words: &str, kind: HitKind, id: &str) -> bool {
    search(phone, words).hits.iter().any(|hit| hit.kind == kind && hit.id == id)
}

fn article(phone: &mut Phone, id: &str) -> String {
    match phone.call(Request::Article(rights::Which { id: id.into() })).unwrap() {
        Response::Article(article) => serde_json::to_string(&article).unwrap(),
        _ => panic!("another answer"),
    }
}

fn calls(phone: &mut Phone, id: &str) -> String {
    match phone.call(Request::Contact(help::Which { id: id.into() })).unwrap() {
        Response::Contact(page) => serde_json::to_string(&page.calls).unwrap(),
        _ => panic!("another answer"),
    }
}

fn rate(phone: &mut Phone, id: &str) -> Option<i64> {
    match phone.call(Request::Money(nothing())).unwrap() {
        Response::Money(money) => {
            money.rates.iter().find(|rate| rate.id == id).unwrap().sum.as_ref().map(|sum| sum.pence)
        }
        _ => panic!("another answer"),
    }
}

fn content_id(phone: &mut Phone) -> String {
    match phone.call(Request::About(nothing())).unwrap() {
        Response::About(about) => about.content_id,
        _ => panic!("another answer"),
    }
}

/// The rate in the small content that says a sum, and what it says.
fn settled_rate(pack: &Pack) -> (String, i64) {
    let rates = pack.with_prefix("rate/").map(|record| record.decode::<kindway_content::Rate>().unwrap());
    let settled = rates.filter(|rate| rate.review_by > "2027-01-01".parse().unwrap());
    settled.filter_map(|rate| Some((rate.id.clone(), rate.pence?))).next().expect("a rate that is settled")
}

/// What an editor changes in a week: an Arabic paragraph, a rate and a telephone number.
fn a_week_later(pack: &Pack) -> (Pack, String) {
    let mut pack = pack.clone();
    change(&mut pack, "doc/articles/interpreter/ar", "لكِ الحق في", "لكِ الحق الكستنائي في");
    change(&mut pack, "contact/sands", "0808 164 3332", "0808 100 9999");
    let (rate, pence) = settled_rate(&pack);
    change(&mut pack, &format!("rate/{rate}"), &format!("\"pence\":{pence}"), "\"pence\":7777");
    (pack, rate)
}

#[test]
fn every_part_that_ships_is_given_back_as_the_bytes_that_were_packed() {
    let phone = Phone::at(NOW);
    let pack = kindway_content::read_seed(kindway_seed::SEED).unwrap();
    let parts = roles::split(&pack);
    assert!(parts.len() >= 5, "contacts, rules and the languages");
    for (role, part) in parts {
        let given = phone.app.as_ref().unwrap().part(&role).unwrap();
        assert!(given == Some(part.to_canonical()), "{role}");
    }
    let unknown = RoleName::language("xx").unwrap();
    assert_eq!(phone.app.as_ref().unwrap().part(&unknown).unwrap(), None);
}

#[test]
fn a_job_is_told_what_is_true_of_every_part() {
    let mut phone = phone();
    now(&mut phone);
    let job = last_job(&phone);
    assert_eq!(job.parts, listed(&bytes(&small())));
    assert_eq!(job.floors, None, "nothing was kept yet");
}

#[test]
fn a_paragraph_a_rate_and_a_number_that_changed_are_on_screen_afterwards_and_found() {
    let mut phone = phone();
    phone.speak("ar");
    assert!(finds(&mut phone, "المترجم", HitKind::Article, "interpreter"), "the search has read its words before");
    assert!(!finds(&mut phone, "الكستنائي", HitKind::Article, "interpreter"));
    let (new, changed_rate) = a_week_later(&small());
    now(&mut phone);
    assert!(phone.finish(Finished::Release(release(6, &small(), &new))));

    for opened in ["now", "and when the app is opened again"] {
        assert!(article(&mut phone, "interpreter").contains("الكستنائي"), "{opened}");
        assert!(finds(&mut phone, "الكستنائي", HitKind::Article, "interpreter"), "{opened}");
        assert!(calls(&mut phone, "sands").contains("0808 100 9999"), "{opened}");
        assert_eq!(rate(&mut phone, &changed_rate), Some(7777), "{opened}");
        let state = updates(&mut phone);
        assert_eq!(state.trouble, None, "{opened}");
        assert_eq!(state.last.unwrap().iso, "2026-11-22", "{opened}");
        let brought = state.brought.unwrap();
        assert_eq!(brought.day.iso, "2026-11-22", "{opened}");
        assert_eq!(brought.changes, Changes { pages: 1, numbers: 1, rates: 1, ..Changes::default() }, "{opened}");
        phone.open();
    }
}

#[test]
fn after_an_update_it_is_the_same_content_as_on_a_phone_that_was_given_it_new() {
    let mut phone = phone();
    let (new, _) = a_week_later(&small());
    phone.finish(Finished::Release(release(6, &small(), &new)));
    let app = phone.app.as_ref().unwrap();
    for (role, bytes) in bytes(&new) {
        assert!(app.part(&role).unwrap() == Some(bytes), "{role}");
    }
    let mut fresh = Phone::shipping(NOW, seed(&new), Some(edition(6)));
    assert_eq!(content_id(&mut phone), content_id(&mut fresh));
    let (mut updated, mut shipped) = (rows(phone.path()), rows(fresh.path()));
    assert_eq!(updated.remove("edition").unwrap()[0][..3], shipped.remove("edition").unwrap()[0][..3]);
    assert!(updated == shipped);
}

#[test]
fn places_that_changed_are_the_ones_that_are_found() {
    let mut phone = phone();
    let mut new = small();
    set(&mut new, "places/outcodes", r#"[["L7",53.4,-2.9,"Liverpool",500,1.5],["YO1",53.9,-1.1,"York",700,1.0]]"#);
    phone.finish(Finished::Release(release(6, &small(), &new)));
    drop(phone.app.take());
    let library = Library::open(phone.path(), phone.seed.clone(), edition(5)).unwrap();
    assert_eq!(library.town("york").unwrap().unwrap().3, "YO1");
    assert_eq!(library.town("birmingham").unwrap(), None);
}

#[test]
fn floors_are_kept_with_what_they_hold_for_and_given_to_the_next_job() {
    let mut phone = phone();
    let (new, _) = a_week_later(&small());
    phone.finish(Finished::Release(release(6, &small(), &new)));
    now(&mut phone);
    assert_eq!(last_job(&phone).floors.as_deref(), Some("floors of 6"));
    assert!(phone.finish(Finished::Nothing { edition: edition(6), floors: "higher".to_owned() }));
    phone.open();
    now(&mut phone);
    assert_eq!(last_job(&phone).floors.as_deref(), Some("higher"));
    phone.finish(failed(UpdateTrouble::Host));
    now(&mut phone);
    assert_eq!(last_job(&phone).floors.as_deref(), Some("higher"), "a failure lowers nothing");
}

#[test]
fn what_is_published_once_more_as_it_is_here_counts_as_here() {
    let mut phone = phone();
    assert!(phone.finish(Finished::Nothing { edition: edition(8), floors: "floors of 8".to_owned() }));
    let (new, _) = a_week_later(&small());
    assert!(!phone.finish(Finished::Release(release(7, &small(), &new))), "it is older");
    drop(phone.app.take());
    let library = Library::open(phone.path(), phone.seed.clone(), edition(5)).unwrap();
    assert_eq!((library.edition(), library.floors()), (edition(8), Some("floors of 8")));
    drop(library);
    phone.open();
    phone.finish(Finished::Nothing { edition: edition(7), floors: "floors of 8".to_owned() });
    drop(phone.app.take());
    let library = Library::open(phone.path(), phone.seed.clone(), edition(5)).unwrap();
    assert_eq!(library.edition(), edition(8), "it never falls");
}

/// A phone that has the sixth edition, and remembers it beside its content.
fn phone_with_the_sixth() -> Phone {
    let mut phone = phone();
    let (new, _) = a_week_later(&small());
    assert!(phone.finish(Finished::Release(release(6, &small(), &new))));
    phone.updating.0.lock().unwrap().applied = Some(edition(6));
    assert_eq!(updates(&mut phone).went_back, None);
    phone
}

fn damage(phone: &Phone) {
    let other = rusqlite::Connection::open(phone.path().join("content.db")).unwrap();
    other.execute("UPDATE record SET body = CAST('\"x = y\"' AS BLOB) WHERE key = 'messages/ti/errors'", []).unwrap();
}

#[test]
fn what_went_back_to_what_came_with_the_app_is_said_until_an_update_ends_it() {
    let (new, _) = a_week_later(&small());
    type Spoil = fn(&mut Phone);
    let spoil: [(&str, Spoil); 3] = [
        ("damage that a job finds", |phone| {
            damage(phone);
            now(phone);
        }),
        ("damage that opening finds", |phone| {
            phone.close();
            fs::write(phone.path().join("content.db"), "not a database").unwrap();
            phone.open();
        }),
        ("a file that is lost", |phone| {
            phone.close();
            fs::remove_file(phone.path().join("content.db")).unwrap();
            phone.open();
        }),
    ];
    for (what, spoil) in spoil {
        let mut phone = phone_with_the_sixth();
        spoil(&mut phone);
        phone.finish(failed(UpdateTrouble::NoConnection));
        let Response::About(about) = phone.call(Request::About(nothing())).unwrap() else { panic!() };
        for opened in ["now", "and when the app is opened again"] {
            assert_eq!(updates(&mut phone).went_back.as_ref(), Some(&about.checked), "{what}, {opened}");
            phone.open();
        }
        assert!(phone.finish(Finished::Release(release(6, &small(), &new))), "{what}");
        assert_eq!(updates(&mut phone).went_back, None, "{what}");
    }
}

#[test]
fn what_was_never_more_than_what_came_with_the_app_did_not_go_back() {
    let mut phone = phone();
    phone.updating.0.lock().unwrap().applied = Some(edition(5));
    damage(&phone);
    now(&mut phone);
    phone.finish(failed(UpdateTrouble::Host));
    assert_eq!(updates(&mut phone).went_back, None);
}

#[test]
fn an_update_that_could_not_be_read_again_is_no_want_of_room() {
    assert_eq!(NotTaken::NotReadBack.trouble(), UpdateTrouble::Unreadable);
    assert_eq!(NotTaken::Damaged(RoleName::rules()).trouble(), UpdateTrouble::Unreadable);
    assert_eq!(NotTaken::NotWritten.trouble(), UpdateTrouble::NoRoom);
}

/// A release of the small content, spoilt; and why it is not taken.
fn spoilt(name: &str) -> (Release, NotTaken) {
    let old = small();
    let (mut new, _) = a_week_later(&old);
    let unreadable = |key: &str| NotTaken::Record(PackError::Record { key: key.to_owned() });
    let whole = |pack: &Pack| release(6, &old, pack);
    match name {
        "older than what is here" => (release(4, &old, &new), NotTaken::Older),
        "of an older root" => {
            let mut release = whole(&new);
            release.edition = Edition { root: 0, snapshot: 100 };
            (release, NotTaken::Older)
        }
        "bytes that were not signed" => {
            let mut release = whole(&new);
            release.parts.get_mut(&RoleName::contacts()).unwrap()[20] ^= 1;
            (release, NotTaken::Part(RoleName::contacts()))
        }
        "a part that neither came nor is here" => {
            let mut release = whole(&new);
            release.parts.remove(&RoleName::rules());
            (release, NotTaken::Part(RoleName::rules()))
        }
        "a part that is not listed" => {
            let mut release = whole(&new);
            let extra = RoleName::language("xx").unwrap();
            release.parts.insert(extra.clone(), Pack::default().to_canonical());
            (release, NotTaken::Part(extra))
        }
        "signed bytes that are no pack" => {
            let mut release = whole(&new);
            let junk = b"<html>Welcome to the Wi-Fi of the hotel</html>".to_vec();
            release.listed.insert(RoleName::contacts(), Expected::of(&junk));
            release.parts.insert(RoleName::contacts(), junk);
            (release, NotTaken::Unreadable { role: RoleName::contacts(), why: PackError::Magic })
        }
        "a contact in the part of a language" => {
            let mut release = whole(&new);
            let role = RoleName::language("ar").unwrap();
            let mut part = Pack::from_canonical(&release.parts[&role]).unwrap();
            set(&mut part, "contact/nobody", "{}");
            release.listed.insert(role.clone(), Expected::of(&part.to_canonical()));
            release.parts.insert(role.clone(), part.to_canonical());
            (release, NotTaken::Roles(RoleError::Misplaced { role, key: "contact/nobody".to_owned() }))
        }
        "a record that is no JSON" => {
            set(&mut new, "contact/sands", "{");
            (whole(&new), unreadable("contact/sands"))
        }
        "a value that this version does not know" => {
            change(&mut new, "contact/sands", "\"listed\"", "\"resting\"");
            (whole(&new), unreadable("contact/sands"))
        }
        "a record under another's name" => {
            let body = text(&new, "contact/bawso");
            set(&mut new, "contact/sands", &body);
            (whole(&new), unreadable("contact/sands"))
        }
        "no places" => {
            take(&mut new, |key| key == "places/outcodes");
            (whole(&new), unreadable("places/outcodes"))
        }
        "no channel" => {
            take(&mut new, |key| key == "channel");
            (whole(&new), unreadable("channel"))
        }
        "another channel" => {
            change(&mut new, "channel", "\"test\"", "\"public\"");
            (whole(&new), NotTaken::Channel)
        }
        "no English in the list" => {
            take(&mut new, |key| key.starts_with("language/") && key.ends_with("-en-GB"));
            (whole(&new), NotTaken::NoEnglish)
        }
        "no English words" => {
            take(&mut new, |key| key.starts_with("messages/en-GB/"));
            (whole(&new), NotTaken::NoWords("en-GB".to_owned()))
        }
        "a language without words" => {
            take(&mut new, |key| key.starts_with("messages/ti/"));
            (whole(&new), NotTaken::NoWords("ti".to_owned()))
        }
        "no contacts" => {
            take(&mut new, |key| key.starts_with("contact/"));
            (whole(&new), NotTaken::NoContacts)
        }
        "no danger signs" => {
            take(&mut new, |key| key == "doc/danger/signs/en-GB");
            (whole(&new), NotTaken::NoDocument("signs"))
        }
        "nothing at all" => {
            let mut release = whole(&new);
            (release.listed, release.parts) = (BTreeMap::new(), BTreeMap::new());
            (release, unreadable("channel"))
        }
        _ => panic!("{name}"),
    }
}

/// What is wrong with all of it.
const SPOILT: [&str; 7] = [
    "older than what is here",
    "of an older root",
    "bytes that were not signed",
    "a part that neither came nor is here",
    "a part that is not listed",
    "no contacts",
    "nothing at all",
];

/// What is wrong with one part, and whose it is.
const SPOILT_PARTS: [(&str, &str); 12] = [
    ("signed bytes that are no pack", "contacts"),
    ("a contact in the part of a language", "language-ar"),
    ("a record that is no JSON", "contacts"),
    ("a value that this version does not know", "contacts"),
    ("a record under another's name", "contacts"),
    ("no places", "rules"),
    ("no channel", "rules"),
    ("another channel", "rules"),
    ("no English in the list", "rules"),
    ("no English words", "language-en-GB"),
    ("a language without words", "language-ti"),
    ("no danger signs", "language-en-GB"),
];

/// What she is shown: the records of each role.
fn shown(folder: &Path) -> BTreeMap<RoleName, Vec<u8>> {
    let db = rusqlite::Connection::open(folder.join("content.db")).unwrap();
    let mut ask = db.prepare("SELECT key, version, review_by, body FROM record ORDER BY key").unwrap();
    let record = |row: &rusqlite::Row<'_>| {
        let review_by: Option<String> = row.get(2)?;
        let review_by = review_by.map(|day| day.parse().unwrap());
        Ok(kindway_content::Record { key: row.get(0)?, version: row.get(1)?, review_by, body: row.get(3)? })
    };
    bytes(&Pack { records: ask.query_map([], record).unwrap().collect::<Result<_, _>>().unwrap() })
}

/// A release that is spoilt in one part, and in which nothing else is new.
fn spoilt_alone(name: &str, role: &RoleName) -> (Release, NotTaken) {
    let (mut release, why) = spoilt(name);
    let part = release.listed[role];
    release.listed = listed(&bytes(&small()));
    release.listed.insert(role.clone(), part);
    release.parts.retain(|came, _| came == role);
    (release, why)
}

#[test]
fn a_release_that_is_not_taken_leaves_the_content_byte_for_byte_as_it_was_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path(), small_seed(), edition(5)).unwrap();
    let before = rows(folder.path());
    for name in SPOILT {
        let (release, why) = spoilt(name);
        assert_eq!(library.take_in(release, NOW.parse().unwrap()), Err(why), "{name}");
        assert!(rows(folder.path()) == before, "{name}");
        assert_eq!((library.edition(), library.floors()), (edition(5), None), "{name}");
        assert!(library.parts() == &listed(&bytes(&small())), "{name}");
    }
    let (new, _) = a_week_later(&small());
    library.take_in(release(6, &small(), &new), NOW.parse().unwrap()).unwrap();
    assert_eq!(library.edition(), edition(6), "a good one is taken after all of them");
}

#[test]
fn a_part_that_cannot_be_lived_on_stays_as_it_was_and_the_others_come() {
    for (name, bad) in SPOILT_PARTS {
        let bad: RoleName = bad.parse().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::open(folder.path(), small_seed(), edition(5)).unwrap();
        let (release, _) = spoilt(name);
        let (listed, came) = (release.listed.clone(), release.parts.clone());
        let good: Vec<RoleName> = came.keys().filter(|role| **role != bad).cloned().collect();
        assert!(came.contains_key(&bad) && good.len() >= 2, "{name}: {good:?}");
        let mut expected = bytes(&small());
        expected.extend(good.into_iter().map(|role| (role.clone(), came[&role].clone())));

        library.take_in(release, NOW.parse().unwrap()).unwrap_or_else(|why| panic!("{name}: {why}"));

        for opened in ["now", "and when it is opened again"] {
            assert!(shown(folder.path()) == expected, "{name}, {opened}");
            assert_eq!(library.edition(), edition(6), "{name}, {opened}");
            assert!(library.parts() == &listed, "{name}, {opened}: nothing of it is fetched again");
            assert!(library.part(&bad).unwrap().as_ref() == Some(&came[&bad]), "{name}, {opened}: a delta fits it");
            drop(library);
            library = Library::open(folder.path(), small_seed(), edition(5)).unwrap();
        }

        let (new, _) = a_week_later(&small());
        let mended = self::release(7, &small(), &new);
        let parts = bytes(&new).into_iter().filter(|(role, _)| mended.listed[role] != listed[role]).collect();
        library.take_in(Release { parts, ..mended }, NOW.parse().unwrap()).unwrap();
        assert!(shown(folder.path()) == bytes(&new), "{name}: once it is mended it comes");
        assert!(library.parts() == &self::listed(&bytes(&new)), "{name}");
    }
}

#[test]
fn where_nothing_else_came_a_part_that_cannot_be_lived_on_is_told_and_not_fetched_again() {
    for (name, bad) in SPOILT_PARTS {
        let bad: RoleName = bad.parse().unwrap();
        let mut phone = phone();
        let before = shown(phone.path());
        let (release, why) = spoilt_alone(name, &bad);
        let listed = release.listed.clone();
        {
            let folder = tempfile::tempdir().unwrap();
            let mut library = Library::open(folder.path(), small_seed(), edition(5)).unwrap();
            assert_eq!(library.take_in(release.clone(), NOW.parse().unwrap()), Err(why), "{name}");
        }
        now(&mut phone);
        assert!(!phone.finish(Finished::Release(release)), "{name}");
        let state = updates(&mut phone);
        assert_eq!(state.trouble, Some(UpdateTrouble::NotTrusted), "{name}");
        assert_eq!((state.last, state.brought), (None, None), "{name}");
        assert!(shown(phone.path()) == before, "{name}");
        now(&mut phone);
        assert!(last_job(&phone).parts == listed, "{name}");
    }
}

#[test]
fn what_came_beside_a_part_that_cannot_be_lived_on_is_said_to_be_here_and_nothing_else_is() {
    let mut phone = phone();
    now(&mut phone);
    assert!(phone.finish(Finished::Release(spoilt("a contact in the part of a language").0)));
    let state = updates(&mut phone);
    assert_eq!(state.trouble, None);
    assert!(state.behind, "and that something of it is not");
    assert_eq!(state.brought.unwrap().changes, Changes { numbers: 1, rates: 1, ..Changes::default() }, "no page");
    assert!(calls(&mut phone, "sands").contains("0808 100 9999"));
    phone.open();
    assert!(updates(&mut phone).behind, "also when it is opened again");
    now(&mut phone);
    let (new, _) = a_week_later(&small());
    assert!(phone.finish(Finished::Release(release(7, &small(), &new))));
    assert!(!updates(&mut phone).behind);
}

#[test]
fn a_new_language_that_cannot_be_lived_on_is_not_there_yet() {
    let mut without = small();
    take(&mut without, |key| key.ends_with("-ti") || key.ends_with("/ti") || key.contains("/ti/"));
    let mut bad = small();
    set(&mut bad, "messages/ti/errors", "[1]");
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path(), seed(&without), edition(5)).unwrap();
    let tigrinya = RoleName::language("ti").unwrap();

    library.take_in(release(6, &without, &bad), NOW.parse().unwrap()).unwrap();
    assert!(library.language("ti").is_none() && library.language("ar").is_some());
    assert!(!shown(folder.path()).contains_key(&tigrinya));
    assert!(library.parts().contains_key(&tigrinya), "it is not fetched again");

    library.take_in(release(7, &bad, &small()), NOW.parse().unwrap()).unwrap();
    assert!(library.language("ti").is_some());
    assert!(shown(folder.path()) == bytes(&small()));
}

#[test]
fn a_page_that_names_a_contact_which_cannot_be_read_refuses_the_release() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path(), small_seed(), edition(5)).unwrap();
    let before = rows(folder.path());
    let mut new = small();
    let copy = text(&new, "contact/sands").replace("\"sands\"", "\"sands-two\"");
    set(&mut new, "contact/sands-two", &copy);
    let mut page: Doc = new.get("doc/articles/interpreter/en-GB").unwrap().decode().unwrap();
    page.front.contacts.push("sands-two".to_owned());
    set(&mut new, "doc/articles/interpreter/en-GB", &serde_json::to_string(&page).unwrap());
    let good = new.clone();
    change(&mut new, "contact/sands", "\"listed\"", "\"resting\"");

    let apart = NotTaken::Apart("contact/sands-two".to_owned());
    assert_eq!(library.take_in(release(6, &small(), &new), NOW.parse().unwrap()), Err(apart));
    assert!(rows(folder.path()) == before);
    assert!(library.parts() == &listed(&bytes(&small())));
    library.take_in(release(6, &small(), &good), NOW.parse().unwrap()).unwrap();
}

#[test]
fn a_new_app_looks_at_what_the_old_one_could_not_live_on() {
    let mut phone = phone();
    let release = spoilt("a value that this version does not know").0;
    let (listed, contacts) = (release.listed.clone(), RoleName::contacts());
    assert!(phone.finish(Finished::Release(release)));
    now(&mut phone);
    assert!(last_job(&phone).parts == listed);
    phone.finish(nothing_new());
    let mut other = small();
    change(&mut other, "contact/sands", "0808 164 3332", "0808 100 0001");
    phone.seed = seed(&other);
    phone.open();
    now(&mut phone);
    assert_eq!(last_job(&phone).parts[&contacts], self::listed(&bytes(&small()))[&contacts]);
}

#[test]
fn what_cannot_be_believed_is_said_and_nothing_on_screen_changes() {
    let mut phone = phone();
    phone.speak("ar");
    let before = (article(&mut phone, "interpreter"), calls(&mut phone, "sands"));
    for name in SPOILT {
        now(&mut phone);
        assert!(!phone.finish(Finished::Release(spoilt(name).0)), "{name}");
        let state = updates(&mut phone);
        assert_eq!(state.trouble, Some(UpdateTrouble::NotTrusted), "{name}");
        assert_eq!((state.last, state.brought), (None, None), "{name}");
        assert!((article(&mut phone, "interpreter"), calls(&mut phone, "sands")) == before, "{name}");
    }
    assert_eq!(last_job(&phone).floors, None, "no floor has risen");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_as_a_part_change_nothing(
        junk in proptest::collection::vec(any::<u8>(), 0..300),
        at in 0usize..4_000,
        begins_well in any::<bool>(),
        is_signed in any::<bool>(),
        role in 0usize..3,
    ) {
        thread_local! {
            static LIBRARY: (tempfile::TempDir, std::cell::RefCell<Library>) = {
                let folder = tempfile::tempdir().unwrap();
                let library = Library::open(folder.path(), small_seed(), edition(5)).unwrap();
                (folder, std::cell::RefCell::new(library))
            };
        }
        LIBRARY.with(|(folder, library)| {
            let role = [RoleName::contacts(), RoleName::rules(), RoleName::language("ar").unwrap()][role].clone();
            let mut release = release(6, &small(), &small());
            let bytes = if begins_well {
                let mut bytes = bytes(&small())[&role].clone();
                let at = at % bytes.len();
                bytes.truncate(at + junk.len() % 2 * bytes.len());
                bytes.splice(at.min(bytes.len()).., junk);
                bytes
            } else {
                junk
            };
            if is_signed {
                release.listed.insert(role.clone(), Expected::of(&bytes));
            }
            release.parts.insert(role, bytes);
            let before = shown(folder.path());
            let taken = library.borrow_mut().take_in(release, NOW.parse().unwrap());
            assert!(taken.is_err());
            assert!(shown(folder.path()) == before);
            let all = Release { parts: self::bytes(&small()), ..self::release(6, &small(), &small()) };
            library.borrow_mut().take_in(all, NOW.parse().unwrap()).unwrap();
            assert!(library.borrow().parts() == &listed(&self::bytes(&small())), "nothing waits any more");
        });
    }
}

#[test]
fn a_file_that_does_not_take_it_is_said_and_what_was_here_stays() {
    let mut phone = phone();
    let before = rows(phone.path());
    let (new, _) = a_week_later(&small());
    now(&mut phone);
    {
        let other = rusqlite::Connection::open(phone.path().join("content.db")).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        assert!(!phone.finish(Finished::Release(release(6, &small(), &new))));
    }
    assert_eq!(updates(&mut phone).trouble, Some(UpdateTrouble::NoRoom));
    assert!(rows(phone.path()) == before);
    now(&mut phone);
    assert!(phone.finish(Finished::Release(release(6, &small(), &new))), "the next try brings it");
    assert_eq!(updates(&mut phone).trouble, None);
}

#[test]
fn a_folder_that_takes_nothing_is_brought_up_to_date_in_memory() {
    let mut phone = phone();
    phone.close();
    fs::remove_dir_all(phone.path()).unwrap();
    fs::write(phone.path(), "in the way").unwrap();
    phone.open();
    let (new, _) = a_week_later(&small());
    now(&mut phone);
    assert!(phone.finish(Finished::Release(release(6, &small(), &new))));
    assert!(calls(&mut phone, "sands").contains("0808 100 9999"));
    now(&mut phone);
    assert_eq!(last_job(&phone).floors.as_deref(), Some("floors of 6"));
}

#[test]
fn a_new_app_with_older_content_keeps_what_was_published_after_it() {
    let mut phone = phone();
    let (new, _) = a_week_later(&small());
    phone.finish(Finished::Release(release(7, &small(), &new)));
    let mut shipped = small();
    change(&mut shipped, "contact/sands", "0808 164 3332", "0808 100 0001");
    phone.seed = seed(&shipped);
    phone.updating.0.lock().unwrap().shipped = Some(edition(6));
    for _ in 0..2 {
        phone.open();
        assert!(calls(&mut phone, "sands").contains("0808 100 9999"));
    }
}

#[test]
fn a_new_app_with_newer_content_shows_that() {
    let mut phone = phone();
    let (new, _) = a_week_later(&small());
    phone.finish(Finished::Release(release(6, &small(), &new)));
    let mut shipped = small();
    change(&mut shipped, "contact/sands", "0808 164 3332", "0808 100 0001");
    phone.seed = seed(&shipped);
    phone.updating.0.lock().unwrap().shipped = Some(edition(7));
    phone.open();
    assert!(calls(&mut phone, "sands").contains("0808 100 0001"));
    now(&mut phone);
    assert_eq!(last_job(&phone).parts, listed(&bytes(&shipped)));
}

#[test]
fn a_new_app_that_takes_a_change_back_shows_it_taken_back() {
    let mut phone = phone();
    let (new, _) = a_week_later(&small());
    phone.finish(Finished::Release(release(6, &small(), &new)));
    // The very seed of before, published again.
    phone.updating.0.lock().unwrap().shipped = Some(edition(7));
    phone.open();
    assert!(calls(&mut phone, "sands").contains("0808 164 3332"));
}

#[test]
fn a_new_app_does_not_keep_newer_content_that_it_could_not_live_on() {
    let mut phone = phone();
    let (new, _) = a_week_later(&small());
    phone.finish(Finished::Release(release(9, &small(), &new)));
    let mut shipped = small();
    change(&mut shipped, "channel", "\"test\"", "\"public\"");
    phone.seed = seed(&shipped);
    phone.open();
    let Response::Open(opened) = phone.call(Request::Open(nothing())).unwrap() else { panic!() };
    assert_eq!(opened.channel.name, ChannelName::Public, "the content of the test channel is not shown as public");
}

#[test]
fn a_build_under_development_shows_what_it_was_built_with() {
    let mut phone = Phone::with_seed(NOW, small_seed());
    let (new, _) = a_week_later(&small());
    phone.seed = seed(&new);
    phone.open();
    assert!(calls(&mut phone, "sands").contains("0808 100 9999"));
    phone.seed = small_seed();
    phone.open();
    assert!(calls(&mut phone, "sands").contains("0808 164 3332"));
}

#[test]
fn a_damaged_file_is_built_anew_and_the_next_job_asks_with_what_shipped_and_no_floors() {
    let mut phone = phone();
    let (new, _) = a_week_later(&small());
    phone.finish(Finished::Release(release(6, &small(), &new)));
    phone.close();
    let file = phone.path().join("content.db");
    let mut torn = fs::read(&file).unwrap();
    torn[5000..9000].fill(0x55);
    fs::write(&file, torn).unwrap();
    phone.open();
    assert!(calls(&mut phone, "sands").contains("0808 164 3332"));
    now(&mut phone);
    assert_eq!(last_job(&phone).parts, listed(&bytes(&small())));
    assert_eq!(last_job(&phone).floors, None);
    assert!(phone.finish(Finished::Release(release(6, &small(), &new))));
    assert!(calls(&mut phone, "sands").contains("0808 100 9999"));
}

#[test]
fn damage_to_the_content_while_the_app_is_open_is_healed_and_never_told_as_damage_to_what_is_hers() {
    let requests = [
        Request::Article(rights::Which { id: "interpreter".into() }),
        Request::Contact(help::Which { id: "sands".into() }),
        Request::Search(Ask { words: "interpreter".to_owned() }),
        Request::Money(nothing()),
        Request::VisitKinds(nothing()),
    ];
    for (request, is_cut_short) in requests.into_iter().flat_map(|request| [(request.clone(), false), (request, true)])
    {
        let mut phone = phone();
        phone.speak("ar");
        let visit = phone.add(letter_of_journey_2());
        phone.open();
        let file = phone.path().join("content.db");
        let whole = fs::read(&file).unwrap();
        let mut damaged = whole.clone();
        if is_cut_short {
            damaged.truncate(whole.len() / 8);
        } else {
            damaged[4096..].fill(0x55);
        }
        fs::write(&file, damaged).unwrap();
        let told = format!("{request:?}, {}", if is_cut_short { "cut short" } else { "overwritten" });

        if let Err(error) = phone.call(request.clone()) {
            assert_eq!(error.code, Code::ContentUnreadable, "{told}");
        }
        assert!(phone.app.as_ref().unwrap().trouble().is_none(), "{told}");
        phone.call(request).unwrap_or_else(|error| panic!("{told}: the next call: {error:?}"));
        for (role, bytes) in bytes(&small()) {
            assert!(phone.app.as_ref().unwrap().part(&role).unwrap() == Some(bytes), "{told}: {role}");
        }
        let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
        assert_eq!(visits.coming.first().unwrap().id, visit.card.id, "{told}: what is hers is here");
        assert!(phone.app.as_ref().unwrap().trouble().is_none(), "{told}");
    }
}

#[test]
fn a_journal_that_is_left_of_a_lost_file_does_not_spoil_the_new_one() {
    let mut phone = phone();
    let before = rows(phone.path());
    let mut other_pages = a_week_later(&small()).0;
    set(&mut other_pages, "a/lullaby", &format!("{:?}", "la".repeat(50_000)));
    assert!(phone.finish(Finished::Release(release(6, &small(), &other_pages))));
    phone.close();
    let (file, journal) = (phone.path().join("content.db"), phone.path().join("content.db-journal"));
    let left = {
        let other = rusqlite::Connection::open(&file).unwrap();
        other.execute_batch("PRAGMA cache_size = 2; BEGIN IMMEDIATE; UPDATE record SET version = 77").unwrap();
        fs::read(&journal).unwrap()
    };
    assert!(left.len() > 1024 && left.starts_with(&[0xd9, 0xd5, 0x05, 0xf9]), "a journal with its beginning");
    fs::remove_file(&file).unwrap();
    fs::write(&journal, &left).unwrap();
    phone.open();
    assert!(calls(&mut phone, "sands").contains("0808 164 3332"));
    assert!(rows(phone.path()) == before);
    phone.close();
    fs::write(&journal, left).unwrap();
    let whole = fs::read(&file).unwrap();
    let other = rusqlite::Connection::open(&file).unwrap();
    let _ = other.query_row("SELECT count(*) FROM record", [], |_| Ok(()));
    assert!(fs::read(&file).unwrap() != whole, "it was a journal that SQLite plays");
}

#[test]
fn a_part_that_was_changed_behind_the_apps_back_is_found_and_healed() {
    let mut phone = phone();
    let (new, _) = a_week_later(&small());
    let role = RoleName::language("ti").unwrap();
    let tigrinya = |phone: &Phone| phone.app.as_ref().unwrap().part(&role).unwrap();
    let shipped = bytes(&small()).remove(&role);

    damage(&phone);
    assert!(tigrinya(&phone) != shipped, "it was changed");
    now(&mut phone);
    assert!(tigrinya(&phone) == shipped, "a job begins with what is right");
    damage(&phone);
    assert!(!phone.finish(Finished::Release(release(6, &small(), &new))), "Tigrinya is not what it is said to be");
    assert_eq!(updates(&mut phone).trouble, Some(UpdateTrouble::Unreadable));
    assert!(tigrinya(&phone) == shipped);
    assert!(phone.finish(Finished::Release(release(6, &small(), &new))), "the next try brings it");
}

#[test]
fn what_a_newer_version_writes_survives_an_update_byte_for_byte() {
    let mut phone = phone();
    let (mut new, changed_rate) = a_week_later(&small());
    set(&mut new, "song/lullaby", r#"{"la":["la","la"]}"#);
    set(&mut new, "rate/of/exchange", r#"{"euro":1.17}"#);
    set(&mut new, "doc/songs/lullaby/ar", r#"{"verses":3}"#);
    let key = format!("rate/{changed_rate}");
    change(&mut new, &key, "{\"id\"", "{\"paid_on\":\"Friday\",\"id\"");
    change(&mut new, "contact/sands", "{\"id\"", "{\"mood\":{\"kind\":true},\"id\"");
    assert!(phone.finish(Finished::Release(release(6, &small(), &new))));
    for opened in ["now", "and when the app is opened again"] {
        assert_eq!(rate(&mut phone, &changed_rate), Some(7777), "{opened}");
        assert!(calls(&mut phone, "sands").contains("0808 100 9999"), "{opened}");
        for (role, bytes) in bytes(&new) {
            assert!(phone.app.as_ref().unwrap().part(&role).unwrap() == Some(bytes), "{role}, {opened}");
        }
        phone.open();
    }
}

#[test]
fn a_new_kind_of_record_needs_no_other_part_to_change() {
    let mut phone = phone();
    let mut new = small();
    set(&mut new, "song/lullaby", r#"{"la":["la","la"]}"#);
    let release = release(6, &small(), &new);
    assert_eq!(release.parts.keys().collect::<Vec<_>>(), [&RoleName::rules()]);
    assert!(phone.finish(Finished::Release(release)));
    assert_eq!(updates(&mut phone).brought.unwrap().changes, Changes { other: 1, ..Changes::default() });
    assert!(
        phone.app.as_ref().unwrap().part(&RoleName::rules()).unwrap().as_ref() == bytes(&new).get(&RoleName::rules())
    );
}

#[test]
fn an_edition_that_says_the_same_brings_nothing_and_counts_as_a_try_that_came_to_its_end() {
    let mut phone = phone();
    let (new, _) = a_week_later(&small());
    phone.finish(Finished::Release(release(6, &small(), &new)));
    phone.set_clock("2026-11-29T10:00:00Z");
    assert!(phone.finish(Finished::Release(release(7, &new, &new))));
    let state = updates(&mut phone);
    assert_eq!(state.last.unwrap().iso, "2026-11-29");
    assert_eq!(state.brought.unwrap().day.iso, "2026-11-22");
}

#[test]
fn each_thing_is_counted_once_however_many_languages_it_is_in() {
    let mut phone = phone();
    let mut new = small();
    for tag in ["en-GB", "ar", "ti"] {
        change(&mut new, &format!("doc/articles/scans/{tag}"), "\"order\":", "\"order\":1");
        change(&mut new, &format!("messages/{tag}/errors"), " = ", " =  ");
    }
    take(&mut new, |key| key.starts_with("doc/articles/interpreter/"));
    change(&mut new, "contact/bawso", "\"medium\"", "\"high\"");
    change(&mut new, "contact-words/ar/bawso", "\"summary\":\"", "\"summary\":\"- ");
    change(&mut new, "contact/sands", "0808 164 3332", "0808 100 9999");
    change(&mut new, "contact-words/ti/sands", "\"summary\":\"", "\"summary\":\"- ");
    let copy = text(&new, "contact/sands").replace("\"sands\"", "\"sands-two\"");
    set(&mut new, "contact/sands-two", &copy);
    phone.finish(Finished::Release(release(6, &small(), &new)));
    let changes = updates(&mut phone).brought.unwrap().changes;
    // Two pages; Sands has another number; Bawso is changed and Sands Two is new; the words of errors.
    assert_eq!(changes, Changes { pages: 2, numbers: 1, contacts: 2, rates: 0, other: 1 });
}

#[test]
fn a_visit_its_reminders_and_her_words_follow_the_content() {
    let mut phone = phone();
    phone.speak("ar");
    let visit = phone.add(letter_of_journey_2());
    let rings = phone.rings();
    assert!(!rings.is_empty() && phone.texts().iter().all(|text| text == "تذكير"), "{:?}", phone.texts());
    let mut new = small();
    change(&mut new, "messages/ar/reminders", "reminders-text-discreet = تذكير", "reminders-text-discreet = تنبيه");
    phone.finish(Finished::Release(release(6, &small(), &new)));
    assert_eq!(phone.rings(), rings, "they ring when they did");
    assert!(phone.texts().iter().all(|text| text == "تنبيه"), "{:?}", phone.texts());
    let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
    assert_eq!(visits.coming.first().unwrap().id, visit.card.id);
}

#[test]
fn a_language_that_is_gone_leaves_her_with_english_words_and_all_that_is_hers() {
    let mut phone = phone();
    phone.speak("ti");
    let visit = phone.add(letter_of_journey_2());
    let mut new = small();
    take(&mut new, |key| key.ends_with("-ti") || key.ends_with("/ti") || key.contains("/ti/"));
    let release = release(6, &small(), &new);
    assert!(!release.listed.contains_key(&RoleName::language("ti").unwrap()));
    assert!(phone.finish(Finished::Release(release)));
    for opened in ["now", "and when the app is opened again"] {
        assert!(phone.texts().iter().all(|text| text == "Reminder"), "{opened}: {:?}", phone.texts());
        let Response::Open(open) = phone.call(Request::Open(nothing())).unwrap() else { panic!() };
        assert!(open.languages.iter().all(|language| language.tag != "ti"), "{opened}");
        assert_eq!(open.settings.language.as_deref(), Some("ti"), "{opened}: it may come back");
        assert_eq!(open.today.next.unwrap().id, visit.card.id, "{opened}");
        assert!(article(&mut phone, "interpreter").contains("interpreter"), "{opened}");
        assert!(finds(&mut phone, "interpreter", HitKind::Article, "interpreter"), "{opened}");
        phone.open();
    }
    assert_eq!(phone.app.as_ref().unwrap().part(&RoleName::language("ti").unwrap()).unwrap(), None);
}

#[test]
fn a_language_that_comes_later_than_the_english_is_not_shown_beside_other_statements() {
    let mut phone = phone();
    phone.speak("ar");
    let mut new = small();
    let mut doc: Doc = new.get("doc/articles/interpreter/en-GB").unwrap().decode().unwrap();
    let first = doc.sections[0].statements.remove(0);
    set(&mut new, "doc/articles/interpreter/en-GB", &serde_json::to_string(&doc).unwrap());
    assert!(phone.finish(Finished::Release(release(6, &small(), &new))));
    let request = Request::Article(rights::Which { id: "interpreter".into() });
    let Response::Article(article) = phone.call(request).unwrap() else { panic!() };
    let pairs: Vec<_> = article.page.sections.iter().flat_map(|section| &section.statements).collect();
    assert_eq!(pairs.len(), doc.sections.iter().map(|section| section.statements.len()).sum::<usize>());
    assert!(pairs.iter().all(|pair| pair.hers == pair.english), "it is all in English until the Arabic comes");
    assert!(pairs.iter().all(|pair| pair.english != first.spans));
}

#[test]
fn a_build_without_a_host_has_no_updates_and_begins_none() {
    let mut phone = Phone::at(NOW);
    assert!(!updates(&mut phone).possible);
    now(&mut phone);
    assert!(!begins(&mut phone));
    assert!(phone.updating.0.lock().unwrap().begun.is_empty());
}

#[test]
fn the_first_launch_looks_for_updates_and_the_next_six_hours_do_not() {
    let mut phone = phone();
    assert!(updates(&mut phone).possible);
    assert!(begins(&mut phone));
    assert!(updates(&mut phone).doing.is_some());
    assert!(!begins(&mut phone), "one is running");
    phone.finish(nothing_new());
    assert_eq!(updates(&mut phone).doing, None);
    for moment in ["2026-11-22T10:00:00Z", "2026-11-22T15:59:59Z"] {
        phone.set_clock(moment);
        assert!(!begins(&mut phone), "{moment}");
        phone.open();
        assert!(!begins(&mut phone), "{moment}, after a restart");
    }
    phone.set_clock("2026-11-22T17:00:01Z");
    assert!(begins(&mut phone), "six hours and the longest jitter");
}

#[test]
fn phones_that_were_up_to_date_at_one_moment_do_not_all_ask_again_at_one_moment() {
    let mut waits = std::collections::BTreeSet::new();
    let mut phone = phone();
    for _ in 0..12 {
        phone.set_clock(NOW);
        phone.finish(nothing_new());
        let begun = (0..=60).find(|minute| {
            phone.set_clock(&format!("2026-11-22T{}:{:02}:00Z", 16 + minute / 60, minute % 60));
            begins(&mut phone)
        });
        waits.insert(begun.expect("within the hour of jitter"));
    }
    assert!(waits.len() > 6, "{waits:?}");
}

#[test]
fn a_try_that_failed_is_repeated_sooner_or_later_according_to_why() {
    use UpdateTrouble::*;
    for (why, early, due) in [
        // At most as long again, and at most an hour.
        (NoConnection, "2026-11-22T10:14:59Z", "2026-11-22T10:30:00Z"),
        (Date, "2026-11-22T10:59:59Z", "2026-11-22T12:00:00Z"),
        (Host, "2026-11-22T10:59:59Z", "2026-11-22T12:00:00Z"),
        // It would come again as it is, and its bytes cost her money.
        (NotTrusted, "2026-11-22T15:59:59Z", "2026-11-22T17:00:00Z"),
        (Unreadable, "2026-11-22T15:59:59Z", "2026-11-22T17:00:00Z"),
        (NoRoom, "2026-11-22T10:59:59Z", "2026-11-22T12:00:00Z"),
    ] {
        let mut phone = phone();
        begins(&mut phone);
        phone.finish(failed(why));
        assert_eq!(updates(&mut phone).trouble, Some(why));
        phone.set_clock(early);
        assert!(!begins(&mut phone), "{why:?}");
        phone.set_clock(due);
        assert!(begins(&mut phone), "{why:?}");
        assert_eq!(updates(&mut phone).trouble, None, "{why:?} is over when the next try begins");
    }
}

#[test]
fn phones_that_failed_at_one_moment_do_not_all_ask_again_at_one_moment() {
    let asked = Some(Duration::from_secs(2 * 3600));
    for (why, retry_after, first, minutes) in [
        (UpdateTrouble::NoConnection, None, 15, 15),
        (UpdateTrouble::Host, None, 60, 60),
        (UpdateTrouble::Host, asked, 120, 60),
    ] {
        let mut waits = std::collections::BTreeSet::new();
        let mut phone = phone();
        for _ in 0..12 {
            phone.set_clock(NOW);
            phone.finish(Finished::Failed { why, retry_after });
            let begun = (first..=first + minutes).find(|minute| {
                phone.set_clock(&format!("2026-11-22T{}:{:02}:00Z", 10 + minute / 60, minute % 60));
                begins(&mut phone)
            });
            waits.insert(begun.expect("within the jitter"));
        }
        assert!(waits.len() > 5, "{why:?} {retry_after:?}: {waits:?}");
    }
}

#[test]
fn she_may_look_although_the_host_asked_to_be_left_alone() {
    let mut phone = phone();
    begins(&mut phone);
    phone.finish(Finished::Failed { why: UpdateTrouble::Host, retry_after: Some(Duration::from_secs(3 * 3600)) });
    assert!(!begins(&mut phone));
    now(&mut phone);
    assert_eq!(phone.updating.0.lock().unwrap().begun.len(), 2);
}

#[test]
fn an_update_that_she_gave_up_does_not_begin_again_by_itself_at_once() {
    let mut phone = phone();
    begins(&mut phone);
    assert!(!phone.finish(Finished::Stopped));
    assert_eq!(updates(&mut phone).trouble, None);
    phone.set_clock("2026-11-22T10:59:59Z");
    assert!(!begins(&mut phone));
    phone.set_clock("2026-11-22T11:00:00Z");
    assert!(begins(&mut phone));
}

#[test]
fn a_second_window_leaves_the_library_of_the_first_alone() {
    let mut phone = phone();
    let (new, _) = a_week_later(&small());
    let other = phone.start().unwrap();
    assert_eq!(other.trouble(), Some(Code::AlreadyOpen));
    drop(other);
    now(&mut phone);
    assert!(phone.finish(Finished::Release(release(6, &small(), &new))));
    let before = rows(phone.path());
    // A newer build beside it would replace what is here, if it could.
    let seed = std::mem::replace(&mut phone.seed, kindway_seed::SEED.to_vec());
    let other = phone.start().unwrap();
    assert_eq!(other.trouble(), Some(Code::AlreadyOpen));
    assert!(!phone.path().join("content.db.damaged").exists());
    assert!(rows(phone.path()) == before);
    drop(other);
    phone.seed = seed;
}

#[test]
fn a_host_that_wants_to_be_left_alone_is_believed_for_at_most_a_day() {
    for (asked, early, due) in [
        (Duration::from_secs(3 * 3600), "2026-11-22T12:59:59Z", "2026-11-22T14:00:00Z"),
        (Duration::from_secs(1), "2026-11-22T10:59:59Z", "2026-11-22T12:00:00Z"),
        (Duration::from_secs(90 * 24 * 3600), "2026-11-23T08:59:59Z", "2026-11-23T10:00:00Z"),
        (Duration::MAX, "2026-11-23T08:59:59Z", "2026-11-23T10:00:00Z"),
    ] {
        let mut phone = phone();
        begins(&mut phone);
        phone.finish(Finished::Failed { why: UpdateTrouble::Host, retry_after: Some(asked) });
        phone.set_clock(early);
        assert!(!begins(&mut phone), "{asked:?}");
        phone.set_clock(due);
        assert!(begins(&mut phone), "{asked:?}");
    }
}

#[test]
fn a_clock_that_was_wrong_keeps_nobody_from_updates() {
    for wrong in ["2038-01-19T03:14:07Z", "2026-11-22T10:00:01Z"] {
        let mut phone = phone();
        phone.set_clock(wrong);
        assert!(begins(&mut phone), "{wrong}");
        phone.finish(nothing_new());
        phone.set_clock(NOW);
        assert!(begins(&mut phone), "{wrong}: a last try that is still to come counts as long ago");
    }
    let mut phone = phone();
    phone.set_clock("1970-01-01T00:00:10Z");
    assert!(begins(&mut phone));
    phone.finish(failed(UpdateTrouble::Date));
    phone.set_clock(NOW);
    assert!(begins(&mut phone), "fifty-six years are more than an hour");
}

#[test]
fn updates_go_only_over_the_networks_that_she_allowed() {
    use Connection::{Free, Metered};
    for (networks, connection, begun) in [
        (Networks::Any, Free, true),
        (Networks::Any, Metered, true),
        (Networks::Any, Connection::None, false),
        (Networks::Free, Free, true),
        (Networks::Free, Metered, false),
        (Networks::Free, Connection::None, false),
        (Networks::None, Free, false),
        (Networks::None, Metered, false),
        (Networks::None, Connection::None, false),
    ] {
        let mut phone = phone();
        phone.settings(settings::Change { update_networks: Some(networks), ..Default::default() });
        phone.open();
        assert_eq!(updates(&mut phone).networks, networks, "it is kept");
        phone.device.0.lock().unwrap().connection = Some(connection);
        assert_eq!(begins(&mut phone), begun, "{networks:?} over {connection:?}");
        if !begun {
            now(&mut phone);
            assert_eq!(phone.updating.0.lock().unwrap().begun.len(), 1, "by hand it always begins");
        }
    }
}

#[test]
fn where_bytes_cost_money_a_large_update_waits_for_her_word() {
    let mut phone = phone();
    phone.device.0.lock().unwrap().connection = Some(Connection::Metered);
    assert!(begins(&mut phone));
    assert_eq!((last_job(&phone).most, last_job(&phone).her_word), (64 * 1024, false));
    assert!(!phone.finish(Finished::Large { bytes: 900_000 }));
    phone.open();
    let waiting = updates(&mut phone);
    assert_eq!((waiting.large, waiting.trouble, waiting.last), (Some(900_000), None, None));
    assert!(!begins(&mut phone), "it waits");
    now(&mut phone);
    assert_eq!((last_job(&phone).most, last_job(&phone).her_word), (64 * 1024, false), "looking is not yet her word");
    assert_eq!(updates(&mut phone).large, None, "until the next try");
    phone.finish(Finished::Large { bytes: 900_000 });
    state(&mut phone, Request::UpdatesNow(updates::Ask { large: true }));
    assert_eq!((last_job(&phone).most, last_job(&phone).her_word), (8 * 1024 * 1024, true));
    phone.finish(nothing_new());
    assert_eq!(updates(&mut phone).large, None);
}

#[test]
fn where_bytes_cost_nothing_eight_megabytes_may_come() {
    let mut phone = phone();
    begins(&mut phone);
    assert_eq!(last_job(&phone).most, 8 * 1024 * 1024);
}

#[test]
fn a_running_job_learns_when_bytes_begin_to_cost_money() {
    let mut phone = phone();
    begins(&mut phone);
    for (connection, free) in [(Connection::Free, true), (Connection::Metered, false), (Connection::None, false)] {
        phone.device.0.lock().unwrap().connection = Some(connection);
        assert_eq!(phone.app.as_ref().unwrap().bytes_are_free(), free, "{connection:?}");
    }
}

#[test]
fn a_second_window_looks_for_nothing_and_says_why() {
    let phone = phone();
    let other = phone.start().unwrap();
    let mut second = Phone { app: Some(other), folder: phone.folder.clone(), ..self::phone() };
    assert!(!begins(&mut second));
    assert_eq!(second.refused(Request::UpdatesNow(updates::Ask::default())), Code::AlreadyOpen);
    assert!(phone.updating.0.lock().unwrap().begun.is_empty());
}

#[test]
fn a_running_update_can_be_given_up() {
    let mut phone = phone();
    now(&mut phone);
    state(&mut phone, Request::UpdatesStop(nothing()));
    assert_eq!(phone.updating.0.lock().unwrap().stopped, 1);
}
