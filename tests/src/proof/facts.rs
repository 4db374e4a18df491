//! What a plan says of a configuration, so that two can be compared.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Map, Value as Json, json};

use super::configuration::Configuration;

/// How many differences are told of each example.
const TOLD: usize = 6;

/// What Terraform says of each module of a root module, and under the empty name of the root module itself.
#[derive(Debug, Default)]
pub struct Said {
    modules: HashMap<String, Map<String, Json>>,
}

impl Said {
    /// Sorts what a plan says, and what is there after it was applied.
    #[must_use]
    pub fn read(plan: &Json, state: Option<&Json>) -> Self {
        let mut said = Self::default();
        for (kind, changes) in [("change", &plan["resource_changes"]), ("drift", &plan["resource_drift"])] {
            for change in elements(changes) {
                let what = &change["change"];
                said.insert(kind, &change["address"], json!({
                    "type": change["type"], "provider": change["provider_name"], "actions": what["actions"],
                    "before": what["before"], "after": what["after"], "unknown": what["after_unknown"],
                    "sensitive": what["after_sensitive"], "replaced by": what["replace_paths"],
                    "imported": what["importing"], "moved": change["previous_address"].is_string(),
                }));
            }
        }
        for check in elements(&plan["checks"]) {
            said.insert("check", &check["address"]["to_display"], check["status"].clone());
        }
        said.values("read", &plan["prior_state"]["values"]["root_module"]);
        if let Some(state) = state {
            said.values("applied", &state["values"]["root_module"]);
        }
        for (kind, values) in
            [("output", &plan["planned_values"]), ("applied output", &state.unwrap_or(&Json::Null)["values"])]
        {
            for (name, output) in members(&values["outputs"]) {
                said.of(name).insert(kind.to_owned(), output["value"].clone());
            }
        }
        said
    }

    fn of(&mut self, module: &str) -> &mut Map<String, Json> {
        self.modules.entry(module.to_owned()).or_default()
    }

    fn insert(&mut self, kind: &str, address: &Json, value: Json) {
        let (module, address) = apart(address.as_str().unwrap_or_default());
        self.of(module).entry(kind).or_insert_with(|| json!({}))[address] = value;
    }

    fn values(&mut self, kind: &str, module: &Json) {
        for resource in elements(&module["resources"]) {
            let values = json!({ "values": resource["values"], "sensitive": resource["sensitive_values"] });
            self.insert(kind, &resource["address"], values);
        }
        elements(&module["child_modules"]).for_each(|child| self.values(kind, child));
    }

    /// What is said of one module, and what the module itself says.
    #[must_use]
    pub fn take(&mut self, name: &str, plan: &Json, configuration: &Configuration) -> Json {
        let mut facts = self.modules.remove(name).unwrap_or_default();
        let root = &plan["configuration"]["root_module"];
        let module = if name.is_empty() { root } else { &root["module_calls"][name]["module"] };
        let references = References { locals: &configuration.locals };
        facts.insert("wiring".to_owned(), references.of_module(module));
        let prefix = if name.is_empty() { String::new() } else { format!("module.{name}:") };
        let providers = members(&plan["configuration"]["provider_config"]);
        let providers = providers.filter_map(|(key, provider)| {
            let key = if name.is_empty() { Some(key.as_str()) } else { key.strip_prefix(&prefix) };
            let settings = members(&provider["expressions"])
                .map(|(name, value)| (name.clone(), references.of_setting(value)));
            Some((key?.to_owned(), settings.collect::<Map<_, _>>().into()))
        });
        facts.insert("provider".to_owned(), providers.collect::<Map<_, _>>().into());
        facts.into()
    }
}

/// An address within a module of the root module, and the module's name.
fn apart(address: &str) -> (&str, &str) {
    let inside = address.strip_prefix("module.").and_then(|rest| rest.split_once('.'));
    // Modules that the root module calls are numbered: `e17`.
    let is_number = |name: &str| name.strip_prefix('e').is_some_and(|rest| rest.parse::<usize>().is_ok());
    match inside {
        Some((module, rest)) if is_number(module) => (module, rest),
        _ => ("", address),
    }
}

fn elements(json: &Json) -> impl Iterator<Item = &Json> {
    json.as_array().into_iter().flatten()
}

fn members(json: &Json) -> impl Iterator<Item = (&String, &Json)> {
    json.as_object().into_iter().flatten()
}

/// What parts of a configuration refer to; a local value stands for what it refers to itself.
struct References<'a> {
    locals: &'a BTreeMap<String, BTreeSet<String>>,
}

impl References<'_> {
    fn of_module(&self, module: &Json) -> Json {
        let mut wiring = Map::new();
        for resource in elements(&module["resources"]) {
            let provider = resource["provider_config_key"].as_str().unwrap_or_default();
            let mut entry = json!({
                "refers to": self.sorted(&resource["expressions"]),
                "count": self.sorted(&resource["count_expression"]),
                "for_each": self.sorted(&resource["for_each_expression"]),
                "depends_on": sorted(elements(&resource["depends_on"]).filter_map(Json::as_str)),
                "provider": provider.rsplit(':').next(),
            });
            let provisioners = elements(&resource["provisioners"])
                .map(|provisioner| json!([provisioner["type"], self.sorted(&provisioner["expressions"])]));
            entry["provisioners"] = provisioners.collect();
            wiring.insert(resource["address"].as_str().unwrap_or_default().to_owned(), entry);
        }
        for (name, output) in members(&module["outputs"]) {
            wiring.insert(
                format!("output.{name}"),
                json!({
                    "refers to": self.sorted(&output["expression"]), "sensitive": output["sensitive"],
                    "description": output["description"],
                    "depends_on": sorted(elements(&output["depends_on"]).filter_map(Json::as_str)),
                }),
            );
        }
        for (name, variable) in members(&module["variables"]) {
            wiring.insert(format!("var.{name}"), variable.clone());
        }
        for (name, call) in members(&module["module_calls"]) {
            let settings =
                members(&call["expressions"]).map(|(name, value)| (name.clone(), self.of_setting(value)));
            wiring.insert(format!("module.{name}"), json!({
                "arguments": settings.collect::<Map<_, _>>(), "count": self.sorted(&call["count_expression"]),
                "for_each": self.sorted(&call["for_each_expression"]),
                "depends_on": sorted(elements(&call["depends_on"]).filter_map(Json::as_str)),
            }));
        }
        wiring.into()
    }

    /// A constant, or what an expression refers to.
    fn of_setting(&self, value: &Json) -> Json {
        let referred = self.sorted(value);
        let constant = &value["constant_value"];
        match constant {
            _ if !referred.is_empty() => referred.into(),
            // Terraform converts a text to a number where it wants one.
            Json::Number(_) | Json::Bool(_) => constant.to_string().into(),
            Json::String(text) if text.contains("${") => Json::Null,
            _ => constant.clone(),
        }
    }

    fn sorted(&self, expressions: &Json) -> Vec<String> {
        let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
        Self::collect(expressions, &mut |text| {
            let mut open = vec![subject(text)];
            while let Some(subject) = open.pop() {
                let local = subject.strip_prefix("local.").and_then(|name| self.locals.get(name));
                match local {
                    Some(refers) if seen.insert(subject.clone()) => open.extend(refers.iter().cloned()),
                    Some(_) => {}
                    None => drop(found.insert(subject)),
                }
            }
        });
        found.into_iter().collect()
    }

    fn collect(expressions: &Json, visit: &mut dyn FnMut(&str)) {
        match expressions {
            Json::Object(all) => {
                for (key, value) in all {
                    if key == "references" {
                        elements(value).filter_map(Json::as_str).for_each(&mut *visit);
                    } else {
                        Self::collect(value, visit);
                    }
                }
            }
            Json::Array(all) => all.iter().for_each(|value| Self::collect(value, visit)),
            _ => {}
        }
    }
}

fn sorted<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    texts.map(subject).collect::<BTreeSet<_>>().into_iter().collect()
}

/// What a reference is to, without what it asks of it.
fn subject(reference: &str) -> String {
    let parts: Vec<_> = reference.split(['.', '[']).collect();
    let length = match parts[0] {
        "data" | "ephemeral" => 3,
        "each" | "count" | "path" | "self" | "terraform" => 1,
        _ => 2,
    };
    parts[..length.min(parts.len())].join(".")
}

/// Where two configurations are not the same, in words; nothing where they are.
///
/// Computed values follow from what is configured, so plans are told of before what came of them.
#[must_use]
pub fn differences(original: &Json, program: &Json) -> Vec<String> {
    let mut found = Vec::new();
    for kinds in [
        &["change"][..],
        &["wiring", "provider", "settings"],
        &["read", "drift", "check", "output"],
        &["applied", "applied output"],
    ] {
        for kind in kinds {
            differ(kind, &original[kind], &program[kind], &mut found);
        }
        if !found.is_empty() {
            break;
        }
    }
    let more = found.len().saturating_sub(TOLD);
    found.truncate(TOLD);
    if more > 0 {
        found.push(format!("and {more} more"));
    }
    found
}

fn differ(path: &str, original: &Json, program: &Json, found: &mut Vec<String>) {
    match (original, program) {
        (Json::Object(one), Json::Object(other)) => {
            let keys: BTreeSet<_> = one.keys().chain(other.keys()).collect();
            for key in keys {
                differ(&format!("{path}/{key}"), &original[key], &program[key], found);
            }
        }
        (Json::Array(one), Json::Array(other)) if one.len() == other.len() => {
            for (index, (one, other)) in one.iter().zip(other).enumerate() {
                differ(&format!("{path}/{index}"), one, other, found);
            }
        }
        (Json::Number(one), Json::Number(other)) if one.as_f64() == other.as_f64() => {}
        _ if original == program => {}
        _ => found.push(format!(
            "{path}: {} in the original, {} in the program",
            short(original),
            short(program)
        )),
    }
}

fn short(json: &Json) -> String {
    let text = json.to_string();
    match text.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
