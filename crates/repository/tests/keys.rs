//! The files that keys are kept in.

#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use kindway_content::ChannelName;
use kindway_repository::{Error, KeyError, Keys, Signer, Site, Work};
use support::{Charity, PASSPHRASE, keys, role, small};
use zeroize::Zeroizing;

#[test]
fn every_signer_gets_an_encrypted_file_that_only_its_owner_reads() {
    let charity = Charity::new();
    let mut names: Vec<String> = fs::read_dir(charity.keys.folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let expected = [
        "role-contacts.key",
        "role-language-ar.key",
        "role-language-en-GB.key",
        "role-rules.key",
        "root-1.key",
        "root-2.key",
        "root-3.key",
        "snapshot.key",
        "targets.key",
        "timestamp.key",
    ];
    assert_eq!(names, expected);
    for name in names {
        let file = charity.keys.folder().join(&name);
        assert!(fs::read_to_string(&file).unwrap().starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"), "{name}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
        }
    }
}

#[test]
fn openssl_reads_a_key_of_full_work_and_sees_the_same_public_key() {
    let folder = tempfile::tempdir().unwrap();
    let keys = Keys::new(folder.path().join("keys"), vec![Zeroizing::new(PASSPHRASE.to_owned())]).unwrap();
    let site = folder.path().join("site");
    Site::init(site, ChannelName::Test, &[], &keys, support::day("2026-11-22")).unwrap();
    let told = openssl(&folder.path().join("keys/root-1.key"), &["pkey", "-noout", "-text_pub"]);
    let hexadecimal: String = told.lines().filter(|line| line.starts_with("    ")).collect();
    let public: String = hexadecimal.chars().filter(char::is_ascii_hexdigit).collect();
    let key = keys.key(&Signer::Root(1)).unwrap();
    assert_eq!(key.public()["keyval"]["public"], public);
}

/// What OpenSSL says of a key with our passphrase.
fn openssl(file: &Path, words: &[&str]) -> String {
    let mut command = Command::new("openssl");
    command.args(words).arg("-passin").arg(format!("pass:{PASSPHRASE}")).arg("-in").arg(file);
    let output = command.output().unwrap_or_else(|error| panic!("openssl is needed: {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_key_that_got_another_passphrase_from_openssl_is_the_same_key() {
    let charity = Charity::new();
    let file = charity.keys.folder().join("root-2.key");
    let before = charity.keys.key(&Signer::Root(2)).unwrap().id().to_owned();
    let hers = openssl(&file, &["pkcs8", "-topk8", "-scrypt", "-passout", "pass:one that is hers alone"]);
    fs::write(&file, hers).unwrap();
    assert!(charity.keys.key(&Signer::Root(2)).is_err());
    let opened = keys(charity.keys.folder(), "one that is hers alone").key(&Signer::Root(2)).unwrap();
    assert_eq!(opened.id(), before);
}

#[test]
fn a_wrong_passphrase_is_said_with_the_name_of_the_file() {
    let charity = Charity::new();
    let wrong = keys(charity.keys.folder(), "another one, also long");
    let error = wrong.key(&Signer::Targets).unwrap_err();
    assert!(matches!(&error, Error::Key { why: KeyError::Passphrase, .. }), "{error:?}");
    assert!(error.to_string().contains("targets.key: the passphrase does not open this key"), "{error}");
}

#[test]
fn a_key_file_that_was_cut_anywhere_is_said_with_its_name() {
    let charity = Charity::new();
    let file = charity.keys.folder().join("timestamp.key");
    let whole = fs::read(&file).unwrap();
    for length in 0..whole.len() - 1 {
        fs::write(&file, &whole[..length]).unwrap();
        let error = charity.keys.key(&Signer::Timestamp).unwrap_err();
        assert!(error.to_string().contains("timestamp.key: "), "{length}: {error}");
    }
}

#[test]
fn a_key_that_is_not_encrypted_is_no_key() {
    let charity = Charity::new();
    let plain = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIC\n-----END PRIVATE KEY-----\n";
    fs::write(charity.keys.folder().join("timestamp.key"), plain).unwrap();
    let error = charity.keys.key(&Signer::Timestamp).unwrap_err();
    assert!(matches!(error, Error::Key { why: KeyError::Malformed, .. }), "{error:?}");
}

#[test]
fn the_key_of_another_role_signs_nothing() {
    let charity = Charity::new();
    charity.stage(&small());
    let folder = charity.keys.folder();
    fs::copy(folder.join("role-rules.key"), folder.join("role-contacts.key")).unwrap();
    let contacts = Signer::Role(role("contacts"));
    let error = charity.site.sign(Some(&contacts), &charity.keys, charity.now).unwrap_err();
    assert!(matches!(&error, Error::AnotherKey { .. }), "{error:?}");
    assert!(error.to_string().contains("role-contacts.key: this is not the key that may sign contacts"), "{error}");
    assert!(!charity.public("metadata/1.contacts.json").exists());
}

#[test]
fn keys_that_others_have_another_passphrase_for_are_opened_too() {
    let charity = Charity::new();
    let both = ["another one, also long", PASSPHRASE].map(|text| Zeroizing::new(text.to_owned()));
    let keys = Keys::new(charity.keys.folder(), both.to_vec()).unwrap().with_work(Work::FOR_TESTS);
    assert_eq!(keys.key(&Signer::Root(2)).unwrap().id(), charity.keys.key(&Signer::Root(2)).unwrap().id());
}

#[test]
fn a_passphrase_that_is_found_by_trying_makes_no_keys() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys(&folder.path().join("keys"), "elevenchars");
    let site = folder.path().join("site");
    let error = Site::init(&site, ChannelName::Test, &[], &keys, support::day("2026-11-22")).unwrap_err();
    assert!(matches!(error, Error::ShortPassphrase { .. }), "{error:?}");
    assert!(!site.exists());
}

#[test]
fn a_folder_with_anything_in_it_becomes_neither_a_site_nor_keys() {
    for (taken, named) in [("site", "site"), ("keys", "keys")] {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(taken)).unwrap();
        fs::write(folder.path().join(taken).join("mine"), "").unwrap();
        let keys = keys(&folder.path().join("keys"), PASSPHRASE);
        let site = folder.path().join("site");
        let error = Site::init(site, ChannelName::Test, &[], &keys, support::day("2026-11-22")).unwrap_err();
        assert!(matches!(&error, Error::NotEmpty(folder) if folder.ends_with(named)), "{error:?}");
    }
}

#[test]
fn keys_that_would_be_served_or_committed_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    let inside = keys(&site.join("v1/keys"), PASSPHRASE);
    let error = Site::init(&site, ChannelName::Test, &[], &inside, support::day("2026-11-22")).unwrap_err();
    assert!(matches!(error, Error::KeysExposed { .. }), "{error:?}");

    let tree = folder.path().join("tree");
    fs::create_dir_all(tree.join(".git")).unwrap();
    let error = Keys::new(tree.join("deep/keys"), Vec::new()).unwrap_err();
    assert!(error.to_string().contains("git work tree"), "{error}");
}

#[cfg(unix)]
#[test]
fn keys_behind_a_link_into_the_site_are_refused() {
    let charity = Charity::new();
    fs::create_dir(charity.site.folder().join("hidden")).unwrap();
    let link = charity.folder.path().join("elsewhere");
    std::os::unix::fs::symlink(charity.site.folder().join("hidden"), &link).unwrap();
    let linked = keys(&link, PASSPHRASE);
    let error = charity.site.timestamp(&linked, charity.now).unwrap_err();
    assert!(matches!(error, Error::KeysExposed { .. }), "{error:?}");
}
