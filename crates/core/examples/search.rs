//! How well the search answers plain questions, and how fast: what `cargo xtask bench search` prints. With a language and words
//! it shows what is found for them: `cargo run --example search -- ar "متى السونار"`. With the path of another file of questions
//! it asks those: `cargo run --example search -- my-questions.toml`.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/support/questions.rs"]
mod questions;
#[path = "../tests/support/mod.rs"]
mod support;

use std::{collections::BTreeSet, fs, path::Path, time::Instant};

use kindway_core::search::Hit;
use questions::{Facts, HALVES, Question, half, read, search};
use support::Phone;

/// How often each question is asked, for the times.
const ROUNDS: usize = 5;

fn main() {
    let mut phone = Phone::at("2026-11-22T10:00:00Z");
    let given: Vec<String> = std::env::args().skip(1).collect();
    let facts = Facts::read(kindway_seed::SEED);
    match given.as_slice() {
        [] => {}
        [file] if file.ends_with(".toml") => {
            let questions = read(Path::new(file)).unwrap_or_else(|| panic!("there is no {file}"));
            return answered(&mut phone, &facts, file, &questions, true);
        }
        [tag, words @ ..] => {
            phone.speak(tag);
            let found = search(&mut phone, &words.join(" "));
            println!("near {:?}, needs {:?}", found.near, found.needs);
            return found.hits.iter().for_each(|hit| println!("{}", shown(hit)));
        }
    }
    for name in HALVES {
        match half(name) {
            // What is never tuned with is never shown.
            Some(questions) => answered(&mut phone, &facts, name, &questions, name == "tuning"),
            None => println!("{name}: tests/search/{name}.toml is not here"),
        }
    }
    let size = fs::metadata(phone.path().join("content.db")).map(|file| file.len()).unwrap_or_default();
    phone.close();
    fs::remove_file(phone.path().join("content.db")).unwrap();
    let (built, _) = timed(|| phone.open().trouble());
    phone.close();
    let (opened, _) = timed(|| phone.open().trouble());
    let (read, _) = timed(|| search(&mut phone, "index"));
    println!(
        "content.db {} KB; built and opened in {built:.0} ms, opened in {opened:.0} ms; the first search {read:.0} ms",
        size / 1000
    );
}

/// Asks each question and prints the shares by language; `open` also what is not answered.
fn answered(phone: &mut Phone, facts: &Facts, name: &str, questions: &[Question], open: bool) {
    println!(
        "{:<24} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "half, language", "questions", "first 1", "first 3", "p50 ms", "p95 ms"
    );
    let tags: BTreeSet<&str> = questions.iter().map(|question| question.language.as_str()).collect();
    let mut missed = Vec::new();
    let (mut all_one, mut all_three, mut all_times) = (0, 0, Vec::new());
    for tag in tags {
        phone.speak(tag);
        let (mut count, mut one, mut three, mut times) = (0, 0, 0, Vec::new());
        for question in questions.iter().filter(|question| question.language == tag) {
            count += 1;
            for _ in 1..ROUNDS {
                times.push(timed(|| search(phone, &question.text)).0);
            }
            let (took, found) = timed(|| search(phone, &question.text));
            times.push(took);
            let place = facts.first_answer(question, &found);
            one += usize::from(place == Some(0));
            three += usize::from(place.is_some_and(|place| place < 3));
            if open && place.is_none_or(|place| place >= 3) {
                missed.push((tag.to_owned(), question.text.clone(), place, found));
            }
        }
        (all_one, all_three) = (all_one + one, all_three + three);
        all_times.extend_from_slice(&times);
        let [half, most] = percentiles(times);
        println!("{tag:<24} {count:>9} {one:>9} {three:>9} {half:>9.1} {most:>9.1}");
    }
    let [half, most] = percentiles(all_times);
    let share = 100.0 * all_three as f64 / questions.len() as f64;
    println!(
        "{name:<24} {:>9} {all_one:>9} {all_three:>9} {half:>9.1} {most:>9.1}   {share:.0} % in the first three",
        questions.len()
    );
    for (tag, text, place, found) in missed {
        let stands = place.map_or("not found".to_owned(), |place| format!("at {}", place + 1));
        println!("  not answered ({tag}, {stands}): {text}");
        found.hits.iter().take(3).for_each(|hit| println!("      {}", shown(hit)));
    }
}

/// The middle one and the 95th of 100.
fn percentiles(mut times: Vec<f64>) -> [f64; 2] {
    times.sort_by(f64::total_cmp);
    [50, 95].map(|percent| times[(times.len() * percent / 100).min(times.len() - 1)])
}

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let began = Instant::now();
    let done = work();
    (began.elapsed().as_secs_f64() * 1000.0, done)
}

fn shown(hit: &Hit) -> String {
    let snippet: String = hit.snippet.iter().map(|span| span.text.as_str()).collect();
    let snippet: String = snippet.chars().take(90).collect();
    format!("{:?} {}: {} | {snippet}", hit.kind, hit.id, hit.title)
}
