//! Arguments of providers that are called like something of Terraform's own.
//!
//! A schema may have a `count`, and Terraform reads `count` in a resource as its own all the same. In a block `_` it
//! has no names: what stands there, it takes for the provider's. See `ResourceBlockSchema` in
//! <https://github.com/hashicorp/terraform/blob/main/internal/configs/resource.go>, and beside it `provider.go`.

use std::collections::BTreeMap;

use crate::json::Json;

/// What Terraform reads in resources, data sources and ephemeral resources, or keeps for itself.
pub(crate) const IN_CONSTRUCTS: &[&str] = &[
    ESCAPED,
    "connection",
    "count",
    "depends_on",
    "for_each",
    "lifecycle",
    "locals",
    "provider",
    "provisioner",
];

/// What it reads in configurations of providers, or keeps for itself.
pub(crate) const IN_PROVIDERS: &[&str] =
    &[ESCAPED, "alias", "count", "depends_on", "for_each", "lifecycle", "locals", "source", "version"];

const ESCAPED: &str = "_";

/// Moves to `_` what a provider calls by one of Terraform's names.
pub(crate) fn escape(body: &mut BTreeMap<String, Json>, names: &[&str]) {
    let escaped: BTreeMap<_, _> = names.iter().filter_map(|name| body.remove_entry(*name)).collect();
    if !escaped.is_empty() {
        body.insert(ESCAPED.to_owned(), Json::Object(escaped));
    }
}
