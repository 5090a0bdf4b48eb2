//! The keys that a command signs with, and the passphrase that opens them. A passphrase is never an argument: every other program
//! on the computer can read those, and the shell writes them down.

use std::env;
use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use kindway_repository::Keys;
use zeroize::Zeroizing;

const VARIABLE: &str = "KINDWAY_PASSPHRASE";

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

/// What the keys are for, which decides how they are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// Signing with what is there.
    Signing,
    /// Making keys: a mistyped passphrase would lose them.
    New,
    /// Making keys with the help of several people, each with a passphrase of their own.
    Ceremony,
}

impl KeysAt {
    /// The keys. Asks for the passphrase if nothing else says it.
    pub(crate) fn open(&self, what_for: For) -> Result<Keys, Box<dyn Error>> {
        self.passphrase.open(&self.keys, what_for)
    }
}

impl Passphrase {
    /// The keys of a folder. Asks for the passphrase if nothing else says it.
    pub(crate) fn open(&self, folder: &Path, what_for: For) -> Result<Keys, Box<dyn Error>> {
        Ok(Keys::new(folder, self.passphrases(folder, what_for)?)?)
    }

    fn passphrases(&self, folder: &Path, what_for: For) -> Result<Vec<Zeroizing<String>>, Box<dyn Error>> {
        if let Some(file) = &self.passphrase_file {
            let text = fs::read_to_string(file).map(Zeroizing::new);
            let text = text.map_err(|error| format!("{}: {error}", file.display()))?;
            return lines(&text)
                .ok_or_else(|| format!("{}: there is no passphrase in this file", file.display()).into());
        }
        let variable = env::var(VARIABLE).map(Zeroizing::new).unwrap_or_default();
        match lines(&variable) {
            Some(passphrases) => Ok(passphrases),
            None => asked(folder, what_for).map_err(|error| {
                format!("no passphrase: name a file (--passphrase-file), set {VARIABLE}, or run this at a terminal ({error})").into()
            }),
        }
    }
}

/// Each line is a passphrase.
fn lines(text: &str) -> Option<Vec<Zeroizing<String>>> {
    let lines = text.lines().filter(|line| !line.is_empty());
    let lines: Vec<Zeroizing<String>> = lines.map(|line| Zeroizing::new(line.to_owned())).collect();
    (!lines.is_empty()).then_some(lines)
}

/// Asks at the terminal, which shows nothing of what is typed.
fn asked(folder: &Path, what_for: For) -> io::Result<Vec<Zeroizing<String>>> {
    let ask = |question: String| rpassword::prompt_password(question).map(Zeroizing::new);
    let first = ask(format!("Passphrase of the keys in {}: ", folder.display()))?;
    if what_for != For::Signing && ask("The same once more, because a new key gets it: ".to_owned())? != first {
        return Err(io::Error::other("the two passphrases are not the same"));
    }
    let mut passphrases = vec![first];
    if what_for == For::Ceremony {
        let another = || ask("The passphrase of another holder (Enter if there is none): ".to_owned());
        let mut next = another()?;
        while !next.is_empty() {
            passphrases.push(next);
            next = another()?;
        }
    }
    Ok(passphrases)
}
