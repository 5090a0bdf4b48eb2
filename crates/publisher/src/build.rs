//! `kindway-publish build`: the seed file of the content, or what has changed since it was published last.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::Utc;
use clap::Args;
use kindway_content::{Pack, check_project, load, load_with_overlay, pack, write_seed};
use kindway_repository::{Site, StagedRole};

use crate::check;
use crate::progress::{counting, while_showing};
use crate::signing::waits;
use crate::today::today;

/// What to make of the content.
#[derive(Args)]
#[group(skip)]
pub(crate) struct Options {
    /// Writes the file that ships inside an app which is not updated.
    #[arg(long, value_name = "FILE", required_unless_present = "site", conflicts_with = "site")]
    out: Option<PathBuf>,
    /// Checks everything, and stages what has changed in this repository: packs, deltas, and lists to be signed.
    #[arg(long, value_name = "SITE")]
    site: Option<PathBuf>,
    /// Files below this folder stand in for those of the same path in the project.
    #[arg(long, value_name = "DIR")]
    overlay: Option<PathBuf>,
}

/// Builds, and says what there is.
pub(crate) fn run(out: &mut impl Write, root: &Path, options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let overlay = options.overlay.as_deref();
    match (&options.site, &options.out) {
        (Some(site), _) => staged(out, root, overlay, site),
        (None, Some(file)) => seed(out, root, overlay, file),
        (None, None) => Err("name what to build: --out FILE or --site SITE".into()),
    }
}

fn seed(out: &mut impl Write, root: &Path, overlay: Option<&Path>, file: &Path) -> Result<ExitCode, Box<dyn Error>> {
    let (pack, seed) = while_showing("Packing the content", || {
        let pack = packed(root, overlay)?;
        let seed = write_seed(&pack)?;
        Ok::<_, Box<dyn Error>>((pack, seed))
    })?;
    fs::write(file, &seed).map_err(|error| format!("{}: {error}", file.display()))?;
    let name: String = pack.sha256().iter().map(|byte| format!("{byte:02x}")).collect();
    writeln!(out, "{}: {} records, {} bytes, {name}", file.display(), pack.records.len(), seed.len())?;
    Ok(ExitCode::SUCCESS)
}

fn staged(out: &mut impl Write, root: &Path, overlay: Option<&Path>, site: &Path) -> Result<ExitCode, Box<dyn Error>> {
    let site = Site::open(site)?;
    let checked = while_showing("Checking the content", || check_project(root, overlay, today()));
    let errors = check::errors(out, root, overlay, &checked)?;
    if errors > 0 {
        return Err(format!(
            "Nothing is staged: {errors} in the content. Mend what is said above; kindway-publish check says more.",
            errors = check::count(errors, "error")
        )
        .into());
    }
    let content = while_showing("Packing the content", || packed(root, overlay))?;
    let bar = counting("Staging", 0);
    let done = site.stage(&content, Utc::now(), &mut |progress| {
        bar.set_length(progress.of as u64);
        bar.set_position(progress.done as u64);
    });
    bar.finish_and_clear();
    let done = done?;
    for StagedRole { role, records, whole, delta } in &done.changed {
        let delta = delta.map(|bytes| format!(", {bytes} bytes for a phone that has the last one")).unwrap_or_default();
        writeln!(out, "{role}: {}, {whole} bytes whole{delta}", check::count(*records, "record"))?;
    }
    if done.changed.is_empty() {
        writeln!(out, "Nothing has changed since the last signature.")?;
    }
    for role in &done.new {
        writeln!(out, "{role} is new: the holder of targets.key signs first, which makes its key.")?;
    }
    waits(out, &done.waits)?;
    if !done.waits.is_empty() {
        writeln!(out, "Next: kindway-publish sign")?;
    }
    Ok(ExitCode::SUCCESS)
}

fn packed(root: &Path, overlay: Option<&Path>) -> Result<Pack, Box<dyn Error>> {
    let content = match overlay {
        Some(overlay) => load_with_overlay(root, overlay)?,
        None => load(root)?,
    };
    Ok(pack(&content)?)
}
