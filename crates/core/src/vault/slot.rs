//! A slot: the vault's random key, wrapped so that only this phone can open it.
//!
//! `KWSLOT01 | salt 32 | nonce 24 | ciphertext 48`, all of it at fixed offsets. The header and the salt are the associated data.
//! `KEK = HKDF-SHA256(device_secret("slot", salt), "kindway slot 1")`. The PIN joins `device_secret`'s input when it comes.

use std::{fs, io::Write, path::Path};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{
    error::{ApiError, Code},
    ports::{Device, Entropy, PortError},
};

const MAGIC: &[u8; 8] = b"KWSLOT01";
const SALT: usize = 32;
const NONCE: usize = 24;
const SEALED: usize = 48;
const LENGTH: usize = MAGIC.len() + SALT + NONCE + SEALED;

pub(super) fn read(path: &Path, device: &dyn Device) -> Result<Zeroizing<[u8; 32]>, ApiError> {
    let bytes = fs::read(path).map_err(|_| ApiError::new(Code::CannotSave))?;
    if bytes.len() != LENGTH || !bytes.starts_with(MAGIC) {
        return Err(ApiError::new(Code::VaultDamaged));
    }
    let (head, rest) = bytes.split_at(MAGIC.len() + SALT);
    let (nonce, sealed) = rest.split_at(NONCE);
    let kek = kek(device, &head[MAGIC.len()..])?;
    let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| ApiError::new(Code::VaultDamaged))?;
    let opened = XChaCha20Poly1305::new(&(*kek).into())
        .decrypt(&nonce.into(), Payload { msg: sealed, aad: head })
        .map(Zeroizing::new)
        // A changed byte and another phone's secret look the same from here; her file is kept in both cases.
        .map_err(|_| ApiError::new(Code::VaultKeyLost))?;
    let key: [u8; 32] = opened.as_slice().try_into().map_err(|_| ApiError::new(Code::VaultDamaged))?;
    Ok(Zeroizing::new(key))
}

pub(super) fn make(path: &Path, device: &dyn Device, entropy: &dyn Entropy) -> Result<Zeroizing<[u8; 32]>, ApiError> {
    let refused = |_: PortError| ApiError::new(Code::CannotSave);
    let mut key = Zeroizing::new([0; 32]);
    let mut salt = [0; SALT];
    let mut nonce = [0; NONCE];
    entropy.fill(key.as_mut()).map_err(refused)?;
    entropy.fill(&mut salt).map_err(refused)?;
    entropy.fill(&mut nonce).map_err(refused)?;
    let head = [MAGIC.as_slice(), &salt].concat();
    let kek = kek(device, &salt)?;
    let sealed = XChaCha20Poly1305::new(&(*kek).into())
        .encrypt(&nonce.into(), Payload { msg: key.as_slice(), aad: &head })
        .map_err(|_| ApiError::new(Code::Unexpected))?;
    write_whole(path, &[head.as_slice(), &nonce, &sealed].concat()).map_err(|_| ApiError::new(Code::CannotSave))?;
    Ok(key)
}

fn kek(device: &dyn Device, salt: &[u8]) -> Result<Zeroizing<[u8; 32]>, ApiError> {
    let secret = device.device_secret("slot", salt).map_err(|error| match error {
        PortError::KeyLost => ApiError::new(Code::VaultKeyLost),
        PortError::Refused => ApiError::new(Code::CannotSave),
    })?;
    let mut kek = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), secret.as_slice())
        .expand(b"kindway slot 1", kek.as_mut())
        .map_err(|_| ApiError::new(Code::Unexpected))?;
    Ok(kek)
}

/// Gives a slot its name, once what it opens is complete, and makes the name durable.
pub(super) fn name(from: &Path, to: &Path) -> Result<(), ApiError> {
    fs::rename(from, to).map_err(|_| ApiError::new(Code::CannotSave))?;
    settle(to.parent().ok_or_else(|| ApiError::new(Code::CannotSave))?)
}

/// Makes the names in a folder durable.
pub(super) fn settle(folder: &Path) -> Result<(), ApiError> {
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(|_| ApiError::new(Code::CannotSave))
}

fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
