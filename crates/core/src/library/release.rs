//! Takes a release in: as a whole, or not at all.
//!
//! Everything is read and checked in memory first. Then one transaction makes the records what was signed, reads them back and
//! commits; what then stands in the file is read once more, and only after that is anything said to be here.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use kindway_content::{
    Area, Channel, ChannelName, Content, Pack, PackError, Record, SOURCE_LANGUAGE,
    delta::Expected,
    release::Release,
    roles::{self, RoleError, RoleName},
};
use rusqlite::{Connection, TransactionBehavior};

use super::{Library, Taken, changes::Tally, parts, passages, shelf};
use crate::{
    error::{ApiError, Code},
    ports::UpdateTrouble,
    updates::Changes,
};

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
    /// The parts do not go together.
    #[error(transparent)]
    Roles(#[from] RoleError),
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
            Self::NotWritten | Self::NotReadBack => UpdateTrouble::NoRoom,
            _ => UpdateTrouble::NotTrusted,
        }
    }
}

impl From<rusqlite::Error> for NotTaken {
    fn from(_: rusqlite::Error) -> Self {
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

impl Library {
    /// Takes a release in, and says what is other than before. The instant is when it came.
    ///
    /// # Errors
    /// [`NotTaken`].
    pub fn take_in(&mut self, release: Release, at: DateTime<Utc>) -> Result<Changes, NotTaken> {
        let Release { edition, listed, parts, floors } = release;
        if edition < self.edition() {
            return Err(NotTaken::Older);
        }
        let pack = match self.joined(&listed, parts) {
            Err(NotTaken::Damaged(role)) => {
                // Asked for again and again it would never be fetched, because it is said to be here.
                self.heal()?;
                return Err(NotTaken::Damaged(role));
            }
            pack => pack?,
        };
        usable(&pack, self.channel().name)?;
        let taken = Taken { edition, content: pack.sha256(), floors: Some(floors), brought: None };
        let changes = self.write(&pack, &listed, taken, at)?;
        drop(pack);
        self.confirm(&listed)?;
        Ok(changes)
    }

    /// The whole content of a release: what came, and what is here for the rest.
    fn joined(
        &self,
        listed: &BTreeMap<RoleName, Expected>,
        mut came: BTreeMap<RoleName, Vec<u8>>,
    ) -> Result<Pack, NotTaken> {
        let here = self.parts();
        let mut packs = BTreeMap::new();
        for (role, expected) in listed {
            let pack = match came.remove(role) {
                Some(bytes) if Expected::of(&bytes) == *expected => {
                    Pack::from_canonical(&bytes).map_err(|why| NotTaken::Unreadable { role: role.clone(), why })?
                }
                None if here.get(role) == Some(expected) => {
                    let pack = parts::part(&self.db, role).map_err(|error| match error.code {
                        // A file that is only not to be read now is not damaged.
                        Code::CannotSave | Code::Unexpected => NotTaken::NotWritten,
                        _ => NotTaken::Damaged(role.clone()),
                    })?;
                    if Expected::of(&pack.to_canonical()) != *expected {
                        return Err(NotTaken::Damaged(role.clone()));
                    }
                    pack
                }
                _ => return Err(NotTaken::Part(role.clone())),
            };
            packs.insert(role.clone(), pack);
        }
        match came.into_keys().next() {
            Some(unlisted) => Err(NotTaken::Part(unlisted)),
            None => Ok(roles::join(packs)?),
        }
    }

    /// Takes up what stands in the file if it is what was signed; else goes back to what shipped.
    pub(super) fn confirm(&mut self, listed: &BTreeMap<RoleName, Expected>) -> Result<(), NotTaken> {
        // What was just written stands in memory too; the file itself is asked.
        let _ = self.db.execute_batch("PRAGMA shrink_memory");
        if parts::true_of(&self.db, listed.keys()).ok().as_ref() == Some(listed) && self.look_again().is_ok() {
            return Ok(());
        }
        self.heal()?;
        Err(NotTaken::NotReadBack)
    }

    /// One transaction: all of it, or nothing.
    fn write(
        &mut self,
        pack: &Pack,
        listed: &BTreeMap<RoleName, Expected>,
        taken: Taken,
        at: DateTime<Utc>,
    ) -> Result<Changes, NotTaken> {
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (changes, other) = replace(&tx, pack)?;
        if other {
            passages::forget(&tx)?;
        }
        parts::list(&tx, listed)?;
        // An edition that says the same as the one before it brought nothing.
        let brought = if other { Some((at, changes)) } else { shelf::taken(&tx)?.brought };
        shelf::keep_taken(&tx, &Taken { brought, ..taken })?;
        if parts::true_of(&tx, listed.keys())? != *listed {
            return Err(NotTaken::NotReadBack);
        }
        tx.commit()?;
        Ok(changes)
    }
}

/// Makes the records those of the pack. Says what is other than before, and whether anything is.
fn replace(db: &Connection, pack: &Pack) -> Result<(Changes, bool), NotTaken> {
    let mut tally = Tally::default();
    let (mut gone, mut put): (Vec<String>, Vec<&Record>) = (Vec::new(), Vec::new());
    {
        let mut ask = db.prepare("SELECT key, version, review_by, body FROM record ORDER BY key")?;
        let mut rows = ask.query([])?;
        let mut new = pack.records.iter().peekable();
        // Both are in the order of their keys.
        while let Some(row) = rows.next()? {
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
    let mut delete = db.prepare("DELETE FROM record WHERE key = ?1")?;
    for key in &gone {
        delete.execute([key])?;
    }
    shelf::put(db, put.iter().copied())?;
    if let Some(places) = put.iter().find(|record| record.key == shelf::OUTCODES) {
        shelf::put_outcodes(db, places)?;
    }
    Ok((tally.changes(), !gone.is_empty() || !put.is_empty()))
}

/// Refuses content that the app could not live on.
pub(super) fn usable(pack: &Pack, channel: ChannelName) -> Result<(), NotTaken> {
    let Content { channel: Channel { name, .. }, languages, contacts, docs, messages, .. } =
        kindway_content::unpack(pack).map_err(NotTaken::Record)?;
    if name != channel {
        return Err(NotTaken::Channel);
    }
    if !languages.iter().any(|language| language.tag == SOURCE_LANGUAGE) {
        return Err(NotTaken::NoEnglish);
    }
    if let Some(language) = languages.iter().find(|language| !messages.contains_key(&language.tag)) {
        return Err(NotTaken::NoWords(language.tag.clone()));
    }
    if contacts.is_empty() {
        return Err(NotTaken::NoContacts);
    }
    match NAMED
        .into_iter()
        .find(|(area, id)| !docs.contains_key(&(*area, (*id).to_owned(), SOURCE_LANGUAGE.to_owned())))
    {
        Some((_, id)) => Err(NotTaken::NoDocument(id)),
        None => Ok(()),
    }
}
