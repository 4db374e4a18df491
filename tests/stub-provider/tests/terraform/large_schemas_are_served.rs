//! A schema of many megabytes is served as a whole.

use ferroform_tests::{Project, shared, terraform};
use serde_json::json;

#[test]
fn a_program_for_all_of_aws_is_validated() {
    let Some(shared) = shared() else { return };
    let Some(terraform) = terraform() else { return };
    let terraform = terraform.with_stub_provider(&shared.join("corpus/schemas/aws-6.19.0-approx-full.json"));
    let project = Project::new();
    let bucket = json!({ "bucket": "logs", "tags": { "a": "b" } });
    project
        .write("main.tf.json", &json!({ "resource": { "aws_s3_bucket": { "logs": bucket } } }).to_string());
    let validated = terraform.run(project.path(), &["validate"]).success();
    assert!(validated.stdout.contains("The configuration is valid"), "{}", validated.said());
}
