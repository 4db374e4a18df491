//! The least that has to be declared beside a snippet for Terraform to plan it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Map, Value as Json, json};

use super::snippet::{Snippet, Usage, provider_of};
use super::subject::Subject;
use crate::conformance::{Construct, Extent, Plan};

/// What a snippet takes for granted, declared.
#[derive(Debug, Default)]
pub struct Declarations {
    /// What is declared, with what stands between its braces in Terraform's JSON; of a variable or local its value.
    pub declared: Vec<Declared>,
    /// Required arguments that the snippet leaves out of what it declares.
    pub missing: Vec<Missing>,
    /// The value of each variable that has no default.
    pub inputs: Map<String, Json>,
    /// Files that the snippet's functions read.
    pub files: BTreeSet<String>,
    /// What is known of each module that is called.
    pub modules: BTreeMap<String, Module>,
}

/// Something that is declared beside a snippet.
#[derive(Debug)]
pub struct Declared {
    pub subject: Subject,
    pub body: Json,
    /// The body as bindings take it: a block of which there can be one is no list.
    pub arguments: Json,
}

/// A required argument that a snippet leaves out, as bindings take it.
#[derive(Debug)]
pub struct Missing {
    pub subject: Subject,
    pub name: String,
    pub value: Json,
    /// The type of an argument, as schemas have it; nested blocks have none.
    pub of: Json,
    /// What it looks like in Terraform's language, and where in the snippet that belongs.
    pub text: String,
    pub at: usize,
}

/// A module as far as its callers know it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Module {
    pub inputs: Vec<String>,
    pub outputs: Vec<String>,
}

/// The constructs of a schema by keyword and type.
#[derive(Debug)]
pub struct Constructs<'a> {
    plan: &'a Plan,
    index: HashMap<(&'static str, &'a str), &'a Construct>,
}

impl<'a> Constructs<'a> {
    /// Those that a plan of a schema has.
    #[must_use]
    pub fn new(plan: &'a Plan) -> Self {
        let index = plan.constructs.iter();
        let index =
            index.map(|construct| ((construct.kind.keyword(), construct.type_name.as_str()), construct));
        Self { plan, index: index.collect() }
    }

    fn of(&self, subject: &Subject) -> Option<&'a Construct> {
        let (keyword, of, _) = subject.construct()?;
        self.index.get(&(keyword, of)).copied()
    }

    /// What is required, and what of the rest is asked for and not there by itself.
    fn least(&self, construct: &Construct, usage: &Usage, mark: usize) -> Map<String, Json> {
        let Json::Object(mut least) = self.plan.json(construct.body, Extent::Least(mark)) else {
            unreachable!("a body is an object")
        };
        for member in &self.plan.body(construct.body).members {
            let is_computed = construct.schema["attributes"][&member.name]["computed"] == true;
            if usage.attributes.contains(&member.name) && !is_computed && !least.contains_key(&member.name) {
                least.insert(member.name.clone(), self.plan.member_json(member, Extent::Least(mark)));
            }
        }
        least
    }
}

impl Declarations {
    /// What has to be declared beside a snippet.
    #[must_use]
    pub fn new(snippet: &Snippet, constructs: &Constructs<'_>) -> Self {
        let mut declarations = Self::default();
        let mut marks: HashMap<&str, usize> = HashMap::new();
        let mut providers: Vec<Subject> = Vec::new();
        for (subject, usage) in snippet.undeclared() {
            let body = match subject {
                Subject::Provider(_, None) => json!({}),
                Subject::Provider(_, Some(alias)) => json!({ "alias": alias }),
                Subject::Variable(name) => {
                    declarations.inputs.insert(name.clone(), guessed(name, usage));
                    json!({})
                }
                Subject::Local(name) => guessed(name, usage),
                Subject::Module(_) => json!({ "source": "./module" }),
                Subject::Data(of, _) | Subject::Ephemeral(of, _) | Subject::Resource(of, _) => {
                    let mark = marks.entry(of).or_default();
                    *mark += 1;
                    let provider = Subject::Provider(provider_of(of), None);
                    if !snippet.declared.contains(&provider) && !snippet.referred.contains_key(&provider) {
                        providers.push(provider);
                    }
                    let known = constructs.of(subject);
                    let mut body =
                        known.map(|known| constructs.least(known, usage, *mark)).unwrap_or_default();
                    // An index says more than that there are keys.
                    if let Some(count) = &usage.count {
                        body.insert("count".to_owned(), expression(count));
                    } else if let Some(keys) = &usage.for_each {
                        body.insert("for_each".to_owned(), expression(keys));
                    }
                    body.into()
                }
            };
            let arguments =
                constructs.of(subject).map_or_else(|| body.clone(), |of| arguments(&of.schema, &body));
            declarations.declared.push(Declared { subject: subject.clone(), body, arguments });
        }
        providers.sort();
        providers.dedup();
        // Programs need a provider before what it manages.
        let providers = providers.into_iter();
        let providers = providers.map(|subject| Declared { subject, body: json!({}), arguments: json!({}) });
        declarations.declared.splice(0..0, providers);
        for (subject, braces) in &snippet.bodies {
            let Some(construct) = constructs.of(subject) else { continue };
            let least = constructs.least(construct, &Usage::default(), 1);
            let missing = least.into_iter().filter(|(name, _)| !braces.set.contains(name));
            declarations.missing.extend(missing.map(|(name, value)| {
                let value = filled(&construct.schema["block_types"][&name]["block"], value);
                let text = written(&construct.schema, &name, &value);
                let value = arguments(&construct.schema, &json!({ &name: value }))[&name].take();
                let of = construct.schema["attributes"][&name]["type"].clone();
                Missing { subject: subject.clone(), name, value, of, text, at: braces.end }
            }));
        }
        declarations.missing.sort_by_key(|missing| missing.at);
        for (name, constraint) in &snippet.variables {
            declarations.inputs.insert(name.clone(), of_constraint(name, constraint));
        }
        declarations.files.clone_from(&snippet.files);
        declarations.modules = modules(snippet);
        declarations
    }

    /// Adds what is declared to what a program synthesized, which may have some of it.
    pub fn add_to(&self, synthesized: &mut Json) {
        fn merge(place: &mut Json, more: Json) {
            match (place, more) {
                (Json::Object(place), Json::Object(more)) => {
                    for (key, value) in more {
                        merge(place.entry(key).or_insert(Json::Null), value);
                    }
                }
                // Configurations of a provider are told apart by their alias.
                (Json::Array(place), Json::Array(more)) => {
                    let aliases: Vec<_> = place.iter().map(|one| one["alias"].clone()).collect();
                    place.extend(more.into_iter().filter(|one| !aliases.contains(&one["alias"])));
                }
                (place @ Json::Null, more) => *place = more,
                _ => {}
            }
        }
        merge(synthesized, self.json());
        for Missing { subject, name, value, .. } in &self.missing {
            if let Some((keyword, of, label)) = subject.construct()
                && synthesized[keyword][of][label].is_object()
            {
                merge(&mut synthesized[keyword][of][label][name], value.clone());
            }
        }
    }

    /// What is declared, as a file of its own says it.
    #[must_use]
    pub fn json(&self) -> Json {
        let mut file = Map::new();
        for Declared { subject, body, .. } in &self.declared {
            let (path, body) = match subject {
                Subject::Provider(name, _) => {
                    let all = file.entry("provider").or_insert_with(|| json!({}));
                    match &mut all[name] {
                        Json::Array(configurations) => configurations.push(body.clone()),
                        none => *none = json!([body]),
                    }
                    continue;
                }
                Subject::Variable(name) => (vec!["variable", name], body),
                Subject::Local(name) => (vec!["locals", name], body),
                Subject::Module(name) => (vec!["module", name], body),
                Subject::Data(of, label) => (vec!["data", of, label], body),
                Subject::Ephemeral(of, label) => (vec!["ephemeral", of, label], body),
                Subject::Resource(of, label) => (vec!["resource", of, label], body),
            };
            *at(&mut file, &path) = body.clone();
        }
        file.into()
    }
}

fn at<'a>(file: &'a mut Map<String, Json>, path: &[&str]) -> &'a mut Json {
    let mut place = file.entry(path[0]).or_insert_with(|| json!({}));
    for key in &path[1..] {
        place = &mut place[*key];
    }
    place
}

/// Blocks with something in each of them: languages take an empty block for none.
fn filled(block: &Json, value: Json) -> Json {
    match value {
        Json::Array(blocks) if block.is_object() => {
            blocks.into_iter().map(|one| filled(block, one)).collect()
        }
        Json::Object(members) if block.is_object() && members.is_empty() => {
            let attributes = block["attributes"].as_object().into_iter().flatten();
            let mut plain = attributes.filter(|(_, attribute)| {
                attribute["type"] == "string"
                    && attribute["optional"] == true
                    && attribute["computed"] != true
            });
            plain.next().map_or_else(|| json!({}), |(name, _)| json!({ name: name }))
        }
        other => other,
    }
}

/// An argument or nested blocks as Terraform's language writes them in a block of this schema.
fn written(schema: &Json, name: &str, value: &Json) -> String {
    let Some(nested) = schema["block_types"].get(name) else { return format!("{name} = {value}\n") };
    let block = |value: &Json| {
        let members = value.as_object().into_iter().flatten();
        let members = members.map(|(name, value)| written(&nested["block"], name, value));
        format!("{name} {{\n{}}}\n", members.collect::<String>())
    };
    match value {
        Json::Array(blocks) => blocks.iter().map(block).collect(),
        one => block(one),
    }
}

fn arguments(schema: &Json, body: &Json) -> Json {
    let members = body.as_object().into_iter().flatten().map(|(name, value)| {
        let nested = &schema["block_types"][name];
        let value = match value {
            Json::Array(blocks) if nested.is_object() => {
                let mut blocks = blocks.iter().map(|block| arguments(&nested["block"], block));
                if nested["max_items"] == 1 { blocks.next().unwrap_or_default() } else { blocks.collect() }
            }
            _ => value.clone(),
        };
        (name.clone(), value)
    });
    members.collect::<Map<_, _>>().into()
}

fn expression(source: &str) -> Json {
    // Terraform's JSON has numbers as they are.
    source.parse::<u64>().map_or_else(|_| format!("${{{source}}}").into(), Json::from)
}

/// The modules that a snippet calls or takes for granted.
fn modules(snippet: &Snippet) -> BTreeMap<String, Module> {
    let mut modules: BTreeMap<String, Module> = BTreeMap::new();
    for (name, call) in &snippet.modules {
        modules.entry(name.clone()).or_default().inputs.extend(call.inputs.iter().cloned());
    }
    for (subject, usage) in &snippet.referred {
        if let Subject::Module(name) = subject {
            modules.entry(name.clone()).or_default().outputs.extend(usage.attributes.iter().cloned());
        }
    }
    modules
}

/// A value for a variable or local of which only the use is known.
fn guessed(name: &str, usage: &Usage) -> Json {
    if usage.is_condition {
        return json!(true);
    }
    if !usage.attributes.is_empty() {
        let members =
            usage.attributes.iter().map(|member| (member.clone(), format!("{name}-{member}").into()));
        return members.collect::<Map<_, _>>().into();
    }
    if usage.count.is_some() || plural(name) {
        json!([format!("{name}-1"), format!("{name}-2")])
    } else {
        name.into()
    }
}

/// Whether a name is that of several things: what else could a page mean by `subnet_ids`.
pub fn plural(name: &str) -> bool {
    name.ends_with('s') && !name.ends_with("ss") && !name.ends_with("address") && !name.ends_with("status")
}

/// A value that fits a type constraint.
fn of_constraint(name: &str, constraint: &str) -> Json {
    let constraint: String = constraint.split_whitespace().collect();
    let inner = |open: &str| constraint.strip_prefix(open).and_then(|rest| rest.strip_suffix(')'));
    match constraint.as_str() {
        "number" => json!(1),
        "bool" => json!(true),
        "list" => json!([name]),
        "map" => json!({ "key": name }),
        _ => {
            if let Some(of) = inner("list(").or_else(|| inner("set(")) {
                json!([of_constraint(name, of)])
            } else if let Some(of) = inner("map(") {
                json!({ "key": of_constraint(name, of) })
            } else if let Some(of) = inner("optional(") {
                of_constraint(name, of)
            } else {
                name.into()
            }
        }
    }
}
