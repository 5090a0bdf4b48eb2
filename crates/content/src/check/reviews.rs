//! Review records: what has been read by whom, and what may be published.

use super::Check;
use crate::load::LOCALES;
use crate::model::*;
use crate::problem::{Kind, Problem};
use crate::review::{self, Item, ReviewRecord, items, status};

impl Check<'_> {
    pub(super) fn reviews(&mut self) {
        for language in &self.content.languages {
            self.review(&language.tag);
        }
    }

    fn review(&mut self, tag: &str) {
        let file = format!("{LOCALES}/{tag}/{}", review::FILE);
        if self.sources.is_broken(&file) {
            return;
        }
        let nothing = review::Review::new();
        let records = self.sources.reviews.get(tag).unwrap_or(&nothing);
        let items = items(self.content, self.sources, tag);
        for (key, record) in records {
            let line = self.sources.line_with(&file, &format!("\"{key}\""));
            match items.get(key) {
                Some(item) => self.record(tag, key, record, item, &file, line),
                None => {
                    self.add(Problem::warning(&file, "there is no such text any more: run stamp").at(line).field(key))
                }
            }
        }
        if tag != SOURCE_LANGUAGE {
            let missing: Vec<(&String, &Item)> = items.iter().filter(|(key, _)| !records.contains_key(*key)).collect();
            if let Some((first, item)) = missing.first() {
                let more = match missing.len() {
                    1 => String::new(),
                    count => format!(" ({count} texts have none)"),
                };
                let message = format!("no record for {first}, {}{more}: run kindway-publish stamp {tag}", item.file);
                self.add(Problem::error(&file, message).field(*first));
            }
        }
        if self.content.channel.name == ChannelName::Public {
            for (key, item) in &items {
                let status = status(tag, item, records.get(key));
                if status != TranslationStatus::Approved {
                    let message = format!(
                        "{key} is not approved (it is {status:?}): the public channel publishes only what a named person has \
                         approved; its hashes are of = \"{}\", is = \"{}\"",
                        item.of, item.is
                    );
                    self.add(Problem::error(&item.file, message).at(item.line).field("status").of(Kind::Channel));
                }
            }
        }
    }

    fn record(&mut self, tag: &str, key: &str, record: &ReviewRecord, item: &Item, file: &str, line: Option<usize>) {
        if matches!(record.status, TranslationStatus::Source | TranslationStatus::Stale) {
            let message = "the status is machine, draft, checked or approved; stale comes by itself";
            self.add(Problem::error(file, message).at(line).field(key));
        } else if record.is_by_a_person()
            && (record.by.as_deref().is_none_or(|by| by.trim().is_empty()) || record.on.is_none())
        {
            let message = "only a named person gives this status: by = \"…\", on = a day";
            self.add(Problem::error(file, message).at(line).field(key));
        }
        if record.is != item.is {
            let again = match tag {
                SOURCE_LANGUAGE => "the person must look again".to_owned(),
                _ => format!("run kindway-publish stamp {tag}"),
            };
            let message =
                format!("the text has changed since its status was given: {again} (its hash is now {})", item.is);
            self.add(Problem::error(file, message).at(line).field(key));
        } else if record.of != item.of {
            let message =
                format!("stale: the English has changed since it was translated (its hash is now {})", item.of);
            self.add(Problem::warning(file, message).at(line).field(key));
        }
    }
}
