//! The workflow of a client: The Update Framework 1.0, section 5, step by step. The numbers in comments are its own.

use std::{collections::BTreeSet, io, time::Duration};

use chrono::{DateTime, Utc};
use sigstore_tuf::{DelegatedRole, Delegations, MetaFile, Root, Snapshot, Targets, Timestamp, metadata::Role};

use crate::{
    Limits, address,
    clock::Clock,
    delegations,
    fetch::{Ask, Fetch, Status, Trouble},
    floors::{Floors, NoFloors},
    store::Store,
    target::{self, Target},
    verify::{Sigstore, Untrusted, Verifier},
};

/// The tag of the stored timestamp, kept beside it.
const TAG: &str = "timestamp.etag";

/// What somebody else's error was.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Why an update ended. What had been verified by then is kept and stays trusted.
#[derive(thiserror::Error, Debug)]
pub enum Error {
    /// There is nothing to begin with: [`Updater::trust`] comes first.
    #[error("no root is trusted yet")]
    NoRoot,
    /// Something that is stored cannot be read.
    #[error("{file} cannot be read: {cause}")]
    Store {
        /// Its name in the store.
        file: String,
        /// What the store said.
        cause: io::Error,
    },
    /// Something cannot be stored.
    #[error("{file} cannot be kept: {cause}")]
    NotKept {
        /// Its name in the store.
        file: String,
        /// What the store said.
        cause: io::Error,
    },
    /// The host gave no answer.
    #[error("{file}: {trouble}")]
    Fetch {
        /// What was asked for.
        file: String,
        /// Why there was none.
        trouble: Trouble,
    },
    /// The host does not have it, or does not give it.
    #[error("{file}: the host answered {status:?}")]
    NotGiven {
        /// What was asked for.
        file: String,
        /// How it answered.
        status: Status,
        /// How long it wants to be left alone.
        retry_after: Option<Duration>,
    },
    /// It is not believed.
    #[error("{file}: {why}")]
    Untrusted {
        /// Which file.
        file: String,
        /// Why not.
        why: Untrusted,
    },
    /// Floors that were kept cannot be read.
    #[error("{of}: {why}")]
    Floors {
        /// Who kept them.
        of: &'static str,
        /// What is wrong with them.
        why: NoFloors,
    },
    /// What the app has of a part of the content cannot be read.
    #[error("what is here of {role} cannot be read: {cause}")]
    Have {
        /// Which part.
        role: String,
        /// Why not.
        cause: Cause,
    },
}

/// What to say of an [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No connection, or one that only shows a log-in page.
    NoConnection,
    /// It would all hold on another day: the date of this device may be wrong.
    Date,
    /// The host gives nothing, or wants to be asked later.
    Host,
    /// What came was not what was signed.
    NotTrusted,
    /// What is kept on this device cannot be read.
    Unreadable,
    /// There is no room for it, or nothing may be written.
    NoRoom,
    /// It was given up, because it was asked to.
    Stopped,
}

impl Error {
    /// What to say of it.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Fetch { trouble, .. } => match trouble {
                // A Wi-Fi that wants a log-in first shows its own certificate where it is asked by TLS.
                Trouble::Unreachable(_) | Trouble::Portal | Trouble::TooSlow | Trouble::Certificate(_) => {
                    Kind::NoConnection
                }
                Trouble::Dates => Kind::Date,
                Trouble::Address(_) => Kind::Host,
                Trouble::TooLong(_) => Kind::NotTrusted,
                Trouble::Body(_) => Kind::NoRoom,
                Trouble::Stopped => Kind::Stopped,
            },
            Self::NotGiven { .. } => Kind::Host,
            Self::Untrusted { why: Untrusted::Expired(_), .. } => Kind::Date,
            Self::NotKept { .. } => Kind::NoRoom,
            Self::NoRoot | Self::Untrusted { .. } => Kind::NotTrusted,
            Self::Store { .. } | Self::Floors { .. } | Self::Have { .. } => Kind::Unreadable,
        }
    }

    /// How long the host wants to be left alone, if it said so.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::NotGiven { retry_after, .. } => *retry_after,
            _ => None,
        }
    }
}

/// What is trusted after a [`refresh`](Updater::refresh), as of the moment that it began.
#[derive(Clone, Debug)]
pub struct Trusted {
    root: Root,
    timestamp: Timestamp,
    snapshot: Snapshot,
    targets: Targets,
    as_of: DateTime<Utc>,
}

impl Trusted {
    /// Who may sign what.
    #[must_use]
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// The newest state, and when it was signed.
    #[must_use]
    pub fn timestamp(&self) -> &Timestamp {
        &self.timestamp
    }

    /// Which versions belong together.
    #[must_use]
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The list that the offline keys sign, with its delegations. [`Updater::find`] looks through those.
    #[must_use]
    pub fn targets(&self) -> &Targets {
        &self.targets
    }

    /// When the timestamp says it was signed (`signed-at`, a field of our own). It is believed only up to the end of the list
    /// that the offline keys signed: a stolen timestamp key cannot move a clock to 2090.
    #[must_use]
    pub fn signed_at(&self) -> Option<DateTime<Utc>> {
        let said = self.timestamp.extra.get("signed-at")?.as_str()?;
        let said = DateTime::parse_from_rfc3339(said).ok()?.to_utc();
        Some(said.min(DateTime::from_timestamp(self.targets.expires.as_second(), 0)?))
    }
}

/// Brings what is trusted up to date.
pub struct Updater<'a> {
    store: &'a mut dyn Store,
    host: &'a mut dyn Fetch,
    clock: &'a dyn Clock,
    verifier: &'a dyn Verifier,
    limits: Limits,
    floors: Option<Floors>,
}

impl std::fmt::Debug for Updater<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Updater").field("limits", &self.limits).finish_non_exhaustive()
    }
}

/// A file that a host sent, or the word that the known one is still right.
enum Got {
    New { bytes: Vec<u8>, tag: Option<String> },
    Unchanged,
}

/// The stored snapshot, and its bytes.
type KnownSnapshot = Option<(Snapshot, Vec<u8>)>;

/// Verifies the list of one role.
type Read<'a> = dyn Fn(&dyn Verifier, &[u8]) -> Result<Targets, Untrusted> + 'a;

/// The root that a timestamp and a snapshot are signed under, and the floors that hold under it.
#[derive(Clone, Copy)]
struct Under<'a> {
    root: &'a Root,
    floors: Option<&'a Floors>,
    as_of: DateTime<Utc>,
}

impl Under<'_> {
    /// Refuses a timestamp below a floor.
    fn admits(&self, timestamp: &Timestamp) -> Result<(), Error> {
        let Some(floors) = self.floors else { return Ok(()) };
        let refused = untrusted("timestamp.json");
        not_older(floors.timestamp, timestamp.version).map_err(&refused)?;
        not_older(floors.snapshot, pin(timestamp)?.version).map_err(&refused)
    }

    /// Refuses a snapshot with a list below a floor.
    fn admits_lists(&self, snapshot: &Snapshot) -> Result<(), Error> {
        let Some(floors) = self.floors else { return Ok(()) };
        listed(snapshot, "targets.json", floors.targets)?;
        floors.roles.iter().try_for_each(|(role, floor)| listed(snapshot, &format!("{role}.json"), *floor))
    }
}

/// The snapshot that a list belongs to.
#[derive(Clone, Copy)]
struct Within<'a> {
    snapshot: &'a Snapshot,
    consistent: bool,
    as_of: DateTime<Utc>,
}

/// A list that is still to be looked through, and who said so.
type Waiting = Option<(Delegations, DelegatedRole)>;

impl<'a> Updater<'a> {
    /// Over this store, this host and this clock. Nothing is read or asked for yet.
    pub fn new(store: &'a mut dyn Store, host: &'a mut dyn Fetch, clock: &'a dyn Clock, limits: Limits) -> Self {
        static SIGSTORE: std::sync::OnceLock<Sigstore> = std::sync::OnceLock::new();
        Self { store, host, clock, verifier: SIGSTORE.get_or_init(Sigstore::new), limits, floors: None }
    }

    /// The same with another verifier.
    #[must_use]
    pub fn verified_by(mut self, verifier: &'a dyn Verifier) -> Self {
        self.verifier = verifier;
        self
    }

    /// The same with floors beside those of the store.
    #[must_use]
    pub fn not_below(mut self, floors: Floors) -> Self {
        self.floors = Some(floors);
        self
    }

    /// Trusts a root that came with the app, or by another way that is trusted, unless a newer one is trusted already.
    ///
    /// # Errors
    /// [`Error`], where its own keys did not sign it or where it cannot be stored. Its date does not matter: newer roots may
    /// follow from it.
    pub fn trust(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let offered = self.verifier.root(bytes, None).map_err(untrusted("root.json"))?;
        // A stored root that does not hold is damaged. What came with the app stands for itself and leads to the same newest
        // root; refusing it would end all updates for good.
        let known = self.read("root.json")?.and_then(|known| self.verifier.root(&known, None).ok());
        if known.is_some_and(|known| known.version >= offered.version) {
            return Ok(());
        }
        self.write("root.json", bytes)
    }

    /// The root that is trusted before anything is asked for.
    ///
    /// # Errors
    /// [`Error`]; [`Error::NoRoot`] before [`trust`](Self::trust).
    pub(crate) fn known_root(&self) -> Result<Root, Error> {
        let bytes = self.read("root.json")?.ok_or(Error::NoRoot)?;
        self.verifier.root(&bytes, None).map_err(untrusted("root.json"))
    }

    /// Brings everything up to the top list of targets up to date (5.1 to 5.6). Each file is stored as soon as it is verified,
    /// so a good root stays even where a later file is bad.
    ///
    /// # Errors
    /// [`Error`].
    pub fn refresh(&mut self) -> Result<Trusted, Error> {
        // 5.1: one moment for the whole update.
        let as_of = self.clock.now();
        let root = self.root(as_of)?;
        let floors = self.floors.clone().filter(|floors| floors.hold(&root));
        let under = Under { root: &root, floors: floors.as_ref(), as_of };
        let (timestamp, snapshot) = self.known(&root)?;
        let timestamp = self.timestamp(under, timestamp)?;
        let snapshot = self.snapshot(under, &timestamp, snapshot)?;
        let within = Within { snapshot: &snapshot, consistent: root.consistent_snapshot, as_of };
        let targets = self.list("targets", within, &|verifier, bytes| verifier.targets(bytes, &root))?;
        Ok(Trusted { root, timestamp, snapshot, targets, as_of })
    }

    /// Looks for a target through the delegations, in their order, the deepest first (5.6.7). Lists that are met on the way are
    /// fetched, verified and stored. Nothing is found where nobody who may speak for this path lists it.
    ///
    /// # Errors
    /// [`Error`]; a list that cannot be verified ends the search, because it might have had the target.
    pub fn find(&mut self, trusted: &Trusted, path: &str) -> Result<Option<Target>, Error> {
        let (root, snapshot) = (&trusted.root, &trusted.snapshot);
        let within = Within { snapshot, consistent: root.consistent_snapshot, as_of: trusted.as_of };
        // The next one is the last.
        let mut waiting: Vec<Waiting> = vec![None];
        let mut seen = BTreeSet::new();
        while let Some(next) = waiting.pop() {
            let loaded;
            let targets = match &next {
                None => &trusted.targets,
                // A circle, or a second way to the same list: the first way counts.
                Some((_, role)) if !seen.insert(role.name.clone()) => continue,
                Some(_) if seen.len() > self.limits.delegations => return Ok(None),
                Some((by, role)) => {
                    loaded = self.list(&role.name, within, &|verifier, bytes| verifier.delegated(bytes, by, role))?;
                    &loaded
                }
            };
            if let Some(file) = targets.target(path) {
                return Target::new(path, file, trusted.root.consistent_snapshot)
                    .map(Some)
                    .map_err(|why| Error::Untrusted { file: path.into(), why });
            }
            let Some(by) = &targets.delegations else { continue };
            let mut children = Vec::new();
            for role in by.roles.iter().filter(|role| delegations::covers(role, path)) {
                children.push(Some((by.clone(), role.clone())));
                if role.terminating {
                    // Nobody after this one may speak for the path, whatever it says.
                    waiting.clear();
                    break;
                }
            }
            waiting.extend(children.into_iter().rev());
        }
        Ok(None)
    }

    /// Fetches a target from `host` into `body` and checks it. `body` is only worth something once this has returned.
    ///
    /// # Errors
    /// [`Error`].
    pub fn download(host: &mut dyn Fetch, target: &Target, body: &mut dyn io::Write) -> Result<(), Error> {
        let file = || target.path().to_owned();
        let untrusted = |why| Error::Untrusted { file: file(), why };
        let mut checked = target::Checked::new(target, body);
        let answer = host.get(&Ask::whole(target.address(), target.length()), &mut checked);
        match answer {
            Ok(answer) if answer.status == Status::Whole => checked.finish().map_err(untrusted),
            Ok(answer) => Err(Error::NotGiven { file: file(), status: answer.status, retry_after: answer.retry_after }),
            Err(trouble) => Err(Error::Fetch { file: file(), trouble }),
        }
    }

    /// 5.2 and 5.3: the trusted root, and every root after it.
    fn root(&mut self, as_of: DateTime<Utc>) -> Result<Root, Error> {
        let mut root = self.known_root()?;
        for _ in 0..self.limits.root_steps {
            let Some(promised) = root.version.checked_add(1) else { break };
            let file = format!("{promised}.root.json");
            let bytes = match self.fetch(&file, self.limits.root, None) {
                Ok(Got::New { bytes, .. }) => bytes,
                // 5.3.3. A bucket that lists nothing says 403 of what is not there.
                Err(Error::NotGiven { status: Status::Missing | Status::Refused(403), .. }) => break,
                Ok(Got::Unchanged) => break,
                Err(error) => return Err(error),
            };
            let next = self.verifier.root(&bytes, Some(&root)).map_err(untrusted(&file))?;
            if next.version != promised {
                return Err(untrusted(&file)(Untrusted::Version { promised, offered: next.version }));
            }
            self.write("root.json", &bytes)?;
            root = next;
        }
        if let Some(floors) = &self.floors {
            not_older(floors.root, root.version).map_err(untrusted("root.json"))?;
        }
        // 5.3.10: only the last one has to be fresh.
        fresh(&root, as_of).map_err(untrusted("root.json"))?;
        Ok(root)
    }

    /// 5.3.11: what is stored, as far as the root still stands for it.
    ///
    /// After a fast-forward attack the root takes the stolen keys away, and what they signed must not be a floor any longer:
    /// neither of the two, because a timestamp pins a version of the snapshot. That the keys have changed is seen by the
    /// signature, which no longer holds; so a kill between the new root and what follows from it loses nothing. The files
    /// themselves stay until a verified one takes their place: nothing looks at them again.
    fn known(&self, root: &Root) -> Result<(Option<Timestamp>, KnownSnapshot), Error> {
        let timestamp = self.read("timestamp.json")?.map(|bytes| self.verifier.timestamp(&bytes, root));
        let snapshot = self
            .read("snapshot.json")?
            .map(|bytes| self.verifier.snapshot(&bytes, root).map(|snapshot| (snapshot, bytes)));
        let disowned = matches!(timestamp, Some(Err(Untrusted::Signatures { .. })))
            || matches!(snapshot, Some(Err(Untrusted::Signatures { .. })));
        if disowned {
            return Ok((None, None));
        }
        Ok((timestamp.and_then(Result::ok), snapshot.and_then(Result::ok)))
    }

    /// 5.4.
    fn timestamp(&mut self, under: Under<'_>, known: Option<Timestamp>) -> Result<Timestamp, Error> {
        const FILE: &str = "timestamp.json";
        let Under { root, as_of, .. } = under;
        // Without a tag the host has to send it. A known one that is out of date cannot be "unchanged" for ever.
        let tag = match &known {
            Some(known) if fresh(known, as_of).is_ok() => {
                self.read(TAG)?.and_then(|bytes| String::from_utf8(bytes).ok()).filter(|tag| is_tag(tag))
            }
            _ => None,
        };
        let newest = match (self.fetch(FILE, self.limits.timestamp, tag.as_deref())?, known) {
            (Got::Unchanged, Some(known)) => known,
            (Got::Unchanged, None) => {
                let status = Status::Unchanged;
                return Err(Error::NotGiven { file: FILE.into(), status, retry_after: None });
            }
            (Got::New { bytes, tag }, known) => {
                let offered = self.verifier.timestamp(&bytes, root).map_err(untrusted(FILE))?;
                match known {
                    // 5.4.3.1: the same version again is no news, whatever it says.
                    Some(known) if known.version == offered.version => known,
                    known => {
                        if let Some(known) = &known {
                            not_older(known.version, offered.version).map_err(untrusted(FILE))?;
                            // 5.4.3.2
                            not_older(pin(known)?.version, pin(&offered)?.version).map_err(untrusted(FILE))?;
                        }
                        under.admits(&offered)?;
                        fresh(&offered, as_of).map_err(untrusted(FILE))?;
                        // The old tag would make the host say that the new one is unchanged.
                        self.store.remove(TAG).map_err(not_kept(TAG))?;
                        self.write(FILE, &bytes)?;
                        if let Some(tag) = tag.filter(|tag| is_tag(tag)) {
                            self.write(TAG, tag.as_bytes())?;
                        }
                        offered
                    }
                }
            }
        };
        under.admits(&newest)?;
        // 5.4.4, of a known one too: a host that repeats it forever would freeze her.
        fresh(&newest, as_of).map_err(untrusted(FILE))?;
        Ok(newest)
    }

    /// 5.5.
    fn snapshot(&mut self, under: Under<'_>, timestamp: &Timestamp, known: KnownSnapshot) -> Result<Snapshot, Error> {
        const FILE: &str = "snapshot.json";
        let Under { root, as_of, .. } = under;
        let pin = pin(timestamp)?;
        if let Some((known, bytes)) = &known
            && known.version == pin.version
            && target::fits(bytes, pin).is_ok()
            && fresh(known, as_of).is_ok()
        {
            under.admits_lists(known)?;
            return Ok(known.clone());
        }
        let bytes = self.pinned("snapshot", pin, self.limits.snapshot, root.consistent_snapshot)?;
        let offered = self.verifier.snapshot(&bytes, root).map_err(untrusted(FILE))?;
        promised(pin.version, offered.version).map_err(untrusted(FILE))?;
        if let Some((known, _)) = &known {
            // 5.5.5
            known.meta.iter().try_for_each(|(file, before)| listed(&offered, file, before.version))?;
        }
        under.admits_lists(&offered)?;
        fresh(&offered, as_of).map_err(untrusted(FILE))?;
        self.write(FILE, &bytes)?;
        Ok(offered)
    }

    /// 5.6: the list of a role, which `read` verifies.
    fn list(&mut self, role: &str, within: Within<'_>, read: &Read<'_>) -> Result<Targets, Error> {
        let file = format!("{role}.json");
        let Within { snapshot, consistent, as_of } = within;
        let pin = snapshot.meta.get(&file).ok_or_else(|| untrusted(&file)(Untrusted::NotListed(file.clone())))?;
        let name = format!("{}.json", address::of_role(role));
        let verifier = self.verifier;
        let check = |bytes: &[u8]| {
            target::fits(bytes, pin)?;
            let targets = read(verifier, bytes)?;
            promised(pin.version, targets.version)?;
            fresh(&targets, as_of)?;
            Ok(targets)
        };
        if let Some(Ok(known)) = self.read(&name)?.map(|bytes| check(&bytes)) {
            return Ok(known);
        }
        let bytes = self.pinned(role, pin, self.limits.targets, consistent)?;
        let targets = check(&bytes).map_err(untrusted(&file))?;
        self.write(&name, &bytes)?;
        Ok(targets)
    }

    /// A file whose version a trusted one promised, and perhaps its length and hash.
    fn pinned(&mut self, role: &str, pin: &MetaFile, cap: u64, consistent: bool) -> Result<Vec<u8>, Error> {
        let name = address::of_role(role);
        let address = if consistent { format!("{}.{name}.json", pin.version) } else { format!("{name}.json") };
        let file = format!("{role}.json");
        // One byte more than was signed is as good as the cap: it is refused either way, and a length of ours is said.
        let Got::New { bytes, .. } = self.fetch(&address, pin.length.map_or(cap, |length| cap.min(length)), None)?
        else {
            return Err(Error::NotGiven { file, status: Status::Unchanged, retry_after: None });
        };
        target::fits(&bytes, pin).map_err(untrusted(&file))?;
        Ok(bytes)
    }

    fn fetch(&mut self, file: &str, cap: u64, known: Option<&str>) -> Result<Got, Error> {
        let mut bytes = Vec::new();
        let answer = self.host.get(&Ask { path: file, cap, known, from: None }, &mut bytes);
        let answer = answer.map_err(|trouble| Error::Fetch { file: file.into(), trouble })?;
        match answer.status {
            Status::Unchanged if known.is_some() => Ok(Got::Unchanged),
            // A signed file is an object. A page is what a Wi-Fi shows before it lets her through; it says 200 as well.
            Status::Whole if bytes.trim_ascii_start().starts_with(b"<") => {
                Err(Error::Fetch { file: file.into(), trouble: Trouble::Portal })
            }
            Status::Whole => Ok(Got::New { bytes, tag: answer.tag }),
            status => Err(Error::NotGiven { file: file.into(), status, retry_after: answer.retry_after }),
        }
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, Error> {
        self.store.read(file).map_err(|cause| Error::Store { file: file.into(), cause })
    }

    fn write(&mut self, file: &str, bytes: &[u8]) -> Result<(), Error> {
        self.store.write(file, bytes).map_err(not_kept(file))
    }
}

fn untrusted(file: &str) -> impl Fn(Untrusted) -> Error + '_ {
    move |why| Error::Untrusted { file: file.into(), why }
}

fn not_kept(file: &str) -> impl Fn(io::Error) -> Error + '_ {
    move |cause| Error::NotKept { file: file.into(), cause }
}

/// Whether a tag may stand in a request. A long one would be a name for the phone rather than for a file.
fn is_tag(tag: &str) -> bool {
    tag.len() <= 80 && tag.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

fn pin(timestamp: &Timestamp) -> Result<&MetaFile, Error> {
    let missing = || untrusted("timestamp.json")(Untrusted::NotListed("snapshot.json".into()));
    timestamp.snapshot_meta().ok_or_else(missing)
}

/// A file has to end after the moment of the update. (`Role::is_expired` lets it end in that very moment.)
fn fresh(role: &impl Role, as_of: DateTime<Utc>) -> Result<(), Untrusted> {
    let expires = role.expires();
    if expires.as_second() > as_of.timestamp() { Ok(()) } else { Err(Untrusted::Expired(expires.to_string())) }
}

/// A list that was in an older snapshot is in the newer one, and not an older one.
fn listed(snapshot: &Snapshot, file: &str, floor: u64) -> Result<(), Error> {
    let absent = || untrusted("snapshot.json")(Untrusted::NotListed(file.into()));
    let pin = snapshot.meta.get(file).ok_or_else(absent)?;
    not_older(floor, pin.version).map_err(untrusted(file))
}

fn not_older(trusted: u64, offered: u64) -> Result<(), Untrusted> {
    if offered >= trusted { Ok(()) } else { Err(Untrusted::Rollback { trusted, offered }) }
}

fn promised(promised: u64, offered: u64) -> Result<(), Untrusted> {
    if offered == promised { Ok(()) } else { Err(Untrusted::Version { promised, offered }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> String {
        "timestamp.json".into()
    }

    fn fetch(trouble: Trouble) -> Error {
        Error::Fetch { file: file(), trouble }
    }

    fn store(kind: io::ErrorKind) -> Error {
        Error::Store { file: file(), cause: kind.into() }
    }

    fn not_kept(kind: io::ErrorKind) -> Error {
        Error::NotKept { file: file(), cause: kind.into() }
    }

    fn answered(status: Status) -> Error {
        Error::NotGiven { file: file(), status, retry_after: None }
    }

    #[test]
    fn every_error_is_of_a_kind_that_can_be_said() {
        use io::ErrorKind::{InvalidData, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        let cases = [
            (
                Kind::NoConnection,
                vec![
                    fetch(Trouble::Unreachable("refused".into())),
                    fetch(Trouble::Portal),
                    fetch(Trouble::TooSlow),
                    fetch(Trouble::Certificate("of a Wi-Fi".into())),
                ],
            ),
            (Kind::Date, vec![fetch(Trouble::Dates), untrusted("x")(Untrusted::Expired("2026".into()))]),
            (
                Kind::Host,
                vec![
                    answered(Status::Missing),
                    answered(Status::Refused(403)),
                    answered(Status::Refused(429)),
                    answered(Status::Refused(503)),
                    answered(Status::Unchanged),
                    fetch(Trouble::Address("x".into())),
                ],
            ),
            (
                Kind::NotTrusted,
                vec![
                    untrusted("x")(Untrusted::Hash),
                    untrusted("x")(Untrusted::Rollback { trusted: 2, offered: 1 }),
                    fetch(Trouble::TooLong(1)),
                    Error::NoRoot,
                ],
            ),
            (
                Kind::Unreadable,
                vec![
                    store(InvalidData),
                    store(PermissionDenied),
                    Error::Floors { of: "x", why: Floors::read(b"").unwrap_err() },
                    Error::Have { role: "rules".into(), cause: "gone".into() },
                ],
            ),
            (
                Kind::NoRoom,
                vec![
                    not_kept(StorageFull),
                    not_kept(QuotaExceeded),
                    not_kept(ReadOnlyFilesystem),
                    not_kept(PermissionDenied),
                ],
            ),
            (Kind::Stopped, vec![fetch(Trouble::Stopped)]),
        ];
        for (kind, errors) in cases {
            for error in errors {
                assert_eq!(error.kind(), kind, "{error}");
            }
        }
    }
}
