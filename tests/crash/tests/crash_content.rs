//! The content is one published edition, whole, whatever happens while it is being updated; and no floor falls.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use std::{
    fs::{self, File, OpenOptions},
    io::{Seek, SeekFrom, Write},
    path::Path,
    sync::{Arc, LazyLock},
    thread,
    time::Duration,
};

use fastrand::Rng;
use support::{
    Broken, Tally, chance, child,
    child::{Ended, Running},
    disk::Disk,
    fault, kills, power,
    published::{Host, Published},
    room,
    shelf::{Build, Kept, brings_the_newest, floors, look, look_after_damage},
    small_disk,
    trace::{self, Deed},
};

/// More than one phone lives to see.
const EDITIONS: usize = 24;

fn published() -> Arc<Published> {
    static PUBLISHED: LazyLock<Arc<Published>> = LazyLock::new(|| Arc::new(Published::new(EDITIONS)));
    PUBLISHED.clone()
}

#[test]
fn it_is_one_edition_and_no_floor_falls_when_it_is_killed_at_any_moment() {
    let (seed, kills) = (chance(), kills());
    let (tally, broken) = (Tally::default(), Broken::default());
    thread::scope(|threads| {
        for half in 0..2 {
            let (tally, broken) = (&tally, &broken);
            threads.spawn(move || {
                let mut chance = Rng::with_seed(seed ^ half);
                let mut killed = 0;
                while killed < kills / 2 && !broken.enough() {
                    killed += lives(&mut chance, kills / 2 - killed, tally, broken);
                }
            });
        }
    });
    println!("killed:{tally}");
    broken.none();
    for phase in ["while it opened", "while it verified", "while it fetched", "while it committed", "while it settled"]
    {
        assert!(tally.of(phase) > 0, "it was never killed {phase}");
    }
}

/// One phone, from its first start to the newest edition.
fn lives(chance: &mut Rng, kills: usize, tally: &Tally, broken: &Broken) -> usize {
    let published = published();
    let room = room::room();
    let folder = room.path().join("app");
    fs::create_dir(&folder).expect("a folder");
    let build = Build::new(&published, Host::new(&published, 0, true), room.path());
    let mut kept = Kept::shipped(&published);
    // As long as opening and an update took the last time.
    let (mut opening, mut update) = (Duration::from_millis(50), Duration::from_millis(50));
    for killed in 1..=kills {
        if build.host.edition() + 4 > published.newest() {
            return killed - 1;
        }
        let mut running = Running::start(&mut build.command(&folder, None));
        assert!(running.until("begun"), "it did not begin");
        let wait = if chance.u8(0..10) < 2 {
            opening.mul_f64(chance.f64() * 1.1)
        } else {
            if chance.u8(0..10) < 3 {
                assert!(running.until("done "), "it ended before it was up to date: {:?}", running.said());
                let lines = running.at.len();
                (opening, update) = (running.at[1] - running.at[0], running.at[lines - 1] - running.at[lines - 2]);
            }
            assert!(running.until("looking"), "it ended before it looked: {:?}", running.said());
            // Most of an update is waiting for the host; what is written is written at its end.
            let from = if chance.bool() { 0.6 } else { 0.0 };
            update.mul_f64(from + chance.f64() * (1.1 - from))
        };
        build.host.asked();
        let ended = running.kill_after(wait);
        note(&build, &ended, &folder, tally);
        let looked = kept.after(&published, &ended.said).and_then(|kept| look(&build, &folder, &kept));
        match looked {
            Ok(now) => kept = now,
            Err(why) => {
                broken.note(format!("kill {killed} of this phone, said {:?}\n{why}", ended.said.last()));
                return killed;
            }
        }
        if chance.u8(0..12) == 0 {
            let how = damage(chance, &folder);
            tally.note(format!("damaged: {}", how.split(':').next().unwrap_or_default()));
            if let Err(why) = look_after_damage(&build, &folder, &kept) {
                broken.note(format!("damaged after kill {killed} of this phone: {how}\n{why}"));
                return killed;
            }
            kept = Kept {
                edition: build.host.edition(),
                floors: published.editions[build.host.edition()].floors.clone().highest(kept.floors),
            };
        }
    }
    kills
}

/// What it was doing, by what it left and what it had asked for.
fn note(build: &Build, ended: &Ended, folder: &Path, tally: &Tally) {
    let last = ended.said.last().map(String::as_str).unwrap_or_default();
    let asked = build.host.asked();
    let unsettled = || {
        let standing = floors(&build.published, folder).unwrap_or_else(|why| panic!("{why}"));
        let in_database = standing.in_database.unwrap_or_else(|why| panic!("{why}"));
        in_database.is_some() && in_database != standing.in_file
    };
    let phase = match last.split(' ').next() {
        Some("begun") => "while it opened",
        Some("looking") if folder.join("content.db-journal").exists() => "while it committed",
        Some("looking") if unsettled() => "while it settled",
        Some("looking") if asked.iter().any(|path| !path.starts_with("metadata/")) => "while it fetched",
        Some("looking") => "while it verified",
        _ => "between two updates",
    };
    tally.note(phase);
}

/// Overwrites bytes at random places, cuts the file, or deletes it; and says where.
fn damage(chance: &mut Rng, folder: &Path) -> String {
    let path = folder.join("content.db");
    let length = fs::metadata(&path).map_or(0, |file| file.len());
    match chance.u8(0..4) {
        0 => {
            fs::remove_file(&path).expect("deleted");
            "deleted".into()
        }
        1 => {
            let file = OpenOptions::new().write(true).open(&path).expect("opened");
            // Now and then only within the last page, where the file still looks long enough.
            let from = if chance.bool() { length.saturating_sub(1024) } else { 0 };
            let end = chance.u64(from..length.max(1));
            file.set_len(end).expect("cut");
            format!("cut: to {end} of {length}")
        }
        2 => overwrite(chance, &path, length, 1),
        _ => overwrite(chance, &path, length, 64),
    }
}

fn overwrite(chance: &mut Rng, path: &Path, length: u64, times: usize) -> String {
    let mut file: File = OpenOptions::new().write(true).open(path).expect("opened");
    let mut how = format!("{times} bytes overwritten:");
    for _ in 0..times {
        let (at, byte) = (chance.u64(0..length.max(1)), chance.u8(..));
        file.seek(SeekFrom::Start(at)).expect("found");
        file.write_all(&[byte]).expect("overwritten");
        how.push_str(&format!(" {byte:02x} at {at}"));
    }
    how
}

/// How many ways of damage are tried apart from the kills.
const DAMAGES: usize = 200;

#[test]
fn however_the_file_is_damaged_no_floor_falls_and_the_newest_edition_comes_back() {
    let seed = chance();
    let published = published();
    let room = room::room();
    let build = Build::new(&published, Host::new(&published, 0, true), room.path());
    let folder = room.path().join("app");
    fs::create_dir(&folder).expect("a folder");
    let updated = child::run(&mut build.command(&folder, Some(2)));
    assert!(updated.how.success(), "{:?}", updated.said);
    let whole = room::read(&folder).expect("the folder can be read");
    let kept = Kept::shipped(&published).after(&published, &updated.said).expect("an edition");
    // And as the next update leaves it when it is killed within its transaction.
    let trace = trace::record(&folder, &build.command(&folder, Some(1)));
    let mut disk = Disk::of(&trace.before);
    let commits = |deed: &Deed| matches!(deed, Deed::Remove { name } if name == Path::new("content.db-journal"));
    let commit = trace.deeds.iter().position(commits).expect("something was committed");
    trace.deeds[..commit].iter().for_each(|deed| disk.take(deed));
    let within = disk.all();
    assert!(within.contains_key(Path::new("content.db-journal")), "it was not within a transaction");
    let build = Build::new(&published, Host::new(&published, published.newest(), false), room.path());
    let (tally, broken) = (Tally::default(), Broken::default());
    thread::scope(|threads| {
        for half in 0..2 {
            let (room, build, whole, within, kept, tally, broken) =
                (&room, &build, &whole, &within, &kept, &tally, &broken);
            threads.spawn(move || {
                let mut chance = Rng::with_seed(seed ^ half);
                let folder = room.path().join(format!("damaged-{half}"));
                for number in 0..DAMAGES / 2 {
                    if broken.enough() {
                        break;
                    }
                    let (before, when) = if chance.bool() { (whole, "") } else { (within, " within a transaction") };
                    room::write(before, &folder).expect("the folder can be written");
                    let how = damage(&mut chance, &folder);
                    tally.note(format!("{}{when}", how.split(':').next().unwrap_or_default()));
                    if let Err(why) = look_after_damage(build, &folder, kept) {
                        broken.note(format!("damage {number} of thread {half}{when}: {how}\n{why}"));
                    }
                    fs::remove_dir_all(&folder).expect("the folder can be removed");
                }
            });
        }
    });
    println!("damaged:{tally}");
    broken.none();
}

#[test]
fn it_is_one_edition_and_no_floor_falls_when_the_power_is_cut_after_any_write_and_sync() {
    let seed = chance();
    let tally = Tally::default();
    let published = published();
    let room = room::room();
    let folder = room.path().join("app");
    fs::create_dir(&folder).expect("a folder");
    let build = Build::new(&published, Host::new(&published, 0, true), room.path());
    // What is hers is the other test's.
    let before = child::run(&mut build.command(&folder, Some(0)));
    assert!(before.how.success(), "{:?}", before.said);
    fs::remove_file(folder.join("content.db")).expect("deleted");
    let trace = trace::record(&folder, &build.command(&folder, Some(3)));
    assert!(trace.ended.how.success(), "{:?}", trace.ended.said);
    power::is_complete(&trace, &folder);
    let build = Build::new(&published, Host::new(&published, published.newest(), false), room.path());
    let shipped = Kept::shipped(&published);
    let looked = std::sync::atomic::AtomicUsize::new(0);
    power::cut(&trace, &mut Rng::with_seed(seed), &tally, |folder, said| {
        let kept = shipped.after(&published, said)?;
        let now = look(&build, folder, &kept)?;
        // The way on is the same from many of them.
        if looked.fetch_add(1, std::sync::atomic::Ordering::Relaxed).is_multiple_of(8) {
            tally.note("of them updated afterwards");
            brings_the_newest(&build, folder, &now)?;
        }
        Ok(())
    });
    println!("{tally}");
}

#[test]
fn when_any_one_write_fails_it_is_one_edition_and_the_next_update_brings_the_newest() {
    let (tally, broken) = (Tally::default(), Broken::default());
    let published = published();
    let room = room::room();
    let build = Build::new(&published, Host::new(&published, published.newest(), false), room.path());
    let folder = room.path().join("app");
    fs::create_dir(&folder).expect("a folder");
    let started = child::run(&mut build.command(&folder, Some(0)));
    assert!(started.how.success(), "{:?}", started.said);
    let opened = room::read(&folder).expect("the folder can be read");
    fs::remove_file(folder.join("content.db")).expect("deleted");
    // The file of the content is built anew, and updated; or it is there and is updated, with more of it in the same time.
    let without = room::read(&folder).expect("the folder can be read");
    for (before, times) in [(&opened, 1), (&without, 0)] {
        fault::each(
            before,
            fault::Every::ONE,
            |folder| build.command(folder, Some(times)),
            &tally,
            &broken,
            |folder, failed| {
                told_plainly(&failed.ended, &tally)?;
                let kept = Kept::shipped(&published).after(&published, &failed.ended.said)?;
                let now = look(&build, folder, &kept)?;
                brings_the_newest(&build, folder, &now)
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
            ["trouble", "NoRoom"] => tally.note("not updated: no room"),
            ["trouble" | "wrong", ..] => return Err(line.clone()),
            _ => {}
        }
    }
    if ended.how.success() { Ok(()) } else { Err(format!("it ended with {}", ended.how)) }
}

#[test]
fn on_a_full_disk_it_is_one_edition_and_it_is_updated_when_there_is_room() {
    let published = published();
    let room = room::room();
    let build = Build::new(&published, Host::new(&published, published.newest(), false), room.path());
    let (disk, out) = (room.path().join("disk"), room.path().join("out"));
    fs::create_dir(&disk).expect("a folder");
    fs::create_dir(&out).expect("a folder");
    let trust = build.trust.display().to_string();
    let ended =
        small_disk::run("full-content", &disk, &out, &build.seed, &["--now", &published.now, "--trust", &trust]);
    let (tally, broken) = (Tally::default(), Broken::default());
    let newest = || Kept { edition: published.newest(), floors: published.editions[published.newest()].floors.clone() };
    for line in &ended.said {
        match line.split([' ', '-']).collect::<Vec<_>>().as_slice() {
            ["trouble", "NoRoom"] => tally.note("not updated: no room"),
            ["trouble" | "wrong", ..] => broken.note(line.clone()),
            ["left", "content", what, ..] => {
                tally.note("folders that were left");
                let kept = if *what == "new" { newest() } else { Kept::shipped(&published) };
                let left = out.join(line.trim_start_matches("left "));
                if let Err(why) = look(&build, &left, &kept) {
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
    assert!(tally.of("not updated: no room") > 5, "the disk was never full");
}
