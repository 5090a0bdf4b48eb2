//! A charity publishes, and a phone has it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{
    fs,
    io::Read as _,
    net::TcpListener,
    thread,
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use kindway_core::{
    api::{Nothing, Request, Response},
    ports::{Connection, UpdateTrouble},
    rights, updates,
};
use support::{Charity, Edit, Host, Phone, content_of, small};

/// What an editor changes in a week: a paragraph, a rate, a telephone number.
fn week(content: kindway_content::Pack, n: u32) -> kindway_content::Pack {
    Edit(content)
        .paragraph("bus-fares", &format!("يمكنكِ أن تسألي السائق. {n}"))
        .rate("pregnancy", 300 + n)
        .number("sands", &format!("0808 164 {:04}", 4000 + n))
        .0
}

#[test]
fn a_change_of_each_kind_reaches_the_phone_in_one_update() {
    let (host, mut charity) = (Host::new(), Charity::new(&small()));
    let phone = Phone::new(&charity.ship(&host.address), charity.now);
    charity.publish(&week(small(), 1));
    host.serve(&charity);

    let updates = phone.sync();

    assert_eq!(updates.trouble, None);
    let changes = updates.brought.expect("something came").changes;
    assert_eq!((changes.pages, changes.rates, changes.numbers, changes.contacts), (1, 1, 1, 0));
    assert_eq!(phone.content(), content_of(&charity.published()));
}

#[test]
fn phones_that_are_behind_end_with_what_a_fresh_one_has() {
    let (host, mut charity) = (Host::new(), Charity::new(&small()));
    let thirty_behind = Phone::new(&charity.ship(&host.address), charity.now);
    let mut two_behind = None;
    for n in 1..=30 {
        if n == 29 {
            two_behind = Some(Phone::new(&charity.ship(&host.address), charity.now));
        }
        charity.wait_days(1);
        charity.publish(&week(small(), n));
    }
    host.serve(&charity);
    let fresh = Phone::new(&charity.ship(&host.address), charity.now);

    for phone in [&thirty_behind, &two_behind.expect("one was bought")] {
        phone.clock.set(charity.now);
        assert_eq!(phone.sync().trouble, None);
        assert_eq!(phone.content(), fresh.content());
        assert!(host.sent().iter().all(|sent| !sent.path.starts_with("targets/")), "deltas are enough");
    }
    assert_eq!(fresh.content(), content_of(&charity.published()));
}

#[test]
fn a_phone_that_has_everything_asks_two_questions_and_gets_no_byte() {
    let (host, charity) = (Host::new(), Charity::new(&small()));
    let phone = Phone::new(&charity.ship(&host.address), charity.now);
    host.serve(&charity);
    assert_eq!(phone.sync().trouble, None);
    host.sent();

    let updates = phone.sync();

    assert_eq!((updates.trouble, updates.brought), (None, None));
    let sent = host.sent();
    assert_eq!((sent.len(), sent.iter().map(|sent| sent.bytes).sum()), (2, 0_usize), "{sent:?}");
}

#[test]
fn without_a_host_everything_stays_and_is_said_to_be_no_connection() {
    let charity = Charity::new(&small());
    // A port that nobody listens at.
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let phone = Phone::new(&charity.ship(&format!("http://{gone}/v1/")), charity.now);
    let before = phone.content();
    assert_eq!(phone.sync().trouble, Some(UpdateTrouble::NoConnection));
    assert_eq!(phone.content(), before);
}

/// A phone that a charity has brought to the second edition, and the first that it was built with.
fn phone_with_the_second(host: &Host) -> (Charity, Phone) {
    let mut charity = Charity::new(&small());
    let phone = Phone::new(&charity.ship(&host.address), charity.now);
    charity.publish(&week(small(), 1));
    host.serve(&charity);
    assert_eq!(phone.sync().trouble, None);
    (charity, phone)
}

fn checked(phone: &Phone) -> String {
    match phone.call(Request::About(Nothing {})) {
        Response::About(about) => about.checked.iso,
        other => panic!("not about the app: {other:?}"),
    }
}

#[test]
fn after_damage_she_is_told_that_what_came_with_the_app_is_here_until_the_newest_is() {
    let host = Host::new();
    let (charity, mut phone) = phone_with_the_second(&host);
    let second = phone.content();
    assert_eq!(phone.updates().went_back, None);
    phone.close();
    fs::write(phone.path().join("content.db"), "no database").unwrap();
    phone.open();
    host.serve_nothing();

    let failed = phone.sync();
    assert_eq!(failed.trouble, Some(UpdateTrouble::Host));
    assert_eq!(failed.went_back.map(|day| day.iso), Some(checked(&phone)));
    assert_eq!(phone.content(), content_of(&small()));

    host.serve(&charity);
    let healed = phone.sync();
    assert_eq!((healed.trouble, healed.went_back), (None, None));
    assert_eq!(phone.content(), second);
}

#[test]
fn floors_that_can_be_read_nowhere_are_said_to_be_what_they_are() {
    let host = Host::new();
    let (_charity, mut phone) = phone_with_the_second(&host);
    let before = phone.content();
    phone.close();
    rusqlite::Connection::open(phone.path().join("content.db"))
        .unwrap()
        .execute("UPDATE edition SET floors = '{}'", [])
        .unwrap();
    fs::write(phone.path().join("updates/floors.json"), "{}").unwrap();
    phone.open();
    host.sent();

    assert_eq!(phone.sync().trouble, Some(UpdateTrouble::Unreadable));
    assert_eq!((host.sent(), phone.content()), (vec![], before));
}

fn article(phone: &Phone) -> String {
    match phone.call(Request::Article(rights::Which { id: "bus-fares".into() })) {
        Response::Article(article) => serde_json::to_string(&article).unwrap(),
        other => panic!("no article: {other:?}"),
    }
}

fn at(moment: &str) -> DateTime<Utc> {
    moment.parse().unwrap()
}

#[test]
fn a_phone_set_to_1970_shows_its_content_and_is_brought_up_to_date() {
    let (host, mut charity) = (Host::new(), Charity::new(&small()));
    let shipped = charity.ship(&host.address);
    let english = article(&Phone::new(&shipped, charity.now));
    charity.wait_days(3);
    charity.publish(&week(small(), 1));
    host.serve(&charity);
    for moment in ["1970-01-01T00:00:00Z", "1970-01-02T12:00:00Z"] {
        let phone = Phone::new(&shipped, at(moment));
        assert!(article(&phone).len() > english.len() / 2, "{moment}: the page is shown");
        let updates = phone.sync();
        assert_eq!(updates.trouble, None, "{moment}");
        assert_eq!(updates.last.unwrap().iso[..4], *"1970");
        assert_eq!(phone.content(), content_of(&charity.published()), "{moment}");
    }
}

#[test]
fn a_phone_set_to_2038_shows_its_content_names_the_date_and_catches_up_once_that_is_right() {
    let host = Host::new();
    let (mut charity, mut phone) = phone_with_the_second(&host);
    let before = (phone.content(), article(&phone));
    charity.wait_days(1);
    charity.publish(&week(small(), 2));
    host.serve(&charity);
    for moment in ["2038-01-19T03:14:07Z", "2038-01-19T03:14:08Z", "2099-12-31T23:59:59Z"] {
        phone.clock.set(at(moment));
        phone.open();
        let updates = phone.sync();
        assert_eq!((updates.trouble, updates.went_back), (Some(UpdateTrouble::Date), None), "{moment}");
        assert_eq!(phone.content(), before.0, "{moment}");
        assert!(article(&phone).len() > before.1.len() / 2, "{moment}: the page is shown");
    }
    phone.clock.set(charity.now);
    assert_eq!(phone.sync().trouble, None);
    assert_eq!(phone.content(), content_of(&charity.published()));
}

/// Looks without having said that it may be large.
fn look(phone: &Phone) -> updates::Updates {
    phone.ask(Request::UpdatesNow(updates::Ask { large: false }))
}

#[test]
fn on_mobile_data_deltas_come_and_a_whole_pack_waits_for_her_word() {
    let host = Host::new();
    let (mut charity, phone) = phone_with_the_second(&host);
    phone.connection.set(Connection::Metered);
    charity.publish(&week(small(), 2));
    host.serve(&charity);
    assert_eq!((look(&phone).large, phone.updates().trouble), (None, None));
    assert_eq!(phone.content(), content_of(&charity.published()), "by deltas");

    let before = phone.content();
    charity.publish(&week(small(), 3));
    host.serve(&charity);
    host.drop("d/");
    host.sent();
    let asked = look(&phone).large.expect("she is asked");
    assert!((500..20_000).contains(&asked), "{asked}");
    assert!(host.sent().iter().all(|sent| !sent.path.starts_with("targets/")));
    assert_eq!(phone.content(), before);
    assert_eq!(phone.sync().trouble, None, "with her word it comes");
    assert_eq!(phone.content(), content_of(&charity.published()));

    charity.publish(&week(small(), 4));
    host.serve(&charity);
    host.drop("d/");
    phone.connection.set(Connection::Free);
    assert_eq!(look(&phone).large, None, "on Wi-Fi it comes without");
    assert_eq!(phone.content(), content_of(&charity.published()));
}

#[test]
fn who_leaves_the_wi_fi_within_an_update_is_asked_before_the_next_whole_pack() {
    let host = Host::new();
    let (mut charity, phone) = phone_with_the_second(&host);
    charity.publish(&week(small(), 2));
    host.serve(&charity);
    host.drop("d/");
    let before = phone.content();
    let connection = phone.connection.clone();
    host.when_asked(move |path| {
        if path.starts_with("targets/") {
            connection.set(Connection::Metered);
        }
    });
    host.sent();
    assert!(look(&phone).large.is_some());
    let packs = host.sent().into_iter().filter(|sent| sent.path.starts_with("targets/")).count();
    assert_eq!(packs, 1, "the one that had begun");
    assert_eq!(phone.content(), before);
}

#[test]
fn stop_is_heard_within_a_second_by_whoever_waits_for_a_host_that_says_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/v1/", listener.local_addr().unwrap());
    thread::spawn(move || {
        let mut open = Vec::new();
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 4096]);
            open.push(stream);
        }
    });
    let charity = Charity::new(&small());
    let phone = Phone::new(&charity.ship(&address), charity.now);
    phone.call(Request::UpdatesNow(updates::Ask::default()));
    thread::sleep(Duration::from_millis(300));
    assert!(phone.updates().doing.is_some());
    let pressed = Instant::now();
    let updates = phone.ask(Request::UpdatesStop(Nothing {}));
    assert!(pressed.elapsed() < Duration::from_secs(1), "{:?}", pressed.elapsed());
    assert_eq!(updates.trouble, None);
}

#[test]
fn the_small_content_is_about_8_kilobytes_as_it_travels() {
    let seed = kindway_content::write_seed(&small()).unwrap();
    assert!((7_000..10_000).contains(&seed.len()), "{} bytes", seed.len());
}
