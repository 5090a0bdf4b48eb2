//! Decision tables: every combination of answers ends in exactly one outcome, and every row can be reached. A hole would
//! leave her without an answer; an overlap would let the order of a file decide.

use std::collections::BTreeMap;

use super::Check;
use crate::load::CONTENT;
use crate::model::*;
use crate::problem::{Kind, Problem};
use crate::rule::{Answers, MOST_COMBINATIONS, MOST_QUESTIONS};

/// How many mistakes of one kind are told of one table: they mostly have one cause.
const MOST_TOLD: usize = 3;

impl Check<'_> {
    pub(super) fn rules(&mut self) {
        let content = self.content;
        for rule in content.rules.values() {
            let file = format!("{CONTENT}/rules/{}.toml", rule.id);
            let at_picture = self.sources.line_of(&file, None, "picture");
            self.picture_exists(&rule.picture, &file, at_picture, "picture");
            let label = format!("money-rule-{}", rule.id);
            if !self.has_message(&label) {
                let message = format!("its label is missing: the message {label} in English");
                let line = self.sources.line_of(&file, None, "id");
                self.problems.push(Problem::error(&file, message).at(line).field("id"));
            }
            self.questions(rule, &file);
            if self.rows(rule, &file) {
                self.combinations(rule, &file);
            }
        }
        let used: Vec<&str> = content.rules.values().flat_map(|rule| &rule.questions).map(|q| q.id.as_str()).collect();
        let documents = content.docs.keys().filter(|(area, _, tag)| *area == Area::Questions && tag == SOURCE_LANGUAGE);
        let broken = self.sources.broken.iter().any(|file| file.starts_with(&format!("{CONTENT}/rules/")));
        for (_, id, _) in documents.filter(|(_, id, _)| !used.contains(&id.as_str()) && !broken) {
            let file = question_file(id);
            self.add(Problem::error(&file, "no table of rules/ asks this question").field("id"));
        }
    }

    /// Each question has its words, one statement an option.
    fn questions(&mut self, rule: &Rule, file: &str) {
        if rule.questions.len() > MOST_QUESTIONS || rule.questions.is_empty() {
            let message = format!("{} questions; a table has 1 to {MOST_QUESTIONS}", rule.questions.len());
            self.add(Problem::error(file, message).field("question"));
        }
        for (place, question) in rule.questions.iter().enumerate() {
            let line = self.sources.line_with(file, &format!("id = \"{}\"", question.id));
            let mut wrong = Vec::new();
            if rule.questions.iter().take(place).any(|before| before.id == question.id) {
                wrong.push(format!("the question \"{}\" stands twice", question.id));
            }
            for (at, option) in question.options.iter().enumerate() {
                if question.options.iter().take(at).any(|before| before == option) {
                    wrong.push(format!("the option \"{option}\" stands twice"));
                }
            }
            if question.options.len() < 2 {
                wrong.push("a question has at least two options".to_owned());
            }
            let words = (Area::Questions, question.id.clone(), SOURCE_LANGUAGE.to_owned());
            match self.content.docs.get(&words) {
                Some(doc) => {
                    let statements: usize = doc.sections.iter().map(|section| section.statements.len()).sum();
                    if statements != question.options.len() {
                        wrong.push(format!(
                            "{} options, but {} has {statements} statements: one each, in the same order",
                            question.options.len(),
                            question_file(&question.id)
                        ));
                    }
                }
                None if self.sources.is_broken(&question_file(&question.id)) => {}
                None => wrong.push(format!("its words are missing: {}", question_file(&question.id))),
            }
            for message in wrong {
                self.problems.push(Problem::error(file, message).at(line).field("question"));
            }
        }
    }

    /// True where every row speaks of questions and options that there are.
    fn rows(&mut self, rule: &Rule, file: &str) -> bool {
        let before = self.problems.len();
        let lines = self.lines_of(file, "[[row]]");
        for (at, row) in rule.rows.iter().enumerate() {
            let line = lines.get(at).copied();
            for (question, options) in &row.when {
                let Some(known) = rule.questions.iter().find(|known| known.id == *question) else {
                    let message = format!("the table asks no question \"{question}\"");
                    self.add(Problem::error(file, message).at(line).field("when"));
                    continue;
                };
                for option in options.iter().filter(|option| !known.options.contains(option)) {
                    let message =
                        format!("\"{question}\" has no option \"{option}\"; it has {}", known.options.join(", "));
                    self.add(Problem::error(file, message).at(line).field("when"));
                }
            }
            let outcome = format!("{CONTENT}/{}/{}/{SOURCE_LANGUAGE}.md", Area::Guides.folder(), row.outcome);
            if !self.sources.has(&outcome) {
                let message = format!("there is no guide \"{}\": {outcome}", row.outcome);
                self.add(Problem::error(file, message).at(line).field("outcome"));
            }
            if row.facts.is_empty() {
                self.add(Problem::error(file, "a row rests on at least one fact").at(line).field("facts"));
            }
            self.facts_exist(&row.facts, file, line, "facts");
            self.facts_are_told(row, file, line);
        }
        self.problems.len() == before
    }

    /// What a row rests on stands on the page that it leads to: else the page says something that the row does not mean.
    fn facts_are_told(&mut self, row: &Row, file: &str, line: Option<usize>) {
        let guide = (Area::Guides, row.outcome.clone(), SOURCE_LANGUAGE.to_owned());
        let Some(guide) = self.content.docs.get(&guide) else { return };
        let told = |fact: &&String| {
            guide.sections.iter().flat_map(|section| &section.statements).any(|said| said.facts.contains(*fact))
        };
        let known = row.facts.iter().filter(|fact| self.content.facts.contains_key(*fact));
        for fact in known.filter(|fact| !told(fact)) {
            let message =
                format!("the row rests on {fact}, but no statement of the guide \"{}\" names it", row.outcome);
            self.problems.push(Problem::error(file, message).at(line).field("facts").of(Kind::Facts));
        }
    }

    fn combinations(&mut self, rule: &Rule, file: &str) {
        let lines = self.lines_of(file, "[[row]]");
        if rule.combinations().is_none() {
            let message = format!("more than {MOST_COMBINATIONS} combinations of answers: ask less");
            self.add(Problem::error(file, message).field("question"));
            return;
        }
        let mut reached = vec![false; rule.rows.len()];
        let (mut holes, mut overlaps) = (0, 0);
        for way in rule.ways(&Answers::new()) {
            let rows = rule.rows_for(&way);
            for row in &rows {
                if let Some(reached) = reached.get_mut(*row) {
                    *reached = true;
                }
            }
            match rows.as_slice() {
                [_] => {}
                [] => {
                    holes += 1;
                    if holes <= MOST_TOLD {
                        let message = format!("no row holds for {}", told(&way));
                        self.add(Problem::error(file, message).field("row"));
                    }
                }
                [first, second, ..] => {
                    overlaps += 1;
                    if overlaps <= MOST_TOLD {
                        let (first, second) = (lines.get(*first).copied(), lines.get(*second).copied());
                        let first = first.map(|line| format!(", also the one of line {line}")).unwrap_or_default();
                        let message = format!("more than one row holds for {}{first}", told(&way));
                        self.add(Problem::error(file, message).at(second).field("row"));
                    }
                }
            }
        }
        for (at, _) in reached.iter().enumerate().filter(|(_, reached)| !**reached) {
            let message = "no combination of answers reaches this row";
            self.add(Problem::error(file, message).at(lines.get(at).copied()).field("row"));
        }
    }

    /// The lines, from 1, that are `mark` and nothing else.
    fn lines_of(&self, file: &str, mark: &str) -> Vec<usize> {
        let text = self.sources.texts.get(file).map(String::as_str).unwrap_or_default();
        text.lines().enumerate().filter(|(_, line)| line.trim() == mark).map(|(at, _)| at + 1).collect()
    }
}

fn question_file(id: &str) -> String {
    format!("{CONTENT}/{}/{id}/{SOURCE_LANGUAGE}.md", Area::Questions.folder())
}

fn told(way: &BTreeMap<&str, &str>) -> String {
    let answers: Vec<String> = way.iter().map(|(question, answer)| format!("{question} = {answer}")).collect();
    answers.join(", ")
}
