//! An object store, described by hand with the derives of `ferroform`.
//!
//! Every form that generated code takes occurs here once, on structs that a person would write.

pub mod bucket;
pub mod store;
pub mod timeouts;

pub use bucket::Bucket;
pub use store::{DataStoreBucket, EphemeralStoreToken, Object, StoreProvider};
