//! The sealed file. It says nothing about what is in it: random bytes after eight that name the format, in steps of 64 KiB.
//!
//! `KWMOVE01 | salt 32 | nonce 24 | ciphertext`, XChaCha20-Poly1305 under the key that the code gives with the salt
//! (`HKDF-SHA256(the 36 free digits as ASCII, salt, "kindway moving 1")`). The first 64 bytes are the associated data. Inside:
//! `length u32 LE | the rows, brotli with a window of 256 KB | zeros`.
//!
//! What comes in is hostile: every length is compared with what is there before anything is reserved, and what is unpacked is counted
//! while it is read.

use std::io::{self, BufReader, Read, Write};

use base64::{Engine, engine::general_purpose::STANDARD};
use brotli::{BrotliDecompressStream, BrotliResult, BrotliState, enc::StandardAlloc};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, aead::AeadInOut};
use zeroize::Zeroizing;

use super::{
    code::Digits,
    rows::{self, Moved},
};
use crate::error::{ApiError, Code};

const MAGIC: &[u8; 6] = b"KWMOVE";
const SALT: usize = 32;
const NONCE: usize = 24;
const HEAD: usize = MAGIC.len() + 2 + SALT + NONCE;
const TAG: usize = 16;
/// What is sealed is a whole number of these, so that its size says little.
const STEP: usize = 64 * 1024;
/// The most that is sealed.
const SEALED_MOST: usize = 8 * 1024 * 1024;
const FILE_MOST: usize = HEAD + SEALED_MOST + TAG;
/// The most that it unpacks to. One text may be all of it, and the reader of JSON has that twice, beside the file.
const UNPACKED_MOST: usize = 8 * 1024 * 1024;
const QUALITY: u32 = 9;
/// The window as a power of two, and how a stream of brotli says so in its first four bits (RFC 7932, 9.1). No other is read, so that no
/// stream can ask for much memory.
const WINDOW: u32 = 18;
const SAYS_WINDOW: u8 = 0b0011;
const BUFFER: usize = 16 * 1024;

/// Reads one format. The bytes are the whole file.
pub(super) type Reader = fn(Vec<u8>, &Digits) -> Result<Moved, ApiError>;

/// Every format that was ever written.
const READERS: [(u8, Reader); 1] = [(1, read_1)];
/// The format that is written.
const NEWEST: u8 = 1;

/// A file in base64, and what reads it.
///
/// # Errors
/// [`Code::MovingTooLarge`], [`Code::MovingNotOurs`], [`Code::MovingNewer`], [`Code::MovingCut`].
pub(super) fn recognised(file: String) -> Result<(Vec<u8>, Reader), ApiError> {
    if file.len() > FILE_MOST.div_ceil(3) * 4 {
        return Err(ApiError::new(Code::MovingTooLarge));
    }
    let not_ours = || ApiError::new(Code::MovingNotOurs);
    let bytes = STANDARD.decode(&file).map_err(|_| not_ours())?;
    drop(file);
    let [tens @ b'0'..=b'9', ones @ b'0'..=b'9', ..] = bytes.strip_prefix(MAGIC).ok_or_else(not_ours)? else {
        return Err(not_ours());
    };
    let format = (tens - b'0') * 10 + (ones - b'0');
    if format > NEWEST {
        return Err(ApiError::new(Code::MovingNewer));
    }
    let reader = READERS.into_iter().find(|(of, _)| *of == format).ok_or_else(not_ours)?.1;
    Ok((bytes, reader))
}

/// Seals rows. The salt and the nonce are new for each file.
///
/// # Errors
/// [`Code::MovingTooLarge`].
pub(super) fn seal(rows: &[u8], code: &Digits, salt: [u8; SALT], nonce: [u8; NONCE]) -> Result<Vec<u8>, ApiError> {
    let too_large = || ApiError::new(Code::MovingTooLarge);
    let unexpected = || ApiError::new(Code::Unexpected);
    if rows.len() > UNPACKED_MOST {
        return Err(too_large());
    }
    let mut packing = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    packing.write_all(rows).map_err(|_| unexpected())?;
    let packed = Zeroizing::new(packing.into_inner());
    let inside = (4 + packed.len()).next_multiple_of(STEP);
    if inside > SEALED_MOST {
        return Err(too_large());
    }
    let length = u32::try_from(packed.len()).map_err(|_| too_large())?;
    let head = [MAGIC.as_slice(), format!("{NEWEST:02}").as_bytes(), &salt, &nonce].concat();
    let mut plain = Vec::with_capacity(inside + TAG);
    plain.extend_from_slice(&length.to_le_bytes());
    plain.extend_from_slice(&packed);
    plain.resize(inside, 0);
    XChaCha20Poly1305::new(&(*code.key(&salt)?).into())
        .encrypt_in_place(&nonce.into(), &head, &mut plain)
        .map_err(|_| unexpected())?;
    Ok([head, plain].concat())
}

pub(super) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

fn read_1(mut bytes: Vec<u8>, code: &Digits) -> Result<Moved, ApiError> {
    let unreadable = || ApiError::new(Code::MovingUnreadable);
    let inside = bytes.len().saturating_sub(HEAD + TAG);
    if inside > SEALED_MOST {
        return Err(ApiError::new(Code::MovingTooLarge));
    }
    if inside == 0 || !inside.is_multiple_of(STEP) {
        return Err(ApiError::new(Code::MovingCut));
    }
    let head: Vec<u8> = bytes.drain(..HEAD).collect();
    let (_, salt_and_nonce) = head.split_at(MAGIC.len() + 2);
    let (salt, nonce) = salt_and_nonce.split_at(SALT);
    let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| unreadable())?;
    XChaCha20Poly1305::new(&(*code.key(salt)?).into())
        .decrypt_in_place(&nonce.into(), &head, &mut bytes)
        // A code of another file and a changed byte look the same from here.
        .map_err(|_| ApiError::new(Code::MovingAltered))?;
    let plain = Zeroizing::new(bytes);
    let (length, rest) = plain.split_first_chunk::<4>().ok_or_else(unreadable)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| unreadable())?;
    let (packed, zeros) = rest.split_at_checked(length).ok_or_else(unreadable)?;
    if packed.first().is_none_or(|first| first & 0b1111 != SAYS_WINDOW) || zeros.iter().any(|byte| *byte != 0) {
        return Err(unreadable());
    }
    rows::read(BufReader::with_capacity(BUFFER, Unpacking::new(packed)))
}

/// Unpacks a stream of brotli that ends where its bytes end, and counts what comes out.
struct Unpacking<'a> {
    packed: &'a [u8],
    /// How much may still come out.
    room: usize,
    ended: bool,
    state: BrotliState<StandardAlloc, StandardAlloc, StandardAlloc>,
}

impl<'a> Unpacking<'a> {
    fn new(packed: &'a [u8]) -> Self {
        let alloc = StandardAlloc::default;
        Self { packed, room: UNPACKED_MOST, ended: false, state: BrotliState::new_strict(alloc(), alloc(), alloc()) }
    }
}

impl Read for Unpacking<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.ended || buffer.is_empty() {
            return Ok(0);
        }
        let (mut left, mut read, mut free, mut written, mut total) = (self.packed.len(), 0, buffer.len(), 0, 0);
        let result = BrotliDecompressStream(
            &mut left,
            &mut read,
            self.packed,
            &mut free,
            &mut written,
            buffer,
            &mut total,
            &mut self.state,
        );
        self.packed = self.packed.get(read..).unwrap_or_default();
        self.room = self.room.checked_sub(written).ok_or(io::ErrorKind::FileTooLarge)?;
        match result {
            BrotliResult::NeedsMoreOutput if written > 0 => {}
            BrotliResult::ResultSuccess if self.packed.is_empty() => self.ended = true,
            _ => return Err(io::ErrorKind::InvalidData.into()),
        }
        Ok(written)
    }
}
