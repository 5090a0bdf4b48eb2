//! Publishing to a folder, and nginx as Debian has it in front of that folder.

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "shared by several tests")]
mod hosting;

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use flate2::read::GzDecoder;
use hosting::{Charity, Phone, Running, ask, fails, files, flip, nginx, succeeds};
use kindway_sync::{Ask, DeviceClock, Fetch, Status, Web, WebOptions};
use tempfile::TempDir;

const TIMESTAMP: &str = "v1/metadata/timestamp.json";

/// A folder that is not there yet, with a name that has to be handled with care.
fn destination() -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("a host's ü%20 #1? folder").to_str().unwrap().to_owned();
    (folder, to)
}

fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut plain).unwrap();
    plain
}

#[test]
fn a_folder_gets_every_file_and_each_list_compressed_beside_it() {
    let charity = Charity::with_two_versions();
    let (_folder, to) = destination();
    let said = succeeds(&["publish", charity.at(), "--to", &to]);
    let (ours, theirs) = (files(&charity.site.public()), files(&Path::new(&to).join("v1")));
    for (path, bytes) in &ours {
        assert_eq!(theirs.get(path), Some(bytes), "{path}");
        let beside = theirs.get(&format!("{path}.gz"));
        assert_eq!(beside.map(|beside| unpacked(beside)).as_ref(), path.ends_with(".json").then_some(bytes), "{path}");
    }
    let lists = ours.keys().filter(|path| path.ends_with(".json")).count();
    assert_eq!(theirs.len(), ours.len() + lists, "nothing else is there");
    assert!(said.ends_with(&format!("{to}: {} files new, 0 were there. Timestamp 2 is live.\n", ours.len())), "{said}");
}

#[test]
fn publishing_again_changes_nothing() {
    let charity = Charity::with_two_versions();
    let (_folder, to) = destination();
    succeeds(&["publish", charity.at(), "--to", &to]);
    let before = files(Path::new(&to));
    let said = succeeds(&["publish", charity.at(), "--to", &to]);
    assert!(said.contains(": 0 files new, "), "{said}");
    assert_eq!(files(Path::new(&to)), before);
}

#[test]
fn with_the_keys_a_new_timestamp_is_signed_and_nothing_else_changes() {
    let charity = Charity::with_two_versions();
    let (_folder, to) = destination();
    succeeds(&["publish", charity.at(), "--to", &to]);
    let before = files(Path::new(&to));
    let said = succeeds(&["publish", charity.at(), "--to", &to, "--keys", charity.keys.folder().to_str().unwrap()]);
    assert!(said.contains(": 1 files new, ") && said.contains("Timestamp 3 is live."), "{said}");
    let after = files(Path::new(&to));
    let changed: BTreeSet<&str> =
        after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).map(|(path, _)| path.as_str()).collect();
    assert_eq!(changed, BTreeSet::from([TIMESTAMP, "v1/metadata/timestamp.json.gz"]));
}

#[test]
fn a_run_that_was_interrupted_is_repeated() {
    let charity = Charity::with_two_versions();
    let (_folder, to) = destination();
    succeeds(&["publish", charity.at(), "--to", &to]);
    let whole = files(Path::new(&to));
    for lost in [charity.live_pack("rules"), "metadata/2.snapshot.json.gz".into(), "metadata/timestamp.json".into()] {
        fs::remove_file(Path::new(&to).join("v1").join(lost)).unwrap();
    }
    let said = succeeds(&["publish", charity.at(), "--to", &to]);
    assert!(said.contains(": 3 files new, "), "{said}");
    assert_eq!(files(Path::new(&to)), whole);
}

#[test]
fn where_an_upload_breaks_off_no_timestamp_arrives() {
    let charity = Charity::with_two_versions();
    let (_folder, to) = destination();
    let blocked = Path::new(&to).join("v1/metadata/2.snapshot.json");
    fs::create_dir_all(&blocked).unwrap();
    let said = fails(&["publish", charity.at(), "--to", &to]);
    assert!(said.contains("It broke off. Phones still see what they saw before; run this again."), "{said}");
    assert!(!Path::new(&to).join(TIMESTAMP).exists() && !Path::new(&to).join("v1/metadata/1.root.json").exists());
    fs::remove_dir(blocked).unwrap();
    succeeds(&["publish", charity.at(), "--to", &to]);
    assert!(succeeds(&["verify", &to]).contains("Timestamp 2, "));
}

#[test]
fn what_is_staged_and_not_signed_is_not_published() {
    let mut charity = Charity::with_two_versions();
    charity.change(2);
    charity.stage();
    let (_folder, to) = destination();
    let said = fails(&["publish", charity.at(), "--to", &to]);
    assert!(said.contains("Not published: the signature of contacts"), "{said}");
    assert!(!Path::new(&to).exists());
}

#[test]
fn while_one_editor_is_away_phones_get_the_timestamp_and_what_others_signed() {
    let mut charity = Charity::with_two_versions();
    let (_folder, to) = destination();
    succeeds(&["publish", charity.at(), "--to", &to]);
    let before = charity.live();
    charity.change(2);
    charity.stage();
    charity.site.sign(Some(&"rules".parse().unwrap()), &charity.keys, chrono::Utc::now()).unwrap();
    let said = succeeds(&["publish", charity.at(), "--to", &to, "--keys", charity.keys.folder().to_str().unwrap()]);
    assert!(said.contains("Not everything is published: the signature of contacts"), "{said}");
    assert!(said.contains("Timestamp 3 is live."), "{said}");
    let after = charity.live();
    let new: Vec<&str> =
        after.0.iter().filter(|(role, part)| before.0[*role] != **part).map(|(role, _)| role.as_str()).collect();
    assert_eq!(new, ["rules"]);
}

#[test]
fn with_the_keys_and_nothing_live_what_is_not_signed_is_not_published() {
    let charity = Charity::new();
    charity.stage();
    let (_folder, to) = destination();
    let said = fails(&["publish", charity.at(), "--to", &to, "--keys", charity.keys.folder().to_str().unwrap()]);
    assert!(said.contains("nothing can be published before these are signed: contacts"), "{said}");
    assert!(!Path::new(&to).exists());
}

#[test]
fn what_no_timestamp_has_made_live_is_not_published() {
    let charity = Charity::new();
    charity.stage();
    charity.sign();
    let (_folder, to) = destination();
    assert!(fails(&["publish", charity.at(), "--to", &to]).contains("nothing is live yet"));
}

#[test]
fn a_repository_that_does_not_hold_is_not_published() {
    for spoilt in ["d", "targets/rules"] {
        let charity = Charity::with_two_versions();
        let file = match spoilt {
            "d" => charity.first_of("d"),
            _ => charity.live_pack("rules"),
        };
        flip(&charity.file(&file));
        let (_folder, to) = destination();
        let said = fails(&["publish", charity.at(), "--to", &to]);
        assert!(said.contains(&file) || spoilt != "d", "{said}");
        assert!(!Path::new(&to).exists(), "not a byte: {said}");
    }
}

#[test]
fn a_newer_timestamp_at_the_destination_stays() {
    let mut charity = Charity::with_two_versions();
    let (_folder, to) = destination();
    let older = tempfile::tempdir().unwrap();
    copy(charity.site.folder(), older.path());
    charity.change(2);
    charity.go_live();
    succeeds(&["publish", charity.at(), "--to", &to]);
    let before = files(Path::new(&to));
    let said = fails(&["publish", older.path().to_str().unwrap(), "--to", &to]);
    assert!(
        said.contains("the destination has version 3, which is newer than 2. Somebody else has published"),
        "{said}"
    );
    assert_eq!(files(Path::new(&to)), before);
}

#[test]
fn another_timestamp_of_the_same_version_at_the_destination_stays() {
    let charity = Charity::with_two_versions();
    let (_folder, to) = destination();
    let other = tempfile::tempdir().unwrap();
    copy(charity.site.folder(), other.path());
    let other = kindway_repository::Site::open(other.path()).unwrap();
    let later = chrono::Utc::now() + chrono::TimeDelta::hours(1);
    charity.site.timestamp(&charity.keys, chrono::Utc::now()).unwrap();
    other.timestamp(&charity.keys, later).unwrap();
    succeeds(&["publish", charity.at(), "--to", &to]);
    let said = fails(&["publish", other.folder().to_str().unwrap(), "--to", &to]);
    assert!(said.contains("the destination has another version 3. Somebody else has published"), "{said}");
}

#[test]
fn a_file_that_never_changes_and_is_another_one_there_is_named_and_stays() {
    let charity = Charity::with_two_versions();
    let (_folder, to) = destination();
    succeeds(&["publish", charity.at(), "--to", &to]);
    for path in [charity.live_pack("rules"), charity.first_of("d"), "metadata/1.targets.json".to_owned()] {
        let file = Path::new(&to).join("v1").join(&path);
        let whole = fs::read(&file).unwrap();
        flip(&file);
        let spoilt = files(Path::new(&to));
        let said = fails(&["publish", charity.at(), "--to", &to]);
        assert!(said.contains(&format!("{path}: the destination has other bytes under this name")), "{said}");
        assert_eq!(files(Path::new(&to)), spoilt);
        fs::write(&file, whole).unwrap();
    }
}

#[test]
fn another_charitys_host_is_not_overwritten() {
    let (charity, other) = (Charity::with_two_versions(), Charity::with_two_versions());
    let (_folder, to) = destination();
    succeeds(&["publish", charity.at(), "--to", &to]);
    let before = files(Path::new(&to));
    let said = fails(&["publish", other.at(), "--to", &to]);
    assert!(said.contains("metadata/1.root.json: the destination has other bytes under this name"), "{said}");
    assert_eq!(files(Path::new(&to)), before);
}

#[test]
fn only_files_of_a_repository_leave() {
    let charity = Charity::with_two_versions();
    fs::write(charity.file("metadata/notes.txt"), "private").unwrap();
    let (_folder, to) = destination();
    let said = succeeds(&["publish", charity.at(), "--to", &to]);
    assert!(said.contains("Left out, because it is no file of a repository: metadata/notes.txt\n"), "{said}");
    assert!(!Path::new(&to).join("v1/metadata/notes.txt").exists());
}

#[test]
fn a_repository_is_not_published_into_itself() {
    let charity = Charity::with_two_versions();
    assert!(fails(&["publish", charity.at(), "--to", charity.at()]).contains("not published into itself"));
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let file = to.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

/// nginx in front of a folder, with what `docs/nginx.conf` tells charities to say.
struct Nginx {
    _running: Running,
    _scratch: TempDir,
    address: String,
}

impl Nginx {
    fn before(folder: &Path) -> Self {
        let scratch = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let said = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/nginx.conf").canonicalize().unwrap();
        let at = |name: &str| scratch.path().join(name).display().to_string();
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path \"{}\";", at(kind)))
            .concat();
        let config = format!(
            "daemon off; master_process off; worker_processes 1; pid \"{}\"; error_log \"{}\";\n\
             events {{}}\n\
             http {{ access_log off; {temporary}\n\
             server {{ listen 127.0.0.1:{port}; root \"{}\"; include \"{}\"; }} }}\n",
            at("pid"),
            at("errors"),
            folder.display(),
            said.display(),
        );
        fs::write(scratch.path().join("nginx.conf"), config).unwrap();
        let child = Command::new(nginx())
            .args(["-e", &at("errors"), "-p", scratch.path().to_str().unwrap(), "-c", &at("nginx.conf")])
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let running = Running(child);
        let began = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            let errors = fs::read_to_string(scratch.path().join("errors")).unwrap_or_default();
            assert!(began.elapsed() < Duration::from_secs(20), "nginx does not answer: {errors}");
            thread::sleep(Duration::from_millis(20));
        }
        Self { _running: running, _scratch: scratch, address: format!("http://127.0.0.1:{port}/") }
    }
}

/// A charity whose site is published to a folder that nginx hands out.
fn hosted() -> (Charity, TempDir, String, Nginx) {
    let charity = Charity::with_two_versions();
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().to_str().unwrap().to_owned();
    succeeds(&["publish", charity.at(), "--to", &to]);
    let nginx = Nginx::before(folder.path());
    (charity, folder, to, nginx)
}

#[test]
fn behind_nginx_the_client_of_the_phones_verifies_everything() {
    let (charity, _folder, to, nginx) = hosted();
    let roles = charity.site.published().unwrap().unwrap().roles.len();
    let said = succeeds(&["verify", &format!("{}v1/", nginx.address)]);
    assert!(said.contains("Timestamp 2, ") && said.contains(&format!(", {roles} deltas")), "{said}");
    succeeds(&["publish", charity.at(), "--to", &to, "--keys", charity.keys.folder().to_str().unwrap()]);
    let said = succeeds(&["verify", &format!("{}v1/", nginx.address)]);
    assert!(said.contains("Timestamp 3, "), "{said}");
}

#[test]
fn behind_nginx_a_phone_with_an_older_version_gets_the_deltas_and_then_nothing() {
    let mut charity = Charity::with_two_versions();
    let mut phone = Phone::built_from(&charity);
    charity.change(2);
    charity.go_live();
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().to_str().unwrap();
    succeeds(&["publish", charity.at(), "--to", to]);
    let nginx = Nginx::before(folder.path());
    let address = format!("{}v1/", nginx.address);
    assert_ne!(phone.has, charity.live());
    assert!(phone.sync(&address));
    assert_eq!(phone.has, charity.live());
    let whole: u64 = phone.has.0.keys().map(|role| length(&charity.live_pack(role.as_str()), &charity)).sum();
    let came = phone.came.get();
    assert!(came > 0 && came < whole / 3, "{came} bytes came, and whole packs are {whole}");
    succeeds(&["publish", charity.at(), "--to", to, "--keys", charity.keys.folder().to_str().unwrap()]);
    assert!(!phone.sync(&address));
    assert_eq!(phone.came.get(), 0);
}

fn length(path: &str, charity: &Charity) -> u64 {
    fs::metadata(charity.file(path)).unwrap().len()
}

#[test]
fn behind_nginx_a_timestamp_that_is_known_costs_no_bytes() {
    let (_charity, _folder, _to, nginx) = hosted();
    let address = format!("{}{TIMESTAMP}", nginx.address);
    let first = ask(&address, &[("accept-encoding", "gzip")]);
    assert_eq!((first.status, first.header("cache-control")), (200, "no-cache"));
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"'), "a strong tag: {tag}");
    let again = ask(&address, &[("accept-encoding", "gzip"), ("if-none-match", &tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0));
}

#[test]
fn behind_nginx_lists_are_sent_compressed_to_those_who_can_read_it_and_plain_to_others() {
    let (charity, _folder, _to, nginx) = hosted();
    for path in ["metadata/timestamp.json", "metadata/1.targets.json"] {
        let plain = fs::read(charity.file(path)).unwrap();
        let address = format!("{}v1/{path}", nginx.address);
        let zipped = ask(&address, &[("accept-encoding", "gzip")]);
        assert_eq!((zipped.header("content-encoding"), zipped.header("content-type")), ("gzip", "application/json"));
        assert_eq!(unpacked(&zipped.body), plain);
        assert!(zipped.body.len() < plain.len() && zipped.header("vary").eq_ignore_ascii_case("accept-encoding"));
        assert_eq!(ask(&address, &[]).body, plain);
    }
}

#[test]
fn behind_nginx_a_pack_goes_on_where_it_broke_off() {
    let (charity, _folder, _to, nginx) = hosted();
    let pack = charity.live_pack("language-ar");
    let whole = fs::read(charity.file(&pack)).unwrap();
    let options = WebOptions { cleartext: true, ..WebOptions::APP };
    let mut web = Web::new(&format!("{}v1/", nginx.address), Arc::new(DeviceClock), options).unwrap();
    let half = whole.len() / 2;
    let mut rest = Vec::new();
    let ask = Ask { path: &pack, cap: whole.len() as u64, known: None, from: Some(half as u64) };
    let answer = web.get(&ask, &mut rest).unwrap();
    assert_eq!(answer.status, Status::Part { from: half as u64 });
    assert_eq!(rest, &whole[half..]);
}

#[test]
fn behind_nginx_what_never_changes_may_be_kept_for_ever() {
    let (charity, _folder, _to, nginx) = hosted();
    for path in [charity.live_pack("rules"), charity.first_of("d"), "metadata/1.root.json".to_owned()] {
        let got = ask(&format!("{}v1/{path}", nginx.address), &[]);
        assert_eq!(got.header("cache-control"), "public, max-age=31536000, immutable", "{path}");
        assert_eq!(got.body, fs::read(charity.file(&path)).unwrap(), "{path}");
    }
}

#[test]
fn behind_nginx_what_is_not_there_is_answered_with_nothing() {
    let (_charity, _folder, _to, nginx) = hosted();
    for path in ["v1/metadata/2.root.json", "v1/", "v1/metadata", "v1/metadata/", "v1/d/none", "index.html", ""] {
        let got = ask(&format!("{}{path}", nginx.address), &[]);
        assert_eq!((got.status, got.body.len()), (404, 0), "{path}: {}", String::from_utf8_lossy(&got.body));
    }
}
