//! Who may speak for which path, in which order.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use kindway_sync::{Error, Untrusted};
use serde_json::{Value, json};
use support::{
    Device, Host, Repository,
    device::{LATER, OVER},
};

/// A repository with these delegations: parent, name, and what the delegation says.
fn tree(delegations: &[(&str, &str, Value)]) -> (Repository, Device) {
    let mut repository = Repository::new(&Host::new(), LATER);
    let device = Device::new(&repository);
    for (parent, name, rest) in delegations {
        repository.delegate(parent, name, rest.clone());
    }
    (repository, device)
}

/// Publishes everything, looks for a path, and says which delegated lists were asked for.
fn asked(repository: &mut Repository, device: &Device, path: &str) -> Vec<String> {
    publish(repository);
    assert_eq!(device.find(path).unwrap(), None, "nobody lists it");
    visited(repository)
}

fn publish(repository: &mut Repository) {
    let top = ["root", "targets", "snapshot", "timestamp"];
    let names: Vec<String> = repository.drafts.keys().filter(|name| !top.contains(&name.as_str())).cloned().collect();
    names.iter().for_each(|name| repository.publish(&[name]));
    repository.publish(&["targets", "snapshot", "timestamp"]);
}

fn visited(repository: &Repository) -> Vec<String> {
    let role = |path: &String| path.strip_prefix("metadata/1.")?.strip_suffix(".json").map(str::to_owned);
    repository.host.asked().iter().filter_map(role).collect()
}

fn all() -> Value {
    json!({ "paths": ["*"] })
}

fn terminating() -> Value {
    json!({ "paths": ["*"], "terminating": true })
}

#[test]
fn the_deepest_list_is_asked_before_the_next_one_beside_it() {
    let (mut repository, device) = tree(&[
        ("targets", "a", all()),
        ("targets", "b", all()),
        ("a", "c", all()),
        ("a", "d", all()),
        ("c", "e", all()),
    ]);
    assert_eq!(asked(&mut repository, &device, "x"), ["a", "c", "e", "d", "b"]);
}

#[test]
fn after_a_terminating_delegation_nobody_else_is_asked() {
    let (mut repository, device) = tree(&[
        ("targets", "a", all()),
        ("targets", "b", all()),
        ("a", "c", terminating()),
        ("a", "d", all()),
        ("c", "e", all()),
    ]);
    assert_eq!(asked(&mut repository, &device, "x"), ["a", "c", "e"]);
}

#[test]
fn a_circle_ends() {
    let (mut repository, device) = tree(&[
        ("targets", "a", all()),
        ("targets", "b", all()),
        ("b", "c", all()),
        ("c", "b", all()),
        ("c", "a", all()),
    ]);
    assert_eq!(asked(&mut repository, &device, "x"), ["a", "b", "c"]);
}

#[test]
fn a_list_that_two_delegate_to_is_asked_the_first_way() {
    let (mut repository, device) =
        tree(&[("targets", "a", all()), ("targets", "b", all()), ("b", "c", all()), ("a", "c", all())]);
    assert_eq!(asked(&mut repository, &device, "x"), ["a", "c", "b"]);
}

#[test]
fn a_list_is_asked_the_second_way_where_the_first_does_not_cover_the_path() {
    let python = json!({ "paths": ["*.py"] });
    let (mut repository, device) =
        tree(&[("targets", "a", all()), ("targets", "b", all()), ("b", "c", all()), ("a", "c", python)]);
    assert_eq!(asked(&mut repository, &device, "x"), ["a", "b", "c"]);
}

#[test]
fn a_stored_list_is_verified_again_by_whoever_delegates_to_it_this_time() {
    let python = json!({ "paths": ["*.py"] });
    let (mut repository, device) =
        tree(&[("targets", "a", all()), ("targets", "b", all()), ("a", "c", python), ("b", "c", all())]);
    // Of the two keys of `c`, only the one that `a` trusts signs.
    repository.signers.get_mut("c").unwrap().truncate(1);
    repository.add_target("c", "x", b"not by way of b");
    publish(&mut repository);
    assert_eq!(device.find("x.py").unwrap(), None);
    assert!(device.trusted().contains(&("c".into(), 1)));
    let error = device.find("x").unwrap_err();
    assert!(matches!(&error, Error::Untrusted { why: Untrusted::Signatures { .. }, .. }), "{error}");
}

#[test]
fn a_path_is_only_looked_for_where_every_pattern_on_the_way_covers_it() {
    let (mut repository, device) = tree(&[
        ("targets", "docs", json!({ "paths": ["*.doc", "*.md"] })),
        ("targets", "releases", json!({ "paths": ["releases/*/*"] })),
        ("releases", "x", json!({ "paths": ["releases/x/*"] })),
        ("releases", "y", json!({ "paths": ["releases/y/*.zip"] })),
    ]);
    repository.add_target("y", "releases/z/1.zip", b"not theirs to give");
    repository.add_target("x", "releases/x/1", b"theirs");
    assert_eq!(asked(&mut repository, &device, "releases/z/1.zip"), ["releases"]);
    assert_eq!(device.download("releases/x/1").unwrap(), b"theirs");
}

#[test]
fn bins_by_the_hash_of_the_path_are_followed() {
    let path = "ti/articles.pack";
    let hash = support::repository::sha256(path.as_bytes());
    let other = if hash.starts_with('0') { "1" } else { "0" };
    let (mut repository, device) = tree(&[
        ("targets", "other", json!({ "path_hash_prefixes": [other] })),
        ("targets", "mine", json!({ "path_hash_prefixes": [&hash[..2]] })),
    ]);
    repository.add_target("mine", path, b"words");
    publish(&mut repository);
    assert_eq!(device.download(path).unwrap(), b"words");
    assert!(!visited(&repository).contains(&"other".to_owned()));
}

#[test]
fn the_first_who_lists_a_path_is_believed() {
    let (mut repository, device) = tree(&[("targets", "a", all()), ("targets", "b", all())]);
    repository.add_target("b", "x", b"second");
    repository.add_target("a", "x", b"first!");
    publish(&mut repository);
    assert_eq!(device.download("x").unwrap(), b"first!");
}

#[test]
fn only_so_many_lists_are_looked_through() {
    let mut repository = Repository::new(&Host::new(), LATER);
    let mut parent = "targets".to_owned();
    for depth in 1..=40 {
        let name = format!("r{depth}");
        repository.delegate(&parent, &name, all());
        parent = name;
    }
    repository.add_target("r40", "x", b"too deep");
    publish(&mut repository);
    let device = Device::new(&repository);
    assert_eq!(device.find("x").unwrap(), None);
    assert_eq!(visited(&repository).len(), 32);
}

#[test]
fn a_delegated_list_without_its_signature_ends_the_search() {
    let (mut repository, device) = tree(&[("targets", "a", all()), ("targets", "b", all())]);
    repository.add_target("b", "x", b"words");
    repository.signers.insert("a".into(), Vec::new());
    publish(&mut repository);
    let error = device.find("x").unwrap_err();
    let expected = Untrusted::Signatures { found: 0, needed: 1 };
    assert!(matches!(&error, Error::Untrusted { file, why } if file == "a.json" && *why == expected), "{error}");
    assert_eq!(device.trusted().len(), 4, "it is not stored");
}

#[test]
fn a_delegated_list_signed_by_the_key_of_another_role_is_refused() {
    let (mut repository, device) = tree(&[("targets", "ti", all()), ("targets", "ar", all())]);
    let stolen = repository.signers["ar"].clone();
    repository.signers.insert("ti".into(), stolen);
    publish(&mut repository);
    assert!(device.find("x").is_err(), "a stolen language key can alter that language only");
}

#[test]
fn a_delegated_list_that_is_out_of_date_is_refused_and_its_successor_taken() {
    let (mut repository, device) = tree(&[("targets", "a", all())]);
    repository.add_target("a", "x", b"words");
    repository.draft("a")["expires"] = json!(OVER);
    publish(&mut repository);
    let error = device.find("x").unwrap_err();
    assert!(matches!(&error, Error::Untrusted { why: Untrusted::Expired(_), .. }), "{error}");
    assert_eq!(device.trusted().len(), 4);
    repository.draft("a")["expires"] = json!(LATER);
    publish(&mut repository);
    assert_eq!(device.download("x").unwrap(), b"words");
}

#[test]
fn a_delegated_list_that_no_snapshot_names_is_refused_without_asking_for_it() {
    let (mut repository, device) = tree(&[("targets", "a", all())]);
    repository.publish(&["targets", "snapshot", "timestamp"]);
    let error = device.find("x").unwrap_err();
    assert!(matches!(&error, Error::Untrusted { why: Untrusted::NotListed(_), .. }), "{error}");
}

#[test]
fn an_older_delegated_list_is_refused() {
    let (mut repository, device) = tree(&[("targets", "a", all())]);
    publish(&mut repository);
    publish(&mut repository);
    device.find("x").unwrap();
    repository.draft("a")["version"] = json!(1);
    repository.publish_as_it_is("a");
    repository.publish(&["snapshot", "timestamp"]);
    let error = device.find("x").unwrap_err();
    let expected = Untrusted::Rollback { trusted: 2, offered: 1 };
    assert!(matches!(&error, Error::Untrusted { file, why } if file == "a.json" && *why == expected), "{error}");
    assert_eq!(device.trusted()[0], ("a".into(), 2));
}

#[test]
fn a_stored_delegated_list_is_not_asked_for_again() {
    let (mut repository, device) = tree(&[("targets", "a", all())]);
    publish(&mut repository);
    device.find("x").unwrap();
    repository.host.asked();
    device.find("x").unwrap();
    assert_eq!(repository.host.asked(), ["metadata/2.root.json", "metadata/timestamp.json"]);
}

#[test]
fn a_name_that_looks_like_a_path_stays_a_name() {
    for (role, stored) in [("?", "%3F"), ("#", "%23"), ("/a", "%2Fa"), ("../a", "..%2Fa"), ("\u{1230}", "%E1%88%B0")] {
        let (mut repository, device) = tree(&[("targets", role, all())]);
        assert_eq!(asked(&mut repository, &device, "x"), [stored], "{role}");
        assert!(device.trusted().contains(&(stored.into(), 1)), "{role}");
    }
}

#[test]
fn a_delegation_cannot_be_called_like_another_file_of_the_store() {
    for name in ["root", "timestamp", "snapshot", "targets", "floors", ""] {
        let (mut repository, device) = tree(&[]);
        repository.draft("targets")["delegations"] =
            json!({ "keys": {}, "roles": [{ "name": name, "keyids": [], "threshold": 1, "paths": ["*"] }] });
        repository.publish(&["targets", "snapshot", "timestamp"]);
        assert!(matches!(device.refused().1, Untrusted::Malformed(_)), "{name:?} would overwrite a stored file");
    }
}

// Targets -------------------------------------------------------------------------------------------------------------------

fn with_target() -> (Repository, Device) {
    let (mut repository, device) = tree(&[]);
    repository.add_target("targets", "a/b.pack", b"the right words");
    repository.publish(&["targets", "snapshot", "timestamp"]);
    (repository, device)
}

fn served(repository: &Repository, bytes: &[u8]) {
    let hash = support::repository::sha256(b"the right words");
    repository.put(&format!("targets/a/{hash}.b.pack"), bytes);
}

#[test]
fn a_target_with_other_bytes_of_the_same_length_is_refused() {
    let (repository, device) = with_target();
    served(&repository, b"the wrong words");
    let error = device.download("a/b.pack").unwrap_err();
    assert!(matches!(&error, Error::Untrusted { why: Untrusted::Hash, .. }), "{error}");
}

#[test]
fn a_target_that_is_too_short_is_refused() {
    let (repository, device) = with_target();
    served(&repository, b"the right");
    let error = device.download("a/b.pack").unwrap_err();
    assert!(matches!(&error, Error::Untrusted { why: Untrusted::Length { signed: 15, found: 9 }, .. }), "{error}");
}

#[test]
fn a_target_that_is_too_long_is_not_read_to_its_end() {
    let (repository, device) = with_target();
    served(&repository, b"the right words, and more");
    assert!(matches!(device.download("a/b.pack"), Err(Error::Fetch { .. })));
}

#[test]
fn a_target_with_no_hash_that_is_known_is_refused() {
    let (mut repository, device) = with_target();
    repository.draft("targets")["targets"]["a/b.pack"]["hashes"] = json!({ "md5": "00" });
    repository.publish(&["targets", "snapshot", "timestamp"]);
    let error = device.find("a/b.pack").unwrap_err();
    assert!(matches!(&error, Error::Untrusted { why: Untrusted::Hash, .. }), "{error}");
}

#[test]
fn a_target_whose_path_leads_out_of_its_folder_is_refused() {
    let (mut repository, device) = tree(&[]);
    repository.add_target("targets", "../metadata/x", b"words");
    repository.publish(&["targets", "snapshot", "timestamp"]);
    assert!(matches!(device.find("../metadata/x"), Err(Error::Untrusted { .. })));
}
