//! A decision table: a few questions, and rows that say what each combination of answers means. A charity may need to change
//! such a rule, so it is content; the app only walks through it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most combinations of answers that a table may have: each of them is looked at whenever it is checked or asked.
pub const MOST_COMBINATIONS: usize = 4096;
/// The most questions she may be asked (product.md: "at most four questions").
pub const MOST_QUESTIONS: usize = 4;

/// One table, from `rules/<id>.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The file's name. Its label is the message `money-rule-<id>`.
    pub id: String,
    /// Picture beside the label.
    pub picture: String,
    /// Place in the list, lowest first.
    #[serde(default)]
    pub order: u32,
    /// About pregnancy or a baby: out of sight after a loss.
    #[serde(default)]
    pub pregnancy: bool,
    /// Questions in the order they are asked.
    #[serde(rename = "question")]
    pub questions: Vec<Question>,
    /// What each combination of answers means: exactly one row holds for each.
    #[serde(rename = "row")]
    pub rows: Vec<Row>,
}

/// A question of a table. Its words are the document `questions/<id>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Such as `support`.
    pub id: String,
    /// Its answers, in the order of the statements of its document.
    pub options: Vec<String>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The answers that it holds for, by question; a question that is left out may have any answer.
    #[serde(default)]
    pub when: BTreeMap<String, Vec<String>>,
    /// The document of `guides/` that says what to do.
    pub outcome: String,
    /// Fact IDs behind it.
    pub facts: Vec<String>,
}

/// Answers by question.
pub type Answers = BTreeMap<String, String>;

/// What comes after some answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step<'r> {
    /// The answers so far leave more than one outcome: this question tells them apart.
    Ask(&'r Question),
    /// Every way on ends here.
    Outcome(&'r Row),
    /// No row holds for some way on. A table that was checked never gives this.
    Nothing,
}

impl Row {
    fn holds(&self, answers: &BTreeMap<&str, &str>) -> bool {
        self.when.iter().all(|(question, options)| {
            answers.get(question.as_str()).is_some_and(|answer| options.iter().any(|option| option == answer))
        })
    }
}

impl Rule {
    /// How many combinations of answers there are, or `None` where they are more than [`MOST_COMBINATIONS`].
    pub fn combinations(&self) -> Option<usize> {
        let product = self.questions.iter().try_fold(1_usize, |n, question| n.checked_mul(question.options.len()));
        product.filter(|count| *count <= MOST_COMBINATIONS)
    }

    /// Every combination of answers that agrees with those given; none where there are too many.
    pub fn ways(&self, given: &Answers) -> Vec<BTreeMap<&str, &str>> {
        if self.combinations().is_none() {
            return Vec::new();
        }
        let mut ways = vec![BTreeMap::new()];
        for question in &self.questions {
            let chosen = given.get(&question.id);
            let options = question.options.iter().filter(|option| chosen.is_none_or(|chosen| chosen == *option));
            let mut longer = Vec::new();
            for option in options {
                for way in &ways {
                    let mut way: BTreeMap<&str, &str> = way.clone();
                    way.insert(question.id.as_str(), option.as_str());
                    longer.push(way);
                }
            }
            ways = longer;
        }
        ways
    }

    /// The rows that hold for one whole combination, by their place. A sound table has exactly one.
    pub fn rows_for(&self, way: &BTreeMap<&str, &str>) -> Vec<usize> {
        self.rows.iter().enumerate().filter(|(_, row)| row.holds(way)).map(|(at, _)| at).collect()
    }

    /// What to ask or say after some answers. A question whose answer could change nothing is never asked.
    pub fn step(&self, given: &Answers) -> Step<'_> {
        let ways = self.ways(given);
        let outcome = |way: &BTreeMap<&str, &str>| self.rows_for(way).first().copied();
        let Some(first) = ways.first().and_then(outcome) else { return Step::Nothing };
        let Some(row) = self.rows.get(first) else { return Step::Nothing };
        if ways.iter().all(|way| self.leads_to(way) == Some(row.outcome.as_str())) {
            return Step::Outcome(row);
        }
        let open = self.questions.iter().filter(|question| !given.contains_key(&question.id));
        for question in open {
            // It matters where two ways that differ only in its answer end apart.
            let mut by_rest: BTreeMap<BTreeMap<&str, &str>, BTreeSet<Option<&str>>> = BTreeMap::new();
            for way in &ways {
                let mut rest = way.clone();
                rest.remove(question.id.as_str());
                by_rest.entry(rest).or_default().insert(self.leads_to(way));
            }
            if by_rest.values().any(|outcomes| outcomes.len() > 1) {
                return Step::Ask(question);
            }
        }
        Step::Nothing
    }

    fn leads_to(&self, way: &BTreeMap<&str, &str>) -> Option<&str> {
        let at = self.rows_for(way).first().copied()?;
        self.rows.get(at).map(|row| row.outcome.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Rule {
        let text = r#"
            id = "x"
            picture = "letter"
            [[question]]
            id = "support"
            options = ["some", "none"]
            [[question]]
            id = "paper"
            options = ["yes", "no"]
            [[row]]
            when = { support = ["none"] }
            outcome = "ask"
            facts = ["A-1"]
            [[row]]
            when = { support = ["some"], paper = ["yes"] }
            outcome = "paid"
            facts = ["A-1"]
            [[row]]
            when = { support = ["some"], paper = ["no"] }
            outcome = "form"
            facts = ["A-1"]
        "#;
        toml::from_str(text).expect("a table")
    }

    fn given(answers: &[(&str, &str)]) -> Answers {
        answers.iter().map(|(question, answer)| ((*question).to_owned(), (*answer).to_owned())).collect()
    }

    fn outcome(step: Step<'_>) -> String {
        match step {
            Step::Outcome(row) => row.outcome.clone(),
            Step::Ask(question) => format!("? {}", question.id),
            Step::Nothing => "nothing".to_owned(),
        }
    }

    #[test]
    fn a_question_is_asked_only_where_its_answer_changes_something() {
        let table = table();
        assert_eq!(outcome(table.step(&given(&[]))), "? support");
        assert_eq!(outcome(table.step(&given(&[("support", "none")]))), "ask", "the paper changes nothing here");
        assert_eq!(outcome(table.step(&given(&[("support", "some")]))), "? paper");
        assert_eq!(outcome(table.step(&given(&[("support", "some"), ("paper", "no")]))), "form");
    }

    #[test]
    fn an_answer_that_the_table_does_not_know_gives_nothing_rather_than_a_guess() {
        assert_eq!(outcome(table().step(&given(&[("support", "other")]))), "nothing");
    }

    #[test]
    fn more_combinations_than_can_be_looked_at_are_refused() {
        let options: Vec<String> = (0..100).map(|n| n.to_string()).collect();
        let questions = ["a", "b"].map(|id| Question { id: id.to_owned(), options: options.clone() });
        let rule = Rule {
            id: "x".to_owned(),
            picture: "letter".to_owned(),
            order: 1,
            pregnancy: false,
            questions: questions.to_vec(),
            rows: Vec::new(),
        };
        assert_eq!(rule.combinations(), None);
        assert_eq!(rule.step(&Answers::new()), Step::Nothing);
    }
}
