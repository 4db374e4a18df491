//! Where a construct is documented.

use crate::model::{Construct, ConstructKind, Provider};

/// The page of a construct in the provider's registry; builtin providers have none there.
#[must_use]
pub fn documentation(provider: &Provider, construct: &Construct) -> Option<String> {
    let address = &provider.address;
    if address.is_builtin() {
        return None;
    }
    let version = provider.version.as_deref().unwrap_or("latest");
    let (host, providers) = match address.host.as_str() {
        "registry.opentofu.org" => ("search.opentofu.org", "provider"),
        host => (host, "providers"),
    };
    let root = format!("https://{host}/{providers}/{}/{}/{version}/docs", address.namespace, address.name);
    let folder = match construct.kind {
        ConstructKind::Resource => "resources",
        ConstructKind::DataSource => "data-sources",
        ConstructKind::EphemeralResource => "ephemeral-resources",
        ConstructKind::ListResource => "list-resources",
        ConstructKind::Action => "actions",
        ConstructKind::Provider | ConstructKind::StateStore => return Some(root),
    };
    let prefix = format!("{}_", address.name);
    let page = construct.type_name.strip_prefix(&prefix).unwrap_or(&construct.type_name);
    Some(format!("{root}/{folder}/{page}"))
}
