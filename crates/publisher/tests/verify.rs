//! What `verify` finds in a repository that somebody has spoilt.

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "shared by several tests")]
mod hosting;

use std::fs;

use hosting::{Charity, fails, flip, succeeds};
use kindway_repository::{Signer, signed};
use serde_json::Value;

#[test]
fn a_sound_repository_is_verified_twice_with_its_deltas() {
    let charity = Charity::with_two_versions();
    let said = succeeds(&["verify", charity.at()]);
    let roles = charity.site.published().unwrap().unwrap().roles.len();
    let records = charity.content.records.len();
    assert!(said.contains("verified twice. Timestamp 2, "), "{said}");
    assert!(said.contains(&format!(": {roles} roles, {records} records, {roles} deltas")), "{said}");
}

#[test]
fn a_pack_with_one_other_byte_is_named() {
    let charity = Charity::with_two_versions();
    let pack = charity.live_pack("contacts");
    flip(&charity.file(&pack));
    let said = fails(&["verify", charity.at()]);
    assert!(said.contains(&format!("{pack}: the hash is not the signed one\n")), "{said}");
}

#[test]
fn a_broken_delta_is_named() {
    let charity = Charity::with_two_versions();
    let delta = charity.first_of("d");
    flip(&charity.file(&delta));
    let said = fails(&["verify", charity.at()]);
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.starts_with(&format!("{delta}: ")), "{said}");
}

#[test]
fn a_file_that_is_missing_is_named() {
    let charity = Charity::with_two_versions();
    fs::remove_file(charity.file("metadata/2.snapshot.json")).unwrap();
    assert!(fails(&["verify", charity.at()]).starts_with("2.snapshot.json: missing\n"));
}

#[test]
fn every_pack_that_does_not_hold_is_named() {
    let charity = Charity::with_two_versions();
    let packs = [charity.live_pack("contacts"), charity.live_pack("rules")];
    fs::remove_file(charity.file(&packs[0])).unwrap();
    flip(&charity.file(&packs[1]));
    let said = fails(&["verify", charity.at()]);
    for pack in packs {
        assert!(said.contains(&format!("{pack}: ")), "{said}");
    }
}

#[test]
fn a_timestamp_that_somebody_changed_is_not_believed() {
    let charity = Charity::with_two_versions();
    let file = charity.file("metadata/timestamp.json");
    let text = fs::read_to_string(&file).unwrap().replace("\"version\":2,", "\"version\":9,");
    fs::write(&file, text.replace("\"version\":2}", "\"version\":9}")).unwrap();
    let said = fails(&["verify", charity.at()]);
    assert!(said.starts_with("timestamp.json: signed by 0 of the 1 keys that are needed\n"), "{said}");
}

#[test]
fn a_repository_of_other_keys_is_not_believed_from_a_root_that_is_trusted() {
    let (charity, other) = (Charity::with_two_versions(), Charity::with_two_versions());
    let root = other.file("metadata/1.root.json");
    let said = fails(&["verify", charity.at(), "--trusted-root", root.to_str().unwrap()]);
    assert!(said.contains("timestamp.json: signed by 0 of the 1 keys"), "{said}");
}

#[test]
fn a_repository_may_lie_in_a_folder_of_any_name() {
    let charity = Charity::with_two_versions();
    let folder = charity.folder.path().join("a charity's ü%20 #1? folder");
    fs::rename(charity.site.folder(), &folder).unwrap();
    assert!(succeeds(&["verify", folder.to_str().unwrap()]).contains("verified twice"));
}

#[test]
fn a_folder_that_is_no_repository_is_said_to_be_none() {
    let folder = tempfile::tempdir().unwrap();
    assert!(fails(&["verify", folder.path().to_str().unwrap()]).contains("is no repository"));
}

#[test]
fn an_address_in_clear_is_taken_only_on_this_computer() {
    let said = fails(&["verify", "http://192.0.2.1/v1/"]);
    assert!(said.contains("only an address on this computer may be http:"), "{said}");
}

#[test]
fn what_only_the_second_verifier_finds_is_named() {
    let charity = Charity::with_two_versions();
    let list: Value = serde_json::from_slice(&fs::read(charity.file("metadata/2.contacts.json")).unwrap()).unwrap();
    let mut said = list["signed"].clone();
    said["version"] = 3.into();
    said["targets"]["contacts/other.pack"] = said["targets"]["contacts/content.pack"].clone();
    let key = charity.keys.key(&"contacts".parse::<Signer>().unwrap()).unwrap();
    fs::write(charity.file("metadata/3.contacts.json"), signed(&said, [&key]).unwrap()).unwrap();
    charity.site.timestamp(&charity.keys, chrono::Utc::now()).unwrap();
    let said = fails(&["verify", charity.at()]);
    assert!(said.starts_with("contacts/other.pack: by the second verifier (tough): "), "{said}");
}
