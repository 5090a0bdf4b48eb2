//! 1 to 199: connections that break, hosts that do not speak HTTP as one should, and whoever else may answer instead of the host.

use std::time::Duration;

use kindway_core::ports::UpdateTrouble::{Host, NoConnection, NotTrusted};

use crate::{
    case::{Case, Kept, case},
    host::{self, File, Reply, Scene, Step, gzip, reply, whole},
    world::{World, base, next_try},
};

const LOGIN: &str = "<!DOCTYPE html><html><head><title>Log in</title></head><body>Free Wi-Fi</body></html>";

/// The files in the order in which a phone that knows the second edition asks for them, and what is verified by then. The first list
/// is that of the contacts.
fn each() -> [(File, Kept); 5] {
    [
        (File::Root, Kept::Nothing),
        (File::Timestamp, Kept::Nothing),
        (File::Snapshot, Kept::Timestamp),
        (File::List("contacts"), Kept::Targets),
        (File::Pack, Kept::All),
    ]
}

/// The same answer for a kind of file. Where packs are lied about there are no deltas that would make them needless.
fn instead(number: u32, lie: &str, file: File, answer: Reply) -> Case {
    case(number, format!("{lie}: {file:?}"), move |world| {
        if matches!(file, File::Pack | File::PackOf(_)) {
            world.no_deltas();
        }
        world.lie(file, answer.clone());
    })
}

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(endless());
    cases.extend(lengths());
    cases.extend(encodings());
    cases.extend(broken());
    cases.extend(somebody_else());
    cases.extend(refusals());
    cases.extend(tags());
    cases.extend(parts());
    cases.extend(no_http());
    cases.extend(drip());
    cases
}

fn endless() -> Vec<Case> {
    let forever = |kind: &str, bytes: &[u8]| -> Reply {
        let mut answer = reply("200 OK", &[("Content-Type", kind)], b"");
        answer.push(Step::Forever(bytes.repeat(64 * 1024 / bytes.len()).into()));
        answer
    };
    let mut cases: Vec<Case> = each()[..4]
        .iter()
        .zip(1..)
        .map(|((file, kept), number)| {
            instead(number, "a body without an end", *file, forever("application/json", b"{\"signed\":"))
                .says(NotTrusted)
                .keeps(kept.clone())
        })
        .collect();
    let mut pack = b"KWSEED01".to_vec();
    pack.resize(1024, b'x');
    cases.push(
        instead(5, "a body without an end", File::Pack, forever("application/octet-stream", &pack))
            .says(NotTrusted)
            .keeps(Kept::All),
    );
    // Nobody signs a delta: one that does not end is none, and the whole pack is asked for.
    cases.push(
        instead(6, "a body without an end", File::Delta, forever("application/octet-stream", b"KWDELTA1")).taken(),
    );
    cases.push(
        instead(7, "a log-in page without an end", File::Pack, forever("text/html", LOGIN.as_bytes()))
            .says(NoConnection)
            .keeps(Kept::All),
    );
    let mut chunks = reply("200 OK", &[("Transfer-Encoding", "chunked")], b"");
    chunks.push(Step::Forever("1\r\n{\r\n".repeat(1_000).into_bytes().into()));
    cases.push(
        instead(8, "chunks of one byte without an end", File::Snapshot, chunks).says(NotTrusted).keeps(Kept::Timestamp),
    );
    cases
}

fn lengths() -> Vec<Case> {
    let says = |length: &str, body: &str| reply("200 OK", &[("Content-Length", length)], body);
    vec![
        instead(
            20,
            "it says that the body is as long as half a number can be",
            File::Timestamp,
            says("9223372036854775807", "{}"),
        )
        .says(NotTrusted),
        instead(
            21,
            "it says that the body is as long as a number can be",
            File::Timestamp,
            says("18446744073709551615", "{}"),
        )
        .says(NoConnection),
        instead(22, "it says more bytes than come", File::Timestamp, says("4000", "{\"signatures\":[],"))
            .says(NoConnection),
        instead(23, "it says more bytes than come", File::List("contacts"), says("4000", "{"))
            .says(NoConnection)
            .keeps(Kept::Targets),
        case(24, "it says fewer bytes than come: the timestamp", |world| {
            let bytes = world.bytes("timestamp");
            world.lie(File::Timestamp, reply("200 OK", &[("Content-Length", "100")], &bytes[..]));
        })
        .says(NotTrusted),
        case(25, "it says fewer bytes than come: a pack", |world| {
            world.no_deltas();
            let bytes = world.scene.files[&world.pack_path("contacts")].clone();
            world.lie(File::PackOf("contacts"), reply("200 OK", &[("Content-Length", "60")], &bytes[..]));
        })
        .says(NotTrusted)
        .keeps(Kept::All),
        instead(26, "a length that is no number", File::Timestamp, says("many", "{}")).says(NoConnection),
        instead(27, "a length below nothing", File::Timestamp, says("-1", "{}")).says(NoConnection),
        instead(
            28,
            "two lengths",
            File::Timestamp,
            reply("200 OK", &[("Content-Length", "2"), ("Content-Length", "200")], "{}"),
        )
        .says(NoConnection),
        case(29, "no length at all, and the connection ends in the middle of a pack", |world| {
            world.no_deltas();
            let bytes = world.scene.files[&world.pack_path("rules")].clone();
            world.lie(File::PackOf("rules"), reply("200 OK", &[], &bytes[..bytes.len() / 2]));
        })
        .says(NotTrusted)
        .keeps(Kept::All),
    ]
}

fn encodings() -> Vec<Case> {
    let packed: &[(&str, &str)] = &[("Content-Encoding", "gzip"), ("Content-Type", "application/json")];
    // What would be 64 MB, in a few KB.
    let bomb = || {
        let mut bytes = b"{\"signed\":".to_vec();
        bytes.resize(64 * 1024 * 1024, b' ');
        whole("200 OK", packed, gzip(&bytes))
    };
    let bomb = bomb();
    let mut cases: Vec<Case> = each()
        .iter()
        .zip(40..)
        .map(|((file, kept), number)| {
            instead(number, "64 MB in a few KB", *file, bomb.clone()).says(NotTrusted).keeps(kept.clone())
        })
        .collect();
    let mut endless = reply("200 OK", packed, &gzip(b"{\"signatures\":[],\"signed\":{}}")[..20]);
    endless.push(Step::Forever(vec![0; 4096].into()));
    cases.extend([
        instead(45, "64 MB in a few KB", File::Delta, bomb).taken(),
        instead(46, "it says gzip and sends what is none", File::Timestamp, whole("200 OK", packed, "{}"))
            .says(NoConnection),
        instead(47, "gzip that breaks off", File::Timestamp, whole("200 OK", packed, &gzip(&[b' '; 9000])[..20]))
            .says(NoConnection),
        instead(48, "gzip that turns to noise without an end", File::Snapshot, endless)
            .says(NoConnection)
            .keeps(Kept::Timestamp),
        case(49, "an encoding that nobody asked for", |world| {
            let bytes = crate::world::compressed(&world.bytes("timestamp"), 22, false);
            world.lie(File::Timestamp, whole("200 OK", &[("Content-Encoding", "br")], bytes));
        })
        .says(NotTrusted),
        case(50, "packed twice", |world| {
            let bytes = gzip(&gzip(&world.bytes("timestamp")));
            world.lie(File::Timestamp, whole("200 OK", &[("Content-Encoding", "gzip")], bytes));
        })
        .says(NotTrusted),
        case(51, "everything is sent packed, which is no lie", |world| world.scene.gzip = true).taken(),
        case(52, "it says gzip of a pack and sends it plain", |world| {
            world.no_deltas();
            let bytes = world.scene.files[&world.pack_path("contacts")].clone();
            world.lie(File::PackOf("contacts"), whole("200 OK", &[("Content-Encoding", "gzip")], &bytes[..]));
        })
        .says(NoConnection)
        .keeps(Kept::All),
    ]);
    cases
}

fn broken() -> Vec<Case> {
    let mut cases = Vec::new();
    for ((file, kept), number) in each().iter().zip((60..).step_by(4)) {
        let answers: [(&str, Reply); 4] = [
            ("the connection is reset before anything came", vec![Step::Reset]),
            ("the connection is closed before anything came", vec![]),
            ("the connection is reset in the middle of the headers", {
                vec![Step::Send(b"HTTP/1.1 200 OK\r\nContent-Le".to_vec().into()), Step::Wait(WAIT), Step::Reset]
            }),
            ("the connection is reset in the middle of the body", {
                let head = b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"signatures\"".to_vec();
                vec![Step::Send(head.into()), Step::Wait(WAIT), Step::Reset]
            }),
        ];
        for ((lie, answer), place) in answers.into_iter().zip(0..) {
            cases.push(instead(number + place, lie, *file, answer).says(NoConnection).keeps(kept.clone()));
        }
    }
    cases.push(
        instead(80, "the connection is reset", File::Delta, vec![Step::Reset]).says(NoConnection).keeps(Kept::All),
    );
    cases.push(case(81, "nobody answers at all", |world| world.lie(File::Any, vec![Step::Reset])).says(NoConnection));
    cases
}

const WAIT: Duration = Duration::from_millis(5);

fn somebody_else() -> Vec<Case> {
    let mut cases = Vec::new();
    let login = whole("200 OK", &[("Content-Type", "text/html; charset=utf-8")], LOGIN);
    let quiet = whole("200 OK", &[], format!("\n  {LOGIN}"));
    for ((file, kept), number) in each().iter().zip((90..).step_by(4)) {
        let network = whole("511 Network Authentication Required", &[("Content-Type", "text/html")], LOGIN);
        cases.push(instead(number, "511", *file, network).says(NoConnection).keeps(kept.clone()));
        cases.push(
            instead(number + 1, "a log-in page that says 200", *file, login.clone())
                .says(NoConnection)
                .keeps(kept.clone()),
        );
        let bare = if *file == File::Pack { login.clone() } else { quiet.clone() };
        cases.push(
            instead(number + 2, "a log-in page that does not say what it is", *file, bare)
                .says(NoConnection)
                .keeps(kept.clone()),
        );
        let says = whole("200 OK", &[], b"");
        cases.push(instead(number + 3, "200 and nothing", *file, says).says(NotTrusted).keeps(kept.clone()));
    }
    let to = |place: &str| whole("302 Found", &[("Location", place)], "");
    let elsewhere = host::Host::new();
    elsewhere.show(Scene { files: base().third.files.clone(), ..Scene::default() });
    let same_files = format!("{}metadata/timestamp.json", elsewhere.address);
    cases.extend([
        instead(110, "511", File::Delta, whole("511 x", &[], "")).says(NoConnection).keeps(Kept::All),
        instead(111, "a log-in page that says 200", File::Delta, login).says(NoConnection).keeps(Kept::All),
        instead(112, "a log-in page that does not say what it is", File::Delta, whole("200 OK", &[], LOGIN))
            .says(NoConnection)
            .keeps(Kept::All),
        instead(113, "200 and nothing", File::Delta, whole("200 OK", &[], b"")).taken(),
        instead(114, "the way to another host, which has the very file", File::Timestamp, to(&same_files))
            .says(NoConnection),
        instead(115, "the way to a name that nobody has", File::Timestamp, to("http://login.invalid/"))
            .says(NoConnection),
        instead(
            116,
            "the way to where it came from, again and again",
            File::Timestamp,
            to("/v1/metadata/timestamp.json"),
        )
        .says(NoConnection),
        instead(117, "the way to a file of the phone", File::Timestamp, to("file:///etc/passwd")).says(Host),
        instead(118, "a way that leads nowhere", File::Timestamp, whole("302 Found", &[], "")).says(Host),
        case(119, "another place on the same host, which is no lie", |world| {
            let timestamp = world.bytes("timestamp");
            world.put("elsewhere/now", &timestamp[..]);
            world.lie(File::Timestamp, whole("307 Temporary Redirect", &[("Location", "/v1/elsewhere/now")], ""));
        })
        .taken(),
    ]);
    cases
}

fn refusals() -> Vec<Case> {
    let mut cases = Vec::new();
    let kinds = [
        (File::Root, Kept::Nothing),
        (File::Timestamp, Kept::Nothing),
        (File::Snapshot, Kept::Timestamp),
        (File::List("rules"), Kept::ListsBefore("rules")),
        (File::Delta, Kept::All),
        (File::Pack, Kept::All),
    ];
    for ((file, kept), number) in kinds.iter().zip((120..).step_by(6)) {
        for (status, place) in [401, 403, 404, 429, 500, 503].into_iter().zip(0..) {
            let case = instead(number + place, &format!("{status}"), *file, whole(&format!("{status} x"), &[], "no"));
            // There is no newer root, and there is no delta: that is how a host says so.
            let is_taken = matches!((file, status), (File::Root, 403 | 404) | (File::Delta, 401..=404));
            cases.push(if is_taken { case.taken() } else { case.says(Host).keeps(kept.clone()) });
        }
    }
    let later = |value: &str| whole("503 Service Unavailable", &[("Retry-After", value)], "");
    let values = [
        "99999999999999999999999",
        "-1",
        "soon",
        "9999999999",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
    ];
    for (value, number) in values.into_iter().zip(156..) {
        cases.push(
            instead(number, &format!("it wants to be asked again: {value}"), File::Timestamp, later(value))
                .says(Host)
                .asks_again(),
        );
    }
    cases
}

fn tags() -> Vec<Case> {
    let unchanged = || whole("304 Not Modified", &[], "");
    let tag = |number, tag: &str| {
        let name = format!("a tag of {} bytes: {}", tag.len(), tag.chars().take(20).collect::<String>().escape_debug());
        let tag = tag.to_owned();
        case(number, name, move |world| world.scene.tags = vec![(File::Timestamp, tag.clone())])
    };
    vec![
        instead(162, "unchanged, to a phone that knows nothing", File::Timestamp, unchanged())
            .on_a_new_phone()
            .says(Host),
        // Nobody can know that it is a lie before the timestamp that she has is out of date.
        instead(163, "unchanged, though it is not", File::Timestamp, unchanged()),
        instead(164, "unchanged, day after day", File::Timestamp, unchanged())
            .after(20)
            .says(Host)
            .until(World::outlast),
        instead(165, "unchanged, where nobody said what is known", File::Snapshot, unchanged())
            .says(Host)
            .keeps(Kept::Timestamp),
        instead(166, "unchanged, where nobody said what is known", File::List("contacts"), unchanged())
            .says(Host)
            .keeps(Kept::Targets),
        case(167, "unchanged, where nobody said what is known: a pack", move |world| {
            world.no_deltas();
            world.lie(File::Pack, unchanged());
        })
        .says(Host)
        .keeps(Kept::All),
        tag(168, "").taken(),
        tag(169, &"x".repeat(8 * 1024)).taken(),
        tag(170, "\"é\"").taken(),
        tag(198, "\"\u{1}\u{7f}\"").says(NoConnection),
        tag(171, "W/\"../../content.db\"").taken(),
        // The host says of every later file that it is this one.
        tag(172, "\"always the same\"").taken().until(|world| world.scene.tags.clear()),
    ]
}

fn parts() -> Vec<Case> {
    /// The first half of a pack, and then the connection breaks.
    fn half(world: &mut World) {
        world.no_deltas();
        let bytes = world.scene.files[&world.pack_path("contacts")].clone();
        let length = bytes.len().to_string();
        let mut answer = reply("200 OK", &[("Content-Length", &length)], &bytes[..bytes.len() / 2]);
        answer.extend([Step::Wait(WAIT), Step::Reset]);
        world.lie(File::PackOf("contacts"), answer);
    }
    fn rest(range: &'static str, cut: usize) -> impl Fn(&mut World) {
        move |world| {
            let bytes = world.scene.files[&world.pack_path("contacts")].clone();
            let (half, all) = (bytes.len() / 2, bytes.len());
            let range = range.replace("HALF", &half.to_string()).replace("ALL", &all.to_string());
            let range = range.replace("LAST", &(all - 1).to_string());
            world.lie(
                File::PackOf("contacts"),
                whole("206 Partial Content", &[("Content-Range", &range)], &bytes[half + cut..]),
            );
        }
    }
    let timestamp = |status: &'static str, range: Option<&'static str>| {
        move |world: &mut World| {
            let bytes = world.bytes("timestamp");
            let headers: Vec<_> = range.map(|range| ("Content-Range", range)).into_iter().collect();
            world.lie(File::Timestamp, whole(status, &headers, &bytes[..]));
        }
    };
    vec![
        case(173, "a part where the whole was asked for", timestamp("206 Partial Content", Some("bytes 0-499/500")))
            .says(Host),
        case(174, "a part of which nobody says where it begins", timestamp("206 Partial Content", None)).says(Host),
        case(175, "the second half of a pack, which is no lie", half).and_then(rest("bytes HALF-LAST/ALL", 0)).taken(),
        case(176, "a second half that says it begins elsewhere", half)
            .and_then(rest("bytes 7-LAST/ALL", 0))
            .says(Host)
            .keeps(Kept::All),
        case(177, "a second half that says nothing to be read", half)
            .and_then(rest("bits and pieces", 0))
            .says(Host)
            .keeps(Kept::All),
        case(178, "a second half that is not the second half", half)
            // What was kept may be wrong as well: it asks for the whole pack, and gets the half once more.
            .and_then(rest("bytes HALF-LAST/ALL", 9))
            .says(Host)
            .keeps(Kept::All),
        case(179, "the range is refused", half)
            .and_then(|world| world.lie(File::PackOf("contacts"), whole("416 Range Not Satisfiable", &[], "")))
            .says(Host)
            .keeps(Kept::All),
        case(180, "the whole pack where its second half was asked for, which is no lie", half)
            .and_then(|world| {
                let bytes = world.scene.files[&world.pack_path("contacts")].clone();
                world.lie(File::PackOf("contacts"), whole("200 OK", &[], &bytes[..]));
            })
            .taken(),
    ]
}

fn no_http() -> Vec<Case> {
    let raw = |number, lie: &str, bytes: &[u8]| {
        instead(number, lie, File::Timestamp, vec![Step::Send(bytes.to_vec().into())]).says(NoConnection)
    };
    let many = (0..10_000).fold("HTTP/1.1 200 OK\r\n".to_owned(), |all, number| all + &format!("X-{number}: x\r\n"));
    let huge = format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "x".repeat(4 * 1024 * 1024));
    let forever = |bytes: &str| vec![Step::Forever(bytes.repeat(500).into_bytes().into())];
    let mut headers = vec![Step::Send(b"HTTP/1.1 200 OK\r\n".to_vec().into())];
    headers.extend(forever("X: y\r\n"));
    vec![
        raw(181, "another protocol", b"SSH-2.0-OpenSSH_9.6\r\n"),
        raw(182, "noise", &[0xff; 4096]),
        raw(183, "an answer of 1991", b"{\"signed\":{}}"),
        raw(184, "a header of 4 MB", huge.as_bytes()),
        raw(185, "ten thousand headers", format!("{many}\r\n").as_bytes()),
        instead(186, "headers without an end", File::Timestamp, headers).says(NoConnection),
        raw(
            187,
            "a chunk of a length that is no number",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nlarge\r\n{}",
        ),
        raw(
            188,
            "a chunk longer than a number can say",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}",
        ),
        raw(
            189,
            "another protocol is offered",
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n{}",
        )
        .says(Host),
        case(190, "a second answer behind the first", |world| {
            let bytes = world.bytes("timestamp");
            let mut out = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", bytes.len()).into_bytes();
            out.extend_from_slice(&bytes);
            out.extend_from_slice(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            world.lie(File::Timestamp, vec![Step::Send(out.into())]);
        })
        .taken(),
        instead(191, "a number that is no status", File::Timestamp, whole("999 Whatever", &[], "{}")).says(Host),
    ]
}

/// The app waits half a minute for 6 KB. Here it is in more of a hurry.
fn drip() -> Vec<Case> {
    let head = || Step::Send(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n".to_vec().into());
    let bytes = |count: usize| Step::Send(vec![b'x'; count].into());
    let dripping = |bytes: &[u8], pause| Step::Drip(bytes.into(), Duration::from_millis(pause));
    let still = || Step::Wait(Duration::from_secs(2));
    let slow = |number, lie: &str, steps| instead(number, lie, File::Timestamp, steps).says(NoConnection).in_a_hurry();
    let never_done: Reply = (0..100).flat_map(|_| [bytes(80), Step::Wait(Duration::from_millis(20))]).collect();
    vec![
        slow(192, "nothing ever comes", vec![still()]),
        slow(
            193,
            "the headers come a byte at a time",
            vec![dripping(b"HTTP/1.1 200 OK\r\nX: yyyyyyyyyyyyyyyyyyyy", 20)],
        ),
        slow(194, "the body comes a byte at a time", vec![head(), dripping(&[b'{'; 80], 10)]),
        slow(195, "the body stands still after a good beginning", vec![head(), bytes(5_000), still()]),
        slow(196, "the body stands still before its last byte", vec![head(), bytes(8_999), still()]),
        slow(197, "never too slow, and never done", [vec![head()], never_done].concat()),
        instead(199, "the body comes a byte at a time", File::Pack, {
            let head = b"HTTP/1.1 200 OK\r\nContent-Length: 300\r\n\r\n".to_vec();
            vec![Step::Send(head.into()), dripping(b"KWSEED01xxxxxxxxxxxxxxxxxxxxxxxxx", 20)]
        })
        .says(NoConnection)
        .keeps(Kept::All)
        .in_a_hurry(),
    ]
}

impl Case {
    /// The app asks again within a day, whatever the host wishes.
    fn asks_again(self) -> Self {
        self.and_see(|phone, now| {
            let next = next_try(phone).expect("a next time");
            assert!(next > now && next <= now + chrono::TimeDelta::days(1), "the next time is {next}, and it is {now}");
        })
    }
}
