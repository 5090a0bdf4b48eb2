//! Folders for the phones of a test.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

/// In memory where the system has a place for that: what a kill leaves is the same there, and waiting for a real disk is no part
/// of any question that is asked here.
pub fn room() -> TempDir {
    let memory = Path::new("/dev/shm");
    let in_memory =
        memory.is_dir().then(|| tempfile::Builder::new().prefix("kindway-").tempdir_in(memory).ok()).flatten();
    in_memory.unwrap_or_else(|| tempfile::tempdir().expect("a folder"))
}

/// Every file and folder below a folder, by its path in it; a folder has no bytes.
pub type Tree = std::collections::BTreeMap<PathBuf, Option<Vec<u8>>>;

pub fn read(folder: &Path) -> io::Result<Tree> {
    let mut tree = Tree::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(within) = folders.pop() {
        for entry in fs::read_dir(&within)? {
            let path = entry?.path();
            let name = path.strip_prefix(folder).map_err(io::Error::other)?.to_owned();
            if path.is_dir() {
                tree.insert(name, None);
                folders.push(path);
            } else {
                tree.insert(name, Some(fs::read(&path)?));
            }
        }
    }
    Ok(tree)
}

/// Makes a folder, which must not be there, with all of this in it.
pub fn write(tree: &Tree, folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)?;
    for (name, bytes) in tree {
        match bytes {
            // A tree is in order, so a folder comes before what is in it.
            None => fs::create_dir(folder.join(name))?,
            Some(bytes) => fs::write(folder.join(name), bytes)?,
        }
    }
    Ok(())
}
