//! A charity publishes, and a phone has it.

mod support;

use kindway_core::ports::UpdateTrouble;
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

#[test]
fn the_small_content_is_about_8_kilobytes_as_it_travels() {
    let seed = kindway_content::write_seed(&small()).unwrap();
    assert!((7_000..10_000).contains(&seed.len()), "{} bytes", seed.len());
}
