//! What the features bring that are off by default.

use ferroform::Value;
use ferroform_downstream::Bucket;
use ferroform_downstream::bucket::Owner;

#[test]
fn constructs_are_compared_by_what_they_say() {
    let bucket = || Bucket { quota: 5.into(), ..Bucket::new("photos", "STANDARD") };
    assert_eq!(bucket(), bucket());
    assert_ne!(bucket(), Bucket { quota: Value::Unset, ..bucket() });
    assert_ne!(bucket(), Bucket { quota: Value::expression("5"), ..bucket() });
}

#[test]
fn constructs_are_serialized_as_terraform_reads_them() {
    let owner = Owner { name: "Ada".into(), ..Default::default() };
    let bucket = Bucket {
        owner: owner.into(),
        quota: Value::expression("var.quota"),
        ..Bucket::new("photos", "${x}")
    };
    assert_eq!(
        serde_json::to_value(bucket).unwrap(),
        serde_json::json!({
            "name": "photos",
            "class": "$${x}",
            "quota": "${var.quota}",
            "owner": { "name": "Ada", "email": null },
        })
    );
}
