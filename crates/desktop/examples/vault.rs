//! What `cargo xtask bench vault` prints: opening a space with many rows, the PIN, the second PIN, one durable change.

#![allow(clippy::print_stdout, reason = "the answer is its output")]

use std::{error::Error, fs, path::Path, time::Instant};

use kindway_core::{App, api::Request, vault::Vault};
use kindway_desktop::{DesktopDevice, OsEntropy, SystemClock, start};
use kindway_seed::SEED;
use serde_json::json;

const ROWS: usize = 5_000;
const TIMES: usize = 15;
const FIRST: &str = "482091";
const SECOND: &str = "730518";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::temp_dir().join(format!("kindway-vault-{}", std::process::id()));
    let measured = measure(&folder);
    fs::remove_dir_all(&folder)?;
    measured
}

fn measure(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut app = App::open(start(folder.to_owned(), SEED.to_vec(), SystemClock))?;
    ask(&mut app, json!({ "ask": "settings-save", "with": { "language": "en-GB" } }))?;
    drop(app);
    let device = DesktopDevice::in_folder(folder);
    let open = || Vault::open(folder, &device, &SystemClock, &OsEntropy).map_err(|closed| closed.why);
    open()?.write(|tx| {
        let mut put = tx.prepare(
            "INSERT INTO own_number (id, role, name, phone, note) VALUES (randomblob(16), 'other', ?1, ?2, ?3)",
        )?;
        for n in 0..ROWS {
            put.execute((format!("Number {n}"), format!("0151 {n:07}"), "A note of a few words, as she writes it."))?;
        }
        Ok(())
    })?;

    let opening = median(|| timed(|| open().map(drop).map_err(Into::into)))?;
    let mut app = App::open(start(folder.to_owned(), SEED.to_vec(), SystemClock))?;
    let change = median(|| timed(|| ask(&mut app, json!({ "ask": "settings-save", "with": { "near": "L7" } }))))?;
    ask(&mut app, json!({ "ask": "pin-set", "with": { "pin": FIRST, "weak": false } }))?;
    ask(&mut app, json!({ "ask": "second-space", "with": { "current": FIRST, "pin": SECOND, "weak": false } }))?;
    let slot = fs::read(folder.join("vault/a.slot"))?;
    let number = |at: usize| u32::from_le_bytes([slot[at], slot[at + 1], slot[at + 2], slot[at + 3]]);

    let mut unlock = |pin: &str| {
        median(|| {
            ask(&mut app, json!({ "ask": "lock-now", "with": {} }))?;
            timed(|| ask(&mut app, json!({ "ask": "unlock", "with": { "pin": pin } })))
        })
    };
    let (right, second) = (unlock(FIRST)?, unlock(SECOND)?);
    ask(&mut app, json!({ "ask": "lock-now", "with": {} }))?;
    // A wrong PIN is stretched for both slots and opens nothing; four are free.
    let mut wrong = Vec::new();
    for _ in 0..3 {
        wrong.push(timed(|| {
            let refused = ask(&mut app, json!({ "ask": "unlock", "with": { "pin": "000000" } }));
            if refused.is_ok() { Err("a wrong PIN opened it".into()) } else { Ok(()) }
        })?);
    }
    wrong.sort_by(f64::total_cmp);

    println!(
        "{}",
        if cfg!(debug_assertions) { "development build; --release for the real times" } else { "release build" }
    );
    println!("open a space of {ROWS} rows without a PIN, all pages checked   {opening:8.1} ms   goal 100");
    println!(
        "Argon2id on this machine                              {} MiB, {} passes, 1 lane",
        number(8) / 1024,
        number(12)
    );
    println!("  one, of the two that each guess takes               {:8.1} ms", wrong[1] / 2.0);
    println!("unlock with the first PIN ({ROWS} rows)                  {right:8.1} ms");
    println!("unlock with the second PIN (no rows)                  {second:8.1} ms");
    println!("a wrong PIN                                           {:8.1} ms", wrong[1]);
    println!("one change, durable                                   {change:8.1} ms   goal 50");
    Ok(())
}

fn ask(app: &mut App, request: serde_json::Value) -> Result<(), Box<dyn Error>> {
    let request: Request = serde_json::from_value(request)?;
    Ok(app.call(request).map(drop)?)
}

fn timed(work: impl FnOnce() -> Result<(), Box<dyn Error>>) -> Result<f64, Box<dyn Error>> {
    let begun = Instant::now();
    work()?;
    Ok(begun.elapsed().as_secs_f64() * 1000.0)
}

fn median(mut one: impl FnMut() -> Result<f64, Box<dyn Error>>) -> Result<f64, Box<dyn Error>> {
    let mut times = (0..TIMES).map(|_| one()).collect::<Result<Vec<_>, _>>()?;
    times.sort_by(f64::total_cmp);
    Ok(times[TIMES / 2])
}
