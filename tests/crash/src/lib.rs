//! What the app that is killed and the tests that kill it both have to know: the row of changes, and what stands after each.

mod life;
mod seen;

pub use life::{Change, Life, NOW};
pub use seen::{Hers, Number, Purse, Visit, ask, number_in, visit_in};
