//! How words become comparable. What is indexed and what is asked go through the same two steps: [`fold`] takes away what keyboards
//! and habits change, [`forms`] what grammar adds. Neither guesses a meaning; that is for `synonyms.toml`.

use unicode_normalization::{
    UnicodeNormalization,
    char::{decompose_canonical, is_combining_mark},
};

/// The digits zero of every script that counts in tens (Unicode 16), in order; nine more follow each. Full-width ones and those of
/// mathematics are plain after normalization. Ethiopic has no zero: its nine digits follow a sign that nobody types among them.
const ZEROS: [char; 68] = [
    '\u{660}',
    '\u{6F0}',
    '\u{7C0}',
    '\u{966}',
    '\u{9E6}',
    '\u{A66}',
    '\u{AE6}',
    '\u{B66}',
    '\u{BE6}',
    '\u{C66}',
    '\u{CE6}',
    '\u{D66}',
    '\u{DE6}',
    '\u{E50}',
    '\u{ED0}',
    '\u{F20}',
    '\u{1040}',
    '\u{1090}',
    '\u{1368}',
    '\u{17E0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19D0}',
    '\u{1A80}',
    '\u{1A90}',
    '\u{1B50}',
    '\u{1BB0}',
    '\u{1C40}',
    '\u{1C50}',
    '\u{A620}',
    '\u{A8D0}',
    '\u{A900}',
    '\u{A9D0}',
    '\u{A9F0}',
    '\u{AA50}',
    '\u{ABF0}',
    '\u{104A0}',
    '\u{10D30}',
    '\u{10D40}',
    '\u{11066}',
    '\u{110F0}',
    '\u{11136}',
    '\u{111D0}',
    '\u{112F0}',
    '\u{11450}',
    '\u{114D0}',
    '\u{11650}',
    '\u{116C0}',
    '\u{116D0}',
    '\u{116DA}',
    '\u{11730}',
    '\u{118E0}',
    '\u{11950}',
    '\u{11BF0}',
    '\u{11C50}',
    '\u{11D50}',
    '\u{11DA0}',
    '\u{11F50}',
    '\u{16130}',
    '\u{16A60}',
    '\u{16AC0}',
    '\u{16B50}',
    '\u{16D70}',
    '\u{1E140}',
    '\u{1E2F0}',
    '\u{1E4F0}',
    '\u{1E5F1}',
    '\u{1E950}',
];

/// Ethiopic series that are written for one another, as `from` and `to`, each eight letters wide. ሐ and ኀ for ሀ, ሠ for ሰ, ዐ for አ and
/// ፀ for ጸ are old spellings of one sound; ኸ and ቐ are how Tigrinya says ከ and ቀ after a vowel, so a root has both.
const SERIES: [(char, char); 7] = [('ሐ', 'ሀ'), ('ኀ', 'ሀ'), ('ሠ', 'ሰ'), ('ዐ', 'አ'), ('ፀ', 'ጸ'), ('ኸ', 'ከ'), ('ቐ', 'ቀ')];

/// Folds text for search: lower case, no diacritics of Latin or Arabic, one form for the letters that keyboards mix up, digits as
/// 0 to 9, one space between words. Scripts of India stay whole, since there a mark is a letter.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkc().flat_map(char::to_lowercase) {
        fold_letter(letter, &mut folded);
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fold_letter(letter: char, folded: &mut String) {
    match letter {
        'a'..='z' | '0'..='9' => folded.push(letter),
        // An apostrophe is left out more often than not; joiners and direction marks cannot be seen at all.
        '\'' | '\u{2018}' | '\u{2019}' | '\u{2BC}' | '`' | '\u{B4}' => {}
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {}
        '\u{61C}' => {}
        // Arabic: harakat, tatweel and marks of recitation go; the letters that stand for one another become one.
        '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{640}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6ED}' | 'ء' => {}
        'أ' | 'إ' | 'آ' | 'ٱ' => folded.push('ا'),
        'ؤ' | 'ۆ' | 'ۇ' => folded.push('و'),
        'ئ' | 'ى' | 'ی' | 'ې' | 'ێ' | 'ے' | 'ۍ' => folded.push('ي'),
        'ة' | 'ۀ' | 'ہ' | 'ۂ' | 'ۃ' | 'ھ' | 'ە' => folded.push('ه'),
        'ک' | 'ڪ' => folded.push('ك'),
        // Who writes as she speaks writes ت for ث, د for ذ and ض for ظ.
        'ث' => folded.push('ت'),
        'ذ' => folded.push('د'),
        'ظ' => folded.push('ض'),
        'ڵ' => folded.push('ل'),
        'ڕ' => folded.push('ر'),
        '\u{1200}'..='\u{137F}' => fold_ethiopic(letter, folded),
        // Letters that no decomposition takes apart.
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'ø' => folded.push('o'),
        'đ' | 'ð' => folded.push('d'),
        'ł' => folded.push('l'),
        'ı' => folded.push('i'),
        'þ' => folded.push_str("th"),
        '\u{300}'..='\u{36F}' => {}
        letter if letter.is_alphanumeric() || is_combining_mark(letter) => folded.push(plain(letter)),
        _ => folded.push(' '),
    }
}

/// A decimal digit of any script as one of 0 to 9; full-width ones only after normalization.
pub(crate) fn digit(letter: char) -> Option<char> {
    if letter.is_ascii_digit() {
        return Some(letter);
    }
    let zero = ZEROS.get(ZEROS.partition_point(|zero| *zero <= letter).checked_sub(1)?)?;
    char::from_digit((letter as u32 - *zero as u32).min(10), 10)
}

/// A Latin letter without its marks, a digit as one of 0 to 9; anything else as it is.
fn plain(letter: char) -> char {
    if let Some(digit) = digit(letter) {
        return digit;
    }
    let mut base = None;
    decompose_canonical(letter, |part| {
        base.get_or_insert(part);
    });
    base.filter(char::is_ascii_alphabetic).unwrap_or(letter)
}

fn fold_ethiopic(letter: char, folded: &mut String) {
    let in_series = |(from, _): &&(char, char)| (*from as u32..*from as u32 + 8).contains(&(letter as u32));
    let letter = match SERIES.iter().find(in_series) {
        Some((from, to)) => char::from_u32(*to as u32 + (letter as u32 - *from as u32)).unwrap_or(letter),
        None => letter,
    };
    folded.push(match letter {
        // One sound; Tigrinya writes the second of each pair, a keyboard made for Amharic the first.
        'ሀ' => 'ሃ',
        'አ' => 'ኣ',
        // Labialised letters, where two spellings are in use.
        'ቈ' | 'ቘ' => 'ቆ',
        'ቊ' | 'ቍ' | 'ቚ' | 'ቝ' => 'ቁ',
        'ኈ' => 'ሆ',
        'ኰ' | 'ዀ' => 'ኮ',
        'ኲ' | 'ኵ' | 'ዂ' | 'ዅ' => 'ኩ',
        'ዃ' => 'ኳ',
        'ጐ' => 'ጎ',
        'ጒ' | 'ጕ' => 'ጉ',
        // Its digits have no zero; the rest of its numerals and all of its punctuation separate words.
        '\u{1369}'..='\u{1371}' => plain(letter),
        letter if letter.is_alphabetic() => letter,
        _ => ' ',
    });
}

/// Other forms under which a folded word is indexed and looked for, each with how much it is worth beside the word itself.
/// By script, not by language: a name in another language's script gains a form that nobody asks for, and loses nothing.
pub(crate) fn forms(word: &str) -> Vec<(String, f32)> {
    let mut forms = match word.chars().next() {
        Some('a'..='z') => vec![(english(word), 0.95)],
        Some('\u{620}'..='\u{6FF}') => arabic(word),
        Some('\u{1200}'..='\u{137F}') => ethiopic(word),
        _ => Vec::new(),
    };
    forms.retain(|(form, _)| form != word);
    forms.dedup_by(|a, b| a.0 == b.0);
    forms
}

/// Words that no ending makes from their first form.
const ENGLISH_IRREGULAR: [(&str, &str); 50] = [
    ("beaten", "beat"),
    ("bled", "bleed"),
    ("bought", "buy"),
    ("broke", "break"),
    ("brought", "bring"),
    ("came", "come"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("drove", "drive"),
    ("driven", "drive"),
    ("died", "die"),
    ("dying", "die"),
    ("ate", "eat"),
    ("eaten", "eat"),
    ("fed", "feed"),
    ("feet", "foot"),
    ("fell", "fall"),
    ("felt", "feel"),
    ("forgot", "forget"),
    ("found", "find"),
    ("gave", "give"),
    ("given", "give"),
    ("gone", "go"),
    ("grew", "grow"),
    ("heard", "hear"),
    ("held", "hold"),
    ("hid", "hide"),
    ("kept", "keep"),
    ("knew", "know"),
    ("left", "leave"),
    ("lost", "lose"),
    ("made", "make"),
    ("men", "man"),
    ("met", "meet"),
    ("mice", "mouse"),
    ("paid", "pay"),
    ("ran", "run"),
    ("said", "say"),
    ("saw", "see"),
    ("seen", "see"),
    ("sent", "send"),
    ("slept", "sleep"),
    ("spoke", "speak"),
    ("stole", "steal"),
    ("teeth", "tooth"),
    ("told", "tell"),
    ("took", "take"),
    ("taken", "take"),
    ("women", "woman"),
    ("wrote", "write"),
];

/// Takes off the plural, `-ing`, `-ed` and a last `e`, so that move, moves, moved and moving are one.
fn english(word: &str) -> String {
    if !word.is_ascii() {
        return word.to_owned();
    }
    let regular = ENGLISH_IRREGULAR.iter().find(|(irregular, _)| *irregular == word).map(|(_, regular)| *regular);
    let word = regular.unwrap_or(word);
    if word.len() < 4 {
        return word.to_owned();
    }
    let has_vowel = |stem: &str| stem.len() >= 3 && stem.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let mut stem = word;
    if let Some(cut) = word.strip_suffix("ies").filter(|cut| cut.len() >= 2) {
        return format!("{cut}y");
    }
    if let Some(cut) = word.strip_suffix("ing").or_else(|| word.strip_suffix("ed")).filter(|cut| has_vowel(cut)) {
        stem = cut;
        let last = stem.as_bytes().last();
        // Stopping, stop; but calling, call.
        if stem.len() > 3 && stem.as_bytes().iter().rev().nth(1) == last && !stem.ends_with(['l', 's', 'z']) {
            stem = &stem[..stem.len() - 1];
        }
    } else if let Some(cut) = word.strip_suffix('s').filter(|cut| !cut.ends_with(['s', 'u', 'i'])) {
        stem = cut;
    }
    let stem = stem.strip_suffix('e').filter(|cut| cut.len() >= 3).unwrap_or(stem);
    // Carry and carried, baby and babies.
    match stem.strip_suffix('i').filter(|cut| cut.len() >= 3) {
        Some(cut) => format!("{cut}y"),
        None => stem.to_owned(),
    }
}

/// Written together with the Arabic word that follows: and, so, with, for, like, the; longest first.
const ARABIC_BEFORE: [&str; 15] =
    ["وبال", "ولل", "وال", "فال", "بال", "كال", "عال", "هال", "لل", "ال", "و", "ف", "ب", "ل", "س"];
/// Written together with the Arabic word before: plurals, her, him, me, you, them; longest first. ة is ه by now.
const ARABIC_AFTER: [&str; 25] = [
    "ونها", "ونه", "وني", "تها", "تين", "هما", "كما", "وا", "ات", "ون", "ين", "ان", "نا", "ها", "هم", "هن", "كم", "كن",
    "كي", "ني", "تي", "ه", "ي", "ك", "ت",
];
/// Person of an Arabic verb.
const ARABIC_PERSON: [char; 4] = ['ي', 'ت', 'ن', 'ا'];

fn arabic(word: &str) -> Vec<(String, f32)> {
    let stem = strip(word, &ARABIC_BEFORE, &ARABIC_AFTER, 3, 1);
    let bare: String = match stem.strip_prefix(ARABIC_PERSON) {
        Some(rest) if rest.chars().count() >= 3 => rest.to_owned(),
        _ => stem.clone(),
    };
    // Long vowels come and go inside a root: عمل, عامل; مولود, ميلاد.
    let root: String = bare.chars().filter(|letter| !matches!(letter, 'ا' | 'و' | 'ي')).collect();
    let mut forms = vec![(stem, 0.95), (bare, 0.8)];
    if root.chars().count() >= 3 {
        forms.push((root, 0.55));
    }
    forms
}

/// Before a Tigrinya or Amharic word: of, to, with, when, not, person of the verb; longest first, in folded spelling.
const ETHIOPIC_BEFORE: [&str; 25] = [
    "እንተዘይ",
    "ዘይት",
    "እንተ",
    "ብዘይ",
    "ክት",
    "ክን",
    "ክይ",
    "ዘይ",
    "ኣይት",
    "ኣይን",
    "ኣይ",
    "ናይ",
    "ንም",
    "ብም",
    "ምስ",
    "ስለ",
    "ከም",
    "ን",
    "ብ",
    "ዝ",
    "ክ",
    "ይ",
    "ት",
    "ም",
    "እ",
];
/// After a Tigrinya or Amharic word: plurals, my, your, his, her, me, not, is it; longest first, in folded spelling.
const ETHIOPIC_AFTER: [&str; 26] = [
    "ኦምን",
    "ክምን",
    "ታትኪ",
    "ታተይ",
    "ኩምን",
    "ለይ",
    "ልኪ",
    "ለኪ",
    "ታት",
    "ኣት",
    "ኦም",
    "ኣን",
    "ክን",
    "ኩም",
    "ኽን",
    "ኪ",
    "ካ",
    "ኒ",
    "ዎ",
    "ዋ",
    "ና",
    "ይ",
    "ን",
    "ት",
    "ኡ",
    "ኣ",
];

/// What makes a verb passive, causative or a noun, as consonants.
const ETHIOPIC_DERIVED: [char; 6] = ['ተ', 'አ', 'የ', 'ከ', 'ዘ', 'መ'];

fn ethiopic(word: &str) -> Vec<(String, f32)> {
    let stem = strip(word, &ETHIOPIC_BEFORE, &ETHIOPIC_AFTER, 2, 2);
    let (bare, whole) = (consonants(&stem), consonants(word));
    // What looks like two endings before a word is often its own beginning: ክምርምሩኒ, መርመራ.
    let once = strip(word, &ETHIOPIC_BEFORE, &[], 3, 1);
    let whole_beginning = once == word;
    let mut once = consonants(without_they(&strip(&once, &[], &ETHIOPIC_AFTER, 3, 2)));
    // Where something was taken off before it, what begins it now is its root's: ምኽንሻብ, ተኸንሺበ.
    if whole_beginning && once.starts_with(ETHIOPIC_DERIVED) && once.chars().count() >= 4 {
        once.remove(0);
    }
    let mut forms = vec![(stem, 0.9)];
    for (root, weight) in [(bare, 0.7), (whole, 0.7), (once, 0.6)] {
        match root.chars().count() {
            0 | 1 => {}
            // Two letters are the root of many a word.
            2 => forms.push((root, weight - 0.1)),
            _ => forms.push((root, weight)),
        }
    }
    let mut kept: Vec<(String, f32)> = Vec::with_capacity(forms.len());
    for (form, weight) in forms {
        if kept.iter().all(|(known, _)| *known != form) {
            kept.push((form, weight));
        }
    }
    kept
}

/// They, after a verb, is an o within its last letter and a letter more: ወሲዶም.
fn without_they(word: &str) -> &str {
    let rest = word.strip_suffix('ም').filter(|rest| rest.chars().count() >= 3);
    rest.filter(|rest| rest.ends_with(|letter: char| letter as u32 & 7 == 6)).unwrap_or(word)
}

/// Each Ethiopic letter is a consonant with a vowel; a root keeps the consonants and changes the vowels: ክወልድ, ወሊደ, ምውላድ.
fn consonants(word: &str) -> String {
    word.chars().filter_map(|letter| char::from_u32(letter as u32 & !7)).collect()
}

/// Takes off what stands before and after, at most so often, as long as so many letters are left.
fn strip(word: &str, before: &[&str], after: &[&str], least: usize, times: usize) -> String {
    let enough = |rest: &&str| rest.chars().count() >= least;
    let mut rest = word;
    for _ in 0..times {
        match before.iter().find_map(|part| rest.strip_prefix(part).filter(enough)) {
            Some(cut) => rest = cut,
            None => break,
        }
    }
    for _ in 0..times {
        match after.iter().find_map(|part| rest.strip_suffix(part).filter(enough)) {
            Some(cut) => rest = cut,
            None => break,
        }
    }
    rest.to_owned()
}
