//! The visit that explains itself: six answers from the content, what to bring and what to ask. What nobody has told her reads
//! "Nobody has told you this. You can ask:" with the English sentence.

use kindway_content::Area;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AskedBy, Kept};
use crate::{
    App,
    error::{ApiError, Code},
    library::{Page, Pair},
};

/// The answers to one question about a visit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Answer {
    /// `for`, `happens`, `asked-by`, `there`, `refuse` or `someone`; the question is a message of the screen.
    pub id: String,
    /// What is known. Empty: nobody has told her.
    pub known: Vec<Pair>,
    /// What she can ask.
    pub ask: Vec<Pair>,
    /// For `asked-by`: what she told the app herself.
    pub she_said: Option<AskedBy>,
}

/// Everything that the content says about a visit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Answers {
    /// Six answers, always all six.
    pub six: Vec<Answer>,
    /// What to bring.
    pub bring: Vec<Pair>,
    /// Questions to ask.
    pub ask: Vec<Pair>,
    /// Where it comes from.
    pub page: Page,
}

const SIX: [&str; 6] = ["for", "happens", "asked-by", "there", "refuse", "someone"];

pub(super) fn answers(app: &App, kept: &Kept) -> Result<Option<Answers>, ApiError> {
    let mut page = match app.page(Area::Visits, &kept.kind, &[]) {
        Ok(page) => page,
        Err(error) if error.code == Code::ContentMissing => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut take = |id: &str| -> Vec<Pair> {
        let at = page.sections.iter().position(|section| section.id == id);
        at.map(|at| page.sections.remove(at).statements).unwrap_or_default()
    };
    let six = SIX
        .iter()
        .map(|id| {
            let (ask, known) = take(id).into_iter().partition(|pair| pair.ask);
            let she_said = kept.asked_by.filter(|_| *id == "asked-by");
            Answer { id: (*id).to_owned(), known, ask, she_said }
        })
        .collect();
    let (bring, ask) = (take("bring"), take("ask"));
    Ok(Some(Answers { six, bring, ask, page }))
}
