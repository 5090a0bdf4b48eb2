//! Fonts: a character that none of them can show becomes an empty box.

use serde::Deserialize;

use super::Check;
use super::spelling::is_hidden;
use crate::problem::{Kind, Problem};

const COVERAGE: &str = "assets/fonts/coverage.toml";
/// How many characters of one text are told.
const MOST_TOLD: usize = 3;

/// What the fonts of the screens can show.
#[derive(Clone, Debug, Default)]
pub(super) struct Fonts {
    /// First and last character, as numbers.
    ranges: Vec<(u32, u32)>,
}

impl Fonts {
    fn show(&self, c: char) -> bool {
        // For a joiner nothing is drawn, and where no font is known nothing can be said.
        is_hidden(c)
            || self.ranges.is_empty()
            || self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&u32::from(c)))
    }
}

/// `0600-06FF`, or one character.
fn range(written: &str) -> Option<(u32, u32)> {
    let (first, last) = written.split_once('-').unwrap_or((written, written));
    let number = |text: &str| u32::from_str_radix(text, 16).ok();
    number(first).zip(number(last)).filter(|(first, last)| first <= last)
}

impl Check<'_> {
    pub(super) fn read_fonts(&mut self) {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            font: Vec<Font>,
        }
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Font {
            #[serde(rename = "files")]
            _files: Vec<String>,
            ranges: Vec<String>,
        }
        let Some(File { font: fonts }) = self.toml(COVERAGE) else { return };
        for written in fonts.iter().flat_map(|font| &font.ranges) {
            match range(written) {
                Some(range) => self.fonts.ranges.push(range),
                None => {
                    let line = self.line_in(COVERAGE, &format!("\"{written}\""));
                    let message =
                        format!("\"{written}\" is not a range such as 0600-06FF: run cargo xtask check --write");
                    self.add(Problem::error(COVERAGE, message).at(line).field("ranges").of(Kind::Fonts));
                }
            }
        }
    }

    /// Every character of a text can be shown.
    pub(super) fn shown(&mut self, text: &str, file: &str, line: Option<usize>, field: &str) {
        let mut missing: Vec<char> = text.chars().filter(|c| !self.fonts.show(*c)).collect();
        missing.sort_unstable();
        missing.dedup();
        if missing.is_empty() {
            return;
        }
        let told: Vec<String> =
            missing.iter().take(MOST_TOLD).map(|c| format!("U+{:04X} {}", u32::from(*c), c.escape_debug())).collect();
        let message = format!("no font of the app shows {}", told.join(", "));
        self.add(Problem::error(file, message).at(line).field(field).of(Kind::Fonts));
    }
}
