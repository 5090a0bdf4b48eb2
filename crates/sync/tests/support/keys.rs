//! Keys of every kind, made anew for each test.

use ring::{
    rand::SystemRandom,
    signature::{
        ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P384_SHA384_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _,
    },
};
use serde_json::{Value, json};

pub type Sign = dyn Fn(&[u8]) -> Vec<u8> + Send + Sync;

/// A key and what a root says of it.
pub struct Signer {
    pub id: String,
    pub public: Value,
    pub sign: Box<Sign>,
}

impl Signer {
    pub fn new(public: Value, sign: Box<Sign>) -> Self {
        let id = hex::encode(ring::digest::digest(&ring::digest::SHA256, canonical(&public).as_bytes()));
        Self { id, public, sign }
    }

    pub fn ed25519() -> Self {
        let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        let pair = Ed25519KeyPair::from_pkcs8(document.as_ref()).unwrap();
        let public = hex::encode(pair.public_key());
        Self::new(key("ed25519", "ed25519", public), Box::new(move |data| pair.sign(data).as_ref().to_vec()))
    }

    /// The same key type has had two names.
    pub fn p256(keytype: &str) -> Self {
        Self::ecdsa(keytype, "ecdsa-sha2-nistp256", &ECDSA_P256_SHA256_ASN1_SIGNING, &P256)
    }

    pub fn p384() -> Self {
        Self::ecdsa("ecdsa", "ecdsa-sha2-nistp384", &ECDSA_P384_SHA384_ASN1_SIGNING, &P384)
    }

    fn ecdsa(keytype: &str, scheme: &str, how: &'static ring::signature::EcdsaSigningAlgorithm, head: &[u8]) -> Self {
        let random = SystemRandom::new();
        let document = EcdsaKeyPair::generate_pkcs8(how, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(how, document.as_ref(), &random).unwrap();
        let public = pem(&[head, pair.public_key().as_ref()].concat());
        let sign = move |data: &[u8]| pair.sign(&SystemRandom::new(), data).unwrap().as_ref().to_vec();
        Self::new(key(keytype, scheme, public), Box::new(sign))
    }

    pub fn sign(&self, data: &[u8]) -> Vec<u8> {
        (self.sign)(data)
    }
}

pub fn key(keytype: &str, scheme: &str, public: String) -> Value {
    json!({ "keytype": keytype, "scheme": scheme, "keyval": { "public": public } })
}

pub fn pem(der: &[u8]) -> String {
    let text = base64(der);
    let lines: Vec<&str> = text.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
    format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", lines.join("\n"))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let word = three.iter().chain([&0, &0]).take(3).fold(0_u32, |word, byte| word << 8 | u32::from(*byte));
        for place in 0..4 {
            let letter = LETTERS[(word >> (18 - 6 * place) & 63) as usize] as char;
            out.push(if place <= three.len() { letter } else { '=' });
        }
    }
    out
}

// The fixed beginnings of a SubjectPublicKeyInfo for an uncompressed point (RFC 5480).
const P256: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce,
    0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];
const P384: [u8; 23] = [
    0x30, 0x76, 0x30, 0x10, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x05, 0x2b, 0x81, 0x04, 0x00,
    0x22, 0x03, 0x62, 0x00,
];

/// Canonical JSON, written here once more: what is signed must not be decided by what verifies.
pub fn canonical(value: &Value) -> String {
    match value {
        Value::String(text) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Value::Object(map) => {
            let sorted: std::collections::BTreeMap<_, _> = map.iter().collect();
            let field = |(name, value): (&String, &Value)| {
                format!("{}:{}", canonical(&Value::String(name.clone())), canonical(value))
            };
            format!("{{{}}}", sorted.into_iter().map(field).collect::<Vec<_>>().join(","))
        }
        plain => plain.to_string(),
    }
}
