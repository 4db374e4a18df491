//! What each thing is called in each language, decided on the whole provider.

pub mod case;
pub mod typescript;

use crate::model::Provider;

/// The names of one provider in every language.
#[derive(Debug)]
pub struct Names {
    /// In TypeScript, in the order of the provider's constructs.
    pub typescript: Vec<typescript::ConstructNames>,
}

impl Names {
    /// Decides all names.
    #[must_use]
    pub fn assign(provider: &Provider) -> Self {
        Self { typescript: typescript::assign(provider) }
    }
}
