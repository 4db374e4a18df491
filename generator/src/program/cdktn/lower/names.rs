//! What programs call their variables.

use std::collections::{HashMap, HashSet};

use crate::names::case::to_camel_case;
use crate::names::typescript::KEYWORDS;
use crate::program::cdktn::code::{Code, Name, escape};
use crate::program::classes::{Classes, Scope, class};
use crate::program::identifier::Identifiers;
use crate::program::{Bindings, Frame, Program, Root, Statement, StatementKind, Subject};

/// A value that the stack takes from its caller.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::program) struct Parameter {
    pub name: Name,
    /// What it is; a construct's class in the languages' own words.
    pub class: Option<Name>,
}

/// Hands out variables.
pub(in crate::program) enum Variables {
    /// As the pages of providers have them: by the label, and by type and label where another has that.
    Page(Page),
    /// One for each statement that others refer to, and parameters for what is not declared.
    Stack {
        /// The variable of each statement; empty where nothing refers to it.
        statements: Vec<Name>,
        /// What is not declared.
        undeclared: Vec<Parameter>,
        /// What is required and left out.
        parameters: Vec<Parameter>,
        /// Every name in use.
        taken: HashSet<String>,
    },
}

/// The variables of a page.
#[derive(Default)]
pub(in crate::program) struct Page {
    /// The first of each label, and whose it is.
    first: HashMap<String, (Name, String)>,
    /// All others.
    others: HashMap<(String, String), Name>,
    taken: HashSet<String>,
    parameters: Vec<Parameter>,
}

impl Page {
    pub(in crate::program) fn new(program: &Program) -> Self {
        let mut taken: HashSet<String> = ["scope", "name"].map(str::to_owned).into();
        if !program.parameters.is_empty() {
            taken.insert("config".to_owned());
        }
        Self { taken, ..Self::default() }
    }

    /// A parameter for a field; no line so far declares a variable of its name in Python.
    fn parameter(&mut self, field: &str, declared: &dyn Fn(&str) -> bool) -> Parameter {
        let camel = to_camel_case(field);
        let is_taken = |name: &str| self.parameters.iter().any(|parameter| parameter.name.typescript == name);
        let numbered = (1..).map(|number| format!("{camel}{number}"));
        let typescript = std::iter::once(camel.clone()).chain(numbered).find(|name| !is_taken(name));
        let typescript = typescript.unwrap_or_default();
        let mut python = escape(snake(&typescript));
        while ["self", "scope", "name"].contains(&python.as_str())
            || declared(&python)
            || self.parameters.iter().any(|parameter| parameter.name.python == python)
        {
            python.push('_');
        }
        let parameter = Parameter { name: Name { typescript, python }, class: None };
        self.parameters.push(parameter.clone());
        parameter
    }

    /// The variable of what is labelled so, by who asks for it; and whether the label alone says it.
    pub(super) fn variable(&mut self, owner: &str, label: &str) -> (Name, bool) {
        match self.first.get(label) {
            Some((name, first)) if first == owner => return (name.clone(), true),
            Some(_) => {}
            None => {
                let name = spelled(label);
                if self.is_free(&name) {
                    self.taken.extend([name.typescript.clone(), name.python.clone()]);
                    self.first.insert(label.to_owned(), (name.clone(), owner.to_owned()));
                    return (name, true);
                }
            }
        }
        let key = (owner.to_owned(), label.to_owned());
        if let Some(name) = self.others.get(&key) {
            return (name.clone(), false);
        }
        let mut name = spelled(&format!("{owner}_{label}"));
        let base = name.clone();
        let mut count = 1;
        while !self.is_free(&name) {
            count += 1;
            name.typescript = format!("{}{count}", base.typescript);
            name.python = format!("{}_{count}", base.python);
        }
        self.taken.extend([name.typescript.clone(), name.python.clone()]);
        self.others.insert(key, name.clone());
        (name, false)
    }

    fn is_free(&self, name: &Name) -> bool {
        !self.taken.contains(&name.typescript) && !self.taken.contains(&name.python)
    }
}

/// The variables of a stack, and what it takes from its caller.
pub(in crate::program) fn stack_variables(
    program: &Program,
    providers: &[Bindings<'_>],
    classes: &Classes<'_>,
    scope: Scope,
    identifiers: &mut Identifiers<'_>,
) -> Variables {
    let both = |name: String| Name { typescript: name.clone(), python: name };
    let statements: Vec<Name> = program.variables(identifiers).into_iter().map(both).collect();
    let undeclared = program.undeclared.iter().map(|undeclared| {
        let class = match undeclared.subject {
            Subject::Construct(construct) => {
                Some(Name::same(classes.called(class(providers, construct, scope))))
            }
            Subject::Module => Some(Name::same("TerraformHclModule")),
            Subject::Variable | Subject::Local => None,
        };
        Parameter { name: both(identifiers.assign(&undeclared.label)), class }
    });
    let undeclared: Vec<Parameter> = undeclared.collect();
    let parameters = program.parameters.iter();
    let parameters: Vec<Parameter> = parameters
        .map(|parameter| Parameter { name: both(identifiers.assign(&parameter.name)), class: None })
        .collect();
    let names =
        statements.iter().chain(undeclared.iter().chain(&parameters).map(|parameter| &parameter.name));
    let taken = names.map(|name| name.python.clone()).collect();
    Variables::Stack { statements, undeclared, parameters, taken }
}

impl Variables {
    pub(super) fn parameters(self) -> Vec<Parameter> {
        match self {
            Self::Page(page) => page.parameters,
            Self::Stack { undeclared, parameters, .. } => undeclared.into_iter().chain(parameters).collect(),
        }
    }

    /// A parameter that is left to the caller for a field, as a value.
    pub(super) fn parameter(&mut self, index: usize, field: &str, declared: &dyn Fn(&str) -> bool) -> Code {
        match self {
            Self::Page(page) => config(&page.parameter(field, declared)),
            Self::Stack { parameters, .. } => config(&parameters[index]),
        }
    }

    /// The variable at a reference's root, and whether its label alone says what it is.
    pub(super) fn root(
        &mut self,
        program: &Program,
        providers: &[Bindings<'_>],
        root: &Root,
    ) -> Option<(Code, bool)> {
        match (&mut *self, root) {
            (Self::Page(page), _) => {
                let (owner, label) = owner(program, providers, root)?;
                let (name, is_first) = page.variable(&owner, &label);
                Some((Code::Name(name), is_first))
            }
            (Self::Stack { .. }, Root::Statement(index)) => {
                Some((Code::Name(self.of_statement(program, *index)), true))
            }
            (Self::Stack { undeclared, .. }, Root::Undeclared(index)) => {
                Some((config(&undeclared[*index]), true))
            }
            _ => None,
        }
    }

    /// The variable of a statement, which gets one now if nothing refers to it.
    fn of_statement(&mut self, program: &Program, index: usize) -> Name {
        if let Self::Stack { statements, .. } = self
            && !statements[index].python.is_empty()
        {
            return statements[index].clone();
        }
        let name = self.further("", program.statements[index].label());
        if let Self::Stack { statements, .. } = self {
            statements[index] = name.clone();
        }
        name
    }

    /// A variable beside those of statements, such as an iterator.
    pub(super) fn further(&mut self, owner: &str, label: &str) -> Name {
        match self {
            Self::Page(page) => page.variable(owner, label).0,
            Self::Stack { taken, .. } => {
                let mut name = spelled(label);
                let base = name.clone();
                let mut count = 1;
                while taken.contains(&name.typescript) || taken.contains(&name.python) {
                    count += 1;
                    name.typescript = format!("{}{count}", base.typescript);
                    name.python = format!("{}_{count}", base.python);
                }
                taken.extend([name.typescript.clone(), name.python.clone()]);
                name
            }
        }
    }
}

/// A parameter where it is used: TypeScript has one object of them all.
fn config(parameter: &Parameter) -> Code {
    let name = &parameter.name;
    Code::Name(Name { typescript: format!("config.{}", name.typescript), python: name.python.clone() })
}

/// What pages tell variables of one label apart by, and the label.
fn owner(program: &Program, providers: &[Bindings<'_>], root: &Root) -> Option<(String, String)> {
    let (subject, label) = match root {
        Root::Statement(index) => {
            let statement: &Statement = &program.statements[*index];
            let (subject, label) = match &statement.kind {
                StatementKind::Declare(declaration) => {
                    let label = declaration.meta.alias.as_ref().unwrap_or(&declaration.label);
                    (Subject::Construct(declaration.construct), label.as_str())
                }
                StatementKind::Variable(_) => (Subject::Variable, statement.label()),
                StatementKind::Local(_) => (Subject::Local, statement.label()),
                StatementKind::Module(_) => (Subject::Module, statement.label()),
                StatementKind::Output(_) => return Some(("out".to_owned(), statement.label().to_owned())),
                _ => return None,
            };
            (subject, label)
        }
        Root::Undeclared(index) => {
            let undeclared = &program.undeclared[*index];
            (undeclared.subject, undeclared.label.as_str())
        }
        _ => return None,
    };
    let owner = match subject {
        Subject::Variable => "var".to_owned(),
        Subject::Local => "local".to_owned(),
        Subject::Module => "module".to_owned(),
        Subject::Construct(id) => {
            let construct = providers[id.provider].construct(id);
            let address = construct.address("");
            address.trim_end_matches('.').replace('.', "_")
        }
    };
    Some((owner, label.to_owned()))
}

/// A label as pages spell it.
fn spelled(label: &str) -> Name {
    let is_free = |char: char| char.is_alphanumeric() || char == '_' || char == '$';
    let words: String = label.chars().map(|char| if is_free(char) { char } else { '_' }).collect();
    let mut camel = to_camel_case(&words);
    if camel.starts_with(|first: char| first.is_ascii_digit()) {
        camel.insert(0, 'd');
    }
    let reserved = format!("{camel}Var");
    if !KEYWORDS.contains(&camel.as_str()) {
        Name { python: escape(snake(&camel)), typescript: camel }
    } else if STRICT.contains(&camel.as_str()) {
        Name { python: escape(camel), typescript: reserved }
    } else {
        Name { python: snake(&reserved), typescript: reserved }
    }
}

/// A name in camel case as `jsii-rosetta` writes it in Python: acronyms stay.
fn snake(name: &str) -> String {
    let mut out = String::new();
    let mut before: Option<char> = None;
    for char in name.chars() {
        match before {
            Some(before) if char.is_ascii_uppercase() && !before.is_ascii_uppercase() => {
                out.extend(['_', char.to_ascii_lowercase()]);
            }
            _ => out.push(char),
        }
        before = Some(char);
    }
    out
}

/// Keywords of TypeScript only where code is strict, as it is in classes.
const STRICT: &[&str] = &[
    "arguments",
    "await",
    "eval",
    "implements",
    "interface",
    "let",
    "package",
    "private",
    "protected",
    "public",
    "static",
    "yield",
];

impl Program {
    /// Whether variables are named as pages do.
    pub(in crate::program) fn is_page(&self) -> bool {
        self.frame == Frame::Page
    }
}
