//! A contact's page: what we know, what nobody has told us, how to reach them.

use chrono::Datelike;
use kindway_content::{Contact, ContactWords};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Callable, ContactCard, Which, calls, card, checked_day, near, words};
use crate::{App, days::Day, error::ApiError};

/// What is known about a contact; the heading is a message of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KnownKind {
    /// Women only, or not.
    WomenOnly,
    /// Days and time.
    Days,
    /// Food.
    Food,
    /// Languages or an interpreter.
    Languages,
    /// Where it meets or stands.
    Venue,
    /// Opening hours.
    Hours,
    /// Fare.
    Fare,
    /// Childcare.
    Creche,
    /// Who may refer, or whether she can go by herself.
    Joining,
    /// What they must report.
    MustReport,
}

/// One known thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Known {
    /// What it is about.
    pub kind: KnownKind,
    /// Yes or no, where it is that.
    pub yes: Option<bool>,
    /// The words, in her language.
    pub text: Option<String>,
}

/// A contact's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ContactPage {
    /// The card.
    pub card: ContactCard,
    /// Who runs it; the label is the message `help-run-<by>`.
    pub run_by: Option<String>,
    /// Her distance or town.
    pub address: Option<String>,
    /// What is known.
    pub known: Vec<Known>,
    /// What nobody has told us.
    pub unknown: Vec<KnownKind>,
    /// Numbers.
    pub calls: Vec<Callable>,
    /// A number or word for texts.
    pub text: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Address of its source, host only.
    pub source_host: Option<String>,
    /// The date its source gives, in words.
    pub source_date: Option<String>,
    /// The organisation's own page was seen.
    pub source_seen: bool,
    /// The source is older than 18 months, or has no date: ring first.
    pub ring_first: bool,
    /// The year of its source, if it has one.
    pub source_year: Option<i32>,
    /// When it was last compared.
    pub checked: Day,
    /// One of us has rung.
    pub phoned_by_us: bool,
}

pub(crate) fn contact(app: &mut App, which: Which) -> Result<ContactPage, ApiError> {
    let contact = app.library()?.contact(&which.id)?;
    let words = words(app, contact)?;
    let from = match app.settings().near.clone() {
        Some(near) => near::place(app, &near)?,
        None => None,
    };
    let today = app.uk_today();
    // A source that gives only its year may be from that January: more than eighteen months before July of the next year.
    let ring_first = contact.source_year.is_none_or(|year| (today.year() - year) * 12 + today.month0() as i32 > 18);
    let (known, unknown) = sorted(contact, &words);
    Ok(ContactPage {
        card: card(app, contact, from.as_ref())?,
        run_by: contact.run_by.clone().filter(|by| by != "unknown"),
        address: contact.address.as_ref().map(|address| match &contact.postcode {
            Some(postcode) => format!("{address}, {postcode}"),
            None => address.clone(),
        }),
        known,
        unknown,
        calls: calls(contact, &words),
        text: contact.text.clone(),
        email: contact.email.clone(),
        website: contact.website.clone(),
        source_host: contact.source_url.as_deref().map(crate::library::host),
        source_date: contact.source_date.clone(),
        source_seen: contact.source_seen,
        ring_first,
        source_year: contact.source_year,
        checked: checked_day(app, contact)?,
        phoned_by_us: contact.phoned_by_us,
    })
}

/// What is known, and what a group should tell but nobody has.
fn sorted(contact: &Contact, words: &ContactWords) -> (Vec<Known>, Vec<KnownKind>) {
    use KnownKind::{Creche, Days, Fare, Food, Hours, Joining, Languages, MustReport, Venue, WomenOnly};
    let days = match (&words.days, &words.time) {
        (Some(days), Some(time)) => Some(format!("{days}, {time}")),
        (days, time) => days.clone().or_else(|| time.clone()),
    };
    let all = [
        (WomenOnly, contact.women_only, None),
        (Days, None, days),
        (Hours, None, words.hours.clone()),
        (Food, None, words.food.clone()),
        (Fare, None, words.fare.clone()),
        (Creche, contact.offers_childcare, words.creche.clone()),
        (Languages, None, words.interpreter.clone().or_else(|| words.languages.clone())),
        (Joining, contact.self_referral, words.joining.clone()),
        (Venue, None, words.venue.clone()),
        (MustReport, None, contact.must_report.clone()),
    ];
    let group = matches!(contact.kind.as_str(), "peer_support" | "befriending_doula");
    // Only what a woman would need to decide is worth the words "nobody has told us"; a phone line has no crèche.
    let asked_of = |kind: KnownKind| match kind {
        Joining | MustReport => true,
        WomenOnly | Days | Food | Fare | Creche | Languages => group,
        Hours => !group,
        Venue => false,
    };
    let mut known = Vec::new();
    let mut unknown = Vec::new();
    for (kind, yes, text) in all {
        if yes.is_some() || text.is_some() {
            known.push(Known { kind, yes, text });
        } else if asked_of(kind) {
            unknown.push(kind);
        }
    }
    (known, unknown)
}
