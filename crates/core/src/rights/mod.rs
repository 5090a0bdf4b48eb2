//! Rights: short answers in her own language, each sentence beside the English that staff read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, api::Nothing, error::ApiError, help, library::Page};
use kindway_content::{Area, Doc, SOURCE_LANGUAGE, Topic};

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

/// A tile of Rights, with the articles under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TopicTile {
    /// Its id; its label is the message `rights-topic-<id>`.
    pub id: String,
    /// Its picture.
    pub picture: String,
    /// Its articles, in the editors' order.
    pub articles: Vec<Tile>,
}

/// The tiles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rights {
    /// In the editors' order; after a loss only what has something left to say.
    pub topics: Vec<TopicTile>,
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
    /// The topic that it stands under.
    pub topic: Option<String>,
    /// The next article of that topic: for the stages of social services, what comes next.
    pub following: Option<Tile>,
}

pub(crate) fn list(app: &mut App, _: Nothing) -> Result<Rights, ApiError> {
    let loss = app.settings().loss;
    let library = app.library()?;
    let articles: Vec<Doc> = library
        .docs(Area::Articles, app.words()?.tag())?
        .into_iter()
        .filter(|article| !loss || article.stays_after_loss())
        .collect();
    let under = |topic: &Topic| {
        let own = articles.iter().filter(|article| article.front.topic.as_ref() == Some(&topic.id));
        own.map(|article| Tile {
            id: article.id.clone(),
            title: article.title.clone(),
            picture: article.front.picture.clone(),
        })
        .collect()
    };
    let topics = library.topics()?.into_iter().map(|topic| {
        let articles = under(&topic);
        TopicTile { id: topic.id, picture: topic.picture, articles }
    });
    Ok(Rights { topics: topics.filter(|topic| !topic.articles.is_empty()).collect() })
}

pub(crate) fn article(app: &mut App, which: Which) -> Result<Article, ApiError> {
    let page = app.page(Area::Articles, &which.id, &[])?;
    let card = match &page.card {
        Some(id) => {
            let card = app.library()?.doc(Area::Cards, id, app.words()?.tag())?;
            let is_shown = !app.settings().loss || card.stays_after_loss();
            is_shown.then_some(Tile { id: card.id, title: card.title, picture: card.front.picture })
        }
        None => None,
    };
    let source = app.library()?.doc(Area::Articles, &which.id, SOURCE_LANGUAGE)?;
    let contacts = match source.is_for_after_loss() {
        true => help::cards_for_grief(app, &page.contacts)?,
        false => help::cards_of(app, &page.contacts)?,
    };
    let topics = list(app, Nothing {})?.topics;
    let under = topics.into_iter().find(|topic| topic.articles.iter().any(|article| article.id == which.id));
    let topic = under.as_ref().map(|topic| topic.id.clone());
    let mut rest = under.into_iter().flat_map(|topic| topic.articles).skip_while(|article| article.id != which.id);
    let following = rest.nth(1);
    Ok(Article { page, card, contacts, topic, following })
}
