//! The decision tables as she walks through them, over the real content.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use kindway_content::SupportKind;
use kindway_core::{
    api::{Request, Response},
    error::Code,
    questions::{Answered, Ask, Given, Tables},
    settings,
};
use support::{Phone, nothing};

fn phone() -> Phone {
    let mut phone = Phone::at("2026-11-22T10:00:00Z");
    phone.speak("en-GB");
    phone
}

fn tables(phone: &mut Phone) -> Tables {
    let Response::Questions(tables) = phone.call(Request::Questions(nothing())).unwrap() else { panic!() };
    tables
}

fn answer(phone: &mut Phone, table: &str, answers: &[Given]) -> Answered {
    let ask = Ask { table: table.into(), answers: answers.to_vec() };
    let Response::QuestionsAnswer(answered) = phone.call(Request::QuestionsAnswer(ask)).unwrap() else { panic!() };
    answered
}

#[test]
fn every_way_through_every_table_ends_in_a_page_after_at_most_four_questions() {
    let mut phone = phone();
    for table in tables(&mut phone).tables {
        let mut open: Vec<Vec<Given>> = vec![Vec::new()];
        let mut ends = 0;
        while let Some(answers) = open.pop() {
            let answered = answer(&mut phone, &table.id, &answers);
            assert_eq!(answered.given.len(), answers.len());
            match (answered.next, answered.outcome) {
                (Some(question), None) => {
                    assert!(answers.len() < 4, "{}: a fifth question", table.id);
                    assert!(question.options.len() > 1, "{}: {} has nothing to choose", table.id, question.id);
                    open.extend(question.options.iter().map(|option| {
                        let given = Given { question: question.id.clone(), option: option.id.clone() };
                        [answers.clone(), vec![given]].concat()
                    }));
                }
                (None, Some(page)) => {
                    ends += 1;
                    assert!(!page.sections.is_empty(), "{}: {} says nothing", table.id, page.id);
                }
                other => panic!("{}: either a question or a page: {other:?}", table.id),
            }
        }
        assert!(ends > 1, "{}: everything ends in one page", table.id);
    }
}

#[test]
fn what_she_told_in_money_is_picked_before_her_and_not_answered_for_her() {
    let mut phone = phone();
    let change = settings::Change { support: Some(SupportKind::Section4), ..Default::default() };
    phone.call(Request::SettingsSave(change)).unwrap();
    let start = answer(&mut phone, "hc2", &[]);
    assert_eq!(start.next.unwrap().picked.as_deref(), Some("section-4"));
    assert!(start.given.is_empty());
}

#[test]
fn after_a_loss_the_tables_about_pregnancy_are_gone() {
    let mut phone = phone();
    let ids = |tables: Tables| tables.tables.into_iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(tables(&mut phone)), ["travel", "hc2", "extra-money", "exemption"]);
    let change = settings::Change { loss: Some(true), ..Default::default() };
    phone.call(Request::SettingsSave(change)).unwrap();
    assert_eq!(ids(tables(&mut phone)), ["travel", "hc2"]);
}

#[test]
fn a_table_question_or_option_that_there_is_not_is_refused() {
    let mut phone = phone();
    for (table, answers) in [
        ("nothing", Vec::new()),
        ("hc2", vec![Given { question: "support".into(), option: "everything".into() }]),
        ("hc2", vec![Given { question: "colour".into(), option: "red".into() }]),
    ] {
        let ask = Ask { table: table.into(), answers };
        assert_eq!(phone.call(Request::QuestionsAnswer(ask)).unwrap_err().code, Code::ContentMissing);
    }
}

#[test]
fn each_kind_of_support_ends_in_its_own_way_to_an_hc2_and_to_a_fare() {
    let mut phone = phone();
    let given = |pairs: &[(&str, &str)]| -> Vec<Given> {
        pairs
            .iter()
            .map(|(question, option)| Given { question: (*question).into(), option: (*option).into() })
            .collect()
    };
    for (table, answers, outcome) in [
        ("hc2", given(&[("support", "section-95")]), "hc2-section-95"),
        ("hc2", given(&[("support", "section-4")]), "hc2-form"),
        ("hc2", given(&[("support", "section-98")]), "hc2-form"),
        ("hc2", given(&[("support", "none")]), "hc2-low-income"),
        ("extra-money", given(&[("support", "schedule-10")]), "extra-schedule-10"),
        ("extra-money", given(&[("support", "section-95"), ("stage", "pregnant")]), "extra-pregnant"),
        ("travel", given(&[("where", "near-home"), ("support", "section-4")]), "travel-section-4-near-home"),
        ("travel", given(&[("where", "hospital"), ("support", "section-4")]), "travel-section-4-hospital"),
        (
            "travel",
            given(&[("where", "hospital"), ("support", "section-95"), ("referred", "doctor"), ("hc2", "yes")]),
            "travel-hospital-hc2",
        ),
    ] {
        let page = answer(&mut phone, table, &answers).outcome;
        assert_eq!(page.map(|page| page.id).as_deref(), Some(outcome), "{table} {answers:?}");
    }
}

#[test]
fn after_a_loss_a_table_about_pregnancy_answers_nothing_more() {
    let mut phone = phone();
    let change = settings::Change { loss: Some(true), ..Default::default() };
    phone.call(Request::SettingsSave(change)).unwrap();
    let ask = Ask { table: "exemption".into(), answers: Vec::new() };
    assert_eq!(phone.call(Request::QuestionsAnswer(ask)).unwrap_err().code, Code::ContentMissing);
}
