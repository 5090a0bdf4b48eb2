//! Where trusted files stay between two updates.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::PathBuf,
};

/// How the name of a file begins that is not whole: one that a kill left behind, or the beginning of a pack.
pub(crate) const UNFINISHED: &str = "part.";

/// Keeps bytes under a file name. Names are plain: letters, digits, `%`, `-`, `.`, `_` and `~`.
pub trait Store {
    /// What was kept, or nothing if nothing was.
    ///
    /// # Errors
    /// When something may be there and cannot be read. It ends the update: taken for "nothing", it would lower every
    /// version floor.
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>>;

    /// Keeps bytes, whole or not at all. They survive a power cut once this has returned.
    ///
    /// # Errors
    /// When they are not kept; what was there before still is.
    fn write(&mut self, name: &str, bytes: &[u8]) -> io::Result<()>;

    /// Forgets a name; one that is not kept is no error.
    ///
    /// # Errors
    /// When it may still be there.
    fn remove(&mut self, name: &str) -> io::Result<()>;

    /// The names of what is kept.
    ///
    /// # Errors
    /// When they cannot be listed.
    fn names(&self) -> io::Result<Vec<String>>;
}

/// A [`Store`] in a folder, one file for each name.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// In this folder, which has to be there.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self(folder.into())
    }

    /// A rename is only durable once the folder itself is.
    fn settle(&self) -> io::Result<()> {
        if cfg!(unix) { File::open(&self.0)?.sync_all() } else { Ok(()) }
    }
}

impl Store for Folder {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.0.join(name)) {
            Ok(bytes) => Ok(Some(bytes)),
            // Only a missing file, in a folder that is there, is nothing.
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.0.is_dir() => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn write(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(&self.0)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(self.0.join(name)).map_err(|error| error.error)?;
        self.settle()
    }

    fn remove(&mut self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.0.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => self.settle(),
        }
    }

    fn names(&self) -> io::Result<Vec<String>> {
        // A name that is no text was not given here.
        let name =
            |entry: io::Result<fs::DirEntry>| entry.map(|entry| entry.file_name().into_string().ok()).transpose();
        fs::read_dir(&self.0)?.filter_map(name).collect()
    }
}
