//! Every backend with every attribute set that may be set beside the others. Addresses that can be chosen lead back to the machine.

use std::collections::BTreeMap;

use ferroform::backend::{
    AzurermBackend, Backend, Cloud, CloudWorkspaces, ConsulBackend, CosAssumeRole, CosBackend, GcsBackend,
    HttpBackend, KubernetesBackend, KubernetesExec, LocalBackend, OciBackend, OssAssumeRole, OssBackend,
    PgBackend, RemoteBackend, RemoteWorkspaces, S3AssumeRole, S3AssumeRoleWithWebIdentity, S3Backend,
    S3Endpoints,
};
use ferroform::{Any, Value};

/// What is done with each backend.
pub trait Visit {
    fn visit<B: Backend>(&mut self, name: &str, backend: B);
}

/// Shows every backend, some in several forms since not all their attributes go together.
pub fn each(visit: &mut impl Visit) {
    visit.visit("azurerm", azurerm());
    visit.visit("consul", consul());
    visit.visit("cos", cos());
    visit.visit("gcs", gcs());
    let gcs = GcsBackend {
        kms_encryption_key: "projects/p/locations/l/keyRings/r/cryptoKeys/k".into(),
        encryption_key: Value::default(),
        ..gcs()
    };
    visit.visit("gcs_kms", gcs);
    visit.visit("http", http());
    visit.visit("kubernetes", kubernetes());
    visit.visit("local", LocalBackend { path: "here.tfstate".into(), workspace_dir: "there".into() });
    visit.visit("oci", oci());
    visit.visit("oss", oss());
    visit.visit("oss_instance", OssBackend { tablestore_instance_name: "locks".into(), ..oss() });
    visit.visit("pg", pg());
    visit.visit("remote", remote(RemoteWorkspaces { name: "chat".into(), prefix: Value::default() }));
    let prefixed = RemoteWorkspaces { name: Value::default(), prefix: "chat-".into() };
    visit.visit("remote_prefix", remote(prefixed));
    visit.visit("s3", s3());
    let s3 = S3Backend {
        kms_key_id: Value::default(),
        sse_customer_key: KEY.into(),
        allowed_account_ids: Value::default(),
        forbidden_account_ids: ["123456789012"].into(),
        assume_role_with_web_identity: S3AssumeRoleWithWebIdentity {
            web_identity_token: "token".into(),
            ..S3AssumeRoleWithWebIdentity::new(ROLE)
        }
        .into(),
        ..s3()
    };
    visit.visit("s3_own_key", s3);
}

const ROLE: &str = "arn:aws:iam::123456789012:role/state";
/// 32 bytes in Base64.
const KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

pub fn azurerm() -> AzurermBackend {
    AzurermBackend {
        storage_account_name: "states".into(),
        container_name: "terraform".into(),
        key: "chat".into(),
        environment: "public".into(),
        metadata_host: "127.0.0.1:1".into(),
        snapshot: true.into(),
        resource_group_name: "group".into(),
        subscription_id: "00000000-0000-0000-0000-000000000001".into(),
        lookup_blob_endpoint: false.into(),
        tenant_id: "00000000-0000-0000-0000-000000000002".into(),
        client_id: "00000000-0000-0000-0000-000000000003".into(),
        client_id_file_path: "client_id".into(),
        client_certificate: "AAAA".into(),
        client_certificate_path: "certificate.pfx".into(),
        client_certificate_password: "secret".into(),
        client_secret: "secret".into(),
        client_secret_file_path: "client_secret".into(),
        use_oidc: true.into(),
        oidc_request_url: "http://127.0.0.1:1".into(),
        oidc_request_token: "token".into(),
        oidc_token: "token".into(),
        oidc_token_file_path: "token".into(),
        ado_pipeline_service_connection_id: "connection".into(),
        use_msi: false.into(),
        msi_endpoint: "http://127.0.0.1:1".into(),
        endpoint: "http://127.0.0.1:1".into(),
        use_cli: false.into(),
        use_aks_workload_identity: false.into(),
        use_azuread_auth: false.into(),
        sas_token: "token".into(),
        access_key: "AAAA".into(),
    }
}

pub fn consul() -> ConsulBackend {
    ConsulBackend {
        path: "terraform/chat".into(),
        address: "127.0.0.1:1".into(),
        scheme: "http".into(),
        datacenter: "dc1".into(),
        access_token: "token".into(),
        http_auth: "user:password".into(),
        gzip: true.into(),
        lock: false.into(),
        ca_file: "ca.pem".into(),
        cert_file: "cert.pem".into(),
        key_file: "key.pem".into(),
    }
}

pub fn cos() -> CosBackend {
    CosBackend {
        bucket: "state-1234567890".into(),
        region: "ap-guangzhou".into(),
        prefix: "terraform".into(),
        key: "chat".into(),
        encrypt: true.into(),
        acl: "private".into(),
        accelerate: false.into(),
        endpoint: "http://127.0.0.1:1".into(),
        domain: "127.0.0.1:1".into(),
        secret_id: "id".into(),
        secret_key: "secret".into(),
        security_token: "token".into(),
        profile: "state".into(),
        shared_credentials_dir: "credentials".into(),
        cam_role_name: "role".into(),
        assume_role: CosAssumeRole {
            role_arn: "qcs::cam::uin/1234567890:roleName/state".into(),
            session_name: "terraform".into(),
            session_duration: 900.into(),
            policy: "{}".into(),
            external_id: "external".into(),
        }
        .into(),
    }
}

pub fn gcs() -> GcsBackend {
    GcsBackend {
        bucket: "state".into(),
        prefix: "chat".into(),
        credentials: "{}".into(),
        access_token: "token".into(),
        impersonate_service_account: "state@example.iam.gserviceaccount.com".into(),
        impersonate_service_account_delegates: ["other@example.iam.gserviceaccount.com"].into(),
        encryption_key: KEY.into(),
        kms_encryption_key: Value::default(),
        storage_custom_endpoint: "http://127.0.0.1:1/storage/v1/".into(),
    }
}

pub fn http() -> HttpBackend {
    HttpBackend {
        address: "http://127.0.0.1:1/chat".into(),
        update_method: "PUT".into(),
        lock_address: "http://127.0.0.1:1/chat/lock".into(),
        lock_method: "PUT".into(),
        unlock_address: "http://127.0.0.1:1/chat/lock".into(),
        unlock_method: "DELETE".into(),
        username: "user".into(),
        password: "password".into(),
        skip_cert_verification: true.into(),
        retry_max: 0.into(),
        retry_wait_min: 1.into(),
        retry_wait_max: 1.into(),
        client_certificate_pem: "certificate".into(),
        client_private_key_pem: "key".into(),
        client_ca_certificate_pem: "authority".into(),
    }
}

pub fn kubernetes() -> KubernetesBackend {
    KubernetesBackend {
        secret_suffix: "chat".into(),
        labels: [("team", "blue")].into(),
        namespace: "state".into(),
        in_cluster_config: false.into(),
        load_config_file: true.into(),
        host: "https://127.0.0.1:1".into(),
        username: "user".into(),
        password: "password".into(),
        insecure: false.into(),
        client_certificate: "certificate".into(),
        client_key: "key".into(),
        cluster_ca_certificate: "authority".into(),
        config_paths: ["one.yaml", "two.yaml"].into(),
        config_path: "three.yaml".into(),
        config_context: "context".into(),
        config_context_auth_info: "user".into(),
        config_context_cluster: "cluster".into(),
        token: "token".into(),
        proxy_url: "http://127.0.0.1:1".into(),
        exec: KubernetesExec {
            api_version: "client.authentication.k8s.io/v1".into(),
            command: "false".into(),
            env: [("REGION", "eu")].into(),
            args: ["token"].into(),
        }
        .into(),
    }
}

pub fn oci() -> OciBackend {
    OciBackend {
        bucket: "state".into(),
        namespace: "tenancy".into(),
        key: "chat".into(),
        workspace_key_prefix: "workspaces".into(),
        region: "eu-frankfurt-1".into(),
        auth: "ApiKey".into(),
        config_file_profile: "DEFAULT".into(),
        tenancy_ocid: "ocid1.tenancy.oc1..a".into(),
        user_ocid: "ocid1.user.oc1..a".into(),
        fingerprint: "00:11".into(),
        private_key: "key".into(),
        private_key_path: "key.pem".into(),
        private_key_password: "password".into(),
        kms_key_id: "ocid1.key.oc1..a".into(),
        sse_customer_key: KEY.into(),
        sse_customer_key_sha256: KEY.into(),
        sse_customer_algorithm: "AES256".into(),
    }
}

/// Without the name of the instance, which needs Terraform 1.12.
pub fn oss() -> OssBackend {
    OssBackend {
        bucket: "state".into(),
        region: "cn-beijing".into(),
        prefix: "terraform".into(),
        key: "chat".into(),
        encrypt: true.into(),
        acl: "private".into(),
        endpoint: "http://127.0.0.1:1".into(),
        sts_endpoint: "127.0.0.1:1".into(),
        tablestore_endpoint: "http://127.0.0.1:1".into(),
        tablestore_instance_name: Value::default(),
        tablestore_table: "locks".into(),
        access_key: "id".into(),
        secret_key: "secret".into(),
        security_token: "token".into(),
        ecs_role_name: "role".into(),
        shared_credentials_file: "credentials".into(),
        profile: "state".into(),
        assume_role: OssAssumeRole {
            role_arn: "acs:ram::1234567890:role/state".into(),
            session_name: "terraform".into(),
            policy: "{}".into(),
            session_expiration: 900.into(),
        }
        .into(),
    }
}

pub fn pg() -> PgBackend {
    PgBackend {
        conn_str: "postgres://user:password@127.0.0.1:1/state?sslmode=disable".into(),
        schema_name: "chat".into(),
        skip_schema_creation: true.into(),
        skip_table_creation: true.into(),
        skip_index_creation: true.into(),
    }
}

pub fn remote(workspaces: RemoteWorkspaces) -> RemoteBackend {
    RemoteBackend {
        hostname: "localhost:1".into(),
        organization: "example".into(),
        token: "token".into(),
        workspaces: workspaces.into(),
    }
}

pub fn s3() -> S3Backend {
    S3Backend {
        bucket: "state".into(),
        key: "chat".into(),
        region: "eu-west-1".into(),
        workspace_key_prefix: "workspaces".into(),
        use_lockfile: true.into(),
        dynamodb_table: "locks".into(),
        encrypt: true.into(),
        kms_key_id: "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-000000000000".into(),
        sse_customer_key: Value::default(),
        acl: "private".into(),
        access_key: "id".into(),
        secret_key: "secret".into(),
        token: "token".into(),
        profile: "state".into(),
        shared_config_files: ["config"].into(),
        shared_credentials_files: ["credentials"].into(),
        assume_role: S3AssumeRole {
            role_arn: ROLE.into(),
            duration: "1h".into(),
            external_id: "external".into(),
            policy: r#"{"Version": "2012-10-17"}"#.into(),
            policy_arns: ["arn:aws:iam::123456789012:policy/state"].into(),
            session_name: "terraform".into(),
            source_identity: "someone".into(),
            tags: [("team", "blue")].into(),
            transitive_tag_keys: ["team"].into(),
        }
        .into(),
        assume_role_with_web_identity: S3AssumeRoleWithWebIdentity {
            role_arn: ROLE.into(),
            duration: "1h".into(),
            policy: r#"{"Version": "2012-10-17"}"#.into(),
            policy_arns: ["arn:aws:iam::123456789012:policy/state"].into(),
            session_name: "terraform".into(),
            web_identity_token: Value::default(),
            web_identity_token_file: "token".into(),
        }
        .into(),
        allowed_account_ids: ["123456789012"].into(),
        forbidden_account_ids: Value::default(),
        endpoints: S3Endpoints {
            dynamodb: "http://127.0.0.1:1".into(),
            iam: "http://127.0.0.1:1".into(),
            s3: "http://127.0.0.1:1".into(),
            sso: "http://127.0.0.1:1".into(),
            sts: "http://127.0.0.1:1".into(),
        }
        .into(),
        use_path_style: true.into(),
        use_dualstack_endpoint: false.into(),
        use_fips_endpoint: false.into(),
        sts_region: "eu-west-1".into(),
        max_retries: 1.into(),
        retry_mode: "standard".into(),
        ec2_metadata_service_endpoint: "http://127.0.0.1:1".into(),
        ec2_metadata_service_endpoint_mode: "IPv4".into(),
        custom_ca_bundle: "authorities.pem".into(),
        http_proxy: "http://127.0.0.1:1".into(),
        https_proxy: "http://127.0.0.1:1".into(),
        no_proxy: "localhost".into(),
        insecure: false.into(),
        skip_credentials_validation: true.into(),
        skip_region_validation: true.into(),
        skip_requesting_account_id: true.into(),
        skip_metadata_api_check: true.into(),
        skip_s3_checksum: true.into(),
    }
}

pub fn cloud() -> Cloud {
    let tags = BTreeMap::from([("team", "blue")]);
    Cloud {
        hostname: "localhost:1".into(),
        organization: "example".into(),
        token: "token".into(),
        workspaces: CloudWorkspaces {
            name: Value::default(),
            tags: Value::<Any>::from(tags),
            project: "chat".into(),
        }
        .into(),
    }
}
