//! `languages.toml`.

use super::Check;
use crate::load::CONTENT;
use crate::problem::Problem;

/// Tags that look right, but whose plural rules fall back to English in silence.
const WRONG_TAGS: [(&str, &str); 3] = [("prs", "fa-AF"), ("pes", "fa"), ("kmr", "ku")];
const SCRIPTS: [&str; 3] = ["latin", "arabic", "ethiopic"];

/// The plural categories of each language of the launch list, from CLDR.
const PLURALS: [(&[&str], &[&str]); 4] = [
    (&["ar"], &["zero", "one", "two", "few", "many", "other"]),
    (&["fr", "es-419", "pt-BR"], &["one", "many", "other"]),
    (&["vi", "zh-Hans"], &["other"]),
    (&["en-GB", "bn", "ur", "fa", "ti", "ckb", "ps", "fa-AF", "pa", "ta", "sq", "so", "am"], &["one", "other"]),
];

/// The plural categories of a language, or `None` for one that is not in the table.
pub(super) fn plurals(tag: &str) -> Option<&'static [&'static str]> {
    PLURALS.iter().find(|(tags, _)| tags.contains(&tag)).map(|(_, categories)| *categories)
}

impl Check<'_> {
    pub(super) fn languages(&mut self) {
        let file = format!("{CONTENT}/languages.toml");
        for language in &self.content.languages {
            let tag = language.tag.as_str();
            let line = self.sources.line_with(&file, &format!("\"{tag}\""));
            if let Some((_, right)) = WRONG_TAGS.iter().find(|(wrong, _)| *wrong == tag) {
                let message = format!("{tag} would get English plurals; write {right}");
                self.add(Problem::error(&file, message).at(line).field("tag"));
            } else if plurals(tag).is_none() {
                let message =
                    format!("the plural categories of {tag} are not known yet; add them to the table of the checker");
                self.add(Problem::error(&file, message).at(line).field("tag"));
            }
            let names = [("endonym", Some(&language.endonym)), ("detail", language.detail.as_ref())];
            for (field, name) in names.into_iter().filter_map(|(field, name)| Some((field, name?))) {
                let line = self.sources.line_with(&file, &format!("\"{name}\""));
                self.written(tag, name, &file, line, field);
            }
            if !SCRIPTS.contains(&language.script.as_str()) {
                let message = format!("\"{}\" is none of {}", language.script, SCRIPTS.join(", "));
                let line = self.sources.line_with(&file, &format!("\"{}\"", language.script));
                self.add(Problem::error(&file, message).at(line).field("script"));
            }
        }
    }
}
