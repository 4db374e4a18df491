//! How languages say what a program takes for granted.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::declarations::Declared;
use super::example::Edition;
use super::subject::Subject;

/// Where the bindings have each construct, by keyword and type: a module and a class in it.
pub type Types = BTreeMap<String, (String, String)>;

/// How a language says what it takes for granted.
pub struct Syntax {
    /// What the line begins with behind which declarations stand.
    pub behind: &'static str,
    /// Names that are parts of every stack.
    pub reserved: &'static [&'static str],
    /// The names that a program gives to its own.
    pub assigned: fn(&str) -> BTreeSet<String>,
    /// A declaration with the names that it gets.
    pub statement: fn(&[String], &Said<'_>, &Types) -> Vec<String>,
}

/// What is declared, and the how-manieth of all that is.
pub struct Said<'a> {
    pub number: usize,
    pub declared: &'a Declared,
}

impl Syntax {
    /// The one of an edition.
    pub fn of(edition: Edition) -> Self {
        match edition {
            Edition::PublishedPython | Edition::Python => Self {
                behind: "super().__init__(",
                reserved: &["self", "scope", "name", "id"],
                assigned: assigned_in_python,
                statement: in_python,
            },
            Edition::Rust => Self {
                behind: "let stack = app.stack(",
                reserved: &["app", "stack"],
                assigned: assigned_in_rust,
                statement: in_rust,
            },
            _ => Self {
                behind: "super(scope, ",
                reserved: &["this", "scope", "name", "id", "config"],
                assigned: assigned_in_typescript,
                statement: in_typescript,
            },
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

fn assigned_in_rust(text: &str) -> BTreeSet<String> {
    let variables = text.lines().filter_map(|line| line.trim_start().strip_prefix("let "));
    variables.filter_map(|line| line.split([' ', ':']).next()).map(ToOwned::to_owned).collect()
}

impl Said<'_> {
    /// What the drivers' `declare` takes.
    fn json(&self) -> Json {
        let Declared { subject, body, arguments } = self.declared;
        json!({
            "kind": subject.kind(), "type": subject.type_name(), "label": subject.label(),
            "body": body, "arguments": arguments, "number": self.number,
        })
    }

    /// Where the bindings have it.
    fn class<'a>(&self, types: &'a Types) -> Option<&'a (String, String)> {
        types.get(&format!("{} {}", self.declared.subject.kind(), self.declared.subject.type_name()))
    }
}

fn in_python(names: &[String], said: &Said<'_>, _: &Types) -> Vec<String> {
    let made = format!("__import__(\"declare\").declare(self, {})", Json::from(said.json().to_string()));
    vec![names.iter().map(String::as_str).chain([made.as_str()]).collect::<Vec<_>>().join(" = ")]
}

fn in_typescript(names: &[String], said: &Said<'_>, types: &Types) -> Vec<String> {
    let value = format!("require(\"./declare\").declare(this, {})", said.json());
    let Some((first, others)) = names.split_first() else { return vec![format!("{value};")] };
    let class = match &said.declared.subject {
        Subject::Variable(_) => "import(\"THE_LIBRARY\").TerraformVariable".to_owned(),
        Subject::Local(_) => "any".to_owned(),
        Subject::Module(_) => "import(\"THE_LIBRARY\").TerraformHclModule".to_owned(),
        _ => match said.class(types) {
            Some((module, class)) => format!("import(\"./.gen/providers/{module}\").{class}"),
            None => "any".to_owned(),
        },
    };
    let mut lines = vec![format!("const {first}: {class} = {value};")];
    lines.extend(others.iter().map(|name| format!("const {name} = {first};")));
    lines
}

/// In Rust, handles are made of addresses; what they stand for is added to what the program synthesizes.
fn in_rust(names: &[String], said: &Said<'_>, types: &Types) -> Vec<String> {
    let subject = &said.declared.subject;
    let value = match (subject, said.class(types)) {
        (Subject::Variable(_) | Subject::Local(_), _) => {
            format!("ferroform::Value::expression(\"{subject}\")")
        }
        (Subject::Module(name), _) => {
            format!("stack.module(\"{name}\", ferroform::Module::new(\"./module\"))?")
        }
        (Subject::Provider(_, Some(alias)), Some((module, class))) => {
            format!(
                "stack.provider(ferroform::Provider::alias({module}::{class} {{ ..Default::default() }}, \"{alias}\"))?"
            )
        }
        (Subject::Provider(_, None), Some((module, class))) => {
            return vec![format!("stack.provider({module}::{class} {{ ..Default::default() }})?;")];
        }
        (_, None) => return Vec::new(),
        (_, Some((module, class))) => format!(
            "<{module}::{class} as ferroform::Body>::reference(ferroform::Reference::expression(\"{subject}\"))"
        ),
    };
    names.iter().map(|name| format!("let {name} = {value};")).collect()
}
