//! Telephone numbers: a wrong one costs her a week's money, or rings a person who did not ask for it.

use super::Check;
use super::number::{affordable, dear_in, is_free, is_mobile, plain};
use super::text::phone_numbers;
use crate::load::CONTENT;
use crate::model::Contact;
use crate::problem::{Kind, Problem};

/// So many digits are a number to send a text to; fewer are an hour, more are a whole number.
const SHORT: std::ops::Range<usize> = 3..9;
/// How the country's code may stand before a number; at home it is a 0.
const COUNTRY: [&str; 7] = ["+44 (0)", "+44(0)", "+44 0", "+44", "0044 (0)", "0044(0)", "0044"];
/// Words of a label that name a person rather than a line.
const PERSONS: [&str; 8] = ["mr", "mrs", "ms", "miss", "dr", "my", "personal", "own"];

impl Check<'_> {
    pub(super) fn phones(&mut self, contact: &Contact, file: &str) {
        let labels = &contact.words.phone_labels;
        let label_line = self.sources.line_of(file, None, "phone_labels");
        for (at, phone) in contact.phones.iter().enumerate() {
            let line = self.sources.line_with(file, &phone.number);
            let Some(digits) = self.phone(&phone.number, file, line, "phones") else { continue };
            let free = is_free(&digits);
            if phone.free != free {
                let message = format!("{} is {}free from mobiles", phone.number, if free { "" } else { "not " });
                self.add(Problem::error(file, message).at(line).field("phones").of(Kind::Phones));
            }
            let label = labels.get(at).map(String::as_str).unwrap_or_default();
            if is_mobile(&digits) {
                self.whose(&phone.number, label, contact.phones.len() == 1, file, label_line.or(line));
            }
        }
        let line = |key: &str| self.sources.line_of(file, None, key);
        let (at_whatsapp, at_text) = (line("whatsapp"), line("text"));
        if let Some(number) = &contact.whatsapp {
            self.phone(number, file, at_whatsapp, "whatsapp");
        }
        if let Some(text) = &contact.text {
            self.numbers_in(text, file, at_text, "text");
            let plain = plain(text);
            let runs = plain.split(|c: char| !(c.is_ascii_digit() || c.is_whitespace())).map(str::trim);
            let few = |run: &&str| SHORT.contains(&run.chars().filter(char::is_ascii_digit).count());
            for short in runs.filter(few).filter(|_| dear_in(text).is_empty()) {
                self.phone(short, file, at_text, "text");
            }
        }
        if !labels.is_empty() && labels.len() != contact.phones.len() {
            let message = format!(
                "{} labels for {} numbers: one each, empty where it needs none",
                labels.len(),
                contact.phones.len()
            );
            let problem = Problem::error(file, message).at(label_line);
            self.add(problem.field("words.phone_labels").of(Kind::Phones));
        }
    }

    /// A mobile may be somebody's own: beside other numbers its label says which line of the organisation it is.
    fn whose(&mut self, number: &str, label: &str, alone: bool, file: &str, line: Option<usize>) {
        let person =
            label.split(|c: char| !c.is_alphabetic()).find(|word| PERSONS.contains(&word.to_lowercase().as_str()));
        let message = match person {
            Some(word) => {
                format!("the label \"{label}\" of {number} names a person (\"{word}\"): no person's own mobile")
            }
            None if label.trim().is_empty() && !alone => {
                format!("{number} is a mobile: its label says which line of the organisation it is")
            }
            None => return,
        };
        self.add(Problem::error(file, message).at(line).field("words.phone_labels").of(Kind::Phones));
    }

    /// The bare digits of a number that she can afford to ring.
    fn phone(&mut self, number: &str, file: &str, line: Option<usize>, field: &str) -> Option<String> {
        let is_plain = number.trim().strip_prefix('+').unwrap_or(number).chars();
        let told = match affordable(number) {
            Err(fault) if fault.is_dear() => Err(fault.to_string()),
            _ if !is_plain.into_iter().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')')) => {
                Err(format!("\"{number}\" holds more than digits and spaces; a label goes into words.phone_labels"))
            }
            told => told.map_err(|fault| fault.to_string()),
        };
        if let Err(message) = &told {
            self.add(Problem::error(file, message).at(line).field(field).of(Kind::Phones));
        }
        told.ok()
    }

    /// Every telephone number inside words.
    pub(super) fn numbers_in(&mut self, words: &str, file: &str, line: Option<usize>, field: &str) {
        let dear = dear_in(words);
        for number in &dear {
            self.phone(number, file, line, field);
        }
        let words = COUNTRY.iter().fold(plain(words), |words, code| words.replace(code, "0"));
        for number in phone_numbers(&words).into_iter().filter(|number| number.starts_with('0')) {
            if dear.is_empty() || affordable(&number).is_err_and(|fault| !fault.is_dear()) {
                self.phone(&number, file, line, field);
            }
        }
    }

    /// A contact that a document sends her to is there, is open, and is for her.
    pub(super) fn can_help(&mut self, id: &str, file: &str, line: Option<usize>) {
        let contact_file = format!("{CONTENT}/contacts/{id}.toml");
        let message = match self.content.contacts.get(id) {
            None if self.sources.has(&contact_file) => return,
            None => format!("there is no contact \"{id}\": {contact_file}"),
            Some(contact) if contact.status == crate::ContactStatus::Closed => {
                format!("\"{id}\" is closed: she would be sent to a door that does not open")
            }
            Some(contact) if contact.audience == crate::Audience::Advisers => {
                format!("\"{id}\" is for advisers only: name one that she can ask herself")
            }
            Some(_) => return,
        };
        self.add(Problem::error(file, message).at(line).field("contacts").of(Kind::Contacts));
    }
}
