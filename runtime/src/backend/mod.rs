//! Where Terraform keeps a stack's state: the backends that are part of Terraform, and HCP Terraform.
//!
//! [`Stack::backend`](crate::Stack::backend) or [`Stack::cloud`](crate::Stack::cloud) chooses a place for a stack's own state, and
//! [`Scope::remote_state`](crate::Scope::remote_state) reads the outputs of another stack from where its state is kept.
//!
//! ```
//! use ferroform::App;
//! use ferroform::backend::S3Backend;
//!
//! # let app = App::with_outdir("never-written");
//! # /*
//! let app = App::new();
//! # */
//! let stack = app.stack("chat");
//! let state = |key: &str| S3Backend {
//!     region: "eu-west-1".into(),
//!     use_lockfile: true.into(),
//!     ..S3Backend::new("states", key)
//! };
//! stack.backend(state("chat"))?;
//! let network = stack.remote_state("network", state("network"))?;
//! let vpc = network.output::<String>("vpc_id");
//! # Ok::<(), ferroform::Error>(())
//! ```
//!
//! Required is what Terraform can have from nowhere else: a region, for one, may come from the environment. The attributes are those
//! of Terraform 1.14, without old spellings that a newer one replaces.

mod azurerm;
mod cloud;
mod consul;
mod cos;
mod gcs;
mod http;
mod kubernetes;
mod local;
mod oci;
mod oss;
mod pg;
mod remote;
mod s3;

pub use azurerm::AzurermBackend;
pub use cloud::{Cloud, CloudWorkspaces};
pub use consul::ConsulBackend;
pub use cos::{CosAssumeRole, CosBackend};
pub use gcs::GcsBackend;
pub use http::HttpBackend;
pub use kubernetes::{KubernetesBackend, KubernetesExec};
pub use local::LocalBackend;
pub use oci::OciBackend;
pub use oss::{OssAssumeRole, OssBackend};
pub use pg::PgBackend;
pub use remote::{RemoteBackend, RemoteWorkspaces};
pub use s3::{S3AssumeRole, S3AssumeRoleWithWebIdentity, S3Backend, S3Endpoints};

use crate::table::Table;
use crate::terraform_version::Need;
use crate::{Body, Scope};

/// A place for states.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a backend",
    note = "the backends are in `ferroform::backend`; HCP Terraform is configured with `Stack::cloud`"
)]
pub trait Backend: Body {
    /// The backend's type, such as `s3`.
    const TYPE: &'static str;

    /// The version 1.x of Terraform that the backend came with.
    const SINCE: u32 = 0;

    /// Attributes that came with a later version 1.x of Terraform than the backend.
    const NEWER: &'static [(&'static str, u32)] = &[];
}

impl Scope {
    /// Notes which Terraform a backend and its attributes need.
    pub(crate) fn need_backend<B: Backend>(&self, address: &str, backend: &B) {
        if B::SINCE > 0 {
            self.need(address, Need::new("the backend", B::SINCE));
        }
        let content = backend.content();
        for (facts, node) in Table::parse(content.table).fields.iter().zip(&content.fields) {
            let newer = B::NEWER.iter().find(|(name, _)| *name == facts.name);
            if let Some((name, minor)) = newer.filter(|_| !node.is_unset()) {
                self.need(&format!("{address}.{name}"), Need::new("the attribute", *minor));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        AzurermBackend, Backend, ConsulBackend, CosBackend, GcsBackend, HttpBackend, KubernetesBackend,
        LocalBackend, OciBackend, OssBackend, PgBackend, RemoteBackend, S3Backend, Table,
    };

    fn newer_attributes_are_fields<B: Backend + Default>() {
        let fields = Table::parse(B::default().content().table).fields;
        for (name, minor) in B::NEWER {
            assert!(fields.iter().any(|facts| facts.name == *name), "{} has no {name}", B::TYPE);
            assert!(*minor > B::SINCE, "{} has {name} from the start", B::TYPE);
        }
    }

    #[test]
    fn what_newer_versions_of_terraform_added_is_there() {
        newer_attributes_are_fields::<AzurermBackend>();
        newer_attributes_are_fields::<ConsulBackend>();
        newer_attributes_are_fields::<CosBackend>();
        newer_attributes_are_fields::<GcsBackend>();
        newer_attributes_are_fields::<HttpBackend>();
        newer_attributes_are_fields::<KubernetesBackend>();
        newer_attributes_are_fields::<LocalBackend>();
        newer_attributes_are_fields::<OciBackend>();
        newer_attributes_are_fields::<OssBackend>();
        newer_attributes_are_fields::<PgBackend>();
        newer_attributes_are_fields::<RemoteBackend>();
        newer_attributes_are_fields::<S3Backend>();
    }
}
