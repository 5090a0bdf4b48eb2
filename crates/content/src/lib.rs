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
//! - [`messages`]: one Fluent file.
//! - [`mod@load`]: the whole tree below a project root, with as many mistakes as can be found at once.
//! - [`review`]: which English text was translated, by whom, and whether either has changed since.
//! - [`mod@check`]: what parses but must not be published.
//! - [`coverage`]: which facts of the register are used.
//! - [`mod@pack`]: canonical bytes, and the file that ships inside the app.

pub mod check;
pub mod coverage;
pub mod doc;
pub mod load;
pub mod messages;
pub mod model;
pub mod pack;
pub mod problem;
pub mod review;

pub use check::{Checked, check, check_project};
pub use load::{load, load_with_overlay};
pub use model::*;
pub use pack::{Pack, PackError, Record, pack, read_seed, seed_id, unpack, write_seed};
pub use problem::{Problem, Problems, Severity};
