//! The `cloud` block: HCP Terraform or Terraform Enterprise.

use crate::terraform_version::Need;
use crate::{Any, Block, Value};

/// Runs Terraform and keeps states in HCP Terraform or Terraform Enterprise.
///
/// What is unset comes from variables of the environment, such as `TF_CLOUD_ORGANIZATION`.
///
/// See <https://developer.hashicorp.com/terraform/cli/cloud/settings>.
#[derive(ferroform::Block)]
pub struct Cloud {
    /// The host; `app.terraform.io` unless set.
    pub hostname: Value<String>,
    /// The organization that the workspaces belong to.
    pub organization: Value<String>,
    /// The token to sign in with. Terraform advises `terraform login` instead, which keeps it out of files.
    #[tf(sensitive)]
    pub token: Value<String>,
    /// Which workspaces there are used.
    pub workspaces: Block<CloudWorkspaces>,
}

/// Which workspaces of an organization are used.
#[derive(ferroform::Block)]
pub struct CloudWorkspaces {
    /// The name of the only workspace.
    #[tf(conflicts_with("tags"))]
    pub name: Value<String>,
    /// The tags that a workspace has to have: a list of names or, since Terraform 1.10, a map of keys and values.
    pub tags: Value<Any>,
    /// The project that the workspaces belong to (Terraform 1.6).
    pub project: Value<String>,
}

impl Cloud {
    /// What older versions of Terraform do not know.
    pub(crate) fn needs(&self) -> impl Iterator<Item = Need> {
        let workspaces = self.workspaces.get();
        let project = workspaces.is_some_and(|workspaces| !workspaces.project.is_unset());
        let tags = workspaces.and_then(|workspaces| workspaces.tags.as_literal());
        [
            Some(Need::new("a `cloud` block", 1)),
            project.then_some(Need::new("a project of workspaces", 6)),
            matches!(tags, Some(Any::Map(_))).then_some(Need::new("a map of tags", 10)),
        ]
        .into_iter()
        .flatten()
    }
}
