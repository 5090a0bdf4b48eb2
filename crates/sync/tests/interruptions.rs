//! A connection that breaks, or that somebody else answers on: what came is kept, and nothing is spoilt.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod phone;
mod support;

use kindway_sync::{Error, Finding, Kind, Status, Untrusted};
use phone::{
    CONTACTS, RULES, changed, failed, file_of, first, floors, followed,
    packs::{delta_at, noise, words},
    part_of, ranges, role,
    scissors::{cutting, slowly},
};
use serde_json::json;
use support::Reply;

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
fn what_a_kill_left_behind_is_cleared_away() {
    let (_repository, mut phone) = followed();
    std::fs::write(phone.path("part.Ab12Cd"), "half a fi").unwrap();
    phone.follow();
    assert_eq!(phone.kept(), []);
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
fn what_was_signed_is_taken_whatever_a_host_calls_it() {
    let (mut repository, phone) = followed();
    let (contacts, rules) = (noise("contact/shelter", 7, 100), words("rate/weekly", "51.00"));
    repository.add_delta(&first()[2].1, &rules);
    repository.release(&[(CONTACTS, &contacts), (RULES, &rules)]);
    let delta = delta_at(&first()[2].1.to_canonical(), &rules.to_canonical());
    for path in [delta, repository.pack_at(CONTACTS)] {
        let reply = repository.host.shelf().files[&path].clone();
        repository.answer(&path, reply.with("content-type", "text/html"));
    }
    assert_eq!(phone.release().parts.len(), 2);
    assert!(!repository.host.asked().contains(&repository.pack_at(RULES)), "the delta was enough");
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
