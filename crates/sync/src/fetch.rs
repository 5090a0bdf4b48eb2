//! Asking a host for a file, as a trait: what verifies knows no socket.

use std::{fmt, io::Write, time::Duration};

/// Asks one host, under one address. Every call waits for its answer: an update runs in a thread of its own, and verifying
/// is a matter of one step after the other.
pub trait Fetch {
    /// Asks for a file and hands its bytes to `body` as they come. Only a [`Status::Whole`] or a [`Status::Part`] has any.
    ///
    /// Where only the bytes [from](Ask::from) one on are asked for, no others reach `body`: the first ones of a whole file are passed
    /// over, and a part that begins elsewhere has none.
    ///
    /// # Errors
    /// [`Trouble`]; what `body` has received by then is only the beginning.
    fn get(&mut self, ask: &Ask<'_>, body: &mut dyn Write) -> Result<Answer, Trouble>;
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// Below the address of the host, encoded as a URL has it, without a slash at its beginning.
    pub path: &'a str,
    /// The most bytes that are taken, counted after decompression.
    pub cap: u64,
    /// The tag of what is known already: the host may answer [`Status::Unchanged`].
    pub known: Option<&'a str>,
    /// Only the bytes from this one on. A host may send the whole file all the same.
    pub from: Option<u64>,
}

impl<'a> Ask<'a> {
    /// For a whole file.
    #[must_use]
    pub fn whole(path: &'a str, cap: u64) -> Self {
        Self { path, cap, known: None, from: None }
    }
}

/// A folder of a host, as a host.
pub struct Below<'a> {
    host: &'a mut dyn Fetch,
    folder: &'a str,
}

impl<'a> Below<'a> {
    /// Everything that is asked for lies in `folder`, which ends with a slash.
    pub fn new(host: &'a mut dyn Fetch, folder: &'a str) -> Self {
        Self { host, folder }
    }
}

impl fmt::Debug for Below<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Below").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Fetch for Below<'_> {
    fn get(&mut self, ask: &Ask<'_>, body: &mut dyn Write) -> Result<Answer, Trouble> {
        let path = format!("{}{}", self.folder, ask.path);
        self.host.get(&Ask { path: &path, ..*ask }, body)
    }
}

/// What a host answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// How.
    pub status: Status,
    /// The tag of what it sent.
    pub tag: Option<String>,
    /// How long it wants to be left alone.
    pub retry_after: Option<Duration>,
    /// What it says it sent (`Content-Type`), which is not always what it sent.
    pub kind: Option<String>,
}

/// How a host answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The whole file.
    Whole,
    /// A part of it, to its end.
    Part {
        /// The first byte that it sent.
        from: u64,
    },
    /// What is known is still right (304).
    Unchanged,
    /// There is no such file (404, 410).
    Missing,
    /// Anything else, by its number.
    Refused(u16),
}

/// Why there is no answer.
#[derive(thiserror::Error, Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Nobody there, or the connection broke.
    #[error("no connection: {0}")]
    Unreachable(String),
    /// Somebody else answered: the page of a Wi-Fi that wants a log-in first. She has no connection.
    #[error("no connection: something in between answered instead")]
    Portal,
    /// The certificate does not hold by the date of this device; the date may be wrong.
    #[error("the host's certificate is out of date, or the date of this device is wrong")]
    Dates,
    /// The certificate is not one of the bundled authorities', or not of this host.
    #[error("the host's certificate cannot be trusted: {0}")]
    Certificate(String),
    /// More bytes than were allowed.
    #[error("more than {0} bytes")]
    TooLong(u64),
    /// Slower than anything that can be waited for, or past the deadline.
    #[error("too slow")]
    TooSlow,
    /// What came could not be written where it should go.
    #[error("cannot keep what came: {0}")]
    Body(String),
    /// It was given up, because it was asked to.
    #[error("stopped")]
    Stopped,
    /// No request can be made of this address.
    #[error("not an address: {0}")]
    Address(String),
}
