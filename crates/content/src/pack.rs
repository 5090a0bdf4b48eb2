//! A pack: the content as canonical bytes, and the seed file that ships inside the app.
//!
//! The same content gives the same bytes on every machine, so a hash names it. All numbers are little-endian:
//!
//! ```text
//! canonical   KWPACK01 · count u32 · records, sorted by key, no key twice
//! record      length u32 · key │ version u32 │ length u32 · review-by, "2027-05-22" or "" │ length u32 · body, compact JSON
//! seed file   KWSEED01 · SHA-256 of the canonical bytes · their length u64 · the canonical bytes, brotli
//! ```
//!
//! | key | body |
//! | --- | --- |
//! | `channel` | [`Channel`] |
//! | `contact/<id>` | [`Contact`] |
//! | `contact-words/<tag>/<id>` | [`ContactWords`] |
//! | `doc/<area>/<id>/<tag>` | [`Doc`] |
//! | `fact/<id>` | [`Fact`] |
//! | `language/<nn>-<tag>` | [`Language`], numbered in the order of the language screen |
//! | `messages/<tag>/<file>` | the Fluent source, without comments, as one JSON string |
//! | `need/<nn>-<id>` | [`Need`], numbered in the order of the chips |
//! | `places/outcodes` | rows `[outcode, latitude, longitude, town, postcodes, radius]`; see [`outcodes`] |
//! | `rate/<id>` | [`Rate`] |
//! | `rule/<id>` | [`Rule`] |
//! | `synonyms` | all [`Synonyms`] as one list |
//! | `topic/<nn>-<id>` | [`Topic`], numbered in the order of the tiles |
//!
//! Bytes from outside are hostile: every length is checked against what remains before anything is reserved.

use std::collections::BTreeMap;
use std::io::Write;

use brotli::enc::StandardAlloc;
use brotli::{BrotliDecompressStream, BrotliResult, BrotliState};
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::messages;
use crate::model::*;
use crate::tolerant;

const PACK_MAGIC: &[u8; 8] = b"KWPACK01";
const SEED_MAGIC: &[u8; 8] = b"KWSEED01";
/// The most that a pack may unpack to, in bytes.
pub const MAX_CANONICAL: usize = 32 * 1024 * 1024;
/// The most records of one pack; nineteen languages together have a third of it. Small ones cost more memory than bytes.
const MAX_RECORDS: usize = 20_000;
/// The longest key, in bytes.
const MAX_KEY: usize = 256;
/// Three lengths and a version: what the shortest record takes, in bytes.
const MIN_RECORD: usize = 16;
/// Best compression that costs nothing to read; the app is built rarely and shipped often.
pub(crate) const BROTLI_QUALITY: u32 = 11;
/// The largest window that is written, and that a stream may ask for: four megabytes.
pub(crate) const BROTLI_WINDOW: u32 = 22;
pub(crate) const BUFFER: usize = 16 * 1024;

/// Why bytes were not taken as a pack.
#[derive(thiserror::Error, Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// It starts with other bytes than a pack or a seed file does.
    #[error("not a pack of this version")]
    Magic,
    /// A length points past the end.
    #[error("it ends too early")]
    Truncated,
    /// There are bytes after the last record.
    #[error("bytes follow the last record")]
    Trailing,
    /// Longer than [`MAX_CANONICAL`], more than 20,000 records, or a key that is too long.
    #[error("too large")]
    TooLarge,
    /// Keys out of order, or one twice.
    #[error("keys are not sorted, or one stands twice")]
    Order,
    /// A key or a body that is not UTF-8, an empty key, or a body that is not JSON of its shape or names another thing than its
    /// key does.
    #[error("the record {key} cannot be read")]
    Record {
        /// Its key, as far as it could be read.
        key: String,
    },
    /// A review date that is not written as `2027-05-22`.
    #[error("a review date cannot be read")]
    Date,
    /// The compressed bytes are damaged.
    #[error("the compressed bytes are damaged")]
    Compression,
    /// The bytes are not the ones that the header names.
    #[error("the hash does not match")]
    Hash,
}

/// One record of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// See the table of this module.
    pub key: String,
    /// Counts how often the published record has changed; 1 in a first pack.
    pub version: u32,
    /// The last day on which it may be shown without "may have changed", or, for a rate, at all.
    pub review_by: Option<NaiveDate>,
    /// Compact JSON.
    pub body: Vec<u8>,
}

impl Record {
    /// The body as its type of [`crate::model`], with what a newer version may have added left out.
    ///
    /// # Errors
    /// [`PackError::Record`] where it has another shape.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, PackError> {
        tolerant::read(&self.body).map_err(|_| self.unreadable())
    }

    /// The body, which has to name itself as the key does: a key is what decides who may publish a record.
    fn decode_named<T: DeserializeOwned>(&self, is_named: impl Fn(&T) -> bool) -> Result<T, PackError> {
        let body = self.decode()?;
        if is_named(&body) { Ok(body) } else { Err(self.unreadable()) }
    }

    fn unreadable(&self) -> PackError {
        PackError::Record { key: self.key.clone() }
    }
}

/// Records sorted by key, no key twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    /// The records.
    pub records: Vec<Record>,
}

impl Pack {
    /// The canonical bytes, which the hash is taken of.
    pub fn to_canonical(&self) -> Vec<u8> {
        let mut out = Vec::new();
        out.extend_from_slice(PACK_MAGIC);
        put_len(&mut out, self.records.len());
        for record in &self.records {
            put_bytes(&mut out, record.key.as_bytes());
            out.extend_from_slice(&record.version.to_le_bytes());
            let review_by = record.review_by.map(|day| day.to_string()).unwrap_or_default();
            put_bytes(&mut out, review_by.as_bytes());
            put_bytes(&mut out, &record.body);
        }
        out
    }

    /// Reads canonical bytes. Bytes that are taken are exactly those that [`Pack::to_canonical`] writes.
    ///
    /// # Errors
    /// Any of [`PackError`] but [`PackError::Hash`] and [`PackError::Compression`].
    pub fn from_canonical(bytes: &[u8]) -> Result<Self, PackError> {
        if bytes.len() > MAX_CANONICAL {
            return Err(PackError::TooLarge);
        }
        let mut rest = bytes;
        if take(&mut rest, PACK_MAGIC.len())? != PACK_MAGIC {
            return Err(PackError::Magic);
        }
        let count = take_u32(&mut rest)? as usize;
        if count > rest.len() / MIN_RECORD {
            return Err(PackError::Truncated);
        }
        if count > MAX_RECORDS {
            return Err(PackError::TooLarge);
        }
        let mut records: Vec<Record> = Vec::with_capacity(count);
        for _ in 0..count {
            let record = take_record(&mut rest)?;
            if records.last().is_some_and(|last| last.key >= record.key) {
                return Err(PackError::Order);
            }
            records.push(record);
        }
        if rest.is_empty() { Ok(Self { records }) } else { Err(PackError::Trailing) }
    }

    /// Hash of the canonical bytes: the name of this pack.
    pub fn sha256(&self) -> [u8; 32] {
        Sha256::digest(self.to_canonical()).into()
    }

    /// The record of a key.
    pub fn get(&self, key: &str) -> Option<&Record> {
        let at = self.records.binary_search_by(|record| record.key.as_str().cmp(key)).ok()?;
        self.records.get(at)
    }

    /// The records whose keys start with `prefix`, in order.
    pub fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a Record> {
        let start = self.records.partition_point(|record| record.key.as_str() < prefix);
        self.records.iter().skip(start).take_while(move |record| record.key.starts_with(prefix))
    }
}

fn put_len(out: &mut Vec<u8>, len: usize) {
    // A length past u32 is past MAX_CANONICAL too: the reader refuses it.
    out.extend_from_slice(&u32::try_from(len).unwrap_or(u32::MAX).to_le_bytes());
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_len(out, bytes.len());
    out.extend_from_slice(bytes);
}

fn take<'a>(rest: &mut &'a [u8], len: usize) -> Result<&'a [u8], PackError> {
    let (taken, after) = rest.split_at_checked(len).ok_or(PackError::Truncated)?;
    *rest = after;
    Ok(taken)
}

fn take_u32(rest: &mut &[u8]) -> Result<u32, PackError> {
    let (taken, after) = rest.split_first_chunk::<4>().ok_or(PackError::Truncated)?;
    *rest = after;
    Ok(u32::from_le_bytes(*taken))
}

fn take_bytes<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], PackError> {
    let len = take_u32(rest)? as usize;
    take(rest, len)
}

fn take_record(rest: &mut &[u8]) -> Result<Record, PackError> {
    let key = take_bytes(rest)?;
    if key.len() > MAX_KEY {
        return Err(PackError::TooLarge);
    }
    let key = String::from_utf8_lossy(key).into_owned();
    if key.is_empty() || key.contains(|c: char| c.is_control() || c == char::REPLACEMENT_CHARACTER) {
        return Err(PackError::Record { key });
    }
    let version = take_u32(rest)?;
    let review_by = match take_bytes(rest)? {
        [] => None,
        text => Some(canonical_date(text).ok_or(PackError::Date)?),
    };
    let body = take_bytes(rest)?.to_vec();
    Ok(Record { key, version, review_by, body })
}

/// Only the one spelling that is written, so that one pack has one hash.
fn canonical_date(text: &[u8]) -> Option<NaiveDate> {
    let text = std::str::from_utf8(text).ok().filter(|text| text.len() == 10)?;
    let day = text.parse::<NaiveDate>().ok()?;
    (day.to_string() == text).then_some(day)
}

/// One outcode as it is packed: names would be two thirds of the bytes.
#[derive(Serialize, Deserialize)]
struct OutcodeRow(String, f64, f64, String, u32, f64);

/// The rows of `places/outcodes`.
///
/// # Errors
/// [`PackError::Record`] where it has another shape.
pub fn outcodes(record: &Record) -> Result<Vec<Outcode>, PackError> {
    let rows: Vec<OutcodeRow> = record.decode()?;
    Ok(rows
        .into_iter()
        .map(|OutcodeRow(outcode, latitude, longitude, town, postcodes, radius_km_p90)| Outcode {
            outcode,
            latitude,
            longitude,
            town,
            postcodes,
            radius_km_p90,
        })
        .collect())
}

/// Packs content. The same content always gives the same pack.
///
/// # Errors
/// [`PackError::Record`] where a value has no JSON, such as a coordinate that is not a number.
pub fn pack(content: &Content) -> Result<Pack, PackError> {
    let mut records = BTreeMap::new();
    let mut add = |key: String, review_by: Option<NaiveDate>, body: Result<Vec<u8>, serde_json::Error>| match body {
        Ok(body) => {
            records.insert(key.clone(), Record { key, version: 1, review_by, body });
            Ok(())
        }
        Err(_) => Err(PackError::Record { key }),
    };
    add("channel".to_owned(), None, serde_json::to_vec(&content.channel))?;
    for (place, language) in content.languages.iter().enumerate() {
        add(format!("language/{place:02}-{}", language.tag), None, serde_json::to_vec(language))?;
    }
    for (id, fact) in &content.facts {
        add(format!("fact/{id}"), None, serde_json::to_vec(fact))?;
    }
    for (id, rate) in &content.rates {
        add(format!("rate/{id}"), Some(rate.review_by), serde_json::to_vec(rate))?;
    }
    for (id, contact) in &content.contacts {
        add(format!("contact/{id}"), None, serde_json::to_vec(contact))?;
    }
    for (tag, contacts) in &content.contact_words {
        for (id, words) in contacts {
            add(format!("contact-words/{tag}/{id}"), None, serde_json::to_vec(words))?;
        }
    }
    for (place, need) in content.needs.iter().enumerate() {
        add(format!("need/{place:02}-{}", need.id), None, serde_json::to_vec(need))?;
    }
    for (place, topic) in content.topics.iter().enumerate() {
        add(format!("topic/{place:02}-{}", topic.id), None, serde_json::to_vec(topic))?;
    }
    add("synonyms".to_owned(), None, serde_json::to_vec(&content.synonyms))?;
    for (id, rule) in &content.rules {
        add(format!("rule/{id}"), None, serde_json::to_vec(rule))?;
    }
    for ((area, id, tag), doc) in &content.docs {
        add(format!("doc/{}/{id}/{tag}", area.folder()), Some(doc.front.review_by), serde_json::to_vec(doc))?;
    }
    for (tag, files) in &content.messages {
        for (file, source) in files {
            add(format!("messages/{tag}/{file}"), None, serde_json::to_vec(&messages::without_comments(source)))?;
        }
    }
    let rows: Vec<_> = content
        .outcodes
        .iter()
        .map(|o| OutcodeRow(o.outcode.clone(), o.latitude, o.longitude, o.town.clone(), o.postcodes, o.radius_km_p90))
        .collect();
    add("places/outcodes".to_owned(), None, serde_json::to_vec(&rows))?;
    Ok(Pack { records: records.into_values().collect() })
}

/// The content of a pack. Comments of Fluent files and editors' notes are not in a pack; all else comes back as it was.
/// Records of a kind that this version does not know, documents of such an area and fields of that sort are passed over, so that an
/// older app can read a newer pack; see [`crate::tolerant`].
///
/// # Errors
/// [`PackError::Record`] naming the first record that is missing or has another shape.
pub fn unpack(pack: &Pack) -> Result<Content, PackError> {
    let needed = |key: &str| pack.get(key).ok_or_else(|| PackError::Record { key: key.to_owned() });
    let mut content = Content {
        channel: needed("channel")?.decode()?,
        languages: Vec::new(),
        facts: BTreeMap::new(),
        rates: BTreeMap::new(),
        contacts: BTreeMap::new(),
        contact_words: BTreeMap::new(),
        needs: Vec::new(),
        topics: Vec::new(),
        synonyms: pack.get("synonyms").map(Record::decode).transpose()?.unwrap_or_default(),
        rules: BTreeMap::new(),
        docs: BTreeMap::new(),
        messages: BTreeMap::new(),
        outcodes: outcodes(needed("places/outcodes")?)?,
    };
    for record in &pack.records {
        let parts: Vec<&str> = record.key.split('/').collect();
        match parts.as_slice() {
            ["language", key] => {
                content.languages.push(record.decode_named(|body: &Language| is_numbered(key, &body.tag))?);
            }
            ["fact", id] => {
                content.facts.insert((*id).to_owned(), record.decode_named(|body: &Fact| body.id == *id)?);
            }
            ["rate", id] => {
                content.rates.insert((*id).to_owned(), record.decode_named(|body: &Rate| body.id == *id)?);
            }
            ["contact", id] => {
                content.contacts.insert((*id).to_owned(), record.decode_named(|body: &Contact| body.id == *id)?);
            }
            ["contact-words", tag, id] => {
                content.contact_words.entry((*tag).to_owned()).or_default().insert((*id).to_owned(), record.decode()?);
            }
            ["need", key] => content.needs.push(record.decode_named(|body: &Need| is_numbered(key, &body.id))?),
            ["topic", key] => content.topics.push(record.decode_named(|body: &Topic| is_numbered(key, &body.id))?),
            ["rule", id] => {
                content.rules.insert((*id).to_owned(), record.decode_named(|body: &Rule| body.id == *id)?);
            }
            ["doc", folder, id, tag] => {
                let Some(area) = Area::ALL.into_iter().find(|area| area.folder() == *folder) else { continue };
                let named = |doc: &Doc| doc.area == area && doc.id == *id && doc.language == *tag;
                let doc = record.decode_named(named)?;
                content.docs.insert((area, (*id).to_owned(), (*tag).to_owned()), doc);
            }
            ["messages", tag, file] => {
                content.messages.entry((*tag).to_owned()).or_default().insert((*file).to_owned(), record.decode()?);
            }
            _ => {}
        }
    }
    Ok(content)
}

/// Whether the last part of a key is a place in a list and this name.
fn is_numbered(key: &str, name: &str) -> bool {
    key.split_once('-').is_some_and(|(_, numbered)| numbered == name)
}

/// The new pack with the versions of its records counted on from those that were published last: one more where the body or the
/// review date is another. A record that was not in the old pack keeps its version.
pub fn bumped(old: &Pack, new: Pack) -> Pack {
    let counted = |mut record: Record| {
        if let Some(before) = old.get(&record.key) {
            let same = before.body == record.body && before.review_by == record.review_by;
            record.version = before.version.saturating_add(u32::from(!same));
        }
        record
    };
    Pack { records: new.records.into_iter().map(counted).collect() }
}

/// The seed file of a pack: small, and named by the hash of what is in it.
///
/// # Errors
/// [`PackError::TooLarge`] where the pack is longer than [`MAX_CANONICAL`].
pub fn write_seed(pack: &Pack) -> Result<Vec<u8>, PackError> {
    let canonical = pack.to_canonical();
    if canonical.len() > MAX_CANONICAL {
        return Err(PackError::TooLarge);
    }
    let mut out = Vec::new();
    out.extend_from_slice(SEED_MAGIC);
    out.extend_from_slice(&Sha256::digest(&canonical));
    out.extend_from_slice(&(canonical.len() as u64).to_le_bytes());
    let mut writer = brotli::CompressorWriter::new(out, BUFFER, BROTLI_QUALITY, BROTLI_WINDOW);
    writer.write_all(&canonical).map_err(|_| PackError::Compression)?;
    Ok(writer.into_inner())
}

/// What a seed file says about itself, without unpacking it.
pub(crate) struct SeedHeader<'a> {
    pub(crate) hash: [u8; 32],
    pub(crate) length: usize,
    pub(crate) compressed: &'a [u8],
}

pub(crate) fn seed_header(seed: &[u8]) -> Result<SeedHeader<'_>, PackError> {
    let (magic, rest) = seed.split_first_chunk::<8>().ok_or(PackError::Truncated)?;
    if magic != SEED_MAGIC {
        return Err(PackError::Magic);
    }
    let (hash, rest) = rest.split_first_chunk::<32>().ok_or(PackError::Truncated)?;
    let (length, compressed) = rest.split_first_chunk::<8>().ok_or(PackError::Truncated)?;
    let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| PackError::TooLarge)?;
    if length > MAX_CANONICAL {
        return Err(PackError::TooLarge);
    }
    Ok(SeedHeader { hash: *hash, length, compressed })
}

/// The hash that a seed file names, read from its header alone: cheap enough for every start of the app.
///
/// # Errors
/// [`PackError::Magic`], [`PackError::Truncated`] or [`PackError::TooLarge`].
pub fn seed_id(seed: &[u8]) -> Result<[u8; 32], PackError> {
    Ok(seed_header(seed)?.hash)
}

/// Unpacks a seed file. What is returned has the hash that the header names.
///
/// # Errors
/// Any of [`PackError`].
pub fn read_seed(seed: &[u8]) -> Result<Pack, PackError> {
    let header = seed_header(seed)?;
    let canonical = decompress(header.compressed, &[], header.length)?;
    if <[u8; 32]>::from(Sha256::digest(&canonical)) != header.hash {
        return Err(PackError::Hash);
    }
    Pack::from_canonical(&canonical)
}

/// Exactly `length` bytes from exactly these compressed ones. Memory grows with what really comes out, and never past `length`.
///
/// The stream interface, because the reader of the library takes bytes after the end and, in "large window" mode, lets
/// the header of the stream ask for a gigabyte.
pub(crate) fn decompress(compressed: &[u8], dictionary: &[u8], length: usize) -> Result<Vec<u8>, PackError> {
    if compressed.first().is_some_and(|first| window(*first) > BROTLI_WINDOW) {
        return Err(PackError::Compression);
    }
    let alloc = StandardAlloc::default;
    let mut state = BrotliState::new_strict(alloc(), alloc(), alloc());
    if !dictionary.is_empty() && !state.attach_dictionary(dictionary.to_vec().into()) {
        return Err(PackError::Compression);
    }
    let (mut left, mut read, mut total) = (compressed.len(), 0, 0);
    let mut buffer = vec![0; BUFFER];
    let mut out: Vec<u8> = Vec::new();
    loop {
        let (mut room, mut written) = (buffer.len(), 0);
        let result = BrotliDecompressStream(
            &mut left,
            &mut read,
            compressed,
            &mut room,
            &mut written,
            &mut buffer,
            &mut total,
            &mut state,
        );
        let remaining = length - out.len();
        if written > remaining {
            return Err(PackError::Compression);
        }
        if out.capacity() - out.len() < written {
            out.reserve_exact(remaining.min(out.len().max(BUFFER)));
        }
        out.extend_from_slice(buffer.get(..written).unwrap_or_default());
        match result {
            BrotliResult::NeedsMoreOutput if written > 0 => {}
            BrotliResult::ResultSuccess if left == 0 && out.len() == length => return Ok(out),
            BrotliResult::ResultSuccess if left > 0 => return Err(PackError::Trailing),
            _ => return Err(PackError::Compression),
        }
    }
}

/// The window that a stream of brotli asks for, as a power of two, from its first byte (RFC 7932, 9.1). What is no size of a window
/// the library refuses itself.
fn window(first: u8) -> u32 {
    match (first & 1, first >> 1 & 7, first >> 4 & 7) {
        (0, ..) => 16,
        (_, 0, 0) => 17,
        (_, 0, small) => 8 + u32::from(small),
        (_, large, _) => 17 + u32::from(large),
    }
}
