//! What configurations declare and refer to.

use std::fmt::{self, Display};

/// Something with an address in Terraform's language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A configuration of a provider, by local name and alias.
    Provider(String, Option<String>),
    /// An input variable.
    Variable(String),
    /// A local value.
    Local(String),
    /// A call of a module.
    Module(String),
    /// A data source, by type and label.
    Data(String, String),
    /// An ephemeral resource, by type and label.
    Ephemeral(String, String),
    /// A resource, by type and label.
    Resource(String, String),
}

impl Subject {
    /// The type and label of what a provider manages, and the keyword under which it is declared.
    #[must_use]
    pub fn construct(&self) -> Option<(&'static str, &str, &str)> {
        match self {
            Self::Data(of, label) => Some(("data", of, label)),
            Self::Ephemeral(of, label) => Some(("ephemeral", of, label)),
            Self::Resource(of, label) => Some(("resource", of, label)),
            _ => None,
        }
    }
}

impl Display for Subject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Provider(name, None) => write!(formatter, "provider {name}"),
            Self::Provider(name, Some(alias)) => write!(formatter, "provider {name}.{alias}"),
            Self::Variable(name) => write!(formatter, "var.{name}"),
            Self::Local(name) => write!(formatter, "local.{name}"),
            Self::Module(name) => write!(formatter, "module.{name}"),
            Self::Data(of, label) => write!(formatter, "data.{of}.{label}"),
            Self::Ephemeral(of, label) => write!(formatter, "ephemeral.{of}.{label}"),
            Self::Resource(of, label) => write!(formatter, "{of}.{label}"),
        }
    }
}
