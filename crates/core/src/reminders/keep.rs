//! Keeping the plan: the words of each level, the ids that this space owns, and the hand-over to the phone.

use rusqlite::Connection;

use super::{Level, Planned, Reminder, Reminders, Rules, plan};
use crate::{
    App,
    days::{Reading, UK},
    error::{ApiError, Code},
    ports::{Alarm, AlarmHealth},
    settings::Settings,
    vault::Migration,
    visits::{self, Kept, store},
};

pub(crate) const MIGRATION: Migration = Migration {
    number: 5,
    sql: "CREATE TABLE alarm (
        id TEXT PRIMARY KEY                   -- opaque id of a reminder that the phone holds for this space
    ) STRICT, WITHOUT ROWID;",
};

/// Plans anew and hands the whole plan to the phone, after every change.
///
/// What she changed is saved by then and stays acknowledged: where the phone does not take the plan, the reminders are declared
/// broken instead (product.md, promise 2), and the next change or opening tries again.
pub(crate) fn replan(app: &mut App) {
    app.plan_refused = hand_over(app).is_err();
}

/// What a plan depends on, but for the hour. A change that was refused may stand in the file all the same; where it does not, nothing is
/// planned anew, or a phone without room would be called one whose reminders are broken.
pub(crate) fn basis(app: &mut App) -> Option<(Vec<Kept>, Settings)> {
    let visits = store::all(app.vault().ok()?.read()).ok()?;
    Some((visits, app.settings().clone()))
}

/// Ids are random and new each time, so that nobody who reads the phone's own list can follow a reminder through changes.
fn hand_over(app: &mut App) -> Result<(), ApiError> {
    if !app.has_vault() {
        return Ok(());
    }
    let kept = store::all(app.vault()?.read())?;
    let planned = plan(app.now(), &kept, rules(app));
    let mut alarms = Vec::with_capacity(planned.len());
    for reminder in planned {
        let id = visits::VisitId(app.random_id()?).to_string();
        alarms.push(Alarm { id, at: reminder.at, text: text(app, &reminder, &kept, app.settings().reminder_level)? });
    }
    let owned = owned(app.vault()?.read())?;
    // The new ids are ours before the phone has them: a crash between the two leaves ids too many, never too few.
    let all: Vec<String> = owned.iter().cloned().chain(alarms.iter().map(|alarm| alarm.id.clone())).collect();
    app.vault()?.write(|tx| own(tx, &all))?;
    app.device().replace(&owned, &alarms).map_err(|_| ApiError::new(Code::CannotSave))?;
    let ids: Vec<String> = alarms.into_iter().map(|alarm| alarm.id).collect();
    app.vault()?.write(|tx| own(tx, &ids))
}

/// Takes every reminder of this space off the phone.
pub(crate) fn clear(app: &mut App) -> Result<(), ApiError> {
    if !app.has_vault() {
        return Ok(());
    }
    let owned = owned(app.vault()?.read())?;
    app.device().replace(&owned, &[]).map_err(|_| ApiError::new(Code::CannotSave))
}

pub(super) fn view(app: &mut App) -> Result<Reminders, ApiError> {
    let level = app.settings().reminder_level;
    let (mut planned, mut examples) = (Vec::new(), Vec::new());
    if app.has_vault() {
        let kept = store::all(app.vault()?.read())?;
        let plan = plan(app.now(), &kept, rules(app));
        for level in [Level::Discreet, Level::Time, Level::Full] {
            if let Some(first) = plan.first() {
                examples.push(text(app, first, &kept, level)?);
            }
        }
        for reminder in plan {
            let reading = app.reading()?;
            let civil = reminder.at.with_timezone(&UK);
            planned.push(Reminder {
                at: reminder.at.format("%Y-%m-%dT%H:%MZ").to_string(),
                day: reading.day(civil.date_naive()),
                time: reading.time(civil.time()),
                text: text(app, &reminder, &kept, level)?,
                kinds: reminder.kinds,
                visits: reminder.visits.iter().map(ToString::to_string).collect(),
            });
        }
    }
    let health = if app.plan_refused { AlarmHealth::Broken } else { app.device().alarm_health() };
    Ok(Reminders { on: app.settings().reminders_on, level, planned, health, examples })
}

fn rules(app: &App) -> Rules {
    let settings = app.settings();
    Rules { on: settings.reminders_on, loss: settings.loss, interpreter: settings.needs_interpreter() }
}

/// How many visits one notification names.
const NAMED_MOST: usize = 5;

/// What the notification shows. One sentence a visit, for the first few, and the neutral word for those after them; the kind of a private
/// visit is never in it, whatever the level.
fn text(app: &App, reminder: &Planned, kept: &[Kept], level: Level) -> Result<String, ApiError> {
    let words = app.words()?;
    if level == Level::Discreet {
        return Ok(words.say("reminders-text-discreet"));
    }
    let reading = app.reading()?;
    let (named, others) = reminder.visits.split_at(reminder.visits.len().min(NAMED_MOST));
    let mut lines = Vec::new();
    for visit in named.iter().filter_map(|id| kept.iter().find(|visit| visit.id == *id)) {
        lines.push(sentence(app, &reading, visit, level)?);
    }
    if !others.is_empty() {
        lines.push(words.say("reminders-text-discreet"));
    }
    Ok(lines.join("\n"))
}

fn sentence(app: &App, reading: &Reading<'_>, visit: &Kept, level: Level) -> Result<String, ApiError> {
    let card = visits::card(app, visit)?;
    let day = card.day.hers.map_or_else(
        || format!("{} {} {}", card.day.weekday, card.day.day, card.day.month),
        |hers| format!("{} {}", hers.weekday, hers.short),
    );
    let time = card.time.map(|time| time.english);
    let mut args = vec![("day", day)];
    let mut message = match &time {
        Some(_) => "reminders-text-time",
        None => "reminders-text-time-untimed",
    };
    if let Some(time) = time {
        args.push(("time", time));
    }
    if level == Level::Full && !visit.private {
        args.push(("kind", card.title));
        message = match (args.iter().any(|(name, _)| *name == "time"), &card.place) {
            (true, Some(_)) => "reminders-text-full",
            (true, None) => "reminders-text-full-no-place",
            (false, Some(_)) => "reminders-text-full-untimed",
            (false, None) => "reminders-text-full-untimed-no-place",
        };
        args.extend(card.place.map(|place| ("place", place)));
    }
    Ok(reading.words.say_with(message, &args))
}

fn owned(db: &Connection) -> Result<Vec<String>, ApiError> {
    let mut ask = db.prepare_cached("SELECT id FROM alarm ORDER BY id")?;
    let ids = ask.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

fn own(db: &Connection, ids: &[String]) -> Result<(), ApiError> {
    db.execute("DELETE FROM alarm", [])?;
    let mut put = db.prepare_cached("INSERT INTO alarm (id) VALUES (?1)")?;
    ids.iter().try_for_each(|id| put.execute([id]).map(drop))?;
    Ok(())
}
