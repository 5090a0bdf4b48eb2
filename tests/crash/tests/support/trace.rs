//! A record of everything that a program does to a folder, from `strace`.
//!
//! A layer under SQLite would see the databases alone; this sees every file (the key, the slots, the lists, the reminders), in the order
//! in which they were written, without a line in the app. What was recorded is played back in full and compared with the folder that the
//! program left, so that a call that is not understood here cannot hide.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ffi::OsString,
    fs,
    os::unix::ffi::OsStringExt as _,
    path::{Path, PathBuf},
    process::Command,
};

use super::{
    child::{self, Ended},
    room::{self, Tree},
};

/// One thing that was done to the folder, or said. Files are told apart by number, because their names change.
#[derive(Clone, Debug)]
pub enum Deed {
    Make { name: PathBuf, file: usize },
    Write { file: usize, at: usize, bytes: Vec<u8> },
    Resize { file: usize, length: usize },
    Sync { file: usize },
    MakeFolder { name: PathBuf },
    SyncFolder { name: PathBuf },
    Rename { from: PathBuf, to: PathBuf, file: usize },
    Remove { name: PathBuf },
    Said(String),
}

/// What a program did.
pub struct Trace {
    /// What was there before; the files have the numbers of their places in it.
    pub before: Tree,
    pub deeds: Vec<Deed>,
    pub ended: Ended,
}

/// The program that records and injects.
const STRACE: &str = "strace";

/// All that changes a file or a folder, and what is needed to know which.
const CALLS: &str = "openat,open,creat,close,write,pwrite64,writev,pwritev,pwritev2,lseek,read,ftruncate,truncate,fallocate,fsync,fdatasync,\
    sync_file_range,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,dup,dup2,dup3,\
    copy_file_range,sendfile";

/// A command under `strace`.
///
/// # Panics
/// Where there is none: nothing here is passed over in silence.
pub fn strace(options: &[&str], record: &Path, command: &Command) -> Command {
    let there = std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(STRACE).is_file()));
    assert!(there, "`strace` is missing. On Debian and Ubuntu: apt-get install strace");
    let mut traced = Command::new(STRACE);
    traced.args(["-f", "--seccomp-bpf", "-qqq", "-e", "signal=none"]).args(options).arg("-o").arg(record);
    traced.arg(command.get_program()).args(command.get_args());
    traced
}

/// Runs a command and records what it does to a folder.
pub fn record(folder: &Path, command: &Command) -> Trace {
    let before = room::read(folder).expect("the folder can be read");
    let scratch = room::room();
    let lines = scratch.path().join("trace");
    let calls = format!("trace={CALLS}");
    let ended = child::run(&mut strace(&["-xx", "-s", "16777216", "-e", &calls], &lines, command));
    let lines = fs::read_to_string(lines)
        .expect("strace wrote its record; in a container it needs leave to trace (CAP_SYS_PTRACE)");
    let mut reader = Reader::new(folder, &before);
    for line in whole(&lines) {
        reader.take(&line).unwrap_or_else(|why| panic!("{why}: {}", line.chars().take(300).collect::<String>()));
    }
    Trace { before, deeds: reader.deeds, ended }
}

/// Two threads at once break each other's lines in two.
fn whole(lines: &str) -> Vec<String> {
    let mut begun: HashMap<&str, String> = HashMap::new();
    let mut whole = Vec::new();
    for line in lines.lines() {
        let Some((thread, call)) = line.split_once(' ') else { continue };
        let call = call.trim_start();
        if let Some(beginning) = call.strip_suffix(" <unfinished ...>") {
            begun.insert(thread, beginning.to_owned());
        } else if let Some((_, rest)) = call.strip_prefix("<... ").and_then(|rest| rest.split_once(" resumed>")) {
            whole.push(format!("{}{rest}", begun.remove(thread).unwrap_or_default()));
        } else {
            whole.push(call.to_owned());
        }
    }
    whole
}

enum Open {
    File {
        file: usize,
        at: usize,
    },
    Folder(PathBuf),
    /// The standard output, a line at a time.
    Speech,
}

struct Reader {
    folder: PathBuf,
    open: HashMap<usize, Open>,
    names: BTreeMap<PathBuf, usize>,
    folders: BTreeSet<PathBuf>,
    files: usize,
    lengths: HashMap<usize, usize>,
    deeds: Vec<Deed>,
}

impl Reader {
    fn new(folder: &Path, before: &Tree) -> Self {
        let names = before.iter().enumerate().filter(|(_, (_, bytes))| bytes.is_some());
        let lengths = before.values().enumerate().map(|(file, bytes)| (file, bytes.as_ref().map_or(0, Vec::len)));
        Self {
            folder: folder.to_owned(),
            open: HashMap::new(),
            names: names.map(|(file, (name, _))| (name.clone(), file)).collect(),
            folders: before.iter().filter(|(_, bytes)| bytes.is_none()).map(|(name, _)| name.clone()).collect(),
            files: before.len(),
            lengths: lengths.collect(),
            deeds: Vec::new(),
        }
    }

    fn take(&mut self, line: &str) -> Result<(), String> {
        let Some((call, rest)) = line.split_once('(') else { return Ok(()) };
        let Some((words, answer)) = rest.rsplit_once(" = ") else { return Ok(()) };
        let words = words.trim_end().strip_suffix(')').ok_or("a call without an end")?;
        let words: Vec<&str> = words.split(", ").collect();
        // What failed has done nothing.
        let Ok(answer) = answer.split(' ').next().unwrap_or_default().parse::<usize>() else { return Ok(()) };
        let number = |at: usize| words.get(at).and_then(|word| word.parse::<usize>().ok()).ok_or("a number is missing");
        let named = |at: usize| text(words.get(at).copied().unwrap_or_default());
        let path = |at: usize| self.within(&named(at));
        match call {
            "openat" if named(1) == b"/dev/stdout" => drop(self.open.insert(answer, Open::Speech)),
            "openat" => {
                let (path, flags) = (path(1), words.get(2).copied().unwrap_or_default());
                self.opened(answer, path, flags);
            }
            "open" => {
                let (path, flags) = (path(0), words.get(1).copied().unwrap_or_default());
                self.opened(answer, path, flags);
            }
            "close" => drop(self.open.remove(&number(0)?)),
            "write" => {
                let (fd, mut bytes) = (number(0)?, text(words[1]));
                bytes.truncate(answer);
                match self.open.get_mut(&fd) {
                    Some(Open::File { file, at }) => {
                        let deed = Deed::Write { file: *file, at: *at, bytes };
                        *at += answer;
                        let length = self.lengths.entry(*file).or_default();
                        *length = (*length).max(*at);
                        self.deeds.push(deed);
                    }
                    Some(Open::Speech | Open::Folder(_)) | None => {}
                }
            }
            "writev" if matches!(self.open.get(&number(0)?), Some(Open::Speech)) => {
                let line = rest.split("iov_base=").nth(1).and_then(|rest| rest.split(',').next()).unwrap_or_default();
                self.deeds.push(Deed::Said(String::from_utf8_lossy(&text(line)).trim_end().to_owned()));
            }
            "pwrite64" => {
                if let Some(Open::File { file, .. }) = self.open.get(&number(0)?) {
                    let (file, at, mut bytes) = (*file, number(3)?, text(words[1]));
                    bytes.truncate(answer);
                    let length = self.lengths.entry(file).or_default();
                    *length = (*length).max(at + bytes.len());
                    self.deeds.push(Deed::Write { file, at, bytes });
                }
            }
            "lseek" => {
                if let Some(Open::File { at, .. }) = self.open.get_mut(&number(0)?) {
                    *at = answer;
                }
            }
            "read" => {
                if let Some(Open::File { at, .. }) = self.open.get_mut(&number(0)?) {
                    *at += answer;
                }
            }
            "ftruncate" => {
                if let Some(Open::File { file, .. }) = self.open.get(&number(0)?) {
                    let (file, length) = (*file, number(1)?);
                    self.lengths.insert(file, length);
                    self.deeds.push(Deed::Resize { file, length });
                }
            }
            "fsync" | "fdatasync" => match self.open.get(&number(0)?) {
                Some(Open::File { file, .. }) => self.deeds.push(Deed::Sync { file: *file }),
                Some(Open::Folder(name)) => self.deeds.push(Deed::SyncFolder { name: name.clone() }),
                Some(Open::Speech) | None => {}
            },
            "rename" => self.renamed(path(0), path(1))?,
            "renameat" | "renameat2" => self.renamed(path(1), path(3))?,
            "unlink" => self.removed(path(0)),
            "unlinkat" => self.removed(path(1)),
            "mkdir" => self.made(path(0)),
            "mkdirat" => self.made(path(1)),
            _ => {
                // On a file of the folder nothing else is known here; on a library that is loaded everything may be done.
                let on_ours = number(0).is_ok_and(|fd| matches!(self.open.get(&fd), Some(Open::File { .. })));
                let names_ours = (0..words.len()).any(|at| words[at].starts_with('"') && path(at).is_some());
                if on_ours || names_ours {
                    return Err(format!("`{call}` is not understood"));
                }
            }
        }
        Ok(())
    }

    /// The name in the folder, if it is in it.
    fn within(&self, path: &[u8]) -> Option<PathBuf> {
        let path = PathBuf::from(OsString::from_vec(path.to_vec()));
        path.strip_prefix(&self.folder).ok().map(Path::to_owned)
    }

    fn opened(&mut self, fd: usize, path: Option<PathBuf>, flags: &str) {
        let Some(name) = path else {
            self.open.remove(&fd);
            return;
        };
        if name.as_os_str().is_empty() || self.folders.contains(&name) {
            self.open.insert(fd, Open::Folder(name));
            return;
        }
        let file = match self.names.get(&name) {
            Some(file) => *file,
            None => {
                let file = self.files;
                self.files += 1;
                self.names.insert(name.clone(), file);
                self.deeds.push(Deed::Make { name, file });
                file
            }
        };
        if flags.contains("O_TRUNC") && self.lengths.get(&file).is_some_and(|length| *length > 0) {
            self.lengths.insert(file, 0);
            self.deeds.push(Deed::Resize { file, length: 0 });
        }
        self.open.insert(fd, Open::File { file, at: 0 });
    }

    fn renamed(&mut self, from: Option<PathBuf>, to: Option<PathBuf>) -> Result<(), String> {
        let (from, to) = match (from, to) {
            (Some(from), Some(to)) => (from, to),
            (None, None) => return Ok(()),
            _ => return Err("a file came into the folder or left it by its name".into()),
        };
        let file = self.names.remove(&from).ok_or("a file that is not known got another name")?;
        self.names.insert(to.clone(), file);
        self.deeds.push(Deed::Rename { from, to, file });
        Ok(())
    }

    fn removed(&mut self, name: Option<PathBuf>) {
        if let Some(name) = name {
            self.names.remove(&name);
            self.deeds.push(Deed::Remove { name });
        }
    }

    fn made(&mut self, name: Option<PathBuf>) {
        // The folder itself was there before.
        if let Some(name) = name.filter(|name| !name.as_os_str().is_empty()) {
            self.folders.insert(name.clone());
            self.deeds.push(Deed::MakeFolder { name });
        }
    }
}

/// `"\x6b\x77"` is `kw`.
fn text(word: &str) -> Vec<u8> {
    let digits = word.trim_matches('"').split("\\x").skip(1);
    digits.filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}
