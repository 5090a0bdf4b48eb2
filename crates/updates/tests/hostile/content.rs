//! 501 to 599: content that those signed who may, and that the app could not live on.

use std::{collections::BTreeMap, path::Path};

use kindway_content::{
    Pack, Record,
    delta::Expected,
    release::{Edition, Release},
    roles::{self, RoleName},
};
use kindway_core::{library::Library, ports::UpdateTrouble::NotTrusted};
use serde_json::{Value, json};

use crate::{
    ALLOCATED, alone,
    case::{Case, Kept, MOST_MEMORY, case},
    support::{Edit, nineteen, project},
    world::{ROLES, World, base},
};

pub fn cases() -> Vec<Case> {
    let mut cases = of_one_part();
    cases.extend(bytes());
    cases.extend(of_more());
    cases.extend(taken());
    cases
}

fn record(key: &str, body: impl Into<Vec<u8>>) -> Record {
    Record { key: key.to_owned(), version: 1, review_by: None, body: body.into() }
}

/// Adds or replaces a record, where it belongs in the order.
fn put(records: &mut Vec<Record>, new: Record) {
    records.retain(|record| record.key != new.key);
    records.push(new);
    records.sort_by(|one, other| one.key.cmp(&other.key));
}

fn change(records: &mut [Record], key: &str, change: impl FnOnce(&mut Value)) {
    let record = records.iter_mut().find(|record| record.key.starts_with(key)).unwrap_or_else(|| panic!("no {key}"));
    let mut body = serde_json::from_slice(&record.body).unwrap();
    change(&mut body);
    record.body = serde_json::to_vec(&body).unwrap();
}

fn signed(number: u32, lie: &str, role: &'static str, change: impl Fn(&mut Vec<Record>) + 'static) -> Case {
    case(number, lie, move |world| world.sign_records(role, &change))
}

/// What she is shown of these roles is what she had; of every other it is what came.
fn shows_the_old(phone: &Path, of: &[&str]) {
    let file = phone.join("content.db");
    let db = rusqlite::Connection::open_with_flags(file, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut ask = db.prepare("SELECT key, version, review_by, body FROM record ORDER BY key").unwrap();
    let record = |row: &rusqlite::Row<'_>| {
        let review_by: Option<String> = row.get(2)?;
        let review_by = review_by.map(|day| day.parse().unwrap());
        Ok(Record { key: row.get(0)?, version: row.get(1)?, review_by, body: row.get(3)? })
    };
    let shown = Pack { records: ask.query_map([], record).unwrap().collect::<Result<_, _>>().unwrap() };
    let (shown, old, new) = (roles::split(&shown), roles::split(&base().second.pack), roles::split(&base().third.pack));
    for name in ROLES {
        let role: RoleName = name.parse().unwrap();
        let expected = if of.contains(&name) { &old } else { &new };
        assert!(shown.get(&role) == expected.get(&role), "{name} is not what it should be");
    }
}

/// All of it arrives and is kept; what the app cannot live on is not shown.
pub fn stays(case: Case, of: &'static [&'static str]) -> Case {
    case.taken().and_see(move |phone, _| shows_the_old(phone, of))
}

fn only(role: &str) -> &'static [&'static str] {
    let at = ROLES.iter().position(|known| *known == role).unwrap();
    &ROLES[at..=at]
}

/// Whoever has the key of one part keeps nobody from the others.
fn of_one_part() -> Vec<Case> {
    let not =
        |number, lie: &str, role, change: fn(&mut Vec<Record>)| stays(signed(number, lie, role, change), only(role));
    vec![
        not(501, "the contacts hold a rate", "contacts", |records| put(records, record("rate/pregnancy", "{}"))),
        not(502, "one language holds a page of another", "language-ar", |records| {
            put(records, record("doc/articles/bus-fares/en-GB", "{}"));
        }),
        not(503, "one language holds the words of another", "language-ar", |records| {
            put(records, record("messages/en-GB/calendar", "\"\""));
        }),
        not(504, "a language holds a contact", "language-ar", |records| put(records, record("contact/sands", "{}"))),
        not(505, "the rules hold a page with one part more in its name", "rules", |records| {
            put(records, record("doc/articles/x/y/en-GB", "{}"));
        }),
        not(506, "the rules hold a contact of two parts", "rules", |records| put(records, record("contact/a/b", "{}"))),
        not(507, "a contact that is no JSON", "contacts", |records| put(records, record("contact/sands", "call them"))),
        not(508, "a contact that is another thing", "contacts", |records| put(records, record("contact/sands", "[1]"))),
        not(509, "a contact that says it is another", "contacts", |records| {
            change(records, "contact/sands", |body| body["id"] = json!("maternity-action"));
        }),
        not(510, "a page that says it is of another language", "language-en-GB", |records| {
            change(records, "doc/articles/bus-fares/en-GB", |body| body["language"] = json!("ar"));
        }),
        not(511, "no languages", "rules", |records| records.retain(|record| !record.key.starts_with("language/"))),
        not(512, "no English among the languages", "rules", |records| {
            records.retain(|record| !record.key.ends_with("-en-GB"));
        }),
        not(513, "no words of the screens in English", "language-en-GB", |records| {
            records.retain(|record| !record.key.starts_with("messages/"));
        }),
        not(514, "no words of the screens in Arabic", "language-ar", |records| {
            records.retain(|record| !record.key.starts_with("messages/"));
        }),
        not(515, "another channel", "rules", |records| {
            change(records, "channel", |body| body["name"] = json!("public"))
        }),
        not(516, "a channel that nobody knows", "rules", |records| {
            change(records, "channel", |body| body["name"] = json!("secret"));
        }),
        not(517, "no channel", "rules", |records| records.retain(|record| record.key != "channel")),
        not(518, "no places", "rules", |records| records.retain(|record| record.key != "places/outcodes")),
        not(519, "places that are no list", "rules", |records| put(records, record("places/outcodes", "{\"L7\":1}"))),
        not(520, "no contacts", "contacts", Vec::clear),
        not(521, "no pages that the screens ask for", "language-en-GB", |records| {
            records.retain(|record| !record.key.starts_with("doc/danger/"));
        }),
        not(522, "a contact ten thousand deep", "contacts", |records| {
            let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
            put(records, record("contact/sands", deep));
        }),
        not(566, "a hundred thousand tiny records", "rules", |records| {
            records.extend((0..100_000).map(|number| record(&format!("x/{number:06}"), "1")));
            records.sort_by(|one, other| one.key.cmp(&other.key));
        }),
        not(570, "as many tiny records as a part has room for", "rules", |records| many(records, "x")),
        not(523, "words that are not text", "language-en-GB", |records| {
            put(records, record("messages/en-GB/edition", b"\"\xff\xfe\"".to_vec()));
        }),
        not(524, "a language in a place of another name", "rules", |records| {
            change(records, "language/01-", |body| body["tag"] = json!("xx"));
        }),
        not(525, "a rate that is no number", "rules", |records| {
            change(records, "rate/pregnancy", |body| body["pence"] = json!("much"));
        }),
        not(526, "everything is empty", "rules", Vec::clear),
        not(527, "a key of two hundred and fifty-seven letters", "rules", |records| {
            put(records, record(&"x".repeat(257), "1"));
        }),
        not(528, "a key with a line in it", "rules", |records| put(records, record("x/\u{1}", "1"))),
    ]
}

/// Canonical bytes that no pack is written as.
fn bytes() -> Vec<Case> {
    let not = |number, lie: &str, make: fn(&mut Vec<u8>, &[Record])| {
        let signed = case(number, format!("signed bytes: {lie}"), move |world: &mut World| {
            let part = world.part("contacts");
            let mut canonical = part.to_canonical();
            make(&mut canonical, &part.records);
            world.sign_canonical("contacts", &canonical);
        });
        stays(signed, only("contacts"))
    };
    vec![
        not(540, "a record twice", |canonical, records| {
            let twice = records.iter().flat_map(|record| [record.clone(), record.clone()]).collect();
            *canonical = kindway_content::Pack { records: twice }.to_canonical();
        }),
        not(541, "not sorted", |canonical, records| {
            let back = records.iter().rev().cloned().collect();
            *canonical = kindway_content::Pack { records: back }.to_canonical();
        }),
        not(542, "more records than there are", |canonical, _| canonical[8] += 1),
        not(543, "more records than a number can say", |canonical, _| canonical[8..12].fill(0xff)),
        not(544, "fewer records than there are", |canonical, _| canonical[8] -= 1),
        not(545, "a key longer than all of it", |canonical, _| canonical[12..16].fill(0xff)),
        not(546, "cut in the middle", |canonical, _| canonical.truncate(canonical.len() / 2)),
        not(547, "more behind it", |canonical, _| canonical.push(0)),
        not(548, "another beginning", |canonical, _| canonical[0] = b'X'),
        not(549, "nothing", |canonical, _| canonical.clear()),
        not(550, "a key that is no UTF-8", |canonical, _| canonical[16] = 0xff),
        not(551, "a review date that is none", |canonical, records| {
            let mut records = records.to_vec();
            records[0].review_by = Some("2027-05-22".parse().unwrap());
            *canonical = kindway_content::Pack { records }.to_canonical();
            let at = canonical.windows(10).position(|window| window == b"2027-05-22").unwrap();
            canonical[at..at + 10].copy_from_slice(b"2027-02-31");
        }),
    ]
}

fn no_words(records: &mut Vec<Record>) {
    records.retain(|record| !record.key.starts_with("messages/"));
}

fn another_status(records: &mut [Record]) {
    change(records, "contact/sands", |body| body["status"] = json!("resting"));
}

/// More than one part, or nothing beside it.
fn of_more() -> Vec<Case> {
    let full = |world: &mut World| {
        world.sign_records("rules", |records| many(records, "x"));
        world.sign_records("language-ar", |records| many(records, "messages/ar"));
    };
    let all_but_the_rules = |world: &mut World| {
        world.sign_records("contacts", |records| another_status(records));
        world.sign_records("language-ar", no_words);
        world.sign_records("language-en-GB", no_words);
    };
    let all = move |world: &mut World| {
        all_but_the_rules(world);
        world.sign_records("rules", |records| records.retain(|record| record.key != "channel"));
    };
    let one_alone = |world: &mut World| {
        *world = World::at(&base().second);
        world.sign_records("language-ar", no_words);
        world.publish("language-ar", |_| ());
    };
    let named = |world: &mut World| {
        world.sign_records("contacts", |records| {
            let body = records.iter().find(|record| record.key == "contact/sands").unwrap().body.clone();
            put(records, record("contact/sands-two", body));
            change(records, "contact/sands-two", |body| body["id"] = json!("sands-two"));
            another_status(records);
        });
        world.sign_records("language-en-GB", |records| {
            change(records, "doc/articles/bus-fares/en-GB", |body| body["front"]["contacts"] = json!(["sands-two"]));
        });
    };
    vec![
        stays(case(571, "two parts full of tiny records", full), &["rules", "language-ar"]),
        stays(
            case(573, "nothing that can be read but the rules", all_but_the_rules),
            &["contacts", "language-ar", "language-en-GB"],
        ),
        stays(case(574, "nothing that can be read", all), &ROLES).says(NotTrusted),
        stays(case(575, "a language without words, and nothing else is new", one_alone), &ROLES).says(NotTrusted),
        case(576, "a page that names a contact which is in a part that cannot be read", named)
            .says(NotTrusted)
            .keeps(Kept::All),
        stays(
            case(577, "a rate that is paid as nobody knows", |world| {
                world.sign_records("rules", |records| {
                    change(records, "rate/pregnancy", |body| body["per"] = json!("by-moonlight"));
                });
            }),
            &["rules"],
        ),
    ]
}

/// Tiny records, up to 3.9 MB of them.
fn many(records: &mut Vec<Record>, kind: &str) {
    let body = if kind == "x" { "1" } else { "\"\"" };
    let each = 16 + kind.len() + 7 + body.len();
    records.extend((0..3_900_000 / each).map(|number| record(&format!("{kind}/{number:06}"), body)));
    records.sort_by(|one, other| one.key.cmp(&other.key));
}

/// Content from a time when the app was newer, and content that is only strange.
fn taken() -> Vec<Case> {
    let fine = |number, lie: &str, role, change: fn(&mut Vec<Record>)| {
        signed(number, &format!("{lie}, which is no lie"), role, change).taken()
    };
    vec![
        fine(560, "a record of a kind that nobody knows", "rules", |records| {
            put(records, record("weather/liverpool", "{\"rain\":true}"));
        }),
        fine(561, "a record of a kind that nobody knows, and that is no JSON", "rules", |records| {
            put(records, record("weather/liverpool", b"\xff\x00 rain".to_vec()));
        }),
        fine(562, "a record of a kind that nobody knows, ten thousand deep", "rules", |records| {
            let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
            put(records, record("weather/liverpool", deep));
        }),
        fine(563, "fields that nobody knows", "contacts", |records| {
            change(records, "contact/sands", |body| body["pigeon"] = json!({ "post": [1, 2, 3] }));
        }),
        fine(564, "fields that nobody knows, deep inside of a page", "language-en-GB", |records| {
            change(records, "doc/articles/bus-fares/en-GB", |body| {
                body["front"]["mood"] = json!("calm");
                body["sections"][0]["shape"] = json!("round");
            });
        }),
        fine(565, "pages of an area that nobody knows", "language-en-GB", |records| {
            put(records, record("doc/songs/lullaby/en-GB", "{}"));
        }),
        fine(567, "words that no grammar reads", "language-en-GB", |records| {
            put(records, record("messages/en-GB/edition", "\"%%% { { { = \\u0000 }\""));
        }),
        fine(568, "a part in which nothing is new but a version", "contacts", |records| {
            *records = kindway_content::roles::split(&base().second.pack).into_values().next().unwrap().records;
            records[0].version = 4_000_000_000;
        }),
        fine(569, "a body of three megabytes", "rules", |records| {
            put(records, record("weather/liverpool", vec![b' '; 3 * 1024 * 1024]));
        }),
        case(572, "two parts, each with one record as long as there is room for, which is no lie", |world| {
            world.sign_records("rules", |records| put(records, record("x/y", vec![b' '; 3_900_000])));
            let words = serde_json::to_vec(&"x".repeat(3_900_000)).unwrap();
            world.sign_records("language-ar", |records| put(records, record("messages/ar/edition", &words[..])));
        })
        .taken(),
    ]
}

#[test]
fn nineteen_languages_that_all_changed_take_little_more_than_their_bytes() {
    let _alone = alone();
    let folder = crate::support::folder();
    let mut library = Library::open(folder.path(), kindway_seed::SEED.to_vec(), Edition::default()).unwrap();
    let mut new = Edit(nineteen(project())).rate("pregnancy", 501).number("sands", "0800 000 0001");
    for tag in ["en-GB", "ar", "ti"] {
        new = new.record(&format!("messages/{tag}/edition"), b"\"edition-of-the-test = 2\"");
    }
    let parts: BTreeMap<_, _> =
        roles::split(&new.0).into_iter().map(|(role, part)| (role, part.to_canonical())).collect();
    drop(new);
    let listed: BTreeMap<_, _> = parts.iter().map(|(role, part)| (role.clone(), Expected::of(part))).collect();
    let bytes: usize = parts.values().map(Vec::len).sum();
    assert!(listed.len() == 21 && listed.iter().all(|(role, part)| library.parts().get(role) != Some(part)));
    let release = Release {
        edition: Edition { root: 1, snapshot: 2 },
        listed: listed.clone(),
        parts,
        floors: "floors".to_owned(),
    };

    let (now, begun) = (crate::support::NOW.parse().unwrap(), std::time::Instant::now());
    ALLOCATED.reset_peak_usage();
    let start = ALLOCATED.current_usage();
    library.take_in(release, now).unwrap();
    let used = ALLOCATED.peak_usage().saturating_sub(start);

    println!(
        "nineteen languages: {} KB, and {} KB beside them, {} ms",
        bytes / 1024,
        used / 1024,
        begun.elapsed().as_millis()
    );
    assert!(library.parts() == &listed);
    assert!(bytes + used <= MOST_MEMORY * 3 / 4, "{} KB", (bytes + used) / 1024);
}
