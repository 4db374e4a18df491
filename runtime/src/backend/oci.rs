//! `oci`: Oracle Cloud's object storage.

use super::Backend;
use crate::Value;

/// Keeps states in a bucket of Oracle Cloud's object storage (Terraform 1.12).
///
/// See <https://developer.hashicorp.com/terraform/language/backend/oci>.
#[derive(ferroform::Block)]
pub struct OciBackend {
    /// The bucket.
    #[tf(required)]
    pub bucket: Value<String>,
    /// The tenancy's namespace in the object storage.
    #[tf(required)]
    pub namespace: Value<String>,
    /// The object in the bucket; `terraform.tfstate` unless set.
    pub key: Value<String>,
    /// What the objects of other workspaces begin with.
    pub workspace_key_prefix: Value<String>,
    /// The bucket's region.
    pub region: Value<String>,
    /// How to sign in, such as `ApiKey` or `InstancePrincipal`.
    #[tf(one_of(
        "ApiKey",
        "InstancePrincipal",
        "InstancePrincipalWithCerts",
        "SecurityToken",
        "ResourcePrincipal",
        "OKEWorkloadIdentity",
        source = docs
    ))]
    pub auth: Value<String>,
    /// The profile of the OCI CLI's configuration file.
    pub config_file_profile: Value<String>,
    /// The tenancy to sign in to.
    pub tenancy_ocid: Value<String>,
    /// The user to sign in as.
    pub user_ocid: Value<String>,
    /// The fingerprint of the user's API key.
    pub fingerprint: Value<String>,
    /// The user's API key.
    #[tf(sensitive)]
    pub private_key: Value<String>,
    /// A file with the user's API key.
    pub private_key_path: Value<String>,
    /// The passphrase of the API key.
    #[tf(sensitive)]
    pub private_key_password: Value<String>,
    /// The key of Oracle's key management that encrypts objects.
    pub kms_key_id: Value<String>,
    /// A key of one's own to encrypt objects with: 32 bytes in Base64.
    #[tf(sensitive)]
    pub sse_customer_key: Value<String>,
    /// The SHA-256 hash of that key, in Base64.
    pub sse_customer_key_sha256: Value<String>,
    /// The algorithm for that key.
    #[tf(one_of("AES256", source = docs))]
    pub sse_customer_algorithm: Value<String>,
}

impl Backend for OciBackend {
    const TYPE: &'static str = "oci";
    const SINCE: u32 = 12;
}
