//! Who signs: the name that a key, its file and `--role` share.

use std::fmt;
use std::str::FromStr;

use kindway_content::roles::RoleName;

use crate::Error;

/// How many root keys there are.
pub const ROOT_KEYS: u8 = 3;
/// How many of them have to sign a root.
pub const ROOT_THRESHOLD: usize = 2;

/// One key of a site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signer {
    /// One of the three that say who the others are. Offline, each with another person.
    Root(u8),
    /// Says who may sign what of the content. Offline.
    Targets,
    /// Says which versions belong together. With the machine that publishes.
    Snapshot,
    /// Says that this is the newest. With the machine that publishes.
    Timestamp,
    /// Signs one part of the content. With its editors.
    Role(RoleName),
}

impl Signer {
    /// The three root keys.
    pub fn roots() -> impl Iterator<Item = Self> {
        (1..=ROOT_KEYS).map(Self::Root)
    }

    /// The name of the file that its private key is kept in.
    pub fn file_name(&self) -> String {
        match self {
            Self::Role(role) => format!("role-{role}.key"),
            other => format!("{other}.key"),
        }
    }

    /// The role of TUF that it signs for.
    pub(crate) fn role(&self) -> String {
        match self {
            Self::Root(_) => "root".to_owned(),
            other => other.to_string(),
        }
    }
}

impl fmt::Display for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root(number) => write!(f, "root-{number}"),
            Self::Targets => f.write_str("targets"),
            Self::Snapshot => f.write_str("snapshot"),
            Self::Timestamp => f.write_str("timestamp"),
            Self::Role(role) => role.fmt(f),
        }
    }
}

impl FromStr for Signer {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let known = Self::roots().chain([Self::Targets, Self::Snapshot, Self::Timestamp]);
        match known.into_iter().find(|signer| signer.to_string() == name) {
            Some(signer) => Ok(signer),
            None => name.parse().map(Self::Role).map_err(|_| Error::NoSigner(name.to_owned())),
        }
    }
}
