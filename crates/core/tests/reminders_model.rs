//! The planner against a model, over many visits, zones of the year and moments.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc};
use chrono_tz::Europe::London;
use kindway_core::{
    reminders::{Kind, MAX_PENDING, Rules, plan},
    visits::{Kept, VisitId},
};
use proptest::prelude::*;

const RULES: Rules = Rules { on: true, loss: false, interpreter: true };

prop_compose! {
    fn a_visit()(
        id in any::<[u8; 16]>(),
        day in 0i64..500,
        minute in proptest::option::of(0u32..1440),
        travel in proptest::option::of(0u32..=600),
        (health, pregnancy, fare_asked, interpreter_asked) in any::<(bool, bool, bool, bool)>(),
    ) -> Kept {
        let first: NaiveDate = "2026-11-01".parse().unwrap();
        Kept {
            id: VisitId(id),
            revision: 1,
            kind: "scan".into(),
            on: first + TimeDelta::days(day),
            at: minute.map(|minute| NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap()),
            place: None,
            phone: None,
            note: None,
            travel_minutes: travel,
            fare_pence: None,
            asked_by: None,
            fare_asked,
            interpreter_asked,
            pregnancy,
            private: false,
            health,
        }
    }
}

fn a_moment() -> impl Strategy<Value = DateTime<Utc>> {
    (1_793_000_000i64..1_840_000_000).prop_map(|seconds| DateTime::from_timestamp(seconds, 0).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_plan_is_in_the_future_in_order_apart_and_no_longer_than_the_phone_keeps(
        visits in proptest::collection::vec(a_visit(), 0..60), now in a_moment(),
    ) {
        let planned = plan(now, &visits, RULES);
        prop_assert!(planned.len() <= MAX_PENDING);
        prop_assert!(planned.iter().all(|reminder| reminder.at > now));
        for pair in planned.windows(2) {
            prop_assert!(pair[1].at - pair[0].at > TimeDelta::minutes(15), "{pair:?}");
        }
    }

    #[test]
    fn each_reminder_has_every_kind_and_visit_once_and_the_visits_in_order_of_their_time(
        visits in proptest::collection::vec(a_visit(), 0..60), now in a_moment(),
    ) {
        let time = |id: &VisitId| {
            let visit = visits.iter().find(|visit| visit.id == *id).unwrap();
            (visit.on, visit.at.is_none(), visit.at)
        };
        for reminder in plan(now, &visits, RULES) {
            let kinds: BTreeSet<Kind> = reminder.kinds.iter().copied().collect();
            prop_assert_eq!(kinds.len(), reminder.kinds.len());
            let ids: BTreeSet<VisitId> = reminder.visits.iter().copied().collect();
            prop_assert_eq!(ids.len(), reminder.visits.len());
            prop_assert!(reminder.visits.windows(2).all(|pair| time(&pair[0]) <= time(&pair[1])), "{reminder:?}");
        }
    }

    #[test]
    fn the_evening_before_rings_at_six_in_the_evening_by_uk_clocks_on_every_day_of_the_year(visit in a_visit()) {
        let now = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        let planned = plan(now, std::slice::from_ref(&visit), RULES);
        let eve = planned.iter().find(|reminder| reminder.kinds.contains(&Kind::EveningBefore)).unwrap();
        // A reminder that it was merged into may be up to fifteen minutes earlier, never later.
        let civil = eve.at.with_timezone(&London);
        let due = (visit.on - TimeDelta::days(1)).and_hms_opt(18, 0, 0).unwrap();
        prop_assert!(civil.naive_local() <= due && due - civil.naive_local() <= TimeDelta::minutes(15), "{civil}");
    }

    #[test]
    fn a_loss_leaves_no_reminder_of_a_pregnancy_visit_and_changes_no_other(
        visits in proptest::collection::vec(a_visit(), 0..20), now in a_moment(),
    ) {
        let silent = plan(now, &visits, Rules { loss: true, ..RULES });
        let others: Vec<Kept> = visits.iter().filter(|visit| !visit.pregnancy).cloned().collect();
        prop_assert_eq!(silent, plan(now, &others, RULES));
    }

    #[test]
    fn nothing_rings_once_the_visit_has_begun(visit in a_visit(), now in a_moment()) {
        for reminder in plan(now, std::slice::from_ref(&visit), RULES) {
            let civil = reminder.at.with_timezone(&London);
            let begun = match visit.at {
                Some(at) => civil.date_naive() == visit.on && civil.time() >= at && civil.minute() != at.minute(),
                None => civil.date_naive() > visit.on,
            };
            prop_assert!(!begun, "{} rings at {civil}", visit.on);
        }
    }
}
