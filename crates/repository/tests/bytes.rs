//! What a phone loads, in bytes, over the real content in twenty-one roles.

#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use kindway_content::{Pack, Record, read_seed};
use kindway_seed::SEED;
use support::Charity;

const MORE: [&str; 16] =
    ["am", "bn", "es", "fa", "fr", "hi", "ku", "pa", "ps", "pt", "ro", "ru", "so", "sq", "ur", "vi"];

/// The content in nineteen languages: those that have no translation yet get a few of the Arabic words, because what is
/// measured depends on how many roles there are and not on their packs.
fn content() -> Pack {
    let mut pack = read_seed(SEED).unwrap();
    let arabic: Vec<Record> = pack
        .records
        .iter()
        .filter(|record| record.key.ends_with("/ar") || record.key.contains("/ar/"))
        .take(5)
        .cloned()
        .collect();
    for tag in MORE {
        for record in &arabic {
            let key = match record.key.strip_suffix("/ar") {
                Some(start) => format!("{start}/{tag}"),
                None => record.key.replace("/ar/", &format!("/{tag}/")),
            };
            pack.records.push(Record { key, ..record.clone() });
        }
    }
    pack.records.sort_by(|one, other| one.key.cmp(&other.key));
    pack
}

fn gzipped(file: &Path) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::new(6));
    gzip.write_all(&fs::read(file).unwrap()).unwrap();
    gzip.finish().unwrap().len()
}

#[test]
fn a_paragraph_in_one_language_and_a_daily_signature_stay_within_their_bytes() {
    let content = content();
    let roles = kindway_content::roles::split(&content);
    let names: Vec<&str> = roles.keys().map(|role| role.as_str()).collect();
    assert_eq!(names.len(), 21);
    let charity = Charity::with_roles(&names);
    charity.publish(&content);

    let mut changed = content.clone();
    let article = changed
        .records
        .iter_mut()
        .find(|record| record.key.starts_with("doc/articles/") && record.key.ends_with("/ar"))
        .unwrap();
    let body = String::from_utf8(article.body.clone()).unwrap();
    let paragraph = "الرجاء أن تسألي القابلة عن الرسالة قبل موعدك القادم، ولا تدفعي أي مبلغ. ";
    let place = body.find("\"text\":\"").unwrap() + "\"text\":\"".len();
    article.body = format!("{}{paragraph}{}", &body[..place], &body[place..]).into_bytes();
    charity.publish(&changed);

    let metadata = |file: &str| gzipped(&charity.public("metadata").join(file));
    let (timestamp, snapshot, list) =
        (metadata("timestamp.json"), metadata("2.snapshot.json"), metadata("2.language-ar.json"));
    let deltas: Vec<u64> =
        fs::read_dir(charity.public("d")).unwrap().map(|delta| delta.unwrap().metadata().unwrap().len()).collect();
    assert_eq!(deltas.len(), 1);
    let all = timestamp + snapshot + list + deltas[0] as usize;
    let told = format!("timestamp {timestamp} + snapshot {snapshot} + list {list} + delta {} = {all}", deltas[0]);
    assert!(all < 1_400, "{told}");

    charity.timestamp();
    let again = metadata("timestamp.json");
    assert!(again < 400, "a daily signature: {again}");
    assert!(!charity.public("metadata/3.snapshot.json").exists(), "nothing else has to be loaded");
}
