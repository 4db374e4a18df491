//! What Terraform obeys and shows in no plan: lifecycles, and where the state is kept.

use hcl_edit::Span as _;
use hcl_edit::expr::Expression;
use hcl_edit::structure::{Block, BlockLabel, Body};
use serde_json::{Map, Value as Json, json};

/// Arguments of lifecycles that are lists of addresses or of paths.
const LISTS: [&str; 2] = ["ignore_changes", "replace_triggered_by"];
/// Arguments of lifecycles that are on or off.
const SWITCHES: [&str; 2] = ["create_before_destroy", "prevent_destroy"];

/// What a snippet sets.
#[must_use]
pub fn of_snippet(text: &str) -> Json {
    let Ok(body) = text.parse::<Body>() else { return json!({}) };
    let mut settings = Map::new();
    for block in body.blocks() {
        let labels: Vec<_> = block.labels.iter().map(BlockLabel::as_str).collect();
        match (block.ident.as_str(), &labels[..]) {
            ("resource" | "data", [of, label]) => {
                for lifecycle in block.body.get_blocks("lifecycle") {
                    settings.insert(format!("{of}.{label}"), lifecycle_of(text, lifecycle));
                }
            }
            ("terraform", []) => {
                let backends = block.body.get_blocks("backend");
                let kinds =
                    backends.filter_map(|backend| backend.labels.first()).map(|label| json!(label.as_str()));
                settings.extend(kinds.map(|kind| ("backend".to_owned(), kind)));
                let version =
                    block.body.get_attribute("required_version").and_then(|version| version.value.as_str());
                settings.extend(version.map(|version| ("version".to_owned(), json!(version))));
            }
            _ => {}
        }
    }
    without_nothing(settings)
}

fn lifecycle_of(text: &str, lifecycle: &Block) -> Json {
    let mut settings = Map::new();
    for attribute in lifecycle.body.attributes() {
        let key = attribute.key.as_str();
        if SWITCHES.contains(&key) && attribute.value.as_bool() == Some(true) {
            settings.insert(key.to_owned(), json!(true));
        } else if LISTS.contains(&key) {
            let source = |value: &Expression| match value.as_str() {
                Some(quoted) => quoted.to_owned(),
                None => value.span().and_then(|span| text.get(span)).unwrap_or_default().trim().to_owned(),
            };
            let listed = match &attribute.value {
                Expression::Array(elements) => {
                    elements.iter().map(|element| json!(source(element))).collect()
                }
                all => json!(source(all)),
            };
            settings.insert(key.to_owned(), listed);
        }
    }
    settings.into()
}

/// What a program sets.
#[must_use]
pub fn of_program(synthesized: &Json) -> Json {
    let mut settings = Map::new();
    for kind in ["resource", "data"] {
        for (of, instances) in synthesized[kind].as_object().into_iter().flatten() {
            for (label, instance) in instances.as_object().into_iter().flatten() {
                let Some(lifecycle) = instance["lifecycle"].as_object() else { continue };
                let kept = lifecycle.iter().filter(|(key, value)| {
                    LISTS.contains(&key.as_str())
                        || (SWITCHES.contains(&key.as_str()) && **value == json!(true))
                });
                let kept: Map<_, _> = kept.map(|(key, value)| (key.clone(), value.clone())).collect();
                settings.insert(format!("{of}.{label}"), kept.into());
            }
        }
    }
    let terraform = &synthesized["terraform"];
    for (kind, backend) in terraform["backend"].as_object().into_iter().flatten() {
        // A program that names no backend keeps the state in a file with the name of its stack.
        let own = ["terraform.stack.tfstate", "terraform.example.tfstate"];
        let is_own = backend["path"].as_str().is_some_and(|path| own.iter().any(|name| path.ends_with(name)));
        if kind != "local" || !is_own {
            settings.insert("backend".to_owned(), json!(kind));
        }
    }
    settings.extend(terraform.get("required_version").map(|version| ("version".to_owned(), version.clone())));
    without_nothing(settings)
}

/// An empty lifecycle or list says nothing.
fn without_nothing(settings: Map<String, Json>) -> Json {
    let is_something = |value: &Json| *value != json!({}) && *value != json!([]);
    let kept = settings.into_iter().map(|(key, mut value)| {
        if let Some(members) = value.as_object_mut() {
            members.retain(|_, value| is_something(value));
        }
        (key, value)
    });
    kept.filter(|(_, value)| is_something(value)).collect::<Map<_, _>>().into()
}
