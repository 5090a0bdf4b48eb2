//! Documents, in English and translated.

use super::Check;
use super::text::Pair;
use crate::doc::{placeholder_name, placeholders};
use crate::load::CONTENT;
use crate::model::*;
use crate::problem::Problem;

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
                    None => self.add(Problem::error(&file, "the translation is missing")),
                }
            }
        }
    }

    fn front(&mut self, doc: &Doc) {
        let file = path(doc, SOURCE_LANGUAGE);
        let front = &doc.front;
        let line = |key: &str| self.sources.line_of(&file, None, key);
        let (at_picture, at_nations, at_review) = (line("picture"), line("nations"), line("review_by"));
        let (at_card, at_contacts) = (line("card"), line("contacts"));
        self.picture_exists(&front.picture, &file, at_picture, "picture");
        self.nations_exist(&front.nations, &file, at_nations);
        if front.review_by < front.checked {
            let message = "it must be looked at again after it was checked";
            self.add(Problem::error(&file, message).at(at_review).field("review_by"));
        }
        if let Some(card) = &front.card {
            let card_file = format!("{CONTENT}/{}/{card}/{SOURCE_LANGUAGE}.md", Area::Cards.folder());
            if !self.sources.has(&card_file) {
                let message = format!("there is no card \"{card}\": {card_file}");
                self.add(Problem::error(&file, message).at(at_card).field("card"));
            }
        }
        for contact in &front.contacts {
            let contact_file = format!("{CONTENT}/contacts/{contact}.toml");
            if !self.sources.has(&contact_file) {
                let message = format!("there is no contact \"{contact}\": {contact_file}");
                self.add(Problem::error(&file, message).at(at_contacts).field("contacts"));
            }
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
                if !statement.ask && !place.is_some_and(|place| place.cited) {
                    let message = "a statement names its facts: [RIGHTS-23], or [APP] for what the app does itself";
                    self.add(Problem::error(&file, message).at(line).field("facts"));
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
            self.problems.push(Problem::error(file, message).at(line).field("facts"));
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
    format!("{CONTENT}/{}/{}/{tag}.md", doc.area.folder(), doc.id)
}
