//! What is said while the work is going on, on standard error: standard output is for what was found.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Shows a spinner while `work` runs. Away from a terminal nothing is shown.
pub(crate) fn while_showing<T>(what: &'static str, work: impl FnOnce() -> T) -> T {
    let spinner = ProgressBar::new_spinner().with_message(what);
    spinner.enable_steady_tick(Duration::from_millis(120));
    let result = work();
    spinner.finish_and_clear();
    result
}

/// A bar for work that can be counted. Away from a terminal nothing is shown.
pub(crate) fn counting(what: &'static str, steps: usize) -> ProgressBar {
    let bar = ProgressBar::new(steps as u64).with_message(what);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
        bar.set_style(style);
    }
    bar
}

/// Says why the command stopped.
#[allow(clippy::print_stderr, reason = "the one place where a person at a terminal is told of a failure")]
pub(crate) fn say(error: &str) {
    eprintln!("{error}");
}
