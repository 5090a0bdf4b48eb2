//! Reading a signed file: what it says, if enough of the right keys signed it.
//!
//! `sigstore-tuf` stands behind one narrow trait. What is taken from it is its file format, its canonical JSON and its keys;
//! what a version, a date or a length must be is the workflow's affair (`updater.rs`). Its own `TrustedMetadataSet` is not
//! used: it forgets the stored snapshot, and with it every version floor of the targets, as soon as the stored timestamp has
//! moved on without it, which is exactly what a snapshot that was refused leaves behind.

use std::collections::{BTreeMap, BTreeSet};

use sigstore_crypto::{SigningScheme, VerificationKey};
use sigstore_tuf::{DelegatedRole, Delegations, Key, Metadata, Root, Snapshot, Targets, Timestamp, metadata};
use sigstore_types::{DerPublicKey, SignatureBytes};

use crate::{crypto, delegations};

/// Names that only the root gives keys to.
pub(crate) const TOP_LEVEL: [&str; 4] = ["root", "timestamp", "snapshot", "targets"];

/// Why a file is not believed.
#[derive(thiserror::Error, Debug, Clone, PartialEq, Eq)]
pub enum Untrusted {
    /// It is not what a file of this role looks like.
    #[error("not a valid file: {0}")]
    Malformed(String),
    /// Fewer of the right keys signed it than are needed.
    #[error("signed by {found} of the {needed} keys that are needed")]
    Signatures {
        /// Different keys of this role with a signature that holds.
        found: usize,
        /// How many there have to be.
        needed: usize,
    },
    /// It is older than what was trusted before.
    #[error("version {offered} is older than the trusted {trusted}")]
    Rollback {
        /// What was trusted before.
        trusted: u64,
        /// What was offered.
        offered: u64,
    },
    /// Its version is not the one that was promised.
    #[error("version {offered} where {promised} was promised")]
    Version {
        /// The version that has to come.
        promised: u64,
        /// The version that came.
        offered: u64,
    },
    /// A file that was listed before is not listed any more, or never was.
    #[error("{0} is not listed")]
    NotListed(String),
    /// Its length is not the signed one.
    #[error("{found} bytes where {signed} were signed")]
    Length {
        /// The signed length in bytes.
        signed: u64,
        /// The length that came, in bytes.
        found: u64,
    },
    /// It is signed, but longer than anything may be.
    #[error("{signed} bytes were signed where {most} are the most")]
    TooLarge {
        /// The signed length in bytes.
        signed: u64,
        /// The most bytes that are taken.
        most: u64,
    },
    /// Its hash is not the signed one, or no hash that is known was signed.
    #[error("the hash is not the signed one")]
    Hash,
    /// It is out of date by the clock that was given.
    #[error("out of date since {0}")]
    Expired(String),
}

/// Reads signed files. Format, type, major version of the specification, signatures: nothing else is decided here.
pub trait Verifier {
    /// A root that its own keys signed and, where there is one `before` it, that one's keys too.
    ///
    /// # Errors
    /// [`Untrusted`].
    fn root(&self, bytes: &[u8], before: Option<&Root>) -> Result<Root, Untrusted>;

    /// A timestamp that the keys of `root` signed.
    ///
    /// # Errors
    /// [`Untrusted`].
    fn timestamp(&self, bytes: &[u8], root: &Root) -> Result<Timestamp, Untrusted>;

    /// A snapshot that the keys of `root` signed.
    ///
    /// # Errors
    /// [`Untrusted`].
    fn snapshot(&self, bytes: &[u8], root: &Root) -> Result<Snapshot, Untrusted>;

    /// The top list of targets, which the keys of `root` signed.
    ///
    /// # Errors
    /// [`Untrusted`].
    fn targets(&self, bytes: &[u8], root: &Root) -> Result<Targets, Untrusted>;

    /// The list of a role to which `by` delegates.
    ///
    /// # Errors
    /// [`Untrusted`].
    fn delegated(&self, bytes: &[u8], by: &Delegations, role: &DelegatedRole) -> Result<Targets, Untrusted>;
}

/// [`Verifier`] by `sigstore-tuf`, with ring.
#[derive(Debug)]
pub struct Sigstore(());

impl Sigstore {
    /// The verifier; the first one gives the library its cryptography.
    #[must_use]
    pub fn new() -> Self {
        crypto::install();
        Self(())
    }
}

impl Default for Sigstore {
    fn default() -> Self {
        Self::new()
    }
}

impl Verifier for Sigstore {
    fn root(&self, bytes: &[u8], before: Option<&Root>) -> Result<Root, Untrusted> {
        let file = read::<Root>(bytes)?;
        let root = file.signed();
        for name in TOP_LEVEL {
            if root.role(name).is_none_or(|role| role.threshold == 0) {
                return Err(Untrusted::Malformed(format!("`roles` gives no threshold to {name}")));
            }
        }
        if let Some(before) = before {
            by_root(&file, before)?;
        }
        by_root(&file, root)?;
        Ok(file.into_signed())
    }

    fn timestamp(&self, bytes: &[u8], root: &Root) -> Result<Timestamp, Untrusted> {
        let file = read::<Timestamp>(bytes)?;
        by_root(&file, root)?;
        if file.signed().snapshot_meta().is_none() {
            return Err(Untrusted::NotListed("snapshot.json".into()));
        }
        Ok(file.into_signed())
    }

    fn snapshot(&self, bytes: &[u8], root: &Root) -> Result<Snapshot, Untrusted> {
        let file = read::<Snapshot>(bytes)?;
        by_root(&file, root)?;
        Ok(file.into_signed())
    }

    fn targets(&self, bytes: &[u8], root: &Root) -> Result<Targets, Untrusted> {
        let file = read::<Targets>(bytes)?;
        by_root(&file, root)?;
        delegations::check(file.signed())?;
        Ok(file.into_signed())
    }

    fn delegated(&self, bytes: &[u8], by: &Delegations, role: &DelegatedRole) -> Result<Targets, Untrusted> {
        let file = read::<Targets>(bytes)?;
        signed(&file, &by.keys, &role.keyids, role.threshold)?;
        delegations::check(file.signed())?;
        Ok(file.into_signed())
    }
}

fn read<T: metadata::Role>(bytes: &[u8]) -> Result<Metadata<T>, Untrusted> {
    let file = Metadata::<T>::from_slice(bytes).map_err(|error| Untrusted::Malformed(with_causes(&error)))?;
    if file.signed().version() == 0 {
        return Err(Untrusted::Malformed("`version` has to be 1 or more".into()));
    }
    Ok(file)
}

fn with_causes(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |cause| cause.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

fn by_root<T: metadata::Role>(file: &Metadata<T>, root: &Root) -> Result<(), Untrusted> {
    let role = root.role(T::TYPE).ok_or_else(|| Untrusted::Malformed(format!("the root has no role {}", T::TYPE)))?;
    signed(file, &root.keys, &role.keyids, role.threshold)
}

/// Counts the different keys of a role that signed.
///
/// Not `Metadata::verify_threshold`: it counts key ids, so one key under two ids would count twice; it lets a key outside the
/// role sign twice; and it knows no RSA with PKCS#1 v1.5, which other repositories use.
fn signed<T: metadata::Role>(
    file: &Metadata<T>,
    keys: &BTreeMap<String, Key>,
    keyids: &[String],
    threshold: usize,
) -> Result<(), Untrusted> {
    if threshold == 0 {
        return Err(Untrusted::Malformed("a threshold of 0 would let anybody sign".into()));
    }
    let mut ids = BTreeSet::new();
    if let Some(twice) = file.signatures().iter().find(|signature| !ids.insert(&signature.keyid)) {
        return Err(Untrusted::Malformed(format!("key {} signed twice", twice.keyid)));
    }
    let holds = |key: &Key, signature: &str| {
        hex::decode(signature).is_ok_and(|raw| holds(key, file.signed_canonical(), &SignatureBytes::new(raw)))
    };
    let signers: BTreeSet<Vec<u8>> = file
        .signatures()
        .iter()
        .filter(|signature| keyids.contains(&signature.keyid))
        .filter_map(|signature| Some((keys.get(&signature.keyid)?, &signature.sig)))
        .filter(|(key, signature)| holds(key, signature))
        // Not the text of the key: a space more would make another key of it.
        .filter_map(|(key, _)| Some(public(key)?.as_bytes().to_vec()))
        .collect();
    if signers.len() < threshold {
        return Err(Untrusted::Signatures { found: signers.len(), needed: threshold });
    }
    Ok(())
}

/// The public key, with the scheme that it signs by.
fn public(key: &Key) -> Option<VerificationKey> {
    let scheme = match key.scheme.as_str() {
        "rsa-pkcs1v15-sha256" => SigningScheme::RsaPkcs1Sha256,
        "rsa-pkcs1v15-sha384" => SigningScheme::RsaPkcs1Sha384,
        "rsa-pkcs1v15-sha512" => SigningScheme::RsaPkcs1Sha512,
        _ => return key.verification_key().ok(),
    };
    let der = DerPublicKey::from_pem(key.keyval.public.trim()).ok()?;
    VerificationKey::from_spki_with_scheme(&der, scheme).ok()
}

fn holds(key: &Key, data: &[u8], signature: &SignatureBytes) -> bool {
    // ML-DSA does not sign the bytes themselves (TAP 21), which `Key::verify` knows.
    let Some(public) = public(key) else { return false };
    match public.scheme() {
        SigningScheme::MlDsa44 | SigningScheme::MlDsa65 | SigningScheme::MlDsa87 => key.verify(data, signature).is_ok(),
        _ => public.verify(data, signature).is_ok(),
    }
}
