//! Fluent messages.

use std::collections::{BTreeMap, BTreeSet};

use super::Check;
use super::languages::plurals;
use super::text::Pair;
use crate::doc::is_slug;
use crate::load::LOCALES;
use crate::messages::Message;
use crate::model::*;
use crate::problem::{Kind, Problem};

/// Where ids are used, and the files that use them.
const USERS: [(&str, &[&str]); 2] = [("ui/src", &[".ts", ".tsx"]), ("crates/core/src", &[".rs"])];
/// Keys that make a selector a plural.
const PLURAL_KEYS: [&str; 5] = ["zero", "one", "two", "few", "many"];
/// Says, in a comment, that a message reads the same in every language.
const SAME: &str = "@same";

impl Check<'_> {
    pub(super) fn messages(&mut self) {
        let nothing = BTreeMap::new();
        let english = self.sources.messages.get(SOURCE_LANGUAGE).unwrap_or(&nothing);
        for (tag, files) in &self.sources.messages {
            for (stem, messages) in files {
                let file = path(tag, stem);
                messages.iter().for_each(|message| self.formed(tag, message, &file));
            }
        }
        for (stem, messages) in english {
            messages.iter().for_each(|message| self.english_message(message, &path(SOURCE_LANGUAGE, stem)));
        }
        self.used(english);
        for language in self.translations() {
            self.translated_messages(language, english);
        }
    }

    /// What holds in every language.
    fn formed(&mut self, tag: &str, message: &Message, file: &str) {
        let mut wrong: Vec<(Kind, String)> = Vec::new();
        for function in &message.functions {
            let text = format!("{function}() is not used: the app gives numbers and dates as finished text");
            wrong.push((Kind::Messages, text));
        }
        for keys in message.selectors.iter().filter(|keys| keys.iter().any(|key| PLURAL_KEYS.contains(&key.as_str()))) {
            let categories = plurals(tag).unwrap_or_default();
            let missing: Vec<&str> =
                categories.iter().filter(|category| !keys.iter().any(|key| key == *category)).copied().collect();
            if !missing.is_empty() {
                let text = format!("the plural lacks {}; {tag} has {}", missing.join(", "), categories.join(", "));
                wrong.push((Kind::Plurals, text));
            }
        }
        let is_empty = message.texts.is_empty() || message.texts.iter().any(|text| text.trim().is_empty());
        if is_empty && message.references.is_empty() {
            wrong.push((Kind::Messages, "the message has no words".to_owned()));
        }
        for (kind, text) in wrong {
            self.add(Problem::error(file, text).at(message.line).field(&message.id).of(kind));
        }
    }

    fn english_message(&mut self, message: &Message, file: &str) {
        if message.comment.trim().is_empty() && message.group.is_empty() {
            let text = "a message has a comment: a # line above it, or a ## line above its group, for translators";
            self.add(Problem::error(file, text).at(message.line).field(&message.id));
        }
        for text in &message.texts {
            self.easy(text, file, Some(message.line), &message.id);
        }
    }

    /// Every message is used, and every message used is there.
    fn used(&mut self, english: &BTreeMap<String, Vec<Message>>) {
        let users: Vec<(String, String)> =
            USERS.iter().flat_map(|(folder, endings)| self.sources.tree.below(folder, endings)).collect();
        if users.is_empty() {
            return;
        }
        let quoted: BTreeSet<&str> = users.iter().flat_map(|(_, text)| text.split(['"', '\'', '`'])).collect();
        let families: BTreeSet<&str> = quoted.iter().filter_map(|quoted| family(quoted)).collect();
        let all = || english.iter().flat_map(|(stem, messages)| messages.iter().map(move |message| (stem, message)));
        let referred: BTreeSet<&str> = all().flat_map(|(_, m)| &m.references).map(String::as_str).collect();
        for (stem, message) in all() {
            let id = message.id.as_str();
            let used =
                quoted.contains(id) || referred.contains(id) || families.iter().any(|start| id.starts_with(start));
            if !used {
                let text = format!("nothing in {} or {} uses the message", USERS[0].0, USERS[1].0);
                self.add(Problem::error(&path(SOURCE_LANGUAGE, stem), text).at(message.line).field(id));
            }
        }
        for (file, text) in users.iter().filter(|(file, _)| file.starts_with(USERS[0].0) && !file.contains(".test.")) {
            for (at, line) in text.lines().enumerate() {
                for id in asked_for(line).filter(|id| !self.has_message(id)).collect::<Vec<_>>() {
                    self.add(Problem::error(file, "English has no such message").at(at + 1).field(id));
                }
            }
        }
    }

    fn translated_messages(&mut self, language: &Language, english: &BTreeMap<String, Vec<Message>>) {
        let nothing = BTreeMap::new();
        let tag = language.tag.as_str();
        let files = self.sources.messages.get(tag).unwrap_or(&nothing);
        for (stem, messages) in files {
            let known = english.get(stem).map(Vec::as_slice).unwrap_or_default();
            if self.sources.is_broken(&path(SOURCE_LANGUAGE, stem)) {
                continue;
            }
            for message in messages.iter().filter(|message| !known.iter().any(|k| k.id == message.id)) {
                let text = format!("the message is missing in {}", path(SOURCE_LANGUAGE, stem));
                self.add(Problem::error(&path(tag, stem), text).at(message.line).field(&message.id));
            }
        }
        for (stem, messages) in english {
            let file = path(tag, stem);
            if self.sources.is_broken(&file) {
                continue;
            }
            let Some(translated) = files.get(stem) else {
                let text = format!("the file is missing: {} messages", messages.len());
                self.add(Problem::error(&file, text).of(Kind::Translations));
                continue;
            };
            for message in messages {
                match translated.iter().find(|found| found.id == message.id) {
                    Some(found) => self.translated_message(language, message, found, &file),
                    None => {
                        let problem = Problem::error(&file, "the message is missing").field(&message.id);
                        self.add(problem.of(Kind::Translations));
                    }
                }
            }
        }
    }

    fn translated_message(&mut self, language: &Language, english: &Message, message: &Message, file: &str) {
        let told = |names: &BTreeSet<String>| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            if names.is_empty() { "none".to_owned() } else { names.join(", ") }
        };
        for (what, source, found) in [
            ("variables", &english.variables, &message.variables),
            ("attributes", &english.attributes, &message.attributes),
        ] {
            if source != found {
                let text = format!("{what} differ: the English has {}, this has {}", told(source), told(found));
                self.add(Problem::error(file, text).at(message.line).field(&message.id).of(Kind::Sameness));
                return;
            }
        }
        let pair = Pair {
            english: &english.texts.join("\n"),
            translated: &message.texts.join("\n"),
            same: english.is_marked(SAME) || message.is_marked(SAME),
            counts_vary: !english.selectors.is_empty() || !message.selectors.is_empty(),
        };
        self.translated(language, &pair, file, Some(message.line), &message.id);
    }
}

/// The beginning of ids that are put together while the app runs: `help-need-` of `help-need-${id}` or `help-need-{}`.
fn family(quoted: &str) -> Option<&str> {
    let start = quoted.split(['{', '$']).next().filter(|start| start.ends_with('-') && start.len() > 1)?;
    is_slug(start).then_some(start)
}

/// The ids that a line of a screen asks for: `t("visits-day")`.
fn asked_for(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("t(\"").filter_map(move |(at, call)| {
        let before = line[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '$')) {
            return None;
        }
        let rest = &line[at + call.len()..];
        let (id, _) = rest.split_once('"')?;
        Some(id)
    })
}

fn path(tag: &str, stem: &str) -> String {
    format!("{LOCALES}/{tag}/{stem}.ftl")
}
