//! The cryptography that `sigstore-tuf` verifies with, over ring.
//!
//! Without a provider that library panics at the first signature. Every constructor of this crate that can lead to one calls
//! [`install`] first.

use std::sync::Once;

use ring::{
    digest::{Context, SHA256, SHA384, SHA512},
    signature::{self, UnparsedPublicKey, VerificationAlgorithm},
};
use sigstore_crypto::{
    CryptoProvider, Error, HashContext, Result, SigningScheme, install_default_provider, try_default_provider,
};
use sigstore_types::HashAlgorithm;

/// Makes ring the cryptography of `sigstore-tuf`, for the whole process. Calling it again changes nothing.
pub(crate) fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Somebody else's provider, installed before ours, verifies the same signatures.
        if try_default_provider().is_none() {
            let _ = install_default_provider(&Ring);
        }
    });
}

#[derive(Debug)]
struct Ring;

struct RingHash(Context);

impl HashContext for RingHash {
    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    fn finalize(self: Box<Self>) -> Vec<u8> {
        self.0.finish().as_ref().to_vec()
    }
}

impl CryptoProvider for Ring {
    fn hash(&self, algorithm: HashAlgorithm) -> Result<Box<dyn HashContext>> {
        let backend = match algorithm {
            HashAlgorithm::Sha2256 => &SHA256,
            HashAlgorithm::Sha2384 => &SHA384,
            HashAlgorithm::Sha2512 => &SHA512,
            other => return Err(Error::UnsupportedAlgorithm(format!("no digest {other}"))),
        };
        Ok(Box::new(RingHash(Context::new(backend))))
    }

    fn verify_raw(&self, scheme: SigningScheme, key: &[u8], data: &[u8], signature: &[u8]) -> Result<()> {
        let algorithm: &'static dyn VerificationAlgorithm = match scheme {
            SigningScheme::EcdsaP256Sha256 => &signature::ECDSA_P256_SHA256_ASN1,
            SigningScheme::EcdsaP256Sha384 => &signature::ECDSA_P256_SHA384_ASN1,
            SigningScheme::EcdsaP384Sha256 => &signature::ECDSA_P384_SHA256_ASN1,
            SigningScheme::EcdsaP384Sha384 => &signature::ECDSA_P384_SHA384_ASN1,
            SigningScheme::Ed25519 => &signature::ED25519,
            SigningScheme::RsaPssSha256 => &signature::RSA_PSS_2048_8192_SHA256,
            SigningScheme::RsaPssSha384 => &signature::RSA_PSS_2048_8192_SHA384,
            SigningScheme::RsaPssSha512 => &signature::RSA_PSS_2048_8192_SHA512,
            SigningScheme::RsaPkcs1Sha256 => &signature::RSA_PKCS1_2048_8192_SHA256,
            SigningScheme::RsaPkcs1Sha384 => &signature::RSA_PKCS1_2048_8192_SHA384,
            SigningScheme::RsaPkcs1Sha512 => &signature::RSA_PKCS1_2048_8192_SHA512,
            other => return post_quantum(other, key, data, signature),
        };
        UnparsedPublicKey::new(algorithm, key)
            .verify(data, signature)
            .map_err(|_| Error::Verification(format!("{} signature invalid", scheme.name())))
    }

    fn verify_prehashed(&self, scheme: SigningScheme, _: &[u8], _: &[u8], _: &[u8]) -> Result<()> {
        // ring offers none, and a TUF signature always covers the whole message.
        Err(Error::UnsupportedAlgorithm(format!("{} over a digest", scheme.name())))
    }
}

/// ring has no ML-DSA, which TUF knows since TAP 21.
#[cfg(feature = "post-quantum")]
fn post_quantum(scheme: SigningScheme, key: &[u8], data: &[u8], signature: &[u8]) -> Result<()> {
    use ml_dsa::{
        EncodedSignature, EncodedVerifyingKey, MlDsa44, MlDsa65, MlDsa87, MlDsaParams, Signature, VerifyingKey,
    };

    fn holds<P: MlDsaParams>(key: &[u8], data: &[u8], signature: &[u8]) -> bool {
        let (Ok(key), Ok(signature)) =
            (EncodedVerifyingKey::<P>::try_from(key), EncodedSignature::<P>::try_from(signature))
        else {
            return false;
        };
        Signature::<P>::decode(&signature)
            .is_some_and(|signature| VerifyingKey::<P>::decode(&key).verify_with_context(data, &[], &signature))
    }
    let holds = match scheme {
        SigningScheme::MlDsa44 => holds::<MlDsa44>(key, data, signature),
        SigningScheme::MlDsa65 => holds::<MlDsa65>(key, data, signature),
        SigningScheme::MlDsa87 => holds::<MlDsa87>(key, data, signature),
        other => return Err(Error::UnsupportedAlgorithm(other.name().into())),
    };
    if holds { Ok(()) } else { Err(Error::Verification(format!("{} signature invalid", scheme.name()))) }
}

#[cfg(not(feature = "post-quantum"))]
fn post_quantum(scheme: SigningScheme, _: &[u8], _: &[u8], _: &[u8]) -> Result<()> {
    Err(Error::UnsupportedAlgorithm(format!("{} is not built in", scheme.name())))
}
