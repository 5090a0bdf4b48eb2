//! A slot: the random key of a space, wrapped so that only this phone, and only with her PIN if she has one, can open it.
//!
//! `KWSLOT02 | memory 4 | passes 4 | salt 32 | nonce 24 | sealed 48 | mark 32`, all of it at fixed offsets, numbers little-endian.
//! What stands before the nonce is the associated data. `KEK = HKDF-SHA256(device_secret("slot", salt), "kindway slot 2")`; with a PIN
//! the phone's secret is computed over `Argon2id(PIN, salt)` instead, so that each guess needs the phone's own hardware.
//!
//! The slot of a space that was never used has the same form with random bytes in it. The mark is the phone's own secret over
//! everything before it: it tells a damaged slot from a wrong PIN, and this phone from another, and says nothing else.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::pin::{Pin, Stretch};
use crate::{
    error::{ApiError, Code},
    ports::{Device, Entropy, PortError},
};

const MAGIC: &[u8; 8] = b"KWSLOT02";
const SALT: usize = 32;
const NONCE: usize = 24;
const SEALED: usize = 48;
const MARK: usize = 32;
const HEAD: usize = MAGIC.len() + 8 + SALT;
/// How long every slot is.
pub(super) const LENGTH: usize = HEAD + NONCE + SEALED + MARK;

/// The key of a space.
pub(super) type Key = Zeroizing<[u8; 32]>;

/// The bytes of a slot that are whole and of this phone.
pub(super) struct Slot {
    bytes: [u8; LENGTH],
}

impl Slot {
    /// # Errors
    /// [`Code::VaultDamaged`] for what is no slot, [`Code::VaultKeyLost`] where the phone has its key no longer, or has another one; a
    /// changed byte and another phone's key look the same from here.
    pub(super) fn read(bytes: &[u8], device: &dyn Device) -> Result<Self, ApiError> {
        let damaged = || ApiError::new(Code::VaultDamaged);
        let bytes: [u8; LENGTH] = bytes.try_into().map_err(|_| damaged())?;
        let slot = Self { bytes };
        if !slot.bytes.starts_with(MAGIC) || !slot.stretch().is_known() {
            return Err(damaged());
        }
        let (body, mark) = slot.bytes.split_at(LENGTH - MARK);
        if *self::mark(device, body)? != *mark {
            return Err(ApiError::new(Code::VaultKeyLost));
        }
        Ok(slot)
    }

    /// A slot that opens with this PIN, or with the phone alone.
    pub(super) fn wrap(
        key: &Key,
        pin: Option<&Pin>,
        stretch: Stretch,
        device: &dyn Device,
        entropy: &dyn Entropy,
    ) -> Result<Self, ApiError> {
        let mut slot = Self::random(stretch, entropy)?;
        let kek = slot.kek(pin, device)?;
        let sealed = XChaCha20Poly1305::new(&(*kek).into())
            .encrypt(&slot.nonce().into(), Payload { msg: key.as_slice(), aad: &slot.bytes[..HEAD] })
            .map_err(|_| ApiError::new(Code::Unexpected))?;
        slot.bytes[HEAD + NONCE..LENGTH - MARK].copy_from_slice(&sealed);
        slot.marked(device)
    }

    /// A slot that nothing opens.
    pub(super) fn unused(stretch: Stretch, device: &dyn Device, entropy: &dyn Entropy) -> Result<Self, ApiError> {
        Self::random(stretch, entropy)?.marked(device)
    }

    /// The same from random bytes that are there already.
    pub(super) fn unused_of(noise: &[u8], stretch: Stretch, device: &dyn Device) -> Result<Self, ApiError> {
        let bytes = noise.try_into().map_err(|_| ApiError::new(Code::Unexpected))?;
        Self::named(bytes, stretch).marked(device)
    }

    fn random(stretch: Stretch, entropy: &dyn Entropy) -> Result<Self, ApiError> {
        let mut bytes = [0; LENGTH];
        entropy.fill(&mut bytes).map_err(|_| ApiError::new(Code::CannotSave))?;
        Ok(Self::named(bytes, stretch))
    }

    fn named(mut bytes: [u8; LENGTH], stretch: Stretch) -> Self {
        bytes[..8].copy_from_slice(MAGIC);
        bytes[8..12].copy_from_slice(&stretch.memory.to_le_bytes());
        bytes[12..16].copy_from_slice(&stretch.passes.to_le_bytes());
        Self { bytes }
    }

    fn marked(mut self, device: &dyn Device) -> Result<Self, ApiError> {
        let mark = mark(device, &self.bytes[..LENGTH - MARK])?;
        self.bytes[LENGTH - MARK..].copy_from_slice(mark.as_slice());
        Ok(self)
    }

    /// The key, if this PIN is the one, or no PIN where there is none.
    pub(super) fn open(&self, pin: Option<&Pin>, device: &dyn Device) -> Result<Option<Key>, ApiError> {
        let kek = self.kek(pin, device)?;
        let opened = XChaCha20Poly1305::new(&(*kek).into()).decrypt(
            &self.nonce().into(),
            Payload { msg: &self.bytes[HEAD + NONCE..LENGTH - MARK], aad: &self.bytes[..HEAD] },
        );
        let Ok(opened) = opened.map(Zeroizing::new) else { return Ok(None) };
        Ok(opened.as_slice().try_into().ok().map(Zeroizing::new))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How slow a guess at this slot is.
    pub(super) fn stretch(&self) -> Stretch {
        let number = |at: usize| {
            u32::from_le_bytes([self.bytes[at], self.bytes[at + 1], self.bytes[at + 2], self.bytes[at + 3]])
        };
        Stretch { memory: number(8), passes: number(12) }
    }

    /// What a space keeps of the other's slot as long as that was never used.
    pub(super) fn fingerprint(bytes: &[u8]) -> [u8; 32] {
        Sha256::digest(bytes).into()
    }

    fn salt(&self) -> [u8; SALT] {
        let mut salt = [0; SALT];
        salt.copy_from_slice(&self.bytes[HEAD - SALT..HEAD]);
        salt
    }

    fn nonce(&self) -> [u8; NONCE] {
        let mut nonce = [0; NONCE];
        nonce.copy_from_slice(&self.bytes[HEAD..HEAD + NONCE]);
        nonce
    }

    fn kek(&self, pin: Option<&Pin>, device: &dyn Device) -> Result<Zeroizing<[u8; 32]>, ApiError> {
        let salt = self.salt();
        let secret = match pin {
            None => secret(device, "slot", &salt)?,
            Some(pin) => secret(device, "slot with a PIN", self.stretch().stretch(pin, &salt)?.as_slice())?,
        };
        let mut kek = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(Some(&salt), secret.as_slice())
            .expand(b"kindway slot 2", kek.as_mut())
            .map_err(|_| ApiError::new(Code::Unexpected))?;
        Ok(kek)
    }
}

fn mark(device: &dyn Device, body: &[u8]) -> Result<Zeroizing<[u8; MARK]>, ApiError> {
    secret(device, "slot mark", body)
}

pub(super) fn secret(device: &dyn Device, label: &str, bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, ApiError> {
    device.device_secret(label, bytes).map_err(|error| match error {
        PortError::KeyLost => ApiError::new(Code::VaultKeyLost),
        PortError::NotConfirmed | PortError::Refused => ApiError::new(Code::CannotSave),
    })
}
