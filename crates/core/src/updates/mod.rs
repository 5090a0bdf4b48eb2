//! Updates of what is public: when they are looked for, over which network, and what came of them. Fetching and verifying are the
//! port's ([`Updating`](crate::ports::Updating)); what is kept is the library's.

mod tries;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App,
    api::Nothing,
    days::{Day, uk_today},
    error::{ApiError, Code},
    ports::{Doing, Finished, Job, UpdateTrouble},
};

pub(crate) use tries::Tries;

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
    /// What an update had brought could not be read any more, so that what is here is what came with the app: when that was compared
    /// with its sources. The next update ends it.
    pub went_back: Option<Day>,
    /// Something that came could not be used: what was here before it is shown in its place. A later update ends it.
    pub behind: bool,
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
    let tries = app.tries;
    let reading = app.reading()?;
    let day = |at: DateTime<Utc>| reading.day(uk_today(at));
    Ok(Updates {
        possible: app.updating().shipped().is_some(),
        networks: app.settings().update_networks,
        doing: app.updating().doing(),
        last: tries.last.map(day),
        brought: app.library()?.brought().map(|(at, changes)| Brought { day: day(at), changes }),
        trouble: tries.trouble,
        went_back: went_back(app)?.map(|checked| reading.day(checked)),
        behind: app.library()?.is_behind(),
        large: tries.large,
    })
}

/// When what is here was compared with its sources, where it is what came with the app although something newer had been applied. However
/// that was lost, while the app was open or before, what lies beside the content remembers it.
fn went_back(app: &App) -> Result<Option<NaiveDate>, ApiError> {
    // The other window may have all of it.
    if app.trouble() == Some(Code::AlreadyOpen) {
        return Ok(None);
    }
    let library = app.library()?;
    Ok(app.updating().applied().filter(|applied| *applied > library.edition()).map(|_| library.checked()))
}

pub(crate) fn now(app: &mut App, ask: Ask) -> Result<Updates, ApiError> {
    if app.updating().shipped().is_some() {
        // The other window looks for updates, and would not see what this one brings.
        if app.trouble() == Some(Code::AlreadyOpen) {
            return Err(ApiError::new(Code::AlreadyOpen));
        }
        begin(app, ask.large)?;
    }
    read(app, Nothing {})
}

pub(crate) fn if_due(app: &mut App, _: Nothing) -> Result<Updates, ApiError> {
    let due = app.updating().shipped().is_some()
        // Without her settings it is not known what she allowed.
        && app.trouble().is_none()
        && tries::is_allowed(app.settings().update_networks, app.device().connection())
        && app.tries.is_due(app.now());
    if due {
        begin(app, false)?;
    }
    read(app, Nothing {})
}

pub(crate) fn stop(app: &mut App, _: Nothing) -> Result<Updates, ApiError> {
    app.updating().stop();
    read(app, Nothing {})
}

/// An update that is running over a network that she has just ruled out ends.
pub(crate) fn keep_to_what_is_allowed(app: &App) {
    if !tries::is_allowed(app.settings().update_networks, app.device().connection()) {
        app.updating().stop();
    }
}

fn begin(app: &mut App, her_word: bool) -> Result<(), ApiError> {
    if app.updating().doing().is_some() {
        return Ok(());
    }
    app.tries.begun();
    // A delta is made against what is here, and what is said to be right is never fetched again.
    if app.library_mut().look_through()? {
        app.take_up_content();
    }
    let library = app.library()?;
    let job = Job {
        parts: library.parts().clone(),
        floors: library.floors().map(str::to_owned),
        most: tries::most(app.device().connection(), her_word),
        her_word,
    };
    app.updating().begin(job);
    Ok(())
}

/// Takes what came of a job; see [`App::updated`].
pub(crate) fn finished(app: &mut App, finished: Finished) -> bool {
    let (now, random) = (app.now(), app.random_number());
    let is_here = match finished {
        Finished::Nothing { edition, floors } => {
            app.library_mut().keep_standing(edition, floors);
            app.tries.ended(now, random);
            true
        }
        Finished::Release(release) => {
            let taken = app.library_mut().take_in(release, now);
            // Even where it was not taken, the library may have healed itself meanwhile.
            app.take_up_content();
            match taken {
                Ok(_) => {
                    app.tries.ended(now, random);
                    true
                }
                Err(why) => {
                    app.tries.failed(now, random, why.trouble(), None);
                    false
                }
            }
        }
        Finished::Large { bytes } => {
            app.tries.too_large(now, random, bytes);
            false
        }
        Finished::Failed { why, retry_after } => {
            app.tries.failed(now, random, why, retry_after);
            false
        }
        Finished::Stopped => {
            app.tries.stopped(now);
            false
        }
    };
    let tries = app.tries;
    app.library_mut().keep_tries(&tries);
    is_here
}
