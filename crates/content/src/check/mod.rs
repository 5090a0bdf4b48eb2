//! The rules that content must keep before it is published: what parses may still be wrong.
//!
//! A rule is here because breaking it would harm her: a statement without a source, a number that a translation changed,
//! a phone line that costs a pound a minute. Each problem names file, line and field.

mod contacts;
mod dates;
mod docs;
mod fonts;
mod languages;
mod links;
mod messages;
mod names;
pub mod number;
mod phones;
mod register;
mod reviews;
mod rules;
mod spelling;
mod text;
mod timeline;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;

use crate::coverage::{Coverage, coverage};
use crate::load::{self, CONTENT, LOCALES, Sources, toml_problem};
use crate::model::*;
use crate::problem::{Kind, Problem};
use crate::reading::{Reading, reading};

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
    /// How hard each English document is to read, the hardest first.
    pub reading: Vec<Reading>,
}

/// Reads and checks a project as of a day; with `overlay`, with some of its files replaced.
pub fn check_project(root: &Path, overlay: Option<&Path>, today: NaiveDate) -> Checked {
    let read = load::read(root, overlay);
    let mut problems = read.problems;
    problems.extend(check(&read.content, &read.sources, today));
    problems.sort();
    problems.dedup();
    Checked { problems, coverage: coverage(&read.content), reading: reading(&read.content) }
}

/// Every rule, on what could be read. Mistakes of reading are not told again.
pub fn check(content: &Content, sources: &Sources, today: NaiveDate) -> Vec<Problem> {
    let pictures = sources.tree.names(PICTURES);
    let mut check = Check {
        content,
        sources,
        today,
        pictures: pictures.iter().filter_map(|name| name.strip_suffix(".svg")).collect(),
        terms: Vec::new(),
        fonts: fonts::Fonts::default(),
        problems: Vec::new(),
    };
    check.read_terms();
    check.read_fonts();
    check.part(Kind::Languages, Check::languages);
    check.part(Kind::Registers, Check::register);
    check.part(Kind::Documents, Check::docs);
    check.part(Kind::Timeline, Check::timeline);
    check.part(Kind::Rules, Check::rules);
    check.part(Kind::Contacts, Check::contacts);
    check.part(Kind::Messages, Check::messages);
    check.part(Kind::Reviews, Check::reviews);
    check.part(Kind::Dates, Check::dates);
    check.problems
}

/// What every rule looks at, and where it puts what it finds.
struct Check<'a> {
    content: &'a Content,
    sources: &'a Sources,
    today: NaiveDate,
    pictures: BTreeSet<&'a str>,
    terms: Vec<names::Term>,
    fonts: fonts::Fonts,
    problems: Vec<Problem>,
}

impl<'a> Check<'a> {
    fn add(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// One part of the check: what it does not name otherwise is of its kind.
    fn part(&mut self, kind: Kind, look: impl FnOnce(&mut Self)) {
        let before = self.problems.len();
        look(self);
        for problem in self.problems.iter_mut().skip(before).filter(|problem| problem.kind == Kind::default()) {
            problem.kind = kind;
        }
    }

    /// A TOML file that only the check needs.
    fn toml<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        let told = match self.sources.tree.text(file) {
            Ok(text) => match toml::from_str(&text) {
                Ok(value) => return Some(value),
                Err(error) => toml_problem(file, &text, &error),
            },
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Problem::error(file, "the file is missing"),
            Err(error) => Problem::error(file, error.to_string()),
        };
        self.add(told);
        None
    }

    /// The line of the first text `needle` in a file that only the check needs.
    fn line_in(&self, file: &str, needle: &str) -> Option<usize> {
        let text = self.sources.tree.text(file).ok()?;
        text.lines().position(|line| line.contains(needle)).map(|at| at + 1)
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
            self.problems.push(Problem::error(file, message).at(line).field(field).of(Kind::Facts));
        }
    }

    fn picture_exists(&mut self, picture: &str, file: &str, line: Option<usize>, field: &str) {
        if !self.pictures.contains(picture) {
            let message = format!(
                "there is no picture {PICTURES}/{picture}.svg, and {picture} is not one of the flags ask and loss"
            );
            self.add(Problem::error(file, message).at(line).field(field).of(Kind::Pictures));
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

    /// What holds of every text of every language.
    fn written(&mut self, tag: &str, text: &str, file: &str, line: Option<usize>, field: &str) {
        let language = self.content.languages.iter().find(|language| language.tag == tag);
        for message in language.into_iter().flat_map(|language| spelling::spelling(language, text)) {
            self.add(Problem::error(file, message).at(line).field(field).of(Kind::Spelling));
        }
        self.shown(text, file, line, field);
        self.numbers_in(text, file, line, field);
        self.no_links(text, file, line, field);
    }

    /// English must be easy: short sentences.
    fn easy(&mut self, words: &str, file: &str, line: Option<usize>, field: &str) {
        self.written(SOURCE_LANGUAGE, words, file, line, field);
        let (count, sentence) = text::longest_sentence(words);
        let told =
            format!("a sentence of {count} words; at most {} are easy to read: \"{sentence}…\"", text::EASY_WORDS);
        let problem = match count {
            count if count > text::MOST_WORDS => Problem::error(file, told),
            count if count > text::EASY_WORDS => Problem::warning(file, told),
            _ => return,
        };
        self.add(problem.at(line).field(field).of(Kind::SentenceLength));
    }

    /// A translation says the same as its English as far as can be counted, and is in its own script.
    fn translated(&mut self, language: &Language, pair: &text::Pair<'_>, file: &str, line: Option<usize>, field: &str) {
        let terms: Vec<&str> = self.terms.iter().map(|term| term.text.as_str()).collect();
        for (kind, message) in text::compare(language, pair, &terms) {
            self.add(Problem::error(file, message).at(line).field(field).of(kind));
        }
        self.names(language, pair, file, line, field);
        self.written(&language.tag, pair.translated, file, line, field);
    }

    /// True where English has a message of this id, or where that cannot be known.
    fn has_message(&self, id: &str) -> bool {
        let folder = format!("{LOCALES}/{SOURCE_LANGUAGE}");
        let mut files = self.sources.messages.get(SOURCE_LANGUAGE).into_iter().flatten();
        self.sources.broken.iter().any(|file| file.starts_with(&folder))
            || files.any(|(_, messages)| messages.iter().any(|message| message.id == id))
    }
}

/// The file of a document in a language.
fn doc_file(area: Area, id: &str, tag: &str) -> String {
    format!("{CONTENT}/{}/{id}/{tag}.md", area.folder())
}
