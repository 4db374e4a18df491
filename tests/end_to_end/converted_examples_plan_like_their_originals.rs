//! What the converter makes of examples runs, and Terraform plans the same as for the original.

use ferroform_tests::{Edition, Example, Proof, Row, Stage, add_conversions, examples, root, terraform};

const EDITIONS: [Edition; 3] = [Edition::Python, Edition::TypeScript, Edition::Rust];

#[test]
fn in_every_language() {
    let Some(rows) = proved("in_every_language", &converted()) else { return };
    let (refused, others): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.stage == Stage::Original);
    for row in refused {
        assert!(row.reason.starts_with("Unsupported argument"), "{row:?}");
    }
    let wrong: Vec<_> = others.iter().filter(|row| row.stage != Stage::Equal).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(others.len() >= 7, "{others:#?}");
}

#[test]
fn and_programs_that_mean_something_else_are_told() {
    let changes = [
        // A value, a reference, an output, a lifecycle.
        (2, "5 * 60", "6 * 60"),
        (3, "numbered[0]", "numbered[1]"),
        (2, "api_endpoint\n", "execution_arn\n"),
        (3, "create_before_destroy", "prevent_destroy"),
    ];
    let examples = converted();
    let others: Vec<_> = changes
        .iter()
        .map(|(number, from, to)| {
            let example = &examples[*number];
            let hcl = example.hcl.replace(from, to);
            assert_ne!(hcl, example.hcl, "there is no `{from}`");
            Example { hcl, ..example.clone() }
        })
        .collect();
    let Some(rows) = proved("and_programs_that_mean_something_else_are_told", &others) else { return };
    let missed: Vec<_> = rows.iter().filter(|row| row.stage != Stage::Planned).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

fn converted() -> Vec<Example> {
    let mut examples = examples(&root().join("tests/examples"), &[]);
    add_conversions(&mut examples, &schema(), &EDITIONS);
    examples
}

fn schema() -> std::path::PathBuf {
    root().join("schemas/aws-apigatewayv2.json")
}

fn proved(test: &str, examples: &[Example]) -> Option<Vec<Row>> {
    terraform()?;
    let folder = root().join("target/proof").join(test);
    // Plans of other times say nothing of this one.
    let _ = std::fs::remove_dir_all(folder.join("plans"));
    let rows = Proof { schema: &schema(), folder }.of(examples, &EDITIONS);
    (!rows.is_empty()).then_some(rows)
}
