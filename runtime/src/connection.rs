//! How provisioners reach the machine that a resource is.
//!
//! See <https://developer.hashicorp.com/terraform/language/resources/provisioners/connection>.

use std::collections::BTreeMap;

use crate::json::Json;
use crate::node::Content;
use crate::{Body, Number, Value};

/// A way to a machine: [`SshConnection`] or [`WinrmConnection`].
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Connection {
    /// Over SSH.
    Ssh(Box<SshConnection>),
    /// Over Windows Remote Management.
    Winrm(Box<WinrmConnection>),
}

/// A connection over SSH.
#[derive(ferroform::Block)]
pub struct SshConnection {
    /// The machine's address.
    #[tf(required)]
    pub host: Value<String>,
    /// The port; 22 unless set.
    pub port: Value<Number>,
    /// Who logs in; `root` unless set.
    pub user: Value<String>,
    /// The user's password.
    #[tf(sensitive)]
    pub password: Value<String>,
    /// How long to wait for the connection, such as `30s`; five minutes unless set.
    pub timeout: Value<String>,
    /// Where scripts are copied to on the machine.
    pub script_path: Value<String>,
    /// The content of a private key, which is preferred to a password.
    #[tf(sensitive)]
    pub private_key: Value<String>,
    /// The content of a signed certificate, which goes with a private key.
    #[tf(required_with("private_key"))]
    pub certificate: Value<String>,
    /// Whether `ssh-agent` authenticates.
    pub agent: Value<bool>,
    /// Which of the agent's identities is tried first.
    pub agent_identity: Value<String>,
    /// The public key that the machine, or its authority, has to have.
    pub host_key: Value<String>,
    /// What kind of machine it is; `unix` unless set.
    #[tf(one_of("unix", "windows"))]
    pub target_platform: Value<String>,
    /// How the proxy is spoken to.
    #[tf(one_of("http", "https", "socks5"))]
    pub proxy_scheme: Value<String>,
    /// The proxy's address.
    pub proxy_host: Value<String>,
    /// The proxy's port.
    pub proxy_port: Value<Number>,
    /// The user whom the proxy knows.
    pub proxy_user_name: Value<String>,
    /// That user's password.
    #[tf(sensitive)]
    pub proxy_user_password: Value<String>,
    /// A machine to go through.
    pub bastion_host: Value<String>,
    /// The public key that the bastion, or its authority, has to have.
    pub bastion_host_key: Value<String>,
    /// The bastion's port; that of the machine unless set.
    pub bastion_port: Value<Number>,
    /// Who logs in at the bastion; the machine's user unless set.
    pub bastion_user: Value<String>,
    /// That user's password; the one for the machine unless set.
    #[tf(sensitive)]
    pub bastion_password: Value<String>,
    /// The content of a private key; the one for the machine unless set.
    #[tf(sensitive)]
    pub bastion_private_key: Value<String>,
    /// The content of a signed certificate, which goes with a private key.
    pub bastion_certificate: Value<String>,
}

/// A connection over Windows Remote Management.
#[derive(ferroform::Block)]
pub struct WinrmConnection {
    /// The machine's address.
    #[tf(required)]
    pub host: Value<String>,
    /// The port; 5985 unless set, with `https` 5986.
    pub port: Value<Number>,
    /// Who logs in; `Administrator` unless set.
    pub user: Value<String>,
    /// The user's password.
    #[tf(sensitive)]
    pub password: Value<String>,
    /// How long to wait for the connection, such as `30s`; five minutes unless set.
    pub timeout: Value<String>,
    /// Where scripts are copied to on the machine.
    pub script_path: Value<String>,
    /// Whether HTTPS is spoken in place of HTTP.
    pub https: Value<bool>,
    /// Whether the machine's certificate goes unchecked.
    pub insecure: Value<bool>,
    /// Whether NTLM authenticates, where basic authentication is switched off.
    pub use_ntlm: Value<bool>,
    /// The certificate of the authority that the machine's certificate is checked with.
    pub cacert: Value<String>,
}

impl From<SshConnection> for Connection {
    fn from(connection: SshConnection) -> Self {
        Self::Ssh(Box::new(connection))
    }
}

impl From<WinrmConnection> for Connection {
    fn from(connection: WinrmConnection) -> Self {
        Self::Winrm(Box::new(connection))
    }
}

impl Connection {
    pub(crate) fn content(&self) -> Content<'_> {
        match self {
            Self::Ssh(connection) => connection.content(),
            Self::Winrm(connection) => connection.content(),
        }
    }

    /// The block, where `body` writes its content.
    pub(crate) fn write(&self, body: &dyn Fn(&Content<'_>) -> BTreeMap<String, Json>) -> Json {
        let kind = match self {
            Self::Ssh(_) => "ssh",
            Self::Winrm(_) => "winrm",
        };
        let mut block = body(&self.content());
        block.insert("type".to_owned(), Json::from(kind));
        Json::Object(block)
    }
}
