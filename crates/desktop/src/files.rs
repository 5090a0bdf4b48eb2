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
    let base = if cfg!(windows) {
        absolute("APPDATA")?
    } else if cfg!(target_os = "macos") {
        env::home_dir()?.join("Library/Application Support")
    } else {
        absolute("XDG_DATA_HOME").or_else(|| Some(env::home_dir()?.join(".local/share")))?
    };
    Some(base.join(name))
}

/// The folder of this user's downloads. Without a home folder there is none.
pub(crate) fn download_folder() -> Option<PathBuf> {
    Some(download_folder_of(&env::home_dir()?, absolute))
}

/// The first of those that are named and are there: `$XDG_DOWNLOAD_DIR`, what `user-dirs.dirs` says, `Downloads`, the home folder.
fn download_folder_of(home: &Path, named: impl Fn(&str) -> Option<PathBuf>) -> PathBuf {
    let list = named("XDG_CONFIG_HOME").unwrap_or_else(|| home.join(".config")).join("user-dirs.dirs");
    let listed =
        fs::read_to_string(list).ok().and_then(|list| list.lines().rev().find_map(|line| listed_in(line, home)));
    [named("XDG_DOWNLOAD_DIR"), listed, Some(home.join("Downloads"))]
        .into_iter()
        .flatten()
        .find(|folder| folder.is_dir())
        .unwrap_or_else(|| home.to_owned())
}

/// `XDG_DOWNLOAD_DIR="$HOME/…"` or an absolute path. The file is a shell script; a line that only a shell can read is passed over.
fn listed_in(line: &str, home: &Path) -> Option<PathBuf> {
    let value = line.trim().strip_prefix("XDG_DOWNLOAD_DIR=\"")?.strip_suffix('"')?;
    let path = match value.strip_prefix("$HOME") {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => home.join(rest.trim_start_matches('/')),
        _ => PathBuf::from(value),
    };
    let plain = !value.trim_start_matches("$HOME").contains(['$', '`', '\\', '"']);
    (plain && path.is_absolute()).then_some(path)
}

fn absolute(key: &str) -> Option<PathBuf> {
    env::var_os(key).map(PathBuf::from).filter(|path| path.is_absolute())
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
    let mut file = new_private(&fresh)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&fresh, path)?;
    sync_folder(folder)
}

/// Writes a new file for its owner alone beside whatever the folder holds: `copy.kw`, or else `copy-2.kw`, and so on. Where it cannot
/// be written whole, nothing of it stays.
pub(crate) fn write_beside(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let named = Path::new(name);
    let (Some(stem), true) = (named.file_stem(), named.file_name().is_some_and(|whole| whole == name)) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    for n in 1..1000 {
        let mut next = stem.to_owned();
        if n > 1 {
            next.push(format!("-{n}"));
        }
        if let Some(extension) = named.extension() {
            next.push(".");
            next.push(extension);
        }
        let path = folder.join(next);
        let mut file = match new_private(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            file => file?,
        };
        let written = file.write_all(bytes).and_then(|()| file.sync_all()).and_then(|()| sync_folder(folder));
        if let Err(error) = written {
            let _ = fs::remove_file(&path);
            return Err(error);
        }
        return Ok(path);
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn new_private(path: &Path) -> io::Result<fs::File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
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

#[cfg(test)]
mod tests;
