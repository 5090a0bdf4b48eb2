//! Packs the content of this project, or takes what was published. Content that cannot be read stops the build, with each mistake named.

// A build script speaks to Cargo on standard output.
#![allow(clippy::print_stdout)]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The folder that `kindway-publish ship` wrote: published content, and whom to believe. Without it the content of this project is
/// packed, and the app gets no updates.
const SHIP: &str = "KINDWAY_SHIP";

fn main() -> ExitCode {
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            for line in error.to_string().lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    println!("cargo::rerun-if-env-changed={SHIP}");
    if let Some(ship) = std::env::var_os(SHIP).map(PathBuf::from) {
        for (from, to) in [("content.seed", "seed.kw"), ("trust.json", "trust.json")] {
            let file = ship.join(from);
            println!("cargo::rerun-if-changed={}", file.display());
            fs::copy(&file, out.join(to)).map_err(|error| format!("{SHIP}: {}: {error}", file.display()))?;
        }
        return Ok(());
    }
    fs::write(out.join("trust.json"), "")?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for watched in ["assets/content", "assets/places", "locales"] {
        println!("cargo::rerun-if-changed={}", root.join(watched).display());
    }
    let content = kindway_content::load(&root)?;
    let seed = kindway_content::write_seed(&kindway_content::pack(&content)?)?;
    fs::write(out.join("seed.kw"), seed)?;
    Ok(())
}
