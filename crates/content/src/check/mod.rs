//! The rules that content must keep before it is published: what parses may still be wrong.
//!
//! A rule is here because breaking it would harm her: a statement without a source, a number that a translation changed,
//! a phone line that costs a pound a minute. Each problem names file, line and field.

mod contacts;
mod docs;
mod languages;
mod messages;
mod register;
mod reviews;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::coverage::{Coverage, coverage};
use crate::load::{self, CONTENT, LOCALES, Sources};
use crate::model::*;
use crate::problem::Problem;

/// Where the drawings are that content may name.
const PICTURES: &str = "assets/icons/pictures";
/// What may stand in `nations`.
const NATIONS: [&str; 5] = ["UK", "England", "Scotland", "Wales", "Northern Ireland"];
const FACTS: &str = "facts.toml";

/// What a check of a whole project found.
#[derive(Debug)]
pub struct Checked {
    /// Everything wrong, by file and line.
    pub problems: Vec<Problem>,
    /// Use of the fact register by group.
    pub coverage: BTreeMap<String, Coverage>,
}

/// Reads and checks a project; with `overlay`, with some of its files replaced.
pub fn check_project(root: &Path, overlay: Option<&Path>) -> Checked {
    let reading = load::read(root, overlay);
    let mut problems = reading.problems;
    problems.extend(check(&reading.content, &reading.sources));
    problems.sort();
    problems.dedup();
    Checked { problems, coverage: coverage(&reading.content) }
}

/// Every rule, on what could be read. Mistakes of reading are not told again.
pub fn check(content: &Content, sources: &Sources) -> Vec<Problem> {
    let pictures = sources.tree.names(PICTURES);
    let mut check = Check {
        content,
        sources,
        pictures: pictures.iter().filter_map(|name| name.strip_suffix(".svg")).collect(),
        problems: Vec::new(),
    };
    check.languages();
    check.register();
    check.docs();
    check.contacts();
    check.messages();
    check.reviews();
    check.problems
}

/// What every rule looks at, and where it puts what it finds.
struct Check<'a> {
    content: &'a Content,
    sources: &'a Sources,
    pictures: BTreeSet<&'a str>,
    problems: Vec<Problem>,
}

impl<'a> Check<'a> {
    fn add(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Every language but the source language.
    fn translations(&self) -> impl Iterator<Item = &'a Language> + use<'a> {
        self.content.languages.iter().filter(|language| language.tag != SOURCE_LANGUAGE)
    }

    fn facts_exist(&mut self, facts: &[String], file: &str, line: Option<usize>, field: &str) {
        if self.sources.is_broken(&format!("{CONTENT}/{FACTS}")) {
            return;
        }
        for fact in facts.iter().filter(|fact| !self.content.facts.contains_key(*fact)) {
            let message = format!("the fact {fact} is not in {FACTS}");
            self.problems.push(Problem::error(file, message).at(line).field(field));
        }
    }

    fn picture_exists(&mut self, picture: &str, file: &str, line: Option<usize>, field: &str) {
        if !self.pictures.contains(picture) {
            let message = format!(
                "there is no picture {PICTURES}/{picture}.svg, and {picture} is not one of the flags ask and loss"
            );
            self.add(Problem::error(file, message).at(line).field(field));
        }
    }

    fn nations_exist(&mut self, nations: &[String], file: &str, line: Option<usize>) {
        let unknown = nations.iter().find(|nation| !NATIONS.contains(&nation.as_str()));
        let message = match unknown {
            Some(unknown) => format!("\"{unknown}\" is none of {}", NATIONS.join(", ")),
            None if nations.is_empty() => format!("at least one of {}", NATIONS.join(", ")),
            None => return,
        };
        self.add(Problem::error(file, message).at(line).field("nations"));
    }

    /// English must be easy: short sentences.
    fn easy(&mut self, words: &str, file: &str, line: Option<usize>, field: &str) {
        let (count, sentence) = text::longest_sentence(words);
        let told =
            format!("a sentence of {count} words; at most {} are easy to read: \"{sentence}…\"", text::EASY_WORDS);
        let problem = match count {
            count if count > text::MOST_WORDS => Problem::error(file, told),
            count if count > text::EASY_WORDS => Problem::warning(file, told),
            _ => return,
        };
        self.add(problem.at(line).field(field));
    }

    /// A translation says the same as its English as far as can be counted, and is in its own script.
    fn translated(&mut self, language: &Language, pair: &text::Pair<'_>, file: &str, line: Option<usize>, field: &str) {
        for message in text::compare(language, pair) {
            self.add(Problem::error(file, message).at(line).field(field));
        }
    }

    /// True where English has a message of this id, or where that cannot be known.
    fn has_message(&self, id: &str) -> bool {
        let folder = format!("{LOCALES}/{SOURCE_LANGUAGE}");
        let mut files = self.sources.messages.get(SOURCE_LANGUAGE).into_iter().flatten();
        self.sources.broken.iter().any(|file| file.starts_with(&folder))
            || files.any(|(_, messages)| messages.iter().any(|message| message.id == id))
    }
}
