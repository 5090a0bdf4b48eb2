//! Deltas: what was signed comes out, or an error does.

use std::io::Write;

use brotli::enc::{BrotliEncoderParams, writer::CompressorWriter};
use kindway_content::delta::{Expected, MAX_PUBLISHED, apply, delta, whole};
use kindway_content::roles::split;
use kindway_content::{Pack, PackError, Record, load, pack, write_seed};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::Config;

use crate::project::*;

const CAP: usize = MAX_PUBLISHED;
/// Where the compressed bytes of a delta begin.
const HEADER: usize = 8;

/// A few hundred bytes: small enough to damage at every bit, and long enough to be worth a dictionary.
fn small(words: &str) -> Vec<u8> {
    let record = |key: &str, body: &str| {
        let review_by = "2027-05-22".parse().ok();
        Record { key: key.to_owned(), version: 1, review_by, body: body.into() }
    };
    let records = vec![
        record("doc/articles/interpreter/en-GB", &format!("{{\"id\":\"interpreter\",\"text\":\"{words}\"}}")),
        record(
            "doc/articles/travel/en-GB",
            "{\"id\":\"travel\",\"text\":\"Ask for the fare before you go, and keep the ticket.\"}",
        ),
        record(
            "rate/x",
            "{\"id\":\"x\",\"pence\":4918,\"per\":\"week\",\"checked\":\"2026-11-22\",\"dated\":\"2024\"}",
        ),
    ];
    Pack { records }.to_canonical()
}

fn old() -> Vec<u8> {
    small("She can ask for an interpreter at every visit.")
}

fn new() -> Vec<u8> {
    small("She can ask for an interpreter at every visit, and it costs her nothing.")
}

/// Bytes that hardly compress, so that the window really fills.
fn noise(length: usize, seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 56) as u8
    };
    (0..length).map(|_| next()).collect()
}

fn stream(bytes: &[u8], params: &BrotliEncoderParams) -> Vec<u8> {
    let mut writer = CompressorWriter::with_params(b"KWDELTA1".to_vec(), 4096, params);
    writer.write_all(bytes).unwrap();
    writer.into_inner()
}

#[test]
fn a_delta_makes_the_new_pack_out_of_the_old_one() {
    let delta = delta(&old(), &new()).unwrap();
    assert_eq!(apply(&old(), &delta, &Expected::of(&new()), CAP), Ok(new()));
    assert!(delta.len() < new().len() / 2, "{} of {} bytes", delta.len(), new().len());
}

#[test]
fn every_part_of_a_pack_has_a_delta_from_nothing_and_from_itself() {
    for (role, part) in split(&pack(&load(Project::good().root()).unwrap()).unwrap()) {
        let (new, nothing) = (part.to_canonical(), Pack::default().to_canonical());
        for old in [&new, &nothing, &Vec::new(), &vec![b'K']] {
            let delta = delta(old, &new).unwrap();
            assert_eq!(apply(old, &delta, &Expected::of(&new), CAP).as_ref(), Ok(&new), "{role}");
        }
    }
}

#[test]
fn the_same_two_packs_give_the_same_delta() {
    assert_eq!(delta(&old(), &new()), delta(&old(), &new()));
}

#[test]
fn packs_that_fill_the_window_come_out_as_they_went_in() {
    let old = noise(MAX_PUBLISHED - 100_000, 1);
    // What is alike lies further apart than the window, at its edge, and near.
    let new = [&old[..60_000], &noise(500_000, 2), &old[2_000_000..2_050_000], &old[old.len() - 60_000..]].concat();
    let delta = delta(&old, &new).unwrap();
    assert!(apply(&old, &delta, &Expected::of(&new), CAP) == Ok(new));
}

#[test]
fn a_pack_that_is_longer_than_may_be_published_gets_no_delta() {
    let long = vec![0; MAX_PUBLISHED + 1];
    assert_eq!(delta(&old(), &long), Err(PackError::TooLarge));
    assert_eq!(delta(&long, &new()), Err(PackError::TooLarge));
}

#[test]
fn a_delta_cut_anywhere_is_refused() {
    let delta = delta(&old(), &new()).unwrap();
    for end in 0..delta.len() {
        let cut = apply(&old(), &delta[..end], &Expected::of(&new()), CAP);
        let error = if end < HEADER { PackError::Truncated } else { PackError::Compression };
        assert_eq!(cut, Err(error), "cut at {end}");
    }
}

#[test]
fn a_delta_with_any_bit_flipped_never_gives_other_bytes() {
    let delta = delta(&old(), &new()).unwrap();
    for at in 0..delta.len() {
        for bit in 0..8 {
            let mut flipped = delta.clone();
            flipped[at] ^= 1 << bit;
            if let Ok(bytes) = apply(&old(), &flipped, &Expected::of(&new()), CAP) {
                assert_eq!(bytes, new(), "byte {at}, bit {bit}");
            }
        }
    }
}

#[test]
fn a_delta_for_another_old_pack_is_refused() {
    let delta = delta(&old(), &new()).unwrap();
    let mut nearly = old();
    nearly[100] ^= 1;
    for other in [nearly, new(), old()[1..].to_vec(), Vec::new()] {
        let refused = apply(&other, &delta, &Expected::of(&new()), CAP);
        assert!(matches!(refused, Err(PackError::Hash | PackError::Compression)), "{refused:?}");
    }
}

#[test]
fn a_delta_that_gives_another_pack_than_was_signed_is_refused() {
    let delta =
        delta(&old(), &small("She can ask for an interpreter at every visit, and it costs her something")).unwrap();
    let expected = Expected { length: new().len() as u64 + 1, ..Expected::of(&new()) };
    assert_eq!(apply(&old(), &delta, &expected, CAP), Err(PackError::Hash));
}

#[test]
fn a_length_that_is_not_what_comes_out_is_refused() {
    let delta = delta(&old(), &new()).unwrap();
    let right = Expected::of(&new());
    for length in [0, right.length - 1, right.length + 1] {
        assert_eq!(apply(&old(), &delta, &Expected { length, ..right }, CAP), Err(PackError::Compression), "{length}");
    }
}

#[test]
fn a_length_beyond_the_cap_is_refused_before_anything_is_read() {
    let right = Expected::of(&new());
    assert_eq!(apply(&old(), b"", &right, new().len() - 1), Err(PackError::TooLarge));
    assert_eq!(apply(&old(), b"", &Expected { length: u64::MAX, ..right }, CAP), Err(PackError::TooLarge));
    assert_eq!(apply(&vec![0; 601], b"", &right, 600), Err(PackError::TooLarge));
}

#[test]
fn a_bomb_ends_where_the_signed_length_does() {
    let bomb = stream(&vec![0; 64 << 20], &BrotliEncoderParams { quality: 5, lgwin: 22, ..Default::default() });
    assert!(bomb.len() < 10_000, "{}", bomb.len());
    assert_eq!(apply(&old(), &bomb, &Expected::of(&new()), CAP), Err(PackError::Compression));
}

#[test]
fn a_stream_that_asks_for_a_larger_window_than_ours_is_refused() {
    for (lgwin, large_window, taken) in
        [(16, false, true), (22, false, true), (23, false, false), (24, false, false), (28, true, false)]
    {
        let params = BrotliEncoderParams { quality: 5, lgwin, large_window, ..Default::default() };
        let read = apply(&[], &stream(&new(), &params), &Expected::of(&new()), CAP);
        assert_eq!(read.is_ok(), taken, "window {lgwin}: {read:?}");
    }
}

#[test]
fn bytes_after_the_end_of_a_delta_are_refused() {
    let mut delta = delta(&old(), &new()).unwrap();
    delta.push(0);
    assert_eq!(apply(&old(), &delta, &Expected::of(&new()), CAP), Err(PackError::Trailing));
}

#[test]
fn a_page_of_a_captive_portal_is_no_delta() {
    let page = b"<!doctype html><title>Sign in to the Wi-Fi</title>";
    assert_eq!(apply(&old(), page, &Expected::of(&new()), CAP), Err(PackError::Magic));
}

#[test]
fn a_whole_pack_is_taken_only_if_it_is_the_one_that_was_signed() {
    let one = Pack::from_canonical(&old()).unwrap();
    let file = write_seed(&one).unwrap();
    assert_eq!(whole(&file, &Expected::of(&old()), CAP), Ok(old()));
    assert_eq!(whole(&file, &Expected::of(&new()), CAP), Err(PackError::Hash));
    let longer = Expected { length: old().len() as u64 + 1, ..Expected::of(&old()) };
    assert_eq!(whole(&file, &longer, CAP), Err(PackError::Hash));
    assert_eq!(whole(&file, &Expected::of(&old()), old().len() - 1), Err(PackError::TooLarge));
}

#[test]
fn a_whole_pack_cut_anywhere_is_refused() {
    let file = write_seed(&Pack::from_canonical(&old()).unwrap()).unwrap();
    for end in 0..file.len() {
        assert!(whole(&file[..end], &Expected::of(&old()), CAP).is_err(), "cut at {end}");
    }
}

#[test]
fn a_whole_pack_with_any_bit_flipped_never_gives_other_bytes() {
    let file = write_seed(&Pack::from_canonical(&old()).unwrap()).unwrap();
    for at in 0..file.len() {
        for bit in 0..8 {
            let mut flipped = file.clone();
            flipped[at] ^= 1 << bit;
            if let Ok(bytes) = whole(&flipped, &Expected::of(&old()), CAP) {
                assert_eq!(bytes, old(), "byte {at}, bit {bit}");
            }
        }
    }
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(256) })]

    #[test]
    fn any_two_byte_strings_have_a_delta(old in vec(any::<u8>(), 0..400), edit in vec(any::<u8>(), 0..40), at in any::<Index>()) {
        let mut new = old.clone();
        let start = at.index(new.len() + 1);
        new.splice(start..(start + 9).min(new.len()), edit);
        let delta = delta(&old, &new).unwrap();
        prop_assert_eq!(apply(&old, &delta, &Expected::of(&new), CAP), Ok(new));
    }

    #[test]
    fn bytes_that_are_no_delta_are_refused(bytes in vec(any::<u8>(), 0..400), length in 0_u64..5000) {
        let expected = Expected { length, ..Expected::of(&new()) };
        let named = [b"KWDELTA1".as_slice(), &bytes].concat();
        prop_assert!(apply(&old(), &bytes, &expected, CAP).is_err());
        prop_assert!(apply(&old(), &named, &expected, CAP).is_err());
        prop_assert!(whole(&bytes, &expected, CAP).is_err());
    }

    #[test]
    fn no_damage_to_a_delta_gives_other_bytes(at in any::<Index>(), wound in vec(any::<u8>(), 0..8), length in 0_usize..8) {
        let mut spoilt = delta(&old(), &new()).unwrap();
        let start = at.index(spoilt.len());
        spoilt.splice(start..(start + length).min(spoilt.len()), wound);
        if let Ok(bytes) = apply(&old(), &spoilt, &Expected::of(&new()), CAP) {
            prop_assert_eq!(bytes, new());
        }
    }
}
