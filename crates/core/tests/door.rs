//! The door itself: every code has its words, every answer has the name of its question.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use kindway_core::{api::Request, error::Code};
use support::{Phone, nothing};

const NOW: &str = "2026-11-22T10:00:00Z";

#[test]
fn every_code_has_plain_words_in_every_language() {
    let pack = kindway_content::read_seed(kindway_seed::SEED).unwrap();
    for tag in ["en-GB", "ar", "ti"] {
        let record = pack.get(&format!("messages/{tag}/errors")).unwrap_or_else(|| panic!("errors.ftl of {tag}"));
        let text: String = serde_json::from_slice(&record.body).unwrap();
        for code in Code::ALL {
            let id = format!("errors-{}", code.name());
            assert!(text.lines().any(|line| line.starts_with(&format!("{id} ="))), "{id} has no words in {tag}");
        }
    }
}

#[test]
fn every_question_without_an_argument_is_answered_under_its_own_name() {
    let mut phone = Phone::at(NOW);
    let questions = [
        "open",
        "today",
        "settings",
        "visit-kinds",
        "visits",
        "reminders",
        "reminder-test",
        "rights",
        "money",
        "updates",
        "updates-if-due",
        "updates-stop",
        "own-numbers",
        "cards",
        "danger",
        "about",
        "erase-ask",
        "start-again",
    ];
    for ask in questions {
        let request: Request = serde_json::from_value(serde_json::json!({ "ask": ask, "with": nothing() })).unwrap();
        let answer = serde_json::to_value(phone.call(request).unwrap()).unwrap();
        assert_eq!(answer["ask"], ask);
    }
}

#[test]
fn a_first_open_says_that_this_is_the_test_version_and_takes_one_call_of_at_most_twenty_kilobytes() {
    let mut phone = Phone::at(NOW);
    phone.add(support::letter_of_journey_2());
    let answer = phone.call(Request::Open(nothing())).unwrap();
    let bytes = serde_json::to_vec(&answer).unwrap();
    assert!(bytes.len() <= 20_000, "{} bytes", bytes.len());
    let value = serde_json::to_value(&answer).unwrap();
    assert_eq!(value["with"]["channel"]["name"], "test");
    assert_eq!(value["with"]["today"]["next"]["day"]["english"], "Tuesday 24 November 2026");
}

#[test]
fn an_unknown_question_or_field_of_the_wrong_kind_is_refused_before_the_core_sees_it() {
    for text in [r#"{"ask":"format-disk","with":{}}"#, r#"{"ask":"visit","with":{"id":7}}"#, r#"{"ask":"visit"}"#, "[]"]
    {
        assert!(serde_json::from_str::<Request>(text).is_err(), "{text}");
    }
}
