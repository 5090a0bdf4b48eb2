//! Days: nothing that is past review is called current, and nobody has looked tomorrow.
//!
//! What is past review is a warning in the test channel, because the app itself says "may have changed" or stops showing the
//! sum; the public channel does not publish it.

use chrono::NaiveDate;

use super::{Check, doc_file};
use crate::load::{CONTENT, LOCALES};
use crate::model::*;
use crate::problem::{Kind, Problem, Severity};
use crate::review;

impl Check<'_> {
    pub(super) fn dates(&mut self) {
        let content = self.content;
        for doc in content.docs.values().filter(|doc| doc.language == SOURCE_LANGUAGE) {
            let file = doc_file(doc.area, &doc.id, SOURCE_LANGUAGE);
            let line = |key: &str| self.sources.line_of(&file, None, key);
            let (at_checked, at_review) = (line("checked"), line("review_by"));
            self.checked(doc.front.checked, &file, at_checked, "checked");
            self.span(doc.front.checked, doc.front.review_by, &file, at_review);
        }
        for rate in content.rates.values() {
            let file = format!("{CONTENT}/rates.toml");
            let head = format!("id = \"{}\"", rate.id);
            let line = |key: &str| self.sources.line_of(&file, Some(&head), key);
            let (at_checked, at_review) = (line("checked"), line("review_by"));
            self.checked(rate.checked, &file, at_checked, "checked");
            self.span(rate.checked, rate.review_by, &file, at_review);
        }
        for contact in content.contacts.values() {
            let file = format!("{CONTENT}/contacts/{}.toml", contact.id);
            let line = |key: &str| self.sources.line_of(&file, None, key);
            let (at_checked, at_year) = (line("last_checked"), line("source_year"));
            self.checked(contact.last_checked, &file, at_checked, "last_checked");
            let this_year = chrono::Datelike::year(&self.today);
            if contact.source_year.is_some_and(|year| year > this_year) {
                let problem = Problem::error(&file, "the year of its source has not begun yet");
                self.add(problem.at(at_year).field("source_year").of(Kind::Dates));
            }
        }
        let file = format!("{CONTENT}/channel.toml");
        let line = self.sources.line_of(&file, None, "checked");
        self.checked(content.channel.checked, &file, line, "checked");
        for (tag, records) in &self.sources.reviews {
            let file = format!("{LOCALES}/{tag}/{}", review::FILE);
            for (key, day) in records.iter().filter_map(|(key, record)| Some((key, record.on?))) {
                let line = self.sources.line_with(&file, &format!("\"{key}\""));
                self.checked(day, &file, line, key);
            }
        }
    }

    /// A day on which somebody looked is past, or today.
    fn checked(&mut self, day: NaiveDate, file: &str, line: Option<usize>, field: &str) {
        if day > self.today {
            let message = format!("{day} has not come yet: it is the day on which somebody looked");
            self.add(Problem::error(file, message).at(line).field(field).of(Kind::Dates));
        }
    }

    fn span(&mut self, checked: NaiveDate, review_by: NaiveDate, file: &str, line: Option<usize>) {
        let problem = if review_by < checked {
            Problem::error(file, "it must be looked at again after it was checked")
        } else if review_by < self.today {
            let message =
                format!("past review since {review_by}: read its sources again, then move checked and review_by");
            let severity = match self.content.channel.name {
                ChannelName::Test => Severity::Warning,
                ChannelName::Public => Severity::Error,
            };
            Problem { severity, ..Problem::error(file, message) }
        } else {
            return;
        };
        self.add(problem.at(line).field("review_by").of(Kind::Dates));
    }
}
