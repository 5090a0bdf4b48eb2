//! Signed updates: which files a host may give us, and fetching them.
//!
//! ```text
//!                 ┌─ Floors ◄─ Trust (the app), its content, the store
//!                 ▼
//!  host ─► Fetch ─► Updater ─► Store          (The Update Framework 1.0, section 5)
//!                      │  ▲
//!                      │  └── Verifier (sigstore-tuf over ring), Clock
//!                      ▼
//!           Trusted ─► Target ─► bytes that are what was signed
//!                                   │
//!                                   ▼
//!  what the app has ─► Sync ─► Release of kindway-content
//! ```
//!
//! [`Updater::refresh`] says what is trusted now, [`Updater::find`] who lists a file, [`Updater::download`] brings it. [`Sync::run`]
//! does all of it for the content of Kindway, by deltas where it can. What the content says is not known here.

mod address;
mod clock;
mod crypto;
mod delegations;
mod engine;
mod fetch;
mod floors;
mod limits;
mod packs;
mod store;
mod target;
mod trust;
mod updater;
mod verify;
mod web;

pub use sigstore_tuf::{DelegatedRole, Delegations, Key, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp};

pub use clock::{Belief, Clock, DeviceClock, NeverEarlier};
pub use engine::{Finding, Have, Progress, Sync};
pub use fetch::{Answer, Ask, Below, Fetch, Status, Trouble};
pub use floors::{Floors, NoFloors};
pub use limits::Limits;
pub use store::{Folder, Store};
pub use target::Target;
pub use trust::{BadTrust, Trust};
pub use updater::{Cause, Error, Kind, Trusted, Updater};
pub use verify::{Sigstore, Untrusted, Verifier};
pub use web::{Pace, Web, WebOptions};
