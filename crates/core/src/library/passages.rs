//! The words of the content, for the search. A language is read into these tables when it is first searched in, and then stays:
//! reading nineteen languages on the first open would cost an old phone many seconds for words that she never looks up.

use std::collections::{BTreeMap, BTreeSet};

use kindway_content::{Area, Contact, ContactWords, Doc, SOURCE_LANGUAGE};
use rusqlite::{Connection, OptionalExtension};

use super::{
    fault::Fault,
    fold::{fold, forms},
    small_words::small_words,
};

/// Where the tables are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In `content.db`, for good.
    File,
    /// In memory, where the file takes nothing more: a full disk must not keep her from searching.
    Memory,
}

impl Place {
    fn schema(self) -> &'static str {
        match self {
            Self::File => "main",
            Self::Memory => "temp",
        }
    }
}

/// Makes the tables.
pub(super) fn create(db: &Connection, place: Place) -> rusqlite::Result<()> {
    let schema = place.schema();
    db.execute_batch(&format!(
        "CREATE TABLE {schema}.item (         -- what a search can find
            id        INTEGER PRIMARY KEY,
            key       TEXT NOT NULL UNIQUE,   -- as in record, without the language
            pregnancy INTEGER NOT NULL        -- out of sight after a loss, but for its passages that stay
        ) STRICT;
        CREATE TABLE {schema}.passage (       -- a title, a statement or a field of an item, in one language
            id         INTEGER PRIMARY KEY,
            tag        TEXT NOT NULL,
            item       INTEGER NOT NULL,
            part       TEXT NOT NULL,         -- the section of a document, or title, name, places, summary, more
            place      INTEGER NOT NULL,      -- of a statement within its section
            words      INTEGER NOT NULL,      -- how many, without the small ones
            after_loss INTEGER NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE {schema}.passage_words USING fts5 (   -- rowid is passage.id; where a word stands, not the text
            words, content = '', columnsize = 0, detail = 'none',
            tokenize = \"unicode61 remove_diacritics 0 categories 'L* M* N* Co'\"
        );
        CREATE TABLE {schema}.word (          -- each folded word of a language, for typing errors and inner parts
            tag  TEXT NOT NULL,
            word TEXT NOT NULL,
            PRIMARY KEY (tag, word)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE {schema}.searchable (tag TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
    ))
}

/// Forgets every word, wherever the tables are; those of the file are empty then.
pub(super) fn forget(db: &Connection) -> Result<(), Fault> {
    let mut places = vec![Place::File];
    if in_memory(db)? {
        places.push(Place::Memory);
    }
    for place in places {
        let schema = place.schema();
        for table in ["item", "passage", "passage_words", "word", "searchable"] {
            db.execute_batch(&format!("DROP TABLE {schema}.{table}"))?;
        }
    }
    Ok(create(db, Place::File)?)
}

/// Reads a language into the tables, and English before it, where they are not there yet.
///
/// # Errors
/// When the content cannot be read. A file that takes nothing is no error: the tables are then made in memory.
pub(super) fn read_in(db: &Connection, tag: &str) -> Result<(), Fault> {
    let missing = missing(db, tag)?;
    if missing.is_empty() || write(db, Place::File, &missing).is_ok() {
        return Ok(());
    }
    // Tables in memory stand before those of the file, so they hold every language that is asked for.
    if !in_memory(db)? {
        create(db, Place::Memory)?;
    }
    write(db, Place::Memory, &self::missing(db, tag)?)
}

fn missing<'t>(db: &Connection, tag: &'t str) -> Result<Vec<&'t str>, Fault> {
    let mut ask = db.prepare_cached("SELECT 1 FROM searchable WHERE tag = ?1")?;
    let mut missing = Vec::new();
    for tag in [SOURCE_LANGUAGE, tag] {
        if ask.query_row([tag], |_| Ok(())).optional()?.is_none() && !missing.contains(&tag) {
            missing.push(tag);
        }
    }
    Ok(missing)
}

fn in_memory(db: &Connection) -> Result<bool, Fault> {
    let found = db.query_row("SELECT count(*) FROM temp.sqlite_master WHERE name = 'searchable'", [], |row| row.get(0));
    Ok(found.map(|count: i64| count > 0)?)
}

fn write(db: &Connection, place: Place, tags: &[&str]) -> Result<(), Fault> {
    let tx = db.unchecked_transaction()?;
    for tag in tags {
        let mut passages = Passages::new(&tx, place, tag)?;
        passages.documents(&tx)?;
        passages.contacts(&tx)?;
        passages.finish(&tx)?;
    }
    Ok(tx.commit()?)
}

/// The areas whose documents a search can find. Letters and questions have no page of their own.
const SEARCHED: [Area; 6] = [Area::Articles, Area::Visits, Area::Cards, Area::Danger, Area::Guides, Area::Timeline];

/// The passages of one language on their way into the tables.
struct Passages<'a> {
    place: Place,
    tag: &'a str,
    items: BTreeMap<String, i64>,
    /// Each word with its other forms.
    words: BTreeMap<String, Vec<String>>,
    small: BTreeSet<String>,
    count: i64,
    put_item: rusqlite::Statement<'a>,
    put_passage: rusqlite::Statement<'a>,
    put_words: rusqlite::Statement<'a>,
}

impl<'a> Passages<'a> {
    fn new(db: &'a Connection, place: Place, tag: &'a str) -> Result<Self, Fault> {
        let schema = place.schema();
        let mut items = db.prepare(&format!("SELECT key, id FROM {schema}.item"))?;
        let items = items.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        let last = format!("SELECT coalesce(max(id), 0) FROM {schema}.passage");
        Ok(Self {
            place,
            tag,
            items,
            words: BTreeMap::new(),
            small: small_words().map(fold).collect(),
            count: db.query_row(&last, [], |row| row.get(0))?,
            put_item: db.prepare(&format!("INSERT INTO {schema}.item (id, key, pregnancy) VALUES (?1, ?2, ?3)"))?,
            put_passage: db.prepare(&format!(
                "INSERT INTO {schema}.passage (id, tag, item, part, place, words, after_loss)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
            ))?,
            put_words: db.prepare(&format!("INSERT INTO {schema}.passage_words (rowid, words) VALUES (?1, ?2)"))?,
        })
    }

    fn documents(&mut self, db: &Connection) -> Result<(), Fault> {
        for area in SEARCHED {
            let folder = area.folder();
            for (_, body) in records(db, &format!("doc/{folder}"), &format!("/{}", self.tag))? {
                let doc: Doc = decode(&body)?;
                let item = self.item(&format!("doc/{folder}/{}", doc.id), doc.front.pregnancy)?;
                self.put(item, ("title", 0), true, &doc.title)?;
                for section in &doc.sections {
                    for (place, statement) in section.statements.iter().enumerate() {
                        self.put(item, (&section.id, place), statement.after_loss, &statement.text())?;
                    }
                }
            }
        }
        Ok(())
    }

    fn contacts(&mut self, db: &Connection) -> Result<(), Fault> {
        if self.tag == SOURCE_LANGUAGE {
            for (_, body) in records(db, "contact", "")? {
                let contact: Contact = decode(&body)?;
                let item = self.item(&format!("contact/{}", contact.id), contact.pregnancy)?;
                self.put(item, ("name", 0), false, &contact.name)?;
                self.put(item, ("places", 0), false, &contact.places.join(" "))?;
                self.contact_words(item, &contact.words)?;
            }
            return Ok(());
        }
        let folder = format!("contact-words/{}", self.tag);
        for (key, body) in records(db, &folder, "")? {
            let words: ContactWords = decode(&body)?;
            let id = key.strip_prefix(&folder).unwrap_or_default().trim_start_matches('/');
            // Words of a contact that English does not have lead nowhere.
            if let Some(item) = self.items.get(&format!("contact/{id}")).copied() {
                self.contact_words(item, &words)?;
            }
        }
        Ok(())
    }

    fn item(&mut self, key: &str, pregnancy: bool) -> Result<i64, Fault> {
        if let Some(id) = self.items.get(key) {
            return Ok(*id);
        }
        let id = self.items.len() as i64 + 1;
        self.put_item.execute((id, key, pregnancy))?;
        self.items.insert(key.to_owned(), id);
        Ok(id)
    }

    fn put(&mut self, item: i64, (part, place): (&str, usize), after_loss: bool, text: &str) -> Result<(), Fault> {
        let folded = fold(text);
        if folded.is_empty() {
            return Ok(());
        }
        self.count += 1;
        for word in folded.split(' ') {
            if !self.words.contains_key(word) {
                let forms = forms(word).into_iter().map(|(form, _)| form).collect();
                self.words.insert(word.to_owned(), forms);
            }
        }
        let words = folded.split(' ').filter(|word| !self.small.contains(*word)).count() as i64;
        let forms = folded.split(' ').filter_map(|word| self.words.get(word)).flatten();
        let indexed: BTreeSet<&str> = folded.split(' ').chain(forms.map(String::as_str)).collect();
        let indexed = indexed.into_iter().collect::<Vec<_>>().join(" ");
        self.put_passage.execute((self.count, self.tag, item, part, place as i64, words, after_loss))?;
        self.put_words.execute((self.count, indexed))?;
        Ok(())
    }

    fn contact_words(&mut self, item: i64, words: &ContactWords) -> Result<(), Fault> {
        self.put(item, ("summary", 0), false, &words.summary)?;
        let more = [
            words.languages.as_ref(),
            words.joining.as_ref(),
            words.venue.as_ref(),
            words.food.as_ref(),
            words.creche.as_ref(),
        ];
        let more: Vec<&str> = more.into_iter().flatten().map(String::as_str).collect();
        self.put(item, ("more", 0), false, &more.join(" "))
    }

    fn finish(self, db: &Connection) -> Result<(), Fault> {
        let schema = self.place.schema();
        let mut put = db.prepare(&format!("INSERT INTO {schema}.word (tag, word) VALUES (?1, ?2)"))?;
        for word in self.words.keys() {
            put.execute((self.tag, word))?;
        }
        db.execute(&format!("INSERT INTO {schema}.searchable (tag) VALUES (?1)"), [self.tag])?;
        // One segment instead of many: smaller, and quicker to ask.
        db.execute(&format!("INSERT INTO {schema}.passage_words (passage_words) VALUES ('optimize')"), [])?;
        Ok(())
    }
}

/// Keys and bodies of the records below a folder whose keys end in a certain way.
fn records(db: &Connection, folder: &str, ending: &str) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    // '0' follows '/', so this is every key below the folder and nothing else.
    let mut ask = db.prepare_cached(
        "SELECT key, body FROM record WHERE key >= ?1 || '/' AND key < ?1 || '0' AND key LIKE '%' || ?2 ORDER BY key",
    )?;
    let rows = ask.query_map((folder, ending), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn decode<T: serde::de::DeserializeOwned>(body: &[u8]) -> Result<T, Fault> {
    kindway_content::tolerant::read(body).map_err(|_| Fault::unreadable())
}
