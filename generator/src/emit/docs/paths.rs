//! Where the pages of constructs are.

use std::collections::HashSet;

use crate::device::is_device;
use crate::model::{Construct, ConstructKind, Provider};

/// The paths given so far, in lower case: some file systems know no other.
#[derive(Default)]
pub(super) struct Paths {
    given: HashSet<String>,
}

impl Paths {
    /// The path of a construct's page, for the kinds that have one.
    pub(super) fn assign(&mut self, provider: &Provider, construct: &Construct) -> Option<String> {
        let folder = folder(construct.kind)?;
        let name = construct.type_name.as_str();
        let short = name.strip_prefix(provider.address.name.as_str()).and_then(|name| name.strip_prefix('_'));
        let short = short.filter(|short| !short.is_empty()).unwrap_or(name);
        let end = if is_device(short) { "-resource" } else { "" };
        let mut path = format!("{folder}/{short}{end}.md");
        let mut count = 1;
        while !self.given.insert(path.to_lowercase()) {
            // Another construct is called so without the provider's name, or in other letter case.
            path = if count == 1 {
                format!("{folder}/{name}.md")
            } else {
                format!("{folder}/{name}-{count}.md")
            };
            count += 1;
        }
        Some(path)
    }
}

/// The folder of a kind's pages, as the registry has it.
pub(super) fn folder(kind: ConstructKind) -> Option<&'static str> {
    match kind {
        ConstructKind::Resource => Some("resources"),
        ConstructKind::DataSource => Some("data-sources"),
        ConstructKind::EphemeralResource => Some("ephemeral-resources"),
        ConstructKind::Provider
        | ConstructKind::ListResource
        | ConstructKind::Action
        | ConstructKind::StateStore => None,
    }
}
