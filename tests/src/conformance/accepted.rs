//! What Terraform says of instances.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json, json};

use super::escaping::escaped;
use super::nothing;
use super::plan::{Construct, Kind, Plan, entries};
use super::values::Extent;
use crate::{Project, Terraform};

/// An instance that Terraform has to refuse.
#[derive(Debug)]
pub struct Fault<'a> {
    pub construct: &'a Construct,
    pub json: Json,
    pub rule: &'a str,
}

/// Insists that Terraform finds the configuration valid, and plans all of it.
pub fn accepts(terraform: &Terraform, plan: &Plan, mut configuration: Json) {
    // A provider that nobody uses is not looked at.
    if let Some((construct, mut json)) = any(plan) {
        json["provider"] = format!("{}.full", plan.provider).into();
        configuration[construct.kind.keyword()][&construct.type_name]["configured"] = json;
    }
    let project = Project::new();
    project.write("main.tf.json", &configuration.to_string());
    terraform.run(project.path(), &["init"]).success();
    let said = terraform.run(project.path(), &["validate", "-json"]).stdout;
    let said: Json = serde_json::from_str(&said).expect("Terraform answers in JSON");
    let wrong: Vec<_> = errors(&said).map(ToString::to_string).collect();
    nothing("Terraform refuses what was synthesized", &wrong);
    assert_eq!(said["valid"], true, "{said}");

    let resources = entries(&configuration, "resource").filter_map(|(_, instances)| instances.as_object());
    let planned = match resources.map(Map::len).sum() {
        0_usize => "No changes".to_owned(),
        count => format!("Plan: {count} to add, 0 to change, 0 to destroy."),
    };
    let said = terraform.run(project.path(), &["plan"]).success();
    assert!(said.stdout.contains(&planned), "Terraform does not say `{planned}`");
}

/// Insists that Terraform finds something wrong with each of these instances, and with nothing else.
pub fn refuses(terraform: &Terraform, plan: &Plan, faults: &[Fault<'_>]) {
    for faults in faults.chunks(FAULTS_OF_A_PROGRAM) {
        refuses_program(terraform, plan, faults);
    }
}

/// Terraform's time grows faster than the number of resources.
const FAULTS_OF_A_PROGRAM: usize = 1000;

fn refuses_program(terraform: &Terraform, plan: &Plan, faults: &[Fault<'_>]) {
    let mut files = vec![providers(plan, faults)];
    let others: Vec<_> = faults.iter().filter(|fault| fault.construct.kind != Kind::Provider).collect();
    let mut names = 0..;
    files.extend(others.chunks(FAULTS_OF_A_FILE).map(|faults| constructs(faults, &mut names)));
    let project = Project::new();
    for (number, file) in files.iter().enumerate() {
        project.write(&file_name(number), &file.text);
    }
    terraform.run(project.path(), &["init"]).success();
    let said = terraform.run(project.path(), &["validate", "-json"]).stdout;
    let said: Json = serde_json::from_str(&said).expect("Terraform answers in JSON");

    let mut accepted: BTreeMap<(String, u64), &str> = BTreeMap::new();
    for (number, file) in files.iter().enumerate() {
        accepted.extend(file.broken.iter().map(|(line, rule)| ((file_name(number), *line), *rule)));
    }
    let lines: BTreeSet<_> = accepted.keys().cloned().collect();
    let mut wrong = Vec::new();
    for error in errors(&said) {
        let range = &error["range"];
        let line = (
            range["filename"].as_str().unwrap_or_default().to_owned(),
            range["start"]["line"].as_u64().unwrap_or_default(),
        );
        accepted.remove(&line);
        if !lines.contains(&line) {
            wrong.push(error.to_string());
        }
    }
    nothing("Terraform refuses what breaks no rule", &wrong);
    let accepted: Vec<_> = accepted.into_values().map(ToOwned::to_owned).collect();
    nothing("Terraform accepts what breaks a rule", &accepted);
}

/// To tell of one error, Terraform reads the whole file.
const FAULTS_OF_A_FILE: usize = 20;

/// A file with each broken instance on a line of its own, by which Terraform says what it means.
struct File<'a> {
    text: String,
    lines: u64,
    /// What is broken on which line, from 1.
    broken: Vec<(u64, &'a str)>,
}

impl<'a> File<'a> {
    fn new() -> Self {
        Self { text: "{\n".to_owned(), lines: 1, broken: Vec::new() }
    }

    fn push(&mut self, line: &str) {
        self.text += line;
        self.text.push('\n');
        self.lines += 1;
    }

    fn broken(&mut self, line: &str, rule: &'a str) {
        self.push(line);
        self.broken.push((self.lines, rule));
    }

    /// Every line before this one may end with a comma.
    fn end(mut self) -> Self {
        self.push("\"locals\": {} }");
        self
    }
}

fn file_name(number: usize) -> String {
    format!("part_{number}.tf.json")
}

/// The sound provider, and a broken one for each fault in a provider.
fn providers<'a>(plan: &Plan, faults: &[Fault<'a>]) -> File<'a> {
    let settings = plan.settings();
    let faults = faults.iter().filter(|fault| fault.construct.kind == Kind::Provider).enumerate();
    let mut file = File::new();
    file.push(&format!("\"terraform\": {},", settings["terraform"]));
    file.push(&format!("\"provider\": {{ {}: [", Json::from(&*plan.provider)));
    let mut users = Map::new();
    for (index, fault) in faults {
        let mut json = fault.json.clone();
        // Terraform does not look at one that says nothing but its name.
        let body = plan.body(fault.construct.body);
        if let Some(optional) = body.members.iter().find(|member| !member.required) {
            let full = plan.json(fault.construct.body, Extent::Full);
            let members = json.as_object_mut().expect("a body is an object");
            members.entry(&optional.name).or_insert_with(|| full[&optional.name].clone());
        }
        let mut json = escaped(Kind::Provider, json);
        let alias = format!("broken_{index}");
        json["alias"] = alias.clone().into();
        let line = format!("{json},");
        if json.as_object().is_some_and(|members| members.len() > 1) {
            file.broken(&line, fault.rule);
        } else {
            file.push(&line);
        }
        // Nor at one that nobody uses.
        if let Some((_, mut json)) = any(plan) {
            json["provider"] = format!("{}.{alias}", plan.provider).into();
            users.insert(format!("uses_{index}"), json);
        }
    }
    file.push(&format!("{} ] }},", settings["provider"][&plan.provider]));
    if let Some((construct, _)) = any(plan).filter(|_| !users.is_empty()) {
        let users = json!({ &construct.type_name: users });
        file.push(&format!("\"{}\": {users},", construct.kind.keyword()));
    }
    file.end()
}

fn constructs<'a>(faults: &[&Fault<'a>], names: &mut impl Iterator<Item = usize>) -> File<'a> {
    let mut file = File::new();
    for (fault, name) in faults.iter().zip(names) {
        let Construct { kind, type_name, .. } = fault.construct;
        let json = escaped(*kind, fault.json.clone());
        let json = json!({ type_name: { format!("broken_{name}"): json } });
        // Terraform takes a key several times.
        file.broken(&format!("\"{}\": {json},", kind.keyword()), fault.rule);
    }
    file.end()
}

/// The smallest instance of the provider's first construct.
fn any(plan: &Plan) -> Option<(&Construct, Json)> {
    let kinds = [Kind::Resource, Kind::DataSource];
    let construct = plan.constructs.iter().find(|construct| kinds.contains(&construct.kind))?;
    Some((construct, escaped(construct.kind, plan.json(construct.body, Extent::Least(1)))))
}

fn errors(said: &Json) -> impl Iterator<Item = &Json> {
    let diagnostics = said["diagnostics"].as_array().into_iter().flatten();
    diagnostics.filter(|diagnostic| diagnostic["severity"] == "error")
}
