//! Help near her: the directory offline, and her own numbers first. Unknown is never "no" and never hides a record.

use kindway_content::{Contact, ContactWords, SOURCE_LANGUAGE, Scope};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, days::Day, error::ApiError, visits::Kept};

mod find;
mod near;
pub(crate) mod own;
pub(crate) mod page;

pub(crate) use find::search;
pub use find::{Filters, Found, Group, GroupKind, NeedChip, Search};
pub use near::{NearView, Place};
pub(crate) use near::{is_for_another_nation, is_local, outward, place};
pub(crate) use own::{MIGRATION, has_unit, own_number_delete, own_number_save, own_numbers, own_units};
pub use own::{OwnNumber, OwnNumberDraft, OwnNumbers, Role, WhichOwn};
pub(crate) use page::contact;
pub use page::{ContactPage, Known, KnownKind};

/// Which contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "WhichContact")]
pub struct Which {
    /// Its id.
    pub id: String,
}

/// A number to call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Callable {
    /// Whose it is: a contact's own name, or what she typed. `None` for the number typed with a visit.
    pub name: Option<String>,
    /// What the number is for, in her language.
    pub label: Option<String>,
    /// The number as published or typed.
    pub number: String,
    /// The number for `tel:`, digits and a plus only.
    pub dial: String,
    /// Free to call.
    pub free: bool,
    /// She typed it, so no badge says that we have not phoned it.
    pub own: bool,
    /// One of us has rung it.
    pub phoned_by_us: bool,
    /// The contact it is from.
    pub contact: Option<String>,
}

/// Where a contact is, as far as its record says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Whereabouts {
    /// Known well enough for a distance, whole kilometres; for wide districts it is "about".
    About {
        /// Kilometres from the place she named.
        km: u32,
        /// The town.
        town: String,
    },
    /// Only the town is known.
    In {
        /// The town or region.
        town: String,
    },
    /// A line for a nation or for the whole UK.
    National {
        /// Nations, in English; the screen says them in her language.
        nations: Vec<String>,
    },
}

/// How a contact can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// By phone, text or at an address.
    Direct,
    /// Website or e-mail only: a staff card asks for help.
    Online,
    /// Nothing is published.
    Unknown,
}

/// A contact in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ContactCard {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind; the label is the message `help-kind-<kind>`.
    pub kind: String,
    /// Name of the drawing.
    pub picture: String,
    /// What it does, in her language.
    pub summary: String,
    /// Where it is.
    pub whereabouts: Whereabouts,
    /// How it can be reached.
    pub reach: Reach,
    /// Women only?
    pub women_only: Option<bool>,
    /// Free to call?
    pub free_call: bool,
    /// Can she go by herself?
    pub self_referral: Option<bool>,
    /// Its days, in her language, if it is a group.
    pub days: Option<String>,
    /// Who may refer, in her language.
    pub joining: Option<String>,
    /// It has closed.
    pub closed: bool,
    /// What to try instead, if it has closed.
    pub instead: Option<String>,
    /// A number for one touch.
    pub call: Option<Callable>,
}

pub(crate) fn card(app: &App, contact: &Contact, from: Option<&Place>) -> Result<ContactCard, ApiError> {
    let words = words(app, contact)?;
    let calls = calls(contact, &words);
    Ok(ContactCard {
        id: contact.id.clone(),
        name: contact.name.clone(),
        kind: contact.kind.clone(),
        picture: picture(contact).to_owned(),
        whereabouts: near::whereabouts(app, contact, from)?,
        reach: reach(contact),
        women_only: contact.women_only,
        free_call: contact.phones.iter().any(|phone| phone.free),
        self_referral: contact.self_referral,
        closed: contact.status == kindway_content::ContactStatus::Closed,
        call: calls.into_iter().next(),
        summary: words.summary,
        days: words.days,
        joining: words.joining,
        instead: words.instead,
    })
}

/// Cards of contacts by id; one that the content no longer has is left out, and after a loss one that speaks of babies.
pub(crate) fn cards_of(app: &App, ids: &[String]) -> Result<Vec<ContactCard>, ApiError> {
    let loss = app.settings().loss;
    let found = ids.iter().filter_map(|id| app.library().ok()?.contact(id).ok());
    found.filter(|contact| !(loss && contact.pregnancy)).map(|contact| card(app, contact, None)).collect()
}

/// Contacts as cards, also those whose words speak of babies: for a page that is written for after a loss.
pub(crate) fn cards_for_grief(app: &App, ids: &[String]) -> Result<Vec<ContactCard>, ApiError> {
    let found = ids.iter().filter_map(|id| app.library().ok()?.contact(id).ok());
    found.map(|contact| card(app, contact, None)).collect()
}

/// Maternity units near the place she last searched.
pub(crate) fn units_near(app: &mut App) -> Result<Vec<ContactCard>, ApiError> {
    let Some(typed) = app.settings().near.clone() else { return Ok(Vec::new()) };
    let Some(from) = near::place(app, &typed)? else { return Ok(Vec::new()) };
    let mut cards = Vec::new();
    for contact in app.library()?.contacts()? {
        let unit = contact.kind == "maternity" && !contact.phones.is_empty() && contact.scope != Scope::National;
        if unit && near::is_local(app, contact, &from)? {
            cards.push(card(app, contact, Some(&from))?);
        }
    }
    Ok(cards)
}

/// Numbers to offer for a visit at a place: her own, then those of contacts whose name the place contains.
pub(crate) fn callable_for(app: &mut App, place: Option<&str>) -> Result<Vec<Callable>, ApiError> {
    let mut calls = own::calls(app)?;
    let folded = crate::library::fold(place.unwrap_or_default());
    if folded.chars().count() >= 6 {
        for contact in app.library()?.contacts()? {
            let name = crate::library::fold(&contact.name);
            if contact.audience == kindway_content::Audience::Women
                && (name.contains(&folded) || folded.contains(&name))
            {
                let words = words(app, contact)?;
                calls.extend(self::calls(contact, &words));
            }
        }
    }
    Ok(calls)
}

/// Whom to call about a visit: the number typed with it, her own numbers, the place's own.
pub(crate) fn calls_for_visit(app: &mut App, visit: &Kept) -> Result<Vec<Callable>, ApiError> {
    let typed = visit.phone.as_ref().map(|number| Callable {
        name: None,
        label: None,
        number: number.clone(),
        dial: dial(number),
        free: false,
        own: true,
        phoned_by_us: false,
        contact: None,
    });
    // After a loss a hospital's maternity numbers stay out of sight.
    if app.settings().loss {
        return Ok(typed.into_iter().collect());
    }
    let others = callable_for(app, visit.place.as_deref())?;
    let mut calls: Vec<Callable> = typed.into_iter().collect();
    for call in others {
        match calls.iter_mut().find(|known| known.dial == call.dial) {
            // The number she typed is a published one: then its name and what it is for are known.
            Some(known) if known.name.is_none() => *known = Callable { own: true, ..call },
            Some(_) => {}
            None => calls.push(call),
        }
    }
    Ok(calls)
}

fn words(app: &App, contact: &Contact) -> Result<ContactWords, ApiError> {
    let tag = app.words()?.tag();
    if tag == SOURCE_LANGUAGE {
        return Ok(contact.words.clone());
    }
    Ok(app.library()?.contact_words(&contact.id, tag)?.unwrap_or_else(|| contact.words.clone()))
}

fn calls(contact: &Contact, words: &ContactWords) -> Vec<Callable> {
    let labels = words.phone_labels.iter().map(|label| Some(label.clone()).filter(|label| !label.is_empty()));
    let labels = labels.chain(std::iter::repeat(None));
    contact
        .phones
        .iter()
        .zip(labels)
        .map(|(phone, label)| Callable {
            name: Some(contact.name.clone()),
            label,
            number: phone.number.clone(),
            dial: dial(&phone.number),
            free: phone.free,
            own: false,
            phoned_by_us: contact.phoned_by_us,
            contact: Some(contact.id.clone()),
        })
        .collect()
}

/// Digits and a leading plus, for `tel:`.
fn dial(number: &str) -> String {
    number
        .chars()
        .enumerate()
        .filter(|(at, letter)| letter.is_ascii_digit() || (*at == 0 && *letter == '+'))
        .map(|(_, l)| l)
        .collect()
}

pub(crate) fn reach(contact: &Contact) -> Reach {
    if !contact.phones.is_empty() || contact.text.is_some() || contact.address.is_some() {
        Reach::Direct
    } else if contact.website.is_some() || contact.email.is_some() {
        Reach::Online
    } else {
        Reach::Unknown
    }
}

fn picture(contact: &Contact) -> &'static str {
    match contact.kind.as_str() {
        "peer_support" if contact.women_only == Some(true) => "two-women",
        "peer_support" | "befriending_doula" => "support-group",
        "health_access" => "gp",
        "maternity" => "midwife",
        "mental_health" => "interpreter",
        "advice_asylum" | "advice_legal" | "children_social_care" => "official-paper",
        "housing" => "door",
        "food_hardship" => "meal",
        "baby_bank_goods" => "moved",
        "travel" => "bus-fare",
        _ => "call",
    }
}

/// A day of a record, when it was last compared with its source.
pub(crate) fn checked_day(app: &App, contact: &Contact) -> Result<Day, ApiError> {
    Ok(app.reading()?.day(contact.last_checked))
}
