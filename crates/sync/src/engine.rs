//! From what an app has to a release that is verified: [`Sync::run`].
//!
//! ```text
//!  floors ─► clock ─► Updater: what is trusted ─► what is listed ─► what differs ─► deltas ─► whole packs ─► Release
//! ```
//!
//! All that is listed is asked for, whatever language she reads and wherever she is: neither the host nor its log learns that.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, io,
    sync::atomic::{AtomicBool, Ordering},
};

use kindway_content::{
    delta::Expected,
    release::{Edition, Release},
    roles::RoleName,
};

use crate::{
    Limits,
    clock::Belief,
    fetch::{Answer, Ask, Below, Fetch, Trouble},
    floors::Floors,
    packs::{self, Packs, Wanted},
    store::Store,
    target::Target,
    trust::Trust,
    updater::{Cause, Error, Trusted, Updater},
    verify::Untrusted,
};

/// Where the floors lie in the store.
const FLOORS: &str = "floors.json";

/// What the app has.
pub trait Have {
    /// What is true of the canonical bytes of each part.
    fn parts(&self) -> BTreeMap<RoleName, Expected>;

    /// The canonical bytes of a part, for a delta; nothing where they are not here any more.
    ///
    /// # Errors
    /// Whatever makes going on pointless. It ends the sync.
    fn canonical(&self, role: &RoleName) -> Result<Option<Vec<u8>>, Cause>;

    /// Whether a whole pack may come at this moment without asking her. It is asked before each: a phone changes its network in the
    /// middle of an update.
    fn allows_whole(&self) -> bool {
        true
    }
}

/// How far a sync is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of content that have come.
    pub done: u64,
    /// How many there will be; nothing as long as that is not known.
    pub of: Option<u64>,
}

/// What a sync found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// What the app has is what is published.
    Nothing {
        /// Where it stands in the order of what was published.
        edition: Edition,
        /// The floors that hold from now on, for [`Sync::settled`].
        floors: String,
    },
    /// Something else is published, and here it is.
    Release(Release),
    /// More bytes would have to come than are allowed. Whole packs that came while they were allowed are kept, and do not count.
    Large {
        /// How many, as far as is known.
        bytes: u64,
    },
}

/// One try to bring the content up to date.
pub struct Sync<'a> {
    /// Where what is verified is kept.
    pub store: &'a mut dyn Store,
    /// The host, at the address that all files lie below.
    pub host: &'a mut dyn Fetch,
    /// What time it is. The host's certificates should be judged by the same one.
    pub clock: &'a dyn Belief,
    /// How much may be read.
    pub limits: Limits,
    /// What the app was built with.
    pub trust: &'a Trust,
    /// What the app has.
    pub have: &'a dyn Have,
    /// The floors that the app keeps beside its content, if it has any yet.
    pub floors: Option<String>,
    /// How many bytes of content may come without asking her.
    pub most: u64,
    /// Is told how far it is.
    pub report: &'a dyn Fn(Progress),
    /// Ends it as soon as it is set.
    pub stopped: &'a AtomicBool,
}

impl fmt::Debug for Sync<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sync").field("limits", &self.limits).field("most", &self.most).finish_non_exhaustive()
    }
}

impl Sync<'_> {
    /// Does it. What is verified on the way is kept, whatever comes of the rest; the floors are only raised by
    /// [`settled`](Self::settled).
    ///
    /// # Errors
    /// [`Error`].
    pub fn run(self) -> Result<Finding, Error> {
        let floors = self.in_force()?;
        let Self { store, host, clock, limits, trust, have, most, report, stopped, .. } = self;
        let mut host = Watched { host, stopped };

        let mut metadata = Below::new(&mut host, "metadata/");
        let mut updater = Updater::new(&mut *store, &mut metadata, clock, limits).not_below(floors.clone());
        updater.trust(trust.root.to_string().as_bytes())?;
        // Before anything is asked for: certificates are judged by the same clock.
        let believed = floors.moment().filter(|_| updater.known_root().is_ok_and(|root| floors.hold(&root)));
        believed.into_iter().for_each(|moment| clock.believe(moment));
        let trusted = updater.refresh()?;
        trusted.signed_at().into_iter().for_each(|moment| clock.believe(moment));
        let published = published(&mut updater, &trusted, limits)?;

        let floors = floors.highest(Floors::of(&trusted)).to_json();
        let edition = Edition { root: trusted.root().version, snapshot: trusted.snapshot().version };
        let listed: BTreeMap<_, _> = published.iter().map(|(role, (_, expected))| (role.clone(), *expected)).collect();
        let had = have.parts();
        let differs = |(role, (target, expected)): (RoleName, (Target, Expected))| {
            let old = had.get(&role).copied();
            (old != Some(expected)).then_some(Wanted { role, target, expected, old })
        };
        let wanted: Vec<Wanted> = published.into_iter().filter_map(differs).collect();
        packs::forget(store, &wanted.iter().map(Wanted::kept_as).collect())?;
        if had == listed {
            return Ok(Finding::Nothing { edition, floors });
        }
        match (Packs { store, host: &mut host, have, limits, most, report, came: 0, of: None }).bring(&wanted)? {
            packs::Brought::All(parts) => Ok(Finding::Release(Release { edition, listed, parts, floors })),
            packs::Brought::TooMuch { bytes } => Ok(Finding::Large { bytes }),
        }
    }

    /// Raises the floors of the store, once what [`run`](Self::run) found is applied, and forgets the packs that were kept for it.
    ///
    /// # Errors
    /// [`Error`].
    pub fn settled(store: &mut dyn Store, floors: &str) -> Result<(), Error> {
        let new = read(floors.as_bytes(), "the floors of what was applied")?;
        // What is damaged is written anew: `new` is what was in force when the sync began, or higher, and that began without them only
        // because those of the app could be read.
        let kept = stored(store)?.and_then(Result::ok);
        let highest = kept.clone().map_or(new.clone(), |kept| kept.highest(new));
        if kept.as_ref() != Some(&highest) {
            let written = store.write(FLOORS, highest.to_json().as_bytes());
            written.map_err(|cause| Error::NotKept { file: FLOORS.into(), cause })?;
        }
        packs::forget(store, &BTreeSet::new())
    }

    /// Where the content stood that was applied last, as far as the store remembers it.
    #[must_use]
    pub fn applied(store: &dyn Store) -> Option<Edition> {
        stored(store).ok().flatten()?.ok().map(|floors| floors.edition())
    }

    /// The highest floors of all that are kept. Losing one place does not lower them, and neither does damage to one of two: each is
    /// kept with a sum, and one that does not add up is passed over as long as the other can be read.
    ///
    /// No floor falls by that. Both are raised with everything that is applied, those of the app in the very transaction that replaces
    /// the content, those of the store right after it. Whoever damages those of the store leaves the newer ones in force. Whoever
    /// damages those of the app leaves, at worst, those of one release before: the app takes no release that is older than what it has,
    /// and the stored timestamp and snapshot are floors as well. What has to be forged for more are two files that add up, and whoever
    /// can write into this folder can simply remove both. Where neither can be read nobody knows, and nothing is asked for; a missing
    /// copy beside a damaged one proves nothing either.
    fn in_force(&self) -> Result<Floors, Error> {
        let of_the_app = self.floors.as_ref().map(|floors| read(floors.as_bytes(), "the floors of the app"));
        let copies = [of_the_app, stored(self.store)?];
        let (readable, damaged): (Vec<_>, Vec<_>) = copies.into_iter().flatten().partition(Result::is_ok);
        match damaged.into_iter().next() {
            Some(Err(damaged)) if readable.is_empty() => Err(damaged),
            _ => Ok(readable.into_iter().flatten().fold(self.trust.floors.clone(), Floors::highest)),
        }
    }
}

fn read(text: &[u8], of: &'static str) -> Result<Floors, Error> {
    Floors::read(text).map_err(|why| Error::Floors { of, why })
}

/// The floors of the store: none, damaged, or those. An error is that they cannot be read just now.
fn stored(store: &dyn Store) -> Result<Option<Result<Floors, Error>>, Error> {
    let bytes = store.read(FLOORS).map_err(|cause| Error::Store { file: FLOORS.into(), cause })?;
    Ok(bytes.map(|bytes| read(&bytes, FLOORS)))
}

/// Every pack that is published, and what was signed of its canonical bytes.
fn published(
    updater: &mut Updater<'_>,
    trusted: &Trusted,
    limits: Limits,
) -> Result<BTreeMap<RoleName, (Target, Expected)>, Error> {
    let mut published = BTreeMap::new();
    for role in trusted.targets().delegations.iter().flat_map(|delegations| &delegations.roles) {
        // A name that is not known here comes from a newer publisher, for newer apps.
        let Ok(role) = role.name.parse::<RoleName>() else { continue };
        let Some(target) = updater.find(trusted, &format!("{role}/content.pack"))? else { continue };
        let refused = |why| Error::Untrusted { file: target.path().to_owned(), why };
        let expected = expected(&target).map_err(refused)?;
        packs::at_most(limits.pack, target.length().max(expected.length)).map_err(refused)?;
        published.insert(role, (target, expected));
    }
    Ok(published)
}

/// What was signed of the canonical bytes of a pack.
fn expected(target: &Target) -> Result<Expected, Untrusted> {
    let missing = |field| Untrusted::Malformed(format!("`custom.{field}` is missing or wrong"));
    let field = |field| target.custom().and_then(|custom| custom.get(field)).ok_or_else(|| missing(field));
    let mut sha256 = [0; 32];
    let hash = field("sha256")?.as_str().ok_or_else(|| missing("sha256"))?;
    hex::decode_to_slice(hash, &mut sha256).map_err(|_| missing("sha256"))?;
    let length = field("length")?.as_u64().ok_or_else(|| missing("length"))?;
    Ok(Expected { sha256, length })
}

/// A host that is left as soon as that is asked for.
struct Watched<'a> {
    host: &'a mut dyn Fetch,
    stopped: &'a AtomicBool,
}

impl Fetch for Watched<'_> {
    fn get(&mut self, ask: &Ask<'_>, body: &mut dyn io::Write) -> Result<Answer, Trouble> {
        let stopped = self.stopped;
        let is_stopped = || stopped.load(Ordering::Relaxed);
        if is_stopped() {
            return Err(Trouble::Stopped);
        }
        let answer = self.host.get(ask, &mut WatchedBody { body, stopped });
        answer.map_err(|trouble| if is_stopped() { Trouble::Stopped } else { trouble })
    }
}

struct WatchedBody<'a> {
    body: &'a mut dyn io::Write,
    stopped: &'a AtomicBool,
}

impl io::Write for WatchedBody<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.stopped.load(Ordering::Relaxed) {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        self.body.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.body.flush()
    }
}
