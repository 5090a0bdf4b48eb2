//! What may leave the window, and how. Nothing is ever shown in it but the app's own pages.

use std::process::{Command, Stdio};

use tauri::Url;

/// A call, a message, a page in her own browser. Whatever else a text may hold (`file:`, `javascript:`, another app's scheme) goes
/// nowhere.
const GOES_OUT: [&str; 3] = ["tel", "sms", "https"];

/// Whether the window may show this address. One that may not is offered to the system instead.
pub(crate) fn stays_in(url: &Url) -> bool {
    let own = is_own(url);
    if !own {
        go_out(url);
    }
    own
}

/// Hands the address to the system's own programs, if it is of a kind that may leave.
pub(crate) fn go_out(url: &Url) {
    if !may_go_out(url) {
        return;
    }
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    // One argument and no command line that something in the address could be read as a part of.
    let opened =
        Command::new(opener).arg(url.as_str()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if let Ok(mut opened) = opened {
        // Somebody has to take note that it ended.
        std::thread::spawn(move || opened.wait());
    }
}

/// The app's pages are `http://tauri.localhost` on Android and Windows, where a scheme of one's own is no secure place.
fn is_own(url: &Url) -> bool {
    let (scheme, host) =
        if cfg!(any(windows, target_os = "android")) { ("http", "tauri.localhost") } else { ("tauri", "localhost") };
    url.scheme() == scheme && url.host_str() == Some(host) && url.port().is_none()
}

fn may_go_out(url: &Url) -> bool {
    let inward = url.host_str().is_some_and(|host| host == "tauri.localhost" || host == "ipc.localhost");
    GOES_OUT.contains(&url.scheme()) && !inward && url.username().is_empty() && url.password().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        text.parse().expect("an address")
    }

    #[test]
    fn calls_messages_and_secure_pages_may_go_out() {
        for text in ["tel:999", "tel:+441514960000", "sms:07700900123", "https://www.nhs.uk/"] {
            assert!(may_go_out(&url(text)), "{text}");
        }
    }

    #[test]
    fn nothing_else_goes_anywhere() {
        for text in [
            "http://www.nhs.uk/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,hello",
            "blob:tauri://localhost/1",
            "about:blank",
            "intent://scan/#Intent;scheme=tel;end",
            "ssh://host",
            "smb://host/share",
            "https://someone:secret@example.org/",
            "https://ipc.localhost/call",
        ] {
            assert!(!may_go_out(&url(text)), "{text}");
            assert!(!is_own(&url(text)), "{text}");
        }
    }

    #[cfg(not(any(windows, target_os = "android")))]
    #[test]
    fn only_the_apps_own_pages_stay_in() {
        assert!(is_own(&url("tauri://localhost/")));
        assert!(is_own(&url("tauri://localhost/index.html#visits")));
        for text in ["tauri://evil.example/", "http://tauri.localhost/", "https://localhost/", "tauri://localhost:81/"]
        {
            assert!(!is_own(&url(text)), "{text}");
        }
    }
}
