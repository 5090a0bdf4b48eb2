//! What an app is built with: whom it believes, and where it asks.

use kindway_content::release::Edition;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use url::{Host, Url};

use crate::floors::Floors;

/// The trust of one build, from its `trust.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trust {
    /// Which of the separate publications it follows, such as `test` or `public`.
    pub channel: String,
    /// The address that all files lie below.
    pub host: String,
    /// The newest root when the app was built, as it was signed.
    pub root: Value,
    /// The versions of the content that is in the app.
    pub floors: Floors,
}

/// A `trust.json` that cannot be used.
#[derive(thiserror::Error, Debug, Clone, PartialEq, Eq)]
pub enum BadTrust {
    /// It is no object.
    #[error("trust.json: not a JSON object: {0}")]
    Json(String),
    /// A field is missing or wrong.
    #[error("trust.json: the field `{field}` {why}")]
    Field {
        /// Which.
        field: &'static str,
        /// What is wrong with it.
        why: String,
    },
}

impl Trust {
    /// Reads `trust.json`. Fields that it does not know are passed over.
    ///
    /// # Errors
    /// [`BadTrust`].
    pub fn read(bytes: &[u8]) -> Result<Self, BadTrust> {
        let mut fields: Map<String, Value> =
            serde_json::from_slice(bytes).map_err(|error| BadTrust::Json(error.to_string()))?;
        let trust = Self {
            channel: take(&mut fields, "channel")?,
            host: take(&mut fields, "host")?,
            root: take(&mut fields, "root")?,
            floors: take(&mut fields, "floors")?,
        };
        let wrong = |field, why: &str| Err(BadTrust::Field { field, why: why.into() });
        if trust.channel.is_empty() {
            return wrong("channel", "is empty");
        }
        if trust.address().is_none() {
            return wrong("host", "is not an address that begins with https:// (or http://)");
        }
        match trust.root.pointer("/signed/version").and_then(Value::as_u64) {
            None => return wrong("root", "is not a signed root: it has no `signed.version`"),
            // What shipped would be refused as older than itself.
            Some(version) if version < trust.floors.root => {
                return wrong("root", "is older than the one that `floors` asks for");
            }
            Some(_) => {}
        }
        if trust.floors.moment().is_none() {
            return wrong("floors", "has a `signed-at` that is no moment");
        }
        Ok(trust)
    }

    /// Where the content that came with the app stands in the order of what was published.
    #[must_use]
    pub fn edition(&self) -> Edition {
        self.floors.edition()
    }

    /// Whether the address leads to this very computer.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        match self.address().as_ref().and_then(Url::host) {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        }
    }

    fn address(&self) -> Option<Url> {
        Url::parse(&self.host).ok().filter(|url| matches!(url.scheme(), "https" | "http") && url.has_host())
    }
}

fn take<T: DeserializeOwned>(fields: &mut Map<String, Value>, field: &'static str) -> Result<T, BadTrust> {
    let wrong = |why: String| BadTrust::Field { field, why };
    let value = fields.remove(field).ok_or_else(|| wrong("is missing".into()))?;
    serde_json::from_value(value).map_err(|error| wrong(format!("is wrong: {error}")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn good() -> Value {
        let floors = json!({
            "root": 2, "keys": "k", "timestamp": 3, "snapshot": 4, "targets": 5, "roles": {}, "signed-at": 6, "later": 1,
        });
        json!({
            "channel": "test", "host": "https://example.org/v1/", "floors": floors, "later": true,
            "root": { "signatures": [], "signed": { "version": 2 } },
        })
    }

    fn refused(field: &str, value: Option<Value>) -> String {
        let mut trust = good();
        match value {
            Some(value) => trust[field] = value,
            None => drop(trust.as_object_mut().unwrap().remove(field)),
        }
        Trust::read(trust.to_string().as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn what_came_with_the_app_has_its_place_in_the_order() {
        let trust = Trust::read(good().to_string().as_bytes()).unwrap();
        assert_eq!(trust.edition(), Edition { root: 2, snapshot: 4 });
        assert_eq!(Trust::read(&serde_json::to_vec(&trust).unwrap()).unwrap(), trust, "as it was written");
    }

    #[test]
    fn the_field_that_is_missing_or_wrong_is_named() {
        for field in ["channel", "host", "root", "floors"] {
            for value in [None, Some(json!(7)), Some(json!("")), Some(json!({}))] {
                let error = refused(field, value.clone());
                assert!(error.contains(&format!("`{field}`")), "{value:?}: {error}");
            }
        }
        let error = refused("floors", Some(json!({ "root": 1 })));
        assert!(error.contains("`keys`"), "{error}");
        for host in ["example.org", "ftp://example.org/", "data:x", "https://"] {
            assert!(refused("host", Some(json!(host))).contains("`host`"), "{host}");
        }
        assert!(Trust::read(b"[]").unwrap_err().to_string().contains("object"));
    }

    #[test]
    fn a_root_below_its_own_floor_is_no_trust() {
        let error = refused("root", Some(json!({ "signed": { "version": 1 } })));
        assert!(error.contains("older"), "{error}");
    }

    #[test]
    fn only_this_computer_is_this_computer() {
        let at = |host: &str| Trust { host: host.into(), ..Trust::read(good().to_string().as_bytes()).unwrap() };
        for host in ["http://127.0.0.1:8080/v1/", "http://localhost/", "http://[::1]:9/"] {
            assert!(at(host).is_loopback(), "{host}");
        }
        for host in ["https://example.org/", "http://localhost.example.org/", "http://127.0.0.1.example.org/"] {
            assert!(!at(host).is_loopback(), "{host}");
        }
    }
}
