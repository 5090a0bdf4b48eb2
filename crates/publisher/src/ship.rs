//! `kindway-publish ship`: the two files that an app is built with.

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::Utc;
use clap::Args;
use kindway_repository::Site;

use crate::progress::while_showing;

/// What to build an app with.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder of the repository.
    #[arg(value_name = "SITE")]
    site: PathBuf,
    /// The address that the app asks: that of the folder which has v1/ in it.
    #[arg(long, value_name = "URL")]
    host: String,
    /// Where to write content.seed and trust.json.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Writes both, and says what the app will do with them.
pub(crate) fn run(out: &mut impl Write, options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let site = Site::open(&options.site)?;
    let done = while_showing("Packing", || site.ship(&options.host, &options.out, Utc::now()))?;
    writeln!(out, "{}: {} records, as they are live.", done.seed.display(), done.records)?;
    writeln!(out, "{}: the app will ask {}", done.trust.display(), done.host)?;
    Ok(ExitCode::SUCCESS)
}
