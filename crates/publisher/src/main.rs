//! `kindway-publish`: what a charity runs to check its content and to make the file that ships inside the app.

mod build;
mod check;
mod progress;
mod stamp;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Checks the content of Kindway and packs it.
#[derive(Parser)]
#[command(name = "kindway-publish", version)]
struct Arguments {
    /// The project: the folder that holds assets/ and locales/.
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks everything; names the file, the line and the field of each mistake.
    Check {
        /// Files below this folder stand in for those of the same path in the project.
        #[arg(long, value_name = "DIR")]
        overlay: Option<PathBuf>,
    },
    /// Packs the content into the file that ships inside the app.
    Build {
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Files below this folder stand in for those of the same path in the project.
        #[arg(long, value_name = "DIR")]
        overlay: Option<PathBuf>,
    },
    /// Notes which English text each new or changed text of a language was translated from, with the status "machine".
    Stamp {
        /// The language, such as ti.
        tag: String,
    },
}

fn main() -> ExitCode {
    let Arguments { root, command } = Arguments::parse();
    let mut out = std::io::stdout().lock();
    let done = match command {
        Command::Check { overlay } => check::run(&mut out, &root, overlay.as_deref()),
        Command::Build { out: file, overlay } => build::run(&mut out, &root, overlay.as_deref(), &file),
        Command::Stamp { tag } => stamp::run(&mut out, &root, &tag),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            progress::say(&format!("{error}"));
            ExitCode::FAILURE
        }
    }
}
