//! The phone's own lock as a second way in: `vault/owner` stands only while it is on. Whoever the phone takes for its owner then opens
//! one space without its PIN.
//!
//! `KWOWNER1 | salt 32 | nonce 24 | sealed 49`, all of it at fixed offsets. What stands before the nonce is the associated data; sealed are
//! the side (0 or 1) and the key of the space, not its PIN, so that a change of the PIN leaves it alone.
//! `KEK = HKDF-SHA256(owner_secret(salt), "kindway owner 1")`.
//!
//! There is one for the phone. Whatever ends it makes the phone forget the owner's key first: a copy of the file that was kept is noise
//! from then on. Each turning on begins with that too, so no more than one file ever opens anything. It is one switch for both spaces:
//! the lock offers it whichever of them it opens, and a space in which it looked off would tell of the other.

use std::{fs, io};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{
    folder::{self, Folder, Side},
    refused,
    slot::Key,
};
use crate::{
    error::{ApiError, Code},
    ports::{Device, Entropy, PortError},
};

const MAGIC: &[u8; 8] = b"KWOWNER1";
const HEAD: usize = MAGIC.len() + 32;
const BODY: usize = HEAD + 24;
const LENGTH: usize = BODY + 1 + 32 + 16;

/// Whether it is on.
pub(super) fn is_on(folder: &Folder) -> bool {
    folder.owner().try_exists().unwrap_or(false)
}

/// Asks her, and from then on the phone's own lock opens this space and no other.
///
/// # Errors
/// [`Code::OwnerNotConfirmed`], [`Code::CannotSave`]. Then it is off.
pub(super) fn turn_on(
    folder: &Folder,
    side: Side,
    key: &Key,
    device: &dyn Device,
    entropy: &dyn Entropy,
) -> Result<(), ApiError> {
    turn_off(folder, device)?;
    let mut bytes = [0; LENGTH];
    entropy.fill(&mut bytes[..BODY]).map_err(|_| ApiError::new(Code::CannotSave))?;
    bytes[..MAGIC.len()].copy_from_slice(MAGIC);
    let mut plain = Zeroizing::new([0; 33]);
    plain[0] = u8::from(side == Side::B);
    plain[1..].copy_from_slice(key.as_slice());
    let (cipher, nonce) = cipher(&bytes, device)?;
    let sealed = cipher
        .encrypt(&nonce.into(), Payload { msg: plain.as_slice(), aad: &bytes[..HEAD] })
        .map_err(|_| ApiError::new(Code::Unexpected))?;
    bytes[BODY..].copy_from_slice(&sealed);
    folder.replace(&folder.owner(), &bytes)
}

/// From now on only a PIN opens anything, whatever file is put back.
///
/// # Errors
/// [`Code::CannotSave`] when the phone or the folder refused.
pub(super) fn turn_off(folder: &Folder, device: &dyn Device) -> Result<(), ApiError> {
    device.forget_owner_secret().map_err(|_| ApiError::new(Code::CannotSave))?;
    folder::remove(&folder.owner()).map_err(refused)?;
    // Should the name come back after a power cut, nothing opens it.
    let _ = folder.settle();
    Ok(())
}

/// Asks her, and hands out the key of the space that it opens.
///
/// # Errors
/// [`Code::OwnerNotConfirmed`]; [`Code::OwnerOff`] where the file is no file of this phone's, or the phone has dropped the key.
pub(super) fn open(folder: &Folder, device: &dyn Device) -> Result<(Side, Key), ApiError> {
    let off = || ApiError::new(Code::OwnerOff);
    let bytes = match fs::read(folder.owner()) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(off()),
        bytes => bytes.map_err(refused)?,
    };
    let bytes: [u8; LENGTH] = bytes.try_into().map_err(|_| off())?;
    if !bytes.starts_with(MAGIC) {
        return Err(off());
    }
    let (cipher, nonce) = cipher(&bytes, device)?;
    let plain = cipher
        .decrypt(&nonce.into(), Payload { msg: &bytes[BODY..], aad: &bytes[..HEAD] })
        .map(Zeroizing::new)
        .map_err(|_| off())?;
    let (side, key) = plain.split_first().ok_or_else(off)?;
    let key = Zeroizing::new(key.try_into().map_err(|_| off())?);
    Ok((if *side == 0 { Side::A } else { Side::B }, key))
}

fn cipher(bytes: &[u8; LENGTH], device: &dyn Device) -> Result<(XChaCha20Poly1305, [u8; 24]), ApiError> {
    let salt = &bytes[MAGIC.len()..HEAD];
    let secret = device.owner_secret(salt).map_err(|error| match error {
        PortError::KeyLost => ApiError::new(Code::OwnerOff),
        // She touched nothing, touched it with the wrong finger, or too often: for her it is all the same.
        PortError::NotConfirmed | PortError::Refused => ApiError::new(Code::OwnerNotConfirmed),
    })?;
    let mut kek = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), secret.as_slice())
        .expand(b"kindway owner 1", kek.as_mut())
        .map_err(|_| ApiError::new(Code::Unexpected))?;
    let mut nonce = [0; 24];
    nonce.copy_from_slice(&bytes[HEAD..BODY]);
    Ok((XChaCha20Poly1305::new(&(*kek).into()), nonce))
}
