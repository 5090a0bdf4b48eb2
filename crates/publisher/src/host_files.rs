//! The files that a host has, all below `v1/`: which names there are, and how each is handed out.
//!
//! ```text
//! metadata/timestamp.json                    the only file that ever changes
//! metadata/N.<root, snapshot, targets or a role>.json
//! targets/<role>/<sha256>.content.pack
//! d/<sha256 of the old pack>-<sha256 of the new one>
//! ```

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use kindway_content::roles::RoleName;

/// The file whose arrival makes everything else that arrived before it count.
pub(crate) const TIMESTAMP: &str = "metadata/timestamp.json";
/// The first root, from which everything can be verified.
pub(crate) const FIRST_ROOT: &str = "metadata/1.root.json";
/// The folder, on the host and in the repository, that all of it is in.
pub(crate) const FOLDER: &str = "v1";

/// What a file of a host is. In this order they may arrive: a phone asks for new roots before it knows of anything else, and one
/// that names another key for the timestamp has to be followed by that timestamp soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// The pack of a role.
    Pack,
    /// The difference between two packs.
    Delta,
    /// A signed list.
    List,
    /// A root of this version.
    Root(u64),
    /// The newest state.
    Timestamp,
}

impl Kind {
    /// What a path below `v1/` is by its name. Nothing for every other path, so that no name leads out of the folder.
    pub(crate) fn of(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["metadata", "timestamp.json"] => Some(Self::Timestamp),
            ["metadata", file] => {
                let (version, role) = file.strip_suffix(".json")?.split_once('.')?;
                let plain = version.bytes().all(|byte| byte.is_ascii_digit()) && !version.starts_with('0');
                let version = version.parse().ok().filter(|_| plain)?;
                match role {
                    "root" => Some(Self::Root(version)),
                    "snapshot" | "targets" => Some(Self::List),
                    role => role.parse::<RoleName>().ok().map(|_| Self::List),
                }
            }
            ["targets", role, file] => {
                let hash = file.strip_suffix(".content.pack")?;
                (role.parse::<RoleName>().is_ok() && is_hash(hash)).then_some(Self::Pack)
            }
            ["d", file] => {
                let (old, new) = file.split_once('-')?;
                (is_hash(old) && is_hash(new)).then_some(Self::Delta)
            }
            _ => None,
        }
    }

    /// `Content-Type`.
    pub(crate) fn mime(self) -> &'static str {
        if self.is_json() { "application/json" } else { "application/octet-stream" }
    }

    /// `Cache-Control`. What never changes may be kept for as long as anybody likes.
    pub(crate) fn caching(self) -> &'static str {
        if self == Self::Timestamp { "no-cache" } else { "public, max-age=31536000, immutable" }
    }

    /// Signed lists are JSON, which shrinks to a half; packs and deltas are compressed already.
    pub(crate) fn is_json(self) -> bool {
        matches!(self, Self::List | Self::Root(_) | Self::Timestamp)
    }
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// One file of a host. They are in the order in which they may arrive there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct HostFile {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its path below `v1/`.
    pub(crate) path: String,
}

/// The files of a folder `v1/`, in their order, and the paths of what else lies there.
pub(crate) fn all(folder: &Path) -> io::Result<(Vec<HostFile>, Vec<String>)> {
    let (mut files, mut others) = (Vec::new(), Vec::new());
    let mut folders = vec![String::new()];
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(folder.join(&below))? {
            let entry = entry?;
            let path = format!("{below}{}", entry.file_name().to_string_lossy());
            match (entry.file_type()?, Kind::of(&path)) {
                (about, _) if about.is_dir() => folders.push(format!("{path}/")),
                (about, Some(kind)) if about.is_file() => files.push(HostFile { kind, path }),
                _ => others.push(path),
            }
        }
    }
    files.sort();
    others.sort();
    Ok((files, others))
}

/// A file of a folder `v1/` by its path there; nothing where no such file can be or is there. A link that leads out of the
/// folder is no file of it.
pub(crate) fn read(folder: &Path, path: &str) -> io::Result<Option<(Kind, Vec<u8>)>> {
    let Some(kind) = Kind::of(path) else { return Ok(None) };
    let inside = folder.canonicalize()?;
    let there = match inside.join(path).canonicalize() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        other => other?,
    };
    if there.starts_with(&inside) && there.is_file() { Ok(Some((kind, fs::read(there)?))) } else { Ok(None) }
}

/// A list as it is sent. The same bytes always give the same file: no date, no name.
pub(crate) fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Into memory, where nothing fails.
    let _ = encoder.write_all(plain);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    #[test]
    fn every_file_of_a_host_is_known_by_its_name() {
        let known = [
            (TIMESTAMP.to_owned(), Kind::Timestamp),
            (FIRST_ROOT.to_owned(), Kind::Root(1)),
            ("metadata/12.snapshot.json".to_owned(), Kind::List),
            ("metadata/3.language-zh-Hant.json".to_owned(), Kind::List),
            (format!("targets/rules/{HASH}.content.pack"), Kind::Pack),
            (format!("d/{HASH}-{HASH}"), Kind::Delta),
        ];
        for (path, kind) in known {
            assert_eq!(Kind::of(&path), Some(kind), "{path}");
        }
    }

    #[test]
    fn a_name_that_no_file_of_a_host_has_is_none() {
        let wrong = [
            String::new(),
            "metadata".to_owned(),
            "metadata/".to_owned(),
            "metadata/root.json".to_owned(),
            "metadata/0.root.json".to_owned(),
            "metadata/+1.root.json".to_owned(),
            "metadata/1.stranger.json".to_owned(),
            "metadata/1.root.json.gz".to_owned(),
            "metadata/../metadata/timestamp.json".to_owned(),
            "./metadata/timestamp.json".to_owned(),
            "/metadata/timestamp.json".to_owned(),
            format!("targets/../{HASH}.content.pack"),
            format!("targets/rules/{}.content.pack", HASH.to_uppercase()),
            format!("targets/rules/{HASH}.content.pack/.."),
            format!("d/{HASH}"),
            "keys/timestamp.json".to_owned(),
        ];
        for path in wrong {
            assert_eq!(Kind::of(&path), None, "{path}");
        }
    }

    #[test]
    fn the_timestamp_arrives_last_and_roots_just_before_it_in_their_order() {
        let mut order = [Kind::Timestamp, Kind::Root(10), Kind::List, Kind::Root(9), Kind::Delta, Kind::Pack];
        order.sort();
        assert_eq!(order, [Kind::Pack, Kind::Delta, Kind::List, Kind::Root(9), Kind::Root(10), Kind::Timestamp]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_no_file_of_it() {
        let project = tempfile::tempdir().unwrap();
        let folder = project.path().join(FOLDER);
        fs::create_dir_all(folder.join("metadata")).unwrap();
        fs::write(project.path().join("secret"), "secret").unwrap();
        std::os::unix::fs::symlink(project.path().join("secret"), folder.join(TIMESTAMP)).unwrap();
        assert!(read(&folder, TIMESTAMP).unwrap().is_none());
    }
}
