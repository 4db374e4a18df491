//! What Terraform has read, beside what was meant.

use std::collections::BTreeMap;

use ferroform::{Any, Number, Value};
use serde_json::{Map, Value as Json};

use crate::shelf::Shelf;

/// What a plan says of each resource.
pub struct Plan {
    resources: BTreeMap<String, Json>,
    text: String,
}

impl Plan {
    /// The plan that `terraform show -json` has printed.
    pub fn read(text: &str) -> Self {
        let plan: Json = serde_json::from_str(text).unwrap();
        let resources = plan["planned_values"]["root_module"]["resources"].as_array().unwrap();
        let entry =
            |resource: &Json| (resource["name"].as_str().unwrap().to_owned(), resource["values"].clone());
        Self { resources: resources.iter().map(entry).collect(), text: text.to_owned() }
    }

    /// Insists on what the shelf says, all of it.
    pub fn says(&self, resource: &str, meant: &Shelf) {
        for (attribute, expected) in expected(meant) {
            let found = &self.resources[resource][&attribute];
            assert!(
                self.same(found, &expected),
                "{resource}.{attribute}: found {found}, expected {expected}"
            );
        }
    }

    /// Numbers are the same to the last digit, whether they are written with a point or without.
    fn same(&self, found: &Json, expected: &Json) -> bool {
        match (found, expected) {
            (Json::Number(found), Json::Number(expected)) => {
                found == expected || found.as_f64() == expected.as_f64()
            }
            // A number that JSON's reader would round.
            (Json::Number(found), Json::Object(wide)) => {
                let digits = wide[WIDE].as_str().unwrap();
                found.as_f64() == digits.parse().ok() && self.text.contains(digits)
            }
            (Json::Array(found), Json::Array(expected)) => {
                found.len() == expected.len()
                    && found.iter().zip(expected).all(|(found, expected)| self.same(found, expected))
            }
            (Json::Object(found), Json::Object(expected)) => {
                found.len() == expected.len()
                    && expected
                        .iter()
                        .all(|(key, value)| found.get(key).is_some_and(|found| self.same(found, value)))
            }
            (found, expected) => found == expected,
        }
    }
}

/// The key under which the digits of a wide number stand.
const WIDE: &str = "digits";

fn expected(shelf: &Shelf) -> Map<String, Json> {
    let rule =
        shelf.rule.iter().map(|rule| object([("kind", text(&rule.kind)), ("days", number(&rule.days))]));
    let mount = shelf
        .mount
        .as_map()
        .iter()
        .map(|(label, mount)| (label.clone(), object([("path", text(&mount.path))])));
    let tags = shelf.tags.as_literal().map(|tags| {
        let mut tags: Vec<String> = tags.0.iter().map(|tag| tag.as_literal().unwrap().clone()).collect();
        // Terraform orders a set.
        tags.sort_unstable();
        tags.dedup();
        Json::from(tags)
    });
    let expected = object([
        ("name", text(&shelf.name)),
        ("size", number(&shelf.size)),
        ("open", of(&shelf.open, |open| Json::from(*open))),
        ("texts", of(&shelf.texts, |texts| texts.iter().map(text).collect())),
        ("tags", tags.unwrap_or(Json::Null)),
        ("labels", of(&shelf.labels, |labels| entries(labels, text))),
        (
            "weights",
            of(&shelf.weights, |weights| {
                entries(weights, |list| of(list, |list| list.iter().map(number).collect()))
            }),
        ),
        ("anything", of(&shelf.anything, anything)),
        (
            "owner",
            of(&shelf.owner, |owner| object([("name", text(&owner.name)), ("age", number(&owner.age))])),
        ),
        (
            "sites",
            of(&shelf.sites, |sites| {
                entries(sites, |site| of(site, |site| object([("index", text(&site.index))])))
            }),
        ),
        ("rule", rule.collect()),
        ("cover", shelf.cover.get().map_or(Json::Null, |cover| object([("text", text(&cover.text))]))),
        ("mount", Json::Object(mount.collect())),
    ]);
    let Json::Object(expected) = expected else { unreachable!("it was just made of entries") };
    expected
}

fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
    Json::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn entries<T>(map: &BTreeMap<String, Value<T>>, json: impl Fn(&Value<T>) -> Json) -> Json {
    Json::Object(map.iter().map(|(key, value)| (key.clone(), json(value))).collect())
}

fn of<T>(value: &Value<T>, json: impl FnOnce(&T) -> Json) -> Json {
    value.as_literal().map_or(Json::Null, json)
}

fn text(value: &Value<String>) -> Json {
    of(value, |text| Json::from(text.as_str()))
}

fn number(value: &Value<Number>) -> Json {
    of(value, |number| match number {
        Number::Int(int) => match i64::try_from(*int) {
            Ok(int) => Json::from(int),
            Err(_) => object([(WIDE, Json::from(int.to_string()))]),
        },
        Number::Float(float) => Json::from(*float),
    })
}

fn anything(any: &Any) -> Json {
    match any {
        Any::Null => Json::Null,
        Any::Bool(bool) => Json::from(*bool),
        Any::Number(int) => number(&(*int).into()),
        Any::String(text) => Json::from(text.as_str()),
        Any::List(list) => list.iter().map(|value| of(value, anything)).collect(),
        Any::Map(map) => entries(map, |value| of(value, anything)),
    }
}
