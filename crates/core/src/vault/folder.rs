//! The files of the vault, and how they come to stand and to go.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::error::ApiError;

use super::refused;

/// One of the two spaces. Which of them was the first is told by nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    A,
    B,
}

impl Side {
    pub(super) const BOTH: [Self; 2] = [Self::A, Self::B];

    pub(super) fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }
}

/// The folder of the vault.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

/// Work that was begun, and is finished or taken back at the next start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begun {
    /// A vault is being made; nothing in it has been acknowledged.
    Making,
    /// Everything is being erased.
    Erasing,
}

impl Begun {
    fn name(self) -> &'static str {
        match self {
            Self::Making => "making",
            Self::Erasing => "erasing",
        }
    }
}

impl Folder {
    /// The vault of a data folder.
    pub(crate) fn of(data: &Path) -> Self {
        Self(data.join("vault"))
    }

    pub(super) fn slot(&self, side: Side) -> PathBuf {
        self.0.join(format!("{}.slot", side.name()))
    }

    pub(super) fn db(&self, side: Side) -> PathBuf {
        self.0.join(format!("{}.db", side.name()))
    }

    fn journal(&self, side: Side) -> PathBuf {
        self.0.join(format!("{}.db-journal", side.name()))
    }

    pub(crate) fn guesses(&self) -> PathBuf {
        self.0.join("guesses")
    }

    pub(super) fn owner(&self) -> PathBuf {
        self.0.join("owner")
    }

    fn all(&self) -> impl Iterator<Item = PathBuf> {
        let files = Side::BOTH.map(|side| [self.slot(side), self.db(side), self.journal(side)]);
        files.into_iter().flatten().chain([self.guesses(), self.owner()])
    }

    /// Whether there is a file of a space.
    pub(super) fn is_begun(&self) -> bool {
        Side::BOTH
            .into_iter()
            .any(|side| [self.slot(side), self.db(side)].iter().any(|path| path.try_exists().unwrap_or(true)))
    }

    pub(super) fn has(&self, begun: Begun) -> bool {
        self.0.join(begun.name()).try_exists().unwrap_or(false)
    }

    /// Notes durably that work has begun.
    pub(super) fn begin(&self, begun: Begun) -> Result<(), ApiError> {
        fs::create_dir_all(&self.0).map_err(refused)?;
        write_whole(&self.0.join(begun.name()), &[]).map_err(refused)?;
        self.settle()?;
        self.0.parent().map_or(Ok(()), settle)
    }

    /// Notes durably that it is done, once all that was done is durable.
    pub(super) fn done(&self, begun: Begun) -> Result<(), ApiError> {
        self.settle()?;
        fs::remove_file(self.0.join(begun.name())).map_err(refused)?;
        self.settle()
    }

    /// Makes the names in the folder durable.
    pub(super) fn settle(&self) -> Result<(), ApiError> {
        settle(&self.0)
    }

    /// Writes a file beside the one that stands there and puts it in its place in one step.
    pub(super) fn replace(&self, path: &Path, bytes: &[u8]) -> Result<(), ApiError> {
        let fresh = fresh(path);
        write_whole(&fresh, bytes).and_then(|()| fs::rename(&fresh, path)).map_err(refused)?;
        // From here on the new file is what stands there. Saying that it is not, because its name is not yet certain to outlive a power
        // cut, would leave her with the wrong PIN in mind.
        let _ = self.settle();
        Ok(())
    }

    /// Puts a space that was written beside the files in the place of the one that stands there: its rows, then what opens them.
    pub(super) fn replace_space(&self, side: Side, fresh: &Path, slot: &[u8]) -> Result<(), ApiError> {
        let synced = File::open(fresh).and_then(|file| file.sync_all());
        synced.and_then(|()| fs::rename(fresh, self.db(side))).map_err(refused)?;
        self.settle()?;
        self.replace(&self.slot(side), slot)
    }

    /// Deletes what a cut-short replacement left beside the files.
    pub(super) fn sweep(&self) {
        for path in self.all().map(|path| fresh(&path)) {
            let _ = fs::remove_file(path.with_extension("new-journal"));
            let _ = fs::remove_file(path);
        }
    }

    /// Deletes the spaces' files, the wrapped keys first, so that what is left can no longer be read.
    pub(super) fn clear(&self) -> Result<(), ApiError> {
        self.sweep();
        let mut files: Vec<PathBuf> = self.all().collect();
        files.sort_by_key(|path| path.extension().is_none_or(|extension| extension != "slot"));
        files.iter().try_for_each(|path| remove(path)).map_err(refused)
    }

    /// Deletes all that stands here, what was set aside included; the note of the work itself stays.
    pub(super) fn empty(&self) -> Result<(), ApiError> {
        self.clear()?;
        let entries = match fs::read_dir(&self.0) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries.map_err(refused)?,
        };
        let mut paths =
            entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>().map_err(refused)?;
        paths.retain(|path| *path != self.0.join(Begun::Erasing.name()));
        paths.sort_by_key(|path| !path.to_string_lossy().contains(".slot"));
        paths.iter().try_for_each(|path| remove(path)).map_err(refused)?;
        self.settle()
    }

    /// Gives all files names that no later start takes up, and keeps them.
    pub(super) fn set_aside(&self) -> Result<(), ApiError> {
        for path in self.all().filter(|path| path.exists()) {
            fs::rename(&path, kept(&path)?).map_err(refused)?;
        }
        self.settle()
    }

    /// Keeps copies of the files of one space under such names. The files themselves stand until others take their places, each in one
    /// step: beside a space that opens by itself a missing file would never be missed, and what was begun never finished.
    pub(super) fn keep(&self, side: Side) -> Result<(), ApiError> {
        for path in [self.slot(side), self.db(side), self.journal(side)].iter().filter(|path| path.exists()) {
            let kept = kept(path)?;
            let copied = fs::read(path).and_then(|bytes| write_whole(&kept, &bytes));
            if let Err(error) = copied {
                let _ = remove(&kept);
                return Err(refused(error));
            }
        }
        self.settle()?;
        // SQLite would take it for the journal of the space that is to come here.
        remove(&self.journal(side)).map_err(refused)?;
        self.settle()
    }
}

/// A name beside a file that is not taken yet.
fn kept(path: &Path) -> Result<PathBuf, ApiError> {
    (1..1000)
        .map(|n| PathBuf::from(format!("{}.kept-{n}", path.display())))
        .find(|kept| !kept.exists())
        .ok_or_else(|| refused(io::ErrorKind::AlreadyExists.into()))
}

/// The name of a file until it is complete.
pub(super) fn fresh(path: &Path) -> PathBuf {
    PathBuf::from(format!("{}.new", path.display()))
}

pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn settle(folder: &Path) -> Result<(), ApiError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(refused)
}
