//! What each file says, before it is signed.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use kindway_content::delta::Expected;
use kindway_content::roles::RoleName;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::{Key, ROOT_THRESHOLD, Signer};

const SPEC: &str = "1.0.31";

/// For how long a file of a signer holds.
pub(crate) fn life(signer: &Signer) -> TimeDelta {
    match signer {
        Signer::Root(_) => TimeDelta::days(2 * 365),
        Signer::Targets | Signer::Role(_) => TimeDelta::days(365),
        Signer::Snapshot => TimeDelta::days(90),
        Signer::Timestamp => TimeDelta::days(14),
    }
}

pub(crate) fn written(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn until(signer: &Signer, now: DateTime<Utc>) -> String {
    written(now + life(signer))
}

/// The path of the one target of a role.
pub(crate) fn path(role: &RoleName) -> String {
    format!("{role}/content.pack")
}

pub(crate) fn file_name(role: &str) -> String {
    format!("{role}.json")
}

/// The first root: three keys for itself, one for each of the others.
pub(crate) fn root(roots: &[Key], targets: &Key, snapshot: &Key, timestamp: &Key, now: DateTime<Utc>) -> Value {
    let all = roots.iter().chain([targets, snapshot, timestamp]);
    let keys: Map<String, Value> = all.map(|key| (key.id().to_owned(), key.public().clone())).collect();
    let one = |key: &Key| json!({ "keyids": [key.id()], "threshold": 1 });
    let ids: Vec<&str> = roots.iter().map(Key::id).collect();
    json!({
        "_type": "root",
        "consistent_snapshot": true,
        "expires": until(&Signer::Root(1), now),
        "keys": keys,
        "roles": {
            // In the order of their numbers: the first is root-1.
            "root": { "keyids": ids, "threshold": ROOT_THRESHOLD },
            "snapshot": one(snapshot),
            "targets": one(targets),
            "timestamp": one(timestamp),
        },
        "spec_version": SPEC,
        "version": 1,
    })
}

/// The list that lists nothing itself and gives every role its part.
pub(crate) fn targets<'a>(roles: impl IntoIterator<Item = (&'a RoleName, &'a Key)>, now: DateTime<Utc>) -> Value {
    let mut said = json!({
        "_type": "targets",
        "delegations": { "keys": {}, "roles": [] },
        "expires": until(&Signer::Targets, now),
        "spec_version": SPEC,
        "targets": {},
        "version": 1,
    });
    for (role, key) in roles {
        delegate(&mut said, role, key);
    }
    said
}

/// Gives a role this key, and takes away the one that it had.
pub(crate) fn delegate(targets: &mut Value, role: &RoleName, key: &Key) {
    let Some(delegations) = targets.get_mut("delegations").and_then(Value::as_object_mut) else { return };
    let delegation = json!({
        "keyids": [key.id()],
        "name": role.as_str(),
        "paths": [format!("{role}/*")],
        "terminating": true,
        "threshold": 1,
    });
    if let Some(roles) = delegations.get_mut("roles").and_then(Value::as_array_mut) {
        match roles.iter_mut().find(|known| known.get("name").and_then(Value::as_str) == Some(role.as_str())) {
            Some(known) => *known = delegation,
            None => roles.push(delegation),
        }
    }
    let used = named(delegations.get("roles"));
    if let Some(keys) = delegations.get_mut("keys").and_then(Value::as_object_mut) {
        keys.insert(key.id().to_owned(), key.public().clone());
        keys.retain(|id, _| used.contains(id));
    }
}

/// Gives a role of the root this key instead of another.
pub(crate) fn entrust(root: &mut Value, signer: &Signer, key: &Key) {
    let place = match signer {
        Signer::Root(number) => usize::from(number.saturating_sub(1)),
        _ => 0,
    };
    let ids = root.get_mut("roles").and_then(|roles| roles.get_mut(signer.role())?.get_mut("keyids"));
    if let Some(id) = ids.and_then(|ids| ids.get_mut(place)) {
        *id = json!(key.id());
    }
    let used = named(root.get("roles"));
    if let Some(keys) = root.get_mut("keys").and_then(Value::as_object_mut) {
        keys.insert(key.id().to_owned(), key.public().clone());
        keys.retain(|id, _| used.contains(id));
    }
}

/// The ids of all keys that these roles name.
fn named(roles: Option<&Value>) -> Vec<String> {
    let each: Vec<&Value> = match roles {
        Some(Value::Array(roles)) => roles.iter().collect(),
        Some(Value::Object(roles)) => roles.values().collect(),
        _ => Vec::new(),
    };
    let ids = each.into_iter().filter_map(|role| role.get("keyids")?.as_array()).flatten();
    ids.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// What a role signs of its pack.
pub(crate) fn targets_of(role: &RoleName, file: &[u8], canonical: &Expected) -> Value {
    let target = json!({
        "custom": { "length": canonical.length, "sha256": hex::encode(canonical.sha256) },
        "hashes": { "sha256": hex::encode(Sha256::digest(file)) },
        "length": file.len(),
    });
    json!({ path(role): target })
}

/// The list of a role.
pub(crate) fn role(role: &RoleName, targets: Value, version: u64, now: DateTime<Utc>) -> Value {
    json!({
        "_type": "targets",
        "expires": until(&Signer::Role(role.clone()), now),
        "spec_version": SPEC,
        "targets": targets,
        "version": version,
    })
}

/// Which versions belong together. Nothing but versions: every phone loads this after every change.
pub(crate) fn snapshot(meta: &Map<String, Value>, version: u64, now: DateTime<Utc>) -> Value {
    json!({
        "_type": "snapshot",
        "expires": until(&Signer::Snapshot, now),
        "meta": meta,
        "spec_version": SPEC,
        "version": version,
    })
}

/// That this snapshot is the newest, and when that was said.
pub(crate) fn timestamp(snapshot: u64, version: u64, now: DateTime<Utc>) -> Value {
    json!({
        "_type": "timestamp",
        "expires": until(&Signer::Timestamp, now),
        "meta": { "snapshot.json": { "version": snapshot } },
        "signed-at": written(now),
        "spec_version": SPEC,
        "version": version,
    })
}

/// The same again, one version on and with a new life.
pub(crate) fn renewed(said: &Value, signer: &Signer, version: u64, now: DateTime<Utc>) -> Value {
    let mut said = said.clone();
    if let Some(fields) = said.as_object_mut() {
        fields.insert("version".to_owned(), json!(version));
        fields.insert("expires".to_owned(), json!(until(signer, now)));
    }
    said
}
