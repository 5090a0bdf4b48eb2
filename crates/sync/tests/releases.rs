//! From what is published to a release: what is asked for, what comes of it, and what is stored afterwards.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::sync::atomic::Ordering;

use kindway_content::{Pack, delta::Expected, release::Edition, roles::RoleName};
use kindway_sync::{Error, Finding, Folder, Kind, Progress, Status, Sync, Trouble, Untrusted};
use serde_json::json;
use support::{
    Host, Phone, Reply, Repository,
    device::{LATER, NOW},
    phone::{noise, words},
    repository::{delta_at, sha256},
    scissors::{cutting, slowly},
};

const CONTACTS: &str = "contacts";
const RULES: &str = "rules";

fn role(name: &str) -> RoleName {
    name.parse().unwrap()
}

fn first() -> [(&'static str, Pack); 3] {
    [
        (CONTACTS, words("contact/shelter", "0300 000 0000")),
        ("language-ti", words("doc/health/first-visit/ti", "the first visit")),
        (RULES, words("rate/weekly", "49.18")),
    ]
}

/// A repository with three parts, and a phone whose app was built with them.
fn world() -> (Repository, Phone) {
    let mut repository = Repository::new(&Host::new(), LATER);
    let packs = first();
    let packs: Vec<_> = packs.iter().map(|(role, pack)| (*role, pack)).collect();
    repository.release(&packs);
    let phone = Phone::new(&repository, &packs);
    (repository, phone)
}

/// The same after its first sync.
fn followed() -> (Repository, Phone) {
    let (repository, mut phone) = world();
    phone.follow();
    repository.host.asked();
    (repository, phone)
}

/// The contacts change; so much comes that a delta saves nothing, and there is none.
fn changed(length: usize) -> (Repository, Phone, Pack) {
    let (mut repository, phone) = followed();
    let new = noise("contact/shelter", 7, length);
    repository.release(&[(CONTACTS, &new)]);
    (repository, phone, new)
}

/// Why a sync failed. A release is too long to be shown.
fn failed(phone: &Phone) -> Error {
    match phone.sync() {
        Err(error) => error,
        Ok(Finding::Release(_)) => panic!("a release"),
        Ok(other) => panic!("{other:?}"),
    }
}

fn ranges(repository: &Repository, path: &str) -> Vec<Option<String>> {
    let shelf = repository.host.shelf();
    let asked = shelf.asked.iter().filter(|(asked, _)| asked.trim_start_matches('/') == path);
    asked.map(|(_, headers)| headers.get("range").map(|range| range.to_str().unwrap().to_owned())).collect()
}

fn file_of(repository: &Repository, role: &str) -> Vec<u8> {
    repository.host.shelf().files[&repository.pack_at(role)].body.clone()
}

fn part_of(repository: &Repository, role: &str) -> String {
    format!("part.{}", sha256(&file_of(repository, role)))
}

/// The stored floors.
fn floors(phone: &Phone) -> serde_json::Value {
    serde_json::from_slice(&std::fs::read(phone.path("floors.json")).unwrap()).unwrap()
}

const METADATA: [&str; 8] = [
    "contacts.json",
    "floors.json",
    "language-ti.json",
    "root.json",
    "rules.json",
    "snapshot.json",
    "targets.json",
    "timestamp.json",
];

// Nothing new ---------------------------------------------------------------------------------------------------------------

#[test]
fn a_new_app_asks_for_the_lists_and_for_no_content() {
    let (repository, mut phone) = world();
    let finding = phone.sync().unwrap();
    assert!(matches!(finding, Finding::Nothing { .. }), "{finding:?}");
    assert_eq!(
        repository.host.asked(),
        [
            "metadata/2.root.json",
            "metadata/timestamp.json",
            "metadata/2.snapshot.json",
            "metadata/2.targets.json",
            "metadata/1.contacts.json",
            "metadata/1.language-ti.json",
            "metadata/1.rules.json"
        ]
    );
    phone.settle(finding);
    let stored: Vec<_> = phone.stored().into_iter().filter(|name| name != "timestamp.etag").collect();
    assert_eq!(stored, METADATA);
    assert!(phone.reports.borrow().is_empty(), "no content came");
}

#[test]
fn without_news_two_requests_bring_no_byte() {
    let (repository, mut phone) = followed();
    let before = phone.all();
    phone.follow();
    assert_eq!(repository.host.asked(), ["metadata/2.root.json", "metadata/timestamp.json"]);
    assert_eq!(phone.came.get(), 0);
    assert_eq!(phone.all(), before);
}

#[test]
fn signing_anew_without_news_brings_two_small_files() {
    let (mut repository, mut phone) = followed();
    repository.release(&[]);
    let finding = phone.sync().unwrap();
    assert!(matches!(finding, Finding::Nothing { .. }), "{finding:?}");
    assert_eq!(
        repository.host.asked(),
        ["metadata/2.root.json", "metadata/timestamp.json", "metadata/3.snapshot.json"]
    );
    phone.settle(finding);
    assert_eq!((floors(&phone)["snapshot"].as_u64(), floors(&phone)["timestamp"].as_u64()), (Some(3), Some(3)));
}

// What changed --------------------------------------------------------------------------------------------------------------

#[test]
fn one_part_that_changed_is_all_that_comes() {
    let (mut repository, mut phone) = followed();
    let new = words("contact/shelter", "0300 000 0001");
    let old = first()[0].1.to_canonical();
    repository.release(&[(CONTACTS, &new)]);
    let release = phone.release();
    let delta = delta_at(&old, &new.to_canonical());
    assert_eq!(
        repository.host.asked(),
        [
            "metadata/2.root.json",
            "metadata/timestamp.json",
            "metadata/3.snapshot.json",
            "metadata/2.contacts.json",
            &delta,
            &repository.pack_at(CONTACTS)
        ]
    );
    assert_eq!(release.edition, Edition { root: 1, snapshot: 3 });
    assert_eq!(release.parts.into_iter().collect::<Vec<_>>(), [(role(CONTACTS), new.to_canonical())]);
    assert_eq!(release.listed[&role(CONTACTS)], Expected::of(&new.to_canonical()));
    assert_eq!(release.listed.len(), 3);
    assert_eq!(floors(&phone)["snapshot"], 2, "the floors rise when it is applied");
    assert_eq!(phone.kept(), [(part_of(&repository, CONTACTS), file_of(&repository, CONTACTS).len())]);
    phone.follow();
    assert_eq!((floors(&phone)["snapshot"].clone(), floors(&phone)["roles"][CONTACTS].clone()), (json!(3), json!(2)));
    assert_eq!(phone.kept(), [], "once it is applied, nothing is kept for it");
}

#[test]
fn a_pack_that_came_but_was_not_applied_is_not_asked_for_again() {
    let (repository, phone, new) = changed(5000);
    phone.release();
    repository.host.asked();
    assert_eq!(phone.release().parts[&role(CONTACTS)], new.to_canonical());
    let asked = repository.host.asked();
    assert!(!asked.contains(&repository.pack_at(CONTACTS)), "{asked:?}");
}

#[test]
fn a_delta_is_enough() {
    let (mut repository, mut phone) = followed();
    let (old, new) = (first()[2].1.clone(), words("rate/weekly", "51.00"));
    repository.add_delta(&old, &new);
    repository.release(&[(RULES, &new)]);
    let release = phone.release();
    assert_eq!(release.parts[&role(RULES)], new.to_canonical());
    let asked = repository.host.asked();
    assert_eq!(asked.last().unwrap(), &delta_at(&old.to_canonical(), &new.to_canonical()));
    assert_eq!(phone.kept(), [], "a delta is asked for again: it is small");
    phone.settle(Finding::Release(release));
    assert!(matches!(phone.sync().unwrap(), Finding::Nothing { .. }));
}

#[test]
fn a_delta_that_leads_nowhere_is_as_good_as_none() {
    let (old, new) = (first()[2].1.clone(), words("rate/weekly", "51.00"));
    let at = delta_at(&old.to_canonical(), &new.to_canonical());
    let other = kindway_content::delta::delta(&old.to_canonical(), &words("rate/weekly", "1").to_canonical()).unwrap();
    let good = kindway_content::delta::delta(&old.to_canonical(), &new.to_canonical()).unwrap();
    let mut damaged = good.clone();
    damaged[20] ^= 1;
    let page = Reply { status: 404, ..Reply::ok("<html>no such file") }.with("content-type", "text/html");
    let replies = [
        ("missing", Reply::status(404)),
        ("missing, with a page about it", page),
        ("missing, as a bucket says it", Reply::status(403)),
        ("gone", Reply::status(410)),
        ("empty", Reply::ok("")),
        ("of other packs", Reply::ok(other)),
        ("damaged", Reply::ok(damaged)),
        ("cut", Reply::ok(&good[..good.len() - 1])),
        ("with more behind it", Reply::ok([&good[..], b"x"].concat())),
        ("longer than the whole pack", Reply::ok(vec![b'K'; 1_000])),
        ("a part of something", Reply { status: 206, ..Reply::ok(&good[..]).without_ranges() }),
        ("unchanged", Reply::status(304)),
    ];
    for (what, reply) in replies {
        let (mut repository, phone) = followed();
        repository.release(&[(RULES, &new)]);
        repository.answer(&at, reply);
        assert_eq!(phone.release().parts[&role(RULES)], new.to_canonical(), "{what}");
        assert_eq!(repository.host.asked().last().unwrap(), &repository.pack_at(RULES), "{what}");
        assert_eq!(phone.kept(), [(part_of(&repository, RULES), file_of(&repository, RULES).len())], "{what}");
    }
}

#[test]
fn a_host_that_wants_to_be_left_alone_at_a_delta_is_not_asked_for_more() {
    for status in [429, 500, 503] {
        let (mut repository, phone) = followed();
        let (old, new) = (first()[2].1.clone(), words("rate/weekly", "51.00"));
        repository.release(&[(RULES, &new)]);
        let at = delta_at(&old.to_canonical(), &new.to_canonical());
        repository.answer(&at, Reply::status(status).with("retry-after", "600"));
        let error = failed(&phone);
        assert_eq!((error.kind(), error.retry_after().unwrap().as_secs()), (Kind::Host, 600), "{status}");
        assert_eq!(repository.host.asked().last().unwrap(), &at);
        assert_eq!(phone.kept(), []);
    }
}

#[test]
fn a_part_that_the_app_does_not_have_comes_whole() {
    let (mut repository, mut phone) = followed();
    let new = words("doc/health/first-visit/ar", "words");
    repository.release(&[("language-ar", &new)]);
    let release = phone.release();
    assert_eq!(release.parts.into_iter().collect::<Vec<_>>(), [(role("language-ar"), new.to_canonical())]);
    assert!(!repository.host.asked().iter().any(|path| path.starts_with("d/")));
    phone.follow();
    assert!(phone.stored().contains(&"language-ar.json".to_owned()));
}

#[test]
fn a_part_that_is_no_longer_delegated_is_gone() {
    let (mut repository, mut phone) = followed();
    let roles = repository.draft("targets")["delegations"]["roles"].as_array_mut().unwrap();
    roles.retain(|delegation| delegation["name"] != "language-ti");
    repository.publish(&["targets"]);
    repository.release(&[]);
    let release = phone.release();
    assert!(release.parts.is_empty() && !release.listed.contains_key(&role("language-ti")), "{release:?}");
    phone.settle(Finding::Release(release));
    assert_eq!(phone.has.len(), 2);
    assert!(matches!(phone.sync().unwrap(), Finding::Nothing { .. }));
    assert_eq!(floors(&phone)["targets"], 3);
}

#[test]
fn a_role_of_a_newer_publisher_is_passed_over() {
    let (mut repository, phone) = followed();
    for name in ["films", "language-", "language-x/../y"] {
        repository.add_pack(name, &words("film/1", "frames"));
        repository.publish(&[name]);
    }
    repository.publish(&["targets"]);
    repository.release(&[]);
    assert!(matches!(phone.sync().unwrap(), Finding::Nothing { .. }));
    assert!(repository.host.asked().iter().all(|path| !path.contains("films") && !path.contains("language-x")));
    assert_eq!(phone.kept(), []);
}

#[test]
fn a_role_that_lists_no_pack_is_no_part() {
    let (mut repository, phone) = followed();
    repository.delegate("targets", "language-ar", json!({ "paths": ["language-ar/*"] }));
    repository.publish(&["language-ar", "targets"]);
    repository.release(&[]);
    assert!(matches!(phone.sync().unwrap(), Finding::Nothing { .. }));
    assert_eq!(phone.trusted()["language-ar"], 1);
}

#[test]
fn a_role_cannot_speak_for_another_one() {
    let (mut repository, phone) = followed();
    let stolen = words("contact/shelter", "0900 000 0000");
    // Whoever has the key of one language lists the contacts as well, and delegates them to itself.
    repository.draft("language-ti")["delegations"] = repository.drafts["targets"]["delegations"].clone();
    let file = kindway_content::write_seed(&stolen).unwrap();
    repository.add_target("language-ti", "contacts/content.pack", &file);
    repository.publish(&["language-ti"]);
    repository.release(&[]);
    assert!(matches!(phone.sync().unwrap(), Finding::Nothing { .. }));
    assert_eq!(phone.trusted()["language-ti"], 2);
}

#[test]
fn what_is_known_to_come_is_said_while_it_comes() {
    let (repository, phone, _) = changed(5000);
    phone.release();
    let length = file_of(&repository, CONTACTS).len() as u64;
    let reports = phone.reports.borrow();
    assert_eq!(*reports.last().unwrap(), Progress { done: length, of: Some(length) });
    assert!(reports.iter().zip(reports.iter().skip(1)).all(|(before, after)| before.done <= after.done));
}

// A connection that breaks --------------------------------------------------------------------------------------------------

#[test]
fn after_a_cut_only_the_rest_is_asked_for() {
    for after in [1, 7, 8, 47, 48, 2500, 5000] {
        let (repository, mut phone, new) = changed(5000);
        let (path, file) = (repository.pack_at(CONTACTS), file_of(&repository, CONTACTS));
        phone.address = cutting(&repository.host, "targets/", after);
        let error = failed(&phone);
        assert_eq!(error.kind(), Kind::NoConnection, "{after}: {error}");
        assert_eq!(phone.all()[&part_of(&repository, CONTACTS)], file[..after], "{after}");
        assert_eq!(floors(&phone)["snapshot"], 2);

        phone.address = repository.host.address.clone();
        repository.host.shelf().asked.clear();
        let release = phone.release();
        assert_eq!(release.parts[&role(CONTACTS)], new.to_canonical(), "{after}");
        assert_eq!(ranges(&repository, &path), [Some(format!("bytes={after}-"))]);
        assert_eq!(phone.came.get(), (file.len() - after) as u64, "with a timestamp that is unchanged");
        phone.settle(Finding::Release(release));
        assert_eq!(phone.kept(), []);
    }
}

#[test]
fn what_was_kept_grows_with_every_cut() {
    let (repository, mut phone, new) = changed(5000);
    for so_far in [1000, 2000, 3000] {
        phone.address = cutting(&repository.host, "targets/", 1000);
        failed(&phone);
        assert_eq!(phone.kept(), [(part_of(&repository, CONTACTS), so_far)]);
    }
    phone.address = repository.host.address.clone();
    assert_eq!(phone.release().parts[&role(CONTACTS)], new.to_canonical());
}

#[test]
fn of_several_packs_those_that_came_are_not_asked_for_again() {
    let (mut repository, mut phone) = followed();
    let (contacts, rules) = (noise("contact/shelter", 7, 3000), noise("rate/weekly", 8, 3000));
    repository.release(&[(CONTACTS, &contacts), (RULES, &rules)]);
    phone.address = cutting(&repository.host, "targets/rules/", 500);
    failed(&phone);
    let mut kept = vec![
        (part_of(&repository, CONTACTS), file_of(&repository, CONTACTS).len()),
        (part_of(&repository, RULES), 500),
    ];
    kept.sort();
    assert_eq!(phone.kept(), kept);
    phone.address = repository.host.address.clone();
    repository.host.asked();
    assert_eq!(phone.release().parts.len(), 2);
    let asked = repository.host.asked();
    assert!(!asked.contains(&repository.pack_at(CONTACTS)) && asked.contains(&repository.pack_at(RULES)), "{asked:?}");
}

#[test]
fn a_large_pack_is_kept_as_it_comes() {
    let (repository, mut phone, _) = changed(400_000);
    phone.address = slowly(&repository.host);
    let part = phone.path(&part_of(&repository, CONTACTS));
    let sizes = std::cell::RefCell::new(Vec::new());
    let look = |_| sizes.borrow_mut().push(std::fs::metadata(&part).map_or(0, |file| file.len()));
    let finding = phone.sync_watched(&look);
    assert!(matches!(finding, Ok(Finding::Release(_))));
    let sizes = sizes.into_inner();
    assert!(sizes.iter().any(|size| (128 * 1024..300_000).contains(size)), "the battery may go out: {sizes:?}");
}

#[test]
fn a_host_that_knows_no_parts_sends_the_whole_file() {
    let (repository, mut phone, new) = changed(5000);
    let path = repository.pack_at(CONTACTS);
    phone.address = cutting(&repository.host, "targets/", 1000);
    failed(&phone);
    repository.answer(&path, Reply::ok(file_of(&repository, CONTACTS)).without_ranges());
    phone.address = repository.host.address.clone();
    repository.host.shelf().asked.clear();
    assert_eq!(phone.release().parts[&role(CONTACTS)], new.to_canonical());
    assert_eq!(ranges(&repository, &path), [Some("bytes=1000-".into())], "once is enough");
}

#[test]
fn a_whole_file_that_is_cut_where_a_part_was_asked_for_does_not_spoil_what_is_kept() {
    let (repository, mut phone, _) = changed(5000);
    let (path, file) = (repository.pack_at(CONTACTS), file_of(&repository, CONTACTS));
    phone.address = cutting(&repository.host, "targets/", 1000);
    failed(&phone);
    repository.answer(&path, Reply::ok(file.clone()).without_ranges());
    for after in [600, 2000] {
        phone.address = cutting(&repository.host, "targets/", after);
        failed(&phone);
        assert_eq!(phone.all()[&part_of(&repository, CONTACTS)], file[..after.max(1000)], "{after}");
    }
}

/// How a host may answer the request for the rest of a file.
fn wrong_parts(file: &[u8]) -> Vec<(&'static str, Reply)> {
    let part = |bytes: Vec<u8>, range: &str| {
        Reply { status: 206, ..Reply::ok(bytes).without_ranges() }.with("content-range", range)
    };
    let length = file.len();
    let range = format!("bytes 1000-{}/{length}", length - 1);
    vec![
        ("of another file", part(vec![7; length - 1000], &range)),
        ("too short", part(file[1000..length - 1].to_vec(), &range)),
        ("too long", part([&file[1000..], b"more"].concat(), &range)),
        ("much too long", part(vec![7; 2 * length], &range)),
        ("from elsewhere", part(file[999..].to_vec(), &format!("bytes 999-{}/{length}", length - 1))),
        ("that does not say from where", Reply { status: 206, ..Reply::ok(&file[1000..]).without_ranges() }),
        ("that the file does not have", Reply::status(416)),
    ]
}

#[test]
fn a_part_that_does_not_fit_is_begun_anew_once() {
    let length = file_of(&changed(5000).0, CONTACTS).len();
    for (place, (what, _)) in wrong_parts(&vec![0; length]).into_iter().enumerate() {
        let (repository, mut phone, new) = changed(5000);
        let (path, file) = (repository.pack_at(CONTACTS), file_of(&repository, CONTACTS));
        phone.address = cutting(&repository.host, "targets/", 1000);
        failed(&phone);
        phone.address = repository.host.address.clone();
        repository.host.shelf().asked.clear();
        repository.host.shelf().parts.insert(path.clone(), wrong_parts(&file).swap_remove(place).1);
        assert_eq!(phone.release().parts[&role(CONTACTS)], new.to_canonical(), "{what}");
        assert_eq!(ranges(&repository, &path), [Some("bytes=1000-".into()), None], "{what}");
        assert_eq!(phone.kept(), [(part_of(&repository, CONTACTS), file.len())]);
    }
}

#[test]
fn a_file_that_is_wrong_from_its_beginning_is_not_asked_for_a_third_time() {
    let (repository, phone, _) = changed(5000);
    let (path, mut file) = (repository.pack_at(CONTACTS), file_of(&repository, CONTACTS));
    let part = part_of(&repository, CONTACTS);
    std::fs::write(phone.path(&part), &file[..1000]).unwrap();
    file[4000] ^= 1;
    repository.put(&path, &file);
    let error = failed(&phone);
    assert!(matches!(error, Error::Untrusted { why: Untrusted::Hash, .. }), "{error}");
    assert_eq!(error.kind(), Kind::NotTrusted);
    assert_eq!(ranges(&repository, &path), [Some("bytes=1000-".into()), None]);
    assert_eq!(phone.kept(), [], "bytes that proved wrong are not kept");
    assert_eq!(floors(&phone)["snapshot"], 2);
}

#[test]
fn what_is_kept_and_cannot_be_right_is_begun_anew() {
    let (repository, ..) = changed(5000);
    let length = file_of(&repository, CONTACTS).len();
    for (what, kept) in [("too long", length + 1), ("of the right length", length), ("empty", 0)] {
        let (repository, phone, new) = changed(5000);
        std::fs::write(phone.path(&part_of(&repository, CONTACTS)), vec![7; kept]).unwrap();
        assert_eq!(phone.release().parts[&role(CONTACTS)], new.to_canonical(), "{what}");
        assert_eq!(ranges(&repository, &repository.pack_at(CONTACTS)), [None], "{what}");
        assert_eq!(phone.all()[&part_of(&repository, CONTACTS)], file_of(&repository, CONTACTS), "{what}");
    }
}

#[test]
fn the_beginning_of_a_pack_that_nobody_wants_any_more_is_forgotten() {
    let (mut repository, mut phone, _) = changed(5000);
    phone.address = cutting(&repository.host, "targets/", 1000);
    failed(&phone);
    phone.address = repository.host.address.clone();
    let newer = noise("contact/shelter", 9, 100);
    repository.release(&[(CONTACTS, &newer)]);
    assert_eq!(phone.release().parts[&role(CONTACTS)], newer.to_canonical());
    assert_eq!(phone.kept(), [(part_of(&repository, CONTACTS), file_of(&repository, CONTACTS).len())]);
}

#[test]
fn what_is_pending_comes_although_the_timestamp_is_unchanged() {
    let (repository, phone, new) = changed(5000);
    let path = repository.pack_at(CONTACTS);
    let good =
        repository.host.shelf().files.insert(path.clone(), Reply::status(503).with("retry-after", "60")).unwrap();
    let error = failed(&phone);
    assert_eq!((error.kind(), error.retry_after().unwrap().as_secs()), (Kind::Host, 60));
    assert_eq!(phone.trusted()["timestamp"], 3, "what is verified is ahead of the content");
    repository.answer(&path, good);
    repository.host.asked();
    assert_eq!(phone.release().parts[&role(CONTACTS)], new.to_canonical());
    let asked = repository.host.asked();
    assert_eq!(asked.len(), 4, "root, timestamp, delta, pack: {asked:?}");
    assert_eq!(phone.came.get(), file_of(&repository, CONTACTS).len() as u64, "the timestamp was a 304");
}

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

#[test]
fn floors_that_cannot_be_read_stop_the_sync_before_anybody_is_asked() {
    let spoilt: [(&str, fn(&mut Phone)); 4] = [
        ("a file that is none", |phone| std::fs::write(phone.path("floors.json"), "{}").unwrap()),
        ("a file that is empty", |phone| std::fs::write(phone.path("floors.json"), "").unwrap()),
        ("a folder in its place", |phone| {
            phone.wipe(&[]);
            std::fs::create_dir(phone.path("floors.json")).unwrap();
        }),
        ("those of the app", |phone| phone.floors = Some("{\"root\":1}".into())),
    ];
    for (what, spoil) in spoilt {
        let (repository, mut phone) = followed();
        let good = phone.floors.clone().unwrap();
        spoil(&mut phone);
        let before = phone.stored();
        let error = failed(&phone);
        assert!(matches!(error, Error::Floors { .. } | Error::Store { .. }), "{what}: {error}");
        assert_eq!(error.kind(), Kind::NotTrusted, "{what}");
        assert!(repository.host.asked().is_empty(), "{what}");
        assert_eq!(phone.stored(), before, "{what}");
        if what != "those of the app" {
            let settled = Sync::settled(&mut Folder::new(phone.folder.path()), &good);
            assert!(settled.is_err(), "{what}: taken for nothing, they would fall");
        }
    }
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
    let mut floors: serde_json::Value = serde_json::from_str(&phone.trust.floors.to_json()).unwrap();
    floors["signed-at"] = json!(chrono::DateTime::parse_from_rfc3339(NOW).unwrap().timestamp());
    let phone = Phone { floors: Some(floors.to_string()), ..phone };
    let error = failed(&phone);
    assert_eq!(error.kind(), Kind::Date, "{error}");
    assert_eq!(phone.now(), NOW);
    assert_eq!(phone.stored(), ["root.json"]);
}

// Limits --------------------------------------------------------------------------------------------------------------------

#[test]
fn nothing_is_asked_for_that_is_signed_to_be_too_large() {
    let most = 4 * 1024 * 1024_u64;
    let cases: [(&str, serde_json::Value); 3] =
        [("/length", json!(most + 1)), ("/custom/length", json!(most + 1)), ("/custom/length", json!(u64::MAX))];
    for (field, value) in cases {
        let (mut repository, phone) = followed();
        let path = "contacts/content.pack";
        *repository.draft(CONTACTS)["targets"][path].pointer_mut(field).unwrap() = value;
        repository.publish(&[CONTACTS]);
        repository.release(&[]);
        let error = failed(&phone);
        let refused = matches!(&error, Error::Untrusted { file, why: Untrusted::TooLarge { .. } } if file == path);
        assert!(refused, "{field}: {error}");
        assert_eq!(error.kind(), Kind::NotTrusted);
        assert_eq!(repository.host.asked().last().unwrap(), "metadata/2.contacts.json");
        assert_eq!((phone.kept(), floors(&phone)["snapshot"].clone()), (vec![], json!(2)));
    }
}

#[test]
fn nothing_is_asked_for_where_all_packs_together_are_too_large() {
    for field in ["/length", "/custom/length"] {
        let (mut repository, phone) = followed();
        for name in [CONTACTS, RULES, "language-ti"] {
            let file = &mut repository.draft(name)["targets"][format!("{name}/content.pack")];
            *file.pointer_mut(field).unwrap() = json!(3 * 1024 * 1024);
            file["custom"]["sha256"] = json!("00".repeat(32));
            repository.publish(&[name]);
        }
        repository.release(&[]);
        let error = failed(&phone);
        assert!(matches!(&error, Error::Untrusted { why: Untrusted::TooLarge { .. }, .. }), "{field}: {error}");
        assert!(repository.host.asked().iter().all(|path| path.starts_with("metadata/")));
        assert_eq!(phone.kept(), []);
    }
}

#[test]
fn a_pack_of_which_not_enough_was_signed_is_refused() {
    let spoil = |custom: serde_json::Value| {
        let (mut repository, phone) = followed();
        repository.draft(CONTACTS)["targets"]["contacts/content.pack"]["custom"] = custom;
        repository.publish(&[CONTACTS]);
        repository.release(&[]);
        (failed(&phone), repository.host.asked())
    };
    let hash = "00".repeat(32);
    for custom in [
        json!(null),
        json!({}),
        json!({ "length": 1 }),
        json!({ "sha256": hash }),
        json!({ "sha256": "00", "length": 1 }),
        json!({ "sha256": hash, "length": -1 }),
        json!({ "sha256": hash, "length": "1" }),
    ] {
        let (error, asked) = spoil(custom.clone());
        assert!(matches!(&error, Error::Untrusted { why: Untrusted::Malformed(_), .. }), "{custom}: {error}");
        assert!(asked.iter().all(|path| path.starts_with("metadata/")), "{custom}");
    }
}

#[test]
fn a_pack_that_is_what_was_signed_but_unpacks_to_something_else_is_refused() {
    let (mut repository, phone) = followed();
    repository.add_pack(CONTACTS, &words("contact/shelter", "2"));
    let custom = &mut repository.draft(CONTACTS)["targets"]["contacts/content.pack"]["custom"];
    custom["sha256"] = json!("00".repeat(32));
    repository.publish(&[CONTACTS]);
    repository.release(&[]);
    let error = failed(&phone);
    assert!(matches!(&error, Error::Untrusted { why: Untrusted::Malformed(_), .. }), "{error}");
    assert_eq!(floors(&phone)["snapshot"], 2);
}

#[test]
fn a_large_update_waits_for_her_word() {
    let (repository, mut phone, new) = changed(5000);
    let length = file_of(&repository, CONTACTS).len() as u64;
    phone.most = length - 1;
    assert_eq!(phone.sync().unwrap(), Finding::Large { bytes: length });
    assert!(!repository.host.asked().contains(&repository.pack_at(CONTACTS)));
    assert_eq!((phone.kept(), floors(&phone)["snapshot"].clone()), (vec![], json!(2)));
    phone.most = length;
    assert_eq!(phone.release().parts[&role(CONTACTS)], new.to_canonical());
}

#[test]
fn a_small_delta_of_a_large_pack_does_not_ask_her() {
    let (mut repository, mut phone) = followed();
    let (old, mut new) = (noise("contact/shelter", 7, 20_000), noise("contact/shelter", 7, 20_000));
    new.records[0].body[9_000] ^= 1;
    repository.release(&[(CONTACTS, &old)]);
    phone.follow();
    repository.add_delta(&old, &new);
    repository.release(&[(CONTACTS, &new)]);
    phone.most = 1_000;
    assert_eq!(phone.release().parts[&role(CONTACTS)], new.to_canonical());
    assert_eq!(phone.kept(), []);
}

#[test]
fn a_delta_that_is_larger_than_she_allowed_is_not_read_to_its_end() {
    let (mut repository, mut phone) = followed();
    let new = noise("contact/shelter", 7, 5000);
    repository.add_delta(&first()[0].1, &new);
    repository.release(&[(CONTACTS, &new)]);
    phone.most = 1_000;
    let length = file_of(&repository, CONTACTS).len() as u64;
    let Finding::Large { bytes } = phone.sync().unwrap() else { panic!("she has to be asked") };
    assert_eq!(bytes, length, "what it would be without a delta");
    phone.most = u64::MAX;
    assert_eq!(phone.release().parts[&role(CONTACTS)], new.to_canonical());
}

#[test]
fn what_came_before_a_cut_was_allowed_already() {
    let (repository, mut phone, _) = changed(5000);
    phone.address = cutting(&repository.host, "targets/", 4000);
    failed(&phone);
    phone.address = repository.host.address.clone();
    phone.most = 2_000;
    phone.release();
}

// Giving it up --------------------------------------------------------------------------------------------------------------

#[test]
fn a_sync_that_is_stopped_asks_nobody_any_more() {
    let (repository, phone, _) = changed(5000);
    let before = phone.all();
    phone.stopped.store(true, Ordering::Relaxed);
    let error = failed(&phone);
    assert_eq!(error.kind(), Kind::Stopped);
    assert!(repository.host.asked().is_empty());
    assert_eq!(phone.all(), before);
}

#[test]
fn a_sync_that_is_stopped_within_a_pack_keeps_what_came() {
    let (repository, mut phone, new) = changed(400_000);
    phone.address = slowly(&repository.host);
    phone.stops_at = 100_000;
    let error = failed(&phone);
    assert!(matches!(error, Error::Fetch { trouble: Trouble::Stopped, .. }), "{error}");
    let kept = phone.kept();
    assert!(kept[0].1 >= 100_000 && kept[0].1 < file_of(&repository, CONTACTS).len(), "{kept:?}");
    assert_eq!(floors(&phone)["snapshot"], 2);
    phone.stops_at = u64::MAX;
    phone.stopped.store(false, Ordering::Relaxed);
    assert_eq!(phone.release().parts[&role(CONTACTS)], new.to_canonical());
    assert_eq!(phone.came.get(), (file_of(&repository, CONTACTS).len() - kept[0].1) as u64);
}

#[test]
fn a_sync_that_is_stopped_between_two_packs_does_not_begin_the_second() {
    let (mut repository, mut phone) = followed();
    let (contacts, rules) = (noise("contact/shelter", 7, 3000), noise("rate/weekly", 8, 3000));
    repository.release(&[(CONTACTS, &contacts), (RULES, &rules)]);
    phone.stops_at = file_of(&repository, CONTACTS).len() as u64;
    assert_eq!(failed(&phone).kind(), Kind::Stopped);
    assert!(!repository.host.asked().contains(&repository.pack_at(RULES)));
    assert_eq!(phone.kept().len(), 1);
}

// Somebody in between -------------------------------------------------------------------------------------------------------

/// What a Wi-Fi that wants a log-in first answers, to anything.
fn captive() -> Vec<(&'static str, Reply)> {
    let page = "<!DOCTYPE html><title>Free Wi-Fi</title>";
    let larger = format!("{page}{}", " ".repeat(100_000));
    vec![
        ("a page", Reply::ok(page).without_ranges().with("content-type", "text/html")),
        ("a page that does not say so", Reply::ok(page).without_ranges()),
        (
            "a page that only says so",
            Reply::ok("Free Wi-Fi").without_ranges().with("content-type", "Text/HTML; charset=x"),
        ),
        ("a larger page", Reply::ok(larger.clone()).without_ranges().with("content-type", "text/html")),
        ("a larger page that does not say so", Reply::ok(larger).without_ranges()),
        ("511", Reply::status(511)),
        ("the way to another host", Reply::status(302).with("location", "http://login.invalid/")),
    ]
}

#[test]
fn a_page_in_place_of_a_delta_is_no_connection() {
    for (what, reply) in captive() {
        let (mut repository, phone) = followed();
        let (old, new) = (first()[2].1.clone(), words("rate/weekly", "51.00"));
        repository.release(&[(RULES, &new)]);
        repository.answer(&delta_at(&old.to_canonical(), &new.to_canonical()), reply);
        let error = failed(&phone);
        assert_eq!(error.kind(), Kind::NoConnection, "{what}: {error}");
        assert!(!repository.host.asked().contains(&repository.pack_at(RULES)), "{what}: it is not merely missing");
        assert_eq!((phone.kept(), floors(&phone)["snapshot"].clone()), (vec![], json!(2)), "{what}");
    }
}

#[test]
fn a_page_in_place_of_a_pack_is_no_connection_and_spoils_nothing_that_was_kept() {
    for kept in [0, 10, 1000] {
        for (what, reply) in captive().into_iter().chain([("another magic", Reply::ok(vec![0; 100]).without_ranges())])
        {
            let (repository, phone, new) = changed(5000);
            let (path, file) = (repository.pack_at(CONTACTS), file_of(&repository, CONTACTS));
            let part = part_of(&repository, CONTACTS);
            if kept > 0 {
                std::fs::write(phone.path(&part), &file[..kept]).unwrap();
            }
            repository.answer(&path, reply);
            let error = failed(&phone);
            assert_eq!(error.kind(), Kind::NoConnection, "{what}, {kept}: {error}");
            let now: Vec<_> = phone.kept();
            assert_eq!(now, [(part, kept)].into_iter().filter(|_| kept > 0).collect::<Vec<_>>(), "{what}");
            repository.put(&path, &file);
            assert_eq!(phone.release().parts[&role(CONTACTS)], new.to_canonical(), "{what}, {kept}");
        }
    }
}

#[test]
fn a_page_in_place_of_any_list_is_no_connection() {
    for file in ["2.root", "timestamp", "3.snapshot", "2.contacts"] {
        let (repository, phone, _) = changed(100);
        let page = Reply::ok("<!DOCTYPE html><title>Free Wi-Fi</title>").with("content-type", "text/html");
        repository.answer(&format!("metadata/{file}.json"), page);
        let error = failed(&phone);
        assert_eq!(error.kind(), Kind::NoConnection, "{file}: {error}");
        assert_eq!(floors(&phone)["snapshot"], 2);
    }
}

#[test]
fn a_host_that_gives_nothing_is_named() {
    for status in [403, 404, 429, 500, 503] {
        let (repository, phone) = followed();
        repository.answer("metadata/timestamp.json", Reply::status(status).with("retry-after", "60"));
        let error = failed(&phone);
        assert_eq!((error.kind(), error.retry_after().map(|wait| wait.as_secs())), (Kind::Host, Some(60)), "{status}");
    }
    let (repository, phone, _) = changed(100);
    repository.host.shelf().files.remove(&repository.pack_at(CONTACTS));
    let error = failed(&phone);
    assert!(matches!(error, Error::NotGiven { status: Status::Missing, .. }), "{error}");
    assert_eq!(error.kind(), Kind::Host);
}

// Room ----------------------------------------------------------------------------------------------------------------------

/// A folder on which nothing more can be written.
struct Full(Folder, std::io::ErrorKind);

impl kindway_sync::Store for Full {
    fn read(&self, name: &str) -> std::io::Result<Option<Vec<u8>>> {
        self.0.read(name)
    }

    fn write(&mut self, _: &str, _: &[u8]) -> std::io::Result<()> {
        Err(self.1.into())
    }

    fn remove(&mut self, name: &str) -> std::io::Result<()> {
        self.0.remove(name)
    }

    fn names(&self) -> std::io::Result<Vec<String>> {
        self.0.names()
    }
}

#[test]
fn a_phone_without_room_is_named_and_loses_nothing() {
    use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, StorageFull};
    for (kind, said) in
        [(StorageFull, Kind::NoRoom), (ReadOnlyFilesystem, Kind::NoRoom), (PermissionDenied, Kind::NotTrusted)]
    {
        let (_repository, phone, _) = changed(100);
        let before = phone.all();
        let error = phone.sync_in(&mut Full(Folder::new(phone.folder.path()), kind), &|_| ()).unwrap_err();
        assert_eq!(error.kind(), said);
        let after: Vec<_> =
            before.keys().filter(|name| *name != "timestamp.etag").map(|name| phone.all()[name].clone()).collect();
        let before: Vec<_> =
            before.iter().filter(|(name, _)| *name != "timestamp.etag").map(|(_, bytes)| bytes.clone()).collect();
        assert_eq!(after, before);
    }
}

#[test]
fn a_pack_needs_no_room_until_it_is_applied() {
    let (repository, phone, new) = changed(400_000);
    let path = repository.pack_at(CONTACTS);
    let good = repository.host.shelf().files.insert(path.clone(), Reply::status(500)).unwrap();
    failed(&phone);
    repository.answer(&path, good);
    let mut full = Full(Folder::new(phone.folder.path()), std::io::ErrorKind::StorageFull);
    let Finding::Release(release) = phone.sync_in(&mut full, &|_| ()).unwrap() else { panic!("a release") };
    assert_eq!(release.parts[&role(CONTACTS)], new.to_canonical());
    assert_eq!(phone.kept(), []);
}
