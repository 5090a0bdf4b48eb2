//! A contact: what is taken is written and read again as the same.

#![no_main]

use kindway_content::Contact;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(mut contact) = toml::from_str::<Contact>(text) {
        // Never packed, so never written.
        contact.editors_note = None;
        if let Ok(written) = toml::to_string(&contact) {
            assert_eq!(toml::from_str::<Contact>(&written).as_ref(), Ok(&contact));
        }
    }
});
