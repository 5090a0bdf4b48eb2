//! A PIN or a passphrase, and what makes each guess at it slow.

use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::{
    error::{ApiError, Code},
    library::digit,
    ports::Clock,
};

/// The fewest digits of a PIN. Fewer than [`GOOD`] are allowed, with the risk said.
const FEWEST: usize = 4;
/// From here on a PIN of digits is called good.
pub(crate) const GOOD: usize = 6;
/// The fewest characters of a passphrase.
const PHRASE: usize = 8;
/// The most characters of either.
const MOST: usize = 64;

/// A PIN or passphrase as it is used: digits of any script are the same digits, letters are normalized (NFKC).
pub(crate) struct Pin(Zeroizing<String>);

impl Pin {
    /// What she typed, spaces around it and between digits left out.
    ///
    /// # Errors
    /// [`Code::PinShort`] for fewer than four digits or a passphrase of fewer than eight characters, [`Code::TooLong`].
    pub(crate) fn typed(text: &str) -> Result<Self, ApiError> {
        let text: Zeroizing<String> =
            Zeroizing::new(text.nfkc().map(|letter| digit(letter).unwrap_or(letter)).collect());
        let digits =
            |letter: char| letter.is_ascii_digit() || letter.is_whitespace() || "-\u{200e}\u{200f}".contains(letter);
        let only_digits = text.chars().all(digits);
        let pin: Zeroizing<String> = Zeroizing::new(if only_digits {
            text.chars().filter(char::is_ascii_digit).collect()
        } else {
            text.trim().to_owned()
        });
        let length = pin.chars().count();
        if length < if only_digits { FEWEST } else { PHRASE } {
            return Err(ApiError::new(Code::PinShort).at("pin"));
        }
        if length > MOST {
            return Err(ApiError::new(Code::TooLong).at("pin").with("most", MOST));
        }
        Ok(Self(pin))
    }

    /// Whether it is short enough that its risk has to be said.
    pub(crate) fn is_weak(&self) -> bool {
        self.0.len() < GOOD
    }
}

impl PartialEq for Pin {
    fn eq(&self, other: &Self) -> bool {
        *self.0 == *other.0
    }
}

/// How slow a guess is made: Argon2id with one lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// KiB of memory.
    pub(crate) memory: u32,
    /// Passes over it.
    pub(crate) passes: u32,
}

impl Stretch {
    /// The least that OWASP's password storage cheat sheet allows for Argon2id.
    pub(crate) const LEAST: Self = Self { memory: 19 * 1024, passes: 2 };

    /// From the slowest down (security.md).
    const LADDER: [Self; 4] = [
        Self { memory: 64 * 1024, passes: 3 },
        Self { memory: 48 * 1024, passes: 2 },
        Self { memory: 32 * 1024, passes: 2 },
        Self::LEAST,
    ];

    /// What one guess may take; opening tries two.
    const ONE: Duration = Duration::from_millis(500);

    /// The slowest that this phone does in half a second, from the time that the least of them takes. A clock that stands still
    /// knows nothing, and gets the least.
    pub(crate) fn of_this_phone(clock: &dyn Clock) -> Result<Self, ApiError> {
        let before = clock.uptime();
        Self::LEAST.stretch(&Pin(Zeroizing::new("000000".to_owned())), &[0; 32])?;
        let took = clock.uptime().saturating_sub(before);
        if took.is_zero() {
            return Ok(Self::LEAST);
        }
        let fits = |step: &&Self| took.mul_f64(step.work() / Self::LEAST.work()) <= Self::ONE;
        Ok(Self::LADDER.iter().find(fits).copied().unwrap_or(Self::LEAST))
    }

    fn work(self) -> f64 {
        f64::from(self.memory) * f64::from(self.passes)
    }

    /// Whether a slot may name it: a changed header must not be able to ask for all the memory of the phone, or for none.
    pub(crate) fn is_known(self) -> bool {
        Self::LADDER.contains(&self)
    }

    /// 32 bytes that only this PIN gives with this salt.
    pub(crate) fn stretch(self, pin: &Pin, salt: &[u8; 32]) -> Result<Zeroizing<[u8; 32]>, ApiError> {
        let mut out = Zeroizing::new([0; 32]);
        Params::new(self.memory, self.passes, 1, Some(out.len()))
            .and_then(|params| {
                Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(
                    pin.0.as_bytes(),
                    salt,
                    out.as_mut_slice(),
                )
            })
            .map_err(|_| ApiError::new(Code::Unexpected))?;
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn digits_of_any_script_and_spacing_are_the_same_pin() {
        let latin = Pin::typed("4820 91").unwrap();
        for same in ["482091", "٤٨٢٠٩١", "۴۸۲۰۹۱", "４８２０９１", "৪৮২০৯১", "4-8-2-0-9-1"]
        {
            assert!(Pin::typed(same).unwrap() == latin, "{same}");
        }
        assert!(Pin::typed("482092").unwrap() != latin);
        assert!(Pin::typed("my long words 4820").unwrap() != Pin::typed("mylongwords4820").unwrap());
    }

    #[test]
    fn what_is_too_short_is_refused_and_a_short_pin_is_weak() {
        for short in ["", "123", "   12 3", "abcdefg"] {
            assert_eq!(Pin::typed(short).map(drop).map_err(|error| error.code), Err(Code::PinShort), "{short:?}");
        }
        assert!(Pin::typed("1234").unwrap().is_weak());
        assert!(!Pin::typed("123456").unwrap().is_weak());
    }

    #[test]
    fn argon2id_gives_what_its_reference_gives() {
        // From the reference implementation's command line: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32, version 13.
        let known = "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7";
        let mut out = [0; 32];
        let params = Params::new(65536, 2, 1, Some(32)).unwrap();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(b"password", b"somesalt", &mut out)
            .unwrap();
        assert_eq!(out.iter().map(|byte| format!("{byte:02x}")).collect::<String>(), known);
    }
}
