//! Everything of a provider in Rust, judged by rustc, Terraform and the schema's own JSON.
//!
//! For each construct there is an instance with the least that is required and one with everything that can be
//! set, and one for each rule that it can break. They are planned from the schema file's JSON by code that shares
//! nothing with the generator, and find the words of Rust in the source of the generated crate.
//!
//! | file | decides |
//! |---|---|
//! | `plan` | what can be set |
//! | `rules` | what overrides ask for, and which values keep or break it |
//! | `values` | what is set to what |
//! | `breakers` | what is wrong with each instance that has to be refused |
//! | `bindings` | what the generated crate calls things |
//! | `source` | how instances look in Rust |
//! | `package` | how they are compiled and run |
//! | `judge` | what is wrong with what came out |
//! | `escaping` | what Terraform would take for its own |
//! | `repairs` | which schemas Terraform gets mended, and why |
//! | `accepted` | what Terraform says of it |

mod accepted;
mod bindings;
mod breakers;
mod escaping;
mod judge;
mod package;
mod plan;
mod repairs;
mod rules;
mod source;
mod values;

use std::collections::HashMap;
use std::path::Path;

use serde_json::Value as Json;

use self::accepted::{Fault, accepts, refuses};
use self::bindings::Bindings;
use self::breakers::{Breaker, Places};
use self::escaping::unescaped;
use self::judge::{Paths, differences};
use self::package::Package;
use self::plan::Kind;
pub use self::plan::{Construct, Plan};
use self::repairs::mended;
use self::source::{Module, Writer};
pub use self::values::Extent;

/// How much was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conformance {
    /// Resources, data sources, ephemeral resources, and the provider's configuration.
    pub constructs: usize,
    /// Attributes and blocks that can be set, at any depth.
    pub paths: usize,
    /// Instances that break a rule.
    pub broken: usize,
}

/// Insists that everything in a schema can be said in Rust, comes out as the schema has it, and is accepted by
/// Terraform; and that instances which break a rule are refused.
pub fn conforms(schema: &Path, overrides: Option<&Path>) -> Conformance {
    let plan = Plan::read(schema, overrides);
    let package = Package::new(schema, overrides);
    let bindings = Bindings::read(&package.bindings());

    let places: Vec<_> = plan.constructs.iter().map(|construct| Places::of(&plan, construct)).collect();
    let mut breakers: Vec<Vec<(usize, Breaker)>> = Vec::new();
    let mut broken = 0;
    for (construct, places) in plan.constructs.iter().zip(&places) {
        let numbered = (broken..).zip(places.breakers(&plan, construct)).collect::<Vec<_>>();
        broken += numbered.len();
        breakers.push(numbered);
    }

    let (mut modules, mut disagreements) = (Vec::new(), Vec::new());
    for ((construct, places), breakers) in plan.constructs.iter().zip(&places).zip(&breakers) {
        match Writer::write(&plan, &bindings, construct, places, breakers) {
            Ok(module) => modules.push(module),
            Err(found) => disagreements.extend(found),
        }
    }
    nothing("the bindings are not what the schema says", &disagreements);

    let (synthesized, violations) = package.run(&modules);
    let paths = judge_instances(&plan, &modules, &synthesized);
    judge_violations(breakers.iter().flatten(), &violations);

    if let Some(terraform) = crate::terraform() {
        let terraform = terraform.with_stub_provider(&mended(schema, package.folder()));
        // Terraform's own provider cannot be replaced, and asks for backends that exist.
        if !plan.address.starts_with("terraform.io/builtin/") {
            accepts(&terraform, &plan, synthesized);
        }
        let faults =
            plan.constructs.iter().zip(&places).zip(&breakers).flat_map(|((construct, places), breakers)| {
                let known = breakers.iter().filter(|(_, breaker)| breaker.in_terraform);
                known.map(|(_, breaker)| Fault {
                    construct,
                    json: breaker.json(&plan, places),
                    rule: &breaker.rule,
                })
            });
        refuses(&terraform, &plan, &faults.collect::<Vec<_>>());
    }
    Conformance { constructs: plan.constructs.len(), paths, broken }
}

/// What was synthesized is what was planned, and the full instances have every settable path. Returns how many.
fn judge_instances(plan: &Plan, modules: &[Module], synthesized: &Json) -> usize {
    let mut wrong = Vec::new();
    let mut paths = Paths::default();
    let mut link = Json::from("nothing yet");
    for (construct, module) in plan.constructs.iter().zip(modules) {
        let Construct { kind, type_name, body, schema } = construct;
        let (least, mut full) = instances(construct, synthesized);
        let name = format!("{} {type_name}", kind.keyword());
        let planned = plan.json(*body, Extent::Least(1));
        differences(&format!("least {name}"), &planned, &least, &mut wrong);
        paths.block(&name, schema, &full);
        if let Some(linked) = &module.linked {
            let found = full[linked].take();
            differences(&format!("full {name}.{linked}"), &link, &found, &mut wrong);
        }
        let mut planned = plan.json(*body, Extent::Full);
        if let Some(linked) = &module.linked {
            planned[linked].take();
        }
        differences(&format!("full {name}"), &planned, &full, &mut wrong);
        if let Some(exported) = &module.exported {
            let prefix = if *kind == Kind::DataSource { "data." } else { "" };
            link = format!("${{{prefix}{type_name}.least_{type_name}.{exported}}}").into();
        }
    }
    wrong.append(&mut paths.wrong);
    nothing("what was synthesized is not what was planned", &wrong);
    paths.count
}

/// The least and the full instance of a construct, without what is no part of its schema.
fn instances(construct: &Construct, synthesized: &Json) -> (Json, Json) {
    let of_type = &synthesized[construct.kind.keyword()][&construct.type_name];
    let (mut least, mut full) = if construct.kind == Kind::Provider {
        (of_type[0].clone(), of_type[1].clone())
    } else {
        let instance = |extent: &str| of_type[format!("{extent}_{}", construct.type_name)].clone();
        (instance("least"), instance("full"))
    };
    for instance in [&mut least, &mut full] {
        if let Some(members) = instance.as_object_mut() {
            members.remove("//");
        }
    }
    if construct.kind == Kind::Provider {
        let alias = full.as_object_mut().and_then(|full| full.remove("alias"));
        assert_eq!(alias, Some("full".into()), "the second provider is called so");
    }
    (unescaped(least), unescaped(full))
}

/// Each broken instance got the one violation that it was made for.
fn judge_violations<'a>(breakers: impl Iterator<Item = &'a (usize, Breaker)>, violations: &str) {
    let mut said: HashMap<usize, &str> = violations
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(number, said)| (number.parse().expect("a line begins with a number"), said))
        .collect();
    let mut wrong = Vec::new();
    for (number, breaker) in breakers.filter(|(_, breaker)| breaker.in_rust) {
        let said = said.remove(number).unwrap_or("nothing at all");
        if said != breaker.violation {
            wrong.push(format!("{}: `{said}` instead of `{}`", breaker.rule, breaker.violation));
        }
    }
    assert!(said.is_empty(), "the program says more than it was asked: {said:?}");
    nothing("broken instances are not refused for what is wrong with them", &wrong);
}

/// Fails with all that is wrong, or so much of it that a person can read it.
fn nothing(what: &str, wrong: &[String]) {
    let shown: Vec<_> = wrong.iter().take(40).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{what}, in {} places:\n{}", wrong.len(), shown.join("\n"));
}
