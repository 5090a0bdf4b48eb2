//! The keys that a command signs with, and the passphrase that opens them. A passphrase is never an argument: every other program
//! on the computer can read those, and the shell writes them down.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use kindway_repository::{Error as Refused, KeyError, Keys, Signer};
use zeroize::Zeroizing;

use crate::progress::say;

const VARIABLE: &str = "KINDWAY_PASSPHRASE";
/// How often a passphrase may be mistyped.
const TRIES: usize = 3;

/// Which keys.
#[derive(Args)]
pub(crate) struct KeysAt {
    /// The folder of the private keys. Never inside SITE, never inside a git work tree.
    #[arg(long, value_name = "DIR")]
    keys: PathBuf,
    #[command(flatten)]
    passphrase: Passphrase,
}

/// Where the passphrase comes from: this file, the environment variable KINDWAY_PASSPHRASE, or the terminal.
#[derive(Args)]
pub(crate) struct Passphrase {
    /// A file with the passphrase of the keys. Where keys have different ones, each stands on a line of its own; new keys get
    /// the first. Without it, KINDWAY_PASSPHRASE or the terminal is asked.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// What the keys are for, which decides what is asked at a terminal.
#[derive(Clone, Copy)]
pub(crate) enum For<'a> {
    /// Signing with those of these keys that are here.
    Signing(&'a [Signer]),
    /// Making keys with the help of those of these that are here. A mistyped passphrase would lose the new ones.
    New(&'a [Signer]),
}

impl KeysAt {
    /// The keys. Asks for each passphrase that nothing else says.
    pub(crate) fn open(&self, what_for: For<'_>) -> Result<Keys, Box<dyn Error>> {
        self.passphrase.open(&self.keys, what_for)
    }
}

impl Passphrase {
    /// The keys of a folder. Asks for each passphrase that nothing else says.
    pub(crate) fn open(&self, folder: &Path, what_for: For<'_>) -> Result<Keys, Box<dyn Error>> {
        if let Some(file) = &self.passphrase_file {
            let text = fs::read_to_string(file).map(Zeroizing::new);
            let text = text.map_err(|error| format!("{}: {error}", file.display()))?;
            let passphrases =
                lines(&text).ok_or_else(|| format!("{}: there is no passphrase in this file", file.display()))?;
            return Ok(Keys::new(folder, passphrases)?);
        }
        let variable = env::var(VARIABLE).map(Zeroizing::new).unwrap_or_default();
        match lines(&variable) {
            Some(passphrases) => Ok(Keys::new(folder, passphrases)?),
            None => asked(folder, what_for),
        }
    }
}

/// Each line is a passphrase.
fn lines(text: &str) -> Option<Vec<Zeroizing<String>>> {
    let lines = text.lines().filter(|line| !line.is_empty());
    let lines: Vec<Zeroizing<String>> = lines.map(|line| Zeroizing::new(line.to_owned())).collect();
    (!lines.is_empty()).then_some(lines)
}

/// Asks at the terminal for the passphrase of new keys, and for that of each key that no passphrase opens yet.
fn asked(folder: &Path, what_for: For<'_>) -> Result<Keys, Box<dyn Error>> {
    let (signers, passphrases) = match what_for {
        For::Signing(signers) => (signers, Vec::new()),
        For::New(signers) => {
            let new = ask(&format!("Passphrase for new keys in {}: ", folder.display()))?;
            if ask("The same once more: ")? != new {
                return Err("the two passphrases are not the same".into());
            }
            (signers, vec![new])
        }
    };
    let mut keys = Keys::new(folder, passphrases)?;
    for signer in signers.iter().filter(|signer| folder.join(signer.file_name()).is_file()) {
        ask_for(&mut keys, signer)?;
    }
    Ok(keys)
}

fn ask_for(keys: &mut Keys, signer: &Signer) -> Result<(), Box<dyn Error>> {
    let is_closed = |done: &Result<(), Refused>| matches!(done, Err(Refused::Key { why: KeyError::Passphrase, .. }));
    let mut opened = keys.key(signer).map(|_| ());
    let mut tries = 0;
    while is_closed(&opened) && tries < TRIES {
        if let (Err(why), true) = (&opened, tries > 0) {
            say(&why.to_string());
        }
        let file = keys.folder().join(signer.file_name());
        opened = keys.learn(signer, ask(&format!("Passphrase of {}: ", file.display()))?);
        tries += 1;
    }
    Ok(opened?)
}

/// Asks at the terminal, which shows nothing of what is typed.
fn ask(question: &str) -> Result<Zeroizing<String>, String> {
    rpassword::prompt_password(question).map(Zeroizing::new).map_err(|error| {
        format!("no passphrase: name a file (--passphrase-file), set {VARIABLE}, or run this at a terminal ({error})")
    })
}
