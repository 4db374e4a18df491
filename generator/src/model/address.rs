//! Where a provider lives.

use std::fmt;

/// The address of a provider: registry host, namespace and name.
///
/// See <https://developer.hashicorp.com/terraform/language/providers/requirements#source-addresses>.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProviderAddress {
    /// The registry host, such as `registry.terraform.io`; `terraform.io` for builtin providers.
    pub host: String,
    /// The namespace, such as `hashicorp`; `builtin` for builtin providers.
    pub namespace: String,
    /// The provider's type name, such as `aws`.
    pub name: String,
}

impl ProviderAddress {
    /// Whether the provider is part of Terraform itself.
    #[must_use]
    pub fn is_builtin(&self) -> bool {
        self.host == "terraform.io" && self.namespace == "builtin"
    }

    /// The address as it stands in `required_providers`: without the host of the public registry.
    #[must_use]
    pub fn source(&self) -> String {
        match self.host.as_str() {
            "registry.terraform.io" | "registry.opentofu.org" => format!("{}/{}", self.namespace, self.name),
            _ => self.to_string(),
        }
    }
}

impl fmt::Display for ProviderAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}/{}", self.host, self.namespace, self.name)
    }
}
