//! What a repository publishes of the content: packs, deltas, and what an app is built with.

use kindway_content::{Pack, Record};
use kindway_sync::{Floors, Trust};
use serde_json::{Value, json};

use crate::support::{Device, Reply, Repository, repository::sha256};

impl Repository {
    /// A part of the content, in a role of its own.
    pub fn add_pack(&mut self, role: &str, pack: &Pack) {
        if !self.drafts.contains_key(role) {
            self.delegate("targets", role, json!({ "paths": [format!("{role}/*")], "terminating": true }));
        }
        let path = format!("{role}/content.pack");
        self.add_target(role, &path, &kindway_content::write_seed(pack).unwrap());
        let canonical = pack.to_canonical();
        self.draft(role)["targets"][&path]["custom"] =
            json!({ "sha256": sha256(&canonical), "length": canonical.len() });
    }

    /// Where the whole pack of a role lies.
    pub fn pack_at(&self, role: &str) -> String {
        let hash = &self.drafts[role]["targets"][format!("{role}/content.pack")]["hashes"]["sha256"];
        format!("targets/{role}/{}.content.pack", hash.as_str().unwrap())
    }

    pub fn add_delta(&mut self, old: &Pack, new: &Pack) {
        let (old, new) = (old.to_canonical(), new.to_canonical());
        self.put(&delta_at(&old, &new), &kindway_content::delta::delta(&old, &new).unwrap());
    }

    /// New packs of these roles, and all that follows from them. The timestamp has a tag.
    pub fn release(&mut self, packs: &[(&str, &Pack)]) {
        let known = self.drafts.len();
        for (role, pack) in packs {
            self.add_pack(role, pack);
            self.publish(&[role]);
        }
        if self.drafts.len() > known {
            self.publish(&["targets"]);
        }
        self.publish(&["snapshot"]);
        self.stamp();
    }

    /// The next timestamp, with a tag.
    pub fn stamp(&mut self) {
        self.publish(&["timestamp"]);
        let tag = format!("\"{}\"", self.version("timestamp"));
        self.answer("metadata/timestamp.json", Reply::ok(self.published["timestamp"].clone()).with("etag", &tag));
    }

    /// What an app is built with now.
    pub fn ship(&self) -> Trust {
        let floors = Floors::of(&Device::new(self).refresh().unwrap());
        self.host.asked();
        let root: Value = serde_json::from_slice(&self.root()).unwrap();
        let floors: Value = serde_json::from_str(&floors.to_json()).unwrap();
        let trust = json!({ "channel": "test", "host": self.host.address, "root": root, "floors": floors });
        Trust::read(trust.to_string().as_bytes()).unwrap()
    }
}

/// Where the delta between two packs lies.
pub fn delta_at(old: &[u8], new: &[u8]) -> String {
    format!("d/{}-{}", sha256(old), sha256(new))
}

/// A pack with one record. Of `length` bytes that nothing can make smaller, the same for the same seed.
pub fn noise(key: &str, seed: u64, length: usize) -> Pack {
    let mut state = seed | 1;
    let byte = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 24) as u8
    };
    one(key, (0..length).map(byte).collect())
}

/// A pack with one record that says this.
pub fn words(key: &str, text: &str) -> Pack {
    one(key, text.as_bytes().to_vec())
}

fn one(key: &str, body: Vec<u8>) -> Pack {
    Pack { records: vec![Record { key: key.into(), version: 1, review_by: None, body }] }
}
