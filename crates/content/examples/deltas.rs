//! How many bytes a change of the content costs a phone: what `cargo xtask bench deltas` prints. Each change is made to the content
//! of this project; the metadata that is signed with it comes on top.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use kindway_content::delta::{Expected, MAX_PUBLISHED, apply, delta};
use kindway_content::roles::split;
use kindway_content::{Area, Content, Pack, bumped, load, pack, write_seed};

/// Written for this measurement, so that nothing of it stands in the content already.
const PARAGRAPH: &str = "إذا كان الموعد بعيدًا عن مكان سكنكِ، فاسألي موظفة الاستقبال عن أجرة الطريق قبل يومين على الأقل، واحتفظي \
    بالتذكرة وبرسالة الموعد معًا، فقد تُطلب منكِ كلتاهما حين تطلبين استرداد ما دفعتِه.";

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let content = load(&root).unwrap_or_else(|problems| panic!("{problems}"));
    let base = pack(&content).unwrap();
    println!("{:<36} {:<16} {:>9} {:>9} {:>9}", "change", "role", "delta B", "budget B", "whole B");

    show("nothing", &base, &base, 0);
    let after = |change: &dyn Fn(&mut Content)| changed(&base, &content, change);
    show("one paragraph in Arabic", &base, &after(&|content| say(content, "ar", 0, PARAGRAPH)), 1500);
    show("one rate", &base, &after(&|content| raise(content, 0)), 1500);
    show("one contact", &base, &after(&|content| move_contact(content, 0)), 1500);

    let mut without = content.clone();
    let article = articles(&content, "en-GB").swap_remove(20);
    without.docs.retain(|(area, id, _), _| *area != Area::Articles || *id != article);
    let without = pack(&without).unwrap();
    // Nineteen languages may cost 30 KB.
    show("an article in three languages", &without, &bumped(&without, base.clone()), 30_000 * 3 / 19);

    let mut versions = vec![base.clone()];
    let mut edited = content.clone();
    for number in 0..30 {
        match number % 5 {
            0 => raise(&mut edited, number),
            1 => move_contact(&mut edited, number * 3),
            2 => say(&mut edited, "ti", number, &spoken(&content, "ti", number + 1)),
            3 => say(&mut edited, "en-GB", number, &spoken(&content, "en-GB", number + 2)),
            _ => say(&mut edited, "ar", number, &format!("{PARAGRAPH} ({number})")),
        }
        let next = bumped(&versions[number], pack(&edited).unwrap());
        versions.push(next);
    }
    show("thirty versions of one edit each", &base, &versions[30], 60_000);
}

/// The next version: the content with a change, its records counted on.
fn changed(base: &Pack, content: &Content, change: &dyn Fn(&mut Content)) -> Pack {
    let mut content = content.clone();
    change(&mut content);
    bumped(base, pack(&content).unwrap())
}

/// A line for each role that a change reaches, each checked by applying it. A role without a change is not asked for.
fn show(what: &str, old: &Pack, new: &Pack, budget: usize) {
    let (before, after) = (split(old), split(new));
    let mut sum = 0;
    for (role, part) in &after {
        let old = before.get(role).map(Pack::to_canonical).unwrap_or_default();
        let new = part.to_canonical();
        if old == new {
            continue;
        }
        let delta = delta(&old, &new).unwrap();
        assert_eq!(apply(&old, &delta, &Expected::of(&new), MAX_PUBLISHED).as_ref(), Ok(&new), "{what}, {role}");
        sum += delta.len();
        let whole = write_seed(part).unwrap().len();
        println!("  {what:<34} {role:<16} {:>9} {:>9} {whole:>9}", delta.len(), "", role = role.as_str());
    }
    println!("{what:<36} {:<16} {sum:>9} {budget:>9}", "in all");
}

fn articles(content: &Content, tag: &str) -> Vec<String> {
    let of_it = |(area, _, language): &&(Area, String, String)| *area == Area::Articles && language == tag;
    content.docs.keys().filter(of_it).map(|(_, id, _)| id.clone()).collect()
}

fn key(content: &Content, tag: &str, number: usize) -> (Area, String, String) {
    let ids = articles(content, tag);
    (Area::Articles, ids[number % ids.len()].clone(), tag.to_owned())
}

/// What the first statement of an article says.
fn spoken(content: &Content, tag: &str, number: usize) -> String {
    content.docs[&key(content, tag, number)].sections[0].statements[0].text()
}

/// Puts other words in the first statement of an article.
fn say(content: &mut Content, tag: &str, number: usize, words: &str) {
    let key = key(content, tag, number);
    let statement = &mut content.docs.get_mut(&key).unwrap().sections[0].statements[0];
    statement.spans.truncate(1);
    words.clone_into(&mut statement.spans[0].text);
}

fn raise(content: &mut Content, number: usize) {
    let count = content.rates.len();
    let rate = content.rates.values_mut().nth(number % count).unwrap();
    rate.pence = Some(rate.pence.unwrap_or_default() + 123);
    rate.checked = rate.checked.succ_opt().unwrap();
    rate.review_by = rate.review_by.succ_opt().unwrap();
}

fn move_contact(content: &mut Content, number: usize) {
    let count = content.contacts.len();
    let contact = content.contacts.values_mut().nth(number % count).unwrap();
    contact.address = Some(format!("Unit {number}, 48 Wharfedale Passage"));
    contact.words.hours = Some(format!("Tuesdays and Fridays, 10.{:02} to 14.30", number % 60));
    contact.last_checked = contact.last_checked.succ_opt().unwrap();
}
