//! Review records: which English text was translated, who gave the translation its status, and whether either has
//! changed since. They stand in `locales/<tag>/review.toml`, one a line:
//!
//! ```toml
//! "articles/interpreter" = { status = "machine", of = "0f3a…", is = "9c41…" }
//! ```
//!
//! `of` is the hash of the English text, `is` that of the translation. A status higher than `machine` names a person and
//! a day, and `approved` names in `checked_by` another person who had checked the text before: nobody releases their own work. The source language needs no records in the test channel; in the public one each of its texts has one, and both
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
    /// For `approved`: the other person, who had checked it before.
    pub checked_by: Option<String>,
}

impl ReviewRecord {
    /// True where a person gave the status.
    pub fn is_by_a_person(&self) -> bool {
        self.status != TranslationStatus::Machine
    }

    /// What it is worth: an approval that does not name another person as the checker is only a check.
    fn worth(&self) -> TranslationStatus {
        let by_two = match (&self.checked_by, &self.by) {
            (Some(checker), Some(editor)) => !same_person(checker, editor),
            _ => false,
        };
        match self.status {
            TranslationStatus::Approved if !by_two => TranslationStatus::Checked,
            status => status,
        }
    }
}

/// True where two names can only be told apart by capitals and spaces.
pub fn same_person(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(one) == plain(other)
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

/// What a person answers for when approving an English document: its words, and for the timeline its window. A translation
/// has only the words.
fn canonical_source(doc: &Doc) -> String {
    let when = doc.front.when.as_ref().map(canonical_when).unwrap_or_default();
    canonical_doc(doc) + &when
}

fn canonical_when(when: &When) -> String {
    let offset = |offset: Option<Offset>| offset.map(|offset| offset.to_string()).unwrap_or_default();
    format!(
        "when: {:?} {} {} {} {} {} {:?}\n",
        when.after,
        when.from,
        offset(when.to),
        offset(when.to_after_birth),
        when.first_baby_only,
        when.visit.as_deref().unwrap_or_default(),
        when.kind
    )
}

/// What a person answers for when approving a decision table: what is asked, and where each answer leads.
fn canonical_rule(rule: &Rule) -> String {
    let questions = rule.questions.iter().map(|question| format!("{}: {}\n", question.id, question.options.join(", ")));
    questions.chain(rule.rows.iter().map(|row| canonical_row(row) + "\n")).collect()
}

fn canonical_row(row: &Row) -> String {
    let when: Vec<String> =
        row.when.iter().map(|(question, options)| format!("{question} = {}", options.join(" or "))).collect();
    format!("{} → {} [{}]", when.join("; "), row.outcome, row.facts.join(", "))
}

/// The fields of a contact that lead to its door, where they are filled in.
fn doors(contact: &Contact) -> impl Iterator<Item = (&'static str, &str)> {
    let fields = [
        ("address", &contact.address),
        ("postcode", &contact.postcode),
        ("email", &contact.email),
        ("website", &contact.website),
    ];
    fields.into_iter().filter_map(|(name, text)| Some((name, text.as_deref()?)))
}

/// What a person answers for when approving a contact: its words, its numbers and its doors.
fn canonical_contact(contact: &Contact) -> String {
    let phones: String = contact.phones.iter().map(|phone| format!("phone: {}\n", phone.number)).collect();
    let more = [("text", &contact.text), ("whatsapp", &contact.whatsapp)];
    let more: String =
        more.iter().filter_map(|(name, text)| Some(format!("{name}: {}\n", (*text).as_ref()?))).collect();
    let doors: String = doors(contact).map(|(name, text)| format!("{name}: {}\n", text.trim())).collect();
    format!("{}\n{}{phones}{more}{doors}", contact.name, canonical_words(&contact.words))
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
        let own = if is_source { canonical_source(doc) } else { canonical_doc(doc) };
        let (of, is) = (hash(&canonical_doc(english)), hash(&own));
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
        for (id, rule) in &content.rules {
            let (is, file) = (hash(&canonical_rule(rule)), format!("{CONTENT}/rules/{id}.toml"));
            items.insert(format!("rules/{id}"), Item { of: is.clone(), is, file, line: None });
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
        Some(record) if record.is == item.is && record.of == item.of => record.worth(),
        Some(_) | None if tag == SOURCE_LANGUAGE => TranslationStatus::Source,
        Some(record) if record.is == item.is => TranslationStatus::Stale,
        Some(_) | None => TranslationStatus::Machine,
    }
}

/// A status as a record spells it.
pub fn status_name(status: TranslationStatus) -> &'static str {
    match status {
        TranslationStatus::Source => "source",
        TranslationStatus::Machine => "machine",
        TranslationStatus::Draft => "draft",
        TranslationStatus::Checked => "checked",
        TranslationStatus::Approved => "approved",
        TranslationStatus::Stale => "stale",
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

/// The records of a language as they are on file.
pub fn records<'s>(sources: &'s Sources, tag: &str) -> Option<&'s Review> {
    sources.reviews.get(tag)
}

/// How every text stands that a language should have, by the key of its record; `None` where it is missing. What
/// English needs is what English has.
pub fn standings(content: &Content, sources: &Sources, tag: &str) -> BTreeMap<String, Option<TranslationStatus>> {
    let found = items(content, sources, tag);
    let mut wanted = items(content, sources, SOURCE_LANGUAGE);
    if tag != SOURCE_LANGUAGE {
        // Sums and tables are not translated.
        wanted.retain(|key, _| !key.starts_with("rates/") && !key.starts_with("rules/"));
    }
    let review = records(sources, tag);
    let standing = |key: &String| {
        let item = found.get(key)?;
        Some(status(tag, item, review.and_then(|review| review.get(key))))
    };
    wanted.keys().map(|key| (key.clone(), standing(key))).collect()
}

/// A piece of an item that a reviewer reads and ticks by itself: a title, one statement, one field, one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The key of the item's record, such as `articles/interpreter`.
    pub item: String,
    /// Which piece of it: `title`, `answer/1`, `summary`; empty where the item is one piece.
    pub part: String,
    /// How it is written down, and so how it can be changed.
    pub kind: PieceKind,
    /// The English words. Strong ones stand between `**`; a message is as Fluent writes it.
    pub english: String,
    /// The same in the language.
    pub words: String,
    /// Where it stands, for somebody who does not see the screen.
    pub context: String,
    /// Its file.
    pub file: String,
    /// Its line, from 1, where one is known.
    pub line: Option<usize>,
}

/// How a [`Piece`] is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// `title` in the front matter of a document.
    Title,
    /// A statement of a document.
    Statement,
    /// A field of a contact's words.
    Field,
    /// A Fluent message.
    Message,
    /// A name, a number or a sum: it can be looked at here, but is changed only in its file.
    Figure,
}

impl Piece {
    /// Tells it apart from every other piece of its language: `articles/interpreter#answer/1`.
    pub fn key(&self) -> String {
        if self.part.is_empty() { self.item.clone() } else { format!("{}#{}", self.item, self.part) }
    }
}

/// Every piece of every item of a language, in the order of the items and, in each, in the order of the screen.
pub fn pieces(content: &Content, sources: &Sources, tag: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for ((area, id, _), doc) in content.docs.iter().filter(|((_, _, language), _)| language == tag) {
        if let Some(english) = content.docs.get(&(*area, id.clone(), SOURCE_LANGUAGE.to_owned())) {
            pieces.extend(doc_pieces(sources, english, doc));
        }
    }
    if tag == SOURCE_LANGUAGE {
        for contact in content.contacts.values() {
            pieces.extend(contact_figures(sources, contact));
            let file = format!("{CONTENT}/contacts/{}.toml", contact.id);
            pieces.extend(word_pieces(sources, contact, &contact.words, &file));
        }
        for rate in content.rates.values() {
            pieces.push(rate_piece(sources, rate));
        }
        for rule in content.rules.values() {
            pieces.extend(rule_pieces(rule));
        }
    }
    for (id, words) in content.contact_words.get(tag).into_iter().flatten() {
        if let Some(contact) = content.contacts.get(id) {
            let file = format!("{CONTENT}/contacts/words/{tag}.toml");
            pieces.extend(word_pieces(sources, contact, words, &file));
        }
    }
    pieces.extend(message_pieces(sources, tag));
    pieces
}

fn marked(statement: &Statement) -> String {
    let span = |span: &Span| if span.strong { format!("**{}**", span.text) } else { span.text.clone() };
    statement.spans.iter().map(span).collect()
}

fn doc_pieces(sources: &Sources, english: &Doc, doc: &Doc) -> Vec<Piece> {
    let folder = doc.area.folder();
    let item = format!("{folder}/{}", doc.id);
    let file = format!("{CONTENT}/{item}/{}.md", doc.language);
    let mut pieces = vec![Piece {
        item: item.clone(),
        part: "title".to_owned(),
        kind: PieceKind::Title,
        english: english.title.clone(),
        words: doc.title.clone(),
        context: format!("{folder}: the title"),
        file: file.clone(),
        line: sources.line_of(&file, None, "title"),
    }];
    if let Some(when) = doc.front.when.as_ref().filter(|_| doc.language == SOURCE_LANGUAGE) {
        let words = canonical_when(when).trim_end().to_owned();
        pieces.push(Piece {
            item: item.clone(),
            part: "when".to_owned(),
            kind: PieceKind::Figure,
            english: words.clone(),
            words,
            context: format!("{folder}: when it can be expected"),
            file: file.clone(),
            line: sources.line_of(&file, None, "[when]"),
        });
    }
    let places = sources.statements.get(&(doc.area, doc.id.clone(), doc.language.clone()));
    let mut places = places.map(Vec::as_slice).unwrap_or_default().iter();
    for (source, section) in english.sections.iter().zip(&doc.sections) {
        for (at, (said, statement)) in source.statements.iter().zip(&section.statements).enumerate() {
            let facts = if said.facts.is_empty() { String::new() } else { format!(" [{}]", said.facts.join(", ")) };
            pieces.push(Piece {
                item: item.clone(),
                part: format!("{}/{}", section.id, at + 1),
                kind: PieceKind::Statement,
                english: marked(said),
                words: marked(statement),
                context: format!("{folder}: \u{201c}{}\u{201d}, section {}{facts}", english.title, section.id),
                file: file.clone(),
                line: places.next().map(|place| place.line),
            });
        }
    }
    pieces
}

fn contact_figures(sources: &Sources, contact: &Contact) -> Vec<Piece> {
    let file = format!("{CONTENT}/contacts/{}.toml", contact.id);
    let mut figures = vec![("name".to_owned(), contact.name.clone())];
    let phones = contact.phones.iter().enumerate();
    figures.extend(phones.map(|(at, phone)| (format!("phones.{at}"), phone.number.clone())));
    figures.extend(contact.text.iter().map(|text| ("text".to_owned(), text.clone())));
    figures.extend(contact.whatsapp.iter().map(|number| ("whatsapp".to_owned(), number.clone())));
    figures.extend(doors(contact).map(|(name, text)| (name.to_owned(), text.to_owned())));
    let piece = |(part, words): (String, String)| Piece {
        item: format!("contacts/{}", contact.id),
        kind: PieceKind::Figure,
        english: words.clone(),
        context: format!("contact: {}", contact.name),
        line: sources.line_with(&file, &words),
        file: file.clone(),
        part,
        words,
    };
    figures.into_iter().map(piece).collect()
}

fn word_pieces(sources: &Sources, contact: &Contact, words: &ContactWords, file: &str) -> Vec<Piece> {
    let english: BTreeMap<String, &str> = filled_fields(&contact.words).into_iter().collect();
    let head = match file.contains("/words/") {
        true => format!("[{}]", contact.id),
        false => "[words]".to_owned(),
    };
    let piece = |(part, text): (String, &str)| Piece {
        item: format!("contacts/{}", contact.id),
        kind: PieceKind::Field,
        english: english.get(&part).copied().unwrap_or_default().to_owned(),
        words: text.to_owned(),
        context: format!("contact: {}, {part}", contact.name),
        file: file.to_owned(),
        line: sources.line_of(file, Some(&head), part.split('.').next().unwrap_or_default()),
        part,
    };
    filled_fields(words).into_iter().map(piece).collect()
}

fn rule_pieces(rule: &Rule) -> Vec<Piece> {
    let questions = rule.questions.iter().map(|question| {
        (format!("question/{}", question.id), format!("{}: {}", question.id, question.options.join(", ")))
    });
    let rows = rule.rows.iter().enumerate().map(|(at, row)| (format!("row/{}", at + 1), canonical_row(row)));
    let piece = |(part, words): (String, String)| Piece {
        item: format!("rules/{}", rule.id),
        part,
        kind: PieceKind::Figure,
        english: words.clone(),
        words,
        context: format!("table: {}", rule.id),
        file: format!("{CONTENT}/rules/{}.toml", rule.id),
        line: None,
    };
    questions.chain(rows).map(piece).collect()
}

fn rate_piece(sources: &Sources, rate: &Rate) -> Piece {
    let file = format!("{CONTENT}/rates.toml");
    let pounds = |pence: i64| format!("£{}.{:02}", pence / 100, pence % 100);
    let sum = match (rate.pence, rate.low_pence, rate.high_pence) {
        (Some(pence), _, _) => pounds(pence),
        (None, Some(low), Some(high)) => format!("{} to {}, not settled", pounds(low), pounds(high)),
        _ => "not known".to_owned(),
    };
    let words = match rate.per {
        RatePeriod::Week => format!("{sum} a week"),
        RatePeriod::Once => format!("{sum} once"),
    };
    let support: Vec<String> = rate.support.iter().map(|kind| format!("{kind:?}")).collect();
    Piece {
        item: format!("rates/{}", rate.id),
        part: String::new(),
        kind: PieceKind::Figure,
        english: words.clone(),
        words,
        context: format!("rate of {}; for: {} [{}]", rate.dated, support.join(", "), rate.facts.join(", ")),
        line: sources.line_with(&file, &format!("\"{}\"", rate.id)),
        file,
    }
}

fn message_pieces(sources: &Sources, tag: &str) -> Vec<Piece> {
    let english = sources.messages.get(SOURCE_LANGUAGE).into_iter().flatten().flat_map(|(_, messages)| messages);
    let english: BTreeMap<&str, &crate::messages::Message> = english.map(|m| (m.id.as_str(), m)).collect();
    let mut pieces = Vec::new();
    for (stem, messages) in sources.messages.get(tag).into_iter().flatten() {
        for message in messages {
            let Some(source) = english.get(message.id.as_str()) else { continue };
            let comments = [&source.group, &source.comment].map(|text| text.trim().replace('\n', " "));
            let about: Vec<&str> = comments.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
            pieces.push(Piece {
                item: format!("words/{stem}/{}", message.id),
                part: String::new(),
                kind: PieceKind::Message,
                english: pattern(&source.canonical),
                words: pattern(&message.canonical),
                context: format!("words of the app, {stem}: {}", about.join(" · ")),
                file: format!("{LOCALES}/{tag}/{stem}.ftl"),
                line: Some(message.line),
            });
        }
    }
    pieces
}

/// What stands behind `id =` of one message, without the indent that it has there.
fn pattern(canonical: &str) -> String {
    let behind = canonical.split_once('=').map_or(canonical, |(_, behind)| behind);
    let lines = behind.trim_end().lines().map(|line| line.strip_prefix("    ").unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n").trim_start().to_owned()
}

/// A message as its file would hold it: the other way of what [`Piece`] shows.
pub fn message_source(id: &str, pattern: &str) -> String {
    let mut lines = pattern.trim().lines();
    match (lines.next().unwrap_or_default(), lines.collect::<Vec<_>>()) {
        (only, rest) if rest.is_empty() => format!("{id} = {only}\n"),
        (first, rest) => {
            let lines = std::iter::once(first).chain(rest).map(|line| format!("    {line}").trim_end().to_owned());
            format!("{id} =\n{}\n", lines.collect::<Vec<_>>().join("\n"))
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
        let machine = ReviewRecord {
            status: TranslationStatus::Machine,
            of: item.of,
            is: item.is,
            by: None,
            on: None,
            checked_by: None,
        };
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
        let status = status_name(record.status);
        let by = record.by.as_ref().map(|by| format!(", by = {}", quoted(by))).unwrap_or_default();
        let on = record.on.map(|on| format!(", on = {on}")).unwrap_or_default();
        let checker = record.checked_by.as_ref().map(|by| format!(", checked_by = {}", quoted(by))).unwrap_or_default();
        let (of, is) = (quoted(&record.of), quoted(&record.is));
        text.push_str(&format!(
            "{} = {{ status = \"{status}\", of = {of}, is = {is}{by}{on}{checker} }}\n",
            quoted(key)
        ));
    }
    text
}
