//! What a trip does to her week, with fixture rates; and the letter that asks for the fare.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use kindway_content::SupportKind;
use kindway_core::{
    api::{Request, Response},
    days::Weekday,
    error::Code,
    money::{Change, Have, HaveFrom, LetterAsk, NoSum, Ticks, Trip, TripChange},
    settings, visits,
};
use support::{Phone, fixture_seed, letter_of_journey_2, nothing, visit};

const NOW: &str = "2026-11-22T10:00:00Z";
const ALL: Ticks = Ticks { day_and_fare: true, language: true, name: true, hc2: true };

fn with_fixture_rates(now: &str) -> Phone {
    let mut phone = Phone::with_seed(now, fixture_seed());
    phone.speak("en-GB");
    phone
}

fn save(phone: &mut Phone, change: Change) {
    phone.call(Request::MoneySave(change)).unwrap();
}

fn trip(phone: &mut Phone, id: &str) -> Trip {
    let Response::Trip(trip) = phone.call(Request::Trip(visits::Which { id: id.into() })).unwrap() else { panic!() };
    trip
}

fn fare(phone: &mut Phone, id: &str, pence: i64) -> Trip {
    let change = TripChange { id: id.into(), fare_pence: Some(pence) };
    let Response::TripSave(trip) = phone.call(Request::TripSave(change)).unwrap() else { panic!() };
    trip
}

#[test]
fn six_pounds_from_fourteen_eleven_leave_eight_eleven_and_one_sixty_two_a_day() {
    let mut phone = with_fixture_rates(NOW);
    let id = phone.add(letter_of_journey_2()).card.id;
    save(
        &mut phone,
        Change {
            support: Some(SupportKind::WithMeals),
            extra_pregnancy: Some(true),
            money_day: Some(Weekday::Friday),
            ..Default::default()
        },
    );
    let trip = fare(&mut phone, &id, 600);
    assert_eq!(trip.have.unwrap().text, "£14.11", "£8.86 and £5.25");
    assert_eq!(trip.left.unwrap().text, "£8.11");
    assert_eq!(trip.money_day.unwrap().english, "Friday 27 November 2026");
    assert_eq!(trip.days, Some(5));
    assert_eq!(trip.per_day.unwrap().text, "£1.62");
    assert_eq!(trip.no_sum, None);
    let Some(HaveFrom::Rates { rates }) = trip.have_from else { panic!("the sum is from rates") };
    assert!(rates.iter().all(|rate| !rate.facts.is_empty() && !rate.dated.is_empty()), "each with its source and date");
}

#[test]
fn journey_3_eleven_pounds_typed_leave_five_and_one_a_day_to_friday() {
    let mut phone = with_fixture_rates(NOW);
    let id = phone.add(letter_of_journey_2()).card.id;
    save(
        &mut phone,
        Change { have: Some(Have { pence: Some(1100) }), money_day: Some(Weekday::Friday), ..Default::default() },
    );
    let trip = fare(&mut phone, &id, 600);
    assert_eq!((trip.left.unwrap().text.as_str(), trip.per_day.unwrap().text.as_str()), ("£5.00", "£1.00"));
    assert_eq!(trip.claim_until.english, "Wednesday 24 February 2027", "three months after the visit (TRAVEL-16)");
}

#[test]
fn past_the_review_date_no_sum_comes_from_rates_but_her_own_sum_and_the_letter_stay() {
    let mut phone = with_fixture_rates(NOW);
    let id = phone.add(visit("scan", "2028-01-20", "09:00")).card.id;
    save(
        &mut phone,
        Change { support: Some(SupportKind::WithMeals), money_day: Some(Weekday::Friday), ..Default::default() },
    );
    fare(&mut phone, &id, 600);
    phone.set_clock("2028-01-03T10:00:00Z");
    let stale = trip(&mut phone, &id);
    assert_eq!((stale.have, stale.left, stale.per_day), (None, None, None));
    assert_eq!(stale.no_sum, Some(NoSum::RatePastReview));
    let Response::Money(money) = phone.call(Request::Money(nothing())).unwrap() else { panic!() };
    assert!(
        money.rates.iter().all(|rate| rate.sum.is_none() && rate.between.is_none()),
        "no figure is shown past its review"
    );

    save(&mut phone, Change { have: Some(Have { pence: Some(1100) }), ..Default::default() });
    assert_eq!(trip(&mut phone, &id).left.unwrap().text, "£5.00");
    let ask = LetterAsk { visit: id, ticks: ALL };
    let Response::Letter(letter) = phone.call(Request::Letter(ask)).unwrap() else { panic!() };
    assert!(letter.text.contains("£6.00"), "{}", letter.text);
}

#[test]
fn the_shipped_rate_with_meals_is_not_settled_and_the_app_says_so() {
    let mut phone = Phone::at(NOW);
    phone.speak("en-GB");
    let id = phone.add(letter_of_journey_2()).card.id;
    save(&mut phone, Change { support: Some(SupportKind::WithMeals), ..Default::default() });
    let trip = fare(&mut phone, &id, 600);
    assert_eq!(trip.no_sum, Some(NoSum::RateUnsettled));
    let (low, high) = trip.unsettled.unwrap().between.unwrap();
    assert_eq!((low.text.as_str(), high.text.as_str()), ("£8.86", "£9.95"), "MONEY-02");
    assert_eq!(trip.left, None);
}

#[test]
fn a_fare_higher_than_what_she_has_is_shown_as_not_enough() {
    let mut phone = with_fixture_rates(NOW);
    let id = phone.add(letter_of_journey_2()).card.id;
    save(
        &mut phone,
        Change { have: Some(Have { pence: Some(200) }), money_day: Some(Weekday::Friday), ..Default::default() },
    );
    let trip = fare(&mut phone, &id, 600);
    assert_eq!(trip.left.unwrap().text, "-£4.00");
    assert_eq!(trip.per_day, None, "nothing is shared out that is not there");
}

#[test]
fn fares_and_sums_out_of_range_are_refused() {
    let mut phone = with_fixture_rates(NOW);
    let id = phone.add(letter_of_journey_2()).card.id;
    for pence in [-100, 1_000_000] {
        let change = TripChange { id: id.clone(), fare_pence: Some(pence) };
        assert_eq!(phone.refused(Request::TripSave(change)), Code::SumOutOfRange, "a fare of {pence} pence");
    }
    let change = Change { have: Some(Have { pence: Some(-1) }), ..Default::default() };
    assert_eq!(phone.refused(Request::MoneySave(change)), Code::SumOutOfRange);
    assert_eq!(trip(&mut phone, &id).fare, None);
}

#[test]
fn the_letter_says_what_she_ticks_and_nothing_about_health_or_papers() {
    let mut phone = with_fixture_rates(NOW);
    phone.speak("ti");
    let id = phone.add(letter_of_journey_2()).card.id;
    fare(&mut phone, &id, 600);
    let ask = |ticks| Request::Letter(LetterAsk { visit: id.clone(), ticks });
    let Response::Letter(full) = phone.call(ask(ALL)).unwrap() else { panic!() };
    for words in [
        "22 November 2026",
        "Liverpool Women's Hospital",
        "Tuesday 24 November 2026",
        "9:20am",
        "£6.00",
        "Tigrinya",
        "HC2",
        "Name",
    ] {
        assert!(full.text.contains(words), "{words} is missing in {}", full.text);
    }
    for words in ["Scan", "scan", "pregnan", "asylum", "section", "baby", "{"] {
        assert!(!full.text.contains(words), "{words} stands in {}", full.text);
    }
    assert!(full.lines.iter().all(|line| line.hers != line.english), "her language stands beside every line");
    let hers: String = full.lines.iter().flat_map(|line| &line.hers).map(|span| span.text.as_str()).collect();
    assert!(
        hers.contains("ትግርኛ") && !hers.contains("Tigrinya"),
        "in her own words her language has its own name: {hers}"
    );

    let none = Ticks { day_and_fare: false, language: false, name: false, hc2: false };
    let Response::Letter(bare) = phone.call(ask(none)).unwrap() else { panic!() };
    for words in ["£6.00", "Tuesday", "Tigrinya", "HC2", "Name"] {
        assert!(!bare.text.contains(words), "{words} was not ticked: {}", bare.text);
    }
}

#[test]
fn a_letter_for_a_visit_without_place_time_or_fare_has_no_holes() {
    let mut phone = with_fixture_rates(NOW);
    let id = phone.add(visit("scan", "2026-12-01", "")).card.id;
    let Response::Letter(letter) = phone.call(Request::Letter(LetterAsk { visit: id, ticks: ALL })).unwrap() else {
        panic!()
    };
    assert!(
        !letter.text.contains('{') && !letter.text.contains(" ,") && !letter.text.contains("at ."),
        "{}",
        letter.text
    );
    assert!(letter.text.contains("Tuesday 1 December 2026"));
}

#[test]
fn a_saved_letter_is_listed_read_and_deleted() {
    let mut phone = with_fixture_rates(NOW);
    let id = phone.add(letter_of_journey_2()).card.id;
    phone.call(Request::LetterSave(LetterAsk { visit: id, ticks: ALL })).unwrap();
    phone.open();
    let Response::Money(money) = phone.call(Request::Money(nothing())).unwrap() else { panic!() };
    let which = kindway_core::money::WhichLetter { id: money.letters[0].id.clone() };
    let Response::LetterSaved(saved) = phone.call(Request::LetterSaved(which.clone())).unwrap() else { panic!() };
    assert!(saved.text.contains("Please can you give me the fare"), "{}", saved.text);
    let Response::LetterDelete(money) = phone.call(Request::LetterDelete(which)).unwrap() else { panic!() };
    assert!(money.letters.is_empty());
}

#[test]
fn after_a_loss_no_rate_for_pregnancy_or_babies_is_shown_or_counted() {
    let mut phone = with_fixture_rates(NOW);
    save(
        &mut phone,
        Change { support: Some(SupportKind::WithMeals), extra_pregnancy: Some(true), ..Default::default() },
    );
    phone.settings(settings::Change { loss: Some(true), ..Default::default() });
    let Response::Money(money) = phone.call(Request::Money(nothing())).unwrap() else { panic!() };
    let ids: Vec<&str> = money.rates.iter().map(|rate| rate.id.as_str()).collect();
    assert_eq!(ids, ["self-catered", "with-meals"]);
}
