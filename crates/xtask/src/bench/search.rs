//! `cargo xtask bench search`: how many of the plain questions of `tests/search` the search answers, and how fast.

use crate::{
    setup,
    steps::{Result, cargo, openly, program, quietly, target},
};

pub(super) fn run(release: bool) -> Result {
    setup::packages(&[setup::BUILD])?;
    let mut build = cargo();
    build.args(["build", "--package", "kindway-core", "--example", "search"]);
    if release {
        build.arg("--release");
    }
    quietly("Building what asks the questions", &mut build)?;
    let built = target().join(if release { "release" } else { "debug" }).join("examples/search");
    println!("{}", if release { "release build" } else { "development build; --release for the real times" });
    openly(&mut program(built))
}
