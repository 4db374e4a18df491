//! Programs with the declarations that they take for granted.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::declarations::{Declarations, Declared};
use super::example::Edition;
use super::subject::Subject;

/// A program with what it takes for granted.
#[must_use]
pub fn complete(edition: Edition, text: &str, declarations: &Declarations, types: &Types) -> String {
    let language = Syntax::of(edition);
    let used = identifiers(text);
    let taken = (language.assigned)(text);
    let mut lines = Vec::new();
    let mut bound = BTreeSet::new();
    let names = names(declarations.declared.iter().map(|declared| &declared.subject), &used);
    for ((number, declared), names) in declarations.declared.iter().enumerate().zip(names) {
        let Declared { subject, body, arguments } = declared;
        let names: Vec<_> =
            names.into_iter().filter(|name| !taken.contains(name) && bound.insert(name.clone())).collect();
        let (kind, of, label) = parts(subject);
        let said = json!({ "kind": kind, "type": of, "label": label, "body": body, "arguments": arguments, "number": number });
        lines.extend((language.statement)(&names, &said, types));
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

/// Where the bindings have each construct, by keyword and type: a module and a class in it.
pub type Types = BTreeMap<String, (String, String)>;

fn parts(subject: &Subject) -> (&'static str, &str, &str) {
    match subject {
        Subject::Provider(name, _) => ("provider", name, name),
        Subject::Variable(name) => ("variable", "", name),
        Subject::Local(name) => ("local", "", name),
        Subject::Module(name) => ("module", "", name),
        _ => subject.construct().expect("it is managed by a provider"),
    }
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

/// Names that are parts of every stack.
const OF_STACKS: [&str; 7] = ["self", "this", "scope", "name", "id", "config", "props"];

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
            if before != b'.' && !is_argument && !OF_STACKS.contains(&name) {
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

/// How a language says what it takes for granted.
struct Syntax {
    /// What the line begins with behind which declarations stand.
    behind: &'static str,
    /// The names that a program gives to its own.
    assigned: fn(&str) -> BTreeSet<String>,
    /// A declaration with the names that it gets.
    statement: fn(&[String], &Json, &Types) -> Vec<String>,
}

impl Syntax {
    fn of(edition: Edition) -> Self {
        match edition {
            Edition::PublishedPython | Edition::Python => {
                Self { behind: "super().__init__(", assigned: assigned_in_python, statement: in_python }
            }
            _ => Self { behind: "super(scope, ", assigned: assigned_in_typescript, statement: in_typescript },
        }
    }
}

fn assigned_in_python(text: &str) -> BTreeSet<String> {
    let statements = text.lines().filter_map(|line| line.trim_start().split_once(" = "));
    let imported = text.lines().filter(|line| line.starts_with("from ") || line.starts_with("import "));
    let imported = imported.flat_map(|line| line.split([' ', ','])).map(ToOwned::to_owned);
    statements.map(|(name, _)| name.to_owned()).chain(imported).collect()
}

fn assigned_in_typescript(text: &str) -> BTreeSet<String> {
    fn words(text: &str) -> impl Iterator<Item = &str> {
        text.split(|char: char| char != '_' && char != '$' && !char.is_ascii_alphanumeric())
    }
    let all: Vec<_> = words(text).collect();
    let constants =
        all.windows(2).filter(|pair| matches!(pair[0], "const" | "let" | "class")).map(|pair| pair[1]);
    let imports =
        text.split("import ").skip(1).filter_map(|import| import.split(" from ").next()).flat_map(words);
    constants.chain(imports).map(ToOwned::to_owned).collect()
}

fn in_python(names: &[String], said: &Json, _: &Types) -> Vec<String> {
    let targets: String = names.iter().map(|name| format!("{name} = ")).collect();
    vec![format!("{targets}__import__(\"declare\").declare(self, {})", Json::from(said.to_string()))]
}

fn in_typescript(names: &[String], said: &Json, types: &Types) -> Vec<String> {
    let value = format!("require(\"./declare\").declare(this, {said})");
    let (kind, of) = (said["kind"].as_str().unwrap_or_default(), said["type"].as_str().unwrap_or_default());
    let class = match kind {
        "variable" => "import(\"RUNTIME\").TerraformVariable".to_owned(),
        "local" => "import(\"RUNTIME\").TerraformLocal".to_owned(),
        "module" => "import(\"RUNTIME\").TerraformHclModule".to_owned(),
        _ => match types.get(&format!("{kind} {of}")) {
            Some((module, class)) => format!("import(\"./.gen/providers/{module}\").{class}"),
            None => "any".to_owned(),
        },
    };
    if names.is_empty() {
        return vec![format!("{value};")];
    }
    names
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let value = if index == 0 { &value } else { &names[0] };
            format!("const {name}: {class} = {value};")
        })
        .collect()
}

/// The arguments that a program leaves to its caller, as drivers take them.
#[must_use]
pub fn missing(declarations: &Declarations) -> Json {
    declarations.missing.iter().map(|missing| json!([missing.name, missing.value])).collect()
}
