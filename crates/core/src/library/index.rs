//! The search index of one language, as far as it is kept in memory: what the passages are, which words there are, and which
//! words mean the same. Where a word stands is asked of the file. English is always in it, because staff's words, names and what is
//! not translated yet are English.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use kindway_content::{Need, SOURCE_LANGUAGE, Scope, Synonyms};
use rusqlite::Connection;
use strsim::osa_distance;

use super::{
    Library,
    fault::Fault,
    fold::{fold, forms},
    passages,
    small_words::{negations, small_words, weak_words},
};
use crate::error::ApiError;

/// What can be found.
#[derive(Debug)]
pub(crate) struct Item {
    /// As in the pack, without the language: `doc/articles/interpreter`, `contact/sands`.
    pub(crate) key: String,
    /// About pregnancy, birth or a baby.
    pub(crate) pregnancy: bool,
    /// Something of it stays after a loss.
    pub(crate) stays: bool,
}

/// A title, a statement or a field of an item.
#[derive(Debug)]
pub(crate) struct Passage {
    /// Position of its item.
    pub(crate) item: usize,
    /// The section, or `title`, `name`, `places`, `summary`, `more`.
    pub(crate) part: Arc<str>,
    /// Position in the section.
    pub(crate) place: u32,
    /// How many words it has, without the small ones.
    pub(crate) words: u32,
    /// Stays after a loss.
    pub(crate) after_loss: bool,
}

/// What a phrase points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Meaning {
    /// A group of `synonyms.toml`.
    Same(usize),
    /// A need, by its place in the list.
    Need(usize),
}

impl Meaning {
    fn is_same(self) -> bool {
        matches!(self, Self::Same(_))
    }
}

struct Phrase {
    roots: Vec<String>,
    meaning: Meaning,
    /// Two of its words say something by themselves: then others may stand between them.
    apart: bool,
}

/// A phrase of the editors among her words.
pub(crate) struct Said {
    pub(crate) meaning: Meaning,
    /// Which of her words say it, in order.
    pub(crate) words: Vec<usize>,
    /// They stand together and in the phrase's own order.
    pub(crate) whole: bool,
}

/// The root of "no" and of every word like it.
const NEGATION: &str = "no";

/// How many words may stand between those of a phrase: "take the baby away" is said in "take my new baby far away" too.
const BETWEEN: usize = 2;

/// A word that a typing error may have been meant for.
struct Known {
    word: String,
    length: usize,
    letters: u64,
}

/// See the module.
pub(crate) struct Index {
    pub(crate) tag: String,
    pub(crate) items: Vec<Item>,
    pub(crate) passages: HashMap<u32, Passage>,
    /// For each group of synonyms, its phrases in her language and in English, as folded words.
    pub(crate) same: Vec<Vec<Vec<String>>>,
    phrases: HashMap<String, Vec<Phrase>>,
    phrases_with_small: HashMap<String, Vec<Phrase>>,
    towns: HashSet<String>,
    vocabulary: HashSet<String>,
    known: Vec<Known>,
    small: HashSet<String>,
    weak: HashSet<String>,
    negations: HashSet<String>,
}

/// How many words a typing error is taken for at most.
const GUESSES: usize = 3;

impl Index {
    fn load(library: &Library, tag: &str) -> Result<Self, Fault> {
        let mut index = Self {
            tag: tag.to_owned(),
            items: Vec::new(),
            passages: HashMap::new(),
            same: Vec::new(),
            phrases: HashMap::new(),
            phrases_with_small: HashMap::new(),
            towns: HashSet::new(),
            vocabulary: HashSet::new(),
            known: Vec::new(),
            small: small_words().map(fold).collect(),
            weak: weak_words().map(fold).collect(),
            negations: negations().map(fold).collect(),
        };
        index.load_passages(&library.db)?;
        index.load_words(&library.db)?;
        let synonyms: Vec<Synonyms> = library.get("synonyms")?.unwrap_or_default();
        index.load_meanings(&synonyms, library.needs()?, &mut Telling::new(&library.db)?)?;
        let local = library.contacts()?.iter().filter(|contact| contact.scope != Scope::National);
        index.towns.extend(local.flat_map(|contact| &contact.places).map(|place| fold(place)));
        let mut words: Vec<&String> = index.vocabulary.iter().collect();
        words.sort();
        index.known = words.into_iter().map(|word| Known::new(word)).collect();
        Ok(index)
    }

    fn load_passages(&mut self, db: &Connection) -> Result<(), Fault> {
        let mut ask = db.prepare("SELECT key, pregnancy FROM item ORDER BY id")?;
        let items = ask.query_map([], |row| Ok(Item { key: row.get(0)?, pregnancy: row.get(1)?, stays: false }))?;
        self.items = items.collect::<Result<_, _>>()?;
        let mut parts: HashSet<Arc<str>> = HashSet::new();
        let mut ask = db.prepare(
            "SELECT id, item, part, place, words, after_loss FROM passage WHERE tag IN (?1, ?2) ORDER BY id",
        )?;
        let mut rows = ask.query((&self.tag, SOURCE_LANGUAGE))?;
        while let Some(row) = rows.next()? {
            let (id, part): (u32, String) = (row.get(0)?, row.get(2)?);
            let part = match parts.get(part.as_str()) {
                Some(known) => known.clone(),
                None => {
                    let new: Arc<str> = part.into();
                    parts.insert(new.clone());
                    new
                }
            };
            let item = row.get::<_, u32>(1)? as usize - 1;
            let passage = Passage { item, part, place: row.get(3)?, words: row.get(4)?, after_loss: row.get(5)? };
            if let Some(item) = self.items.get_mut(item) {
                item.stays |= passage.after_loss && &*passage.part != "title";
            }
            self.passages.insert(id, passage);
        }
        Ok(())
    }

    fn load_words(&mut self, db: &Connection) -> Result<(), Fault> {
        let mut ask = db.prepare("SELECT word FROM word WHERE tag IN (?1, ?2)")?;
        let words = ask.query_map((&self.tag, SOURCE_LANGUAGE), |row| row.get::<_, String>(0))?;
        self.vocabulary = words.collect::<Result<_, _>>()?;
        let mut ask = db.prepare("SELECT DISTINCT town_folded FROM outcode WHERE postcodes >= 5")?;
        let towns = ask.query_map([], |row| row.get::<_, String>(0))?;
        self.towns = towns.collect::<Result<_, _>>()?;
        Ok(())
    }

    fn load_meanings(&mut self, synonyms: &[Synonyms], needs: &[Need], telling: &mut Telling<'_>) -> Result<(), Fault> {
        for (place, group) in synonyms.iter().enumerate() {
            // She may type any language; only what stands in hers or in English is then looked for, and of it only what is there.
            let mut looked_for = Vec::new();
            for (tag, phrases) in group {
                for phrase in phrases {
                    let words = self.add_phrase(phrase, Meaning::Same(place), tag);
                    let here = *tag == self.tag || tag == SOURCE_LANGUAGE;
                    if here && !words.is_empty() && !looked_for.contains(&words) && telling.is_said(&words)? {
                        looked_for.push(words);
                    }
                }
            }
            self.same.push(looked_for);
        }
        for (place, need) in needs.iter().enumerate() {
            for (tag, phrases) in &need.words {
                for phrase in phrases {
                    self.add_phrase(phrase, Meaning::Need(place), tag);
                }
            }
        }
        Ok(())
    }

    fn add_phrase(&mut self, phrase: &str, meaning: Meaning, tag: &str) -> Vec<String> {
        let words = self.read(phrase);
        // "Into care" is not "care": where the small words made the meaning, all of them must be said.
        if meaning.is_same() && words.len() == 1 && phrase.contains(' ') {
            let roots = self.all_roots(phrase);
            if let Some(first) = roots.first() {
                self.phrases_with_small.entry(first.clone()).or_default().push(Phrase { roots, meaning, apart: false });
            }
            return Vec::new();
        }
        if *tag == self.tag || tag == SOURCE_LANGUAGE {
            self.vocabulary.extend(words.iter().cloned());
        }
        let roots: Vec<String> = words.iter().map(|word| self.negation(word).unwrap_or_else(|| root(word))).collect();
        if let Some(first) = roots.first() {
            let apart = words.iter().filter(|word| !self.is_weak(word)).count() >= 2;
            self.phrases.entry(first.clone()).or_default().push(Phrase { roots, meaning, apart });
        }
        words
    }

    /// Folded words without the small ones, or all of them where there are only small ones.
    pub(crate) fn read(&self, text: &str) -> Vec<String> {
        let folded = fold(text);
        let all: Vec<&str> = folded.split_whitespace().collect();
        let large: Vec<String> =
            all.iter().filter(|word| !self.is_small_in_grammar(word)).map(|word| (*word).to_owned()).collect();
        if large.is_empty() { all.into_iter().map(str::to_owned).collect() } else { large }
    }

    /// Arabic and Ethiopic scripts write small words together: "to whom" is one word.
    fn is_small_in_grammar(&self, word: &str) -> bool {
        let stem = || forms(word).into_iter().next().is_some_and(|(stem, _)| self.is_small(&stem));
        self.is_small(word) || (!word.is_ascii() && stem())
    }

    pub(crate) fn is_small(&self, word: &str) -> bool {
        self.small.contains(word)
    }

    /// A negation or a number: it changes what the words beside it say, and says little itself.
    pub(crate) fn is_weak(&self, word: &str) -> bool {
        self.weak.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// What stands for every negation in phrases.
    fn negation(&self, word: &str) -> Option<String> {
        // Arabic writes "and" and "so" together with what follows: وما.
        let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        (self.negations.contains(word) || self.negations.contains(bare)).then(|| NEGATION.to_owned())
    }

    /// Every form under which a word of hers may be the one of a phrase.
    pub(crate) fn roots(&self, word: &str) -> Vec<String> {
        self.negation(word).map_or_else(|| roots(word), |negation| vec![negation])
    }

    pub(crate) fn is_town(&self, folded: &str) -> bool {
        self.towns.contains(folded)
    }

    /// Whether the content or the editors' lists have this very word.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.vocabulary.contains(word) || self.roots(word).iter().any(|root| self.phrases.contains_key(root))
    }

    /// What her words mean. Each word may have several readings, each with several roots. A phrase of several words is also said where
    /// others stand between them or their order is another; each meaning stands once, as whole as it is said.
    pub(crate) fn meanings(&self, words: &[Vec<String>]) -> Vec<Said> {
        let mut found: Vec<Said> = Vec::new();
        for (at, roots) in words.iter().enumerate() {
            for phrase in roots.iter().filter_map(|root| self.phrases.get(root)).flatten() {
                let Some((said, whole)) = said_at(phrase, words, at) else { continue };
                let new = Said { meaning: phrase.meaning, words: said, whole };
                match found.iter_mut().find(|known| known.says_no_less_than(&new)) {
                    Some(known) if known.whole || !new.whole => {}
                    Some(known) => *known = new,
                    None => found.push(new),
                }
            }
        }
        // "Baby not moving" is not "not moving".
        let wholes: Vec<Vec<usize>> = found.iter().filter(|said| said.whole).map(|said| said.words.clone()).collect();
        let within = |said: &Said, whole: &Vec<usize>| {
            whole.len() > said.words.len() && said.words.iter().all(|word| whole.contains(word))
        };
        found.retain(|said| {
            said.words.len() == 1 || !said.meaning.is_same() || !wholes.iter().any(|whole| within(said, whole))
        });
        found
    }

    /// What a large word means together with the small ones around it: the large word as she typed it, and its meaning.
    pub(crate) fn meanings_with_small(&self, text: &str) -> Vec<(String, Meaning)> {
        let roots = self.all_roots(text);
        let folded = fold(text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let mut found = Vec::new();
        for (at, first) in roots.iter().enumerate() {
            for phrase in self.phrases_with_small.get(first).into_iter().flatten() {
                if roots.get(at..at + phrase.roots.len()) == Some(phrase.roots.as_slice()) {
                    let large = words[at..at + phrase.roots.len()].iter().find(|word| !self.is_small_in_grammar(word));
                    found.extend(large.map(|word| ((*word).to_owned(), phrase.meaning)));
                }
            }
        }
        found
    }

    /// The root of each word, small or not.
    fn all_roots(&self, text: &str) -> Vec<String> {
        let folded = fold(text);
        folded.split_whitespace().map(|word| self.negation(word).unwrap_or_else(|| root(word))).collect()
    }

    /// The words that a word with typing errors was most likely meant for: one error, or two in a long word.
    pub(crate) fn meant(&self, word: &str) -> Vec<(&str, f32)> {
        let typed = Known::new(word);
        let most = match typed.length {
            0..=3 => return Vec::new(),
            4..=7 => 1,
            _ => 2,
        };
        let mut found: Vec<(usize, &str)> = Vec::new();
        for known in &self.known {
            // One error changes at most two letters of the two sets.
            let near = known.length.abs_diff(typed.length) <= most
                && (known.letters ^ typed.letters).count_ones() as usize <= 2 * most;
            if near {
                let distance = osa_distance(&known.word, word);
                if distance <= most {
                    found.push((distance, &known.word));
                }
            }
        }
        found.sort_unstable();
        let best = found.first().map(|(distance, _)| *distance);
        let weight = |distance| if distance == 1 { 0.8 } else { 0.65 };
        found
            .into_iter()
            .filter(|(distance, _)| Some(*distance) == best)
            .take(GUESSES)
            .map(|(distance, word)| (word, weight(distance)))
            .collect()
    }

    /// Words that hold this one inside them, or that begin as it does for most of its length; the shortest first.
    pub(crate) fn related(&self, word: &str) -> Vec<&str> {
        let length = word.chars().count();
        let begins = |known: &Known| {
            let same = known.word.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
            same >= 6 && same + 4 >= length.max(known.length)
        };
        let mut found: Vec<&Known> =
            self.known.iter().filter(|known| known.word.contains(word) || begins(known)).collect();
        found.sort_by(|a, b| (a.length, &a.word).cmp(&(b.length, &b.word)));
        found.into_iter().take(24).map(|known| known.word.as_str()).collect()
    }
}

/// Which of the editors' phrases are worth looking for: those that the content says at all, and that do not stand all over it.
struct Telling<'a> {
    /// Every word and form under which a passage may be found.
    terms: HashSet<String>,
    count: rusqlite::Statement<'a>,
}

/// A phrase in more passages than these tells no page from another. She may still say it.
const SAID_MOST: i64 = 40;

impl<'a> Telling<'a> {
    fn new(db: &'a Connection) -> Result<Self, Fault> {
        // Where there are tables in memory, they stand before those of the file.
        let in_memory = "SELECT count(*) > 0 FROM temp.sqlite_master WHERE name = 'passage_words'";
        let schema = if db.query_row(in_memory, [], |row| row.get(0))? { "temp" } else { "main" };
        db.execute_batch(&format!(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms_of_{schema} USING fts5vocab({schema}, passage_words, row)"
        ))?;
        let mut ask = db.prepare(&format!("SELECT term FROM temp.terms_of_{schema}"))?;
        let terms = ask.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let count = db.prepare(&format!(
            "SELECT count(*) FROM (SELECT 1 FROM passage_words WHERE passage_words MATCH ?1 LIMIT {})",
            SAID_MOST + 1
        ))?;
        Ok(Self { terms, count })
    }

    fn is_said(&mut self, words: &[String]) -> Result<bool, Fault> {
        let there: Option<Vec<String>> = words.iter().map(|word| self.there(word)).collect();
        let Some(there) = there else { return Ok(false) };
        if there.len() == 1 {
            return Ok(true);
        }
        let found: i64 = self.count.query_row([there.join(" AND ")], |row| row.get(0))?;
        Ok((1..=SAID_MOST).contains(&found))
    }

    /// The word or its surest other form, for FTS5; `None` where the content has neither.
    fn there(&self, word: &str) -> Option<String> {
        let surest = forms(word).into_iter().next().map(|(form, _)| form).filter(|form| self.terms.contains(form));
        match (self.terms.contains(word), surest) {
            (true, Some(form)) => Some(format!("({} OR {})", quoted(word), quoted(&form))),
            (true, None) => Some(quoted(word)),
            (false, form) => form.map(|form| quoted(&form)),
        }
    }
}

impl Said {
    /// Both mean the same, and one of them is said with words that stand apart: then once is enough.
    fn says_no_less_than(&self, other: &Self) -> bool {
        self.meaning == other.meaning && (self.words == other.words || !(self.whole && other.whole))
    }
}

/// Which words say a phrase whose first word stands at a place, and whether they say it whole.
fn said_at(phrase: &Phrase, words: &[Vec<String>], at: usize) -> Option<(Vec<usize>, bool)> {
    let roots = &phrase.roots;
    let says = |place: usize, root: &String| words.get(place).is_some_and(|readings| readings.contains(root));
    if roots.iter().enumerate().all(|(after, root)| says(at + after, root)) {
        return Some(((at..at + roots.len()).collect(), true));
    }
    if !phrase.apart {
        return None;
    }
    let reach = roots.len() - 1 + BETWEEN;
    let near = at.saturating_sub(reach)..(at + reach + 1).min(words.len());
    let mut said = vec![at];
    for root in roots.get(1..)? {
        let free = near.clone().filter(|place| !said.contains(place) && says(*place, root));
        said.push(free.min_by_key(|place| place.abs_diff(at))?);
    }
    said.sort_unstable();
    (said.last()? - said.first()? <= reach).then_some((said, false))
}

impl Known {
    fn new(word: &str) -> Self {
        let letters = word.chars().fold(0, |set, letter| set | 1 << (letter as u32 % 64));
        Self { word: word.to_owned(), length: word.chars().count(), letters }
    }
}

/// The form by which words of a phrase are compared: grammar taken off, as far as a script allows it.
pub(crate) fn root(word: &str) -> String {
    let forms = forms(word);
    let place = match word.chars().next() {
        Some('a'..='z') => 0,
        _ => 1.min(forms.len().saturating_sub(1)),
    };
    forms.into_iter().nth(place).map_or_else(|| word.to_owned(), |(form, _)| form)
}

/// In Ethiopic script grammar stands within a word, and what of it is grammar cannot be told for sure: every form may be the root.
fn roots(word: &str) -> Vec<String> {
    let mut roots = vec![root(word)];
    if matches!(word.chars().next(), Some('\u{1200}'..='\u{137F}')) {
        roots.extend(forms(word).into_iter().map(|(form, _)| form).filter(|form| form.chars().count() >= 3));
        roots.sort();
        roots.dedup();
    }
    roots
}

/// A word for FTS5, where only letters, marks and digits are left of it.
pub(crate) fn quoted(word: &str) -> String {
    format!("\"{word}\"")
}

/// Everything that begins with a folded word, or is another form of it.
pub(crate) fn begins_or_is(word: &str) -> String {
    let forms = forms(word).into_iter().filter(|(_, weight)| *weight >= 0.9).map(|(form, _)| quoted(&form));
    std::iter::once(format!("{}*", quoted(word))).chain(forms).collect::<Vec<_>>().join(" OR ")
}

impl Library {
    /// The index of a language; kept until another one is asked for.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn index(&self, tag: &str) -> Result<Arc<Index>, ApiError> {
        if let Some(known) = self.index.borrow().as_ref().filter(|index| index.tag == tag) {
            return Ok(known.clone());
        }
        let load = |db: &Connection| {
            passages::read_in(db, tag)?;
            Index::load(self, tag)
        };
        let index = Arc::new(self.asked(load)?);
        *self.index.borrow_mut() = Some(index.clone());
        Ok(index)
    }

    /// The passages of every language that an expression of FTS5 matches.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn passages(&self, expression: &str) -> Result<Vec<u32>, ApiError> {
        self.asked(|db| {
            let mut ask = db.prepare_cached("SELECT rowid FROM passage_words WHERE passage_words MATCH ?1")?;
            let rows = ask.query_map([expression], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}
