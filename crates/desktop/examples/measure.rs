//! What `cargo xtask bench` asks the core for: its own times on the shipped content, as one line of JSON.

#![allow(clippy::print_stdout, reason = "the answer is its output")]

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use kindway_content::{Pack, Record};
use kindway_core::{
    App,
    api::{Request, Response},
};
use kindway_desktop::{SetClock, start};
use kindway_seed::SEED;
use serde_json::{Value, json};

/// Enough for a 95th percentile that does not jump.
const SEARCHES: usize = 100;
const CHANGES: usize = 40;
const OPENINGS: usize = 20;

/// A need, a place, both, a typing mistake, the same in other scripts, and nothing that is there.
const SEARCHED: [&str; 8] = ["group", "L7 8TX", "birmingham", "midwife liverpool", "solictor", "مجموعة", "ጉጅለ", "zzz"];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::temp_dir().join(format!("kindway-measure-{}", std::process::id()));
    let measured = measure(&folder);
    fs::remove_dir_all(&folder)?;
    println!("{}", measured?);
    Ok(())
}

fn measure(folder: &Path) -> Result<Value, Box<dyn Error>> {
    let (first_open, mut app, opened) = timed_open(folder)?;
    let answer_bytes = serde_json::to_vec(&opened)?.len();
    let tags: Vec<String> = match opened {
        Response::Open(opened) => opened.languages.into_iter().map(|language| language.tag).collect(),
        _ => Vec::new(),
    };

    let mut searches = BTreeMap::new();
    for tag in &tags {
        ask(&mut app, json!({ "ask": "settings-save", "with": { "language": tag } }))?;
        let times = (0..SEARCHES).map(|n| {
            let search = json!({ "words": SEARCHED[n % SEARCHED.len()], "need": null, "near": null, "filters": {} });
            timed(|| ask(&mut app, json!({ "ask": "help", "with": search })).map(drop)).map(|(took, ())| took)
        });
        searches.insert(tag, percentile_95(times.collect::<Result<_, _>>()?));
    }

    let changes = (0..CHANGES).map(|n| {
        let size = if n % 2 == 0 { 100 } else { 130 };
        timed(|| ask(&mut app, json!({ "ask": "settings-save", "with": { "text_size": size } })).map(drop))
            .map(|(took, ())| took)
    });
    let change = percentile_95(changes.collect::<Result<_, _>>()?);
    drop(app);

    let mut openings = Vec::new();
    for _ in 0..OPENINGS {
        openings.push(timed_open(folder)?.0);
    }
    Ok(json!({
        "release": !cfg!(debug_assertions),
        "first_open_ms": first_open,
        "open_ms": percentile_95(openings),
        "open_answer_bytes": answer_bytes,
        "change_ms": change,
        "search_ms": searches,
        "seed_bytes": SEED.len(),
        "seed_parts": parts(&tags)?,
    }))
}

fn timed<T>(work: impl FnOnce() -> Result<T, Box<dyn Error>>) -> Result<(f64, T), Box<dyn Error>> {
    let began = Instant::now();
    let done = work()?;
    Ok((began.elapsed().as_secs_f64() * 1000.0, done))
}

/// From nothing to the data of Today, as on every start.
fn timed_open(folder: &Path) -> Result<(f64, App, Response), Box<dyn Error>> {
    let now = SetClock("2026-11-22T10:00:00Z".parse()?);
    let (took, (app, opened)) = timed(|| {
        let mut app = App::open(start(PathBuf::from(folder), SEED.to_vec(), now))?;
        let opened = ask(&mut app, json!({ "ask": "open", "with": {} }))?;
        Ok((app, opened))
    })?;
    Ok((took, app, opened))
}

fn ask(app: &mut App, request: Value) -> Result<Response, Box<dyn Error>> {
    Ok(app.call(serde_json::from_value::<Request>(request)?)?)
}

fn percentile_95(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() * 95 / 100).or(times.last()).copied().unwrap_or_default()
}

/// What each language would weigh as a pack of its own, and what belongs to none.
fn parts(tags: &[String]) -> Result<BTreeMap<String, usize>, Box<dyn Error>> {
    let mut parts: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    for record in kindway_content::read_seed(SEED)?.records {
        let of = |tag: &&String| record.key.split('/').any(|part| part == tag.as_str());
        let part = tags.iter().find(of).map_or("every language", String::as_str).to_owned();
        parts.entry(part).or_default().push(record);
    }
    parts.into_iter().map(|(tag, records)| Ok((tag, kindway_content::write_seed(&Pack { records })?.len()))).collect()
}
