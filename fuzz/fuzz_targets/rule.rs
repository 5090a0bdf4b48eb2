//! A decision table: asking it comes to an end, whatever it holds.

#![no_main]

use kindway_content::rule::{Answers, MOST_QUESTIONS, Rule, Step};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(rule) = toml::from_str::<Rule>(text) else { return };
    // The check refuses more questions than these.
    if rule.questions.len() > MOST_QUESTIONS {
        return;
    }
    let mut given = Answers::new();
    while let Step::Ask(question) = rule.step(&given) {
        let Some(option) = question.options.first() else { return };
        assert!(given.insert(question.id.clone(), option.clone()).is_none(), "{} is asked twice", question.id);
    }
});
