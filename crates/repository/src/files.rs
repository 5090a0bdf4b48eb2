//! Files are written whole or not at all, and what has a name for good is never given other bytes.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::{Error, Result};

/// Writes a file. After a power cut it has the old bytes or the new ones.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    put(path, bytes, false)
}

/// The same for what nobody else on this computer may read.
pub(crate) fn write_secret(path: &Path, bytes: &[u8]) -> Result<()> {
    put(path, bytes, true)
}

/// Writes a file whose name says what is in it. One that is there with other bytes stays and is an error.
pub(crate) fn write_once(path: &Path, bytes: &[u8]) -> Result<()> {
    match read(path)? {
        None => write(path, bytes),
        Some(known) if known == bytes => Ok(()),
        Some(_) => Err(Error::damaged(path, "this file is published already with other bytes; it may never change")),
    }
}

/// The bytes of a file, or nothing where there is none.
pub(crate) fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::file(path)(error)),
    }
}

/// The bytes of a file that has to be there.
pub(crate) fn needed(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(Error::file(path))
}

/// Removes a file; one that is not there is no error.
pub(crate) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::file(path)(error)),
        _ => Ok(()),
    }
}

/// Gives a file another name, in the same folder.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(Error::file(from))?;
    settle(to)
}

/// Makes a folder and those above it.
pub(crate) fn folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(Error::file(path))
}

/// What lies in a folder, by name, in order; nothing where there is no folder.
pub(crate) fn names(path: &Path) -> Result<Vec<String>> {
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::file(path)(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(Error::file(path))?;
        // Every name that this crate writes is text; others are not its own.
        names.extend(entry.file_name().into_string().ok());
    }
    names.sort();
    Ok(names)
}

/// A folder that is not there yet, or holds nothing.
pub(crate) fn is_empty(path: &Path) -> Result<bool> {
    match fs::read_dir(path) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(Error::file(path)(error)),
    }
}

fn put(path: &Path, bytes: &[u8], is_secret: bool) -> Result<()> {
    let folder = path.parent().map_or_else(PathBuf::new, Path::to_owned);
    self::folder(&folder)?;
    let failed = |error| Error::file(path)(error);
    // A temporary file is its owner's alone already.
    let mut file = tempfile::Builder::new().prefix(".part-").tempfile_in(&folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    allow(file.as_file(), is_secret).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    settle(path)
}

#[cfg(unix)]
fn allow(file: &File, is_secret: bool) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(if is_secret { 0o600 } else { 0o644 }))
}

#[cfg(not(unix))]
fn allow(_: &File, _: bool) -> io::Result<()> {
    Ok(())
}

/// A rename is only durable once the folder itself is.
fn settle(path: &Path) -> Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => {
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(Error::file(folder))
        }
        _ => Ok(()),
    }
}
