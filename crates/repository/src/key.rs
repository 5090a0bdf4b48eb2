//! One private key: an Ed25519 key in an encrypted file that other programs read too.
//!
//! The file is PKCS#8 in PEM, encrypted by PBES2: scrypt, AES-256-CBC. `openssl pkey -in root-1.key` opens it, and
//! `openssl pkcs8 -topk8 -scrypt` gives it another passphrase.

use ed25519_dalek::pkcs8::{EncodePrivateKey as _, KeypairBytes};
use ed25519_dalek::{Signer as _, SigningKey};
use getrandom::SysRng;
use pkcs8::der::{Decode as _, SecretDocument};
use pkcs8::pkcs5::{pbes2, scrypt};
use pkcs8::rand_core::TryRng as _;
use pkcs8::{EncryptedPrivateKeyInfoRef, LineEnding, PrivateKeyInfoRef};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::error::KeyError;
use crate::{Error, Result, canonical};

const LABEL: &str = "ENCRYPTED PRIVATE KEY";

/// How much work it is to try one passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    log_n: u8,
    p: u32,
}

impl Work {
    /// For every key that means something: 16 MiB, five times. It is as much as OpenSSL opens without being told to; p makes up
    /// for the memory, as OWASP's list has it.
    pub const FULL: Self = Self { log_n: 14, p: 5 };
    /// For keys that live as long as a test.
    pub const FOR_TESTS: Self = Self { log_n: 4, p: 1 };
}

/// A private key. It is erased from memory when it goes.
pub struct Key {
    secret: SigningKey,
    public: Value,
    id: String,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Key").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Key {
    /// A new one.
    ///
    /// # Errors
    /// [`Error::Random`].
    pub fn generate() -> Result<Self> {
        let mut secret = Zeroizing::new([0; 32]);
        getrandom::fill(secret.as_mut()).map_err(Error::Random)?;
        Self::new(SigningKey::from_bytes(&secret))
    }

    fn new(secret: SigningKey) -> Result<Self> {
        let public = hex::encode(secret.verifying_key().as_bytes());
        let public = json!({ "keytype": "ed25519", "keyval": { "public": public }, "scheme": "ed25519" });
        let id = hex::encode(Sha256::digest(canonical::json(&public)?));
        Ok(Self { secret, public, id })
    }

    /// What a root calls it: the hash of its public part.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What a root says of it.
    pub fn public(&self) -> &Value {
        &self.public
    }

    /// The signature over these bytes, in hexadecimal.
    pub fn sign(&self, message: &[u8]) -> String {
        hex::encode(self.secret.sign(message).to_bytes())
    }

    pub(crate) fn seal(&self, passphrase: &str, work: Work) -> Result<Zeroizing<String>, SealError> {
        let parameters = parameters(work)?;
        // Without the public part: OpenSSL 3.0 does not read a file that has both.
        let plain = KeypairBytes { secret_key: self.secret.to_bytes(), public_key: None };
        let plain = plain.to_pkcs8_der().map_err(|_| KeyError::Seal)?;
        let plain = PrivateKeyInfoRef::from_der(plain.as_bytes()).map_err(|_| KeyError::Seal)?;
        let sealed = plain.encrypt_with_params(parameters, passphrase).map_err(|_| KeyError::Seal)?;
        Ok(sealed.to_pem(LABEL, LineEnding::LF).map_err(|_| KeyError::Seal)?)
    }

    /// Opens a file with the first of these passphrases that does.
    pub(crate) fn open(file: &str, passphrases: &[Zeroizing<String>]) -> Result<Self, KeyError> {
        let (label, sealed) = SecretDocument::from_pem(file).map_err(|_| KeyError::Malformed)?;
        if label != LABEL {
            return Err(KeyError::Malformed);
        }
        let sealed = EncryptedPrivateKeyInfoRef::try_from(sealed.as_bytes()).map_err(|_| KeyError::Malformed)?;
        let plain = passphrases
            .iter()
            .filter_map(|passphrase| sealed.decrypt(passphrase.as_bytes()).ok())
            // One wrong passphrase in 256 gives padding that looks right.
            .find(|plain| PrivateKeyInfoRef::from_der(plain.as_bytes()).is_ok())
            .ok_or(KeyError::Passphrase)?;
        let plain = PrivateKeyInfoRef::from_der(plain.as_bytes()).map_err(|_| KeyError::Malformed)?;
        let secret = SigningKey::try_from(plain).map_err(|_| KeyError::Kind)?;
        Self::new(secret).map_err(|_| KeyError::Malformed)
    }
}

/// A key that cannot be encrypted, or no randomness to do it with.
#[derive(Debug)]
pub(crate) enum SealError {
    Key(KeyError),
    Random(getrandom::Error),
}

impl From<KeyError> for SealError {
    fn from(why: KeyError) -> Self {
        Self::Key(why)
    }
}

fn parameters(work: Work) -> Result<pbes2::Parameters, SealError> {
    let (mut salt, mut start) = ([0; 16], [0; 16]);
    SysRng.try_fill_bytes(&mut salt).map_err(SealError::Random)?;
    SysRng.try_fill_bytes(&mut start).map_err(SealError::Random)?;
    let effort = scrypt::Params::new(work.log_n, 8, work.p).map_err(|_| KeyError::Seal)?;
    Ok(pbes2::Parameters::generate_scrypt_aes256cbc(effort, &salt, start).map_err(|_| KeyError::Seal)?)
}
