//! What a person may type, and what the app says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use kindway_core::{
    api::{Request, Response},
    error::Code,
    visits,
};
use support::{Phone, nothing, visit};

const NOW: &str = "2026-11-22T10:00:00Z";

fn refusal(draft: visits::Draft) -> (Code, Option<String>) {
    let mut phone = Phone::at(NOW);
    let Err(error) = phone.call(Request::VisitAdd(draft)) else { panic!("bad input must be refused") };
    let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
    assert!(visits.coming.is_empty(), "what is refused is not half saved");
    assert!(
        error.args.values().all(|value| value.chars().all(|c| c.is_ascii_digit())),
        "nothing typed is in the error"
    );
    (error.code, error.field)
}

#[test]
fn impossible_days_are_refused_with_their_field() {
    for (on, code) in [
        ("2026-11-31", Code::NoSuchDay),
        ("2027-02-29", Code::NoSuchDay),
        ("2025-11-24", Code::DayPast),
        ("2126-11-24", Code::DayTooFar),
    ] {
        assert_eq!(refusal(visit("scan", on, "09:00")), (code, Some("day".into())), "{on}");
    }
    assert_eq!(
        refusal(visits::Draft { day: None, ..visit("scan", "2026-12-01", "") }),
        (Code::Missing, Some("day".into()))
    );
}

#[test]
fn a_note_of_four_thousand_characters_is_kept_whole_and_a_longer_one_is_refused() {
    let mut phone = Phone::at(NOW);
    let long = "ሰላም!".repeat(1000);
    let kept = phone.add(visits::Draft { note: Some(long.clone()), ..visit("scan", "2026-12-01", "09:00") });
    assert_eq!(kept.note.as_deref(), Some(long.as_str()));
    let longer = visits::Draft { note: Some(format!("{long}!")), ..visit("scan", "2026-12-01", "09:00") };
    assert_eq!(refusal(longer), (Code::TooLong, Some("note".into())));
}

#[test]
fn what_she_adds_twice_she_has_twice() {
    let mut phone = Phone::at(NOW);
    let same = || visit("scan", "2026-12-01", "09:00");
    assert_ne!(phone.add(same()).card.id, phone.add(same()).card.id);
    let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
    assert_eq!(visits.coming.len(), 2);
}

#[test]
fn emoji_stay_and_marks_that_turn_a_line_around_go() {
    let mut phone = Phone::at(NOW);
    let place = "Clinic \u{202E}lanoitan\u{202C} 🏥\u{2066} \u{0000}\u{0007}Ward  3";
    let kept = phone.add(visits::Draft { place: Some(place.into()), ..visit("scan", "2026-12-01", "09:00") });
    assert_eq!(kept.card.place.as_deref(), Some("Clinic lanoitan 🏥 Ward 3"));
}

#[test]
fn a_phone_number_with_letters_is_refused_and_one_in_the_digits_of_any_script_is_understood() {
    let with = |phone: &str| visits::Draft { phone: Some(phone.into()), ..visit("scan", "2026-12-01", "09:00") };
    for wrong in ["0151 ABC", "12", "call 999", "+44+151", "0000000000000000000"] {
        assert_eq!(refusal(with(wrong)), (Code::PhoneNotANumber, Some("phone".into())), "{wrong}");
    }
    let mut phone = Phone::at(NOW);
    let scripts = [
        ("Arabic", "(٠١٥١) ٧٠٢-٤٤١٣"),
        ("Persian", "۰۱۵۱ ۷۰۲ ۴۴۱۳"),
        ("Bengali", "০১৫১ ৭০২ ৪৪১৩"),
        ("Devanagari", "०१५१ ७०२ ४४१३"),
        ("Burmese", "၀၁၅၁ ၇၀၂ ၄၄၁၃"),
        ("full width", "（０１５１）\u{2011}７０２．４４１３"),
    ];
    for (script, typed) in scripts {
        assert_eq!(phone.add(with(typed)).phone.as_deref(), Some("0151 702 4413"), "{script}");
    }
    assert_eq!(phone.add(with("＋৪৪ ১৫১ ৭০২ ৪৪১৩")).phone.as_deref(), Some("+44 151 702 4413"));
}

#[test]
fn a_visit_that_the_content_no_longer_knows_is_still_shown() {
    let mut phone = Phone::at(NOW);
    phone.add(visit("scan", "2026-12-01", "09:00"));
    phone.close();
    let mut pack = kindway_content::read_seed(&phone.seed).unwrap();
    pack.records.retain(|record| !record.key.starts_with("doc/visits/scan/"));
    phone.seed = kindway_content::write_seed(&pack).unwrap();
    phone.open();
    let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
    assert_eq!(visits.coming.len(), 1, "a visit is kept even if the content drops its kind");
}

#[test]
fn every_kind_of_visit_explains_itself_with_six_answers_in_every_language() {
    let mut phone = Phone::at(NOW);
    let Response::VisitKinds(kinds) = phone.call(Request::VisitKinds(nothing())).unwrap() else { panic!() };
    let general = kinds.tiles.iter().map(|kind| &kind.id);
    let kinds: Vec<&String> =
        general.chain(kinds.tiles.iter().flat_map(|kind| kind.within.iter().map(|k| &k.id))).collect();
    assert!(kinds.len() >= 24, "only {} kinds of visit", kinds.len());
    for tag in ["en-GB", "ar", "ti"] {
        phone.speak(tag);
        for kind in &kinds {
            let added = phone.add(visit(kind, "2026-12-01", "09:00"));
            let six = added.answers.expect("the content knows it").six;
            assert_eq!(six.len(), 6);
            for answer in &six {
                assert!(
                    !(answer.known.is_empty() && answer.ask.is_empty()),
                    "{} says nothing on {} in {tag}",
                    kind,
                    answer.id
                );
            }
        }
    }
}

#[test]
fn anything_that_is_not_an_id_is_simply_not_found() {
    let mut phone = Phone::at(NOW);
    for id in ["", "x", "../../etc", "ффффффффффффффффффффффффффффффффф", "00000000000000000000000000000000"]
    {
        assert_eq!(phone.refused(Request::Visit(visits::Which { id: id.into() })), Code::NotFound, "{id}");
    }
}
