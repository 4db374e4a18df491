//! Identifiers: what Rust takes, and what its lints call good style.

use std::collections::HashSet;

use heck::{ToPascalCase, ToSnakeCase};

use crate::device::is_device;
use crate::names::case::words;

/// Keywords of edition 2024, the reserved ones too, that can be written raw.
///
/// See <https://doc.rust-lang.org/reference/keywords.html>.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that cannot be raw.
const PATH_KEYWORDS: &[&str] = &["self", "super", "crate", "Self"];

/// The module of structs that constructs share.
pub const TIMEOUTS: &str = "timeouts";

/// Names that no module of the crate can have: its path would be ambiguous with a crate's, or its file has a meaning to
/// rustc or cargo.
const RESERVED_MODULES: &[&str] = &["alloc", "core", "ferroform", "std", "lib", "main", "mod", TIMEOUTS];

/// A field's name. What is good Rust already stays as it is.
pub fn field(name: &str) -> String {
    let is_word = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_';
    let stays = name.chars().all(is_word) && !name.trim_matches('_').contains("__");
    let mut words = if stays { name.to_owned() } else { words(name).to_snake_case() };
    if words.chars().all(|char| char == '_') {
        "field".clone_into(&mut words);
    }
    escape(words)
}

/// A nested struct's name or a part of it, before it is made unique.
pub fn pascal(name: &str) -> String {
    words(name).to_pascal_case()
}

/// A struct's name: one that starts like a name and is no keyword.
pub fn escape_type(name: &str) -> String {
    escape(if name.is_empty() { "Object".to_owned() } else { name.to_owned() })
}

/// A module's name, as it is written in a path, for a TypeScript folder. The crate exports the construct's struct beside it.
pub fn module(folder: &str, class: &str, taken: &mut HashSet<String>) -> String {
    let mut module = field(&folder.replace('-', "_"));
    let is_reserved = |name: &str| RESERVED_MODULES.contains(&name) || is_device(name) || name == class;
    while is_reserved(plain(&module)) || !taken.insert(plain(&module).to_owned()) {
        module = plain(&module).to_owned() + "_";
    }
    module
}

/// An identifier without the mark of a raw one.
pub fn plain(identifier: &str) -> &str {
    identifier.strip_prefix("r#").unwrap_or(identifier)
}

/// The name as an identifier.
pub fn escape(mut name: String) -> String {
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        name.insert(0, '_');
    }
    if PATH_KEYWORDS.contains(&name.as_str()) {
        name.push('_');
    } else if KEYWORDS.contains(&name.as_str()) {
        name.insert_str(0, "r#");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_called_as_in_terraform_where_rust_takes_it() {
        for same in ["name", "_id", "__meta__", "ipv6_cidr", "policyid", "x_2"] {
            assert_eq!(field(same), same);
        }
    }

    #[test]
    fn other_fields_come_near() {
        let near = [
            ("2fa_enabled", "_2fa_enabled"),
            ("ETag", "e_tag"),
            ("kebab-case", "kebab_case"),
            ("a__b", "a_b"),
            ("type", "r#type"),
            ("gen", "r#gen"),
            ("self", "self_"),
            ("crate", "crate_"),
            ("Self", "self_"),
            ("a b.c", "a_b_c"),
            ("\u{65e5}\u{672c}", "field"),
        ];
        for (name, rust) in near {
            assert_eq!(field(name), rust, "{name}");
        }
    }

    #[test]
    fn modules_keep_clear_of_crates_files_and_each_other() {
        let mut taken = HashSet::new();
        let folders = ["vpc", "std", "lib", "type", "aux", "timeouts", "a-b", "a--b", "2fa", "mod"];
        let modules: Vec<_> = folders.iter().map(|folder| module(folder, "vpc_", &mut taken)).collect();
        assert_eq!(
            modules,
            ["vpc", "std_", "lib_", "r#type", "aux_", "timeouts_", "a_b", "a_b_", "_2fa", "mod_"]
        );
    }
}
