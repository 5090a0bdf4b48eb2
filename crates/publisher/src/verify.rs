//! `kindway-publish verify`: believes nothing of a repository, and judges it twice.

mod host;
mod tough;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use kindway_content::delta::{self, Expected, MAX_PUBLISHED};
use kindway_content::roles::{self, RoleName};
use kindway_content::{Pack, unpack};
use kindway_sync::{Below, DeviceClock, Folder, Limits, Target, Trusted, Updater};
use serde_json::Value;

pub(crate) use host::{Host, is_private};

use crate::host_files::{self, FIRST_ROOT, Kind};
use crate::progress::while_showing;

/// What to verify.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder of the repository, or its address, which ends in /v1/.
    #[arg(value_name = "SITE|URL")]
    site: String,
    /// A root that is trusted already [default: the first root of the repository itself].
    #[arg(long, value_name = "FILE")]
    trusted_root: Option<PathBuf>,
}

/// How many published versions back a phone may be and still get a delta.
const VERSIONS_BACK: u64 = 30;
/// More than a delta between two packs of the greatest length takes.
const LONGEST_DELTA: u64 = MAX_PUBLISHED as u64 + 64 * 1024;

/// Verifies, and says what holds or what does not.
pub(crate) fn run(out: &mut impl Write, options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let root = match &options.trusted_root {
        Some(file) => Some(fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?),
        None => None,
    };
    let mut host = Host::of(&options.site)?;
    match while_showing("Verifying", || verify(&mut host, root)) {
        Ok(verified) => {
            writeln!(out, "{}: {verified}", options.site)?;
            Ok(ExitCode::SUCCESS)
        }
        Err(problems) => {
            for problem in &problems {
                writeln!(out, "{problem}")?;
            }
            writeln!(out, "{}: not verified", options.site)?;
            Ok(ExitCode::FAILURE)
        }
    }
}

/// What does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    file: String,
    why: String,
}

impl Problem {
    fn new(file: impl Into<String>, why: impl fmt::Display) -> Self {
        Self { file: file.into(), why: why.to_string() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.why)
    }
}

/// What holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verified {
    timestamp: u64,
    root: u64,
    until: String,
    roles: usize,
    records: usize,
    deltas: usize,
}

impl fmt::Display for Verified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { timestamp, root, until, roles, records, deltas } = self;
        write!(
            f,
            "verified twice. Timestamp {timestamp}, good until {until}, under root {root}: {roles} roles, {records} records, \
             {deltas} deltas"
        )
    }
}

/// Verifies a repository by the client of the phones and by a second verifier, from `root` on or from its own first one.
pub(crate) fn verify(host: &mut Host, root: Option<Vec<u8>>) -> Result<Verified, Vec<Problem>> {
    let one = |file: &str, why: String| vec![Problem::new(file, why)];
    let root = match root {
        Some(root) => root,
        None => host
            .read(FIRST_ROOT, Limits::KINDWAY.root)
            .and_then(|root| root.ok_or_else(|| "missing".to_owned()))
            .map_err(|why| one(FIRST_ROOT, why))?,
    };
    let store = tempfile::tempdir().map_err(|error| one("a folder for what is trusted", error.to_string()))?;
    let mut store = Folder::new(store.path());
    let clock = DeviceClock;
    let mut metadata = Below::new(host, "metadata/");
    let mut updater = Updater::new(&mut store, &mut metadata, &clock, Limits::KINDWAY);
    let trusted = updater.trust(&root).and_then(|()| updater.refresh()).map_err(|error| vec![told(&error)])?;
    let (found, mut problems) = targets(&mut updater, &trusted);

    let parts = parts(host, &found, &mut problems);
    let mut records = 0;
    match roles::join(parts.iter().map(|(role, part)| (role.clone(), part.pack.clone())).collect()) {
        Ok(whole) => {
            records = whole.records.len();
            if problems.is_empty() {
                problems.extend(unpack(&whole).err().map(|error| Problem::new("the packs, joined", error)));
            }
        }
        Err(error) => problems.push(Problem::new("the packs, joined", error)),
    }
    let deltas = deltas(host, &trusted, &parts, &mut problems);
    if problems.is_empty() {
        let packs: BTreeSet<String> = found.values().map(|target| target.path().to_owned()).collect();
        problems.extend(tough::verify(host.folder(), &root, &packs).err().unwrap_or_default());
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let (timestamp, root) = (trusted.timestamp(), trusted.root());
    let until = timestamp.expires.to_string();
    Ok(Verified { timestamp: timestamp.version, root: root.version, until, roles: parts.len(), records, deltas })
}

fn told(error: &kindway_sync::Error) -> Problem {
    use kindway_sync::{Error, Status};
    match error {
        Error::Store { file, cause } => Problem::new(file, cause),
        Error::Fetch { file, trouble } => Problem::new(file, trouble),
        Error::NotGiven { file, status: Status::Missing, .. } => Problem::new(file, "missing"),
        Error::NotGiven { file, status, .. } => Problem::new(file, format!("the host answered {status:?}")),
        Error::Untrusted { file, why } => Problem::new(file, why),
        other => Problem::new("metadata", other),
    }
}

/// The pack of each role that the top list delegates to.
fn targets(updater: &mut Updater<'_>, trusted: &Trusted) -> (BTreeMap<RoleName, Target>, Vec<Problem>) {
    let (mut found, mut problems) = (BTreeMap::new(), Vec::new());
    for delegated in trusted.targets().delegations.iter().flat_map(|delegations| &delegations.roles) {
        let role: RoleName = match delegated.name.parse() {
            Ok(role) => role,
            Err(error) => {
                problems.push(Problem::new("targets.json", error));
                continue;
            }
        };
        match updater.find(trusted, &format!("{role}/content.pack")) {
            Ok(Some(target)) => {
                found.insert(role, target);
            }
            Ok(None) => problems.push(Problem::new(format!("{role}.json"), format!("lists no {role}/content.pack"))),
            Err(error) => problems.push(told(&error)),
        }
    }
    if found.is_empty() && problems.is_empty() {
        problems.push(Problem::new("targets.json", "delegates to no role"));
    }
    (found, problems)
}

/// What a role has published.
struct Part {
    expected: Expected,
    pack: Pack,
}

fn parts(host: &mut Host, found: &BTreeMap<RoleName, Target>, problems: &mut Vec<Problem>) -> BTreeMap<RoleName, Part> {
    let mut parts = BTreeMap::new();
    for (role, target) in found {
        let part = signed(target.custom()).and_then(|expected| {
            let mut file = Vec::new();
            Updater::download(&mut Below::new(host, "targets/"), target, &mut file)
                .map_err(|error| told(&error).why)?;
            let canonical = delta::whole(&file, &expected, MAX_PUBLISHED).map_err(|error| error.to_string())?;
            let pack = Pack::from_canonical(&canonical).map_err(|error| error.to_string())?;
            Ok(Part { expected, pack })
        });
        match part {
            Ok(part) => {
                parts.insert(role.clone(), part);
            }
            Err(why) => problems.push(Problem::new(format!("targets/{}", target.address()), why)),
        }
    }
    parts
}

/// What a list says of the canonical bytes of a pack.
fn signed(custom: Option<&Value>) -> Result<Expected, String> {
    let field = |name: &str| {
        custom.and_then(|custom| custom.get(name)).ok_or_else(|| format!("its signed `custom` lacks `{name}`"))
    };
    let mut sha256 = [0; 32];
    let hash = field("sha256")?.as_str().unwrap_or_default();
    hex::decode_to_slice(hash, &mut sha256).map_err(|_| "its signed `custom.sha256` is no hash".to_owned())?;
    let length = field("length")?.as_u64().ok_or("its signed `custom.length` is no length")?;
    Ok(Expected { sha256, length })
}

/// A pack that was published before, or is now: what is in it, and where it lies below `v1/`.
type Known = BTreeMap<String, (Expected, String)>;

/// Applies the deltas whose old and new pack are there, and counts those that made the new one.
fn deltas(host: &mut Host, trusted: &Trusted, parts: &BTreeMap<RoleName, Part>, problems: &mut Vec<Problem>) -> usize {
    let known = match known(host, trusted, parts) {
        Ok(known) => known,
        Err(problem) => {
            problems.push(problem);
            return 0;
        }
    };
    let pairs = match host {
        // A folder can be listed, and everything in it is about to be published.
        Host::Folder(folder) => match host_files::all(folder) {
            Ok((files, _)) => {
                let deltas = files.iter().filter(|file| file.kind == Kind::Delta);
                let names = deltas.filter_map(|file| file.path.strip_prefix("d/")?.split_once('-'));
                names.map(|(old, new)| (old.to_owned(), new.to_owned())).collect()
            }
            Err(error) => {
                problems.push(Problem::new("d", error));
                return 0;
            }
        },
        Host::Web { .. } => possible(&known, parts),
    };
    let mut applied = 0;
    for (old, new) in pairs {
        let (Some((before, lies)), Some((after, _))) = (known.get(&old), known.get(&new)) else { continue };
        let path = format!("d/{old}-{new}");
        match one_delta(host, &path, lies, before, after) {
            Ok(true) => applied += 1,
            Ok(false) => {}
            Err(why) => problems.push(Problem::new(path, why)),
        }
    }
    applied
}

/// False where the host has no such delta.
fn one_delta(host: &mut Host, path: &str, old: &str, before: &Expected, after: &Expected) -> Result<bool, String> {
    let Some(delta) = host.read(path, LONGEST_DELTA)? else { return Ok(false) };
    let Some(old) = host.read(old, MAX_PUBLISHED as u64)? else { return Ok(false) };
    let old =
        delta::whole(&old, before, MAX_PUBLISHED).map_err(|error| format!("the pack that it begins from: {error}"))?;
    delta::apply(&old, &delta, after, MAX_PUBLISHED).map_err(|error| error.to_string())?;
    Ok(true)
}

/// From each older pack to the one of now. Not every such delta has to be there.
fn possible(known: &Known, parts: &BTreeMap<RoleName, Part>) -> Vec<(String, String)> {
    let newest = parts.iter().map(|(role, part)| (format!("targets/{role}/"), hex::encode(part.expected.sha256)));
    newest
        .flat_map(|(folder, new)| {
            let older = known.iter().filter(move |(_, (_, lies))| lies.starts_with(&folder));
            older
                .map(|(old, _)| old.clone())
                .filter(|old| *old != new)
                .map(|old| (old, new.clone()))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The packs that the last lists of each role name. An older list needs no verifying: what a delta makes out of an old pack is
/// judged by what is signed now.
fn known(host: &mut Host, trusted: &Trusted, parts: &BTreeMap<RoleName, Part>) -> Result<Known, Problem> {
    let mut known = Known::new();
    for role in parts.keys() {
        let newest = trusted.snapshot().meta.get(&format!("{role}.json")).map_or(0, |meta| meta.version);
        for version in newest.saturating_sub(VERSIONS_BACK).max(1)..=newest {
            let path = format!("metadata/{version}.{role}.json");
            let list = host.read(&path, Limits::KINDWAY.targets).map_err(|why| Problem::new(&path, why))?;
            let Some(list) = list else { continue };
            let list: Value = serde_json::from_slice(&list).map_err(|error| Problem::new(&path, error))?;
            let target = &list["signed"]["targets"][format!("{role}/content.pack")];
            let lies = target["hashes"]["sha256"].as_str();
            if let (Ok(expected), Some(lies)) = (signed(target.get("custom")), lies) {
                let lies = format!("targets/{role}/{lies}.content.pack");
                known.insert(hex::encode(expected.sha256), (expected, lies));
            }
        }
    }
    Ok(known)
}
