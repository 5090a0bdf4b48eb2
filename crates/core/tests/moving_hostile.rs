//! Files from nobody knows where. Whatever is in them, each is refused with its reason, without a panic, without more than 32 MB, and
//! without a change to what she saved.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::print_stdout, reason = "what the largest of them took is printed")]

#[allow(dead_code)]
#[path = "support/published.rs"]
mod published;
#[path = "support/sealed.rs"]
mod sealed;
mod support;

use std::{
    collections::BTreeMap,
    fs,
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};

use kindway_core::{
    api::{Request, Response},
    error::Code,
    moving::In,
};
use peak_alloc::PeakAlloc;
use proptest::prelude::*;
use sealed::{CODE, HEAD, OTHER_CODE, STEP, TAG, look, pack, pad, seal, seal_inside, take_in};
use support::{Phone, letter_of_journey_2, nothing};

#[global_allocator]
static ALLOCATED: PeakAlloc = PeakAlloc;

const MOST: usize = 32 * 1024 * 1024;
/// The most that a file unpacks to: a byte more is refused.
const UNPACKED_MOST: usize = 8 * 1024 * 1024;

/// Memory is counted for the whole process, so only one file is looked at at a time.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn phone() -> Phone {
    let mut phone = Phone::with_seed("2026-11-22T10:00:00Z", published::small_seed());
    phone.add(letter_of_journey_2());
    phone
}

/// Every file of the vault.
fn vault(phone: &Phone) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(phone.path().join("vault")).unwrap();
    entries.map(|entry| entry.unwrap().path()).map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

const ID: &str = "0123456789abcdef0123456789abcdef";

fn body(rest: &str) -> String {
    format!(r#"{{"format":1,"made":"2026-11-22T10:00:00Z"{rest}}}"#)
}

/// A file with one visit whose fields are these beside those that a visit must have.
fn with_visit(fields: &str) -> Vec<u8> {
    let must = [
        ("id", format!("\"{ID}\"")),
        ("revision", "1".into()),
        ("kind", "\"scan\"".into()),
        ("on", "\"2026-12-01\"".into()),
    ];
    let must: Vec<String> = must
        .into_iter()
        .filter(|(name, _)| !fields.contains(&format!("\"{name}\"")))
        .map(|(name, value)| format!("\"{name}\":{value}"))
        .collect();
    let all: Vec<&str> = must.iter().map(String::as_str).chain([fields]).filter(|part| !part.is_empty()).collect();
    seal(CODE, &body(&format!(r#","visits":[{{{}}}]"#, all.join(","))))
}

fn list(name: &str, row: &str) -> Vec<u8> {
    seal(CODE, &body(&format!(r#","{name}":[{row}]"#)))
}

/// A file up to the note of its one visit.
fn open_note() -> String {
    let visit = format!(r#"{{"id":"{ID}","revision":1,"kind":"scan","on":"2026-12-01""#);
    format!(r#"{},"visits":[{visit},"note":""#, body("").trim_end_matches('}'))
}

/// Bytes without an order.
fn random() -> impl FnMut() -> u8 {
    let mut random = 7_u64;
    move || {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (random >> 33) as u8
    }
}

type Case = (String, Vec<u8>, &'static str, Code);

fn changed(good: &[u8]) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut case = |name: String, file: Vec<u8>, code: Code| cases.push((name, file, CODE, code));
    // Bits, in each part of the file.
    for at in [0, 5, 8, 39, 40, 63, 64, 65, 1000, 40_000, good.len() - TAG - 1, good.len() - TAG, good.len() - 1] {
        for bit in [1, 0x80] {
            let mut file = good.to_vec();
            file[at] ^= bit;
            case(
                format!("bit {bit} of byte {at}"),
                file,
                if at < 6 { Code::MovingNotOurs } else { Code::MovingAltered },
            );
        }
    }
    // Lengths.
    for length in [0, 1, 7] {
        case(format!("{length} bytes of it"), good[..length].to_vec(), Code::MovingNotOurs);
    }
    for length in [
        8,
        9,
        40,
        HEAD,
        HEAD + TAG - 1,
        HEAD + TAG,
        HEAD + TAG + 1,
        STEP,
        good.len() / 2,
        good.len() - TAG,
        good.len() - 1,
    ] {
        case(format!("{length} bytes of it"), good[..length].to_vec(), Code::MovingCut);
    }
    case("a byte more".into(), [good, &[0]].concat(), Code::MovingCut);
    case("a byte less at the start".into(), good[1..].to_vec(), Code::MovingNotOurs);
    case("a step more".into(), [good, &vec![0; STEP]].concat(), Code::MovingAltered);
    case("a step twice".into(), [good, &good[HEAD..HEAD + STEP]].concat(), Code::MovingAltered);
    case("twice".into(), [good, good].concat(), Code::MovingCut);
    // Two files.
    let other = seal(OTHER_CODE, &body(""));
    case("the head of another".into(), [&other[..HEAD], &good[HEAD..]].concat(), Code::MovingAltered);
    case("the end of another".into(), [&good[..STEP], &other[STEP..good.len()]].concat(), Code::MovingAltered);
    case(
        "the seal of another".into(),
        [&good[..good.len() - TAG], &other[other.len() - TAG..]].concat(),
        Code::MovingAltered,
    );
    // Names of formats.
    for (name, magic) in [
        ("02", Code::MovingNewer),
        ("99", Code::MovingNewer),
        ("00", Code::MovingNotOurs),
        ("1 ", Code::MovingNotOurs),
        ("AA", Code::MovingNotOurs),
    ] {
        case(format!("format {name}"), [b"KWMOVE", name.as_bytes(), &good[8..]].concat(), magic);
    }
    case("a slot".into(), [b"KWSLOT01", &good[8..]].concat(), Code::MovingNotOurs);
    case("a photo".into(), b"\x89PNG\r\n\x1a\n".repeat(1000), Code::MovingNotOurs);
    case("a page".into(), b"<!doctype html><title>Sign in</title>".repeat(9), Code::MovingNotOurs);
    case("nine megabytes".into(), [good, &vec![0; 9 << 20]].concat(), Code::MovingTooLarge);
    cases.push(("another code".into(), good.to_vec(), OTHER_CODE, Code::MovingAltered));
    cases.push((
        "a wrong digit".into(),
        good.to_vec(),
        "31412 59264 53588 97939 23842 62649 33838 27950 02883",
        Code::MovingCodeWrong,
    ));
    cases.push(("half a code".into(), good.to_vec(), "31411 59264", Code::MovingCodeLength));
    cases
}

/// Sealed with the right key: whoever made these has the code.
fn sealed_inside() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut case = |name: &str, inside: Vec<u8>| {
        cases.push((name.to_owned(), seal_inside(CODE, &inside), CODE, Code::MovingUnreadable))
    };
    let rows = body("");
    let length = |length: u32| {
        let mut inside = pad(&pack(rows.as_bytes(), 18));
        inside[..4].copy_from_slice(&length.to_le_bytes());
        inside
    };
    case("only zeros", vec![0; STEP]);
    case("only ones", vec![0xFF; STEP]);
    case("a length of everything", length(u32::MAX));
    case("a length one past the end", length(STEP as u32 - 3));
    case("a length up to the end", length(STEP as u32 - 4));
    case("a length of nothing", length(0));
    case("a length that cuts the stream", length(5));
    case("a byte after the stream", pad(&[pack(rows.as_bytes(), 18), vec![0]].concat()));
    case("two streams", pad(&pack(rows.as_bytes(), 18).repeat(2)));
    let mut noise = pad(&pack(rows.as_bytes(), 18));
    noise[STEP - 1] = 1;
    case("something among the zeros", noise);
    case("a window of 16 MB", pad(&pack(rows.as_bytes(), 24)));
    case("a window of a gigabyte", pad(&[0x11, 0x1e, 0x00, 0x00]));
    case("no stream at all", pad(rows.as_bytes()));
    let bomb = |bytes: usize| {
        pad(&pack(&[body("").as_bytes().split_last().unwrap().1, &vec![b' '; bytes], b"}"].concat(), 18))
    };
    cases.push(("a bomb of 400 MB".into(), seal_inside(CODE, &bomb(400 << 20)), CODE, Code::MovingTooLarge));
    cases.push((
        "a bomb just above the most".into(),
        seal_inside(CODE, &bomb(UNPACKED_MOST)),
        CODE,
        Code::MovingTooLarge,
    ));
    // A text without an end, and some with one: the reader of JSON gathers each before anybody can look at it.
    let endless = [open_note().as_bytes(), &vec![b'a'; MOST]].concat();
    cases.push(("an endless text".into(), seal_inside(CODE, &pad(&pack(&endless, 18))), CODE, Code::MovingTooLarge));
    let mut long = |name: &str, letters: &mut dyn FnMut() -> char, refused: Code| {
        let room = UNPACKED_MOST - open_note().len() - r#""}]}"#.len();
        let note: String = (0..room - 1).map(|_| letters()).collect();
        cases.push((name.to_owned(), seal(CODE, &format!(r#"{}{note}"}}]}}"#, open_note())), CODE, refused));
    };
    long("a text as long as fits", &mut || 'a', Code::MovingUnreadable);
    let mut random = random();
    let mut letter = || char::from(Some(b'#' + random() % 91).filter(|byte| *byte != b'\\').unwrap_or(b'!'));
    long("a text that does not pack", &mut letter, Code::MovingUnreadable);
    cases.push((
        "a newer format inside".into(),
        seal(CODE, r#"{"format":2,"made":"2026-11-22T10:00:00Z"}"#),
        CODE,
        Code::MovingNewer,
    ));
    cases
}

fn rows() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut case = |name: &str, file: Vec<u8>| cases.push((name.to_owned(), file, CODE, Code::MovingUnreadable));
    let row = format!(r#"{{"id":"{ID}","revision":1,"kind":"a","on":"2026-12-01"}}"#);
    for (name, text) in [
        ("nothing", String::new()),
        ("half of it", body(r#","visits":[{"#)),
        ("a list", "[]".into()),
        ("two of them", body("").repeat(2)),
        ("no format", r#"{"made":"2026-11-22T10:00:00Z"}"#.into()),
        ("format 0", r#"{"format":0,"made":"2026-11-22T10:00:00Z"}"#.into()),
        ("a negative format", r#"{"format":-1,"made":"2026-11-22T10:00:00Z"}"#.into()),
        ("a format as text", r#"{"format":"1","made":"2026-11-22T10:00:00Z"}"#.into()),
        ("no moment", r#"{"format":1}"#.into()),
        ("a moment that is none", r#"{"format":1,"made":"soon"}"#.into()),
        ("a moment far away", r#"{"format":1,"made":"+200000-01-01T00:00:00Z"}"#.into()),
        ("the same field twice", body(r#","visits":[],"visits":[]"#)),
        ("visits as an object", body(r#","visits":{}"#)),
        ("visits as a text", body(r#","visits":"all""#)),
        ("a visit as a number", body(r#","visits":[7]"#)),
        ("settings as a list", body(r#","settings":[1]"#)),
        ("depth", body(&format!(r#","later":{}"#, "[".repeat(5000)))),
        ("a million rows", body(&format!(r#","visits":[{}]"#, vec![row.as_str(); 1_000_000].join(",")))),
        ("a text of 300", body(r#","settings":{"text_size":300}"#)),
        ("a theme of no kind", body(r#","settings":{"theme":"pink"}"#)),
        ("a language of no kind", body(r#","settings":{"language":"../../etc"}"#)),
        ("a long town", body(&format!(r#","settings":{{"near":"{}"}}"#, "L".repeat(201)))),
        ("a due date of no calendar", body(r#","settings":{"due":"2027-02-30"}"#)),
        ("a due date far away", body(r#","settings":{"due":"+9999-01-01"}"#)),
        ("a sum below zero", body(r#","money":{"have_pence":-1,"have_on":"2026-11-01"}"#)),
        ("a sum beyond all", body(r#","money":{"have_pence":9223372036854775807,"have_on":"2026-11-01"}"#)),
        ("a day of no week", body(r#","money":{"money_day":"payday"}"#)),
    ] {
        case(name, seal(CODE, &text));
    }
    case("bytes that are no text", seal_inside(CODE, &pad(&pack(b"{\"format\":1,\"made\":\"\xff\xfe\"}", 18))));
    let long = |field: &str, most: usize| format!(r#""{field}":"{}""#, "ሀ".repeat(most));
    for (name, fields) in [
        ("a negative fare", r#""fare_pence":-1"#.to_owned()),
        ("a fare beyond all", r#""fare_pence":50001"#.to_owned()),
        ("a fare with a part", r#""fare_pence":1.5"#.to_owned()),
        ("more travel than a day has", r#""travel_minutes":601"#.to_owned()),
        ("negative travel", r#""travel_minutes":-5"#.to_owned()),
        ("a short id", r#""id":"0123""#.to_owned()),
        ("an empty id", r#""id":"""#.to_owned()),
        ("a long id", format!(r#""id":"{ID}00""#)),
        ("an id with signs", r#""id":"+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1""#.to_owned()),
        ("an id in capitals", format!(r#""id":"{}""#, ID.to_uppercase())),
        ("an id as a number", r#""id":5"#.to_owned()),
        ("revision 0", r#""revision":0"#.to_owned()),
        ("the last revision", r#""revision":9223372036854775807"#.to_owned()),
        ("a revision beyond numbers", r#""revision":1e99"#.to_owned()),
        ("a day of no calendar", r#""on":"2027-02-29""#.to_owned()),
        ("a day with a time", r#""on":"2027-02-01T10:00""#.to_owned()),
        ("a day before all", r#""on":"-4000-01-01""#.to_owned()),
        ("a time of no clock", r#""at":"25:00""#.to_owned()),
        ("a time with a second", r#""at":"10:00:60""#.to_owned()),
        ("a time of one digit", r#""at":"9:5""#.to_owned()),
        ("a kind with a path", r#""kind":"../secret""#.to_owned()),
        ("an empty kind", r#""kind":"""#.to_owned()),
        ("a long kind", format!(r#""kind":"{}""#, "k".repeat(101))),
        ("a long place", long("place", 121)),
        ("a place of two lines", r#""place":"a\nb""#.to_owned()),
        ("a place that turns the line", r#""place":"a\u202eb""#.to_owned()),
        ("a long note", long("note", 4001)),
        ("a note with a zero", r#""note":"a\u0000b""#.to_owned()),
        ("half a letter", r#""note":"\ud800""#.to_owned()),
        ("a phone of letters", r#""phone":"call me""#.to_owned()),
        ("a long phone", r#""phone":"0151 708 9988 0151 708 9988""#.to_owned()),
        ("asked by nobody known", r#""asked_by":"a-friend""#.to_owned()),
        ("a flag as a number", r#""health":1"#.to_owned()),
    ] {
        case(name, with_visit(&fields));
    }
    let visit = format!(r#"{{"id":"{ID}","revision":1,"kind":"scan","on":"2026-12-01"}}"#);
    case("the same visit twice", list("visits", &format!("{visit},{visit}")));
    case("a good visit and a bad one", list("visits", &format!("{visit},{{}}")));
    let letter = |text: &str| format!(r#"{{"id":"{ID}","saved_on":"2026-11-22","title":"Scan","text":"{text}"}}"#);
    case("a long letter", list("letters", &letter(&"a".repeat(20_001))));
    case("the same letter twice", list("letters", &format!("{},{}", letter("a"), letter("b"))));
    case("a letter without a day", list("letters", &format!(r#"{{"id":"{ID}","title":"a","text":"b"}}"#)));
    for (name, row) in [
        ("a number without a number", r#""role":"unit","name":"a""#),
        ("a number without a name", r#""role":"other","phone":"0151 708""#),
        ("a number of no role", r#""role":"friend","name":"a","phone":"0151 708""#),
    ] {
        case(name, list("numbers", &format!(r#"{{"id":"{ID}",{row}}}"#)));
    }
    // As many rows as fit, each as small as a row can be.
    let many = |count: usize| {
        let row = |at: usize| format!(r#"{{"id":"{at:032x}","revision":1,"kind":"a","on":"2026-12-01"}}"#);
        seal(CODE, &body(&format!(r#","visits":[{}]"#, (0..count).map(row).collect::<Vec<_>>().join(","))))
    };
    case("10,001 visits", many(10_001));
    case("200,000 visits", many(200_000));
    cases
}

#[test]
fn every_hostile_file_is_refused_with_its_reason_and_changes_nothing() {
    let _alone = alone();
    let mut phone = phone();
    let good = with_visit("");
    phone.call(look(&good, CODE)).unwrap();
    let before = vault(&phone);
    let cases = [changed(&good), sealed_inside(), rows()].concat();
    assert!(cases.len() >= 40);
    let mut highest = (0, String::new());
    for (name, file, code, expected) in cases {
        for ask in [Request::MovingLook, Request::MovingIn] {
            ALLOCATED.reset_peak_usage();
            let at_rest = ALLOCATED.current_usage();
            let file = sealed::to_base64(&file);
            let refused = phone.call(ask(In { file, code: code.to_owned() })).err().map(|error| error.code);
            let peak = ALLOCATED.peak_usage() - at_rest;
            assert_eq!(refused, Some(expected), "{name}");
            assert!(peak <= MOST, "{name}: {peak} bytes");
            highest = highest.max((peak, name.clone()));
        }
        assert!(vault(&phone) == before, "{name} changed the vault");
    }
    println!("the most was {} KB, for {}", highest.0 / 1024, highest.1);
    let Response::Visits(visits) = phone.call(Request::Visits(nothing())).unwrap() else { panic!() };
    assert_eq!(visits.coming.len(), 1);
}

#[test]
fn what_is_not_base64_is_no_file_of_ours() {
    let _alone = alone();
    let mut phone = phone();
    let good = sealed::to_base64(&with_visit(""));
    for (file, expected) in [
        ("", Code::MovingNotOurs),
        ("S1dNT1ZFMDE", Code::MovingNotOurs),
        ("not base64 at all", Code::MovingNotOurs),
        (&format!("{good}\n"), Code::MovingNotOurs),
        (&format!("data:application/octet-stream;base64,{good}"), Code::MovingNotOurs),
        (&"A".repeat(12 << 20), Code::MovingTooLarge),
    ] {
        let ask = In { file: file.to_owned(), code: CODE.to_owned() };
        assert_eq!(phone.refused(Request::MovingIn(ask)), expected);
    }
}

/// About the largest file that can be read: a full list of long texts that do not pack well.
#[test]
fn the_largest_file_that_can_be_read_is_read_within_32_mb() {
    let _alone = alone();
    let mut phone = phone();
    let mut random = random();
    let mut letter = || char::from(b'a' + random() % 14);
    let mut rows = Vec::new();
    for at in 0..10_000 {
        let note: String = (0..720).map(|_| letter()).collect();
        rows.push(format!(r#"{{"id":"{at:032x}","revision":1,"kind":"a","on":"2026-12-01","note":"{note}\u00e9"}}"#));
    }
    let text = body(&format!(r#","visits":[{}]"#, rows.join(",")));
    drop(rows);
    assert!(text.len() > 7 << 20 && text.len() < UNPACKED_MOST, "{} bytes", text.len());
    let file = seal(CODE, &text);
    assert!(file.len() > 3 << 20, "{} bytes", file.len());
    drop(text);
    ALLOCATED.reset_peak_usage();
    let at_rest = ALLOCATED.current_usage();
    let Response::MovingLook(found) = phone.call(look(&file, CODE)).unwrap() else { panic!() };
    let peak = ALLOCATED.peak_usage() - at_rest;
    println!("it took {} KB", peak / 1024);
    assert_eq!(found.new, 10_000);
    assert!(peak <= MOST, "{peak} bytes");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_files_and_random_rows_under_a_good_seal_never_panic(
        file in proptest::collection::vec(any::<u8>(), 0..2000),
        text in any::<String>(),
        code in any::<String>(),
    ) {
        let _alone = alone();
        static PHONE: Mutex<Option<Phone>> = Mutex::new(None);
        let mut kept = PHONE.lock().unwrap();
        let phone = kept.get_or_insert_with(phone);
        for (file, code) in [
            (file.clone(), code.as_str()),
            ([b"KWMOVE01", file.as_slice()].concat(), CODE),
            (seal_inside(CODE, &pad(&file)), CODE),
            (seal(CODE, &text), CODE),
            (with_visit(&format!("\"note\":{text}")), CODE),
        ] {
            phone.refused(take_in(&file, code));
        }
    }
}
