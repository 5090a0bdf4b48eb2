//! What the content crate promises, each promise a test.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod dates;
mod deltas;
mod documents;
mod hostile;
mod messages;
mod names;
mod packs;
mod phones;
mod project;
mod reading;
mod registers;
mod reviews;
mod roles;
mod rules;
mod spelling;
mod timeline;
mod topics;
mod translations;
