//! Configurations of providers.

use crate::Reference;

/// Which declaration of a provider this is: what [`crate::Meta::provider`] takes.
#[derive(Debug, Clone)]
pub struct ProviderRef {
    pub(crate) reference: Reference,
}

impl ProviderRef {
    /// The address, such as `aws` or `aws.west`.
    #[must_use]
    pub fn address(&self) -> String {
        self.reference.address()
    }
}

/// A provider's configuration under an alias: `AwsProvider { … }.alias("west")`.
#[derive(Debug, Clone)]
pub struct Aliased<P> {
    pub(crate) provider: P,
    pub(crate) alias: String,
}

impl<P> Aliased<P> {
    pub(crate) fn new(provider: P, alias: String) -> Self {
        Self { provider, alias }
    }
}

/// What [`crate::Scope::provider`] takes: a provider, or one under an alias.
pub trait Configures {
    /// The provider's struct.
    type Provider: crate::Provider;

    /// The struct and its alias.
    #[doc(hidden)]
    fn parts(self) -> (Self::Provider, Option<String>);
}

impl<P: crate::Provider> Configures for P {
    type Provider = P;

    fn parts(self) -> (P, Option<String>) {
        (self, None)
    }
}

impl<P: crate::Provider> Configures for Aliased<P> {
    type Provider = P;

    fn parts(self) -> (P, Option<String>) {
        (self.provider, Some(self.alias))
    }
}
