//! How a pack travels: whole, or as the difference from the pack that she has.
//!
//! ```text
//! whole     a seed file: KWSEED01 · SHA-256 of the canonical bytes · their length u64 · the canonical bytes, brotli
//! delta     KWDELTA1 · the new canonical bytes, brotli, with the old ones as its dictionary
//! ```
//!
//! Neither is believed. What comes out is taken only if it has the length and the hash that were signed; a delta is not signed
//! at all. Whatever the bytes ask for, what is kept is a copy of the old pack and the new one as far as it really comes out, each
//! within the caller's cap, and the window of brotli, which may not be above 4 MB.

use std::io::{self, Cursor};

use brotli::enc::{BrotliEncoderParams, StandardAlloc};
use brotli::{BrotliCompressCustomIoCustomDict, IoReaderWrapper, IoWriterWrapper};
use sha2::{Digest, Sha256};

use crate::pack::{BROTLI_WINDOW, BUFFER, PackError, decompress, seed_header};

/// As small as the highest for what is nearly all copied, and ten times as quick: each publication makes thirty deltas a part.
const DELTA_QUALITY: i32 = 9;
const DELTA_MAGIC: &[u8; 8] = b"KWDELTA1";
/// The longest that the canonical bytes of one published pack may be.
pub const MAX_PUBLISHED: usize = 4 * 1024 * 1024;

/// What was signed about the canonical bytes of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Their hash.
    pub sha256: [u8; 32],
    /// How many they are.
    pub length: u64,
}

impl Expected {
    /// What is true of these bytes.
    pub fn of(canonical: &[u8]) -> Self {
        Self { sha256: Sha256::digest(canonical).into(), length: canonical.len() as u64 }
    }

    /// The length, if it is one that may be reserved.
    fn length(&self, cap: usize) -> Result<usize, PackError> {
        usize::try_from(self.length).ok().filter(|length| *length <= cap).ok_or(PackError::TooLarge)
    }

    fn check(&self, canonical: Vec<u8>) -> Result<Vec<u8>, PackError> {
        if Self::of(&canonical) == *self { Ok(canonical) } else { Err(PackError::Hash) }
    }
}

/// The delta that makes `new` out of `old`; both are canonical bytes. The same two always give the same delta.
///
/// # Errors
/// [`PackError::TooLarge`] where one of them is longer than [`MAX_PUBLISHED`], any other where the delta does not read back as `new`.
pub fn delta(old: &[u8], new: &[u8]) -> Result<Vec<u8>, PackError> {
    if old.len().max(new.len()) > MAX_PUBLISHED {
        return Err(PackError::TooLarge);
    }
    let params = BrotliEncoderParams {
        quality: DELTA_QUALITY,
        lgwin: BROTLI_WINDOW as i32,
        size_hint: new.len(),
        ..BrotliEncoderParams::default()
    };
    let mut out = DELTA_MAGIC.to_vec();
    BrotliCompressCustomIoCustomDict(
        &mut IoReaderWrapper(&mut Cursor::new(new)),
        &mut IoWriterWrapper(&mut out),
        &mut vec![0; BUFFER],
        &mut vec![0; BUFFER],
        &params,
        StandardAlloc::default(),
        &mut |_, _, _, _| (),
        old,
        io::ErrorKind::UnexpectedEof.into(),
    )
    .map_err(|_: io::Error| PackError::Compression)?;
    // Few people compress with a dictionary of their own: what is published has been read back.
    apply(old, &out, &Expected::of(new), MAX_PUBLISHED)?;
    Ok(out)
}

/// The canonical bytes that a delta makes out of `old`, which are exactly those that were signed.
///
/// # Errors
/// [`PackError::TooLarge`] where `old` or what is expected is longer than `cap`, [`PackError::Magic`] and [`PackError::Truncated`]
/// where it is no delta, [`PackError::Compression`] and [`PackError::Trailing`] where it is damaged or belongs to another old pack,
/// [`PackError::Hash`] where something else comes out.
pub fn apply(old: &[u8], delta: &[u8], expected: &Expected, cap: usize) -> Result<Vec<u8>, PackError> {
    let length = expected.length(cap)?;
    if old.len() > cap {
        return Err(PackError::TooLarge);
    }
    let (magic, compressed) = delta.split_first_chunk::<8>().ok_or(PackError::Truncated)?;
    if magic != DELTA_MAGIC {
        return Err(PackError::Magic);
    }
    expected.check(decompress(compressed, old, length)?)
}

/// The canonical bytes of a whole pack, which are exactly those that were signed.
///
/// # Errors
/// As for [`apply`]; [`PackError::Hash`] also where the file says at its beginning that it is another pack.
pub fn whole(file: &[u8], expected: &Expected, cap: usize) -> Result<Vec<u8>, PackError> {
    let length = expected.length(cap)?;
    let header = seed_header(file)?;
    if header.hash != expected.sha256 || header.length != length {
        return Err(PackError::Hash);
    }
    expected.check(decompress(header.compressed, &[], length)?)
}
