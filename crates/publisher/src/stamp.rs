//! `kindway-publish stamp`: review records for new and changed translations.

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use kindway_content::review::{Stamped, stamp};

use crate::progress::while_showing;

/// Writes `locales/<tag>/review.toml` and says what changed in it.
pub(crate) fn run(out: &mut impl Write, root: &Path, tag: &str) -> Result<ExitCode, Box<dyn Error>> {
    let Stamped { new, changed, lost, kept, removed } = while_showing("Stamping", || stamp(root, tag))?;
    writeln!(out, "{tag}: {new} new, {changed} changed, {kept} as they were, {removed} removed")?;
    for key in lost {
        writeln!(out, "{key} has changed since a person gave its status: it is \"machine\" again until they look")?;
    }
    Ok(ExitCode::SUCCESS)
}
