//! `kindway-publish publish`: puts a repository where phones find it.
//!
//! Everything that is refused is refused before the first byte leaves. The timestamp goes last: until it is there, nothing that
//! arrived before it counts, so a run that was interrupted is simply repeated.

mod destination;

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::Utc;
use clap::Args;
use futures::{StreamExt, TryStreamExt, stream};
use kindway_repository::{Signer, Site, Timestamped};
use serde_json::Value;
use tokio::runtime::Builder;

use crate::host_files::{self, HostFile, Kind, TIMESTAMP};
use crate::keys::{For, Passphrase};
use crate::progress::{counting, while_showing};
use crate::signing::MACHINE;
use crate::verify::{Host, verify};
use destination::{Destination, Held};

/// What to publish, and where to.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder of the repository.
    #[arg(value_name = "SITE")]
    site: PathBuf,
    /// A folder that a web server hands out, or a bucket of an S3-compatible store. Credentials come from the environment:
    /// AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION and the others of that family.
    #[arg(long, value_name = "DIR|s3://BUCKET/PREFIX")]
    to: String,
    /// The folder of the keys for the snapshot and the timestamp: what is newer than them is signed first.
    #[arg(long, value_name = "DIR")]
    keys: Option<PathBuf>,
    #[command(flatten)]
    passphrase: Passphrase,
    /// The address of the store, where it is not Amazon's.
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
}

/// A store answers slowly rather than seldom.
const AT_ONCE: usize = 8;

/// Publishes, and says what was new.
pub(crate) fn run(out: &mut impl Write, options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let destination = Destination::of(&options.to, options.endpoint.as_deref())?;
    let site = Site::open(&options.site)?;
    let signed = timestamp(&site, options)?;
    // What was verified is what is uploaded: no other command changes it in between.
    let _lock = site.lock()?;
    ready(out, &site, signed)?;
    let folder = site.public();
    if fs::canonicalize(Path::new(&options.to).join(host_files::FOLDER)).ok() == fs::canonicalize(&folder).ok() {
        return Err(format!("{}: a repository is not published into itself", options.to).into());
    }
    if let Err(problems) = while_showing("Verifying", || verify(&mut Host::Folder(folder.clone()), None)) {
        for problem in &problems {
            writeln!(out, "{problem}")?;
        }
        return Err("Not published: the repository does not hold.".into());
    }
    let (files, others) = host_files::all(&folder)?;
    for other in &others {
        writeln!(out, "Left out, because it is no file of a repository: {other}")?;
    }
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let done = runtime.block_on(async {
        let new = missing(&folder, &destination, &files).await?;
        let done = upload(&folder, &destination, &new).await;
        done.map_err(|why| format!("{why}\nIt broke off. Phones still see what they saw before; run this again."))?;
        Ok::<_, String>(new.len())
    });
    let new = done?;
    let version = version(&fs::read(folder.join(TIMESTAMP))?)?;
    writeln!(out, "{destination}: {new} files new, {} were there. Timestamp {version} is live.", files.len() - new)?;
    Ok(ExitCode::SUCCESS)
}

/// Makes live what is signed and whole, if there are keys for it.
fn timestamp(site: &Site, options: &Options) -> Result<Option<Timestamped>, Box<dyn Error>> {
    let Some(keys) = &options.keys else { return Ok(None) };
    let keys = options.passphrase.open(keys, For::Signing(&MACHINE))?;
    Ok(Some(site.timestamp(&keys, Utc::now())?))
}

/// Whether there is something to publish, and says what waits. One editor who is away does not keep the timestamp of today from
/// everybody.
fn ready(out: &mut impl Write, site: &Site, signed: Option<Timestamped>) -> Result<(), Box<dyn Error>> {
    let waits = |signers: &[Signer]| {
        let names: Vec<String> = signers.iter().map(ToString::to_string).collect();
        format!("the signature of {} is waited for (`kindway-publish sign`).", names.join(", "))
    };
    let mut waited = site.waits()?;
    if let Some(done) = signed {
        waited.extend(done.held_back);
        waited.sort();
        waited.dedup();
        if !waited.is_empty() {
            writeln!(out, "Not everything is published: {}", waits(&waited))?;
        }
        for (signer, day) in &done.ends_soon {
            writeln!(out, "The signature of {signer} ends on {}: renew it.", day.format("%Y-%m-%d"))?;
        }
    } else if !waited.is_empty() {
        return Err(format!("Not published: {}", waits(&waited)).into());
    }
    let live = site
        .published()?
        .ok_or("Not published: nothing is live yet. Name the keys of the snapshot and the timestamp: --keys")?;
    for (role, part) in &live.roles {
        let next = part.version.saturating_add(1);
        if next > part.version && site.public().join(format!("metadata/{next}.{role}.json")).is_file() {
            writeln!(out, "{role} is signed, but phones see it only after the next timestamp (--keys).")?;
        }
    }
    Ok(())
}

/// The files that have to be uploaded, in their order.
async fn missing(folder: &Path, destination: &Destination, files: &[HostFile]) -> Result<Vec<HostFile>, String> {
    let mut refused = Vec::new();
    let there = destination.there().await?;
    refused.extend(newer(folder, destination).await?);
    let bar = counting("Comparing", files.len());
    let held: Vec<(&HostFile, Held)> = stream::iter(files)
        .map(async |file| {
            let held = destination.holds(&there, file, &ours(folder, &file.path)?).await?;
            bar.inc(1);
            Ok::<_, String>((file, held))
        })
        .buffered(AT_ONCE)
        .try_collect()
        .await?;
    bar.finish_and_clear();
    for (HostFile { path, .. }, _) in
        held.iter().filter(|(file, held)| file.kind != Kind::Timestamp && *held == Held::Other)
    {
        refused.push(format!(
            "{path}: the destination has other bytes under this name, which never changes. It belongs to another repository, \
             or is damaged"
        ));
    }
    if !refused.is_empty() {
        return Err(format!("{destination}: nothing was published.\n{}", refused.join("\n")));
    }
    Ok(held.into_iter().filter(|(_, held)| *held != Held::Same).map(|(file, _)| file.clone()).collect())
}

/// Why the destination's timestamp may not be replaced.
async fn newer(folder: &Path, destination: &Destination) -> Result<Option<String>, String> {
    let Some(theirs) = destination.read(TIMESTAMP).await? else { return Ok(None) };
    let ours = ours(folder, TIMESTAMP)?;
    let (there, here) = (version(&theirs).map_err(|why| format!("{destination}: {why}"))?, version(&ours)?);
    Ok(if there > here {
        Some(format!(
            "{TIMESTAMP}: the destination has version {there}, which is newer than {here}. Somebody else has published"
        ))
    } else if there == here && theirs != ours {
        Some(format!("{TIMESTAMP}: the destination has another version {here}. Somebody else has published"))
    } else {
        None
    })
}

async fn upload(folder: &Path, destination: &Destination, new: &[HostFile]) -> Result<(), String> {
    let bar = counting("Publishing", new.len());
    let put = async |file: &HostFile| {
        destination.put(file, &ours(folder, &file.path)?).await?;
        bar.inc(1);
        Ok::<_, String>(())
    };
    // The order matters only for what phones ask for by itself.
    let (at_once, in_order): (Vec<&HostFile>, Vec<&HostFile>) =
        new.iter().partition(|file| matches!(file.kind, Kind::Pack | Kind::Delta | Kind::List));
    stream::iter(at_once).map(&put).buffer_unordered(AT_ONCE).try_collect::<()>().await?;
    for file in in_order {
        put(file).await?;
    }
    bar.finish_and_clear();
    Ok(())
}

fn ours(folder: &Path, path: &str) -> Result<Vec<u8>, String> {
    fs::read(folder.join(path)).map_err(|error| format!("{path}: {error}"))
}

fn version(timestamp: &[u8]) -> Result<u64, String> {
    let said: Option<Value> = serde_json::from_slice(timestamp).ok();
    said.and_then(|said| said["signed"]["version"].as_u64()).ok_or_else(|| format!("{TIMESTAMP}: this is no timestamp"))
}
