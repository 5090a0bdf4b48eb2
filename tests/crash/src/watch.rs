//! The time of a row of steps: it stands still, and goes on only when it is told to.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
    time::Duration,
};

use chrono::{DateTime, Utc};
use kindway_core::ports::Clock;

/// Between two steps of the row: longer than any wait, and short enough that no wrong PIN is forgiven.
const BETWEEN: Duration = Duration::from_secs(3 * 60 * 60);

/// Longer than any wait after a wrong PIN, also by a clock that was started anew.
pub const LONGEST_WAIT: Duration = Duration::from_secs(75 * 60);

/// Both clocks of a phone, which was switched on at the beginning of the row.
#[derive(Clone, Debug)]
pub struct Watch {
    begin: DateTime<Utc>,
    millis: Arc<AtomicU64>,
    asked: Arc<AtomicU64>,
}

impl Watch {
    /// At the time of a step.
    #[must_use]
    pub fn at(begin: DateTime<Utc>, step: u64) -> Self {
        let watch = Self { begin, millis: Arc::default(), asked: Arc::default() };
        watch.set(step);
        watch
    }

    /// It is the time of a step, unless it is later.
    pub fn set(&self, step: u64) {
        let between = u64::try_from(BETWEEN.as_millis()).unwrap_or(u64::MAX);
        self.millis.fetch_max(step.saturating_mul(between), SeqCst);
    }

    /// Lets so much time pass.
    pub fn pass(&self, time: Duration) {
        self.millis.fetch_add(u64::try_from(time.as_millis()).unwrap_or(u64::MAX), SeqCst);
    }
}

impl Clock for Watch {
    fn now(&self) -> DateTime<Utc> {
        self.begin + Duration::from_millis(self.millis.load(SeqCst))
    }

    /// What this phone needs for a PIN is the time between two questions: little before the second space is made, so that its first PIN
    /// is stretched further than the slots that stand there, and then so much that it is stretched the least, which tests wait for.
    fn uptime(&self) -> Duration {
        let millis = Duration::from_millis(self.millis.load(SeqCst));
        let needs = Duration::from_millis(if millis < BETWEEN * 4 { 250 } else { 400 });
        millis + needs * u32::try_from(self.asked.fetch_add(1, SeqCst)).unwrap_or(u32::MAX)
    }
}
