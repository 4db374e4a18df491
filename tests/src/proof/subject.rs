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

    /// What drivers and bindings call its kind.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Provider(..) => "provider",
            Self::Variable(_) => "variable",
            Self::Local(_) => "local",
            Self::Module(_) => "module",
            Self::Data(..) => "data",
            Self::Ephemeral(..) => "ephemeral",
            Self::Resource(..) => "resource",
        }
    }

    /// Its type, or the provider's local name; empty where it has none.
    #[must_use]
    pub fn type_name(&self) -> &str {
        match self {
            Self::Provider(of, _) | Self::Data(of, _) | Self::Ephemeral(of, _) | Self::Resource(of, _) => of,
            Self::Variable(_) | Self::Local(_) | Self::Module(_) => "",
        }
    }

    /// Its label, or the provider's local name.
    #[must_use]
    pub fn label(&self) -> &str {
        match self {
            Self::Variable(label) | Self::Local(label) | Self::Module(label) | Self::Provider(label, _) => {
                label
            }
            Self::Data(_, label) | Self::Ephemeral(_, label) | Self::Resource(_, label) => label,
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
