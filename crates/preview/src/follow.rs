//! A seed file that changes while the preview runs.

use std::{
    fs,
    io::{self, Read},
    path::PathBuf,
    process,
    sync::Arc,
    thread,
    time::Duration,
};

use kindway_desktop::Door;

use crate::server::Preview;

/// The file is small, and is looked at this often.
const EVERY: Duration = Duration::from_millis(200);

/// Opens another door whenever the file holds another seed, and ends the program when whoever started it is gone.
pub(crate) fn start(
    file: PathBuf,
    mut shown: Vec<u8>,
    preview: Arc<Preview>,
    door: impl Fn(Vec<u8>) -> Arc<Door> + Send + 'static,
) {
    thread::spawn(move || {
        loop {
            thread::sleep(EVERY);
            // A file that cannot be read just now is looked at again.
            let Ok(seed) = fs::read(&file) else { continue };
            if seed != shown {
                preview.replace(door(seed.clone()), &seed);
                shown = seed;
            }
        }
    });
    thread::spawn(|| {
        // Whoever started this says nothing more: the end of the input is their end.
        let _ = io::stdin().read_to_end(&mut Vec::new());
        process::exit(0);
    });
}
