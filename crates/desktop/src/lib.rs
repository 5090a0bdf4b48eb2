//! The computer's side of the core's ports.
//!
//! | here | stands for |
//! | --- | --- |
//! | [`SystemClock`], [`SetClock`] | the time, and a time that a test chooses |
//! | [`OsEntropy`] | randomness |
//! | [`DesktopDevice`] | the phone: a software stand-in, so that everything but a real alarm can be tried on a computer |
//! | [`start`], [`Door`] | all of it together: the open core behind a lock, for a shell that answers calls from several threads |

use std::path::PathBuf;

use kindway_core::{
    Start,
    ports::{Clock, NoUpdates},
};

mod alarms;
mod clock;
mod device;
mod door;
mod files;
mod key;
mod owner;
mod updates;

pub use clock::{OsEntropy, SetClock, SystemClock};
pub use device::DesktopDevice;
pub use door::{Door, say_only_where_it_panicked};
pub use files::own_folder;
pub use owner::OwnerSays;
pub use updates::updates;

/// What the core is started with on a computer. Its folder is made here, readable by its owner alone; where that is refused, the
/// core finds out and says so.
pub fn start(folder: PathBuf, seed: Vec<u8>, clock: impl Clock + 'static) -> Start {
    let _ = files::make_private_folder(&folder);
    let device = Box::new(DesktopDevice::in_folder(&folder));
    Start { folder, seed, clock: Box::new(clock), device, entropy: Box::new(OsEntropy), updating: Box::new(NoUpdates) }
}
