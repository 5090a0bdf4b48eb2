//! `kindway-publish sign`, `timestamp`, `rotate` and `renew`: everything that is done with keys.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::Args;
use kindway_content::roles::RoleName;
use kindway_repository::{Signer, Site};

use crate::keys::{For, KeysAt};
use crate::progress::while_showing;

type Done = Result<ExitCode, Box<dyn Error>>;

/// A repository and keys for it.
#[derive(Args)]
pub(crate) struct Both {
    /// The folder of the repository.
    #[arg(value_name = "SITE")]
    site: PathBuf,
    #[command(flatten)]
    keys: KeysAt,
}

/// What to sign.
#[derive(Args)]
pub(crate) struct Sign {
    #[command(flatten)]
    both: Both,
    /// Only this role: contacts, rules, language- and a tag, or targets [default: all that wait and whose keys are here].
    #[arg(long, value_name = "ROLE")]
    role: Option<Signer>,
}

/// Which keys to replace.
#[derive(Args)]
pub(crate) struct Rotate {
    #[command(flatten)]
    both: Both,
    /// Whose key: root-1, root-2, root-3, targets, snapshot, timestamp, contacts, rules, or language- and a tag. Several at
    /// once where several are gone.
    #[arg(long, value_name = "ROLE", required = true)]
    role: Vec<Signer>,
}

/// Whose keys the machine has.
pub(crate) const MACHINE: [Signer; 2] = [Signer::Timestamp, Signer::Snapshot];

/// Signs what `build --site` has staged.
pub(crate) fn sign(out: &mut impl Write, options: &Sign) -> Done {
    let site = Site::open(&options.both.site)?;
    if site.waits()?.is_empty() {
        writeln!(out, "Nothing waits to be signed.")?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut signers = site.waits()?;
    signers.retain(|signer| options.role.as_ref().is_none_or(|only| only == signer));
    let keys = options.both.keys.open(For::Signing(&signers))?;
    let done = while_showing("Signing", || site.sign(options.role.as_ref(), &keys, Utc::now()))?;
    for signer in &done.signed {
        writeln!(out, "Signed {signer}.")?;
    }
    new_keys(out, &done.new_keys, keys.folder())?;
    if done.waits.is_empty() {
        writeln!(out, "Nothing waits any longer. Next: kindway-publish timestamp, or publish")?;
    } else {
        waits(out, &done.waits)?;
    }
    if done.signed.is_empty() {
        return Err(format!("{}: none of the keys that are waited for is here", keys.folder().display()).into());
    }
    Ok(ExitCode::SUCCESS)
}

fn new_keys(out: &mut impl Write, roles: &[RoleName], folder: &Path) -> std::io::Result<()> {
    for role in roles {
        let file = folder.join(Signer::Role(role.clone()).file_name());
        writeln!(out, "Made {}: it belongs to the editors of {role}.", file.display())?;
    }
    Ok(())
}

/// Says whose signature is missing, and which file makes it.
pub(crate) fn waits(out: &mut impl Write, signers: &[Signer]) -> std::io::Result<()> {
    for signer in signers {
        writeln!(out, "{signer} waits for {}.", signer.file_name())?;
    }
    Ok(())
}

/// Makes live what is signed, and says that it is the newest.
pub(crate) fn timestamp(out: &mut impl Write, options: &Both) -> Done {
    let site = Site::open(&options.site)?;
    let keys = options.keys.open(For::Signing(&MACHINE))?;
    let done = while_showing("Signing", || site.timestamp(&keys, Utc::now()))?;
    if !done.went_live.is_empty() {
        let names: Vec<String> = done.went_live.iter().map(ToString::to_string).collect();
        writeln!(out, "New: {}.", names.join(", "))?;
    }
    let (root, snapshot) = (done.root, done.snapshot);
    writeln!(out, "Timestamp {}, snapshot {snapshot}, root {root}. Next: kindway-publish publish", done.timestamp)?;
    for signer in &done.held_back {
        writeln!(out, "Something newer is held back: {signer} waits for {}.", signer.file_name())?;
    }
    ends(out, &done.ends_soon)?;
    Ok(ExitCode::SUCCESS)
}

fn ends(out: &mut impl Write, soon: &[(Signer, DateTime<Utc>)]) -> std::io::Result<()> {
    for (signer, until) in soon {
        let (name, file) = named(signer);
        writeln!(out, "{name} ends on {}: renew it with {file}.", until.format("%-d %B %Y"))?;
    }
    Ok(())
}

/// The root has three keys, and any of them may be here.
fn each(signer: Signer) -> Vec<Signer> {
    if matches!(signer, Signer::Root(_)) { Signer::roots().collect() } else { vec![signer] }
}

/// The root has three keys, and one signature of its own.
fn named(signer: &Signer) -> (String, String) {
    match signer {
        Signer::Root(_) => ("root".to_owned(), "two of the root keys".to_owned()),
        other => (other.to_string(), other.file_name()),
    }
}

/// Whose keys sign when these are replaced: the root's for those that it names itself, that of the targets for a role.
fn replacing(signers: &[Signer]) -> Vec<Signer> {
    let (parts, top): (Vec<&Signer>, Vec<&Signer>) =
        signers.iter().partition(|signer| matches!(signer, Signer::Role(_)));
    let roots = Signer::roots().filter(|_| !top.is_empty());
    let targets = (!parts.is_empty() && !top.contains(&&Signer::Targets)).then_some(Signer::Targets);
    roots.chain(targets).collect()
}

/// Replaces keys.
pub(crate) fn rotate(out: &mut impl Write, options: &Rotate) -> Done {
    let site = Site::open(&options.both.site)?;
    let keys = options.both.keys.open(For::New(&replacing(&options.role)))?;
    let done = while_showing("Making and signing", || site.rotate(&options.role, &keys, Utc::now()))?;
    for signer in &done.rotated {
        let file = keys.folder().join(signer.file_name());
        writeln!(
            out,
            "{}: the new key of {signer}. Nobody believes the old one after the next timestamp.",
            file.display()
        )?;
    }
    if let Some(root) = done.root {
        writeln!(out, "Root {root} is signed. Two copies of each new root key, as on the first day.")?;
    }
    writeln!(out, "Next: kindway-publish timestamp, or publish")?;
    Ok(ExitCode::SUCCESS)
}

/// Signs anew what would soon be out of date.
pub(crate) fn renew(out: &mut impl Write, options: &Both) -> Done {
    let site = Site::open(&options.site)?;
    let now = Utc::now();
    let soon = site.ends_soon(now)?;
    if soon.is_empty() {
        writeln!(out, "Nothing has to be renewed yet.")?;
        return Ok(ExitCode::SUCCESS);
    }
    let signers: Vec<Signer> = soon.into_iter().flat_map(|(signer, _)| each(signer)).collect();
    let keys = options.keys.open(For::Signing(&signers))?;
    let done = while_showing("Signing", || site.renew(&keys, now))?;
    for signer in &done.renewed {
        writeln!(out, "Renewed {}.", named(signer).0)?;
    }
    ends(out, &done.missing)?;
    if done.renewed.is_empty() {
        return Err(format!("{}: none of the keys that are needed is here", keys.folder().display()).into());
    }
    writeln!(out, "Next: kindway-publish timestamp, or publish")?;
    Ok(ExitCode::SUCCESS)
}
