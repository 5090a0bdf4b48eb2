//! How rows that come join rows that are here. Nothing of either is lost, and the same file a second time changes nothing.
//!
//! | the row that comes | what is done |
//! | --- | --- |
//! | says nothing that the one here does not say | nothing |
//! | is what another phone keeps beside the one here, and says nothing that it does not say | nothing |
//! | has another id that is not here | it is added |
//! | differs in its note alone from the one that has its id | both texts stay in the one note, if they fit |
//! | differs in anything else | it is kept beside the one here, under an id derived from both id and content |
//!
//! What decides is what a row says: an id alone never drops one, since a row may have been edited after it was kept beside another. A
//! joined note still says what it said before, so a row that was once the same stays so.
//!
//! What she has set and told on this phone stays; what is still as on first open takes what comes. What somebody else may see or meet on
//! the phone only ever becomes quieter and tighter. Letters never change, so their id decides.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Transaction;
use sha2::{Digest, Sha256};

use super::{
    Done,
    rows::{Letter, Number, Rows, Said},
};
use crate::{
    error::ApiError,
    help::own,
    money::{self, Told},
    reminders::Level,
    settings::{Interpreter, Settings},
    visits::{self, Kept, VisitId},
};

/// What an import will change. Pure: the same rows give the same plan, so looking and taking agree.
pub(super) struct Plan {
    pub(super) settings: Settings,
    pub(super) money: Told,
    pub(super) visits: Joined<Kept>,
    pub(super) numbers: Joined<Number>,
    pub(super) letters: Vec<Letter>,
    pub(super) done: Done,
}

/// What joins one table.
pub(super) struct Joined<R> {
    /// Rows under ids that are not here.
    pub(super) add: Vec<R>,
    /// Rows that are here, with a note that holds both texts.
    pub(super) change: Vec<R>,
}

pub(super) fn plan(here: Rows, came: Rows) -> Plan {
    let mut done = Done::default();
    let visits = join(&here.visits, came.visits, &mut done);
    let numbers = join(&here.numbers, came.numbers, &mut done);
    let known: BTreeSet<VisitId> = here.letters.iter().map(|letter| letter.id).collect();
    let (same, letters): (Vec<_>, Vec<_>) = came.letters.into_iter().partition(|letter| known.contains(&letter.id));
    done.same += same.len();
    done.added += letters.len();
    Plan {
        settings: settings(here.settings, came.settings, !here.visits.is_empty()),
        money: told(here.money, came.money),
        visits,
        numbers,
        letters,
        done,
    }
}

impl Plan {
    /// Keeps what was planned, as a part of the transaction that keeps the settings.
    pub(super) fn keep(self, tx: &Transaction<'_>) -> Result<(), ApiError> {
        money::store::write(tx, &self.money)?;
        self.visits.add.iter().try_for_each(|visit| visits::store::insert(tx, visit))?;
        for visit in &self.visits.change {
            visits::store::update(tx, visit, visit.revision - 1)?;
        }
        for number in self.numbers.add.iter().chain(&self.numbers.change) {
            own::put(tx, number.id.0, number.role, &number.name, number.phone.as_deref(), number.note.as_deref())?;
        }
        for letter in &self.letters {
            money::store::save_letter(tx, letter.id.0, letter.saved_on, &letter.title, &letter.text)?;
        }
        Ok(())
    }
}

/// A row with a note that can join another.
pub(super) trait Joins: Clone + Said {
    /// The most characters of its note.
    const NOTE_MOST: usize;

    fn id(&self) -> VisitId;

    fn note(&self) -> Option<&str>;

    /// The same row under another id.
    fn under(self, id: VisitId) -> Self;

    /// The same row, changed to have another note.
    fn noted(self, note: Option<String>) -> Self;
}

impl Joins for Kept {
    const NOTE_MOST: usize = visits::NOTE_MOST;

    fn id(&self) -> VisitId {
        self.id
    }

    fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    fn under(self, id: VisitId) -> Self {
        Self { id, ..self }
    }

    fn noted(self, note: Option<String>) -> Self {
        Self { note, revision: self.revision + 1, ..self }
    }
}

impl Joins for Number {
    const NOTE_MOST: usize = own::OWN_NOTE_MOST;

    fn id(&self) -> VisitId {
        self.id
    }

    fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    fn under(self, id: VisitId) -> Self {
        Self { id, ..self }
    }

    fn noted(self, note: Option<String>) -> Self {
        Self { note, ..self }
    }
}

/// The most rows, alike in all but their notes, among which the one is looked for beside which a row is kept. A hostile file has
/// thousands: they may cost a row that stands here twice, but no minutes.
const ALIKE_MOST: usize = 100;
/// How many ids beside a row are looked at there. The first is taken only where she edited what was kept under it.
const BESIDE_MOST: usize = 3;

pub(super) fn join<R: Joins>(here: &[R], came: Vec<R>, done: &mut Done) -> Joined<R> {
    let by_id: BTreeMap<VisitId, &R> = here.iter().map(|row| (row.id(), row)).collect();
    let mut alike: BTreeMap<Vec<u8>, Vec<&R>> = BTreeMap::new();
    for row in here {
        alike.entry(but_note(row)).or_default().push(row);
    }
    let mut joined = Joined { add: Vec::new(), change: Vec::new() };
    let mut added: BTreeMap<VisitId, usize> = BTreeMap::new();
    // Rows that are added come first: the id beside another may be one of theirs.
    let (known, new): (Vec<R>, Vec<R>) = came.into_iter().partition(|row| by_id.contains_key(&row.id()));
    for row in new {
        let is_kept = alike.get(&but_note(&row)).is_some_and(|rows| {
            let begun = begun(&row);
            // The ids first: to look through a note takes longer.
            let is_beside =
                |kept: &&R| besides(kept.id(), &begun).take(BESIDE_MOST).any(|id| id == row.id()) && says(*kept, &row);
            rows.iter().take(ALIKE_MOST).any(is_beside)
        });
        if is_kept {
            done.same += 1;
        } else {
            done.added += 1;
            added.insert(row.id(), joined.add.len());
            joined.add.push(row);
        }
    }
    for row in known {
        let Some(kept) = by_id.get(&row.id()).copied() else { continue };
        let bare = but_note(&row);
        let joint = (but_note(kept) == bare).then(|| both_texts(text_of(kept), text_of(&row)));
        match joint.filter(|both| both.chars().count() <= R::NOTE_MOST) {
            Some(both) if both == text_of(kept) => done.same += 1,
            Some(both) => {
                done.both += 1;
                joined.change.push(kept.clone().noted(Some(both)));
            }
            None => {
                let there = |id| by_id.get(&id).copied().or_else(|| joined.add.get(*added.get(&id)?));
                let is_same = |other: &R| but_note(other) == bare && says(other, &row);
                let free_or_same = besides(row.id(), &begun(&row)).find(|id| there(*id).is_none_or(is_same));
                match free_or_same.filter(|id| there(*id).is_none()) {
                    None => done.same += 1,
                    Some(aside) => {
                        done.both += 1;
                        added.insert(aside, joined.add.len());
                        joined.add.push(row.under(aside));
                    }
                }
            }
        }
    }
    joined
}

/// Whether the note of one says what the note of the other does.
fn says<R: Joins>(row: &R, other: &R) -> bool {
    holds(text_of(row), text_of(other))
}

/// What a row says, but for its note.
fn but_note<R: Joins>(row: &R) -> Vec<u8> {
    row.clone().noted(None).said()
}

fn text_of<R: Joins>(row: &R) -> &str {
    row.note().unwrap_or_default()
}

/// What the ids beside others begin with for this row: what is long goes in once.
pub(super) fn begun<R: Joins>(row: &R) -> Sha256 {
    Sha256::new().chain_update(b"kindway moving beside 1").chain_update(row.said())
}

/// The ids under which a row is kept beside the one that has its id: the first that is free. The same row gives the same ids on every
/// phone. None is made from the one before it: such rows would merge, and a file could have each of its rows walk past all others.
pub(super) fn besides(id: VisitId, begun: &Sha256) -> impl Iterator<Item = VisitId> {
    (0_u32..).map(move |nth| {
        let hash = begun.clone().chain_update(id.0).chain_update(nth.to_be_bytes()).finalize();
        VisitId(std::array::from_fn(|at| hash.get(at).copied().unwrap_or_default()))
    })
}

/// Both texts, each once: one may stand in the other already, from an earlier time.
fn both_texts(here: &str, came: &str) -> String {
    if holds(here, came) {
        here.to_owned()
    } else if holds(came, here) {
        came.to_owned()
    } else {
        format!("{here}\n\n{came}")
    }
}

/// Whether each paragraph of a text stands in another as whole lines: "5" does not stand in "15:00". Not the text as one, or two notes
/// that crossed on their way would double with every file.
fn holds(text: &str, part: &str) -> bool {
    let text = format!("\n{text}\n");
    let mut paragraphs = part.split("\n\n").map(|lines| lines.trim_matches('\n')).filter(|lines| !lines.is_empty());
    paragraphs.all(|lines| text.contains(&format!("\n{lines}\n")))
}

/// What is here where she has set it, else what came. What she set to the default cannot be told from what she never set, so this is for
/// settings that show nobody anything of hers.
fn either<T: PartialEq>(here: T, came: T, default: &T) -> T {
    if here == *default { came } else { here }
}

fn told(here: Told, came: Told) -> Told {
    Told {
        have: here.have.or(came.have),
        money_day: here.money_day.or(came.money_day),
        extra_pregnancy: here.extra_pregnancy || came.extra_pregnancy,
    }
}

/// One neutral word on the lock screen unless she chooses more: here, not in a file.
fn quieter(here: Level, came: Level) -> Level {
    match (here, came) {
        (Level::Discreet, _) | (_, Level::Discreet) => Level::Discreet,
        (Level::Time, _) | (_, Level::Time) => Level::Time,
        (Level::Full, Level::Full) => Level::Full,
    }
}

fn settings(here: Settings, came: Settings, has_visits: bool) -> Settings {
    let default = Settings::default();
    let language = here.language.or(came.language.clone());
    // What is told is told of one pregnancy: those of two phones are not mixed.
    let is_told = here.due.is_some() || here.born.is_some();
    let is_same = (here.due, here.born) == (came.due, came.born);
    let (due, born, loss, first_baby) = if is_told && !is_same {
        (here.due, here.born, here.loss, here.first_baby)
    } else {
        (came.due, came.born, here.loss || came.loss, here.first_baby.or(came.first_baby))
    };
    Settings {
        // Another language may have another calendar, so the answer comes only with its language.
        own_calendar: here.own_calendar.or(came.own_calendar.filter(|_| language == came.language)),
        language,
        welcomed: here.welcomed || came.welcomed,
        ask_calendar: here.ask_calendar,
        theme: either(here.theme, came.theme, &default.theme),
        text_size: either(here.text_size, came.text_size, &default.text_size),
        // Off is always her word. On is only the default, but a file must not silence visits that she relies on here.
        reminders_on: here.reminders_on && (has_visits || came.reminders_on),
        reminder_level: quieter(here.reminder_level, came.reminder_level),
        interpreter: Interpreter {
            needed: here.interpreter.needed.or(came.interpreter.needed),
            dialect: here.interpreter.dialect.or(came.interpreter.dialect),
            woman: either(here.interpreter.woman, came.interpreter.woman, &default.interpreter.woman),
        },
        near: here.near.or(came.near),
        loss,
        support: here.support.or(came.support),
        due,
        born,
        first_baby,
        // No file makes the lock looser.
        lock_after: here.lock_after.min(came.lock_after),
        update_networks: either(here.update_networks, came.update_networks, &default.update_networks),
    }
}
