//! The built screens, as files of one folder and of nothing outside it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A file to send.
pub(crate) struct Page {
    pub(crate) mime: &'static str,
    pub(crate) bytes: Vec<u8>,
}

impl Page {
    pub(crate) fn is_html(&self) -> bool {
        self.mime.starts_with("text/html")
    }
}

/// Reads the file that a request's path stands for. `ui` is canonical.
///
/// Names are taken as they stand in the address: the build makes none that need a percent sign, so anything encoded is refused,
/// and with it every way of hiding a `..`.
pub(crate) fn read(ui: &Path, path: &str) -> io::Result<Option<Page>> {
    let Some(file) = inside(ui, path)? else { return Ok(None) };
    Ok(Some(Page { mime: mime(&file), bytes: fs::read(file)? }))
}

fn inside(ui: &Path, path: &str) -> io::Result<Option<PathBuf>> {
    let name = match path.strip_prefix('/') {
        Some("") => "index.html",
        Some(name) => name,
        None => return Ok(None),
    };
    if !name.split('/').all(is_plain) {
        return Ok(None);
    }
    // A symbolic link could still lead out.
    match ui.join(name).canonicalize() {
        Ok(file) if file.starts_with(ui) && file.is_file() => Ok(Some(file)),
        Ok(_) => Ok(None),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

fn is_plain(segment: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'@' | b'+' | b'~');
    !segment.is_empty() && !segment.starts_with('.') && segment.bytes().all(allowed)
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("ftl" | "txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let ui = folder.path().join("dist");
        fs::create_dir_all(ui.join("assets")).expect("a folder");
        fs::write(ui.join("index.html"), "<!doctype html>").expect("written");
        fs::write(ui.join("assets/main-B2_x.js"), "1").expect("written");
        fs::write(ui.join(".env"), "secret").expect("written");
        fs::write(folder.path().join("outside.txt"), "secret").expect("written");
        let ui = ui.canonicalize().expect("canonical");
        (folder, ui)
    }

    fn mime_of(ui: &Path, path: &str) -> Option<&'static str> {
        read(ui, path).expect("no error of the disk").map(|page| page.mime)
    }

    #[test]
    fn files_come_with_their_type_and_the_root_is_the_first_page() {
        let (_folder, ui) = site();
        assert_eq!(mime_of(&ui, "/"), Some("text/html; charset=utf-8"));
        assert_eq!(mime_of(&ui, "/index.html"), Some("text/html; charset=utf-8"));
        assert_eq!(mime_of(&ui, "/assets/main-B2_x.js"), Some("text/javascript; charset=utf-8"));
    }

    #[test]
    fn nothing_outside_the_folder_is_reached() {
        let (_folder, ui) = site();
        for path in [
            "",
            "/../outside.txt",
            "/assets/../../outside.txt",
            "/%2e%2e/outside.txt",
            "/..%2foutside.txt",
            "/..\\outside.txt",
            "//etc/passwd",
            "/etc/passwd",
            "/./index.html",
            "/.env",
            "/assets",
            "/assets/",
            "/index.html/",
            "/index.html/x",
            "/index.html\0.js",
            "/no-such-file.js",
        ] {
            assert_eq!(mime_of(&ui, path), None, "{path:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_is_not_followed() {
        let (folder, ui) = site();
        std::os::unix::fs::symlink(folder.path().join("outside.txt"), ui.join("linked.txt")).expect("linked");
        assert_eq!(mime_of(&ui, "/linked.txt"), None);
    }
}
