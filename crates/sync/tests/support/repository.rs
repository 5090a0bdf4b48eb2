//! A repository: drafts that can be changed at will, keys that sign them, and a host that has what was published.
//!
//! ```ignore
//! let mut repository = Repository::new(&host, expires);
//! repository.add_target("targets", "a.pack", b"...");
//! repository.publish(&["targets", "snapshot", "timestamp"]);
//! ```

use std::{collections::BTreeMap, sync::Arc};

use ring::digest::{SHA256, digest};
use serde_json::{Value, json};

use super::{Host, Reply, Signer, keys::canonical};

pub const ALL: [&str; 3] = ["targets", "snapshot", "timestamp"];

pub struct Repository {
    pub host: Host,
    /// The `signed` part of each role, as it will be published next.
    pub drafts: BTreeMap<String, Value>,
    /// Who signs each role, in this order.
    pub signers: BTreeMap<String, Vec<Arc<Signer>>>,
    /// The bytes of each role that were published last.
    pub published: BTreeMap<String, Vec<u8>>,
    /// Whether parents name the length and hash of their children.
    pub hashes: bool,
    expires: String,
}

impl Repository {
    /// Version 1 of everything, each role with an Ed25519 key of its own.
    pub fn new(host: &Host, expires: &str) -> Self {
        Self::signed_by(host, expires, Signer::ed25519)
    }

    pub fn signed_by(host: &Host, expires: &str, key: impl Fn() -> Signer) -> Self {
        let draft = |role: &str, rest: Value| {
            let mut draft = json!({ "_type": role, "spec_version": "1.0.31", "version": 1, "expires": expires });
            draft.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
            (role.to_owned(), draft)
        };
        let mut repository = Self {
            host: host.clone(),
            drafts: BTreeMap::from([
                draft("root", json!({ "consistent_snapshot": true, "keys": {}, "roles": {} })),
                draft("timestamp", json!({ "meta": {} })),
                draft("snapshot", json!({ "meta": {} })),
                draft("targets", json!({ "targets": {} })),
            ]),
            signers: BTreeMap::new(),
            published: BTreeMap::new(),
            hashes: false,
            expires: expires.into(),
        };
        for role in ["root", "timestamp", "snapshot", "targets"] {
            repository.drafts.get_mut("root").unwrap()["roles"][role] = json!({ "keyids": [], "threshold": 1 });
            repository.add_key(role, key());
        }
        for role in ["root", "targets", "snapshot", "timestamp"] {
            repository.publish_as_it_is(role);
        }
        repository
    }

    pub fn draft(&mut self, role: &str) -> &mut Value {
        self.drafts.get_mut(role).unwrap()
    }

    pub fn root(&self) -> Vec<u8> {
        self.published["root"].clone()
    }

    pub fn version(&self, role: &str) -> u64 {
        self.drafts[role]["version"].as_u64().unwrap()
    }

    /// A key more, which signs. Delegated roles have theirs in their parent: [`Repository::delegate`].
    pub fn add_key(&mut self, role: &str, key: Signer) -> Arc<Signer> {
        let key = Arc::new(key);
        self.allow(role, &key);
        self.signers.entry(role.into()).or_default().push(key.clone());
        key
    }

    /// The root lets this key sign, which it does not do yet.
    pub fn allow(&mut self, role: &str, key: &Signer) {
        let root = self.draft("root");
        root["keys"][&key.id] = key.public.clone();
        root["roles"][role]["keyids"].as_array_mut().unwrap().push(json!(key.id));
    }

    /// Other keys, as many as are needed. The old root keys go on signing, as the next root has to be.
    pub fn rotate(&mut self, role: &str) {
        self.draft("root")["roles"][role]["keyids"] = json!([]);
        let needed = self.drafts["root"]["roles"][role]["threshold"].as_u64().unwrap();
        let old = self.signers.remove(role).unwrap_or_default();
        for _ in 0..needed {
            self.add_key(role, Signer::ed25519());
        }
        if role == "root" {
            self.signers.get_mut(role).unwrap().extend(old);
        }
    }

    pub fn add_target(&mut self, role: &str, path: &str, bytes: &[u8]) {
        let hash = sha256(bytes);
        self.draft(role)["targets"][path] = json!({ "length": bytes.len(), "hashes": { "sha256": hash } });
        let (folder, file) = path.rfind('/').map_or(("", path), |slash| path.split_at(slash + 1));
        self.put(&format!("targets/{folder}{hash}.{file}"), bytes);
        self.put(&format!("targets/{path}"), bytes);
    }

    /// `rest` is what the delegation says beside its name, keys and threshold: `paths`, `path_hash_prefixes`, `terminating`.
    pub fn delegate(&mut self, parent: &str, role: &str, rest: Value) {
        let key = Arc::new(Signer::ed25519());
        let mut delegation = json!({ "name": role, "keyids": [key.id], "threshold": 1, "terminating": false });
        delegation.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        let draft = self.draft(parent);
        if draft.get("delegations").is_none() {
            draft["delegations"] = json!({ "keys": {}, "roles": [] });
        }
        draft["delegations"]["keys"][&key.id] = key.public.clone();
        draft["delegations"]["roles"].as_array_mut().unwrap().push(delegation);
        self.signers.entry(role.into()).or_default().push(key);
        let expires = self.expires.clone();
        self.drafts.entry(role.into()).or_insert_with(
            || json!({ "_type": "targets", "spec_version": "1.0.31", "version": 0, "expires": expires, "targets": {} }),
        );
    }

    /// The next version of each, in this order.
    pub fn publish(&mut self, roles: &[&str]) {
        for role in roles {
            let next = self.version(role) + 1;
            self.draft(role)["version"] = json!(next);
            self.publish_as_it_is(role);
        }
    }

    /// The draft, whatever version it says.
    pub fn publish_as_it_is(&mut self, role: &str) {
        let bytes = self.sign(role);
        self.publish_bytes(role, bytes);
    }

    pub fn publish_bytes(&mut self, role: &str, bytes: Vec<u8>) {
        let version = self.version(role);
        let name = encoded(role);
        self.put(&format!("metadata/{version}.{name}.json"), &bytes);
        self.put(&format!("metadata/{name}.json"), &bytes);
        let mut pin = json!({ "version": version });
        if self.hashes {
            pin["length"] = json!(bytes.len());
            pin["hashes"] = json!({ "sha256": sha256(&bytes) });
        }
        match role {
            "root" | "timestamp" => {}
            "snapshot" => self.draft("timestamp")["meta"]["snapshot.json"] = pin,
            role => self.draft("snapshot")["meta"][format!("{role}.json")] = pin,
        }
        self.published.insert(role.into(), bytes);
    }

    pub fn sign(&self, role: &str) -> Vec<u8> {
        let signed = &self.drafts[role];
        let message = canonical(signed);
        let signature =
            |key: &Arc<Signer>| json!({ "keyid": key.id, "sig": hex::encode(key.sign(message.as_bytes())) });
        let signatures: Vec<Value> = self.signers[role].iter().map(signature).collect();
        serde_json::to_vec_pretty(&json!({ "signatures": signatures, "signed": signed })).unwrap()
    }

    pub fn put(&self, path: &str, bytes: &[u8]) {
        self.host.shelf().files.insert(path.into(), Reply::ok(bytes));
    }

    pub fn answer(&self, path: &str, reply: Reply) {
        self.host.shelf().files.insert(path.into(), reply);
    }
}

pub fn sha256(bytes: &[u8]) -> String {
    hex::encode(digest(&SHA256, bytes))
}

pub fn encoded(role: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    role.bytes().map(|byte| if plain(byte) { (byte as char).to_string() } else { format!("%{byte:02X}") }).collect()
}
