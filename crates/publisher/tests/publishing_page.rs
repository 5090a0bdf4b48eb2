//! What `docs/publishing.md` tells a charity's volunteer to type is typed here, block by block, as it stands there but for names and
//! folders, on a copy of the real content. A block of a kind that this test does not know fails, so that nothing in the page goes untried.

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "shared by several tests")]
mod hosting;
#[allow(dead_code, reason = "shared by several tests")]
mod real;
#[allow(dead_code, reason = "shared by several tests")]
mod store;

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{SecondsFormat, TimeDelta, Utc};
use hosting::Running;
use kindway_repository::{Error, KeyError, Keys, Signer, Site, signed};
use kindway_sync::Trust;
use serde_json::Value;
use store::{KEY, SECRET, Store};
use zeroize::Zeroizing;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kindway-publish");
const CEREMONY: &str = "five words of the ceremony";
const HERS: &str = "words that are hers alone";

/// The name that the page's host has.
const HOST: &str = "content.example.org";

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

/// A volunteer at a copy of the project, with everything else in the folder around it: the folders that the page names on a machine of
/// hers, a store, and a web server that runs already, as Debian starts it.
struct Volunteer {
    nginx: WebServer,
    store: Store,
    /// Where the page's server listens: with the certificate, and without.
    ports: [u16; 2],
    around: tempfile::TempDir,
}

impl Volunteer {
    fn new() -> Self {
        let around = tempfile::tempdir().unwrap();
        let copy = real::copy();
        let project = around.path().join("project");
        fs::rename(copy.path(), &project).unwrap();
        // Which letters the app's fonts have, which the check looks into, and what the web server is told.
        for file in ["assets/fonts/coverage.toml", "docs/nginx.conf"] {
            fs::create_dir_all(project.join(file).parent().unwrap()).unwrap();
            fs::copy(real::project().join(file), project.join(file)).unwrap();
        }
        let bin = around.path().join("bin");
        fs::create_dir(&bin).unwrap();
        program(&bin.join("sudo"), "exec \"$@\"");
        let nginx = WebServer::new(around.path(), &bin);
        certificate(&around.path().join("etc/letsencrypt/live").join(HOST));
        let ports = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port());
        Self { nginx, store: Store::new(), ports, around }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.around.path().join(path)
    }

    /// The same with the names, folders and ports that there are here.
    fn here(&self, text: &str) -> String {
        let [with, without] = self.ports;
        let folder = |path: &str| self.at(path).to_str().unwrap().to_owned();
        let names = [
            ("/usr/local/bin/", folder("bin/")),
            ("/etc/", folder("etc/")),
            ("/srv/site", folder("site")),
            ("/srv/machine", folder("machine")),
            ("/srv/kindway", folder("host")),
            ("listen 443 ssl;", format!("listen 127.0.0.1:{with} ssl;")),
            ("listen [::]:443 ssl;", format!("listen 127.0.0.1:{without};")),
            ("verify https://content.example.org/", format!("verify http://127.0.0.1:{without}/")),
            ("https://s3.example.org", self.store.endpoint.clone()),
        ];
        names.iter().fold(text.to_owned(), |text, (there, here)| text.replace(there, here))
    }

    fn shell(&self, script: &str) -> Command {
        let mut path = OsString::from(self.at("bin"));
        path.push(":");
        path.push(env::var_os("PATH").unwrap_or_default());
        let mut command = Command::new("sh");
        command.arg("-euc").arg(self.here(script)).current_dir(self.at("project")).env("PATH", path);
        // At a terminal each holder is asked for her own, and a new key gets the first. OpenSSL takes a variable for one passphrase.
        let typed = if script.contains("../ceremony") { CEREMONY.to_owned() } else { format!("{HERS}\n{CEREMONY}") };
        command.env("KINDWAY_PASSPHRASE", typed).env("FIRST", HERS).env("HERS", HERS).env("MACHINE", CEREMONY);
        command.env("AWS_ACCESS_KEY_ID", KEY).env("AWS_SECRET_ACCESS_KEY", SECRET).stdin(Stdio::null());
        command
    }

    fn types(&self, block: &Block) -> String {
        said(block, self.shell(&block.text))
    }

    /// Builds the program where the page finds it, and takes what cargo has already compiled from where this test was compiled: so the
    /// program under test is not overwritten while other tests run it.
    fn builds(&self, block: &Block) {
        let (build, rest) = block.text.split_once('\n').unwrap();
        let compiled = Path::new(PROGRAM).ancestors().nth(2).unwrap();
        let mut cargo = self.shell(build);
        cargo.current_dir(real::project()).env("CARGO_BUILD_BUILD_DIR", compiled);
        cargo.env("CARGO_TARGET_DIR", self.at("project/target")).env("CARGO_NET_OFFLINE", "true");
        said(block, cargo);
        self.types(&Block { text: rest.to_owned(), kind: "sh".to_owned(), line: block.line + 1 });
        assert!(self.at("bin/kindway-publish").is_file(), "{rest}");
    }

    /// What is read from the keyboard has to be what the next programs find.
    fn answers(&self, block: &Block) {
        let (_, names) = block.text.trim().rsplit_once("export ").unwrap();
        let mut bash = Command::new("bash");
        bash.arg("-euc").arg(format!("{}printenv {names}", block.text)).env_clear().stdin(Stdio::piped());
        let mut bash = bash.stdout(Stdio::piped()).spawn().unwrap();
        let typed: String = names.split(' ').map(|name| format!("what was typed for {name}\n")).collect();
        bash.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
        let found = bash.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(found.stdout).unwrap(), typed, "docs/publishing.md:{}", block.line);
    }

    /// Writes a file whose first line says where it belongs.
    fn writes(&self, block: &Block) {
        let text = self.here(&block.text);
        let file = text.lines().next().unwrap().strip_prefix("# ").unwrap();
        fs::write(file, &text).unwrap();
    }

    /// An administrator's block: after it the web server answers under its name and its certificate.
    fn administers(&self, block: &Block) {
        self.types(block);
        let [with, without] = self.ports;
        for port in [with, without] {
            self.nginx.answers(port);
        }
        let look = format!(
            "openssl s_client -connect 127.0.0.1:{with} -servername {HOST} -verify_hostname {HOST} -verify_return_error \
             -CAfile /etc/letsencrypt/live/{HOST}/fullchain.pem"
        );
        self.types(&Block { text: look, kind: "sh".to_owned(), line: block.line });
    }

    /// As cron runs it: five fields of time, and a command for a shell that knows nothing else.
    fn is_woken(&self, block: &Block) {
        let [line] = block.text.lines().collect::<Vec<_>>()[..] else { panic!("one line") };
        let mut fields = line.splitn(6, ' ');
        let time: Vec<&str> = fields.by_ref().take(5).collect();
        assert!(time[0].parse::<u8>().unwrap() < 60 && time[1].parse::<u8>().unwrap() < 24, "{line}");
        assert_eq!(time[2..], ["*"; 3], "every day");
        let before = Site::open(self.at("site")).unwrap().published().unwrap().unwrap().timestamp;
        let mut cron = Command::new("sh");
        cron.arg("-c").arg(self.here(fields.next().unwrap().trim())).current_dir("/");
        cron.env_clear().env("PATH", "/usr/bin:/bin").env("SHELL", "/bin/sh").stdin(Stdio::null());
        said(block, cron);
        let host: Value =
            serde_json::from_slice(&fs::read(self.at("host/v1/metadata/timestamp.json")).unwrap()).unwrap();
        assert_eq!(host["signed"]["version"], before + 1, "{line}");
    }

    /// Every list that people sign gets a life that is nearly over, as if they had signed it long ago.
    fn lets_time_pass(&self) {
        let soon = (Utc::now() + TimeDelta::days(20)).to_rfc3339_opts(SecondsFormat::Secs, true);
        let site = Site::open(self.at("site")).unwrap();
        let key = |folder: &str, signer: &Signer| {
            Keys::new(self.at(folder), vec![Zeroizing::new(HERS.to_owned())]).unwrap().key(signer).unwrap()
        };
        let live = site.published().unwrap().unwrap();
        let lists = live.roles.iter().map(|(role, part)| {
            let signer = Signer::Role(role.clone());
            (role.to_string(), part.version, vec![key("editors", &signer)])
        });
        let targets = ("targets".to_owned(), live.targets, vec![key("sticks/targets", &Signer::Targets)]);
        let roots = [1, 2].map(|number| key(&format!("sticks/root-{number}"), &Signer::Root(number))).into();
        for (role, version, keys) in lists.chain([targets, ("root".to_owned(), live.root, roots)]) {
            let list = fs::read(site.public().join(format!("metadata/{version}.{role}.json"))).unwrap();
            let mut list: Value = serde_json::from_slice(&list).unwrap();
            list["signed"]["version"] = (version + 1).into();
            list["signed"]["expires"] = soon.as_str().into();
            // A new root waits for the timestamp.
            let folder = if role == "root" { self.at("site/staged/metadata") } else { site.public().join("metadata") };
            let file = folder.join(format!("{}.{role}.json", version + 1));
            fs::write(file, signed(&list["signed"], &keys).unwrap()).unwrap();
        }
        assert_eq!(site.ends_soon(Utc::now()).unwrap().len(), live.roles.len() + 2, "the root, the targets, each role");
    }

    /// Translates everything. The words are Tigrinya, which has the same letters.
    fn translates_into_amharic(&self) {
        self.types(&Block {
            text: "cp -n locales/ti/*.ftl locales/am/\n\
                   find assets/content -name ti.md -execdir cp {} am.md ';'\n\
                   find assets/content -name ti.toml -execdir cp {} am.toml ';'\n\
                   sed -i 's/^ti = \\(.*\\)$/ti = \\1\\nam = \\1/' assets/content/needs.toml\n"
                .to_owned(),
            kind: "sh".to_owned(),
            line: 0,
        });
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
        let editors = ["contacts", "rules", "language-ar", "language-am"]
            .map(|role| ("editors".to_owned(), role.parse().unwrap()));
        for (folder, signer) in sticks.chain(editors) {
            let why = Keys::new(self.at(&folder), written.clone()).unwrap().key(&signer).unwrap_err();
            assert!(matches!(&why, Error::Key { why: KeyError::Passphrase, .. }), "{signer}: {why}");
            let hers = Keys::new(self.at(&folder), vec![Zeroizing::new(HERS.to_owned())]).unwrap();
            assert!(hers.key(&signer).is_ok(), "{signer} opens with the passphrase of its holder");
        }
    }

    /// A command that runs until it is ended.
    fn serves(&self, block: &Block) {
        let mut child = Running(self.shell(&format!("exec {}", block.text)).stdout(Stdio::piped()).spawn().unwrap());
        let mut first = String::new();
        BufReader::new(child.0.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let address = first.trim();
        assert!(address.starts_with("http://127.0.0.1:") && address.ends_with("/v1/"), "{first}");
        self.types(&Block { text: format!("kindway-publish verify {address}\n"), kind: "sh".into(), line: block.line });
    }
}

/// What a command told, which has to succeed.
fn said(block: &Block, mut command: Command) -> String {
    let output = command.output().unwrap();
    let (told, why) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "docs/publishing.md:{}\n{}{told}{why}", block.line, block.text);
    told.into_owned()
}

/// A program of one line.
fn program(file: &Path, line: &str) {
    fs::write(file, format!("#!/bin/sh\n{line}\n")).unwrap();
    assert!(Command::new("chmod").arg("+x").arg(file).status().unwrap().success());
}

/// A certificate for the page's host, of no authority.
fn certificate(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let mut openssl = Command::new("openssl");
    openssl
        .args(["req", "-x509", "-newkey", "ed25519", "-noenc", "-days", "2", "-subj", "/CN=test"])
        .current_dir(folder);
    openssl.args(["-addext", &format!("subjectAltName=DNS:{HOST}"), "-keyout", "privkey.pem", "-out", "fullchain.pem"]);
    assert!(openssl.stderr(Stdio::null()).status().unwrap().success());
}

/// nginx with a configuration of its own, which takes in what lies in `etc/nginx/conf.d`, as Debian's does.
struct WebServer {
    program: PathBuf,
    child: Child,
    errors: PathBuf,
}

impl WebServer {
    /// In `around`, and as the program `nginx` in `bin`.
    fn new(around: &Path, bin: &Path) -> Self {
        fs::create_dir_all(around.join("etc/nginx/conf.d")).unwrap();
        let at = |name: &str| around.join("etc/nginx").join(name).display().to_string();
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path \"{}\";", at(kind)))
            .concat();
        let (errors, config) = (at("errors"), at("nginx.conf"));
        // Of whom it may read the folders of a test, where it runs as root.
        let text = format!(
            "user root; worker_processes 1; daemon off; pid \"{}\"; error_log \"{errors}\";\nevents {{}}\n\
             http {{ access_log off; {temporary} include \"{}\"; }}\n",
            at("pid"),
            at("conf.d/*.conf"),
        );
        fs::write(&config, text).unwrap();
        let program = bin.join("nginx");
        let line = format!("exec {} -e {errors} -p {} -c {config} \"$@\"", hosting::nginx().display(), at(""));
        self::program(&program, &line);
        let child = Command::new(&program).stdin(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let running = Self { program, child, errors: errors.into() };
        running.waits_for(|| fs::read_to_string(at("pid")).is_ok_and(|pid| !pid.is_empty()));
        running
    }

    fn answers(&self, port: u16) {
        self.waits_for(|| TcpStream::connect(("127.0.0.1", port)).is_ok());
    }

    fn waits_for(&self, is_so: impl Fn() -> bool) {
        let began = Instant::now();
        while !is_so() {
            let errors = fs::read_to_string(&self.errors).unwrap_or_default();
            assert!(began.elapsed() < Duration::from_secs(20), "nginx does not answer: {errors}");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for WebServer {
    /// It has processes of its own, which only it ends.
    fn drop(&mut self) {
        let stopped = Command::new(&self.program).args(["-s", "stop"]).stderr(Stdio::null()).status();
        if !stopped.is_ok_and(|stopped| stopped.success()) {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

#[test]
fn everything_on_the_page_can_be_typed_as_it_stands_there() {
    let volunteer = Volunteer::new();
    let mut typed = BTreeSet::new();
    for block in blocks() {
        let is = |command: &str| block.text.contains(&format!("kindway-publish {command} "));
        if is("renew") {
            volunteer.lets_time_pass();
        }
        match block.kind.as_str() {
            "sh" => {
                let told = volunteer.types(&block);
                if is("init") {
                    is_the_list_of_the_page(&told);
                }
            }
            "build" => volunteer.builds(&block),
            "terminal" => volunteer.answers(&block),
            "nginx" => volunteer.writes(&block),
            "admin" => volunteer.administers(&block),
            "serve" => volunteer.serves(&block),
            "cron" => volunteer.is_woken(&block),
            kind => panic!("docs/publishing.md:{}: this test knows no blocks of the kind {kind}", block.line),
        }
        if is("renew") {
            let soon = Site::open(volunteer.at("site")).unwrap().ends_soon(Utc::now()).unwrap();
            assert_eq!(soon, [], "docs/publishing.md:{}: everything is renewed", block.line);
        }
        if is("new language") {
            volunteer.translates_into_amharic();
        }
        let lines = block.text.lines().filter_map(|line| line.strip_prefix("kindway-publish "));
        typed.extend(lines.filter_map(|line| line.split(' ').next()).map(str::to_owned));
    }
    let all =
        ["build", "check", "init", "new", "publish", "renew", "rotate", "serve", "ship", "sign", "stamp", "verify"];
    assert_eq!(typed, all.map(str::to_owned).into(), "no command of publishing is left out");

    // Its life nearly over in one root, renewed in the next, then snapshot and timestamp, then targets, then a root key.
    let site = Site::open(volunteer.at("site")).unwrap();
    let live = site.published().unwrap().unwrap();
    assert_eq!(live.root, 6);
    assert!(live.roles.keys().any(|role| role.as_str() == "language-am"));
    let restored = Site::open(volunteer.at("restored")).unwrap().published().unwrap().unwrap();
    assert_eq!((restored.snapshot, restored.timestamp), (live.snapshot, live.timestamp + 1));
    let trust = Trust::read(&fs::read(volunteer.at("ship/trust.json")).unwrap()).unwrap();
    assert_eq!((trust.channel.as_str(), trust.floors.root), ("test", 1));
    assert!(!volunteer.at("ceremony").exists() && !volunteer.at("desk").exists(), "keys are where they belong");
    volunteer.has_keys_that_the_machine_cannot_open();
    let bucket = volunteer.store.address("phones");
    volunteer.types(&Block { text: format!("kindway-publish verify {bucket}"), kind: "sh".into(), line: 0 });
}

/// The list that the ceremony ticks off has the steps of the page, under the same numbers and in the same order.
fn is_the_list_of_the_page(told: &str) {
    let step = |line: &str| line.split_once(". ").is_some_and(|(number, _)| number.parse::<u8>().is_ok());
    let page = fs::read_to_string(page()).unwrap();
    let steps: Vec<&str> = page.lines().filter(|line| step(line)).skip(1).collect();
    let ticked: Vec<&str> = told.lines().filter(|line| step(line)).collect();
    assert_eq!(ticked.len(), steps.len(), "{told}");
    for (step, ticked) in steps.iter().zip(ticked) {
        assert!(step.starts_with(ticked), "the page says \"{step}\", and the list \"{ticked}\"");
    }
}
