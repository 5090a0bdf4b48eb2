//! When updates were looked for, and when they may be looked for again without her asking.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::ports::{Connection, UpdateTrouble};

use super::Networks;

/// How long a try that came to its end is enough.
const ENOUGH: TimeDelta = TimeDelta::hours(6);
/// The most that is waited beyond that, so that phones do not all ask at once.
const LONGEST_JITTER: TimeDelta = TimeDelta::hours(1);
/// How long after a try without a connection.
const AFTER_NO_CONNECTION: TimeDelta = TimeDelta::minutes(15);
/// How long after a try that failed for another reason.
const AFTER_FAILURE: TimeDelta = TimeDelta::hours(1);
/// The longest that a host is believed to want to be left alone: a day, with the longest jitter.
const LONGEST_AWAY: Duration = Duration::from_secs(23 * 60 * 60);

/// How many bytes of deltas may come without her word where each may cost her money, and how many of anything where none does. Nobody
/// signs how long a delta is, so that even deltas need a bound.
const METERED_MOST: u64 = 64 * 1024;
const MOST: u64 = 8 * 1024 * 1024;

/// What came of the tries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Tries {
    /// When the last one came to its end, something new or not.
    pub(crate) last: Option<DateTime<Utc>>,
    /// When the last one finished in any way.
    tried: Option<DateTime<Utc>>,
    /// When the next one may begin.
    next: Option<DateTime<Utc>>,
    /// Why the last one did not come to its end.
    pub(crate) trouble: Option<UpdateTrouble>,
    /// The bytes of an update that waits for her word.
    pub(crate) large: Option<u64>,
}

impl Tries {
    /// A try begins: what the one before it left is over.
    pub(crate) fn begun(&mut self) {
        (self.trouble, self.large) = (None, None);
    }

    /// A try came to its end. The random number spreads the phones.
    pub(crate) fn ended(&mut self, now: DateTime<Utc>, random: u32) {
        *self = Self { last: Some(now), ..Self::default() }.tried(now, spread(ENOUGH, random));
    }

    /// There is more than may come without her word.
    pub(crate) fn too_large(&mut self, now: DateTime<Utc>, random: u32, bytes: u64) {
        *self = Self { last: self.last, large: Some(bytes), ..Self::default() }.tried(now, spread(ENOUGH, random));
    }

    /// She gave it up: it does not begin again by itself just now.
    pub(crate) fn stopped(&mut self, now: DateTime<Utc>) {
        *self = Self { last: self.last, ..Self::default() }.tried(now, AFTER_FAILURE);
    }

    /// A try failed. What one phone met, many meet at that moment: the random number spreads them here as well.
    pub(crate) fn failed(
        &mut self,
        now: DateTime<Utc>,
        random: u32,
        why: UpdateTrouble,
        retry_after: Option<Duration>,
    ) {
        let wait = match why {
            UpdateTrouble::NoConnection => AFTER_NO_CONNECTION,
            // What cannot be used or kept will come again as it is, and its bytes cost her money.
            UpdateTrouble::NotTrusted | UpdateTrouble::Unreadable => ENOUGH,
            UpdateTrouble::Date | UpdateTrouble::Host | UpdateTrouble::NoRoom => AFTER_FAILURE,
        };
        let away = TimeDelta::from_std(retry_after.unwrap_or_default().min(LONGEST_AWAY)).unwrap_or_default();
        *self =
            Self { last: self.last, trouble: Some(why), ..Self::default() }.tried(now, spread(wait.max(away), random));
    }

    fn tried(self, now: DateTime<Utc>, wait: TimeDelta) -> Self {
        Self { tried: Some(now), next: now.checked_add_signed(wait), ..self }
    }

    /// Whether it is time. A last try that is still to come says that the clock was wrong, then or now: it counts as long ago.
    pub(crate) fn is_due(&self, now: DateTime<Utc>) -> bool {
        let (Some(tried), Some(next)) = (self.tried, self.next) else { return true };
        now < tried || now >= next
    }
}

/// A wait with something more: at most as much again.
fn spread(wait: TimeDelta, random: u32) -> TimeDelta {
    let most = wait.min(LONGEST_JITTER);
    wait + TimeDelta::seconds(i64::from(random) % (most.num_seconds() + 1))
}

/// Whether she allowed this kind of network.
pub(crate) fn is_allowed(networks: Networks, connection: Connection) -> bool {
    match (networks, connection) {
        (_, Connection::None) | (Networks::None, _) => false,
        (Networks::Free, connection) => connection == Connection::Free,
        (Networks::Any, _) => true,
    }
}

/// How many bytes may come. Her word lifts the limit of a network that costs her money.
pub(crate) fn most(connection: Connection, her_word: bool) -> u64 {
    if connection == Connection::Metered && !her_word { METERED_MOST } else { MOST }
}
