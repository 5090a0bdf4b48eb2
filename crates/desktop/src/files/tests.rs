use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{download_folder_of, write_beside};

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn folder(home: &Path, name: &str) -> PathBuf {
    let folder = home.join(name);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn listed(home: &Path, list: &str) -> PathBuf {
    fs::write(folder(home, ".config").join("user-dirs.dirs"), list).expect("written");
    download_folder_of(home, |_| None)
}

#[test]
fn downloads_are_where_the_environment_says_or_the_list_of_folders_or_in_the_usual_place() {
    let home = home();
    let home = home.path();
    assert_eq!(download_folder_of(home, |_| None), home, "where there is nothing else");
    let usual = folder(home, "Downloads");
    assert_eq!(download_folder_of(home, |_| None), usual);
    let hers = folder(home, "تنزيلات");
    let list = "# comment\nXDG_DESKTOP_DIR=\"$HOME/Desktop\"\nXDG_DOWNLOAD_DIR=\"$HOME/تنزيلات\"\n";
    assert_eq!(listed(home, list), hers);
    let named = folder(home, "named");
    assert_eq!(download_folder_of(home, |key| (key == "XDG_DOWNLOAD_DIR").then(|| named.clone())), named);
    let gone = home.join("gone");
    assert_eq!(download_folder_of(home, |key| (key == "XDG_DOWNLOAD_DIR").then(|| gone.clone())), hers);
}

#[test]
fn a_line_that_only_a_shell_can_read_is_passed_over() {
    let home = home();
    let home = home.path();
    let usual = folder(home, "Downloads");
    for value in ["$HOME/$(id)", "$HOME/`id`", "$HOMES/x", "relative", "$HOME/a\\\"b", "$HOME/not there", ""] {
        assert_eq!(listed(home, &format!("XDG_DOWNLOAD_DIR=\"{value}\"\n")), usual, "{value}");
    }
}

#[test]
fn a_file_is_written_beside_what_is_there_and_never_over_it() {
    let folder = home();
    let folder = folder.path();
    fs::write(folder.join("copy.kw"), "of somebody").expect("written");
    assert_eq!(write_beside(folder, "copy.kw", b"one").expect("saved"), folder.join("copy-2.kw"));
    assert_eq!(write_beside(folder, "copy.kw", b"two").expect("saved"), folder.join("copy-3.kw"));
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("there");
    assert_eq!([read("copy.kw"), read("copy-2.kw"), read("copy-3.kw")], ["of somebody", "one", "two"]);
}

#[test]
fn a_name_leads_nowhere_else() {
    let folder = home();
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).expect("a folder");
    for name in ["../copy.kw", "/copy.kw", "a/copy.kw", "..", ""] {
        assert!(write_beside(&inner, name, b"x").is_err(), "{name}");
    }
    assert_eq!(fs::read_dir(folder.path()).expect("read").count(), 1);
}

#[cfg(unix)]
#[test]
fn a_saved_file_is_for_its_owner_alone_and_follows_no_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = home();
    let elsewhere = folder.path().join("elsewhere");
    symlink(&elsewhere, folder.path().join("copy.kw")).expect("a link");
    let path = write_beside(folder.path(), "copy.kw", b"x").expect("saved");
    assert_eq!(path, folder.path().join("copy-2.kw"));
    assert!(!elsewhere.exists());
    assert_eq!(fs::metadata(path).expect("there").permissions().mode() & 0o777, 0o600);
}
