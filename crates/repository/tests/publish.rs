//! From content to what a phone reads.

#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::collections::BTreeSet;
use std::fs;

use kindway_content::delta::{Expected, MAX_PUBLISHED, apply};
use kindway_content::{Pack, read_seed};
use kindway_repository::{Error, Progress, Signer, Site};
use kindway_sync::{Floors, Trust};
use serde_json::Value;
use support::{Charity, PASSPHRASE, keys, pack, role, small, small_but};

fn signers(names: &[&str]) -> Vec<Signer> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

fn names(folder: &std::path::Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The rate as it is in version `n`.
fn rate(n: u32) -> Pack {
    small_but("rate/weekly", &format!(r#"{{"id":"weekly","pence":{},"per":"week","for":"food, clothes"}}"#, 5000 + n))
}

#[test]
fn a_phone_gets_every_part_of_what_was_published() {
    let charity = Charity::new();
    charity.publish(&small());
    let phone = charity.phone();
    assert_eq!(phone.body("contacts", "contact/line"), r#"{"id":"line","phone":"020 7946 0000"}"#);
    assert_eq!(phone.body("rules", "rate/weekly"), r#"{"id":"weekly","pence":4918}"#);
    assert_eq!(phone.body("language-ar", "doc/articles/fares/ar"), r#"{"title":"أجرة السفر"}"#);
    assert_eq!(phone.body("language-en-GB", "doc/articles/fares/en-GB"), r#"{"title":"Fares"}"#);
}

#[test]
fn a_phone_that_has_it_all_gets_what_was_changed() {
    let charity = Charity::new();
    charity.publish(&small());
    let phone = charity.phone();
    phone.refresh().unwrap();
    charity.publish(&rate(1));
    let pack = phone.pack("rules").unwrap();
    assert_eq!(pack.get("rate/weekly").unwrap().version, 2, "the second version of this record");
    assert_eq!(pack.get("channel").unwrap().version, 1, "still the first of this one");
}

#[test]
fn only_roles_that_changed_are_staged_and_wait() {
    let charity = Charity::new();
    let first = charity.stage(&small());
    assert_eq!(first.waits, signers(&["contacts", "language-ar", "language-en-GB", "rules"]));
    charity.sign();
    charity.timestamp();
    let second = charity.stage(&rate(1));
    assert_eq!(second.waits, signers(&["rules"]));
    let changed: Vec<(String, usize)> = second.changed.iter().map(|one| (one.role.to_string(), one.records)).collect();
    assert_eq!(changed, [("rules".to_owned(), 1)]);
    assert_eq!(charity.stage(&small()).waits, [], "what was taken back does not wait any longer");
    assert_eq!(names(&charity.staged("targets/rules")), BTreeSet::new());
}

#[test]
fn the_same_content_again_stages_nothing() {
    let charity = Charity::new();
    charity.publish(&rate(1));
    charity.publish(&rate(2));
    let again = charity.stage(&rate(2));
    assert_eq!((again.changed, again.waits), (Vec::new(), Vec::new()));
}

#[test]
fn signing_does_what_it_can_and_says_who_is_missing() {
    let charity = Charity::new();
    charity.stage(&small());
    let elsewhere = tempfile::tempdir().unwrap();
    let rules = charity.keys.folder().join("role-rules.key");
    fs::rename(&rules, elsewhere.path().join("role-rules.key")).unwrap();
    let signed = charity.site.sign(None, &charity.keys, charity.now).unwrap();
    assert_eq!(signed.signed, signers(&["contacts", "language-ar", "language-en-GB"]));
    assert_eq!(signed.waits, signers(&["rules"]));
    let error = charity.site.timestamp(&charity.keys, charity.now).unwrap_err();
    assert_eq!(error.to_string(), "nothing can be published before these are signed: rules");

    let editor = keys(elsewhere.path(), PASSPHRASE);
    let signed = charity.site.sign(Some(&signers(&["rules"])[0]), &editor, charity.now).unwrap();
    assert_eq!(signed.waits, []);
    charity.timestamp();
    charity.phone().pack("rules").unwrap();
}

#[test]
fn asked_for_by_name_a_missing_key_or_a_role_that_does_not_wait_is_an_error() {
    let charity = Charity::new();
    charity.stage(&small());
    fs::remove_file(charity.keys.folder().join("role-rules.key")).unwrap();
    let asked = |name: &str| charity.site.sign(Some(&name.parse().unwrap()), &charity.keys, charity.now).unwrap_err();
    assert!(matches!(asked("rules"), Error::NoKey(_)));
    assert_eq!(asked("language-fr").to_string(), "nothing of language-fr waits to be signed");
}

#[test]
fn a_new_language_waits_for_the_targets_key_and_then_for_its_own() {
    let charity = Charity::new();
    charity.publish(&small());
    let phone = charity.phone();
    let content = small_but("doc/articles/fares/fr", r#"{"title":"Trajets"}"#);
    let staged = charity.stage(&content);
    assert_eq!(staged.new, [role("language-fr")]);
    assert_eq!(staged.waits, signers(&["targets", "language-fr"]));

    let signed = charity.site.sign(Some(&Signer::Targets), &charity.keys, charity.now).unwrap();
    assert_eq!(signed.new_keys, [role("language-fr")]);
    assert_eq!(signed.waits, signers(&["language-fr"]));
    let held = charity.timestamp();
    assert_eq!(held.held_back, signers(&["language-fr"]), "half of it would stop every phone");
    assert!(phone.find("language-fr").unwrap().is_none());

    charity.sign();
    assert_eq!(charity.timestamp().went_live, signers(&["language-fr", "targets"]));
    assert_eq!(phone.body("language-fr", "doc/articles/fares/fr"), r#"{"title":"Trajets"}"#);
}

#[test]
fn a_language_that_is_gone_is_published_as_nothing() {
    let charity = Charity::new();
    charity.publish(&small());
    let phone = charity.phone();
    phone.refresh().unwrap();
    let without: Vec<(&str, &str)> = support::SMALL.iter().filter(|(key, _)| !key.ends_with("/ar")).copied().collect();
    charity.publish(&pack(&without));
    assert_eq!(phone.pack("language-ar").unwrap(), Pack::default());
}

#[test]
fn every_one_of_the_last_thirty_packs_leads_to_the_new_one_and_older_ones_are_gone() {
    let charity = Charity::new();
    let mut packs = Vec::new();
    for n in 0..33 {
        charity.publish(&rate(n));
        let published = charity.site.published().unwrap().unwrap();
        packs.push(published.roles[&role("rules")].canonical.clone());
    }
    let newest = packs.last().unwrap();
    let hash = |bytes: &[u8]| hex::encode(Expected::of(bytes).sha256);
    let deltas = names(&charity.public("d"));
    for (n, old) in packs.iter().enumerate() {
        let name = format!("{}-{}", hash(old), hash(newest));
        let delta = fs::read(charity.public("d").join(&name)).ok();
        let is_kept = (2..32).contains(&n);
        assert_eq!(delta.is_some(), is_kept, "version {n} of 33");
        if let Some(delta) = delta {
            assert_eq!(&apply(old, &delta, &Expected::of(newest), MAX_PUBLISHED).unwrap(), newest);
        }
    }
    let before = hash(&packs[31]);
    let results: BTreeSet<&str> = deltas.iter().map(|name| name.split_once('-').unwrap().1).collect();
    assert_eq!(results, BTreeSet::from([before.as_str(), hash(newest).as_str()]), "deltas lead to the last two");
    assert_eq!(names(&charity.public("targets/rules")).len(), 30);
    assert!(!charity.public("metadata/3.rules.json").exists() && charity.public("metadata/4.rules.json").exists());
    assert!(charity.public("metadata/1.root.json").exists(), "roots stay for ever");
    charity.phone().pack("rules").unwrap();
}

#[test]
fn a_delta_that_is_no_shorter_than_the_whole_pack_is_left_out() {
    let charity = Charity::new();
    charity.publish(&small());
    charity.publish(&pack(&[
        ("channel", r#"{"name":"test","checked":"2026-11-22"}"#),
        ("contact/other", "{}"),
        ("doc/articles/fares/ar", r#"{"title":"أجرة السفر"}"#),
        ("doc/articles/fares/en-GB", r#"{"title":"Fares"}"#),
        ("rate/weekly", r#"{"id":"weekly","pence":4918}"#),
    ]));
    let whole = fs::read_dir(charity.public("targets/contacts")).unwrap();
    let shortest = whole.map(|file| file.unwrap().metadata().unwrap().len()).min().unwrap();
    for delta in fs::read_dir(charity.public("d")).unwrap() {
        assert!(delta.unwrap().metadata().unwrap().len() < shortest);
    }
    charity.phone().pack("contacts").unwrap();
}

#[test]
fn content_that_comes_back_needs_no_delta_from_itself() {
    let charity = Charity::new();
    let added = small_but("contact/new", r#"{"id":"new"}"#);
    for content in [small(), added, small()] {
        charity.publish(&content);
    }
    for name in names(&charity.public("d")) {
        let (old, new) = name.split_once('-').unwrap();
        assert_ne!(old, new);
    }
    assert!(charity.phone().pack("contacts").unwrap().get("contact/new").is_none());
}

#[test]
fn staging_tells_how_far_it_is() {
    let charity = Charity::new();
    charity.publish(&rate(1));
    charity.publish(&rate(2));
    let mut told = Vec::new();
    charity.site.stage(&rate(3), charity.now, &mut |progress| told.push(progress)).unwrap();
    let expected = [1, 2, 3].map(|done| Progress { done, of: 3 });
    assert_eq!(told, expected, "the pack, and a delta from each of the two before");
}

#[test]
fn the_timestamp_says_when_it_was_signed_and_holds_for_fourteen_days() {
    let mut charity = Charity::new();
    charity.publish(&small());
    charity.later(1);
    charity.timestamp();
    let file: Value = serde_json::from_slice(&fs::read(charity.public("metadata/timestamp.json")).unwrap()).unwrap();
    let said = &file["signed"];
    assert_eq!(said["signed-at"], "2026-11-23T10:00:00Z");
    assert_eq!((&said["expires"], &said["version"]), (&"2026-12-07T10:00:00Z".into(), &2.into()));
}

#[test]
fn two_commands_at_once_do_not_mix() {
    let charity = Charity::new();
    let lock = fs::File::open(charity.site.folder().join("site.lock")).unwrap();
    lock.lock().unwrap();
    let error = charity.site.stage(&small(), charity.now, &mut |_| ()).unwrap_err();
    assert!(matches!(error, Error::Busy(_)), "{error:?}");
}

#[test]
fn a_file_with_the_highest_number_there_is_is_named() {
    for role in ["contacts", "targets", "snapshot"] {
        let charity = Charity::new();
        charity.publish(&small());
        let file = charity.public(&format!("metadata/{}.{role}.json", u64::MAX));
        fs::write(&file, format!(r#"{{"signatures":[],"signed":{{"meta":{{}},"version":{}}}}}"#, u64::MAX)).unwrap();
        let error = match role {
            "contacts" => charity.site.stage(&small_but("contact/new", "{}"), charity.now, &mut |_| ()).unwrap_err(),
            "targets" => charity.site.rotate(&[Signer::Targets], &charity.keys, charity.now).unwrap_err(),
            _ => charity.site.timestamp(&charity.keys, charity.now).unwrap_err(),
        };
        assert!(matches!(&error, Error::Damaged { file: named, .. } if *named == file), "{error}");
        assert!(error.to_string().contains("no number can follow"), "{error}");
    }
}

#[test]
fn a_file_that_is_no_list_is_named_with_what_to_do() {
    let charity = Charity::new();
    charity.publish(&small());
    let file = charity.public("metadata/9.contacts.json");
    for text in ["hello", "{}"] {
        fs::write(&file, text).unwrap();
        let error = charity.site.timestamp(&charity.keys, charity.now).unwrap_err();
        assert!(matches!(&error, Error::Damaged { file: named, .. } if *named == file), "{error}");
        assert!(error.to_string().contains("take it away"), "{error}");
    }
}

#[test]
fn signing_that_was_killed_before_it_forgot_what_was_staged_is_finished_by_the_next_command() {
    let charity = Charity::new();
    for n in 0..30 {
        charity.publish(&rate(n));
    }
    charity.stage(&rate(30));
    let kept = charity.folder.path().join("staged");
    support::copy(&charity.staged(""), &kept);
    charity.sign();
    support::copy(&kept, &charity.staged(""));
    assert_eq!(charity.site.waits().unwrap(), signers(&["rules"]), "as after a kill");

    let again = charity.site.sign(None, &charity.keys, charity.now).unwrap();
    assert_eq!((again.signed, again.waits), (signers(&["rules"]), Vec::new()));
    assert!(!charity.public("metadata/32.rules.json").exists(), "it is not signed twice");
    assert_eq!(charity.timestamp().went_live, signers(&["rules"]));
}

#[test]
fn a_folder_that_is_no_site_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let error = Site::open(folder.path()).unwrap_err();
    assert!(error.to_string().ends_with("site.json: not a site that `init` made: there is no such file"), "{error}");
}

#[test]
fn an_app_is_built_with_what_is_live_and_with_the_floors_of_a_phone_that_has_it() {
    let charity = Charity::new();
    charity.publish(&rate(1));
    charity.publish(&rate(2));
    charity.site.rotate(&[Signer::Timestamp], &charity.keys, charity.now).unwrap();
    charity.timestamp();
    charity.stage(&rate(3));
    let out = charity.folder.path().join("ship");
    let shipped = charity.site.ship("https://content.example.org", &out, charity.now).unwrap();

    let trust = Trust::read(&fs::read(&shipped.trust).unwrap()).unwrap();
    assert_eq!((trust.channel.as_str(), trust.host.as_str()), ("test", "https://content.example.org/v1/"));
    assert_eq!(serde_json::to_vec(&trust.root).unwrap(), charity.root());
    assert_eq!(trust.floors, Floors::of(&charity.phone().refresh().unwrap()));
    assert_eq!((trust.floors.root, trust.floors.roles["rules"]), (2, 2));

    let content = read_seed(&fs::read(&shipped.seed).unwrap()).unwrap();
    let record = content.get("rate/weekly").unwrap();
    assert!(String::from_utf8_lossy(&record.body).contains("5002"), "what is staged is not shipped");
    assert_eq!(record.version, 2, "versions go on where the host is");
    assert_eq!(content.records.len(), small().records.len());
}

#[test]
fn nothing_is_shipped_that_phones_would_not_believe_today() {
    let mut charity = Charity::new();
    let out = charity.folder.path().join("ship");
    let host = "https://content.example.org";
    assert!(matches!(charity.site.ship(host, &out, charity.now), Err(Error::NotSigned(_))));
    charity.publish(&small());
    charity.later(15);
    assert!(matches!(charity.site.ship(host, &out, charity.now), Err(Error::Update(_))));
    assert!(!out.exists());
}
