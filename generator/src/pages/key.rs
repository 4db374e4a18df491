//! What pages were made from.

use std::fs;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};

use crate::emit::Runtime;
use crate::output::Hash;
use crate::read::Sources;
use crate::schema::Source;

/// Who made the pages.
pub const TOOL: &str = concat!("ferroform-", env!("CARGO_PKG_VERSION"));

/// What the archived tool hashed pages with: whoever compares its keys with ours sees whether the originals are the same.
const SECRET: &[u8] = b"cdktf-conversion-tool-with-cdktf-version";

/// The cache key of a page: who made it and the hash of the whole original.
///
/// # Panics
///
/// Never: the hash takes keys of any length.
#[must_use]
pub fn cache_key(original: &[u8]) -> String {
    let mut hash = Hmac::<Sha256>::new_from_slice(SECRET).expect("HMAC takes keys of any length");
    hash.update(original);
    let hash = Hash::from(<[u8; 32]>::from(hash.finalize().into_bytes()));
    format!("{TOOL} input-{hash}")
}

/// What a run makes of every page beside the page itself: the version, the runtime and the schemas. `None` where that cannot be
/// known without reading it away, as from standard input.
pub fn surroundings(sources: &Sources, runtime: Runtime) -> Option<String> {
    let schemas = sources.schemas.iter().map(|source| match source {
        Source::File(path) => Some(path),
        Source::Stdin => None,
    });
    let mut hashes = Vec::new();
    for file in schemas.chain(sources.overrides.iter().map(Some)) {
        hashes.push(<[u8; 32]>::from(Sha256::digest(fs::read(file?).ok()?)));
    }
    hashes.sort_unstable();
    let all = hashes.concat();
    let hash = Sha256::new().chain_update(TOOL).chain_update(runtime.package()).chain_update(all);
    Some(Hash::from(<[u8; 32]>::from(hash.finalize())).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_archived_tool() {
        // printf 'a page' | openssl dgst -sha256 -hmac cdktf-conversion-tool-with-cdktf-version
        let hash = "c9819abfb8bdeb219df17b69a546fb526e96e6ef83d8495db7e97d91296978c7";
        assert_eq!(cache_key(b"a page"), format!("{TOOL} input-{hash}"));
    }
}
