//! Two regions and two clouds: a bucket copied from one region to another, and a name for it at Cloudflare.

use ferroform::functions::jsonencode;
use ferroform::{
    App, Error, Meta, Provider as _, ProviderRef, Resource as _, Scope, Value, Variable, object, template,
};
use ferroform_aws::iam_role::IamRoleRef;
use ferroform_aws::s3_bucket::S3BucketRef;
use ferroform_aws::s3_bucket_replication_configuration::{
    DeleteMarkerReplication, Destination, Filter, Rule,
};
use ferroform_aws::s3_bucket_versioning::{S3BucketVersioningARef, VersioningConfiguration};
use ferroform_aws::{
    AwsProvider, IamRole, IamRolePolicy, S3Bucket, S3BucketReplicationConfigurationA, S3BucketVersioningA,
};
use ferroform_cloudflare::{CloudflareProvider, DnsRecord, Zone, zone};

/// A bucket in a region, with its versions kept.
struct Copy {
    bucket: S3BucketRef,
    versions: S3BucketVersioningARef,
    region: ProviderRef,
}

impl Copy {
    fn new(scope: &Scope, name: &str, region: &ProviderRef) -> Result<Self, Error> {
        let scope = scope.scope(name);
        let there = Meta::new().provider(region);
        let bucket = S3Bucket { bucket_prefix: format!("photos-{name}-").into(), ..Default::default() };
        let bucket = scope.add("bucket", bucket.with(there.clone().prevent_destroy()))?;
        let versions = S3BucketVersioningA::new(bucket.id(), VersioningConfiguration::new("Enabled"));
        let versions = scope.add("versions", versions.with(there))?;
        Ok(Self { bucket, versions, region: region.clone() })
    }
}

/// Who may read the one bucket and write the other.
fn replicator(scope: &Scope, from: &Copy, to: &Copy) -> Result<IamRoleRef, Error> {
    let assume = object! {
        "Version" => "2012-10-17",
        "Statement" => [object! {
            "Effect" => "Allow",
            "Action" => "sts:AssumeRole",
            "Principal" => object! { "Service" => "s3.amazonaws.com" },
        }],
    };
    let role = scope.add("role", IamRole::new(jsonencode(assume)))?;
    let statement = |actions: &[&str], resource: Value<String>| {
        object! { "Effect" => "Allow", "Action" => actions, "Resource" => resource }
    };
    let policy = object! {
        "Version" => "2012-10-17",
        "Statement" => [
            statement(&["s3:GetReplicationConfiguration", "s3:ListBucket"], from.bucket.arn()),
            statement(&["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl"], template!("{}/*", from.bucket.arn())),
            statement(&["s3:ReplicateObject", "s3:ReplicateDelete"], template!("{}/*", to.bucket.arn())),
        ],
    };
    scope.add("policy", IamRolePolicy::new(jsonencode(policy), role.id()))?;
    Ok(role)
}

fn replicate(scope: &Scope, from: &Copy, to: &Copy) -> Result<(), Error> {
    let scope = scope.scope("replication");
    let role = replicator(&scope, from, to)?;
    let rule = Rule {
        id: "everything".into(),
        filter: Filter::default().into(),
        delete_marker_replication: DeleteMarkerReplication::new("Disabled").into(),
        ..Rule::new(
            "Enabled",
            Destination { storage_class: "STANDARD_IA".into(), ..Destination::new(to.bucket.arn()) },
        )
    };
    let rules = S3BucketReplicationConfigurationA::new(from.bucket.id(), role.arn(), rule);
    // Only buckets with versions can be copied.
    let meta = Meta::new().provider(&from.region).depends_on_all([&from.versions, &to.versions]);
    scope.add("rules", rules.with(meta))?;
    Ok(())
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("photos");
    let account = stack.variable("cloudflare_account", Variable::<String>::new())?;
    let token = stack.variable("cloudflare_token", Variable::<String>::new().sensitive())?;

    let home = stack.provider(AwsProvider { region: "eu-west-1".into(), ..Default::default() })?;
    let away =
        stack.provider(AwsProvider { region: "us-west-2".into(), ..Default::default() }.alias("away"))?;
    stack.provider(CloudflareProvider { api_token: token, ..Default::default() })?;

    let original = Copy::new(&stack, "original", &home)?;
    let copy = Copy::new(&stack, "copy", &away)?;
    replicate(&stack, &original, &copy)?;

    let account = zone::Account { id: account };
    let zone = stack.add("zone", Zone::new(account, "example.com"))?;
    for (name, copy) in [("photos", &original), ("photos-us", &copy)] {
        let record = DnsRecord {
            content: copy.bucket.bucket_regional_domain_name(),
            proxied: true.into(),
            ..DnsRecord::new(format!("{name}.example.com"), 1, "CNAME", zone.id())
        };
        stack.add(name, record)?;
    }
    stack.output("name_servers", zone.name_servers())?;
    app.synth()
}
