//! Programs in no language yet: a tree of statements and expressions, and one printer per language.
//!
//! Whoever has an example to show fills a [`Program`] and knows nothing of `self`, `this` or `use`; nothing
//! else writes example code. What things are called comes from the names passes, through [`Vocabulary`].

mod cdktn;
mod classes;
mod expression;
pub mod hcl;
mod identifier;
mod python;
pub(crate) mod rust;
mod slot;
mod statement;
mod traversal;
mod typescript;
mod vocabulary;

use serde::{Deserialize, Serialize};

use crate::emit::Runtime;
use crate::model::{Construct, Provider};
pub use expression::{Binary, Call, Dynamic, Expression, For, Key, Part, Raw, Reference, Root, Step, Unary};
use identifier::Identifiers;
pub(crate) use slot::Slot;
pub use statement::{
    Argument, Backend, Condition, Declaration, IgnoreChanges, Import, Lifecycle, Local, Meta, Module, Moved,
    OtherBlock, Output, Provisioner, RequiredProvider, Requirements, Setting, Statement, StatementKind,
    Variable,
};
pub use vocabulary::{Nested, Vocabulary};

/// A program: what one stack declares.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    /// The name of the stack's class, such as `MyStack`, where the language writes stacks as classes.
    pub stack: String,
    /// How much is written around the statements.
    pub frame: Frame,
    /// What the stack declares, each before it is referred to.
    pub statements: Vec<Statement>,
    /// What the statements refer to and none of them declares.
    pub undeclared: Vec<Undeclared>,
    /// Values that the program leaves to its caller.
    pub parameters: Vec<Parameter>,
    /// Indices of the providers of which no schema was given, so that names and types are guessed.
    pub guessed: Vec<usize>,
}

/// How much is written around a program's statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// The stack, for a reader who has an app already.
    Stack,
    /// The stack and the app that synthesizes it.
    App,
    /// The stack as pages of providers show it: what is not declared goes by its bare name.
    Page,
}

/// Something that a program refers to and does not declare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undeclared {
    /// What it is.
    pub subject: Subject,
    /// Its label.
    pub label: String,
}

/// What an [`Undeclared`] thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A resource, a data source or an ephemeral resource; a provider's configuration with its alias as the label.
    Construct(ConstructId),
    /// An input variable.
    Variable,
    /// A local value.
    Local,
    /// A call of a module.
    Module,
}

/// A required argument that the configuration leaves out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// The argument's name, in Terraform's language; two of one name are told apart by a number.
    pub name: String,
}

/// Points at a construct of one of the providers that a program is printed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ConstructId {
    /// Index of the provider.
    pub provider: usize,
    /// Index into [`Provider::constructs`].
    pub construct: usize,
}

/// A language that programs are printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Python.
    Python,
    /// TypeScript.
    TypeScript,
    /// Rust.
    Rust,
}

impl Language {
    /// All of them, in the order in which pages name them.
    pub const ALL: [Self; 3] = [Self::Python, Self::TypeScript, Self::Rust];

    /// The word for the language in paths, options and the opening of a fence.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Python => "python",
            Self::TypeScript => "typescript",
            Self::Rust => "rust",
        }
    }

    /// What the language calls itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Python => "Python",
            Self::TypeScript => "TypeScript",
            Self::Rust => "Rust",
        }
    }
}

/// One provider and what its constructs are called in one language.
#[derive(Clone, Copy)]
pub struct Bindings<'a> {
    /// The provider.
    pub provider: &'a Provider,
    /// The names.
    pub vocabulary: &'a dyn Vocabulary,
}

impl Program {
    /// The program in a language; `providers` hold the names of that language.
    ///
    /// # Panics
    ///
    /// If the program refers to a provider, construct, field or statement that there is none of.
    #[must_use]
    pub fn print(&self, language: Language, providers: &[Bindings<'_>], runtime: Runtime) -> String {
        match language {
            Language::Python => python::print(self, providers, runtime),
            Language::TypeScript => typescript::print(self, providers, runtime),
            Language::Rust => rust::print(self, providers),
        }
    }

    /// For each statement whether another refers to it, so that it needs a name of its own.
    fn referred_to(&self) -> Vec<bool> {
        let mut referred = vec![false; self.statements.len()];
        for statement in &self.statements {
            if let StatementKind::Moved(Moved { statement: Some(index), .. }) = statement.kind {
                referred[index] = true;
            }
            statement.references(&mut |reference| {
                if let Root::Statement(index) = reference.root {
                    referred[index] = true;
                }
            });
        }
        referred
    }

    /// The variable of each statement; empty where nothing refers to it.
    fn variables(&self, identifiers: &mut Identifiers<'_>) -> Vec<String> {
        let statements = self.statements.iter().zip(self.referred_to());
        let variable = |(statement, referred): (&Statement, bool)| {
            if referred { identifiers.assign(statement.label()) } else { String::new() }
        };
        statements.map(variable).collect()
    }
}

impl<'a> Bindings<'a> {
    fn construct(&self, id: ConstructId) -> &'a Construct {
        &self.provider.constructs[id.construct]
    }
}

/// The text of a literal string as Terraform's template language must read it to mean just that text.
fn literal_template(text: &str) -> String {
    text.replace("${", "$${").replace("%{", "%%{")
}

/// Whether a character says nothing to a reader, or turns the text around it about: literals escape it.
pub(crate) fn is_invisible(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(char, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}
