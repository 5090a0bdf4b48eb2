//! The power is cut after everything that was recorded.

use std::{
    path::Path,
    sync::{Mutex, PoisonError, mpsc::sync_channel},
    thread,
};

use fastrand::Rng;

use super::{
    Broken, Tally,
    disk::{Disk, Left, cuts},
    room,
    trace::{Deed, Trace},
};

/// What was played back in full has to be what the program left.
pub fn is_complete(trace: &Trace, folder: &Path) {
    let mut disk = Disk::of(&trace.before);
    trace.deeds.iter().for_each(|deed| disk.take(deed));
    let (played, found) = (disk.all(), room::read(folder).expect("the folder can be read"));
    let names = |tree: &room::Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&played), names(&found), "the record lacks a name");
    let other: Vec<_> =
        found.iter().filter(|(name, bytes)| played.get(*name) != Some(bytes)).map(|(name, _)| name).collect();
    assert!(other.is_empty(), "the record lacks something of {other:?}");
}

/// Cuts the power after every deed in every way that chance picks, and looks at each folder that is left with what was said by then.
pub fn cut(
    trace: &Trace,
    chance: &mut Rng,
    tally: &Tally,
    look: impl Fn(&Path, &[String]) -> Result<(), String> + Sync,
) {
    cut_some(trace, chance, tally, |disk, _, chance| disk.left(chance), look);
}

/// The same in the ways that `after` picks: see [`cuts`].
pub fn cut_some(
    trace: &Trace,
    chance: &mut Rng,
    tally: &Tally,
    after: impl Fn(&Disk, &str, &mut Rng) -> Vec<Left>,
    look: impl Fn(&Path, &[String]) -> Result<(), String> + Sync,
) {
    let said: Vec<String> = trace
        .deeds
        .iter()
        .filter_map(|deed| if let Deed::Said(line) = deed { Some(line.clone()) } else { None })
        .collect();
    let broken = Broken::default();
    let (send, receive) = sync_channel(4);
    let receive = Mutex::new(receive);
    thread::scope(|threads| {
        for _ in 0..2 {
            threads.spawn(|| {
                let room = room::room();
                let folder = room.path().join("app");
                loop {
                    let next = receive.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok(cut) = next else { break };
                    let super::disk::Cut { deed, said: lines, left } = cut;
                    room::write(&left.tree, &folder).expect("the folder can be written");
                    tally.note("states of the folder after a power cut");
                    if let Err(why) = look(&folder, &said[..lines]) {
                        let recent = said[..lines].last().cloned().unwrap_or_default();
                        broken.note(format!(
                            "after deed {deed} ({}), said {recent:?}\n[{}]\n{why}",
                            told(&trace.deeds[deed]),
                            left.how
                        ));
                    }
                    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
                }
            });
        }
        cuts(trace, chance, after, |cut| send.send(cut).is_ok() && !broken.enough());
        drop(send);
    });
    tally.note(format!("deeds recorded: {}", trace.deeds.len()));
    broken.none();
}

fn told(deed: &Deed) -> String {
    let text = format!("{deed:?}");
    text.chars().take(100).collect()
}
