//! Contacts: a wrong number costs her money or her nerve.

use super::Check;
use super::register::is_web;
use super::text::Pair;
use crate::load::CONTENT;
use crate::model::*;
use crate::problem::Problem;
use crate::review::filled_fields;

/// Starts of numbers that cost far more than a normal call.
const PREMIUM: [&str; 4] = ["09", "0871", "0872", "0873"];
/// Starts of numbers that are free from every UK mobile.
const FREE: [&str; 5] = ["0800", "0808", "116", "111", "999"];
/// Fields that are a list or an address rather than sentences.
const NO_SENTENCES: [&str; 3] = ["hours", "languages", "venue"];
/// The field that may read the same in every language: an address.
const VENUE: &str = "venue";

impl Check<'_> {
    pub(super) fn contacts(&mut self) {
        for contact in self.content.contacts.values() {
            self.numbers(contact);
            self.place(contact);
            self.reach(contact);
            self.words(contact);
        }
        for language in self.translations() {
            self.contact_words(language);
        }
    }

    fn numbers(&mut self, contact: &Contact) {
        let file = path(contact);
        for phone in &contact.phones {
            let line = self.sources.line_with(&file, &phone.number);
            let Some(digits) = self.number(&phone.number, &file, line, "phones") else { continue };
            let free = FREE.iter().any(|start| digits.starts_with(start));
            if phone.free != free {
                let message = format!("{} is {}free from mobiles", phone.number, if free { "" } else { "not " });
                self.add(Problem::error(&file, message).at(line).field("phones"));
            }
        }
        if let Some(number) = &contact.whatsapp {
            self.number(number, &file, self.sources.line_of(&file, None, "whatsapp"), "whatsapp");
        }
        let labels = contact.words.phone_labels.len();
        if labels != 0 && labels != contact.phones.len() {
            let message =
                format!("{labels} labels for {} numbers: one each, empty where it needs none", contact.phones.len());
            let line = self.sources.line_of(&file, None, "phone_labels");
            self.add(Problem::error(&file, message).at(line).field("words.phone_labels"));
        }
    }

    /// The bare digits of a UK number that she can afford to ring.
    fn number(&mut self, number: &str, file: &str, line: Option<usize>, field: &str) -> Option<String> {
        let bare: String = number.chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')')).collect();
        let bare = bare.strip_prefix("+44").map_or(bare.clone(), |rest| format!("0{}", rest.trim_start_matches('0')));
        let message = if !bare.chars().all(|c| c.is_ascii_digit()) {
            format!("\"{number}\" holds more than digits and spaces; a label goes into words.phone_labels")
        } else if PREMIUM.iter().any(|start| bare.starts_with(start)) {
            format!("{number} is a premium-rate number: she could lose a week's money")
        } else if matches!(bare.len(), 3..=6) || (matches!(bare.len(), 10 | 11) && bare.starts_with('0')) {
            return Some(bare);
        } else {
            format!("{number} is not a UK number: 3 to 6 digits, or 10 or 11 that start with 0")
        };
        self.add(Problem::error(file, message).at(line).field(field));
        None
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
            self.add(Problem::error(&file, message).at(line).field(field));
        }
    }

    fn reach(&mut self, contact: &Contact) {
        let file = path(contact);
        for (field, address) in [("website", &contact.website), ("source_url", &contact.source_url)] {
            if let Some(address) = address.as_ref().filter(|address| !is_web(address)) {
                let line = self.sources.line_of(&file, None, field);
                let message = format!("\"{address}\" does not start with https://");
                self.add(Problem::error(&file, message).at(line).field(field));
            }
        }
        if let Some(email) = contact.email.as_ref().filter(|e| !e.contains('@') || e.contains(char::is_whitespace)) {
            let line = self.sources.line_of(&file, None, "email");
            let message = format!("\"{email}\" is not an e-mail address");
            self.add(Problem::error(&file, message).at(line).field("email"));
        }
    }

    fn words(&mut self, contact: &Contact) {
        let file = path(contact);
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
            if !NO_SENTENCES.contains(&name.as_str()) {
                let key = name.split('.').next().unwrap_or_default();
                let line = self.sources.line_of(&file, None, key);
                self.easy(text, &file, line, &format!("words.{name}"));
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
                self.add(Problem::error(&file, "the file is missing"));
            }
            return;
        };
        for id in translated.keys().filter(|id| !self.sources.has(&format!("{CONTENT}/contacts/{id}.toml"))) {
            let line = self.sources.line_with(&file, &format!("[{id}]"));
            self.problems.push(Problem::error(&file, "there is no such contact").at(line).field(id));
        }
        for contact in self.content.contacts.values() {
            let Some(words) = translated.get(&contact.id) else {
                self.add(Problem::error(&file, "the contact's words are missing").field(&contact.id));
                continue;
            };
            let head = format!("[{}]", contact.id);
            let english = filled_fields(&contact.words);
            let found = filled_fields(words);
            for (name, _) in found.iter().filter(|(name, _)| !english.iter().any(|(known, _)| known == name)) {
                let line = self.sources.line_of(&file, Some(&head), name);
                let message = "the English has nothing here";
                self.add(Problem::error(&file, message).at(line).field(format!("{}.{name}", contact.id)));
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
                    None => self.add(Problem::error(&file, "the words are missing").at(line).field(field)),
                }
            }
        }
    }
}

fn path(contact: &Contact) -> String {
    format!("{CONTENT}/contacts/{}.toml", contact.id)
}
