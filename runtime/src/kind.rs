//! The kinds of constructs that are declared in a scope.

/// Managed resources: [`crate::Scope::add`].
#[derive(Debug, Clone, Copy)]
pub enum Managed {}

/// Data sources: [`crate::Scope::data`].
#[derive(Debug, Clone, Copy)]
pub enum Data {}

/// Ephemeral resources: [`crate::Scope::ephemeral`].
#[derive(Debug, Clone, Copy)]
pub enum Ephemeral {}

/// A kind of declaration.
pub trait Kind {
    /// The block type, such as `resource`.
    #[doc(hidden)]
    const BLOCK: &'static str;
    /// What stands before the type in an address, such as `data.`.
    #[doc(hidden)]
    const PREFIX: &'static str;
}

impl Kind for Managed {
    const BLOCK: &'static str = "resource";
    const PREFIX: &'static str = "";
}

impl Kind for Data {
    const BLOCK: &'static str = "data";
    const PREFIX: &'static str = "data.";
}

impl Kind for Ephemeral {
    const BLOCK: &'static str = "ephemeral";
    const PREFIX: &'static str = "ephemeral.";
}
