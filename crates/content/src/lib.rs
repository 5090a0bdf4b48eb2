//! The content model: what editors write, parsed, checked and packed.
//!
//! ```text
//!  editors' files ──► load ──► Content ──► pack ──► seed file (in the app) ──► read_seed ──► core
//!                      │          │
//!                      └─ doc     └─► check: every rule of the house, with file, line and field
//! ```
//!
//! - [`model`]: the shapes. Everything a screen shows of public content comes from one of them.
//! - [`doc`]: one Markdown document with its front matter.
//! - [`rule`]: one decision table.
//! - [`when`]: when something of the timeline can be expected.
//! - [`messages`]: one Fluent file.
//! - [`mod@load`]: the whole tree below a project root, with as many mistakes as can be found at once.
//! - [`review`]: which English text was translated, by whom, and whether either has changed since.
//! - `check`, behind the feature of that name: what parses but must not be published.
//! - [`coverage`]: which facts of the register are used.
//! - `reading`, behind the same feature: how hard each English document is to read.
//! - [`mod@pack`]: canonical bytes, and the file that ships inside the app.
//! - [`roles`]: the parts that a pack is published in, and which key may sign what.
//! - [`mod@delta`]: how a published pack travels.
//! - [`release`]: what an update brings.
//! - [`tolerant`]: how an older app reads what a newer version has written.

#[cfg(feature = "check")]
pub mod check;
pub mod coverage;
pub mod delta;
pub mod doc;
pub mod load;
pub mod messages;
pub mod model;
pub mod pack;
pub mod problem;
#[cfg(feature = "check")]
pub mod reading;
pub mod release;
pub mod review;
pub mod roles;
pub mod rule;
pub mod tolerant;
pub mod when;

#[cfg(feature = "check")]
pub use check::{Checked, check, check_project};
pub use load::{load, load_with_overlay};
pub use model::*;
pub use pack::{Pack, PackError, Record, bumped, pack, read_seed, seed_id, unpack, write_seed};
pub use problem::{Kind, Problem, Problems, Severity};
