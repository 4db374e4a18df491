//! Configurations for everything that a schema file has.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

/// Names that mean something else at the top of a resource.
const META_ARGUMENTS: [&str; 7] =
    ["connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"];

/// The only provider of a schema file.
pub struct Provider {
    /// Its source address.
    pub address: String,
    schema: Value,
}

/// How much of a block is written.
#[derive(Clone, Copy)]
pub enum Extent {
    /// What the schema requires.
    Least,
    /// All that can be set, with two blocks where there may be several.
    Most,
}

impl Provider {
    /// Reads a schema file.
    pub fn read(path: &Path) -> Self {
        let file: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let (address, schema) = file["provider_schemas"].as_object().unwrap().iter().next().unwrap();
        Self { address: address.clone(), schema: schema.clone() }
    }

    /// The name that programs give it.
    pub fn name(&self) -> &str {
        self.address.rsplit_once('/').unwrap().1
    }

    /// The schemas of a kind of construct by type.
    pub fn schemas(&self, kind: &str) -> Vec<(&String, &Value)> {
        self.schema[kind].as_object().into_iter().flatten().collect()
    }

    /// What has to stand in every program.
    pub fn settings(&self) -> Value {
        let required = json!({ self.name(): { "source": self.address, "version": "~> 99.0" } });
        let configuration = block(&self.schema["provider"]["block"], Extent::Least, true);
        json!({ "terraform": { "required_providers": required }, "provider": { self.name(): configuration } })
    }

    /// A program with everything that the provider has, each once as small and once as large as can be.
    pub fn everything(&self) -> Value {
        let mut program = self.settings();
        for (kind, keyword) in [
            ("resource_schemas", "resource"),
            ("data_source_schemas", "data"),
            ("ephemeral_resource_schemas", "ephemeral"),
        ] {
            let schemas = self.schemas(kind).into_iter().filter(|(_, schema)| can_be_written(schema));
            let both = schemas.map(|(name, schema)| {
                let least = block(&schema["block"], Extent::Least, true);
                let most = block(&schema["block"], Extent::Most, true);
                (name.clone(), json!({ "least": least, "most": most }))
            });
            let both: Map<_, _> = both.collect();
            // Terraform refuses an empty section.
            if !both.is_empty() {
                program[keyword] = both.into();
            }
        }
        program
    }
}

/// Whether a required argument does not read as something else.
pub fn can_be_written(schema: &Value) -> bool {
    let attributes = schema["block"]["attributes"].as_object();
    !attributes.into_iter().flatten().any(|(name, attribute)| {
        META_ARGUMENTS.contains(&name.as_str()) && attribute["required"].as_bool() == Some(true)
    })
}

/// Whether Terraform can write a configuration for it: HCL has no name `2fa`, and secrets are written as null.
pub fn can_be_imported(schema: &Value) -> bool {
    // What a provider calls like a meta-argument, Terraform writes as if it were one.
    can_be_written(schema)
        && attributes_of(&schema["block"]).all(|(name, attribute)| {
            let is = |what: &str| attribute[what].as_bool() == Some(true);
            let has_name = !name.starts_with(|first: char| first.is_ascii_digit());
            has_name && !(is("required") && is("sensitive"))
        })
}

/// The attributes of a block, at any depth.
fn attributes_of(block: &Value) -> Box<dyn Iterator<Item = (&String, &Value)> + '_> {
    let members = |part: &'static str| block[part].as_object().into_iter().flatten();
    let own = members("attributes");
    let nested = members("attributes").filter_map(|(_, attribute)| attribute.get("nested_type"));
    let blocks = members("block_types").map(|(_, nested)| &nested["block"]);
    Box::new(own.chain(nested.chain(blocks).flat_map(attributes_of)))
}

/// The content of a block.
pub fn block(block: &Value, extent: Extent, is_top: bool) -> Value {
    let is_meta = |name: &str| is_top && META_ARGUMENTS.contains(&name);
    let mut content = attributes(&block["attributes"], extent);
    content.retain(|name, _| !is_meta(name));
    let blocks = block["block_types"].as_object().into_iter().flatten();
    for (name, nested) in blocks.filter(|(name, nested)| !is_meta(name) && !is_exported(&nested["block"])) {
        let least = nested["min_items"].as_u64().unwrap_or(0);
        let count = match extent {
            Extent::Least => least,
            Extent::Most => nested["max_items"].as_u64().unwrap_or(u64::MAX).min(least.max(2)),
        };
        let one = || self::block(&nested["block"], extent, false);
        let value = match (nested["nesting_mode"].as_str().unwrap(), count) {
            ("single" | "group", _) if matches!(extent, Extent::Least) && least == 0 => continue,
            ("single" | "group", _) => one(),
            (_, 0) => continue,
            ("map", _) => json!({ "one": one(), "two": one() }),
            (_, count) => (0..count).map(|index| numbered(one(), index)).collect(),
        };
        content.insert(name.clone(), value);
    }
    content.into()
}

/// Whether only the provider decides what is in a block.
fn is_exported(block: &Value) -> bool {
    let is = |attribute: &Value, what: &str| attribute[what].as_bool() == Some(true);
    attributes_of(block).next().is_some()
        && attributes_of(block).all(|(_, attribute)| !is(attribute, "required") && !is(attribute, "optional"))
}

/// Elements of a set have to differ, or they are one.
fn numbered(mut block: Value, index: u64) -> Value {
    for value in block.as_object_mut().unwrap().values_mut() {
        match value {
            Value::String(text) => *text += &index.to_string(),
            Value::Number(_) => *value = (index + 1).into(),
            _ => {}
        }
    }
    block
}

fn attributes(attributes: &Value, extent: Extent) -> Map<String, Value> {
    let attributes = attributes.as_object().into_iter().flatten().filter(|(_, attribute)| {
        let is = |what: &str| attribute[what].as_bool() == Some(true);
        is("required") || (matches!(extent, Extent::Most) && is("optional"))
    });
    attributes.map(|(name, attribute)| (name.clone(), value(attribute, extent))).collect()
}

fn value(attribute: &Value, extent: Extent) -> Value {
    let Some(nested) = attribute.get("nested_type") else { return of_type(&attribute["type"]) };
    let one = || Value::from(self::attributes(&nested["attributes"], extent));
    match nested["nesting_mode"].as_str().unwrap() {
        "single" => one(),
        "map" => json!({ "one": one(), "two": one() }),
        _ => json!([numbered(one(), 1), numbered(one(), 2)]),
    }
}

fn of_type(of: &Value) -> Value {
    match of[0].as_str().or(of.as_str()).unwrap() {
        "string" => json!("1"),
        "number" => json!(0.5),
        "bool" => json!(true),
        "dynamic" => json!({ "a": [1, "b", true] }),
        "map" => json!({ "one": of_type(&of[1]), "two": of_type(&of[1]) }),
        "object" => {
            let attributes = of[1].as_object().unwrap().iter();
            // In JSON, the names within a value are templates too.
            let literal = |name: &str| name.replace("${", "$${").replace("%{", "%%{");
            attributes.map(|(name, of)| (literal(name), of_type(of))).collect::<Map<_, _>>().into()
        }
        "tuple" => of[1].as_array().unwrap().iter().map(of_type).collect(),
        _ => json!([of_type(&of[1])]),
    }
}
