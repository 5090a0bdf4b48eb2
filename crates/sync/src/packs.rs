//! Bringing packs: by a delta where the host has one, else whole, and where something came before, only the rest.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use kindway_content::{
    delta::{self, Expected},
    pack::{PackError, seed_id},
    roles::RoleName,
};

use crate::{
    Limits,
    engine::{Have, Progress},
    fetch::{Answer, Ask, Fetch, Status, Trouble},
    store::{Store, UNFINISHED},
    target::Target,
    updater::Error,
    verify::Untrusted,
};

/// How much comes between two times that it is kept. A phone that is switched off loses no more than this.
const STEP: usize = 128 * 1024;

/// A pack that the app does not have.
pub(crate) struct Wanted {
    pub(crate) role: RoleName,
    pub(crate) target: Target,
    pub(crate) expected: Expected,
    /// What the app has of this part.
    pub(crate) old: Option<Expected>,
}

impl Wanted {
    /// Its name in the store, until it has been applied. Another file has another one.
    pub(crate) fn kept_as(&self) -> String {
        format!("{UNFINISHED}{}", self.target.hash())
    }

    fn refused(&self, why: Untrusted) -> Error {
        Error::Untrusted { file: self.target.path().to_owned(), why }
    }
}

/// What came of bringing packs.
pub(crate) enum Brought {
    /// The canonical bytes of every pack that was wanted.
    All(BTreeMap<RoleName, Vec<u8>>),
    /// More would have to come than is allowed.
    TooMuch { bytes: u64 },
}

/// Refuses a length that nothing may have.
pub(crate) fn at_most(most: u64, signed: u64) -> Result<(), Untrusted> {
    if signed <= most { Ok(()) } else { Err(Untrusted::TooLarge { signed, most }) }
}

/// Forgets the packs that were kept, but for these, and what a kill left behind.
pub(crate) fn forget(store: &mut dyn Store, but: &BTreeSet<String>) -> Result<(), Error> {
    let names = store.names().map_err(|cause| Error::Store { file: format!("{UNFINISHED}*"), cause })?;
    // A role may begin like that; its list ends otherwise.
    let kept = names.iter().filter(|name| name.starts_with(UNFINISHED) && !name.ends_with(".json"));
    for name in kept.filter(|name| !but.contains(*name)) {
        // Some room is lost. An update is not.
        let _ = store.remove(name);
    }
    Ok(())
}

/// The packs of one sync.
pub(crate) struct Packs<'a> {
    pub(crate) store: &'a mut dyn Store,
    pub(crate) host: &'a mut dyn Fetch,
    pub(crate) have: &'a dyn Have,
    pub(crate) limits: Limits,
    pub(crate) most: u64,
    pub(crate) report: &'a dyn Fn(Progress),
    /// Bytes that have come.
    pub(crate) came: u64,
    /// How many there will be.
    pub(crate) of: Option<u64>,
}

impl Packs<'_> {
    /// All that is wanted, or nothing of it.
    pub(crate) fn bring(mut self, wanted: &[Wanted]) -> Result<Brought, Error> {
        let mut left: u64 = wanted.iter().map(|part| part.target.length()).sum();
        let unpacked = wanted.iter().map(|part| part.expected.length).sum();
        let refused = |why| Error::Untrusted { file: "all packs together".into(), why };
        at_most(self.limits.packs, left).map_err(refused)?;
        at_most(self.limits.unpacked, unpacked).map_err(refused)?;

        let mut parts = BTreeMap::new();
        let mut whole = Vec::new();
        for part in wanted {
            // Nobody signs how long a delta is. It may take what is allowed, and must leave room for all whole packs.
            let room = self.limits.packs.saturating_sub(self.came + left).min(self.most.saturating_sub(self.came));
            match self.by_delta(part, room)? {
                Some(canonical) => {
                    left -= part.target.length();
                    parts.insert(part.role.clone(), canonical);
                }
                None => whole.push(part),
            }
        }
        // Of whole packs, what came before is not asked for again. Deltas are: nothing of them is kept.
        let deltas = self.came;
        for (place, part) in whole.iter().enumerate() {
            let rest: u64 = whole.iter().skip(place).map(|part| self.rest(part)).sum();
            if rest > 0 && (rest > self.most.saturating_sub(self.came) || !self.have.allows_whole()) {
                return Ok(Brought::TooMuch { bytes: deltas + rest });
            }
            self.of = Some(self.came + rest);
            let canonical = self.by_whole(part)?;
            parts.insert(part.role.clone(), canonical);
        }
        Ok(Brought::All(parts))
    }

    /// How much of a whole pack is still to come.
    fn rest(&self, part: &Wanted) -> u64 {
        part.target.length() - self.kept(part).len() as u64
    }

    /// The canonical bytes by way of those that the app has. Nothing where that leads nowhere: a delta is not signed, so that it is
    /// missing, damaged or wrong proves nothing.
    fn by_delta(&mut self, part: &Wanted, room: u64) -> Result<Option<Vec<u8>>, Error> {
        let Some(old) = part.old else { return Ok(None) };
        let cap = part.target.length().min(self.limits.pack).min(room);
        if cap == 0 {
            return Ok(None);
        }
        let path = format!("d/{}-{}", hex::encode(old.sha256), hex::encode(part.expected.sha256));
        let ask = Ask::whole(&path, cap);
        let (answer, bytes) = self.ask(&ask, Vec::new(), None);
        let portal = || Error::Fetch { file: path.clone(), trouble: Trouble::Portal };
        let answer = match answer {
            Err(Trouble::TooLong(_)) if !bytes.starts_with(b"<") => return Ok(None),
            Ok(_) | Err(Trouble::TooLong(_)) if bytes.starts_with(b"<") => return Err(portal()),
            Ok(answer) => answer,
            Err(trouble) => return Err(Error::Fetch { file: path, trouble }),
        };
        match answer.status {
            Status::Whole => {}
            // It wants to be left alone, not to be asked for more.
            status @ Status::Refused(429 | 500..) => {
                return Err(Error::NotGiven { file: path, status, retry_after: answer.retry_after });
            }
            _ => return Ok(None),
        }
        let had = self.have.canonical(&part.role);
        let had = had.map_err(|cause| Error::Have { role: part.role.to_string(), cause })?;
        let apply = |had: Vec<u8>| delta::apply(&had, &bytes, &part.expected, cap_of(self.limits)).ok();
        match had.and_then(apply) {
            None if is_page(&answer) => Err(portal()),
            canonical => Ok(canonical),
        }
    }

    /// The canonical bytes from the whole pack.
    fn by_whole(&mut self, part: &Wanted) -> Result<Vec<u8>, Error> {
        let kept = self.kept(part);
        let file = if part.target.is_bytes(&kept).is_ok() {
            kept
        } else {
            let resumes = !kept.is_empty() && (kept.len() as u64) < part.target.length();
            let file = match resumes.then(|| self.rest_of(part, kept)) {
                // What was kept, or where it was taken up again, is not right. Once, it is begun anew.
                Some(Err(error)) if is_of_the_beginning(&error) => self.rest_of(part, Vec::new())?,
                Some(resumed) => resumed?,
                None => self.rest_of(part, Vec::new())?,
            };
            // Until all of them are here and applied: whoever comes back later does not begin with the first one again.
            self.keep(part, &file);
            file
        };
        let unpacked = delta::whole(&file, &part.expected, cap_of(self.limits));
        unpacked.map_err(|error| part.refused(Untrusted::Malformed(format!("it cannot be unpacked: {error}"))))
    }

    /// The file that begins with what is `kept`.
    fn rest_of(&mut self, part: &Wanted, kept: Vec<u8>) -> Result<Vec<u8>, Error> {
        let file = || part.target.path().to_owned();
        let path = format!("targets/{}", part.target.address());
        let from = kept.len() as u64;
        // A host that knows no parts sends the whole file.
        let cap = part.target.length().min(self.limits.packs.saturating_sub(self.came));
        let ask = Ask { from: (from > 0).then_some(from), ..Ask::whole(&path, cap) };
        let (answer, bytes) = self.ask(&ask, kept, Some(part));
        let answer = match answer {
            Ok(answer) => answer,
            Err(Trouble::TooLong(_)) if is_no_pack(&bytes) => return Err(portal(part)),
            Err(trouble) => {
                if matches!(trouble, Trouble::Unreachable(_) | Trouble::TooSlow | Trouble::Stopped) {
                    self.keep(part, &bytes);
                }
                return Err(Error::Fetch { file: file(), trouble });
            }
        };
        match answer.status {
            Status::Whole => {}
            Status::Part { from: first } if first == from => {}
            Status::Part { .. } if is_page(&answer) => return Err(portal(part)),
            status => return Err(Error::NotGiven { file: file(), status, retry_after: answer.retry_after }),
        }
        match part.target.is_bytes(&bytes) {
            Ok(()) => Ok(bytes),
            Err(_) if is_page(&answer) || is_no_pack(&bytes) => Err(portal(part)),
            Err(why) => {
                if from == 0 {
                    let _ = self.store.remove(&part.kept_as());
                }
                Err(part.refused(why))
            }
        }
    }

    /// Asks, and adds what comes to `bytes`. What comes of a pack is kept now and then.
    fn ask(&mut self, ask: &Ask<'_>, bytes: Vec<u8>, part: Option<&Wanted>) -> (Result<Answer, Trouble>, Vec<u8>) {
        let Self { store, host, report, came, of, .. } = self;
        let mut kept = bytes.len();
        let mut arrived = |bytes: &[u8], new: usize| {
            *came += new as u64;
            report(Progress { done: *came, of: of.map(|of| of.max(*came)) });
            if let Some(part) = part
                && bytes.len() - kept >= STEP
            {
                kept = bytes.len();
                keep(*store, part, bytes);
            }
        };
        let most = bytes.len().saturating_add(usize::try_from(ask.cap).unwrap_or(usize::MAX));
        let mut body = Body { bytes, most, arrived: &mut arrived };
        let answer = host.get(ask, &mut body);
        (answer, body.bytes)
    }

    /// What was kept of a pack. More than was signed is nothing, and so is what cannot be read: it only saves bytes.
    fn kept(&self, part: &Wanted) -> Vec<u8> {
        let kept = self.store.read(&part.kept_as()).ok().flatten().unwrap_or_default();
        if kept.len() as u64 <= part.target.length() { kept } else { Vec::new() }
    }

    fn keep(&mut self, part: &Wanted, bytes: &[u8]) {
        keep(self.store, part, bytes);
    }
}

/// Keeps the beginning of a pack. Where there is no room for it, the update may still come to its end.
fn keep(store: &mut dyn Store, part: &Wanted, bytes: &[u8]) {
    if !bytes.is_empty() && bytes.len() as u64 <= part.target.length() && !is_no_pack(bytes) {
        let _ = store.write(&part.kept_as(), bytes);
    }
}

/// Collects bytes and tells of them.
struct Body<'a> {
    bytes: Vec<u8>,
    /// As many as there can be.
    most: usize,
    arrived: &'a mut dyn FnMut(&[u8], usize),
}

impl io::Write for Body<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.capacity() - self.bytes.len() < bytes.len() {
            // No more than can come: twice a large pack is a lot of memory on a small phone.
            let room = self.most.saturating_sub(self.bytes.len()).min(self.bytes.len());
            self.bytes.reserve_exact(room.max(bytes.len()));
        }
        self.bytes.extend_from_slice(bytes);
        (self.arrived)(&self.bytes, bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The page that a Wi-Fi shows before it lets her through.
fn is_page(answer: &Answer) -> bool {
    answer.kind.as_deref().is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("text/html"))
}

/// Whether it begins with other bytes than a pack does.
fn is_no_pack(bytes: &[u8]) -> bool {
    bytes.starts_with(b"<") || seed_id(bytes) == Err(PackError::Magic)
}

fn portal(part: &Wanted) -> Error {
    Error::Fetch { file: part.target.path().to_owned(), trouble: Trouble::Portal }
}

/// Whether another beginning may help.
fn is_of_the_beginning(error: &Error) -> bool {
    matches!(
        error,
        Error::Untrusted { why: Untrusted::Hash | Untrusted::Length { .. }, .. }
            | Error::Fetch { trouble: Trouble::TooLong(_), .. }
            | Error::NotGiven { status: Status::Part { .. } | Status::Refused(206 | 416), .. }
    )
}

fn cap_of(limits: Limits) -> usize {
    usize::try_from(limits.pack).unwrap_or(usize::MAX)
}
