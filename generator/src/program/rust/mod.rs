//! Programs in Rust, as rustfmt leaves them in edition 2024.
//!
//! What Rust knows the type of is written with types; everything else as Terraform's own words in `Value::expression`,
//! which has the type of the place where it stands.

mod construct;
mod functions;
mod imports;
mod layout;
mod meta;
pub(crate) mod order;
mod raw;
mod references;
mod settings;
mod statement;
mod text;
mod typed;
mod types;
mod value;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use super::classes::{Classes, Scope};
use super::identifier::{Case, Identifiers};
use super::{Bindings, ConstructId, Expression, Frame, Program};
use crate::model::{BlockId, Field, Type};

use statement::Line;

/// Prints a program: whole, or the function that fills a stack where something is left to its caller.
pub(super) fn print(program: &Program, providers: &[Bindings<'_>]) -> String {
    let printer = Printer::new(program, providers);
    let statements: Vec<Vec<Line>> =
        (0..program.statements.len()).map(|index| printer.lines(index)).collect();
    let lines: Vec<&Line> = statements.iter().flatten().collect();
    let mut names = BTreeSet::new();
    for line in &lines {
        line.code.names(&mut |name| {
            names.insert(name.to_owned());
        });
    }
    let mut body = String::new();
    for (at, line) in lines.iter().enumerate() {
        let is_used = |variable: &&str| {
            !variable.is_empty() && lines[at + 1..].iter().any(|other| other.code.mentions(variable))
        };
        let variable = Some(line.variable.as_str()).filter(is_used);
        body += &layout::comments(&line.comments, 4);
        body += &layout::statement(variable, &line.code);
    }
    let parameters = printer.signature();
    let (head, foot, needed) = if parameters.is_empty() {
        let head = "fn main() -> Result<(), ferroform::Error> {\n    let app = App::new();\n    \
                    let stack = app.stack(\"example\");\n";
        (head.to_owned(), "    app.synth()\n}\n", "App")
    } else {
        (layout::function("fill", &parameters), "    Ok(())\n}\n", "Stack")
    };
    names.insert(needed.to_owned());
    names.extend(parameters.iter().map(|(_, ty)| ty.clone()));
    let uses = imports::declarations(&printer, &names);
    format!("{uses}\n{head}{body}{foot}")
}

/// What statements are printed with.
struct Printer<'a> {
    program: &'a Program,
    providers: &'a [Bindings<'a>],
    classes: Classes<'a>,
    /// The variable of each statement; empty where nothing refers to it.
    variables: Vec<String>,
    /// The name of each thing that is not declared.
    undeclared: Vec<String>,
    /// The name of each parameter.
    parameters: Vec<String>,
    /// The type of what each statement declares, as far as it is a value.
    types: RefCell<BTreeMap<usize, Type>>,
    /// The types of values that the caller gives, by their names.
    given: RefCell<BTreeMap<String, (Type, String)>>,
    /// The statement that is being printed.
    at: Cell<usize>,
    /// The type of `each.value` in it, where that is known.
    each: RefCell<Option<Type>>,
    /// The variable that is being validated: its address, what the program calls it, and its type.
    validated: RefCell<Option<(String, String, Type)>>,
    /// The dynamic blocks around what is being printed.
    iterators: RefCell<Vec<Iterator>>,
    /// The way from the construct to the object that is being printed.
    path: RefCell<Vec<String>>,
    /// What has no place in the structs of the statement, by its path in the construct.
    left_out: RefCell<Vec<(String, Expression)>>,
    /// Traits whose methods are called.
    traits: RefCell<BTreeSet<&'static str>>,
}

/// What the closure of a dynamic block calls an element.
#[derive(Debug, Clone)]
struct Iterator {
    /// What Terraform calls it.
    label: String,
    key: String,
    value: String,
    /// The type of the value.
    element: Type,
}

impl<'a> Printer<'a> {
    fn new(program: &'a Program, providers: &'a [Bindings<'a>]) -> Self {
        let classes = Classes::new(program, providers, Scope::Package, TAKEN);
        let reserved = functions::names().chain(imports::FUNCTIONS.iter().copied());
        let mut identifiers = Identifiers::new(Case::Snake, RESERVED, reserved);
        let variables = program.variables(&mut identifiers);
        let undeclared = program
            .undeclared
            .iter()
            .map(|thing| identifiers.assign(&references::bare_name(providers, thing)));
        let undeclared = undeclared.collect();
        let parameters = program.parameters.iter().map(|parameter| identifiers.assign(&parameter.name));
        Self {
            parameters: parameters.collect(),
            program,
            providers,
            classes,
            variables,
            undeclared,
            types: RefCell::default(),
            given: RefCell::default(),
            at: Cell::new(0),
            each: RefCell::default(),
            validated: RefCell::default(),
            iterators: RefCell::default(),
            path: RefCell::default(),
            left_out: RefCell::default(),
            traits: RefCell::default(),
        }
    }

    /// Whether what is not declared are parameters of a function, and no bare names.
    fn is_function(&self) -> bool {
        self.program.frame != Frame::Page
            && !(self.program.undeclared.is_empty() && self.program.parameters.is_empty())
    }

    /// The parameters of the function that fills a stack; none where the program is whole.
    fn signature(&self) -> Vec<(String, String)> {
        if !self.is_function() {
            return Vec::new();
        }
        let mut parameters = vec![("stack".to_owned(), "&Stack".to_owned())];
        for (index, name) in self.undeclared.iter().enumerate() {
            parameters.push((name.clone(), format!("&{}", self.undeclared_type(index))));
        }
        for name in &self.parameters {
            parameters.push((name.clone(), format!("&{}", self.given_type(name))));
        }
        parameters
    }

    fn given_type(&self, name: &str) -> String {
        match self.given.borrow().get(name) {
            Some((_, written)) if !written.is_empty() => written.clone(),
            Some((ty, _)) => format!("Value<{}>", types::name(ty, "")),
            None => "Value<Any>".to_owned(),
        }
    }

    fn fields(&self, construct: ConstructId, block: BlockId) -> &'a [Field] {
        &self.providers[construct.provider].construct(construct).block(block).fields
    }
}

/// Names that a program has for other things, so that no struct is called by them.
const TAKEN: &[&str] = &[
    "Any",
    "App",
    "Block",
    "Blocks",
    "Box",
    "Connection",
    "Default",
    "Err",
    "Error",
    "FileProvisioner",
    "Import",
    "List",
    "LocalExec",
    "Map",
    "Meta",
    "Module",
    "ModuleRef",
    "None",
    "Number",
    "Ok",
    "Option",
    "Output",
    "ProviderRef",
    "Reference",
    "RemoteExec",
    "Removed",
    "Result",
    "Set",
    "Some",
    "SshConnection",
    "Stack",
    "String",
    "Value",
    "Variable",
    "Vec",
    "WinrmConnection",
];
/// Words that no variable can have as its name, and names that the program has for other things.
const RESERVED: &[&str] = &[
    "abstract",
    "app",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "ferroform",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "ref",
    "return",
    "self",
    "stack",
    "static",
    "struct",
    "super",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
];
