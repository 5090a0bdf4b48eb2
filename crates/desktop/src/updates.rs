//! Whom a build on a computer believes, and where it asks.

use std::{path::Path, sync::Arc};

use kindway_sync::{Clock, Pace, Trust};
use kindway_updates::Options;

/// Updates for the app in a folder, from the text of `trust.json`. An address with `http:` is taken only where it leads to this very
/// computer.
///
/// # Errors
/// What is wrong with the text.
pub fn updates(folder: &Path, trust: &str, clock: impl Clock + 'static) -> Result<Options, String> {
    let trust = Trust::read(trust.as_bytes()).map_err(|error| error.to_string())?;
    let cleartext = trust.is_loopback();
    Ok(Options { folder: folder.to_owned(), trust, clock: Arc::new(clock), cleartext, pace: Pace::PATIENT })
}
