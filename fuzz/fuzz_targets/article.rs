//! A document in each of its forms: it is taken, or each mistake has a line of the file.

#![no_main]

use kindway_content::Area;
use kindway_content::doc::{Origin, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let lines = text.matches('\n').count() + 1;
    for area in Area::ALL {
        for origin in [Origin::Source, Origin::Translation] {
            if let Err(problems) = parse(area, "x.md", text, origin) {
                assert!(!problems.is_empty());
                assert!(problems.iter().all(|problem| problem.line.is_none_or(|line| (1..=lines).contains(&line))));
            }
        }
    }
});
