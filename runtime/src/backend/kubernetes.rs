//! `kubernetes`: secrets of a cluster.

use super::Backend;
use crate::{Block, List, Map, Value};

/// Keeps states in secrets of a Kubernetes cluster.
///
/// See <https://developer.hashicorp.com/terraform/language/backend/kubernetes>.
#[derive(ferroform::Block)]
pub struct KubernetesBackend {
    /// What the secrets' names end with: `tfstate-{workspace}-{secret_suffix}`.
    #[tf(required)]
    pub secret_suffix: Value<String>,
    /// Further labels of the secrets.
    pub labels: Value<Map<String>>,
    /// The secrets' namespace; `default` unless set.
    pub namespace: Value<String>,
    /// Whether Terraform runs in a pod and signs in as its service account.
    pub in_cluster_config: Value<bool>,
    /// Whether kubeconfig files are read; they are unless set.
    pub load_config_file: Value<bool>,
    /// The URL of the cluster's API.
    pub host: Value<String>,
    /// The user for basic authentication.
    pub username: Value<String>,
    /// The password for basic authentication.
    #[tf(sensitive)]
    pub password: Value<String>,
    /// Whether the API's certificate goes unchecked.
    pub insecure: Value<bool>,
    /// The certificate to show the API, in PEM.
    pub client_certificate: Value<String>,
    /// The certificate's key, in PEM.
    #[tf(sensitive)]
    pub client_key: Value<String>,
    /// The authorities that the API's certificate is checked with, in PEM.
    pub cluster_ca_certificate: Value<String>,
    /// Several kubeconfig files, in the order in which they are merged.
    pub config_paths: Value<List<String>>,
    /// A kubeconfig file.
    pub config_path: Value<String>,
    /// The context of the kubeconfig file.
    pub config_context: Value<String>,
    /// The user of the kubeconfig file, in place of the context's.
    pub config_context_auth_info: Value<String>,
    /// The cluster of the kubeconfig file, in place of the context's.
    pub config_context_cluster: Value<String>,
    /// The token of a service account.
    #[tf(sensitive)]
    pub token: Value<String>,
    /// The URL of a proxy to reach the API through.
    pub proxy_url: Value<String>,
    /// A program that signs in.
    pub exec: Block<KubernetesExec>,
}

/// A program that prints credentials for a cluster.
#[derive(ferroform::Block)]
pub struct KubernetesExec {
    /// The version of the format that the program prints, such as `client.authentication.k8s.io/v1`.
    #[tf(required)]
    pub api_version: Value<String>,
    /// The program.
    #[tf(required)]
    pub command: Value<String>,
    /// Variables of the environment that it runs in.
    pub env: Value<Map<String>>,
    /// What it is called with.
    pub args: Value<List<String>>,
}

impl Backend for KubernetesBackend {
    const TYPE: &'static str = "kubernetes";
    const NEWER: &'static [(&'static str, u32)] = &[("config_paths", 1), ("proxy_url", 6)];
}
