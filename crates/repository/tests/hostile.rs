//! What somebody with a part of the access tries.

#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::fs;

use kindway_content::delta::Expected;
use kindway_content::roles::RoleError;
use kindway_content::{Pack, write_seed};
use kindway_repository::{Error, Signer, signed};
use kindway_sync::Untrusted;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use support::{Charity, pack, role, small, small_but};

fn contacts() -> Signer {
    Signer::Role(role("contacts"))
}

/// Everything below a folder, to see that nothing has changed.
fn everything(folder: &std::path::Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            match entry.file_type().unwrap().is_dir() {
                true => folders.push(entry.path()),
                false => found.push((entry.path(), fs::read(entry.path()).unwrap())),
            }
        }
    }
    found.sort();
    found
}

/// Stages contacts as `stage` would, with whatever records.
fn stage_as_contacts(charity: &Charity, records: &Pack) {
    charity.stage(&small());
    let file = write_seed(records).unwrap();
    let canonical = Expected::of(&records.to_canonical());
    let target = json!({
        "custom": { "length": canonical.length, "sha256": hex::encode(canonical.sha256) },
        "hashes": { "sha256": hex::encode(Sha256::digest(&file)) },
        "length": file.len(),
    });
    let list = charity.staged("metadata/contacts.json");
    let mut staged: Value = serde_json::from_slice(&fs::read(&list).unwrap()).unwrap();
    staged["signed"]["targets"]["contacts/content.pack"] = target;
    fs::write(&list, staged.to_string()).unwrap();
    fs::write(charity.staged("targets/contacts/content.pack"), file).unwrap();
}

#[test]
fn a_staged_pack_with_any_byte_changed_is_not_signed() {
    let charity = Charity::new();
    charity.stage(&small());
    let before = everything(&charity.site.public());
    let file = charity.staged("targets/contacts/content.pack");
    let whole = fs::read(&file).unwrap();
    for place in 0..whole.len() {
        let mut changed = whole.clone();
        changed[place] ^= 1;
        fs::write(&file, changed).unwrap();
        let error = charity.site.sign(Some(&contacts()), &charity.keys, charity.now).unwrap_err();
        assert!(matches!(error, Error::Pack { .. } | Error::Damaged { .. }), "byte {place}: {error:?}");
    }
    assert_eq!(everything(&charity.site.public()), before);
}

#[test]
fn a_staged_list_that_says_more_than_its_pack_is_not_signed() {
    let charity = Charity::new();
    charity.stage(&small());
    let list = charity.staged("metadata/contacts.json");
    let mut staged: Value = serde_json::from_slice(&fs::read(&list).unwrap()).unwrap();
    staged["signed"]["targets"]["rules/content.pack"] = staged["signed"]["targets"]["contacts/content.pack"].clone();
    fs::write(&list, staged.to_string()).unwrap();
    let error = charity.site.sign(Some(&contacts()), &charity.keys, charity.now).unwrap_err();
    assert!(matches!(error, Error::Damaged { .. }), "{error:?}");
}

#[test]
fn a_staged_list_that_asks_for_another_version_or_date_does_not_get_it() {
    let charity = Charity::new();
    charity.stage(&small());
    let list = charity.staged("metadata/contacts.json");
    let mut staged: Value = serde_json::from_slice(&fs::read(&list).unwrap()).unwrap();
    staged["signed"]["version"] = json!(4_000_000);
    staged["signed"]["expires"] = json!("2099-01-01T00:00:00Z");
    fs::write(&list, staged.to_string()).unwrap();
    charity.sign();
    let list: Value = serde_json::from_slice(&fs::read(charity.public("metadata/1.contacts.json")).unwrap()).unwrap();
    assert_eq!((&list["signed"]["version"], &list["signed"]["expires"]), (&json!(1), &json!("2027-11-22T10:00:00Z")));
}

#[test]
fn a_record_of_another_role_is_not_signed_even_where_its_list_is_right() {
    let charity = Charity::new();
    stage_as_contacts(&charity, &pack(&[("contact/line", "{}"), ("rate/weekly", r#"{"pence":1}"#)]));
    let error = charity.site.sign(Some(&contacts()), &charity.keys, charity.now).unwrap_err();
    let misplaced = matches!(&error, Error::Role(RoleError::Misplaced { key, .. }) if key == "rate/weekly");
    assert!(misplaced, "{error:?}");
}

#[test]
fn a_record_that_no_role_may_hold_is_not_even_staged() {
    let charity = Charity::new();
    let content = small_but("doc/articles/fares/ar/extra", "{}");
    let error = charity.site.stage(&content, charity.now, &mut |_| ()).unwrap_err();
    assert!(matches!(error, Error::Role(RoleError::Misplaced { .. })), "{error:?}");
}

#[test]
fn a_staged_delta_that_leads_elsewhere_is_not_signed() {
    let charity = Charity::new();
    charity.publish(&small());
    charity.stage(&small_but("contact/line", r#"{"id":"line","phone":"999"}"#));
    let folder = charity.staged("d/contacts");
    let delta = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let mut bytes = fs::read(&delta).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&delta, bytes).unwrap();
    assert!(charity.site.sign(Some(&contacts()), &charity.keys, charity.now).is_err());
    fs::rename(&delta, folder.join("0".repeat(64) + "-" + &"1".repeat(64))).unwrap();
    let error = charity.site.sign(Some(&contacts()), &charity.keys, charity.now).unwrap_err();
    assert!(matches!(error, Error::Damaged { .. }), "{error:?}");
}

#[test]
fn contacts_that_the_key_of_a_language_signed_are_not_believed() {
    let charity = Charity::new();
    charity.publish(&small());
    let phone = charity.phone();
    let before = phone.pack("contacts").unwrap();
    let thief = charity.keys.key(&Signer::Role(role("language-ar"))).unwrap();
    let list: Value = serde_json::from_slice(&fs::read(charity.public("metadata/1.contacts.json")).unwrap()).unwrap();
    let mut said = list["signed"].clone();
    said["version"] = json!(2);
    fs::write(charity.public("metadata/2.contacts.json"), signed(&said, [&thief]).unwrap()).unwrap();
    // The machine that signs snapshots is not deceived either: it goes on with what the right key signed.
    charity.timestamp();
    assert_eq!(phone.pack("contacts").unwrap(), before);

    let snapshot = charity.keys.key(&Signer::Snapshot).unwrap();
    let timestamp = charity.keys.key(&Signer::Timestamp).unwrap();
    lie(&charity, "snapshot", 9, &snapshot, &|said| said["meta"]["contacts.json"] = json!({ "version": 2 }));
    lie(&charity, "timestamp", 9, &timestamp, &|said| said["meta"]["snapshot.json"] = json!({ "version": 9 }));
    let error = phone.pack("contacts").unwrap_err();
    let disbelieved = matches!(&error, kindway_sync::Error::Untrusted { file, why: Untrusted::Signatures { .. } } if file == "contacts.json");
    assert!(disbelieved, "{error:?}");
}

/// What somebody signs who has a key of the machine: the newest file, changed, as this version.
fn lie(charity: &Charity, name: &str, version: u64, key: &kindway_repository::Key, change: &dyn Fn(&mut Value)) {
    let folder = charity.public("metadata");
    let newest = match name {
        "timestamp" => folder.join("timestamp.json"),
        name => (1..9).rev().map(|n| folder.join(format!("{n}.{name}.json"))).find(|file| file.exists()).unwrap(),
    };
    let file: Value = serde_json::from_slice(&fs::read(newest).unwrap()).unwrap();
    let mut said = file["signed"].clone();
    said["version"] = json!(version);
    change(&mut said);
    let to = if name == "timestamp" { "timestamp.json".to_owned() } else { format!("{version}.{name}.json") };
    fs::write(folder.join(to), signed(&said, [key]).unwrap()).unwrap();
}

#[test]
fn after_a_fast_forward_other_keys_for_snapshot_and_timestamp_let_a_phone_recover() {
    let mut charity = Charity::new();
    charity.publish(&small());
    // A copy of the host, which the thief has.
    let phone = charity.phone();
    phone.refresh().unwrap();
    let right = everything(&charity.site.public());
    let [snapshot, timestamp] = [Signer::Snapshot, Signer::Timestamp].map(|signer| charity.keys.key(&signer).unwrap());
    lie(&charity, "snapshot", 4_000_000, &snapshot, &|said| {
        for pin in said["meta"].as_object_mut().unwrap().values_mut() {
            pin["version"] = json!(pin["version"].as_u64().unwrap());
        }
    });
    lie(&charity, "timestamp", 4_000_000, &timestamp, &|said| {
        said["meta"]["snapshot.json"] = json!({ "version": 4_000_000 })
    });
    assert_eq!(phone.refresh().unwrap().timestamp().version, 4_000_000, "the stolen keys sign well");
    // The site itself is the charity's, and has never seen that.
    fs::remove_file(charity.public("metadata/4000000.snapshot.json")).unwrap();
    for (file, bytes) in right {
        fs::write(file, bytes).unwrap();
    }
    charity.later(1);
    phone.set(charity.now);
    charity.timestamp();
    assert!(phone.refresh().is_err(), "what is right looks like a rollback");

    charity.site.rotate(&[Signer::Snapshot, Signer::Timestamp], &charity.keys, charity.now).unwrap();
    let live = charity.timestamp();
    assert_eq!((live.root, live.timestamp, live.snapshot), (2, 3, 2), "versions go on from what is right");
    assert_eq!(phone.refresh().unwrap().timestamp().version, 3);
    assert_eq!(phone.body("rules", "rate/weekly"), r#"{"id":"weekly","pence":4918}"#);
}

#[test]
fn what_is_published_is_never_given_other_bytes() {
    let charity = Charity::new();
    charity.publish(&small());
    let before = everything(&charity.site.public());
    charity.publish(&small_but("contact/line", r#"{"id":"line","phone":"999"}"#));
    for (file, bytes) in before {
        if !file.ends_with("timestamp.json") {
            assert_eq!(fs::read(&file).unwrap(), bytes, "{}", file.display());
        }
    }
}

#[test]
fn a_public_site_does_not_take_content_for_tests_nor_the_other_way_round() {
    let charity = Charity::new();
    let public = small_but("channel", r#"{"name":"public","checked":"2026-11-22"}"#);
    let error = charity.site.stage(&public, charity.now, &mut |_| ()).unwrap_err();
    assert!(error.to_string().contains("for the channel public, and the site is of the channel test"), "{error}");
}
