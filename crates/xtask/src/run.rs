//! `cargo xtask run`: from a fresh clone to an open Kindway.

use std::{env, os::unix::process::CommandExt};

use clap::Args;

use crate::{
    setup,
    steps::{Result, cargo, program, quietly, shown, target},
};

/// How to open it.
#[derive(Args)]
pub(crate) struct Options {
    /// In a browser on this computer instead of a window
    #[arg(long)]
    preview: bool,
    /// What follows goes to the preview, such as `--port 8080`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<String>,
}

pub(crate) fn run(options: &Options) -> Result {
    let display =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()));
    let window = display && !options.preview;
    if !display && !options.preview {
        println!("There is no display here, so Kindway is served to a browser.");
    }
    let (package, binary) = if window { ("kindway-shell", "kindway") } else { ("kindway-preview", "kindway-preview") };
    setup::packages(if window { &[setup::BUILD, setup::WINDOW] } else { &[setup::BUILD] })?;
    setup::screens()?;
    quietly(&format!("Building {binary}"), cargo().args(["build", "--package", package, "--bin", binary]))?;
    let mut open = program(target().join("debug").join(binary));
    open.args(&options.rest);
    // Takes this program's place, so that Ctrl-C and an exit code mean what they should.
    Err(format!("`{}` cannot be started: {}", shown(&open), open.exec()))
}
