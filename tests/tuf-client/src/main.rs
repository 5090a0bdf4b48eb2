//! `kindway-tuf`: what the app trusts and fetches, on a command line. It speaks the public TUF client-conformance protocol, so
//! that any suite of hostile repositories can be run against the code that the app runs.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use clap::{Parser, Subcommand};
use kindway_sync::{
    DeviceClock, Error, Folder, Limits, Pace, Sigstore, Store as _, Target, Updater, Verifier as _, Web, WebOptions,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sha2::{Digest as _, Sha256};

/// A client of The Update Framework that keeps what it trusts in a folder.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The folder of what is trusted
    #[arg(long, value_name = "DIR")]
    metadata_dir: PathBuf,
    /// Where the repository keeps its signed files
    #[arg(long, value_name = "URL")]
    metadata_url: Option<String>,
    /// The path of a target; may be given several times
    #[arg(long, value_name = "PATH")]
    target_name: Vec<String>,
    /// Where the repository keeps its targets
    #[arg(long, value_name = "URL")]
    target_base_url: Option<String>,
    /// The folder for targets
    #[arg(long, value_name = "DIR")]
    target_dir: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Begin to trust the root in a file. Asks nobody.
    Init {
        /// The root
        root: PathBuf,
    },
    /// Bring what is trusted up to date
    Refresh,
    /// The same, then fetch targets
    Download,
}

#[derive(Debug)]
struct Failed(String);

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self(error.to_string())
    }
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            // The protocol knows 0 and 1; help is no failure.
            return if error.use_stderr() { ExitCode::FAILURE } else { ExitCode::SUCCESS };
        }
    };
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failed(why)) => {
            let _ = writeln!(io::stderr(), "kindway-tuf: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Failed> {
    let folder = &arguments.metadata_dir;
    fs::create_dir_all(folder).map_err(about(folder))?;
    let mut store = Folder::new(folder);
    match &arguments.command {
        Command::Init { root } => {
            // What was trusted before in this folder does not matter: this root is what whoever types this trusts. Its date does
            // not matter either, because newer ones may follow from it.
            let bytes = fs::read(root).map_err(about(root))?;
            Sigstore::new().root(&bytes, None).map_err(|why| Failed(format!("{}: {why}", root.display())))?;
            store.write("root.json", &bytes).map_err(about(folder))
        }
        Command::Refresh => {
            let mut host = web(arguments.metadata_url.as_deref(), "--metadata-url")?;
            Updater::new(&mut store, &mut host, &DeviceClock, Limits::ANY).refresh()?;
            Ok(())
        }
        Command::Download => {
            let mut host = web(arguments.metadata_url.as_deref(), "--metadata-url")?;
            let mut targets = web(arguments.target_base_url.as_deref(), "--target-base-url")?;
            let into = arguments.target_dir.as_ref().ok_or_else(|| missing("--target-dir"))?;
            if arguments.target_name.is_empty() {
                return Err(missing("--target-name"));
            }
            fs::create_dir_all(into).map_err(about(into))?;
            let mut updater = Updater::new(&mut store, &mut host, &DeviceClock, Limits::ANY);
            let trusted = updater.refresh()?;
            // Each by itself: one that is bad takes no other down, and all that are bad are named.
            let bad: Vec<_> = arguments
                .target_name
                .iter()
                .filter_map(|name| {
                    let found = updater.find(&trusted, name).map_err(Failed::from);
                    let target =
                        found.and_then(|found| found.ok_or_else(|| Failed(format!("{name}: nobody lists it"))));
                    target.and_then(|target| bring(&mut targets, &target, into)).err()
                })
                .map(|Failed(why)| why)
                .collect();
            if bad.is_empty() { Ok(()) } else { Err(Failed(bad.join("\nkindway-tuf: "))) }
        }
    }
}

/// Fetches a target, unless it is there. Nothing has its name in the folder before it is known to be right.
fn bring(host: &mut Web, target: &Target, folder: &Path) -> Result<(), Failed> {
    let path = folder.join(file_name(target.path()));
    let known = match File::open(&path) {
        Ok(mut file) => target.is(&mut file).map_err(about(&path))?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(about(&path)(error)),
    };
    if known {
        return Ok(());
    }
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(about(folder))?;
    Updater::download(host, target, &mut file)?;
    file.as_file().sync_all().map_err(about(&path))?;
    file.persist(&path).map_err(|error| about(&path)(error.error))?;
    Ok(())
}

/// One flat name for each path, so that no path leads anywhere.
fn file_name(target: &str) -> String {
    const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    let name = utf8_percent_encode(target, PLAIN).to_string();
    // A file name has at most 255 bytes nearly everywhere.
    if name.len() > 200 {
        return Sha256::digest(target.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    }
    match name.strip_prefix('.') {
        // Neither hidden nor the folder itself.
        Some(rest) => format!("%2E{rest}"),
        None => name,
    }
}

fn web(address: Option<&str>, argument: &str) -> Result<Web, Failed> {
    let address = address.ok_or_else(|| missing(argument))?;
    let options = WebOptions { pace: Pace::PATIENT, cleartext: true };
    Web::new(address, Arc::new(DeviceClock), options).map_err(|trouble| Failed(trouble.to_string()))
}

fn missing(argument: &str) -> Failed {
    Failed(format!("{argument} is missing"))
}

fn about(path: &Path) -> impl Fn(io::Error) -> Failed + '_ {
    move |error| Failed(format!("{}: {error}", path.display()))
}
