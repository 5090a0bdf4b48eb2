//! Links and marks inside words: a screen shows words as they are, so that nothing in them can lead her to a page that nobody
//! has looked at, or be half of a mark.

use super::Check;
use super::number::plain;
use crate::doc::without_placeholders;
use crate::problem::{Kind, Problem};

/// The end of a host has at least so many letters; fewer are an abbreviation such as "a.m./p.m.".
const LAST_LABEL: usize = 2;

impl Check<'_> {
    pub(super) fn no_links(&mut self, text: &str, file: &str, line: Option<usize>, field: &str) {
        if let Some(message) = leads_away(text) {
            self.add(Problem::error(file, message).at(line).field(field).of(Kind::Links));
        }
    }
}

/// What in a text is a link, or a mark that shows as it is typed.
fn leads_away(text: &str) -> Option<String> {
    let words = plain(&without_placeholders(text)).to_lowercase();
    if words.contains("://") || words.contains("javascript:") {
        return Some("no links; a page is named in facts.toml, and a contact's in website".to_owned());
    }
    if let Some(host) = words.split(|c: char| !(c.is_alphanumeric() || "/.-_~%?=&#@:".contains(c))).find(has_path) {
        return Some(format!("\"{host}\" is a link: a page is named in facts.toml, and a contact's in website"));
    }
    if let Some(entity) = entity(&words) {
        return Some(format!("no HTML: write the character that {entity} stands for"));
    }
    words.contains("**").then(|| "a ** that closes nothing: it would be shown as it is".to_owned())
}

/// True of `bit.ly/xyz`, and not of `24/7`, `and/or` or `9.30/10`.
fn has_path(part: &&str) -> bool {
    let Some((host, path)) = part.split_once('/') else { return false };
    let host = host.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
    let Some((name, last)) = host.rsplit_once('.') else { return false };
    let is_end = last.chars().count() >= LAST_LABEL && last.chars().all(char::is_alphabetic);
    !path.is_empty() && is_end && name.ends_with(char::is_alphanumeric)
}

/// `&lt;`, `&#60;` or `&#x3c;`.
fn entity(words: &str) -> Option<String> {
    words.split('&').skip(1).find_map(|after| {
        let (name, _) = after.split_once(';')?;
        let letters = name.strip_prefix('#').unwrap_or(name);
        let is_name = !letters.is_empty() && letters.len() < 32 && letters.chars().all(|c| c.is_ascii_alphanumeric());
        is_name.then(|| format!("&{name};"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_leads_away_is_found() {
        for words in [
            "See http://evil.example now",
            "See HTTPS://evil.example",
            "See bit.ly/xyz.",
            "See (bit.ly/xyz)",
            "See evil.example:8080/a",
            "javascript:alert(1)",
            "a &lt; b",
            "a &#60; b",
            "One **word",
        ] {
            assert!(leads_away(words).is_some(), "{words}");
        }
    }

    #[test]
    fn words_that_lead_nowhere_are_taken() {
        for words in [
            "Open 24/7 and/or 9.30/10.30",
            "a.m./p.m.",
            "Write to help@nhsbsa.nhs.uk.",
            "Bed & breakfast; food",
            "{$a}",
        ] {
            assert_eq!(leads_away(words), None, "{words}");
        }
    }
}
