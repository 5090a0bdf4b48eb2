//! Both spaces open with the PINs that were acknowledged and hold what was saved in them, whenever a change of the lock is cut short by a
//! kill, a power cut, a full disk or a failing write.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    process::Command,
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};

use fastrand::Rng;
use kindway_crash::{Spaces, Step};
use support::{
    Broken, Tally, chance,
    child::{self, Ended, Running},
    content,
    disk::Disk,
    fault::{self, Every},
    kills, power, room, small_disk,
    spaces::{Promised, is_half_written, look},
    trace,
};

/// One look at two locks takes as long as many at none.
fn lock_kills() -> usize {
    kills() / 12
}

fn command(folder: &Path, seed: &Path, after: u64, until: u64) -> Command {
    let mut command = child::command("lock", folder, seed);
    command.args(["--after", &after.to_string(), "--until", &until.to_string()]);
    command
}

/// Each kind of step that changes what opens a space, or what stands in one, and takes long enough to be hit by chance.
const CHANGES: [&str; 7] =
    ["first-pin", "pin-changed", "pin-removed", "second-space", "space-erased", "started-again", "owner-on"];

/// The same, and each kind in which a PIN is tried.
fn kinds() -> impl Iterator<Item = &'static str> {
    CHANGES.into_iter().chain(["entered", "wrong-pin"])
}

/// How long each kind of step took the last time.
#[derive(Default)]
struct Paces(Mutex<HashMap<&'static str, Duration>>);

impl Paces {
    fn note(&self, kind: &'static str, took: Duration) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(kind, took);
    }

    fn of(&self, kind: &str) -> Duration {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(kind).copied();
        known.unwrap_or(Duration::from_millis(60))
    }
}

#[test]
fn both_spaces_open_with_the_acknowledged_pins_and_hold_what_was_saved_when_it_is_killed_at_any_moment() {
    let seed = chance();
    let hunt = Hunt { kills: lock_kills(), ..Hunt::default() };
    thread::scope(|threads| {
        for half in 0..2 {
            let hunt = &hunt;
            threads.spawn(move || {
                let mut chance = Rng::with_seed(seed ^ half);
                let mut killed = 0;
                while hunt.goes_on(killed) {
                    killed += hunt.one_phone(killed, &mut chance);
                }
            });
        }
    });
    println!("killed:{}", hunt.tally);
    let missed = hunt.missed();
    hunt.broken.none();
    if let Some((what, hit)) = missed {
        panic!("{what}: only {hit} times");
    }
}

/// Two threads that kill.
#[derive(Default)]
struct Hunt {
    kills: usize,
    tally: Tally,
    broken: Broken,
    paces: Paces,
}

impl Hunt {
    /// Whether a thread that has killed so often kills once more. Where a kill lands is chance, and how fast the machine is: it goes on
    /// until each kind of step was hit, but not for ever.
    fn goes_on(&self, killed: usize) -> bool {
        let each = self.kills / 2;
        !self.broken.enough() && (killed < each || (killed < 8 * each && self.missed().is_some()))
    }

    fn hit(&self, step: Step) -> usize {
        self.tally.of(&format!("killed in a step: {}", step.name()))
    }

    /// What was not hit often enough, and how often it was.
    fn missed(&self) -> Option<(String, usize)> {
        let kinds = kinds().map(|kind| (format!("killed in a step: {kind}"), self.kills / 40));
        let ways = [
            "killed in a step, which was done",
            "killed in a step, which was not done",
            "killed with something half written",
        ];
        let wanted = kinds.chain(ways.map(|way| (way.to_owned(), 1)));
        wanted
            .map(|(what, least)| (self.tally.of(&what), what, least))
            .find_map(|(hit, what, least)| (hit < least).then_some((what, hit)))
    }

    /// One of the next steps: of the kind that was hit least. While a kind is missed it is one of those, however far on, or none.
    fn aim(&self, spaces: &Spaces, chance: &mut Rng) -> Option<u64> {
        let step = |number: u64| Spaces::step(number).filter(|step| kinds().any(|kind| kind == step.name()));
        let missed = |number: &u64| step(*number).is_some_and(|step| self.hit(step) < self.kills / 40);
        let near = spaces.done + 1..=(spaces.done + 8).min(Spaces::LENGTH);
        if (1..=Spaces::LENGTH).any(|number| missed(&number)) && !near.clone().any(|number| missed(&number)) {
            return (spaces.done + 1..=Spaces::LENGTH).find(missed);
        }
        near.min_by_key(|number| (step(*number).map_or(usize::MAX, |step| self.hit(step)), chance.u8(..)))
    }

    /// One phone, through the whole row, for a thread that has killed so often before. Says how often it was killed.
    fn one_phone(&self, before: usize, chance: &mut Rng) -> usize {
        let room = room::room();
        let (folder, seed) = (room.path().join("app"), content::little_seed_in(&room));
        std::fs::create_dir(&folder).expect("a folder");
        let mut spaces = Spaces::default();
        let (mut killed, mut in_vain) = (0, 0);
        while let (true, Some(aim)) = (self.goes_on(before + killed), self.aim(&spaces, chance)) {
            let kind = Spaces::step(aim).expect("a step of the row").name();
            let mut running = Running::start(&mut command(&folder, &seed, spaces.done, u64::MAX));
            if !running.until(&format!("doing {aim} ")) {
                self.broken.note(format!("it ended before step {aim}: {:?}", running.said()));
                break;
            }
            measure(&running, &self.paces);
            // How long a step takes depends on what was done before it: where it was not done last time, it gets longer.
            let pace = self.paces.of(kind).mul_f64(1.25_f64.powi(in_vain));
            // A step is mostly the stretching of PINs; what it writes, it writes in a moment at its end.
            let ended = match chance.u8(0..4) {
                0 => running.kill_after(pace.mul_f64(chance.f64() * 1.1)),
                1 => running.kill_after(pace.mul_f64(0.85 + chance.f64() * 0.25)),
                _ => running.kill_when(|| is_half_written(&folder), pace * 2),
            };
            killed += 1;
            let promised = Promised::after(&spaces, &ended.said);
            match look(&folder, &promised) {
                Ok(now) => {
                    note(&ended, &folder, &promised, &now, &self.tally);
                    in_vain = if now.done < aim { in_vain + 1 } else { 0 };
                    spaces = now;
                }
                Err(why) => {
                    self.broken.note(format!("kill {killed} of this phone, said {:?}\n{why}", ended.said.last()));
                    break;
                }
            }
        }
        killed
    }
}

fn measure(running: &Running, paces: &Paces) {
    let said = running.said().iter().zip(&running.at);
    for ((doing, begun), (done, ended)) in said.clone().zip(said.skip(1)) {
        let number = doing.strip_prefix("doing ").and_then(|rest| rest.split(' ').next()?.parse().ok());
        if let Some(step) = number.and_then(Spaces::step)
            && done.starts_with("done ")
        {
            paces.note(step.name(), *ended - *begun);
        }
    }
}

fn note(ended: &Ended, folder: &Path, promised: &Promised, now: &Spaces, tally: &Tally) {
    let last = ended.said.last().map(String::as_str).unwrap_or_default();
    match last.split(' ').collect::<Vec<_>>().as_slice() {
        ["doing", _, kind] => {
            tally.note(format!("killed in a step: {kind}"));
            let came = if now.done > promised.acknowledged.done { "done" } else { "not done" };
            tally.note(format!("killed in a step, which was {came}"));
        }
        _ => tally.note("killed between two steps"),
    }
    if is_half_written(folder) {
        tally.note("killed with something half written");
    }
}

/// The first PIN, the second space, a change in each, other PINs, wrong ones, and none any more.
const LOCKED: (u64, u64) = (0, 18);
/// A space is erased; the other gets its first PIN while it is open to all.
const ERASED: (u64, u64) = (21, 25);
/// The phone's own lock, and each of what ends it.
const BY_OWNER: (u64, u64) = (41, 61);
/// A damaged space is set aside, while the other has a PIN; then while it has none.
const SET_ASIDE: [(u64, u64); 2] = [(63, 64), (73, 74)];

#[test]
fn both_spaces_open_with_the_acknowledged_pins_when_the_power_is_cut_after_any_write_and_sync() {
    let mut chance = Rng::with_seed(chance());
    let tally = Tally::default();
    let times = (kills() / 2_000).max(1);
    for (from, until) in [LOCKED, ERASED, BY_OWNER].into_iter().chain(SET_ASIDE) {
        let room = room::room();
        let (folder, seed) = phone_after(&room, from);
        let trace = trace::record(&folder, &command(&folder, &seed, from, until));
        assert!(trace.ended.how.success(), "{:?}", trace.ended.said.last());
        power::is_complete(&trace, &folder);
        let before = Spaces::after(from);
        let after = |disk: &Disk, last: &str, chance: &mut Rng| {
            let kind = last.strip_prefix("doing ").and_then(|rest| rest.split(' ').nth(1)).unwrap_or("between");
            // What is changed in a space is no other change with two of them than with one, which is looked at where there is one.
            let looked_at = kinds().any(|hit| hit == kind) || chance.u8(0..10) == 0;
            (0..if looked_at { times } else { 0 }).map(|_| disk.one_left(chance)).collect()
        };
        power::cut_some(&trace, &mut chance, &tally, after, |folder, said| {
            let promised = Promised::after(&before, said);
            let now = look(folder, &promised)?;
            if let (true, Some(step)) = (promised.begun, promised.acknowledged.next()) {
                let came = if now.done > promised.acknowledged.done { "done" } else { "not done" };
                tally.note(format!("cut in a step, which was {came}: {}", step.name()));
            }
            Ok(())
        });
    }
    println!("{tally}");
    for kind in CHANGES {
        for came in ["done", "not done"] {
            let cuts = tally.of(&format!("cut in a step, which was {came}: {kind}"));
            assert!(cuts > 0, "no power cut left a step of the kind {kind} {came}");
        }
    }
}

/// A phone on which so many steps were done, and the content that it ships with.
fn phone_after(room: &tempfile::TempDir, done: u64) -> (PathBuf, PathBuf) {
    let (folder, seed) = (room.path().join("app"), content::little_seed_in(room));
    std::fs::create_dir(&folder).expect("a folder");
    if done > 0 {
        let before = child::run(&mut command(&folder, &seed, 0, done));
        assert!(before.how.success(), "{:?}", before.said.last());
    }
    (folder, seed)
}

/// Each kind of change of the lock, from what stood before it.
const FAILING: [(u64, u64); 9] = [(1, 2), (3, 4), (4, 5), (17, 18), (21, 22), (41, 42), (46, 47), (54, 55), (63, 64)];

#[test]
fn when_a_write_fails_in_a_change_of_the_lock_she_is_told_in_plain_words_and_both_spaces_still_open() {
    let mut chance = Rng::with_seed(chance());
    let (tally, broken) = (Tally::default(), Broken::default());
    for (from, until) in FAILING {
        let step = (20_000 / kills()).max(1);
        // These are a few calls: longer steps may meet none of them.
        let step = match Spaces::step(until) {
            Some(Step::OwnerOn(_)) => step.min(2),
            Some(Step::OwnerOff) => 1,
            _ => step,
        };
        let room = room::room();
        let (folder, seed) = phone_after(&room, from);
        let before = room::read(&folder).expect("the folder can be read");
        let spaces = Spaces::after(from);
        fault::each(
            &before,
            Every { first: chance.usize(1..=step), step },
            |folder| command(folder, &seed, from, until),
            &tally,
            &broken,
            |folder, failed| {
                told_plainly(&failed.ended, &tally)?;
                let now = look(folder, &Promised::after(&spaces, &failed.ended.said).but_guesses())?;
                let ended = child::run(&mut command(folder, &seed, now.done, until));
                if !ended.how.success() {
                    return Err(format!("afterwards: {:?}", ended.said.last()));
                }
                look(folder, &Promised::after(&now, &ended.said).but_guesses()).map(drop)
            },
        );
    }
    println!("failed:{tally}");
    broken.none();
    for kind in CHANGES.into_iter().chain(["owner-off"]) {
        assert!(
            tally.of(&format!("refused, and done when it was asked for again: {kind}")) > 0,
            "never refused: {kind}"
        );
    }
}

/// What a screen can say without lying when a file was not written.
fn told_plainly(ended: &Ended, tally: &Tally) -> Result<(), String> {
    let step = |number: &str| number.parse().ok().and_then(Spaces::step);
    for line in &ended.said {
        match line.split(' ').collect::<Vec<_>>().as_slice() {
            ["refused", number, "cannot-save"] => {
                let kind = step(number).map_or("", Step::name);
                tally.note(format!("refused, and done when it was asked for again: {kind}"));
            }
            // A phone whose key cannot be kept did not confirm.
            ["refused", number, "owner-not-confirmed"] if step(number) == Some(Step::OwnerOn(0)) => {
                tally.note("not turned on, and turned on when it was asked for again");
            }
            ["wrong", .., "cannot-save"] => tally.note("not opened, and opened the next time"),
            ["refused" | "wrong", ..] => return Err(line.clone()),
            _ => {}
        }
    }
    match ended.how.code() {
        Some(0 | 1) => Ok(()),
        _ => Err(format!("it ended with {}", ended.how)),
    }
}

#[test]
fn on_a_full_disk_a_change_of_the_lock_is_refused_in_plain_words_and_works_when_there_is_room() {
    let room = room::room();
    let (disk, out, seed) = (room.path().join("disk"), room.path().join("out"), content::little_seed_in(&room));
    std::fs::create_dir(&disk).expect("a folder");
    std::fs::create_dir(&out).expect("a folder");
    let (tally, broken) = (Tally::default(), Broken::default());
    let ended = small_disk::run("full-lock", &disk, &out, &seed, &[]);
    for line in &ended.said {
        match line.split([' ', '-']).collect::<Vec<_>>().as_slice() {
            ["refused", number, "cannot", "save"] => {
                let kind = number.parse().ok().and_then(Spaces::step).map_or("", Step::name);
                tally.note(format!("refused, and done once there was room: {kind}"));
            }
            ["refused" | "wrong", ..] => broken.note(line.clone()),
            ["left", what, done, room] => {
                tally.note("folders that were left");
                let acknowledged = Spaces::after(done.parse().expect("a number"));
                let promised = Promised { acknowledged, begun: false, wait: 0, guesses_count: false };
                if let Err(why) = look(&out.join(format!("{what}-{done}-{room}")), &promised) {
                    broken.note(format!("{line}: {why}"));
                }
            }
            _ => {}
        }
    }
    println!("on a full disk:{tally}");
    if !ended.how.success() {
        broken.note(format!("it ended with {}, after it said {:?}", ended.how, ended.said.last()));
    }
    broken.none();
    for kind in ["first-pin", "pin-changed", "pin-removed", "second-space", "row"] {
        let refused = tally.of(&format!("refused, and done once there was room: {kind}"));
        assert!(refused > 0, "the disk was never full in a step of the kind {kind}");
    }
}
