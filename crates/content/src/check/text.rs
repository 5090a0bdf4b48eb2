//! Counting in words: sentences, numbers, scripts.

use crate::doc::{placeholders, without_placeholders};
use crate::model::Language;
use crate::problem::Kind;

/// Above this many words a sentence is too long to publish.
pub(super) const MOST_WORDS: usize = 25;
/// Above this many words a sentence is hard to read (product.md, "Rules for content").
pub(super) const EASY_WORDS: usize = 20;
/// A word of so many Latin letters is taken for English; shorter ones are names such as NHS, HC2, GP.
const ENGLISH_WORD: usize = 4;
/// So many English words in a row are more than a name.
const RUN: usize = 3;
/// A run of so many digits, spaces aside, is a telephone number.
const PHONE_DIGITS: usize = 9;

/// The number of words of the longest sentence, and its beginning.
pub(super) fn longest_sentence(text: &str) -> (usize, String) {
    let mut longest = (0, String::new());
    let mut sentence: Vec<&str> = Vec::new();
    for token in text.split_whitespace().chain(["."]) {
        if token.chars().any(char::is_alphanumeric) {
            sentence.push(token);
        }
        let bare = token.trim_end_matches([')', '"', '\'', '”', '’']);
        if bare.ends_with(['.', '!', '?', '…']) {
            if sentence.len() > longest.0 {
                let start: Vec<&str> = sentence.iter().take(6).copied().collect();
                longest = (sentence.len(), start.join(" "));
            }
            sentence.clear();
        }
    }
    longest
}

/// A text and the English that it says.
pub(super) struct Pair<'t> {
    pub(super) english: &'t str,
    pub(super) translated: &'t str,
    /// It may be the same as the English: a name, an address, or marked `@same`.
    pub(super) same: bool,
    /// Selectors make one language say a number once and another six times: then only which numbers is compared, and
    /// variables are compared by the caller.
    pub(super) counts_vary: bool,
}

impl<'t> Pair<'t> {
    /// Plain words that must differ from their English.
    pub(super) fn new(english: &'t str, translated: &'t str) -> Self {
        Self { english, translated, same: false, counts_vary: false }
    }
}

/// What is wrong with a translation as far as can be counted.
pub(super) fn compare(language: &Language, pair: &Pair<'_>, terms: &[&str]) -> Vec<(Kind, String)> {
    let mut wrong = Vec::new();
    let glossless = without_glosses(pair);
    let mut differ = |what: &str, of: fn(&str) -> Vec<String>| {
        let settled = |text: &str| {
            let mut found = of(text);
            found.sort();
            if pair.counts_vary {
                found.dedup();
            }
            found
        };
        let (english, translated) = (settled(pair.english), settled(pair.translated));
        if english != translated && english != settled(&glossless) {
            let told = |found: &[String]| if found.is_empty() { "none".to_owned() } else { found.join(", ") };
            let message = format!("{what} differ: the English has {}, this has {}", told(&english), told(&translated));
            wrong.push((Kind::Sameness, message));
        }
    };
    if !pair.counts_vary {
        differ("placeholders", |text| placeholders(text).into_iter().map(str::to_owned).collect());
    }
    differ("numbers", numbers);
    differ("phone numbers", phone_numbers);
    differ("addresses", addresses);
    if !pair.same && has_english_word(pair.translated) {
        if pair.translated.trim() == pair.english.trim() {
            wrong.push((Kind::Untranslated, "not translated: it is the same as the English".to_owned()));
        } else if let Some(script) = script(&language.script)
            && !pair.translated.chars().any(script.holds)
        {
            wrong.push((Kind::Untranslated, format!("has no {} letters", script.name)));
        } else if let Some(run) = english_run(&glossless, terms) {
            let message = format!("not translated: \"{run}\"; an English term stands in brackets beside its own");
            wrong.push((Kind::Untranslated, message));
        }
    }
    wrong
}

/// Words that stand inside a name without a capital.
const LINKING: [&str; 10] = ["a", "and", "at", "by", "for", "from", "in", "of", "the", "to"];

/// The first run of English words that is not a name: three words or more, most of them without a capital.
fn english_run(text: &str, terms: &[&str]) -> Option<String> {
    let mut words = without_placeholders(text);
    for quoted in quotes(&words).iter().map(String::as_str).chain(terms.iter().copied()).collect::<Vec<_>>() {
        words = words.replace(quoted, " | ");
    }
    let mut run: Vec<&str> = Vec::new();
    for token in words.split_whitespace().chain(["|"]) {
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
        let is_english =
            !bare.is_empty() && bare.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '\'' | '’' | '-'));
        let is_end = token.ends_with(['.', ',', ';', ':', '!', '?', ')']);
        if is_english {
            run.push(bare);
        }
        if !is_english || is_end {
            let plain = |word: &&&str| word.starts_with(|c: char| c.is_ascii_lowercase()) && !LINKING.contains(*word);
            let (plain, named) = (
                run.iter().filter(plain).count(),
                run.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_uppercase())).count(),
            );
            if run.len() >= RUN && plain >= RUN - 1 && plain > named {
                return Some(run.join(" "));
            }
            run.clear();
        }
    }
    None
}

/// What a text quotes: a title, or words on a paper.
fn quotes(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (open, close) in [('“', '”'), ('«', '»'), ('"', '"'), ('‹', '›')] {
        let mut rest = text;
        while let Some((_, after)) = rest.split_once(open) {
            let Some((inside, after)) = after.split_once(close) else { break };
            if !inside.is_empty() {
                found.push(inside.to_owned());
            }
            rest = after;
        }
    }
    found
}

/// Ends of an address that is written without https://.
const ENDINGS: [&str; 6] = [".uk", ".org", ".com", ".net", ".info", ".scot"];

/// Addresses of pages and e-mail addresses.
fn addresses(text: &str) -> Vec<String> {
    let words = without_placeholders(text);
    let parts = words.split(|c: char| !c.is_ascii_graphic() || matches!(c, '(' | ')' | '<' | '>' | '"' | ','));
    let parts = parts.map(|part| part.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '/'));
    let is_address = |part: &&str| {
        let (host, _) = part.split_once('/').unwrap_or((part, ""));
        let named = ENDINGS
            .iter()
            .any(|ending| host.to_ascii_lowercase().strip_suffix(ending).is_some_and(|name| !name.is_empty()));
        part.contains("://")
            || part.starts_with("www.")
            || named
            || part.split_once('@').is_some_and(|(_, at)| at.contains('.'))
    };
    parts.filter(is_address).map(str::to_owned).collect()
}

/// True where `words` stand in a text, not as a part of a longer English word. A suffix of another script may follow.
pub(super) fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        ![before, after].into_iter().flatten().any(|c| c.is_ascii_alphanumeric())
    })
}

/// The translation without the English terms that stand in brackets beside their own: `القسم 95 (section 95)`. She will meet
/// that term on paper, so it may be said twice; only words of the English count as such.
fn without_glosses(pair: &Pair<'_>) -> String {
    let english = pair.english.to_lowercase();
    let mut rest = pair.translated;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once('(') {
        kept.push_str(before);
        match after.split_once(')') {
            Some((inside, after))
                if inside.contains(char::is_alphabetic) && english.contains(&inside.to_lowercase()) =>
            {
                rest = after;
            }
            _ => {
                kept.push('(');
                rest = after;
            }
        }
    }
    kept + rest
}

fn has_english_word(text: &str) -> bool {
    let words = without_placeholders(text);
    words.split(|c: char| !c.is_ascii_alphabetic()).any(|word| word.len() >= ENGLISH_WORD)
}

/// Digits of every script that a translator may have typed; only 0 to 9 can equal those of the English.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' | '\u{1369}'..='\u{137C}')
}

/// The runs of digits outside placeholders.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let words = without_placeholders(text);
    words.split(|c: char| !is_digit(c)).filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

/// The telephone numbers, without their spaces: the order of their groups counts.
pub(super) fn phone_numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut digits = String::new();
    for c in text.chars().chain(['.']) {
        match c {
            c if is_digit(c) => digits.push(c),
            ' ' | '-' | '\u{a0}' if !digits.is_empty() => {}
            _ => {
                if digits.chars().count() >= PHONE_DIGITS {
                    found.push(digits.clone());
                }
                digits.clear();
            }
        }
    }
    found
}

/// A script that English is not written in.
struct Script {
    name: &'static str,
    holds: fn(char) -> bool,
}

const ARABIC: Script = Script {
    name: "Arabic",
    holds: |c| matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FEFF}'),
};

const ETHIOPIC: Script = Script {
    name: "Ethiopic",
    holds: |c| matches!(c, '\u{1200}'..='\u{139F}' | '\u{2D80}'..='\u{2DDF}' | '\u{AB00}'..='\u{AB2F}'),
};

/// A script by the name that `languages.toml` gives it; `None` for Latin.
fn script(name: &str) -> Option<Script> {
    match name {
        "arabic" => Some(ARABIC),
        "ethiopic" => Some(ETHIOPIC),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_full_stop_and_not_inside_a_number() {
        assert_eq!(longest_sentence("One two. It costs 4.50 each week! Yes").0, 5);
    }

    #[test]
    fn a_phone_number_is_one_number_however_it_is_spaced() {
        assert_eq!(phone_numbers("Ring 0800 123 4567, or 111."), ["08001234567"]);
    }

    #[test]
    fn digits_inside_a_placeholder_are_not_numbers() {
        assert_eq!(numbers("{$line2} at 9:20"), ["9", "20"]);
    }

    #[test]
    fn an_address_is_found_however_it_is_written() {
        let text = "Read gov.uk/asylum-support, www.birthrights.org.uk (or help@example.org). You. Ask.";
        assert_eq!(addresses(text), ["gov.uk/asylum-support", "www.birthrights.org.uk", "help@example.org"]);
    }

    #[test]
    fn a_name_is_not_a_run_of_english() {
        for text in [
            "ናብ NHS Healthcare Travel Costs Scheme ደውሊ",
            "NHS Kent and Medway maternity system",
            "“my right to access” እዩ",
            "early pregnancy ኣሎ",
        ] {
            assert_eq!(english_run(text, &[]), None, "{text}");
        }
        assert_eq!(english_run("ናብ the early pregnancy unit ኪዲ", &[]).as_deref(), Some("the early pregnancy unit"));
        assert_eq!(english_run("ናብ the early pregnancy unit ኪዲ", &["early pregnancy unit"]), None);
    }

    #[test]
    fn a_word_inside_a_longer_one_is_not_that_word() {
        assert!(has_words("Ask for HC2ን", "HC2") && !has_words("HC20", "HC2") && !has_words("NGPs", "GP"));
    }
}
