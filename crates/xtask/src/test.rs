//! `cargo xtask test`: the lanes, in an order in which the cheap ones fail first and the expensive ones find everything built.

use std::{env, time::Instant};

use clap::Args;

use crate::{
    check, content, setup,
    steps::{Result, cargo, is_there, npm_tool, openly, program, root, spoken, target},
    types,
};

struct Lane {
    name: &'static str,
    proves: &'static str,
    run: fn(&Options) -> Result,
}

const LANES: [Lane; 11] = [
    Lane { name: "check", proves: "format, lints, docs, licences, house rules", run: |_| check::everything() },
    Lane { name: "core", proves: "every rule, in Rust", run: |_| core() },
    Lane { name: "crash", proves: "nothing is lost by kills, power cuts, full disks", run: crash },
    Lane { name: "content", proves: "every article, contact, rate and message", run: |_| content::check() },
    Lane { name: "ui", proves: "the screens' own logic", run: |_| ui() },
    Lane { name: "types", proves: "what TypeScript thinks of the door is true", run: |_| types::check() },
    Lane {
        name: "journeys",
        proves: "what she wants to do works, on the real core",
        run: |_| node("tests/journeys.mjs"),
    },
    Lane { name: "accessibility", proves: "axe finds nothing on any screen", run: |_| node("tests/accessibility.mjs") },
    Lane { name: "geometry", proves: "nothing is cut or too small to touch", run: |_| node("tests/geometry.mjs") },
    Lane { name: "old-engine", proves: "a phone from 2020 runs it", run: |_| node("tests/old-engine.mjs") },
    Lane {
        name: "shell",
        proves: "the window has one command and lets nothing in or out",
        run: |_| node("tests/shell/smoke.mjs"),
    },
];

/// Which lanes.
#[derive(Args)]
pub(crate) struct Options {
    /// Names of lanes, such as `core journeys` [default: all of them]
    lanes: Vec<String>,
    /// Ten times as many kills
    #[arg(long)]
    long: bool,
}

pub(crate) fn run(options: &Options) -> Result {
    let unknown: Vec<&str> =
        options.lanes.iter().map(String::as_str).filter(|asked| LANES.iter().all(|lane| lane.name != *asked)).collect();
    if !unknown.is_empty() {
        let known: Vec<&str> = LANES.iter().map(|lane| lane.name).collect();
        return Err(format!("There is no lane {}. There are: {}", unknown.join(", "), known.join(", ")));
    }
    let chosen =
        || LANES.iter().filter(|lane| options.lanes.is_empty() || options.lanes.iter().any(|asked| asked == lane.name));
    if let Err(trouble) = prepare() {
        return Err(format!("{trouble}\n\n{}", summary(0, chosen().count())));
    }
    let mut told = Vec::new();
    for lane in chosen() {
        println!("\n=== {}: {}", lane.name, lane.proves);
        let began = Instant::now();
        let ended = (lane.run)(options);
        if let Err(trouble) = &ended {
            println!("{trouble}");
        }
        let word = if ended.is_ok() { "passed" } else { "FAILED" };
        println!("=== {} {word} ({})", lane.name, spoken(began.elapsed()));
        told.push((lane.name, ended.is_ok(), began.elapsed()));
    }
    let failed = told.iter().filter(|(_, passed, _)| !passed).count();
    println!();
    for (name, passed, took) in &told {
        println!("{:<13} {}  {}", name, if *passed { "passed" } else { "FAILED" }, spoken(*took));
    }
    let summary = summary(told.len() - failed, failed);
    if failed > 0 {
        return Err(summary);
    }
    println!("{summary}");
    Ok(())
}

/// Read by whatever reads a whole run: the last line, and its form stays.
fn summary(passed: usize, failed: usize) -> String {
    format!("lanes: {passed} passed, {failed} failed")
}

fn prepare() -> Result {
    setup::packages(&[setup::BUILD, setup::WINDOW, setup::BROWSERS, setup::HOSTS, setup::CRASH])?;
    setup::npm("tests")?;
    // The window's build takes the built screens in, and the checks build the window.
    setup::screens()
}

/// Every Rust test. What stands as an example in documentation is not run: it would be built with other features than everything
/// else, which takes minutes.
fn core() -> Result {
    setup::workspace()?;
    let mut tests = cargo();
    if is_there("cargo-nextest") {
        tests.args(["nextest", "run"]);
    } else {
        tests.arg("test");
    }
    openly(tests.args(setup::everything()).args(["--exclude", "kindway-crash", "--all-targets", "--no-fail-fast"]))
}

/// Apart from the other tests: it measures how long things take to know when to kill, and tells where it did.
fn crash(options: &Options) -> Result {
    setup::workspace()?;
    let mut tests = cargo();
    tests.arg("test").args(setup::everything());
    for test in ["crash_disk", "crash_vault", "crash_lock", "crash_past", "crash_content"] {
        tests.args(["--test", test]);
    }
    tests.args(["--no-fail-fast", "--", "--nocapture"]);
    if options.long {
        tests.env("KINDWAY_KILLS", "20000");
    }
    openly(&mut tests)
}

fn ui() -> Result {
    setup::npm("ui")?;
    openly(npm_tool("ui", "vitest").arg("run"))
}

/// A lane that is a script. It finds what it drives by its environment, never by guessing where cargo builds.
fn node(script: &str) -> Result {
    if !root().join(script).is_file() {
        return Err(format!("{script} is missing"));
    }
    setup::workspace()?;
    let built = target().join("debug");
    let mut lane = program("node");
    lane.arg(script).env("KINDWAY_PREVIEW", built.join("kindway-preview")).env("KINDWAY_SHELL", built.join("kindway"));
    if env::var_os("CI").is_some() {
        lane.env("FORCE_COLOR", "0");
    }
    openly(&mut lane)
}
