//! PIN, second space, hide: when what she saved is locked, and what opens it. The words and the rows of these screens are the same in
//! both spaces, so that neither says whether there is another.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use ts_rs::TS;

use crate::{
    App,
    api::Nothing,
    error::{ApiError, Code},
    opening::{self, Opened},
    vault::Pin,
};

/// How the lock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Lock {
    /// What she saved is locked.
    pub locked: bool,
    /// A PIN opens the open space; while it is locked, no space opens without one.
    pub pin: bool,
    /// A PIN of only four or five digits opens the open space. Not known where it was opened without the PIN.
    pub weak: bool,
    /// Seconds until the next PIN can be tried; 0 mostly.
    pub wait: u32,
    /// Whether the phone's own lock opens it too.
    pub by_owner: ByOwner,
}

/// Whether the phone's own lock (her finger, her face, its own PIN) opens what she saved, as her PIN does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ByOwner {
    /// It cannot: this phone cannot ask, it is locked and was not turned on before, or something opens without a PIN.
    Never,
    /// It could, and does not.
    Off,
    /// It does.
    On,
}

/// A PIN or passphrase as she typed it, in digits of any script.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(rename = "TypedPin")]
pub struct Typed {
    /// The PIN.
    pub pin: String,
}

/// A new PIN.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct NewPin {
    /// The PIN that opens this space now; absent where there is none.
    pub current: Option<String>,
    /// The new one.
    pub pin: String,
    /// She was told that four or five digits are few, and wants them.
    pub weak: bool,
}

// What is in it must not reach a log.
impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed")
    }
}

impl std::fmt::Debug for NewPin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewPin")
    }
}

/// How the app went out of sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Leaving {
    /// The phone's own question covers it, and has just been answered.
    pub asked: bool,
    /// The phone's list of files covers it, from which she is choosing one.
    pub choosing: bool,
}

/// As long as that question may stand there after it was answered.
const A_MOMENT: Duration = Duration::from_secs(5);
/// As long as choosing a file may take. With the lock would go what she has typed on that screen.
const CHOOSING: Duration = Duration::from_secs(5 * 60);

/// When the app was last seen to go: by the wall clock and by the other one.
#[derive(Clone, Copy)]
pub(crate) struct Gone {
    wall: DateTime<Utc>,
    uptime: Duration,
    leaving: Leaving,
}

pub(crate) fn read(app: &mut App, _: Nothing) -> Result<Lock, ApiError> {
    let locked = app.trouble() == Some(Code::Locked);
    let wait = u32::try_from(app.guess_wait().as_millis().div_ceil(1000)).unwrap_or(u32::MAX);
    let (pin, weak) = match app.vault() {
        Ok(vault) => (vault.has_pin(), vault.has_weak_pin()),
        Err(_) => (!app.opens_without_pin(), false),
    };
    Ok(Lock { locked, pin, weak, wait, by_owner: app.by_owner() })
}

pub(crate) fn now(app: &mut App, _: Nothing) -> Result<Opened, ApiError> {
    app.lock()?;
    opening::open(app, Nothing {})
}

pub(crate) fn hidden(app: &mut App, _: Nothing) -> Result<Lock, ApiError> {
    lock_if_there_is_a_pin(app)?;
    read(app, Nothing {})
}

pub(crate) fn away(app: &mut App, leaving: Leaving) -> Result<Nothing, ApiError> {
    app.gone = Some(Gone { wall: app.now(), uptime: app.uptime(), leaving });
    Ok(Nothing {})
}

pub(crate) fn back(app: &mut App, _: Nothing) -> Result<Lock, ApiError> {
    if let Some(gone) = app.gone.take() {
        let by_wall = (app.now() - gone.wall).to_std().unwrap_or(Duration::MAX);
        let by_uptime = app.uptime().saturating_sub(gone.uptime);
        // Here either clock is believed: a clock that was set says nothing for her.
        let chosen = Duration::from_secs(60 * u64::from(app.settings().lock_after));
        let Leaving { asked, choosing } = gone.leaving;
        let allowed = [(asked, A_MOMENT), (choosing, CHOOSING)].into_iter().filter(|(is_so, _)| *is_so);
        if by_wall.max(by_uptime) >= allowed.fold(chosen, |least, (_, allowed)| least.max(allowed)) {
            lock_if_there_is_a_pin(app)?;
        }
    }
    read(app, Nothing {})
}

fn lock_if_there_is_a_pin(app: &mut App) -> Result<(), ApiError> {
    if app.vault().is_ok_and(|vault| vault.has_pin()) { app.lock() } else { Ok(()) }
}

pub(crate) fn unlock(app: &mut App, typed: Typed) -> Result<Opened, ApiError> {
    let pin = Pin::typed(&typed.pin)?;
    app.unlock(&pin)?;
    opening::open(app, Nothing {})
}

pub(crate) fn unlock_without(app: &mut App, _: Nothing) -> Result<Opened, ApiError> {
    app.unlock_without()?;
    opening::open(app, Nothing {})
}

pub(crate) fn unlock_by_owner(app: &mut App, _: Nothing) -> Result<Opened, ApiError> {
    app.unlock_by_owner()?;
    opening::open(app, Nothing {})
}

pub(crate) fn owner_on(app: &mut App, typed: Typed) -> Result<Lock, ApiError> {
    app.vault()?;
    if app.by_owner() == ByOwner::Never {
        return Err(ApiError::new(Code::NotFound));
    }
    app.prove(Some(&typed.pin))?;
    app.owner_on()?;
    read(app, Nothing {})
}

pub(crate) fn owner_off(app: &mut App, _: Nothing) -> Result<Lock, ApiError> {
    app.owner_off()?;
    read(app, Nothing {})
}

pub(crate) fn set_pin(app: &mut App, new: NewPin) -> Result<Lock, ApiError> {
    let pin = new_pin(&new)?;
    app.prove(new.current.as_deref())?;
    app.set_pin(Some(&pin))?;
    read(app, Nothing {})
}

pub(crate) fn remove_pin(app: &mut App, typed: Typed) -> Result<Lock, ApiError> {
    app.prove(Some(&typed.pin))?;
    app.set_pin(None)?;
    read(app, Nothing {})
}

pub(crate) fn second_space(app: &mut App, new: NewPin) -> Result<Lock, ApiError> {
    let pin = new_pin(&new)?;
    // Without a PIN of its own this space would always open, and the second one never.
    if !app.vault()?.has_pin() {
        return Err(ApiError::new(Code::Missing).at("current"));
    }
    app.prove(new.current.as_deref())?;
    app.make_second_space(&pin)?;
    read(app, Nothing {})
}

fn new_pin(new: &NewPin) -> Result<Pin, ApiError> {
    let pin = Pin::typed(&new.pin)?;
    if pin.is_weak() && !new.weak {
        return Err(ApiError::new(Code::PinWeak).at("pin"));
    }
    Ok(pin)
}
