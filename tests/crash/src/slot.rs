//! Opening a space as its format says, past the app: which file is whose, and whether the database in it is sound. The app itself shows
//! neither, and what reads its own files wrongly would not notice.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use kindway_core::ports::Device;
use kindway_desktop::DesktopDevice;
use rusqlite::Connection;
use sha2::Sha256;

/// `KWSLOT02 | memory 4 | passes 4 | salt 32 | nonce 24 | sealed 48 | mark 32`.
const HEAD: usize = 48;
const NONCE: usize = HEAD + 24;
const SEALED: usize = NONCE + 48;

/// The two files of each space, of which nobody says whose they are.
pub const SIDES: [&str; 2] = ["a", "b"];

type Secret = [u8; 32];

/// A PIN, a salt, and how slow it is made.
type Guess = (String, Vec<u8>, u32, u32);

/// SQLCipher tells the error stream of each page of a damaged space. Here that is nothing new.
///
/// # Errors
/// What SQLite says.
pub fn keep_quiet() -> Result<(), String> {
    let quiet = Connection::open_in_memory().and_then(|db| db.pragma_update(None, "cipher_log_level", "NONE"));
    quiet.map_err(|error| error.to_string())
}

/// The file of the space that this PIN opens, or that opens without one.
///
/// # Errors
/// Where more than one opens, or a slot is no slot.
pub fn opened_by(folder: &Path, pin: Option<&str>) -> Result<Option<Opened>, String> {
    let device = DesktopDevice::in_folder(folder);
    let mut opened = None;
    for side in SIDES {
        let slot = folder.join(format!("vault/{side}.slot"));
        // One that is missing opens nothing.
        let Ok(bytes) = fs::read(&slot) else { continue };
        let key = key(&bytes, pin, &device).map_err(|why| format!("{side}.slot: {why}"))?;
        if let Some(key) = key
            && opened.replace(Opened { file: folder.join(format!("vault/{side}.db")), key }).is_some()
        {
            return Err("both spaces are opened by the same".into());
        }
    }
    Ok(opened)
}

/// A space of which the key is known.
pub struct Opened {
    /// Its database.
    pub file: PathBuf,
    key: Secret,
}

impl Opened {
    /// The database itself.
    ///
    /// # Errors
    /// What SQLCipher says.
    pub fn connect(&self) -> Result<Connection, String> {
        let hex: String = self.key.iter().map(|byte| format!("{byte:02x}")).collect();
        let db = Connection::open(&self.file).map_err(|error| error.to_string())?;
        db.pragma_update(None, "key", format!("x'{hex}'")).map_err(|error| error.to_string())?;
        Ok(db)
    }
}

fn key(slot: &[u8], pin: Option<&str>, device: &DesktopDevice) -> Result<Option<Secret>, String> {
    if slot.len() != SEALED + 32 || !slot.starts_with(b"KWSLOT02") {
        return Err("it is no slot".into());
    }
    let number = |at: usize| u32::from_le_bytes(std::array::from_fn(|n| slot[at + n]));
    let salt = &slot[16..HEAD];
    let secret = match pin {
        None => device.device_secret("slot", salt),
        Some(pin) => {
            let stretched = stretched((pin.to_owned(), salt.to_vec(), number(8), number(12)))?;
            device.device_secret("slot with a PIN", &stretched)
        }
    };
    let secret = secret.map_err(|error| error.to_string())?;
    let mut kek = Secret::default();
    Hkdf::<Sha256>::new(Some(salt), secret.as_slice())
        .expand(b"kindway slot 2", &mut kek)
        .map_err(|error| error.to_string())?;
    let nonce: [u8; 24] = std::array::from_fn(|n| slot[HEAD + n]);
    let opened = XChaCha20Poly1305::new(&kek.into())
        .decrypt(&nonce.into(), Payload { msg: &slot[NONCE..SEALED], aad: &slot[..HEAD] });
    Ok(opened.ok().and_then(|key| key.as_slice().try_into().ok()))
}

/// A guess takes long, and the same slots are looked at again and again.
fn stretched(guess: Guess) -> Result<Secret, String> {
    static KNOWN: Mutex<Option<HashMap<Guess, Secret>>> = Mutex::new(None);
    if let Some(known) = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default().get(&guess) {
        return Ok(*known);
    }
    let (pin, salt, memory, passes) = &guess;
    let mut out = Secret::default();
    Params::new(*memory, *passes, 1, Some(out.len()))
        .and_then(|params| {
            let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
            argon.hash_password_into(pin.as_bytes(), salt, &mut out)
        })
        .map_err(|error| error.to_string())?;
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default().insert(guess, out);
    Ok(out)
}
