//! The signed files that a charity puts on a host, and who signs them.
//!
//! ```text
//!  Site/                                       Keys/   (never inside the site, never in git)
//!    site.json      which channel                root-1.key root-2.key root-3.key   each with another person, offline
//!    staged/        not live yet                 targets.key                        offline
//!    v1/            exactly what is served       role-<role>.key                    with the editors of the role
//!      metadata/  targets/  d/                   snapshot.key timestamp.key         with the machine that publishes
//!
//!  content ──stage──► staged/ ──sign──► v1/ (nothing points at it yet) ──timestamp──► live
//!                        ▲                                                   ▲
//!  keys ─────────────────┴── rotate, renew (a new root waits here) ──────────┘
//! ```
//!
//! - [`Site::stage`] parts the content into roles, with whole packs, deltas, and lists that nobody has signed.
//! - [`Site::sign`] checks what is staged and signs it.
//! - [`Site::timestamp`] makes live what is signed and belongs together, and holds back what does not.
//! - [`Site::rotate`] replaces keys, [`Site::renew`] signs anew what would soon be out of date.
//! - [`Site::ship`] writes what an app is built with.
//!
//! What is immutable is never overwritten, every file is written whole, and `timestamp.json` comes last: a site can be served
//! while it is being changed. Files are those of The Update Framework 1.0.31; time comes in as an argument.

mod canonical;
mod error;
mod files;
mod init;
mod key;
mod keys;
mod lists;
mod live;
mod prune;
mod renew;
mod rotate;
mod ship;
mod sign;
mod signer;
mod site;
mod stage;
mod timestamp;

pub use canonical::signed;
pub use error::{Error, KeyError, Result};
pub use key::{Key, Work};
pub use keys::Keys;
pub use live::{Published, PublishedRole};
pub use renew::Renewed;
pub use rotate::Rotated;
pub use ship::Shipped;
pub use sign::Signed;
pub use signer::{ROOT_KEYS, ROOT_THRESHOLD, Signer};
pub use site::{Lock, Site};
pub use stage::{Progress, Staged, StagedRole};
pub use timestamp::Timestamped;
