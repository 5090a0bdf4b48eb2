//! The questions that the search is held to, and what counts as an answer: a contact that is named, or a document in which a
//! statement (not a question to ask) rests on one of the facts.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use kindway_content::{Doc, SOURCE_LANGUAGE};
use kindway_core::{
    api::{Request, Response},
    search::{Ask, Found, Hit, HitKind},
};
use serde::Deserialize;

use super::support::Phone;

/// One question in one language, with the facts and contacts that answer it.
#[derive(Deserialize)]
pub struct Question {
    pub language: String,
    pub text: String,
    pub facts: Vec<String>,
    pub contacts: Vec<String>,
}

/// The half that the search may be tuned with, and the half that it never is.
pub const HALVES: [&str; 2] = ["tuning", "held-out"];

/// The questions of a half; `None` where its file is not here.
pub fn half(name: &str) -> Option<Vec<Question>> {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../tests/search/{name}.toml")))
}

/// The questions of a file; `None` where it is not here.
pub fn read(path: &Path) -> Option<Vec<Question>> {
    #[derive(Deserialize)]
    struct File {
        question: Vec<Question>,
    }
    let text = fs::read_to_string(path).ok()?;
    Some(toml::from_str::<File>(&text).expect("the questions can be read").question)
}

/// Which facts each document that ships rests on.
pub struct Facts(BTreeMap<(String, String), BTreeSet<String>>);

impl Facts {
    pub fn read(seed: &[u8]) -> Self {
        let pack = kindway_content::read_seed(seed).unwrap();
        let docs = pack.with_prefix("doc/").map(|record| serde_json::from_slice::<Doc>(&record.body).unwrap());
        let english = docs.filter(|doc| doc.language == SOURCE_LANGUAGE);
        Self(
            english
                .map(|doc| {
                    let statements = doc.sections.iter().flat_map(|section| &section.statements);
                    let facts = statements.filter(|said| !said.ask).flat_map(|said| said.facts.clone()).collect();
                    ((doc.area.folder().to_owned(), doc.id), facts)
                })
                .collect(),
        )
    }

    pub fn answers(&self, question: &Question, hit: &Hit) -> bool {
        let area = match hit.kind {
            HitKind::Contact => return question.contacts.contains(&hit.id),
            HitKind::Visit => return false,
            HitKind::VisitKind => "visits",
            HitKind::Article => "articles",
            HitKind::Card => "cards",
            HitKind::Danger => "danger",
            HitKind::Guide => "guides",
            HitKind::Timeline => "timeline",
        };
        let facts = self.0.get(&(area.to_owned(), hit.id.clone()));
        facts.is_some_and(|facts| question.facts.iter().any(|fact| facts.contains(fact)))
    }

    /// Where the first answer stands, from 0.
    pub fn first_answer(&self, question: &Question, found: &Found) -> Option<usize> {
        found.hits.iter().position(|hit| self.answers(question, hit))
    }
}

pub fn search(phone: &mut Phone, words: &str) -> Found {
    match phone.call(Request::Search(Ask { words: words.to_owned() })).unwrap() {
        Response::Search(found) => found,
        _ => panic!("another answer"),
    }
}
