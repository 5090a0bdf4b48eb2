//! Whose work is inside, and under which terms. Everything that is built with has to be allowed; what ships is written to a file
//! that About shows.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use serde::{Deserialize, Serialize};

use crate::steps::{Result, cargo, read, root};

/// The list that About shows.
const LIST: &str = "ui/src/generated/licences.json";

/// The package whose dependencies ship, and where it ships to.
const SHIPPED: &str = "kindway-shell";
const PLATFORMS: [&str; 2] = ["x86_64-unknown-linux-gnu", "aarch64-linux-android"];

/// Terms under which others may use and pass on the app without asking anybody.
const ALLOWED: [&str; 17] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    // For data alone: Mozilla's list of certificate authorities.
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "WTFPL",
    "Zlib",
    // SQLite's own: "May you do good and not evil", and no condition.
    "blessing",
];

/// Allowed too in what only builds or tests the app.
const ALLOWED_IN_TOOLS: [&str; 4] = ["BlueOak-1.0.0", "CC-BY-3.0", "CC-BY-4.0", "Python-2.0"];

/// A package that ships, as About shows it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Package {
    name: String,
    version: String,
    licence: String,
}

/// Fails on terms that are not allowed, and where the committed list is not what ships.
pub(crate) fn check() -> Result {
    let list = allowed_list()?;
    let committed = fs::read_to_string(root().join(LIST)).unwrap_or_default();
    if committed == list {
        Ok(())
    } else {
        Err(format!("{LIST} is not what ships: `cargo xtask check --write` makes it so"))
    }
}

/// Writes the list.
pub(crate) fn write() -> Result {
    let path = root().join(LIST);
    let list = allowed_list()?;
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(&path, list))
        .map_err(|error| format!("{LIST}: {error}"))
}

fn allowed_list() -> Result<String> {
    let mut shipped = BTreeSet::new();
    let mut refused = BTreeSet::new();
    for platform in PLATFORMS {
        rust(platform, &mut shipped, &mut refused)?;
    }
    for folder in ["ui", "tests"] {
        npm(folder, &mut shipped, &mut refused)?;
    }
    if !refused.is_empty() {
        let refused: Vec<String> = refused.into_iter().collect();
        return Err(format!("These terms are not allowed (crates/xtask/src/licences.rs):\n{}", refused.join("\n")));
    }
    let list = serde_json::to_string_pretty(&shipped).map_err(|error| error.to_string())?;
    Ok(list + "\n")
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Crate>,
}

#[derive(Deserialize)]
struct Crate {
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

fn rust(platform: &str, shipped: &mut BTreeSet<Package>, refused: &mut BTreeSet<String>) -> Result {
    let metadata = read(cargo().args(["metadata", "--format-version=1", "--filter-platform", platform]))?;
    let metadata: Metadata = serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let mut inside = tree(platform, "normal,no-proc-macro")?;
    // What only builds stays behind, except C sources: they become a part of the app.
    inside.extend(tree(platform, "normal,build")?.into_iter().filter(|(name, _)| name.ends_with("-src")));

    for package in metadata.packages.iter().filter(|package| package.source.is_some()) {
        let ships = inside.contains(&(package.name.clone(), package.version.clone()));
        let licence = package.license.as_deref().unwrap_or_default();
        note(&package.name, &package.version, licence, ships, shipped, refused);
    }
    Ok(())
}

/// Names and versions of what the app is made of. `cargo metadata` would add what other members of the workspace switch on; a
/// macro works while the app is built, and nothing of it ships.
fn tree(platform: &str, edges: &str) -> Result<BTreeSet<(String, String)>> {
    let told = read(
        cargo()
            .args(["tree", "--package", SHIPPED, "--edges", edges, "--target", platform])
            .args(["--prefix", "none", "--format", "{p}"]),
    )?;
    let package = |line: &str| {
        let (name, rest) = line.split_once(" v")?;
        Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
    };
    Ok(told.lines().filter_map(package).collect())
}

#[derive(Deserialize)]
struct NpmLock {
    packages: BTreeMap<String, NpmPackage>,
}

#[derive(Deserialize)]
struct NpmPackage {
    version: Option<String>,
    license: Option<String>,
    #[serde(default)]
    dev: bool,
}

fn npm(folder: &str, shipped: &mut BTreeSet<Package>, refused: &mut BTreeSet<String>) -> Result {
    let path = root().join(folder).join("package-lock.json");
    let lock = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lock: NpmLock = serde_json::from_str(&lock).map_err(|error| format!("{}: {error}", path.display()))?;
    for (place, package) in lock.packages.iter().filter(|(place, _)| !place.is_empty()) {
        let name = place.rsplit("node_modules/").next().unwrap_or(place);
        let version = package.version.clone().unwrap_or_default();
        let licence = package.license.clone().or_else(|| installed_licence(folder, place)).unwrap_or_default();
        note(name, &version, &licence, folder == "ui" && !package.dev, shipped, refused);
    }
    Ok(())
}

/// Old packages name their terms only in their own file, and older ones as an object or a list of them.
fn installed_licence(folder: &str, place: &str) -> Option<String> {
    let package = fs::read_to_string(root().join(folder).join(place).join("package.json")).ok()?;
    let package: serde_json::Value = serde_json::from_str(&package).ok()?;
    let named = [&package["license"], &package["license"]["type"], &package["licenses"][0]["type"]];
    named.into_iter().find_map(|licence| licence.as_str()).map(str::to_owned)
}

fn note(
    name: &str,
    version: &str,
    licence: &str,
    ships: bool,
    shipped: &mut BTreeSet<Package>,
    refused: &mut BTreeSet<String>,
) {
    if !is_allowed(licence, ships) {
        let told = if licence.is_empty() { "no terms named" } else { licence };
        refused.insert(format!("{name} {version}: {told}{}", if ships { "" } else { " (a tool)" }));
    }
    if ships {
        let licence = licence.replace('/', " OR ");
        shipped.insert(Package { name: name.to_owned(), version: version.to_owned(), licence });
    }
}

/// Whether the terms, an SPDX expression, leave a way that is allowed.
fn is_allowed(licence: &str, ships: bool) -> bool {
    // Cargo once wrote `MIT/Apache-2.0` for a choice.
    let spaced = licence.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    either(&mut rest, ships) == Some(true) && rest.is_empty()
}

/// `None` where the expression cannot be read, here and below.
fn either(rest: &mut &[&str], ships: bool) -> Option<bool> {
    let mut allowed = both(rest, ships)?;
    while take(rest, "OR") {
        allowed |= both(rest, ships)?;
    }
    Some(allowed)
}

fn both(rest: &mut &[&str], ships: bool) -> Option<bool> {
    let mut allowed = one(rest, ships)?;
    while take(rest, "AND") {
        allowed &= one(rest, ships)?;
    }
    Some(allowed)
}

fn one(rest: &mut &[&str], ships: bool) -> Option<bool> {
    if take(rest, "(") {
        let allowed = either(rest, ships)?;
        return take(rest, ")").then_some(allowed);
    }
    let licence = next(rest)?;
    // An exception only ever gives more leave than the licence alone.
    if take(rest, "WITH") {
        next(rest)?;
    }
    Some(ALLOWED.contains(&licence) || (!ships && ALLOWED_IN_TOOLS.contains(&licence)))
}

fn next<'a>(rest: &mut &[&'a str]) -> Option<&'a str> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    Some(first)
}

fn take(rest: &mut &[&str], word: &str) -> bool {
    let there = rest.first() == Some(&word);
    if there {
        next(rest);
    }
    there
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn a_choice_needs_one_allowed_way_and_a_sum_needs_all() {
        for licence in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0-only OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
        ] {
            assert!(is_allowed(licence, true), "{licence}");
        }
        for licence in
            ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "MIT OR", "(MIT", "MIT)", "SEE LICENSE IN X", "WITH x"]
        {
            assert!(!is_allowed(licence, true), "{licence}");
        }
    }

    #[test]
    fn a_tool_may_have_terms_that_the_app_may_not() {
        assert!(is_allowed("CC-BY-4.0", false));
        assert!(!is_allowed("CC-BY-4.0", true));
    }
}
