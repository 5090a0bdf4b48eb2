//! The command line as a conformance suite drives it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../../crates/sync/tests/support/mod.rs"]
mod support;

use std::{path::PathBuf, process::Command};

use chrono::{DateTime, TimeDelta, Utc};
use ml_dsa::{KeyExport as _, Keypair as _};
use ring::{
    rand::SystemRandom,
    signature::{RSA_PKCS1_SHA256, RSA_PSS_SHA256, RSA_PSS_SHA512, RsaEncoding, RsaKeyPair},
};
use rsa::pkcs8::{EncodePrivateKey as _, EncodePublicKey as _};
use serde_json::json;
use support::{
    Host, Reply, Repository, Signer,
    keys::{key, pem},
    repository::ALL,
};

struct Client {
    folder: tempfile::TempDir,
    host: Host,
}

impl Client {
    fn new(repository: &Repository) -> Self {
        let client = Self { folder: tempfile::tempdir().unwrap(), host: repository.host.clone() };
        std::fs::create_dir(client.metadata()).unwrap();
        assert_eq!(client.init(&repository.root()), 0);
        client
    }

    fn metadata(&self) -> PathBuf {
        self.folder.path().join("metadata")
    }

    fn targets(&self) -> PathBuf {
        self.folder.path().join("targets")
    }

    fn init(&self, root: &[u8]) -> i32 {
        let file = self.folder.path().join("initial_root.json");
        std::fs::write(&file, root).unwrap();
        run(self.command().arg("init").arg(file))
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kindway-tuf"));
        command.arg("--metadata-dir").arg(self.metadata());
        command
    }

    fn refresh(&self) -> i32 {
        run(self.command().args(["--metadata-url", &self.host.metadata(), "refresh"]))
    }

    fn download(&self, paths: &[&str]) -> i32 {
        let mut command = self.command();
        // With and without a slash at the end: both are in use.
        command.args(["--metadata-url", &format!("{}/", self.host.metadata())]);
        for path in paths {
            command.args(["--target-name", path]);
        }
        command.args(["--target-base-url", self.host.targets().trim_end_matches('/'), "--target-dir"]);
        run(command.arg(self.targets()).arg("download"))
    }

    fn names(&self, folder: PathBuf) -> Vec<String> {
        let files = std::fs::read_dir(folder).into_iter().flatten();
        let mut names: Vec<_> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn run(command: &mut Command) -> i32 {
    command.stderr(std::process::Stdio::null()).status().unwrap().code().unwrap()
}

fn now() -> DateTime<Utc> {
    std::time::SystemTime::now().into()
}

fn expires() -> String {
    (now() + TimeDelta::days(30)).format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn world() -> (Repository, Client) {
    let repository = Repository::new(&Host::new(), &expires());
    let client = Client::new(&repository);
    (repository, client)
}

#[test]
fn init_asks_nobody_and_leaves_the_root_as_it_was_given() {
    let (repository, client) = world();
    assert!(repository.host.asked().is_empty());
    assert_eq!(client.names(client.metadata()), ["root.json"]);
    assert_eq!(std::fs::read(client.metadata().join("root.json")).unwrap(), repository.root());
}

#[test]
fn a_root_that_is_not_valid_is_never_used() {
    let (mut repository, client) = world();
    repository.draft("root").as_object_mut().unwrap().remove("version");
    let bytes = repository.sign("root");
    std::fs::remove_file(client.metadata().join("root.json")).unwrap();
    assert_eq!(client.init(&bytes), 1);
    assert_eq!(client.refresh(), 1);
    assert!(repository.host.asked().is_empty());
}

#[test]
fn refresh_leaves_the_trusted_files_under_names_without_versions() {
    let (repository, client) = world();
    assert_eq!(client.refresh(), 0);
    let names = ["root.json", "snapshot.json", "targets.json", "timestamp.json"];
    assert_eq!(client.names(client.metadata()), names);
    for name in names {
        let role = name.strip_suffix(".json").unwrap();
        assert_eq!(std::fs::read(client.metadata().join(name)).unwrap(), repository.published[role]);
    }
}

#[test]
fn a_refresh_that_is_refused_ends_with_1_and_keeps_what_was_good() {
    let (mut repository, client) = world();
    assert_eq!(client.refresh(), 0);
    let before = repository.published.clone();
    repository.signers.insert("snapshot".into(), Vec::new());
    repository.publish(&ALL);
    assert_eq!(client.refresh(), 1);
    let stored = |name: &str| std::fs::read(client.metadata().join(name)).unwrap();
    assert_eq!(stored("timestamp.json"), repository.published["timestamp"]);
    assert_eq!(stored("snapshot.json"), before["snapshot"]);
    assert_eq!(stored("targets.json"), before["targets"]);
}

#[test]
fn a_host_that_is_not_there_ends_with_1() {
    let (_, client) = world();
    let gone = run(client.command().args(["--metadata-url", "http://127.0.0.1:1/", "refresh"]));
    assert_eq!(gone, 1);
}

#[test]
fn download_brings_what_is_trusted_up_to_date_even_if_nobody_lists_the_target() {
    let (repository, client) = world();
    assert_eq!(client.download(&["nothing"]), 1);
    assert_eq!(client.names(client.metadata()).len(), 4);
    assert_eq!(repository.host.asked().len(), 4);
}

#[test]
fn several_targets_are_brought_at_once() {
    let (mut repository, client) = world();
    repository.add_target("targets", "a.pack", b"a");
    repository.add_target("targets", "deep/er/b.pack", b"bb");
    repository.publish(&ALL);
    assert_eq!(client.download(&["a.pack", "deep/er/b.pack"]), 0);
    assert_eq!(client.names(client.targets()), ["a.pack", "deep%2Fer%2Fb.pack"]);
}

#[test]
fn one_bad_target_of_two_ends_with_1_and_leaves_the_other() {
    let (mut repository, client) = world();
    repository.add_target("targets", "a", b"a");
    repository.add_target("targets", "b", b"b");
    repository.publish(&ALL);
    repository.put(&format!("targets/{}.a", support::repository::sha256(b"a")), b"x");
    assert_eq!(client.download(&["a", "b"]), 1);
    assert_eq!(client.names(client.targets()), ["b"], "nothing half, nothing wrong");
}

#[test]
fn a_target_that_is_there_is_not_fetched_again() {
    let (mut repository, client) = world();
    repository.add_target("targets", "a", b"a");
    repository.publish(&ALL);
    assert_eq!(client.download(&["a"]), 0);
    repository.host.asked();
    assert_eq!(client.download(&["a"]), 0);
    assert!(!repository.host.asked().iter().any(|path| path.starts_with("targets/")));
}

#[test]
fn a_target_that_is_there_but_is_not_right_any_more_is_replaced() {
    let (mut repository, client) = world();
    for words in ["first", "other"] {
        repository.add_target("targets", "a", words.as_bytes());
        repository.publish(&ALL);
        assert_eq!(client.download(&["a"]), 0);
        assert_eq!(std::fs::read(client.targets().join("a")).unwrap(), words.as_bytes());
    }
    // It is what it was a moment ago; somebody changed it here.
    std::fs::write(client.targets().join("a"), "wrong").unwrap();
    assert_eq!(client.download(&["a"]), 0);
    assert_eq!(std::fs::read(client.targets().join("a")).unwrap(), b"other");
}

#[test]
fn paths_with_unusual_characters_are_asked_for_and_stored_safely() {
    let (mut repository, client) = world();
    for path in ["a b", "a?b", "a#b", "ü/ሰ", "a+b@c:d", ".hidden", "a%20b"] {
        repository.add_target("targets", path, path.as_bytes());
    }
    repository.publish(&ALL);
    let hash = |path: &str| support::repository::sha256(path.as_bytes());
    let host = [
        ("a b", format!("{}.a%20b", hash("a b"))),
        ("a?b", format!("{}.a%3Fb", hash("a?b"))),
        ("a#b", format!("{}.a%23b", hash("a#b"))),
        ("ü/ሰ", format!("%C3%BC/{}.%E1%88%B0", hash("ü/ሰ"))),
        ("a+b@c:d", format!("{}.a+b@c:d", hash("a+b@c:d"))),
        (".hidden", format!("{}..hidden", hash(".hidden"))),
        ("a%20b", format!("{}.a%20b", hash("a%20b"))),
    ];
    for (path, address) in host {
        repository.answer(&format!("targets/{address}"), Reply::ok(path));
        assert_eq!(client.download(&[path]), 0, "{path}");
    }
    let names = client.names(client.targets());
    assert_eq!(names.len(), 7, "{names:?}");
    assert!(names.iter().all(|name| !name.starts_with('.') && !name.contains('/')));
}

#[test]
fn delegated_lists_lie_beside_the_others_under_encoded_names() {
    let (mut repository, client) = world();
    repository.delegate("targets", "../delegatedrole", json!({ "paths": ["*"] }));
    repository.publish(&["../delegatedrole", "targets", "snapshot", "timestamp"]);
    assert_eq!(client.download(&["nothing"]), 1);
    assert!(client.names(client.metadata()).contains(&"..%2Fdelegatedrole.json".to_owned()));
}

#[test]
fn a_hundred_new_roots_are_walked_in_one_refresh() {
    let (mut repository, client) = world();
    (0..100).for_each(|_| repository.publish(&["root"]));
    assert_eq!(client.refresh(), 0);
    assert_eq!(std::fs::read(client.metadata().join("root.json")).unwrap(), repository.root());
}

#[test]
fn what_is_out_of_date_by_the_clock_of_the_computer_is_refused() {
    let over = (now() - TimeDelta::seconds(5)).format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let (mut repository, client) = world();
    repository.draft("timestamp")["expires"] = json!(over);
    repository.publish(&["timestamp"]);
    assert_eq!(client.refresh(), 1);
    assert_eq!(client.names(client.metadata()), ["root.json"]);
}

// Keys ------------------------------------------------------------------------------------------------------------------------

/// A repository whose every role is signed by such keys is followed, and refused once a signature is not right.
fn are_verified(make: impl Fn() -> Signer) {
    let mut repository = Repository::signed_by(&Host::new(), &expires(), make);
    let client = Client::new(&repository);
    assert_eq!(client.refresh(), 0);
    let stranger = Signer::ed25519();
    let known = repository.signers["timestamp"][0].id.clone();
    let forged = Signer { id: known, ..stranger };
    repository.signers.insert("timestamp".into(), vec![forged.into()]);
    repository.publish(&["timestamp"]);
    assert_eq!(client.refresh(), 1);
}

#[test]
fn ed25519_keys_are_verified() {
    are_verified(Signer::ed25519);
}

#[test]
fn p256_keys_are_verified_under_both_names() {
    are_verified(|| Signer::p256("ecdsa"));
    are_verified(|| Signer::p256("ecdsa-sha2-nistp256"));
}

#[test]
fn p384_keys_are_verified() {
    are_verified(Signer::p384);
}

#[test]
fn rsa_keys_are_verified() {
    are_verified(|| rsa_key("rsassa-pss-sha256", &RSA_PSS_SHA256));
    are_verified(|| rsa_key("rsassa-pss-sha512", &RSA_PSS_SHA512));
    are_verified(|| rsa_key("rsa-pkcs1v15-sha256", &RSA_PKCS1_SHA256));
}

fn rsa_key(scheme: &str, padding: &'static dyn RsaEncoding) -> Signer {
    let private = rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, 2048).unwrap();
    let public = pem(private.to_public_key().to_public_key_der().unwrap().as_bytes());
    let pair = RsaKeyPair::from_pkcs8(private.to_pkcs8_der().unwrap().as_bytes()).unwrap();
    let sign = move |data: &[u8]| {
        let mut signature = vec![0; pair.public().modulus_len()];
        pair.sign(padding, &SystemRandom::new(), data, &mut signature).unwrap();
        signature
    };
    Signer::new(key("rsa", scheme, public), Box::new(sign))
}

#[test]
fn post_quantum_keys_are_verified() {
    // A SubjectPublicKeyInfo of ML-DSA-65 (RFC 9881), whose key has 1,952 bytes.
    const HEAD: [u8; 22] = [
        0x30, 0x82, 0x07, 0xb2, 0x30, 0x0b, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03, 0x12, 0x03,
        0x82, 0x07, 0xa1, 0x00,
    ];
    are_verified(|| {
        let mut seed = ml_dsa::Seed::default();
        ring::rand::SecureRandom::fill(&SystemRandom::new(), &mut seed).unwrap();
        let pair = ml_dsa::SigningKey::<ml_dsa::MlDsa65>::from_seed(&seed);
        let public = pem(&[&HEAD[..], pair.verifying_key().to_bytes().as_slice()].concat());
        let sign = move |data: &[u8]| {
            // TAP 21: not the bytes themselves.
            let digest = ring::digest::digest(&ring::digest::SHA512, data);
            let message = [b"tuf\x01", digest.as_ref()].concat();
            pair.expanded_key().sign_deterministic(&message, &[]).unwrap().encode().to_vec()
        };
        Signer::new(key("ml-dsa", "ml-dsa-65/1", public), Box::new(sign))
    });
}
