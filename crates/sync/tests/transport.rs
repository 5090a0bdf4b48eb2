//! A host that lies below the level of files: endless, slow, elsewhere, cut off.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use kindway_sync::{Answer, Ask, Fetch as _, Pace, Status, Trouble, Web, WebOptions};
use support::{
    Host, Reply,
    device::{NOW, SetClock},
};

/// Thirty times as impatient as the app.
const PACE: Pace = Pace { window: Duration::from_secs(1), least: 200, whole: Duration::from_secs(5) };

fn web(address: &str) -> Web {
    let options = WebOptions { pace: PACE, cleartext: true };
    Web::new(address, Arc::new(SetClock::at(NOW)), options).unwrap()
}

fn get(address: &str, cap: u64) -> Result<(Answer, Vec<u8>), Trouble> {
    let mut body = Vec::new();
    let answer = web(address).get(&Ask::whole("x", cap), &mut body)?;
    Ok((answer, body))
}

/// A host that does this to every connection, after it has read the request.
fn raw(answer: impl Fn(&mut TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            if stream.read(&mut [0; 4096]).is_ok() {
                answer(&mut stream);
            }
        }
    });
    address
}

fn serving(reply: Reply) -> Host {
    let host = Host::new();
    host.shelf().files.insert("x".into(), reply);
    host
}

#[test]
fn whoever_waits_for_a_byte_gives_up_within_a_second_of_being_told() {
    let beginnings: [&'static [u8]; 2] = [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\na"];
    for beginning in beginnings {
        let address = raw(move |stream| {
            let _ = stream.write_all(beginning);
            std::thread::sleep(Duration::from_secs(20));
        });
        let options = WebOptions { pace: Pace::PATIENT, cleartext: true };
        let stopped = Arc::new(AtomicBool::new(false));
        let mut web = Web::new(&address, Arc::new(SetClock::at(NOW)), options).unwrap().stopped_by(stopped.clone());
        let told = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(300));
            stopped.store(true, Ordering::Relaxed);
            Instant::now()
        });
        assert_eq!(web.get(&Ask::whole("x", 1000), &mut Vec::new()), Err(Trouble::Stopped));
        drop(web);
        let waited = told.join().unwrap().elapsed();
        assert!(waited < Duration::from_secs(1), "{waited:?}");
    }
}

#[test]
fn an_endless_body_is_read_to_the_cap_and_no_further() {
    let address = raw(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        while stream.write_all(&[b'a'; 4096]).is_ok() {}
    });
    let mut body = Vec::new();
    assert_eq!(web(&address).get(&Ask::whole("x", 100_000), &mut body), Err(Trouble::TooLong(100_000)));
    assert!(body.len() <= 100_000);
}

#[test]
fn a_body_that_says_it_is_too_long_is_left_at_once() {
    let address = raw(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\naaaa");
        std::thread::sleep(Duration::from_secs(10));
    });
    let begun = Instant::now();
    assert_eq!(get(&address, 999).unwrap_err(), Trouble::TooLong(999));
    assert!(begun.elapsed() < PACE.window);
}

#[test]
fn a_small_body_that_grows_when_unpacked_is_counted_as_it_grows() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&vec![b' '; 10_000_000]).unwrap();
    let packed = packed.finish().unwrap();
    assert!(packed.len() < 16 * 1024);
    let host = serving(Reply::ok(packed).with("content-encoding", "gzip"));
    assert_eq!(get(&host.address, 64 * 1024).unwrap_err(), Trouble::TooLong(64 * 1024));
}

#[test]
fn a_packed_body_arrives_unpacked() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(b"words").unwrap();
    let host = serving(Reply::ok(packed.finish().unwrap()).with("content-encoding", "gzip"));
    assert_eq!(get(&host.address, 5).unwrap().1, b"words");
}

#[test]
fn a_host_that_never_answers_is_given_up() {
    let address = raw(|_| std::thread::sleep(Duration::from_secs(30)));
    assert_eq!(get(&address, 10).unwrap_err(), Trouble::TooSlow);
}

#[test]
fn a_host_that_drips_is_given_up() {
    let address = raw(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        while stream.write_all(b"a").is_ok() {
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    let begun = Instant::now();
    assert_eq!(get(&address, 1000).unwrap_err(), Trouble::TooSlow);
    assert!(begun.elapsed() < PACE.window * 2, "fifty bytes a second, where two hundred are the least");
}

#[test]
fn a_host_that_is_slow_but_fast_enough_is_waited_for() {
    let address = raw(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1500\r\n\r\n");
        for _ in 0..15 {
            let _ = stream.write_all(&[b'a'; 100]);
            std::thread::sleep(Duration::from_millis(150));
        }
    });
    assert_eq!(get(&address, 1500).unwrap().1.len(), 1500);
}

#[test]
fn all_requests_together_have_one_deadline() {
    let address = raw(|stream| {
        std::thread::sleep(Duration::from_millis(600));
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\na");
    });
    let mut web = web(&address);
    let begun = Instant::now();
    let ended = (0..20).find_map(|_| web.get(&Ask::whole("x", 1), &mut Vec::new()).err());
    assert_eq!(ended, Some(Trouble::TooSlow));
    assert!(begun.elapsed() < PACE.whole + PACE.window, "each was fast enough, all were not");
}

#[test]
fn a_body_that_is_cut_off_is_no_body() {
    for said in ["Content-Length: 10", "Transfer-Encoding: chunked"] {
        let address = raw(move |stream| {
            let _ = write!(stream, "HTTP/1.1 200 OK\r\n{said}\r\n\r\n5\r\nworld");
        });
        let trouble = get(&address, 100).unwrap_err();
        assert!(matches!(trouble, Trouble::Unreachable(_)), "{said}: {trouble}");
    }
}

#[test]
fn nobody_there_is_no_connection() {
    assert!(matches!(get("http://127.0.0.1:1", 10), Err(Trouble::Unreachable(_))));
}

#[test]
fn a_host_that_closes_every_connection_is_asked_on_a_new_one() {
    let address = raw(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na");
    });
    let mut web = web(&address);
    for _ in 0..50 {
        web.get(&Ask::whole("x", 1), &mut Vec::new()).unwrap();
    }
}

#[test]
fn a_redirect_to_another_host_is_not_followed() {
    let elsewhere = serving(Reply::ok("words"));
    let host = serving(Reply::status(302).with("location", &format!("{}/x", elsewhere.address)));
    assert_eq!(get(&host.address, 10).unwrap_err(), Trouble::Portal);
    assert!(elsewhere.asked().is_empty());
}

#[test]
fn a_redirect_within_the_host_is_followed() {
    let host = serving(Reply::status(301).with("location", "/y"));
    host.shelf().files.insert("y".into(), Reply::ok("words"));
    assert_eq!(get(&host.address, 10).unwrap().1, b"words");
}

#[test]
fn redirects_in_a_circle_end() {
    let host = serving(Reply::status(302).with("location", "/x"));
    assert_eq!(get(&host.address, 10).unwrap_err(), Trouble::Portal);
}

#[test]
fn a_wifi_that_wants_a_login_is_no_connection() {
    assert_eq!(get(&serving(Reply::status(511)).address, 10).unwrap_err(), Trouble::Portal);
}

#[test]
fn a_page_that_is_larger_than_the_file_is_no_connection() {
    let page = Reply::ok(vec![b' '; 100]).with("content-type", "text/html; charset=utf-8");
    assert_eq!(get(&serving(page).address, 99).unwrap_err(), Trouble::Portal);
}

#[test]
fn a_page_that_is_larger_than_the_file_and_does_not_say_what_it_is_is_no_connection() {
    let page = Reply::ok(format!("\n<html>{}", " ".repeat(100)));
    assert_eq!(get(&serving(page).address, 99).unwrap_err(), Trouble::Portal);
}

#[test]
fn a_page_about_a_missing_file_is_a_missing_file() {
    let page = Reply { status: 404, ..Reply::ok("<html>") }.with("content-type", "text/html");
    let (answer, body) = get(&serving(page).address, 1).unwrap();
    assert_eq!((answer.status, answer.kind.as_deref()), (Status::Missing, Some("text/html")));
    assert!(body.is_empty());
}

#[test]
fn a_part_says_where_it_begins() {
    let part = Reply { status: 206, ..Reply::ok("ds").without_ranges() };
    let host = serving(part.clone().with("content-range", "bytes 3-4/5"));
    let mut body = Vec::new();
    let ask = Ask { from: Some(3), ..Ask::whole("x", 2) };
    assert_eq!(web(&host.address).get(&ask, &mut body).unwrap().status, Status::Part { from: 3 });
    assert_eq!(body, b"ds");
    assert_eq!(host.shelf().asked[0].1.get("range").unwrap(), "bytes=3-");
    assert_eq!(host.shelf().asked[0].1.get("accept-encoding").unwrap(), "identity", "bytes of the file itself");
    let host = serving(part);
    assert_eq!(web(&host.address).get(&ask, &mut Vec::new()).unwrap().status, Status::Refused(206));
}

#[test]
fn nothing_but_the_part_that_was_asked_for_is_handed_on() {
    let (whole, elsewhere) = (Reply::ok("words").without_ranges(), Reply::ok("rds").without_ranges());
    let elsewhere = Reply { status: 206, ..elsewhere }.with("content-range", "bytes 2-4/5");
    for (reply, status, came) in [
        (whole, Status::Whole, &b"ds"[..]),
        (elsewhere, Status::Part { from: 2 }, b""),
        (Reply::ok("wo"), Status::Refused(416), b""),
    ] {
        let host = serving(reply);
        let mut body = Vec::new();
        let answer = web(&host.address).get(&Ask { from: Some(3), ..Ask::whole("x", 5) }, &mut body).unwrap();
        assert_eq!((answer.status, &body[..]), (status, came));
    }
}

#[test]
fn a_host_says_how_long_to_wait_in_seconds_or_by_a_date() {
    for (said, seconds) in [("120", 120), ("Sun, 22 Nov 2026 10:05:00 GMT", 300)] {
        let host = serving(Reply::status(503).with("retry-after", said));
        let (answer, _) = get(&host.address, 10).unwrap();
        assert_eq!(answer.retry_after, Some(Duration::from_secs(seconds)), "{said}");
        assert_eq!(answer.status, Status::Refused(503));
    }
}

#[test]
fn a_request_says_nothing_about_who_asks() {
    let host = serving(Reply::ok("words"));
    get(&host.address, 10).unwrap();
    let (_, headers) = host.shelf().asked[0].clone();
    let names: Vec<_> = headers.keys().map(|name| name.as_str().to_owned()).collect();
    assert_eq!(names, ["accept", "accept-encoding", "host"]);
}

#[test]
fn a_path_never_leaves_the_address_of_the_host() {
    let host = Host::new();
    let mut web = web(&format!("{}/v1/metadata", host.address));
    for path in ["../../x", "%2e%2e/x"] {
        let ask = Ask::whole(path, 10);
        assert!(matches!(web.get(&ask, &mut Vec::new()), Err(Trouble::Address(_))), "{path}");
    }
    for path in ["http://other/x", "//other/x"] {
        web.get(&Ask::whole(path, 10), &mut Vec::new()).unwrap();
    }
    assert_eq!(host.asked(), ["v1/metadata/http://other/x", "v1/metadata///other/x"]);
}
