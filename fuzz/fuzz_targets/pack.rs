//! Packs and seed files: bytes that are taken are the only spelling of what was read.

#![no_main]

use kindway_content::{Pack, read_seed, seed_id, unpack};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(pack) = Pack::from_canonical(bytes) {
        assert_eq!(pack.to_canonical(), bytes);
        let _ = unpack(&pack);
    }
    if let Ok(pack) = read_seed(bytes) {
        assert_eq!(seed_id(bytes), Ok(pack.sha256()));
        let _ = unpack(&pack);
    }
});
