//! Updates of what is public: when they are looked for, over which network, and what came of them. Fetching and verifying are the
//! port's ([`Updating`](crate::ports::Updating)); what is kept is the library's.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App,
    api::Nothing,
    days::Day,
    error::ApiError,
    ports::{Doing, UpdateTrouble},
};

/// Over which networks updates may be looked for without her asking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "UpdateNetworks")]
pub enum Networks {
    /// Any: an update is a few kilobytes.
    #[default]
    Any,
    /// Only where bytes cost nothing.
    Free,
    /// None: only when she asks.
    None,
}

/// How updates stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Updates {
    /// Whether this build has a host to ask.
    pub possible: bool,
    /// What she allowed.
    pub networks: Networks,
    /// How far the running one is.
    pub doing: Option<Doing>,
    /// When the last one came to its end, something new or not.
    pub last: Option<Day>,
    /// The last one that brought something.
    pub brought: Option<Brought>,
    /// Why the last one did not come to its end, if it did not.
    pub trouble: Option<UpdateTrouble>,
    /// An update that is this large, in bytes, waits for her word.
    #[ts(type = "number | null")]
    pub large: Option<u64>,
}

/// What an update brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Brought {
    /// When.
    pub day: Day,
    /// What.
    pub changes: Changes,
}

/// What is other than before: new, changed or gone, each counted once however many languages it is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "UpdateChanges")]
pub struct Changes {
    /// Pages: documents of any area.
    pub pages: u32,
    /// Contacts with another number than before: a telephone, a text or a WhatsApp number.
    pub numbers: u32,
    /// Contacts that are new, gone, or changed in anything but a number.
    pub contacts: u32,
    /// Sums of money and dates that rates hold.
    pub rates: u32,
    /// Anything else: words of the screens, lists, places.
    pub other: u32,
}

/// What she asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "UpdatesAsk")]
pub struct Ask {
    /// She has seen how large it is, and wants it.
    pub large: bool,
}

pub(crate) fn read(app: &mut App, _: Nothing) -> Result<Updates, ApiError> {
    let _ = app;
    Ok(Updates {
        possible: false,
        networks: Networks::default(),
        doing: None,
        last: None,
        brought: None,
        trouble: None,
        large: None,
    })
}

pub(crate) fn now(app: &mut App, _: Ask) -> Result<Updates, ApiError> {
    read(app, Nothing {})
}

pub(crate) fn if_due(app: &mut App, _: Nothing) -> Result<Updates, ApiError> {
    read(app, Nothing {})
}

pub(crate) fn stop(app: &mut App, _: Nothing) -> Result<Updates, ApiError> {
    read(app, Nothing {})
}
