//! A few questions that end in what she can do: who pays for a trip, how to get an HC2, extra money, free prescriptions. The
//! tables are content; here they are only walked through, and a question whose answer changes nothing is not asked.

use std::collections::BTreeMap;

use kindway_content::{Area, Rule, Span, rule::Step};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App,
    api::Nothing,
    error::{ApiError, Code},
    help,
    library::Page,
};

/// The question whose answer she may have given in Money already.
const SUPPORT: &str = "support";

/// A table in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TableRow {
    /// Its id; its label is the message `money-rule-<id>`.
    pub id: String,
    /// Its picture.
    pub picture: String,
}

/// The tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tables {
    /// In the editors' order; after a loss without those about pregnancy.
    pub tables: Vec<TableRow>,
}

/// One answer that she gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Given {
    /// The question.
    pub question: String,
    /// The option.
    pub option: String,
}

/// A table, and her answers so far in the order that she gave them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "QuestionsAsk")]
pub struct Ask {
    /// The table.
    pub table: String,
    /// Her answers so far.
    pub answers: Vec<Given>,
}

/// An option to pick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "QuestionOption")]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// In her language.
    pub hers: Vec<Span>,
    /// In English.
    pub english: Vec<Span>,
}

/// A question to ask, or one that she answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "TableQuestion")]
pub struct Question {
    /// Its id.
    pub id: String,
    /// In her language.
    pub title: String,
    /// In English.
    pub title_english: String,
    /// Its options, in the editors' order.
    pub options: Vec<Choice>,
    /// The option she picked, or that fits what she told elsewhere.
    pub picked: Option<String>,
}

/// Where she is in a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "QuestionsAnswered")]
pub struct Answered {
    /// The table.
    pub table: TableRow,
    /// What she answered, in her order.
    pub given: Vec<Question>,
    /// What to ask next; `None` at the end.
    pub next: Option<Question>,
    /// What she can do; only at the end.
    pub outcome: Option<Page>,
    /// Contacts that can help with it.
    pub contacts: Vec<help::ContactCard>,
}

pub(crate) fn list(app: &mut App, _: Nothing) -> Result<Tables, ApiError> {
    let loss = app.settings().loss;
    let mut rules = app.library()?.rules()?;
    rules.retain(|rule| !(loss && rule.pregnancy));
    rules.sort_by_key(|rule| rule.order);
    Ok(Tables { tables: rules.into_iter().map(row).collect() })
}

pub(crate) fn answer(app: &mut App, ask: Ask) -> Result<Answered, ApiError> {
    let missing = || ApiError::new(Code::ContentMissing);
    let loss = app.settings().loss;
    let is_asked = |rule: &Rule| rule.id == ask.table && !(loss && rule.pregnancy);
    let rule = app.library()?.rules()?.into_iter().find(is_asked).ok_or_else(missing)?;
    let mut answers = BTreeMap::new();
    let mut given = Vec::new();
    for answer in ask.answers {
        let known = rule.questions.iter().find(|question| question.id == answer.question);
        let known = known.filter(|question| question.options.contains(&answer.option)).ok_or_else(missing)?;
        given.push(question(app, known, Some(answer.option.clone()))?);
        answers.insert(answer.question, answer.option);
    }
    let (next, outcome) = match rule.step(&answers) {
        Step::Ask(asked) => {
            let told = told(app, &asked.id).filter(|told| asked.options.contains(told));
            (Some(question(app, asked, told)?), None)
        }
        Step::Outcome(row) => (None, Some(app.page(Area::Guides, &row.outcome, &[])?)),
        Step::Nothing => return Err(missing()),
    };
    let contacts = match &outcome {
        Some(page) => help::cards_of(app, &page.contacts)?,
        None => Vec::new(),
    };
    Ok(Answered { table: row(rule), given, next, outcome, contacts })
}

fn row(rule: Rule) -> TableRow {
    TableRow { id: rule.id, picture: rule.picture }
}

fn question(app: &App, question: &kindway_content::Question, picked: Option<String>) -> Result<Question, ApiError> {
    let page = app.page(Area::Questions, &question.id, &[])?;
    let statements: Vec<_> = page.sections.into_iter().flat_map(|section| section.statements).collect();
    if statements.len() != question.options.len() {
        // Words and options would no longer belong together.
        return Err(ApiError::new(Code::ContentMissing));
    }
    let options = question
        .options
        .iter()
        .zip(statements)
        .map(|(id, pair)| Choice { id: id.clone(), hers: pair.hers, english: pair.english })
        .collect();
    Ok(Question { id: page.id, title: page.title, title_english: page.title_english, options, picked })
}

/// What she has told in Money, so that she need not look for it again. It is only pre-picked, never answered for her.
fn told(app: &App, question: &str) -> Option<String> {
    let support = app.settings().support.filter(|_| question == SUPPORT)?;
    serde_json::to_value(support).ok()?.as_str().map(str::to_owned)
}
