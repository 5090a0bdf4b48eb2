//! How many requests and bytes an update costs a phone: bodies as a web server sends them, JSON in gzip. Run it by `cargo xtask bench sync`.
//!
//! The content is the project's own in nineteen languages. Those that are not written yet are played by Arabic and Tigrinya, each as a
//! part of its own.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a measurement")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::{Duration, Instant};

use kindway_content::Pack;
use support::{Charity, Edit, Host, Phone, content_of, nineteen, project};

const ARTICLE: &str = "hc2";

fn main() {
    let content = nineteen(project());
    assert!(content.get(&format!("doc/articles/{ARTICLE}/en-GB")).is_some(), "there is an article {ARTICLE}");
    println!(
        "{:<34} {:>8} {:>9} {:>9} {:>7} {:>9}",
        "what changed since the last time", "requests", "bytes", "budget", "ratio", "ms"
    );
    let mut desk = Desk::new(&without_article(&content));
    desk.phone("nothing", Some(0.0), |_| {});
    desk.phone("re-signed only", Some(500.0), |charity| charity.timestamp());
    desk.phone("one paragraph", Some(1500.0), |charity| {
        edit(charity, |edit| edit.paragraph("bus-fares", "يمكنكِ أن تسألي السائق عن الأجرة."))
    });
    desk.phone("one rate", Some(1500.0), |charity| edit(charity, |edit| edit.rate("pregnancy", 325)));
    desk.phone("one contact", Some(1500.0), |charity| edit(charity, |edit| edit.number("sands", "0808 164 4000")));
    desk.phone("an article in nineteen languages", Some(30_000.0), |charity| charity.publish(&content));
    desk.phone("thirty versions behind", Some(60_000.0), |charity| {
        for n in 0..30 {
            charity.wait_days(1);
            edit(charity, |edit| week(edit, n));
        }
    });
    desk.phone("six months behind", None, |charity| {
        for n in 30..56 {
            charity.wait_days(7);
            edit(charity, |edit| week(edit, n));
        }
    });
    desk.whole();
}

fn week(edit: Edit, n: u32) -> Edit {
    edit.paragraph("bus-fares", &format!("يمكنكِ أن تسألي السائق عن الأجرة قبل أن تدفعي: {n}."))
        .rate("pregnancy", 300 + n)
        .number("sands", &format!("0808 164 {:04}", 4000 + n))
}

fn edit(charity: &mut Charity, edit: impl FnOnce(Edit) -> Edit) {
    let edited = edit(Edit(charity.published())).0;
    charity.publish(&edited);
}

struct Desk {
    host: Host,
    charity: Charity,
}

impl Desk {
    fn new(content: &Pack) -> Self {
        Self { host: Host::new(), charity: Charity::new(content) }
    }

    /// A phone that has synced before, then a change, then its update.
    fn phone(&mut self, what: &str, budget: Option<f64>, change: impl FnOnce(&mut Charity)) {
        let phone = Phone::new(&self.charity.ship(&self.host.address), self.charity.now);
        self.host.serve(&self.charity);
        assert_eq!(phone.sync().trouble, None);
        change(&mut self.charity);
        self.host.serve(&self.charity);
        phone.clock.set(self.charity.now);
        self.measure(what, budget, &phone);
    }

    /// An old app whose content is older than any delta.
    fn whole(&mut self) {
        let (host, charity) = (&self.host, &mut self.charity);
        let phone = Phone::new(&charity.ship(&host.address), charity.now);
        for n in 100..131 {
            charity.wait_days(1);
            edit(charity, |edit| week(edit, n));
        }
        self.host.serve(&self.charity);
        phone.clock.set(self.charity.now);
        self.measure("thirty-one versions: whole packs", None, &phone);
    }

    fn measure(&self, what: &str, budget: Option<f64>, phone: &Phone) {
        self.host.sent();
        let began = Instant::now();
        let updates = phone.sync();
        let took: Duration = began.elapsed();
        assert_eq!(updates.trouble, None, "{what}");
        assert_eq!(phone.content(), content_of(&self.charity.published()), "{what}");
        let sent = self.host.sent();
        let bytes: usize = sent.iter().map(|sent| sent.bytes).sum();
        let (budget, ratio) = match budget {
            Some(budget) if budget > 0.0 => (format!("{budget:.0}"), format!("{:.2}", bytes as f64 / budget)),
            Some(_) => ("0".to_owned(), if bytes == 0 { "kept" } else { "BROKEN" }.to_owned()),
            None => (String::new(), String::new()),
        };
        println!("{what:<34} {:>8} {bytes:>9} {budget:>9} {ratio:>7} {:>9}", sent.len(), took.as_millis());
    }
}

fn without_article(content: &Pack) -> Pack {
    let of_article = format!("doc/articles/{ARTICLE}/");
    Pack { records: content.records.iter().filter(|record| !record.key.starts_with(&of_article)).cloned().collect() }
}
