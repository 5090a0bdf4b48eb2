//! What she saved is there after a kill, a power cut, a full disk and a failing write, whenever it comes; and never the half of a change.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use std::{path::Path, process::Command, thread, time::Duration};

use fastrand::Rng;
use kindway_crash::Life;
use support::{
    Broken, Tally, chance, child,
    child::{Ended, Running},
    content, fault, kills,
    life::{Promised, look},
    power, room, small_disk, trace,
};

/// After so many kills on one folder there is a new phone.
const LIVES: usize = 40;

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_half_done_when_it_is_killed_at_any_moment() {
    let (seed, kills) = (chance(), kills());
    let (tally, broken) = (Tally::default(), Broken::default());
    thread::scope(|threads| {
        for half in 0..2 {
            let (tally, broken) = (&tally, &broken);
            threads.spawn(move || {
                let mut chance = Rng::with_seed(seed ^ half);
                let mut killed = 0;
                while killed < kills / 2 && !broken.enough() {
                    killed += lives(&mut chance, LIVES.min(kills / 2 - killed), tally, broken);
                }
            });
        }
    });
    println!("killed:{tally}");
    broken.none();
    assert!(tally.of("killed in a change") > kills / 4, "it was not killed where it matters");
    assert!(tally.of("killed with a journal behind") > 0, "it was never killed within a transaction");
}

/// One phone, from its first start on.
fn lives(chance: &mut Rng, kills: usize, tally: &Tally, broken: &Broken) -> usize {
    let room = room::room();
    let (folder, seed) = (room.path().join("app"), content::little_seed_in(&room));
    std::fs::create_dir(&folder).expect("a folder");
    let mut life = Life::default();
    // As long as opening and a change took the last time.
    let (mut opening, mut change) = (Duration::from_millis(30), Duration::from_millis(5));
    for killed in 1..=kills {
        let mut running =
            Running::start(child::command("vault", &folder, &seed).args(["--after", &life.done.to_string()]));
        assert!(running.until("begun"), "it did not begin");
        let wait = if chance.u8(0..10) < 3 {
            opening.mul_f64(chance.f64() * 1.1)
        } else {
            // The one before is measured, so that the wait fits what the machine does just now.
            let at = life.done + chance.u64(1..8);
            let there = running.until(&format!("done {at}")) && running.until("doing ");
            assert!(there, "it ended before change {at}: {:?}", running.said());
            opening = running.at[1] - running.at[0];
            let measured = running.at.len() - 2;
            change = (running.at[measured] - running.at[measured - 1]).max(change.mul_f64(0.8));
            change.mul_f64(chance.f64() * 1.2)
        };
        let ended = running.kill_after(wait);
        note(&ended, &folder, tally);
        let promised = Promised::after(&life, &ended.said);
        match look(&folder, &promised) {
            Ok(now) => life = now,
            Err(why) => {
                broken.note(format!("kill {killed} of this phone, said {:?}\n{why}", ended.said.last()));
                return killed;
            }
        }
    }
    kills
}

fn note(ended: &Ended, folder: &Path, tally: &Tally) {
    let last = ended.said.last().map(String::as_str).unwrap_or_default();
    match last.split(' ').collect::<Vec<_>>().as_slice() {
        ["begun"] => tally.note("killed while it opened"),
        ["doing", _, name] => {
            tally.note("killed in a change");
            tally.note(format!("killed in a change: {name}"));
        }
        ["opened" | "done", ..] => tally.note("killed between two changes"),
        _ => tally.note(format!("killed after it said {last:?}")),
    }
    if folder.join("vault/a.db-journal").exists() {
        tally.note("killed with a journal behind");
    }
}

/// From the first start through each kind of change.
const FIRST: u64 = 17;
/// And through the change of all notes at once.
const NOTES: (u64, u64) = (32, 35);

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_half_done_when_the_power_is_cut_after_any_write_and_sync() {
    let mut chance = Rng::with_seed(chance());
    let tally = Tally::default();
    for (from, until) in [(0, FIRST), NOTES] {
        let room = room::room();
        let (folder, seed) = (room.path().join("app"), content::little_seed_in(&room));
        std::fs::create_dir(&folder).expect("a folder");
        let command = |after: u64, until: u64| {
            let mut command = child::command("vault", &folder, &seed);
            command.args(["--after", &after.to_string(), "--until", &until.to_string()]);
            command
        };
        if from > 0 {
            let before = child::run(&mut command(0, from));
            assert!(before.how.success(), "{:?}", before.said.last());
        }
        let trace = trace::record(&folder, &command(from, until));
        assert!(trace.ended.how.success(), "{:?}", trace.ended.said.last());
        power::is_complete(&trace, &folder);
        let before = (0..from).fold(Life::default(), |life, _| life.and_next());
        power::cut(&trace, &mut chance, &tally, |folder, said| look(folder, &Promised::after(&before, said)).map(drop));
    }
    println!("{tally}");
}

#[test]
fn when_any_one_write_fails_she_is_told_in_plain_words_and_nothing_is_lost() {
    let tally = Tally::default();
    let broken = Broken::default();
    // A first start, and a row of changes of each kind.
    for (after, until) in [(0, 1), (2, 9)] {
        let room = room::room();
        let (folder, seed) = (room.path().join("app"), content::little_seed_in(&room));
        std::fs::create_dir(&folder).expect("a folder");
        let command = |folder: &Path, after: u64, until: u64| {
            let mut command = child::command("vault", folder, &seed);
            command.args(["--after", &after.to_string(), "--until", &until.to_string()]);
            command
        };
        if after > 0 {
            let before = child::run(&mut command(&folder, 0, after));
            assert!(before.how.success(), "{:?}", before.said.last());
        }
        let before = room::read(&folder).expect("the folder can be read");
        let life = (0..after).fold(Life::default(), |life, _| life.and_next());
        fault::each(
            &before,
            fault::Every::ONE,
            |folder| command(folder, after, until),
            &tally,
            &broken,
            |folder, failed| {
                told_plainly(&failed.ended, &tally)?;
                let now = look(folder, &Promised::after(&life, &failed.ended.said))?;
                goes_on(command(folder, now.done, until), folder, &now)
            },
        );
    }
    println!("failed:{tally}");
    broken.none();
}

/// What a screen can say without lying when a file was not written.
fn told_plainly(ended: &Ended, tally: &Tally) -> Result<(), String> {
    for line in &ended.said {
        match line.split(' ').collect::<Vec<_>>().as_slice() {
            ["refused", _, "cannot-save"] => tally.note("refused, and done when it was asked for again"),
            ["wrong", "trouble", "cannot-save"] => tally.note("not opened, and opened the next time"),
            ["refused" | "wrong", ..] => return Err(line.clone()),
            _ => {}
        }
    }
    match ended.how.code() {
        Some(0 | 1) => Ok(()),
        _ => Err(format!("it ended with {}", ended.how)),
    }
}

/// With nothing failing any more.
fn goes_on(mut command: Command, folder: &Path, now: &Life) -> Result<(), String> {
    let ended = child::run(&mut command);
    if !ended.how.success() {
        return Err(format!("afterwards: {:?}", ended.said.last()));
    }
    look(folder, &Promised::after(now, &ended.said)).map(drop)
}

#[test]
fn on_a_full_disk_she_is_told_in_plain_words_and_it_works_again_when_there_is_room() {
    let room = room::room();
    let (disk, out, seed) = (room.path().join("disk"), room.path().join("out"), content::little_seed_in(&room));
    std::fs::create_dir(&disk).expect("a folder");
    std::fs::create_dir(&out).expect("a folder");
    let (tally, broken) = (Tally::default(), Broken::default());
    let ended = small_disk::run("full-vault", &disk, &out, &seed, &[]);
    let mut life = Life::default();
    for line in &ended.said {
        match line.split([' ', '-']).collect::<Vec<_>>().as_slice() {
            ["refused", _, "cannot", "save"] => tally.note("refused, and done once there was room"),
            ["not", "opened:", "trouble", "cannot", "save"] => tally.note("not opened, and opened once there was room"),
            ["refused" | "not" | "wrong", ..] => broken.note(line.clone()),
            ["left", what, done, room] => {
                tally.note("folders that were left");
                let done: u64 = done.parse().expect("a number");
                while life.done < done {
                    life = life.and_next();
                }
                let acknowledged = if *what == "first" { Life::default() } else { life.clone() };
                let left = out.join(format!("{what}-{done}-{room}"));
                if let Err(why) = look(&left, &Promised { acknowledged, begun: false }) {
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
    assert!(tally.of("refused, and done once there was room") > 5, "the disk was never full");
    assert!(tally.of("not opened, and opened once there was room") > 5, "the disk was never full at a first start");
}

#[test]
fn what_was_erased_does_not_come_back_whenever_the_power_is_cut_and_what_was_half_erased_is_gone_at_the_next_start() {
    let mut chance = Rng::with_seed(chance());
    let tally = Tally::default();
    let room = room::room();
    let (folder, seed) = (room.path().join("app"), content::little_seed_in(&room));
    std::fs::create_dir(&folder).expect("a folder");
    let before = child::run(child::command("vault", &folder, &seed).args(["--until", "9"]));
    assert!(before.how.success(), "{:?}", before.said.last());
    let trace = trace::record(&folder, &child::command("erase", &folder, &seed));
    assert!(trace.ended.how.success(), "{:?}", trace.ended.said.last());
    power::is_complete(&trace, &folder);
    let before = (0..9).fold(Life::default(), |life, _| life.and_next());
    let promised = |acknowledged: &Life| Promised { acknowledged: acknowledged.clone(), begun: false };
    power::cut(&trace, &mut chance, &tally, |folder, said| {
        let half = folder.join("vault/erasing").exists();
        let why = match look(folder, &promised(&Life::default())) {
            Ok(_) => {
                tally.note(if half { HALF } else { ERASED });
                return Ok(());
            }
            Err(why) => why,
        };
        if half || said.iter().any(|line| line == "erased") {
            return Err(why);
        }
        look(folder, &promised(&before)).map_err(|other| format!("not erased: {why}\nnor as before: {other}"))?;
        tally.note(AS_BEFORE);
        Ok(())
    });
    println!("{tally}");
    for what in [AS_BEFORE, HALF, ERASED] {
        assert!(tally.of(what) > 0, "none {what}");
    }
}

/// What a cut may leave of everything that is being erased.
const AS_BEFORE: &str = "of them as before";
const HALF: &str = "of them half erased, and gone at the next start";
const ERASED: &str = "of them erased";
