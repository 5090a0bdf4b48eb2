//! How each language is written. A wrong letter or mark looks right to whoever typed it, and reads as broken to her; a hidden
//! character also makes a search miss.

use unicode_normalization::is_nfc;
use unicode_script::{Script, UnicodeScript};

use crate::doc::without_placeholders;
use crate::model::Language;

/// Languages that share the Arabic script but not these Arabic letters (interface.md, "Languages").
const OWN_KAF_AND_YEH: [&str; 5] = ["ckb", "fa", "fa-AF", "ps", "ur"];
/// Languages that join or part letters with a character that is not seen, and which.
const JOINERS: [(char, &[&str]); 2] = [
    ('\u{200c}', &["ckb", "fa", "fa-AF", "ps", "ur", "bn", "pa", "ta"]),
    // Only scripts of India join with it.
    ('\u{200d}', &["bn", "pa", "ta"]),
];
const SORANI: &str = "ckb";

/// What is wrong with the writing of a text.
pub(super) fn spelling(language: &Language, text: &str) -> Vec<String> {
    let words = without_placeholders(text);
    let found = [
        foreign_letter(language, text),
        sorani_vowel(language, text),
        hidden(language, text),
        shaped(text),
        tatweel(text),
        mark(text),
        full_stop(text),
        mixed(&words),
        text.lines().any(|line| line.trim().contains("  ")).then(|| "two spaces in a row".to_owned()),
        (!is_nfc(text))
            .then(|| "letters and their marks are not in the composed form (NFC): type the text again".to_owned()),
    ];
    found.into_iter().flatten().collect()
}

/// True of a letter of a script.
fn is(script: Script) -> impl Fn(char) -> bool {
    move |c| c.is_alphabetic() && c.script() == script
}

fn foreign_letter(language: &Language, text: &str) -> Option<String> {
    if !OWN_KAF_AND_YEH.contains(&language.tag.as_str()) {
        return None;
    }
    let (letter, own) = text.chars().find_map(|c| match c {
        '\u{643}' => Some(("U+0643", "ک U+06A9")),
        '\u{64A}' => Some(("U+064A", "ی U+06CC")),
        '\u{649}' => Some(("U+0649", "ی U+06CC")),
        _ => None,
    })?;
    Some(format!("the letter {letter} is Arabic; {} is written with {own}", language.tag))
}

/// Sorani writes the vowel e as a letter of its own; the Arabic heh at a word's end, or cut off by a character that is not
/// seen, only looks like it.
fn sorani_vowel(language: &Language, text: &str) -> Option<String> {
    if language.tag != SORANI {
        return None;
    }
    let mut after = text.chars().skip(1);
    let stands_for_it = text.chars().any(|c| {
        let next = after.next();
        c == '\u{647}' && next.is_none_or(|next| next == '\u{200c}' || !next.is_alphabetic())
    });
    stands_for_it
        .then(|| "the vowel is ە U+06D5, not the letter ه U+0647; a consonant at a word's end is ھ U+06BE".to_owned())
}

fn hidden(language: &Language, text: &str) -> Option<String> {
    let may_stand = |c: char| {
        c == '\n' || JOINERS.iter().any(|(joiner, tags)| *joiner == c && tags.contains(&language.tag.as_str()))
    };
    let found = text.chars().find(|c| is_hidden(*c) && !may_stand(*c))?;
    Some(format!("the character U+{:04X} is not seen: take it out", u32::from(found)))
}

/// A character that nothing is drawn for.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn shaped(text: &str) -> Option<String> {
    let found = text.chars().find(|c| matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'))?;
    Some(format!("U+{:04X} is the shape of a letter, which no search finds: type the letter", u32::from(found)))
}

/// A stretched line may only join a prefix to a word or number of another script: `بـ NHS`.
fn tatweel(text: &str) -> Option<String> {
    let arabic = is(Script::Arabic);
    let stretched = text.match_indices('\u{640}').any(|(at, found)| {
        let next = text.get(at + found.len()..).unwrap_or_default().trim_start().chars().next();
        next.is_none_or(|next| next == '\u{640}' || arabic(next))
    });
    stretched.then(|| "a stretched line ـ U+0640 inside Arabic words: take it out".to_owned())
}

/// Arabic script has its own comma, semicolon and question mark.
fn mark(text: &str) -> Option<String> {
    let arabic = is(Script::Arabic);
    let mut last = ' ';
    for c in text.chars() {
        let own = match c {
            ',' => '،',
            ';' => '؛',
            '?' => '؟',
            _ => {
                if !c.is_whitespace() && c.script() != Script::Inherited {
                    last = c;
                }
                continue;
            }
        };
        if arabic(last) {
            return Some(format!("\"{c}\" after an Arabic letter: write {own}"));
        }
        last = c;
    }
    None
}

/// Ethiopic script has its own full stop. A full stop inside a word is an abbreviation.
fn full_stop(text: &str) -> Option<String> {
    let ethiopic = is(Script::Ethiopic);
    for word in text.split_whitespace() {
        let bare = word.trim_end_matches([')', '"', '”', '»', '*']);
        let body = bare.trim_end_matches('.');
        if body.len() < bare.len() && !body.contains('.') && body.chars().next_back().is_some_and(&ethiopic) {
            return Some(format!("\"{word}\": the full stop of this script is ።"));
        }
        if word.contains("፡፡") || (word.ends_with("::") && body.chars().any(&ethiopic)) {
            return Some(format!("\"{word}\": the full stop of this script is one character, ።"));
        }
    }
    None
}

/// A prefix or suffix may stand at a foreign name (`Ardwickን`), so the script of a word may change once. More often, or between
/// letters that look alike, it is a slip of the keyboard.
fn mixed(text: &str) -> Option<String> {
    let is_letter = |c: char| c.is_alphabetic() && !matches!(c.script(), Script::Common | Script::Inherited);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let mut scripts: Vec<Script> = word.chars().filter(|c| is_letter(*c)).map(|c| c.script()).collect();
        scripts.dedup();
        let alike = |script: &Script| matches!(script, Script::Latin | Script::Cyrillic | Script::Greek);
        if scripts.len() > 2 || scripts.iter().filter(|script| alike(script)).count() > 1 {
            let names: Vec<&str> = scripts.iter().map(|script| script.full_name()).collect();
            return Some(format!("\"{word}\" mixes letters of {}", names.join(", ")));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Direction, OwnCalendar};

    fn language(tag: &str) -> Language {
        let (endonym, english, script) = (String::new(), String::new(), "arabic".to_owned());
        let (dir, calendar) = (Direction::Rtl, OwnCalendar::default());
        Language { tag: tag.to_owned(), endonym, detail: None, english, dir, script, calendar }
    }

    fn wrong(tag: &str, text: &str) -> Vec<String> {
        spelling(&language(tag), text)
    }

    #[test]
    fn what_is_written_well_is_left_alone() {
        for (tag, text) in [
            ("ar", "اتصلي بـ Migrant Help، ثم بالرقم 111. هل تريدين ذلك؟"),
            ("ar", "القاعة: Melton Street, LE1"),
            ("fa", "می\u{200c}توانید بپرسید."),
            ("ckb", "ئەمە ماڵی منە."),
            ("ti", "ከባቢ Ardwickን Longsightን (2016 ዓ.ም.) እዩ።"),
            ("en-GB", "Ask at St Mary's. It is free, and it's for you?"),
        ] {
            assert_eq!(wrong(tag, text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn each_slip_is_told_once() {
        for (tag, text, told) in [
            ("fa", "علي", "U+064A"),
            ("ckb", "ئه\u{200c}مه", "U+06D5"),
            ("ar", "مرحبا\u{200f}", "U+200F"),
            ("ar", "مـــرحبا", "stretched"),
            ("ar", "مرحبا, أهلا", "،"),
            ("ar", "مرحبا ; أهلا", "؛"),
            ("ar", "هل تأتين?", "؟"),
            ("ar", "\u{fefb}", "shape"),
            ("ti", "ሰላም.", "።"),
            ("ti", "ሰላም፡፡", "one character"),
            ("ti", "ሰaላ", "mixes"),
            ("en-GB", "c\u{43e}de", "Cyrillic"),
            ("en-GB", "two  spaces", "two spaces"),
            ("en-GB", "cafe\u{301}", "NFC"),
        ] {
            let found = wrong(tag, text);
            assert!(matches!(found.as_slice(), [one] if one.contains(told)), "{text}: {found:?}");
        }
    }
}
