//! `kindway-preview`: the same screens over the same core in a browser, on this computer only. It is for trying Kindway out and
//! for the journeys; it is never part of the app.

mod follow;
mod pages;
mod server;

use std::{
    error::Error,
    fs,
    io::{self, Write},
    net::Ipv4Addr,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use chrono::{DateTime, Utc};
use clap::Parser;
use kindway_core::{
    Start,
    ports::{Connection, Entropy},
};
use kindway_desktop::{DesktopDevice, Door, OsEntropy, OwnerSays, SetClock, SystemClock};
use server::Preview;

/// Serves Kindway to a browser on this computer.
#[derive(Parser)]
struct Options {
    /// Where her data is kept [default: kindway-preview in this user's data folder]
    #[arg(long)]
    folder: Option<PathBuf>,
    /// The port; 0 takes a free one
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// A time at which the clock stands still, such as 2026-11-22T10:00:00Z
    #[arg(long)]
    now: Option<DateTime<Utc>>,
    /// Another seed of content than the one that ships
    #[arg(long)]
    seed: Option<PathBuf>,
    /// Read the seed again whenever its file changes, and have the page load itself again; ends when its standard input does
    #[arg(long, requires = "seed")]
    follow: bool,
    /// The folder that `kindway-publish ship` wrote: its content is shown, and its host is asked for updates
    #[arg(long, value_name = "DIR", conflicts_with = "follow")]
    updates: Option<PathBuf>,
    /// How this computer says it is connected
    #[arg(long, value_enum, default_value = "free")]
    connection: Connected,
    /// A stand-in for the phone's own lock: it confirms while FILE says `yes`, refuses while it says `no`, and has lost its key while
    /// it says `lost`
    #[arg(long, value_name = "FILE")]
    stand_in_owner: Option<PathBuf>,
    /// The built screens
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/dist"))]
    ui: PathBuf,
    /// The token that opens the door [default: a random one]
    #[arg(long)]
    token: Option<String>,
}

/// As a phone would say it.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Connected {
    None,
    Metered,
    Free,
}

impl From<Connected> for Connection {
    fn from(connected: Connected) -> Self {
        match connected {
            Connected::None => Self::None,
            Connected::Metered => Self::Metered,
            Connected::Free => Self::Free,
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    kindway_desktop::say_only_where_it_panicked();
    match serve(Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "kindway-preview: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(options: Options) -> Result<(), Box<dyn Error>> {
    let ui = options.ui.canonicalize().ok().filter(|ui| ui.join("index.html").is_file());
    let ui = ui.ok_or("the screens are not built yet: `cargo xtask run --preview` builds them and starts this")?;
    let folder = match options.folder {
        Some(folder) => folder,
        None => {
            kindway_desktop::own_folder("kindway-preview").ok_or("there is no home folder: name one with --folder")?
        }
    };
    let shipped = options.updates.as_ref().map(|ship| ship.join("content.seed"));
    let seed = match options.seed.as_ref().or(shipped.as_ref()) {
        Some(file) => read_seed(file)?,
        None => kindway_seed::SEED.to_vec(),
    };
    let token = options.token.map_or_else(new_token, Ok)?;
    let now = options.now;

    // Loopback only: nobody else on the network can knock.
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
    let port = listener.local_addr()?.port();
    let updates = match &options.updates {
        Some(ship) => Some(updates(ship, &folder, now)?),
        None => None,
    };
    let connection = options.connection.into();
    let stand_in_owner = options.stand_in_owner;
    let door = move |seed: Vec<u8>| {
        let (folder, stand_in_owner) = (folder.clone(), stand_in_owner.clone());
        let start = move || {
            let start = match now {
                Some(now) => kindway_desktop::start(folder.clone(), seed.clone(), SetClock(now)),
                None => kindway_desktop::start(folder.clone(), seed.clone(), SystemClock),
            };
            let computer = DesktopDevice::in_folder(&folder).connected(connection);
            let device = match stand_in_owner.clone() {
                Some(file) => computer.with_stand_in_owner(move || owner_says(&file)),
                None => computer,
            };
            Start { device: Box::new(device), ..start }
        };
        match updates.clone() {
            Some(updates) => Door::with_updates(start, updates),
            None => Arc::new(Door::new(start)),
        }
    };
    let preview = Arc::new(Preview::new(door(seed.clone()), token.clone(), port, ui));
    if let (true, Some(file)) = (options.follow, options.seed) {
        preview.follow(&seed);
        follow::start(file, seed, preview.clone(), door);
    }
    // The one line that tests and people read.
    writeln!(io::stdout(), "Kindway is at http://127.0.0.1:{port}/?t={token}")?;
    io::stdout().flush()?;
    axum::serve(listener, server::router(preview)).await?;
    Ok(())
}

fn updates(ship: &Path, folder: &Path, now: Option<DateTime<Utc>>) -> Result<kindway_updates::Options, Box<dyn Error>> {
    let file = ship.join("trust.json");
    let trust = fs::read_to_string(&file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    let options = match now {
        Some(now) => kindway_desktop::updates(folder, &trust, SetClock(now)),
        None => kindway_desktop::updates(folder, &trust, SystemClock),
    };
    options.map_err(|error| format!("{}: {error}", file.display()).into())
}

/// What the file says whenever the phone would ask its owner.
fn owner_says(file: &Path) -> OwnerSays {
    match fs::read_to_string(file).unwrap_or_default().trim() {
        "yes" => OwnerSays::Yes,
        "lost" => OwnerSays::Lost,
        _ => OwnerSays::No,
    }
}

fn read_seed(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    fs::read(path).map_err(|error| format!("the seed {} cannot be read: {error}", path.display()).into())
}

fn new_token() -> Result<String, Box<dyn Error>> {
    let mut bytes = [0; 16];
    OsEntropy.fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
