//! The timeline.

use kindway_content::Kind;

use crate::project::*;

const SCAN: &str = "assets/content/timeline/scan/en-GB.md";

/// A good project with one thing that can be expected.
fn project() -> Project {
    let project = Project::good();
    project.write(
        SCAN,
        r#"+++
title = "Scan"
picture = "scan"
nations = ["England"]
checked = 2026-11-22
review_by = 2027-05-22
[when]
after = "pregnancy"
from = "11+2"
to = "14+1"
visit = "scan"
kind = "visit"
+++

## what

- You are offered a scan. [RIGHTS-23]
"#,
    );
    for (tag, title, words) in [("ar", "فحص", "يعرض عليك فحص."), ("ti", "ስካን", "ስካን ይወሃበኪ።")]
    {
        let text = format!("+++\ntitle = \"{title}\"\n+++\n\n## what\n\n- {words}\n");
        project.write(&format!("assets/content/timeline/scan/{tag}.md"), &text);
    }
    project.stamp();
    assert_eq!(project.errors(), []);
    project
}

fn changed(from: &str, to: &str) -> Found {
    after_in(&project(), |project| project.replace(SCAN, from, to))
}

#[test]
fn a_window_that_ends_before_it_begins_is_refused() {
    changed("to = \"14+1\"", "to = \"11+1\"").at(SCAN, 10, "when.to").of(Kind::Timeline).says("ends before it begins");
}

#[test]
fn an_end_after_the_birth_beside_an_end_before_it_is_refused() {
    changed("visit = ", "to_after_birth = \"6 weeks\"\nvisit = ")
        .at(SCAN, 11, "when.to_after_birth")
        .says("without to");
}

#[test]
fn an_end_after_the_birth_of_a_window_that_begins_there_is_refused() {
    let found = after_in(&project(), |project| {
        project.replace(SCAN, "\"pregnancy\"", "\"birth\"");
        project.replace(SCAN, "from = \"11+2\"\nto = ", "from = \"10 days\"\nto_after_birth = ");
    });
    found.at(SCAN, 10, "when.to_after_birth").says("begins in the pregnancy");
}

#[test]
fn a_kind_of_visit_that_is_not_there_is_refused() {
    changed("visit = \"scan\"", "visit = \"skan\"").at(SCAN, 11, "when.visit").says("visits/skan/en-GB.md");
}

#[test]
fn a_visit_without_its_kind_is_refused() {
    changed("visit = \"scan\"\n", "").at(SCAN, 7, "when.visit").says("names the kind");
}

#[test]
fn a_length_of_time_that_is_none_is_refused() {
    let found = changed("\"11+2\"", "\"11 + 9\"");
    assert_eq!((found.0.file.as_str(), found.0.line, found.0.kind), (SCAN, Some(9), Kind::Form));
    found.says("is not a length of time");
}

#[test]
fn a_window_counted_from_nothing_that_is_known_is_refused() {
    changed("\"pregnancy\"", "\"due-date\"").at(SCAN, 8, "after").says("unknown variant");
}

#[test]
fn a_document_of_the_timeline_without_a_window_is_refused() {
    let found = after_in(&project(), |project| {
        let text = project.read(SCAN);
        let (before, after) = (text.find("[when]").unwrap(), text.rfind("+++").unwrap());
        project.write(SCAN, &format!("{}{}", &text[..before], &text[after..]));
    });
    found.at(SCAN, None, "when").of(Kind::Documents).says("each document there has one");
}

#[test]
fn a_window_outside_the_timeline_is_refused() {
    let found = after(|project| {
        project.replace(
            VISIT,
            "pregnancy = true\n",
            "pregnancy = true\n[when]\nafter = \"birth\"\nfrom = \"10 days\"\nkind = \"ask\"\n",
        );
    });
    assert_eq!((found.0.file.as_str(), found.0.field.as_deref(), found.0.kind), (VISIT, Some("when"), Kind::Documents));
    found.says("is for the timeline");
}

#[test]
fn a_window_later_than_any_pregnancy_is_refused() {
    changed("to = \"14+1\"", "to = \"43+0\"").at(SCAN, 10, "when.to").of(Kind::Timeline).says("42+6 weeks");
}

#[test]
fn another_window_needs_another_approval_and_makes_no_translation_stale() {
    let project = project();
    let hashes = || {
        let read = kindway_content::load::read(project.root(), None);
        let of = |tag: &str| kindway_content::review::items(&read.content, &read.sources, tag)["timeline/scan"].clone();
        (of("en-GB"), of("ti"))
    };
    let (english, translated) = hashes();
    project.replace(SCAN, "14+1", "13+1");
    let (english_after, translated_after) = hashes();
    assert_ne!(english.is, english_after.is);
    assert_eq!((english.of, translated), (english_after.of, translated_after));
}
