//! Hashes, ciphers and identifiers.

use super::functions;
use crate::Number;

functions! {
    /// The SHA-256 of the text, in Base64.
    base64sha256(text: String) -> String;
    /// The SHA-512 of the text, in Base64.
    base64sha512(text: String) -> String;
    /// The bcrypt hash of a password: another one at each run. At most one cost, from 4 to 31, can be given.
    bcrypt(password: String; cost: Number) -> String;
    /// The SHA-256 of a file, in Base64.
    filebase64sha256(path: String) -> String;
    /// The SHA-512 of a file, in Base64.
    filebase64sha512(path: String) -> String;
    /// The MD5 of a file, in hexadecimal.
    filemd5(path: String) -> String;
    /// The SHA-1 of a file, in hexadecimal.
    filesha1(path: String) -> String;
    /// The SHA-256 of a file, in hexadecimal.
    filesha256(path: String) -> String;
    /// The SHA-512 of a file, in hexadecimal.
    filesha512(path: String) -> String;
    /// The MD5 of the text, in hexadecimal.
    md5(text: String) -> String;
    /// What a text in Base64, encrypted with RSA, says to the holder of the private key in PEM.
    rsadecrypt(text: String, key: String) -> String;
    /// The SHA-1 of the text, in hexadecimal.
    sha1(text: String) -> String;
    /// The SHA-256 of the text, in hexadecimal.
    sha256(text: String) -> String;
    /// The SHA-512 of the text, in hexadecimal.
    sha512(text: String) -> String;
    /// A random identifier: another one at each run.
    uuid() -> String;
    /// The identifier of a name in a namespace: `dns`, `url`, `oid`, `x500`, or one of its own.
    uuidv5(namespace: String, name: String) -> String;
}
