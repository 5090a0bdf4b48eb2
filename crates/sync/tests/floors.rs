//! The versions below which nothing is believed, whatever is lost, and the time that is known for certain.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod phone;
mod support;

use kindway_content::release::Edition;
use kindway_sync::{Error, Finding, Floors, Folder, Kind, Sync, Untrusted};
use phone::{CONTACTS, Phone, failed, floors, followed, packs::words, world};
use serde_json::json;
use support::{
    Host, Reply, Repository,
    device::{LATER, NOW},
};

// Floors --------------------------------------------------------------------------------------------------------------------

/// What was published before, and a phone that has followed two releases since.
fn replayed() -> (Repository, Phone) {
    let (mut repository, mut phone) = followed();
    // A signed copy of everything that was published before, on another host.
    let old = repository.host.shelf().files.clone();
    repository.release(&[(CONTACTS, &words("contact/shelter", "2"))]);
    phone.follow();
    repository.release(&[(CONTACTS, &words("contact/shelter", "3"))]);
    phone.follow();
    let host = Host::new();
    host.shelf().files = old;
    phone.address = host.address.clone();
    (repository, phone)
}

fn rollback(error: &Error) -> Option<(&str, u64, u64)> {
    match error {
        Error::Untrusted { file, why: Untrusted::Rollback { trusted, offered } } => Some((file, *trusted, *offered)),
        _ => None,
    }
}

#[test]
fn a_store_that_was_wiped_does_not_lower_the_floors() {
    for (what, wipe) in [("floors beside the content", true), ("floors in a file", false)] {
        let (_repository, mut phone) = replayed();
        if wipe {
            phone.wipe(&[]);
        } else {
            phone.wipe(&["floors.json"]);
            phone.floors = None;
        }
        let error = failed(&phone);
        assert_eq!(rollback(&error), Some(("timestamp.json", 4, 2)), "{what}: {error}");
        assert_eq!(error.kind(), Kind::NotTrusted);
        assert_eq!(phone.trusted().into_iter().collect::<Vec<_>>(), [("root".into(), 1)], "{what}");
    }
}

#[test]
fn a_store_that_was_put_back_is_below_its_floors() {
    let (mut repository, mut phone) = followed();
    let old = phone.all();
    repository.release(&[(CONTACTS, &words("contact/shelter", "2"))]);
    phone.follow();
    phone.wipe(&[]);
    old.iter().for_each(|(name, bytes)| std::fs::write(phone.path(name), bytes).unwrap());
    let newest = repository.host.shelf().files["metadata/timestamp.json"].clone();
    let stored = Reply::ok(old["timestamp.json"].clone());
    let tag = String::from_utf8(old["timestamp.etag"].clone()).unwrap();
    repository.answer("metadata/timestamp.json", stored.with("etag", &tag));
    assert_eq!(rollback(&failed(&phone)), Some(("timestamp.json", 3, 2)), "nor may a host call it unchanged");
    assert_eq!(phone.all()["timestamp.json"], old["timestamp.json"]);
    repository.answer("metadata/timestamp.json", newest);
    phone.follow();
    assert_eq!(phone.trusted()["timestamp"], 3);
}

#[test]
fn a_root_that_came_with_the_app_has_to_be_signed_by_its_own_keys() {
    let (repository, mut phone) = world();
    phone.trust.root["signatures"][0]["sig"] = json!("00");
    let error = failed(&phone);
    assert!(matches!(&error, Error::Untrusted { why: Untrusted::Signatures { .. }, .. }), "{error}");
    assert!(repository.host.asked().is_empty());
    assert!(phone.stored().is_empty());
}

#[test]
fn a_new_app_has_the_floors_that_it_came_with() {
    let (mut repository, _) = world();
    let old = repository.published["timestamp"].clone();
    repository.release(&[]);
    let phone = Phone::new(&repository, &[]);
    repository.put("metadata/timestamp.json", &old);
    assert_eq!(rollback(&failed(&phone)), Some(("timestamp.json", 3, 2)));
    assert_eq!(phone.stored(), ["root.json"]);
}

#[test]
fn every_list_has_its_floor() {
    // The number that a draft is put back to, and what is stored when that is found out.
    let cases: [(&str, &str, &[&str]); 3] = [
        ("snapshot", "timestamp.json", &["root.json"]),
        ("targets", "targets.json", &["root.json", "timestamp.etag", "timestamp.json"]),
        (CONTACTS, "contacts.json", &["root.json", "timestamp.etag", "timestamp.json"]),
    ];
    for (name, file, stored) in cases {
        let (mut repository, mut phone) = followed();
        repository.publish(&["targets"]);
        repository.release(&[(CONTACTS, &words("contact/shelter", "2"))]);
        phone.follow();
        phone.wipe(&["floors.json"]);
        repository.draft(name)["version"] = json!(1);
        repository.publish_as_it_is(name);
        if name != "snapshot" {
            repository.publish(&["snapshot"]);
        }
        repository.stamp();
        let error = failed(&phone);
        let floor = if name == CONTACTS { 2 } else { 3 };
        assert_eq!(rollback(&error), Some((file, floor, 1)), "{error}");
        assert_eq!(phone.stored()[1..], *stored, "{name}: {:?}", phone.stored());
    }
}

#[test]
fn a_list_with_a_floor_cannot_be_dropped() {
    let (mut repository, phone) = followed();
    phone.wipe(&["floors.json"]);
    repository.draft("snapshot")["meta"].as_object_mut().unwrap().remove("rules.json");
    repository.release(&[]);
    let error = failed(&phone);
    let expected = Untrusted::NotListed("rules.json".into());
    assert!(matches!(&error, Error::Untrusted { why, .. } if *why == expected), "{error}");
    assert!(!phone.stored().contains(&"snapshot.json".into()));
}

#[test]
fn a_host_that_hides_the_newer_roots_is_refused() {
    let (mut repository, mut phone) = followed();
    repository.publish(&["root"]);
    repository.publish(&["root"]);
    repository.release(&[]);
    phone.follow();
    phone.wipe(&["floors.json"]);
    repository.host.shelf().files.remove("metadata/3.root.json");
    assert_eq!(rollback(&failed(&phone)), Some(("root.json", 3, 2)));
    assert_eq!(phone.trusted().into_iter().collect::<Vec<_>>(), [("root".into(), 2)]);
}

#[test]
fn other_keys_of_the_timestamp_or_the_snapshot_let_the_floors_fall() {
    for name in ["timestamp", "snapshot"] {
        let (mut repository, mut phone) = followed();
        for pushed in ["targets", "snapshot"] {
            repository.draft(pushed)["version"] = json!(99_999);
            repository.publish_as_it_is(pushed);
        }
        repository.draft("timestamp")["version"] = json!(99_999);
        repository.stamp();
        phone.follow();
        assert_eq!(floors(&phone)["snapshot"], 99_999);

        repository.rotate(name);
        repository.publish(&["root"]);
        for (back, version) in [("targets", 2), ("snapshot", 2), ("timestamp", 2)] {
            repository.draft(back)["version"] = json!(version);
        }
        repository.publish(&["targets"]);
        repository.release(&[(CONTACTS, &words("contact/shelter", "2"))]);
        let release = phone.release();
        assert_eq!(release.edition, Edition { root: 2, snapshot: 3 }, "{name}");
        phone.settle(Finding::Release(release));
        let floors = floors(&phone);
        let numbers = ["root", "timestamp", "snapshot", "targets"].map(|field| floors[field].as_u64().unwrap());
        assert_eq!(numbers, [2, 3, 3, 3], "{name}");
    }
}

#[test]
fn other_keys_of_another_role_let_no_floor_fall() {
    let (mut repository, mut phone) = followed();
    repository.release(&[]);
    phone.follow();
    repository.rotate("targets");
    repository.publish(&["root", "targets"]);
    repository.draft("timestamp")["version"] = json!(1);
    repository.publish(&["snapshot"]);
    repository.stamp();
    phone.wipe(&["floors.json"]);
    assert_eq!(rollback(&failed(&phone)), Some(("timestamp.json", 3, 2)));
    assert_eq!(phone.trusted()["root"], 2);
}

#[test]
fn floors_are_raised_and_never_lowered() {
    let (mut repository, mut phone) = followed();
    let old = phone.floors.clone().unwrap();
    repository.release(&[]);
    phone.follow();
    let high = phone.all()["floors.json"].clone();
    Sync::settled(&mut Folder::new(phone.folder.path()), &old).unwrap();
    assert_eq!(phone.all()["floors.json"], high);
}

/// Floors of which a digit was damaged.
fn with_a_wrong_digit(floors: &str) -> String {
    let damaged = floors.replacen("\"snapshot\":", "\"snapshot\":9", 1);
    assert_ne!(damaged, floors);
    damaged
}

fn damage_the_file(phone: &Phone, how: &str) {
    let floors = String::from_utf8(phone.all()["floors.json"].clone()).unwrap();
    let damaged = match how {
        "another number" => with_a_wrong_digit(&floors),
        "none" => "{}".into(),
        "empty" => String::new(),
        "cut off" => floors[..floors.len() / 2].into(),
        other => panic!("{other}"),
    };
    std::fs::write(phone.path("floors.json"), damaged).unwrap();
}

const DAMAGE: [&str; 4] = ["another number", "none", "empty", "cut off"];

#[test]
fn with_one_of_two_copies_damaged_the_other_is_in_force_and_the_damaged_one_is_written_anew() {
    for how in DAMAGE {
        let (mut repository, mut phone) = followed();
        damage_the_file(&phone, how);
        repository.release(&[(CONTACTS, &words("contact/shelter", "2"))]);
        phone.follow();
        assert_eq!(floors(&phone)["snapshot"], 3, "{how}");
        assert_eq!(phone.all()["floors.json"], phone.floors.clone().unwrap().into_bytes(), "{how}");
    }
    let (mut repository, mut phone) = followed();
    phone.floors = Some(with_a_wrong_digit(&phone.floors.clone().unwrap()));
    repository.release(&[(CONTACTS, &words("contact/shelter", "2"))]);
    phone.follow();
    assert_eq!(phone.floors.clone().unwrap().into_bytes(), phone.all()["floors.json"]);
}

#[test]
fn damage_to_one_copy_lets_no_floor_fall() {
    for how in DAMAGE {
        let (_repository, phone) = replayed();
        phone.wipe(&["floors.json"]);
        damage_the_file(&phone, how);
        assert_eq!(rollback(&failed(&phone)), Some(("timestamp.json", 4, 2)), "{how}");
        damage_the_file(&phone, "none");
    }
    let (_repository, mut phone) = replayed();
    phone.wipe(&["floors.json"]);
    phone.floors = Some("{}".into());
    assert_eq!(rollback(&failed(&phone)), Some(("timestamp.json", 4, 2)), "those of the app");
}

#[test]
fn floors_of_which_no_copy_can_be_read_stop_the_sync_before_anybody_is_asked() {
    for how in DAMAGE {
        for of_the_app in [Some("{\"root\":1}".to_owned()), None] {
            let (repository, mut phone) = followed();
            damage_the_file(&phone, how);
            phone.floors = of_the_app;
            let before = phone.all();
            let error = failed(&phone);
            assert!(matches!(error, Error::Floors { .. }), "{how}: {error}");
            assert_eq!(error.kind(), Kind::Unreadable, "{how}");
            assert!(repository.host.asked().is_empty(), "{how}");
            assert_eq!(phone.all(), before, "{how}");
        }
    }
    let (repository, mut phone) = followed();
    phone.wipe(&[]);
    phone.floors = Some("{}".into());
    assert!(matches!(failed(&phone), Error::Floors { .. }), "the only copy");
    assert!(repository.host.asked().is_empty());
}

#[test]
fn floors_that_cannot_be_read_just_now_stop_this_sync_alone() {
    let (mut repository, mut phone) = followed();
    let good = phone.all()["floors.json"].clone();
    std::fs::remove_file(phone.path("floors.json")).unwrap();
    std::fs::create_dir(phone.path("floors.json")).unwrap();
    let before = phone.stored();
    let error = failed(&phone);
    assert!(matches!(error, Error::Store { .. }), "the other copy does not stand in for it: {error}");
    assert_eq!(error.kind(), Kind::Unreadable);
    assert!(repository.host.asked().is_empty());
    assert_eq!(phone.stored(), before);
    let settled = Sync::settled(&mut Folder::new(phone.folder.path()), &phone.floors.clone().unwrap());
    assert!(settled.is_err(), "taken for nothing, they would fall");

    std::fs::remove_dir(phone.path("floors.json")).unwrap();
    std::fs::write(phone.path("floors.json"), good).unwrap();
    repository.release(&[(CONTACTS, &words("contact/shelter", "2"))]);
    phone.follow();
    assert_eq!(floors(&phone)["snapshot"], 3);
}

#[test]
fn the_store_remembers_which_edition_was_applied_last() {
    let (mut repository, mut phone) = followed();
    let applied = |phone: &Phone| Sync::applied(&Folder::new(phone.folder.path()));
    assert_eq!(applied(&phone), Some(Edition { root: 1, snapshot: 2 }));
    repository.release(&[(CONTACTS, &words("contact/shelter", "2"))]);
    phone.sync().unwrap();
    assert_eq!(applied(&phone), Some(Edition { root: 1, snapshot: 2 }), "it was only fetched");
    phone.follow();
    assert_eq!(applied(&phone), Some(Edition { root: 1, snapshot: 3 }));
    damage_the_file(&phone, "another number");
    assert_eq!(applied(&phone), None);
}

#[test]
fn a_stored_list_that_cannot_be_read_stops_the_sync() {
    let (repository, phone) = followed();
    std::fs::remove_file(phone.path("rules.json")).unwrap();
    std::fs::create_dir(phone.path("rules.json")).unwrap();
    assert!(matches!(phone.sync(), Err(Error::Store { .. })));
    assert!(repository.host.asked().iter().all(|path| !path.contains("rules")));
    assert!(phone.path("rules.json").is_dir());
}

#[test]
fn a_folder_that_is_gone_stops_the_sync() {
    let (repository, phone) = followed();
    std::fs::remove_dir_all(phone.folder.path()).unwrap();
    assert!(matches!(phone.sync(), Err(Error::Store { .. })));
    assert!(repository.host.asked().is_empty());
}

// Time ----------------------------------------------------------------------------------------------------------------------

#[test]
fn the_signed_moment_moves_the_clock_but_not_past_the_end_of_the_offline_list() {
    for (signed, now) in [("2026-11-25T00:00:00Z", "2026-11-25T00:00:00Z"), ("2090-01-01T00:00:00Z", LATER)] {
        let (mut repository, mut phone) = followed();
        repository.draft("timestamp")["signed-at"] = json!(signed);
        repository.release(&[]);
        assert_eq!(phone.now(), NOW);
        phone.follow();
        assert_eq!(phone.now(), now);
        let seconds = chrono::DateTime::parse_from_rfc3339(now).unwrap().timestamp();
        assert_eq!(floors(&phone)["signed-at"], seconds);
    }
}

#[test]
fn a_phone_that_believes_it_is_1970_knows_better_from_the_floors() {
    let (mut repository, phone) = world();
    repository.draft("timestamp")["signed-at"] = json!(NOW);
    repository.draft("timestamp")["expires"] = json!("2026-11-21T00:00:00Z");
    repository.release(&[]);
    phone.device_clock.set("1970-01-01T00:00:00Z");
    let signed_at = chrono::DateTime::parse_from_rfc3339(NOW).unwrap().timestamp().unsigned_abs();
    let floors = Floors { signed_at, ..phone.trust.floors.clone() };
    let phone = Phone { floors: Some(floors.to_json()), ..phone };
    let error = failed(&phone);
    assert_eq!(error.kind(), Kind::Date, "{error}");
    assert_eq!(phone.now(), NOW);
    assert_eq!(phone.stored(), ["root.json"]);
}
