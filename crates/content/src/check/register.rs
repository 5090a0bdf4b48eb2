//! `facts.toml`, `rates.toml` and `needs.toml`.

use super::{Check, FACTS};
use crate::load::CONTENT;
use crate::problem::Problem;

impl Check<'_> {
    pub(super) fn register(&mut self) {
        self.facts();
        self.rates();
        self.needs();
    }

    fn facts(&mut self) {
        let file = format!("{CONTENT}/{FACTS}");
        for fact in self.content.facts.values() {
            let line = self.sources.line_with(&file, &format!("\"{}\"", fact.id));
            self.nations_exist(&fact.nations, &file, line);
            if fact.sources.is_empty() {
                self.add(Problem::error(&file, "a fact has at least one source").at(line).field("sources"));
            }
            for source in fact.sources.iter().filter(|source| !is_web(&source.url)) {
                let message = format!("\"{}\" is not the address of a page", source.url);
                self.add(Problem::error(&file, message).at(line).field("sources"));
            }
        }
    }

    fn rates(&mut self) {
        let file = format!("{CONTENT}/rates.toml");
        for rate in self.content.rates.values() {
            let head = format!("id = \"{}\"", rate.id);
            let line = |key: &str| self.sources.line_of(&file, Some(&head), key);
            let (at, at_review) = (line("facts"), line("review_by"));
            let sum = match (rate.pence, rate.low_pence, rate.high_pence) {
                (Some(pence), None, None) => pence > 0,
                (None, Some(low), Some(high)) => low > 0 && low < high,
                _ => false,
            };
            if !sum {
                let message = "either pence, or low_pence and a higher high_pence where sources disagree";
                self.problems.push(Problem::error(&file, message).at(line("pence")).field("pence"));
            }
            if rate.facts.is_empty() {
                self.problems.push(Problem::error(&file, "a sum rests on at least one fact").at(at).field("facts"));
            }
            if rate.review_by < rate.checked {
                let message = "it must be looked at again after it was checked";
                self.problems.push(Problem::error(&file, message).at(at_review).field("review_by"));
            }
            self.facts_exist(&rate.facts, &file, at, "facts");
        }
    }

    fn needs(&mut self) {
        let file = format!("{CONTENT}/needs.toml");
        for need in &self.content.needs {
            let head = format!("id = \"{}\"", need.id);
            let line = |key: &str| self.sources.line_of(&file, Some(&head), key);
            self.picture_exists(&need.picture, &file, line("picture"), "picture");
            let unknown = need.kinds.iter().filter(|kind| !self.content.contacts.values().any(|c| c.kind == **kind));
            // What a contact that cannot be read answers is not known.
            let contacts = format!("{CONTENT}/contacts/");
            let all_read = !self.sources.broken.iter().any(|file| file.starts_with(&contacts));
            for kind in unknown.filter(|_| all_read) {
                let message = format!("no contact is of the kind \"{kind}\"");
                self.problems.push(Problem::error(&file, message).at(line("kinds")).field("kinds"));
            }
            for tag in self.content.languages.iter().map(|language| &language.tag) {
                let words = need.words.get(tag).map(Vec::as_slice).unwrap_or_default();
                if words.is_empty() {
                    let message = format!("no search words in {tag}");
                    self.problems.push(Problem::error(&file, message).at(line("words")).field("words"));
                }
                for word in words.iter().filter(|word| word.to_lowercase() != **word || word.trim().is_empty()) {
                    let message = format!("search words are in lower case: \"{word}\"");
                    self.problems.push(Problem::error(&file, message).at(line(tag)).field("words"));
                }
            }
            let label = format!("help-need-{}", need.id);
            if !self.has_message(&label) {
                let message = format!("its label is missing: the message {label} in English");
                self.problems.push(Problem::error(&file, message).at(line("id")).field("id"));
            }
        }
    }
}

pub(super) fn is_web(address: &str) -> bool {
    ["https://", "http://"].iter().any(|start| address.strip_prefix(start).is_some_and(|rest| rest.contains('.')))
}
