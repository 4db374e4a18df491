//! Whether what was synthesized is what the schema lets a program set.

use serde_json::Value as Json;

use super::plan::{entries, is, settable};
use super::values::escape;

/// Where two configurations differ, at most some of the places.
pub fn differences(path: &str, planned: &Json, found: &Json, differences: &mut Vec<String>) {
    match (planned, found) {
        (Json::Object(planned), Json::Object(found)) => {
            for (key, value) in planned {
                let path = format!("{path}.{key}");
                match found.get(key) {
                    Some(found) => self::differences(&path, value, found, differences),
                    None => differences.push(format!("{path} is missing")),
                }
            }
            let more = found.keys().filter(|key| !planned.contains_key(*key));
            differences.extend(more.map(|key| format!("{path}.{key} was not planned")));
        }
        (Json::Array(planned), Json::Array(found)) if planned.len() == found.len() => {
            for (index, (planned, found)) in planned.iter().zip(found).enumerate() {
                self::differences(&format!("{path}[{index}]"), planned, found, differences);
            }
        }
        // Terraform reads one block without an array too.
        (Json::Array(planned), Json::Object(_)) if planned.len() == 1 => {
            self::differences(&format!("{path}[0]"), &planned[0], found, differences);
        }
        _ if planned == found => {}
        _ => differences.push(format!("{path}: {found} instead of {planned}")),
    }
}

/// Goes down every settable path of a block's schema, and notes those that an instance does not have or that hold
/// a value of another type.
#[derive(Debug, Default)]
pub struct Paths {
    /// How many there are.
    pub count: usize,
    pub wrong: Vec<String>,
}

impl Paths {
    /// Goes down a block.
    pub fn block(&mut self, path: &str, schema: &Json, found: &Json) {
        let (attributes, blocks) = settable(schema);
        for (name, attribute) in attributes {
            self.attribute(&format!("{path}.{name}"), attribute, &found[name]);
        }
        for (name, nested) in blocks {
            let path = format!("{path}.{name}");
            self.count += 1;
            let found = &found[name];
            let first = match nested["nesting_mode"].as_str() {
                Some("map") => found.as_object().and_then(|labels| labels.values().next()),
                _ => found.get(0).or(Some(found)).filter(|found| found.is_object()),
            };
            match first {
                Some(first) => self.block(&path, &nested["block"], first),
                None => self.wrong.push(format!("{path} is {found}")),
            }
        }
    }

    fn attribute(&mut self, path: &str, attribute: &Json, found: &Json) {
        self.count += 1;
        let Some(nested) = attribute.get("nested_type") else {
            self.ty(path, &attribute["type"], found);
            return;
        };
        let first = match nested["nesting_mode"].as_str() {
            Some("map") => found.as_object().and_then(|entries| entries.values().next()),
            Some("list" | "set") => found.get(0),
            _ => Some(found),
        };
        let Some(Json::Object(first)) = first else {
            self.wrong.push(format!("{path} is {found}"));
            return;
        };
        for (name, attribute) in entries(nested, "attributes") {
            if is(attribute, "required") || is(attribute, "optional") {
                let found = first.get(name).unwrap_or(&Json::Null);
                self.attribute(&format!("{path}.{name}"), attribute, found);
            }
        }
    }

    fn ty(&mut self, path: &str, ty: &Json, found: &Json) {
        let first = match ty[0].as_str().or(ty.as_str()) {
            Some("string") if found.is_string() => return,
            Some("number") if found.is_number() => return,
            Some("bool") if found.is_boolean() => return,
            Some("dynamic") if !found.is_null() => return,
            Some("list" | "set") => found.get(0).map(|found| (&ty[1], found)),
            Some("map") => found.as_object().and_then(|map| map.values().next()).map(|found| (&ty[1], found)),
            Some("tuple") => {
                for (index, ty) in ty[1].as_array().into_iter().flatten().enumerate() {
                    self.ty(&format!("{path}[{index}]"), ty, &found[index]);
                }
                return;
            }
            Some("object") => {
                for (name, ty) in ty[1].as_object().into_iter().flatten() {
                    self.count += 1;
                    self.ty(&format!("{path}.{name}"), ty, &found[escape(name)]);
                }
                return;
            }
            _ => None,
        };
        match first {
            Some((ty, found)) => self.ty(path, ty, found),
            None => self.wrong.push(format!("{path} is {found}, and the schema has {ty}")),
        }
    }
}
