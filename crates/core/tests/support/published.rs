//! Content as editors publish it, small enough to be packed in a moment, and releases of it.

#![allow(unreachable_pub, clippy::unwrap_used, clippy::panic)]

use std::{collections::BTreeMap, sync::OnceLock};

use kindway_content::{
    Pack, Record,
    delta::Expected,
    release::{Edition, Release},
    roles::{self, RoleName},
};

/// A part of what is published today that the app can live on: English, Arabic and Tigrinya, a few documents and contacts.
pub fn small() -> Pack {
    static SMALL: OnceLock<Pack> = OnceLock::new();
    SMALL.get_or_init(make_small).clone()
}

/// The small content as it ships.
pub fn small_seed() -> Vec<u8> {
    static SEED: OnceLock<Vec<u8>> = OnceLock::new();
    SEED.get_or_init(|| kindway_content::write_seed(&small()).unwrap()).clone()
}

fn make_small() -> Pack {
    let whole = kindway_content::read_seed(kindway_seed::SEED).unwrap();
    let kept = |record: &Record| {
        let parts: Vec<&str> = record.key.split('/').collect();
        match parts.as_slice() {
            ["doc", "articles", id, tag] => ["interpreter", "scans"].contains(id) && is_spoken(tag),
            ["doc", "guides", id, tag] => *id == "who-can-pay" && is_spoken(tag),
            ["doc", "questions" | "timeline", ..] | ["rule", _] => false,
            ["doc", _, _, tag] | ["messages", tag, _] => is_spoken(tag),
            ["contact-words", tag, id] => is_spoken(tag) && ["sands", "bawso"].contains(id),
            ["contact", id] => ["sands", "bawso"].contains(id),
            ["language", placed] => is_spoken(placed.split_once('-').unwrap().1),
            _ => true,
        }
    };
    let mut pack = Pack { records: whole.records.into_iter().filter(kept).collect() };
    set(
        &mut pack,
        "places/outcodes",
        r#"[["L7",53.4,-2.9,"Liverpool",500,1.5],["B1",52.5,-1.9,"Birmingham",700,1.0]]"#,
    );
    pack
}

fn is_spoken(tag: &str) -> bool {
    ["en-GB", "ar", "ti"].contains(&tag)
}

pub fn text(pack: &Pack, key: &str) -> String {
    let record = pack.get(key).unwrap_or_else(|| panic!("{key}"));
    String::from_utf8(record.body.clone()).unwrap()
}

/// Sets the body of a record, new or not, and counts its version.
pub fn set(pack: &mut Pack, key: &str, body: &str) {
    match pack.records.binary_search_by(|record| record.key.as_str().cmp(key)) {
        Ok(at) => {
            pack.records[at].version += 1;
            pack.records[at].body = body.into();
        }
        Err(at) => {
            let record = Record { key: key.to_owned(), version: 1, review_by: None, body: body.into() };
            pack.records.insert(at, record);
        }
    }
}

/// Changes words in a record.
#[track_caller]
pub fn change(pack: &mut Pack, key: &str, from: &str, to: &str) {
    let body = text(pack, key);
    assert!(body.contains(from), "{key} has no {from:?}");
    set(pack, key, &body.replace(from, to));
}

/// Takes away every record whose key one can say this of.
pub fn take(pack: &mut Pack, is_gone: impl Fn(&str) -> bool) {
    pack.records.retain(|record| !is_gone(&record.key));
}

pub fn edition(snapshot: u64) -> Edition {
    Edition { root: 1, snapshot }
}

pub fn bytes(pack: &Pack) -> BTreeMap<RoleName, Vec<u8>> {
    roles::split(pack).into_iter().map(|(role, part)| (role, part.to_canonical())).collect()
}

pub fn listed(parts: &BTreeMap<RoleName, Vec<u8>>) -> BTreeMap<RoleName, Expected> {
    parts.iter().map(|(role, bytes)| (role.clone(), Expected::of(bytes))).collect()
}

/// The release of a pack for a reader who has another one.
pub fn release(snapshot: u64, has: &Pack, pack: &Pack) -> Release {
    let (has, parts) = (listed(&bytes(has)), bytes(pack));
    let listed = listed(&parts);
    let parts = parts.into_iter().filter(|(role, _)| has.get(role) != listed.get(role)).collect();
    Release { edition: edition(snapshot), listed, parts, floors: format!("floors of {snapshot}") }
}
