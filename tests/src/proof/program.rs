//! Programs with the declarations that they take for granted.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::declarations::Declarations;
use super::example::Edition;
use super::subject::Subject;
use super::syntax::{Said, Syntax, Types};

/// A program with what it takes for granted.
#[must_use]
pub fn complete(edition: Edition, text: &str, declarations: &Declarations, types: &Types) -> String {
    let language = Syntax::of(edition);
    let used = identifiers(text);
    let mut taken = (language.assigned)(text);
    taken.extend(language.reserved.iter().map(|&name| name.to_owned()));
    let mut lines = Vec::new();
    let mut bound = BTreeSet::new();
    let names = names(declarations.declared.iter().map(|declared| &declared.subject), &used);
    for ((number, declared), names) in declarations.declared.iter().enumerate().zip(names) {
        let names: Vec<_> =
            names.into_iter().filter(|name| !taken.contains(name) && bound.insert(name.clone())).collect();
        lines.extend((language.statement)(&names, &Said { number, declared }, types));
    }
    if edition == Edition::Rust {
        with_types(&mut lines, text, declarations);
        lines.extend(left_out(declarations, types, &used, &taken));
    }
    let mut out = String::new();
    for line in text.lines() {
        out += line;
        out.push('\n');
        if line.trim_start().starts_with(language.behind) {
            let indent = &line[..line.len() - line.trim_start().len()];
            lines.drain(..).for_each(|line| out += &format!("{indent}{line}\n"));
        }
    }
    out
}

/// The names by which a program may mean each of the things that it does not declare, in the letters of no language.
///
/// The full name says what it is; the label alone is left for one that has no other.
fn names<'a>(subjects: impl Iterator<Item = &'a Subject>, used: &Used) -> Vec<Vec<String>> {
    let of = |name: &String| used.get(&letters(name)).into_iter().flatten().cloned();
    let mut taken = BTreeSet::new();
    let names = subjects.map(|subject| {
        let (full, label) = match subject {
            Subject::Provider(name, alias) => {
                let alias = alias.as_deref().unwrap_or_default();
                (vec![format!("{name}{alias}"), format!("{name}provider{alias}")], alias.to_owned())
            }
            Subject::Variable(name) => (vec![format!("var{name}"), name.clone()], String::new()),
            Subject::Local(name) => (vec![format!("local{name}"), name.clone()], String::new()),
            Subject::Module(name) => (vec![format!("module{name}"), name.clone()], String::new()),
            Subject::Data(of, label) => (vec![format!("data{of}{label}")], label.clone()),
            Subject::Ephemeral(of, label) => (vec![format!("ephemeral{of}{label}")], label.clone()),
            Subject::Resource(of, label) => (vec![format!("{of}{label}")], label.clone()),
        };
        let mut names: Vec<_> = full.iter().flat_map(of).collect();
        if names.is_empty() && !label.is_empty() && taken.insert(letters(&label)) {
            names.extend(of(&label));
            // A label that is a word of the language: `thisVar`.
            names.extend(of(&format!("{label}var")));
        }
        names
    });
    names.collect()
}

/// Identifiers by their letters.
type Used = BTreeMap<String, BTreeSet<String>>;

/// A name in the case and with the separators of no language.
fn letters(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// The identifiers in a program that stand for themselves, by their letters: none in literals, behind a dot, or that
/// names an argument.
fn identifiers(text: &str) -> Used {
    let mut found = Used::new();
    let bytes = text.as_bytes();
    let mut index = 0;
    let mut before = b' ';
    while index < bytes.len() {
        let byte = bytes[index];
        if byte == b'"' || byte == b'\'' {
            let is_code = before == b'f';
            let start = index;
            index += 1;
            while index < bytes.len() && bytes[index] != byte && bytes[index] != b'\n' {
                index += if bytes[index] == b'\\' { 2 } else { 1 };
            }
            index = (index + 1).min(bytes.len());
            // Rust's macros have variables in their texts.
            for part in text[start..index].split('{').skip(1) {
                let name = part.split('}').next().unwrap_or_default();
                if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') && !name.is_empty() {
                    found.entry(letters(name)).or_default().insert(name.to_owned());
                }
            }
            if is_code {
                for (letters, names) in identifiers(&text[start + 1..index - 1]) {
                    found.entry(letters).or_default().extend(names);
                }
            }
            before = byte;
        } else if byte.is_ascii_alphabetic() || byte == b'_' {
            let start = index;
            while index < bytes.len() && (bytes[index].is_ascii_alphanumeric() || bytes[index] == b'_') {
                index += 1;
            }
            let name = &text[start..index];
            let rest = text[index..].trim_start();
            let is_argument = rest.starts_with(':') || (rest.starts_with('=') && !rest.starts_with("=="));
            if before != b'.' && !is_argument {
                found.entry(letters(name)).or_default().insert(name.to_owned());
            }
            before = bytes[index - 1];
        } else {
            if !byte.is_ascii_whitespace() {
                before = byte;
            }
            index += 1;
            // A byte of a longer character stands for nothing.
            while index < bytes.len() && !text.is_char_boundary(index) {
                index += 1;
            }
        }
    }
    found
}

/// The arguments that a program leaves to its caller, as drivers take them.
#[must_use]
pub fn missing(declarations: &Declarations) -> Json {
    declarations.missing.iter().map(|missing| json!([missing.name, missing.value])).collect()
}

/// The arguments that a Rust program leaves to its caller by their bare names.
fn left_out(
    declarations: &Declarations,
    types: &Types,
    used: &Used,
    taken: &BTreeSet<String>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for name in used.values().flatten().filter(|name| !taken.contains(*name)) {
        let base = name.trim_end_matches(|char: char| char.is_ascii_digit());
        let index: usize = name[base.len()..].parse().unwrap_or_default();
        let of = |name: &str| -> Vec<_> {
            declarations.missing.iter().filter(|missing| letters(&missing.name) == letters(name)).collect()
        };
        let (exact, numbered) = (of(name), of(base));
        let missing = exact.first().or_else(|| numbered.get(index.min(numbered.len().saturating_sub(1))));
        if let Some(missing) = missing {
            let value = if missing.of.is_null() {
                let of = format!("{} {}", missing.subject.kind(), missing.subject.type_name());
                let Some((module, _)) = types.get(&of) else { continue };
                rust_struct(module, &missing.name, &missing.value)
            } else {
                let (of, text) = (rust_type(&missing.of), missing.value.to_string());
                format!("ferroform::Value::<{of}>::expression({text:?})")
            };
            lines.push(format!("let {name} = {value};"));
        }
    }
    lines
}

/// A name of Terraform's as that of a struct.
fn upper_camel(name: &str) -> String {
    let words = name.split('_').map(|word| match word.split_at_checked(1) {
        Some((first, rest)) => first.to_uppercase() + rest,
        None => String::new(),
    });
    words.collect()
}

/// A block in Rust, with what is set in it.
fn rust_struct(module: &str, name: &str, block: &Json) -> String {
    let fields = block.as_object().into_iter().flatten().map(|(name, value)| match value {
        Json::Object(_) => format!("r#{name}: {}.into(), ", rust_struct(module, name, value)),
        Json::Array(blocks) if blocks.iter().any(Json::is_object) => {
            let blocks = blocks.iter().map(|block| rust_struct(module, name, block));
            format!("r#{name}: [{}].into(), ", blocks.collect::<Vec<_>>().join(", "))
        }
        _ => format!("r#{name}: ferroform::Value::expression({:?}), ", value.to_string()),
    });
    format!(
        "{module}::{} {{ {}..Default::default() }}",
        upper_camel(name),
        fields.collect::<Vec<_>>().concat()
    )
}

/// A type of a schema, in Rust.
fn rust_type(of: &Json) -> String {
    match of.as_str().or_else(|| of[0].as_str()) {
        Some("string") => "String".to_owned(),
        Some("number") => "ferroform::Number".to_owned(),
        Some("bool") => "bool".to_owned(),
        Some(collection) => format!("ferroform::{}<{}>", upper_camel(collection), rust_type(&of[1])),
        None => "ferroform::Any".to_owned(),
    }
}

/// Says the type of variables that are only borrowed: functions take whatever becomes a value, and tell none.
fn with_types(lines: &mut [String], text: &str, declarations: &Declarations) {
    for line in lines {
        let Some((name, value)) =
            line.strip_prefix("let ").and_then(|line| line.split_once(" = ferroform::Value::"))
        else {
            continue;
        };
        let subject = value.split('"').nth(1).unwrap_or_default();
        let known = match subject.split_once('.') {
            Some(("var", label)) => declarations.inputs.get(label),
            _ => None,
        };
        let of = match known {
            Some(Json::Bool(_)) => "bool",
            Some(Json::Array(_)) => "ferroform::List<String>",
            _ => "String",
        };
        let borrowed = format!("&{name}");
        let ends = |rest: &str| !rest.starts_with(|char: char| char == '_' || char.is_ascii_alphanumeric());
        if text.match_indices(&borrowed).any(|(at, found)| ends(&text[at + found.len()..])) {
            *line = format!("let {name} = ferroform::Value::<{of}>::{value}");
        }
    }
}
