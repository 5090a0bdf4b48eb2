//! What the core needs from the world, as narrow traits. A trait grows only when something real needs it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

/// The time. The core never asks the system itself, and never for a local zone: UK civil time is derived.
pub trait Clock: Send {
    /// Now.
    fn now(&self) -> DateTime<Utc>;
}

/// Randomness for keys and ids.
pub trait Entropy: Send {
    /// Fills the buffer with random bytes.
    ///
    /// # Errors
    /// [`PortError`] when the system gives none; nothing may then be written.
    fn fill(&self, buffer: &mut [u8]) -> Result<(), PortError>;
}

/// The phone: alarms and its own secret. Native code holds no policy; the core plans, localises and decides.
pub trait Device: Send {
    /// Replaces the reminders whose ids are owned by this app's open space with these, as one whole.
    ///
    /// # Errors
    /// [`PortError`] when the phone refused.
    fn replace(&self, owned: &[String], reminders: &[Alarm]) -> Result<(), PortError>;

    /// Whether planned alarms will ring, and how exactly.
    fn alarm_health(&self) -> AlarmHealth;

    /// Shows one notification now.
    ///
    /// # Errors
    /// [`PortError`] when the phone refused.
    fn ring_now(&self, text: &str) -> Result<(), PortError>;

    /// A secret that only this phone can compute, for a label and some bytes: HMAC with a key that never leaves it.
    ///
    /// # Errors
    /// [`PortError::KeyLost`] where the phone once had the key and has it no longer.
    fn device_secret(&self, label: &str, bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, PortError>;

    /// Forgets the phone's secret, so that nothing wrapped with it can be read again.
    ///
    /// # Errors
    /// [`PortError`] when the phone refused.
    fn forget_secret(&self) -> Result<(), PortError>;
}

/// A reminder as the phone keeps it: a time, an opaque id, and the sentence of the level that she chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    /// Random, says nothing.
    pub id: String,
    /// When it rings.
    pub at: DateTime<Utc>,
    /// What the notification shows.
    pub text: String,
}

/// Whether alarms will ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AlarmHealth {
    /// They ring to the minute.
    Exact,
    /// They may be up to an hour late.
    Inexact,
    /// The phone does not allow notifications.
    Refused,
    /// The phone did not take the newest plan: what is shown may not ring.
    Broken,
    /// This is a computer: the plan is kept and shown, but nothing rings when Kindway is closed.
    KeptOnly,
}

/// A port could not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PortError {
    /// The phone's own key is gone.
    #[error("the device key is lost")]
    KeyLost,
    /// The file system or the system service refused.
    #[error("the device refused")]
    Refused,
}
