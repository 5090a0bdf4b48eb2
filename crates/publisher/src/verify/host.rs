//! What is verified: the files of a folder, or what a host answers.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use kindway_sync::{Answer, Ask, DeviceClock, Fetch, Pace, Status, Trouble, Web, WebOptions};
use tempfile::TempDir;
use url::{Host as Name, Url};

use crate::host_files::{self, FOLDER};

/// Every pack of a repository and every delta of it takes longer than one update of one phone.
const PATIENT: Pace = Pace { whole: Duration::from_secs(2 * 60 * 60), ..Pace::PATIENT };

/// The files of one repository, below `v1/`.
pub(crate) enum Host {
    /// In a folder.
    Folder(PathBuf),
    /// On the web. Whatever it answers is kept in a folder as well, so that the second verifier judges the same bytes.
    Web { web: Box<Web>, kept: TempDir },
}

impl Host {
    /// The repository in a folder, or at an address that ends in `/v1/`.
    pub(crate) fn of(site: &str) -> Result<Self, String> {
        if !site.starts_with("https://") && !site.starts_with("http://") {
            let folder = Path::new(site).join(FOLDER);
            return match folder.is_dir() {
                true => Ok(Self::Folder(folder)),
                false => Err(format!("{} is missing: {site} is no repository", folder.display())),
            };
        }
        let address = Url::parse(site).map_err(|error| format!("{site}: {error}"))?;
        if !is_private(&address) {
            return Err(format!("{site}: only an address on this computer may be http: and not https:"));
        }
        if !address.path().trim_end_matches('/').ends_with(&format!("/{FOLDER}")) {
            return Err(format!("{site}: the address of a repository ends in /{FOLDER}/"));
        }
        let options = WebOptions { pace: PATIENT, cleartext: address.scheme() == "http" };
        let web = Web::new(site, Arc::new(DeviceClock), options).map_err(|trouble| trouble.to_string())?;
        let kept = tempfile::tempdir().map_err(|error| format!("a folder for what the host answers: {error}"))?;
        Ok(Self::Web { web: Box::new(web), kept })
    }

    /// Where the files are, or where those are kept that were asked for.
    pub(crate) fn folder(&self) -> &Path {
        match self {
            Self::Folder(folder) => folder,
            Self::Web { kept, .. } => kept.path(),
        }
    }

    /// A file by its path below `v1/`; nothing where there is none.
    pub(crate) fn read(&mut self, path: &str, cap: u64) -> Result<Option<Vec<u8>>, String> {
        let mut bytes = Vec::new();
        match self.get(&Ask::whole(path, cap), &mut bytes).map_err(|trouble| trouble.to_string())?.status {
            Status::Whole => Ok(Some(bytes)),
            Status::Missing => Ok(None),
            status => Err(format!("the host answered {status:?}")),
        }
    }
}

/// True for what nobody in between can read: https, and http that never leaves this computer.
pub(crate) fn is_private(address: &Url) -> bool {
    match (address.scheme(), address.host()) {
        ("https", _) => true,
        ("http", Some(Name::Domain(name))) => name == "localhost",
        ("http", Some(Name::Ipv4(ip))) => ip.is_loopback(),
        ("http", Some(Name::Ipv6(ip))) => ip.is_loopback(),
        _ => false,
    }
}

impl Fetch for Host {
    fn get(&mut self, ask: &Ask<'_>, body: &mut dyn Write) -> Result<Answer, Trouble> {
        let cannot = |error: std::io::Error| Trouble::Body(format!("{}: {error}", ask.path));
        match self {
            Self::Folder(folder) => {
                let answer = |status| Answer { status, tag: None, retry_after: None, kind: None };
                let Some((_, bytes)) = host_files::read(folder, ask.path).map_err(cannot)? else {
                    return Ok(answer(Status::Missing));
                };
                if bytes.len() as u64 > ask.cap {
                    return Err(Trouble::TooLong(ask.cap));
                }
                body.write_all(&bytes).map_err(cannot)?;
                Ok(answer(Status::Whole))
            }
            Self::Web { web, kept } => {
                let mut bytes = Vec::new();
                let answer = web.get(ask, &mut bytes)?;
                if answer.status == Status::Whole && host_files::Kind::of(ask.path).is_some() {
                    let file = kept.path().join(ask.path);
                    file.parent().map_or(Ok(()), fs::create_dir_all).map_err(cannot)?;
                    fs::write(file, &bytes).map_err(cannot)?;
                }
                body.write_all(&bytes).map_err(cannot)?;
                Ok(answer)
            }
        }
    }
}
