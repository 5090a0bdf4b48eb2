//! The TypeScript types of the door, made from the Rust ones and committed, so that neither side can change alone.

use std::{collections::BTreeMap, fs, io, path::Path};

use crate::{
    setup,
    steps::{Result, cargo, quietly, root, target},
};

/// Where they are committed.
const DOOR: &str = "ui/src/door";

/// Fails where the committed types are not what the Rust types say.
pub(crate) fn check() -> Result {
    let made = target().join("types");
    let _ = fs::remove_dir_all(&made);
    make(&made)?;
    let (made, committed) = (files(&made)?, files(&root().join(DOOR))?);
    let differing: Vec<&str> = made
        .keys()
        .chain(committed.keys())
        .filter(|name| made.get(*name) != committed.get(*name))
        .map(String::as_str)
        .collect();
    match differing.first() {
        None if made.is_empty() => Err("no types were made: the exports of `kindway-core` have gone".into()),
        None => Ok(()),
        Some(first) => {
            Err(format!("{DOOR}/{first} is not what the Rust types say: `cargo xtask check --write` makes it so"))
        }
    }
}

/// Writes them where they are committed.
pub(crate) fn write() -> Result {
    let door = root().join(DOOR);
    let _ = fs::remove_dir_all(&door);
    make(&door)
}

fn make(folder: &Path) -> Result {
    setup::packages(&[setup::BUILD])?;
    // In one process: the types of one file are written by several tests.
    let mut export = cargo();
    export.args(["test", "--package", "kindway-core", "--lib", "export_bindings_"]);
    quietly("Making the types of the door", export.env("TS_RS_EXPORT_DIR", folder))
}

/// The files below a folder, by their path in it. A folder that is not there has none.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    collect(folder, "", &mut found).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let path = entry?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), found)?;
        } else {
            found.insert(name, fs::read(&path)?);
        }
    }
    Ok(())
}
