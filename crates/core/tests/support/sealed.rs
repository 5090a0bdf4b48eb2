//! The sealed file of format 1, written a second time from its description alone: what the app writes has to open here, and what is
//! sealed here can be anything.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use std::io::{Read, Write};

use base64::{Engine, engine::general_purpose::STANDARD};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use kindway_core::{api::Request, moving::In};
use sha2::Sha256;

/// A code whose check digits are right.
pub const CODE: &str = "31411 59264 53588 97939 23842 62649 33838 27950 02883";
/// Another one.
pub const OTHER_CODE: &str = "12340 12340 12340 12340 12340 12340 12340 12340 12340";
pub const STEP: usize = 64 * 1024;
pub const HEAD: usize = 64;
pub const TAG: usize = 16;

fn cipher(code: &str, salt: &[u8]) -> XChaCha20Poly1305 {
    let digits: Vec<u8> = code.bytes().filter(u8::is_ascii_digit).collect();
    let free: Vec<u8> = digits.chunks(5).flat_map(|group| group[..4].to_vec()).collect();
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(Some(salt), &free).expand(b"kindway moving 1", &mut key).unwrap();
    XChaCha20Poly1305::new(&key.into())
}

/// Seals what is inside, whatever it is.
pub fn seal_inside(code: &str, inside: &[u8]) -> Vec<u8> {
    let (salt, nonce) = ([code.as_bytes()[0]; 32], [6; 24]);
    let head = [b"KWMOVE01".as_slice(), &salt, &nonce].concat();
    let sealed = cipher(code, &salt).encrypt(&nonce.into(), Payload { msg: inside, aad: &head }).unwrap();
    [head, sealed].concat()
}

pub fn open_inside(code: &str, file: &[u8]) -> Vec<u8> {
    let nonce: [u8; 24] = file[40..HEAD].try_into().unwrap();
    let payload = Payload { msg: &file[HEAD..], aad: &file[..HEAD] };
    cipher(code, &file[8..40]).decrypt(&nonce.into(), payload).unwrap()
}

pub fn pack(rows: &[u8], window: u32) -> Vec<u8> {
    let mut packing = brotli::CompressorWriter::new(Vec::new(), 4096, 5, window);
    packing.write_all(rows).unwrap();
    packing.into_inner()
}

/// Packed bytes with their length before and zeros after them.
pub fn pad(packed: &[u8]) -> Vec<u8> {
    let mut inside = u32::try_from(packed.len()).unwrap().to_le_bytes().to_vec();
    inside.extend_from_slice(packed);
    inside.resize(inside.len().next_multiple_of(STEP), 0);
    inside
}

/// Seals rows as the app does.
pub fn seal(code: &str, rows: &str) -> Vec<u8> {
    seal_inside(code, &pad(&pack(rows.as_bytes(), 18)))
}

/// The rows of a file.
pub fn rows(code: &str, file: &[u8]) -> serde_json::Value {
    let inside = open_inside(code, file);
    let length = u32::from_le_bytes(inside[..4].try_into().unwrap()) as usize;
    let mut rows = Vec::new();
    brotli::Decompressor::new(&inside[4..4 + length], 4096).read_to_end(&mut rows).unwrap();
    serde_json::from_slice(&rows).unwrap()
}

pub fn to_base64(file: &[u8]) -> String {
    STANDARD.encode(file)
}

pub fn from_base64(file: &str) -> Vec<u8> {
    STANDARD.decode(file).unwrap()
}

pub fn look(file: &[u8], code: &str) -> Request {
    Request::MovingLook(In { file: to_base64(file), code: code.to_owned() })
}

pub fn take_in(file: &[u8], code: &str) -> Request {
    Request::MovingIn(In { file: to_base64(file), code: code.to_owned() })
}
