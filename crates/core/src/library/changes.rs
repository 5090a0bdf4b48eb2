//! Counts what is other than before, in the words that a screen says it in.

use std::collections::{BTreeMap, BTreeSet};

use kindway_content::{Contact, tolerant};

use crate::updates::Changes;

/// What has been seen to change, each by a name that is the same in every language.
#[derive(Default)]
pub(super) struct Tally {
    pages: BTreeSet<String>,
    numbers: BTreeSet<String>,
    contacts: BTreeSet<String>,
    rates: BTreeSet<String>,
    other: BTreeSet<String>,
    /// Bodies of records whose key holds their place in a list: a new place alone is no change.
    placed: BTreeMap<String, [Option<Vec<u8>>; 2]>,
}

impl Tally {
    /// Notes a record that is new, gone or other than before.
    pub(super) fn note(&mut self, key: &str, before: Option<&[u8]>, after: Option<&[u8]>) {
        if before == after {
            return;
        }
        let parts: Vec<&str> = key.split('/').collect();
        match parts.as_slice() {
            ["doc", area, id, _] => self.pages.insert(format!("{area}/{id}")),
            ["contact", id] if other_numbers(before, after) => self.numbers.insert((*id).to_owned()),
            ["contact", id] | ["contact-words", _, id] => self.contacts.insert((*id).to_owned()),
            ["rate", id] => self.rates.insert((*id).to_owned()),
            ["messages", _, file] => self.other.insert(format!("messages/{file}")),
            [kind @ ("language" | "need" | "topic"), placed] => {
                let name = placed.split_once('-').map_or(*placed, |(_, name)| name);
                let seen = self.placed.entry(format!("{kind}/{name}")).or_default();
                for (place, body) in [before, after].into_iter().enumerate() {
                    if let Some(body) = body {
                        seen[place] = Some(body.to_vec());
                    }
                }
                true
            }
            _ => self.other.insert(key.to_owned()),
        };
    }

    /// How many of each.
    pub(super) fn changes(self) -> Changes {
        let placed = self.placed.values().filter(|[before, after]| before != after).count();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Changes {
            pages: count(self.pages.len()),
            numbers: count(self.numbers.len()),
            contacts: count(self.contacts.difference(&self.numbers).count()),
            rates: count(self.rates.len()),
            other: count(self.other.len() + placed),
        }
    }
}

/// Whether a contact that was there and still is has another number than before.
fn other_numbers(before: Option<&[u8]>, after: Option<&[u8]>) -> bool {
    let numbers = |body: Option<&[u8]>| {
        let contact: Contact = tolerant::read(body?).ok()?;
        let phones: Vec<String> = contact.phones.into_iter().map(|phone| phone.number).collect();
        Some((phones, contact.text, contact.whatsapp))
    };
    matches!((numbers(before), numbers(after)), (Some(before), Some(after)) if before != after)
}
