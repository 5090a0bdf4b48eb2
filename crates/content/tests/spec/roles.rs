//! Roles: a stolen key can alter its own part only, and an app reads content that is newer or older than itself.

use std::collections::BTreeMap;

use kindway_content::roles::{RoleError, RoleName, allowed, join, split};
use kindway_content::{Content, Offset, Pack, PackError, Record, Rule, When, bumped, load, pack, tolerant, unpack};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use crate::project::*;

fn packed() -> Pack {
    pack(&load(Project::good().root()).unwrap()).unwrap()
}

fn role(name: &str) -> RoleName {
    name.parse().unwrap()
}

fn record(key: &str) -> Record {
    Record { key: key.to_owned(), version: 1, review_by: None, body: b"{}".to_vec() }
}

fn with(parts: &BTreeMap<RoleName, Pack>, name: &str, key: &str) -> BTreeMap<RoleName, Pack> {
    let mut parts = parts.clone();
    let records = &mut parts.entry(role(name)).or_default().records;
    records.push(record(key));
    records.sort_by(|a, b| a.key.cmp(&b.key));
    parts
}

/// The pack with a record's body changed as JSON.
fn edited(mut pack: Pack, key: &str, edit: impl FnOnce(&mut Value)) -> Pack {
    let record = pack.records.iter_mut().find(|record| record.key == key).unwrap();
    let mut body: Value = serde_json::from_slice(&record.body).unwrap();
    edit(&mut body);
    record.body = serde_json::to_vec(&body).unwrap();
    pack
}

fn added(mut pack: Pack, key: &str, body: &Value) -> Pack {
    pack.records.push(Record { body: serde_json::to_vec(body).unwrap(), ..record(key) });
    pack.records.sort_by(|a, b| a.key.cmp(&b.key));
    pack
}

/// Adds a field that no version knows to every table, however deep.
fn with_a_new_field_everywhere(value: &mut Value, known: &Pack) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| with_a_new_field_everywhere(value, known)),
        Value::Object(fields) => {
            fields.values_mut().for_each(|value| with_a_new_field_everywhere(value, known));
            // Tables of words by language have any key: there a new one is a language.
            if !fields
                .keys()
                .any(|key| known.with_prefix("language/").any(|record| record.key.ends_with(&format!("-{key}"))))
            {
                fields.insert("zz_new".to_owned(), json!({ "deep": [1, "two", null] }));
            }
        }
        _ => {}
    }
}

fn unpacked(pack: &Pack) -> Content {
    unpack(pack).unwrap()
}

#[test]
fn a_pack_is_split_into_languages_contacts_and_rules() {
    let parts = split(&packed());
    let names: Vec<&str> = parts.keys().map(RoleName::as_str).collect();
    assert_eq!(names, ["contacts", "language-ar", "language-en-GB", "language-ti", "rules"]);
}

#[test]
fn what_was_split_joins_to_the_same_pack() {
    assert_eq!(join(split(&packed())), Ok(packed()));
}

#[test]
fn each_part_is_a_pack_of_its_own() {
    for (role, part) in split(&packed()) {
        assert_eq!(Pack::from_canonical(&part.to_canonical()), Ok(part), "{role}");
    }
}

#[test]
fn each_kind_of_record_stands_in_one_role() {
    for (key, name) in [
        ("doc/articles/interpreter/ti", "language-ti"),
        ("doc/not-known-yet/interpreter/ti", "language-ti"),
        ("messages/ar/visits", "language-ar"),
        ("contact-words/ar/women-together", "language-ar"),
        ("contact/women-together", "contacts"),
        ("channel", "rules"),
        ("fact/RIGHTS-23", "rules"),
        ("language/01-ar", "rules"),
        ("need/00-group", "rules"),
        ("places/outcodes", "rules"),
        ("rate/week", "rules"),
        ("rule/fare", "rules"),
        ("synonyms", "rules"),
        ("topic/00-money", "rules"),
        ("not-known-yet/ar/x", "rules"),
    ] {
        for other in ["contacts", "language-ar", "language-ti", "language-en-GB", "rules"] {
            assert_eq!(allowed(&role(other), key), other == name, "{key} in {other}");
        }
    }
}

#[test]
fn the_key_of_one_language_cannot_alter_another_nor_anything_else() {
    let parts = split(&packed());
    for key in ["doc/articles/stolen/ti", "messages/en-GB/stolen", "contact-words/ti/x", "contact/x", "rate/x", "zebra"]
    {
        let refused = RoleError::Misplaced { role: role("language-ar"), key: key.to_owned() };
        assert_eq!(join(with(&parts, "language-ar", key)), Err(refused));
    }
}

#[test]
fn the_keys_of_rules_and_contacts_cannot_alter_a_language() {
    let parts = split(&packed());
    for name in ["rules", "contacts"] {
        let joined = join(with(&parts, name, "doc/articles/stolen/ar"));
        assert!(matches!(joined, Err(RoleError::Misplaced { .. })), "{name}");
    }
}

#[test]
fn a_key_that_only_looks_like_one_of_a_language_stands_in_no_role() {
    for key in ["doc/articles/x/ti/ar", "doc/x", "doc", "contact/a/b", "messages/ar", "doc/a/b/../ar", "doc/a/b/.."] {
        for name in ["contacts", "language-ar", "language-ti", "rules"] {
            assert!(!allowed(&role(name), key), "{key} in {name}");
        }
        let parts = split(&Pack { records: vec![record(key)] });
        assert!(join(parts).is_err(), "{key} is not lost in silence, and not taken");
    }
}

#[test]
fn a_document_under_the_key_of_another_language_is_refused() {
    let pack = edited(packed(), "doc/articles/interpreter/ar", |doc| doc["language"] = "ti".into());
    assert_eq!(unpack(&pack), Err(PackError::Record { key: "doc/articles/interpreter/ar".to_owned() }));
}

#[test]
fn a_record_under_the_key_of_another_is_refused() {
    for (key, field) in [
        ("contact/women-together", "id"),
        ("fact/RIGHTS-23", "id"),
        ("language/01-ar", "tag"),
        ("need/00-group", "id"),
        ("rate/self-catered", "id"),
        ("topic/00-your-say", "id"),
        ("doc/articles/interpreter/ar", "id"),
    ] {
        let pack = edited(packed(), key, |body| body[field] = "other".into());
        assert_eq!(unpack(&pack), Err(PackError::Record { key: key.to_owned() }));
    }
}

#[test]
fn a_key_that_stands_twice_in_a_part_is_refused() {
    let parts = with(&with(&split(&packed()), "rules", "zebra"), "rules", "zebra");
    assert_eq!(join(parts), Err(RoleError::Twice("zebra".to_owned())));
}

#[test]
fn the_name_of_a_role_is_safe_in_a_path() {
    for name in ["contacts", "rules", "language-ar", "language-en-GB", "language-es-419", "language-zh-Hans"] {
        assert_eq!(role(name).to_string(), name);
    }
    for name in [
        "",
        "targets",
        "Rules",
        "language-",
        "language-..",
        "language-a/b",
        "language-a--b",
        "language--a",
        "language-1",
        "language-a\0",
    ] {
        assert_eq!(name.parse::<RoleName>(), Err(RoleError::Name(name.to_owned())));
    }
}

#[test]
fn a_record_counts_how_often_it_has_changed() {
    let first = packed();
    let second = bumped(&first, edited(packed(), "rate/self-catered", |rate| rate["pence"] = 5000.into()));
    let third = bumped(&second, edited(packed(), "rate/self-catered", |rate| rate["pence"] = 5100.into()));
    assert_eq!(
        (second.get("rate/self-catered").unwrap().version, third.get("rate/self-catered").unwrap().version),
        (2, 3)
    );
    assert_eq!(third.get("channel").unwrap().version, 1);
}

#[test]
fn a_record_whose_review_date_alone_has_changed_counts_as_changed() {
    let mut new = packed();
    let at = new.records.iter().position(|record| record.key == "rate/self-catered").unwrap();
    new.records[at].review_by = None;
    assert_eq!(bumped(&packed(), new).records[at].version, 2);
}

#[test]
fn a_record_that_is_published_unchanged_keeps_its_version() {
    let mut old = packed();
    old.records.iter_mut().for_each(|record| record.version = 7);
    assert_eq!(bumped(&old, packed()), old);
}

#[test]
fn an_old_app_passes_over_fields_that_it_does_not_know() {
    let mut newer = packed();
    let known = packed();
    // Rows and plain words hold no tables.
    for record in newer.records.iter_mut().filter(|record| record.key != "places/outcodes") {
        let mut body: Value = serde_json::from_slice(&record.body).unwrap();
        with_a_new_field_everywhere(&mut body, &known);
        record.body = serde_json::to_vec(&body).unwrap();
    }
    assert_ne!(newer, known);
    assert_eq!(unpacked(&newer), unpacked(&known));
}

#[test]
fn an_old_app_passes_over_a_new_column_of_the_outcodes() {
    let newer = edited(packed(), "places/outcodes", |rows| {
        rows.as_array_mut().unwrap().iter_mut().for_each(|row| row.as_array_mut().unwrap().push("new".into()));
    });
    assert_eq!(unpacked(&newer), unpacked(&packed()));
}

#[test]
fn an_old_app_passes_over_an_area_of_documents_that_it_does_not_know() {
    let newer = added(packed(), "doc/not-known-yet/x/ar", &json!({ "area": "not-known-yet", "id": "x", "new": true }));
    assert_eq!(unpacked(&newer), unpacked(&packed()));
}

#[test]
fn an_old_app_passes_over_a_kind_of_record_that_it_does_not_know() {
    let newer = added(packed(), "video/x/ar", &json!({ "seconds": 12 }));
    assert_eq!(unpacked(&newer), unpacked(&packed()));
    assert_eq!(join(split(&newer)), Ok(newer));
}

#[test]
fn an_old_app_refuses_a_value_that_it_would_have_to_show_as_another() {
    let newer = edited(packed(), "rate/self-catered", |rate| rate["per"] = "month".into());
    assert_eq!(unpack(&newer), Err(PackError::Record { key: "rate/self-catered".to_owned() }));
}

#[test]
fn an_old_app_reads_a_decision_table_beside_fields_that_it_does_not_know() {
    let rule = json!({
        "id": "x", "picture": "scan", "zz_new": 1,
        "question": [{ "id": "a", "options": ["b"], "zz_new": { "c": 1 } }],
        "row": [{ "when": { "a": ["b"] }, "outcome": "d", "facts": [], "zz_new": null }],
    });
    let read: Rule = tolerant::read(rule.to_string().as_bytes()).unwrap();
    assert_eq!((read.questions[0].id.as_str(), read.rows[0].when["a"].as_slice()), ("a", &["b".to_owned()][..]));
}

#[test]
fn an_old_app_reads_a_time_of_the_timeline_beside_fields_that_it_does_not_know() {
    let when = json!({ "after": "birth", "from": "10 days", "to": "6 weeks", "kind": "ask", "zz_new": [{ "a": 1 }] });
    let read: When = tolerant::read(when.to_string().as_bytes()).unwrap();
    assert_eq!((read.from, read.to), (Offset::Days(10), Some(Offset::WeeksAndDays(6, 0))));
}

#[test]
fn a_field_that_is_known_is_read_as_strictly_beside_one_that_is_not() {
    let newer = edited(packed(), "rate/self-catered", |rate| {
        rate["zz_new"] = 1.into();
        rate["pence"] = "4918".into();
    });
    assert_eq!(unpack(&newer), Err(PackError::Record { key: "rate/self-catered".to_owned() }));
}

#[test]
fn a_new_app_reads_old_content_that_lacks_what_was_added_since() {
    let mut older = packed();
    older.records.retain(|record| {
        let later = ["synonyms", "topic/", "rule/", "contact-words/", "doc/timeline/", "doc/questions/"];
        !later.iter().any(|prefix| record.key.starts_with(prefix))
    });
    let older = edited(older, "language/02-ti", |language| {
        language.as_object_mut().unwrap().retain(|field, _| !["calendar", "detail"].contains(&field.as_str()));
    });
    let older = edited(older, "need/00-group", |need| {
        need.as_object_mut().unwrap().retain(|field, _| !["danger", "after_loss", "grief"].contains(&field.as_str()));
    });
    let older = edited(older, "doc/articles/interpreter/ar", |doc| {
        let later = ["order", "topic", "within", "when", "card", "contacts", "pregnancy", "private", "health"];
        doc["front"].as_object_mut().unwrap().retain(|field, _| !later.contains(&field.as_str()));
    });
    let read = unpacked(&older);
    assert!(read.topics.is_empty() && read.synonyms.is_empty());
    assert_eq!(read.languages[2].calendar, kindway_content::OwnCalendar::default());
    assert_eq!(read.docs.len(), unpacked(&packed()).docs.len());
}

#[test]
fn editors_are_still_told_of_a_field_that_nobody_knows() {
    let project = Project::good();
    project.write(TOPICS, "[[topic]]\nid = \"your-say\"\npicture = \"scan\"\nzz_new = 1\n");
    let problems = load(project.root()).unwrap_err();
    assert!(problems.to_string().contains("zz_new"), "{problems}");
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(256) })]

    #[test]
    fn no_key_stands_in_two_roles(key in "(doc|messages|contact|contact-words|rate|x)?(/[a-zA-Z.-]{0,4}){0,5}") {
        let names = ["contacts", "rules", "language-ar"].map(role);
        prop_assert!(names.iter().filter(|name| allowed(name, &key)).count() <= 1, "{}", key);
        let pack = Pack { records: vec![record(&key)] };
        prop_assert_eq!(split(&pack).values().map(|part| part.records.len()).sum::<usize>(), 1, "nothing is lost");
        if let Ok(joined) = join(split(&pack)) {
            prop_assert_eq!(joined, pack);
        }
    }
}
