//! Whatever stands in a feed, reading it ends with a draft or a reason.

use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::draft::{Context, draft};
use super::feed;
use super::place::Outcodes;

const WHOLE: &str = include_str!("../../tests/fixtures/feeds/whole.json");
const OUTCODES: &str =
    "outcode,latitude,longitude,town,postcodes,radius_km_p90\nM13,53.4597,-2.2178,Manchester,900,1.2\n";

/// Reads bytes as an import does, and checks that each draft is TOML that says what it should.
fn read(bytes: &[u8]) {
    let outcodes = Outcodes::parse(OUTCODES);
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let context = Context { feed: "feed", from: None, today, outcodes: &outcodes };
    let Ok(feed) = feed::parsed("feed", bytes) else { return };
    for entry in feed.entries {
        let Ok((draft, _)) = draft(&entry.value, &context) else { continue };
        assert!(draft.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{}", draft.id);
        let text = draft.to_toml();
        let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(table["id"].as_str(), Some(draft.id.as_str()));
        assert!(table["name"].as_str().unwrap().chars().count() <= 120);
        assert_eq!(table["phoned_by_us"].as_bool(), Some(false));
    }
}

/// Any JSON that is not too deep, with the shapes and words that feeds have.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
        "[0-9 +()./a-z-]{0,24}".prop_map(Value::from),
        "[<>&;#a-z/ ]{0,40}".prop_map(Value::from),
        "[0-9]{4}-[0-9]{2}-[0-9]{2}".prop_map(Value::from),
        "[A-Z]{2}(,[0-9]?[A-Z]{2}){0,3}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("(id|name|number|phones|description|[a-z_]{1,8})", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Puts `new` where the `at`-th value stands, counted from the root.
fn put(value: &mut Value, at: &mut usize, new: &Value) -> bool {
    if *at == 0 {
        value.clone_from(new);
        return true;
    }
    *at -= 1;
    match value {
        Value::Array(entries) => entries.iter_mut().any(|entry| put(entry, at, new)),
        Value::Object(fields) => fields.values_mut().any(|entry| put(entry, at, new)),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn bytes_of_any_kind_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read(&bytes);
    }

    #[test]
    fn a_feed_with_bytes_changed_does_no_harm(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..12),
    ) {
        let mut bytes = WHOLE.as_bytes().to_vec();
        for (at, byte, how) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => { bytes.remove(at); }
            }
        }
        read(&bytes);
    }

    #[test]
    fn a_feed_with_values_changed_does_no_harm(
        changes in prop::collection::vec((0..200_usize, any_json()), 1..8),
    ) {
        let mut feed: Value = serde_json::from_str(WHOLE).unwrap();
        for (at, new) in changes {
            put(&mut feed, &mut { at }, &new);
        }
        read(feed.to_string().as_bytes());
    }

    #[test]
    fn a_record_with_any_words_becomes_toml(name in ".{1,200}", words in ".{0,300}", number in ".{0,30}", id in ".{1,100}") {
        let feed = json!([{
            "id": id, "name": name, "description": words, "alert": words, "application_process": words, "status": words,
            "url": words, "email": words, "phones": [{ "number": number, "description": words }],
            "schedules": [{ "description": words }], "contacts": [{ "name": name, "phones": [{ "number": number }] }],
        }]);
        read(feed.to_string().as_bytes());
    }
}

#[test]
fn a_very_deep_feed_is_refused_and_a_very_long_word_is_read_in_time() {
    read("[".repeat(100_000).as_bytes());
    for start in ["<a", "&", "<script></script>", "(", "refuge "] {
        let long = start.repeat(200_000);
        read(
            json!([{ "id": "1", "name": long, "description": long, "phones": [{ "number": long }] }])
                .to_string()
                .as_bytes(),
        );
    }
}
