//! Time and randomness from the operating system.

use std::{
    sync::OnceLock,
    time::{Duration, Instant, SystemTime},
};

use chrono::{DateTime, Utc};
use kindway_core::ports::{Clock, Entropy, PortError};

/// The clock of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        SystemTime::now().into()
    }

    fn uptime(&self) -> Duration {
        since_start()
    }
}

impl kindway_sync::Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Clock::now(self)
    }
}

/// A clock that stands still at the time it was given, so that a test or a picture looks the same on any day.
#[derive(Clone, Copy, Debug)]
pub struct SetClock(pub DateTime<Utc>);

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }

    fn uptime(&self) -> Duration {
        since_start()
    }
}

impl kindway_sync::Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

/// Since this was first asked. A phone counts from when it was switched on; a computer's programs have no such clock in common.
fn since_start() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}

/// The random source of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct OsEntropy;

impl Entropy for OsEntropy {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), PortError> {
        getrandom::fill(buffer).map_err(|_| PortError::Refused)
    }
}
