//! How hard each English document is to read: the Flesch-Kincaid grade, as an age. It is a report for editors and never an
//! error: the formula counts lengths, and a short word can still be a hard one.
//!
//! age = 0.39 · words / sentences + 11.8 · syllables / words − 15.59 + 5

use crate::doc::without_placeholders;
use crate::model::{Area, Content, SOURCE_LANGUAGE};

/// A child of this grade is five years older.
const GRADE_TO_AGE: f64 = 5.0;

/// How hard one document is to read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Folder.
    pub area: Area,
    /// The name of its own folder inside it.
    pub id: String,
    /// Words of its statements and title.
    pub words: usize,
    /// Sentences. A statement without a full stop is one.
    pub sentences: usize,
    /// The age, in years, at which a child reads it without help.
    pub age: f64,
}

/// Every English document, the hardest first.
pub fn reading(content: &Content) -> Vec<Reading> {
    let english = content.docs.values().filter(|doc| doc.language == SOURCE_LANGUAGE);
    let mut found: Vec<Reading> = english
        .map(|doc| {
            let statements = doc.sections.iter().flat_map(|section| &section.statements);
            let mut count = Count::default();
            count.add(&doc.title);
            statements.for_each(|statement| count.add(&statement.text()));
            let (area, id) = (doc.area, doc.id.clone());
            Reading { area, id, words: count.words, sentences: count.sentences, age: count.age() }
        })
        .collect();
    found.sort_by(|one, other| other.age.total_cmp(&one.age));
    found
}

#[derive(Default)]
struct Count {
    words: usize,
    sentences: usize,
    syllables: usize,
}

impl Count {
    fn add(&mut self, text: &str) {
        let text = without_placeholders(text);
        let mut open = false;
        for token in text.split_whitespace() {
            let parts =
                token.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|part| !part.is_empty());
            for word in parts {
                self.words += 1;
                self.syllables += syllables(word);
                open = true;
            }
            if open && token.trim_end_matches([')', '"', '\'', '”', '’']).ends_with(['.', '!', '?', '…', ':']) {
                self.sentences += 1;
                open = false;
            }
        }
        self.sentences += usize::from(open);
    }

    fn age(&self) -> f64 {
        if self.words == 0 || self.sentences == 0 {
            return GRADE_TO_AGE;
        }
        // Counts of words of one document are far below where a float loses one.
        #[allow(clippy::cast_precision_loss)]
        let [words, sentences, syllables] = [self.words, self.sentences, self.syllables].map(|count| count as f64);
        let grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
        (grade + GRADE_TO_AGE).max(GRADE_TO_AGE)
    }
}

/// Syllables of an English word, by its groups of vowels. A number, or an abbreviation in capitals, is read as one.
fn syllables(word: &str) -> usize {
    if word.chars().any(|c| c.is_ascii_digit()) || (word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase())) {
        return 1;
    }
    let word: String = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut groups = 0;
    let mut inside = false;
    for c in word.chars() {
        groups += usize::from(is_vowel(c) && !inside);
        inside = is_vowel(c);
    }
    let consonant_before = |ending: &str| {
        word.strip_suffix(ending).and_then(|rest| rest.chars().next_back()).is_some_and(|c| !is_vowel(c))
    };
    // "Home" ends in a letter that is not heard, and so does "asked"; "table" and "wanted" do not.
    let silent = (consonant_before("e") && !(word.ends_with("le") && consonant_before("le")))
        || (consonant_before("ed") && !word.ends_with("ted") && !word.ends_with("ded"))
        || (consonant_before("es")
            && !["ses", "zes", "xes", "ches", "shes", "ces", "ges"].iter().any(|end| word.ends_with(end)));
    if silent && groups > 1 { groups - 1 } else { groups.max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_heard() {
        for (word, count) in [
            ("you", 1),
            ("home", 1),
            ("table", 2),
            ("midwife", 2),
            ("interpreter", 4),
            ("asked", 1),
            ("wanted", 2),
            ("nurses", 2),
            ("times", 1),
            ("NHS", 1),
            ("HC2", 1),
            ("the", 1),
            ("asylum", 3),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn short_words_in_short_sentences_are_for_children_and_long_ones_are_not() {
        let age = |text: &str| {
            let mut count = Count::default();
            count.add(text);
            count.age()
        };
        assert!(age("You can ask. It is free. Go to the door.") < 7.0);
        let hard = "Maternity exemption certificates necessitate authoritative verification preceding reimbursement.";
        assert!(age(hard) > 20.0, "{}", age(hard));
    }

    #[test]
    fn a_text_without_words_has_an_age_too() {
        assert!((Count::default().age() - GRADE_TO_AGE).abs() < f64::EPSILON);
    }
}
