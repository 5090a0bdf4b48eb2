//! The disk that forgets, forgets what it may and nothing else: otherwise a power cut on it would show nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use std::path::PathBuf;

use support::{disk::Disk, room::Tree, trace::Deed};

fn tree(files: &[(&str, &str)]) -> Tree {
    files.iter().map(|(name, bytes)| (PathBuf::from(name), Some(bytes.as_bytes().to_vec()))).collect()
}

/// Every state that chance finds in many tries.
fn left(before: &Tree, deeds: &[Deed]) -> Vec<Tree> {
    let mut disk = Disk::of(before);
    deeds.iter().for_each(|deed| disk.take(deed));
    let mut chance = fastrand::Rng::with_seed(7);
    let mut left: Vec<Tree> = (0..100).flat_map(|_| disk.left(&mut chance)).map(|left| left.tree).collect();
    left.sort();
    left.dedup();
    left
}

fn write(file: usize, at: usize, bytes: &[u8]) -> Deed {
    Deed::Write { file, at, bytes: bytes.to_vec() }
}

#[test]
fn a_write_that_was_not_synced_is_there_or_not() {
    let before = tree(&[("a", "old")]);
    assert_eq!(left(&before, &[write(0, 0, b"new")]), [tree(&[("a", "new")]), tree(&[("a", "old")])]);
}

#[test]
fn a_write_that_was_synced_is_there() {
    let before = tree(&[("a", "old")]);
    assert_eq!(left(&before, &[write(0, 0, b"new"), Deed::Sync { file: 0 }]), [tree(&[("a", "new")])]);
}

#[test]
fn a_long_write_that_was_not_synced_is_torn_between_sectors_only() {
    let before: Tree = [(PathBuf::from("a"), Some(vec![0; 1024]))].into();
    let mut halves: Vec<(u8, u8)> = left(&before, &[write(0, 0, &[1; 1024])])
        .into_iter()
        .map(|tree| {
            let bytes = tree[&PathBuf::from("a")].clone().unwrap();
            assert!(
                bytes[..512].iter().all(|byte| *byte == bytes[0])
                    && bytes[512..].iter().all(|byte| *byte == bytes[512])
            );
            (bytes[0], bytes[512])
        })
        .collect();
    halves.sort_unstable();
    assert_eq!(halves, [(0, 0), (0, 1), (1, 0), (1, 1)]);
}

#[test]
fn a_file_that_was_synced_has_no_name_before_its_folder_is() {
    let made = [Deed::Make { name: "a".into(), file: 9 }, write(9, 0, b"new"), Deed::Sync { file: 9 }];
    assert_eq!(left(&Tree::new(), &made), [tree(&[]), tree(&[("a", "new")])]);
    let settled = [made.as_slice(), &[Deed::SyncFolder { name: PathBuf::new() }]].concat();
    assert_eq!(left(&Tree::new(), &settled), [tree(&[("a", "new")])]);
}

#[test]
fn a_name_may_come_before_the_bytes() {
    let before = tree(&[("a", "old")]);
    let deeds = [
        Deed::Make { name: "b".into(), file: 9 },
        write(9, 0, b"new"),
        Deed::Rename { from: "b".into(), to: "a".into(), file: 9 },
        Deed::SyncFolder { name: PathBuf::new() },
    ];
    assert_eq!(left(&before, &deeds), [tree(&[("a", "")]), tree(&[("a", "new")])]);
}

/// A commit of SQLite is such a removal: without a sync of the folder it is none.
#[test]
fn a_removed_file_comes_back_as_long_as_its_folder_was_not_synced() {
    let before = tree(&[("a", "old")]);
    let removed = [Deed::Remove { name: "a".into() }];
    assert_eq!(left(&before, &removed), [tree(&[]), before.clone()]);
    let settled = [removed.as_slice(), &[Deed::SyncFolder { name: PathBuf::new() }]].concat();
    assert_eq!(left(&before, &settled), [tree(&[])]);
}
