//! Content that is just enough for what these tests ask of the app: the less there is, the more can be asked.

use std::{fs, path::PathBuf, sync::LazyLock};

use kindway_content::Pack;
use tempfile::TempDir;

/// One kind of visit, the words of the screens in English, and what no content may be without.
pub fn little() -> Pack {
    let project = kindway_content::read_seed(kindway_seed::SEED).expect("the seed of the build");
    let keeps = |key: &str| {
        let parts: Vec<&str> = key.split('/').collect();
        match parts.as_slice() {
            ["channel" | "synonyms"] => true,
            ["language", name] => name.ends_with("-en-GB"),
            ["messages", "en-GB", _] => true,
            ["doc", "visits", "something-else", "en-GB"] => true,
            ["doc", "guides", "who-can-pay", "en-GB"] | ["doc", "cards", "interpreter", "en-GB"] => true,
            ["doc", "danger", "signs", "en-GB"] | ["doc", "letters", "fare", "en-GB"] => true,
            ["contact", "sands"] | ["rate", "pregnancy"] | ["places", _] => true,
            _ => false,
        }
    };
    let mut records: Vec<_> = project.records.into_iter().filter(|record| keeps(&record.key)).collect();
    for record in &mut records {
        if record.key == "places/outcodes" {
            let mut rows: Vec<serde_json::Value> = serde_json::from_slice(&record.body).expect("rows");
            rows.truncate(3);
            record.body = serde_json::to_vec(&rows).expect("rows");
        }
        if record.key == "synonyms" {
            record.body = b"[]".to_vec();
        }
    }
    Pack { records }
}

/// The little content as it ships.
pub fn little_seed() -> &'static [u8] {
    static SEED: LazyLock<Vec<u8>> = LazyLock::new(|| kindway_content::write_seed(&little()).expect("a seed"));
    &SEED
}

/// The same in a file.
pub fn little_seed_in(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("content.seed");
    fs::write(&path, little_seed()).expect("written");
    path
}
