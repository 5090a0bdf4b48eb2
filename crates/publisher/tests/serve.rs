//! `serve`: what a host has to do, on this computer.

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "shared by several tests")]
mod hosting;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Stdio;

use flate2::read::GzDecoder;
use hosting::{Answered, Charity, Running, ask, command, succeeds};

/// A repository that is served.
struct Served {
    charity: Charity,
    address: String,
    _running: Running,
}

impl Served {
    fn new() -> Self {
        let charity = Charity::with_two_versions();
        let mut child = command(&["serve", charity.at()]).stdout(Stdio::piped()).spawn().unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self { charity, address: address.trim().to_owned(), _running: Running(child) }
    }

    fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Answered {
        ask(&format!("{}{path}", self.address), headers)
    }

    /// The first line that is answered to a request that no client would write.
    fn raw(&self, request: &str) -> String {
        let host = self.address.trim_start_matches("http://").trim_end_matches("/v1/");
        let mut stream = TcpStream::connect(host).unwrap();
        write!(stream, "{request}\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut said = String::new();
        stream.read_to_string(&mut said).unwrap();
        said
    }
}

#[test]
fn its_address_is_on_this_computer_and_the_whole_client_can_read_it() {
    let served = Served::new();
    assert!(served.address.starts_with("http://127.0.0.1:") && served.address.ends_with("/v1/"), "{}", served.address);
    let folder = succeeds(&["verify", served.charity.at()]);
    let web = succeeds(&["verify", &served.address]);
    let told = |said: &str| said.split_once("verified").unwrap().1.to_owned();
    assert_eq!(told(&web), told(&folder), "the same roles, records and deltas");
}

#[test]
fn a_file_that_is_known_is_not_sent_again() {
    let served = Served::new();
    let first = served.ask("metadata/timestamp.json", &[]);
    assert_eq!((first.status, first.header("cache-control")), (200, "no-cache"));
    let tag = first.header("etag").to_owned();
    let again = served.ask("metadata/timestamp.json", &[("if-none-match", &format!("\"other\", W/{tag}"))]);
    assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, tag.as_str()));
    served.charity.go_live();
    assert_eq!(served.ask("metadata/timestamp.json", &[("if-none-match", &tag)]).status, 200, "it has another tag");
}

#[test]
fn lists_are_compressed_for_those_who_can_read_it_and_packs_for_nobody() {
    let served = Served::new();
    let plain = fs::read(served.charity.file("metadata/timestamp.json")).unwrap();
    let zipped = served.ask("metadata/timestamp.json", &[("accept-encoding", "br, gzip")]);
    assert_eq!((zipped.header("content-encoding"), zipped.header("vary")), ("gzip", "accept-encoding"));
    let mut unpacked = Vec::new();
    GzDecoder::new(zipped.body.as_slice()).read_to_end(&mut unpacked).unwrap();
    assert_eq!(unpacked, plain);
    for refused in ["identity", "gzip;q=0", "br"] {
        let sent = served.ask("metadata/timestamp.json", &[("accept-encoding", refused)]);
        assert_eq!((sent.header("content-encoding"), &sent.body), ("", &plain), "{refused}");
        assert_ne!(sent.header("etag"), zipped.header("etag"), "other bytes have another tag");
    }
    let pack = served.ask(&served.charity.live_pack("rules"), &[("accept-encoding", "gzip")]);
    assert_eq!((pack.header("content-encoding"), pack.header("content-type")), ("", "application/octet-stream"));
}

#[test]
fn a_part_of_a_pack_is_sent_as_it_is_asked_for() {
    let served = Served::new();
    let path = served.charity.live_pack("rules");
    let whole = fs::read(served.charity.file(&path)).unwrap();
    let length = whole.len();
    let parts = [
        ("bytes=10-".to_owned(), 10..length),
        ("bytes=0-0".to_owned(), 0..1),
        ("bytes=-7".to_owned(), length - 7..length),
        ("bytes=5-999999999".to_owned(), 5..length),
    ];
    for (range, part) in parts {
        let got = served.ask(&path, &[("range", &range)]);
        let told = format!("bytes {}-{}/{length}", part.start, part.end - 1);
        assert_eq!((got.status, got.header("content-range")), (206, told.as_str()), "{range}");
        assert_eq!(got.body, &whole[part], "{range}");
    }
}

#[test]
fn a_part_past_the_end_is_refused_and_one_that_cannot_be_read_is_the_whole() {
    let served = Served::new();
    let path = served.charity.live_pack("rules");
    let whole = fs::read(served.charity.file(&path)).unwrap();
    for range in [format!("bytes={}-", whole.len()), "bytes=-0".to_owned()] {
        let got = served.ask(&path, &[("range", &range)]);
        let told = format!("bytes */{}", whole.len());
        assert_eq!((got.status, got.header("content-range"), got.body.len()), (416, told.as_str(), 0), "{range}");
    }
    for range in ["bytes=a-b", "bytes=9-1", "rows=1-2", "bytes=0-1,4-5"] {
        let got = served.ask(&path, &[("range", range)]);
        assert_eq!((got.status, &got.body), (200, &whole), "{range}");
    }
}

#[test]
fn the_rest_of_a_file_that_has_changed_is_the_whole_file() {
    let served = Served::new();
    let path = served.charity.live_pack("rules");
    let tag = served.ask(&path, &[]).header("etag").to_owned();
    assert_eq!(served.ask(&path, &[("range", "bytes=3-"), ("if-range", &tag)]).status, 206);
    assert_eq!(served.ask(&path, &[("range", "bytes=3-"), ("if-range", "\"other\"")]).status, 200);
}

#[test]
fn what_is_not_there_is_answered_with_nothing() {
    let served = Served::new();
    for path in ["metadata/2.root.json", "", "metadata", "metadata/", "d/", "targets/rules", "none"] {
        let got = served.ask(path, &[]);
        assert_eq!((got.status, got.body.len()), (404, 0), "{path}");
    }
}

#[test]
fn no_address_leads_out_of_the_folder() {
    let served = Served::new();
    for path in [
        "/",
        "/site.json",
        "/v1/../site.json",
        "/v1/metadata/../../site.json",
        "/v1/%2e%2e/site.json",
        "/v1/..%2fsite.json",
        "/v1//site.json",
        "/v1/metadata/..%5c..%5csite.json",
        "/../../../../etc/passwd",
    ] {
        let said = served.raw(&format!("GET {path} HTTP/1.1"));
        assert!(said.starts_with("HTTP/1.1 404") && said.ends_with("\r\n\r\n"), "{path}: {said}");
    }
}

#[test]
fn the_head_of_a_file_has_no_body_and_nothing_can_be_written() {
    let served = Served::new();
    let said = served.raw("HEAD /v1/metadata/timestamp.json HTTP/1.1");
    assert!(said.starts_with("HTTP/1.1 200") && said.ends_with("\r\n\r\n"), "{said}");
    let length = fs::metadata(served.charity.file("metadata/timestamp.json")).unwrap().len();
    assert!(said.contains(&format!("content-length: {length}\r\n")), "{said}");
    for method in ["PUT", "POST", "DELETE"] {
        assert!(served.raw(&format!("{method} /v1/metadata/timestamp.json HTTP/1.1")).starts_with("HTTP/1.1 405"));
    }
}
