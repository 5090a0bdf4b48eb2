//! The second verifier: `tough`, which shares no line with the first one, not even the cryptography.

use std::collections::BTreeSet;
use std::path::Path;

use tokio::runtime::Builder;
use tough::{
    FilesystemTransport, IntoVec, Limits, RepositoryLoader, Transport, TransportError, TransportStream, async_trait,
};
use url::Url;

use super::Problem;

/// Judges the files below `v1/` from this root on. `packs` are the targets that the first verifier found: both have to find
/// the same.
pub(super) fn verify(folder: &Path, root: &[u8], packs: &BTreeSet<String>) -> Result<(), Vec<Problem>> {
    let one = |file: &str, why: String| vec![Problem::new(file, format!("by the second verifier (tough): {why}"))];
    let runtime = Builder::new_current_thread().build().map_err(|error| one("metadata", error.to_string()))?;
    runtime.block_on(async {
        let folder = folder.canonicalize().map_err(|error| one("metadata", error.to_string()))?;
        let below = |name: &str| {
            Url::from_directory_path(folder.join(name)).map_err(|()| one(name, "the folder has no address".to_owned()))
        };
        let loader = RepositoryLoader::new(&root, below("metadata")?, below("targets")?);
        let repository = loader.transport(AsSpecified).limits(Limits::default()).load().await;
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

/// With the hash before the file name, as the specification has it (5.7.3): `tough` asks for `targets/<hash>.rules/content.pack`
/// where `targets/rules/<hash>.content.pack` lies. What it gets, it checks.
#[derive(Clone, Debug)]
struct AsSpecified;

#[async_trait]
impl Transport for AsSpecified {
    async fn fetch(&self, url: Url) -> Result<TransportStream, TransportError> {
        let specified = specified(url.path()).map(|path| {
            let mut address = url.clone();
            address.set_path(&path);
            address
        });
        FilesystemTransport.fetch(specified.unwrap_or(url)).await
    }
}

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
        let asked = format!("/site/v1/targets/{hash}.rules/content.pack");
        assert_eq!(specified(&asked), Some(format!("/site/v1/targets/rules/{hash}.content.pack")));
        assert_eq!(specified("/site/v1.0/metadata/1.root.json"), None);
    }
}
