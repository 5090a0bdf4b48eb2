//! A site on this computer: where its files are, and what the newest of each kind say.

use std::fs::File;
use std::path::{Path, PathBuf};

use kindway_content::ChannelName;
use kindway_content::delta::{Expected, MAX_PUBLISHED, whole};
use kindway_content::roles::RoleName;
use kindway_sync::{DelegatedRole, Root, Sigstore, Targets, Untrusted, Verifier as _};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Error, Result, Signer, files, lists};

/// The folder that is served.
const PUBLIC: &str = "v1";
const STAGED: &str = "staged";
const ABOUT: &str = "site.json";
const LOCK: &str = "site.lock";

/// A folder with everything of one channel but its keys.
#[derive(Debug)]
pub struct Site {
    folder: PathBuf,
    channel: ChannelName,
}

/// Nobody else changes the site while this is held.
#[derive(Debug)]
#[must_use]
pub struct Lock(File);

impl Drop for Lock {
    /// A program that this one is starting at the moment has its open files too. Closing the file here would leave the lock to it.
    fn drop(&mut self) {
        // What cannot be let go here goes with the program.
        let _ = self.0.unlock();
    }
}

/// `site.json`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    channel: ChannelName,
}

/// A file of the site: what it says.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) file: PathBuf,
    pub(crate) bytes: Vec<u8>,
    pub(crate) said: Value,
    pub(crate) version: u64,
}

impl Said {
    pub(crate) fn read(file: PathBuf) -> Result<Self> {
        let bytes = files::needed(&file)?;
        let not_one = |why: &str| {
            let do_this = "take it away if something else put it there, and copy it back if it is damaged";
            Error::damaged(&file, format!("not a list of a site ({why}): {do_this}"))
        };
        let whole: Value = serde_json::from_slice(&bytes).map_err(|error| not_one(&format!("not JSON, {error}")))?;
        let said = whole.get("signed").cloned();
        let version = said.as_ref().and_then(|said| said.get("version")?.as_u64());
        let (Some(said), Some(version)) = (said, version) else { return Err(not_one("it says no version")) };
        Ok(Self { file, bytes, said, version })
    }

    /// The version of the file that follows it.
    pub(crate) fn next(&self) -> Result<u64> {
        after(self.version, &self.file)
    }

    /// A value inside it, which has to be there.
    pub(crate) fn at(&self, pointer: &str) -> Result<&Value> {
        self.said.pointer(pointer).ok_or_else(|| Error::damaged(&self.file, format!("{pointer} is missing")))
    }

    pub(crate) fn text(&self, pointer: &str) -> Result<&str> {
        self.at(pointer)?.as_str().ok_or_else(|| Error::damaged(&self.file, format!("{pointer} is not text")))
    }
}

/// The number that follows that of a file.
fn after(number: u64, file: &Path) -> Result<u64> {
    let none = "no number can follow the one of this file, which no command gave it: take it away";
    number.checked_add(1).ok_or_else(|| Error::damaged(file, none))
}

/// One published pack: the version of the list that brought it first, and its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edition {
    pub(crate) version: u64,
    pub(crate) file: String,
    pub(crate) canonical: Expected,
}

impl Site {
    /// The site of a folder.
    ///
    /// # Errors
    /// [`Error::NotASite`], [`Error::File`].
    pub fn open(folder: impl Into<PathBuf>) -> Result<Self> {
        let folder = folder.into();
        let file = folder.join(ABOUT);
        let not_one = |why: String| Error::NotASite { file: file.clone(), why };
        let bytes = files::read(&file)?.ok_or_else(|| not_one("there is no such file".to_owned()))?;
        let about: About = serde_json::from_slice(&bytes).map_err(|error| not_one(error.to_string()))?;
        Ok(Self { folder, channel: about.channel })
    }

    pub(crate) fn begin(folder: PathBuf, channel: ChannelName) -> Self {
        Self { folder, channel }
    }

    /// Makes it one that [`Site::open`] opens.
    pub(crate) fn finish(&self) -> Result<()> {
        let about = serde_json::to_vec(&About { channel: self.channel }).map_err(Error::Json)?;
        files::write(&self.folder.join(ABOUT), &about)
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whom its content is for.
    pub fn channel(&self) -> ChannelName {
        self.channel
    }

    /// The folder that is served as `v1/`.
    pub fn public(&self) -> PathBuf {
        self.folder.join(PUBLIC)
    }

    /// Keeps every other command from changing the site. Those that change it take it themselves.
    ///
    /// # Errors
    /// [`Error::Busy`] where another has it, [`Error::File`].
    pub fn lock(&self) -> Result<Lock> {
        let path = self.folder.join(LOCK);
        let file = File::options().create(true).append(true).open(&path).map_err(Error::file(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(std::fs::TryLockError::WouldBlock) => Err(Error::Busy(self.folder.clone())),
            Err(std::fs::TryLockError::Error(error)) => Err(Error::file(&path)(error)),
        }
    }

    pub(crate) fn metadata(&self, version: u64, role: &str) -> PathBuf {
        self.public().join("metadata").join(format!("{version}.{}", lists::file_name(role)))
    }

    pub(crate) fn timestamp_file(&self) -> PathBuf {
        self.public().join("metadata/timestamp.json")
    }

    pub(crate) fn pack_file(&self, role: &RoleName, file: &str) -> PathBuf {
        self.public().join("targets").join(role.as_str()).join(format!("{file}.content.pack"))
    }

    pub(crate) fn delta_file(&self, name: &str) -> PathBuf {
        self.public().join("d").join(name)
    }

    pub(crate) fn staged_list(&self, role: &RoleName) -> PathBuf {
        self.folder.join(STAGED).join("metadata").join(lists::file_name(role.as_str()))
    }

    pub(crate) fn staged_pack(&self, role: &RoleName) -> PathBuf {
        self.folder.join(STAGED).join("targets").join(role.as_str()).join("content.pack")
    }

    /// One folder of deltas for each role.
    pub(crate) fn staged_deltas(&self, role: &RoleName) -> PathBuf {
        self.folder.join(STAGED).join("d").join(role.as_str())
    }

    fn staged_root(&self, version: u64) -> PathBuf {
        self.folder.join(STAGED).join("metadata").join(format!("{version}.root.json"))
    }

    /// The roles that have something staged.
    pub(crate) fn staged_roles(&self) -> Result<Vec<RoleName>> {
        let names = files::names(&self.folder.join(STAGED).join("metadata"))?;
        Ok(names.iter().filter_map(|name| name.strip_suffix(".json")?.parse().ok()).collect())
    }

    /// Every signed version of a role that is kept, the oldest first.
    pub(crate) fn versions(&self, role: &str) -> Result<Vec<u64>> {
        let names = files::names(&self.public().join("metadata"))?;
        let ending = format!(".{}", lists::file_name(role));
        let mut versions: Vec<u64> = names.iter().filter_map(|name| name.strip_suffix(&ending)?.parse().ok()).collect();
        versions.sort_unstable();
        Ok(versions)
    }

    /// The newest signed file of a role.
    pub(crate) fn newest(&self, role: &str) -> Result<Option<Said>> {
        let newest = self.versions(role)?.pop();
        newest.map(|version| Said::read(self.metadata(version, role))).transpose()
    }

    /// The version that the next file of a role gets.
    pub(crate) fn next_version(&self, role: &str) -> Result<u64> {
        self.versions(role)?.last().map_or(Ok(1), |version| after(*version, &self.metadata(*version, role)))
    }

    /// The root that is live.
    pub(crate) fn live_root(&self) -> Result<(Said, Root)> {
        let live = self.newest("root")?.ok_or_else(|| Error::NotASite {
            file: self.public().join("metadata"),
            why: "there is no root".to_owned(),
        })?;
        let believed = Self::root_in(&live, None)?;
        Ok((live, believed))
    }

    /// The root that is live, and those after it that wait, the oldest first.
    pub(crate) fn roots(&self) -> Result<Vec<(Said, Root)>> {
        let mut roots = vec![self.live_root()?];
        while let Some((before, believed)) = roots.last() {
            let file = self.staged_root(before.next()?);
            if !file.is_file() {
                break;
            }
            let next = Said::read(file)?;
            let root = Self::root_in(&next, Some(believed))?;
            roots.push((next, root));
        }
        Ok(roots)
    }

    /// The root that new files are signed for.
    pub(crate) fn newest_root(&self) -> Result<(Said, Root)> {
        let mut roots = self.roots()?;
        roots.pop().ok_or_else(|| Error::NotASite { file: self.public(), why: "there is no root".to_owned() })
    }

    pub(crate) fn root_in(said: &Said, before: Option<&Root>) -> Result<Root> {
        Sigstore::new().root(&said.bytes, before).map_err(|why| Error::Untrusted { file: said.file.clone(), why })
    }

    /// Keeps a signed root until it can go live together with what follows from it.
    pub(crate) fn stage_root(&self, version: u64, bytes: &[u8]) -> Result<()> {
        files::write(&self.staged_root(version), bytes)
    }

    /// Makes a staged root live.
    pub(crate) fn publish_root(&self, root: &Said) -> Result<()> {
        files::write_once(&self.metadata(root.version, "root"), &root.bytes)?;
        files::remove(&self.staged_root(root.version))
    }

    /// The newest list of targets, as the keys of the newest root signed it, or of one before that: a rotation that was cut short
    /// leaves a new key that has signed nothing yet, and is simply repeated. Higher ones that nobody signed are passed over.
    pub(crate) fn newest_targets(&self) -> Result<(Said, Targets)> {
        self.signed_targets()?.into_iter().next().ok_or_else(|| Error::NotASite {
            file: self.public().join("metadata"),
            why: "there are no targets that the root's key signed".to_owned(),
        })
    }

    /// Every list of targets that is signed, those of the newest root first, and of each root the newest first.
    fn signed_targets(&self) -> Result<Vec<(Said, Targets)>> {
        let versions = self.versions("targets")?.into_iter().rev();
        let lists = versions.map(|version| Said::read(self.metadata(version, "targets")));
        let lists: Vec<Said> = lists.collect::<Result<_>>()?;
        let mut signed = Vec::new();
        for (_, root) in self.roots()?.iter().rev() {
            let by = |list: &Said| Some((list.clone(), Sigstore::new().targets(&list.bytes, root).ok()?));
            signed.extend(lists.iter().filter_map(by));
        }
        Ok(signed)
    }

    /// The newest list of a role that the key of this delegation signed. A higher number alone proves nothing: a site that was
    /// copied back from its host has whatever the host put there.
    pub(crate) fn newest_by(
        &self,
        role: &RoleName,
        targets: &Targets,
        delegation: &DelegatedRole,
    ) -> Result<Option<Said>> {
        for version in self.versions(role.as_str())?.into_iter().rev() {
            let list = Said::read(self.metadata(version, role.as_str()))?;
            if Self::list_in(&list, targets, delegation).is_ok() {
                return Ok(Some(list));
            }
        }
        Ok(None)
    }

    /// The same under the newest delegation whose key has signed anything: in a rotation that is the one before.
    pub(crate) fn newest_delegated(&self, role: &RoleName) -> Result<Option<Said>> {
        for (_, targets) in self.signed_targets()? {
            if let Some(delegation) = delegated(&targets, role)
                && let Some(list) = self.newest_by(role, &targets, delegation)?
            {
                return Ok(Some(list));
            }
        }
        Ok(None)
    }

    /// The list of a role, if the key of its delegation signed it.
    pub(crate) fn list_in(said: &Said, targets: &Targets, role: &DelegatedRole) -> Result<Targets, Untrusted> {
        match &targets.delegations {
            Some(by) => Sigstore::new().delegated(&said.bytes, by, role),
            None => Err(Untrusted::NotListed(role.name.clone())),
        }
    }

    /// The packs that a role has signed, the newest first; at most so many. Nothing that is higher than its newest list counts.
    pub(crate) fn editions(&self, role: &RoleName, most: usize) -> Result<Vec<Edition>> {
        let mut editions: Vec<Edition> = Vec::new();
        let Some(newest) = self.newest_delegated(role)? else { return Ok(editions) };
        let versions = self.versions(role.as_str())?.into_iter().rev();
        for version in versions.filter(|version| *version <= newest.version) {
            let edition = Self::edition(&Said::read(self.metadata(version, role.as_str()))?, role)?;
            let is_full = editions.len() == most;
            match editions.iter_mut().find(|known| known.canonical == edition.canonical) {
                // Signed anew, or the same content once more.
                Some(known) => known.version = version,
                None if is_full => break,
                None => editions.push(edition),
            }
        }
        Ok(editions)
    }

    pub(crate) fn edition(list: &Said, role: &RoleName) -> Result<Edition> {
        let path = lists::path(role).replace('/', "~1");
        let wrong = |what: &str| Error::damaged(&list.file, format!("{what} of {} cannot be read", lists::path(role)));
        let hash = |text: &str| -> Option<[u8; 32]> { hex::decode(text).ok()?.try_into().ok() };
        let file = list.text(&format!("/targets/{path}/hashes/sha256"))?;
        hash(file).ok_or_else(|| wrong("the hash"))?;
        let sha256 = list.text(&format!("/targets/{path}/custom/sha256"))?;
        let sha256 = hash(sha256).ok_or_else(|| wrong("the hash of the content"))?;
        let length = list.at(&format!("/targets/{path}/custom/length"))?;
        let length = length.as_u64().ok_or_else(|| wrong("the length of the content"))?;
        Ok(Edition { version: list.version, file: file.to_owned(), canonical: Expected { sha256, length } })
    }

    /// The canonical bytes of a published pack.
    pub(crate) fn canonical(&self, role: &RoleName, edition: &Edition) -> Result<Vec<u8>> {
        let file = self.pack_file(role, &edition.file);
        let bytes = files::needed(&file)?;
        whole(&bytes, &edition.canonical, MAX_PUBLISHED)
            .map_err(|why| Error::Pack { what: file.display().to_string(), why })
    }

    /// Signs a file of the site and puts it where it belongs. Nothing points at it yet.
    pub(crate) fn put(&self, signer: &Signer, said: &Value, keys: &[&crate::Key]) -> Result<()> {
        let version = said.get("version").and_then(Value::as_u64).unwrap_or_default();
        files::write_once(&self.metadata(version, &signer.role()), &crate::signed(said, keys.iter().copied())?)
    }
}

/// As the content and an app call a channel.
pub(crate) fn name(channel: ChannelName) -> String {
    match channel {
        ChannelName::Test => "test",
        ChannelName::Public => "public",
    }
    .to_owned()
}

/// The role of a delegation, if it is one of ours.
pub(crate) fn delegated<'a>(targets: &'a Targets, role: &RoleName) -> Option<&'a DelegatedRole> {
    targets.delegations.iter().flat_map(|by| &by.roles).find(|known| known.name == role.as_str())
}

/// All roles that targets are given to, in their order.
pub(crate) fn delegations(targets: &Targets) -> impl Iterator<Item = (RoleName, &DelegatedRole)> {
    let all = targets.delegations.iter().flat_map(|by| &by.roles);
    all.filter_map(|role| Some((role.name.parse().ok()?, role)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_gone_when_it_is_dropped_also_while_a_program_is_being_started() {
        let folder = tempfile::tempdir().unwrap();
        let site = Site::begin(folder.path().to_owned(), ChannelName::Test);
        let lock = site.lock().unwrap();
        // What a program that is being started has until it runs.
        let inherited = lock.0.try_clone().unwrap();
        drop(lock);
        assert!(site.lock().is_ok());
        drop(inherited);
    }
}
