//! A running app that says what it does, and is killed.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, ChildStdout, Command, ExitStatus, Stdio},
    sync::{PoisonError, RwLock, RwLockReadGuard},
    thread,
    time::{Duration, Instant},
};

/// The program that is killed.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_kindway-crash");

/// Between two system calls a program that is being started holds every file of the one that starts it, the lock of an open app too.
static OPEN: RwLock<()> = RwLock::new(());

/// Held as long as a test has an app open itself: nothing is started meanwhile.
pub fn looking() -> RwLockReadGuard<'static, ()> {
    OPEN.read().unwrap_or_else(PoisonError::into_inner)
}

fn start(command: &mut Command) -> Child {
    let _alone = OPEN.write().unwrap_or_else(PoisonError::into_inner);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("the program starts")
}

/// What it said, in whole lines, and how it ended.
pub struct Ended {
    pub said: Vec<String>,
    pub how: ExitStatus,
}

impl Ended {
    /// What follows the last of these words, if it was said.
    pub fn last(&self, word: &str) -> Option<&str> {
        last(&self.said, word)
    }
}

/// What follows the last line that begins with a word.
pub fn last<'s>(said: &'s [String], word: &str) -> Option<&'s str> {
    said.iter().rev().find_map(|line| line.strip_prefix(word)?.strip_prefix(' '))
}

/// The command for one mode of the program.
pub fn command(mode: &str, folder: &Path, seed: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command.arg(mode).arg("--folder").arg(folder).arg("--seed").arg(seed);
    command
}

/// Runs it to its end.
pub fn run(command: &mut Command) -> Ended {
    let output = start(command).wait_with_output().expect("it ended");
    let said = String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
    Ended { said, how: output.status }
}

/// Runs until it is killed.
pub struct Running {
    child: Child,
    lines: BufReader<ChildStdout>,
    said: Vec<String>,
    /// When each line came.
    pub at: Vec<Instant>,
}

impl Running {
    pub fn start(command: &mut Command) -> Self {
        let mut child = start(command);
        let lines = BufReader::new(child.stdout.take().expect("it was piped"));
        Self { child, lines, said: Vec::new(), at: Vec::new() }
    }

    /// Waits until it says a line that begins so. False if it ended before.
    pub fn until(&mut self, begins: &str) -> bool {
        loop {
            let mut line = String::new();
            if self.lines.read_line(&mut line).expect("a line") == 0 {
                return false;
            }
            self.at.push(Instant::now());
            self.said.push(line.trim_end().to_owned());
            if line.starts_with(begins) {
                return true;
            }
        }
    }

    pub fn said(&self) -> &[String] {
        &self.said
    }

    /// Kills it after this time: nothing in it can do anything about that.
    pub fn kill_after(self, wait: Duration) -> Ended {
        // The system sleeps longer than it is asked to, and some of what is to be hit is shorter than that.
        if wait > Duration::from_millis(2) {
            thread::sleep(wait);
        } else {
            let began = Instant::now();
            while began.elapsed() < wait {
                std::hint::spin_loop();
            }
        }
        self.kill()
    }

    /// Kills it as soon as this is so, or after this time.
    pub fn kill_when(self, is_so: impl Fn() -> bool, most: Duration) -> Ended {
        let began = Instant::now();
        while began.elapsed() < most && !is_so() {
            std::hint::spin_loop();
        }
        self.kill()
    }

    fn kill(mut self) -> Ended {
        self.child.kill().expect("it can be killed");
        let how = self.child.wait().expect("it ended");
        let mut rest = String::new();
        self.lines.read_to_string(&mut rest).expect("what it said");
        // A line without an end was not said.
        let whole = rest.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
        self.said.extend(whole.map(str::to_owned));
        Ended { said: self.said, how }
    }
}
