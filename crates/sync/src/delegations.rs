//! To whom a list of targets gives a part of its paths away.

use std::collections::BTreeSet;

use sigstore_tuf::{DelegatedRole, Targets};

use crate::verify::{TOP_LEVEL, Untrusted};

/// A file of this name holds the floors ([`Sync`](crate::Sync)).
const FLOORS: &str = "floors";

/// Refuses a list whose delegations cannot be followed in only one way.
pub(crate) fn check(targets: &Targets) -> Result<(), Untrusted> {
    let wrong = |what: String| Err(Untrusted::Malformed(what));
    let mut names = BTreeSet::new();
    for role in targets.delegations.iter().flat_map(|delegations| &delegations.roles) {
        // Stored files are named after their role: a delegation called `root` would overwrite the root.
        if role.name.is_empty() || role.name == FLOORS || TOP_LEVEL.contains(&role.name.as_str()) {
            return wrong(format!("a delegation may not be called {:?}", role.name));
        }
        if !names.insert(&role.name) {
            return wrong(format!("two delegations are called {:?}", role.name));
        }
        if role.paths.is_some() == role.path_hash_prefixes.is_some() {
            return wrong(format!("the delegation {:?} needs either `paths` or `path_hash_prefixes`", role.name));
        }
    }
    Ok(())
}

/// Whether `role` may speak for `path`.
pub(crate) fn covers(role: &DelegatedRole, path: &str) -> bool {
    let Some(paths) = &role.paths else {
        return role.matches_path(path).unwrap_or(false);
    };
    // The library refuses `***`, `a**b` and an open bracket as mistakes, and takes the whole search down with them. In the
    // specification they are patterns like any other, so they are written in a way that it reads.
    paths.iter().any(|pattern| {
        let mut one = role.clone();
        one.paths = Some(vec![readable(pattern)]);
        one.matches_path(path).unwrap_or(false)
    })
}

/// The same pattern, as the library can read it: several stars are one, and a bracket that nothing closes stands for itself.
fn readable(pattern: &str) -> String {
    let segment = |segment: &str| {
        let mut out = String::new();
        let mut rest = segment;
        while let Some(first) = rest.chars().next() {
            let length = match first {
                '[' => class(rest),
                _ => None,
            }
            .unwrap_or(first.len_utf8());
            let (token, after) = rest.split_at(length);
            match token {
                "*" if out.ends_with('*') => {}
                "[" => out.push_str("[[]"),
                token => out.push_str(token),
            }
            rest = after;
        }
        out
    };
    pattern.split('/').map(segment).collect::<Vec<_>>().join("/")
}

/// The length of the character class that `text` begins with, in bytes. Its first member may be a closing bracket.
fn class(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('[')?;
    let negated = usize::from(inside.starts_with('!'));
    let first = inside.get(negated..)?.chars().next()?.len_utf8();
    let end = inside.get(negated + first..)?.find(']')?;
    Some(1 + negated + first + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(field: &str, values: &[&str]) -> DelegatedRole {
        serde_json::from_value(serde_json::json!({ "name": "ti", "keyids": [], "threshold": 1, field: values }))
            .unwrap()
    }

    fn matching(pattern: &str, path: &str) -> bool {
        covers(&role("paths", &[pattern]), path)
    }

    #[test]
    fn a_star_stays_within_its_folder() {
        assert!(matching("ti/*", "ti/articles.pack"));
        assert!(!matching("ti/*", "ti/deeper/articles.pack"), "`*` never matches a slash (specification 4.5)");
        assert!(!matching("*", "ti/articles.pack"));
    }

    #[test]
    fn several_stars_are_one_and_stay_within_their_folder() {
        assert!(matching("a**b", "a-and-b"));
        assert!(matching("***", "anything"));
        assert!(!matching("**", "any/thing"), "a recursive star is no part of TUF");
    }

    #[test]
    fn a_bracket_that_nothing_closes_stands_for_itself() {
        assert!(matching("a[b", "a[b"));
        assert!(!matching("a[b", "ab"));
        assert!(matching("a[]b]c", "a]c"), "a closing bracket may be the first member of a class");
    }

    #[test]
    fn a_hash_prefix_is_of_the_sha256_of_the_path() {
        crate::crypto::install();
        // sha256("ti/articles.pack") begins with this.
        let hash = hex::encode(sigstore_crypto::sha256(b"ti/articles.pack").as_bytes());
        assert!(covers(&role("path_hash_prefixes", &["zz", &hash[..3]]), "ti/articles.pack"));
        assert!(!covers(&role("path_hash_prefixes", &["zz"]), "ti/articles.pack"));
    }
}
