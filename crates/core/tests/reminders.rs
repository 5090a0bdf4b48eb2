//! Reminders through the door, as the phone gets them. Every time is asserted in UTC.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/sealed.rs"]
mod sealed;
mod support;

use kindway_core::{
    api::{Request, Response},
    reminders::{Kind, Level},
    settings, visits,
};
use sealed::{CODE, seal, take_in};
use support::{Phone, letter_of_journey_2, nothing, visit};

const NOW: &str = "2026-11-22T10:00:00Z";

#[test]
fn journey_2_plans_one_question_an_evening_and_a_morning() {
    let mut phone = Phone::at(NOW);
    phone.speak("ti");
    let added = phone.add(letter_of_journey_2());
    assert_eq!(phone.rings(), ["2026-11-23T10:00Z", "2026-11-23T18:00Z", "2026-11-24T07:00Z"]);
    assert_eq!(
        added.reminders[0].kinds,
        [Kind::AskFare, Kind::AskInterpreter],
        "the fare and the interpreter are one reminder"
    );
}

#[test]
fn a_visit_in_english_asks_for_the_fare_alone() {
    let mut phone = Phone::at(NOW);
    phone.speak("en-GB");
    let added = phone.add(visit("scan", "2026-12-20", "09:20"));
    assert_eq!(added.reminders[0].kinds, [Kind::AskFare]);
    assert_eq!(phone.rings(), ["2026-12-13T10:00Z", "2026-12-19T18:00Z", "2026-12-20T07:00Z"]);
}

#[test]
fn a_far_visit_asks_for_the_fare_seven_and_for_the_interpreter_five_days_before() {
    let mut phone = Phone::at(NOW);
    phone.speak("ti");
    phone.add(visit("midwife", "2027-01-20", "11:00"));
    assert_eq!(phone.rings(), ["2027-01-13T10:00Z", "2027-01-15T10:00Z", "2027-01-19T18:00Z", "2027-01-20T07:00Z"]);
}

#[test]
fn a_visit_on_the_morning_the_clocks_go_forward_rings_at_the_uk_time_she_typed() {
    let mut phone = Phone::at("2027-03-20T12:00:00Z");
    phone.add(visit("legal-official", "2027-03-28", "09:20"));
    assert_eq!(
        phone.rings(),
        ["2027-03-27T18:00Z", "2027-03-28T06:00Z"],
        "BST began at 01:00: 07:00 local is 06:00 UTC"
    );
}

#[test]
fn a_visit_on_the_morning_the_clocks_go_back_rings_at_the_uk_time_she_typed() {
    let mut phone = Phone::at("2027-10-20T12:00:00Z");
    phone.add(visit("legal-official", "2027-10-31", "09:20"));
    assert_eq!(
        phone.rings(),
        ["2027-10-30T17:00Z", "2027-10-31T07:00Z"],
        "18:00 BST is 17:00 UTC, 07:00 GMT is 07:00 UTC"
    );
}

#[test]
fn time_to_leave_counts_real_minutes_over_the_change_of_the_clocks() {
    let mut phone = Phone::at("2027-03-20T12:00:00Z");
    let draft = visits::Draft { travel_minutes: Some(45), ..visit("legal-official", "2027-03-28", "02:15") };
    phone.add(draft);
    // 02:15 BST is 01:15 UTC; 45 minutes and the margin of 15 before it is 00:15 UTC; 90 minutes before that she is woken.
    assert_eq!(phone.rings(), ["2027-03-27T18:00Z", "2027-03-27T22:45Z", "2027-03-28T00:15Z"]);
}

#[test]
fn the_morning_reminder_comes_ninety_minutes_before_she_must_leave_if_that_is_earlier_than_seven() {
    let mut phone = Phone::at(NOW);
    let draft = visits::Draft { travel_minutes: Some(60), ..visit("legal-official", "2026-12-01", "08:30") };
    phone.add(draft);
    assert_eq!(phone.rings(), ["2026-11-30T18:00Z", "2026-12-01T05:45Z", "2026-12-01T07:15Z"]);
}

#[test]
fn a_visit_without_a_time_rings_the_evening_before_and_at_seven() {
    let mut phone = Phone::at(NOW);
    phone.add(visit("support-group", "2026-12-01", ""));
    assert_eq!(phone.rings(), ["2026-11-30T18:00Z", "2026-12-01T07:00Z"]);
}

#[test]
fn nothing_is_planned_in_the_past_or_after_the_visit_has_begun() {
    let mut phone = Phone::at("2026-11-24T08:00:00Z");
    phone.speak("ti");
    phone.add(letter_of_journey_2());
    assert_eq!(phone.rings(), Vec::<String>::new(), "evening and morning are over, and it is too late to ask");
}

#[test]
fn moments_within_fifteen_minutes_ring_once_and_later_ones_ring_again() {
    let mut phone = Phone::at(NOW);
    phone.add(visit("legal-official", "2026-12-01", "09:00"));
    phone.add(visit("support-group", "2026-12-01", "14:00"));
    phone.add(visits::Draft { travel_minutes: Some(30), ..visit("something-else", "2026-12-01", "10:00") });
    // Mornings: 07:00, 07:00 and 07:00; the leave of the third at 09:15 stands alone.
    assert_eq!(phone.rings(), ["2026-11-30T18:00Z", "2026-12-01T07:00Z", "2026-12-01T09:15Z"]);
}

#[test]
fn at_most_sixty_are_handed_over_and_they_are_the_soonest() {
    let mut phone = Phone::at(NOW);
    for day in 1..=28 {
        for month in [12, 1] {
            let year = if month == 12 { 2026 } else { 2027 };
            phone.add(visit("legal-official", &format!("{year}-{month:02}-{day:02}"), "11:00"));
        }
    }
    let rings = phone.rings();
    assert_eq!(rings.len(), 60);
    assert_eq!(rings.first().unwrap(), "2026-11-30T18:00Z");
    assert!(
        rings.last().unwrap() < &"2027-01-04T00:00Z".to_owned(),
        "56 visits plan 112; the soonest 60 end in early January"
    );
}

#[test]
fn the_plan_follows_every_change() {
    let mut phone = Phone::at(NOW);
    phone.speak("ti");
    let added = phone.add(letter_of_journey_2());
    let id = added.card.id.clone();

    let asked = visits::Asked { id: id.clone(), fare: Some(true), interpreter: Some(true) };
    let Response::VisitAsked(asked) = phone.call(Request::VisitAsked(asked)).unwrap() else { panic!() };
    assert_eq!(phone.rings(), ["2026-11-23T18:00Z", "2026-11-24T07:00Z"], "what is asked for is not asked again");

    let draft = visits::Draft { time: Some("15:00".to_owned()), ..visit("scan", "2026-11-26", "") };
    phone.call(Request::VisitChange(visits::Change { id: id.clone(), revision: asked.revision, draft })).unwrap();
    assert_eq!(phone.rings(), ["2026-11-25T18:00Z", "2026-11-26T07:00Z"]);

    phone.call(Request::VisitDelete(visits::Which { id })).unwrap();
    assert_eq!(phone.rings(), Vec::<String>::new());
    phone.call(Request::VisitPutBack(nothing())).unwrap();
    assert_eq!(phone.rings(), ["2026-11-25T18:00Z", "2026-11-26T07:00Z"]);

    phone.settings(settings::Change { reminders_on: Some(false), ..Default::default() });
    assert_eq!(phone.rings(), Vec::<String>::new());
}

#[test]
fn reminders_are_planned_anew_when_the_app_opens() {
    let mut phone = Phone::at(NOW);
    phone.add(visit("legal-official", "2026-12-01", "09:00"));
    phone.close();
    phone.device.0.lock().unwrap().alarms.clear();
    phone.open();
    assert_eq!(phone.rings(), ["2026-11-30T18:00Z", "2026-12-01T07:00Z"]);
}

#[test]
fn only_the_reminders_of_this_space_are_replaced() {
    let mut phone = Phone::at(NOW);
    let other = kindway_core::ports::Alarm {
        id: "other".into(),
        at: "2026-12-24T12:00:00Z".parse().unwrap(),
        text: "x".into(),
    };
    phone.device.0.lock().unwrap().alarms.push(other);
    phone.add(visit("legal-official", "2026-12-01", "09:00"));
    assert!(phone.rings().contains(&"2026-12-24T12:00Z".to_owned()), "another space's reminder is left alone");
}

#[test]
fn the_loss_switch_silences_pregnancy_keeps_the_solicitor_and_can_be_undone() {
    let mut phone = Phone::at(NOW);
    phone.speak("ti");
    phone.add(letter_of_journey_2());
    phone.add(visit("legal-official", "2026-12-01", "09:00"));
    let before = phone.rings();
    phone.settings(settings::Change { loss: Some(true), ..Default::default() });
    assert_eq!(phone.rings(), ["2026-11-30T18:00Z", "2026-12-01T07:00Z"]);
    phone.settings(settings::Change { loss: Some(false), ..Default::default() });
    assert_eq!(phone.rings(), before);
}

#[test]
fn each_level_shows_what_it_promises_and_private_kinds_are_never_named() {
    let mut phone = Phone::at(NOW);
    phone.speak("en-GB");
    phone.add(letter_of_journey_2());
    assert!(phone.texts().iter().all(|text| text == "Reminder"), "{:?}", phone.texts());

    phone.settings(settings::Change { reminder_level: Some(Level::Time), ..Default::default() });
    let time = phone.texts();
    assert!(time[0].contains("Tuesday 24 November") && time[0].contains("9:20am"), "{time:?}");
    assert!(!time[0].contains("Scan") && !time[0].contains("Liverpool"), "{time:?}");

    phone.settings(settings::Change { reminder_level: Some(Level::Full), ..Default::default() });
    let full = phone.texts();
    assert!(full[0].contains("Scan") && full[0].contains("Liverpool Women's Hospital"), "{full:?}");

    for kind in ["legal-official", "support-group", "perinatal-mental-health"] {
        let mut phone = Phone::at(NOW);
        phone.speak("en-GB");
        phone.settings(settings::Change { reminder_level: Some(Level::Full), ..Default::default() });
        let added = phone.add(visit(kind, "2026-12-01", "09:00"));
        for text in phone.texts() {
            assert!(!text.contains(&added.card.title), "{kind} is named in {text:?}");
        }
    }
}

#[test]
fn ids_of_reminders_say_nothing_and_change_with_every_plan() {
    let mut phone = Phone::at(NOW);
    phone.add(visit("legal-official", "2026-12-01", "09:00"));
    let ids =
        |phone: &Phone| phone.device.0.lock().unwrap().alarms.iter().map(|alarm| alarm.id.clone()).collect::<Vec<_>>();
    let before = ids(&phone);
    phone.settings(settings::Change { text_size: Some(130), ..Default::default() });
    assert!(ids(&phone).iter().all(|id| !before.contains(id)), "an id that stays could be followed");
}

#[test]
fn a_phone_that_takes_no_plan_loses_no_visit_and_is_declared_broken_until_it_does() {
    use kindway_core::ports::AlarmHealth;
    let health = |phone: &mut Phone| match phone.call(Request::Reminders(nothing())).unwrap() {
        Response::Reminders(reminders) => reminders.health,
        _ => panic!(),
    };
    let mut phone = Phone::at(NOW);
    phone.device.0.lock().unwrap().refuses = true;
    phone.add(visit("legal-official", "2026-12-01", "09:00"));
    let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
    assert_eq!(visits.coming.len(), 1, "the visit is saved once, so she does not type it twice");
    assert_eq!(health(&mut phone), AlarmHealth::Broken);
    phone.device.0.lock().unwrap().refuses = false;
    phone.open();
    assert_eq!(health(&mut phone), AlarmHealth::Exact);
    assert_eq!(phone.rings(), ["2026-11-30T18:00Z", "2026-12-01T07:00Z"]);
}

#[test]
fn the_visits_of_one_reminder_are_named_in_order_of_their_time() {
    let mut phone = Phone::at(NOW);
    phone.speak("en-GB");
    phone.settings(settings::Change { reminder_level: Some(Level::Time), ..Default::default() });
    for time in ["14:00", "", "09:20", "16:00", "11:00"] {
        phone.add(visit("legal-official", "2026-12-01", time));
    }
    let lines: Vec<String> = phone.texts()[0].lines().map(ToOwned::to_owned).collect();
    let day = "Visit: Tuesday 1 December";
    let timed = ["9:20am", "11:00am", "2:00pm", "4:00pm"].map(|time| format!("{day}, {time}"));
    assert_eq!(lines, [timed.as_slice(), &[day.to_owned()]].concat());
}

#[test]
fn of_ten_thousand_visits_on_one_day_a_reminder_names_the_first_five_and_says_a_neutral_word_for_the_rest() {
    let mut phone = Phone::at(NOW);
    phone.speak("en-GB");
    let visits: Vec<String> = (0..10_000)
        .map(|n| {
            let place = "A".repeat(120);
            format!(
                r#"{{"id":"{n:032x}","revision":1,"kind":"gp","on":"2026-12-01","at":"{:02}:{:02}","place":"{place}"}}"#,
                10 - n / 1000,
                n / 17 % 60,
            )
        })
        .collect();
    let rows = format!(r#"{{"format":1,"made":"2026-11-22T10:00:00Z","visits":[{}]}}"#, visits.join(","));
    phone.call(take_in(&seal(CODE, &rows), CODE)).unwrap();
    phone.settings(settings::Change { reminder_level: Some(Level::Full), ..Default::default() });
    let texts = phone.texts();
    let evening: Vec<&str> = texts[0].lines().collect();
    assert!(evening[..5].iter().all(|line| line.contains(", 1:00am, ")), "the soonest come first: {evening:?}");
    assert_eq!(evening[5..], ["Reminder"]);
    assert!(texts.iter().all(|text| text.lines().count() <= 6), "{texts:?}");
}
