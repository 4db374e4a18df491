//! `remote`: HCP Terraform or Terraform Enterprise, as it was reached before the `cloud` block.

use super::Backend;
use crate::{Block, Value};

/// Keeps states in HCP Terraform or Terraform Enterprise; [`Cloud`](super::Cloud) is its successor, except in a remote state.
///
/// See <https://developer.hashicorp.com/terraform/language/backend/remote>.
#[derive(ferroform::Block)]
pub struct RemoteBackend {
    /// The host; `app.terraform.io` unless set.
    pub hostname: Value<String>,
    /// The organization that the workspaces belong to.
    #[tf(required)]
    pub organization: Value<String>,
    /// The token to sign in with. Terraform advises `terraform login` instead, which keeps it out of files.
    #[tf(sensitive)]
    pub token: Value<String>,
    /// Which workspaces there are used.
    #[tf(required)]
    pub workspaces: Block<RemoteWorkspaces>,
}

/// Which workspaces of an organization are used.
#[derive(ferroform::Block)]
pub struct RemoteWorkspaces {
    /// The full name of the only workspace.
    #[tf(exactly_one_of("prefix"))]
    pub name: Value<String>,
    /// What the names of several workspaces begin with; on the machine they go by the rest.
    #[tf(exactly_one_of("name"))]
    pub prefix: Value<String>,
}

impl Backend for RemoteBackend {
    const TYPE: &'static str = "remote";
}
