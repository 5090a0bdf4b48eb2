//! `cargo xtask content`: the charity's tool, built from this clone.

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
    if options.rest.is_empty() { publish(&["check"]) } else { publish(&options.rest) }
}

/// Builds `kindway-publish` and runs it in the project's folder.
pub(crate) fn publish(arguments: &[impl AsRef<std::ffi::OsStr>]) -> Result {
    let mut build = cargo();
    build.args(["build", "--package", "kindway-publisher", "--bin", "kindway-publish"]);
    quietly("Building kindway-publish", &mut build)?;
    openly(program(target().join("debug/kindway-publish")).args(arguments))
}
