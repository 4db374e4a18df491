//! What `validate` lets pass, Terraform takes, and reads as it was meant.

#[path = "../common/app.rs"]
mod app;
mod expected;
mod shelf;
#[path = "../common/stack.rs"]
mod stack;

use std::collections::BTreeMap;
use std::path::Path;

use app::app;
use expected::Plan;
use ferroform::{Resource as _, Severity};
use ferroform_tests::terraform;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use stack::stack;

/// In one run of Terraform, which takes seconds to start and no time for one resource more.
const INSTANCES: usize = 500;

#[test]
fn what_is_valid_is_taken_and_read_as_it_was_meant() {
    let Some(terraform) = terraform() else { return };
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/laws/store.json");
    let terraform = terraform.with_stub_provider(&schema);
    let (app, _folder) = app();
    let stack = stack(&app, "shelves");
    let (mut runner, mut shelves, mut refused) = (TestRunner::deterministic(), BTreeMap::new(), 0);
    for index in 0..INSTANCES {
        let shelf = shelf::shelf().new_tree(&mut runner).unwrap().current();
        if shelf.validate().iter().any(|violation| violation.severity == Severity::Error) {
            refused += 1;
            continue;
        }
        let name = format!("shelf{index}");
        stack.add(&name, shelf.clone()).unwrap();
        shelves.insert(name, shelf);
    }
    assert!(
        refused > INSTANCES / 10 && shelves.len() > INSTANCES / 4,
        "{refused} of {INSTANCES} are refused"
    );
    app.synth().unwrap();

    let folder = app.outdir().join("stacks/shelves");
    terraform.run(&folder, &["init"]).success();
    terraform.run(&folder, &["plan", "-out=plan"]).success();
    let plan = Plan::read(&terraform.run(&folder, &["show", "-json", "plan"]).success().stdout);
    for (name, shelf) in &shelves {
        plan.says(name, shelf);
    }
}
