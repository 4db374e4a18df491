//! A static site: a private bucket behind CloudFront, with a certificate that the zone's own records prove.

use ferroform::{App, Error, Meta, Provider as _, Resource as _, Scope, Stack, Value, template};
use ferroform_aws::cloudfront_distribution::{
    CloudfrontDistributionRef, CustomErrorResponse, DefaultCacheBehavior, GeoRestriction, Origin,
    Restrictions, ViewerCertificate,
};
use ferroform_aws::data_aws_iam_policy_document::{Condition, NotPrincipals as Principals, Statement};
use ferroform_aws::data_aws_route53_zone::DataAwsRoute53ZoneRef;
use ferroform_aws::route53_record::Alias;
use ferroform_aws::s3_bucket::S3BucketRef;
use ferroform_aws::s3_bucket_versioning::VersioningConfiguration;
use ferroform_aws::{
    AcmCertificate, AcmCertificateValidation, AwsProvider, CloudfrontDistribution,
    CloudfrontOriginAccessControl, DataAwsIamPolicyDocument, DataAwsRoute53Zone, Route53Record, S3Bucket,
    S3BucketPolicy, S3BucketPublicAccessBlock, S3BucketVersioningA,
};

const DOMAIN: &str = "example.com";
const HOSTS: [&str; 2] = ["example.com", "www.example.com"];

/// The managed policy `CachingOptimized`.
const CACHING: &str = "658327ea-f89d-4fab-a63d-7e88639e58f6";

fn private_bucket(scope: &Scope, name: &str) -> Result<S3BucketRef, Error> {
    let scope = scope.scope(name);
    let bucket =
        scope.add("bucket", S3Bucket { bucket_prefix: format!("{name}-").into(), ..Default::default() })?;
    scope.add(
        "private",
        S3BucketPublicAccessBlock {
            block_public_acls: true.into(),
            block_public_policy: true.into(),
            ignore_public_acls: true.into(),
            restrict_public_buckets: true.into(),
            ..S3BucketPublicAccessBlock::new(bucket.id())
        },
    )?;
    let enabled = VersioningConfiguration::new("Enabled");
    scope.add("versions", S3BucketVersioningA::new(bucket.id(), enabled))?;
    Ok(bucket)
}

/// A certificate for all hosts, as soon as it is valid. CloudFront takes those from Virginia only.
fn certificate(stack: &Stack, zone: &DataAwsRoute53ZoneRef) -> Result<Value<String>, Error> {
    let scope = stack.scope("certificate");
    let virginia =
        stack.provider(AwsProvider { region: "us-east-1".into(), ..Default::default() }.alias("virginia"))?;
    let there = Meta::new().provider(&virginia);
    let certificate = scope.add(
        "certificate",
        AcmCertificate {
            domain_name: DOMAIN.into(),
            subject_alternative_names: HOSTS.into(),
            validation_method: "DNS".into(),
            ..Default::default()
        }
        .with(there.clone().create_before_destroy()),
    )?;
    let mut proofs = Vec::new();
    for (index, host) in HOSTS.iter().enumerate() {
        let option = certificate.domain_validation_options(index);
        let proof = Route53Record {
            allow_overwrite: true.into(),
            records: [option.resource_record_value()].into(),
            ttl: 60.into(),
            ..Route53Record::new(option.resource_record_name(), option.resource_record_type(), zone.zone_id())
        };
        proofs.push(scope.add(&host.replace('.', "-"), proof)?.fqdn());
    }
    let validation = AcmCertificateValidation {
        validation_record_fqdns: proofs.into(),
        ..AcmCertificateValidation::new(certificate.arn())
    };
    Ok(scope.add("validation", validation.with(there))?.certificate_arn())
}

fn distribution(
    scope: &Scope,
    bucket: &S3BucketRef,
    certificate: Value<String>,
) -> Result<CloudfrontDistributionRef, Error> {
    let access = CloudfrontOriginAccessControl::new("site", "s3", "always", "sigv4");
    let access = scope.add("access", access)?;
    let origin = Origin {
        origin_access_control_id: access.id(),
        ..Origin::new(bucket.bucket_regional_domain_name(), "site")
    };
    let methods = ["GET", "HEAD", "OPTIONS"];
    let behavior = DefaultCacheBehavior {
        cache_policy_id: CACHING.into(),
        compress: true.into(),
        ..DefaultCacheBehavior::new(methods, methods, "site", "redirect-to-https")
    };
    let viewer_certificate = ViewerCertificate {
        acm_certificate_arn: certificate,
        minimum_protocol_version: "TLSv1.2_2021".into(),
        ssl_support_method: "sni-only".into(),
        ..Default::default()
    };
    // The pages of a single-page application are all the same file.
    let error = |code: u16| CustomErrorResponse {
        response_code: 200.into(),
        response_page_path: "/index.html".into(),
        ..CustomErrorResponse::new(code)
    };
    scope.add(
        "distribution",
        CloudfrontDistribution {
            aliases: HOSTS.into(),
            default_root_object: "index.html".into(),
            is_ipv6_enabled: true.into(),
            custom_error_response: [error(403), error(404)].into(),
            ..CloudfrontDistribution::new(
                true,
                behavior,
                origin,
                Restrictions::new(GeoRestriction::new("none")),
                viewer_certificate,
            )
        },
    )
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("site");
    stack.provider(AwsProvider { region: "eu-west-1".into(), ..Default::default() })?;
    let zone = stack.data("zone", DataAwsRoute53Zone { name: DOMAIN.into(), ..Default::default() })?;
    let bucket = private_bucket(&stack, "site")?;
    let distribution = distribution(&stack, &bucket, certificate(&stack, &zone)?)?;

    let statement = Statement {
        actions: ["s3:GetObject"].into(),
        resources: [template!("{}/*", bucket.arn())].into(),
        principals: Principals::new(["cloudfront.amazonaws.com"], "Service").into(),
        condition: Condition::new("StringEquals", [distribution.arn()], "AWS:SourceArn").into(),
        ..Default::default()
    };
    let policy = DataAwsIamPolicyDocument { statement: statement.into(), ..Default::default() };
    let policy = stack.data("policy", policy)?;
    stack.add("policy", S3BucketPolicy::new(bucket.id(), policy.json()))?;

    for host in HOSTS {
        let alias = Alias::new(false, distribution.domain_name(), distribution.hosted_zone_id());
        for (family, of) in [("ipv4", "A"), ("ipv6", "AAAA")] {
            let record =
                Route53Record { alias: alias.clone().into(), ..Route53Record::new(host, of, zone.zone_id()) };
            stack.add(&format!("{host}-{family}").replace('.', "-"), record)?;
        }
    }
    stack.output("bucket", bucket.bucket())?;
    stack.output("distribution", distribution.id())?;
    app.synth()
}
