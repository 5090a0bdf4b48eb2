//! A host that lies. Whatever it says, the content stays what it was or becomes what was signed; what was verified before the lie is
//! kept; and afterwards the honest host is believed.
//!
//! `KINDWAY_CASE=312 cargo test -p kindway-updates --test hostile -- --nocapture` tells one case alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs, unreachable_pub, clippy::print_stdout, reason = "what came of each case is printed")]

#[path = "hostile/case.rs"]
mod case;
#[path = "hostile/content.rs"]
mod content;
#[path = "hostile/everything.rs"]
mod everything;
#[path = "hostile/host.rs"]
mod host;
#[path = "hostile/metadata.rs"]
mod metadata;
#[path = "hostile/packs.rs"]
mod packs;
#[path = "hostile/replay.rs"]
mod replay;
mod support;
#[path = "hostile/transport.rs"]
mod transport;
#[path = "hostile/world.rs"]
mod world;

use std::sync::{Mutex, MutexGuard, PoisonError};

use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATED: PeakAlloc = PeakAlloc;

/// Memory is counted for the whole process, so only one case is told at a time.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn no_connection_however_broken_changes_what_she_has() {
    let _alone = alone();
    case::run("transport", &transport::cases());
}

#[test]
fn no_signed_file_is_believed_that_the_workflow_refuses() {
    let _alone = alone();
    case::run("metadata", &metadata::cases());
}

#[test]
fn no_pack_and_no_delta_is_taken_that_is_not_what_was_signed() {
    let _alone = alone();
    case::run("packs", &packs::cases());
}

#[test]
fn content_that_is_signed_but_cannot_be_lived_on_is_not_taken() {
    let _alone = alone();
    case::run("content", &content::cases());
}

#[test]
fn nothing_old_and_nothing_of_somebody_else_is_taken_for_news() {
    let _alone = alone();
    case::run("replay", &replay::cases());
}

#[test]
fn a_first_update_of_everything_takes_no_more_than_32_mb() {
    let _alone = alone();
    everything::is_brought();
}

#[test]
fn every_lie_has_a_number_of_its_own() {
    let _alone = alone();
    let tables = [transport::cases(), metadata::cases(), packs::cases(), content::cases(), replay::cases()];
    let numbers: Vec<u32> = tables.iter().flatten().map(|case| case.number).collect();
    let unique: std::collections::BTreeSet<u32> = numbers.iter().copied().collect();
    assert_eq!(unique.len(), numbers.len());
    assert!(numbers.len() >= 60, "{} cases", numbers.len());
}
