//! What kills, cuts, fills and looks.
#![allow(dead_code, unreachable_pub, missing_docs, reason = "each test takes what it needs")]

pub mod child;
pub mod content;
pub mod disk;
pub mod fault;
pub mod life;
pub mod power;
pub mod published;
#[path = "../../../../crates/updates/tests/support/mod.rs"]
pub mod publishing;
pub mod room;
pub mod shelf;
pub mod small_disk;
pub mod spaces;
pub mod trace;

use std::{
    collections::BTreeMap,
    env, fmt,
    sync::{Mutex, PoisonError},
};

/// How many kills a test takes: `cargo xtask test --long` asks for more.
pub fn kills() -> usize {
    env::var("KINDWAY_KILLS").map_or(2_000, |kills| kills.parse().expect("KINDWAY_KILLS is a number"))
}

/// Where chance begins. It is printed, and taken from `KINDWAY_CRASH_SEED` to see the same again.
pub fn chance() -> u64 {
    let seed = env::var("KINDWAY_CRASH_SEED")
        .map_or_else(|_| fastrand::u64(..), |seed| seed.parse().expect("KINDWAY_CRASH_SEED is a number"));
    println!("KINDWAY_CRASH_SEED={seed}");
    seed
}

/// How often each thing was seen.
#[derive(Default)]
pub struct Tally(Mutex<BTreeMap<String, usize>>);

impl Tally {
    pub fn note(&self, what: impl Into<String>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(what.into()).or_default() += 1;
    }

    pub fn of(&self, what: &str) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(what).copied().unwrap_or_default()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.iter().try_for_each(|(what, often)| write!(f, "\n  {often:>6}  {what}"))
    }
}

/// What went wrong, each with what is needed to see it again. Nothing may.
#[derive(Default)]
pub struct Broken(Mutex<Vec<String>>);

impl Broken {
    pub fn note(&self, what: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(what);
    }

    /// After so many there is no use in looking for more.
    pub fn enough(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len() >= 8
    }

    pub fn none(self) {
        let broken = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        assert!(broken.is_empty(), "{} promises broken:\n{}", broken.len(), broken.join("\n\n"));
    }
}
