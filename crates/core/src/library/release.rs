//! Takes a release in: part by part, in one step.
//!
//! ```text
//! bytes that came ─► are they what was signed? ─► can the app live on each? ─► do old and new go together? ─► one transaction
//! ```
//!
//! Each part is signed with a key of its own, and whoever has one key must not be able to keep everybody from the rest: a part that the
//! app cannot live on waits in a table of its own, and the part that was here stays in its place. All is checked in memory first, one
//! part at a time. Then one transaction makes the records what was signed, reads them back and commits; what then stands in the file is
//! read once more, and only after that is anything said to be here.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use kindway_content::{
    Area, Channel, ChannelName, Content, Pack, PackError, Record, SOURCE_LANGUAGE,
    delta::Expected,
    release::Release,
    roles::{self, RoleError, RoleName},
};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::{Library, Taken, changes::Tally, fault::Fault, parts, passages, shelf};
use crate::{error::ApiError, ports::UpdateTrouble, updates::Changes};

/// Why a release was not taken. What was here is still here, but after [`NotTaken::Damaged`] and [`NotTaken::NotReadBack`], where it
/// is what was shipped.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// What is here was published after it.
    #[error("it is older than what is here")]
    Older,
    /// The bytes of a part are not the ones that were signed, or are missing.
    #[error("the part {0} is not here as it was signed")]
    Part(RoleName),
    /// What stands here of a part is not what was taken in.
    #[error("the part {0} is damaged here")]
    Damaged(RoleName),
    /// A part cannot be read.
    #[error("the part {role} cannot be read: {why}")]
    Unreadable {
        /// Which.
        role: RoleName,
        /// Why.
        why: PackError,
    },
    /// A part holds what another role has to sign.
    #[error(transparent)]
    Roles(RoleError),
    /// A record cannot be read.
    #[error(transparent)]
    Record(PackError),
    /// It is of the other channel.
    #[error("it is of another channel")]
    Channel,
    /// No list of languages with English in it.
    #[error("it has no English")]
    NoEnglish,
    /// A language in the list has no words for the screens.
    #[error("it has no words of the screens in {0}")]
    NoWords(String),
    /// No contacts at all.
    #[error("it has no contacts")]
    NoContacts,
    /// A document that the app names is not there in English.
    #[error("it has no {0} in English")]
    NoDocument(&'static str),
    /// What can be taken of it names a record that is only in a part which cannot be.
    #[error("what can be read of it names {0}, which cannot")]
    Apart(String),
    /// The file did not take it.
    #[error("it could not be written")]
    NotWritten,
    /// What was written is not what stands in the file.
    #[error("it was written, but reads differently")]
    NotReadBack,
}

impl NotTaken {
    /// As she is told.
    pub fn trouble(&self) -> UpdateTrouble {
        match self {
            Self::NotWritten => UpdateTrouble::NoRoom,
            Self::Damaged(_) | Self::NotReadBack => UpdateTrouble::Unreadable,
            _ => UpdateTrouble::NotTrusted,
        }
    }
}

impl From<rusqlite::Error> for NotTaken {
    fn from(_: rusqlite::Error) -> Self {
        Self::NotWritten
    }
}

impl From<Fault> for NotTaken {
    fn from(_: Fault) -> Self {
        Self::NotWritten
    }
}

impl From<ApiError> for NotTaken {
    fn from(_: ApiError) -> Self {
        Self::NotWritten
    }
}

/// The documents that screens ask for by name.
const NAMED: [(Area, &str); 5] = [
    (Area::Danger, "signs"),
    (Area::Letters, "fare"),
    (Area::Visits, crate::visits::SOMETHING_ELSE),
    (Area::Guides, crate::money::WHO_CAN_PAY),
    (Area::Cards, crate::cards::INTERPRETER),
];

/// The parts of a release, sorted by whether the app can live on them.
struct Sorted {
    /// Those that it can: what is shown from now on.
    good: BTreeMap<RoleName, Vec<u8>>,
    /// Those that it cannot. What is shown of them stays as it is.
    waiting: BTreeMap<RoleName, Vec<u8>>,
    /// Why the first of those that came just now has to wait.
    why: Option<NotTaken>,
}

impl Library {
    /// Takes a release in, and says what is other than before. The instant is when it came. A part that the app cannot live on waits;
    /// where that is all that came, it is an error, although it is kept.
    ///
    /// # Errors
    /// [`NotTaken`].
    pub fn take_in(&mut self, release: Release, at: DateTime<Utc>) -> Result<Changes, NotTaken> {
        let Release { edition, listed, parts, floors } = release;
        if edition < self.edition() {
            return Err(NotTaken::Older);
        }
        let came: BTreeSet<RoleName> = parts.keys().cloned().collect();
        let parts = match self.as_signed(&listed, parts) {
            Err(NotTaken::Damaged(role)) => {
                // Asked for again and again it would never be fetched, because it is said to be here.
                self.heal()?;
                return Err(NotTaken::Damaged(role));
            }
            parts => parts?,
        };
        let Sorted { good, waiting, why } = self.sorted(&listed, parts, &came)?;
        let shown = self.shown_with(&listed, &waiting);
        let taken = Taken { edition, content: [0; 32], floors: Some(floors), brought: None };
        let (changes, is_other) = self.write(good, &waiting, &shown, taken, at)?;
        drop(waiting);
        self.confirm(&listed, &shown)?;
        match why {
            Some(why) if !is_other => Err(why),
            _ => Ok(changes),
        }
    }

    /// The bytes of the parts that are to be looked at: what came, and what has waited until now. What is shown and stays is looked
    /// through where it stands.
    fn as_signed(
        &self,
        listed: &BTreeMap<RoleName, Expected>,
        mut came: BTreeMap<RoleName, Vec<u8>>,
    ) -> Result<BTreeMap<RoleName, Vec<u8>>, NotTaken> {
        let damaged = |role: &RoleName, fault: &Fault| match fault.is_of_the_moment() {
            true => NotTaken::NotWritten,
            false => NotTaken::Damaged(role.clone()),
        };
        let mut parts = BTreeMap::new();
        let mut stay = Vec::new();
        for (role, expected) in listed {
            match came.remove(role) {
                Some(bytes) if Expected::of(&bytes) == *expected => {
                    parts.insert(role.clone(), bytes);
                }
                None if self.parts().get(role) == Some(expected) => {
                    match parts::waiting_part(&self.db, role).map_err(|fault| damaged(role, &fault))? {
                        Some(bytes) if Expected::of(&bytes) == *expected => {
                            parts.insert(role.clone(), bytes);
                        }
                        Some(_) => return Err(NotTaken::Damaged(role.clone())),
                        None => stay.push(role),
                    }
                }
                _ => return Err(NotTaken::Part(role.clone())),
            }
        }
        if let Some(unlisted) = came.into_keys().next() {
            return Err(NotTaken::Part(unlisted));
        }
        if let Some(first) = stay.first() {
            let found = parts::true_of(&self.db, stay.iter().copied()).map_err(|fault| damaged(first, &fault))?;
            if let Some((role, _)) = found.iter().find(|(role, found)| listed.get(*role) != Some(*found)) {
                return Err(NotTaken::Damaged(role.clone()));
            }
        }
        Ok(parts)
    }

    /// Sorts parts by whether the app can live on them.
    fn sorted(
        &self,
        listed: &BTreeMap<RoleName, Expected>,
        parts: BTreeMap<RoleName, Vec<u8>>,
        came: &BTreeSet<RoleName>,
    ) -> Result<Sorted, NotTaken> {
        let mut terms = Terms { channel: self.channel.name, spoken: spoken(&self.db)? };
        // Without these there is nothing to live on. That they are gone is said by all who sign what is there.
        for role in needed() {
            if !listed.contains_key(&role) {
                terms.judge(&role, Pack::default())?;
            }
        }
        let mut sorted = Sorted { good: BTreeMap::new(), waiting: BTreeMap::new(), why: None };
        let mut names = BTreeMap::new();
        // The rules say which languages must have words.
        let (rules, others): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(role, _)| *role == RoleName::rules());
        for (role, bytes) in rules.into_iter().chain(others) {
            match terms.read(&role, &bytes) {
                Ok(content) => {
                    if role == RoleName::rules() {
                        terms.spoken = content.languages.iter().map(|language| language.tag.clone()).collect();
                    }
                    names.insert(role.clone(), Names::of(&content));
                    sorted.good.insert(role, bytes);
                }
                Err(why) => {
                    if came.contains(&role) {
                        sorted.why.get_or_insert(why);
                    }
                    sorted.waiting.insert(role, bytes);
                }
            }
        }
        // Nothing is named in the part of a translation.
        if needed().iter().any(|role| sorted.waiting.contains_key(role)) {
            self.go_together(names)?;
        }
        Ok(sorted)
    }

    /// Refuses what is new beside what stays where it names what nobody has, unless what was here did so too.
    fn go_together(&self, mut new: BTreeMap<RoleName, Names>) -> Result<(), NotTaken> {
        let (mut before, mut after) = (Names::default(), Names::default());
        for role in needed() {
            let content = read(&role, parts::part(&self.db, &role)?, self.channel.name).map_err(NotTaken::Record)?;
            let old = Names::of(&content);
            after.add(new.remove(&role).unwrap_or_else(|| old.clone()));
            before.add(old);
        }
        let lost_before: BTreeSet<&String> = before.lost().collect();
        match after.lost().find(|key| !lost_before.contains(key)) {
            Some(key) => Err(NotTaken::Apart(key.clone())),
            None => Ok(()),
        }
    }

    /// What is true of the parts that are shown afterwards.
    fn shown_with(
        &self,
        listed: &BTreeMap<RoleName, Expected>,
        waiting: &BTreeMap<RoleName, Vec<u8>>,
    ) -> BTreeMap<RoleName, Expected> {
        let shown = |(role, expected): (&RoleName, &Expected)| {
            let expected = if waiting.contains_key(role) { self.shown.get(role)? } else { expected };
            Some((role.clone(), *expected))
        };
        listed.iter().filter_map(shown).collect()
    }

    /// Takes up what stands in the file if it is what was signed; else goes back to what shipped.
    pub(super) fn confirm(
        &mut self,
        listed: &BTreeMap<RoleName, Expected>,
        shown: &BTreeMap<RoleName, Expected>,
    ) -> Result<(), NotTaken> {
        // What was just written stands in memory too; the file itself is asked.
        let _ = self.db.execute_batch("PRAGMA shrink_memory");
        let taken_up = self.look_again().is_ok() && self.shown == *shown && self.parts == *listed;
        if taken_up && self.is_as_it_was_taken() {
            return Ok(());
        }
        self.heal()?;
        Err(NotTaken::NotReadBack)
    }

    /// One transaction: all of it, or nothing. Says what is other than before, and whether anything is.
    fn write(
        &mut self,
        good: BTreeMap<RoleName, Vec<u8>>,
        waiting: &BTreeMap<RoleName, Vec<u8>>,
        shown: &BTreeMap<RoleName, Expected>,
        taken: Taken,
        at: DateTime<Utc>,
    ) -> Result<(Changes, bool), NotTaken> {
        let gone: Vec<RoleName> = self.shown.keys().filter(|role| !shown.contains_key(*role)).cloned().collect();
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut tally = Tally::default();
        let mut is_other = false;
        for role in gone {
            is_other |= replace(&tx, &role, &Pack::default(), &mut tally)?;
        }
        for (role, bytes) in good {
            let pack = Pack::from_canonical(&bytes).map_err(|why| NotTaken::Unreadable { role: role.clone(), why })?;
            // All languages together are large for an old phone.
            drop(bytes);
            is_other |= replace(&tx, &role, &pack, &mut tally)?;
        }
        if is_other {
            passages::forget(&tx)?;
        }
        parts::list(&tx, shown)?;
        parts::keep_waiting(&tx, waiting)?;
        let changes = tally.changes();
        // An edition that says the same as the one before it brought nothing.
        let brought = if is_other { Some((at, changes)) } else { shelf::taken(&tx)?.brought };
        shelf::keep_taken(&tx, &Taken { brought, content: parts::whole(&tx)?, ..taken })?;
        if parts::true_of(&tx, shown.keys())? != *shown {
            return Err(NotTaken::NotReadBack);
        }
        tx.commit()?;
        Ok((changes, is_other))
    }
}

/// Makes the records of a role those of the pack. Says whether anything is other than before.
fn replace(db: &Connection, role: &RoleName, pack: &Pack, tally: &mut Tally) -> Result<bool, NotTaken> {
    let (mut gone, mut put): (Vec<String>, Vec<&Record>) = (Vec::new(), Vec::new());
    {
        let mut ask = db.prepare_cached("SELECT key, version, review_by, body FROM record ORDER BY key")?;
        let mut rows = ask.query([])?;
        let mut new = pack.records.iter().peekable();
        // Both are in the order of their keys.
        while let Some(row) = rows.next()? {
            if !row.get_ref(0)?.as_str().is_ok_and(|key| roles::allowed(role, key)) {
                continue;
            }
            let before = parts::record(row)?;
            while let Some(record) = new.next_if(|record| record.key < before.key) {
                tally.note(&record.key, None, Some(&record.body));
                put.push(record);
            }
            match new.next_if(|record| record.key == before.key) {
                Some(record) if *record == before => {}
                Some(record) => {
                    tally.note(&record.key, Some(&before.body), Some(&record.body));
                    put.push(record);
                }
                None => {
                    tally.note(&before.key, Some(&before.body), None);
                    gone.push(before.key);
                }
            }
        }
        for record in new {
            tally.note(&record.key, None, Some(&record.body));
            put.push(record);
        }
    }
    let mut delete = db.prepare_cached("DELETE FROM record WHERE key = ?1")?;
    for key in &gone {
        delete.execute([key])?;
    }
    shelf::put(db, put.iter().copied())?;
    if let Some(places) = put.iter().find(|record| record.key == shelf::OUTCODES) {
        shelf::put_outcodes(db, places)?;
    }
    Ok(!gone.is_empty() || !put.is_empty())
}

/// What a part has to keep to, so that the app can live on it whatever the other parts are.
struct Terms {
    channel: ChannelName,
    /// The languages that must have words.
    spoken: BTreeSet<String>,
}

impl Terms {
    fn read(&self, role: &RoleName, bytes: &[u8]) -> Result<Content, NotTaken> {
        let pack = Pack::from_canonical(bytes).map_err(|why| NotTaken::Unreadable { role: role.clone(), why })?;
        self.judge(role, pack)
    }

    fn judge(&self, role: &RoleName, part: Pack) -> Result<Content, NotTaken> {
        if let Some(record) = part.records.iter().find(|record| !roles::allowed(role, &record.key)) {
            return Err(NotTaken::Roles(RoleError::Misplaced { role: role.clone(), key: record.key.clone() }));
        }
        let content = read(role, part, self.channel).map_err(NotTaken::Record)?;
        match role.tag() {
            Some(tag) => self.judge_language(tag, &content)?,
            None if *role == RoleName::rules() => {
                if content.channel.name != self.channel {
                    return Err(NotTaken::Channel);
                }
                if !content.languages.iter().any(|language| language.tag == SOURCE_LANGUAGE) {
                    return Err(NotTaken::NoEnglish);
                }
            }
            None if content.contacts.is_empty() => return Err(NotTaken::NoContacts),
            None => {}
        }
        Ok(content)
    }

    fn judge_language(&self, tag: &str, content: &Content) -> Result<(), NotTaken> {
        let is_source = tag == SOURCE_LANGUAGE;
        if (is_source || self.spoken.contains(tag)) && !content.messages.contains_key(tag) {
            return Err(NotTaken::NoWords(tag.to_owned()));
        }
        let named = |(area, id): &(Area, &str)| content.docs.contains_key(&(*area, (*id).to_owned(), tag.to_owned()));
        match NAMED.iter().find(|document| is_source && !named(document)) {
            Some((_, id)) => Err(NotTaken::NoDocument(id)),
            None => Ok(()),
        }
    }
}

/// A part as content in which nothing else is.
fn read(role: &RoleName, mut part: Pack, channel: ChannelName) -> Result<Content, PackError> {
    if *role != RoleName::rules() {
        // What no content is without stands in the rules.
        let channel = Channel { name: channel, checked: NaiveDate::default() };
        let body = serde_json::to_vec(&channel).map_err(|_| PackError::Record { key: "channel".to_owned() })?;
        for (key, body) in [("channel", body), (shelf::OUTCODES, b"[]".to_vec())] {
            part.records.push(Record { key: key.to_owned(), version: 1, review_by: None, body });
        }
        part.records.sort_unstable_by(|one, other| one.key.cmp(&other.key));
    }
    kindway_content::unpack(&part)
}

/// What one part names in another, and what there is to name: keys of records.
#[derive(Clone, Default)]
struct Names {
    named: BTreeSet<String>,
    there: BTreeSet<String>,
}

impl Names {
    fn of(content: &Content) -> Self {
        let Content { contacts, docs, rules, facts, .. } = content;
        let (contact, fact) = (|id: &String| format!("contact/{id}"), |id: &String| format!("fact/{id}"));
        let doc = |area: Area, id: &str| format!("doc/{}/{id}/{SOURCE_LANGUAGE}", area.folder());
        let mut names = Self::default();
        names.there.extend(contacts.keys().map(contact).chain(facts.keys().map(fact)));
        for ((area, id, _), document) in docs.iter().filter(|((.., tag), _)| tag == SOURCE_LANGUAGE) {
            names.there.insert(doc(*area, id));
            names.named.extend(document.front.contacts.iter().map(contact));
            let statements = document.sections.iter().flat_map(|section| &section.statements);
            names.named.extend(statements.flat_map(|statement| &statement.facts).map(fact));
        }
        for rule in rules.values() {
            names.named.extend(rule.questions.iter().map(|question| doc(Area::Questions, &question.id)));
            names.named.extend(rule.rows.iter().map(|row| doc(Area::Guides, &row.outcome)));
        }
        names
    }

    fn add(&mut self, more: Self) {
        self.named.extend(more.named);
        self.there.extend(more.there);
    }

    /// What is named and is not there.
    fn lost(&self) -> impl Iterator<Item = &String> {
        self.named.difference(&self.there)
    }
}

/// The roles that there is nothing to live on without. The rules come first: they say which languages must have words.
fn needed() -> Vec<RoleName> {
    [RoleName::rules(), RoleName::contacts()].into_iter().chain(RoleName::language(SOURCE_LANGUAGE)).collect()
}

/// The tags of the list of languages.
fn spoken(db: &Connection) -> Result<BTreeSet<String>, Fault> {
    let mut ask = db.prepare_cached("SELECT key FROM record WHERE key >= 'language/' AND key < 'language0'")?;
    let keys = ask.query_map([], |row| row.get::<_, String>(0))?;
    let tag = |key: String| key.split_once('-').map(|(_, tag)| tag.to_owned());
    Ok(keys.collect::<Result<Vec<_>, _>>()?.into_iter().filter_map(tag).collect())
}

/// Whether a language has words for the screens.
pub(super) fn has_words(db: &Connection, tag: &str) -> Result<bool, Fault> {
    let mut ask = db.prepare_cached(
        "SELECT 1 FROM record WHERE key >= 'messages/' || ?1 || '/' AND key < 'messages/' || ?1 || '0'",
    )?;
    Ok(ask.query_row([tag], |_| Ok(())).optional()?.is_some())
}

/// Refuses what stands in a file if the app could not live on it.
pub(super) fn usable(db: &Connection, channel: ChannelName) -> Result<(), NotTaken> {
    let terms = Terms { channel, spoken: spoken(db)? };
    let listed = parts::listed(db)?;
    let needed = needed();
    for role in needed.iter().chain(listed.keys().filter(|role| !needed.contains(role))) {
        terms.judge(role, parts::part(db, role)?)?;
    }
    Ok(())
}
