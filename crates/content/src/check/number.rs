//! The one judge of telephone numbers: which she can ring without losing a week's money. The rules of the content and the
//! importer both ask it, so that a number cannot pass through one door and not through the other.

use phonenumber::country::Id;
use phonenumber::metadata::DATABASE;
use phonenumber::{Type, parse};
use unicode_normalization::UnicodeNormalization;

use super::spelling::is_hidden;

/// Starts of numbers that cost far more than a normal call; 070 is sold as a personal number and looks like a mobile.
const DEAR: [&str; 5] = ["09", "084", "087", "070", DIRECTORY];
/// The start of directory enquiries, six digits long and the dearest of all.
const DIRECTORY: &str = "118";
/// A dear number that is shorter than others, and still stands on old papers: 0845 46 47.
const OLD_HEALTH_LINE: &str = "08454647";
/// Starts of numbers that are free from every UK mobile.
const FREE: [&str; 5] = ["0800", "0808", "116", "111", "999"];
/// Short numbers that everyone in the United Kingdom can ring or text without a price of their own.
const SHORT: [&str; 9] = ["999", "112", "111", "101", "105", "119", "18000", "18001", "85258"];
/// The start of the six digits of a helpline that every country of Europe has.
const HELPLINE: &str = "116";
/// Dialled before another number by somebody who types instead of speaking.
const RELAY: &str = "18001";
/// The start of mobile numbers; 070 is not one of them.
const MOBILE: &str = "07";
/// The country's code, and the 0 that is dialled instead at home.
const COUNTRY: &str = "44";
/// A whole number as it is dialled at home.
const WHOLE: usize = 11;
/// No number is longer, with the country's code and the 0 in brackets.
const LONGEST: usize = 20;
/// The digits zero of the scripts in use; nine more follow each.
const ZEROS: [u32; 37] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x1e950,
];
/// The Ethiopic digit one; that script has no zero.
const ETHIOPIC_ONE: u32 = 0x1369;

/// Why a number is not hers to ring.
#[derive(thiserror::Error, Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Premium rate, shared cost, or directory enquiries.
    #[error("{0} is a premium-rate number: it could cost her a week's money")]
    Dear(String),
    /// 070, and pagers.
    #[error("{0} is a premium-rate number: it could cost her a week's money; it is sold as a personal number")]
    Personal(String),
    /// Of another country.
    #[error("{0} is abroad")]
    Abroad(String),
    /// No short number, and no 0 at its start.
    #[error("{0} has {1} and does not start with 0: a typing error? It is not a UK number that can be in use")]
    NoZero(String, String),
    /// Too short or too long.
    #[error("{0} has {1} digits; a UK number has 10 or 11: it is not a UK number that can be in use")]
    Length(String, usize),
    /// No such area or service.
    #[error("{0} is not a UK number that can be in use: no UK number starts like this")]
    Unknown(String),
}

impl Fault {
    /// True where it costs more than a call.
    pub fn is_dear(&self) -> bool {
        matches!(self, Fault::Dear(_) | Fault::Personal(_))
    }
}

/// The digits of a number that she can ring, as dialled at home.
///
/// # Errors
/// What is wrong with it.
pub fn affordable(raw: &str) -> Result<String, Fault> {
    let digits = dialled(raw);
    let rest = digits.strip_prefix(RELAY).filter(|rest| !rest.is_empty()).unwrap_or(&digits);
    let shown = || raw.to_owned();
    let count = rest.len();
    if SHORT.contains(&rest) || (count == 6 && rest.starts_with(HELPLINE)) {
        return Ok(digits);
    }
    if rest.starts_with("070") {
        return Err(Fault::Personal(shown()));
    }
    if DEAR.iter().any(|start| rest.starts_with(start)) {
        return Err(Fault::Dear(shown()));
    }
    if rest.starts_with("00") {
        return Err(Fault::Abroad(shown()));
    }
    if !rest.starts_with('0') {
        return Err(Fault::NoZero(shown(), format!("{count} {}", if count == 1 { "digit" } else { "digits" })));
    }
    if !matches!(count, 10 | WHOLE) {
        return Err(Fault::Length(shown(), count));
    }
    let known = parse(Some(Id::GB), rest).ok().filter(|known| known.is_valid());
    match known.map(|known| known.number_type(&DATABASE)) {
        None => Err(Fault::Unknown(shown())),
        Some(Type::PremiumRate | Type::SharedCost) => Err(Fault::Dear(shown())),
        Some(Type::PersonalNumber | Type::Pager) => Err(Fault::Personal(shown())),
        Some(_) => Ok(digits),
    }
}

/// True where a call costs nothing from any UK mobile; of the digits that [`dialled`] gives.
pub fn is_free(digits: &str) -> bool {
    FREE.iter().any(|start| digits.starts_with(start))
}

/// True of a mobile, which may be somebody's own; of the digits that [`dialled`] gives.
pub fn is_mobile(digits: &str) -> bool {
    digits.len() == WHOLE && digits.starts_with(MOBILE)
}

/// The digits of a number in any script and however it is spaced, in the form that is dialled at home; one of another country
/// begins with 00.
pub fn dialled(raw: &str) -> String {
    let plain = plain(raw);
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    let signed = plain.trim_start_matches(|c: char| c.is_whitespace() || c == '(').starts_with('+');
    let abroad = if signed { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    match abroad {
        Some(abroad) => match abroad.strip_prefix(COUNTRY) {
            Some(rest) => format!("0{}", rest.trim_start_matches('0')),
            None => format!("00{abroad}"),
        },
        None => digits,
    }
}

/// Words with the digits 0 to 9 for those of every other script and shape, and without what is not seen.
pub(super) fn plain(words: &str) -> String {
    words.nfkc().filter(|c| !is_hidden(*c) || c.is_whitespace()).map(|c| digit(c).unwrap_or(c)).collect()
}

fn digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code));
    let value = match zero {
        Some(zero) => code - zero,
        None => code.checked_sub(ETHIOPIC_ONE).filter(|value| *value < 9)? + 1,
    };
    char::from_digit(value, 10)
}

/// Numbers among words that cost more than a call, however their digits are grouped, as dialled at home.
pub(super) fn dear_in(words: &str) -> Vec<String> {
    let in_a_number = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(
                c,
                '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '\u{b7}' | ',' | '/' | '(' | ')' | '+' | '_' | '*'
            )
    };
    let plain = plain(words);
    let mut found = Vec::new();
    for run in plain.split(|c: char| !in_a_number(c)) {
        let groups: Vec<&str> = run.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
        let mut at = 0;
        while let Some(rest) = groups.get(at..).filter(|rest| !rest.is_empty()) {
            at += match first(rest) {
                First::Fine(count) => count,
                First::Dear(count, number) => {
                    found.push(number);
                    count
                }
                First::None => 1,
            };
        }
    }
    found
}

/// What some groups of digits begin with, and how many of them it takes.
enum First {
    Fine(usize),
    Dear(usize, String),
    None,
}

/// Looks at the first number of a run of groups; the longest that can be rung hides what stands inside it.
fn first(groups: &[&str]) -> First {
    let mut digits = String::new();
    let mut told = First::None;
    for (at, group) in groups.iter().enumerate() {
        digits.push_str(group);
        if digits.len() > LONGEST && at > 0 {
            break;
        }
        let abroad = digits.strip_prefix(COUNTRY).filter(|_| digits.len() > WHOLE);
        let home = abroad.map_or_else(|| dialled(&digits), |rest| format!("0{}", rest.trim_start_matches('0')));
        // Days and hours may begin with 09 too: they are groups of two, and hardly ever come to eleven digits.
        let is_whole = home.len() == WHOLE
            || home == OLD_HEALTH_LINE
            || (home.len() > WHOLE && groups.first().is_some_and(|group| group.len() > 2));
        match affordable(&home) {
            Ok(_) if home.len() > WHOLE - 2 => told = First::Fine(at + 1),
            Err(fault)
                if fault.is_dear()
                    && !matches!(told, First::Dear(..))
                    && ((home.starts_with('0') && is_whole) || (home.starts_with(DIRECTORY) && home.len() == 6)) =>
            {
                told = First::Dear(at + 1, home);
            }
            _ => {}
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_she_can_afford_are_taken_however_they_are_spaced() {
        for number in [
            "999",
            "116 123",
            "85258",
            "18001 111",
            "18001 0808 801 0366",
            "0161 496 0000",
            "(020) 7354 9631",
            "0800 02 888 40",
            "+44 808 8010 503",
            "+44 (0) 161 496 0000",
            "٠١٦١ ٤٩٦ ٠٠٠٠",
        ] {
            assert!(affordable(number).is_ok(), "{number}: {:?}", affordable(number));
        }
    }

    #[test]
    fn numbers_that_cost_more_than_a_call_are_refused() {
        for number in [
            "0906 123 4567",
            "0871 200 3000",
            "0872 200 3000",
            "0873 200 3000",
            "070 1234 5678",
            "0845 123 4567",
            "118 118",
            "118500",
            "0845 46 47",
            "+44 (0) 906 123 4567",
            "0906.123.4567",
            "0906/123/4567",
            "٠٩٠٦١٢٣٤٥٦٧",
            "०९०६१२३४५६७",
            "０９０６１２３４５６７",
            "18001 0906 123 4567",
        ] {
            assert!(affordable(number).is_err_and(|fault| fault.is_dear()), "{number}: {:?}", affordable(number));
        }
    }

    #[test]
    fn numbers_that_nobody_can_have_are_refused() {
        for number in [
            "",
            "12",
            "123456",
            "78887",
            "0161 496 00",
            "0161 496 00000",
            "1614960000",
            "+353 1 496 0000",
            "0800 CALL ME",
        ] {
            assert!(affordable(number).is_err_and(|fault| !fault.is_dear()), "{number}: {:?}", affordable(number));
        }
    }

    #[test]
    fn a_dear_number_is_found_among_words_however_it_is_written() {
        for words in [
            "Ring 118 118 now",
            "Ring 118500.",
            "Ring 0845 46 47",
            "Ring +44 (0) 906 123 4567",
            "Ring +44-906-123-4567",
            "Ring 0044 906 123 4567",
            "Ring 0906.123.4567",
            "Ring (0906) 123/4567",
            "Ring 0 9 0 6 1 2 3 4 5 6 7",
            "Ring 0906 123 45678",
            "In 24/7, 0906 123 4567",
            "اتصلي على ٠٩٠٦١٢٣٤٥٦٧",
            "Ring 0906\u{200b}1234567",
        ] {
            assert_eq!(dear_in(words).len(), 1, "{words}");
        }
    }

    #[test]
    fn days_hours_and_numbers_that_cost_nothing_are_not_dear() {
        for words in [
            "From 09:00-17:00, 2020-21",
            "On 2026-09-04, 09.30-16.30 (2018)",
            "Ring 01902 118 500",
            "Ring 0800 118 118 or 111",
            "Ring 999, 111 or 116 123",
            "Up to 37-39 weeks, 11 or 85 of 118",
            "£1,000 and £4.50",
        ] {
            assert_eq!(dear_in(words), [""; 0], "{words}");
        }
    }
}
