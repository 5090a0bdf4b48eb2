//! `cargo xtask bench`: the measured numbers beside their budgets, as ratios. A time depends on the machine, so none of them is a
//! test; a ratio that grows from one run to the next on the same machine is worth a look.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use serde_json::Value;

use crate::{
    setup,
    steps::{Result, cargo, openly, program, quietly, read, root, target},
};

mod deltas;
mod search;
mod sync;
mod vault;

/// How to measure.
#[derive(Args)]
pub(crate) struct Options {
    /// One thing alone, in depth; without it everything in short
    what: Option<Alone>,
    /// The core as it ships (a build of its own, some minutes) instead of the development build
    #[arg(long)]
    release: bool,
    /// Leaves out the browser
    #[arg(long)]
    no_paint: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Alone {
    /// Changes of the content: how many bytes each costs a phone
    Deltas,
    /// The plain questions of tests/search: how many are answered, and how fast
    Search,
    /// Updates: how many requests and bytes each costs a phone
    Sync,
    /// The vault: opening, the PIN, one change
    Vault,
}

pub(crate) fn run(options: &Options) -> Result {
    match options.what {
        Some(Alone::Deltas) => return deltas::run(options.release),
        Some(Alone::Search) => return search::run(options.release),
        Some(Alone::Sync) => return sync::run(options.release),
        Some(Alone::Vault) => return vault::run(options.release),
        None => {}
    }
    setup::packages(&[setup::BUILD, setup::BROWSERS])?;
    setup::screens()?;
    println!("{:<44} {:>12} {:>12} {:>7}", "what", "measured", "budget", "ratio");
    core(options.release)?;
    screens()?;
    if options.no_paint {
        return Ok(());
    }
    setup::npm("tests")?;
    let binaries = ["build", "--package", "kindway-preview", "--package", "kindway-publisher"];
    quietly("Building kindway-preview", cargo().args(binaries))?;
    let preview = target().join("debug/kindway-preview");
    openly(program("node").arg("tests/bench-paint.mjs").env("KINDWAY_PREVIEW", preview))
}

fn core(release: bool) -> Result {
    let mut build = cargo();
    build.args(["build", "--package", "kindway-desktop", "--example", "measure"]);
    if release {
        build.arg("--release");
    }
    quietly("Building what measures the core", &mut build)?;
    let built = target().join(if release { "release" } else { "debug" }).join("examples/measure");
    let measured = read(&mut program(built))?;
    let measured: Value = serde_json::from_str(&measured).map_err(|error| format!("measure: {error}"))?;
    let number = |name: &str| measured[name].as_f64().unwrap_or_default();
    let build =
        if measured["release"] == true { "release build" } else { "development build; --release for the real one" };
    println!("the core ({build})");
    line("first open: content.db and vault are made", number("first_open_ms"), None, "ms");
    line("open to Today's data, 95 of 100", number("open_ms"), Some(50.0), "ms");
    line("the first answer", number("open_answer_bytes") / 1000.0, Some(20.0), "KB");
    line("one change, durable, 95 of 100", number("change_ms"), Some(50.0), "ms");
    for (tag, took) in measured["search_ms"].as_object().into_iter().flatten() {
        line(&format!("search in {tag}, 95 of 100"), took.as_f64().unwrap_or_default(), Some(20.0), "ms");
    }
    line("the seed, compressed", number("seed_bytes") / 1000.0, Some(1500.0), "KB");
    for (tag, bytes) in measured["seed_parts"].as_object().into_iter().flatten() {
        line(&format!("  of it {tag}, packed alone"), bytes.as_f64().unwrap_or_default() / 1000.0, None, "KB");
    }
    Ok(())
}

/// What a phone loads, compressed as it would be served; the fonts are compressed already.
fn screens() -> Result {
    println!("the screens");
    let dist = root().join("ui/dist");
    let page = fs::read_to_string(dist.join("index.html")).map_err(|error| format!("ui/dist/index.html: {error}"))?;
    let mut all = Vec::new();
    files(&dist, &mut all)?;
    let sized = |ending: &str| -> Result<Vec<(String, f64)>> {
        let files = all.iter().filter(|file| file.extension().is_some_and(|found| found == ending));
        files.map(|file| Ok((shown(file, &dist), gzip(file)? / 1000.0))).collect()
    };
    let (js, css) = (sized("js")?, sized("css")?);
    let sum = |files: &[(String, f64)]| files.iter().map(|(_, size)| size).sum::<f64>();
    // Each language's words are a file of their own, and a phone loads one of them.
    let tags = languages()?;
    let is_words = |name: &str| tags.iter().any(|tag| name.starts_with(&format!("assets/{tag}-")));
    let (words, code): (Vec<_>, Vec<_>) = js.into_iter().partition(|(name, _)| is_words(name));
    let longest = words.iter().map(|(_, size)| *size).fold(0.0, f64::max);
    let first: Vec<(String, f64)> = code.iter().filter(|(name, _)| page.contains(name.as_str())).cloned().collect();
    line("JavaScript on the first screen, gzip", sum(&first) + longest, Some(60.0), "KB");
    line("JavaScript in all, one language, gzip", sum(&code) + longest, Some(110.0), "KB");
    line("  of it the words, where they are longest", longest, None, "KB");
    line("CSS, gzip", sum(&css), Some(15.0), "KB");
    println!("the fonts; a phone loads those of its language");
    for font in all.iter().filter(|file| file.extension().is_some_and(|found| found == "woff2")) {
        let name = shown(font, &dist);
        // Vite adds a hash of the file to its name.
        let name = name.trim_start_matches("assets/").rsplit_once('-').map_or(name.as_str(), |(name, _)| name);
        line(name, size(font)? / 1000.0, Some(170.0), "KB");
    }
    Ok(())
}

/// The languages that the screens speak.
fn languages() -> Result<Vec<String>> {
    let entries = fs::read_dir(root().join("locales")).map_err(|error| format!("locales: {error}"))?;
    Ok(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
}

fn line(what: &str, measured: f64, budget: Option<f64>, unit: &str) {
    let number = |value: f64| format!("{value:.1} {unit}");
    match budget {
        Some(budget) => {
            println!("  {what:<42} {:>12} {:>12} {:>7.2}", number(measured), number(budget), measured / budget)
        }
        None => println!("  {what:<42} {:>12}", number(measured)),
    }
}

fn shown(file: &Path, folder: &Path) -> String {
    file.strip_prefix(folder).unwrap_or(file).to_string_lossy().into_owned()
}

fn size(file: &Path) -> Result<f64> {
    fs::metadata(file).map(|meta| meta.len() as f64).map_err(|error| format!("{}: {error}", file.display()))
}

fn gzip(file: &Path) -> Result<f64> {
    // Its name would be counted too.
    let packed = program("gzip").args(["--best", "--no-name", "--stdout"]).arg(file).output();
    packed.map(|packed| packed.stdout.len() as f64).map_err(|error| format!("gzip: {error}"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) -> Result {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() {
            files(&path, found)?;
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(())
}
