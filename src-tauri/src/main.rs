//! Kindway in a window.

// Without this a second, empty window would stand behind the app on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    kindway_shell::run()
}
