//! Moving to a new phone. Everything she saved goes into one sealed file that any way of sending files can carry, because nobody
//! reads it without the code of 45 digits; on the new phone it joins what is there, and nothing of either is lost.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::{
    App,
    api::Nothing,
    days::{Day, uk_today},
    error::{ApiError, Code},
};

mod code;
mod file;
mod merge;
mod rows;
#[cfg(test)]
mod tests;

use code::Digits;
use merge::Plan;
use rows::Moved;

/// What the file is called. It says nothing.
const NAME: &str = "copy.kw";

/// Everything she saved, sealed, and the code that opens it. The code is shown once and kept nowhere.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(rename = "MovingOut")]
pub struct Out {
    /// The file, in base64.
    pub file: String,
    /// What to call it.
    pub name: String,
    /// The code: nine groups of five digits, as her language writes digits.
    pub code: Vec<String>,
    /// The same in Latin digits.
    pub code_latin: Vec<String>,
    /// The same as a QR code.
    pub qr: Qr,
}

/// A QR code.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(rename = "MovingQr")]
pub struct Qr {
    /// Modules on each side, without the four of the margin.
    pub size: u32,
    /// Its rows from the top, each a text of `0` and `1`; `1` is dark.
    pub rows: Vec<String>,
}

/// A file that is to be kept outside the app.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(rename = "MovingSave")]
pub struct Save {
    /// The file, in base64.
    pub file: String,
}

/// Where a file was put.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "MovingSaved")]
pub struct Saved {
    /// Where it stands, as the phone names it: a path.
    pub place: String,
}

/// A file and its code.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(rename = "MovingIn")]
pub struct In {
    /// The file, in base64.
    pub file: String,
    /// The code as it was typed or read.
    pub code: String,
}

/// What is in a file, before anything is taken from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "MovingFound")]
pub struct Found {
    /// The UK day on which the file was made.
    pub made: Day,
    /// Visits in it.
    pub visits: usize,
    /// Her own numbers in it.
    pub numbers: usize,
    /// Saved letters in it.
    pub letters: usize,
    /// How many of the visits have a note.
    pub notes: usize,
    /// How many rows are not here yet.
    pub new: usize,
    /// How many rows are here in another wording, so that both will be kept.
    pub both: usize,
}

/// What was taken from a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "MovingDone")]
pub struct Done {
    /// Rows that were not here yet.
    pub added: usize,
    /// Rows that were here already.
    pub same: usize,
    /// Rows that were here in another wording: both are kept.
    pub both: usize,
}

// The code opens everything she saved, so it stands in no log, however a request is printed.
impl std::fmt::Debug for Out {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Out").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Save {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Save").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for In {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("In").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Qr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Qr").finish_non_exhaustive()
    }
}

pub(crate) fn out(app: &mut App, _: Nothing) -> Result<Out, ApiError> {
    let settings = app.settings().clone();
    let made = app.now();
    let here = rows::here(app.vault()?.read(), settings)?;
    let rows = rows::write(&here, made)?;
    let code = Digits::draw(app)?;
    let (mut salt, mut nonce) = ([0; 32], [0; 24]);
    for part in salt.chunks_mut(16).chain(nonce.chunks_mut(16)) {
        part.copy_from_slice(app.random_id()?.get(..part.len()).unwrap_or_default());
    }
    let file = file::base64(&file::seal(&rows, &code, salt, nonce)?);
    let code_latin = code.groups();
    let tag = app.words()?.tag();
    Ok(Out {
        file,
        name: NAME.to_owned(),
        code: code_latin.iter().map(|group| code::in_digits_of(tag, group)).collect(),
        qr: qr(&Zeroizing::new(code_latin.concat()))?,
        code_latin,
    })
}

/// A screen may have a sealed file written and no other one, and not while it is locked.
pub(crate) fn save(app: &mut App, ask: Save) -> Result<Saved, ApiError> {
    app.vault()?;
    let (bytes, _) = file::recognised(ask.file)?;
    let place = app.device().save(NAME, &bytes).map_err(|_| ApiError::new(Code::CannotSave))?;
    Ok(Saved { place })
}

pub(crate) fn look(app: &mut App, ask: In) -> Result<Found, ApiError> {
    let moved = open(ask)?;
    let (visits, numbers, letters) = (moved.rows.visits.len(), moved.rows.numbers.len(), moved.rows.letters.len());
    let notes = moved.rows.visits.iter().filter(|visit| visit.note.is_some()).count();
    let made = app.reading()?.day(uk_today(moved.made));
    let Done { added, both, .. } = plan(app, moved)?.done;
    Ok(Found { made, visits, numbers, letters, notes, new: added, both })
}

pub(crate) fn take_in(app: &mut App, ask: In) -> Result<Done, ApiError> {
    let moved = open(ask)?;
    let plan = plan(app, moved)?;
    let (done, settings) = (plan.done, plan.settings.clone());
    let is_back = app.deleted.as_ref().is_some_and(|gone| plan.visits.add.iter().any(|visit| visit.id == gone.id));
    app.keep_settings_and(settings, |tx| plan.keep(tx))?;
    // What came back with the file cannot be put back a second time.
    if is_back {
        app.deleted = None;
    }
    crate::updates::keep_to_what_is_allowed(app);
    Ok(done)
}

/// The file is looked at before the code: a code cannot be right for a file that is not ours.
fn open(ask: In) -> Result<Moved, ApiError> {
    let typed = Zeroizing::new(ask.code);
    let (bytes, reader) = file::recognised(ask.file)?;
    reader(bytes, &Digits::typed(&typed)?)
}

fn plan(app: &mut App, moved: Moved) -> Result<Plan, ApiError> {
    let settings = app.settings().clone();
    let here = rows::here(app.vault()?.read(), settings)?;
    Ok(merge::plan(here, moved.rows))
}

/// The digits as numbers, which makes the code small. What is left of its size goes to correcting errors.
fn qr(digits: &str) -> Result<Qr, ApiError> {
    use qrcodegen::{QrCode, QrCodeEcc, QrSegment};
    let code = QrCode::encode_segments(&[QrSegment::make_numeric(digits)], QrCodeEcc::Medium)
        .map_err(|_| ApiError::new(Code::Unexpected))?;
    let row = |y| (0..code.size()).map(|x| if code.get_module(x, y) { '1' } else { '0' }).collect();
    Ok(Qr { size: code.size().unsigned_abs(), rows: (0..code.size()).map(row).collect() })
}
