//! Names that she meets on paper, on doors and on the telephone: a translation keeps them as they are written there.

use serde::Deserialize;

use super::Check;
use super::text::{Pair, has_words};
use crate::load::CONTENT;
use crate::model::Language;
use crate::problem::{Kind, Problem};

const TERMS: &str = "terms.toml";
/// A contact's name of so many words is a name wherever it stands; "Mind" may be a word.
const NAME_WORDS: usize = 2;

/// A name of `terms.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Term {
    /// As it is written in English.
    pub(super) text: String,
    /// Languages that write it in their own way.
    #[serde(default)]
    except: Vec<String>,
}

impl Check<'_> {
    pub(super) fn read_terms(&mut self) {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            term: Vec<Term>,
        }
        let file = format!("{CONTENT}/{TERMS}");
        let Some(File { term: terms }) = self.toml(&file) else { return };
        for (at, term) in terms.iter().enumerate() {
            let quoted = format!("\"{}\"", term.text);
            let lines = self.sources.tree.text(&file).unwrap_or_default();
            let mut lines = lines.lines().enumerate().filter(|(_, line)| line.contains(&quoted)).map(|(at, _)| at + 1);
            let (first, last) = (lines.next(), lines.last());
            if term.text.trim() != term.text || !term.text.contains(|c: char| c.is_ascii_alphabetic()) {
                let message = format!("{quoted} is not a name");
                self.add(Problem::error(&file, message).at(first).field("text").of(Kind::Names));
            }
            if terms.iter().take(at).any(|before| before.text == term.text) {
                self.add(
                    Problem::error(&file, format!("{quoted} stands twice")).at(last).field("text").of(Kind::Names),
                );
            }
            for tag in term.except.iter().filter(|tag| !self.content.languages.iter().any(|known| known.tag == **tag)) {
                let message = format!("\"{tag}\" is no language of languages.toml");
                self.problems.push(Problem::error(&file, message).at(first).field("except").of(Kind::Names));
            }
        }
        self.terms = terms;
    }

    /// Every name of the English stands in the translation too.
    pub(super) fn names(&mut self, language: &Language, pair: &Pair<'_>, file: &str, line: Option<usize>, field: &str) {
        let terms = self.terms.iter().filter(|term| !term.except.contains(&language.tag)).map(|term| &term.text);
        let contacts = self.content.contacts.values().map(|contact| &contact.name);
        let contacts = contacts.filter(|name| name.split_whitespace().count() >= NAME_WORDS);
        let is_lost = |name: &&String| has_words(pair.english, name) && !has_words(pair.translated, name);
        let mut lost: Vec<&str> = terms.chain(contacts).filter(is_lost).map(String::as_str).collect();
        lost.sort_unstable();
        lost.dedup();
        if !lost.is_empty() {
            let message =
                format!("a name of the English is missing: {}; it is the same in every language", lost.join(", "));
            self.add(Problem::error(file, message).at(line).field(field).of(Kind::Names));
        }
    }
}
