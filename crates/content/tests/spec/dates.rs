//! Nothing past review is current, and nobody has looked tomorrow.

use kindway_content::{Kind, Problem};

use crate::project::*;

fn dates(problems: Vec<Problem>) -> Vec<(String, Option<usize>, bool)> {
    let dates = problems.into_iter().filter(|problem| problem.kind == Kind::Dates);
    dates.map(|problem| (problem.file.clone(), problem.line, problem.is_error())).collect()
}

#[test]
fn nothing_is_past_review_on_its_last_day() {
    assert_eq!(dates(Project::good().checked_on("2027-01-31")), []);
}

#[test]
fn a_rate_past_review_is_pointed_out() {
    let found = dates(Project::good().checked_on("2027-02-01"));
    assert_eq!(found, [(RATES.to_owned(), Some(9), false)]);
}

#[test]
fn a_document_past_review_is_pointed_out() {
    let found = dates(Project::good().checked_on("2027-05-23"));
    assert!(found.contains(&(ARTICLE.to_owned(), Some(6), false)), "{found:?}");
}

#[test]
fn the_public_channel_refuses_what_is_past_review() {
    let project = Project::good();
    project.replace(CHANNEL, "test", "public");
    let found = dates(project.checked_on("2027-02-01"));
    assert_eq!(found, [(RATES.to_owned(), Some(9), true)]);
}

#[test]
fn a_document_checked_tomorrow_is_refused() {
    let found = after(|project| project.replace(ARTICLE, "checked = 2026-11-22", "checked = 2026-11-23"));
    found.at(ARTICLE, 5, "checked").of(Kind::Dates).says("2026-11-23 has not come yet");
}

#[test]
fn a_rate_checked_tomorrow_is_refused() {
    after(|project| project.replace(RATES, "checked = 2026-11-22", "checked = 2026-12-22"))
        .at(RATES, 8, "checked")
        .says("not come yet");
}

#[test]
fn a_contact_checked_tomorrow_is_refused() {
    let found = after(|project| project.replace(CONTACT, "last_checked = 2026-11-22", "last_checked = 2027-11-22"));
    found.at(CONTACT, 14, "last_checked").says("not come yet");
}

#[test]
fn a_source_of_next_year_is_refused() {
    let found =
        after(|project| project.replace(CONTACT, "source_seen = true", "source_seen = true\nsource_year = 2027"));
    found.at(CONTACT, 13, "source_year").says("not begun");
}

#[test]
fn a_channel_checked_tomorrow_is_refused() {
    after(|project| project.replace(CHANNEL, "2026-11-22", "2026-11-23"))
        .at(CHANNEL, 2, "checked")
        .says("not come yet");
}

#[test]
fn a_status_given_tomorrow_is_refused() {
    let project = Project::good();
    let text = project.read(REVIEW_TI);
    let line = text.lines().find(|line| line.contains("articles/interpreter")).unwrap();
    let given = line.replace("\"machine\"", "\"draft\"").replace(" }", ", by = \"A Person\", on = 2026-11-23 }");
    project.replace(REVIEW_TI, line, &given);
    only(project.errors()).at(REVIEW_TI, 4, "articles/interpreter").of(Kind::Dates).says("not come yet");
}
