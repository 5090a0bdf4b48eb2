//! Each single call that writes fails, one run after the other.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    sync::{Mutex, PoisonError},
    thread,
};

use super::{
    Broken, Tally,
    child::{self, Ended},
    room::{self, Tree},
    trace::strace,
};

/// Calls that fail together, and how: one run in this way, the next in that.
struct Failure {
    calls: &'static str,
    errors: &'static [&'static str],
}

/// A disk that is full, and a disk that does not take what it is given. Only what can change or settle a file.
const FAILURES: [Failure; 6] = [
    Failure { calls: "pwrite64", errors: &["ENOSPC", "EIO"] },
    Failure { calls: "write", errors: &["ENOSPC"] },
    Failure { calls: "fsync,fdatasync", errors: &["EIO"] },
    Failure { calls: "ftruncate", errors: &["EIO"] },
    Failure { calls: "rename,renameat,renameat2", errors: &["EIO"] },
    Failure { calls: "unlink,unlinkat", errors: &["EIO"] },
];

impl Failure {
    fn error(&self, n: usize) -> &'static str {
        self.errors[n % self.errors.len()]
    }
}

/// One run in which the n-th such call of a thread failed.
pub struct Failed {
    pub ended: Ended,
    /// What failed, as strace wrote it down.
    what: String,
}

/// Which call fails first, and how many further on the next one: where a look at each would take too long. What gives names fails each
/// time.
#[derive(Clone, Copy)]
pub struct Every {
    pub first: usize,
    pub step: usize,
}

impl Every {
    pub const ONE: Self = Self { first: 1, step: 1 };

    /// Which call fails in the run of this number.
    fn of(self, run: usize, failure: &Failure) -> usize {
        if failure.calls.contains("rename") { run } else { self.first + (run - 1) * self.step }
    }
}

/// Runs a command again and again on a copy of what is in `before`, each time with another call failing, and judges each folder that is left.
pub fn each(
    before: &Tree,
    every: Every,
    command: impl Fn(&Path) -> Command + Sync,
    tally: &Tally,
    broken: &Broken,
    judge: impl Fn(&Path, &Failed) -> Result<(), String> + Sync,
) {
    let next = Mutex::new((0, 0));
    thread::scope(|threads| {
        for _ in 0..2 {
            threads.spawn(|| {
                let room = room::room();
                let folder = room.path().join("app");
                while !broken.enough() {
                    let (kind, run) = {
                        let mut next = next.lock().unwrap_or_else(PoisonError::into_inner);
                        next.1 += 1;
                        *next
                    };
                    let Some(failure) = FAILURES.get(kind) else { break };
                    let n = every.of(run, failure);
                    match self::run(failure, n, &folder, before, &command(&folder)) {
                        // There are fewer such calls.
                        None => {
                            let mut next = next.lock().unwrap_or_else(PoisonError::into_inner);
                            *next = (*next).max((kind + 1, 0));
                        }
                        Some(Err(Elsewhere)) => {}
                        Some(Ok(failed)) => {
                            tally.note(format!("{}, each of them once", failure.calls));
                            if let Err(why) = judge(&folder, &failed) {
                                broken.note(format!(
                                    "{} {} number {n}: {}\n{why}",
                                    failure.calls,
                                    failure.error(n),
                                    failed.what
                                ));
                            }
                        }
                    }
                }
            });
        }
    });
}

/// What failed is no file of the app, such as the pipe that it speaks into.
struct Elsewhere;

/// One run. Nothing, once there is no such call.
fn run(
    failure: &Failure,
    n: usize,
    folder: &Path,
    before: &Tree,
    command: &Command,
) -> Option<Result<Failed, Elsewhere>> {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("the folder can be removed");
    }
    room::write(before, folder).expect("the folder can be written");
    let scratch = room::room();
    let record = scratch.path().join("trace");
    let trace = format!("trace={}", failure.calls);
    let inject = format!("inject={}:error={}:when={n}", failure.calls, failure.error(n));
    let mut failing = strace(&["-y", "-e", &trace, "-e", &inject], &record, command);
    // What is no file of the app may fail as well, and libraries panic where their own pipes do.
    let ended = child::run(failing.stderr(Stdio::null()));
    let lines = fs::read_to_string(record)
        .expect("strace wrote its record; in a container it needs leave to trace (CAP_SYS_PTRACE)");
    let mut failed: Vec<&str> = lines.lines().filter(|line| line.contains("(INJECTED)")).collect();
    if failed.is_empty() {
        return None;
    }
    let folder = folder.display().to_string();
    failed.retain(|line| line.contains(&folder));
    if failed.is_empty() { Some(Err(Elsewhere)) } else { Some(Ok(Failed { ended, what: failed.join(" and ") })) }
}
