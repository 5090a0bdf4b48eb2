//! The library: `content.db`, public and disposable. It is built from the shipped seed, brought up to date by releases, checked
//! when it opens, and built anew when it is missing, damaged or older than what ships. What she typed is never in it.

mod changes;
mod fault;
mod fold;
pub(crate) mod index;
mod page;
mod parts;
mod passages;
mod release;
mod shelf;
mod small_words;

pub use fold::fold;
pub(crate) use fold::{digit, forms};
pub(crate) use page::{abreast, fill, host};
pub use release::NotTaken;

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, NaiveDate, Utc};
use kindway_content::{
    Area, Channel, Contact, ContactWords, Doc, Fact, Language, Need, Outcode, Rate, Rule, SOURCE_LANGUAGE, Span, Topic,
    TranslationStatus, When, delta::Expected, release::Edition, roles::RoleName,
};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use ts_rs::TS;

use fault::Fault;

use crate::{
    days::Day,
    error::{ApiError, Code},
    updates::{Changes, Tries},
    words::Words,
};

/// The open library.
pub struct Library {
    db: Connection,
    /// Where the file is; nowhere for what is only in memory.
    folder: Option<PathBuf>,
    /// What heals it.
    seed: Vec<u8>,
    shipped: Edition,
    taken: Taken,
    /// The parts that are shown.
    shown: BTreeMap<RoleName, Expected>,
    /// The parts as they came last: those that are shown, and over them those that wait.
    parts: BTreeMap<RoleName, Expected>,
    languages: Vec<Language>,
    channel: Channel,
    /// The directory is small and every search reads all of it, so it is decoded once.
    contacts: OnceCell<Vec<Contact>>,
    needs: OnceCell<Vec<Need>>,
    index: RefCell<Option<Arc<index::Index>>>,
}

/// Which content is here, and how it came.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Taken {
    edition: Edition,
    /// Hash of the canonical bytes of all of it.
    content: [u8; 32],
    floors: Option<String>,
    brought: Option<(DateTime<Utc>, Changes)>,
}

/// A document as a screen shows it: her language, the English beside it, and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Page {
    /// Its id.
    pub id: String,
    /// Title in her language.
    pub title: String,
    /// Title in English.
    pub title_english: String,
    /// Name of the drawing.
    pub picture: String,
    /// How the text in her language came to be.
    pub status: TranslationStatus,
    /// Nations it holds for.
    pub nations: Vec<String>,
    /// When its sources were last read.
    pub checked: Day,
    /// True from the day after its review date: "may have changed".
    pub past_review: bool,
    /// About pregnancy, birth or a baby.
    pub pregnancy: bool,
    /// The staff card for "if they say no".
    pub card: Option<String>,
    /// Contacts that can help.
    pub contacts: Vec<String>,
    /// Sections that have statements, in order.
    pub sections: Vec<PageSection>,
    /// The pages that the statements rest on.
    pub sources: Vec<PageSource>,
}

/// A section of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PageSection {
    /// Its id; the heading is a message of the screen.
    pub id: String,
    /// Its statements.
    pub statements: Vec<Pair>,
}

/// A statement in her language beside its English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Pair {
    /// Her language; the same as `english` where that is English.
    pub hers: Vec<Span>,
    /// English, as staff read it.
    pub english: Vec<Span>,
    /// Fact IDs.
    pub facts: Vec<String>,
    /// Name of a drawing.
    pub picture: Option<String>,
    /// A question she can ask.
    pub ask: bool,
    /// Still shown after a loss.
    pub after_loss: bool,
}

/// A page that statements rest on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct PageSource {
    /// Host of its address, for reading.
    pub host: String,
    /// Its whole address.
    pub url: String,
    /// The date that the page gives itself.
    pub dated: String,
    /// The facts read there.
    pub facts: Vec<String>,
}

impl Library {
    /// Opens the library in a folder, or builds it from the seed: in the folder, or in memory where the folder takes nothing.
    /// `shipped` is where the seed stands among what was published.
    ///
    /// # Errors
    /// [`Code::ContentUnreadable`] when even the seed cannot be read, which a build that passed its tests does not have.
    pub fn open(folder: &Path, seed: Vec<u8>, shipped: Edition) -> Result<Self, ApiError> {
        let id = seed_id(&seed)?;
        let db = shelf::open(folder, &seed, &id, shipped)?;
        Self::of(db, Some(folder.to_path_buf()), seed, id, shipped)
    }

    /// What ships, in memory: for a second window, whose first one may be changing the file just now.
    ///
    /// # Errors
    /// As [`Library::open`].
    pub fn in_memory(seed: Vec<u8>, shipped: Edition) -> Result<Self, ApiError> {
        let id = seed_id(&seed)?;
        Self::of(shelf::in_memory(&seed, &id, shipped)?, None, seed, id, shipped)
    }

    fn of(
        db: Connection,
        folder: Option<PathBuf>,
        seed: Vec<u8>,
        id: [u8; 32],
        shipped: Edition,
    ) -> Result<Self, ApiError> {
        let mut library = Self {
            db,
            folder,
            seed,
            shipped,
            taken: Taken { edition: shipped, content: id, floors: None, brought: None },
            shown: BTreeMap::new(),
            parts: BTreeMap::new(),
            languages: Vec::new(),
            channel: Channel { name: kindway_content::ChannelName::Test, checked: NaiveDate::default() },
            contacts: OnceCell::new(),
            needs: OnceCell::new(),
            index: RefCell::new(None),
        };
        if library.look_again().is_err() {
            library.heal()?;
        }
        Ok(library)
    }

    /// Looks whether all of it is still what was taken in, and goes back to what shipped where it is not. True where it did. A changed
    /// byte inside a record is no damage to a database, but may be a wrong number.
    ///
    /// # Errors
    /// When not even the seed can be read.
    pub(crate) fn look_through(&mut self) -> Result<bool, ApiError> {
        let health: Result<String, _> = self.db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0));
        // What cannot be read counts as damaged: a file that was cut short says "I/O error", and what is lost comes back.
        let is_whole = health.is_ok_and(|health| health == "ok") && self.is_as_it_was_taken();
        if !is_whole {
            self.heal()?;
        }
        Ok(!is_whole)
    }

    fn is_as_it_was_taken(&self) -> bool {
        let found = || {
            let mut found = parts::true_of(&self.db, self.shown.keys())?;
            found.extend(parts::true_of_waiting(&self.db)?);
            Ok::<_, Fault>(found)
        };
        found().is_ok_and(|found| found == self.parts)
    }

    /// Builds the file anew from the seed.
    ///
    /// # Errors
    /// When not even the seed can be read.
    pub(crate) fn heal(&mut self) -> Result<(), ApiError> {
        // A file that is open keeps its name on some systems.
        self.db = Connection::open_in_memory().map_err(Fault::from)?;
        let id = seed_id(&self.seed)?;
        self.db = match &self.folder {
            Some(folder) => shelf::build(folder, &self.seed, &id, self.shipped)?,
            None => shelf::in_memory(&self.seed, &id, self.shipped)?,
        };
        self.look_again()
    }

    /// Takes up what the file says now, and forgets what it said before.
    fn look_again(&mut self) -> Result<(), ApiError> {
        self.contacts = OnceCell::new();
        self.needs = OnceCell::new();
        self.index = RefCell::new(None);
        self.taken = shelf::taken(&self.db)?;
        self.shown = parts::listed(&self.db)?;
        self.parts = self.shown.clone();
        self.parts.extend(parts::waiting(&self.db)?);
        self.languages = self.all("language/")?;
        // One whose part is not here, or cannot be lived on, is not there yet.
        let spoken = |language: &Language| release::has_words(&self.db, &language.tag);
        let spoken: Vec<bool> = self.languages.iter().map(spoken).collect::<Result<_, _>>()?;
        let mut spoken = spoken.into_iter();
        self.languages.retain(|_| spoken.next().unwrap_or_default());
        self.channel = self.get("channel")?.ok_or_else(|| ApiError::new(Code::ContentUnreadable))?;
        Ok(())
    }

    /// Where the content stands among what was published.
    pub fn edition(&self) -> Edition {
        self.taken.edition
    }

    /// What is true of the canonical bytes of each part as it came last. What the app cannot live on is not shown, but it is here: it
    /// is not to be fetched again.
    pub fn parts(&self) -> &BTreeMap<RoleName, Expected> {
        &self.parts
    }

    /// Whether something that came cannot be lived on: what was here before is shown in its place, or nothing where it was new.
    pub(crate) fn is_behind(&self) -> bool {
        self.parts != self.shown
    }

    /// The canonical bytes of a part as it came last, if it is here.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn part(&self, role: &RoleName) -> Result<Option<Vec<u8>>, ApiError> {
        if !self.parts.contains_key(role) {
            return Ok(None);
        }
        self.asked(|db| {
            Ok(Some(match parts::waiting_part(db, role)? {
                Some(bytes) => bytes,
                None => parts::part(db, role)?.to_canonical(),
            }))
        })
    }

    /// The floors that the last update left.
    pub fn floors(&self) -> Option<&str> {
        self.taken.floors.as_deref()
    }

    /// Keeps where the content stands now, and the floors: what is here is what is published. Both hold until the app closes even if the
    /// file does not take them.
    pub(crate) fn keep_standing(&mut self, edition: Edition, floors: String) {
        self.taken.edition = self.taken.edition.max(edition);
        self.taken.floors = Some(floors);
        let keep = || {
            let tx = self.db.unchecked_transaction()?;
            shelf::keep_taken(&tx, &self.taken)?;
            tx.commit().map_err(ApiError::from)
        };
        let _: Result<(), ApiError> = keep();
    }

    /// When the last update came that was other than before, and what it brought.
    pub fn brought(&self) -> Option<(DateTime<Utc>, Changes)> {
        self.taken.brought
    }

    /// When updates were looked for. A file that does not know says that they never were.
    pub(crate) fn tries(&self) -> Tries {
        let body: Option<String> = self.db.query_row("SELECT body FROM tries", [], |row| row.get(0)).ok();
        body.and_then(|body| serde_json::from_str(&body).ok()).unwrap_or_default()
    }

    /// Keeps when updates were looked for, where the file takes it.
    pub(crate) fn keep_tries(&self, tries: &Tries) {
        let keep = || {
            let tx = self.db.unchecked_transaction()?;
            tx.execute("DELETE FROM tries", [])?;
            tx.execute("INSERT INTO tries (body) VALUES (?1)", [serde_json::to_string(tries).unwrap_or_default()])?;
            tx.commit()
        };
        let _: rusqlite::Result<()> = keep();
    }

    /// Languages in the order of the language screen.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// One language.
    pub fn language(&self, tag: &str) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag == tag)
    }

    /// Channel and date.
    pub fn channel(&self) -> &Channel {
        &self.channel
    }

    /// When the content was last compared with its sources.
    pub fn checked(&self) -> NaiveDate {
        self.channel.checked
    }

    /// The start of the content's hash.
    pub fn content_id(&self) -> String {
        self.taken.content.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    }

    /// How many records there are of a kind, such as `contact`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn count(&self, kind: &str) -> Result<usize, ApiError> {
        let (from, to) = (format!("{kind}/"), format!("{kind}0"));
        self.asked(|db| {
            let mut ask = db.prepare_cached("SELECT count(*) FROM record WHERE key >= ?1 AND key < ?2")?;
            Ok(ask.query_row((from, to), |row| row.get::<_, i64>(0)).map(|n| n.unsigned_abs() as usize)?)
        })
    }

    /// The words of a language.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn words(&self, tag: &str) -> Result<Words, ApiError> {
        let hers = self.all::<String>(&format!("messages/{tag}/"))?;
        let english =
            if tag == SOURCE_LANGUAGE { hers.clone() } else { self.all(&format!("messages/{SOURCE_LANGUAGE}/"))? };
        Ok(Words::new(tag, &hers, &english))
    }

    /// A document in a language, or in English where the language lacks it.
    ///
    /// # Errors
    /// [`Code::ContentMissing`] when there is none even in English.
    pub fn doc(&self, area: Area, id: &str, tag: &str) -> Result<Doc, ApiError> {
        let key = |tag: &str| format!("doc/{}/{id}/{tag}", area.folder());
        match self.get(&key(tag))? {
            Some(doc) => Ok(doc),
            None => self.get(&key(SOURCE_LANGUAGE))?.ok_or_else(|| ApiError::new(Code::ContentMissing)),
        }
    }

    /// Every document of an area in a language, in the editors' order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn docs(&self, area: Area, tag: &str) -> Result<Vec<Doc>, ApiError> {
        let prefix = format!("doc/{}/", area.folder());
        let to = format!("{}0", prefix.trim_end_matches('/'));
        let ids = self.asked(|db| {
            let mut ids = db.prepare_cached(
                "SELECT substr(key, length(?1) + 1, length(key) - length(?1) - length(?2)) FROM record
                 WHERE key > ?1 AND key < ?3 AND key LIKE '%' || ?2 ORDER BY key",
            )?;
            let ids = ids.query_map((&prefix, format!("/{SOURCE_LANGUAGE}"), to), |row| row.get::<_, String>(0))?;
            Ok(ids.collect::<Result<Vec<_>, _>>()?)
        })?;
        let mut docs = ids.iter().map(|id| self.doc(area, id, tag)).collect::<Result<Vec<_>, ApiError>>()?;
        docs.sort_by_key(|doc| doc.front.order);
        Ok(docs)
    }

    /// A fact of the register.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn fact(&self, id: &str) -> Result<Option<Fact>, ApiError> {
        self.get(&format!("fact/{id}"))
    }

    /// Every rate by id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn rates(&self) -> Result<BTreeMap<String, Rate>, ApiError> {
        Ok(self.all::<Rate>("rate/")?.into_iter().map(|rate| (rate.id.clone(), rate)).collect())
    }

    /// Every need in the order of the chips.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn needs(&self) -> Result<&[Need], ApiError> {
        kept(&self.needs, || self.all("need/"))
    }

    /// The topics of Rights in the order of the tiles.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn topics(&self) -> Result<Vec<Topic>, ApiError> {
        self.all("topic/")
    }

    /// Every decision table.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn rules(&self) -> Result<Vec<Rule>, ApiError> {
        self.all("rule/")
    }

    /// When a thing of the timeline can be expected.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn when(&self, id: &str) -> Result<Option<When>, ApiError> {
        let doc: Option<Doc> = self.get(&format!("doc/{}/{id}/{SOURCE_LANGUAGE}", Area::Timeline.folder()))?;
        Ok(doc.and_then(|doc| doc.front.when))
    }

    /// One contact.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is none of that id.
    pub fn contact(&self, id: &str) -> Result<&Contact, ApiError> {
        self.contacts()?.iter().find(|contact| contact.id == id).ok_or_else(|| ApiError::new(Code::NotFound))
    }

    /// Every contact.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn contacts(&self) -> Result<&[Contact], ApiError> {
        kept(&self.contacts, || self.all("contact/"))
    }

    /// A contact's words in a language, if it has them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn contact_words(&self, id: &str, tag: &str) -> Result<Option<ContactWords>, ApiError> {
        self.get(&format!("contact-words/{tag}/{id}"))
    }

    /// An outward code.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn outcode(&self, outcode: &str) -> Result<Option<Outcode>, ApiError> {
        self.asked(|db| {
            let mut ask = db.prepare_cached(
                "SELECT outcode, latitude, longitude, town, postcodes, radius_km_p90 FROM outcode WHERE outcode = ?1",
            )?;
            Ok(ask.query_row([outcode], shelf::outcode).optional()?)
        })
    }

    /// A town by its folded name: its name, the centre of its outward codes, and one of them. Large users are left out.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn town(&self, folded: &str) -> Result<Option<(String, f64, f64, String)>, ApiError> {
        self.asked(|db| {
            let mut ask = db.prepare_cached(
                "SELECT town, avg(latitude), avg(longitude), min(outcode) FROM outcode WHERE town_folded = ?1 AND postcodes >= 5 GROUP BY town",
            )?;
            Ok(ask.query_row([folded], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).optional()?)
        })
    }

    /// Ids of contacts that hold every one of these folded words or the beginning of it, best first, with their rank: smaller is
    /// better.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn find_contacts(&self, folded_words: &[String], tag: &str) -> Result<Vec<(String, f64)>, ApiError> {
        let index = self.index(tag)?;
        let mut found: Option<BTreeMap<usize, f64>> = None;
        for word in folded_words {
            let mut weights: BTreeMap<usize, f64> = BTreeMap::new();
            for id in self.passages(&index::begins_or_is(word))? {
                let Some(passage) = index.passages.get(&id) else { continue };
                let field = match &*passage.part {
                    "name" => 8.0,
                    "places" => 4.0,
                    _ => 1.0,
                };
                let weight = weights.entry(passage.item).or_default();
                *weight = weight.max(field);
            }
            weights.retain(|item, _| index.items[*item].key.starts_with("contact/"));
            // A rare word says more.
            let rare = 1.0 / (1.0 + weights.len() as f64).ln();
            found = Some(match found {
                None => weights.into_iter().map(|(item, weight)| (item, weight * rare)).collect(),
                Some(found) => {
                    found.into_iter().filter_map(|(item, sum)| Some((item, sum + weights.get(&item)? * rare))).collect()
                }
            });
        }
        let id = |item: usize| index.items[item].key.trim_start_matches("contact/").to_owned();
        let mut found: Vec<(String, f64)> =
            found.unwrap_or_default().into_iter().map(|(item, weight)| (id(item), -weight)).collect();
        found.sort_by(|a, b| a.1.total_cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
        Ok(found)
    }

    fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, ApiError> {
        let body: Option<Vec<u8>> = self.asked(|db| {
            let mut ask = db.prepare_cached("SELECT body FROM record WHERE key = ?1")?;
            Ok(ask.query_row([key], |row| row.get(0)).optional()?)
        })?;
        body.map(|body| decode(&body)).transpose()
    }

    fn all<T: DeserializeOwned>(&self, prefix: &str) -> Result<Vec<T>, ApiError> {
        // '0' follows '/', so this is every key under the prefix and nothing else. A key with more parts is of another kind, which
        // this version does not know.
        let to = format!("{}0", prefix.trim_end_matches('/'));
        self.asked(|db| {
            let mut ask = db.prepare_cached(
                "SELECT body FROM record WHERE key >= ?1 AND key < ?2 AND instr(substr(key, length(?1) + 1), '/') = 0 ORDER BY key",
            )?;
            let bodies = ask.query_map((prefix, to), |row| row.get::<_, Vec<u8>>(0))?;
            bodies.map(|body| Ok(decode(&body?)?)).collect()
        })
    }

    /// Whatever asks the file goes through here, so that no trouble with it is taken for trouble with what is hers.
    fn asked<T>(&self, ask: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, ApiError> {
        Ok(ask(&self.db)?)
    }
}

fn seed_id(seed: &[u8]) -> Result<[u8; 32], ApiError> {
    kindway_content::seed_id(seed).map_err(|_| ApiError::new(Code::ContentUnreadable))
}

fn kept<T>(cell: &OnceCell<Vec<T>>, read: impl FnOnce() -> Result<Vec<T>, ApiError>) -> Result<&[T], ApiError> {
    if let Some(known) = cell.get() {
        return Ok(known);
    }
    let read = read()?;
    Ok(cell.get_or_init(|| read))
}

fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    kindway_content::tolerant::read(body).map_err(|_| ApiError::new(Code::ContentUnreadable))
}

#[cfg(test)]
mod tests;
