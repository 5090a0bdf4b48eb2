//! Review records: which English text was translated, who gave the translation its status, and whether either has
//! changed since. They stand in `locales/<tag>/review.toml`, one a line:
//!
//! ```toml
//! "articles/interpreter" = { status = "machine", of = "0f3a…", is = "9c41…" }
//! ```
//!
//! `of` is the hash of the English text, `is` that of the translation. A status higher than `machine` names a person and
//! a day. The source language needs no records in the test channel; in the public one each of its texts has one, and both
//! of its hashes are that of the text itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use chrono::NaiveDate;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::load::{self, CONTENT, LOCALES, Reading, Sources, date};
use crate::model::*;
use crate::problem::{Problem, Problems};

/// Name of the file with the records of a language.
pub const FILE: &str = "review.toml";

/// The records of a language by item, such as `articles/interpreter`.
pub type Review = BTreeMap<String, ReviewRecord>;

/// One record.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewRecord {
    /// `machine`, `draft`, `checked` or `approved`.
    pub status: TranslationStatus,
    /// Hash of the English text that was translated.
    pub of: String,
    /// Hash of the translation that the status was given to.
    pub is: String,
    /// The person who gave it.
    pub by: Option<String>,
    /// The day on which they gave it.
    #[serde(default, deserialize_with = "some_date")]
    pub on: Option<NaiveDate>,
}

impl ReviewRecord {
    /// True where a person gave the status.
    pub fn is_by_a_person(&self) -> bool {
        self.status != TranslationStatus::Machine
    }
}

fn some_date<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    date(deserializer).map(Some)
}

/// A text that has a status, with its present hashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Hash of the English text as it is now.
    pub of: String,
    /// Hash of this text as it is now.
    pub is: String,
    /// File that it stands in.
    pub file: String,
    /// Line, from 1, where one is known.
    pub line: Option<usize>,
}

/// The first twelve hexadecimal digits of the SHA-256 of a text.
pub fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(6).fold(String::new(), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The words of a document in one spelling: front matter, facts and line breaks do not change it.
pub fn canonical_doc(doc: &Doc) -> String {
    let mut text = format!("{}\n", doc.title.trim());
    for section in &doc.sections {
        text.push_str(&format!("## {}\n", section.id));
        for statement in &section.statements {
            text.push_str("- ");
            for span in &statement.spans {
                let mark = if span.strong { "**" } else { "" };
                text.push_str(&format!("{mark}{}{mark}", span.text));
            }
            text.push('\n');
        }
    }
    text
}

/// The fields of a contact's words that are filled in, by name.
pub fn filled_fields(words: &ContactWords) -> Vec<(String, &str)> {
    let single = [
        ("summary", Some(&words.summary)),
        ("hours", words.hours.as_ref()),
        ("languages", words.languages.as_ref()),
        ("fare", words.fare.as_ref()),
        ("joining", words.joining.as_ref()),
        ("days", words.days.as_ref()),
        ("time", words.time.as_ref()),
        ("venue", words.venue.as_ref()),
        ("creche", words.creche.as_ref()),
        ("food", words.food.as_ref()),
        ("interpreter", words.interpreter.as_ref()),
        ("instead", words.instead.as_ref()),
    ];
    let labels =
        words.phone_labels.iter().enumerate().map(|(at, label)| (format!("phone_labels.{at}"), label.as_str()));
    let single = single.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?.as_str())));
    single.chain(labels.filter(|(_, label)| !label.is_empty())).collect()
}

/// The words of a contact in one spelling.
pub fn canonical_words(words: &ContactWords) -> String {
    filled_fields(words).into_iter().map(|(name, text)| format!("{name}: {}\n", text.trim())).collect()
}

/// What a person answers for when approving a contact: its words and its numbers.
fn canonical_contact(contact: &Contact) -> String {
    let phones: String = contact.phones.iter().map(|phone| format!("phone: {}\n", phone.number)).collect();
    let more = [("text", &contact.text), ("whatsapp", &contact.whatsapp)];
    let more: String =
        more.iter().filter_map(|(name, text)| Some(format!("{name}: {}\n", (*text).as_ref()?))).collect();
    format!("{}\n{}{phones}{more}", contact.name, canonical_words(&contact.words))
}

fn canonical_rate(rate: &Rate) -> String {
    format!("{:?} {:?} {:?} {:?} {:?}", rate.pence, rate.low_pence, rate.high_pence, rate.per, rate.support)
}

/// Every text of a language that has a status, by the key of its record. A text whose English is missing has none.
pub fn items(content: &Content, sources: &Sources, tag: &str) -> BTreeMap<String, Item> {
    let mut items = BTreeMap::new();
    let is_source = tag == SOURCE_LANGUAGE;
    for ((area, id, language), doc) in content.docs.iter().filter(|((_, _, language), _)| language == tag) {
        let Some(english) = content.docs.get(&(*area, id.clone(), SOURCE_LANGUAGE.to_owned())) else { continue };
        let file = format!("{CONTENT}/{}/{id}/{language}.md", area.folder());
        let (of, is) = (hash(&canonical_doc(english)), hash(&canonical_doc(doc)));
        items.insert(format!("{}/{id}", area.folder()), Item { of, is, file, line: None });
    }
    let english = sources.messages.get(SOURCE_LANGUAGE).into_iter().flatten().flat_map(|(_, messages)| messages);
    let english: BTreeMap<&str, &str> = english.map(|m| (m.id.as_str(), m.canonical.as_str())).collect();
    for (stem, messages) in sources.messages.get(tag).into_iter().flatten() {
        for message in messages {
            let Some(source) = english.get(message.id.as_str()) else { continue };
            let file = format!("{LOCALES}/{tag}/{stem}.ftl");
            let (of, is) = (hash(source), hash(&message.canonical));
            items.insert(format!("words/{stem}/{}", message.id), Item { of, is, file, line: Some(message.line) });
        }
    }
    if is_source {
        for (id, contact) in &content.contacts {
            let (is, file) = (hash(&canonical_contact(contact)), format!("{CONTENT}/contacts/{id}.toml"));
            items.insert(format!("contacts/{id}"), Item { of: is.clone(), is, file, line: None });
        }
        for (id, rate) in &content.rates {
            let (is, file) = (hash(&canonical_rate(rate)), format!("{CONTENT}/rates.toml"));
            let line = sources.line_with(&file, &format!("\"{id}\""));
            items.insert(format!("rates/{id}"), Item { of: is.clone(), is, file, line });
        }
    }
    for (id, words) in content.contact_words.get(tag).into_iter().flatten() {
        let Some(contact) = content.contacts.get(id) else { continue };
        let file = format!("{CONTENT}/contacts/words/{tag}.toml");
        let line = sources.line_with(&file, &format!("[{id}]"));
        let (of, is) = (hash(&canonical_words(&contact.words)), hash(&canonical_words(words)));
        items.insert(format!("contacts/{id}"), Item { of, is, file, line });
    }
    items
}

/// The status of a text by its record. A record of another text than the present one gives nothing: the lowest status
/// of the language holds until somebody looks.
pub fn status(tag: &str, item: &Item, record: Option<&ReviewRecord>) -> TranslationStatus {
    match record {
        Some(record) if record.is == item.is && record.of == item.of => record.status,
        Some(_) | None if tag == SOURCE_LANGUAGE => TranslationStatus::Source,
        Some(record) if record.is == item.is => TranslationStatus::Stale,
        Some(_) | None => TranslationStatus::Machine,
    }
}

/// Gives every document the status of its record.
pub(crate) fn settle(reading: &mut Reading) {
    let tags: Vec<Tag> = reading.content.languages.iter().map(|language| language.tag.clone()).collect();
    for tag in tags {
        let items = items(&reading.content, &reading.sources, &tag);
        let review = reading.sources.reviews.get(&tag);
        for ((area, id, language), doc) in &mut reading.content.docs {
            let key = format!("{}/{id}", area.folder());
            if let Some(item) = items.get(&key).filter(|_| *language == tag) {
                doc.status = status(&tag, item, review.and_then(|review| review.get(&key)));
            }
        }
    }
}

/// What [`stamp`] did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamped {
    /// Texts without a record until now.
    pub new: usize,
    /// Texts that have changed since their record.
    pub changed: usize,
    /// Of those, the ones whose status a person had given: they need that person again.
    pub lost: Vec<String>,
    /// Records as they were.
    pub kept: usize,
    /// Records of texts that are no longer there.
    pub removed: usize,
}

/// Why records were not written.
#[derive(thiserror::Error, Debug)]
pub enum StampError {
    /// Not a language of `languages.toml`.
    #[error("{0} is not a language of {CONTENT}/languages.toml")]
    NoSuchLanguage(Tag),
    /// English is not a translation.
    #[error("{SOURCE_LANGUAGE} is what the others are translated from; only a person can give it a status")]
    SourceLanguage,
    /// The English or this language cannot be read.
    #[error("{0}")]
    Content(#[from] Problems),
    /// The file cannot be written.
    #[error("{FILE} cannot be written: {0}")]
    Write(#[from] io::Error),
}

/// Gives the status `machine` to every text of a language that is new or has changed. A record given by a person is
/// left as it is unless its text has changed.
///
/// # Errors
/// [`StampError`].
pub fn stamp(root: &Path, tag: &str) -> Result<Stamped, StampError> {
    if tag == SOURCE_LANGUAGE {
        return Err(StampError::SourceLanguage);
    }
    let reading = load::read(root, None);
    if !reading.content.languages.iter().any(|language| language.tag == tag) {
        return Err(StampError::NoSuchLanguage(tag.to_owned()));
    }
    let others: Vec<&Language> =
        reading.content.languages.iter().filter(|l| l.tag != tag && l.tag != SOURCE_LANGUAGE).collect();
    let of_another = |problem: &Problem| {
        others.iter().any(|language| {
            let file = &problem.file;
            let tag = &language.tag;
            file.ends_with(&format!("/{tag}.md"))
                || file.ends_with(&format!("/words/{tag}.toml"))
                || file.starts_with(&format!("{LOCALES}/{tag}"))
        })
    };
    let errors: Vec<Problem> = reading.problems.iter().filter(|p| p.is_error() && !of_another(p)).cloned().collect();
    if !errors.is_empty() {
        return Err(Problems(errors).into());
    }
    let before = reading.sources.reviews.get(tag).cloned().unwrap_or_default();
    let items = items(&reading.content, &reading.sources, tag);
    let mut stamped =
        Stamped { removed: before.keys().filter(|key| !items.contains_key(*key)).count(), ..Stamped::default() };
    let mut after = Review::new();
    for (key, item) in items {
        let machine = ReviewRecord { status: TranslationStatus::Machine, of: item.of, is: item.is, by: None, on: None };
        let record = match before.get(&key) {
            Some(record) if record.is == machine.is => {
                stamped.kept += 1;
                record.clone()
            }
            Some(record) => {
                stamped.changed += 1;
                if record.is_by_a_person() {
                    stamped.lost.push(key.clone());
                }
                machine
            }
            None => {
                stamped.new += 1;
                machine
            }
        };
        after.insert(key, record);
    }
    if after != before {
        fs::write(root.join(LOCALES).join(tag).join(FILE), write(&after))?;
    }
    Ok(stamped)
}

/// The records as a file, one a line.
pub fn write(review: &Review) -> String {
    let mut text = String::from(
        "# How each text of this language came to be. \"of\" is the English it was translated from, \"is\" the translation.\n\
         # Written by: kindway-publish stamp. Only a named person may give draft, checked or approved, with by and on.\n\n",
    );
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    for (key, record) in review {
        let status = match record.status {
            TranslationStatus::Source => "source",
            TranslationStatus::Machine => "machine",
            TranslationStatus::Draft => "draft",
            TranslationStatus::Checked => "checked",
            TranslationStatus::Approved => "approved",
            TranslationStatus::Stale => "stale",
        };
        let by = record.by.as_ref().map(|by| format!(", by = {}", quoted(by))).unwrap_or_default();
        let on = record.on.map(|on| format!(", on = {on}")).unwrap_or_default();
        let (of, is) = (quoted(&record.of), quoted(&record.is));
        text.push_str(&format!("{} = {{ status = \"{status}\", of = {of}, is = {is}{by}{on} }}\n", quoted(key)));
    }
    text
}
