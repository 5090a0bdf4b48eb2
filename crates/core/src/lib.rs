//! The app without a phone. Screens ask through one door, [`App::call`]; the world comes in through the narrow traits of
//! [`ports`]. Nothing here knows Tauri, a socket, the system clock or its random source.
//!
//! | module | what |
//! | --- | --- |
//! | [`api`] | the door: every question and its answer |
//! | [`library`] | `content.db`: public, disposable, built from the seed |
//! | [`vault`] | what she typed: SQLCipher under a key that only this phone can unwrap |
//! | [`days`], [`words`] | dates in both calendars; her language and English |
//! | [`today`], [`visits`], [`reminders`], [`rights`], [`money`], [`help`], [`cards`], [`danger`] | the places of the app |
//! | [`updates`] | when what is public is looked for anew, and what came of it |
//! | [`lock`] | PIN, second space, hide |
//! | [`moving`] | everything she saved, to a new phone and back |
//! | [`settings`], [`erase`], [`about`], [`opening`] | this phone |

pub mod about;
pub mod api;
mod app;
pub mod cards;
pub mod danger;
pub mod days;
pub mod erase;
pub mod error;
pub mod help;
pub mod library;
pub mod lock;
pub mod money;
pub mod moving;
pub mod opening;
pub mod ports;
pub mod questions;
pub mod reminders;
pub mod rights;
pub mod search;
pub mod settings;
pub mod timeline;
pub mod today;
pub mod updates;
pub mod vault;
pub mod visits;
pub mod words;

pub use app::{App, Start};

/// The vault's migrations in order. Each stands in the file of its table.
pub(crate) const MIGRATIONS: [vault::Migration; 6] = [
    settings::store::MIGRATION,
    visits::store::MIGRATION,
    money::store::MIGRATION,
    help::MIGRATION,
    reminders::MIGRATION,
    vault::MIGRATION,
];
