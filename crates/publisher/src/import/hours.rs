//! When it is open: the words of the feed first, its rules only where they are plain, and nothing where they have run out.

use chrono::{NaiveDate, NaiveTime};
use serde_json::Value;

use super::phones::holders;
use super::report::Line;
use super::text;

const DAYS: [(&str, &str); 7] =
    [("MO", "Mon"), ("TU", "Tue"), ("WE", "Wed"), ("TH", "Thu"), ("FR", "Fri"), ("SA", "Sat"), ("SU", "Sun")];
/// Longer than this nobody reads hours.
const LETTERS: usize = 300;
/// Parts of a rule that make it more than "these days, from then to then".
const BEYOND: [&str; 5] = ["bymonthday", "byweekno", "byyearday", "bymonth", "bysetpos"];

/// The opening hours of a service, or `None` where they are not known.
pub(super) fn hours(listing: &Value, today: NaiveDate, lines: &mut Vec<Line>) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut rules: Vec<(Vec<usize>, NaiveTime, NaiveTime)> = Vec::new();
    for holder in holders(listing) {
        for schedule in text::list(holder, "schedules") {
            match read(schedule, today) {
                Ok(Times::Words(words)) if parts.contains(&words) => {}
                Ok(Times::Words(words)) => parts.push(words),
                Ok(Times::Rule(days, opens, closes)) => rules.push((days, opens, closes)),
                Ok(Times::Nothing) => {}
                Err(reason) => lines.push(Line::cleaned("words.hours", reason)),
            }
        }
    }
    // Two openings in one day come as two rows; the same days belong together.
    let mut spoken: Vec<(Vec<usize>, Vec<String>)> = Vec::new();
    for (days, opens, closes) in rules {
        let times = format!("{}-{}", opens.format("%H:%M"), closes.format("%H:%M"));
        match spoken.iter_mut().find(|(known, _)| *known == days) {
            Some((_, known)) if known.contains(&times) => {}
            Some((_, known)) => known.push(times),
            None => spoken.push((days, vec![times])),
        }
    }
    spoken.sort();
    parts.extend(spoken.into_iter().map(|(days, times)| format!("{} {}", named(&days), times.join(" and "))));
    let hours = parts.join("; ");
    let short = text::cap(&hours, LETTERS);
    if short != hours {
        lines.push(Line::cleaned("words.hours", "the hours were cut to 300 letters"));
    }
    Some(short).filter(|hours| !hours.is_empty())
}

enum Times {
    Words(String),
    Rule(Vec<usize>, NaiveTime, NaiveTime),
    Nothing,
}

fn read(schedule: &Value, today: NaiveDate) -> Result<Times, String> {
    let day = |key: &str| text::field(schedule, key).and_then(|text| date(&text));
    // A rule that has run out says nothing about whether the service has: only its times are not known any more.
    if let Some(end) = [day("valid_to"), day("until")].into_iter().flatten().min()
        && end < today
    {
        return Err(format!("its times ended on {end}: they are not known now"));
    }
    if let Some(start) = day("valid_from").filter(|start| *start > today) {
        return Err(format!("its times begin on {start}: they were left out"));
    }
    if let Some(words) =
        text::field(schedule, "description").map(|words| text::line(&words)).filter(|words| !words.is_empty())
    {
        return Ok(Times::Words(words));
    }
    let (opens, closes) = (text::field(schedule, "opens_at"), text::field(schedule, "closes_at"));
    let by_day = text::field(schedule, "byday");
    let unread = |why: &str| Err(format!("its times are a rule that is not read ({why}): they are not known"));
    if let Some(key) = BEYOND.into_iter().find(|key| text::field(schedule, key).is_some()) {
        return unread(&format!("{key} {}", text::line(&text::field(schedule, key).unwrap_or_default())));
    }
    if opens.is_none() && closes.is_none() && by_day.is_none() {
        return Ok(Times::Nothing);
    }
    match text::field(schedule, "freq").map(|freq| freq.to_uppercase()).as_deref() {
        None | Some("WEEKLY") => {}
        Some(freq) => return unread(&text::line(freq)),
    }
    if let Some(interval) = text::field(schedule, "interval").filter(|interval| interval != "1") {
        return unread(&format!("every {} weeks", text::line(&interval)));
    }
    let Some(by_day) = by_day else { return unread("no days") };
    let mut days: Vec<usize> = Vec::new();
    for word in by_day.split(',').map(|word| word.trim().to_uppercase()) {
        match DAYS.iter().position(|(code, _)| *code == word) {
            Some(day) if days.contains(&day) => {}
            Some(day) => days.push(day),
            None => return unread(&format!("byday {}", text::line(&by_day))),
        }
    }
    days.sort_unstable();
    match (opens.as_deref().and_then(time), closes.as_deref().and_then(time)) {
        (Some(opens), Some(closes)) if opens < closes => Ok(Times::Rule(days, opens, closes)),
        _ => unread("the times do not say from when to when"),
    }
}

/// A day, also where a time follows it.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()
}

/// A time of day. One with a zone is not read: a fixed zone is an hour wrong for half of the year.
fn time(text: &str) -> Option<NaiveTime> {
    ["%H:%M", "%H:%M:%S"].into_iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok())
}

/// `Mon-Fri`, `Tue, Thu`.
fn named(days: &[usize]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = days;
    while let Some(first) = rest.first() {
        let run = rest.iter().zip(*first..).take_while(|(day, expected)| *day == expected).count();
        let (together, after) = rest.split_at(run);
        let name = |day: &usize| DAYS.get(*day).map_or("", |(_, name)| *name);
        match together {
            [first, .., last] if run > 2 => parts.push(format!("{}-{}", name(first), name(last))),
            some => parts.extend(some.iter().map(|day| name(day).to_owned())),
        }
        rest = after;
    }
    parts.join(", ")
}
