//! A file that the lists promise: what it has to be, and whether what came is that.

use std::{collections::BTreeMap, io};

use ring::digest::{Algorithm, Context, SHA256, SHA512};
use serde_json::Value;
use sigstore_tuf::{MetaFile, TargetFile};

use crate::{address, verify::Untrusted};

/// A file that somebody who may speak for its path has signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    path: String,
    address: String,
    hash: String,
    length: u64,
    hashes: BTreeMap<String, String>,
    custom: Option<Value>,
}

impl Target {
    pub(crate) fn new(path: &str, file: &TargetFile, consistent: bool) -> Result<Self, Untrusted> {
        let hash = file.hashes.get("sha256").or_else(|| file.hashes.get("sha512")).ok_or(Untrusted::Hash)?;
        if !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Untrusted::Hash);
        }
        let address = address::of_target(path, consistent.then_some(hash))
            .ok_or_else(|| Untrusted::Malformed(format!("{path:?} leads out of its folder")))?;
        let (hash, hashes, custom) = (hash.to_ascii_lowercase(), file.hashes.clone(), file.custom.clone());
        Ok(Self { path: path.to_owned(), address, hash, length: file.length, hashes, custom })
    }

    /// Its name in the list.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Where it lies, below the address of the targets.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The hash that names it, in hexadecimal.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Its length in bytes.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// What the signer said about it beside its length and hash.
    #[must_use]
    pub fn custom(&self) -> Option<&Value> {
        self.custom.as_ref()
    }

    /// Refuses bytes that are not this file.
    pub(crate) fn is_bytes(&self, bytes: &[u8]) -> Result<(), Untrusted> {
        let mut nowhere = io::sink();
        let mut checked = Checked::new(self, &mut nowhere);
        // A sink takes everything.
        let _ = io::Write::write_all(&mut checked, bytes);
        checked.finish()
    }

    /// Whether what `source` gives is this file.
    ///
    /// # Errors
    /// When `source` cannot be read.
    pub fn is(&self, source: &mut dyn io::Read) -> io::Result<bool> {
        let mut nowhere = io::sink();
        let mut checked = Checked::new(self, &mut nowhere);
        io::copy(source, &mut checked)?;
        Ok(checked.finish().is_ok())
    }
}

/// Writes on what it is given, and knows at the end whether it was the file that was signed.
pub(crate) struct Checked<'a> {
    body: &'a mut dyn io::Write,
    length: u64,
    found: u64,
    hashes: Vec<(Context, String)>,
}

impl<'a> Checked<'a> {
    pub(crate) fn new(target: &Target, body: &'a mut dyn io::Write) -> Self {
        Self { body, length: target.length, found: 0, hashes: contexts(&target.hashes) }
    }

    pub(crate) fn finish(self) -> Result<(), Untrusted> {
        if self.found != self.length {
            return Err(Untrusted::Length { signed: self.length, found: self.found });
        }
        all_match(self.hashes)
    }
}

impl io::Write for Checked<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.body.write_all(bytes)?;
        self.found += bytes.len() as u64;
        for (context, _) in &mut self.hashes {
            context.update(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.body.flush()
    }
}

/// Whether a file has the length and the hashes that were pinned, as far as any were.
pub(crate) fn fits(bytes: &[u8], pin: &MetaFile) -> Result<(), Untrusted> {
    let found = bytes.len() as u64;
    match pin.length {
        Some(signed) if signed != found => return Err(Untrusted::Length { signed, found }),
        _ => {}
    }
    let Some(hashes) = &pin.hashes else { return Ok(()) };
    let mut contexts = contexts(hashes);
    for (context, _) in &mut contexts {
        context.update(bytes);
    }
    all_match(contexts)
}

fn contexts(hashes: &BTreeMap<String, String>) -> Vec<(Context, String)> {
    let known = |name: &str| -> Option<&'static Algorithm> {
        match name {
            "sha256" => Some(&SHA256),
            "sha512" => Some(&SHA512),
            _ => None,
        }
    };
    hashes.iter().filter_map(|(name, hash)| Some((Context::new(known(name)?), hash.to_ascii_lowercase()))).collect()
}

/// None that is known is not "nothing to check".
fn all_match(hashes: Vec<(Context, String)>) -> Result<(), Untrusted> {
    let some = !hashes.is_empty();
    let all = hashes.into_iter().all(|(context, hash)| hex::encode(context.finish()) == hash);
    if some && all { Ok(()) } else { Err(Untrusted::Hash) }
}
