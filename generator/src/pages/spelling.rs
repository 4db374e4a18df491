//! How names of arguments and blocks are spelled in running text.

use std::collections::HashSet;

use crate::model::{BlockOrigin, Provider};
use crate::names::case::to_camel_case;
use crate::names::rust::identifier;
use crate::program::Language;

/// The names that the providers have for attributes and blocks.
#[derive(Debug, Default)]
pub struct Spelling {
    names: HashSet<String>,
}

impl Spelling {
    /// Takes the names from everything that the providers have. Keys of `object({…})` types are values, no attributes.
    #[must_use]
    pub fn new(providers: &[Provider]) -> Self {
        let constructs = providers.iter().flat_map(|provider| &provider.constructs);
        let blocks = constructs.flat_map(|construct| &construct.blocks);
        let blocks = blocks.filter(|block| block.origin != BlockOrigin::ObjectType);
        let mut names = HashSet::new();
        for field in blocks.flat_map(|block| &block.fields) {
            if !names.contains(&field.name) {
                names.insert(field.name.clone());
            }
        }
        Self { names }
    }

    /// How a language spells what stands in a code span; `None` where it is no name, or is spelled so already.
    #[must_use]
    pub fn of(&self, code: &str, language: Language) -> Option<String> {
        if !self.names.contains(code) {
            return None;
        }
        let spelled = match language {
            Language::Python => return None,
            Language::TypeScript => to_camel_case(code),
            Language::Rust => identifier::field(code),
        };
        (spelled != code).then_some(spelled)
    }
}
