//! Programs in no language yet: a tree of statements and expressions, and one printer per language.
//!
//! Whoever has an example to show fills a [`Program`] and knows nothing of `self`, `this` or `use`; nothing
//! else writes example code. What things are called comes from the names passes, through [`Vocabulary`].

mod classes;
pub mod hcl;
mod identifier;
mod layout;
mod python;
pub(crate) mod rust;
mod typescript;
mod vocabulary;

use crate::emit::Runtime;
use crate::model::{BlockId, Construct, Field, FieldKind, Nesting, Provider, Type};
use identifier::Identifiers;
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
}

/// How much is written around a program's statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// The stack, for a reader who has an app already.
    Stack,
    /// The stack and the app that synthesizes it.
    App,
}

/// One statement of a [`Program`].
#[derive(Debug, Clone, PartialEq)]
pub enum Statement {
    /// A construct is declared, as by a `resource`, `data`, `ephemeral` or `provider` block.
    Declare(Declaration),
    /// What exists already is imported and its configuration generated.
    Import(Import),
}

/// A construct and its arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct Declaration {
    /// Which construct.
    pub construct: ConstructId,
    /// The label, Terraform's name for this instance.
    pub label: String,
    /// The arguments, in the order in which they are written.
    pub arguments: Vec<Argument>,
}

/// An import with generated configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// Which resource.
    pub construct: ConstructId,
    /// The label, Terraform's name for this instance.
    pub label: String,
    /// The ID in the format of the resource.
    pub id: String,
}

/// Points at a construct of one of the providers that a program is printed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConstructId {
    /// Index of the provider.
    pub provider: usize,
    /// Index into [`Provider::constructs`].
    pub construct: usize,
}

/// A field and what it is set to.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// Index into the fields of the block that the argument stands in.
    pub field: usize,
    /// The value.
    pub value: Expression,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// A string, taken literally: `${` in it is no interpolation.
    String(String),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// `true` or `false`.
    Bool(bool),
    /// A list, a set or a tuple, or the nested blocks of one name where the field's nesting is a list or a set.
    List(Vec<Expression>),
    /// A map, or nested blocks by their label.
    Map(Vec<(String, Expression)>),
    /// A nested block or an object; its shape is known from where it stands.
    Object(Vec<Argument>),
    /// An attribute of what an earlier statement declares.
    Attribute {
        /// Index of the statement.
        statement: usize,
        /// Index into the fields of that construct's own block.
        field: usize,
    },
}

/// A language that programs are printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Python.
    Python,
    /// TypeScript.
    TypeScript,
    /// Rust.
    Rust,
}

impl Language {
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

/// What a value is written into: it decides how the same expression looks.
#[derive(Debug, Clone, Copy)]
enum Slot<'a> {
    /// An attribute's value, or a part of it.
    Value(&'a Type),
    /// One nested block.
    Block(BlockId),
    /// Nested blocks of one name; `single` where there can be but one, which is then written without a list.
    Blocks { block: BlockId, single: bool },
    /// Nested blocks by their label.
    Labelled(BlockId),
}

impl<'a> Slot<'a> {
    fn of(field: &'a Field) -> Self {
        match &field.kind {
            FieldKind::Attribute(ty) => Self::Value(ty),
            FieldKind::Block { block, nesting, limits } => match nesting {
                Nesting::Single | Nesting::Group => Self::Block(*block),
                Nesting::List | Nesting::Set => Self::Blocks { block: *block, single: limits.max == Some(1) },
                Nesting::Map => Self::Labelled(*block),
            },
        }
    }

    /// Where there can be but one nested block, that block in place of a list of it.
    fn unwrap_single(self, expression: &Expression) -> (Self, &Expression) {
        match (self, expression) {
            (Self::Blocks { block, single: true }, Expression::List(elements)) if elements.len() == 1 => {
                (Self::Block(block), &elements[0])
            }
            _ => (self, expression),
        }
    }

    /// The slot of the elements.
    fn element(self, index: usize) -> Self {
        match self {
            Self::Value(Type::List(element) | Type::Set(element) | Type::Map(element)) => {
                Self::Value(element)
            }
            Self::Value(Type::Tuple(elements)) => elements.get(index).map_or(self, Self::Value),
            Self::Value(_) | Self::Block(_) => self,
            Self::Blocks { block, .. } | Self::Labelled(block) => Self::Block(block),
        }
    }

    /// Whether the elements are of different types.
    fn is_tuple(self) -> bool {
        matches!(self, Self::Value(Type::Tuple(_)))
    }

    /// The shape of an object written here.
    fn shape(self) -> Option<BlockId> {
        match self {
            Self::Value(ty) => ty.object(),
            Self::Block(block) | Self::Blocks { block, .. } | Self::Labelled(block) => Some(block),
        }
    }
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

    /// For each statement whether a later one refers to it, so that it needs a name of its own.
    fn referred_to(&self) -> Vec<bool> {
        let mut referred = vec![false; self.statements.len()];
        for statement in &self.statements {
            if let Statement::Declare(declaration) = statement {
                for argument in &declaration.arguments {
                    argument.value.mark_references(&mut referred);
                }
            }
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

    /// What an attribute is called of the construct that a statement declares.
    fn attribute<'a>(&self, providers: &[Bindings<'a>], statement: usize, field: usize) -> &'a str {
        let Statement::Declare(Declaration { construct, .. }) = &self.statements[statement] else {
            panic!("statement {statement} declares nothing that has attributes")
        };
        providers[construct.provider].vocabulary.field(construct.construct, BlockId::ROOT, field)
    }
}

impl Statement {
    /// The construct that is declared or imported.
    fn construct(&self) -> ConstructId {
        match self {
            Self::Declare(declaration) => declaration.construct,
            Self::Import(import) => import.construct,
        }
    }

    /// Terraform's name for what the statement declares.
    fn label(&self) -> &str {
        match self {
            Self::Declare(declaration) => &declaration.label,
            Self::Import(import) => &import.label,
        }
    }
}

impl Expression {
    /// The objects in the value that share a shape: through lists and maps, not through objects.
    fn objects(&self) -> Vec<&[Argument]> {
        match self {
            Self::Object(arguments) => vec![arguments],
            Self::List(elements) => elements.iter().flat_map(Self::objects).collect(),
            Self::Map(entries) => entries.iter().flat_map(|(_, value)| value.objects()).collect(),
            Self::String(_) | Self::Integer(_) | Self::Float(_) | Self::Bool(_) | Self::Attribute { .. } => {
                Vec::new()
            }
        }
    }

    fn mark_references(&self, referred: &mut [bool]) {
        match self {
            Self::String(_) | Self::Integer(_) | Self::Float(_) | Self::Bool(_) => {}
            Self::List(elements) => {
                for element in elements {
                    element.mark_references(referred);
                }
            }
            Self::Map(entries) => {
                for (_, value) in entries {
                    value.mark_references(referred);
                }
            }
            Self::Object(arguments) => {
                for argument in arguments {
                    argument.value.mark_references(referred);
                }
            }
            Self::Attribute { statement, .. } => referred[*statement] = true,
        }
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
