//! Words out of a feed: fields that may be missing or of another type, HTML, invisible letters, sentences.

use serde_json::Value;

/// Tags that end a line of text.
const BLOCKS: [&str; 14] = ["address", "br", "div", "dd", "dt", "h1", "h2", "h3", "h4", "hr", "li", "p", "td", "tr"];
/// Tags whose text is not for reading.
const UNREADABLE: [&str; 3] = ["script", "style", "template"];
/// Words that end with a full stop and end no sentence.
const ABBREVIATIONS: [&str; 14] =
    ["e.g.", "i.e.", "st.", "dr.", "mr.", "mrs.", "ms.", "no.", "tel.", "approx.", "incl.", "rd.", "vs.", "c."];
/// A run of so many digits, spaces aside, is a telephone number.
const PHONE_DIGITS: usize = 9;
/// Nobody writes so long a description by hand, and looking for the end of a tag in endless text takes endless time.
const LONGEST: usize = 20_000;
const ENTITIES: [(&str, &str); 22] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("pound", "£"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("aacute", "á"),
    ("ccedil", "ç"),
    ("ouml", "ö"),
    ("uuml", "ü"),
];

/// The text of a field, without the space around it; `None` where it is empty, missing, or no text. A number counts as text: feeds
/// write ids and postcodes as either.
pub(super) fn field(value: &Value, key: &str) -> Option<String> {
    let text = match &value[key] {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Some(text).filter(|text| !text.is_empty())
}

/// The entries of a field: of a list, or the one object that stands where a list should.
pub(super) fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    match &value[key] {
        Value::Array(entries) => entries,
        one @ Value::Object(_) => std::slice::from_ref(one),
        _ => &[],
    }
}

/// The words without HTML, entities, control and invisible characters. Lines stay apart.
pub(super) fn plain(text: &str) -> String {
    let text: String = text.chars().take(LONGEST).collect();
    let mut words = decoded(&without_tags(&text));
    // Some feeds escape their HTML twice.
    if words.contains('<') {
        words = decoded(&without_tags(&words));
    }
    let words: String = words.chars().filter(|c| !is_invisible(*c)).collect();
    let lines = words.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// [`plain`] on one line.
pub(super) fn line(text: &str) -> String {
    plain(text).replace('\n', " ")
}

/// Characters that are not seen but change what is: control characters, marks that turn the reading direction, soft hyphens.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn without_tags(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        kept.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        let Some((tag, after_tag)) = after.split_once('>').filter(|_| is_tag) else {
            // "Under <5 years" is no tag.
            kept.push('<');
            rest = after;
            continue;
        };
        rest = after_tag;
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        if BLOCKS.contains(&name.as_str()) {
            kept.push('\n');
        }
        if UNREADABLE.contains(&name.as_str()) && !tag.starts_with('/') {
            let end = format!("</{name}");
            // ASCII lower case keeps every byte in its place.
            rest = match rest.to_ascii_lowercase().find(&end) {
                Some(at) => &rest[at..],
                None => "",
            };
        }
    }
    kept.push_str(rest);
    kept
}

fn decoded(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        kept.push_str(before);
        let found = after.split_once(';').and_then(|(name, rest)| Some((entity(name)?, rest)));
        match found {
            Some((letters, after)) => {
                kept.push_str(&letters);
                rest = after;
            }
            None => {
                kept.push('&');
                rest = after;
            }
        }
    }
    kept.push_str(rest);
    kept
}

fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).map(String::from);
    }
    ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, letters)| (*letters).to_owned())
}

/// At most so many characters, cut between words.
pub(super) fn cap(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let start: String = text.chars().take(most.saturating_sub(1)).collect();
    let cut = start.rsplit_once(char::is_whitespace).map_or(start.as_str(), |(words, _)| words);
    format!("{}…", cut.trim_end())
}

/// The sentences of a plain text.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut sentence: Vec<&str> = Vec::new();
        let mut words = line.split_whitespace().peekable();
        while let Some(word) = words.next() {
            sentence.push(word);
            let bare = word.trim_end_matches([')', '"', '\'', '”', '’']);
            let goes_on = words.peek().is_some_and(|next| next.starts_with(char::is_lowercase))
                || ABBREVIATIONS.contains(&bare.trim_start_matches('(').to_lowercase().as_str());
            if bare.ends_with(['.', '!', '?', '…']) && !goes_on {
                found.push(sentence.join(" "));
                sentence.clear();
            }
        }
        if !sentence.is_empty() {
            found.push(sentence.join(" "));
        }
    }
    found
}

/// True where a telephone number stands in the text.
pub(super) fn has_phone(text: &str) -> bool {
    let mut digits = 0;
    text.chars().any(|c| {
        match c {
            '0'..='9' => digits += 1,
            ' ' | '-' | '(' | ')' | '\u{a0}' => {}
            _ => digits = 0,
        }
        digits >= PHONE_DIGITS
    })
}

/// True where `word` stands in the text, in just these letters, and is no part of a longer one.
pub(super) fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
