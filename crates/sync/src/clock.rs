//! What time it is, which a phone does not always know.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Utc};

/// The time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> DateTime<Utc>;
}

impl<C: Clock + ?Sized> Clock for Arc<C> {
    fn now(&self) -> DateTime<Utc> {
        self.as_ref().now()
    }
}

/// A clock that can be told that it is late.
pub trait Belief: Clock {
    /// It is at least this late.
    fn believe(&self, moment: DateTime<Utc>);
}

/// The time of this device, as the system has it.
#[derive(Clone, Copy, Debug)]
pub struct DeviceClock;

impl Clock for DeviceClock {
    fn now(&self) -> DateTime<Utc> {
        std::time::SystemTime::now().into()
    }
}

/// A clock that is never earlier than what is known for certain: the moment the app was built, and the newest moment that a
/// trusted file was signed at ([`Trusted::signed_at`](crate::Trusted::signed_at)). A phone whose battery was empty may
/// believe that it is 1970, and would then take every old file for a fresh one.
#[derive(Debug)]
pub struct NeverEarlier<C> {
    device: C,
    known: AtomicI64,
}

impl<C: Clock> NeverEarlier<C> {
    /// Over the clock of the device, and not before `built`.
    pub fn new(device: C, built: DateTime<Utc>) -> Self {
        Self { device, known: AtomicI64::new(built.timestamp()) }
    }
}

impl<C: Clock> Belief for NeverEarlier<C> {
    fn believe(&self, moment: DateTime<Utc>) {
        self.known.fetch_max(moment.timestamp(), Ordering::Relaxed);
    }
}

impl<C: Clock> Clock for NeverEarlier<C> {
    fn now(&self) -> DateTime<Utc> {
        let known = DateTime::from_timestamp(self.known.load(Ordering::Relaxed), 0).unwrap_or_default();
        self.device.now().max(known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct At(DateTime<Utc>);

    impl Clock for At {
        fn now(&self) -> DateTime<Utc> {
            self.0
        }
    }

    fn time(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    #[test]
    fn a_clock_that_was_set_back_is_not_earlier_than_what_is_known() {
        let clock = NeverEarlier::new(At(time("1970-01-01T00:00:00Z")), time("2026-11-01T00:00:00Z"));
        assert_eq!(clock.now(), time("2026-11-01T00:00:00Z"));
        clock.believe(time("2026-11-22T00:00:00Z"));
        clock.believe(time("2026-11-10T00:00:00Z"));
        assert_eq!(clock.now(), time("2026-11-22T00:00:00Z"), "an older belief does not take a newer one back");
    }

    #[test]
    fn a_clock_that_is_later_is_believed() {
        let clock = NeverEarlier::new(At(time("2027-01-01T00:00:00Z")), time("2026-11-01T00:00:00Z"));
        assert_eq!(clock.now(), time("2027-01-01T00:00:00Z"));
    }
}
