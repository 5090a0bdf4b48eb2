//! From what is published to a release: what is asked for, what comes of it, and what is stored afterwards.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod phone;
mod support;

use std::sync::atomic::Ordering;

use kindway_content::{delta::Expected, release::Edition};
use kindway_sync::{Error, Finding, Folder, Kind, Progress, Trouble, Untrusted};
use phone::{
    CONTACTS, RULES, changed, failed, file_of, first, floors, followed,
    packs::{delta_at, noise, words},
    part_of, role,
    scissors::{cutting, slowly},
    world,
};
use serde_json::json;
use support::Reply;

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
fn a_delta_of_what_is_not_here_any_more_leads_nowhere() {
    let (mut repository, mut phone) = followed();
    let (old, new) = (first()[2].1.clone(), words("rate/weekly", "51.00"));
    repository.add_delta(&old, &new);
    repository.release(&[(RULES, &new)]);
    phone.lost = Some(Ok(()));
    assert_eq!(phone.release().parts[&role(RULES)], new.to_canonical());
    assert_eq!(repository.host.asked().last().unwrap(), &repository.pack_at(RULES));
}

#[test]
fn an_app_that_cannot_read_what_it_has_ends_the_sync() {
    let (mut repository, mut phone) = followed();
    let (old, new) = (first()[2].1.clone(), words("rate/weekly", "51.00"));
    repository.add_delta(&old, &new);
    repository.release(&[(RULES, &new)]);
    phone.lost = Some(Err("closed"));
    let error = failed(&phone);
    assert!(matches!(&error, Error::Have { role, .. } if role == RULES), "{error}");
    assert!(!repository.host.asked().contains(&repository.pack_at(RULES)));
    assert_eq!((phone.kept(), floors(&phone)["snapshot"].clone()), (vec![], json!(2)));
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
        let (mut repository, mut phone) = followed();
        phone.limits.unpacked = 8 * 1024 * 1024;
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
fn deltas_leave_room_for_the_whole_packs() {
    let (mut repository, mut phone) = followed();
    let new = noise("contact/shelter", 7, 5000);
    repository.release(&[(CONTACTS, &new)]);
    let length = file_of(&repository, CONTACTS).len() as u64;
    repository.put(&delta_at(&first()[0].1.to_canonical(), &new.to_canonical()), &[b'K'; 1000]);
    phone.limits.packs = length + 100;
    assert_eq!(phone.release().parts[&role(CONTACTS)], new.to_canonical());
    assert!(phone.reports.borrow().iter().all(|report| report.done <= phone.limits.packs));
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
fn where_bytes_cost_money_even_a_small_whole_pack_waits_for_her_word() {
    let (repository, phone, new) = changed(100);
    let length = file_of(&repository, CONTACTS).len() as u64;
    phone.free_packs.set(0);
    assert_eq!(phone.sync().unwrap(), Finding::Large { bytes: length });
    assert!(!repository.host.asked().contains(&repository.pack_at(CONTACTS)));
    phone.free_packs.set(1);
    assert_eq!(phone.release().parts[&role(CONTACTS)], new.to_canonical());
}

#[test]
fn bytes_that_begin_to_cost_money_between_two_whole_packs_wait_for_her_word() {
    let (mut repository, phone) = followed();
    let (contacts, rules) = (noise("contact/shelter", 7, 3000), noise("rate/weekly", 8, 2000));
    repository.release(&[(CONTACTS, &contacts), (RULES, &rules)]);
    let length = |role: &str| file_of(&repository, role).len();
    phone.free_packs.set(1);
    assert_eq!(phone.sync().unwrap(), Finding::Large { bytes: length(RULES) as u64 }, "what came is not counted");
    assert!(!repository.host.asked().contains(&repository.pack_at(RULES)));
    assert_eq!(phone.kept(), [(part_of(&repository, CONTACTS), length(CONTACTS))]);
    phone.free_packs.set(usize::MAX);
    assert_eq!(phone.release().parts.len(), 2);
    assert!(!repository.host.asked().contains(&repository.pack_at(CONTACTS)), "it came before");
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
    phone.free_packs.set(0);
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
        [(StorageFull, Kind::NoRoom), (ReadOnlyFilesystem, Kind::NoRoom), (PermissionDenied, Kind::NoRoom)]
    {
        let (_repository, phone, _) = changed(100);
        // Without its tag a timestamp is asked for again, no more.
        std::fs::remove_file(phone.path("timestamp.etag")).unwrap();
        let before = phone.all();
        let error = phone.sync_in(&mut Full(Folder::new(phone.folder.path()), kind), &|_| ()).unwrap_err();
        assert_eq!(error.kind(), said);
        assert_eq!(phone.all(), before);
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
