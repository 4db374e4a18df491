//! `cos`: Tencent Cloud Object Storage.

use super::Backend;
use crate::{Blocks, Number, Value};

/// Keeps states in a bucket of Tencent Cloud Object Storage.
///
/// See <https://developer.hashicorp.com/terraform/language/backend/cos>.
#[derive(ferroform::Block)]
pub struct CosBackend {
    /// The bucket, with the account's number: `state-1234567890`.
    #[tf(required)]
    pub bucket: Value<String>,
    /// The bucket's region, such as `ap-guangzhou`; unless set, the variable `TENCENTCLOUD_REGION` of the environment.
    pub region: Value<String>,
    /// The folder in the bucket.
    pub prefix: Value<String>,
    /// The object below the folder; `terraform.tfstate` unless set.
    pub key: Value<String>,
    /// Whether the service encrypts the object; it does unless set.
    pub encrypt: Value<bool>,
    /// Who may read the object.
    #[tf(one_of("private", "public-read"))]
    pub acl: Value<String>,
    /// Whether the bucket is reached through global acceleration.
    pub accelerate: Value<bool>,
    /// Another address of the object storage.
    pub endpoint: Value<String>,
    /// Another domain of the cloud's other services.
    pub domain: Value<String>,
    /// The ID of the account's API key.
    pub secret_id: Value<String>,
    /// The account's API key.
    #[tf(sensitive)]
    pub secret_key: Value<String>,
    /// The token that belongs to temporary credentials.
    #[tf(sensitive)]
    pub security_token: Value<String>,
    /// Which of the shared credentials to use.
    pub profile: Value<String>,
    /// The folder with shared credentials; `~/.tccli` unless set.
    pub shared_credentials_dir: Value<String>,
    /// The role of the virtual machine that runs Terraform.
    pub cam_role_name: Value<String>,
    /// A role to assume first.
    #[tf(set, max_items(1))]
    pub assume_role: Blocks<CosAssumeRole>,
}

/// A role to assume. What is unset comes from variables of the environment.
#[derive(ferroform::Block)]
pub struct CosAssumeRole {
    /// The role's ARN.
    pub role_arn: Value<String>,
    /// What the session is called.
    pub session_name: Value<String>,
    /// How long the session lasts, in seconds; two hours unless set.
    #[tf(range(0, 43200))]
    pub session_duration: Value<Number>,
    /// A policy, in JSON, that narrows what the role may do.
    pub policy: Value<String>,
    /// What the role's owner tells outsiders to say.
    pub external_id: Value<String>,
}

impl Backend for CosBackend {
    const TYPE: &'static str = "cos";
    const NEWER: &'static [(&'static str, u32)] = &[
        ("accelerate", 3),
        ("security_token", 4),
        ("assume_role", 4),
        ("endpoint", 6),
        ("domain", 6),
        ("profile", 10),
        ("shared_credentials_dir", 10),
        ("cam_role_name", 10),
    ];
}
