//! What can be expected, from a due date, from weeks, or from a birth. The schedule is content; these tests read the real one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use kindway_core::{
    api::{Request, Response},
    days::TypedDay,
    error::Code,
    settings,
    timeline::{Expected, GroupKind, Timeline, Told, Weeks},
    visits::Draft,
};
use support::{Phone, nothing};

/// A Sunday; a due date of 9 May 2027 is 24 weeks away, so 16 weeks lie behind.
const NOW: &str = "2026-11-22T10:00:00Z";

fn phone(language: &str) -> Phone {
    let mut phone = Phone::at(NOW);
    phone.speak(language);
    phone
}

fn day(year: i32, month: u32, day: u32) -> TypedDay {
    TypedDay { day, month, year, weekday: None }
}

fn tell(phone: &mut Phone, told: Told) -> Timeline {
    let Response::TimelineTold(timeline) = phone.call(Request::TimelineTold(told)).unwrap() else { panic!() };
    timeline
}

fn ids(timeline: &Timeline, kind: GroupKind) -> Vec<&str> {
    let groups = timeline.groups.iter().filter(|group| group.kind == kind);
    groups.flat_map(|group| &group.items).map(|item| item.page.id.as_str()).collect()
}

fn item<'t>(timeline: &'t Timeline, id: &str) -> &'t Expected {
    let mut items = timeline.groups.iter().flat_map(|group| &group.items);
    items.find(|item| item.page.id == id).unwrap_or_else(|| panic!("{id} is not expected"))
}

#[test]
fn nothing_is_expected_before_she_tells_anything() {
    let mut phone = phone("en-GB");
    let Response::Timeline(timeline) = phone.call(Request::Timeline(nothing())).unwrap() else { panic!() };
    assert_eq!((timeline.due, timeline.weeks, timeline.groups.len()), (None, None, 0));
}

#[test]
fn a_due_date_becomes_windows_on_the_days_of_the_schedule() {
    let timeline = tell(&mut phone("en-GB"), Told::Due { day: day(2027, 5, 9) });
    assert_eq!(timeline.weeks, Some(Weeks { weeks: 16, days: 0 }));
    let anomaly = item(&timeline, "anomaly-scan");
    assert_eq!(anomaly.from.iso, "2026-12-06", "18 weeks (APPT-07)");
    assert_eq!(anomaly.to.as_ref().unwrap().iso, "2026-12-26", "20 weeks and 6 days");
    assert_eq!(anomaly.week, Some(18));
    assert!(ids(&timeline, GroupKind::Now).contains(&"midwife-16"));
    assert!(ids(&timeline, GroupKind::Coming).contains(&"anomaly-scan"));
    assert!(ids(&timeline, GroupKind::Earlier).contains(&"dating-scan"), "it can still be asked for (APPT-02)");
}

#[test]
fn how_many_weeks_and_a_due_date_give_the_same() {
    let mut first = phone("en-GB");
    let by_date = tell(&mut first, Told::Due { day: day(2027, 5, 9) });
    let by_weeks = tell(&mut phone("en-GB"), Told::Weeks { weeks: 16, days: 0 });
    assert_eq!(by_date, by_weeks);
}

#[test]
fn a_later_baby_has_no_visits_of_weeks_25_31_and_40() {
    let mut phone = phone("en-GB");
    let open = tell(&mut phone, Told::Due { day: day(2027, 5, 9) });
    assert!(item(&open, "midwife-25").if_first_baby, "not asked yet: shown, and marked");
    let later = tell(&mut phone, Told::FirstBaby { first: Some(false) });
    let all: Vec<&str> = later.groups.iter().flat_map(|group| &group.items).map(|item| item.page.id.as_str()).collect();
    for id in ["midwife-25", "midwife-31", "midwife-40"] {
        assert!(!all.contains(&id), "{id} is for a first baby only (APPT-08, 10, 14)");
    }
    assert!(all.contains(&"midwife-28"));
}

#[test]
fn the_maternity_payment_opens_in_week_29_and_closes_six_months_after_the_birth() {
    let mut phone = phone("en-GB");
    let before = tell(&mut phone, Told::Due { day: day(2027, 5, 9) });
    let payment = item(&before, "maternity-payment");
    assert_eq!((payment.from.iso.as_str(), payment.to.as_ref().unwrap().iso.as_str()), ("2027-02-21", "2027-11-09"));
    phone.set_clock("2027-05-20T10:00:00Z");
    let after = tell(&mut phone, Told::Born { day: day(2027, 5, 14) });
    let payment = item(&after, "maternity-payment");
    assert_eq!(payment.to.as_ref().unwrap().iso, "2027-11-14", "counted from the birth now (MONEY-13)");
    assert_eq!(ids(&after, GroupKind::Coming), Vec::<&str>::new(), "nothing of the pregnancy is still to come");
    assert!(ids(&after, GroupKind::AfterBirth).contains(&"gp-check"));
}

#[test]
fn until_the_birth_what_comes_after_it_is_only_about() {
    let timeline = tell(&mut phone("en-GB"), Told::Due { day: day(2027, 5, 9) });
    assert!(item(&timeline, "gp-check").about);
    assert!(!item(&timeline, "midwife-28").about);
}

#[test]
fn a_due_date_that_has_passed_asks_whether_the_baby_is_there() {
    let mut phone = phone("en-GB");
    assert!(!tell(&mut phone, Told::Due { day: day(2026, 11, 22) }).ask_born);
    phone.set_clock("2026-11-23T10:00:00Z");
    let Response::Timeline(timeline) = phone.call(Request::Timeline(nothing())).unwrap() else { panic!() };
    assert!(timeline.ask_born);
}

#[test]
fn a_visit_that_she_added_stands_beside_the_one_that_is_expected() {
    let mut phone = phone("en-GB");
    let draft = Draft { kind: Some("anomaly-scan".into()), day: Some(day(2026, 12, 10)), ..Default::default() };
    let id = phone.add(draft).card.id;
    let timeline = tell(&mut phone, Told::Due { day: day(2027, 5, 9) });
    assert_eq!(item(&timeline, "anomaly-scan").added.as_ref(), Some(&id));
    assert_eq!(item(&timeline, "midwife-28").added, None);
}

#[test]
fn after_a_loss_nothing_is_expected_and_undoing_it_brings_everything_back() {
    let mut phone = phone("en-GB");
    let before = tell(&mut phone, Told::Due { day: day(2027, 5, 9) });
    let set = |loss| Request::SettingsSave(settings::Change { loss: Some(loss), ..Default::default() });
    phone.call(set(true)).unwrap();
    let Response::Timeline(quiet) = phone.call(Request::Timeline(nothing())).unwrap() else { panic!() };
    assert_eq!((quiet.due, quiet.weeks, quiet.groups.len(), quiet.ask_born), (None, None, 0, false));
    phone.call(set(false)).unwrap();
    let Response::Timeline(again) = phone.call(Request::Timeline(nothing())).unwrap() else { panic!() };
    assert_eq!(again, before);
}

#[test]
fn what_no_pregnancy_could_have_is_refused_in_its_field() {
    let mut phone = phone("en-GB");
    for (told, code, field) in [
        (Told::Due { day: day(2027, 2, 29) }, Code::NoSuchDay, "day"),
        (Told::Due { day: day(2026, 10, 31) }, Code::DueOutOfRange, "day"),
        (Told::Due { day: day(2027, 8, 30) }, Code::DueOutOfRange, "day"),
        (Told::Weeks { weeks: 43, days: 0 }, Code::WeeksOutOfRange, "weeks"),
        (Told::Weeks { weeks: 12, days: 7 }, Code::WeeksOutOfRange, "weeks"),
        (Told::Weeks { weeks: u32::MAX, days: u32::MAX }, Code::WeeksOutOfRange, "weeks"),
        (Told::Born { day: day(2026, 11, 23) }, Code::BirthOutOfRange, "day"),
        (Told::Born { day: day(2020, 1, 1) }, Code::BirthOutOfRange, "day"),
    ] {
        let error = phone.call(Request::TimelineTold(told.clone())).unwrap_err();
        assert_eq!((error.code, error.field.as_deref()), (code, Some(field)), "{told:?}");
    }
    let Response::Timeline(timeline) = phone.call(Request::Timeline(nothing())).unwrap() else { panic!() };
    assert_eq!(timeline.due, None, "nothing was kept of what was refused");
}

#[test]
fn forgetting_leaves_nothing_of_it() {
    let mut phone = phone("en-GB");
    tell(&mut phone, Told::Due { day: day(2027, 5, 9) });
    tell(&mut phone, Told::FirstBaby { first: Some(true) });
    let timeline = tell(&mut phone, Told::Forget);
    assert_eq!((timeline.due, timeline.first_baby, timeline.groups.len()), (None, None, 0));
}

#[test]
fn a_due_date_told_after_a_birth_is_a_new_pregnancy() {
    let mut phone = phone("en-GB");
    tell(&mut phone, Told::Born { day: day(2026, 11, 1) });
    let timeline = tell(&mut phone, Told::Due { day: day(2027, 5, 9) });
    assert_eq!((timeline.born, timeline.weeks), (None, Some(Weeks { weeks: 16, days: 0 })));
    tell(&mut phone, Told::Born { day: day(2026, 11, 1) });
    assert_eq!(tell(&mut phone, Told::Weeks { weeks: 8, days: 0 }).born, None);
}

#[test]
fn while_a_baby_is_late_none_of_its_checks_has_passed() {
    let timeline = tell(&mut phone("en-GB"), Told::Due { day: day(2026, 11, 15) });
    let earlier = ids(&timeline, GroupKind::Earlier);
    for id in ["newborn-check", "heel-prick", "midwife-after-birth", "hearing-test"] {
        assert!(!earlier.contains(&id), "{id} comes after a birth that has not been");
        assert!(ids(&timeline, GroupKind::AfterBirth).contains(&id));
    }
}

#[test]
fn a_due_date_of_long_ago_is_asked_about_and_counts_no_weeks() {
    let mut phone = phone("en-GB");
    tell(&mut phone, Told::Weeks { weeks: 30, days: 0 });
    phone.set_clock("2027-11-22T10:00:00Z");
    let Response::Timeline(timeline) = phone.call(Request::Timeline(nothing())).unwrap() else { panic!() };
    assert_eq!((timeline.weeks, timeline.groups.len(), timeline.ask_born), (None, 0, true));
}

#[test]
fn a_visit_of_a_kind_that_several_share_is_told_beside_each_of_them() {
    let mut phone = phone("en-GB");
    tell(&mut phone, Told::Weeks { weeks: 30, days: 0 });
    let draft = Draft { kind: Some("vaccine".into()), day: Some(day(2026, 11, 25)), ..Default::default() };
    let id = phone.add(draft).card.id;
    let Response::Timeline(timeline) = phone.call(Request::Timeline(nothing())).unwrap() else { panic!() };
    for vaccine in ["flu", "rsv", "whooping-cough"] {
        assert_eq!(item(&timeline, vaccine).added.as_ref(), Some(&id), "it may be this one: {vaccine}");
    }
}

#[test]
fn one_thing_is_explained_also_where_it_is_not_hers_to_expect() {
    let mut phone = phone("ti");
    let mut one = |id: &str| {
        let ask = kindway_core::timeline::Which { id: id.into() };
        let Response::TimelineOne(one) = phone.call(Request::TimelineOne(ask)).unwrap() else { panic!() };
        one
    };
    let found = one("midwife-25");
    assert_eq!((found.page.id.as_str(), found.expected), ("midwife-25", None));
}

#[test]
fn in_scotland_the_shorter_time_to_register_a_birth_is_said_beside_the_longer() {
    let mut phone = phone("en-GB");
    let timeline = tell(&mut phone, Told::Born { day: day(2026, 11, 20) });
    let page = &item(&timeline, "register-birth").page;
    let words: String =
        page.sections[0].statements.iter().flat_map(|pair| &pair.english).map(|s| s.text.as_str()).collect();
    assert!(words.contains("42 days") && words.contains("In Scotland it is 21 days"), "{words} (BABY-10)");
}

#[test]
fn the_last_visit_of_the_schedule_comes_when_the_child_is_two() {
    let mut phone = phone("en-GB");
    let timeline = tell(&mut phone, Told::Born { day: day(2025, 6, 22) });
    assert!(ids(&timeline, GroupKind::AfterBirth).contains(&"health-visitor-2-years"), "APPT-31, at 17 months");
}
