//! Canonical JSON, which is what is signed, hashed and sent: sorted and without a space, so that it is short as well.

use olpc_cjson::CanonicalFormatter;
use serde::Serialize;
use serde_json::{Serializer, Value, json};

use crate::{Error, Key, Result};

pub(crate) fn json(value: &Value) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut out, CanonicalFormatter::new())).map_err(Error::Json)?;
    Ok(out)
}

/// A file of the site: what is said, and the signatures of these keys over it.
///
/// # Errors
/// [`Error::Json`].
pub fn signed<'a>(said: &Value, keys: impl IntoIterator<Item = &'a Key>) -> Result<Vec<u8>> {
    let message = json(said)?;
    let signature = |key: &Key| json!({ "keyid": key.id(), "sig": key.sign(&message) });
    let signatures: Vec<Value> = keys.into_iter().map(signature).collect();
    json(&json!({ "signatures": signatures, "signed": said }))
}
