//! Real Terraform accepts what programs synthesize.

use ferroform_tests::{Project, Terraform, root, terraform};

use crate::programs::{Runtime, python_program, typescript_program};

#[test]
fn api_gateway_programs_in_python() {
    for (program, stacks) in PROGRAMS {
        let Some(terraform) = with_aws() else { return };
        let Some(project) = python_program(program, Runtime::Cdktn) else { return };
        for stack in stacks {
            plans(&terraform, &project, stack);
        }
    }
}

#[test]
fn api_gateway_programs_in_typescript() {
    for (program, stacks) in PROGRAMS {
        let Some(terraform) = with_aws() else { return };
        let Some(project) = typescript_program(program, Runtime::Cdktn) else { return };
        for stack in stacks {
            plans(&terraform, &project, stack);
        }
    }
}

const PROGRAMS: [(&str, &[(&str, &str)]); 2] = [
    ("seed", &[("basic", "Plan: 3 to add"), ("import", "Plan: 1 to import")]),
    ("nested", &[("nested", "Plan: 3 to add")]),
];

fn with_aws() -> Option<Terraform> {
    terraform()?.with_stub_provider(&root().join("schemas/aws-apigatewayv2.json"))
}

/// Terraform validates a stack, and its plan says what is expected.
pub fn plans(terraform: &Terraform, project: &Project, (stack, says): &(&str, &str)) {
    let folder = project.path().join("cdktf.out/stacks").join(stack);
    terraform.run(&folder, &["init"]).success();
    terraform.run(&folder, &["validate"]).success();
    // An import is planned together with the configuration that Terraform writes for it.
    let plan = terraform.run(&folder, &["plan", "-generate-config-out=generated.tf"]).success();
    assert!(plan.stdout.contains(says), "{}", plan.said());
}
