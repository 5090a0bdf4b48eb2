//! Deleting: past visits, private notes, or everything. Reminders of coming visits survive the first two, and these can be put back for
//! as long as she is on the screen.

use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App,
    api::Nothing,
    error::{ApiError, Code},
    visits,
};

/// What there is to delete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "EraseOffer")]
pub struct Offer {
    /// Past visits.
    pub past_visits: usize,
    /// Visits with a note.
    pub notes: usize,
    /// Reminders of coming visits, which the first two leave alone.
    pub reminders: usize,
    /// What was deleted on this screen can be put back.
    pub can_undo: bool,
}

/// What to delete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ErasePart")]
pub enum Part {
    /// Visits before today.
    PastVisits,
    /// The notes of every visit.
    Notes,
    /// All that is in the open space: it begins anew, with the same PIN.
    Space,
    /// Everything she typed in either space, her settings, and the key that read them.
    Everything,
}

/// A choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "EraseWhat")]
pub struct What {
    /// Which part.
    pub part: Part,
}

/// Something that was deleted on the screen that she is on, in memory alone.
pub(crate) enum Erased {
    /// Past visits.
    Past(Vec<visits::Kept>),
    /// The notes of visits.
    Notes(Vec<visits::Kept>),
}

pub(crate) fn offer(app: &mut App, _: Nothing) -> Result<Offer, ApiError> {
    let (past_visits, notes) = visits::erasable(app)?;
    let reminders = crate::reminders::list(app, Nothing {})?.planned.len();
    Ok(Offer { past_visits, notes, reminders, can_undo: !app.erased.is_empty() })
}

pub(crate) fn erase(app: &mut App, what: What) -> Result<Offer, ApiError> {
    let done = match what.part {
        Part::PastVisits => visits::erase_past(app).and_then(|gone| keep(app, gone, Erased::Past)),
        Part::Notes => visits::erase_notes(app).and_then(|gone| keep(app, gone, Erased::Notes)),
        Part::Space => app.erase_space(),
        Part::Everything => app.erase_everything(),
    };
    done?;
    offer(app, Nothing {})
}

/// A second touch finds nothing more to delete, and must not take the way back.
fn keep(app: &mut App, gone: visits::Gone, erased: fn(Vec<visits::Kept>) -> Erased) -> Result<(), ApiError> {
    if !gone.visits.is_empty() {
        app.erased.push(erased(gone.visits));
    }
    gone.done
}

pub(crate) fn undo(app: &mut App, _: Nothing) -> Result<Offer, ApiError> {
    let erased = std::mem::take(&mut app.erased);
    if erased.is_empty() {
        return Err(ApiError::new(Code::NotFound));
    }
    let back = |tx: &Transaction<'_>| {
        erased.iter().rev().try_for_each(|one| match one {
            Erased::Past(gone) => visits::put_all_back(tx, gone),
            Erased::Notes(gone) => visits::give_notes_back(tx, gone),
        })
    };
    if let Err(error) = visits::keep(app, back) {
        app.erased = erased;
        return Err(error);
    }
    offer(app, Nothing {})
}

pub(crate) fn leave(app: &mut App, _: Nothing) -> Result<Nothing, ApiError> {
    app.erased.clear();
    Ok(Nothing {})
}
