//! A folder of private keys, one encrypted file each.

use std::fs;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::key::{Key, SealError, Work};
use crate::{Error, Result, Signer, files};

/// Five words of a list, or twelve random letters: what is shorter is found by trying.
const SHORTEST_PASSPHRASE: usize = 12;

/// A folder of private keys and what opens them.
///
/// A key that is replaced stays in the folder as `<file>.retired-<n>`: it proves nothing any more, and an old backup of the
/// site can still be understood.
pub struct Keys {
    folder: PathBuf,
    passphrases: Vec<Zeroizing<String>>,
    work: Work,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keys").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Keys {
    /// The keys of this folder, which need not be there yet. Each file is opened with the first passphrase that fits; new keys
    /// get the first one.
    ///
    /// # Errors
    /// [`Error::KeysExposed`] where the folder lies in a git work tree.
    pub fn new(folder: impl Into<PathBuf>, passphrases: Vec<Zeroizing<String>>) -> Result<Self> {
        let folder = folder.into();
        let whole = absolute(&folder)?;
        match whole.ancestors().find(|above| above.join(".git").exists()) {
            Some(tree) => Err(Error::KeysExposed { folder, inside: format!("the git work tree {}", tree.display()) }),
            None => Ok(Self { folder, passphrases, work: Work::FULL }),
        }
    }

    /// The same, with other work for new keys.
    #[must_use]
    pub fn with_work(mut self, work: Work) -> Self {
        self.work = work;
        self
    }

    /// Where they are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether the key of a signer is here.
    pub fn has(&self, signer: &Signer) -> bool {
        self.file(signer).is_file()
    }

    /// The key of a signer.
    ///
    /// # Errors
    /// [`Error::NoKey`], [`Error::Key`], [`Error::File`].
    pub fn key(&self, signer: &Signer) -> Result<Key> {
        self.open(&self.file(signer))
    }

    /// Another passphrase, if it opens the key of this signer.
    ///
    /// # Errors
    /// [`Error::NoKey`], [`Error::Key`], [`Error::File`].
    pub fn learn(&mut self, signer: &Signer, passphrase: Zeroizing<String>) -> Result<()> {
        opened(&self.file(signer), std::slice::from_ref(&passphrase))?;
        self.passphrases.push(passphrase);
        Ok(())
    }

    /// The key of a signer, which has to be one of these.
    pub(crate) fn allowed(&self, signer: &Signer, ids: &[String]) -> Result<Key> {
        let is_allowed = |key: &Key| ids.iter().any(|id| id == key.id());
        let found = match self.key(signer) {
            Ok(key) if is_allowed(&key) => return Ok(key),
            found => found,
        };
        if let Some(key) = self.settle(signer, ids)? {
            return Ok(key);
        }
        let found = found?.id().to_owned();
        Err(Error::AnotherKey { file: self.file(signer), signer: signer.clone(), found })
    }

    /// Finishes a rotation that was cut short after the site had named the new key, which is one of these.
    pub(crate) fn settle(&self, signer: &Signer, ids: &[String]) -> Result<Option<Key>> {
        let next = self.next(signer);
        if !next.is_file() {
            return Ok(None);
        }
        let key = self.open(&next)?;
        if !ids.iter().any(|id| id == key.id()) {
            return Ok(None);
        }
        self.replace(signer)?;
        Ok(Some(key))
    }

    /// A new key for a signer that has none here.
    pub(crate) fn make(&self, signer: &Signer) -> Result<Key> {
        let file = self.file(signer);
        if file.exists() {
            return Err(Error::damaged(&file, "there is a key here already"));
        }
        self.write(&file)
    }

    /// A new key for a signer, beside the one that still counts. One that is there already is taken: it may be the only copy of a
    /// key that somebody counts on.
    pub(crate) fn make_next(&self, signer: &Signer) -> Result<Key> {
        let next = self.next(signer);
        if next.exists() { self.open(&next) } else { self.write(&next) }
    }

    /// The new key counts, the old one is retired.
    pub(crate) fn replace(&self, signer: &Signer) -> Result<()> {
        let file = self.file(signer);
        if file.is_file() {
            let retired = |n: u32| self.folder.join(format!("{}.retired-{n}", signer.file_name()));
            let free = (1..u32::MAX).map(retired).find(|file| !file.exists());
            files::rename(&file, &free.unwrap_or_else(|| retired(u32::MAX)))?;
        }
        files::rename(&self.next(signer), &file)
    }

    /// Whether new keys may be made here.
    pub(crate) fn check_passphrase(&self) -> Result<&str> {
        match self.passphrases.first() {
            Some(passphrase) if passphrase.chars().count() >= SHORTEST_PASSPHRASE => Ok(passphrase),
            _ => Err(Error::ShortPassphrase { needed: SHORTEST_PASSPHRASE }),
        }
    }

    /// Whether none of them would be copied together with this folder.
    pub(crate) fn check_outside(&self, site: &Path) -> Result<()> {
        let (keys, site) = (absolute(&self.folder)?, absolute(site)?);
        if keys.starts_with(&site) || site.starts_with(&keys) {
            let inside = format!("the site {}, nor the site among them", site.display());
            return Err(Error::KeysExposed { folder: self.folder.clone(), inside });
        }
        Ok(())
    }

    pub(crate) fn file(&self, signer: &Signer) -> PathBuf {
        self.folder.join(signer.file_name())
    }

    fn next(&self, signer: &Signer) -> PathBuf {
        self.folder.join(format!("{}.next", signer.file_name()))
    }

    fn open(&self, file: &Path) -> Result<Key> {
        opened(file, &self.passphrases)
    }

    fn write(&self, file: &Path) -> Result<Key> {
        let passphrase = self.check_passphrase()?;
        let key = Key::generate()?;
        let sealed = key.seal(passphrase, self.work).map_err(|error| match error {
            SealError::Key(why) => Error::Key { file: file.to_owned(), why },
            SealError::Random(error) => Error::Random(error),
        })?;
        files::write_secret(file, sealed.as_bytes())?;
        Ok(key)
    }
}

/// The key in a file, which one of these passphrases opens.
fn opened(file: &Path, passphrases: &[Zeroizing<String>]) -> Result<Key> {
    let bytes = files::read(file)?.map(Zeroizing::new).ok_or_else(|| Error::NoKey(file.to_owned()))?;
    // What is no text is no PEM.
    let text = std::str::from_utf8(&bytes).unwrap_or_default();
    Key::open(text, passphrases).map_err(|why| Error::Key { file: file.to_owned(), why })
}

/// Where a folder really is, whether or not it is there yet.
fn absolute(folder: &Path) -> Result<PathBuf> {
    let whole = std::path::absolute(folder).map_err(Error::file(folder))?;
    let there = whole.ancestors().find(|above| above.exists()).unwrap_or(&whole);
    let real = fs::canonicalize(there).map_err(Error::file(there))?;
    Ok(whole.strip_prefix(there).map_or_else(|_| real.clone(), |rest| real.join(rest)))
}
