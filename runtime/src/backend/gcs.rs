//! `gcs`: Google Cloud Storage.

use super::Backend;
use crate::{List, Value};

/// Keeps states in a bucket of Google Cloud Storage.
///
/// See <https://developer.hashicorp.com/terraform/language/backend/gcs>.
#[derive(ferroform::Block)]
pub struct GcsBackend {
    /// The bucket.
    #[tf(required)]
    pub bucket: Value<String>,
    /// The folder in the bucket; each workspace has an object there.
    pub prefix: Value<String>,
    /// The key of a service account, in JSON, or the path of a file with it.
    #[tf(sensitive)]
    pub credentials: Value<String>,
    /// An OAuth 2.0 access token in place of a key.
    #[tf(sensitive)]
    pub access_token: Value<String>,
    /// The service account to act as.
    pub impersonate_service_account: Value<String>,
    /// The accounts through which that account is reached.
    pub impersonate_service_account_delegates: Value<List<String>>,
    /// A key of one's own to encrypt objects with: 32 bytes in Base64.
    #[tf(sensitive, conflicts_with("kms_encryption_key"))]
    pub encryption_key: Value<String>,
    /// A key of Cloud KMS to encrypt objects with.
    pub kms_encryption_key: Value<String>,
    /// Another address of the storage.
    pub storage_custom_endpoint: Value<String>,
}

impl Backend for GcsBackend {
    const TYPE: &'static str = "gcs";
    const NEWER: &'static [(&'static str, u32)] =
        &[("kms_encryption_key", 4), ("storage_custom_endpoint", 4)];
}
