//! The first call of a session, and the way on when a file cannot be read.

use kindway_content::{Channel, Language};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App,
    api::Nothing,
    error::{ApiError, Code},
    lock::{self, Lock},
    settings::Settings,
    today::{self, Today},
};

/// What the first screen needs, in one answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Opened {
    /// Her settings.
    pub settings: Settings,
    /// The languages that ship, in the order of the language screen.
    pub languages: Vec<Language>,
    /// Test or public, and when it was last checked.
    pub channel: Channel,
    /// What is wrong with her files: `Locked`, `VaultDamaged`, `VaultKeyLost`, `VaultNewer`, `CannotSave` or `AlreadyOpen`.
    pub trouble: Option<Code>,
    /// How the lock stands.
    pub lock: Lock,
    /// Today.
    pub today: Today,
}

pub(crate) fn open(app: &mut App, _: Nothing) -> Result<Opened, ApiError> {
    let today = today::today(app, Nothing {})?;
    Ok(Opened {
        settings: app.settings().clone(),
        languages: app.library()?.languages().to_vec(),
        channel: app.library()?.channel().clone(),
        trouble: app.trouble(),
        lock: lock::read(app, Nothing {})?,
        today,
    })
}

pub(crate) fn start_again(app: &mut App, _: Nothing) -> Result<Opened, ApiError> {
    app.set_vault_aside()?;
    open(app, Nothing {})
}
