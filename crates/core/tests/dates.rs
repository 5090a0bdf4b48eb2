//! Dates and times as she reads them, with the real words of each language.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use kindway_core::settings;
use support::{Phone, visit};

const NOW: &str = "2026-11-22T10:00:00Z";

#[test]
fn twenty_five_november_in_tigrinya_with_the_ethiopic_calendar_reads_sixteen_hidar_2019() {
    let mut phone = Phone::at(NOW);
    phone.speak("ti");
    phone.settings(settings::Change { own_calendar: Some(true), ..Default::default() });
    let card = phone.add(visit("scan", "2026-11-25", "10:30")).card;
    assert_eq!(card.day.english, "Wednesday 25 November 2026");
    let own = card.day.own.expect("her own calendar is on");
    assert!(own.text.contains("16 ሕዳር 2019"), "{}", own.text);
    assert!(
        !own.calendar.is_empty() && own.calendar != card.day.hers.as_ref().unwrap().calendar,
        "the calendars are named apart"
    );
    assert!(card.day.hers.unwrap().text.contains("25"), "the Gregorian date in her language stands beside it");
    let time = card.time.unwrap();
    assert_eq!(time.english, "10:30am");
    assert!(time.own.unwrap().contains("4:30"), "half past ten is four thirty by the Ethiopic clock");
}

#[test]
fn tigrinya_asks_for_the_calendar_once_and_shows_none_until_answered() {
    let mut phone = Phone::at(NOW);
    phone.speak("ti");
    let shown = phone.add(visit("scan", "2026-11-25", "10:30")).card.day;
    assert_eq!(shown.own, None);
    let ask =
        |phone: &mut Phone| phone.app.as_mut().unwrap().call(kindway_core::api::Request::Settings(support::nothing()));
    let asked = |phone: &mut Phone| match ask(phone).unwrap() {
        kindway_core::api::Response::Settings(settings) => settings.ask_calendar,
        _ => panic!(),
    };
    assert!(asked(&mut phone));
    phone.settings(settings::Change { own_calendar: Some(false), ..Default::default() });
    assert!(!asked(&mut phone), "once answered, either way, it is not asked again");
    phone.speak("ar");
    assert!(!asked(&mut phone), "Arabic shows the Hijri date only on request");
}

#[test]
fn arabic_shows_the_hijri_date_on_request_with_the_calendar_named() {
    let mut phone = Phone::at(NOW);
    phone.speak("ar");
    phone.settings(settings::Change { own_calendar: Some(true), ..Default::default() });
    let own = phone.add(visit("scan", "2026-11-25", "10:30")).card.day.own.unwrap();
    assert!(own.text.contains("15") && own.text.contains("1448"), "{}", own.text);
}

#[test]
fn in_english_no_second_date_is_shown() {
    let mut phone = Phone::at(NOW);
    phone.speak("en-GB");
    let day = phone.add(visit("scan", "2026-11-25", "10:30")).card.day;
    assert_eq!((day.hers, day.own), (None, None));
}
