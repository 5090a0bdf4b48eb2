//! The layout from before there was a second space, and how a folder of it is raised to today's.
//!
//! It had `vault/a.db`, and `vault/a.slot` in the form `KWSLOT01 | salt 32 | nonce 24 | sealed 48`; what stands before the nonce is the
//! associated data, and `KEK = HKDF-SHA256(device_secret("slot", salt), "kindway slot 1")`. Nothing else stood there but, in a first
//! start that was not complete, `a.slot.new` in the place of the slot.
//!
//! Raising goes step by step, each of them durable before the next: the tables of `a.db`; what it remembers of the unused space; `b.slot`;
//! `b.db`; `guesses`; and last, in one step, today's slot in the place of the old one. Until then the old slot stands, so a raising that
//! was cut short begins again at the next start. A second space can only be made once it is done: what stands in `b` until then is what
//! `a.db` remembers as unused. Where it is not, the old slot was put back later, and nothing is written.

use std::{fs, path::Path};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{
    PAGE, Vault,
    folder::{Folder, Side, fresh},
    guesses::Guesses,
    level,
    pin::Stretch,
    refused,
    slot::{Key, Slot, secret},
};
use crate::{
    error::{ApiError, Code},
    ports::{Clock, Device, Entropy},
};

const MAGIC: &[u8; 8] = b"KWSLOT01";
const HEAD: usize = MAGIC.len() + 32;
const NONCE: usize = 24;
const LENGTH: usize = HEAD + NONCE + 48;

/// The only space there was.
const OWN: Side = Side::A;
const OTHER: Side = Side::B;

/// Whether this folder is of that layout, whole or damaged, and not raised yet.
pub(super) fn stands(folder: &Folder) -> bool {
    fs::read(folder.slot(OWN)).is_ok_and(|slot| is_past(&slot))
}

fn is_past(slot: &[u8]) -> bool {
    slot.starts_with(MAGIC) || slot.len() == LENGTH
}

/// Whether it is a first start of that time that was not complete. Nothing in it was acknowledged.
pub(super) fn is_cut_short(folder: &Folder) -> bool {
    let others = [folder.slot(OWN), folder.slot(OTHER), folder.db(OTHER), folder.guesses()];
    fresh(&folder.slot(OWN)).exists() && !others.iter().any(|path| is_there(path))
}

/// Raises a folder of that layout, and does nothing to any other.
///
/// # Errors
/// [`Code::VaultDamaged`], [`Code::VaultKeyLost`], [`Code::VaultNewer`], [`Code::CannotSave`]. Then the old slot stands as it stood.
pub(super) fn raise(
    folder: &Folder,
    device: &dyn Device,
    clock: &dyn Clock,
    entropy: &dyn Entropy,
) -> Result<(), ApiError> {
    if !stands(folder) {
        return Ok(());
    }
    match steps(folder, device, clock, entropy) {
        Err(error) if matches!(error.code, Code::VaultDamaged | Code::VaultKeyLost) && has_other(folder, device) => {
            // To today's rules an old slot is damage, and of this space alone: the other may be hers too.
            Ok(())
        }
        done => done,
    }
}

fn steps(folder: &Folder, device: &dyn Device, clock: &dyn Clock, entropy: &dyn Entropy) -> Result<(), ApiError> {
    let key = key(&fs::read(folder.slot(OWN)).map_err(refused)?, device)?;
    let mut vault = Vault::at(folder.clone(), OWN, key.clone(), None, device).map_err(|closed| closed.why)?;
    if is_there(&folder.slot(OTHER)) || is_there(&folder.db(OTHER)) {
        if !vault.other_is_unused() {
            return Err(ApiError::new(Code::VaultDamaged));
        }
    } else {
        let unused = Slot::unused(Stretch::LEAST, device, entropy)?;
        vault.remember_unused(&[&unused])?;
        folder.replace(&folder.slot(OTHER), unused.bytes())?;
        folder.settle()?;
    }
    if !is_there(&folder.db(OTHER)) {
        let noise = level::noise(&vault.db, level::pages(&folder.db(OWN)) * PAGE)?;
        folder.replace(&folder.db(OTHER), &noise)?;
    }
    // There was no PIN, so nobody has guessed at one.
    Guesses::none(clock).keep(&folder.guesses(), device)?;
    folder.settle()?;
    let own = Slot::wrap(&key, None, Stretch::LEAST, device, entropy)?;
    folder.replace(&folder.slot(OWN), own.bytes())
}

fn key(slot: &[u8], device: &dyn Device) -> Result<Key, ApiError> {
    let damaged = || ApiError::new(Code::VaultDamaged);
    if slot.len() != LENGTH || !slot.starts_with(MAGIC) {
        return Err(damaged());
    }
    let (head, rest) = slot.split_at(HEAD);
    let (nonce, sealed) = rest.split_at(NONCE);
    let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| damaged())?;
    let salt = &head[MAGIC.len()..];
    let mut kek = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), secret(device, "slot", salt)?.as_slice())
        .expand(b"kindway slot 1", kek.as_mut())
        .map_err(|_| ApiError::new(Code::Unexpected))?;
    let opened = XChaCha20Poly1305::new(&(*kek).into())
        .decrypt(&nonce.into(), Payload { msg: sealed, aad: head })
        .map(Zeroizing::new)
        // A changed byte and another phone's secret look the same from here; her file is kept in both cases.
        .map_err(|_| ApiError::new(Code::VaultKeyLost))?;
    opened.as_slice().try_into().map(Zeroizing::new).map_err(|_| damaged())
}

/// Whether a slot of today's form and of this phone stands in the other place.
fn has_other(folder: &Folder, device: &dyn Device) -> bool {
    fs::read(folder.slot(OTHER)).is_ok_and(|bytes| Slot::read(&bytes, device).is_ok())
}

/// What cannot be looked at counts as there.
fn is_there(path: &Path) -> bool {
    path.try_exists().unwrap_or(true)
}
