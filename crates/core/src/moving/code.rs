//! The 45 digits that open the file: nine groups of five, the fifth of each a check digit (Damm) over the four before it. Every single
//! wrong digit and every swap of two neighbours is found, and the group where it happened is named.

use hkdf::Hkdf;
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::{
    App,
    error::{ApiError, Code},
    library::digit,
};

const GROUPS: usize = 9;
const GROUP: usize = 5;
/// The digits that are drawn; the other nine are worked out from them. 36 digits are 119.6 bits.
const FREE: usize = GROUPS * (GROUP - 1);
/// A code as somebody may paste it, with whatever stands between its digits.
const TYPED_MOST: usize = 1000;

/// The quasigroup that H. M. Damm published (2004): from the digit so far and the next one to the digit so far.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// Languages whose own digits are not the Latin ones, by the default numbers of CLDR, with the zero of each. Ethiopic numerals have no
/// zero and no places, so Amharic and Tigrinya write such codes in Latin digits, as do all that are not named here.
const ZEROS: [(&str, char); 10] = [
    ("ar", '٠'),
    ("bn", '০'),
    ("ckb", '٠'),
    ("fa", '۰'),
    ("mr", '०'),
    ("my", '၀'),
    ("ne", '०'),
    ("prs", '۰'),
    ("ps", '۰'),
    ("sd", '٠'),
];

/// The free digits of a code, as ASCII.
pub(super) struct Digits(Zeroizing<[u8; FREE]>);

impl Digits {
    /// Draws a new code. Each digit is as likely as any other.
    ///
    /// # Errors
    /// [`Code::Unexpected`] where the system gives no randomness, or none that is any.
    pub(super) fn draw(app: &App) -> Result<Self, ApiError> {
        let mut digits = Zeroizing::new([0; FREE]);
        let mut drawn = 0;
        // Three draws are enough, but for once in a long while.
        for _ in 0..100 {
            // 250 is the highest multiple of ten that a byte holds: what is above it would make low digits likelier.
            for byte in Zeroizing::new(app.random_id()?).iter().filter(|byte| **byte < 250) {
                let Some(place) = digits.get_mut(drawn) else { return Ok(Self(digits)) };
                *place = b'0' + byte % 10;
                drawn += 1;
            }
        }
        Err(ApiError::new(Code::Unexpected))
    }

    /// Reads a code as it was typed: decimal digits of any script, with anything between them that is no letter.
    ///
    /// # Errors
    /// [`Code::MovingCodeWrong`] with the numbers of the groups, [`Code::MovingCodeLength`]. Nothing that was typed is in either.
    pub(super) fn typed(text: &str) -> Result<Self, ApiError> {
        let parts = parts(text);
        let joined: Zeroizing<Vec<u8>> = Zeroizing::new(parts.iter().flat_map(|part| part.iter().copied()).collect());
        let is_right_throughout = joined.len() == GROUPS * GROUP && joined.chunks(GROUP).all(is_right);
        let groups: Vec<&[u8]> = match joined.len() {
            // A digit that is missing or too many in one of nine groups: then the group is known.
            _ if parts.len() == GROUPS && !is_right_throughout => parts.iter().map(|part| part.as_slice()).collect(),
            length if length == GROUPS * GROUP => joined.chunks(GROUP).collect(),
            length => {
                return Err(ApiError::new(Code::MovingCodeLength)
                    .at("code")
                    .with("digits", length)
                    .with("most", GROUPS * GROUP));
            }
        };
        let wrong: Vec<String> = (1..)
            .zip(&groups)
            .filter(|(_, group)| !is_right(group))
            .map(|(number, _): (usize, _)| number.to_string())
            .collect();
        if !wrong.is_empty() {
            return Err(ApiError::new(Code::MovingCodeWrong).at("code").with("groups", wrong.join(", ")));
        }
        let mut digits = Zeroizing::new([0; FREE]);
        let free = groups.iter().flat_map(|group| group.iter().take(GROUP - 1));
        digits.iter_mut().zip(free).for_each(|(place, value)| *place = b'0' + value);
        Ok(Self(digits))
    }

    /// The nine groups in Latin digits.
    pub(super) fn groups(&self) -> Vec<String> {
        let group = |free: &[u8]| {
            let check = check(free.iter().map(|digit| digit - b'0'));
            free.iter().map(|digit| char::from(*digit)).chain([char::from(b'0' + check)]).collect()
        };
        self.0.chunks(GROUP - 1).map(group).collect()
    }

    /// The key that this code gives with a salt. The digits are random throughout, so there is nothing to stretch.
    pub(super) fn key(&self, salt: &[u8]) -> Result<Zeroizing<[u8; 32]>, ApiError> {
        let mut key = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(Some(salt), self.0.as_slice())
            .expand(b"kindway moving 1", key.as_mut())
            .map_err(|_| ApiError::new(Code::Unexpected))?;
        Ok(key)
    }
}

/// The same digits as a language writes them.
pub(super) fn in_digits_of(tag: &str, latin: &str) -> String {
    let language = tag.split('-').next().unwrap_or_default();
    let Some((_, zero)) = ZEROS.iter().find(|(tag, _)| *tag == language) else { return latin.to_owned() };
    latin.chars().filter_map(|digit| char::from_u32(*zero as u32 + digit.to_digit(10)?)).collect()
}

/// The digits as they were typed, parted where something stood between them. A letter in the place of a digit (an O for a 0) takes that
/// place with a value that no digit has, so that its group is named.
fn parts(text: &str) -> Vec<Zeroizing<Vec<u8>>> {
    const NO_DIGIT: u8 = 10;
    let mut parts: Vec<Zeroizing<Vec<u8>>> = Vec::new();
    let mut parted = true;
    for letter in text.nfkc().take(TYPED_MOST).filter(|letter| !is_mark(*letter)) {
        let value = match digit(letter).and_then(|digit| digit.to_digit(10)) {
            Some(value) => u8::try_from(value).unwrap_or(NO_DIGIT),
            None if letter.is_alphanumeric() => NO_DIGIT,
            None => {
                parted = true;
                continue;
            }
        };
        if parted {
            parts.push(Zeroizing::new(Vec::with_capacity(TYPED_MOST)));
            parted = false;
        }
        if let Some(part) = parts.last_mut() {
            part.push(value);
        }
    }
    parts
}

/// Marks that steer how a line runs and cannot be seen.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{61C}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn is_right(group: &[u8]) -> bool {
    group.len() == GROUP && group.iter().all(|digit| *digit < 10) && check(group.iter().copied()) == 0
}

/// The check digit of these digits; of digits with their check digit it is 0.
fn check(digits: impl Iterator<Item = u8>) -> u8 {
    digits.fold(0, |so_far, digit| DAMM[usize::from(so_far)][usize::from(digit)])
}

#[cfg(test)]
impl Digits {
    /// A code for the tests.
    pub(super) fn of(free: &str) -> Self {
        Self(Zeroizing::new(free.as_bytes().try_into().unwrap()))
    }
}
