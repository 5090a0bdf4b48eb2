//! Files that only this user reads, and that are either the old ones or the new ones, never a half.

use std::{
    env,
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// The folder of this user's data on this computer with `name` added: `$XDG_DATA_HOME` or what the system has in its place.
/// `None` where there is not even a home folder.
pub fn own_folder(name: &str) -> Option<PathBuf> {
    let absolute = |key| env::var_os(key).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = if cfg!(windows) {
        absolute("APPDATA")?
    } else if cfg!(target_os = "macos") {
        env::home_dir()?.join("Library/Application Support")
    } else {
        absolute("XDG_DATA_HOME").or_else(|| Some(env::home_dir()?.join(".local/share")))?
    };
    Some(base.join(name))
}

/// Makes the folder where it is missing, readable by its owner alone.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Writes a whole file for its owner alone. A power cut leaves the old one or the new one.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    make_private_folder(folder)?;
    let fresh = path.with_extension("new");
    // What a cut-short write left is not opened again: it could have another owner or wider permissions.
    remove_if_there(&fresh)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&fresh)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&fresh, path)?;
    sync_folder(folder)
}

/// Removes a file and returns once the removal itself is on the disk.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    if remove_if_there(path)? { path.parent().map_or(Ok(()), sync_folder) } else { Ok(()) }
}

/// Gives a file that cannot be read a name that nothing takes up again, and keeps it.
pub(crate) fn keep_aside(path: &Path) -> io::Result<PathBuf> {
    let kept = (1..1000)
        .map(|n| PathBuf::from(format!("{}.kept-{n}", path.display())))
        .find(|kept| !kept.exists())
        .ok_or(io::ErrorKind::AlreadyExists)?;
    fs::rename(path, &kept)?;
    Ok(kept)
}

fn remove_if_there(path: &Path) -> io::Result<bool> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// On Linux and macOS a rename or a removal is only certain once the folder itself was written.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
