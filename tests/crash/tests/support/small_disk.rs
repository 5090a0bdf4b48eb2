//! A disk of two megabytes.

use std::{path::Path, process::Command, sync::OnceLock};

use super::child::{self, Ended};

/// Runs the program in a world of its own in which `disk` is such a disk. That needs leave to mount: of root, or of a system where everybody may
/// make such a world.
///
/// # Panics
/// Where neither is so: nothing here is passed over in silence.
pub fn run(mode: &str, disk: &Path, out: &Path, seed: &Path, more: &[&str]) -> Ended {
    const MOUNT: &str = "mount -t tmpfs -o size=2m,mode=700 kindway \"$0\" && exec \"$@\"";
    static WAY: OnceLock<Option<&str>> = OnceLock::new();
    let way = WAY.get_or_init(|| {
        let works = |way: &&str| {
            let script = "mount -t tmpfs -o size=2m kindway \"$0\"";
            child::run(Command::new("unshare").args([way, "sh", "-c", script]).arg(disk)).how.success()
        };
        ["-m", "-rm"].into_iter().find(works)
    });
    let way =
        way.expect("no disk of its own can be made: run this as root, or allow user namespaces (`unshare -rm true`)");
    let app = disk.join("app");
    let mut command = Command::new("unshare");
    command.args([way, "sh", "-c", MOUNT]).arg(disk);
    let inner = child::command(mode, &app, seed);
    command.arg(inner.get_program()).args(inner.get_args());
    command.arg("--disk").arg(disk).arg("--out").arg(out).args(more);
    child::run(&mut command)
}
