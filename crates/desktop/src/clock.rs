//! Time and randomness from the operating system.

use std::time::SystemTime;

use chrono::{DateTime, Utc};
use kindway_core::ports::{Clock, Entropy, PortError};

/// The clock of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        SystemTime::now().into()
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
}

impl kindway_sync::Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

/// The random source of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct OsEntropy;

impl Entropy for OsEntropy {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), PortError> {
        getrandom::fill(buffer).map_err(|_| PortError::Refused)
    }
}
