//! Signed updates: which files a host may give us, and fetching them.
//!
//! ```text
//!  host ─► Fetch ─► Updater ─► Store          (The Update Framework 1.0, section 5)
//!                      │  ▲
//!                      │  └── Verifier (sigstore-tuf over ring), Clock
//!                      ▼
//!           Trusted ─► Target ─► bytes that are what was signed
//! ```
//!
//! [`Updater::refresh`] says what is trusted now, [`Updater::find`] who lists a file, [`Updater::download`] brings it. What a
//! file means is not known here.

mod address;
mod clock;
mod crypto;
mod delegations;
mod fetch;
mod limits;
mod store;
mod target;
mod updater;
mod verify;
mod web;

pub use sigstore_tuf::{DelegatedRole, Delegations, Key, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp};

pub use clock::{Clock, DeviceClock, NeverEarlier};
pub use fetch::{Answer, Ask, Fetch, Status, Trouble};
pub use limits::Limits;
pub use store::{Folder, Store};
pub use target::Target;
pub use updater::{Error, Trusted, Updater};
pub use verify::{Sigstore, Untrusted, Verifier};
pub use web::{Pace, Web, WebOptions};
