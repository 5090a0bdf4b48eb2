//! Contacts: where they are, how they are reached, what is said of them.

use super::Check;
use super::register::is_web;
use super::text::Pair;
use crate::load::CONTENT;
use crate::model::*;
use crate::problem::{Kind, Problem};
use crate::review::filled_fields;

/// Fields that are a list or an address rather than sentences.
const NO_SENTENCES: [&str; 3] = ["hours", "languages", "venue"];
/// The field that may read the same in every language: an address.
const VENUE: &str = "venue";

impl Check<'_> {
    pub(super) fn contacts(&mut self) {
        for contact in self.content.contacts.values() {
            self.phones(contact, &path(contact));
            self.place(contact);
            self.reach(contact);
            self.words(contact);
        }
        for language in self.translations() {
            self.contact_words(language);
        }
    }

    fn place(&mut self, contact: &Contact) {
        let file = path(contact);
        let known = |outcode: &str| self.content.outcodes.iter().any(|row| row.outcode == outcode);
        let mut wrong: Vec<(&str, String)> = Vec::new();
        let outward = contact.postcode.as_deref().map(|postcode| postcode.split_once(' ').map_or("", |(out, _)| out));
        if let (Some(postcode), Some(outward)) = (&contact.postcode, outward) {
            if !known(outward) {
                wrong.push((
                    "postcode",
                    format!("\"{postcode}\" is not a postcode of the table; write it like M13 9PL"),
                ));
            } else if contact.area_outcode_exact && contact.area_outcode.as_deref().is_some_and(|o| o != outward) {
                wrong.push(("area_outcode", format!("said to be exact, but the postcode starts with {outward}")));
            }
        }
        match &contact.area_outcode {
            Some(outcode) if !known(outcode) => {
                wrong.push(("area_outcode", format!("\"{outcode}\" is not in assets/places/outcodes.csv")));
            }
            None if contact.area_outcode_exact && contact.postcode.is_none() => {
                wrong.push((
                    "area_outcode_exact",
                    "exact, but there is neither a postcode nor an area_outcode".to_owned(),
                ));
            }
            _ => {}
        }
        if contact.places.is_empty() {
            wrong.push(("places", "the towns, regions or nations that it serves".to_owned()));
        }
        for (field, message) in wrong {
            let line = self.sources.line_of(&file, None, field);
            self.add(Problem::error(&file, message).at(line).field(field).of(Kind::Places));
        }
    }

    fn reach(&mut self, contact: &Contact) {
        let file = path(contact);
        for (field, address) in [("website", &contact.website), ("source_url", &contact.source_url)] {
            if let Some(address) = address.as_ref().filter(|address| !is_web(address)) {
                let line = self.sources.line_of(&file, None, field);
                let message = format!("\"{address}\" does not start with https://");
                self.add(Problem::error(&file, message).at(line).field(field).of(Kind::Links));
            }
        }
        if let Some(email) = contact.email.as_ref().filter(|e| !e.contains('@') || e.contains(char::is_whitespace)) {
            let line = self.sources.line_of(&file, None, "email");
            let message = format!("\"{email}\" is not an e-mail address");
            self.add(Problem::error(&file, message).at(line).field("email").of(Kind::Links));
        }
    }

    fn words(&mut self, contact: &Contact) {
        let file = path(contact);
        for (field, text) in [("name", Some(&contact.name)), ("address", contact.address.as_ref())] {
            let line = self.sources.line_of(&file, None, field);
            if let Some(text) = text {
                self.written(SOURCE_LANGUAGE, text, &file, line, field);
            }
        }
        if contact.words.summary.trim().is_empty() {
            let line = self.sources.line_of(&file, None, "summary");
            self.add(Problem::error(&file, "what it does, in one or two sentences").at(line).field("words.summary"));
        }
        if contact.status == ContactStatus::Closed && contact.words.instead.is_none() {
            let line = self.sources.line_of(&file, None, "status");
            let message = "closed: say in words.instead what she can try";
            self.add(Problem::error(&file, message).at(line).field("words.instead"));
        }
        for (name, text) in filled_fields(&contact.words) {
            let key = name.split('.').next().unwrap_or_default();
            let (line, field) = (self.sources.line_of(&file, None, key), format!("words.{name}"));
            if NO_SENTENCES.contains(&name.as_str()) {
                self.written(SOURCE_LANGUAGE, text, &file, line, &field);
            } else {
                self.easy(text, &file, line, &field);
            }
        }
    }

    fn contact_words(&mut self, language: &Language) {
        let file = format!("{CONTENT}/contacts/words/{}.toml", language.tag);
        if self.sources.is_broken(&file) {
            return;
        }
        let Some(translated) = self.content.contact_words.get(&language.tag) else {
            if !self.content.contacts.is_empty() {
                self.add(Problem::error(&file, "the file is missing").of(Kind::Translations));
            }
            return;
        };
        for id in translated.keys().filter(|id| !self.sources.has(&format!("{CONTENT}/contacts/{id}.toml"))) {
            let line = self.sources.line_with(&file, &format!("[{id}]"));
            let problem = Problem::error(&file, "there is no such contact").at(line).field(id);
            self.problems.push(problem.of(Kind::Translations));
        }
        for contact in self.content.contacts.values() {
            let Some(words) = translated.get(&contact.id) else {
                let problem = Problem::error(&file, "the contact's words are missing").field(&contact.id);
                self.add(problem.of(Kind::Translations));
                continue;
            };
            let head = format!("[{}]", contact.id);
            let english = filled_fields(&contact.words);
            let found = filled_fields(words);
            for (name, _) in found.iter().filter(|(name, _)| !english.iter().any(|(known, _)| known == name)) {
                let line = self.sources.line_of(&file, Some(&head), name);
                let message = "the English has nothing here";
                let problem = Problem::error(&file, message).at(line).field(format!("{}.{name}", contact.id));
                self.add(problem.of(Kind::Translations));
            }
            for (name, text) in english {
                let key = name.split('.').next().unwrap_or_default();
                let line = self.sources.line_of(&file, Some(&head), key);
                let field = format!("{}.{name}", contact.id);
                match found.iter().find(|(known, _)| *known == name) {
                    Some((_, words)) => {
                        let pair = Pair { same: name == VENUE, ..Pair::new(text, words) };
                        self.translated(language, &pair, &file, line, &field);
                    }
                    None => {
                        let problem = Problem::error(&file, "the words are missing").at(line).field(field);
                        self.add(problem.of(Kind::Translations));
                    }
                }
            }
        }
    }
}

fn path(contact: &Contact) -> String {
    format!("{CONTENT}/contacts/{}.toml", contact.id)
}
