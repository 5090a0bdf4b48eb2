//! What `docs/publishing.md` tells a charity's volunteer to type is typed here, block by block, as it stands there, on a copy of the
//! real content. A block of a kind that this test does not know fails, so that nothing in the page goes untried.

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "shared by several tests")]
mod real;

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use kindway_repository::{Error, KeyError, Keys, Signer, Site};
use kindway_sync::Trust;
use zeroize::Zeroizing;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kindway-publish");
const CEREMONY: &str = "five words of the ceremony";
const HERS: &str = "words that are hers alone";

/// How a line begins that only a person, an administrator or another test can type.
const NOT_TYPED_HERE: [&str; 12] = [
    "cargo install ",
    "read -rs ",
    "sudo apt-get ",
    "sudo cp ",
    // crates/publisher/tests/bucket.rs
    "kindway-publish publish ../site --to s3://",
    "kindway-publish verify https://",
    "17 4 * * *  kindway-publish publish ",
    // A new language, which crates/publisher/tests/repository.rs signs in.
    "mkdir ../desk &&",
    "cp ../sticks/targets/targets.key ../desk/ &&",
    "openssl pkcs8 -topk8 -scrypt -in ../desk/role-language-fr.key ",
    "rm -r ../desk &&",
    "kindway-publish sign ../site --keys ../",
];

struct Block {
    line: usize,
    kind: String,
    text: String,
}

fn page() -> PathBuf {
    real::project().join("docs/publishing.md")
}

fn blocks() -> Vec<Block> {
    let page = fs::read_to_string(page()).unwrap();
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for (number, line) in page.lines().enumerate() {
        match line.strip_prefix("```") {
            Some("") if is_open => is_open = false,
            Some(kind) => {
                assert!(!kind.is_empty() && !is_open, "line {}: a block says of which kind it is", number + 1);
                blocks.push(Block { line: number + 1, kind: kind.to_owned(), text: String::new() });
                is_open = true;
            }
            None if is_open => blocks.last_mut().unwrap().text.push_str(&format!("{line}\n")),
            None => assert!(!line.trim_start().starts_with("```"), "line {}: a block that is not seen", number + 1),
        }
    }
    assert!(!is_open);
    blocks
}

/// A volunteer at a copy of the project, with everything else in the folder around it.
struct Volunteer {
    around: tempfile::TempDir,
}

impl Volunteer {
    fn new() -> Self {
        let around = tempfile::tempdir().unwrap();
        let copy = real::copy();
        let project = around.path().join("project");
        fs::rename(copy.path(), &project).unwrap();
        // Which letters the app's fonts have, which the check looks into.
        let fonts = "assets/fonts/coverage.toml";
        fs::create_dir_all(project.join("assets/fonts")).unwrap();
        fs::copy(real::project().join(fonts), project.join(fonts)).unwrap();
        Self { around }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.around.path().join(path)
    }

    fn shell(&self, script: &str) -> Command {
        let mut path = OsString::from(Path::new(PROGRAM).parent().unwrap());
        path.push(":");
        path.push(env::var_os("PATH").unwrap_or_default());
        let mut command = Command::new("sh");
        command.arg("-euc").arg(script).current_dir(self.at("project")).env("PATH", path).stdin(Stdio::null());
        // At a terminal each holder is asked for her own, and a new key gets the first. OpenSSL takes a variable for one passphrase.
        let typed = if script.contains("../ceremony") { CEREMONY.to_owned() } else { format!("{HERS}\n{CEREMONY}") };
        command.env("KINDWAY_PASSPHRASE", typed).env("FIRST", HERS).env("HERS", HERS).env("MACHINE", CEREMONY);
        command
    }

    fn types(&self, block: &Block) {
        let output = self.shell(&block.text).output().unwrap();
        let (told, why) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "docs/publishing.md:{}\n{}{told}{why}", block.line, block.text);
    }

    /// Who takes the machine away has the file with its passphrase.
    fn has_keys_that_the_machine_cannot_open(&self) {
        let file = self.at("machine/passphrase.txt");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        }
        let written: Vec<_> =
            fs::read_to_string(file).unwrap().lines().map(|line| Zeroizing::new(line.to_owned())).collect();
        for signer in [Signer::Snapshot, Signer::Timestamp] {
            let key = Keys::new(self.at("machine"), written.clone()).unwrap().key(&signer);
            assert!(key.is_ok(), "the machine opens {signer}: {key:?}");
        }
        let sticks = Signer::roots().chain([Signer::Targets]).map(|signer| (format!("sticks/{signer}"), signer));
        let editors = ["contacts", "rules", "language-ar"].map(|role| ("editors".to_owned(), role.parse().unwrap()));
        for (folder, signer) in sticks.chain(editors) {
            let why = Keys::new(self.at(&folder), written.clone()).unwrap().key(&signer).unwrap_err();
            assert!(matches!(&why, Error::Key { why: KeyError::Passphrase, .. }), "{signer}: {why}");
            let hers = Keys::new(self.at(&folder), vec![Zeroizing::new(HERS.to_owned())]).unwrap();
            assert!(hers.key(&signer).is_ok(), "{signer} opens with the passphrase of its holder");
        }
    }

    /// A command that runs until it is ended.
    fn serves(&self, block: &Block) {
        let mut child = Ended(self.shell(&format!("exec {}", block.text)).stdout(Stdio::piped()).spawn().unwrap());
        let mut first = String::new();
        BufReader::new(child.0.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let address = first.trim();
        assert!(address.starts_with("http://127.0.0.1:") && address.ends_with("/v1/"), "{first}");
        self.types(&Block { text: format!("kindway-publish verify {address}\n"), kind: "sh".into(), line: block.line });
    }
}

struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

#[test]
fn everything_on_the_page_can_be_typed_as_it_stands_there() {
    let volunteer = Volunteer::new();
    let mut typed = BTreeSet::new();
    for block in blocks() {
        match block.kind.as_str() {
            "sh" => volunteer.types(&block),
            "serve" => volunteer.serves(&block),
            "nginx" => {}
            "text" => {
                for line in block.text.lines() {
                    let is_known = NOT_TYPED_HERE.iter().any(|start| line.starts_with(start));
                    assert!(is_known, "docs/publishing.md:{}: who types this? {line}", block.line);
                }
            }
            kind => panic!("docs/publishing.md:{}: this test knows no blocks of the kind {kind}", block.line),
        }
        if ["sh", "serve"].contains(&block.kind.as_str()) {
            let lines = block.text.lines().filter_map(|line| line.strip_prefix("kindway-publish "));
            typed.extend(lines.filter_map(|line| line.split(' ').next()).map(str::to_owned));
        }
    }
    let all = ["build", "check", "init", "publish", "renew", "rotate", "serve", "ship", "sign", "verify"];
    assert_eq!(typed, all.map(str::to_owned).into(), "no command of publishing is left out");

    // Snapshot and timestamp in one root, targets in the next, a root key in the one after.
    let site = Site::open(volunteer.at("site")).unwrap();
    let live = site.published().unwrap().unwrap();
    assert_eq!(live.root, 4);
    let restored = Site::open(volunteer.at("restored")).unwrap().published().unwrap().unwrap();
    assert_eq!((restored.snapshot, restored.timestamp), (live.snapshot, live.timestamp + 1));
    let trust = Trust::read(&fs::read(volunteer.at("ship/trust.json")).unwrap()).unwrap();
    assert_eq!((trust.channel.as_str(), trust.floors.root), ("test", 1));
    assert!(!volunteer.at("ceremony").exists() && !volunteer.at("desk").exists(), "keys are where they belong");
    volunteer.has_keys_that_the_machine_cannot_open();
}

#[test]
fn the_server_of_the_page_includes_the_file_that_is_tried_with_nginx() {
    let nginx: Vec<Block> = blocks().into_iter().filter(|block| block.kind == "nginx").collect();
    let [server] = nginx.as_slice() else { panic!("one server") };
    assert!(server.text.contains("include /etc/nginx/kindway.conf;"));
    assert!(real::project().join("docs/nginx.conf").is_file());
    assert!(fs::read_to_string(page()).unwrap().contains("sudo cp docs/nginx.conf /etc/nginx/kindway.conf\n"));
}
