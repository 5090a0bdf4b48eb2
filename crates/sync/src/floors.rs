//! The versions below which nothing is believed, apart from the files that they were read from.
//!
//! The stored files are floors by themselves ([`Updater`](crate::Updater)). These hold where those are lost: they come with the app, stand
//! beside the content, and lie in a small file of their own; in force is the [`highest`](Floors::highest).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use kindway_content::release::Edition;
use ring::digest::{Context, SHA256};
use serde::{Deserialize, Serialize};

use crate::{Root, Trusted};

/// The end of the name of every list.
const JSON: &str = ".json";

/// Version floors. All but `root` hold only under a root that gives the timestamp and the snapshot the same keys: with other keys an
/// authorised root takes back what the old ones signed (The Update Framework, 5.3.11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Floors {
    /// Of the root. It never falls.
    pub root: u64,
    /// Which keys, and how many of them, sign the timestamp and the snapshot: [`Floors::keys_of`] the root.
    pub keys: String,
    /// Of the timestamp.
    pub timestamp: u64,
    /// Of the snapshot.
    pub snapshot: u64,
    /// Of the list that the offline keys sign.
    pub targets: u64,
    /// Of each list below it, by its role.
    pub roles: BTreeMap<String, u64>,
    /// The newest moment that a timestamp was signed at and that is believed, in seconds since 1970. It falls with the versions: whoever
    /// stole the key of the timestamp may have signed a moment that is far ahead, and new keys have to be able to take it back.
    pub signed_at: u64,
}

/// As they are kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(flatten)]
    floors: Floors,
    /// SHA-256 of the floors as JSON.
    sum: String,
}

/// A text that holds no floors. It is never taken for "no floors".
#[derive(thiserror::Error, Debug, Clone, PartialEq, Eq)]
#[error("not version floors: {0}")]
pub struct NoFloors(String);

impl Floors {
    /// What has been verified.
    #[must_use]
    pub fn of(trusted: &Trusted) -> Self {
        let snapshot = trusted.snapshot();
        let lists = snapshot.meta.iter().filter_map(|(file, pin)| Some((file.strip_suffix(JSON)?, pin.version)));
        let signed_at = trusted.signed_at().map_or(0, |moment| moment.timestamp());
        Self {
            root: trusted.root().version,
            keys: Self::keys_of(trusted.root()),
            timestamp: trusted.timestamp().version,
            snapshot: snapshot.version,
            targets: trusted.targets().version,
            roles: lists
                .filter(|(role, _)| *role != "targets")
                .map(|(role, version)| (role.to_owned(), version))
                .collect(),
            signed_at: u64::try_from(signed_at).unwrap_or_default(),
        }
    }

    /// A name for the keys of the timestamp and the snapshot and for how many of each have to sign.
    #[must_use]
    pub fn keys_of(root: &Root) -> String {
        let mut context = Context::new(&SHA256);
        for name in ["timestamp", "snapshot"] {
            let Some(role) = root.role(name) else { continue };
            // The order in which a root lists its keys says nothing.
            let ids: BTreeSet<&String> = role.keyids.iter().collect();
            context.update(format!("{name} {} {}\n", role.threshold, ids.len()).as_bytes());
            for id in ids {
                context.update(format!("{} {id}\n", id.len()).as_bytes());
            }
        }
        hex::encode(context.finish())
    }

    /// Where the content that they were raised with stands in the order of what was published.
    #[must_use]
    pub fn edition(&self) -> Edition {
        Edition { root: self.root, snapshot: self.snapshot }
    }

    /// What is in force where both are known.
    #[must_use]
    pub fn highest(self, other: Self) -> Self {
        let (mut high, low) = if self.root >= other.root { (self, other) } else { (other, self) };
        if high.keys == low.keys {
            high.signed_at = high.signed_at.max(low.signed_at);
            high.timestamp = high.timestamp.max(low.timestamp);
            high.snapshot = high.snapshot.max(low.snapshot);
            high.targets = high.targets.max(low.targets);
            for (role, version) in low.roles {
                let floor = high.roles.entry(role).or_default();
                *floor = version.max(*floor);
            }
        }
        high
    }

    /// Whether more than the floor of the root is in force under this root.
    #[must_use]
    pub fn hold(&self, root: &Root) -> bool {
        self.keys == Self::keys_of(root)
    }

    /// When it is at least.
    #[must_use]
    pub fn moment(&self) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp(i64::try_from(self.signed_at).ok()?, 0)
    }

    /// Reads what [`Floors::to_json`] wrote. Fields that it does not know are passed over.
    ///
    /// # Errors
    /// [`NoFloors`], which names what is missing or wrong.
    pub fn read(text: &[u8]) -> Result<Self, NoFloors> {
        let Kept { floors, sum } = serde_json::from_slice(text).map_err(|error| NoFloors(error.to_string()))?;
        if sum != floors.sum() {
            return Err(NoFloors("they do not add up to their `sum`".into()));
        }
        match floors.moment() {
            Some(_) => Ok(floors),
            None => Err(NoFloors("`signed-at` is no moment".into())),
        }
    }

    /// As they are kept: with a sum, so that a digit that was damaged is not taken for another number. A floor that fell would let old
    /// files in, one that rose would end all updates. It is no signature: whoever can write a sum can write floors.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Numbers and texts: there is nothing in it that has no JSON.
        serde_json::json!(Kept { sum: self.sum(), floors: self.clone() }).to_string()
    }

    fn sum(&self) -> String {
        let text = serde_json::json!(self).to_string();
        hex::encode(ring::digest::digest(&SHA256, text.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn floors(root: u64, keys: &str, version: u64) -> Floors {
        Floors {
            root,
            keys: keys.into(),
            timestamp: version,
            snapshot: version,
            targets: version,
            roles: BTreeMap::from([("contacts".into(), version)]),
            signed_at: version * 10,
        }
    }

    fn root(timestamp: &[&str], threshold: usize) -> Root {
        let role = |ids: &[&str], threshold| serde_json::json!({ "keyids": ids, "threshold": threshold });
        let roles = serde_json::json!({ "timestamp": role(timestamp, threshold), "snapshot": role(&["s"], 1) });
        serde_json::from_value(serde_json::json!({
            "_type": "root", "spec_version": "1.0.31", "version": 1, "expires": "2030-01-01T00:00:00Z",
            "consistent_snapshot": true, "keys": {}, "roles": roles,
        }))
        .unwrap()
    }

    #[test]
    fn of_two_with_the_same_keys_each_number_is_the_higher_one() {
        let (mut a, b) = (floors(2, "k", 5), floors(3, "k", 4));
        a.roles.insert("rules".into(), 7);
        let both = Floors {
            root: 3,
            roles: BTreeMap::from([("contacts".into(), 5), ("rules".into(), 7)]),
            ..floors(0, "k", 5)
        };
        assert_eq!(a.clone().highest(b.clone()), both);
        assert_eq!(b.highest(a), both);
    }

    #[test]
    fn of_two_with_other_keys_those_of_the_newer_root_are_in_force_and_so_is_its_time() {
        let (old, new) = (floors(2, "stolen", 99_999), floors(3, "k", 4));
        assert_eq!(old.clone().highest(new.clone()), new);
        assert_eq!(new.clone().highest(old), new);
    }

    #[test]
    fn the_name_of_the_keys_is_another_for_other_keys_and_thresholds_but_not_for_another_order() {
        let name = |ids: &[&str], threshold| Floors::keys_of(&root(ids, threshold));
        assert_eq!(name(&["a", "b"], 1), name(&["b", "a", "b"], 1));
        for other in [name(&["a"], 1), name(&["a", "b"], 2), name(&["a", "c"], 1), name(&["ab"], 1)] {
            assert_ne!(other, name(&["a", "b"], 1));
        }
    }

    #[test]
    fn floors_come_back_as_they_were_written() {
        let floors = floors(2, "k", 5);
        assert_eq!(Floors::read(floors.to_json().as_bytes()).unwrap(), floors);
        assert!(floors.to_json().contains("\"signed-at\":50"));
    }

    #[test]
    fn a_field_of_a_later_version_is_passed_over() {
        let floors = floors(2, "k", 5);
        let text = floors.to_json().replacen('{', "{\"later\":[1],", 1);
        assert_eq!(Floors::read(text.as_bytes()).unwrap(), floors);
    }

    #[test]
    fn a_text_that_is_no_floors_is_an_error() {
        let whole = floors(2, "k", 5).to_json();
        let without = |field: &str| {
            let mut value: serde_json::Value = serde_json::from_str(&whole).unwrap();
            value.as_object_mut().unwrap().remove(field).unwrap();
            (value.to_string(), format!("`{field}`"))
        };
        for field in ["root", "keys", "timestamp", "snapshot", "targets", "roles", "signed-at", "sum"] {
            let (text, named) = without(field);
            let error = Floors::read(text.as_bytes()).unwrap_err().to_string();
            assert!(error.contains(&named), "{error}");
        }
        let beyond = Floors { signed_at: u64::MAX, ..floors(2, "k", 5) }.to_json();
        for text in ["", "{}", "null", "[]", "\0\0\0", &whole[..whole.len() - 1], &beyond] {
            assert!(Floors::read(text.as_bytes()).is_err(), "{text:?}");
        }
    }

    #[test]
    fn floors_of_which_one_bit_was_turned_are_no_floors() {
        let whole = floors(2, "k", 5);
        let text = whole.to_json().into_bytes();
        for at in 0..text.len() * 8 {
            let mut damaged = text.clone();
            damaged[at / 8] ^= 1 << (at % 8);
            assert!(!Floors::read(&damaged).is_ok_and(|read| read != whole), "bit {at}");
        }
    }
}
