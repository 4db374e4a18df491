//! What each thing is called in each language, decided on the whole provider.

pub mod case;

use crate::model::Provider;

/// The names of one provider in every language.
#[derive(Debug)]
pub struct Names {}

impl Names {
    /// Decides all names.
    #[must_use]
    pub fn assign(provider: &Provider) -> Self {
        let _ = provider;
        Self {}
    }
}
