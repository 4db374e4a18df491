//! What each thing is called in each language, decided on the whole provider.

pub mod case;
pub mod provider_functions;
pub mod python;
pub mod rust;
pub mod typescript;

use std::sync::OnceLock;

use crate::model::Provider;

/// The names of one provider in every language, each decided when it is first asked for.
#[derive(Debug)]
pub struct Names<'a> {
    /// The provider that is named.
    pub provider: &'a Provider,
    typescript: OnceLock<Vec<typescript::ConstructNames>>,
    python: OnceLock<Vec<python::ConstructNames>>,
    rust: OnceLock<Vec<rust::ConstructNames>>,
}

impl<'a> Names<'a> {
    /// The names of everything that `provider` offers.
    #[must_use]
    pub fn new(provider: &'a Provider) -> Self {
        Self { provider, typescript: OnceLock::new(), python: OnceLock::new(), rust: OnceLock::new() }
    }

    /// In TypeScript, in the order of the provider's constructs.
    #[must_use]
    pub fn typescript(&self) -> &[typescript::ConstructNames] {
        self.typescript.get_or_init(|| typescript::assign(self.provider))
    }

    /// In Python, in the same order.
    #[must_use]
    pub fn python(&self) -> &[python::ConstructNames] {
        self.python.get_or_init(|| python::assign(self.provider, self.typescript()))
    }

    /// In Rust, in the same order.
    #[must_use]
    pub fn rust(&self) -> &[rust::ConstructNames] {
        self.rust.get_or_init(|| rust::assign(self.provider, self.typescript()))
    }
}
