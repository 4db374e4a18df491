//! Configurations, planned and applied by Terraform, many at a time.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::configuration::Configuration;
use super::facts::Said;
use crate::{Project, Terraform};

/// How many configurations one root module has: the time that Terraform takes to apply it grows faster than their number.
const BATCH: usize = 50;

/// What Terraform says of a configuration, or why it refuses it.
pub type Planned = Result<Json, String>;

/// Plans configurations, and remembers what came out.
#[derive(Debug)]
pub struct Plans {
    /// The schema file of the providers that Terraform has stand-ins for.
    schema: Json,
    /// Their local names.
    providers: BTreeSet<String>,
    /// Where plans are remembered.
    memory: PathBuf,
}

impl Plans {
    /// Plans with stand-ins for a schema's providers. They are remembered in a folder.
    #[must_use]
    pub fn new(schema: &Path, memory: PathBuf) -> Self {
        fs::create_dir_all(&memory).unwrap_or_else(|error| panic!("{}: {error}", memory.display()));
        let text = fs::read_to_string(schema).unwrap_or_else(|error| panic!("{}: {error}", schema.display()));
        let schema: Json = serde_json::from_str(&text).expect("a schema is JSON");
        let addresses = schema["provider_schemas"].as_object().into_iter().flatten();
        let names = addresses.filter_map(|(address, _)| address.rsplit('/').next());
        // Terraform brings one provider itself.
        let providers = names.chain(["terraform"]).map(ToOwned::to_owned).collect();
        Self { schema, providers, memory }
    }

    /// Terraform with stand-ins that know what these configurations use: it reads schemas for each command.
    fn terraform(&self, batch: &[(String, &Configuration)]) -> Terraform {
        let files = batch.iter().flat_map(|(_, configuration)| configuration.files.values());
        let words =
            files.flat_map(|text| text.split(|char: char| char != '_' && !char.is_ascii_alphanumeric()));
        let words: HashSet<&str> = words.collect();
        let mut schema = self.schema.clone();
        let providers = schema["provider_schemas"].as_object_mut().into_iter().flatten();
        for kinds in providers.filter_map(|(_, provider)| provider.as_object_mut()) {
            for (kind, all) in kinds.iter_mut().filter(|(kind, _)| kind.ends_with("_schemas")) {
                let all = all.as_object_mut().unwrap_or_else(|| panic!("{kind} are an object"));
                all.retain(|name, _| words.contains(name.as_str()));
            }
        }
        let project = Project::new();
        let path = project.write("schema.json", &schema.to_string());
        crate::terraform().expect("it was there").with_stub_provider(&path)
    }

    /// Plans and applies configurations; the answers are under their keys.
    #[must_use]
    pub fn of(&self, configurations: &[&Configuration]) -> BTreeMap<String, Planned> {
        let mut planned = BTreeMap::new();
        let mut open: BTreeMap<String, &Configuration> = BTreeMap::new();
        for configuration in configurations {
            let key = configuration.key();
            if let Some(provider) = configuration.providers.difference(&self.providers).next() {
                planned.insert(key, Err(format!("there is no schema of the provider {provider}")));
                continue;
            }
            match self.remembered(&key) {
                Some(facts) => drop(planned.insert(key, facts)),
                None => drop(open.insert(key, configuration)),
            }
        }
        let count = open.len();
        let (alone, together): (Vec<_>, Vec<_>) =
            open.into_iter().partition(|(_, configuration)| configuration.is_root);
        let (commands, quiet): (Vec<_>, Vec<_>) =
            together.into_iter().partition(|(_, configuration)| configuration.has_provisioners);
        let batches = quiet
            .chunks(BATCH)
            .map(|batch| (batch, true))
            .chain(commands.chunks(BATCH).map(|batch| (batch, false)));
        for (batch, applied) in batches {
            self.batch(batch, applied, &mut planned);
            eprintln!("  planned {} of {count} configurations", planned.len());
        }
        for (key, configuration) in alone {
            let answer = plan_alone(&self.terraform(&[(key.clone(), configuration)]), configuration);
            self.remember(&key, &answer);
            planned.insert(key, answer);
        }
        planned
    }

    fn path(&self, key: &str) -> PathBuf {
        self.memory.join(format!("{key}.json"))
    }

    fn remembered(&self, key: &str) -> Option<Planned> {
        let text = fs::read_to_string(self.path(key)).ok()?;
        let json: Json = serde_json::from_str(&text).ok()?;
        Some(match json["refused"].as_str() {
            Some(refused) => Err(refused.to_owned()),
            None => Ok(json["facts"].clone()),
        })
    }

    fn remember(&self, key: &str, answer: &Planned) {
        let json = match answer {
            Ok(facts) => json!({ "facts": facts }),
            Err(refused) => json!({ "refused": refused }),
        };
        fs::write(self.path(key), json.to_string()).expect("plans can be remembered");
    }

    /// Plans configurations as modules of one. Whatever Terraform refuses is left out, and the rest planned again.
    fn batch(
        &self,
        batch: &[(String, &Configuration)],
        applied: bool,
        planned: &mut BTreeMap<String, Planned>,
    ) {
        let project = Project::new();
        let terraform = self.terraform(batch);
        for (number, (_, configuration)) in batch.iter().enumerate() {
            write(&project, &format!("e{number}"), configuration);
        }
        let mut open: BTreeSet<usize> = (0..batch.len()).collect();
        while !open.is_empty() {
            write_root(&project, batch, &open);
            match plan(&terraform, project.path(), applied) {
                Ok((plan, state)) => {
                    let mut said = Said::read(&plan, state.as_ref());
                    for number in std::mem::take(&mut open) {
                        let (key, configuration) = &batch[number];
                        let facts = Ok(said.take(&format!("e{number}"), &plan, configuration));
                        self.remember(key, &facts);
                        planned.insert(key.clone(), facts);
                    }
                }
                Err(errors) => {
                    let refused = errors.by_module(&open);
                    if refused.is_empty() && open.len() == 1 {
                        let (key, _) = &batch[open.pop_first().expect("there is one")];
                        let answer = Err(errors.to_string());
                        self.remember(key, &answer);
                        planned.insert(key.clone(), answer);
                    } else if refused.is_empty() {
                        // Terraform does not say which one it means.
                        let halves: Vec<_> = open.iter().map(|&number| batch[number].clone()).collect();
                        let (one, other) = halves.split_at(halves.len() / 2);
                        self.batch(one, applied, planned);
                        self.batch(other, applied, planned);
                        return;
                    }
                    for (number, error) in refused {
                        open.remove(&number);
                        let (key, _) = &batch[number];
                        let answer = Err(error);
                        self.remember(key, &answer);
                        planned.insert(key.clone(), answer);
                    }
                }
            }
        }
    }
}

/// Plans a configuration as a root module.
fn plan_alone(terraform: &Terraform, configuration: &Configuration) -> Planned {
    let project = Project::new();
    write(&project, ".", configuration);
    project.write("terraform.tfvars.json", &Json::from(configuration.inputs.clone()).to_string());
    project.write("backend_override.tf.json", r#"{ "terraform": { "backend": { "local": {} } } }"#);
    project.write(MANIFEST, &manifest(modules(".", "", configuration)));
    match plan(terraform, project.path(), !configuration.has_provisioners) {
        Ok((plan, state)) => Ok(Said::read(&plan, state.as_ref()).take("", &plan, configuration)),
        Err(errors) => Err(errors.to_string()),
    }
}

/// Plans what is in a folder, and applies it where that is safe.
fn plan(terraform: &Terraform, folder: &Path, applied: bool) -> Result<(Json, Option<Json>), Errors> {
    // A folder that another attempt applied in has a state.
    let _ = fs::remove_file(folder.join("terraform.tfstate"));
    let plan = terraform.run(folder, &["plan", "-json", "-input=false", "-lock=false", "-out=plan"]);
    if plan.code != Some(0) {
        return Err(Errors::read(&plan.stdout, &plan.stderr));
    }
    let shown = terraform.run(folder, &["show", "-json", "plan"]).success().stdout;
    let shown = serde_json::from_str(&shown).expect("Terraform shows plans in JSON");
    if !applied {
        return Ok((shown, None));
    }
    let run = terraform.run(folder, &["apply", "-json", "-input=false", "-lock=false", "plan"]);
    if run.code != Some(0) {
        return Err(Errors::read(&run.stdout, &run.stderr));
    }
    let state = terraform.run(folder, &["show", "-json"]).success().stdout;
    Ok((shown, Some(serde_json::from_str(&state).expect("Terraform shows states in JSON"))))
}

const MANIFEST: &str = ".terraform/modules/modules.json";

/// Writes a configuration and stand-ins for the modules that it calls.
fn write(project: &Project, folder: &str, configuration: &Configuration) {
    for (name, text) in &configuration.files {
        project.write(&format!("{folder}/{name}"), text);
    }
    for path in &configuration.reads {
        // Paths are relative to where Terraform runs, unless programs say otherwise.
        for folder in [".", folder] {
            project.write(&format!("{folder}/{path}"), &format!("{{ \"file\": \"{path}\" }}\n"));
        }
    }
    for (name, (_, _, module)) in &configuration.modules {
        project.write(&format!("{folder}/modules/{name}/main.tf.json"), &module.json().to_string());
    }
}

/// Where Terraform finds the modules that a configuration calls: they look installed.
fn modules(folder: &str, prefix: &str, configuration: &Configuration) -> Vec<Json> {
    let all = configuration.modules.iter().map(|(name, (source, version, _))| {
        let mut entry = json!({
            "Key": format!("{prefix}{name}"), "Source": source, "Dir": format!("{folder}/modules/{name}"),
        });
        let is_of_registry =
            source.split('/').count() >= 3 && !source.starts_with('.') && !source.contains(':');
        if is_of_registry {
            entry["Source"] = format!("registry.terraform.io/{source}").into();
            entry["Version"] = version.as_deref().map_or("1.0.0", lowest).into();
        }
        entry
    });
    all.collect()
}

/// A version that a constraint allows.
fn lowest(constraint: &str) -> &str {
    constraint
        .trim_start_matches(|char: char| !char.is_ascii_digit())
        .split(',')
        .next()
        .unwrap_or_default()
        .trim()
}

fn manifest(mut modules: Vec<Json>) -> String {
    modules.insert(0, json!({ "Key": "", "Source": "", "Dir": "." }));
    json!({ "Modules": modules }).to_string()
}

/// Writes the root module, with a file for each module that it calls: Terraform says by file what it refuses.
fn write_root(project: &Project, batch: &[(String, &Configuration)], open: &BTreeSet<usize>) {
    let mut installed = Vec::new();
    for (number, (_, configuration)) in batch.iter().enumerate() {
        let name = format!("e{number}");
        let file = format!("{name}.tf.json");
        if !open.contains(&number) {
            let _ = fs::remove_file(project.path().join(file));
            continue;
        }
        let mut call = configuration.inputs.clone();
        call.insert("source".to_owned(), format!("./{name}").into());
        let mut root = json!({ "module": { &name: call } });
        if configuration.has_outputs {
            root["output"][&name] = json!({ "value": format!("${{module.{name}}}"), "sensitive": true });
        }
        for (to, id) in &configuration.imports {
            let import = json!({ "to": format!("module.{name}.{to}"), "id": id });
            match &mut root["import"] {
                Json::Array(imports) => imports.push(import),
                none => *none = json!([import]),
            }
        }
        project.write(&file, &format!("{root:#}"));
        installed.push(json!({ "Key": name, "Source": format!("./{name}"), "Dir": name }));
        installed.extend(modules(&name, &format!("{name}."), configuration));
    }
    project.write(MANIFEST, &manifest(installed));
}

/// What Terraform refuses.
#[derive(Debug)]
struct Errors(Vec<Error>);

#[derive(Debug)]
struct Error {
    file: String,
    address: String,
    message: String,
}

impl Errors {
    fn read(stdout: &str, stderr: &str) -> Self {
        let said = stdout.lines().filter_map(|line| serde_json::from_str::<Json>(line).ok());
        let errors =
            said.map(|mut said| said["diagnostic"].take()).filter(|found| found["severity"] == "error");
        let mut errors: Vec<_> = errors.map(|found| Error::read(&found)).collect();
        if errors.is_empty() {
            let message = if stderr.is_empty() { stdout } else { stderr };
            errors.push(Error { file: String::new(), address: String::new(), message: message.to_owned() });
        }
        Self(errors)
    }

    /// The first error of each module that one can be told for.
    fn by_module(&self, open: &BTreeSet<usize>) -> BTreeMap<usize, String> {
        let mut found = BTreeMap::new();
        for error in &self.0 {
            let of_file = error.file.split(['/', '.']).next().unwrap_or_default();
            let of_address = error.address.strip_prefix("module.").unwrap_or_default();
            let of_address = of_address.split('.').next().unwrap_or_default();
            let in_message = error.message.split("module.").nth(1).unwrap_or_default();
            let in_message =
                in_message.split(|char: char| !char.is_ascii_alphanumeric()).next().unwrap_or_default();
            let number = [of_file, of_address, in_message].into_iter().find_map(|name| {
                name.strip_prefix('e')?.parse::<usize>().ok().filter(|number| open.contains(number))
            });
            if let Some(number) = number {
                found.entry(number).or_insert_with(|| error.message.clone());
            }
        }
        found
    }
}

impl Error {
    fn read(found: &Json) -> Self {
        let text = |json: &Json| json.as_str().unwrap_or_default().to_owned();
        let line = match found["range"]["start"]["line"].as_u64() {
            Some(line) => format!(" (line {line}: {})", text(&found["snippet"]["code"]).trim()),
            None => String::new(),
        };
        Self {
            file: text(&found["range"]["filename"]),
            address: text(&found["address"]),
            message: format!("{}: {}{line}", text(&found["summary"]), text(&found["detail"])),
        }
    }
}

impl std::fmt::Display for Errors {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let messages: Vec<_> = self.0.iter().map(|error| error.message.as_str()).collect();
        formatter.write_str(&messages.join("; "))
    }
}
