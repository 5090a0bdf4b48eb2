//! Documents, in English and translated.

use super::text::Pair;
use super::{Check, doc_file};
use crate::doc::{placeholder_name, placeholders};
use crate::load::CONTENT;
use crate::model::*;
use crate::problem::{Kind, Problem};

/// What the app can fill in, as told in `assets/content/README.md`.
const PLACEHOLDERS: [&str; 7] = ["language", "date", "time", "place", "fare", "contact", "today"];
/// The one section for what is not certain.
const UNSURE: &str = "unsure";

impl Check<'_> {
    pub(super) fn docs(&mut self) {
        let content = self.content;
        for doc in content.docs.values().filter(|doc| doc.language == SOURCE_LANGUAGE) {
            self.front(doc);
            self.english_doc(doc);
            for language in self.translations() {
                let file = path(doc, &language.tag);
                let key = (doc.area, doc.id.clone(), language.tag.clone());
                match content.docs.get(&key) {
                    Some(translated) => self.translated_doc(language, doc, translated),
                    None if self.sources.is_broken(&file) => {}
                    None => self.add(Problem::error(&file, "the translation is missing").of(Kind::Translations)),
                }
            }
        }
    }

    fn front(&mut self, doc: &Doc) {
        let file = path(doc, SOURCE_LANGUAGE);
        let front = &doc.front;
        let line = |key: &str| self.sources.line_of(&file, None, key);
        let (at_picture, at_nations) = (line("picture"), line("nations"));
        let (at_card, at_contacts) = (line("card"), line("contacts"));
        self.picture_exists(&front.picture, &file, at_picture, "picture");
        self.nations_exist(&front.nations, &file, at_nations);
        self.topic_and_kind(doc, &file);
        if let Some(card) = &front.card {
            let card_file = format!("{CONTENT}/{}/{card}/{SOURCE_LANGUAGE}.md", Area::Cards.folder());
            if !self.sources.has(&card_file) {
                let message = format!("there is no card \"{card}\": {card_file}");
                self.add(Problem::error(&file, message).at(at_card).field("card"));
            }
        }
        for contact in &front.contacts {
            self.can_help(contact, &file, at_contacts);
        }
    }

    /// `topic` belongs to articles, `within` to kinds of visit, `[when]` to the timeline.
    fn topic_and_kind(&mut self, doc: &Doc, file: &str) {
        let front = &doc.front;
        let mut wrong: Vec<(&str, String)> = Vec::new();
        match (&front.topic, doc.area) {
            (Some(topic), Area::Articles) if !self.content.topics.iter().any(|known| known.id == *topic) => {
                let known: Vec<&str> = self.content.topics.iter().map(|topic| topic.id.as_str()).collect();
                wrong.push(("topic", format!("\"{topic}\" is none of {}", known.join(", "))));
            }
            (None, Area::Articles) => {
                wrong.push(("topic", "an article stands under a topic of topics.toml".to_owned()));
            }
            (Some(_), area) if area != Area::Articles => {
                wrong.push(("topic", "only articles have a topic".to_owned()));
            }
            _ => {}
        }
        if let Some(general) = &front.within {
            let of = |id: &str| self.content.docs.get(&(Area::Visits, id.to_owned(), SOURCE_LANGUAGE.to_owned()));
            if doc.area != Area::Visits {
                wrong.push(("within", "only a kind of visit stands within another".to_owned()));
            } else if of(general).is_none_or(|general| general.front.within.is_some()) {
                wrong.push(("within", format!("\"{general}\" is not a kind of visit that stands on its own")));
            }
        }
        if front.when.is_some() != (doc.area == Area::Timeline) {
            wrong.push(("when", "[when] is for the timeline, and each document there has one".to_owned()));
        }
        for (field, message) in wrong {
            let line = self.sources.line_of(file, None, field);
            self.add(Problem::error(file, message).at(line).field(field));
        }
    }

    fn english_doc(&mut self, doc: &Doc) {
        let file = path(doc, SOURCE_LANGUAGE);
        if doc.area == Area::Visits {
            for wanted in doc.area.sections().iter().filter(|id| !doc.sections.iter().any(|s| s.id == **id)) {
                let message = "the section is missing; a visit has all of them, with a question under {ask} where nothing is known";
                self.add(Problem::error(&file, message).field(*wanted));
            }
        }
        self.easy(&doc.title, &file, self.sources.line_of(&file, None, "title"), "title");
        let places = self.sources.statements.get(&(doc.area, doc.id.clone(), doc.language.clone()));
        let mut places = places.map(Vec::as_slice).unwrap_or_default().iter();
        for section in &doc.sections {
            for statement in &section.statements {
                let place = places.next();
                let line = place.map(|place| place.line);
                if !statement.ask && doc.area != Area::Questions && !place.is_some_and(|place| place.cited) {
                    let message = "a statement names its facts: [RIGHTS-23], or [APP] for what the app does itself";
                    self.add(Problem::error(&file, message).at(line).field("facts").of(Kind::Facts));
                }
                self.facts_exist(&statement.facts, &file, line, "facts");
                self.confident(statement, &section.id, &file, line);
                if let Some(picture) = &statement.picture {
                    self.picture_exists(picture, &file, line, "picture");
                }
                let text = statement.text();
                for placeholder in placeholders(&text) {
                    if !placeholder_name(placeholder).is_some_and(|name| PLACEHOLDERS.contains(&name)) {
                        let message =
                            format!("the app cannot fill in {placeholder}; it knows {}", PLACEHOLDERS.join(", "));
                        self.add(Problem::error(&file, message).at(line).field(&section.id));
                    }
                }
                self.easy(&text, &file, line, &section.id);
            }
        }
    }

    fn confident(&mut self, statement: &Statement, section: &str, file: &str, line: Option<usize>) {
        if section == UNSURE {
            return;
        }
        let facts = statement.facts.iter().filter_map(|fact| self.content.facts.get(fact));
        for fact in facts.filter(|fact| fact.confidence == Confidence::Low) {
            let message = format!("{} has low confidence: it may stand only under \"{UNSURE}\"", fact.id);
            self.problems.push(Problem::error(file, message).at(line).field("facts").of(Kind::Facts));
        }
    }

    fn translated_doc(&mut self, language: &Language, english: &Doc, doc: &Doc) {
        let file = path(doc, &doc.language);
        let line = self.sources.line_of(&file, None, "title");
        self.translated(language, &Pair::new(&english.title, &doc.title), &file, line, "title");
        let places = self.sources.statements.get(&(doc.area, doc.id.clone(), doc.language.clone()));
        let mut places = places.map(Vec::as_slice).unwrap_or_default().iter();
        for (source, section) in english.sections.iter().zip(&doc.sections) {
            for (source, statement) in source.statements.iter().zip(&section.statements) {
                let line = places.next().map(|place| place.line);
                self.translated(language, &Pair::new(&source.text(), &statement.text()), &file, line, &section.id);
            }
        }
    }
}

fn path(doc: &Doc, tag: &str) -> String {
    doc_file(doc.area, &doc.id, tag)
}
