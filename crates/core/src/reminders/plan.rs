//! The planner. Pure: the same visits, rules and `now` give the same plan, so the plan is simply replaced as a whole after any
//! change.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::Kind;
use crate::{
    days::{UK, uk_instant, uk_today},
    visits::{Kept, VisitId},
};

/// iOS keeps the 64 soonest and silently drops the rest; four places are left for test rings.
pub const MAX_PENDING: usize = 60;

/// Reminders that would ring within this time of one another ring once, at the earliest of their times.
const TOGETHER: TimeDelta = TimeDelta::minutes(15);

/// "Ask for the fare" this many days before the visit.
const FARE_DAYS: u64 = 7;
/// "Ask for an interpreter" this many days before the visit.
const INTERPRETER_DAYS: u64 = 5;
/// The morning reminder comes at least this long before she must leave.
const BEFORE_LEAVING: TimeDelta = TimeDelta::minutes(90);

/// What the plan depends on besides the visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Reminders are on.
    pub on: bool,
    /// After a loss pregnancy visits are silent.
    pub loss: bool,
    /// She needs an interpreter.
    pub interpreter: bool,
}

/// One moment of one visit, before moments are merged.
struct Moment<'v> {
    at: DateTime<Utc>,
    kind: Kind,
    visit: &'v Kept,
}

/// A planned reminder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// When it rings.
    pub at: DateTime<Utc>,
    /// What it is for, in order.
    pub kinds: Vec<Kind>,
    /// The visits it is about, in order of their time.
    pub visits: Vec<VisitId>,
}

/// Plans every reminder that should exist now: in the future, at most [`MAX_PENDING`], soonest first.
pub fn plan(now: DateTime<Utc>, visits: &[Kept], rules: Rules) -> Vec<Planned> {
    if !rules.on {
        return Vec::new();
    }
    let mut moments: Vec<Moment<'_>> = visits
        .iter()
        .filter(|visit| !(rules.loss && visit.pregnancy))
        .flat_map(|visit| moments(now, visit, rules))
        .filter(|moment| moment.at > now)
        .collect();
    moments.sort_unstable_by_key(|moment| (moment.at, moment.kind));
    let mut planned = Vec::new();
    let mut rest = moments.as_slice();
    while let Some(first) = rest.first().filter(|_| planned.len() < MAX_PENDING) {
        // Measured from the first of them, so that a chain of moments cannot pull one far from its time.
        let (one, later) = rest.split_at(rest.partition_point(|moment| moment.at - first.at <= TOGETHER));
        planned.push(together(first.at, one));
        rest = later;
    }
    planned
}

fn together(at: DateTime<Utc>, moments: &[Moment<'_>]) -> Planned {
    let mut kinds = Vec::new();
    for moment in moments {
        if !kinds.contains(&moment.kind) {
            kinds.push(moment.kind);
        }
    }
    let mut visits: Vec<&Kept> = moments.iter().map(|moment| moment.visit).collect();
    visits.sort_unstable_by_key(|visit| (visit.on, visit.at.is_none(), visit.at, visit.id));
    visits.dedup_by_key(|visit| visit.id);
    Planned { at, kinds, visits: visits.into_iter().map(|visit| visit.id).collect() }
}

fn moments(now: DateTime<Utc>, visit: &Kept, rules: Rules) -> Vec<Moment<'_>> {
    let starts = visit.at.map(|at| uk_instant(visit.on, at));
    let leave = visit.leave_at();
    let mut moments = Vec::with_capacity(5);
    let mut add = |kind, at| moments.push(Moment { at, kind, visit });

    if visit.health && !visit.fare_asked {
        ask(now, visit.on, FARE_DAYS).into_iter().for_each(|at| add(Kind::AskFare, at));
    }
    if visit.health && !visit.interpreter_asked && rules.interpreter {
        ask(now, visit.on, INTERPRETER_DAYS).into_iter().for_each(|at| add(Kind::AskInterpreter, at));
    }
    if let Some(eve) = visit.on.checked_sub_days(Days::new(1)) {
        add(Kind::EveningBefore, uk_instant(eve, clock(18)));
    }
    // A visit without a known way is taken as next door: then she leaves when it starts.
    let morning = uk_instant(visit.on, clock(7));
    add(Kind::Morning, leave.or(starts).map_or(morning, |leave| morning.min(leave - BEFORE_LEAVING)));
    leave.into_iter().for_each(|at| add(Kind::Leave, at));

    // Nothing rings once a visit has begun; one without a time has all of its day.
    let end = starts.unwrap_or_else(|| uk_instant(visit.on, NaiveTime::MIN) + TimeDelta::days(1));
    moments.retain(|moment| moment.at < end);
    moments
}

/// 10:00 so many days before the visit, or the next 10:00 from now where that has passed; never on the day itself, when it
/// is too late to ask.
fn ask(now: DateTime<Utc>, on: NaiveDate, days: u64) -> Option<DateTime<Utc>> {
    let due = uk_instant(on.checked_sub_days(Days::new(days))?, clock(10));
    let at = if due > now {
        due
    } else {
        let today = uk_instant(uk_today(now), clock(10));
        if today > now { today } else { uk_instant(uk_today(now).checked_add_days(Days::new(1))?, clock(10)) }
    };
    (at.with_timezone(&UK).date_naive() < on).then_some(at)
}

fn clock(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN)
}
