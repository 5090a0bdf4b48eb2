//! Rights: short answers in her own language, each sentence beside the English that staff read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, api::Nothing, error::ApiError, help, library::Page};
use kindway_content::Area;

/// A tile of Rights.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tile {
    /// The article.
    pub id: String,
    /// Its title in her language.
    pub title: String,
    /// Its picture.
    pub picture: String,
}

/// The tiles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rights {
    /// In the editors' order; after a loss those that have something left to say.
    pub tiles: Vec<Tile>,
}

/// Which article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "WhichArticle")]
pub struct Which {
    /// Its id.
    pub id: String,
}

/// An article with everything around it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Article {
    /// The page.
    pub page: Page,
    /// The staff card for "if they say no".
    pub card: Option<Tile>,
    /// Contacts that can help.
    pub contacts: Vec<help::ContactCard>,
}

pub(crate) fn list(app: &mut App, _: Nothing) -> Result<Rights, ApiError> {
    let loss = app.settings().loss;
    let tiles = app
        .pages(Area::Articles)?
        .into_iter()
        .filter(|page| !loss || page.stays_after_loss())
        .map(|page| Tile { id: page.id, title: page.title, picture: page.picture })
        .collect();
    Ok(Rights { tiles })
}

pub(crate) fn article(app: &mut App, which: Which) -> Result<Article, ApiError> {
    let page = app.page(Area::Articles, &which.id, &[])?;
    let card = match &page.card {
        Some(id) => {
            let card = app.page(Area::Cards, id, &[])?;
            Some(Tile { id: card.id, title: card.title, picture: card.picture })
        }
        None => None,
    };
    let contacts = help::cards_of(app, &page.contacts)?;
    Ok(Article { page, card, contacts })
}
