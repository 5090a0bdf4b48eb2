//! Who made this, what it is built from, and how old it is.

use kindway_content::Channel;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, api::Nothing, days::Day, error::ApiError};

/// What the About screen needs besides its own words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct About {
    /// Version of the app.
    pub version: String,
    /// Test or public.
    pub channel: Channel,
    /// When the content was last compared with its sources.
    pub checked: Day,
    /// How many facts the content rests on.
    pub facts: usize,
    /// How many contacts ship.
    pub contacts: usize,
    /// The first twelve letters of the content's hash, to name it in a report.
    pub content_id: String,
}

pub(crate) fn page(app: &mut App, _: Nothing) -> Result<About, ApiError> {
    let checked = app.library()?.checked();
    Ok(About {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        channel: app.library()?.channel().clone(),
        checked: app.reading()?.day(checked),
        facts: app.library()?.count("fact")?,
        contacts: app.library()?.count("contact")?,
        content_id: app.library()?.content_id(),
    })
}
