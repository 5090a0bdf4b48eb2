//! Publishing to an S3-compatible store.

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "shared by several tests")]
mod hosting;
mod store;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::process::Output;

use flate2::read::GzDecoder;
use hosting::{Charity, Phone, Running, ask, command, files, flip, said, succeeds};
use object_store::ObjectStoreExt;
use object_store::aws::AmazonS3Builder;
use store::{BUCKET, KEY, SECRET, Store};

const TO: &str = "s3://kindway/phones/test";

/// A store, as this charity and everybody else uses it.
struct Bucket {
    store: Store,
}

impl Bucket {
    fn new() -> Self {
        Self { store: Store::new() }
    }

    /// The files of the bucket; what the store notes about them is not among them.
    fn held(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.store.folder.path().join(BUCKET))
    }

    /// Puts an object there, as somebody with the key can.
    fn put(&self, path: &str, bytes: &[u8]) {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let builder =
            AmazonS3Builder::new().with_endpoint(&self.store.endpoint).with_allow_http(true).with_bucket_name(BUCKET);
        let store = builder.with_access_key_id(KEY).with_secret_access_key(SECRET).build().unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(store.put(&path.into(), bytes.to_vec().into())).unwrap();
    }

    fn publish(&self, charity: &Charity, more: &[&str]) -> Output {
        self.publish_to(charity, TO, more)
    }

    fn publish_to(&self, charity: &Charity, to: &str, more: &[&str]) -> Output {
        let arguments = ["publish", charity.at(), "--to", to, "--endpoint", &self.store.endpoint];
        let mut command = command(&[&arguments, more].concat());
        command.env("AWS_ACCESS_KEY_ID", KEY).env("AWS_SECRET_ACCESS_KEY", SECRET).output().unwrap()
    }

    /// The repository, as everybody reads it.
    fn address(&self) -> String {
        self.store.address("phones/test")
    }
}

fn well(output: &Output) -> String {
    assert!(output.status.success(), "{}", said(output));
    said(output)
}

fn badly(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", said(output));
    said(output)
}

#[test]
fn a_bucket_gets_every_file_and_the_client_of_the_phones_reads_it_back() {
    let (charity, bucket) = (Charity::with_two_versions(), Bucket::new());
    let ours = files(&charity.site.public());
    let said = well(&bucket.publish(&charity, &[]));
    assert!(said.ends_with(&format!("{TO}: {} files new, 0 were there. Timestamp 2 is live.\n", ours.len())), "{said}");
    let named: BTreeSet<String> = ours.keys().map(|path| format!("phones/test/v1/{path}")).collect();
    assert_eq!(bucket.held().into_keys().collect::<BTreeSet<_>>(), named);
    let read = succeeds(&["verify", &bucket.address()]);
    let roles = charity.site.published().unwrap().unwrap().roles.len();
    assert!(read.contains(&format!(", {roles} deltas")), "{read}");
}

#[test]
fn a_phone_with_an_older_version_gets_from_the_bucket_what_has_changed() {
    let (mut charity, bucket) = (Charity::with_two_versions(), Bucket::new());
    let mut phone = Phone::built_from(&charity);
    charity.change(2);
    charity.go_live();
    well(&bucket.publish(&charity, &[]));
    assert!(phone.sync(&bucket.address()));
    assert_eq!(phone.has, charity.live());
    assert!(!phone.sync(&bucket.address()));
}

#[test]
fn an_object_says_what_it_is_how_long_it_may_be_kept_and_that_it_is_compressed() {
    let (charity, bucket) = (Charity::with_two_versions(), Bucket::new());
    well(&bucket.publish(&charity, &[]));
    let told = |path: &str| {
        let got = ask(&format!("{}{path}", bucket.address()), &[]);
        assert_eq!(got.status, 200, "{path}");
        let header = |name: &str| got.header(name).to_owned();
        ((header("content-type"), header("cache-control"), header("content-encoding")), got.body)
    };
    let header = |kind: &str, caching: &str, coding: &str| (kind.to_owned(), caching.to_owned(), coding.to_owned());
    let forever = "public, max-age=31536000, immutable";
    let plain = |bytes: &[u8]| {
        let mut plain = Vec::new();
        GzDecoder::new(bytes).read_to_end(&mut plain).unwrap();
        plain
    };
    for (path, caching) in [("metadata/timestamp.json", "no-cache"), ("metadata/1.root.json", forever)] {
        let (headers, body) = told(path);
        assert_eq!(headers, header("application/json", caching, "gzip"), "{path}");
        assert_eq!(plain(&body), fs::read(charity.file(path)).unwrap(), "{path}");
    }
    for path in [charity.live_pack("rules"), charity.first_of("d")] {
        let (headers, body) = told(&path);
        assert_eq!(headers, header("application/octet-stream", forever, ""), "{path}");
        assert_eq!(body, fs::read(charity.file(&path)).unwrap(), "{path}");
    }
}

#[test]
fn publishing_again_with_the_keys_changes_the_timestamp_alone() {
    let (charity, bucket) = (Charity::with_two_versions(), Bucket::new());
    well(&bucket.publish(&charity, &[]));
    let before = bucket.held();
    let said = well(&bucket.publish(&charity, &["--keys", charity.keys.folder().to_str().unwrap()]));
    assert!(said.contains(": 1 files new, "), "{said}");
    let after = bucket.held();
    let changed: Vec<&String> = after.keys().filter(|path| before.get(*path) != after.get(*path)).collect();
    assert_eq!(changed, ["phones/test/v1/metadata/timestamp.json"]);
    assert!(succeeds(&["verify", &bucket.address()]).contains("Timestamp 3, "));
}

#[test]
fn a_run_that_was_interrupted_is_repeated() {
    let (charity, bucket) = (Charity::with_two_versions(), Bucket::new());
    well(&bucket.publish(&charity, &[]));
    let whole = bucket.held();
    for lost in [charity.live_pack("rules"), "metadata/timestamp.json".to_owned()] {
        fs::remove_file(bucket.store.folder.path().join(BUCKET).join("phones/test/v1").join(lost)).unwrap();
    }
    assert!(well(&bucket.publish(&charity, &[])).contains(": 2 files new, "));
    assert_eq!(bucket.held(), whole);
}

#[test]
fn a_newer_timestamp_in_the_bucket_stays() {
    let (mut charity, bucket) = (Charity::with_two_versions(), Bucket::new());
    let older = tempfile::tempdir().unwrap();
    for (path, bytes) in files(charity.site.folder()) {
        let file = older.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    charity.change(2);
    charity.go_live();
    well(&bucket.publish(&charity, &[]));
    let before = bucket.held();
    charity.site = kindway_repository::Site::open(older.path()).unwrap();
    let said = badly(&bucket.publish(&charity, &[]));
    assert!(said.contains("the destination has version 3, which is newer than 2"), "{said}");
    assert_eq!(bucket.held(), before);
}

#[test]
fn a_file_that_never_changes_and_is_another_one_there_is_named_and_stays() {
    let (charity, bucket) = (Charity::with_two_versions(), Bucket::new());
    well(&bucket.publish(&charity, &[]));
    let pack = charity.live_pack("rules");
    let other = fs::read(charity.file(&charity.live_pack("contacts"))).unwrap();
    bucket.put(&format!("phones/test/v1/{pack}"), &other);
    let before = bucket.held();
    let said = badly(&bucket.publish(&charity, &[]));
    assert!(said.contains(&format!("{pack}: the destination has other bytes under this name")), "{said}");
    assert_eq!(bucket.held(), before);
}

#[test]
fn a_repository_that_does_not_hold_does_not_reach_the_bucket() {
    let (charity, bucket) = (Charity::with_two_versions(), Bucket::new());
    flip(&charity.file(&charity.live_pack("rules")));
    badly(&bucket.publish(&charity, &[]));
    assert!(bucket.held().is_empty());
}

#[test]
fn a_bucket_that_is_not_there_is_said_to_be_missing() {
    let (charity, bucket) = (Charity::with_two_versions(), Bucket::new());
    let said = badly(&bucket.publish_to(&charity, "s3://nowhere/phones", &[]));
    assert!(said.contains("s3://nowhere/phones: there is no such bucket\n"), "{said}");
}

#[test]
fn credentials_that_the_store_does_not_know_are_said_to_be_refused() {
    let (charity, bucket) = (Charity::with_two_versions(), Bucket::new());
    let mut command = command(&["publish", charity.at(), "--to", TO, "--endpoint", &bucket.store.endpoint]);
    let output = command.env("AWS_ACCESS_KEY_ID", KEY).env("AWS_SECRET_ACCESS_KEY", "guessed").output().unwrap();
    let said = badly(&output);
    assert!(said.contains(&format!("{TO}: the store refuses these credentials (SignatureDoesNotMatch)")), "{said}");
    assert!(bucket.held().is_empty());
}

#[test]
fn without_credentials_nobody_is_asked() {
    let (charity, bucket) = (Charity::with_two_versions(), Bucket::new());
    let output =
        command(&["publish", charity.at(), "--to", TO, "--endpoint", &bucket.store.endpoint]).output().unwrap();
    let told = format!("{TO}: no credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY\n");
    assert_eq!(badly(&output), told);
}

#[test]
fn a_store_that_does_not_answer_is_said_to_have_no_connection() {
    let charity = Charity::with_two_versions();
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut command = command(&["publish", charity.at(), "--to", TO, "--endpoint", &format!("http://{free}")]);
    let output = command.env("AWS_ACCESS_KEY_ID", KEY).env("AWS_SECRET_ACCESS_KEY", SECRET).output().unwrap();
    let said = badly(&output);
    assert!(said.contains(&format!("{TO}: no connection to the store: Connection refused")), "{said}");
}

#[test]
fn what_was_verified_is_what_is_uploaded_because_no_other_command_changes_it_in_between() {
    let mut charity = Charity::with_two_versions();
    let store = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", store.local_addr().unwrap());
    let mut publish = command(&["publish", charity.at(), "--to", TO, "--endpoint", &endpoint]);
    let publishing =
        Running(publish.env("AWS_ACCESS_KEY_ID", KEY).env("AWS_SECRET_ACCESS_KEY", SECRET).spawn().unwrap());
    // Whoever asks a store has verified everything, and this one keeps it waiting.
    let asked = store.accept().unwrap();
    charity.change(2);
    let refused = charity.site.stage(&charity.content, chrono::Utc::now(), &mut |_| ());
    assert!(matches!(refused, Err(kindway_repository::Error::Busy(_))), "{refused:?}");
    drop((publishing, asked));
    charity.stage();
}

#[test]
fn a_store_in_clear_is_taken_only_on_this_computer() {
    let charity = Charity::with_two_versions();
    let mut command = command(&["publish", charity.at(), "--to", TO, "--endpoint", "http://192.0.2.1:9000"]);
    let output = command.env("AWS_ACCESS_KEY_ID", KEY).env("AWS_SECRET_ACCESS_KEY", SECRET).output().unwrap();
    let said = badly(&output);
    assert!(said.contains("only a store on this computer may be http: and not https:"), "{said}");
}
