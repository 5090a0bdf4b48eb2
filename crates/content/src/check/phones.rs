//! Telephone numbers: a wrong one costs her a week's money, or rings a person who did not ask for it.

use phonenumber::country::Id;
use phonenumber::metadata::DATABASE;
use phonenumber::{Type, parse};

use super::Check;
use super::text::phone_numbers;
use crate::load::CONTENT;
use crate::model::Contact;
use crate::problem::{Kind, Problem};

/// How long a number that needs no area is, such as 999, 111, 116 123 or the word's number 85258.
const SHORT: std::ops::RangeInclusive<usize> = 3..=6;
/// Starts of numbers that are free from every UK mobile.
const FREE: [&str; 5] = ["0800", "0808", "116", "111", "999"];
/// The start of mobile numbers; 070 is not one of them, but a personal number at a premium rate.
const MOBILE: &str = "07";
/// Words of a label that name a person rather than a line.
const PERSONS: [&str; 8] = ["mr", "mrs", "ms", "miss", "dr", "my", "personal", "own"];

/// The bare digits of a UK number that she can afford to ring, or what is wrong with it.
pub(super) fn affordable(number: &str) -> Result<String, String> {
    let bare: String = number.chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')')).collect();
    let bare = bare.strip_prefix("+44").map_or(bare.clone(), |rest| format!("0{}", rest.trim_start_matches('0')));
    if bare.is_empty() || !bare.chars().all(|c| c.is_ascii_digit()) {
        return Err(format!("\"{number}\" holds more than digits and spaces; a label goes into words.phone_labels"));
    }
    if SHORT.contains(&bare.len()) {
        return Ok(bare);
    }
    let known = parse(Some(Id::GB), &bare).ok().filter(|known| bare.starts_with('0') && known.is_valid());
    match known.map(|known| known.number_type(&DATABASE)) {
        None => {
            Err(format!("{number} is not a UK number that can be in use: 3 to 6 digits, or one that starts with 0"))
        }
        Some(Type::PremiumRate | Type::SharedCost) => {
            Err(format!("{number} is a premium-rate number: she could lose a week's money"))
        }
        Some(Type::PersonalNumber | Type::Pager) => {
            Err(format!("{number} is a personal number, which costs as much as a premium-rate one"))
        }
        Some(_) => Ok(bare),
    }
}

impl Check<'_> {
    pub(super) fn phones(&mut self, contact: &Contact, file: &str) {
        let labels = &contact.words.phone_labels;
        let label_line = self.sources.line_of(file, None, "phone_labels");
        for (at, phone) in contact.phones.iter().enumerate() {
            let line = self.sources.line_with(file, &phone.number);
            let Some(digits) = self.phone(&phone.number, file, line, "phones") else { continue };
            let free = FREE.iter().any(|start| digits.starts_with(start));
            if phone.free != free {
                let message = format!("{} is {}free from mobiles", phone.number, if free { "" } else { "not " });
                self.add(Problem::error(file, message).at(line).field("phones").of(Kind::Phones));
            }
            let label = labels.get(at).map(String::as_str).unwrap_or_default();
            if digits.starts_with(MOBILE) && digits.len() > *SHORT.end() {
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
        let told = affordable(number);
        if let Err(message) = &told {
            self.add(Problem::error(file, message).at(line).field(field).of(Kind::Phones));
        }
        told.ok()
    }

    /// Every telephone number inside words.
    pub(super) fn numbers_in(&mut self, words: &str, file: &str, line: Option<usize>, field: &str) {
        let words = words.replace("+44 ", "0").replace("+44", "0");
        for number in phone_numbers(&words).into_iter().filter(|number| number.starts_with('0')) {
            self.phone(&number, file, line, field);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_she_can_afford_are_taken_however_they_are_spaced() {
        for number in
            ["999", "116 123", "85258", "0161 496 0000", "(020) 7354 9631", "0800 02 888 40", "+44 808 8010 503"]
        {
            assert!(affordable(number).is_ok(), "{number}: {:?}", affordable(number));
        }
    }

    #[test]
    fn numbers_that_cost_more_than_a_call_are_refused() {
        for number in
            ["0906 123 4567", "0871 200 3000", "0872 200 3000", "0873 200 3000", "070 1234 5678", "0845 123 4567"]
        {
            assert!(affordable(number).is_err(), "{number}");
        }
    }

    #[test]
    fn numbers_that_nobody_can_have_are_refused() {
        for number in ["", "12", "0161 496 00", "0161 496 00000", "1614960000", "+353 1 496 0000", "0800 CALL ME"] {
            assert!(affordable(number).is_err(), "{number}");
        }
    }
}
