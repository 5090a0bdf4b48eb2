//! The content that ships inside the app: the first run costs no data.

/// The seed file of the content at the time of the build. Read it with `kindway_content::read_seed`; its name is
/// `kindway_content::seed_id`, which does not unpack it.
pub static SEED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/seed.kw"));

/// The text of `trust.json`: whom the app believes, and where it asks for updates. Empty in a build that gets none.
pub static TRUST: &str = include_str!(concat!(env!("OUT_DIR"), "/trust.json"));
