//! What she typed, read: the ideas in it, each with every way that the content may say it, the place, and the needs it points to.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    App,
    error::ApiError,
    help::{self, Place},
    library::{
        Library, fold, forms,
        index::{Index, Meaning, quoted},
    },
};

/// Longer questions are letters; what they are about is said by then.
const WORDS_MOST: usize = 40;
const IDEAS_MOST: usize = 14;

/// How much a match is worth beside the word as she typed it.
const SAME_MEANING: f32 = 0.85;
const BEGINNING: f32 = 0.6;
const RELATED: f32 = 0.45;
/// A phrase whose words stand apart may be chance.
const APART: f32 = 0.85;
/// A word of a phrase that is understood as a whole says little by itself.
const WITHIN_PHRASE: f32 = 0.35;
/// Where its words stand apart, each says a little more.
const WITHIN_APART: f32 = 0.7;
/// The name of a place beside anything else.
const PLACE: f32 = 0.5;
/// A negation or a number says little by itself.
const WEAK: f32 = 0.35;

/// One thing that she speaks of: a word, or a phrase that is understood as a whole.
pub(super) struct Idea {
    /// How much of the question it is.
    pub(super) weight: f32,
    /// The ways to say it, each with how sure it is.
    pub(super) ways: Vec<(f32, Way)>,
    /// The needs that it points to, by their place in the list.
    pub(super) needs: Vec<usize>,
}

/// Words that stand together in a passage, in any order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Way(Vec<Vec<Term>>);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    text: String,
    beginning: bool,
}

impl Way {
    fn word(text: &str) -> Self {
        Self(vec![vec![Term { text: text.to_owned(), beginning: false }]])
    }

    fn beginning(text: &str) -> Self {
        Self(vec![vec![Term { text: text.to_owned(), beginning: true }]])
    }

    /// Each word itself or its surest other form.
    fn phrase(index: &Index, words: &[String]) -> Self {
        let either = |word: &String| {
            let surest = forms(word).into_iter().next().map(|(form, _)| form).filter(|form| !index.is_small(form));
            std::iter::once(word.clone()).chain(surest).map(|text| Term { text, beginning: false }).collect::<Vec<_>>()
        };
        Self(words.iter().map(either).collect())
    }

    /// For FTS5.
    pub(super) fn expression(&self) -> String {
        let either = |terms: &Vec<Term>| {
            let terms =
                terms.iter().map(|term| format!("{}{}", quoted(&term.text), if term.beginning { "*" } else { "" }));
            format!("({})", terms.collect::<Vec<_>>().join(" OR "))
        };
        self.0.iter().map(either).collect::<Vec<_>>().join(" AND ")
    }

    /// Whether words hold it, their other forms included.
    pub(super) fn is_in(&self, words: &BTreeSet<String>) -> bool {
        self.0.iter().all(|either| {
            either.iter().any(|term| match term.beginning {
                true => words.range(term.text.clone()..).next().is_some_and(|word| word.starts_with(&term.text)),
                false => words.contains(&term.text),
            })
        })
    }
}

/// What she typed, read.
pub(super) struct Asked {
    pub(super) ideas: Vec<Idea>,
    pub(super) place: Option<Place>,
    /// The ideas that name the place: whoever is there answers them.
    pub(super) place_ideas: Vec<usize>,
}

/// A word of hers with what it may have been meant for.
struct Word {
    text: String,
    /// Itself, or the words that it was probably meant for.
    readings: Vec<(String, f32)>,
    /// It is in the content or in the editors' lists.
    known: bool,
}

impl Asked {
    pub(super) fn read(app: &App, index: &Index, text: &str) -> Result<Self, ApiError> {
        let folded = fold(text);
        let typed: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).take(WORDS_MOST).collect();
        let words = words(app.library()?, index, &typed.join(" "))?;
        let roots: Vec<Vec<String>> = words
            .iter()
            .map(|word| word.readings.iter().flat_map(|(reading, _)| index.roots(reading)).collect())
            .collect();
        let mut ideas: Vec<Idea> =
            words.iter().enumerate().map(|(at, word)| idea_of(index, word, at + 1 == words.len())).collect();
        let mut phrases = Vec::new();
        let mut within = vec![1.0_f32; words.len()];
        let mut phrased = vec![false; words.len()];
        let mut meanings: BTreeMap<Vec<usize>, Vec<(Meaning, f32)>> = BTreeMap::new();
        for said in index.meanings(&roots) {
            if said.words.len() > 1 {
                let left = if said.whole { WITHIN_PHRASE } else { WITHIN_APART };
                said.words.iter().for_each(|at| within[*at] = within[*at].min(left));
                said.words.iter().for_each(|at| phrased[*at] |= said.whole);
            }
            meanings.entry(said.words).or_default().push((said.meaning, if said.whole { 1.0 } else { APART }));
        }
        for (large, meaning) in index.meanings_with_small(&folded) {
            if let Some(at) = words.iter().position(|word| word.text == large) {
                meanings.entry(vec![at]).or_default().push((meaning, 1.0));
            }
        }
        for (places, meanings) in meanings {
            if let [at] = places[..] {
                // A word with typing errors means what it was probably meant for, and that is less sure.
                let guessed = if words[at].known { None } else { words[at].readings.get(1) };
                ideas[at].mean(index, &meanings, guessed.map_or(1.0, |(_, weight)| *weight));
            } else {
                let said: Vec<String> = places
                    .iter()
                    .filter_map(|at| words[*at].readings.first().map(|(reading, _)| reading.clone()))
                    .collect();
                let mut phrase = Idea { weight: 1.0, ways: vec![(1.0, Way::phrase(index, &said))], needs: Vec::new() };
                phrase.mean(index, &meanings, 1.0);
                phrases.push(phrase);
            }
        }
        let place = place(app, index, &folded, &words, &phrased)?;
        for (idea, within) in ideas.iter_mut().zip(within) {
            idea.weight *= within;
        }
        // What is understood as a whole says more than its words.
        let shift = phrases.len();
        phrases.append(&mut ideas);
        phrases.truncate(IDEAS_MOST);
        let (place, named) = match place {
            Some((place, named)) => (Some(place), named),
            None => (None, Vec::new()),
        };
        let place_ideas = (0..words.len()).filter(|at| named.contains(&words[*at].text)).map(|at| at + shift);
        let place_ideas: Vec<usize> = place_ideas.filter(|at| *at < IDEAS_MOST).collect();
        // Beside what she looks for, where she looks is said by who is near.
        if place_ideas.len() < phrases.len() {
            place_ideas.iter().for_each(|at| phrases[*at].weight = PLACE);
        }
        Ok(Self { ideas: phrases, place, place_ideas })
    }
}

fn words(library: &Library, index: &Index, typed: &str) -> Result<Vec<Word>, ApiError> {
    let mut words: Vec<Word> = Vec::new();
    for text in index.read(typed) {
        if words.iter().any(|word| word.text == text) {
            continue;
        }
        if is_unspaced(&text) {
            for pair in pairs(&text) {
                // Each is looked for in the whole vocabulary, and no more ideas than these are kept.
                if words.len() < IDEAS_MOST && !words.iter().any(|word| word.text == pair) {
                    words.push(Word { readings: vec![(pair.clone(), 1.0)], text: pair, known: false });
                }
            }
            continue;
        }
        let known = index.knows(&text) || other_form_is_known(library, index, &text)?;
        let mut readings = vec![(text.clone(), 1.0)];
        if !known {
            readings.extend(index.meant(&text).into_iter().map(|(word, weight)| (word.to_owned(), weight)));
        }
        words.push(Word { text, readings, known });
    }
    Ok(words)
}

/// A word that the content has in another form is no typing error.
fn other_form_is_known(library: &Library, index: &Index, word: &str) -> Result<bool, ApiError> {
    for (form, _) in forms(word) {
        if library.passages(&quoted(&form))?.iter().any(|id| index.passages.contains_key(id)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Scripts that put no spaces between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer.
fn is_unspaced(word: &str) -> bool {
    word.chars().next().is_some_and(|letter| {
        matches!(letter, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
            | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
    })
}

/// Every two neighbouring letters: what stands for words where nothing separates them.
fn pairs(run: &str) -> Vec<String> {
    let letters: Vec<char> = run.chars().collect();
    if letters.len() < 2 {
        return vec![run.to_owned()];
    }
    letters.windows(2).map(|pair| pair.iter().collect()).collect()
}

fn idea_of(index: &Index, word: &Word, last: bool) -> Idea {
    let weight = if index.is_weak(&word.text) { WEAK } else { 1.0 };
    let mut idea = Idea { weight, ways: Vec::new(), needs: Vec::new() };
    for (reading, sure) in &word.readings {
        idea.add(*sure, Way::word(reading));
        for (form, weight) in forms(reading).into_iter().filter(|(form, _)| !index.is_small(form)) {
            idea.add(sure * weight, Way::word(&form));
        }
    }
    let length = word.text.chars().count();
    // She may still be typing the last word.
    if length >= 4 || (last && length >= 2) {
        idea.add(BEGINNING, Way::beginning(&word.text));
    }
    if !word.known && word.readings.len() == 1 && (length >= 3 || is_unspaced(&word.text)) {
        for related in index.related(&word.text) {
            idea.add(RELATED, Way::word(related));
        }
    }
    idea
}

impl Idea {
    fn add(&mut self, sure: f32, way: Way) {
        match self.ways.iter_mut().find(|(_, known)| *known == way) {
            Some((known, _)) => *known = known.max(sure),
            None => self.ways.push((sure, way)),
        }
    }

    fn mean(&mut self, index: &Index, meanings: &[(Meaning, f32)], sure: f32) {
        for (meaning, said) in meanings {
            match meaning {
                Meaning::Same(group) => {
                    for words in &index.same[*group] {
                        self.add(sure * said * SAME_MEANING, Way::phrase(index, words));
                    }
                }
                Meaning::Need(need) => self.needs.push(*need),
            }
        }
    }

    /// The ways as few expressions for FTS5, one for each weight, surest first.
    pub(super) fn expressions(&self) -> Vec<(f32, String)> {
        let mut ways: Vec<&(f32, Way)> = self.ways.iter().collect();
        ways.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut expressions: Vec<(f32, String)> = Vec::new();
        for (weight, way) in ways {
            let expression = format!("({})", way.expression());
            match expressions.last_mut() {
                Some((known, together)) if known == weight => {
                    together.push_str(" OR ");
                    together.push_str(&expression);
                }
                _ => expressions.push((*weight, expression)),
            }
        }
        expressions
    }
}

/// The place among her words: the longest run that names one. A word that is part of a phrase, such as the B1 of MAT B1, is none.
/// Beside it stand the words that name it.
fn place(
    app: &App,
    index: &Index,
    folded: &str,
    words: &[Word],
    within: &[bool],
) -> Result<Option<(Place, Vec<String>)>, ApiError> {
    let typed: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).take(WORDS_MOST).collect();
    let in_phrase = |text: &str| {
        words.iter().zip(within).any(|(word, within)| *within && word.text == text && !index.is_town(text))
    };
    for length in (1..=3.min(typed.len())).rev() {
        for run in typed.windows(length) {
            let text = run.join(" ");
            let postcode = help::outward(&text).is_some() && !in_phrase(&text);
            if (postcode || index.is_town(&text))
                && let Some(place) = help::place(app, &text)?
            {
                return Ok(Some((place, run.iter().map(|word| (*word).to_owned()).collect())));
            }
        }
    }
    // A town with a typing error, or in her own script.
    for word in words.iter().filter(|word| !index.is_town(&word.text)) {
        let read = word.readings.iter().map(|(reading, _)| reading.as_str());
        let same = index.meanings(&[index.roots(&word.text)]).into_iter().filter_map(|said| match said.meaning {
            Meaning::Same(group) => Some(&index.same[group]),
            Meaning::Need(_) => None,
        });
        let same: Vec<String> = same.flatten().map(|words| words.join(" ")).collect();
        for town in read.chain(same.iter().map(String::as_str)).filter(|town| index.is_town(town)) {
            if let Some(place) = help::place(app, town)? {
                return Ok(Some((place, vec![word.text.clone()])));
            }
        }
    }
    Ok(None)
}
