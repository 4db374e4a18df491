//! `oss`: Alibaba Cloud Object Storage Service.

use super::Backend;
use crate::{Blocks, Number, Value};

/// Keeps states in a bucket of Alibaba Cloud's Object Storage Service.
///
/// See <https://developer.hashicorp.com/terraform/language/backend/oss>.
#[derive(ferroform::Block)]
pub struct OssBackend {
    /// The bucket.
    #[tf(required)]
    pub bucket: Value<String>,
    /// The bucket's region, such as `cn-beijing`.
    pub region: Value<String>,
    /// The folder in the bucket; `env:` unless set.
    pub prefix: Value<String>,
    /// The object below the folder; `terraform.tfstate` unless set.
    pub key: Value<String>,
    /// Whether the service encrypts the object.
    pub encrypt: Value<bool>,
    /// Who may do what with the object.
    #[tf(one_of("private", "public-read", "public-read-write"))]
    pub acl: Value<String>,
    /// Another address of the object storage.
    pub endpoint: Value<String>,
    /// Another address of the Security Token Service.
    pub sts_endpoint: Value<String>,
    /// The address of the TableStore instance with the locks.
    pub tablestore_endpoint: Value<String>,
    /// The TableStore instance with the locks.
    pub tablestore_instance_name: Value<String>,
    /// The table with the locks; the state is not locked unless set.
    pub tablestore_table: Value<String>,
    /// The ID of the account's access key.
    pub access_key: Value<String>,
    /// The account's access key.
    #[tf(sensitive)]
    pub secret_key: Value<String>,
    /// The token that belongs to temporary credentials.
    #[tf(sensitive)]
    pub security_token: Value<String>,
    /// The role of the virtual machine that runs Terraform.
    pub ecs_role_name: Value<String>,
    /// A file with shared credentials.
    pub shared_credentials_file: Value<String>,
    /// Which of the shared credentials to use.
    pub profile: Value<String>,
    /// A role to assume first.
    #[tf(set, max_items(1))]
    pub assume_role: Blocks<OssAssumeRole>,
}

/// A role to assume. What is unset comes from variables of the environment.
#[derive(ferroform::Block)]
pub struct OssAssumeRole {
    /// The role's ARN.
    pub role_arn: Value<String>,
    /// What the session is called.
    pub session_name: Value<String>,
    /// A policy, in JSON, that narrows what the role may do.
    pub policy: Value<String>,
    /// How long the session lasts, in seconds; an hour unless set.
    #[tf(range(900, 3600))]
    pub session_expiration: Value<Number>,
}

impl Backend for OssBackend {
    const TYPE: &'static str = "oss";
    const NEWER: &'static [(&'static str, u32)] = &[("sts_endpoint", 1), ("tablestore_instance_name", 12)];
}
