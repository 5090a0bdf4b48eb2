//! Danger signs: pictures, and one touch to call.

use kindway_content::Area;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, api::Nothing, error::ApiError, help, library::Page};

/// The danger page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Danger {
    /// Signs by section; after a loss only those that still matter.
    pub page: Page,
    /// Her own units, each with its number.
    pub units: Vec<help::OwnNumber>,
    /// Maternity units near the place she last searched; not after a loss.
    pub units_near: Vec<help::ContactCard>,
    /// What to call her language in English, to say on 999.
    pub language_english: String,
}

/// The drawing of a sign without a pregnant figure: those stand on this page and nowhere else, and not after a loss.
fn plain_figure(picture: String) -> String {
    if picture == "tummy-pain" { "belly-pain".to_owned() } else { picture }
}

pub(crate) fn page(app: &mut App, _: Nothing) -> Result<Danger, ApiError> {
    let loss = app.settings().loss;
    let language_english = app.language_in_english();
    let mut page = app.page(Area::Danger, "signs", &[("language", language_english.clone())])?;
    if loss {
        for section in &mut page.sections {
            for statement in &mut section.statements {
                statement.picture = statement.picture.take().map(plain_figure);
            }
        }
    }
    let units = help::own_units(app)?;
    let units_near = if loss { Vec::new() } else { help::units_near(app)? };
    Ok(Danger { page, units, units_near, language_english })
}
