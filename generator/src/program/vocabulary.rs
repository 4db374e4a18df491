//! What a printer asks of the names passes.

use super::Language;
use crate::model::{BlockId, Construct, Provider};
use crate::names::{Names, python, rust, typescript};

/// What the things of one provider are called in one language.
pub trait Vocabulary {
    /// The provider's package, folder or crate, as programs write it.
    fn package(&self) -> String;
    /// The class of a construct.
    fn class(&self, construct: usize) -> &str;
    /// The module of a construct, below the provider's package.
    fn module(&self, construct: usize) -> &str;
    /// The type of references to a construct, where the language has one for each.
    fn reference(&self, _construct: usize) -> String {
        String::new()
    }
    /// A field of one of a construct's blocks, as it is written where it is set or read.
    fn field(&self, construct: usize, block: BlockId, field: usize) -> &str;
    /// The class of the objects that a field holds, where it has a shape and the language a class for it.
    fn nested(&self, construct: usize, block: BlockId, field: usize) -> Option<Nested<'_>>;
    /// The same, by the name that it has in `owner`, a class that the language's bindings have for the block: objects of
    /// one shape are called after each place that they stand at.
    fn nested_of(&self, construct: usize, block: BlockId, field: usize, owner: &str) -> Option<Nested<'_>> {
        let _ = owner;
        self.nested(construct, block, field)
    }
}

/// A nested class and the module that it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nested<'a> {
    /// The module, below the provider's package.
    pub module: &'a str,
    /// The class.
    pub class: &'a str,
}

impl Names<'_> {
    /// The names in one language, as programs use them.
    #[must_use]
    pub fn vocabulary(&self, language: Language) -> Box<dyn Vocabulary + '_> {
        let (provider, typescript) = (self.provider, self.typescript());
        match language {
            Language::Python => Box::new(Python { provider, typescript, names: self.python() }),
            Language::TypeScript => Box::new(TypeScript { provider, names: typescript }),
            Language::Rust => Box::new(Rust { provider, names: self.rust() }),
        }
    }
}

struct Python<'a> {
    provider: &'a Provider,
    typescript: &'a [typescript::ConstructNames],
    names: &'a [python::ConstructNames],
}

impl Vocabulary for Python<'_> {
    fn package(&self) -> String {
        python::package(self.provider)
    }

    fn class(&self, construct: usize) -> &str {
        &self.names[construct].class
    }

    fn module(&self, construct: usize) -> &str {
        &self.names[construct].module
    }

    fn field(&self, construct: usize, block: BlockId, field: usize) -> &str {
        &self.names[construct].members[block.0][field].name
    }

    fn nested(&self, construct: usize, block: BlockId, field: usize) -> Option<Nested<'_>> {
        let names = &self.typescript[construct];
        let class = nested_class(names, &self.provider.constructs[construct], block, field)?;
        Some(Nested { module: self.module(construct), class })
    }
    fn nested_of(&self, construct: usize, block: BlockId, field: usize, owner: &str) -> Option<Nested<'_>> {
        let names = &self.typescript[construct];
        let field = &names.seen(&self.provider.constructs[construct]).block(block).fields[field];
        let nested = &names.structs[names.struct_of(field)?];
        let alias = nested.aliases.iter().find(|alias| alias.owner == owner && alias.field == field.name);
        let class = alias.map_or(&nested.name, |alias| &alias.name);
        Some(Nested { module: self.module(construct), class })
    }
}

struct TypeScript<'a> {
    provider: &'a Provider,
    names: &'a [typescript::ConstructNames],
}

impl Vocabulary for TypeScript<'_> {
    fn package(&self) -> String {
        self.provider.address.name.clone()
    }

    fn class(&self, construct: usize) -> &str {
        &self.names[construct].class
    }

    fn module(&self, construct: usize) -> &str {
        &self.names[construct].module
    }

    fn field(&self, construct: usize, block: BlockId, field: usize) -> &str {
        &self.names[construct].members[block.0][field].property
    }

    fn nested(&self, construct: usize, block: BlockId, field: usize) -> Option<Nested<'_>> {
        let names = &self.names[construct];
        let class = nested_class(names, &self.provider.constructs[construct], block, field)?;
        Some(Nested { module: self.module(construct), class })
    }
}

struct Rust<'a> {
    provider: &'a Provider,
    names: &'a [rust::ConstructNames],
}

impl Vocabulary for Rust<'_> {
    fn package(&self) -> String {
        format!("ferroform_{}", self.provider.address.name.to_lowercase().replace('-', "_"))
    }

    fn class(&self, construct: usize) -> &str {
        &self.names[construct].class
    }

    fn module(&self, construct: usize) -> &str {
        &self.names[construct].module
    }

    fn reference(&self, construct: usize) -> String {
        self.names[construct].blocks[0].reference()
    }

    fn field(&self, construct: usize, block: BlockId, field: usize) -> &str {
        &self.names[construct].blocks[block.0].fields[field]
    }

    fn nested(&self, construct: usize, block: BlockId, field: usize) -> Option<Nested<'_>> {
        let field = &self.provider.constructs[construct].block(block).fields[field];
        let names = &self.names[construct].blocks[field.block()?.0];
        let class = names.held_by(&field.name);
        Some(match &names.shared {
            Some(shared) if class == names.name => Nested { module: rust::timeouts::MODULE, class: shared },
            _ => Nested { module: self.module(construct), class },
        })
    }
}

/// The class that TypeScript and Python have for a field.
fn nested_class<'a>(
    names: &'a typescript::ConstructNames,
    construct: &Construct,
    block: BlockId,
    field: usize,
) -> Option<&'a str> {
    let field = &names.seen(construct).block(block).fields[field];
    Some(&names.structs[names.struct_of(field)?].name)
}
