//! Where a provider lives.

use std::fmt;
use std::str::FromStr;

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

impl FromStr for ProviderAddress {
    type Err = String;

    /// Reads `host/namespace/name`, or one of the short forms that Terraform completes.
    fn from_str(address: &str) -> Result<Self, String> {
        let parts: Vec<_> = address.split('/').collect();
        let (host, namespace, name) = match parts[..] {
            ["terraform"] => ("terraform.io", "builtin", "terraform"),
            [name] => ("registry.terraform.io", "hashicorp", name),
            [namespace, name] => ("registry.terraform.io", namespace, name),
            [host, namespace, name] => (host, namespace, name),
            _ => return Err(not_an_address(address)),
        };
        let is_label = |label: &str| {
            !label.is_empty() && label.chars().all(|char| char.is_ascii_alphanumeric() || "-_".contains(char))
        };
        let is_host = host.split(['.', ':']).all(is_label);
        if is_host && is_label(namespace) && is_label(name) {
            Ok(Self { host: host.to_owned(), namespace: namespace.to_owned(), name: name.to_owned() })
        } else {
            Err(not_an_address(address))
        }
    }
}

fn not_an_address(address: &str) -> String {
    format!(
        "\"{}\" is no provider address, expected one such as \"registry.terraform.io/hashicorp/aws\"",
        address.escape_debug()
    )
}

#[cfg(test)]
mod tests {
    use super::ProviderAddress;

    fn parse(address: &str) -> Result<ProviderAddress, String> {
        address.parse()
    }

    #[test]
    fn short_forms_are_completed_as_terraform_does() {
        let full = |address| parse(address).expect("an address").to_string();
        assert_eq!(full("aws"), "registry.terraform.io/hashicorp/aws");
        assert_eq!(full("sap/btp"), "registry.terraform.io/sap/btp");
        assert_eq!(full("terraform"), "terraform.io/builtin/terraform");
        assert_eq!(full("localhost:5000/a/b-c"), "localhost:5000/a/b-c");
    }

    #[test]
    fn what_could_leave_the_output_folder_is_no_address() {
        for hostile in ["", "a/b/../c", "../b/c", "a/b/..", "a//c", "a/b/c\u{0}", "a/b/c d"] {
            assert!(parse(hostile).is_err(), "{hostile:?}");
        }
    }

    #[test]
    fn the_public_registries_need_no_host_in_a_source() {
        assert_eq!(parse("registry.opentofu.org/sap/btp").expect("an address").source(), "sap/btp");
        assert_eq!(parse("example.com/a/b").expect("an address").source(), "example.com/a/b");
    }
}
