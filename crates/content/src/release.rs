//! A release: what an update brings, between what fetched and verified it and what keeps it.

use std::collections::BTreeMap;

use crate::delta::Expected;
use crate::roles::RoleName;

/// Which of two states of the content is the newer one. A root that follows stands before everything: after an attack on the
/// numbers of snapshots, the new root's snapshots begin again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edition {
    /// Version of the TUF root; 0 for content that nobody published.
    pub root: u64,
    /// Version of the TUF snapshot; 0 for content that nobody published.
    pub snapshot: u64,
}

/// A state of the content that was published, with the bytes of what the reader does not have yet. All of it was signed by those who
/// may; whether it can be read is for whoever keeps it to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Its place in the order.
    pub edition: Edition,
    /// Every part that is published, and what was signed of its canonical bytes. A part that is not here is gone.
    pub listed: BTreeMap<RoleName, Expected>,
    /// Canonical bytes of the parts that the reader has not got, or has otherwise.
    pub parts: BTreeMap<RoleName, Vec<u8>>,
    /// The version floors that hold from now on. Only what verifies reads them; they are kept as they are.
    pub floors: String,
}
