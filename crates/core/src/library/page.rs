//! Making a page: her language and English side by side, placeholders filled, sources gathered.

use std::collections::BTreeMap;

use kindway_content::{Doc, Span};

use super::{Library, Page, PageSection, PageSource, Pair};
use crate::{days::Reading, error::ApiError};

/// Fills `{$name}` in spans. A placeholder without a value stays as it is, so that a test can find it.
pub(crate) fn fill(spans: &[Span], args: &[(&str, String)]) -> Vec<Span> {
    spans
        .iter()
        .map(|span| {
            let text =
                args.iter().fold(span.text.clone(), |text, (name, value)| text.replace(&format!("{{${name}}}"), value));
            Span { text, strong: span.strong }
        })
        .collect()
}

/// Her text where it was made for this English one, else the English again. Each language is published under a key of its own, so one
/// may come later than the other, and a statement must never stand beside another's.
pub(crate) fn abreast(hers: Doc, english: &Doc) -> Doc {
    let shape = |doc: &Doc| -> Vec<(String, usize)> {
        doc.sections.iter().map(|section| (section.id.clone(), section.statements.len())).collect()
    };
    if shape(&hers) == shape(english) { hers } else { english.clone() }
}

/// The host of an address, for reading.
pub(crate) fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest).trim_start_matches("www.").to_lowercase()
}

/// Parts of hosts that say what the page is about. An address such as birthrights.org.uk is a word too.
const BABY_HOSTS: [&str; 7] = ["baby", "birth", "matern", "midwi", "mum", "natal", "pregnan"];

impl Page {
    /// What is left of a page after a loss: the statements that the editors marked for it, and the sources of those, without the
    /// ones whose very address speaks of birth or babies.
    pub(crate) fn after_loss(&mut self) {
        if self.pregnancy {
            for section in &mut self.sections {
                section.statements.retain(|statement| statement.after_loss);
            }
            self.sections.retain(|section| !section.statements.is_empty());
        }
        let facts: Vec<&String> = self
            .sections
            .iter()
            .flat_map(|section| &section.statements)
            .flat_map(|statement| &statement.facts)
            .collect();
        self.sources.retain(|source| {
            source.facts.iter().any(|fact| facts.contains(&fact))
                && !BABY_HOSTS.iter().any(|word| source.host.contains(word))
        });
    }

    /// A page of a document. The two lists fill the placeholders of either language.
    pub(crate) fn new(
        library: &Library,
        reading: &Reading<'_>,
        hers: Doc,
        english: &Doc,
        args_hers: &[(&str, String)],
        args_english: &[(&str, String)],
    ) -> Result<Self, ApiError> {
        let hers = abreast(hers, english);
        let mut sources: BTreeMap<String, PageSource> = BTreeMap::new();
        for id in english.sections.iter().flat_map(|section| &section.statements).flat_map(|statement| &statement.facts)
        {
            for source in library.fact(id)?.into_iter().flat_map(|fact| fact.sources) {
                let known = sources.entry(source.url.clone()).or_insert_with(|| PageSource {
                    host: host(&source.url),
                    url: source.url,
                    dated: source.dated,
                    facts: Vec::new(),
                });
                if !known.facts.contains(id) {
                    known.facts.push(id.clone());
                }
            }
        }
        let sections = english
            .sections
            .iter()
            .zip(&hers.sections)
            .map(|(english, hers)| PageSection {
                id: english.id.clone(),
                statements: english
                    .statements
                    .iter()
                    .zip(&hers.statements)
                    .map(|(english, hers)| Pair {
                        hers: fill(&hers.spans, args_hers),
                        english: fill(&english.spans, args_english),
                        facts: english.facts.clone(),
                        picture: english.picture.clone(),
                        ask: english.ask,
                        after_loss: english.after_loss,
                    })
                    .collect(),
            })
            .collect();
        let front = &english.front;
        Ok(Self {
            id: english.id.clone(),
            title: hers.title,
            title_english: english.title.clone(),
            picture: front.picture.clone(),
            status: hers.status,
            nations: front.nations.clone(),
            checked: reading.day(front.checked),
            past_review: reading.today > front.review_by,
            pregnancy: front.pregnancy,
            card: front.card.clone(),
            contacts: front.contacts.clone(),
            sections,
            sources: sources.into_values().collect(),
        })
    }
}
