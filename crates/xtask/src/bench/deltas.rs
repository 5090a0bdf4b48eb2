//! `cargo xtask bench deltas`: how many bytes a change of the content costs a phone, per role, beside the budgets.

use crate::{
    setup,
    steps::{Result, cargo, openly, program, quietly, target},
};

pub(super) fn run(release: bool) -> Result {
    setup::packages(&[setup::BUILD])?;
    let mut build = cargo();
    build.args(["build", "--package", "kindway-content", "--example", "deltas"]);
    if release {
        build.arg("--release");
    }
    quietly("Building what changes the content", &mut build)?;
    let built = target().join(if release { "release" } else { "debug" }).join("examples/deltas");
    openly(&mut program(built))
}
