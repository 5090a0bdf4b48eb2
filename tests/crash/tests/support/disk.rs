//! A disk that keeps what was synced, and of the rest what it likes.
//!
//! Strict: what is written to a file is certain after a sync of that file, a name after a sync of its folder, and nothing else is. What
//! is not certain yet may be there or not, each for itself and in any order, and of a write any of its sectors.

use std::{
    collections::{BTreeMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use fastrand::Rng;

use super::{
    room::Tree,
    trace::{Deed, Trace},
};

/// What a disk writes as one.
const SECTOR: usize = 512;

/// How many states of each kind are looked at after each deed, beside the two in which nothing and everything is kept.
const ALONE: usize = 3;
const MIXED: usize = 3;

#[derive(Clone)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Resize(usize),
}

#[derive(Clone)]
enum Naming {
    Make { name: PathBuf, entry: Entry },
    Rename { from: PathBuf, to: PathBuf, file: usize },
    Remove { name: PathBuf },
}

#[derive(Clone, Copy)]
enum Entry {
    File(usize),
    Folder,
}

/// What becomes of something that is not certain.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Lost,
    Kept,
    /// Of a write only the first, or only the last, sectors.
    Torn {
        first: bool,
        sectors: usize,
    },
}

#[derive(Default, Clone)]
struct File {
    certain: Vec<u8>,
    open: Vec<(usize, Change)>,
}

#[derive(Default)]
pub struct Disk {
    files: BTreeMap<usize, File>,
    names: BTreeMap<PathBuf, Entry>,
    open: Vec<(usize, Naming)>,
    deeds: usize,
}

/// One way in which a power cut may leave the folder.
pub struct Left {
    pub tree: Tree,
    /// What became of what was not certain, for a person to read.
    pub how: String,
}

impl Disk {
    /// Everything that was there is certain.
    pub fn of(tree: &Tree) -> Self {
        let mut disk = Self::default();
        for (number, (name, bytes)) in tree.iter().enumerate() {
            let entry = match bytes {
                Some(bytes) => {
                    disk.files.insert(number, File { certain: bytes.clone(), open: Vec::new() });
                    Entry::File(number)
                }
                None => Entry::Folder,
            };
            disk.names.insert(name.clone(), entry);
        }
        disk
    }

    pub fn take(&mut self, deed: &Deed) {
        self.deeds += 1;
        let id = self.deeds;
        match deed.clone() {
            Deed::Make { name, file } => {
                self.files.insert(file, File::default());
                self.open.push((id, Naming::Make { name, entry: Entry::File(file) }));
            }
            Deed::MakeFolder { name } => self.open.push((id, Naming::Make { name, entry: Entry::Folder })),
            Deed::Rename { from, to, file } => self.open.push((id, Naming::Rename { from, to, file })),
            Deed::Remove { name } => self.open.push((id, Naming::Remove { name })),
            Deed::Write { file, at, bytes } => self.changes(file).push((id, Change::Write { at, bytes })),
            Deed::Resize { file, length } => self.changes(file).push((id, Change::Resize(length))),
            Deed::Sync { file } => {
                let file = self.files.entry(file).or_default();
                for (_, change) in std::mem::take(&mut file.open) {
                    apply(&mut file.certain, &change, Fate::Kept);
                }
            }
            Deed::SyncFolder { name: folder } => {
                let (now, later) =
                    std::mem::take(&mut self.open).into_iter().partition(|(_, naming)| naming.is_in(&folder));
                self.open = later;
                let now: Vec<(usize, Naming)> = now;
                for (_, naming) in now {
                    naming.apply(&mut self.names);
                }
            }
            Deed::Said(_) => {}
        }
    }

    fn changes(&mut self, file: usize) -> &mut Vec<(usize, Change)> {
        &mut self.files.entry(file).or_default().open
    }

    /// As it would be if everything reached the disk: what a kill leaves.
    pub fn all(&self) -> Tree {
        self.with(|_| Fate::Kept)
    }

    /// Ways in which a power cut may leave it now: nothing but the certain, everything, and some of what is between, by chance.
    pub fn left(&self, chance: &mut Rng) -> Vec<Left> {
        let open = self.uncertain();
        let mut left = vec![self.everything()];
        if open.is_empty() {
            return left;
        }
        left.push(self.nothing());
        for _ in 0..ALONE {
            let (one, torn) = (open[chance.usize(0..open.len())], torn(chance));
            left.push(self.told(|id| if id == one { Fate::Kept } else { Fate::Lost }));
            left.push(self.told(|id| if id == one { Fate::Lost } else { Fate::Kept }));
            left.push(self.told(|id| if id == one { torn } else { Fate::Kept }));
            left.push(self.told(|id| if id == one { torn } else { Fate::Lost }));
        }
        left.extend((0..MIXED).map(|_| self.mixed(&open, chance)));
        left
    }

    /// One of those ways: where a look at each of them would take too long.
    pub fn one_left(&self, chance: &mut Rng) -> Left {
        let open = self.uncertain();
        match chance.u8(0..4) {
            _ if open.is_empty() => self.everything(),
            0 => self.everything(),
            1 => self.nothing(),
            _ => self.mixed(&open, chance),
        }
    }

    /// The numbers of all deeds that a power cut may undo.
    fn uncertain(&self) -> Vec<usize> {
        let mut open: Vec<usize> = self.open.iter().map(|(id, _)| *id).collect();
        open.extend(self.files.values().flat_map(|file| file.open.iter().map(|(id, _)| *id)));
        open
    }

    fn everything(&self) -> Left {
        Left { tree: self.all(), how: "everything kept".into() }
    }

    fn nothing(&self) -> Left {
        Left { tree: self.with(|_| Fate::Lost), how: "nothing kept but what was synced".into() }
    }

    fn mixed(&self, open: &[usize], chance: &mut Rng) -> Left {
        let fates: BTreeMap<usize, Fate> = open
            .iter()
            .map(|id| {
                let fate = match chance.u8(0..4) {
                    0 => torn(chance),
                    1 => Fate::Lost,
                    _ => Fate::Kept,
                };
                (*id, fate)
            })
            .collect();
        self.told(|id| fates[&id])
    }

    fn told(&self, fate: impl Fn(usize) -> Fate) -> Left {
        let mut how = Vec::new();
        let word = |fate| match fate {
            Fate::Lost => "lost".to_owned(),
            Fate::Kept => "kept".to_owned(),
            Fate::Torn { first, sectors } => format!("{} {sectors} sectors kept", if first { "first" } else { "last" }),
        };
        for (id, naming) in &self.open {
            how.push(format!("{naming}: {}", word(fate(*id))));
        }
        for (number, file) in &self.files {
            for (id, change) in &file.open {
                how.push(format!("{} {change}: {}", self.name(*number), word(fate(*id))));
            }
        }
        Left { tree: self.with(fate), how: how.join("; ") }
    }

    fn name(&self, number: usize) -> String {
        let mut names = self.names.clone();
        self.open.iter().for_each(|(_, naming)| naming.apply(&mut names));
        let found = names.iter().find(|(_, entry)| matches!(entry, Entry::File(file) if *file == number));
        found.map_or_else(|| format!("file {number}"), |(name, _)| name.display().to_string())
    }

    fn with(&self, fate: impl Fn(usize) -> Fate) -> Tree {
        let mut names = self.names.clone();
        for (id, naming) in &self.open {
            // A name is there or not; it has no sectors.
            if fate(*id) == Fate::Kept {
                naming.apply(&mut names);
            }
        }
        let mut tree = Tree::new();
        for (name, entry) in &names {
            // What lies in a folder that is not there cannot be found.
            let inside = name
                .ancestors()
                .skip(1)
                .all(|folder| folder.as_os_str().is_empty() || matches!(names.get(folder), Some(Entry::Folder)));
            if !inside {
                continue;
            }
            let bytes = match entry {
                Entry::Folder => None,
                Entry::File(number) => self.files.get(number).map(|file| {
                    let mut bytes = file.certain.clone();
                    file.open.iter().for_each(|(id, change)| apply(&mut bytes, change, fate(*id)));
                    bytes
                }),
            };
            tree.insert(name.clone(), bytes);
        }
        tree
    }
}

fn torn(chance: &mut Rng) -> Fate {
    Fate::Torn { first: chance.bool(), sectors: chance.usize(0..8) }
}

impl Naming {
    fn is_in(&self, folder: &Path) -> bool {
        let (Self::Make { name, .. } | Self::Rename { to: name, .. } | Self::Remove { name }) = self;
        name.parent() == Some(folder)
    }

    fn apply(&self, names: &mut BTreeMap<PathBuf, Entry>) {
        match self {
            Self::Make { name, entry } => drop(names.insert(name.clone(), *entry)),
            Self::Rename { from, to, file } => {
                names.remove(from);
                names.insert(to.clone(), Entry::File(*file));
            }
            Self::Remove { name } => drop(names.remove(name)),
        }
    }
}

impl std::fmt::Display for Naming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Make { name, .. } => write!(f, "new {}", name.display()),
            Self::Rename { from, to, .. } => write!(f, "{} becomes {}", from.display(), to.display()),
            Self::Remove { name } => write!(f, "{} is gone", name.display()),
        }
    }
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Write { at, bytes } => write!(f, "{} bytes at {at}", bytes.len()),
            Self::Resize(length) => write!(f, "cut to {length}"),
        }
    }
}

fn apply(file: &mut Vec<u8>, change: &Change, fate: Fate) {
    let (at, bytes) = match (change, fate) {
        (_, Fate::Lost) => return,
        (Change::Resize(length), Fate::Kept) => {
            file.resize(*length, 0);
            return;
        }
        // A length is old or new.
        (Change::Resize(_), Fate::Torn { .. }) => return,
        (Change::Write { at, bytes }, Fate::Kept) => (*at, bytes.as_slice()),
        (Change::Write { at, bytes }, Fate::Torn { first, sectors }) => {
            // The bytes up to a boundary between sectors of the file.
            let boundary = (at / SECTOR + sectors) * SECTOR;
            let middle = boundary.saturating_sub(*at).min(bytes.len());
            if first { (*at, &bytes[..middle]) } else { (*at + middle, &bytes[middle..]) }
        }
    };
    if bytes.is_empty() {
        return;
    }
    let end = at + bytes.len();
    if file.len() < end {
        file.resize(end, 0);
    }
    file[at..end].copy_from_slice(bytes);
}

/// A state of the folder after a power cut.
pub struct Cut {
    /// After this deed, counted from 0.
    pub deed: usize,
    /// How many lines had been said by then.
    pub said: usize,
    pub left: Left,
}

/// Hands on states that a power cut may leave, each once for what was said by then, until it is told to stop. `after` picks them after
/// each deed, from the disk and from the line that was said last.
pub fn cuts(
    trace: &Trace,
    chance: &mut Rng,
    after: impl Fn(&Disk, &str, &mut Rng) -> Vec<Left>,
    mut take: impl FnMut(Cut) -> bool,
) {
    let mut disk = Disk::of(&trace.before);
    let mut seen = HashSet::new();
    let (mut said, mut last) = (0, "");
    for (deed, what) in trace.deeds.iter().enumerate() {
        disk.take(what);
        if let Deed::Said(line) = what {
            (said, last) = (said + 1, line);
        }
        for left in after(&disk, last, chance) {
            let mut hasher = DefaultHasher::new();
            (&left.tree, said).hash(&mut hasher);
            if seen.insert(hasher.finish()) && !take(Cut { deed, said, left }) {
                return;
            }
        }
    }
}
