//! What the app that is killed and the tests that kill it both have to know: the rows of changes, and what stands after each.

mod life;
mod seen;
pub mod slot;
mod spaces;
mod watch;

pub use life::{Change, Life, NOW};
pub use seen::{Hers, Number, Purse, Visit, ask, number_in, visit_in};
pub use spaces::{Space, Spaces, Step, WRONG, wait_after};
pub use watch::{LONGEST_WAIT, Watch};
