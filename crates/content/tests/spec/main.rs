//! What the content crate promises, each promise a test.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod documents;
mod messages;
mod packs;
mod project;
mod reading;
mod registers;
mod reviews;
mod translations;
