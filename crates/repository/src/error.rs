//! Why nothing was published.

use std::io;
use std::path::{Path, PathBuf};

use kindway_content::PackError;
use kindway_content::roles::RoleError;
use kindway_sync::Untrusted;

use crate::Signer;

/// What this crate answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something was not done. What was there before still is.
#[derive(thiserror::Error, Debug)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder cannot be read or written.
    #[error("{}: {cause}", file.display())]
    File {
        /// Which.
        file: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// A new site or a new set of keys begins in a folder of its own.
    #[error("{}: this folder is not empty, and what is in it may be in use; name a new one", .0.display())]
    NotEmpty(PathBuf),
    /// It is no site.
    #[error("{}: not a site that `init` made: {why}", file.display())]
    NotASite {
        /// The file that says so.
        file: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// Private keys would be copied, uploaded or committed with what lies around them.
    #[error("{}: private keys may not lie inside {inside}", folder.display())]
    KeysExposed {
        /// Where they are.
        folder: PathBuf,
        /// What they would be copied with.
        inside: String,
    },
    /// Another command is at work on this site.
    #[error("{}: another command is at work on this site; wait until it has ended", .0.display())]
    Busy(PathBuf),
    /// A passphrase that is found by trying.
    #[error("a passphrase needs at least {needed} characters: several words are easy to keep and hard to guess")]
    ShortPassphrase {
        /// How many.
        needed: usize,
    },
    /// The key is not in this folder.
    #[error("{}: this key is not here", .0.display())]
    NoKey(PathBuf),
    /// A key file cannot be opened.
    #[error("{}: {why}", file.display())]
    Key {
        /// Which.
        file: PathBuf,
        /// Why not.
        why: KeyError,
    },
    /// A key that may not sign this.
    #[error("{}: this is not the key that may sign {signer} (it is {found})", file.display())]
    AnotherKey {
        /// The key file.
        file: PathBuf,
        /// What was to be signed.
        signer: Signer,
        /// The id of the key that was in the file.
        found: String,
    },
    /// Too few of the root keys.
    #[error("{}: {found} of the {needed} root keys that are needed are here; the holders of {missing} have to bring theirs", folder.display())]
    RootKeys {
        /// Where they were looked for.
        folder: PathBuf,
        /// How many were found.
        found: usize,
        /// How many there have to be.
        needed: usize,
        /// Which others there are.
        missing: String,
    },
    /// A file of the site is not what its keys signed.
    #[error("{}: {why}", file.display())]
    Untrusted {
        /// Which.
        file: PathBuf,
        /// Why it is not believed.
        why: Untrusted,
    },
    /// A staged or published file is not what it has to be.
    #[error("{}: {why}", file.display())]
    Damaged {
        /// Which.
        file: PathBuf,
        /// What is wrong.
        why: String,
    },
    /// A pack cannot be read or made.
    #[error("{what}: {why}")]
    Pack {
        /// Which.
        what: String,
        /// Why not.
        why: PackError,
    },
    /// Records that stand in the wrong part.
    #[error(transparent)]
    Role(#[from] RoleError),
    /// Content of the other channel.
    #[error(
        "this content is for the channel {content}, and the site is of the channel {site} (assets/content/channel.toml)"
    )]
    Channel {
        /// What the content says.
        content: String,
        /// What the site was made for.
        site: String,
    },
    /// A name that no key has.
    #[error(
        "\"{0}\" is no role: root-1, root-2, root-3, targets, snapshot, timestamp, contacts, rules, or language- and a tag"
    )]
    NoSigner(String),
    /// A role that this site does not have.
    #[error("this site has no role {0}")]
    NoRole(Signer),
    /// Something that is not staged cannot be signed.
    #[error("nothing of {0} waits to be signed")]
    NothingStaged(Signer),
    /// Too little is signed to be published.
    #[error("nothing can be published before these are signed: {0}")]
    NotSigned(String),
    /// An address that apps cannot ask.
    #[error("\"{0}\" is not the address of a host: it begins with https:// (http:// only for this computer)")]
    Host(String),
    /// What is live would not be believed by a phone.
    #[error("what is live does not hold, so no app can be built with it: {0}")]
    Update(kindway_sync::Error),
    /// The system gives no randomness.
    #[error("this computer gives no random numbers: {0}")]
    Random(getrandom::Error),
    /// A value that has no JSON. None that this crate makes is one.
    #[error("cannot be written as JSON: {0}")]
    Json(serde_json::Error),
}

/// Why a key file is not taken.
#[derive(thiserror::Error, Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyError {
    /// It is cut, or something else.
    #[error("not an encrypted private key (PKCS#8, PEM), or damaged")]
    Malformed,
    /// No passphrase opens it.
    #[error("the passphrase does not open this key")]
    Passphrase,
    /// Another kind of key.
    #[error("not an Ed25519 key")]
    Kind,
    /// It cannot be encrypted.
    #[error("cannot be encrypted")]
    Seal,
}

impl Error {
    pub(crate) fn file(file: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |cause| Self::File { file: file.to_owned(), cause }
    }

    pub(crate) fn damaged(file: &Path, why: impl Into<String>) -> Self {
        Self::Damaged { file: file.to_owned(), why: why.into() }
    }
}
