//! A repository with real keys, a host that serves it, and a device that follows it. Each can lie.
#![allow(dead_code, unreachable_pub, missing_docs, unused_imports)]

pub mod device;
pub mod host;
pub mod keys;
pub mod repository;
mod serve;

pub use device::Device;
pub use host::{Host, Reply};
pub use keys::Signer;
pub use repository::Repository;
