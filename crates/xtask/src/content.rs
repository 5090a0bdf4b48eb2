//! `cargo xtask content`: the charity's tool, built from this clone.

use std::ffi::OsStr;

use clap::Args;

use crate::{
    setup,
    steps::{Result, cargo, openly, program, quietly, target},
};

/// What `kindway-publish` is asked to do.
#[derive(Args)]
pub(crate) struct Options {
    /// `check` (the default), `stamp TAG`, `build`, and whatever else `kindway-publish --help` lists
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<String>,
}

pub(crate) fn run(options: &Options) -> Result {
    setup::packages(&[&["build-essential"]])?;
    let build = ["build", "--package", "kindway-publisher", "--bin", "kindway-publish"];
    quietly("Building kindway-publish", cargo().args(build))?;
    if options.rest.is_empty() { publish(&["check"]) } else { publish(&options.rest) }
}

/// The content lane.
pub(crate) fn check() -> Result {
    setup::workspace()?;
    publish(&["check"])
}

fn publish(arguments: &[impl AsRef<OsStr>]) -> Result {
    openly(program(target().join("debug/kindway-publish")).args(arguments))
}
