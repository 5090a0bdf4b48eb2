//! What the core needs from the world, as narrow traits. A trait grows only when something real needs it.

use std::{collections::BTreeMap, time::Duration};

use chrono::{DateTime, Utc};
use kindway_content::{
    delta::Expected,
    release::{Edition, Release},
    roles::RoleName,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

/// The time. The core never asks the system itself, and never for a local zone: UK civil time is derived.
pub trait Clock: Send {
    /// Now.
    fn now(&self) -> DateTime<Utc>;

    /// The time since some moment of this run: since the phone was switched on, or since the app was started. Nobody can set it, and
    /// it never goes back while the app runs.
    fn uptime(&self) -> Duration;
}

/// Randomness for keys and ids.
pub trait Entropy: Send {
    /// Fills the buffer with random bytes.
    ///
    /// # Errors
    /// [`PortError`] when the system gives none; nothing may then be written.
    fn fill(&self, buffer: &mut [u8]) -> Result<(), PortError>;
}

/// The phone: alarms, its own secret, its owner and her downloads. Native code holds no policy; the core plans, localises and decides.
pub trait Device: Send {
    /// Replaces the reminders whose ids are owned by this app's open space with these, as one whole.
    ///
    /// # Errors
    /// [`PortError`] when the phone refused.
    fn replace(&self, owned: &[String], reminders: &[Alarm]) -> Result<(), PortError>;

    /// Takes every reminder off the phone, whichever space it is of.
    ///
    /// # Errors
    /// [`PortError`] when the phone refused.
    fn clear(&self) -> Result<(), PortError>;

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

    /// Forgets the phone's secret and the owner's, so that nothing wrapped with them can be read again.
    ///
    /// # Errors
    /// [`PortError`] when the phone refused.
    fn forget_secret(&self) -> Result<(), PortError>;

    /// Whether this phone can ask its owner who she is, with her finger, her face or its own lock.
    fn owner_check(&self) -> bool;

    /// Asks her, and then computes a secret for these bytes with a key that the phone gives only after that: on Android a Keystore HMAC
    /// key bound to user authentication, on iOS a this-device-only key with access control. Where there is no key yet, or it was
    /// forgotten, it is made. Blocks until she has answered; nothing is asked without a touch of hers.
    ///
    /// # Errors
    /// [`PortError::NotConfirmed`] when she did not, [`PortError::KeyLost`] where the phone dropped the key, as it does when a finger is
    /// enrolled; it stays lost until it is forgotten.
    fn owner_secret(&self, bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, PortError>;

    /// Forgets that key, so that nothing wrapped with it can be read again. Asks nobody, and is done where there is none.
    ///
    /// # Errors
    /// [`PortError`] when the phone refused.
    fn forget_owner_secret(&self) -> Result<(), PortError>;

    /// Puts a file where she finds her downloads, beside what is there and never over it. Says where it stands, in words that she can
    /// follow.
    ///
    /// # Errors
    /// [`PortError`] when the phone refused; nothing of the file is left then.
    fn save(&self, name: &str, bytes: &[u8]) -> Result<String, PortError>;

    /// How the phone is connected now, as far as it knows.
    fn connection(&self) -> Connection;
}

/// The way to signed content. It works in a thread of its own and never makes a call wait; what came of a job reaches the app
/// through [`App::updated`](crate::App::updated).
pub trait Updating: Send {
    /// Where the shipped content stands in the order of what was published. Nothing: this build has no host, so there are no updates.
    fn shipped(&self) -> Option<Edition>;

    /// Begins a job. One that is still running goes on, and this one is dropped.
    fn begin(&self, job: Job);

    /// How far the running job is.
    fn doing(&self) -> Option<Doing>;

    /// Gives the running job up, as soon as it can; nothing of it is kept but what was verified.
    fn stop(&self);

    /// Where the content stood that was applied last, as what lies beside it remembers. Nothing where none was, or where that is not
    /// known any more.
    fn applied(&self) -> Option<Edition>;
}

/// One try to bring the content up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The content that is here, part by part.
    pub parts: BTreeMap<RoleName, Expected>,
    /// The floors that were kept with it; see [`Release::floors`].
    pub floors: Option<String>,
    /// How many bytes may come without asking her first.
    pub most: u64,
    /// She has seen how large it is, and wants it. Without her word a whole pack comes only where bytes cost nothing.
    pub her_word: bool,
}

/// How far a job is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "UpdateDoing")]
pub struct Doing {
    /// Bytes of content that have come.
    #[ts(type = "number")]
    pub done: u64,
    /// How many there will be; nothing as long as that is not known.
    #[ts(type = "number | null")]
    pub of: Option<u64>,
}

/// What came of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finished {
    /// What is here is what is published. Where it stands in the order of what was published and the floors may still have risen.
    Nothing {
        /// As in [`Release::edition`].
        edition: Edition,
        /// As in [`Release::floors`].
        floors: String,
    },
    /// There is something new.
    Release(Release),
    /// More would have to come than may without her word.
    Large {
        /// How many bytes are still to come.
        bytes: u64,
    },
    /// Nothing has changed here.
    Failed {
        /// Why.
        why: UpdateTrouble,
        /// How long the host wants to be left alone.
        retry_after: Option<Duration>,
    },
    /// It was given up, because she said so.
    Stopped,
}

/// Why an update did not come to its end. What she has is as it was, or what came with the app: see
/// [`Updates::went_back`](crate::updates::Updates::went_back).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum UpdateTrouble {
    /// No connection, or one that only shows a log-in page.
    NoConnection,
    /// It would all hold on another day: the date of this phone may be wrong.
    Date,
    /// The host gives nothing, or wants to be asked later.
    Host,
    /// What came was not what was signed, or cannot be read.
    NotTrusted,
    /// What this phone keeps cannot be read: what was written reads differently, or nobody knows below what nothing may be believed.
    Unreadable,
    /// The phone has no room for it, or does not let it be written.
    NoRoom,
}

/// How the phone is connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Connection {
    /// Not at all.
    None,
    /// Each byte may cost her money.
    Metered,
    /// Wi-Fi, a cable, or the phone does not know better.
    Free,
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
    /// The phone asked its owner, and it was not she, or she did not want to.
    #[error("the owner did not confirm")]
    NotConfirmed,
    /// The file system or the system service refused.
    #[error("the device refused")]
    Refused,
}

/// A build without a host: what it ships is what it has.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoUpdates;

impl Updating for NoUpdates {
    fn shipped(&self) -> Option<Edition> {
        None
    }

    fn begin(&self, _: Job) {}

    fn doing(&self) -> Option<Doing> {
        None
    }

    fn stop(&self) {}

    fn applied(&self) -> Option<Edition> {
        None
    }
}
