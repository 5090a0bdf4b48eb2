//! Who may publish what. A pack is published in parts, each signed with a key of its own, so that a stolen key can alter no more
//! than its own part.
//!
//! | role | records |
//! | --- | --- |
//! | `language-<tag>` | `doc/<area>/<id>/<tag>`, `messages/<tag>/<file>`, `contact-words/<tag>/<id>` |
//! | `contacts` | `contact/<id>` |
//! | `rules` | every other kind, those that this version does not know among them |
//!
//! A record of one of the kinds that are named here, but with more or fewer parts in its key, stands in no role: a reader that
//! looks for keys by their beginning and end would take it for what another role says.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::pack::{Pack, Record};

const CONTACTS: &str = "contacts";
const RULES: &str = "rules";
const LANGUAGE: &str = "language-";
/// The longest tag that BCP 47 asks everybody to take.
const LONGEST_TAG: usize = 35;

/// The name of a role: lower-case words, and for a language its tag. Safe in the name of a file and in a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleName(String);

impl RoleName {
    /// The role of the contacts.
    pub fn contacts() -> Self {
        Self(CONTACTS.to_owned())
    }

    /// The role of the rules, the rates, and of all that is in no other role.
    pub fn rules() -> Self {
        Self(RULES.to_owned())
    }

    /// The role of a language.
    ///
    /// # Errors
    /// [`RoleError::Name`] where the tag is not written as one.
    pub fn language(tag: &str) -> Result<Self, RoleError> {
        let name = format!("{LANGUAGE}{tag}");
        if is_tag(tag) { Ok(Self(name)) } else { Err(RoleError::Name(name)) }
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language that it is for, if it is for one.
    pub fn tag(&self) -> Option<&str> {
        self.0.strip_prefix(LANGUAGE)
    }
}

impl fmt::Display for RoleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for RoleName {
    type Err = RoleError;

    fn from_str(name: &str) -> Result<Self, RoleError> {
        match name.strip_prefix(LANGUAGE) {
            Some(tag) => Self::language(tag),
            None if name == CONTACTS || name == RULES => Ok(Self(name.to_owned())),
            None => Err(RoleError::Name(name.to_owned())),
        }
    }
}

/// Why parts are not taken as one pack.
#[derive(thiserror::Error, Clone, Debug, PartialEq, Eq)]
pub enum RoleError {
    /// A name that no role has.
    #[error("\"{0}\" is not the name of a role: contacts, rules, or language- and a tag")]
    Name(String),
    /// A record that another role has to sign.
    #[error("the role {role} may not hold the record {key}")]
    Misplaced {
        /// The role that it stood in.
        role: RoleName,
        /// Its key.
        key: String,
    },
    /// A key that stands twice.
    #[error("the record {0} stands twice")]
    Twice(String),
}

/// Whether a role may hold the record of a key.
pub fn allowed(role: &RoleName, key: &str) -> bool {
    home(key).as_ref() == Some(role)
}

/// The parts that a pack is published in. No record is lost; one that no role may hold goes to the rules, where [`join`] refuses it.
pub fn split(pack: &Pack) -> BTreeMap<RoleName, Pack> {
    let mut parts: BTreeMap<RoleName, Pack> = BTreeMap::new();
    for record in &pack.records {
        let role = home(&record.key).unwrap_or_else(RoleName::rules);
        parts.entry(role).or_default().records.push(record.clone());
    }
    parts
}

/// The pack of these parts.
///
/// # Errors
/// [`RoleError::Misplaced`] where a part holds a record of another, [`RoleError::Twice`] where a key stands twice.
pub fn join(parts: BTreeMap<RoleName, Pack>) -> Result<Pack, RoleError> {
    let mut records: Vec<Record> = Vec::new();
    for (role, part) in parts {
        if let Some(record) = part.records.iter().find(|record| !allowed(&role, &record.key)) {
            return Err(RoleError::Misplaced { role, key: record.key.clone() });
        }
        // Moved, not copied: all languages together are large for an old phone.
        records.extend(part.records);
    }
    records.sort_unstable_by(|one, other| one.key.cmp(&other.key));
    match records.windows(2).find(|pair| pair[0].key == pair[1].key) {
        Some(pair) => Err(RoleError::Twice(pair[0].key.clone())),
        None => Ok(Pack { records }),
    }
}

fn home(key: &str) -> Option<RoleName> {
    let parts: Vec<&str> = key.split('/').collect();
    match parts.as_slice() {
        ["doc", _, _, tag] | ["messages", tag, _] | ["contact-words", tag, _] => RoleName::language(tag).ok(),
        ["contact", _] => Some(RoleName::contacts()),
        ["doc" | "messages" | "contact-words" | "contact", ..] => None,
        _ => Some(RoleName::rules()),
    }
}

/// Letters, digits and single hyphens between them, so that no tag can lead out of a folder.
fn is_tag(tag: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    tag.len() <= LONGEST_TAG && tag.split('-').all(word) && tag.starts_with(|first: char| first.is_ascii_alphabetic())
}
