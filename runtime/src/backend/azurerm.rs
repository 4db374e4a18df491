//! `azurerm`: blobs in Azure storage.

use super::Backend;
use crate::Value;

/// Keeps states as blobs in an Azure storage account.
///
/// See <https://developer.hashicorp.com/terraform/language/backend/azurerm>.
#[derive(ferroform::Block)]
pub struct AzurermBackend {
    /// The storage account.
    #[tf(required)]
    pub storage_account_name: Value<String>,
    /// The container in the storage account.
    #[tf(required)]
    pub container_name: Value<String>,
    /// The blob in the container.
    #[tf(required)]
    pub key: Value<String>,
    /// Which Azure it is: `public`, `usgovernment` or `china`.
    #[tf(conflicts_with("metadata_host", severity = warning))]
    pub environment: Value<String>,
    /// The host that describes a custom Azure environment.
    pub metadata_host: Value<String>,
    /// Whether the blob is snapshotted before it is written.
    pub snapshot: Value<bool>,
    /// The resource group of the storage account.
    pub resource_group_name: Value<String>,
    /// The subscription of the storage account.
    pub subscription_id: Value<String>,
    /// Whether the account's blob endpoint is looked up, as Azure DNS zone endpoints need it.
    pub lookup_blob_endpoint: Value<bool>,
    /// The tenant to sign in to.
    pub tenant_id: Value<String>,
    /// The application to sign in as.
    pub client_id: Value<String>,
    /// A file with the application's ID.
    pub client_id_file_path: Value<String>,
    /// The application's certificate and key: a PKCS#12 bundle in Base64.
    #[tf(sensitive)]
    pub client_certificate: Value<String>,
    /// A file with the application's certificate and key.
    pub client_certificate_path: Value<String>,
    /// The password of the certificate's bundle.
    #[tf(sensitive)]
    pub client_certificate_password: Value<String>,
    /// The application's secret.
    #[tf(sensitive)]
    pub client_secret: Value<String>,
    /// A file with the application's secret.
    pub client_secret_file_path: Value<String>,
    /// Whether OpenID Connect may be used to sign in.
    pub use_oidc: Value<bool>,
    /// Where an OpenID Connect token is requested.
    pub oidc_request_url: Value<String>,
    /// The token that the request is made with.
    #[tf(sensitive)]
    pub oidc_request_token: Value<String>,
    /// The OpenID Connect token itself.
    #[tf(sensitive)]
    pub oidc_token: Value<String>,
    /// A file with the OpenID Connect token.
    pub oidc_token_file_path: Value<String>,
    /// The service connection of an Azure DevOps pipeline.
    pub ado_pipeline_service_connection_id: Value<String>,
    /// Whether a managed identity may be used to sign in.
    pub use_msi: Value<bool>,
    /// Where managed identities are served, if Terraform does not find out itself.
    pub msi_endpoint: Value<String>,
    /// The old name of `msi_endpoint`.
    #[tf(deprecated = "use `msi_endpoint`")]
    pub endpoint: Value<String>,
    /// Whether the Azure CLI may be used to sign in.
    pub use_cli: Value<bool>,
    /// Whether the workload identity of a Kubernetes cluster may be used to sign in.
    pub use_aks_workload_identity: Value<bool>,
    /// Whether blobs are reached as the identity that is signed in, and not with the account's key.
    pub use_azuread_auth: Value<bool>,
    /// A shared access signature for the storage account.
    #[tf(sensitive)]
    pub sas_token: Value<String>,
    /// The key of the storage account.
    #[tf(sensitive)]
    pub access_key: Value<String>,
}

impl Backend for AzurermBackend {
    const TYPE: &'static str = "azurerm";
    const NEWER: &'static [(&'static str, u32)] = &[
        ("use_oidc", 2),
        ("oidc_request_url", 2),
        ("oidc_request_token", 2),
        ("oidc_token", 4),
        ("oidc_token_file_path", 4),
        ("client_id_file_path", 11),
        ("client_certificate", 11),
        ("client_secret_file_path", 11),
        ("use_cli", 11),
        ("use_aks_workload_identity", 11),
        ("ado_pipeline_service_connection_id", 11),
        ("lookup_blob_endpoint", 11),
    ];
}
