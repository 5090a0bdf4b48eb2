//! Installing what is missing: quick where nothing is.

use std::{
    fs, io,
    path::Path,
    process::{Command, Stdio},
    time::SystemTime,
};

use crate::steps::{self, Result, cargo, is_there, program, quietly, read, root, shown};

/// What any build needs: a C compiler for SQLCipher and its libcrypto.
pub(crate) const BUILD: &[&str] = &["build-essential", "pkg-config", "libssl-dev"];

/// What the window needs.
pub(crate) const WINDOW: &[&str] = &["libwebkit2gtk-4.1-dev", "librsvg2-dev"];

/// What the browser lanes and the shell lane need. No fonts: every letter on a screen must come from those that ship.
pub(crate) const BROWSERS: &[&str] = &["webkit2gtk-driver", "xvfb", "xauth", "dbus-x11", "chromium"];

/// What the core lane publishes content to and fetches it from, and what a charity's volunteer opens keys with.
pub(crate) const HOSTS: &[&str] = &["nginx", "openssl"];

/// What the crash lane records and injects with.
pub(crate) const CRASH: &[&str] = &["strace", "util-linux"];

/// The oldest Node that the tools of `ui/` and `tests/` run on, as their `package.json` says.
const NODE: (u32, u32) = (20, 19);

/// Installs the Debian packages of these groups that are missing. On another system it only names them.
pub(crate) fn packages(groups: &[&[&str]]) -> Result {
    let wanted = groups.concat();
    if !is_there("apt-get") || !is_there("dpkg-query") {
        println!("This is not Debian or Ubuntu. Kindway needs what these packages hold there: {}", wanted.join(" "));
        return Ok(());
    }
    let missing: Vec<&str> = wanted.into_iter().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut update = as_root()?;
    update.args(["apt-get", "update"]);
    let mut install = as_root()?;
    install.args(["apt-get", "install", "--yes", "--no-install-recommends"]).args(&missing);
    println!("Installing what is missing:\n  {}\n  {}", shown(&update), shown(&install));
    quietly("Asking for the list of packages", &mut update)?;
    quietly("Installing packages", &mut install)
}

fn is_installed(package: &str) -> bool {
    let mut ask = program("dpkg-query");
    ask.args(["--show", "--showformat=${db:Status-Status}", package]).stderr(Stdio::null());
    ask.output().is_ok_and(|answer| answer.stdout == b"installed")
}

/// `env …` as root, by sudo where this is somebody else. A question for a password comes before the quiet part.
fn as_root() -> Result<Command> {
    let quiet = "DEBIAN_FRONTEND=noninteractive";
    if read(program("id").arg("-u"))?.trim() == "0" {
        let mut command = program("env");
        command.arg(quiet);
        return Ok(command);
    }
    if !is_there("sudo") {
        return Err(
            "Packages are missing and this user cannot install them: run this once as root, or install sudo.".into()
        );
    }
    steps::openly(program("sudo").arg("--validate"))?;
    let mut command = program("sudo");
    command.args(["env", quiet]);
    Ok(command)
}

/// Installs the npm packages of a folder exactly as its lock file says, if that changed since the last time.
pub(crate) fn npm(folder: &str) -> Result {
    node()?;
    let folder = root().join(folder);
    let lock = fs::read(folder.join("package-lock.json"))
        .map_err(|error| format!("{} has no package-lock.json: {error}", folder.display()))?;
    let taken = folder.join("node_modules/.lock-as-installed.json");
    if fs::read(&taken).is_ok_and(|taken| taken == lock) {
        return Ok(());
    }
    let what = format!("Installing the npm packages of {}/", name(&folder));
    quietly(&what, program("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder))?;
    fs::write(&taken, lock).map_err(|error| format!("{}: {error}", taken.display()))
}

fn node() -> Result {
    if !has_node() {
        let offered = read(program("apt-cache").args(["policy", "nodejs"])).unwrap_or_default();
        if offered.split("Candidate:").nth(1).and_then(version).is_some_and(|offered| offered >= NODE) {
            packages(&[&["nodejs", "npm"]])?;
        }
    }
    if has_node() {
        return Ok(());
    }
    let (major, minor) = NODE;
    Err(format!("Kindway's screens are built with Node.js {major}.{minor} or newer, and its npm: nodejs.org has them."))
}

fn has_node() -> bool {
    let node = read(program("node").arg("--version")).ok().and_then(|said| version(&said));
    node.is_some_and(|node| node >= NODE) && is_there("npm")
}

/// The first two numbers of a version such as `v20.19.1` or ` 20.19.2+dfsg-1`.
fn version(said: &str) -> Option<(u32, u32)> {
    let mut numbers = said.trim().trim_start_matches('v').split(|letter: char| !letter.is_ascii_digit());
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// Builds the screens, if anything that they are made of is newer than they are.
pub(crate) fn screens() -> Result {
    npm("ui")?;
    let built = fs::metadata(root().join("ui/dist/index.html")).and_then(|meta| meta.modified());
    let changed = ["ui", "locales", "assets"].iter().filter_map(|folder| newest(&root().join(folder)).ok()).max();
    if built.is_ok_and(|built| changed.is_some_and(|changed| changed < built)) {
        return Ok(());
    }
    quietly("Building the screens", program("npm").args(["run", "build"]).current_dir(root().join("ui")))
}

/// When something below a folder changed last; a folder itself changes when a file in it is removed.
fn newest(folder: &Path) -> io::Result<SystemTime> {
    let mut newest = SystemTime::UNIX_EPOCH;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let meta = entry.metadata()?;
        if entry.file_name() == "node_modules" || entry.file_name() == "dist" {
            continue;
        }
        newest = newest.max(meta.modified()?);
        if meta.is_dir() {
            newest = newest.max(self::newest(&entry.path())?);
        }
    }
    Ok(newest)
}

/// Every package that can be built here: without the window's libraries that is all but the shell, whose lane then fails.
pub(crate) fn everything() -> &'static [&'static str] {
    let libraries = program("pkg-config").args(["--exists", "webkit2gtk-4.1"]).status();
    if libraries.is_ok_and(|ended| ended.success()) {
        &["--workspace"]
    } else {
        println!("The window's libraries are not here, so the shell is left out.");
        &["--workspace", "--exclude", "kindway-shell"]
    }
}

/// Builds everything that the lanes run, with the features that the lanes' own builds have, so that nothing is built twice.
pub(crate) fn workspace() -> Result {
    screens()?;
    quietly("Building the workspace", cargo().arg("build").args(everything()).arg("--all-targets"))
}

fn name(folder: &Path) -> String {
    folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_node_and_apt_write_them() {
        assert_eq!(version("v20.11.1\n"), Some((20, 11)));
        assert_eq!(version(" 18.20.4+dfsg-1~deb12u1\n"), Some((18, 20)));
        assert_eq!(version(" (none)"), None);
        assert!(version("v22.3.0") > Some(NODE) && version("v20.9.0") < Some(NODE));
    }

    #[test]
    fn a_file_deep_in_a_folder_counts_and_installed_packages_do_not() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("src/deep")).expect("a folder");
        fs::create_dir_all(folder.path().join("node_modules")).expect("a folder");
        fs::write(folder.path().join("src/deep/a.ts"), "1").expect("written");
        let deep = fs::metadata(folder.path().join("src/deep/a.ts")).and_then(|meta| meta.modified()).expect("a time");
        let later = deep + std::time::Duration::from_secs(60);
        let packages = fs::File::create(folder.path().join("node_modules/a.js")).expect("created");
        packages.set_modified(later).expect("set");
        let found = newest(folder.path()).expect("read");
        assert!(found >= deep && found < later);
    }
}
