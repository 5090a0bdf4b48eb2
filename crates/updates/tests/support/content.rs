//! Content to publish: that of the project, or a little of it.

use kindway_content::{Pack, Record, read_seed};
use serde_json::Value;

/// The languages that are to ship, in their order.
pub const LANGUAGES: [&str; 19] = [
    "en-GB", "ar", "ti", "bn", "ur", "fa", "vi", "ckb", "ps", "fa-AF", "pt-BR", "es-419", "fr", "zh-Hans", "pa", "ta",
    "sq", "so", "am",
];

/// What the project has, as it ships.
pub fn project() -> Pack {
    read_seed(kindway_seed::SEED).unwrap()
}

/// Two languages, two pages and those that the app names, one rate, two contacts and the places around one town: about 8 KB as it
/// travels.
pub fn small() -> Pack {
    let keeps = |record: &&Record| {
        let parts: Vec<&str> = record.key.split('/').collect();
        match parts.as_slice() {
            ["channel" | "synonyms"] | ["topic", _] => true,
            ["language", name] => !name.ends_with("-ti"),
            ["messages", "en-GB" | "ar", "calendar"] => true,
            ["doc", "articles", "bus-fares" | "women-staff", "en-GB" | "ar"] => true,
            // What the app names.
            ["doc", "danger", "signs", "en-GB"] | ["doc", "letters", "fare", "en-GB"] => true,
            ["doc", "visits", "something-else", "en-GB"] | ["doc", "guides", "who-can-pay", "en-GB"] => true,
            ["doc", "cards", "interpreter", "en-GB"] => true,
            ["rate", "pregnancy"] | ["contact", "sands" | "maternity-action"] => true,
            ["contact-words", "ar", "sands" | "maternity-action"] => true,
            ["fact", id] => id.starts_with("TRAVEL-3"),
            ["places", _] => true,
            _ => false,
        }
    };
    let mut records: Vec<Record> = project().records.iter().filter(keeps).cloned().collect();
    for record in &mut records {
        if record.key == "places/outcodes" {
            let mut rows: Vec<Value> = serde_json::from_slice(&record.body).unwrap();
            rows.retain(|row| row[0].as_str().is_some_and(|outcode| outcode.starts_with("L7")));
            record.body = serde_json::to_vec(&rows).unwrap();
        }
        if record.key == "doc/danger/signs/en-GB" {
            let mut signs: Value = serde_json::from_slice(&record.body).unwrap();
            signs["sections"].as_array_mut().unwrap().truncate(1);
            record.body = serde_json::to_vec(&signs).unwrap();
        }
        if record.key == "synonyms" {
            record.body = b"[]".to_vec();
        }
    }
    Pack { records }
}

/// The pack in nineteen languages. Those that are not written yet are played by Arabic and Tigrinya, each as a part of its own.
pub fn nineteen(mut content: Pack) -> Pack {
    let mut more = Vec::new();
    for (place, tag) in LANGUAGES.iter().enumerate().skip(3) {
        let player = if place % 2 == 0 { "ar" } else { "ti" };
        for record in &content.records {
            let mut played = record.clone();
            let parts: Vec<&str> = record.key.split('/').collect();
            played.key = match parts.as_slice() {
                ["doc", area, id, of] if *of == player => format!("doc/{area}/{id}/{tag}"),
                ["messages", of, file] if *of == player => format!("messages/{tag}/{file}"),
                ["contact-words", of, id] if *of == player => format!("contact-words/{tag}/{id}"),
                ["language", name] if name.ends_with(&format!("-{player}")) => format!("language/{place:02}-{tag}"),
                _ => continue,
            };
            let mut body: Value = serde_json::from_slice(&played.body).unwrap();
            for field in ["language", "tag"] {
                if body.get(field).is_some() {
                    body[field] = (*tag).into();
                }
            }
            played.body = serde_json::to_vec(&body).unwrap();
            more.push(played);
        }
    }
    content.records.extend(more);
    content.records.sort_by(|one, other| one.key.cmp(&other.key));
    content
}

/// What an editor does to a pack.
pub struct Edit(pub Pack);

impl Edit {
    fn body(&mut self, key: &str, change: impl FnOnce(&mut Value)) {
        let record = self.0.records.iter_mut().find(|record| record.key == key).unwrap_or_else(|| panic!("no {key}"));
        let mut body = serde_json::from_slice(&record.body).unwrap();
        change(&mut body);
        record.body = serde_json::to_vec(&body).unwrap();
    }

    /// Writes the first paragraph of an Arabic page anew.
    #[must_use]
    pub fn paragraph(mut self, article: &str, text: &str) -> Self {
        self.body(&format!("doc/articles/{article}/ar"), |doc| {
            doc["sections"][0]["statements"][0]["spans"][0]["text"] = text.into();
        });
        self
    }

    /// Sets a rate.
    #[must_use]
    pub fn rate(mut self, rate: &str, pence: u32) -> Self {
        self.body(&format!("rate/{rate}"), |rate| rate["pence"] = pence.into());
        self
    }

    /// Sets the first telephone number of a contact.
    #[must_use]
    pub fn number(mut self, contact: &str, number: &str) -> Self {
        self.body(&format!("contact/{contact}"), |contact| contact["phones"][0]["number"] = number.into());
        self
    }

    /// Adds or replaces a record of any kind.
    #[must_use]
    pub fn record(mut self, key: &str, body: &[u8]) -> Self {
        self.0.records.retain(|record| record.key != key);
        self.0.records.push(Record { key: key.into(), version: 1, review_by: None, body: body.into() });
        self.0.records.sort_by(|one, other| one.key.cmp(&other.key));
        self
    }

    /// Takes a record away.
    #[must_use]
    pub fn without(mut self, key: &str) -> Self {
        self.0.records.retain(|record| record.key != key);
        self
    }
}
