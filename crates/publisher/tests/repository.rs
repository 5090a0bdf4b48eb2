//! A repository, from its first keys to the files that an app is built with, as a charity's people run the commands.

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "shared by several tests")]
mod small;

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use chrono::{TimeDelta, Utc};
use kindway_content::{ChannelName, load, pack, read_seed};
use kindway_repository::{Keys, Signer, Site, Work};
use kindway_sync::Trust;
use tempfile::TempDir;
use zeroize::Zeroizing;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kindway-publish");
const PASSPHRASE: &str = "five words that are easy";

/// A project, and beside it whatever the commands make: site, keys, ship.
struct Desk(TempDir);

impl Desk {
    /// With nothing but the project.
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        small::write_all(&desk.at("project"));
        desk.write_rate("4918");
        desk.run("stamp ti");
        desk
    }

    /// With a repository, made so many days ago.
    fn with_site(days_ago: i64) -> Self {
        let desk = Self::new();
        let keys = desk.keys();
        let content = pack(&load(&desk.at("project")).unwrap()).unwrap();
        let roles: Vec<_> = kindway_content::roles::split(&content).into_keys().collect();
        let then = Utc::now() - TimeDelta::days(days_ago);
        let site = Site::init(desk.at("site"), ChannelName::Test, &roles, &keys, then).unwrap();
        site.stage(&content, then, &mut |_| ()).unwrap();
        site.sign(None, &keys, then).unwrap();
        site.timestamp(&keys, then).unwrap();
        desk
    }

    fn keys(&self) -> Keys {
        let keys = Keys::new(self.at("keys"), vec![Zeroizing::new(PASSPHRASE.to_owned())]).unwrap();
        keys.with_work(Work::FOR_TESTS)
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        small::write(&self.at("project"), path, text);
    }

    /// So many pence a week, in no need of a review for as long as this test is run.
    fn write_rate(&self, pence: &str) {
        let rate = small::RATE.replace("4918", pence).replace("2027-01-31", "2099-01-31");
        self.write("assets/content/rates.toml", &rate);
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(PROGRAM);
        command.current_dir(self.0.path()).args(["--root", "project"]).args(line.split_whitespace());
        command.env("KINDWAY_PASSPHRASE", PASSPHRASE).stdin(Stdio::null());
        command
    }

    /// Runs a command that has to succeed, and returns what it said.
    fn run(&self, line: &str) -> String {
        said(line, self.command(line).output().unwrap())
    }

    /// Gives a key to a holder, with a passphrase of her own.
    fn gives(&self, key: &str, to: &str, hers: &str) {
        let mut openssl = Command::new("openssl");
        openssl.args(["pkcs8", "-topk8", "-scrypt", "-passin", "env:PASSPHRASE", "-passout", "env:HERS"]);
        openssl.arg("-in").arg(self.at(key)).arg("-out").arg(self.at(to));
        assert!(openssl.env("PASSPHRASE", PASSPHRASE).env("HERS", hers).status().unwrap().success());
    }

    /// Runs a command at a terminal of its own, gives each answer when its question is asked, and returns what was shown.
    fn at_a_terminal(&self, line: &str, answers: &[(&str, &str)]) -> String {
        let command = format!("{PROGRAM} --root project {line}");
        let mut terminal = Command::new("timeout");
        terminal.args(["60", "script", "-qec", &command, "/dev/null"]).current_dir(self.0.path());
        terminal.env_remove("KINDWAY_PASSPHRASE").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut terminal = terminal.spawn().unwrap();
        let (mut keyboard, mut screen) = (terminal.stdin.take().unwrap(), terminal.stdout.take().unwrap());
        let mut shown = Vec::new();
        for (question, answer) in answers {
            let before = shown.len();
            let mut byte = [0];
            while !shown[before..].ends_with(question.as_bytes()) {
                assert_eq!(screen.read(&mut byte).unwrap(), 1, "{question}: {}", String::from_utf8_lossy(&shown));
                shown.extend(byte);
            }
            writeln!(keyboard, "{answer}").unwrap();
        }
        screen.read_to_end(&mut shown).unwrap();
        drop(keyboard);
        terminal.wait().unwrap();
        String::from_utf8(shown).unwrap()
    }

    /// Runs a command that has to fail, and returns what it said to whom.
    fn refused(&self, line: &str) -> (String, String) {
        let output = self.command(line).output().unwrap();
        assert!(!output.status.success(), "{line}");
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    }
}

fn said(line: &str, output: Output) -> String {
    let (told, why) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{line}: {told}{why}");
    String::from_utf8(output.stdout).unwrap()
}

fn is_empty(folder: &Path) -> bool {
    !folder.exists() || fs::read_dir(folder).unwrap().next().is_none()
}

#[test]
fn from_the_ceremony_to_an_app_each_command_leads_to_the_next() {
    let desk = Desk::new();
    let checklist = desk.run("init site --keys keys --channel test");
    for file in fs::read_dir(desk.at("keys")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(checklist.contains(&format!("  [ ] {name}")), "{name}: {checklist}");
    }
    for signer in Signer::roots() {
        let id = desk.keys().key(&signer).unwrap().id().to_owned();
        assert!(checklist.contains(&format!("{signer} is the key {id}")), "{checklist}");
    }
    assert!(checklist.contains("Any 2 of the 3 root keys"), "{checklist}");

    let built = desk.run("build --site site");
    assert!(built.contains("rules waits for role-rules.key."), "{built}");
    let signed = desk.run("sign site --keys keys --role rules");
    assert!(signed.starts_with("Signed rules.\n"), "{signed}");
    assert!(signed.contains("language-ti waits for role-language-ti.key."), "{signed}");
    let (_, early) = desk.refused("timestamp site --keys keys");
    assert_eq!(early, "nothing can be published before these are signed: language-en-GB, language-ti\n");
    desk.run("sign site --keys keys");
    let live = desk.run("timestamp site --keys keys");
    assert!(live.contains("Timestamp 1, snapshot 1, root 1."), "{live}");

    desk.run("ship site --host https://content.example.org --out ship");
    let trust = Trust::read(&fs::read(desk.at("ship/trust.json")).unwrap()).unwrap();
    assert_eq!(trust.host, "https://content.example.org/v1/");
    let seed = read_seed(&fs::read(desk.at("ship/content.seed")).unwrap()).unwrap();
    assert_eq!(seed, pack(&load(&desk.at("project")).unwrap()).unwrap());
}

#[test]
fn only_what_an_editor_changed_waits_for_a_signature() {
    let desk = Desk::with_site(0);
    assert_eq!(desk.run("build --site site"), "Nothing has changed since the last signature.\n");
    desk.write_rate("5012");
    let built = desk.run("build --site site");
    assert!(built.starts_with("rules: 1 record, "), "{built}");
    assert!(built.contains(" bytes for a phone that has the last one\nrules waits for role-rules.key.\n"), "{built}");
    assert_eq!(desk.run("sign site --keys keys").lines().next(), Some("Signed rules."));
    let live = desk.run("timestamp site --keys keys");
    assert!(live.starts_with("New: rules.\nTimestamp 2, snapshot 2, root 1."), "{live}");
    assert_eq!(desk.run("sign site --keys keys"), "Nothing waits to be signed.\n");
}

#[test]
fn content_with_a_mistake_is_neither_staged_nor_signed() {
    let desk = Desk::with_site(0);
    desk.write("assets/content/rates.toml", &small::RATE.replace("MONEY-01", "MONEY-99"));
    let (out, error) = desk.refused("build --site site");
    assert!(out.contains("--> assets/content/rates.toml:") && out.contains("MONEY-99"), "the mistake is named: {out}");
    assert!(error.starts_with("Nothing is staged: 1 error in the content."), "{error}");
    assert!(is_empty(&desk.at("site/staged/metadata")));
    assert_eq!(desk.run("sign site --keys keys"), "Nothing waits to be signed.\n");
}

#[test]
fn build_makes_exactly_one_thing() {
    let desk = Desk::with_site(0);
    assert!(desk.refused("build").1.contains("--out <FILE>"));
    assert!(desk.refused("build --out seed --site site").1.contains("cannot be used with"));
    desk.run("build --out seed");
    assert!(read_seed(&fs::read(desk.at("seed")).unwrap()).is_ok());
}

#[test]
fn a_new_language_is_signed_in_by_the_holder_of_the_targets_key() {
    let desk = Desk::with_site(0);
    let languages = fs::read_to_string(desk.at("project/assets/content/languages.toml")).unwrap();
    let amharic = "\n[[language]]\ntag = \"am\"\nendonym = \"አማርኛ\"\nenglish = \"Amharic\"\ndir = \"ltr\"\nscript = \"ethiopic\"\n";
    desk.write("assets/content/languages.toml", &format!("{languages}{amharic}"));
    desk.write("locales/am/money.ftl", "money-title = ገንዘብ\n");
    desk.run("stamp am");
    let built = desk.run("build --site site");
    assert!(built.contains("language-am is new: the holder of targets.key signs first"), "{built}");
    assert!(built.contains("targets waits for targets.key."), "{built}");
    let signed = desk.run("sign site --keys keys --role targets");
    assert!(signed.contains("role-language-am.key: it belongs to the editors of language-am."), "{signed}");
    desk.run("sign site --keys keys");
    let live = desk.run("timestamp site --keys keys");
    assert!(live.contains("language-am, ") && live.contains("targets"), "{live}");
}

#[test]
fn a_folder_that_is_in_use_becomes_neither_site_nor_keys() {
    let desk = Desk::with_site(0);
    for line in ["init site --keys others --channel test", "init another --keys keys --channel test"] {
        assert!(desk.refused(line).1.contains("this folder is not empty"), "{line}");
    }
    assert!(!desk.at("others").exists() && !desk.at("another").exists());
}

#[test]
fn keys_inside_the_site_or_a_git_work_tree_are_refused_by_every_command() {
    // Old enough for something to be renewed.
    let desk = Desk::with_site(200);
    fs::create_dir_all(desk.at("tree/.git")).unwrap();
    desk.write_rate("5012");
    desk.run("build --site site");
    for line in
        ["sign site --keys K", "timestamp site --keys K", "rotate site --keys K --role rules", "renew site --keys K"]
    {
        for keys in ["site/keys", "tree/keys"] {
            let (_, error) = desk.refused(&line.replace('K', keys));
            assert!(error.contains("private keys may not lie inside"), "{line} in {keys}: {error}");
        }
    }
}

#[test]
fn a_channel_takes_only_its_own_content() {
    let desk = Desk::new();
    let (_, error) = desk.refused("init site --keys keys --channel public");
    assert!(error.contains("channel.toml names the other channel"), "{error}");
    assert!(!desk.at("keys").exists() && !desk.at("site").exists());
}

#[test]
fn replacing_keys_says_which_file_is_new_and_what_comes_next() {
    let desk = Desk::with_site(0);
    let rotated = desk.run("rotate site --keys keys --role timestamp --role snapshot");
    assert!(
        rotated.contains("timestamp.key: the new key of timestamp.") && rotated.contains("snapshot.key"),
        "{rotated}"
    );
    assert!(rotated.contains("Root 2 is signed."), "{rotated}");
    let live = desk.run("timestamp site --keys keys");
    assert!(live.contains("Timestamp 2, snapshot 2, root 2."), "{live}");
    assert!(desk.at("keys/timestamp.key.retired-1").is_file() && desk.at("keys/snapshot.key.retired-1").is_file());
    let (_, error) = desk.refused("rotate site --keys keys --role language-xx");
    assert_eq!(error, "this site has no role language-xx\n");
    assert!(desk.refused("rotate site --keys keys --role director").1.contains("\"director\" is no role"));
}

#[test]
fn what_is_half_way_to_its_end_is_renewed_and_nothing_else() {
    let young = Desk::with_site(100);
    assert_eq!(young.run("renew site --keys keys"), "Nothing has to be renewed yet.\n");
    let old = Desk::with_site(200);
    let warned = old.run("timestamp site --keys keys");
    assert!(warned.contains("rules ends on ") && warned.contains(": renew it with role-rules.key."), "{warned}");
    fs::remove_file(old.at("keys/role-rules.key")).unwrap();
    let renewed = old.run("renew site --keys keys");
    assert!(
        renewed.starts_with("Renewed targets.\nRenewed language-en-GB.\nRenewed language-ti.\nrules ends on "),
        "{renewed}"
    );
    let again = old.refused("renew site --keys keys");
    assert!(again.1.contains("none of the keys that are needed is here"), "{again:?}");
}

#[test]
fn a_passphrase_comes_from_a_file_with_one_for_each_holder() {
    let desk = Desk::with_site(0);
    fs::write(desk.at("words"), format!("of somebody else entirely\n{PASSPHRASE}\n")).unwrap();
    let line = "timestamp site --keys keys --passphrase-file words";
    said(line, desk.command(line).env_remove("KINDWAY_PASSPHRASE").output().unwrap());
    fs::write(desk.at("words"), "\n").unwrap();
    assert!(desk.refused(line).1.contains("words: there is no passphrase in this file"));
}

#[test]
fn a_wrong_passphrase_names_the_key_that_it_does_not_open() {
    let desk = Desk::with_site(0);
    let mut command = desk.command("timestamp site --keys keys");
    let output = command.env("KINDWAY_PASSPHRASE", "not the right one").output().unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.ends_with("timestamp.key: the passphrase does not open this key\n"), "{error}");
}

#[test]
fn a_passphrase_is_no_argument() {
    let desk = Desk::with_site(0);
    assert!(desk.refused("timestamp site --keys keys --passphrase words").1.contains("unexpected argument"));
}

#[cfg(target_os = "linux")]
#[test]
fn each_holder_is_asked_at_the_terminal_for_the_key_that_only_she_can_open() {
    // Old enough for the root to be renewed.
    let desk = Desk::with_site(400);
    let holders = [("root-1.key", "words of the first holder"), ("root-3.key", "words of the third holder")];
    fs::create_dir(desk.at("desk")).unwrap();
    for (key, hers) in holders {
        desk.gives(&format!("keys/{key}"), &format!("desk/{key}"), hers);
    }
    let asked = [
        ("Passphrase of desk/root-1.key: ", "something mistyped"),
        ("Passphrase of desk/root-1.key: ", holders[0].1),
        ("Passphrase of desk/root-3.key: ", holders[1].1),
    ];
    let shown = desk.at_a_terminal("renew site --keys desk", &asked);
    assert!(shown.contains("Renewed root."), "{shown}");
    assert!(shown.contains("the passphrase does not open this key"), "{shown}");

    let asked = [
        ("Passphrase for new keys in desk: ", "words of the new holder"),
        ("The same once more: ", "words of the new holder"),
        ("Passphrase of desk/root-1.key: ", holders[0].1),
        ("Passphrase of desk/root-3.key: ", holders[1].1),
    ];
    let shown = desk.at_a_terminal("rotate site --keys desk --role root-2", &asked);
    assert!(shown.contains("desk/root-2.key: the new key of root-2."), "{shown}");
    let new = Keys::new(desk.at("desk"), vec![Zeroizing::new("words of the new holder".to_owned())]).unwrap();
    assert!(new.key(&Signer::Root(2)).is_ok());
}

#[cfg(target_os = "linux")]
#[test]
fn a_passphrase_that_opens_the_next_key_too_is_not_asked_for_again() {
    let desk = Desk::with_site(0);
    let shown = desk.at_a_terminal("timestamp site --keys keys", &[("Passphrase of keys/timestamp.key: ", PASSPHRASE)]);
    assert!(shown.contains("Timestamp 2, snapshot 1, root 1."), "{shown}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_passphrase_that_was_mistyped_three_times_ends_the_command() {
    let desk = Desk::with_site(0);
    let asked = [("Passphrase of keys/timestamp.key: ", "something mistyped"); 3];
    let shown = desk.at_a_terminal("timestamp site --keys keys", &asked);
    assert!(shown.ends_with("keys/timestamp.key: the passphrase does not open this key\r\n"), "{shown}");
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_terminal_it_is_said_where_a_passphrase_may_come_from() {
    let desk = Desk::with_site(0);
    // In a session of its own there is no terminal, whatever this test was started from.
    let mut command = Command::new("setsid");
    command.arg("--wait").arg(PROGRAM).args(["timestamp", "site", "--keys", "keys"]);
    command.current_dir(desk.0.path()).env_remove("KINDWAY_PASSPHRASE").stdin(Stdio::null());
    let output = command.output().unwrap();
    assert!(!output.status.success());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("no passphrase: name a file (--passphrase-file), set KINDWAY_PASSPHRASE"), "{error}");
}
