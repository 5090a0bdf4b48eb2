//! The second verifier: `tough`, which shares no line with the first one, not even the cryptography.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use futures::stream;
use tokio::runtime::Builder;
use tough::{
    Bytes, IntoVec, Limits, RepositoryLoader, Transport, TransportError, TransportErrorKind, TransportStream,
    async_trait,
};
use url::Url;

use super::Problem;
use crate::host_files;

/// Judges the files below `v1/` from this root on. `packs` are the targets that the first verifier found: both have to find
/// the same.
pub(super) fn verify(folder: &Path, root: &[u8], packs: &BTreeSet<String>) -> Result<(), Vec<Problem>> {
    let one = |file: &str, why: String| vec![Problem::new(file, format!("by the second verifier (tough): {why}"))];
    let runtime = Builder::new_current_thread().build().map_err(|error| one("metadata", error.to_string()))?;
    runtime.block_on(async {
        let below = |name: &str| Url::parse(&format!("file:///{name}/")).map_err(|error| one(name, error.to_string()));
        let loader = RepositoryLoader::new(&root, below("metadata")?, below("targets")?);
        let transport = Below(folder.to_owned());
        let repository = loader.transport(transport).limits(Limits::default()).load().await;
        let repository = repository.map_err(|error| one("metadata", chain(&error)))?;
        let mut problems = Vec::new();
        let mut found = BTreeSet::new();
        for (name, _) in repository.all_targets() {
            found.insert(name.raw().to_owned());
            let whole = match repository.read_target(name).await {
                Ok(Some(bytes)) => bytes.into_vec().await.map(|_| ()).map_err(|error| chain(&error)),
                Ok(None) => Err("it is listed and cannot be found".to_owned()),
                Err(error) => Err(chain(&error)),
            };
            if let Err(why) = whole {
                problems.extend(one(name.raw(), why));
            }
        }
        for name in packs.symmetric_difference(&found) {
            problems.extend(one(name, "only one of the two verifiers finds it in the signed lists".to_owned()));
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    })
}

/// The files below a folder, which stands in no address: `tough` cannot read every name that a folder may have.
#[derive(Clone, Debug)]
struct Below(PathBuf);

#[async_trait]
impl Transport for Below {
    async fn fetch(&self, url: Url) -> Result<TransportStream, TransportError> {
        let asked = url.path().trim_start_matches('/');
        match host_files::read(&self.0, &specified(asked).unwrap_or_else(|| asked.to_owned())) {
            Ok(Some((_, bytes))) => Ok(Box::pin(stream::iter([Ok(Bytes::from(bytes))]))),
            Ok(None) => Err(TransportError::new(TransportErrorKind::FileNotFound, url)),
            Err(error) => Err(TransportError::new_with_cause(TransportErrorKind::Other, url, error)),
        }
    }
}

/// With the hash before the file name, as the specification has it (5.7.3): `tough` asks for `targets/<hash>.rules/content.pack`
/// where `targets/rules/<hash>.content.pack` lies. What it gets, it checks.
fn specified(path: &str) -> Option<String> {
    let (before, file) = path.rsplit_once('/')?;
    let (before, folder) = before.rsplit_once('/')?;
    let (hash, folder) = folder.split_once('.')?;
    let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then(|| format!("{before}/{folder}/{hash}.{file}"))
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut told: Vec<String> = Vec::new();
    for cause in std::iter::successors(Some(error), |cause| cause.source()) {
        let cause = cause.to_string();
        // Most of its errors tell their cause already.
        if !told.iter().any(|before| before.contains(&cause)) {
            told.push(cause);
        }
    }
    told.join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_a_target_in_a_folder_stands_before_its_file_name() {
        let hash = "a".repeat(64);
        let asked = format!("targets/{hash}.rules/content.pack");
        assert_eq!(specified(&asked), Some(format!("targets/rules/{hash}.content.pack")));
        assert_eq!(specified("metadata/1.root.json"), None);
    }
}
