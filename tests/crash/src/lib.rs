//! What the app that is killed and the tests that kill it both have to know: the rows of changes, and what stands after each.

use std::path::PathBuf;

use kindway_core::{Start, ports::Clock};
use kindway_desktop::{DesktopDevice, OwnerSays};

mod life;
mod seen;
pub mod slot;
mod spaces;
mod watch;

pub use life::{Change, Life, NOW};
pub use seen::{Hers, Number, Purse, Visit, ask, number_in, visit_in};
pub use spaces::{Space, Spaces, Step, WRONG, wait_after};
pub use watch::{LONGEST_WAIT, Watch};

/// What the core is started with on a phone whose own lock always says that it is her.
pub fn start(folder: PathBuf, seed: Vec<u8>, clock: impl Clock + 'static) -> Start {
    let device = DesktopDevice::in_folder(&folder).with_stand_in_owner(|| OwnerSays::Yes);
    Start { device: Box::new(device), ..kindway_desktop::start(folder, seed, clock) }
}
