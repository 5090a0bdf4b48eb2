//! A charity, its host and a phone: the real repository, the real app and its real thread. Only the host may lie.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    dead_code,
    unused_imports,
    unreachable_pub,
    missing_docs,
    reason = "each test takes what it needs"
)]

mod charity;
mod content;
mod host;
mod phone;
#[path = "../../../sync/tests/support/serve.rs"]
mod serve;

pub use charity::{Charity, NOW, Shipped};
pub use content::{Edit, LANGUAGES, nineteen, project, small};
pub use host::{Host, Sent};
pub use phone::{Phone, SetClock, content_of};

/// A folder for as long as a test. In memory where there is such a place: what is written is synced again and again, and on a slow
/// disk thousands of phones would do little but wait for it.
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}
