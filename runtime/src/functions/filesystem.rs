//! Files and paths on the machine where Terraform runs.

use super::functions;
use crate::{Any, Map, Set};

functions! {
    /// The path from the root of the file system.
    abspath(path: String) -> String;
    /// The last part of the path.
    basename(path: String) -> String;
    /// The path without its last part.
    dirname(path: String) -> String;
    /// The text in a file.
    file(path: String) -> String;
    /// The bytes in a file, in Base64.
    filebase64(path: String) -> String;
    /// Whether there is a file.
    fileexists(path: String) -> bool;
    /// The files below a folder whose paths match a pattern, such as `**/*.html`.
    fileset(path: String, pattern: String) -> Set<String>;
    /// The path with the home folder in place of `~`.
    pathexpand(path: String) -> String;
    /// What the template in a file says, given variables.
    templatefile(path: String, variables: Map<Any>) -> String;
}
