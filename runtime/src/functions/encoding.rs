//! Encodings.

use super::functions;
use crate::{Any, List, Map};

functions! {
    /// The text that Base64 stands for.
    base64decode(text: String) -> String;
    /// The text in Base64.
    base64encode(text: String) -> String;
    /// The text, compressed with gzip, in Base64.
    base64gzip(text: String) -> String;
    /// The rows of a text in CSV, under the names in its first row.
    csvdecode(text: String) -> List<Map<String>>;
    /// What a text in JSON says.
    jsondecode(text: String) -> Any;
    /// A value in JSON.
    jsonencode(value: Any) -> String;
    /// The text that Base64 of a character encoding stands for.
    textdecodebase64(text: String, encoding: String) -> String;
    /// The text in Base64 of a character encoding, such as `UTF-16LE`.
    textencodebase64(text: String, encoding: String) -> String;
    /// The text as a part of a URL.
    urlencode(text: String) -> String;
    /// What a text in YAML says.
    yamldecode(text: String) -> Any;
    /// A value in YAML.
    yamlencode(value: Any) -> String;
}
