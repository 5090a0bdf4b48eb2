//! The project's own content, all of it, by whole packs: what an update takes at most.

use std::time::Instant;

use kindway_content::Pack;

use crate::{
    ALLOCATED,
    case::MOST_MEMORY,
    host::{File, Host, Scene},
    support::{Charity, Edit, Phone, content_of, project},
};

/// Other numbers, and in the last edition something else in every part.
fn edition(edition: u32) -> Pack {
    let project = project();
    if edition == 2 {
        return Edit(project).number("sands", "0800 000 0002").0;
    }
    let tags: Vec<String> =
        kindway_content::roles::split(&project).keys().filter_map(|role| role.tag().map(str::to_owned)).collect();
    let mut edit = Edit(project).rate("pregnancy", 500 + edition).number("sands", &format!("0800 000 000{edition}"));
    for tag in tags {
        let words = serde_json::to_vec(&format!("edition-of-the-test = {edition}\n")).unwrap();
        edit = edit.record(&format!("messages/{tag}/edition"), &words);
    }
    edit.0
}

/// A first update of every part, two editions on, where no delta helps.
pub fn is_brought() {
    let begun = Instant::now();
    let mut charity = Charity::new(&edition(1));
    let host = Host::new();
    let shipped = charity.ship(&host.address);
    for next in 2..=3 {
        charity.wait_days(1);
        charity.publish(&edition(next));
    }
    let published = charity.site.published().unwrap().unwrap().content().unwrap();
    let mut scene = Scene {
        files: charity.files().into_iter().map(|(path, bytes)| (path, bytes.into())).collect(),
        ..Scene::default()
    };
    scene.files.retain(|path, _| !File::Delta.is(path));
    let phone = Phone::new(&shipped, charity.now);
    let before = phone.content();
    host.show(scene.clone());
    let made = begun.elapsed();

    let begun = Instant::now();
    ALLOCATED.reset_peak_usage();
    let start = ALLOCATED.current_usage();
    let updates = phone.sync();
    let used = ALLOCATED.peak_usage().saturating_sub(start);

    let packs: Vec<String> = host.asked().into_iter().filter(|path| File::Pack.is(path)).collect();
    let bytes: usize = packs.iter().map(|path| scene.files[path].len()).sum();
    println!(
        "everything: {} packs, {} KB as sent, {} KB unpacked, {} KB at most, {} ms (made in {} s)",
        packs.len(),
        bytes / 1024,
        published.to_canonical().len() / 1024,
        used / 1024,
        begun.elapsed().as_millis(),
        made.as_secs(),
    );
    assert_eq!(updates.trouble, None);
    assert_eq!(packs.len(), before.len(), "every part came as a whole");
    let now = phone.content();
    assert_eq!(now, content_of(&published));
    assert!(before.iter().all(|(role, part)| now.get(role) != Some(part)), "every part is another");
    assert!(used <= MOST_MEMORY, "{} KB", used / 1024);
}
