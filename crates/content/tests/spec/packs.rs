//! Packs: the same content gives the same bytes, and hostile bytes give an error.

use kindway_content::pack::outcodes;
use kindway_content::{
    Area, Content, Doc, Pack, PackError, Record, load, pack, read_seed, seed_id, unpack, write_seed,
};

use crate::project::*;

fn content() -> Content {
    load(Project::good().root()).unwrap()
}

fn record(key: &str, body: &str) -> Record {
    Record { key: key.to_owned(), version: 1, review_by: "2027-05-22".parse().ok(), body: body.into() }
}

/// Small enough to damage at every byte.
fn small() -> Pack {
    let mut records = vec![record("channel", "{\"name\":\"test\"}"), record("fact/A-1", "{}"), record("rate/x", "[1]")];
    records[1].review_by = None;
    Pack { records }
}

#[test]
fn a_pack_gives_back_what_was_packed() {
    let content = content();
    let packed = pack(&content).unwrap();
    let seed = write_seed(&packed).unwrap();
    let read = read_seed(&seed).unwrap();
    assert_eq!(read, packed);
    let mut unpacked = unpack(&read).unwrap();
    let comments = unpacked.messages["en-GB"]["visits"].clone();
    assert!(comments.contains("visits-add = Add a visit") && !comments.contains('#'), "{comments}");
    unpacked.messages.clone_from(&content.messages);
    let mut content = content;
    content.contacts.get_mut("women-together").unwrap().editors_note = None;
    assert_eq!(unpacked, content, "all but comments and editors' notes");
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let (one, other) = (pack(&content()).unwrap(), pack(&content()).unwrap());
    assert_eq!(one.to_canonical(), other.to_canonical());
    assert_eq!(write_seed(&one).unwrap(), write_seed(&other).unwrap());
    assert_eq!(one.sha256(), other.sha256());
}

#[test]
fn an_unpacked_pack_packs_to_the_same_bytes() {
    let packed = pack(&content()).unwrap();
    assert_eq!(pack(&unpack(&packed).unwrap()).unwrap(), packed);
}

#[test]
fn a_seed_file_is_named_without_unpacking_it() {
    let packed = small();
    let seed = write_seed(&packed).unwrap();
    assert_eq!(seed_id(&seed).unwrap(), packed.sha256());
    assert_eq!(seed_id(&seed[..48]).unwrap(), packed.sha256());
}

#[test]
fn a_record_decodes_to_its_type() {
    let packed = pack(&content()).unwrap();
    let record = packed.get("doc/articles/interpreter/ti").unwrap();
    let doc: Doc = record.decode().unwrap();
    assert_eq!((doc.area, doc.language.as_str()), (Area::Articles, "ti"));
    assert_eq!(record.review_by, Some(doc.front.review_by));
    assert_eq!(outcodes(packed.get("places/outcodes").unwrap()).unwrap().len(), 2);
    assert_eq!(packed.with_prefix("language/").count(), 3);
    let wrong = record.decode::<kindway_content::Rate>();
    assert_eq!(wrong, Err(PackError::Record { key: "doc/articles/interpreter/ti".to_owned() }));
}

#[test]
fn languages_and_needs_keep_their_order() {
    let keys: Vec<String> = pack(&content()).unwrap().with_prefix("language/").map(|r| r.key.clone()).collect();
    assert_eq!(keys, ["language/00-en-GB", "language/01-ar", "language/02-ti"]);
}

#[test]
fn what_editors_note_for_themselves_is_not_packed() {
    let bytes = pack(&content()).unwrap().to_canonical();
    assert!(!bytes.windows(7).any(|window| window == b"For us."));
}

#[test]
fn canonical_bytes_cut_anywhere_are_refused() {
    let bytes = small().to_canonical();
    assert_eq!(Pack::from_canonical(&bytes), Ok(small()));
    for end in 0..bytes.len() {
        assert!(Pack::from_canonical(&bytes[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn a_seed_file_cut_anywhere_is_refused() {
    let seed = write_seed(&small()).unwrap();
    for end in 0..seed.len() {
        assert!(read_seed(&seed[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn canonical_bytes_with_any_bit_flipped_are_refused_or_another_pack_by_name() {
    let bytes = small().to_canonical();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            if let Ok(pack) = Pack::from_canonical(&flipped) {
                assert_eq!(pack.to_canonical(), flipped, "one spelling for one pack");
                assert_ne!(pack.sha256(), small().sha256(), "byte {at}, bit {bit}");
            }
        }
    }
}

#[test]
fn a_seed_file_with_any_bit_flipped_never_gives_another_pack() {
    let seed = write_seed(&small()).unwrap();
    for at in 0..seed.len() {
        for bit in 0..8 {
            let mut flipped = seed.clone();
            flipped[at] ^= 1 << bit;
            if let Ok(pack) = read_seed(&flipped) {
                assert_eq!(pack, small(), "byte {at}, bit {bit}");
            }
        }
    }
}

#[test]
fn bytes_after_the_end_are_refused() {
    let mut bytes = small().to_canonical();
    bytes.push(0);
    assert_eq!(Pack::from_canonical(&bytes), Err(PackError::Trailing));
    let mut seed = write_seed(&small()).unwrap();
    seed.push(0);
    assert_eq!(read_seed(&seed), Err(PackError::Trailing));
}

#[test]
fn keys_out_of_order_or_twice_are_refused() {
    let mut pack = small();
    pack.records.swap(0, 1);
    assert_eq!(Pack::from_canonical(&pack.to_canonical()), Err(PackError::Order));
    let twice = Pack { records: vec![record("a", "1"), record("a", "2")] };
    assert_eq!(Pack::from_canonical(&twice.to_canonical()), Err(PackError::Order));
}

#[test]
fn a_count_or_a_length_beyond_the_bytes_reserves_nothing() {
    let mut bytes = small().to_canonical();
    bytes[8..12].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(Pack::from_canonical(&bytes), Err(PackError::Truncated));
    let mut bytes = small().to_canonical();
    bytes[12..16].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(Pack::from_canonical(&bytes), Err(PackError::Truncated));
}

#[test]
fn a_key_that_is_too_long_or_not_text_is_refused() {
    let long = Pack { records: vec![record(&"k".repeat(300), "1")] };
    assert_eq!(Pack::from_canonical(&long.to_canonical()), Err(PackError::TooLarge));
    let mut bytes = Pack { records: vec![record("key", "1")] }.to_canonical();
    bytes[16] = 0xff;
    assert!(matches!(Pack::from_canonical(&bytes), Err(PackError::Record { .. })));
}

#[test]
fn a_seed_file_that_unpacks_to_more_than_it_says_is_refused() {
    let mut seed = write_seed(&small()).unwrap();
    let length = u64::from_le_bytes(seed[40..48].try_into().unwrap());
    for wrong in [0, length - 1, length + 1] {
        seed[40..48].copy_from_slice(&wrong.to_le_bytes());
        assert_eq!(read_seed(&seed), Err(PackError::Compression), "{wrong}");
    }
    seed[40..48].copy_from_slice(&u64::MAX.to_le_bytes());
    assert_eq!(read_seed(&seed), Err(PackError::TooLarge));
}

#[test]
fn a_pack_of_another_version_is_refused() {
    let mut bytes = small().to_canonical();
    bytes[7] = b'2';
    assert_eq!(Pack::from_canonical(&bytes), Err(PackError::Magic));
    assert_eq!(read_seed(&bytes), Err(PackError::Magic));
}

#[test]
fn a_record_of_a_kind_not_known_yet_is_passed_over() {
    let mut packed = pack(&content()).unwrap();
    packed.records.push(record("zebra/1", "{}"));
    assert!(unpack(&packed).is_ok());
}

#[test]
fn a_pack_without_a_channel_is_refused() {
    let missing = PackError::Record { key: "channel".to_owned() };
    assert_eq!(unpack(&Pack::default()).unwrap_err(), missing);
}
