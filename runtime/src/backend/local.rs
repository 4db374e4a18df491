//! `local`: a file on the machine that runs Terraform.

use super::Backend;
use crate::Value;

/// Keeps states in files on the machine that runs Terraform.
///
/// See <https://developer.hashicorp.com/terraform/language/backend/local>.
#[derive(ferroform::Block)]
pub struct LocalBackend {
    /// The file of the default workspace; `terraform.tfstate` in the stack's folder unless set.
    pub path: Value<String>,
    /// The folder with the states of the other workspaces.
    pub workspace_dir: Value<String>,
}

impl Backend for LocalBackend {
    const TYPE: &'static str = "local";
}
