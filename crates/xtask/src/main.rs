//! `cargo xtask`: every chore of the house, one door.
//!
//! | command | what |
//! | --- | --- |
//! | `run` | installs what is missing, builds, and opens Kindway: in a window, or with `--preview` in a browser |
//! | `test` | every lane of tests, or those that are named |
//! | `check` | what is clean and what is allowed: format, lints, docs, licences, house rules |
//! | `bench` | the measured numbers beside their budgets |
//! | `types` | writes the TypeScript types of the door from the Rust ones |
//! | `content` | the charity's own tool, `kindway-publish` |

#![allow(clippy::print_stdout, reason = "this program talks to the person who runs it")]

mod bench;
mod check;
mod content;
mod fonts;
mod licences;
mod rules;
mod run;
mod setup;
mod steps;
mod test;
mod types;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Kindway's chores.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Options {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Installs what is missing, builds, and opens Kindway
    Run(run::Options),
    /// Runs every lane of tests, or those that are named
    Test(test::Options),
    /// Format, lints, docs, licences, house rules
    Check(check::Options),
    /// Measures, and prints each number beside its budget
    Bench(bench::Options),
    /// Writes the TypeScript types of the door from the Rust ones
    Types,
    /// What a charity runs: `check`, `new`, `preview`, `status`, `sheet`, and more
    Content(content::Options),
}

fn main() -> ExitCode {
    let done = match Options::parse().chore {
        Chore::Run(options) => run::run(&options),
        Chore::Test(options) => test::run(&options),
        Chore::Check(options) => check::run(&options),
        Chore::Bench(options) => bench::run(&options),
        Chore::Types => types::write(),
        Chore::Content(options) => content::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            println!("\n{trouble}");
            ExitCode::FAILURE
        }
    }
}
