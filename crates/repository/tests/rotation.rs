//! Keys that are replaced, and files that would be out of date.

#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::fs;

use kindway_repository::{Error, ROOT_KEYS, Signer, signed};
use kindway_sync::Untrusted;
use serde_json::{Value, json};
use support::{Charity, keys, role, small, small_but};

fn contacts() -> Signer {
    Signer::Role(role("contacts"))
}

fn said(charity: &Charity, file: &str) -> Value {
    let file: Value = serde_json::from_slice(&fs::read(charity.public(&format!("metadata/{file}"))).unwrap()).unwrap();
    file["signed"].clone()
}

#[test]
fn every_key_can_be_replaced_and_a_phone_follows() {
    let all = Signer::roots().chain([Signer::Targets, Signer::Snapshot, Signer::Timestamp, contacts()]);
    for signer in all {
        let charity = Charity::new();
        charity.publish(&small());
        let phone = charity.phone();
        phone.pack("contacts").unwrap();
        let old = charity.keys.key(&signer).unwrap().id().to_owned();
        let rotated = charity.site.rotate(std::slice::from_ref(&signer), &charity.keys, charity.now).unwrap();
        assert_eq!(rotated.rotated, std::slice::from_ref(&signer));
        assert_ne!(charity.keys.key(&signer).unwrap().id(), old, "{signer}");
        let retired = charity.keys.folder().join(format!("{}.retired-1", signer.file_name()));
        assert!(retired.is_file(), "{signer}: the old key is kept");
        charity.timestamp();
        charity.publish(&small_but("contact/line", r#"{"id":"line","phone":"999"}"#));
        assert_eq!(phone.body("contacts", "contact/line"), r#"{"id":"line","phone":"999"}"#, "{signer}");
    }
}

#[test]
fn a_second_rotation_keeps_the_first_retired_key() {
    let charity = Charity::new();
    charity.publish(&small());
    for _ in 0..2 {
        charity.site.rotate(&[Signer::Timestamp], &charity.keys, charity.now).unwrap();
    }
    for name in ["timestamp.key", "timestamp.key.retired-1", "timestamp.key.retired-2"] {
        assert!(charity.keys.folder().join(name).is_file(), "{name}");
    }
    assert!(!charity.keys.folder().join("timestamp.key.next").exists());
    assert_eq!(charity.timestamp().root, 3, "both roots go live");
    charity.phone().refresh().unwrap();
}

#[test]
fn a_stolen_role_key_is_not_believed_after_its_rotation() {
    let charity = Charity::new();
    charity.publish(&small());
    let stolen = charity.keys.key(&contacts()).unwrap();
    charity.site.rotate(&[contacts()], &charity.keys, charity.now).unwrap();
    charity.timestamp();
    let phone = charity.phone();
    let before = phone.pack("contacts").unwrap();
    let mut forged = said(&charity, "2.contacts.json");
    forged["version"] = json!(3);
    fs::write(charity.public("metadata/3.contacts.json"), signed(&forged, [&stolen]).unwrap()).unwrap();
    charity.timestamp();
    assert_eq!(phone.pack("contacts").unwrap(), before);
    assert_eq!(phone.refresh().unwrap().snapshot().meta["contacts.json"].version, 2, "the forged list is left out");
}

#[test]
fn a_stolen_timestamp_key_is_not_believed_after_its_rotation() {
    let charity = Charity::new();
    charity.publish(&small());
    let stolen = charity.keys.key(&Signer::Timestamp).unwrap();
    charity.site.rotate(&[Signer::Timestamp], &charity.keys, charity.now).unwrap();
    charity.timestamp();
    let phone = charity.phone();
    phone.refresh().unwrap();
    let mut forged = said(&charity, "timestamp.json");
    forged["version"] = json!(77);
    fs::write(charity.public("metadata/timestamp.json"), signed(&forged, [&stolen]).unwrap()).unwrap();
    let error = phone.refresh().unwrap_err();
    assert!(
        matches!(&error, kindway_sync::Error::Untrusted { why: Untrusted::Signatures { found: 0, needed: 1 }, .. }),
        "{error:?}"
    );
}

#[test]
fn a_root_key_that_is_lost_is_replaced_by_the_other_two() {
    let charity = Charity::new();
    charity.publish(&small());
    let phone = charity.phone();
    fs::remove_file(charity.keys.folder().join("root-2.key")).unwrap();
    charity.site.rotate(&[Signer::Root(2)], &charity.keys, charity.now).unwrap();
    charity.timestamp();
    assert_eq!(phone.refresh().unwrap().root().version, 2);
    let ids = said(&charity, "2.root.json")["roles"]["root"]["keyids"].clone();
    assert_eq!(ids[1], charity.keys.key(&Signer::Root(2)).unwrap().id(), "root-2 stays the second");
}

#[test]
fn one_root_key_alone_changes_nothing() {
    let charity = Charity::new();
    charity.publish(&small());
    for other in ["root-1.key", "root-3.key"] {
        fs::remove_file(charity.keys.folder().join(other)).unwrap();
    }
    for signer in [Signer::Root(1), Signer::Root(2), Signer::Targets, Signer::Snapshot, Signer::Timestamp] {
        let error = charity.site.rotate(&[signer], &charity.keys, charity.now).unwrap_err();
        assert!(matches!(&error, Error::RootKeys { found: 1, needed: 2, .. }), "{error:?}");
        assert!(error.to_string().contains("root-1, root-3"), "{error}");
    }
    assert_eq!(charity.timestamp().root, 1);
}

#[test]
fn two_lost_root_keys_cannot_be_replaced() {
    let charity = Charity::new();
    charity.publish(&small());
    for lost in 1..ROOT_KEYS {
        fs::remove_file(charity.keys.folder().join(format!("root-{lost}.key"))).unwrap();
    }
    let error = charity.site.rotate(&[Signer::Root(1), Signer::Root(2)], &charity.keys, charity.now).unwrap_err();
    assert!(matches!(error, Error::RootKeys { .. }), "{error:?}");
}

#[test]
fn a_phone_that_was_off_for_two_years_follows_two_new_roots() {
    let mut charity = Charity::new();
    charity.publish(&small());
    let phone = charity.phone();
    phone.refresh().unwrap();
    for lost in [Signer::Root(1), Signer::Root(3)] {
        charity.later(365);
        charity.site.rotate(&[lost], &charity.keys, charity.now).unwrap();
        charity.site.renew(&charity.keys, charity.now).unwrap();
        charity.timestamp();
    }
    charity.publish(&small_but("rate/weekly", r#"{"id":"weekly","pence":5100}"#));
    phone.set(charity.now);
    assert_eq!(phone.body("rules", "rate/weekly"), r#"{"id":"weekly","pence":5100}"#);
    assert_eq!(phone.refresh().unwrap().root().version, 3);
}

#[test]
fn nothing_is_renewed_in_the_first_half_of_its_life_and_everything_in_the_second() {
    let mut charity = Charity::new();
    charity.publish(&small());
    charity.later(180);
    assert_eq!(charity.site.renew(&charity.keys, charity.now).unwrap().renewed, []);
    charity.later(10);
    let lists: Vec<String> =
        charity.site.renew(&charity.keys, charity.now).unwrap().renewed.iter().map(ToString::to_string).collect();
    assert_eq!(lists, ["targets", "contacts", "rules", "language-ar", "language-en-GB"]);
    charity.later(180);
    let renewed = charity.site.renew(&charity.keys, charity.now).unwrap().renewed;
    assert_eq!(renewed, [Signer::Root(1)], "the root lives twice as long");
}

#[test]
fn a_renewed_list_says_the_same_as_before() {
    let mut charity = Charity::new();
    charity.publish(&small());
    charity.later(200);
    charity.site.renew(&charity.keys, charity.now).unwrap();
    let (old, new) = (said(&charity, "1.contacts.json"), said(&charity, "2.contacts.json"));
    assert_eq!((&old["targets"], &new["version"]), (&new["targets"], &json!(2)));
    assert!(new["expires"].as_str() > old["expires"].as_str());
}

#[test]
fn what_cannot_be_renewed_here_is_said_with_its_end() {
    let mut charity = Charity::new();
    charity.publish(&small());
    charity.later(200);
    fs::remove_file(charity.keys.folder().join("role-rules.key")).unwrap();
    let renewed = charity.site.renew(&charity.keys, charity.now).unwrap();
    let missing: Vec<String> = renewed.missing.iter().map(|(signer, until)| format!("{signer} {until}")).collect();
    assert_eq!(missing, ["rules 2027-11-22 10:00:00 UTC"]);
    assert!(!charity.timestamp().ends_soon.is_empty(), "the machine says so each day");
}

#[test]
fn a_snapshot_is_signed_anew_only_for_something_new_or_after_half_of_its_life() {
    let mut charity = Charity::new();
    assert!(charity.publish(&small()).new_snapshot);
    charity.later(40);
    assert!(!charity.timestamp().new_snapshot);
    charity.later(10);
    assert!(charity.timestamp().new_snapshot);
}

#[test]
fn a_new_root_waits_for_the_machine_and_the_old_one_still_counts_until_then() {
    let charity = Charity::new();
    charity.publish(&small());
    charity.site.rotate(&[Signer::Root(3)], &charity.keys, charity.now).unwrap();
    assert_eq!(charity.phone().refresh().unwrap().root().version, 1);
    assert!(!charity.public("metadata/2.root.json").exists());
    charity.timestamp();
    assert_eq!(charity.phone().refresh().unwrap().root().version, 2);
}

#[test]
fn a_rotation_that_was_cut_before_the_key_file_got_its_name_is_finished_by_the_next_command() {
    let charity = Charity::new();
    charity.publish(&small());
    charity.site.rotate(&[Signer::Timestamp], &charity.keys, charity.now).unwrap();
    let [now, next, retired] =
        ["", ".next", ".retired-1"].map(|end| charity.keys.folder().join(format!("timestamp.key{end}")));
    fs::rename(&now, &next).unwrap();
    fs::rename(&retired, &now).unwrap();
    assert_eq!(charity.timestamp().root, 2);
    assert!(now.is_file() && retired.is_file() && !next.exists());
}

#[test]
fn a_rotation_of_the_targets_key_that_was_cut_before_it_signed_is_repeated() {
    let charity = Charity::new();
    charity.publish(&small());
    let phone = charity.phone();
    charity.site.rotate(&[Signer::Targets], &charity.keys, charity.now).unwrap();
    fs::remove_file(charity.public("metadata/2.targets.json")).unwrap();
    let held = charity.timestamp();
    assert_eq!(
        (held.root, held.held_back),
        (1, vec![Signer::Targets]),
        "the old root counts as long as nothing follows"
    );
    phone.pack("contacts").unwrap();
    charity.site.rotate(&[Signer::Targets], &charity.keys, charity.now).unwrap();
    assert_eq!(charity.timestamp().root, 3);
    charity.publish(&small_but("contact/line", r#"{"id":"line","phone":"999"}"#));
    assert_eq!(phone.body("contacts", "contact/line"), r#"{"id":"line","phone":"999"}"#);
}

#[test]
fn a_role_that_this_site_does_not_have_is_not_rotated() {
    let charity = Charity::new();
    let fr = Signer::Role(role("language-fr"));
    let error = charity.site.rotate(&[fr], &charity.keys, charity.now).unwrap_err();
    assert!(matches!(error, Error::NoRole(_)), "{error:?}");
}

#[test]
fn the_keys_of_another_charity_sign_nothing() {
    let (charity, other) = (Charity::new(), Charity::new());
    charity.publish(&small());
    let others = keys(other.keys.folder(), support::PASSPHRASE);
    for error in [
        charity.site.timestamp(&others, charity.now).unwrap_err(),
        charity.site.rotate(&[Signer::Targets], &others, charity.now).unwrap_err(),
        charity.site.rotate(&[contacts()], &others, charity.now).unwrap_err(),
    ] {
        assert!(matches!(error, Error::AnotherKey { .. }), "{error:?}");
    }
}

/// Puts a list of contacts in the site, with another phone number and this version.
fn forge_contacts(charity: &Charity, version: u64, key: Option<&kindway_repository::Key>) {
    let mut forged = said(charity, "1.contacts.json");
    forged["version"] = json!(version);
    forged["targets"]["contacts/content.pack"]["hashes"]["sha256"] = json!("0".repeat(64));
    forged["targets"]["contacts/content.pack"]["custom"]["sha256"] = json!("1".repeat(64));
    let file = match key {
        Some(key) => signed(&forged, [key]).unwrap(),
        None => json!({ "signatures": [], "signed": forged }).to_string().into_bytes(),
    };
    fs::write(charity.public(&format!("metadata/{version}.contacts.json")), file).unwrap();
}

/// A charity whose site has two higher lists of contacts that its key did not sign.
fn charity_with_forged_lists() -> Charity {
    let charity = Charity::new();
    charity.publish(&small());
    forge_contacts(&charity, 7, None);
    forge_contacts(&charity, 8, Some(&charity.keys.key(&Signer::Role(role("rules"))).unwrap()));
    charity
}

#[test]
fn a_higher_list_that_its_key_did_not_sign_is_not_renewed() {
    let mut charity = charity_with_forged_lists();
    charity.later(200);
    let renewed = charity.site.renew(&charity.keys, charity.now).unwrap().renewed;
    assert!(renewed.contains(&contacts()), "{renewed:?}");
    assert_eq!(said(&charity, "9.contacts.json")["targets"], said(&charity, "1.contacts.json")["targets"]);
}

#[test]
fn a_higher_list_that_its_key_did_not_sign_is_not_signed_by_the_next_key() {
    let charity = charity_with_forged_lists();
    charity.site.rotate(&[contacts()], &charity.keys, charity.now).unwrap();
    assert_eq!(said(&charity, "9.contacts.json")["targets"], said(&charity, "1.contacts.json")["targets"]);
}

#[test]
fn a_higher_list_of_targets_that_its_key_did_not_sign_is_neither_renewed_nor_signed_by_the_next_key() {
    let mut charity = Charity::new();
    charity.publish(&small());
    let thief = charity.keys.key(&contacts()).unwrap();
    let mut forged = said(&charity, "1.targets.json");
    forged["version"] = json!(7);
    forged["delegations"]["roles"][0]["keyids"] = json!([thief.id()]);
    forged["delegations"]["roles"][1]["keyids"] = json!([thief.id()]);
    fs::write(charity.public("metadata/7.targets.json"), signed(&forged, [&thief]).unwrap()).unwrap();
    charity.later(200);
    charity.site.renew(&charity.keys, charity.now).unwrap();
    charity.site.rotate(&[Signer::Targets], &charity.keys, charity.now).unwrap();
    for signed in ["8.targets.json", "9.targets.json"] {
        assert_eq!(said(&charity, signed)["delegations"], said(&charity, "1.targets.json")["delegations"], "{signed}");
    }
}

#[test]
fn content_is_compared_with_what_the_key_signed_and_not_with_a_higher_list() {
    let charity = charity_with_forged_lists();
    assert_eq!(charity.stage(&small()).changed, [], "nothing has changed since it was published");
}

/// As if a rotation had been killed before the key file got its name. The id of the new key.
fn killed_before_the_name(charity: &Charity, signer: &Signer) -> String {
    let file = |end: &str| charity.keys.folder().join(format!("{}{end}", signer.file_name()));
    let new = charity.keys.key(signer).unwrap().id().to_owned();
    fs::rename(file(""), file(".next")).unwrap();
    fs::rename(file(".retired-1"), file("")).unwrap();
    new
}

#[test]
fn a_killed_rotation_of_two_root_keys_that_is_repeated_loses_neither_new_key() {
    let both = [Signer::Root(1), Signer::Root(2)];
    for killed in 1..=both.len() {
        let charity = Charity::new();
        charity.publish(&small());
        let phone = charity.phone();
        charity.site.rotate(&both, &charity.keys, charity.now).unwrap();
        let named: Vec<String> =
            both.iter().rev().take(killed).map(|signer| killed_before_the_name(&charity, signer)).collect();
        charity.site.rotate(&both, &charity.keys, charity.now).unwrap();
        for (signer, id) in both.iter().rev().zip(named) {
            let retired = charity.keys.folder().join(format!("{}.retired-2", signer.file_name()));
            fs::copy(retired, charity.folder.path().join(signer.file_name())).unwrap();
            assert_eq!(keys(charity.folder.path(), support::PASSPHRASE).key(signer).unwrap().id(), id, "{signer}");
        }
        assert_eq!(charity.timestamp().root, 3);
        assert_eq!(phone.refresh().unwrap().root().version, 3);
        charity.site.rotate(&[Signer::Root(3)], &charity.keys, charity.now).unwrap();
    }
}

#[test]
fn new_root_keys_that_no_root_names_yet_are_taken_when_the_rotation_is_repeated() {
    let both = [Signer::Root(1), Signer::Root(2)];
    let charity = Charity::new();
    charity.publish(&small());
    charity.site.rotate(&both, &charity.keys, charity.now).unwrap();
    let made = both.clone().map(|signer| killed_before_the_name(&charity, &signer));
    fs::remove_file(charity.staged("metadata/2.root.json")).unwrap();
    charity.site.rotate(&both, &charity.keys, charity.now).unwrap();
    assert_eq!(both.map(|signer| charity.keys.key(&signer).unwrap().id().to_owned()), made);
    assert_eq!(charity.timestamp().root, 2);
}

#[test]
fn a_new_key_that_cannot_be_opened_is_not_replaced_by_another() {
    let charity = Charity::new();
    charity.publish(&small());
    let next = charity.keys.folder().join("root-1.key.next");
    fs::write(&next, "of another holder").unwrap();
    let error = charity.site.rotate(&[Signer::Root(1)], &charity.keys, charity.now).unwrap_err();
    assert!(matches!(&error, Error::Key { file, .. } if *file == next), "{error:?}");
    assert_eq!(fs::read_to_string(next).unwrap(), "of another holder");
}
