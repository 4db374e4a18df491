//! Where schemas, overrides and documentation are, on the command line or in `ferroform.toml`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::error::ErrorKind;
use ferroform_generator::read::{DocsFolder, Sources};
use ferroform_generator::schema::Source;
use ferroform_generator::{Problem, model::ProviderAddress};

use super::config::{self, Config};

// The commands that take it have a group of this name already.
#[derive(Args)]
#[group(skip)]
pub struct Arguments {
    /// Read what to do from this file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["schema", "overrides", "docs", "provider"])]
    config: Option<PathBuf>,
    /// Output of `terraform providers schema -json`; `-` is standard input
    #[arg(long, value_name = "FILE", num_args = 1..)]
    schema: Vec<PathBuf>,
    /// Descriptions, rules and import IDs that the schema does not have
    #[arg(long, value_name = "FILE", num_args = 1.., requires = "schema")]
    overrides: Vec<PathBuf>,
    /// Documentation pages of a provider: their folder, or the provider's repository
    #[arg(long, value_name = "[SOURCE=]DIR", num_args = 1.., requires = "schema", value_parser = docs)]
    docs: Vec<DocsFolder>,
    /// The version constraint that bindings carry, such as 'hashicorp/aws@~> 6.0'
    #[arg(long, value_name = "SOURCE@CONSTRAINT", num_args = 1.., requires = "schema", value_parser = provider)]
    provider: Vec<(ProviderAddress, String)>,
}

impl Arguments {
    /// The sources that the command line of `verb` names; `None` where it leaves them to a file.
    ///
    /// Ends the program if standard input is named more than once.
    pub fn named(&self, verb: &str) -> Option<Sources> {
        if self.schema.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
            super::usage(verb, ErrorKind::ArgumentConflict, "standard input, `-`, can be read only once");
        }
        (!self.schema.is_empty()).then(|| Sources {
            schemas: self.schema.iter().map(|path| Source::from(path.as_path())).collect(),
            overrides: self.overrides.clone(),
            docs: self.docs.clone(),
            constraints: self.provider.iter().cloned().collect(),
        })
    }

    /// The file to read where the command line names no schema.
    pub fn file(&self) -> PathBuf {
        self.config.clone().unwrap_or_else(|| config::FILE.into())
    }
}

/// The sources that a configuration file names.
///
/// # Errors
///
/// Addresses that are none, and schemas that are missing.
pub fn configured(config: &Config, file: &Path) -> Result<Sources, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut constraints = BTreeMap::new();
    for (source, constraint) in &config.providers {
        match source.parse() {
            Ok(address) => drop(constraints.insert(address, constraint.clone())),
            Err(message) => problems.push(Problem::new(file, message as String).at("providers")),
        }
    }
    if config.schemas.is_empty() {
        problems.push(Problem::new(file, "is empty, expected at least one file").at("schemas"));
    }
    let mut docs = Vec::new();
    for (source, folder) in &config.docs {
        match source.parse() {
            Ok(address) => docs.push(DocsFolder { provider: Some(address), folder: folder.clone() }),
            Err(message) => problems.push(Problem::new(file, message as String).at("docs")),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let schemas = config.schemas.iter().map(|path| Source::from(path.as_path())).collect();
    Ok(Sources { schemas, overrides: config.overrides.clone(), docs, constraints })
}

fn docs(text: &str) -> Result<DocsFolder, String> {
    match text.split_once('=') {
        Some((source, folder)) => Ok(DocsFolder { provider: Some(source.parse()?), folder: folder.into() }),
        None => Ok(DocsFolder { provider: None, folder: text.into() }),
    }
}

fn provider(text: &str) -> Result<(ProviderAddress, String), String> {
    match text.split_once('@') {
        Some((source, constraint)) if !constraint.trim().is_empty() => {
            Ok((source.parse()?, constraint.trim().to_owned()))
        }
        _ => Err("expected a source and a constraint, such as 'hashicorp/aws@~> 6.0'".to_owned()),
    }
}
