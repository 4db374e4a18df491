//! `consul`: Consul's key/value store.

use super::Backend;
use crate::Value;

/// Keeps states in Consul's key/value store.
///
/// See <https://developer.hashicorp.com/terraform/language/backend/consul>.
#[derive(ferroform::Block)]
pub struct ConsulBackend {
    /// The key that the state is kept under.
    #[tf(required)]
    pub path: Value<String>,
    /// Host and port of the agent.
    pub address: Value<String>,
    /// How the agent is spoken to.
    #[tf(one_of("http", "https", source = docs))]
    pub scheme: Value<String>,
    /// The datacenter; the agent's own unless set.
    pub datacenter: Value<String>,
    /// The token that Consul's access rules know.
    #[tf(sensitive)]
    pub access_token: Value<String>,
    /// User and password for HTTP basic authentication: `user:password`.
    #[tf(sensitive)]
    pub http_auth: Value<String>,
    /// Whether the state is compressed.
    pub gzip: Value<bool>,
    /// Whether the state is locked; it is unless set.
    pub lock: Value<bool>,
    /// A file with the authority that the agent's certificate is checked with.
    pub ca_file: Value<String>,
    /// A file with the certificate to show the agent.
    #[tf(required_with("key_file", severity = warning))]
    pub cert_file: Value<String>,
    /// A file with the certificate's key.
    pub key_file: Value<String>,
}

impl Backend for ConsulBackend {
    const TYPE: &'static str = "consul";
}
