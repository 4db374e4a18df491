//! What each thing is called in each language, decided on the whole provider.

pub mod case;
pub mod python;
pub mod rust;
pub mod typescript;

use crate::model::Provider;

/// The names of one provider in every language.
#[derive(Debug)]
pub struct Names {
    /// In TypeScript, in the order of the provider's constructs.
    pub typescript: Vec<typescript::ConstructNames>,
    /// In Python, in the same order.
    pub python: Vec<python::ConstructNames>,
    /// In Rust, in the same order.
    pub rust: Vec<rust::ConstructNames>,
}

impl Names {
    /// Decides all names.
    #[must_use]
    pub fn assign(provider: &Provider) -> Self {
        let typescript = typescript::assign(provider);
        Self {
            rust: rust::assign(provider, &typescript),
            python: python::assign(provider, &typescript),
            typescript,
        }
    }
}
