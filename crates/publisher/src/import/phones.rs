//! Telephone numbers: every place that the standard allows, the same number once, and none that could cost her money or her nerve.

use kindway_content::check::number;
use phonenumber::Mode;
use phonenumber::country::Id;
use serde_json::Value;

use super::report::Line;
use super::text;

/// Starts that are kept for films: where one stands, the record was made up.
const FOR_FILMS: [&str; 20] = [
    "01134960", "01144960", "01154960", "01164960", "01174960", "01184960", "01214960", "01314960", "01414960",
    "01514960", "01614960", "01632960", "01914980", "02079460", "02896496", "02920180", "03069990", "07700900",
    "08081570", "09098790",
];
/// Words in the name of a contact that make it a desk rather than a person.
const DESKS: [&str; 18] = [
    "admin",
    "advice",
    "centre",
    "department",
    "desk",
    "duty",
    "enquiries",
    "helpdesk",
    "helpline",
    "hub",
    "line",
    "office",
    "reception",
    "referrals",
    "service",
    "services",
    "support",
    "team",
];
/// More numbers than these help nobody to choose.
const MOST: usize = 8;
const LABEL_LETTERS: usize = 60;

/// A number that may stand in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// As she reads it.
    pub(super) shown: String,
    /// Only its digits: two numbers are the same where these are.
    pub(super) digits: String,
    /// Free from every UK mobile.
    pub(super) free: bool,
    /// What it is for, or nothing.
    pub(super) label: String,
}

/// What the record's numbers come to.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    pub(super) phones: Vec<Number>,
    /// A number that the feed says takes texts.
    pub(super) text: Option<String>,
}

/// A number as it stands in the feed, and where.
struct Found {
    raw: String,
    /// The feed has a number where a text belongs, and with it perhaps lost a 0.
    bare: bool,
    label: String,
    kind: String,
    person: bool,
}

/// Every number of a service, the same one once.
pub(super) fn numbers(listing: &Value, people: &[String], lines: &mut Vec<Line>) -> Numbers {
    let found = gathered(listing);
    let mut numbers = Numbers::default();
    // The same number may stand under the organisation too: then it is not her own.
    let published: Vec<String> = found
        .iter()
        .filter(|one| !one.person)
        .flat_map(|one| pieces(&one.raw).0)
        .map(|raw| number::dialled(&raw))
        .collect();
    for one in &found {
        let (raws, mut label) = pieces(&one.raw);
        let mut parts: Vec<String> = Vec::new();
        for words in [text::line(&one.label), std::mem::take(&mut label)] {
            if !words.is_empty() && !names_someone(&words, people) && !parts.contains(&words) {
                parts.push(words);
            }
        }
        let label = text::cap(&parts.join(", "), LABEL_LETTERS);
        if raws.is_empty() {
            lines.push(Line::cleaned(
                "phones",
                format!("\"{}\" holds no number", text::cap(&text::line(&one.raw), LABEL_LETTERS)),
            ));
        }
        for raw in raws {
            let is_fax = one.kind == "fax" || text::has_word(&label.to_lowercase(), "fax");
            let number = match judged(&raw) {
                Ok(number) => number,
                Err(reason) if one.bare => {
                    let hint = format!(
                        "{raw} is a number in the feed, not a text, so that a 0 at its start would be lost: {reason}"
                    );
                    lines.push(Line::cleaned("phones", hint));
                    continue;
                }
                Err(reason) => {
                    lines.push(Line::cleaned("phones", reason));
                    continue;
                }
            };
            if is_fax {
                lines.push(Line::cleaned("phones", format!("{raw} is a fax")));
            } else if one.person && number::is_mobile(&number.digits) && !published.contains(&number.digits) {
                lines.push(Line::cleaned(
                    "phones",
                    "a mobile of a named person was left out: her own number is not ours to give",
                ));
            } else if matches!(one.kind.as_str(), "text" | "sms") {
                numbers.text.get_or_insert(number.shown);
            } else if let Some(known) = numbers.phones.iter_mut().find(|known| known.digits == number.digits) {
                if known.label.is_empty() {
                    known.label = label.clone();
                }
            } else if numbers.phones.len() == MOST {
                lines.push(Line::cleaned("phones", format!("{raw} was left out: {MOST} numbers stand there already")));
            } else {
                numbers.phones.push(Number { label: label.clone(), ..number });
            }
        }
    }
    numbers
}

/// The full names of the people that a service names, so that no words of the draft repeat them.
pub(super) fn people(listing: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for holder in holders(listing) {
        for contact in text::list(holder, "contacts") {
            if let Some(name) = person(contact, listing) {
                found.push(name);
            }
        }
    }
    found
}

/// The name of a contact, where it is a person rather than a desk, or the organisation once more.
fn person(contact: &Value, listing: &Value) -> Option<String> {
    let name = text::line(&text::field(contact, "name")?);
    let lower = name.to_lowercase();
    let is_desk = lower.split(|c: char| !c.is_alphanumeric()).any(|word| DESKS.contains(&word));
    let titles = [text::field(listing, "name"), text::field(&listing["organization"], "name")];
    let is_title = titles.into_iter().flatten().any(|title| text::line(&title).to_lowercase().contains(&lower));
    if is_desk || is_title || name.is_empty() { None } else { Some(name) }
}

/// True where the words give a person away, also by a part of her name: "ask for Ada".
pub(super) fn names_someone(words: &str, people: &[String]) -> bool {
    let parts = people.iter().flat_map(|person| person.split_whitespace());
    parts.filter(|part| part.chars().count() > 2).any(|part| text::has_word(words, part))
        || people.iter().any(|person| text::has_word(&words.to_lowercase(), &person.to_lowercase()))
}

/// Whatever of a service may hold phones, schedules or contacts: itself, its places, its organisation.
pub(super) fn holders(listing: &Value) -> Vec<&Value> {
    let mut found = vec![listing];
    for at in text::list(listing, "service_at_locations") {
        found.push(at);
        found.extend(text::list(at, "location"));
    }
    found.extend(text::list(listing, "locations"));
    found.extend(text::list(listing, "location"));
    for organization in text::list(listing, "organization") {
        found.push(organization);
        found.extend(text::list(organization, "locations"));
    }
    found
}

fn gathered(listing: &Value) -> Vec<Found> {
    let mut found = Vec::new();
    for holder in holders(listing) {
        add(&mut found, holder, None, false);
        for contact in text::list(holder, "contacts") {
            add(&mut found, contact, Some(contact), person(contact, listing).is_some());
        }
    }
    found
}

fn add(found: &mut Vec<Found>, holder: &Value, contact: Option<&Value>, person: bool) {
    let entries = match &holder["phones"] {
        Value::Array(entries) => entries.as_slice(),
        Value::Null => std::slice::from_ref(&holder["phone"]),
        one => std::slice::from_ref(one),
    };
    for entry in entries {
        let number = if entry.is_object() { &entry["number"] } else { entry };
        let (raw, bare) = match number {
            Value::String(raw) => (raw.trim().to_owned(), false),
            Value::Number(number) => (number.to_string(), true),
            _ => continue,
        };
        if raw.is_empty() {
            continue;
        }
        let mut label = text::field(entry, "description").unwrap_or_default();
        if label.is_empty()
            && let Some(contact) = contact
        {
            // A role is worth knowing; who fills it is not ours to give.
            label = ["title", "department"].into_iter().find_map(|key| text::field(contact, key)).unwrap_or_default();
        }
        if let Some(extension) = text::field(entry, "extension") {
            label = if label.is_empty() {
                format!("extension {extension}")
            } else {
                format!("{label}, extension {extension}")
            };
        }
        let kind = text::field(entry, "type").unwrap_or_default().to_lowercase();
        found.push(Found { raw, bare, label, kind, person });
    }
}

/// The numbers that stand in one field, and the words beside them: `0117 911 3393 or 0800 123 (24 hours)`.
fn pieces(raw: &str) -> (Vec<String>, String) {
    let mut words: Vec<String> = Vec::new();
    let mut rest = String::new();
    let mut open = raw;
    // "(24 hours)" is about the number; "(0117)" is a part of it.
    while let Some((before, after)) = open.split_once('(') {
        rest.push_str(before);
        match after.split_once(')') {
            Some((inside, after)) if inside.contains(char::is_alphabetic) => {
                words.push(inside.trim().to_owned());
                rest.push(';');
                open = after;
            }
            _ => {
                rest.push('(');
                open = after;
            }
        }
    }
    rest.push_str(open);
    let lower = rest.to_ascii_lowercase();
    // "Text 07…" holds "ext" too: an extension follows a number.
    let follows_a_number = |at: &usize| lower[..*at].chars().filter(char::is_ascii_digit).count() >= 9;
    if let Some(at) = ["ext", " x"].into_iter().filter_map(|mark| lower.find(mark)).filter(follows_a_number).min() {
        let extension: String =
            lower[at..].chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        if !extension.is_empty() {
            words.push(format!("extension {extension}"));
        }
        rest.truncate(at);
    }
    let in_a_number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '(' | ')' | '+' | '.');
    let runs =
        rest.split(|c: char| !in_a_number(c)).map(|run| run.trim_matches(|c| matches!(c, ' ' | '\u{a0}' | '-' | '.')));
    let runs = runs.filter(|run| run.chars().filter(char::is_ascii_digit).count() >= 3);
    (runs.map(str::to_owned).collect(), words.join(", "))
}

/// A number that she can ring, or why not.
pub(super) fn judged(raw: &str) -> Result<Number, String> {
    if FOR_FILMS.iter().any(|start| number::dialled(raw).starts_with(start)) {
        return Err(format!("{raw} is kept for films and examples: this record may be made up"));
    }
    let digits = number::affordable(raw).map_err(|fault| fault.to_string())?;
    let as_published = raw.starts_with('0')
        && raw.contains(' ')
        && raw.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')'));
    let shown = if as_published || !digits.starts_with('0') {
        raw.to_owned()
    } else {
        let parsed = phonenumber::parse(Some(Id::GB), &digits).map_err(|_| format!("{raw} is no telephone number"))?;
        parsed.format().mode(Mode::National).to_string()
    };
    Ok(Number { shown, free: number::is_free(&digits), digits, label: String::new() })
}
