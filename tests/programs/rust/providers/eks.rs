//! A Kubernetes cluster on AWS: control plane, node groups for different work, add-ons, and roles for service accounts.

use ferroform::functions::{jsonencode, trimprefix, zipmap};
use ferroform::{App, Error, List, Map, Meta, Resource as _, Scope, Value, Variable, object, template};
use ferroform_aws::eks_cluster::{AccessConfig, EksClusterRef, EncryptionConfig, Provider, VpcConfig};
use ferroform_aws::eks_node_group::{ScalingConfig, Taint, UpdateConfig};
use ferroform_aws::iam_openid_connect_provider::IamOpenidConnectProviderRef;
use ferroform_aws::iam_role::IamRoleRef;
use ferroform_aws::{
    AwsProvider, EksAddon, EksCluster, EksNodeGroup, IamOpenidConnectProvider, IamRole,
    IamRolePolicyAttachment, KmsKey,
};

/// Nodes for one kind of work.
struct Nodes<'a> {
    name: &'a str,
    types: &'a [&'a str],
    spot: bool,
    /// At least, at first, at most.
    size: [u32; 3],
    /// Keeps other work away.
    dedicated: bool,
}

const NODES: [Nodes<'_>; 2] = [
    Nodes { name: "general", types: &["m7g.large"], spot: false, size: [2, 2, 6], dedicated: false },
    Nodes {
        name: "batch",
        types: &["c7g.2xlarge", "c6g.2xlarge"],
        spot: true,
        size: [0, 0, 20],
        dedicated: true,
    },
];

const ADDONS: [&str; 3] = ["coredns", "kube-proxy", "vpc-cni"];

/// A role for a service of AWS, with policies of AWS's own.
fn service_role(scope: &Scope, service: &str, policies: &[&str]) -> Result<(IamRoleRef, Meta), Error> {
    let assume = object! {
        "Version" => "2012-10-17",
        "Statement" => [object! {
            "Effect" => "Allow",
            "Action" => ["sts:AssumeRole", "sts:TagSession"],
            "Principal" => object! { "Service" => format!("{service}.amazonaws.com") },
        }],
    };
    let role = scope.add("role", IamRole::new(jsonencode(assume)))?;
    let mut attachments = Vec::new();
    for policy in policies {
        let arn = format!("arn:aws:iam::aws:policy/{policy}");
        attachments.push(scope.add(policy, IamRolePolicyAttachment::new(arn, role.name()))?);
    }
    // What uses the role can do nothing before its policies are there, nor after they are gone.
    Ok((role, Meta::new().depends_on_all(&attachments)))
}

/// A role that one service account of the cluster may take.
fn service_account_role(
    scope: &Scope,
    issuer: &IamOpenidConnectProviderRef,
    (namespace, account): (&str, &str),
    policy: &str,
) -> Result<IamRoleRef, Error> {
    let scope = scope.scope(account);
    let host = trimprefix(issuer.url(), "https://");
    let subject = format!("system:serviceaccount:{namespace}:{account}");
    let claims = [template!("{host}:sub"), template!("{host}:aud")];
    let conditions: Value<Map<String>> = zipmap(claims, [subject.as_str(), "sts.amazonaws.com"]);
    let assume = object! {
        "Version" => "2012-10-17",
        "Statement" => [object! {
            "Effect" => "Allow",
            "Action" => "sts:AssumeRoleWithWebIdentity",
            "Principal" => object! { "Federated" => issuer.arn() },
            "Condition" => object! { "StringEquals" => conditions },
        }],
    };
    let role = scope.add("role", IamRole::new(jsonencode(assume)))?;
    let policy = format!("arn:aws:iam::aws:policy/{policy}");
    scope.add("policy", IamRolePolicyAttachment::new(policy, role.name()))?;
    Ok(role)
}

fn control_plane(scope: &Scope, subnets: &Value<List<String>>) -> Result<EksClusterRef, Error> {
    let (role, meta) = service_role(scope, "eks", &["AmazonEKSClusterPolicy"])?;
    let key = KmsKey {
        description: "Secrets of the cluster".into(),
        enable_key_rotation: true.into(),
        ..Default::default()
    };
    let key = scope.add("key", key)?;
    let cluster = EksCluster {
        version: "1.33".into(),
        enabled_cluster_log_types: ["api", "audit"].into(),
        access_config: AccessConfig { authentication_mode: "API".into(), ..Default::default() }.into(),
        encryption_config: EncryptionConfig::new(["secrets"], Provider::new(key.arn())).into(),
        ..EksCluster::new("main", role.arn(), VpcConfig::new(subnets))
    };
    scope.add("cluster", cluster.with(meta))
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("cluster");
    stack.provider(AwsProvider { region: "eu-west-1".into(), ..Default::default() })?;
    let subnets = Variable::<List<String>>::new().description("Private subnets, in at least two zones");
    let subnets = stack.variable("subnets", subnets)?;

    let cluster = control_plane(&stack.scope("plane"), &subnets)?;
    let policies =
        ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryReadOnly", "AmazonEKS_CNI_Policy"];
    let (role, meta) = service_role(&stack.scope("nodes"), "ec2", &policies)?;
    let mut groups = Vec::new();
    for Nodes { name, types, spot, size: [least, first, most], dedicated } in NODES {
        let taint = dedicated.then(|| Taint { value: name.into(), ..Taint::new("NO_SCHEDULE", "dedicated") });
        let group = EksNodeGroup {
            node_group_name: name.into(),
            ami_type: "AL2023_ARM_64_STANDARD".into(),
            instance_types: types.into(),
            capacity_type: if spot { "SPOT" } else { "ON_DEMAND" }.into(),
            labels: [("work", name)].into(),
            taint: taint.into_iter().collect(),
            update_config: UpdateConfig { max_unavailable: 1.into(), ..Default::default() }.into(),
            ..EksNodeGroup::new(cluster.name(), role.arn(), &subnets, ScalingConfig::new(first, most, least))
        };
        // The autoscaler decides how many nodes there are.
        let meta = meta.clone().ignore_changes(["scaling_config[0].desired_size"]);
        groups.push(stack.add(name, group.with(meta))?);
    }

    let issuer = cluster.identity(0).oidc(0).issuer();
    let issuer = stack.add("issuer", IamOpenidConnectProvider::new(["sts.amazonaws.com"], issuer))?;
    for addon in ADDONS {
        let addon_resource = EksAddon {
            resolve_conflicts_on_update: "PRESERVE".into(),
            ..EksAddon::new(addon, cluster.name())
        };
        stack.add(addon, addon_resource.with(Meta::new().depends_on_all(&groups)))?;
    }
    let account = ("kube-system", "ebs-csi-controller-sa");
    let role = service_account_role(&stack, &issuer, account, "service-role/AmazonEBSCSIDriverPolicy")?;
    let storage = EksAddon {
        service_account_role_arn: role.arn(),
        ..EksAddon::new("aws-ebs-csi-driver", cluster.name())
    };
    stack.add("storage", storage)?;
    stack.output("endpoint", cluster.endpoint())?;
    app.synth()
}
