//! Names from signed files, as addresses and as file names.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stays as it is in the name of a role: what RFC 3986 calls unreserved.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What may not stand in the path of a URL. The path of a target is a path of a URL already (specification 4.5), so its `%41`
/// stays; what cannot stand there is encoded rather than refused.
const NO_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The name of a role, so that neither a folder nor a host can read anything else into it. `../x` is `..%2Fx`.
pub(crate) fn of_role(name: &str) -> String {
    utf8_percent_encode(name, PLAIN).to_string()
}

/// Where a target lies on its host: with the hash before its file name where snapshots are consistent.
///
/// Nothing for a path that would lead out of its folder: a URL loses its `..` before anybody asks for it.
pub(crate) fn of_target(path: &str, hash: Option<&str>) -> Option<String> {
    let hidden = |segment: &str| {
        let dots = segment.replace("%2e", ".").replace("%2E", ".");
        dots == "." || dots == ".."
    };
    if path.is_empty() || path.starts_with('/') || path.split('/').any(hidden) {
        return None;
    }
    let (folder, file) = path.rfind('/').map_or(("", path), |slash| path.split_at(slash + 1));
    let prefix = hash.map(|hash| format!("{hash}.")).unwrap_or_default();
    Some(format!("{}{prefix}{}", encoded(folder), encoded(file)))
}

fn encoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, from) = rest.split_at(at);
        out.extend(utf8_percent_encode(before, NO_PATH));
        let is_code = from.as_bytes().get(1..3).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit));
        out.push_str(if is_code { "%" } else { "%25" });
        rest = from.get(1..).unwrap_or_default();
    }
    out.extend(utf8_percent_encode(rest, NO_PATH));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_role_never_leaves_its_folder() {
        assert_eq!(of_role("../delegatedrole"), "..%2Fdelegatedrole");
        assert_eq!(of_role("/c?#"), "%2Fc%3F%23");
        assert_eq!(of_role("c-ti"), "c-ti");
    }

    #[test]
    fn the_hash_stands_before_the_file_name() {
        assert_eq!(of_target("a/b/c.pack", Some("12ab")).as_deref(), Some("a/b/12ab.c.pack"));
        assert_eq!(of_target("c.pack", None).as_deref(), Some("c.pack"));
    }

    #[test]
    fn a_path_is_part_of_a_url_already() {
        assert_eq!(of_target("a%20b/ü?100%#", None).as_deref(), Some("a%20b/%C3%BC%3F100%25%23"));
    }

    #[test]
    fn a_path_that_leads_out_of_its_folder_has_no_address() {
        for path in ["../x", "a/../../x", "a/%2E%2e/x", "/x", "", "a/./b"] {
            assert_eq!(of_target(path, None), None, "{path}");
        }
    }
}
