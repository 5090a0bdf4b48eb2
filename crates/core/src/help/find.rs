//! Search: words, a need, a place. Local before national, unless the words speak of danger; then reachable first.

use std::collections::BTreeMap;

use kindway_content::{Audience, Contact, ContactStatus, Need, Scope};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    ContactCard, Reach, card,
    near::{self, NearView, Place},
    own::{OwnNumber, own_list},
    reach,
};
use crate::{App, error::ApiError, library::fold};

/// What she looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "HelpSearch")]
pub struct Search {
    /// Words, a town or a postcode, in any order.
    pub words: String,
    /// A need she picked.
    pub need: Option<String>,
    /// The place: a town or a postcode. Absent: the place she used last. Empty: nowhere in particular.
    pub near: Option<String>,
    /// Filters.
    pub filters: Filters,
}

/// A filter lists the known ones first, then "we do not know yet".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "HelpFilters")]
pub struct Filters {
    /// Women only.
    pub women_only: bool,
    /// Free to call.
    pub free_call: bool,
    /// She can go by herself.
    pub self_referral: bool,
}

impl Filters {
    fn any(self) -> bool {
        self.women_only || self.free_call || self.self_referral
    }
}

/// A need as a chip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NeedChip {
    /// Its id; the label is the message `help-need-<id>`.
    pub id: String,
    /// Its picture.
    pub picture: String,
}

/// Why results stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "HelpGroupKind")]
pub enum GroupKind {
    /// In danger: lines to call now.
    First,
    /// Local, and known to match the filters.
    Near,
    /// For the whole nation, and known to match the filters.
    National,
    /// It is not known whether they match the filters.
    NotKnown,
    /// Elsewhere, found by its words.
    Elsewhere,
    /// Closed, with what to try instead.
    Closed,
}

/// Results that stand together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "HelpGroup")]
pub struct Group {
    /// Why.
    pub kind: GroupKind,
    /// The contacts, best first.
    pub cards: Vec<ContactCard>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "HelpFound")]
pub struct Found {
    /// The place that was used.
    pub near: Option<NearView>,
    /// She gave a place that is not known; the results are for nowhere in particular.
    pub near_unknown: bool,
    /// The needs to pick from.
    pub needs: Vec<NeedChip>,
    /// The needs that her words point to.
    pub needs_found: Vec<String>,
    /// Her own numbers that match, all of them where she typed nothing.
    pub own: Vec<OwnNumber>,
    /// The results.
    pub groups: Vec<Group>,
}

/// Kinds that are about pregnancy or a baby: no chip leads to them after a loss.
const BABY_KINDS: [&str; 3] = ["maternity", "baby_bank_goods", "befriending_doula"];

pub(crate) fn search(app: &mut App, ask: Search) -> Result<Found, ApiError> {
    let typed = read_words(app, &ask)?;
    let near_typed = ask.near.clone().or_else(|| app.settings().near.clone()).filter(|near| !near.trim().is_empty());
    let (from, near_unknown) = match (&typed.place, &near_typed) {
        (Some(place), _) => (Some(place.clone()), false),
        (None, Some(text)) => {
            let place = near::place(app, text)?;
            let unknown = place.is_none();
            (place, unknown)
        }
        (None, None) => (None, false),
    };
    remember(app, &ask, from.as_ref())?;
    let own = own_list(app)?.into_iter().filter(|own| typed.matches_own(own)).collect();

    let loss = app.settings().loss;
    let all_needs = app.library()?.needs()?;
    let asked: Vec<&Need> =
        all_needs.iter().filter(|need| ask.need.as_ref() == Some(&need.id) || typed.needs.contains(&need.id)).collect();
    let danger = asked.iter().any(|need| need.danger);
    let ranks = ranks(app, &typed)?;
    let nothing_asked = asked.is_empty() && typed.rest.is_empty();

    let mut found: Vec<Hit<'_>> = Vec::new();
    for contact in app.library()?.contacts()? {
        if contact.audience == Audience::Advisers {
            continue;
        }
        let kept_after_loss = asked.iter().any(|need| need.grief && need.kinds.contains(&contact.kind));
        if loss && contact.pregnancy && !kept_after_loss {
            continue;
        }
        let by_need = asked.iter().filter_map(|need| need.kinds.iter().position(|kind| *kind == contact.kind)).min();
        let by_words = ranks.get(&contact.id).copied();
        if !nothing_asked && by_need.is_none() && by_words.is_none() {
            continue;
        }
        let local = match &from {
            Some(from) => near::is_local(app, contact, from)?,
            None => false,
        };
        let km = match &from {
            Some(from) => near::km(app, contact, from)?,
            None => None,
        };
        found.push(Hit { local, km, by_need, by_words, contact });
    }
    let groups = group(app, found, from.as_ref(), ask.filters, danger, nothing_asked)?;
    let chips = all_needs
        .iter()
        .filter(|need| !loss || need.after_loss || !need.kinds.iter().any(|k| BABY_KINDS.contains(&k.as_str())));
    Ok(Found {
        near: from.as_ref().map(Place::view),
        near_unknown,
        needs: chips.map(|need| NeedChip { id: need.id.clone(), picture: need.picture.clone() }).collect(),
        needs_found: asked.iter().map(|need| need.id.clone()).collect(),
        own,
        groups,
    })
}

struct Hit<'a> {
    contact: &'a Contact,
    local: bool,
    km: Option<f64>,
    by_need: Option<usize>,
    by_words: Option<f64>,
}

impl Hit<'_> {
    /// Smaller is better: reachable first, then the need's own order, the words' rank, the way.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let reachable = |hit: &Self| reach(hit.contact);
        reachable(self)
            .cmp(&reachable(other))
            .then(self.by_need.unwrap_or(usize::MAX).cmp(&other.by_need.unwrap_or(usize::MAX)))
            .then(self.by_words.unwrap_or(0.0).total_cmp(&other.by_words.unwrap_or(0.0)))
            .then(self.km.unwrap_or(f64::MAX).total_cmp(&other.km.unwrap_or(f64::MAX)))
            // Where no place is known, a line for more nations is likelier to be hers.
            .then(other.contact.places.len().cmp(&self.contact.places.len()))
            .then(other.contact.confidence.cmp(&self.contact.confidence))
            .then(self.contact.name.cmp(&other.contact.name))
    }

    /// `Some(true)`: known to match every filter. `None`: something is not known. `Some(false)`: known not to match.
    fn matches(&self, filters: Filters) -> Option<bool> {
        let contact = self.contact;
        let free = contact.phones.iter().any(|phone| phone.free);
        // A record with a number that is not free is known; one without any number is not.
        let free = if contact.phones.is_empty() { None } else { Some(free) };
        let asked = [
            (filters.women_only, contact.women_only),
            (filters.free_call, free),
            (filters.self_referral, contact.self_referral),
        ];
        asked.into_iter().filter(|(on, _)| *on).try_fold(true, |all, (_, known)| known.map(|known| all && known))
    }
}

fn group(
    app: &App,
    mut found: Vec<Hit<'_>>,
    from: Option<&Place>,
    filters: Filters,
    danger: bool,
    nothing_asked: bool,
) -> Result<Vec<Group>, ApiError> {
    found.sort_by(Hit::cmp);
    let mut groups: BTreeMap<u8, (GroupKind, Vec<ContactCard>)> = BTreeMap::new();
    for hit in found {
        let another_nation = from.is_some_and(|from| near::is_for_another_nation(hit.contact, from));
        let national = hit.contact.scope == Scope::National && !another_nation;
        let known = hit.matches(filters);
        if known == Some(false) && filters.any() {
            continue;
        }
        let (order, kind) = if hit.contact.status == ContactStatus::Closed {
            // A closed service is shown where it was, or where its own words are asked for.
            if !hit.local && hit.by_words.is_none() {
                continue;
            }
            (9, GroupKind::Closed)
        } else if danger && national && hit.by_need.is_some() {
            (0, GroupKind::First)
        } else if from.is_some() && !national && !hit.local {
            // Far away or another nation: only what her own words name, never merely what is of the same kind.
            if hit.by_words.is_none() || nothing_asked {
                continue;
            }
            (8, GroupKind::Elsewhere)
        } else if known.is_none() {
            (if national { 6 } else { 4 }, GroupKind::NotKnown)
        } else if national {
            (5, GroupKind::National)
        } else {
            (2, GroupKind::Near)
        };
        groups.entry(order).or_insert((kind, Vec::new())).1.push(card(app, hit.contact, from)?);
    }
    // With filters on, all that is known stands above all that is not.
    let mut ordered: Vec<(u8, Group)> =
        groups.into_iter().map(|(order, (kind, cards))| (order, Group { kind, cards })).collect();
    ordered.sort_by_key(|(order, group)| match (filters.any(), group.kind) {
        (true, GroupKind::National) => 3,
        _ => *order,
    });
    let mut groups: Vec<Group> = Vec::new();
    for (_, next) in ordered {
        match groups.last_mut() {
            Some(last) if last.kind == next.kind => last.cards.extend(next.cards),
            _ => groups.push(next),
        }
    }
    Ok(groups)
}

/// Her words, read: the place among them, the needs they point to, and what is left.
struct Typed {
    place: Option<Place>,
    needs: Vec<String>,
    rest: Vec<String>,
    all: Vec<String>,
}

impl Typed {
    fn matches_own(&self, own: &OwnNumber) -> bool {
        let text = fold(&format!("{} {}", own.name, own.note.as_deref().unwrap_or_default()));
        self.all.is_empty() || self.rest.iter().any(|word| text.contains(word.as_str()))
    }
}

fn read_words(app: &App, ask: &Search) -> Result<Typed, ApiError> {
    let folded = fold(&ask.words);
    let all: Vec<String> = folded.split_whitespace().take(12).map(str::to_owned).collect();
    let (place, mut rest) = take_place(app, &all)?;
    let mut needs = Vec::new();
    for need in app.library()?.needs()? {
        let mut said = false;
        for phrase in need.words.values().flatten().map(|phrase| fold(phrase)) {
            let parts: Vec<&str> = phrase.split_whitespace().collect();
            if !parts.is_empty()
                && all.windows(parts.len()).any(|window| window.iter().zip(&parts).all(|(a, b)| same_word(a, b)))
            {
                said = true;
                rest.retain(|word| !parts.iter().any(|part| same_word(word, part)));
            }
        }
        if said {
            needs.push(need.id.clone());
        }
    }
    Ok(Typed { place, needs, rest, all })
}

/// Equal, or equal but for the plural's s.
fn same_word(a: &str, b: &str) -> bool {
    a == b || a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a)
}

/// The longest run of words that names a place, and the words without it.
fn take_place(app: &App, words: &[String]) -> Result<(Option<Place>, Vec<String>), ApiError> {
    for length in (1..=3.min(words.len())).rev() {
        for start in 0..=words.len() - length {
            let text = words[start..start + length].join(" ");
            // One short word is a postcode only in the form of one, so that "in" or "to" is never a place.
            if let Some(place) = near::place(app, &text)? {
                let rest = words[..start].iter().chain(&words[start + length..]).cloned().collect();
                return Ok((Some(place), rest));
            }
        }
    }
    Ok((None, words.to_vec()))
}

fn ranks(app: &App, typed: &Typed) -> Result<BTreeMap<String, f64>, ApiError> {
    let tag = app.words()?.tag();
    // All words of the rest; where that finds nothing, what the whole text finds, so that a name with a town in it is found.
    let mut rows = app.library()?.find_contacts(&typed.rest, tag)?;
    if rows.is_empty() && typed.place.is_some() && typed.rest.len() < typed.all.len() && !typed.rest.is_empty() {
        rows = app.library()?.find_contacts(&typed.all, tag)?;
    }
    let mut ranks = BTreeMap::new();
    for (id, rank) in rows {
        let best = ranks.entry(id).or_insert(rank);
        if rank < *best {
            *best = rank;
        }
    }
    Ok(ranks)
}

/// Keeps the district or town for the next time, never a whole postcode.
fn remember(app: &mut App, ask: &Search, from: Option<&Place>) -> Result<(), ApiError> {
    let keep = match (&ask.near, from) {
        (Some(text), _) if text.trim().is_empty() => None,
        (_, Some(place)) => Some(place.outcode.clone().unwrap_or_else(|| place.town.clone())),
        _ => return Ok(()),
    };
    if app.has_vault() && app.settings().near != keep {
        let settings = crate::settings::Settings { near: keep, ..app.settings().clone() };
        app.keep_settings(settings)?;
    }
    Ok(())
}

/// Kept so that the ordering of [`Reach`] is part of this file's contract: direct before online before unknown.
const _: () = assert!((Reach::Direct as u8) < (Reach::Online as u8) && (Reach::Online as u8) < (Reach::Unknown as u8));
