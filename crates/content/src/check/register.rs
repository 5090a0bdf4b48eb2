//! `facts.toml`, `rates.toml`, `needs.toml`, `topics.toml` and `synonyms.toml`.

use super::{Check, FACTS};
use crate::coverage::said_by_statements;
use crate::load::CONTENT;
use crate::model::SOURCE_LANGUAGE;
use crate::problem::{Kind, Problem};

impl Check<'_> {
    pub(super) fn register(&mut self) {
        self.facts();
        self.core_facts();
        self.rates();
        self.needs();
        self.topics();
        self.synonyms();
    }

    fn facts(&mut self) {
        let file = format!("{CONTENT}/{FACTS}");
        for fact in self.content.facts.values() {
            let line = self.sources.line_with(&file, &format!("\"{}\"", fact.id));
            self.nations_exist(&fact.nations, &file, line);
            if fact.sources.is_empty() {
                self.add(
                    Problem::error(&file, "a fact has at least one source").at(line).field("sources").of(Kind::Facts),
                );
            }
            for source in fact.sources.iter().filter(|source| !is_web(&source.url)) {
                let message = format!("\"{}\" is not the address of a page", source.url);
                self.add(Problem::error(&file, message).at(line).field("sources").of(Kind::Facts));
            }
        }
    }

    /// What Kindway must tell is told. What a document that cannot be read tells is not known.
    fn core_facts(&mut self) {
        let file = format!("{CONTENT}/{FACTS}");
        let source = format!("/{SOURCE_LANGUAGE}.md");
        if self.sources.broken.iter().any(|file| file.ends_with(&source)) {
            return;
        }
        let said = said_by_statements(self.content);
        for fact in self.content.facts.values().filter(|fact| fact.core && !said.contains(&fact.id)) {
            let line = self.sources.line_with(&file, &format!("\"{}\"", fact.id));
            let message = format!("no statement tells {}, which is a core fact", fact.id);
            self.problems.push(Problem::error(&file, message).at(line).field("core").of(Kind::CoreFacts));
        }
    }

    fn rates(&mut self) {
        let file = format!("{CONTENT}/rates.toml");
        for rate in self.content.rates.values() {
            let head = format!("id = \"{}\"", rate.id);
            let line = |key: &str| self.sources.line_of(&file, Some(&head), key);
            let at = line("facts");
            let sum = match (rate.pence, rate.low_pence, rate.high_pence) {
                (Some(pence), None, None) => pence > 0,
                (None, Some(low), Some(high)) => low > 0 && low < high,
                _ => false,
            };
            if !sum {
                let message = "either pence, or low_pence and a higher high_pence where sources disagree";
                self.problems.push(Problem::error(&file, message).at(line("pence")).field("pence").of(Kind::Rates));
            }
            if rate.facts.is_empty() {
                self.problems.push(
                    Problem::error(&file, "a sum rests on at least one fact").at(at).field("facts").of(Kind::Rates),
                );
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
                self.search_words(tag, words, &file, line(tag), "words");
            }
            let label = format!("help-need-{}", need.id);
            if !self.has_message(&label) {
                let message = format!("its label is missing: the message {label} in English");
                self.problems.push(Problem::error(&file, message).at(line("id")).field("id"));
            }
        }
    }
}

impl Check<'_> {
    fn topics(&mut self) {
        let file = format!("{CONTENT}/topics.toml");
        let all_read = !self.sources.broken.iter().any(|file| file.starts_with(&format!("{CONTENT}/articles/")));
        for topic in &self.content.topics {
            let head = format!("id = \"{}\"", topic.id);
            let (at, at_picture) =
                (self.sources.line_with(&file, &head), self.sources.line_of(&file, Some(&head), "picture"));
            self.picture_exists(&topic.picture, &file, at_picture, "picture");
            let mut fronts = self.content.docs.values().map(|doc| &doc.front);
            if all_read && !fronts.any(|front| front.topic.as_ref() == Some(&topic.id)) {
                let message = format!("no article stands under \"{}\": the tile would be empty", topic.id);
                self.problems.push(Problem::error(&file, message).at(at).field("id"));
            }
            let label = format!("rights-topic-{}", topic.id);
            if !self.has_message(&label) {
                let message = format!("its label is missing: the message {label} in English");
                self.problems.push(Problem::error(&file, message).at(at).field("id"));
            }
        }
    }

    fn synonyms(&mut self) {
        let file = format!("{CONTENT}/synonyms.toml");
        for same in &self.content.synonyms {
            // A group has no name: its first word tells where it stands.
            let first = same.values().flatten().next().cloned().unwrap_or_default();
            let line = self.sources.line_with(&file, &format!("\"{first}\""));
            if same.values().flatten().count() < 2 {
                let message = "a group has at least two words that mean the same";
                self.problems.push(Problem::error(&file, message).at(line).field("same"));
            }
            for (tag, words) in same {
                let line =
                    words.first().and_then(|word| self.sources.line_with(&file, &format!("\"{word}\""))).or(line);
                if !self.content.languages.iter().any(|language| language.tag == *tag) {
                    let message = format!("\"{tag}\" is no language of languages.toml");
                    self.problems.push(Problem::error(&file, message).at(line).field(tag));
                }
                self.search_words(tag, words, &file, line, tag);
            }
        }
    }

    fn search_words(&mut self, tag: &str, words: &[String], file: &str, line: Option<usize>, field: &str) {
        for word in words {
            self.written(tag, word, file, line, field);
        }
        for word in words.iter().filter(|word| word.to_lowercase() != **word || word.trim().is_empty()) {
            let message = format!("search words are in lower case: \"{word}\"");
            self.add(Problem::error(file, message).at(line).field(field));
        }
    }
}

pub(super) fn is_web(address: &str) -> bool {
    ["https://", "http://"].iter().any(|start| address.strip_prefix(start).is_some_and(|rest| rest.contains('.')))
}
