//! A schema of the size of the AWS provider's.

use std::path::PathBuf;

use ferroform_tests::{Project, shared};
use serde_json::{Map, Value, json};

/// A schema to generate from.
#[derive(Debug)]
pub struct Schema {
    /// The file.
    pub file: PathBuf,
    /// What it is, for the reader of the figures.
    pub title: String,
}

/// The recovered schema of AWS 6.66 where development data is present, else a synthetic one of that size.
pub fn aws_sized(project: &Project) -> Schema {
    if let Some(shared) = shared() {
        let file = shared.join("corpus/recovered/aws-6.66.0.json");
        return Schema {
            file,
            title: "AWS 6.66.0: 1,725 resources, 683 data sources, 10 ephemeral resources".into(),
        };
    }
    let file = project.write("synthetic.json", &synthetic().to_string());
    Schema {
        file,
        title: "synthetic: 1,725 resources and 683 data sources with as many attributes as AWS's".into(),
    }
}

/// The same schema in every run.
fn synthetic() -> Value {
    let mut dice = Dice(1);
    let mut constructs = |count: usize, attributes: usize, blocks: usize| -> Map<String, Value> {
        let construct = |index| {
            let block = block(&mut dice, attributes, blocks, 3);
            (
                format!("synthetic_{}_{index}", WORDS[index % WORDS.len()]),
                json!({ "version": 0, "block": block }),
            )
        };
        (0..count).map(construct).collect()
    };
    let (resources, data_sources) = (constructs(1725, 12, 2), constructs(683, 11, 0));
    json!({ "format_version": "1.0", "provider_schemas": { "registry.terraform.io/example/synthetic": {
        "provider": { "version": 0, "block": {} },
        "resource_schemas": resources,
        "data_source_schemas": data_sources,
    } } })
}

/// A block with about `attributes` attributes, and up to `blocks` nested blocks down to `depth` levels.
fn block(dice: &mut Dice, attributes: usize, blocks: usize, depth: usize) -> Value {
    let attribute = |dice: &mut Dice| {
        let types =
            [json!("string"), json!("string"), json!("bool"), json!("number"), json!(["map", "string"])];
        let ty = &types[dice.below(5)];
        let name = format!("{}_{}", WORDS[dice.below(WORDS.len())], WORDS[dice.below(WORDS.len())]);
        let presence = ["required", "optional", "computed"][dice.below(3)];
        (name, json!({ "type": ty, "description_kind": "plain", presence: true }))
    };
    let count = attributes / 2 + dice.below(attributes);
    let attributes_of_block: Map<String, Value> = (0..count).map(|_| attribute(dice)).collect();
    let nested = if depth == 0 || blocks == 0 { 0 } else { dice.below(blocks * 2) };
    let nested: Map<String, Value> = (0..nested)
        .map(|index| {
            let block = block(dice, attributes / 2, blocks, depth - 1);
            let name = format!("{}_block_{index}", WORDS[dice.below(WORDS.len())]);
            (name, json!({ "nesting_mode": (["list", "set"][dice.below(2)]), "block": block }))
        })
        .collect();
    json!({ "attributes": attributes_of_block, "block_types": nested })
}

const WORDS: [&str; 16] = [
    "account", "backup", "cluster", "domain", "endpoint", "filter", "gateway", "host", "instance", "kernel",
    "listener", "matcher", "network", "object", "policy", "queue",
];

/// Numbers that look random and are the same in every run (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_synthetic_schema_is_as_large_as_that_of_aws() {
        fn count(block: &Value, attributes: &mut usize, blocks: &mut usize) {
            *attributes += block["attributes"].as_object().unwrap().len();
            for nested in block["block_types"].as_object().unwrap().values() {
                *blocks += 1;
                count(&nested["block"], attributes, blocks);
            }
        }
        let schema = synthetic();
        let provider = &schema["provider_schemas"]["registry.terraform.io/example/synthetic"];
        let (mut attributes, mut blocks) = (0, 0);
        for kind in ["resource_schemas", "data_source_schemas"] {
            for construct in provider[kind].as_object().unwrap().values() {
                count(&construct["block"], &mut attributes, &mut blocks);
            }
        }
        // AWS 6.66.0 has 46,527 and 14,551.
        assert!((40_000..55_000).contains(&attributes), "{attributes} attributes");
        assert!((10_000..18_000).contains(&blocks), "{blocks} blocks");
    }
}
