//! `cargo xtask types`: the TypeScript types of the door. A test of the core makes them from the Rust ones and compares them with
//! the committed file, so that neither side can change alone.

use std::process::Command;

use crate::{
    setup,
    steps::{Result, cargo, quietly},
};

/// Writes `ui/src/door/door.ts`.
pub(crate) fn write() -> Result {
    setup::packages(&[setup::BUILD])?;
    quietly("Writing the types of the door", test().env("KINDWAY_WRITE_TYPES", "1"))
}

/// Fails where the committed file is not what the Rust types say.
pub(crate) fn check() -> Result {
    setup::packages(&[setup::BUILD])?;
    quietly("Comparing the types of the door", &mut test())
}

fn test() -> Command {
    let mut test = cargo();
    // Of the whole workspace, so that it is built with the features that everything else is.
    test.arg("test").args(setup::everything()).args(["--test", "door_types"]);
    test
}
