//! Names the one command, so that the capability can allow it and everything else stays refused.

// A build script speaks to Cargo on standard output.
#![allow(clippy::print_stdout)]

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&["call"]);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo::error=the shell cannot be built: {error:#}");
        std::process::exit(1);
    }
}
