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
    /// `check` (the default), `new`, `preview`, `status`, `sheet`, and whatever else `kindway-publish --help` lists
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<String>,
}

pub(crate) fn run(options: &Options) -> Result {
    setup::packages(&[&["build-essential"]])?;
    let build = ["build", "--package", "kindway-publisher", "--bin", "kindway-publish"];
    quietly("Building kindway-publish", cargo().args(build))?;
    if options.rest.iter().any(|word| word == "preview") {
        screens()?;
    }
    if options.rest.is_empty() { publish(&["check"]) } else { publish(&options.rest) }
}

/// The program that shows the app. It is built with the content inside, so content that cannot be read stops the build; an older one
/// does as well, because it shows the content as it is read then.
fn screens() -> Result {
    let build = ["build", "--package", "kindway-preview", "--bin", "kindway-preview"];
    match quietly("Building kindway-preview", cargo().args(build)) {
        Err(_) if target().join("debug/kindway-preview").is_file() => {
            println!("It is not built anew; the one from before is used.");
            Ok(())
        }
        built => built,
    }
}

/// The content lane.
pub(crate) fn check() -> Result {
    setup::workspace()?;
    publish(&["check"])
}

fn publish(arguments: &[impl AsRef<OsStr>]) -> Result {
    openly(program(target().join("debug/kindway-publish")).args(arguments))
}
