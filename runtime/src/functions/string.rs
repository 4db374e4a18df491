//! Strings.

use super::functions;
use crate::{Any, List, Map, Number};

functions! {
    /// The text without line breaks at its end.
    chomp(text: String) -> String;
    /// Whether the text ends with a suffix.
    endswith(text: String, suffix: String) -> bool, since(3);
    /// The text that a format with verbs such as `%s` and `%03d` makes of values.
    format(format: String; values: Any) -> String;
    /// As [`format()`], once for each element of the lists among the values.
    formatlist(format: String; values: Any) -> List<String>;
    /// The text with spaces before every line but the first.
    indent(spaces: Number, text: String) -> String;
    /// The elements of the lists, with a separator between them.
    join(separator: String; lists: List<String>) -> String;
    /// The text in lower case.
    lower(text: String) -> String;
    /// What a regular expression (RE2) first matches: a string, or with groups a list or an object of them.
    regex(pattern: String, text: String) -> Any;
    /// Everything that a regular expression matches.
    regexall(pattern: String, text: String) -> List<Any>;
    /// The text with every occurrence of a part, or of a `/pattern/`, replaced.
    replace(text: String, part: String, replacement: String) -> String;
    /// The parts of the text between separators.
    split(separator: String, text: String) -> List<String>;
    /// Whether the text starts with a prefix.
    startswith(text: String, prefix: String) -> bool, since(3);
    /// Whether the text contains a part.
    strcontains(text: String, part: String) -> bool, since(5);
    /// The characters in reverse.
    strrev(text: String) -> String;
    /// A part of the text; a length of -1 means to the end, and an offset below 0 counts from there.
    substr(text: String, offset: Number, length: Number) -> String;
    /// What a template held by a resource's attribute or a local value says, given variables (Terraform 1.9).
    templatestring(template: String, variables: Map<Any>) -> String, since(9);
    /// The text with every word's first letter in upper case.
    title(text: String) -> String;
    /// The text without any of some characters at its ends.
    trim(text: String, characters: String) -> String;
    /// The text without a prefix.
    trimprefix(text: String, prefix: String) -> String;
    /// The text without white space at its ends.
    trimspace(text: String) -> String;
    /// The text without a suffix.
    trimsuffix(text: String, suffix: String) -> String;
    /// The text in upper case.
    upper(text: String) -> String;
}
