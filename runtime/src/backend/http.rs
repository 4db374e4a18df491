//! `http`: a REST service.

use super::Backend;
use crate::{Number, Value};

/// Keeps the state at a REST service: `GET` reads it, and `DELETE` removes it.
///
/// See <https://developer.hashicorp.com/terraform/language/backend/http>.
#[derive(ferroform::Block)]
pub struct HttpBackend {
    /// The state's URL; unless set, the variable `TF_HTTP_ADDRESS` of the environment.
    pub address: Value<String>,
    /// The method that writes the state; `POST` unless set.
    pub update_method: Value<String>,
    /// The URL of the lock; the state is not locked unless set.
    pub lock_address: Value<String>,
    /// The method that locks; `LOCK` unless set.
    pub lock_method: Value<String>,
    /// The URL that unlocks.
    pub unlock_address: Value<String>,
    /// The method that unlocks; `UNLOCK` unless set.
    pub unlock_method: Value<String>,
    /// The user for basic authentication.
    pub username: Value<String>,
    /// The password for basic authentication.
    #[tf(sensitive)]
    pub password: Value<String>,
    /// Whether the service's certificate goes unchecked.
    pub skip_cert_verification: Value<bool>,
    /// How often a request is retried.
    pub retry_max: Value<Number>,
    /// Seconds between two tries, at least.
    pub retry_wait_min: Value<Number>,
    /// Seconds between two tries, at most.
    pub retry_wait_max: Value<Number>,
    /// The certificate to show the service, in PEM.
    #[tf(required_with("client_private_key_pem", severity = warning))]
    pub client_certificate_pem: Value<String>,
    /// The certificate's key, in PEM.
    #[tf(sensitive)]
    pub client_private_key_pem: Value<String>,
    /// The authorities that the service's certificate is checked with, in PEM.
    pub client_ca_certificate_pem: Value<String>,
}

impl Backend for HttpBackend {
    const TYPE: &'static str = "http";
    const NEWER: &'static [(&'static str, u32)] =
        &[("client_certificate_pem", 4), ("client_private_key_pem", 4), ("client_ca_certificate_pem", 4)];
}
