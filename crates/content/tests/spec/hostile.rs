//! Whatever the bytes are, no parser falls over: it takes them, or says what is wrong.

use kindway_content::doc::{Origin, parse};
use kindway_content::messages::{self, without_comments};
use kindway_content::review::{self, Review};
use kindway_content::rule::Answers;
use kindway_content::{
    Area, Contact, ContactWords, Fact, Language, Need, Offset, Pack, Problem, Rate, Rule, Synonyms, Topic, When, load,
    pack, read_seed, unpack, write_seed,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestRunner};
use serde::de::DeserializeOwned;

use crate::project::*;

/// Pieces that our formats are made of, in no order.
const PIECES: &[&str] = &[
    "+++",
    "\n",
    "\r\n",
    "title = ",
    "\"",
    "\"x\"",
    "picture = ",
    "[when]",
    "[[row]]",
    "[[question]]",
    "from = \"11+2\"",
    "## ",
    "# ",
    "answer",
    "what",
    "- ",
    "* ",
    "1. ",
    "    ",
    "\t",
    "**",
    "*",
    "_",
    "`",
    "```",
    "<b>",
    "<!--",
    "[",
    "]",
    "{",
    "}",
    "(",
    ")",
    "{$",
    "{ask}",
    "[RIGHTS-1]",
    "[APP]",
    "RIGHTS-1",
    "![",
    "https://",
    "\\",
    "=",
    "{ $n ->",
    "*[other]",
    "[one]",
    "}",
    "#",
    "##",
    "visits-title = ",
    "-term",
    "2026-11-22",
    "9999-99-99",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "ም",
    "ع",
    "e\u{301}",
    "💛",
    "\u{10ffff}",
    ".",
    ",",
    "when = { a = [\"b\"] }",
];

/// Text that looks like ours now and then.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => select(PIECES).prop_map(str::to_owned), 1 => any::<String>()];
    prop_oneof![
        3 => vec(piece, 0..60).prop_map(|pieces| pieces.concat()),
        1 => vec(any::<u8>(), 0..400).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    ]
}

/// A file that was good, with pieces put over parts of it.
fn spoilt(good: Vec<String>) -> impl Strategy<Value = String> {
    let wounds = vec((any::<Index>(), 0_usize..40, text()), 1..4);
    (select(good), wounds).prop_map(|(mut file, wounds)| {
        for (at, length, piece) in wounds {
            let starts: Vec<usize> = file.char_indices().map(|(at, _)| at).chain([file.len()]).collect();
            let start = at.index(starts.len());
            let end = (start + length).min(starts.len() - 1);
            file.replace_range(starts[start]..starts[end], &piece);
        }
        file
    })
}

fn in_the_file(problems: &[Problem], text: &str) {
    assert!(!problems.is_empty(), "refused without a reason");
    let lines = text.matches('\n').count() + 1;
    for problem in problems {
        assert!(problem.line.is_none_or(|line| (1..=lines).contains(&line)), "{problem} of {lines} lines");
    }
}

fn document(text: &str) {
    for area in Area::ALL {
        for origin in [Origin::Source, Origin::Translation] {
            match parse(area, "x.md", text, origin) {
                Ok(parsed) => {
                    assert!(parsed.sections.iter().all(|section| area.sections().contains(&section.id.as_str())))
                }
                Err(problems) => in_the_file(&problems, text),
            }
        }
    }
}

fn fluent(text: &str) {
    let (messages, problems) = messages::parse("x.ftl", text);
    if !problems.is_empty() {
        in_the_file(&problems, text);
    }
    let bare = without_comments(text);
    let again = messages::parse("x.ftl", &bare).0;
    assert_eq!(messages.len(), again.len(), "taking out the comments loses no message:\n{text}\n---\n{bare}");
}

fn toml_of<T: DeserializeOwned>(text: &str) {
    let _ = toml::from_str::<T>(text);
}

/// Every shape that editors write as TOML.
fn tables(text: &str) {
    toml_of::<Contact>(text);
    toml_of::<ContactWords>(text);
    toml_of::<Fact>(text);
    toml_of::<Language>(text);
    toml_of::<Need>(text);
    toml_of::<Rate>(text);
    toml_of::<Synonyms>(text);
    toml_of::<Topic>(text);
    toml_of::<When>(text);
    if let Ok(review) = toml::from_str::<Review>(text) {
        let written = review::write(&review);
        assert_eq!(toml::from_str::<Review>(&written).as_ref(), Ok(&review), "{written}");
    }
    if let Ok(rule) = toml::from_str::<Rule>(text) {
        rule.step(&Answers::new());
    }
}

fn for_each<S: Strategy<Value = String>>(cases: u32, strategy: S, look: fn(&str)) {
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(cases) });
    let looked = runner.run(&strategy, |text| {
        look(&text);
        Ok(())
    });
    if let Err(error) = looked {
        panic!("{error}");
    }
}

fn good(ending: &str) -> Vec<String> {
    GOOD.iter().filter(|(path, _)| path.ends_with(ending)).map(|(_, text)| (*text).to_owned()).collect()
}

#[test]
fn no_document_makes_the_parser_fall_over() {
    for_each(200, text(), document);
    for_each(200, spoilt(good(".md")), document);
}

#[test]
fn no_table_makes_the_parser_fall_over() {
    let rule = "id = \"x\"\n[[question]]\nid = \"a\"\noptions = [\"b\", \"c\"]\n[[row]]\nwhen = { a = [\"b\"] }\noutcome = \"d\"\nfacts = []\n";
    let when = "after = \"birth\"\nfrom = \"10 days\"\nto = \"6 weeks\"\nkind = \"ask\"\n";
    let mut tables_of_ours = good(".toml");
    tables_of_ours.extend([rule, when].map(str::to_owned));
    tables_of_ours.push(Project::good().read(REVIEW_TI));
    for_each(200, text(), tables);
    for_each(300, spoilt(tables_of_ours), tables);
}

#[test]
fn no_fluent_file_makes_the_parser_fall_over() {
    for_each(200, text(), fluent);
    for_each(200, spoilt(good(".ftl")), fluent);
}

#[test]
fn a_length_of_time_that_is_taken_is_written_as_it_was_read() {
    let written = "[0-9]{0,4}[+ ]?[0-9]{0,4} ?(days?|weeks?|months?)?";
    for_each(500, written, |text| {
        if let Ok(offset) = text.parse::<Offset>() {
            assert_eq!(offset.to_string().parse(), Ok(offset), "{text}");
            let _ = offset.after(chrono::NaiveDate::MAX);
        }
    });
}

#[test]
fn no_file_of_a_project_makes_the_check_fall_over() {
    let project = Project::good();
    let files = GOOD.iter().map(|(path, _)| *path).filter(|path| !path.ends_with(".svg") && !path.ends_with(".tsx"));
    let files: Vec<&str> = files.chain([REVIEW_TI]).collect();
    let good: Vec<(&str, String)> = files.iter().map(|path| (*path, project.read(path))).collect();
    let cases = (select(good.clone()), any::<Index>(), 0_usize..40, text());
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(96) });
    let looked = runner.run(&cases, |((path, text), at, length, piece)| {
        // A case that fell over has left its file behind.
        good.iter().for_each(|(path, text)| project.write(path, text));
        let mut bytes = text.into_bytes();
        let start = at.index(bytes.len() + 1);
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, piece.into_bytes());
        std::fs::write(project.path(path), &bytes).unwrap();
        project.checked();
        Ok(())
    });
    if let Err(error) = looked {
        panic!("{error}");
    }
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(256) })]

    #[test]
    fn bytes_that_are_no_pack_are_refused(bytes in vec(any::<u8>(), 0..600)) {
        prop_assert!(Pack::from_canonical(&bytes).is_err());
        prop_assert!(read_seed(&bytes).is_err());
        let after_the_name = [b"KWPACK01".as_slice(), &bytes].concat();
        if let Ok(pack) = Pack::from_canonical(&after_the_name) {
            prop_assert_eq!(pack.to_canonical(), after_the_name);
            let _ = unpack(&pack);
        }
    }
}

#[test]
fn no_damage_to_a_pack_makes_the_reader_fall_over() {
    let packed = pack(&load(Project::good().root()).unwrap()).unwrap();
    let (canonical, seed) = (packed.to_canonical(), write_seed(&packed).unwrap());
    let wound = (any::<Index>(), vec(any::<u8>(), 0..8), 0_usize..8);
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(256) });
    let looked = runner.run(&wound, |(at, bytes, length)| {
        let spoil = |good: &[u8]| {
            let mut spoilt = good.to_vec();
            let start = at.index(spoilt.len());
            let end = (start + length).min(spoilt.len());
            spoilt.splice(start..end, bytes.iter().copied());
            spoilt
        };
        if let Ok(pack) = Pack::from_canonical(&spoil(&canonical)) {
            let _ = unpack(&pack);
        }
        if let Ok(pack) = read_seed(&spoil(&seed)) {
            prop_assert_eq!(&pack, &packed, "another pack under the name of this one");
        }
        Ok(())
    });
    if let Err(error) = looked {
        panic!("{error}");
    }
}
