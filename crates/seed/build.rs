//! Packs the content of this project. Content that cannot be read stops the build, with each mistake named.

// A build script speaks to Cargo on standard output.
#![allow(clippy::print_stdout)]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

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
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for watched in ["assets/content", "assets/places", "locales"] {
        println!("cargo::rerun-if-changed={}", root.join(watched).display());
    }
    let content = kindway_content::load(&root)?;
    let seed = kindway_content::write_seed(&kindway_content::pack(&content)?)?;
    let out = PathBuf::from(std::env::var("OUT_DIR")?).join("seed.kw");
    fs::write(out, seed)?;
    Ok(())
}
