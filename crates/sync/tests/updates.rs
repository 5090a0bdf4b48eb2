//! What a repository that lies can make a device believe: nothing, beyond what it proved before the lie.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use kindway_sync::{Error, Kind, Status, Trouble, Untrusted};
use serde_json::{Value, json};
use support::{
    Device, Host, Reply, Repository, Signer,
    device::{LATER, NOW, OVER, versions},
    repository::ALL,
};

fn world() -> (Repository, Device) {
    let repository = Repository::new(&Host::new(), LATER);
    let device = Device::new(&repository);
    (repository, device)
}

fn followed() -> (Repository, Device) {
    let (repository, device) = world();
    device.refresh().unwrap();
    repository.host.asked();
    (repository, device)
}

fn signatures(found: usize, needed: usize) -> Untrusted {
    Untrusted::Signatures { found, needed }
}

// Following ---------------------------------------------------------------------------------------------------------------

#[test]
fn a_device_asks_for_the_next_root_then_for_each_file_once() {
    let (repository, device) = world();
    device.refresh().unwrap();
    assert_eq!(
        repository.host.asked(),
        ["metadata/2.root.json", "metadata/timestamp.json", "metadata/1.snapshot.json", "metadata/1.targets.json"]
    );
    assert_eq!(device.trusted(), versions(1, 1, 1, 1));
}

#[test]
fn without_news_a_device_asks_twice() {
    let (repository, device) = followed();
    device.refresh().unwrap();
    assert_eq!(repository.host.asked(), ["metadata/2.root.json", "metadata/timestamp.json"]);
}

#[test]
fn a_host_that_says_unchanged_is_believed_for_as_long_as_the_timestamp_holds() {
    let (mut repository, device) = world();
    repository.draft("timestamp")["expires"] = json!("2026-11-24T00:00:00Z");
    let timestamp = repository.sign("timestamp");
    repository.answer("metadata/timestamp.json", Reply::ok(timestamp).with("etag", "\"1\""));
    device.refresh().unwrap();
    device.refresh().unwrap();
    let shelf = repository.host.shelf();
    let (_, headers) = shelf.asked.last().unwrap();
    assert_eq!(headers.get("if-none-match").unwrap(), "\"1\"", "a 304 costs a few bytes, a timestamp many");
    drop(shelf);
    device.clock.set("2026-11-25T00:00:00Z");
    let expired = Untrusted::Expired("2026-11-24T00:00:00Z".into());
    assert_eq!(device.refused(), ("timestamp.json".into(), expired), "a host that says 304 forever freezes her");
}

#[test]
fn the_tag_of_an_older_timestamp_is_not_shown_for_a_newer_one() {
    let (mut repository, device) = world();
    let timestamp = repository.published["timestamp"].clone();
    repository.answer("metadata/timestamp.json", Reply::ok(timestamp).with("etag", "\"1\""));
    device.refresh().unwrap();
    repository.publish(&["timestamp"]);
    device.refresh().unwrap();
    device.refresh().unwrap();
    let shelf = repository.host.shelf();
    let (_, headers) = shelf.asked.last().unwrap();
    assert!(!headers.contains_key("if-none-match"), "the newer one came without a tag");
}

#[test]
fn a_repository_without_versions_in_its_file_names_is_followed() {
    let (mut repository, _) = world();
    repository.draft("root")["consistent_snapshot"] = json!(false);
    repository.publish_as_it_is("root");
    repository.add_target("targets", "a/b.pack", b"words");
    repository.publish(&ALL);
    let device = Device::new(&repository);
    assert_eq!(device.download("a/b.pack").unwrap(), b"words");
    assert_eq!(
        repository.host.asked()[1..],
        ["metadata/timestamp.json", "metadata/snapshot.json", "metadata/targets.json", "targets/a/b.pack"]
    );
}

#[test]
fn what_is_stored_is_what_was_sent_to_the_byte() {
    let (mut repository, device) = world();
    let mut bytes = repository.sign("timestamp");
    bytes.extend(b"  \n");
    repository.publish_bytes("timestamp", bytes.clone());
    device.refresh().unwrap();
    assert_eq!(device.stored("timestamp"), bytes, "a hash of a stored file has to go on matching");
}

#[test]
fn fields_that_nobody_knows_are_covered_by_the_signature_and_change_nothing() {
    let (mut repository, device) = followed();
    repository.draft("root")["x-new"] = json!({ "b": [1, -2, "\u{1f469}\n\"\\"], "a": null });
    repository.draft("root")["roles"]["root"]["x-note"] = json!("a note");
    repository.publish(&["root"]);
    device.refresh().unwrap();
    assert_eq!(device.trusted(), versions(2, 1, 1, 1));
}

#[test]
fn the_signed_moment_is_believed_only_up_to_the_end_of_the_offline_list() {
    let (mut repository, device) = world();
    repository.draft("timestamp")["signed-at"] = json!("2026-11-22T09:00:00Z");
    repository.publish(&["timestamp"]);
    assert_eq!(device.refresh().unwrap().signed_at().unwrap().to_rfc3339(), "2026-11-22T09:00:00+00:00");
    repository.draft("timestamp")["signed-at"] = json!("2090-01-01T00:00:00Z");
    repository.publish(&["timestamp"]);
    let believed = device.refresh().unwrap().signed_at().unwrap();
    assert_eq!(believed.to_rfc3339(), "2026-12-22T10:00:00+00:00", "a stolen timestamp key cannot move time to 2090");
}

// Roots -------------------------------------------------------------------------------------------------------------------

#[test]
fn a_root_that_its_own_keys_did_not_sign_is_not_begun_with() {
    let (repository, device) = world();
    let mut root: Value = serde_json::from_slice(&repository.root()).unwrap();
    root["signatures"][0]["sig"] = json!("00");
    std::fs::write(device.folder.path().join("root.json"), root.to_string()).unwrap();
    assert_eq!(device.refused(), ("root.json".into(), signatures(0, 1)));
    assert!(repository.host.asked().is_empty(), "nobody is asked before there is something to trust");
}

#[test]
fn all_new_roots_are_walked_one_by_one() {
    let (mut repository, device) = followed();
    for _ in 0..5 {
        repository.rotate("root");
        repository.publish(&["root"]);
    }
    device.refresh().unwrap();
    assert_eq!(device.trusted(), versions(6, 1, 1, 1));
}

#[test]
fn after_32_new_roots_the_rest_waits_for_the_next_update() {
    let (mut repository, device) = followed();
    (0..40).for_each(|_| repository.publish(&["root"]));
    device.refresh().unwrap();
    assert_eq!(device.trusted(), versions(33, 1, 1, 1));
    device.refresh().unwrap();
    assert_eq!(device.trusted(), versions(41, 1, 1, 1));
}

#[test]
fn a_root_that_the_old_keys_did_not_sign_is_refused() {
    let (mut repository, device) = followed();
    repository.rotate("root");
    repository.signers.get_mut("root").unwrap().truncate(1);
    repository.publish(&["root"]);
    assert_eq!(device.refused(), ("2.root.json".into(), signatures(0, 1)));
    assert_eq!(device.trusted(), versions(1, 1, 1, 1));
}

#[test]
fn a_root_that_the_new_keys_did_not_sign_is_refused() {
    let (mut repository, device) = followed();
    repository.rotate("root");
    repository.signers.get_mut("root").unwrap().remove(0);
    repository.publish(&["root"]);
    assert_eq!(device.refused(), ("2.root.json".into(), signatures(0, 1)));
    assert_eq!(device.trusted(), versions(1, 1, 1, 1));
}

#[test]
fn two_of_three_root_keys_are_enough_and_one_is_not() {
    let (mut repository, device) = followed();
    repository.add_key("root", Signer::ed25519());
    repository.add_key("root", Signer::ed25519());
    repository.draft("root")["roles"]["root"]["threshold"] = json!(2);
    repository.publish(&["root"]);
    repository.signers.get_mut("root").unwrap().remove(0);
    repository.publish(&["root"]);
    device.refresh().unwrap();
    repository.signers.get_mut("root").unwrap().remove(0);
    repository.publish(&["root"]);
    assert_eq!(device.refused(), ("4.root.json".into(), signatures(1, 2)));
    assert_eq!(device.trusted(), versions(3, 1, 1, 1), "the good roots before it stay");
}

#[test]
fn a_root_with_another_version_than_its_name_is_refused() {
    let (mut repository, device) = followed();
    repository.draft("root")["version"] = json!(3);
    let bytes = repository.sign("root");
    repository.put("metadata/2.root.json", &bytes);
    assert_eq!(device.refused(), ("2.root.json".into(), Untrusted::Version { promised: 2, offered: 3 }));
    assert_eq!(device.trusted(), versions(1, 1, 1, 1));
}

#[test]
fn a_root_in_between_may_be_out_of_date() {
    let (mut repository, device) = followed();
    repository.draft("root")["expires"] = json!(OVER);
    repository.publish(&["root"]);
    repository.draft("root")["expires"] = json!(LATER);
    repository.publish(&["root"]);
    device.refresh().unwrap();
    assert_eq!(device.trusted(), versions(3, 1, 1, 1));
}

#[test]
fn a_last_root_that_is_out_of_date_is_kept_and_ends_the_update() {
    let (mut repository, device) = followed();
    repository.draft("root")["expires"] = json!(OVER);
    repository.publish(&["root"]);
    repository.publish(&ALL);
    assert_eq!(device.refused(), ("root.json".into(), Untrusted::Expired(OVER.into())));
    assert_eq!(device.trusted(), versions(2, 1, 1, 1));
}

#[test]
fn a_good_root_stays_where_a_later_file_is_bad() {
    let (mut repository, device) = followed();
    repository.publish(&["root"]);
    repository.draft("timestamp")["expires"] = json!(OVER);
    repository.publish(&["timestamp"]);
    assert_eq!(device.refused(), ("timestamp.json".into(), Untrusted::Expired(OVER.into())));
    assert_eq!(device.trusted(), versions(2, 1, 1, 1));
}

#[test]
fn a_root_of_another_major_specification_is_refused() {
    let (mut repository, device) = followed();
    repository.draft("root")["spec_version"] = json!("2.0.0");
    repository.publish(&["root"]);
    let (file, why) = device.refused();
    assert!(file == "2.root.json" && matches!(why, Untrusted::Malformed(_)), "{file}: {why}");
    assert_eq!(device.trusted(), versions(1, 1, 1, 1));
}

#[test]
fn a_root_that_leaves_a_role_without_keys_is_refused() {
    let (mut repository, device) = followed();
    repository.draft("root")["roles"]["snapshot"]["threshold"] = json!(0);
    repository.publish(&["root"]);
    assert!(matches!(device.refused().1, Untrusted::Malformed(_)), "a threshold of 0 would let anybody sign");
    assert_eq!(device.trusted(), versions(1, 1, 1, 1));
}

// Signatures --------------------------------------------------------------------------------------------------------------

#[test]
fn a_file_without_a_signature_is_refused_in_every_role() {
    for (role, kept) in [("timestamp", (1, 1, 1)), ("snapshot", (1, 1, 2)), ("targets", (2, 1, 2))] {
        let (mut repository, device) = followed();
        repository.signers.insert(role.into(), Vec::new());
        repository.publish(&ALL);
        assert_eq!(device.refused(), (format!("{role}.json"), signatures(0, 1)));
        assert_eq!(device.trusted(), versions(1, kept.0, kept.1, kept.2), "{role}");
    }
}

#[test]
fn a_file_that_was_changed_after_signing_is_refused() {
    let (mut repository, device) = followed();
    repository.publish(&["snapshot"]);
    repository.draft("timestamp")["version"] = json!(2);
    let bytes = repository.sign("timestamp");
    let changed = String::from_utf8(bytes).unwrap().replace(LATER, "2027-12-22T10:00:00Z");
    repository.publish_bytes("timestamp", changed.into_bytes());
    assert_eq!(device.refused(), ("timestamp.json".into(), signatures(0, 1)));
    assert_eq!(device.trusted(), versions(1, 1, 1, 1));
}

#[test]
fn a_signature_by_the_key_of_another_role_counts_for_nothing() {
    let (mut repository, device) = followed();
    let other = repository.signers["timestamp"].clone();
    repository.signers.insert("snapshot".into(), other);
    repository.publish(&["snapshot", "timestamp"]);
    assert_eq!(device.refused(), ("snapshot.json".into(), signatures(0, 1)));
    assert_eq!(device.trusted(), versions(1, 1, 1, 2));
}

#[test]
fn one_key_under_two_ids_counts_once() {
    let (mut repository, device) = followed();
    let key = repository.signers["snapshot"][0].clone();
    let root = repository.draft("root");
    root["keys"]["another-id"] = key.public.clone();
    // The same key again, written otherwise.
    let spelt = key.public["keyval"]["public"].as_str().unwrap().to_uppercase();
    root["keys"]["a-third-id"] = support::keys::key("ed25519", "ed25519", format!(" {spelt}"));
    root["roles"]["snapshot"] = json!({ "keyids": [key.id, "another-id", "a-third-id"], "threshold": 2 });
    repository.publish(&["root"]);
    repository.publish(&ALL[..2]);
    let mut file: Value = serde_json::from_slice(&repository.published["snapshot"]).unwrap();
    let sig = file["signatures"][0]["sig"].clone();
    for id in ["another-id", "a-third-id"] {
        file["signatures"].as_array_mut().unwrap().push(json!({ "keyid": id, "sig": sig }));
    }
    repository.publish_bytes("snapshot", file.to_string().into_bytes());
    repository.publish(&["timestamp"]);
    assert_eq!(device.refused(), ("snapshot.json".into(), signatures(1, 2)));
    assert_eq!(device.trusted(), versions(2, 1, 1, 2));
}

#[test]
fn two_signatures_of_one_id_are_refused() {
    let (mut repository, device) = followed();
    let twice = repository.signers["timestamp"][0].clone();
    repository.signers.get_mut("timestamp").unwrap().push(twice);
    repository.publish(&["timestamp"]);
    assert!(matches!(device.refused().1, Untrusted::Malformed(_)));
    assert_eq!(device.trusted(), versions(1, 1, 1, 1));
}

#[test]
fn signatures_that_are_too_many_or_empty_or_nonsense_hurt_nobody() {
    let (mut repository, device) = followed();
    repository.signers.get_mut("timestamp").unwrap().push(std::sync::Arc::new(Signer::ed25519()));
    repository.publish(&["timestamp"]);
    let mut file: Value = serde_json::from_slice(&repository.published["timestamp"]).unwrap();
    let more = [json!({ "keyid": "a", "sig": "" }), json!({ "keyid": "b", "sig": "not hex" })];
    file["signatures"].as_array_mut().unwrap().extend(more);
    repository.publish_bytes("timestamp", file.to_string().into_bytes());
    device.refresh().unwrap();
    assert_eq!(device.trusted(), versions(1, 1, 1, 2));
}

#[test]
fn a_key_that_the_root_lists_but_that_did_not_sign_does_not_count() {
    let (mut repository, device) = followed();
    repository.allow("snapshot", &Signer::ed25519());
    repository.draft("root")["roles"]["snapshot"]["threshold"] = json!(2);
    repository.publish(&["root"]);
    repository.publish(&ALL);
    assert_eq!(device.refused(), ("snapshot.json".into(), signatures(1, 2)));
    assert_eq!(device.trusted(), versions(2, 1, 1, 2));
}

#[test]
fn a_stored_file_that_the_new_root_no_longer_stands_for_is_asked_for_again() {
    let (mut repository, device) = followed();
    repository.rotate("targets");
    repository.publish(&["root"]);
    assert_eq!(device.refused(), ("targets.json".into(), signatures(0, 1)), "the host still has the old one");
    repository.publish(&ALL);
    device.refresh().unwrap();
    assert_eq!(device.trusted(), versions(2, 2, 2, 2));
}

// Rollback, freeze, mix ---------------------------------------------------------------------------------------------------

#[test]
fn an_older_timestamp_is_refused() {
    let (mut repository, device) = followed();
    let old = repository.published["timestamp"].clone();
    repository.publish(&["timestamp"]);
    device.refresh().unwrap();
    repository.put("metadata/timestamp.json", &old);
    assert_eq!(device.refused(), ("timestamp.json".into(), Untrusted::Rollback { trusted: 2, offered: 1 }));
    assert_eq!(device.trusted(), versions(1, 1, 1, 2));
}

#[test]
fn an_older_timestamp_is_refused_even_when_the_trusted_one_is_out_of_date() {
    let (mut repository, device) = world();
    let mut long = repository.drafts["timestamp"].clone();
    long["expires"] = json!("2030-01-01T00:00:00Z");
    *repository.draft("timestamp") = long;
    repository.publish_as_it_is("timestamp");
    let old = repository.published["timestamp"].clone();
    repository.draft("timestamp")["expires"] = json!("2026-11-23T00:00:00Z");
    repository.publish(&["timestamp"]);
    device.refresh().unwrap();
    device.clock.set("2026-11-25T00:00:00Z");
    repository.put("metadata/timestamp.json", &old);
    assert_eq!(device.refused(), ("timestamp.json".into(), Untrusted::Rollback { trusted: 2, offered: 1 }));
    assert_eq!(device.trusted(), versions(1, 1, 1, 2));
}

#[test]
fn the_same_version_of_a_timestamp_with_other_content_is_ignored() {
    let (mut repository, device) = followed();
    repository.draft("timestamp")["meta"]["snapshot.json"]["version"] = json!(100);
    let before = device.stored("timestamp");
    repository.publish_as_it_is("timestamp");
    device.refresh().unwrap();
    assert_eq!(device.stored("timestamp"), before);
}

#[test]
fn a_timestamp_that_promises_an_older_snapshot_is_refused() {
    for hashes in [false, true] {
        let (mut repository, device) = world();
        repository.hashes = hashes;
        repository.publish(&ALL);
        device.refresh().unwrap();
        repository.draft("snapshot")["version"] = json!(1);
        repository.publish_as_it_is("snapshot");
        repository.publish(&["timestamp"]);
        assert_eq!(device.refused(), ("timestamp.json".into(), Untrusted::Rollback { trusted: 2, offered: 1 }));
        assert_eq!(device.trusted(), versions(1, 2, 2, 2));
    }
}

#[test]
fn a_snapshot_that_promises_older_targets_is_refused() {
    for hashes in [false, true] {
        let (mut repository, device) = world();
        repository.hashes = hashes;
        repository.publish(&ALL);
        device.refresh().unwrap();
        repository.draft("targets")["version"] = json!(1);
        repository.publish_as_it_is("targets");
        repository.publish(&["snapshot", "timestamp"]);
        assert_eq!(device.refused(), ("targets.json".into(), Untrusted::Rollback { trusted: 2, offered: 1 }));
        assert_eq!(device.trusted(), versions(1, 2, 2, 3));
    }
}

#[test]
fn the_floor_of_the_targets_holds_although_the_timestamp_has_moved_on_without_its_snapshot() {
    let (mut repository, device) = world();
    repository.publish(&ALL);
    device.refresh().unwrap();
    // A snapshot that is refused leaves a timestamp that is newer than the stored snapshot.
    repository.publish(&ALL);
    repository.host.shelf().files.remove("metadata/3.snapshot.json");
    device.refresh().unwrap_err();
    assert_eq!(device.trusted(), versions(1, 2, 2, 3));
    repository.draft("targets")["version"] = json!(1);
    repository.publish_as_it_is("targets");
    repository.publish(&["snapshot", "timestamp"]);
    assert_eq!(device.refused(), ("targets.json".into(), Untrusted::Rollback { trusted: 2, offered: 1 }));
    assert_eq!(device.trusted(), versions(1, 2, 2, 4));
}

#[test]
fn a_snapshot_that_drops_a_list_is_refused() {
    let (mut repository, device) = world();
    repository.delegate("targets", "ti", json!({ "paths": ["ti/*"] }));
    repository.publish(&["ti", "targets", "snapshot", "timestamp"]);
    device.refresh().unwrap();
    repository.draft("snapshot")["meta"].as_object_mut().unwrap().remove("ti.json");
    repository.publish(&["snapshot", "timestamp"]);
    assert_eq!(device.refused(), ("snapshot.json".into(), Untrusted::NotListed("ti.json".into())));
    assert_eq!(device.trusted(), versions(1, 2, 2, 3));
}

#[test]
fn a_snapshot_with_another_version_than_promised_is_refused() {
    let (mut repository, device) = world();
    repository.draft("snapshot")["version"] = json!(2);
    let bytes = repository.sign("snapshot");
    repository.put("metadata/1.snapshot.json", &bytes);
    assert_eq!(device.refused(), ("snapshot.json".into(), Untrusted::Version { promised: 1, offered: 2 }));
    assert_eq!(device.trusted(), versions(1, 0, 0, 1));
}

#[test]
fn a_list_with_another_version_than_promised_is_refused() {
    let (mut repository, device) = followed();
    let old = repository.published["targets"].clone();
    repository.publish(&ALL);
    repository.put("metadata/2.targets.json", &old);
    assert_eq!(device.refused(), ("targets.json".into(), Untrusted::Version { promised: 2, offered: 1 }));
    assert_eq!(device.trusted(), versions(1, 2, 1, 2));
}

#[test]
fn a_file_that_is_not_the_one_that_was_hashed_is_refused() {
    for (role, kept) in [("snapshot", (1, 1)), ("targets", (2, 1))] {
        let (mut repository, device) = followed();
        repository.hashes = true;
        let at = ALL.iter().position(|each| *each == role).unwrap();
        repository.publish(&ALL[..=at]);
        let parent = if role == "snapshot" { "timestamp" } else { "snapshot" };
        repository.draft(parent)["meta"][format!("{role}.json")]["hashes"]["sha256"] = json!("00".repeat(32));
        repository.publish(&ALL[at + 1..]);
        assert_eq!(device.refused(), (format!("{role}.json"), Untrusted::Hash));
        assert_eq!(device.trusted(), versions(1, kept.0, kept.1, 2));
    }
}

#[test]
fn a_stored_snapshot_that_is_not_the_promised_one_is_asked_for_again_although_its_version_is_right() {
    let (mut repository, device) = followed();
    repository.hashes = true;
    repository.draft("snapshot")["x-note"] = json!("the same version, made anew");
    repository.publish_as_it_is("snapshot");
    repository.publish(&["timestamp"]);
    device.refresh().unwrap();
    assert_eq!(device.stored("snapshot"), repository.published["snapshot"]);
}

#[test]
fn a_file_that_is_shorter_than_was_signed_is_refused() {
    let (mut repository, device) = followed();
    repository.hashes = true;
    repository.publish(&["targets"]);
    let length = repository.published["targets"].len() as u64;
    repository.draft("snapshot")["meta"]["targets.json"]["length"] = json!(length + 1);
    repository.publish(&["snapshot", "timestamp"]);
    let why = Untrusted::Length { signed: length + 1, found: length };
    assert_eq!(device.refused(), ("targets.json".into(), why));
    assert_eq!(device.trusted(), versions(1, 2, 1, 2));
}

#[test]
fn a_file_that_is_longer_than_was_signed_is_not_read_to_its_end() {
    let (mut repository, device) = followed();
    repository.hashes = true;
    repository.publish(&ALL);
    let mut bytes = repository.published["targets"].clone();
    let length = bytes.len() as u64;
    bytes.extend([b' '; 1000]);
    repository.put("metadata/2.targets.json", &bytes);
    let error = device.refresh().unwrap_err();
    assert!(matches!(error, Error::Fetch { trouble: Trouble::TooLong(cap), .. } if cap == length), "{error}");
    assert_eq!(device.trusted(), versions(1, 2, 1, 2));
}

#[test]
fn nothing_that_is_out_of_date_is_taken() {
    for (role, kept) in [("timestamp", (1, 1, 1)), ("snapshot", (1, 1, 2)), ("targets", (2, 1, 2))] {
        let (mut repository, device) = followed();
        repository.draft(role)["expires"] = json!(OVER);
        repository.publish(&ALL);
        assert_eq!(device.refused(), (format!("{role}.json"), Untrusted::Expired(OVER.into())));
        assert_eq!(device.trusted(), versions(1, kept.0, kept.1, kept.2), "{role}");
    }
}

#[test]
fn a_file_that_ends_at_this_moment_is_out_of_date() {
    let (mut repository, device) = followed();
    repository.draft("timestamp")["expires"] = json!(NOW);
    repository.publish(&["timestamp"]);
    assert_eq!(device.refused().1, Untrusted::Expired(NOW.into()), "it has to end later than the update began (5.4.4)");
    assert_eq!(device.trusted(), versions(1, 1, 1, 1));
}

#[test]
fn a_host_that_repeats_itself_until_its_timestamp_ends_is_found_out() {
    let (mut repository, device) = world();
    repository.draft("timestamp")["expires"] = json!("2026-11-24T00:00:00Z");
    repository.publish(&["timestamp"]);
    device.refresh().unwrap();
    device.clock.set("2026-11-24T00:00:01Z");
    let error = device.refresh().unwrap_err();
    assert!(matches!(&error, Error::Untrusted { file, .. } if file == "timestamp.json"), "{error}");
    assert_eq!(error.kind(), Kind::Date);
    assert_eq!(device.trusted(), versions(1, 1, 1, 2), "what is stored stays, with its age");
}

#[test]
fn files_that_ended_are_replaced_by_new_ones() {
    let (mut repository, device) = world();
    for role in ALL {
        repository.draft(role)["expires"] = json!("2026-11-29T00:00:00Z");
    }
    repository.publish(&ALL);
    device.refresh().unwrap();
    for role in ALL {
        repository.draft(role)["expires"] = json!(LATER);
    }
    repository.publish(&ALL);
    device.clock.set("2026-12-10T00:00:00Z");
    device.refresh().unwrap();
    assert_eq!(device.trusted(), versions(1, 3, 3, 3));
}

// Recovery after somebody pushed the versions up ---------------------------------------------------------------------------

#[test]
fn new_timestamp_keys_take_a_pushed_up_timestamp_back() {
    let (mut repository, device) = world();
    repository.draft("timestamp")["version"] = json!(99_999);
    repository.publish_as_it_is("timestamp");
    device.refresh().unwrap();
    repository.rotate("timestamp");
    repository.publish(&["root"]);
    repository.draft("timestamp")["version"] = json!(1);
    repository.publish_as_it_is("timestamp");
    device.refresh().unwrap();
    assert_eq!(device.trusted(), versions(2, 1, 1, 1));
}

#[test]
fn new_snapshot_keys_take_a_pushed_up_snapshot_back() {
    let (mut repository, device) = world();
    repository.draft("snapshot")["version"] = json!(99_999);
    repository.publish_as_it_is("snapshot");
    repository.publish(&["timestamp"]);
    device.refresh().unwrap();
    repository.rotate("snapshot");
    repository.publish(&["root"]);
    repository.draft("snapshot")["version"] = json!(1);
    repository.publish_as_it_is("snapshot");
    repository.publish(&["timestamp"]);
    device.refresh().unwrap();
    assert_eq!(
        device.trusted(),
        versions(2, 1, 1, 3),
        "the old timestamp promised version 99999, so it is no floor either"
    );
}

#[test]
fn new_snapshot_keys_take_pushed_up_targets_back() {
    let (mut repository, device) = world();
    repository.draft("targets")["version"] = json!(99_999);
    repository.publish_as_it_is("targets");
    repository.publish(&["snapshot", "timestamp"]);
    device.refresh().unwrap();
    repository.rotate("snapshot");
    repository.publish(&["root"]);
    repository.draft("targets")["version"] = json!(1);
    repository.publish_as_it_is("targets");
    repository.publish(&["snapshot", "timestamp"]);
    device.refresh().unwrap();
    assert_eq!(device.trusted(), versions(2, 3, 1, 3));
}

#[test]
fn recovery_goes_on_after_a_kill_between_the_new_root_and_the_rest() {
    let (mut repository, device) = world();
    repository.draft("snapshot")["version"] = json!(99_999);
    repository.publish_as_it_is("snapshot");
    repository.publish(&["timestamp"]);
    device.refresh().unwrap();
    repository.rotate("snapshot");
    repository.publish(&["root"]);
    repository.answer("metadata/timestamp.json", Reply::status(500));
    device.refresh().unwrap_err();
    assert_eq!(device.trusted()[0], ("root".into(), 2));
    repository.draft("snapshot")["version"] = json!(1);
    repository.publish_as_it_is("snapshot");
    repository.publish(&["timestamp"]);
    device.refresh().unwrap();
    assert_eq!(device.trusted(), versions(2, 1, 1, 3), "that the keys changed must not be forgotten with the process");
}

#[test]
fn a_key_more_is_no_reason_to_forget_the_floors() {
    let (mut repository, device) = followed();
    let old = repository.published["timestamp"].clone();
    repository.publish(&["timestamp"]);
    device.refresh().unwrap();
    repository.add_key("timestamp", Signer::ed25519());
    repository.publish(&["root"]);
    repository.put("metadata/timestamp.json", &old);
    assert_eq!(device.refused(), ("timestamp.json".into(), Untrusted::Rollback { trusted: 2, offered: 1 }));
    assert_eq!(device.trusted(), versions(2, 1, 1, 2));
}

// Hosts and folders ---------------------------------------------------------------------------------------------------------

#[test]
fn an_answer_that_is_no_answer_ends_the_update_and_changes_nothing() {
    for status in [204, 400, 401, 403, 404, 410, 429, 500, 503] {
        let (repository, device) = followed();
        repository.answer("metadata/timestamp.json", Reply::status(status).with("retry-after", "120"));
        let error = device.refresh().unwrap_err();
        let Error::NotGiven { retry_after, .. } = &error else { panic!("{status}: {error}") };
        assert_eq!(retry_after.unwrap().as_secs(), 120);
        assert_eq!(device.trusted(), versions(1, 1, 1, 1));
    }
}

#[test]
fn a_304_that_nobody_asked_for_is_no_timestamp() {
    let (repository, device) = world();
    repository.answer("metadata/timestamp.json", Reply::status(304));
    let error = device.refresh().unwrap_err();
    assert!(matches!(error, Error::NotGiven { status: Status::Unchanged, .. }), "{error}");
}

#[test]
fn a_server_that_fails_at_the_next_root_ends_the_update() {
    let (repository, device) = followed();
    repository.answer("metadata/2.root.json", Reply::status(500));
    device.refresh().expect_err("who can hold a root back could hold a stolen key in place");
}

#[test]
fn a_page_in_place_of_a_file_is_no_connection() {
    let (repository, device) = followed();
    for path in ["metadata/2.root.json", "metadata/timestamp.json"] {
        let page = Reply::ok("\n<!DOCTYPE html><title>Free Wi-Fi</title>").with("content-type", "text/html");
        repository.answer(path, page);
        assert_eq!(device.refresh().unwrap_err().kind(), Kind::NoConnection, "{path}");
        repository.host.shelf().files.remove(path);
    }
    assert_eq!(device.trusted(), versions(1, 1, 1, 1));
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    for (path, cap) in [("2.root", 64), ("timestamp", 16), ("2.snapshot", 64), ("2.targets", 64)] {
        let (mut repository, device) = followed();
        repository.publish(&ALL);
        repository.put(&format!("metadata/{path}.json"), &vec![b' '; cap * 1024 + 1]);
        let error = device.refresh().unwrap_err();
        let Error::Fetch { trouble: Trouble::TooLong(found), .. } = error else { panic!("{path}: {error}") };
        assert_eq!(found, cap as u64 * 1024);
    }
}

#[test]
fn a_stored_file_that_cannot_be_read_ends_the_update() {
    let (mut repository, device) = followed();
    repository.publish(&["timestamp"]);
    let path = device.folder.path().join("timestamp.json");
    std::fs::remove_file(&path).unwrap();
    // What cannot be read as a file, whoever runs this.
    std::fs::create_dir(&path).unwrap();
    let error = device.refresh().unwrap_err();
    assert!(matches!(error, Error::Store { .. }), "taken for nothing, it would lower every floor: {error}");
}

#[test]
fn a_folder_that_is_gone_is_not_an_empty_one() {
    let (_repository, device) = followed();
    std::fs::remove_dir_all(device.folder.path()).unwrap();
    assert!(matches!(device.refresh(), Err(Error::Store { .. })));
}

#[test]
fn a_root_that_came_with_an_older_app_does_not_replace_a_newer_one() {
    let (mut repository, device) = world();
    let shipped = repository.root();
    repository.publish(&["root"]);
    device.refresh().unwrap();
    device.trust(&shipped).unwrap();
    assert_eq!(device.trusted(), versions(2, 1, 1, 1));
}

#[test]
fn a_root_that_came_with_a_newer_app_is_trusted() {
    let (mut repository, device) = followed();
    repository.rotate("root");
    repository.publish(&["root"]);
    device.trust(&repository.root()).unwrap();
    assert_eq!(device.trusted(), versions(2, 1, 1, 1));
}

#[test]
fn a_stored_root_that_is_damaged_gives_way_to_the_one_that_came_with_the_app() {
    let (mut repository, device) = followed();
    let shipped = repository.root();
    repository.publish(&["root"]);
    device.refresh().unwrap();
    std::fs::write(device.folder.path().join("root.json"), &shipped[..100]).unwrap();
    assert!(matches!(device.refused().1, Untrusted::Malformed(_)));
    device.trust(&shipped).unwrap();
    device.refresh().unwrap();
    assert_eq!(device.trusted(), versions(2, 1, 1, 1));
}
