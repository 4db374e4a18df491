//! `s3`: Amazon S3, and storages that speak its protocol.

use super::Backend;
use crate::{Map, Number, Set, Value};

/// Keeps states in a bucket of Amazon S3, or of a storage that speaks its protocol.
///
/// See <https://developer.hashicorp.com/terraform/language/backend/s3>.
#[derive(ferroform::Block)]
pub struct S3Backend {
    /// The bucket.
    #[tf(required)]
    pub bucket: Value<String>,
    /// The object in the bucket.
    #[tf(required)]
    pub key: Value<String>,
    /// The region of the bucket and the locks.
    pub region: Value<String>,
    /// What the objects of other workspaces begin with; `env:` unless set.
    pub workspace_key_prefix: Value<String>,
    /// Whether the state is locked by an object beside it.
    pub use_lockfile: Value<bool>,
    /// The DynamoDB table with the locks.
    #[tf(deprecated = "use `use_lockfile`")]
    pub dynamodb_table: Value<String>,
    /// Whether S3 encrypts the object.
    pub encrypt: Value<bool>,
    /// The key of KMS that encrypts the object.
    #[tf(conflicts_with("sse_customer_key"))]
    pub kms_key_id: Value<String>,
    /// A key of one's own to encrypt the object with: 32 bytes in Base64.
    #[tf(sensitive)]
    pub sse_customer_key: Value<String>,
    /// The canned access control list of the object, such as `bucket-owner-full-control`.
    pub acl: Value<String>,
    /// The ID of an access key.
    pub access_key: Value<String>,
    /// The access key.
    #[tf(sensitive)]
    pub secret_key: Value<String>,
    /// The token that belongs to temporary credentials.
    #[tf(sensitive)]
    pub token: Value<String>,
    /// The profile of the shared files.
    pub profile: Value<String>,
    /// The shared configuration files; `~/.aws/config` unless set.
    pub shared_config_files: Value<Set<String>>,
    /// The shared credentials files; `~/.aws/credentials` unless set.
    pub shared_credentials_files: Value<Set<String>>,
    /// A role to assume first.
    pub assume_role: Value<S3AssumeRole>,
    /// A role to assume first with the token of another identity provider.
    pub assume_role_with_web_identity: Value<S3AssumeRoleWithWebIdentity>,
    /// The only accounts that may be worked in.
    #[tf(conflicts_with("forbidden_account_ids"))]
    pub allowed_account_ids: Value<Set<String>>,
    /// Accounts that must not be worked in.
    pub forbidden_account_ids: Value<Set<String>>,
    /// Other addresses of the services.
    pub endpoints: Value<S3Endpoints>,
    /// Whether addresses are `https://host/bucket` and not `https://bucket.host`.
    pub use_path_style: Value<bool>,
    /// Whether endpoints that speak IPv6, too, are used.
    pub use_dualstack_endpoint: Value<bool>,
    /// Whether endpoints that comply with FIPS are used.
    pub use_fips_endpoint: Value<bool>,
    /// The region of the Security Token Service.
    pub sts_region: Value<String>,
    /// How often a request is tried; five times unless set.
    pub max_retries: Value<Number>,
    /// How requests are retried.
    #[tf(one_of("standard", "adaptive", source = docs))]
    pub retry_mode: Value<String>,
    /// The address of the machine's metadata service.
    pub ec2_metadata_service_endpoint: Value<String>,
    /// How the machine's metadata service is spoken to.
    #[tf(one_of("IPv4", "IPv6"))]
    pub ec2_metadata_service_endpoint_mode: Value<String>,
    /// A file with the authorities that the services' certificates are checked with.
    pub custom_ca_bundle: Value<String>,
    /// The proxy for `http` addresses.
    pub http_proxy: Value<String>,
    /// The proxy for `https` addresses.
    pub https_proxy: Value<String>,
    /// Hosts that are reached without a proxy, with commas between them.
    pub no_proxy: Value<String>,
    /// Whether the services' certificates go unchecked.
    pub insecure: Value<bool>,
    /// Whether the credentials are used without asking who they belong to.
    pub skip_credentials_validation: Value<bool>,
    /// Whether a region that Terraform does not know is taken.
    pub skip_region_validation: Value<bool>,
    /// Whether Terraform does not ask for the account's number.
    pub skip_requesting_account_id: Value<bool>,
    /// Whether the machine's metadata service is left alone.
    pub skip_metadata_api_check: Value<bool>,
    /// Whether objects are written without a checksum, which some storages refuse.
    pub skip_s3_checksum: Value<bool>,
}

/// A role to assume.
#[derive(ferroform::Block)]
pub struct S3AssumeRole {
    /// The role's ARN.
    #[tf(required)]
    pub role_arn: Value<String>,
    /// How long the session lasts, from 15 minutes to 12 hours: `1h30m`.
    pub duration: Value<String>,
    /// What the role's owner tells outsiders to say.
    #[tf(length(2, 1224))]
    pub external_id: Value<String>,
    /// A policy, in JSON, that narrows what the role may do.
    pub policy: Value<String>,
    /// The ARNs of policies that narrow what the role may do.
    pub policy_arns: Value<Set<String>>,
    /// What the session is called.
    pub session_name: Value<String>,
    /// Who assumes the role, as it is logged.
    pub source_identity: Value<String>,
    /// The session's tags.
    pub tags: Value<Map<String>>,
    /// Which tags are handed on to further sessions.
    pub transitive_tag_keys: Value<Set<String>>,
}

/// A role to assume with a token that another identity provider issued.
#[derive(ferroform::Block)]
pub struct S3AssumeRoleWithWebIdentity {
    /// The role's ARN.
    #[tf(required)]
    pub role_arn: Value<String>,
    /// How long the session lasts, from 15 minutes to 12 hours: `1h30m`.
    pub duration: Value<String>,
    /// A policy, in JSON, that narrows what the role may do.
    pub policy: Value<String>,
    /// The ARNs of policies that narrow what the role may do.
    pub policy_arns: Value<Set<String>>,
    /// What the session is called.
    pub session_name: Value<String>,
    /// The token.
    #[tf(sensitive, exactly_one_of("web_identity_token_file"), length(4, 20000))]
    pub web_identity_token: Value<String>,
    /// A file with the token.
    #[tf(exactly_one_of("web_identity_token"), length(4, 20000))]
    pub web_identity_token_file: Value<String>,
}

/// Other addresses of the services.
#[derive(ferroform::Block)]
pub struct S3Endpoints {
    /// DynamoDB's.
    #[tf(deprecated = "use `use_lockfile`")]
    pub dynamodb: Value<String>,
    /// IAM's.
    pub iam: Value<String>,
    /// S3's.
    pub s3: Value<String>,
    /// The IAM Identity Center's.
    pub sso: Value<String>,
    /// The Security Token Service's.
    pub sts: Value<String>,
}

impl Backend for S3Backend {
    const TYPE: &'static str = "s3";
    const NEWER: &'static [(&'static str, u32)] = &[
        ("shared_config_files", 6),
        ("shared_credentials_files", 6),
        ("assume_role", 6),
        ("assume_role_with_web_identity", 6),
        ("allowed_account_ids", 6),
        ("forbidden_account_ids", 6),
        ("endpoints", 6),
        ("use_path_style", 6),
        ("use_dualstack_endpoint", 6),
        ("use_fips_endpoint", 6),
        ("sts_region", 6),
        ("retry_mode", 6),
        ("ec2_metadata_service_endpoint", 6),
        ("ec2_metadata_service_endpoint_mode", 6),
        ("custom_ca_bundle", 6),
        ("http_proxy", 6),
        ("insecure", 6),
        ("https_proxy", 7),
        ("no_proxy", 7),
        ("skip_requesting_account_id", 7),
        ("skip_s3_checksum", 7),
        ("use_lockfile", 10),
    ];
}
