//! One search over everything: her own visits, kinds of visit, articles, people, staff cards, danger signs, what comes next. Mixed,
//! best first. What she types is read, answered and forgotten: it is neither kept nor logged.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

use kindway_content::{
    Area, Audience, Contact, ContactStatus, Doc, Need, Rule, SOURCE_LANGUAGE, Scope, Span, TranslationStatus,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App,
    error::ApiError,
    help::{self, ContactCard, NearView, Place, Reach},
    library::{
        fill, fold, forms,
        index::{Index, Item, Passage},
    },
    visits::{self, VisitCard},
};

mod asked;
mod rank;

use asked::Asked;
use rank::{Found as Ranked, Match};

/// What she types.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "SearchAsk")]
pub struct Ask {
    /// Her words, in any language and script.
    pub words: String,
}

/// What a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "SearchKind")]
pub enum HitKind {
    /// A visit of hers.
    Visit,
    /// A kind of visit.
    VisitKind,
    /// An article of Rights.
    Article,
    /// A staff card.
    Card,
    /// The danger signs.
    Danger,
    /// An explanation inside a screen.
    Guide,
    /// Something that comes next.
    Timeline,
    /// Somebody who can help.
    Contact,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "SearchHit")]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its id among its kind.
    pub id: String,
    /// Its title in her language, or in English where hers lacks it.
    pub title: String,
    /// The statement that answers best. Empty for a visit of hers.
    pub snippet: Vec<Span>,
    /// Where in a document the snippet stands, for going there.
    pub section: Option<String>,
    /// The table of questions that a guide is an outcome of: she is asked before she is told.
    pub table: Option<String>,
    /// The language of title and snippet.
    pub language: String,
    /// Name of the drawing.
    pub picture: String,
    /// Past its review date: "may have changed".
    pub past_review: bool,
    /// How the text came to be; `None` for what she or an organisation wrote.
    pub status: Option<TranslationStatus>,
    /// The visit, if it is one of hers.
    pub visit: Option<VisitCard>,
    /// The contact, if it is one.
    pub contact: Option<ContactCard>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "SearchFound")]
pub struct Found {
    /// Best first, at most twenty.
    pub hits: Vec<Hit>,
    /// The place that her words name.
    pub near: Option<NearView>,
    /// The needs that her words point to; Help lists everybody for each.
    pub needs: Vec<String>,
}

/// How many hits are shown, and how many of one sort, so that no sort hides the others.
const HITS_MOST: usize = 20;
/// As many characters as the field holds. What comes after them is not read.
const WORDS_MOST: usize = 200;
const CONTACTS_MOST: usize = 6;
/// Where she names a place she looks for somebody there.
const CONTACTS_MOST_NEAR: usize = 10;
const CARDS_MOST: usize = 3;
const TIMELINE_MOST: usize = 3;
const GUIDES_MOST: usize = 2;
/// What answers less than this share of what the best one does is not worth a look.
const WORTH: f64 = 0.2;
/// As much of what she asked a danger sign must say to stand above everything else.
const SPEAKS_OF_DANGER: f64 = 0.45;
/// A visit of hers that says so much of what she asked stands above what is for everybody.
const SPEAKS_OF_HERS: f64 = 0.5;

/// Higher than the score of anything that is found by its words alone.
const ABOVE_ALL: f64 = 10.0;
/// A danger sign stands above her visits, unless one of them says clearly more of what she asked.
const DANGER_BEFORE_HERS: f64 = 0.25;

/// A place in the list before it is a hit.
struct Candidate {
    score: f64,
    what: What,
}

enum What {
    Hers(visits::Kept),
    Doc { area: Area, id: String, best: Option<u32>, table: Option<String> },
    Contact { id: String, closed: bool },
}

pub(crate) fn search(app: &mut App, ask: Ask) -> Result<Found, ApiError> {
    let index = app.library()?.index(app.words()?.tag())?;
    let words: String = ask.words.chars().take(WORDS_MOST).collect();
    let asked = Asked::read(app, &index, &words)?;
    let own = own_visits(app)?;
    let app = &*app;
    let loss = app.settings().loss;
    let needs = app.library()?.needs()?;
    let pointed: BTreeSet<usize> = asked.ideas.iter().flat_map(|idea| idea.needs.iter().copied()).collect();
    let pointed: Vec<&Need> = pointed.into_iter().filter_map(|need| needs.get(need)).collect();

    let about_loss = if loss { about_loss(app)? } else { BTreeSet::new() };
    let in_grief = pointed.iter().any(|need| need.grief);
    let shown = |item: &Item, passage: &Passage| {
        !loss || ((in_grief || !about_loss.contains(&item.key)) && stays(app, &pointed, item, passage))
    };
    let ranked = rank::find(app.library()?, &index, &asked, shown)?;
    let matches = ranked.matches(&index);
    let mut candidates = own_candidates(app, &asked, &ranked, own)?;
    candidates.extend(doc_candidates(&index, &ranked, &matches, &app.library()?.rules()?, loss));
    candidates.extend(contact_candidates(app, &index, &asked, &ranked, &matches, &pointed)?);
    let near = asked.place.as_ref();
    Ok(Found {
        hits: hits(app, &index, chosen(candidates, near.is_some()), near)?,
        near: near.map(Place::view),
        needs: pointed.into_iter().filter(|need| !loss || need.after_loss).map(|need| need.id.clone()).collect(),
    })
}

/// The pages that are about the loss itself: found only where her words speak of grief.
fn about_loss(app: &App) -> Result<BTreeSet<String>, ApiError> {
    let articles = app.library()?.docs(Area::Articles, SOURCE_LANGUAGE)?;
    let about = articles.into_iter().filter(Doc::is_for_after_loss);
    Ok(about.map(|doc| format!("doc/{}/{}", Area::Articles.folder(), doc.id)).collect())
}

/// What may still be found after a loss: what the editors marked for it, and lines that speak of babies where she looks for somebody
/// to talk to about it.
fn stays(app: &App, pointed: &[&Need], item: &Item, passage: &Passage) -> bool {
    let Some((area, id)) = split(&item.key) else { return false };
    if area == Some(Area::Timeline) {
        return false;
    }
    if !item.pregnancy {
        return true;
    }
    match area {
        Some(Area::Visits) => false,
        Some(_) => item.stays && passage.after_loss,
        None => {
            app.library().and_then(|library| library.contact(id)).is_ok_and(|contact| is_for_grief(pointed, contact))
        }
    }
}

fn is_for_grief(pointed: &[&Need], contact: &Contact) -> bool {
    pointed.iter().any(|need| need.grief && need.kinds.contains(&contact.kind))
}

/// The area and id of a document's key; no area for a contact's.
fn split(key: &str) -> Option<(Option<Area>, &str)> {
    if let Some(id) = key.strip_prefix("contact/") {
        return Some((None, id));
    }
    let (folder, id) = key.strip_prefix("doc/")?.split_once('/')?;
    let area = Area::ALL.into_iter().find(|area| area.folder() == folder)?;
    Some((Some(area), id))
}

/// Her visits that may be shown.
fn own_visits(app: &mut App) -> Result<Vec<visits::Kept>, ApiError> {
    if !app.has_vault() {
        return Ok(Vec::new());
    }
    let loss = app.settings().loss;
    let all = visits::store::all(app.vault()?.read())?;
    Ok(all.into_iter().filter(|visit| !(loss && visit.pregnancy)).collect())
}

fn own_candidates(
    app: &App,
    asked: &Asked,
    ranked: &Ranked,
    own: Vec<visits::Kept>,
) -> Result<Vec<Candidate>, ApiError> {
    let today = app.uk_today();
    let mut found = Vec::new();
    for visit in own {
        let card = visits::card(app, &visit)?;
        let texts = [Some(&card.title), Some(&card.title_english), visit.place.as_ref(), visit.note.as_ref()];
        let mut words = BTreeSet::new();
        for word in
            texts.into_iter().flatten().flat_map(|text| fold(text).split(' ').map(str::to_owned).collect::<Vec<_>>())
        {
            words.extend(forms(&word).into_iter().map(|(form, _)| form));
            words.insert(word);
        }
        let covered = ranked.covered_by(&asked.ideas, &words);
        if covered >= SPEAKS_OF_HERS {
            // The next one first; past ones after all that are to come.
            let days = (visit.on - today).num_days();
            let soon = if days >= 0 { 1.0 / (1.0 + days as f64) } else { -1.0 + 1.0 / (1.0 - days as f64) };
            found.push(Candidate { score: ABOVE_ALL + covered + 0.1 * soon, what: What::Hers(visit) });
        }
    }
    Ok(found)
}

fn doc_candidates(index: &Index, ranked: &Ranked, matches: &[Match], rules: &[Rule], loss: bool) -> Vec<Candidate> {
    let mut found = Vec::new();
    for found_here in matches {
        let item = &index.items[found_here.item];
        let Some((Some(area), id)) = split(&item.key) else { continue };
        if loss && item.pregnancy && found_here.best.is_none() && area != Area::Danger {
            continue;
        }
        let outcome_of = |rule: &&Rule| area == Area::Guides && rule.rows.iter().any(|row| row.outcome == id);
        let rule = rules.iter().find(outcome_of);
        if loss && rule.is_some_and(|rule| rule.pregnancy) {
            continue;
        }
        let score = match area {
            Area::Danger if speaks_of_danger(index, ranked, matches, found_here) => {
                ABOVE_ALL + found_here.covered + DANGER_BEFORE_HERS
            }
            Area::Articles | Area::Visits => found_here.score,
            Area::Danger => 0.95 * found_here.score,
            // They say again, for staff or in short, what an article says.
            _ => 0.85 * found_here.score,
        };
        found.push(Candidate {
            score,
            what: What::Doc { area, id: id.to_owned(), best: found_here.best, table: rule.map(|rule| rule.id.clone()) },
        });
    }
    found
}

/// Whether her words speak of a danger sign: a sign says enough of them, and not only with words that everything has. A page that
/// has them as its title is what she means instead, as long as it says no less of them: "they move me" is not "baby moves less".
/// A title that speaks of something beside the sign is none: "my leg is swollen after birth" is no question about visits after birth.
fn speaks_of_danger(index: &Index, ranked: &Ranked, all: &[Match], danger: &Match) -> bool {
    let signs = ["emergency", "unit", "after-birth", "mind"];
    let sign = danger.best.filter(|id| signs.contains(&&*index.passages[id].part));
    let telling = sign.map(|id| ranked.telling(id)).unwrap_or_default();
    let title = |other: &Match| {
        other.titled > 0.5
            && other.covered > danger.covered - 0.05
            && telling.iter().all(|idea| other.held[*idea] >= f64::from(rank::SURE))
    };
    !telling.is_empty() && danger.covered >= SPEAKS_OF_DANGER && !all.iter().any(title)
}

fn contact_candidates(
    app: &App,
    index: &Index,
    asked: &Asked,
    ranked: &Ranked,
    matches: &[Match],
    pointed: &[&Need],
) -> Result<Vec<Candidate>, ApiError> {
    let library = app.library()?;
    let loss = app.settings().loss;
    let needs = library.needs()?;
    let usual = match (&asked.place, &app.settings().near) {
        (None, Some(near)) => help::place(app, near)?,
        _ => None,
    };
    let from = asked.place.as_ref().or(usual.as_ref());
    let mut by_words: BTreeMap<&str, &Match> = BTreeMap::new();
    for found in matches {
        if let Some((None, id)) = split(&index.items[found.item].key) {
            by_words.insert(id, found);
        }
    }
    let danger = pointed.iter().any(|need| need.danger);
    let mut found = Vec::new();
    for contact in library.contacts()? {
        if contact.audience == Audience::Advisers || (loss && contact.pregnancy && !is_for_grief(pointed, contact)) {
            continue;
        }
        let rank_of = |need: usize| needs.get(need)?.kinds.iter().position(|kind| *kind == contact.kind);
        let national = contact.scope == Scope::National;
        let local = match from {
            Some(from) => help::is_local(app, contact, from)?,
            None => false,
        };
        let said = by_words.get(contact.id.as_str()).map_or(0.0, |found| found.score);
        let needed = ranked.needed(&asked.ideas, rank_of, if local { &asked.place_ideas } else { &[] });
        if said <= 0.0 && needed <= 0.0 {
            continue;
        }
        // Where she names a place and something else, whoever is merely there does not answer.
        let besides = |place: usize| asked.place_ideas.len() < asked.ideas.len() && !asked.place_ideas.contains(&place);
        let held = by_words.get(contact.id.as_str()).map(|found| found.held.as_slice()).unwrap_or_default();
        let merely_there = asked.place.is_some()
            && (0..asked.ideas.len()).any(besides)
            && !held.iter().enumerate().any(|(place, held)| besides(place) && *held >= f64::from(rank::SURE))
            && ranked.needed(&asked.ideas, rank_of, &[]) <= 0.0;
        let answers = if merely_there { 0.4 } else { 1.0 };
        let another_nation = from.is_some_and(|from| help::is_for_another_nation(contact, from));
        let whereabouts = match (from, asked.place.is_some()) {
            (Some(_), true) if local => 1.35,
            (Some(_), false) if local => 1.15,
            (Some(_), _) if national && !another_nation => {
                if danger {
                    1.3
                } else {
                    0.9
                }
            }
            (Some(_), _) => 0.35,
            // Without a place, who answers everywhere is likelier to be within reach.
            (None, _) if national => 1.0,
            (None, _) => 0.75,
        };
        let reach = match help::reach(contact) {
            Reach::Direct => 1.0,
            Reach::Online => 0.95,
            Reach::Unknown => 0.9,
        };
        let score = (0.8 * said + 0.8 * needed) * whereabouts * reach * answers;
        let closed = contact.status == ContactStatus::Closed;
        // A closed service is shown only where its own words are asked for.
        if !closed || said > 0.0 {
            found.push(Candidate { score: 0.8 * score, what: What::Contact { id: contact.id.clone(), closed } });
        }
    }
    Ok(found)
}

/// Best first, closed ones last, none of one sort so often that it hides the others.
fn chosen(mut candidates: Vec<Candidate>, near: bool) -> Vec<Candidate> {
    let closed = |candidate: &Candidate| matches!(candidate.what, What::Contact { closed: true, .. });
    let key = |candidate: &Candidate| match &candidate.what {
        What::Hers(visit) => visit.id.to_string(),
        What::Doc { area, id, .. } => format!("{}/{id}", area.folder()),
        What::Contact { id, .. } => id.clone(),
    };
    candidates
        .sort_by(|a, b| closed(a).cmp(&closed(b)).then(b.score.total_cmp(&a.score)).then_with(|| key(a).cmp(&key(b))));
    // What stands first for another reason than its words is no measure for the others.
    let best =
        candidates.iter().map(|candidate| candidate.score).filter(|score| *score < ABOVE_ALL).fold(0.0, f64::max);
    candidates.retain(|candidate| candidate.score.partial_cmp(&(WORTH * best)) != Some(Ordering::Less));
    let (mut contacts, mut cards, mut timeline, mut guides) = (0, 0, 0, 0);
    let mut tables = BTreeSet::new();
    candidates.retain(|candidate| {
        // One way into a table is enough.
        if let What::Doc { table: Some(table), .. } = &candidate.what
            && !tables.insert(table.clone())
        {
            return false;
        }
        let (count, most) = match &candidate.what {
            What::Contact { .. } => (&mut contacts, if near { CONTACTS_MOST_NEAR } else { CONTACTS_MOST }),
            What::Doc { area: Area::Cards, .. } => (&mut cards, CARDS_MOST),
            What::Doc { area: Area::Timeline, .. } => (&mut timeline, TIMELINE_MOST),
            What::Doc { area: Area::Guides, .. } => (&mut guides, GUIDES_MOST),
            _ => return true,
        };
        *count += 1;
        *count <= most
    });
    candidates.truncate(HITS_MOST);
    candidates
}

fn hits(app: &App, index: &Index, chosen: Vec<Candidate>, from: Option<&Place>) -> Result<Vec<Hit>, ApiError> {
    chosen
        .into_iter()
        .map(|candidate| match candidate.what {
            What::Hers(visit) => own_hit(app, &visit),
            What::Doc { area, id, best, table } => doc_hit(app, index, area, &id, best, table),
            What::Contact { id, .. } => contact_hit(app, &id, from),
        })
        .collect()
}

fn own_hit(app: &App, visit: &visits::Kept) -> Result<Hit, ApiError> {
    let card = visits::card(app, visit)?;
    Ok(Hit {
        kind: HitKind::Visit,
        id: card.id.clone(),
        title: card.title.clone(),
        snippet: Vec::new(),
        section: None,
        table: None,
        language: app.words()?.tag().to_owned(),
        picture: card.picture.clone(),
        past_review: false,
        status: None,
        visit: Some(card),
        contact: None,
    })
}

fn doc_hit(
    app: &App,
    index: &Index,
    area: Area,
    id: &str,
    best: Option<u32>,
    table: Option<String>,
) -> Result<Hit, ApiError> {
    let loss = app.settings().loss;
    let doc: Doc = app.library()?.doc(area, id, app.words()?.tag())?;
    let shown = |statement: &&kindway_content::Statement| !(loss && doc.front.pregnancy) || statement.after_loss;
    let best = best.and_then(|id| index.passages.get(&id)).and_then(|passage| {
        let section = doc.sections.iter().find(|section| *section.id == *passage.part)?;
        Some((section, section.statements.get(passage.place as usize)?))
    });
    // Where only the title speaks of it, the page's first words say what it is.
    let first = || doc.sections.iter().find_map(|section| Some((section, section.statements.iter().find(shown)?)));
    let found = best.or_else(first);
    let language = if doc.language == SOURCE_LANGUAGE { app.language_in_english() } else { app.language_in_itself() };
    Ok(Hit {
        kind: match area {
            Area::Visits => HitKind::VisitKind,
            Area::Cards => HitKind::Card,
            Area::Danger => HitKind::Danger,
            Area::Guides => HitKind::Guide,
            Area::Timeline => HitKind::Timeline,
            _ => HitKind::Article,
        },
        id: doc.id.clone(),
        title: doc.title.clone(),
        snippet: found.map(|(_, statement)| fill(&statement.spans, &[("language", language)])).unwrap_or_default(),
        section: found.map(|(section, _)| section.id.clone()),
        table,
        language: doc.language.clone(),
        picture: doc.front.picture.clone(),
        past_review: app.uk_today() > doc.front.review_by,
        status: Some(doc.status),
        visit: None,
        contact: None,
    })
}

fn contact_hit(app: &App, id: &str, from: Option<&Place>) -> Result<Hit, ApiError> {
    let library = app.library()?;
    let card = help::card(app, library.contact(id)?, from)?;
    let tag = app.words()?.tag();
    let translated = library.contact_words(id, tag)?.is_some();
    Ok(Hit {
        kind: HitKind::Contact,
        id: card.id.clone(),
        title: card.name.clone(),
        snippet: vec![Span { text: card.summary.clone(), strong: false }],
        section: None,
        table: None,
        language: if translated { tag } else { SOURCE_LANGUAGE }.to_owned(),
        picture: card.picture.clone(),
        past_review: false,
        status: None,
        visit: None,
        contact: Some(card),
    })
}
