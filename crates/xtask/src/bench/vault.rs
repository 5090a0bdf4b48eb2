//! `cargo xtask bench vault`: how long opening, a PIN and one durable change take.

use crate::{
    setup,
    steps::{Result, cargo, openly, program, quietly, target},
};

pub(super) fn run(release: bool) -> Result {
    setup::packages(&[setup::BUILD])?;
    let mut build = cargo();
    build.args(["build", "--package", "kindway-desktop", "--example", "vault"]);
    if release {
        build.arg("--release");
    }
    quietly("Building what opens the vault", &mut build)?;
    let built = target().join(if release { "release" } else { "debug" }).join("examples/vault");
    openly(&mut program(built))
}
