//! How much a host can make us read.

/// Caps in bytes and steps. A file that is larger ends the update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// A root.
    pub root: u64,
    /// A timestamp.
    pub timestamp: u64,
    /// A snapshot.
    pub snapshot: u64,
    /// A list of targets.
    pub targets: u64,
    /// New roots in one update; the next update goes on from there.
    pub root_steps: u32,
    /// Delegated lists that are looked through for one target. It bounds their depth as well.
    pub delegations: usize,
    /// A pack, as it is sent and as it is unpacked.
    pub pack: u64,
    /// All packs of one update together, as they are sent.
    pub packs: u64,
    /// All packs of one update together, as they are unpacked: a page that is new in nineteen languages touches all of them.
    pub unpacked: u64,
}

impl Limits {
    /// For Kindway's own repository.
    pub const KINDWAY: Self = Self {
        root: 64 * 1024,
        timestamp: 16 * 1024,
        snapshot: 64 * 1024,
        targets: 64 * 1024,
        root_steps: 32,
        delegations: 32,
        pack: 4 * 1024 * 1024,
        packs: 8 * 1024 * 1024,
        unpacked: 24 * 1024 * 1024,
    };

    /// For a repository of any size that somebody chose to trust.
    pub const ANY: Self = Self {
        root: 512 * 1024,
        timestamp: 64 * 1024,
        snapshot: 8 * 1024 * 1024,
        targets: 16 * 1024 * 1024,
        root_steps: 256,
        delegations: 32,
        pack: 4 * 1024 * 1024,
        packs: 8 * 1024 * 1024,
        unpacked: 24 * 1024 * 1024,
    };
}
