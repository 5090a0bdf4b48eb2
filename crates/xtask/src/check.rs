//! `cargo xtask check`: what is clean and what is allowed. Everything is looked at, then everything found is told.

use clap::Args;

use crate::{
    fonts, licences, rules, setup,
    steps::{Result, cargo, npm_tool, quietly},
    types,
};

/// Whether to mend what can be mended.
#[derive(Args)]
pub(crate) struct Options {
    /// Writes the generated files anew (formatting, the door's types, what the fonts show, the list of licences) instead of comparing them
    #[arg(long)]
    write: bool,
}

pub(crate) fn run(options: &Options) -> Result {
    setup::packages(&[setup::BUILD, setup::WINDOW])?;
    if options.write {
        types::write()?;
    }
    setup::npm("tests")?;
    setup::npm("ui")?;
    if options.write {
        licences::write()?;
        fonts::write()?;
        quietly("Formatting", cargo().args(["fmt", "--all"]))?;
    }
    everything()?;
    types::check()
}

/// Everything but the door's types, which are a lane of their own in `cargo xtask test`.
pub(crate) fn everything() -> Result {
    let all = setup::everything();
    let found = [
        quietly("Format", cargo().args(["fmt", "--all", "--check"])),
        told("House rules", rules::check),
        quietly("eslint", npm_tool("ui", "eslint").args(["--max-warnings", "0", "."])),
        quietly("tsc", npm_tool("ui", "tsc").arg("--noEmit")),
        told("Licences", licences::check),
        told("Fonts", fonts::check),
        // The window is built with the screens in it, so without them neither of the last two can say anything.
        setup::screens().and_then(|()| {
            quietly("clippy", cargo().arg("clippy").args(all).args(["--all-targets", "--", "--deny", "warnings"]))?;
            quietly(
                "Documentation",
                cargo().arg("doc").args(all).arg("--no-deps").env("RUSTDOCFLAGS", "--deny warnings"),
            )
        }),
    ];
    let troubles: Vec<String> = found.into_iter().filter_map(Result::err).collect();
    if troubles.is_empty() { Ok(()) } else { Err(troubles.join("\n\n")) }
}

fn told(what: &str, check: fn() -> Result) -> Result {
    let found = check();
    println!("{}: {what}", if found.is_ok() { "done" } else { "FAILED" });
    found
}
