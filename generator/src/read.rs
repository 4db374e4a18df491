//! What a run reads: schemas, overrides and documentation pages, checked and made into the model.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use crate::Problem;
use crate::facts::docs::{self, Docs, Understood};
use crate::facts::{Facts, read_overrides};
use crate::model::{self, ConstructKind, Provider, ProviderAddress};
use crate::names::typescript::beginning;
use crate::schema::{self, Index, ProviderSchemas, Source, UnknownKey};

/// Where everything is that is known of providers.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Provider schemas, as `terraform providers schema -json` prints them.
    pub schemas: Vec<Source>,
    /// Files of facts that a person decided.
    pub overrides: Vec<PathBuf>,
    /// Documentation pages of providers.
    pub docs: Vec<DocsFolder>,
    /// Version constraints that bindings carry in their metadata.
    pub constraints: BTreeMap<ProviderAddress, String>,
}

/// The documentation pages of a provider.
#[derive(Debug, Clone)]
pub struct DocsFolder {
    /// Whose they are; of the only provider where this is not said.
    pub provider: Option<ProviderAddress>,
    /// Where they are: the folder of the pages, or the provider's repository.
    pub folder: PathBuf,
}

/// What was read.
#[derive(Debug, Clone)]
pub struct Knowledge {
    /// The providers of all files, by address, so that the order of files makes no difference.
    pub providers: Vec<Provider>,
    /// Keys of the schemas that this version does not know, with the file that they stand in.
    pub unknown_keys: Vec<(PathBuf, UnknownKey)>,
    /// How much of the documentation of each provider was understood.
    pub docs: BTreeMap<ProviderAddress, Understood>,
}

/// Reads everything that is known of providers.
///
/// # Errors
///
/// All mistakes of the files at once.
pub fn read(sources: &Sources) -> Result<Knowledge, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut facts = read_facts(&sources.overrides, &mut problems);
    let (mut files, mut unknown_keys) = (Vec::new(), Vec::new());
    for source in &sources.schemas {
        let file = source.name();
        match schema::read(source) {
            Ok((schemas, unknown)) => {
                unknown_keys.extend(unknown.into_iter().map(|key| (file.clone(), key)));
                files.push((file, schemas));
            }
            Err(problem) => problems.push(problem),
        }
    }
    let docs = read_docs(&sources.docs, &files, &mut facts, &mut problems);
    let mut providers: BTreeMap<ProviderAddress, (PathBuf, Provider)> = BTreeMap::new();
    for (file, schemas) in &files {
        match model::build(file, schemas, &facts) {
            Ok(built) => built.into_iter().for_each(|provider| {
                let key = provider.address.clone();
                if let Some((before, _)) = providers.insert(key, (file.clone(), provider.clone())) {
                    let message = format!("has {}, which {} has too", provider.address, before.display());
                    problems.push(Problem::new(file, message));
                }
            }),
            Err(mistakes) => problems.extend(mistakes),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut providers: Vec<_> = providers.into_values().collect();
    providers.sort_by(|(_, a), (_, b)| a.address.cmp(&b.address));
    check_names_differ(&providers)?;
    check_all_apply(sources, &facts, &providers)?;
    let providers = providers
        .into_iter()
        .map(|(_, provider)| Provider {
            constraint: sources.constraints.get(&provider.address).cloned(),
            ..provider
        })
        .collect();
    Ok(Knowledge { providers, unknown_keys, docs })
}

/// Reads of schemas what is needed to name and use some constructs: these, and all that could want the same names.
///
/// # Errors
///
/// All mistakes of the files at once.
pub fn read_constructs(
    schemas: &[Source],
    wanted: &BTreeSet<(ConstructKind, String)>,
) -> Result<Vec<Provider>, Vec<Problem>> {
    let mut providers = Vec::new();
    for source in schemas {
        if let Some(some) = read_some(source, wanted) {
            providers.extend(some);
        } else {
            // Whatever is wrong with it, reading the whole tells.
            let sources = Sources { schemas: vec![source.clone()], ..Sources::default() };
            providers.extend(read(&sources)?.providers);
        }
    }
    providers.sort_by(|one, other| one.address.cmp(&other.address));
    Ok(providers)
}

fn read_some(source: &Source, wanted: &BTreeSet<(ConstructKind, String)>) -> Option<Vec<Provider>> {
    let Source::File(path) = source else { return None };
    let index = Index::of_file(path)?;
    let beginning = |address: &str, kind, type_name: &str| {
        let provider = address.rsplit('/').next().unwrap_or_default();
        beginning(provider, kind, type_name)
    };
    let is_named = |kind, type_name: &str| {
        kind == ConstructKind::Provider || wanted.contains(&(kind, type_name.to_owned()))
    };
    let named: Vec<String> = index
        .constructs()
        .filter(|(_, kind, type_name)| is_named(*kind, type_name))
        .map(|(address, kind, type_name)| beginning(address, kind, type_name))
        .collect();
    let is_wanted = |address: &str, kind: ConstructKind, type_name: &str| {
        let this = beginning(address, kind, type_name);
        named.iter().any(|named| named.starts_with(&this) || this.starts_with(named))
    };
    let json = index.select(&mut fs::File::open(path).ok()?, &is_wanted).ok()?;
    let (schemas, _) = schema::parse(&json).ok()?;
    model::build(path, &schemas, &[]).ok()
}

/// Adds to the facts what documentation pages say.
fn read_docs(
    folders: &[DocsFolder],
    files: &[(PathBuf, ProviderSchemas)],
    facts: &mut Vec<Facts>,
    problems: &mut Vec<Problem>,
) -> BTreeMap<ProviderAddress, Understood> {
    let mut all = BTreeMap::new();
    let schemas = files.iter().flat_map(|(_, schemas)| schemas.provider_schemas.iter());
    let schemas: Vec<(ProviderAddress, _)> =
        schemas.filter_map(|(key, schema)| Some((key.parse().ok()?, schema))).collect();
    for DocsFolder { provider, folder } in folders {
        let found = match (provider, schemas.as_slice()) {
            (Some(provider), _) => schemas.iter().find(|(address, _)| address == provider),
            (None, [only]) => Some(only),
            (None, _) => None,
        };
        let Some((address, schema)) = found else {
            problems.push(match provider {
                Some(provider) => {
                    Problem::new("--docs", format!("names {provider}, which no schema describes"))
                }
                None => Problem::new("--docs", "does not say which of the providers it documents")
                    .help(format!("write --docs SOURCE={}, such as hashicorp/aws={0}", folder.display())),
            });
            continue;
        };
        match docs::read_docs(folder, schema) {
            Ok(Docs { constructs, understood }) => {
                let at = facts.iter().position(|facts| facts.provider == *address).unwrap_or_else(|| {
                    let (file, provider) = (folder.clone(), address.clone());
                    facts.push(Facts { file, provider, constructs: BTreeMap::new() });
                    facts.len() - 1
                });
                problems.extend(facts[at].add_docs(constructs).err().unwrap_or_default());
                all.insert(address.clone(), understood);
            }
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        let silent = facts.iter_mut().filter(|facts| !all.contains_key(&facts.provider));
        problems.extend(silent.filter_map(|facts| facts.add_docs(BTreeMap::new()).err()).flatten());
    }
    all
}

fn read_facts(overrides: &[PathBuf], problems: &mut Vec<Problem>) -> Vec<Facts> {
    let mut facts: Vec<Facts> = Vec::new();
    for path in overrides {
        match read_overrides(path) {
            Ok(read) => {
                if let Some(before) = facts.iter().find(|facts| facts.provider == read.provider) {
                    let message = format!("speaks of {}, as {} does", read.provider, before.file.display());
                    problems.push(Problem::new(path, message).help("put both into one file"));
                }
                facts.push(read);
            }
            Err(mistakes) => problems.extend(mistakes),
        }
    }
    facts
}

/// Folders and crates are called after the provider's name alone.
fn check_names_differ(providers: &[(PathBuf, Provider)]) -> Result<(), Vec<Problem>> {
    let mut names = BTreeMap::new();
    for (file, provider) in providers {
        if let Some(other) = names.insert(provider.address.name.to_lowercase(), &provider.address) {
            let message = format!("{} and {other} would be written to the same folders", provider.address);
            let help = "generate them in two runs, into different folders";
            return Err(vec![Problem::new(file, message).help(help)]);
        }
    }
    Ok(())
}

/// Overrides and version constraints of a provider that is not there are mistakes.
fn check_all_apply(
    sources: &Sources,
    facts: &[Facts],
    providers: &[(PathBuf, Provider)],
) -> Result<(), Vec<Problem>> {
    let missing =
        |address: &ProviderAddress| providers.iter().all(|(_, provider)| provider.address != *address);
    let message = |address: &ProviderAddress| format!("names {address}, which no schema describes");
    let facts = facts.iter().filter(|facts| missing(&facts.provider));
    let facts = facts.map(|facts| Problem::new(&facts.file, message(&facts.provider)));
    let constraints = sources.constraints.keys().filter(|address| missing(address));
    let constraints = constraints.map(|address| Problem::new("--provider", message(address)));
    let wrong = sources.constraints.iter().filter_map(|(address, constraint)| {
        let message = model::check_constraint(constraint).err()?;
        Some(Problem::new("--provider", message).at(address.to_string()))
    });
    let problems: Vec<_> = facts.chain(constraints).chain(wrong).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}
