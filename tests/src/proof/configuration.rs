//! Configurations that Terraform plans: a snippet with its declarations, or what a program synthesized.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use serde_json::{Map, Value as Json, json};

use super::declarations::{Declarations, Module, plural};
use super::snippet::{self, Snippet};

/// A configuration, ready to be a module of others.
#[derive(Debug, Clone, PartialEq)]
pub struct Configuration {
    /// Its files by name.
    pub files: BTreeMap<String, String>,
    /// The values of its variables.
    pub inputs: Map<String, Json>,
    /// Local names of the providers that it needs.
    pub providers: BTreeSet<String>,
    /// Files that its functions read.
    pub reads: BTreeSet<String>,
    /// What it imports, by address and ID: only a root module may say so.
    pub imports: Vec<(String, String)>,
    /// The modules that it calls, with the source and the version that each call names.
    pub modules: BTreeMap<String, (String, Option<String>, Module)>,
    /// Whether it has output values.
    pub has_outputs: bool,
    /// Whether Terraform would run its commands if it applied it.
    pub has_provisioners: bool,
    /// Whether it must be the root module.
    pub is_root: bool,
    /// What each of its local values refers to.
    pub locals: BTreeMap<String, BTreeSet<String>>,
}

impl Configuration {
    /// A snippet with what it takes for granted.
    #[must_use]
    pub fn of_snippet(text: &str, snippet: &Snippet, declarations: &Declarations) -> Self {
        let mut main = text.to_owned();
        let is_root = snippet.imports.iter().any(|import| import.parts.is_none());
        let mut imports = Vec::new();
        if !is_root {
            for import in &snippet.imports {
                // Lines keep their numbers.
                let blank = text[import.span.clone()].replace(|char| char != '\n', " ");
                main.replace_range(import.span.clone(), &blank);
                imports.extend(import.parts.clone());
            }
        }
        let declared = declarations.json();
        for missing in declarations.missing.iter().rev() {
            main.insert_str(missing.at, &format!("\n{}", missing.text));
        }
        let files = BTreeMap::from([
            ("main.tf".to_owned(), main),
            ("declarations.tf.json".to_owned(), declared.to_string()),
        ]);
        let mut locals: BTreeMap<_, _> =
            snippet.locals.iter().map(|(name, refers)| (name.clone(), texts(refers))).collect();
        locals.extend(
            declared["locals"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, _)| (name.clone(), BTreeSet::new())),
        );
        let calls = snippet.modules.iter().map(|(name, call)| (name, &call.source, &call.version));
        let modules = calls.map(|(name, source, version)| {
            let module = declarations.modules.get(name).cloned().unwrap_or_default();
            (name.clone(), (source.clone(), version.clone(), module))
        });
        let mut modules: BTreeMap<_, _> = modules.collect();
        for (name, call) in declared["module"].as_object().into_iter().flatten() {
            let module = declarations.modules.get(name).cloned().unwrap_or_default();
            modules.insert(name.clone(), (text_of(&call["source"]).unwrap_or_default(), None, module));
        }
        Self {
            files,
            providers: snippet.providers.clone(),
            reads: declarations.files.clone(),
            inputs: declarations.inputs.clone(),
            imports,
            modules,
            has_outputs: snippet.has_outputs,
            has_provisioners: snippet.has_provisioners,
            is_root,
            locals,
        }
    }

    /// What a program synthesized, beside the same declarations.
    #[must_use]
    pub fn of_program(mut synthesized: Json, declarations: &Declarations) -> Self {
        without_metadata(&mut synthesized);
        let imports = synthesized.as_object_mut().and_then(|file| file.remove("import"));
        let all = imports.as_ref().and_then(Json::as_array).into_iter().flatten();
        let plain = all.clone().map(|import| {
            let is_plain = import.as_object().is_some_and(|members| members.len() == 2);
            let parts = text_of(&import["to"]).zip(text_of(&import["id"]));
            parts.filter(|(to, id)| is_plain && !id.contains("${") && !to.contains("each."))
        });
        let plain: Option<Vec<_>> = plain.collect();
        let is_root = plain.is_none();
        if let (true, Some(imports)) = (is_root, imports.clone()) {
            synthesized["import"] = imports;
        }
        let called = synthesized["module"].as_object().into_iter().flatten();
        let modules = called.map(|(name, call)| {
            let mut module = declarations.modules.get(name).cloned().unwrap_or_default();
            let meta = ["source", "version", "providers", "count", "for_each", "depends_on"];
            let inputs = call.as_object().into_iter().flatten().map(|(name, _)| name.clone());
            module.inputs.extend(inputs.filter(|name| !meta.contains(&name.as_str())));
            module.inputs.sort();
            module.inputs.dedup();
            (name.clone(), (text_of(&call["source"]).unwrap_or_default(), text_of(&call["version"]), module))
        });
        let modules = modules.collect();
        let locals = synthesized["locals"].as_object().into_iter().flatten();
        let locals = locals.map(|(name, value)| (name.clone(), texts(&snippet::referred_in(value))));
        let locals = locals.collect();
        let variables = synthesized["variable"].as_object();
        let inputs = declarations
            .inputs
            .iter()
            .filter(|(name, _)| variables.is_some_and(|all| all.contains_key(*name)));
        Self {
            inputs: inputs.map(|(name, value)| (name.clone(), value.clone())).collect(),
            providers: needed(&synthesized),
            reads: declarations.files.clone(),
            imports: plain.unwrap_or_default(),
            modules,
            has_outputs: synthesized["output"].is_object(),
            has_provisioners: synthesized.to_string().contains("\"provisioner\""),
            is_root,
            locals,
            files: BTreeMap::from([("main.tf.json".to_owned(), format!("{synthesized:#}"))]),
        }
    }

    /// Two configurations with the same key are the same.
    #[must_use]
    pub fn key(&self) -> String {
        let mut hasher = DefaultHasher::new();
        format!("{self:?}").hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }
}

impl Module {
    /// A module with these inputs and outputs.
    #[must_use]
    pub fn json(&self) -> Json {
        let variables = self.inputs.iter().map(|name| (name.clone(), json!({ "default": null })));
        let outputs = self.outputs.iter().map(|name| {
            let value = if plural(name) { json!([name]) } else { json!(name) };
            (name.clone(), json!({ "value": value }))
        });
        json!({
            "variable": variables.collect::<Map<_, _>>(),
            "output": outputs.collect::<Map<_, _>>(),
        })
    }
}

/// Local names of the providers that a synthesized configuration needs.
fn needed(synthesized: &Json) -> BTreeSet<String> {
    let types =
        ["resource", "data", "ephemeral"].into_iter().filter_map(|kind| synthesized[kind].as_object());
    let types = types.flatten().map(|(of, _)| snippet::provider_of(of));
    let required = synthesized["terraform"]["required_providers"].as_object().into_iter().flatten();
    types.chain(required.map(|(name, _)| name.clone())).collect()
}

fn texts(subjects: &BTreeSet<super::subject::Subject>) -> BTreeSet<String> {
    subjects.iter().map(ToString::to_string).collect()
}

fn text_of(json: &Json) -> Option<String> {
    json.as_str().map(ToOwned::to_owned)
}

/// Takes out what says only where in the program something was declared, and the state of a program that names no backend.
fn without_metadata(synthesized: &mut Json) {
    let terraform = synthesized.get_mut("terraform").and_then(Json::as_object_mut);
    let backends = terraform.and_then(|terraform| terraform.get_mut("backend")?.as_object_mut());
    if let Some(backends) = backends {
        let is_default = |local: &Json| local["path"].as_str().is_some_and(|path| path.ends_with(".tfstate"));
        backends.retain(|kind, settings| kind != "local" || !is_default(settings));
        if backends.is_empty() {
            synthesized["terraform"].as_object_mut().expect("it is one").remove("backend");
        }
    }
    without_comments(synthesized);
}

fn without_comments(json: &mut Json) {
    match json {
        Json::Object(members) => {
            members.remove("//");
            members.values_mut().for_each(without_comments);
        }
        Json::Array(elements) => elements.iter_mut().for_each(without_comments),
        _ => {}
    }
}
