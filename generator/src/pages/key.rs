//! What a page was made from, in a line of its own.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// The key under which the archived tool hashed pages, so that its readers can tell what a page was made from.
const SECRET: &[u8] = b"cdktf-conversion-tool-with-cdktf-version";

/// The cache key of a page: who made it and from what.
#[must_use]
pub fn cache_key(source: &[u8]) -> String {
    let mut hash = Hmac::<Sha256>::new_from_slice(SECRET).expect("HMAC takes keys of any length");
    hash.update(source);
    let digits: String = hash.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("ferroform-{} input-{digits}", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_archived_tool() {
        // `printf 'a page' | openssl dgst -sha256 -hmac cdktf-conversion-tool-with-cdktf-version`
        let key = format!("ferroform-{} input-{EXPECTED}", env!("CARGO_PKG_VERSION"));
        assert_eq!(cache_key(b"a page"), key);
    }

    const EXPECTED: &str = "c9819abfb8bdeb219df17b69a546fb526e96e6ef83d8495db7e97d91296978c7";
}
