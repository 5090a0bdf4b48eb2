//! `cargo xtask bench sync`: how many requests and bytes an update costs a phone, beside the budgets.

use crate::{
    setup,
    steps::{Result, cargo, openly, program, quietly, target},
};

pub(super) fn run(release: bool) -> Result {
    setup::packages(&[setup::BUILD])?;
    let mut build = cargo();
    build.args(["build", "--package", "kindway-updates", "--example", "bytes"]);
    if release {
        build.arg("--release");
    }
    quietly("Building the charity, its host and the phone", &mut build)?;
    let built = target().join(if release { "release" } else { "debug" }).join("examples/bytes");
    openly(&mut program(built))
}
