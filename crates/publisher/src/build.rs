//! `kindway-publish build`: the seed file of the content.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use kindway_content::{Pack, load, load_with_overlay, pack, write_seed};

use crate::progress::while_showing;

/// Writes the seed file and says what is in it.
pub(crate) fn run(
    out: &mut impl Write,
    root: &Path,
    overlay: Option<&Path>,
    file: &Path,
) -> Result<ExitCode, Box<dyn Error>> {
    let (pack, seed) = while_showing("Packing the content", || packed(root, overlay))?;
    fs::write(file, &seed).map_err(|error| format!("{}: {error}", file.display()))?;
    let name: String = pack.sha256().iter().map(|byte| format!("{byte:02x}")).collect();
    writeln!(out, "{}: {} records, {} bytes, {name}", file.display(), pack.records.len(), seed.len())?;
    Ok(ExitCode::SUCCESS)
}

fn packed(root: &Path, overlay: Option<&Path>) -> Result<(Pack, Vec<u8>), Box<dyn Error>> {
    let content = match overlay {
        Some(overlay) => load_with_overlay(root, overlay)?,
        None => load(root)?,
    };
    let pack = pack(&content)?;
    let seed = write_seed(&pack)?;
    Ok((pack, seed))
}
