//! The file itself: its tables, how it is filled from the seed, and how it heals.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use kindway_content::{Area, Contact, ContactWords, Doc, Outcode, Pack, SOURCE_LANGUAGE};
use rusqlite::{Connection, OpenFlags, Row};

use super::{
    fold::{fold, forms},
    small_words::small_words,
};
use crate::error::{ApiError, Code};

const FILE: &str = "content.db";

/// The layout of this file. It is never migrated: another number means that it is built anew.
const LAYOUT: i64 = 2;

const TABLES: &str = "
    CREATE TABLE record (
        key       TEXT PRIMARY KEY,       -- as in the pack: contact/<id>, doc/<area>/<id>/<tag>, …
        version   INTEGER NOT NULL,
        review_by TEXT,                   -- ISO 8601 day
        body      BLOB NOT NULL           -- JSON of the content model
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE outcode (
        outcode       TEXT PRIMARY KEY,
        latitude      REAL NOT NULL,
        longitude     REAL NOT NULL,
        town          TEXT NOT NULL,
        town_folded   TEXT NOT NULL,
        postcodes     INTEGER NOT NULL,
        radius_km_p90 REAL NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX outcode_town ON outcode (town_folded);
    CREATE TABLE item (                   -- what a search can find
        id        INTEGER PRIMARY KEY,
        key       TEXT NOT NULL,          -- as in record, without the language
        pregnancy INTEGER NOT NULL        -- out of sight after a loss, but for its passages that stay
    ) STRICT;
    CREATE TABLE passage (                -- a title, a statement or a field of an item, in one language
        id         INTEGER PRIMARY KEY,
        tag        TEXT NOT NULL,
        item       INTEGER NOT NULL,
        part       TEXT NOT NULL,         -- the section of a document, or title, name, places, summary, more
        place      INTEGER NOT NULL,      -- of a statement within its section
        words      INTEGER NOT NULL,      -- how many, without the small ones
        after_loss INTEGER NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE passage_words USING fts5 (   -- rowid is passage.id; only where a word stands is kept, not the text
        words, content = '', columnsize = 0, detail = 'none',
        tokenize = \"unicode61 remove_diacritics 0 categories 'L* M* N* Co'\"
    );
    CREATE TABLE word (                   -- each folded word of a language, for typing errors and inner parts
        tag  TEXT NOT NULL,
        word TEXT NOT NULL,
        PRIMARY KEY (tag, word)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE origin (seed BLOB NOT NULL) STRICT;
";

/// Opens the file if it is whole and of this seed; else builds it.
pub(super) fn open(folder: &Path, seed: &[u8], id: &[u8; 32]) -> Result<Connection, ApiError> {
    let path = folder.join(FILE);
    if let Some(db) = whole(&path, id) {
        return Ok(db);
    }
    set_aside(&path);
    match build_file(&path, seed, id) {
        Ok(db) => Ok(db),
        // A folder that takes nothing must not keep her from reading.
        Err(_) => {
            let mut db = Connection::open_in_memory()?;
            fill(&mut db, seed, id)?;
            Ok(db)
        }
    }
}

fn whole(path: &Path, id: &[u8; 32]) -> Option<Connection> {
    if !path.is_file() {
        return None;
    }
    let db =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX).ok()?;
    let layout: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0)).ok()?;
    let seed: Vec<u8> = db.query_row("SELECT seed FROM origin", [], |row| row.get(0)).ok()?;
    let health: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).ok()?;
    (layout == LAYOUT && seed == id && health == "ok").then_some(db)
}

/// What cannot be used is kept until the next one is written, so that a report can hold it; it holds nothing of hers.
fn set_aside(path: &Path) {
    if path.exists() {
        let _ = fs::rename(path, path.with_extension("db.damaged"));
    }
}

fn build_file(path: &Path, seed: &[u8], id: &[u8; 32]) -> Result<Connection, ApiError> {
    let fresh = path.with_extension("db.new");
    let _ = fs::remove_file(&fresh);
    let mut db = Connection::open(&fresh)?;
    fill(&mut db, seed, id)?;
    db.close().map_err(|(_, error)| error)?;
    // The name is taken only by a file that is complete.
    fs::rename(&fresh, path).map_err(|_| ApiError::new(Code::CannotSave))?;
    whole(path, id).ok_or_else(|| ApiError::new(Code::ContentUnreadable))
}

fn fill(db: &mut Connection, seed: &[u8], id: &[u8; 32]) -> Result<(), ApiError> {
    let pack = kindway_content::read_seed(seed).map_err(|_| ApiError::new(Code::ContentUnreadable))?;
    // Most records are a few kilobytes: small pages waste less of the room behind each.
    db.pragma_update(None, "page_size", 1024)?;
    db.pragma_update(None, "journal_mode", "DELETE")?;
    let tx = db.transaction()?;
    tx.execute_batch(TABLES)?;
    tx.pragma_update(None, "user_version", LAYOUT)?;
    tx.execute("INSERT INTO origin (seed) VALUES (?1)", [id.as_slice()])?;
    {
        let mut put = tx.prepare("INSERT INTO record (key, version, review_by, body) VALUES (?1, ?2, ?3, ?4)")?;
        for record in pack.records.iter().filter(|record| record.key != "places/outcodes") {
            let review_by = record.review_by.map(|day| day.to_string());
            put.execute((&record.key, record.version, review_by, &record.body))?;
        }
    }
    outcodes(&tx, &pack)?;
    search(&tx, &pack)?;
    tx.commit()?;
    Ok(())
}

fn outcodes(db: &Connection, pack: &Pack) -> Result<(), ApiError> {
    let mut put = db.prepare(
        "INSERT INTO outcode (outcode, latitude, longitude, town, town_folded, postcodes, radius_km_p90)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let unreadable = || ApiError::new(Code::ContentUnreadable);
    let record = pack.get("places/outcodes").ok_or_else(unreadable)?;
    for place in kindway_content::pack::outcodes(record).map_err(|_| unreadable())? {
        let folded = fold(&place.town);
        put.execute((
            &place.outcode,
            place.latitude,
            place.longitude,
            &place.town,
            folded,
            place.postcodes,
            place.radius_km_p90,
        ))?;
    }
    Ok(())
}

/// The areas whose documents a search can find. Letters and questions have no page of their own.
const SEARCHED: [Area; 6] = [Area::Articles, Area::Visits, Area::Cards, Area::Danger, Area::Guides, Area::Timeline];

fn search(db: &Connection, pack: &Pack) -> Result<(), ApiError> {
    let bad = |_| ApiError::new(Code::ContentUnreadable);
    let mut shelf = Passages::new(db)?;
    for area in SEARCHED {
        for record in pack.with_prefix(&format!("doc/{}/", area.folder())) {
            let doc: Doc = serde_json::from_slice(&record.body).map_err(bad)?;
            let item = shelf.item(&format!("doc/{}/{}", area.folder(), doc.id), doc.front.pregnancy)?;
            shelf.put(&doc.language, item, ("title", 0), true, &doc.title)?;
            for section in &doc.sections {
                for (place, statement) in section.statements.iter().enumerate() {
                    shelf.put(&doc.language, item, (&section.id, place), statement.after_loss, &statement.text())?;
                }
            }
        }
    }
    let mut pregnancy = BTreeMap::new();
    for record in pack.with_prefix("contact/") {
        let contact: Contact = serde_json::from_slice(&record.body).map_err(bad)?;
        let item = shelf.item(&format!("contact/{}", contact.id), contact.pregnancy)?;
        shelf.put(SOURCE_LANGUAGE, item, ("name", 0), false, &contact.name)?;
        shelf.put(SOURCE_LANGUAGE, item, ("places", 0), false, &contact.places.join(" "))?;
        shelf.contact_words(SOURCE_LANGUAGE, item, &contact.words)?;
        pregnancy.insert(contact.id, contact.pregnancy);
    }
    for record in pack.with_prefix("contact-words/") {
        let words: ContactWords = serde_json::from_slice(&record.body).map_err(bad)?;
        let Some((tag, id)) = record.key.strip_prefix("contact-words/").and_then(|rest| rest.split_once('/')) else {
            continue;
        };
        let item = shelf.item(&format!("contact/{id}"), pregnancy.get(id).copied().unwrap_or_default())?;
        shelf.contact_words(tag, item, &words)?;
    }
    shelf.vocabulary(db)
}

/// The passages on their way into the file.
struct Passages<'a> {
    items: BTreeMap<String, i64>,
    /// Each word of a language with its other forms.
    words: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    small: BTreeSet<String>,
    count: i64,
    put_item: rusqlite::Statement<'a>,
    put_passage: rusqlite::Statement<'a>,
    put_words: rusqlite::Statement<'a>,
}

impl<'a> Passages<'a> {
    fn new(db: &'a Connection) -> Result<Self, ApiError> {
        Ok(Self {
            items: BTreeMap::new(),
            words: BTreeMap::new(),
            small: small_words().map(fold).collect(),
            count: 0,
            put_item: db.prepare("INSERT INTO item (id, key, pregnancy) VALUES (?1, ?2, ?3)")?,
            put_passage: db.prepare(
                "INSERT INTO passage (id, tag, item, part, place, words, after_loss) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?,
            put_words: db.prepare("INSERT INTO passage_words (rowid, words) VALUES (?1, ?2)")?,
        })
    }

    fn item(&mut self, key: &str, pregnancy: bool) -> Result<i64, ApiError> {
        if let Some(id) = self.items.get(key) {
            return Ok(*id);
        }
        let id = self.items.len() as i64 + 1;
        self.put_item.execute((id, key, pregnancy))?;
        self.items.insert(key.to_owned(), id);
        Ok(id)
    }

    fn put(
        &mut self,
        tag: &str,
        item: i64,
        (part, place): (&str, usize),
        after_loss: bool,
        text: &str,
    ) -> Result<(), ApiError> {
        let folded = fold(text);
        if folded.is_empty() {
            return Ok(());
        }
        self.count += 1;
        let known = self.words.entry(tag.to_owned()).or_default();
        for word in folded.split(' ') {
            if !known.contains_key(word) {
                let forms = forms(word).into_iter().map(|(form, _)| form).collect();
                known.insert(word.to_owned(), forms);
            }
        }
        let words = folded.split(' ').filter(|word| !self.small.contains(*word)).count() as i64;
        let forms = folded.split(' ').filter_map(|word| known.get(word)).flatten();
        let indexed: BTreeSet<&str> = folded.split(' ').chain(forms.map(String::as_str)).collect();
        let indexed = indexed.into_iter().collect::<Vec<_>>().join(" ");
        self.put_passage.execute((self.count, tag, item, part, place as i64, words, after_loss))?;
        self.put_words.execute((self.count, indexed))?;
        Ok(())
    }

    fn contact_words(&mut self, tag: &str, item: i64, words: &ContactWords) -> Result<(), ApiError> {
        self.put(tag, item, ("summary", 0), false, &words.summary)?;
        let more = [
            words.languages.as_ref(),
            words.joining.as_ref(),
            words.venue.as_ref(),
            words.food.as_ref(),
            words.creche.as_ref(),
        ];
        let more: Vec<&str> = more.into_iter().flatten().map(String::as_str).collect();
        self.put(tag, item, ("more", 0), false, &more.join(" "))
    }

    fn vocabulary(self, db: &Connection) -> Result<(), ApiError> {
        let mut put = db.prepare("INSERT INTO word (tag, word) VALUES (?1, ?2)")?;
        for (tag, words) in &self.words {
            for word in words.keys() {
                put.execute((tag, word))?;
            }
        }
        // One segment instead of many: smaller, and quicker to ask.
        db.execute("INSERT INTO passage_words (passage_words) VALUES ('optimize')", [])?;
        Ok(())
    }
}

pub(super) fn outcode(row: &Row<'_>) -> rusqlite::Result<Outcode> {
    Ok(Outcode {
        outcode: row.get(0)?,
        latitude: row.get(1)?,
        longitude: row.get(2)?,
        town: row.get(3)?,
        postcodes: row.get(4)?,
        radius_km_p90: row.get(5)?,
    })
}
