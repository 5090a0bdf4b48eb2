//! What an app is built with: the content that is live, and whom the app believes from its first day on.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use kindway_content::write_seed;
use kindway_sync::{Answer, Ask, Clock, Fetch, Floors, Folder, Limits, Status, Trouble, Trust, Updater};

use crate::{Error, Result, Site, files};

/// Where phones find `v1/`.
const PUBLIC: &str = "v1/";

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// The content, as a seed file.
    pub seed: PathBuf,
    /// Whom the app believes.
    pub trust: PathBuf,
    /// The address that the app will ask.
    pub host: String,
    /// How many records there are.
    pub records: usize,
}

impl Site {
    /// Writes `content.seed` and `trust.json` into a folder. What is shipped has been verified as a phone does it, as of `now`.
    ///
    /// # Errors
    /// [`Error::Host`] for an address that apps cannot ask, [`Error::NotSigned`] before anything is live, [`Error::Update`] where
    /// it does not hold, [`Error::File`].
    pub fn ship(&self, host: &str, out: &Path, now: DateTime<Utc>) -> Result<Shipped> {
        let _lock = self.lock()?;
        let published = self.published()?.ok_or_else(|| Error::NotSigned("timestamp".to_owned()))?;
        let (root, _) = self.live_root()?;
        let root = root.bytes;
        let once = tempfile::tempdir().map_err(Error::file(out))?;
        let (mut kept, clock) = (Folder::new(once.path()), At(now));
        let mut metadata = Served(self.public().join("metadata"));
        let mut updater = Updater::new(&mut kept, &mut metadata, &clock, Limits::KINDWAY);
        updater.trust(&root).map_err(Error::Update)?;
        let trusted = updater.refresh().map_err(Error::Update)?;
        for role in published.roles.keys() {
            updater.find(&trusted, &crate::lists::path(role)).map_err(Error::Update)?;
        }
        let trust = Trust {
            channel: crate::site::name(self.channel()),
            host: address(host)?,
            root: serde_json::from_slice(&root).map_err(Error::Json)?,
            floors: Floors::of(&trusted),
        };
        let content = published.content()?;
        let seed = write_seed(&content).map_err(|why| Error::Pack { what: "the content".to_owned(), why })?;
        let told = serde_json::to_vec(&trust).map_err(Error::Json)?;
        // An app would not start updating with anything else.
        Trust::read(&told).map_err(|why| Error::Host(format!("{host}: {why}")))?;
        let (seed_file, trust_file) = (out.join("content.seed"), out.join("trust.json"));
        files::write(&seed_file, &seed)?;
        files::write(&trust_file, &told)?;
        Ok(Shipped { seed: seed_file, trust: trust_file, host: trust.host, records: content.records.len() })
    }
}

/// The address of the folder that is served, from any way of writing it.
fn address(host: &str) -> Result<String> {
    let plain = host.trim_end_matches('/');
    let plain = plain.strip_suffix(PUBLIC.trim_end_matches('/')).unwrap_or(plain).trim_end_matches('/');
    let (scheme, rest) = plain.split_once("://").ok_or_else(|| Error::Host(host.to_owned()))?;
    // Without TLS only this computer can be asked, which is how it is tried out.
    let is_here = ["127.0.0.1", "localhost", "[::1]"]
        .iter()
        .any(|name| rest.strip_prefix(name).is_some_and(|after| after.is_empty() || after.starts_with([':', '/'])));
    if scheme == "https" && !rest.is_empty() || scheme == "http" && is_here {
        Ok(format!("{plain}/{PUBLIC}"))
    } else {
        Err(Error::Host(host.to_owned()))
    }
}

/// The files of this site, as a host gives them.
struct Served(PathBuf);

impl Fetch for Served {
    fn get(&mut self, ask: &Ask<'_>, body: &mut dyn Write) -> std::result::Result<Answer, Trouble> {
        let answer = |status| Answer { status, tag: None, retry_after: None, kind: None };
        let file = self.0.join(ask.path);
        let Some(bytes) = files::read(&file).map_err(|error| Trouble::Unreachable(error.to_string()))? else {
            return Ok(answer(Status::Missing));
        };
        if bytes.len() as u64 > ask.cap {
            return Err(Trouble::TooLong(ask.cap));
        }
        body.write_all(&bytes).map_err(|error| Trouble::Body(error.to_string()))?;
        Ok(answer(Status::Whole))
    }
}

struct At(DateTime<Utc>);

impl Clock for At {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_host_ends_with_the_folder_however_it_was_written() {
        for host in [
            "https://content.example.org/kindway",
            "https://content.example.org/kindway/v1",
            "https://content.example.org/kindway/v1/",
        ] {
            assert_eq!(address(host).ok().as_deref(), Some("https://content.example.org/kindway/v1/"), "{host}");
        }
    }

    #[test]
    fn an_address_without_tls_is_taken_for_this_computer_alone() {
        assert_eq!(address("http://127.0.0.1:8080").ok().as_deref(), Some("http://127.0.0.1:8080/v1/"));
        for host in
            ["http://content.example.org", "http://127.0.0.1.example.org", "content.example.org", "https://", "ftp://a"]
        {
            assert!(matches!(address(host), Err(Error::Host(_))), "{host}");
        }
    }
}
