//! Running other programs, with a word about each and its output where somebody needs it.

use std::{
    env,
    ffi::OsStr,
    io::{BufRead, BufReader, IsTerminal, Read},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};

/// What went wrong, in words for the person at the terminal.
pub(crate) type Result<T = ()> = std::result::Result<T, String>;

/// The project's folder.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// A program that is run in the project's folder.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// The cargo that runs this chore.
pub(crate) fn cargo() -> Command {
    let mut command = program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // Cargo passes these on to what it runs; for another package they would say the wrong thing, and build scripts that watch
    // them would run again.
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
            command.env_remove(name);
        }
    }
    command
}

/// A tool that npm installed in a folder of the project; never one that would be fetched now.
pub(crate) fn npm_tool(folder: &str, tool: &str) -> Command {
    let mut command = program(root().join(folder).join("node_modules/.bin").join(tool));
    command.current_dir(root().join(folder));
    command
}

/// Says what is done, does it without its output, and shows all of that if it fails.
pub(crate) fn quietly(what: &str, command: &mut Command) -> Result {
    let said = Progress::begin(what);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{what}: {} cannot be started: {error}", name(command)))?;
    let (send, lines) = mpsc::channel();
    let pipes = [child.stdout.take().map(boxed), child.stderr.take().map(boxed)];
    for pipe in pipes.into_iter().flatten() {
        let send = send.clone();
        thread::spawn(move || {
            for line in BufReader::new(pipe).split(b'\n').map_while(std::result::Result::ok) {
                let _ = send.send(String::from_utf8_lossy(&line).into_owned());
            }
        });
    }
    drop(send);
    let mut output = Vec::new();
    for line in lines {
        said.now(&line);
        output.push(line);
    }
    let ended = child.wait().map_err(|error| format!("{what}: {error}"))?;
    said.end(what, ended.success());
    if ended.success() {
        return Ok(());
    }
    output.retain(|line| !is_cargos_progress(line));
    Err(format!("{}\n\n{what}: `{}` failed", output.join("\n"), shown(command)))
}

/// Which crate was built is of interest while it is, and hides what went wrong afterwards.
fn is_cargos_progress(line: &str) -> bool {
    let verbs = ["Compiling", "Checking", "Documenting", "Downloading", "Downloaded", "Blocking", "Fresh", "Finished"];
    line.starts_with("   ") && verbs.iter().any(|verb| line.trim_start().starts_with(verb))
}

fn boxed(pipe: impl Read + Send + 'static) -> Box<dyn Read + Send> {
    Box::new(pipe)
}

/// Runs a program whose output is the point.
pub(crate) fn openly(command: &mut Command) -> Result {
    let ended = command.status().map_err(|error| format!("{} cannot be started: {error}", name(command)))?;
    if ended.success() { Ok(()) } else { Err(format!("`{}` failed", shown(command))) }
}

/// What a program says on its standard output.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{} cannot be started: {error}", name(command)))?;
    if !output.status.success() {
        return Err(format!("{}\n`{}` failed", String::from_utf8_lossy(&output.stderr), shown(command)));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("`{}` did not answer with text", shown(command)))
}

/// Whether a program is there at all.
pub(crate) fn is_there(name: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}

/// The command as a person could type it.
pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

/// A duration as a person would say it.
pub(crate) fn spoken(took: Duration) -> String {
    match took.as_secs() {
        0..10 => format!("{:.1} s", took.as_secs_f64()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

/// A line that moves where somebody watches, and two plain lines elsewhere.
struct Progress {
    bar: Option<ProgressBar>,
    began: Instant,
}

impl Progress {
    fn begin(what: &str) -> Self {
        let watched = std::io::stderr().is_terminal() && env::var_os("CI").is_none();
        let bar = watched.then(|| {
            let bar = ProgressBar::new_spinner();
            if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix} ({elapsed})  {wide_msg:.dim}") {
                bar.set_style(style);
            }
            bar.set_prefix(what.to_owned());
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        });
        if bar.is_none() {
            println!("... {what}");
        }
        Self { bar, began: Instant::now() }
    }

    fn now(&self, line: &str) {
        if let Some(bar) = &self.bar {
            bar.set_message(line.trim().to_owned());
        }
    }

    fn end(self, what: &str, well: bool) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
        let word = if well { "done" } else { "FAILED" };
        println!("{word}: {what} ({})", spoken(self.began.elapsed()));
    }
}
