//! `kindway-publish`: what a charity runs to check its content and to make the file that ships inside the app.

mod build;
mod check;
mod export;
mod host_files;
mod import;
mod init;
mod keys;
mod new;
mod preview;
mod progress;
mod publish;
mod serve;
mod sheet;
mod ship;
mod signing;
mod stamp;
mod status;
mod today;
mod verify;

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
    Check(check::Options),
    /// Packs the content into the file that ships inside the app, or stages what has changed for signing.
    Build(build::Options),
    /// Notes which English text each new or changed text of a language was translated from, with the status "machine".
    Stamp {
        /// The language, such as ti.
        tag: String,
    },
    /// Begins an article, a contact or a language.
    #[command(subcommand)]
    New(new::New),
    /// Shows the app in a browser; each change is there a moment after it is saved.
    Preview(preview::Preview),
    /// How far each language is, area by area, and how much of it a person has read.
    Status {
        /// How it is written.
        #[arg(long, value_enum, default_value = "table")]
        format: status::Shape,
    },
    /// A spreadsheet of a language for the people who check it.
    #[command(subcommand)]
    Sheet(sheet::Sheet),
    /// Drafts of contacts out of another directory.
    #[command(subcommand)]
    Import(import::Import),
    /// The directory of contacts for others to read.
    #[command(subcommand)]
    Export(export::Export),
    /// Makes a repository and its keys, and prints the list of the ceremony.
    Init(init::Options),
    /// Signs what `build --site` has staged.
    Sign(signing::Sign),
    /// Makes live what is signed. Every phone needs it within 14 days, so a machine does it each day.
    Timestamp(signing::Both),
    /// Replaces a key that is lost, stolen, or changes hands.
    Rotate(signing::Rotate),
    /// Signs anew what has less than half of its life left.
    Renew(signing::Both),
    /// Writes what an app is built with: the content that is live, and whom the app believes.
    Ship(ship::Options),
    /// Judges a repository twice, from its first root on, and believes nothing.
    Verify(verify::Options),
    /// Verifies a repository and puts it on a host: a folder, or a bucket.
    Publish(publish::Options),
    /// Serves a repository to this computer alone, for trying out.
    Serve(serve::Options),
}

fn main() -> ExitCode {
    let Arguments { root, command } = Arguments::parse();
    let mut out = std::io::stdout().lock();
    let done = match command {
        Command::Check(options) => check::run(&mut out, &root, &options),
        Command::Build(options) => build::run(&mut out, &root, &options),
        Command::Stamp { tag } => stamp::run(&mut out, &root, &tag),
        Command::New(new) => new::run(&mut out, &root, &new),
        Command::Preview(preview) => preview::run(&mut out, &root, &preview),
        Command::Status { format } => status::run(&mut out, &root, format),
        Command::Sheet(sheet) => sheet::run(&mut out, &root, &sheet),
        Command::Import(import) => import::run(&mut out, &root, &import),
        Command::Export(export) => export::run(&mut out, &root, &export),
        Command::Init(options) => init::run(&mut out, &root, &options),
        Command::Sign(options) => signing::sign(&mut out, &options),
        Command::Timestamp(options) => signing::timestamp(&mut out, &options),
        Command::Rotate(options) => signing::rotate(&mut out, &options),
        Command::Renew(options) => signing::renew(&mut out, &options),
        Command::Ship(options) => ship::run(&mut out, &options),
        Command::Verify(options) => verify::run(&mut out, &options),
        Command::Publish(options) => publish::run(&mut out, &options),
        Command::Serve(options) => serve::run(&mut out, &options),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            progress::say(&format!("{error}"));
            ExitCode::FAILURE
        }
    }
}
