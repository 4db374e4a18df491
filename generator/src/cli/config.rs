//! `ferroform.toml`: what `generate` does when the command line does not say.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use ferroform_generator::Problem;
use ferroform_generator::emit::Runtime;
use ferroform_generator::program::Language;
use serde::Deserialize;

/// The file that `generate` reads where neither `--config` nor `--schema` is given.
pub const FILE: &str = "ferroform.toml";

/// The contents of `ferroform.toml`. Paths are relative to the folder of the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    pub schemas: Vec<PathBuf>,
    #[serde(default)]
    pub overrides: Vec<PathBuf>,
    /// Provider address to its documentation pages.
    #[serde(default)]
    pub docs: BTreeMap<String, PathBuf>,
    #[serde(default)]
    pub only: Vec<String>,
    #[serde(default)]
    pub runtime: Option<RuntimeName>,
    pub rust_runtime: Option<PathBuf>,
    #[serde(default)]
    pub typescript_style: Option<StyleName>,
    #[serde(default)]
    pub old_ways: Vec<OldWay>,
    /// Provider address to version constraint.
    #[serde(default)]
    pub providers: BTreeMap<String, String>,
    pub out: Roots,
}

/// Where each output goes.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roots {
    pub rust: Option<PathBuf>,
    pub python: Option<PathBuf>,
    pub typescript: Option<PathBuf>,
    pub docs: Option<PathBuf>,
}

/// [`Runtime`] as it is written on the command line and in `ferroform.toml`.
#[derive(Debug, Clone, Copy, Default, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RuntimeName {
    /// CDK Terrain
    #[default]
    Cdktn,
    /// The archived CDK for Terraform
    Cdktf,
}

/// [`Language`] as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum LanguageName {
    /// Python
    Python,
    /// TypeScript
    #[value(name = "typescript")]
    TypeScript,
    /// Rust
    Rust,
}

/// [`Style`](ferroform_generator::emit::typescript::Style) as it is written on the command line and in `ferroform.toml`.
#[derive(Debug, Clone, Copy, Default, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StyleName {
    /// JavaScript with declarations, which needs no compiler
    #[default]
    Js,
    /// TypeScript sources, for projects that compile with `outDir`
    Ts,
}

/// One of the [`OldWays`](ferroform_generator::old_ways::OldWays) as it is written on the command line and in `ferroform.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OldWay {
    /// Trees that `cdktn get` leaves untyped take any value
    UntypedTrees,
}

impl From<RuntimeName> for Runtime {
    fn from(name: RuntimeName) -> Self {
        match name {
            RuntimeName::Cdktn => Self::Cdktn,
            RuntimeName::Cdktf => Self::Cdktf,
        }
    }
}

impl From<LanguageName> for Language {
    fn from(name: LanguageName) -> Self {
        match name {
            LanguageName::Python => Self::Python,
            LanguageName::TypeScript => Self::TypeScript,
            LanguageName::Rust => Self::Rust,
        }
    }
}

impl Config {
    /// Reads the file and makes its paths relative to the current folder.
    pub fn read(path: &Path) -> Result<Self, Problem> {
        let text = fs::read_to_string(path).map_err(|error| {
            let problem = Problem::new(path, format!("cannot be read: {error}"));
            if path == Path::new(FILE) {
                problem.help("name schemas with --schema, or write a ferroform.toml here")
            } else {
                problem
            }
        })?;
        let mut config: Self = toml::from_str(&text).map_err(|error| {
            let problem = Problem::new(path, error.message().trim());
            match error.span() {
                Some(span) => problem.at(position(&text, span.start)),
                None => problem,
            }
        })?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let Roots { rust, python, typescript, docs } = &mut config.out;
        let roots = [rust, python, typescript, docs, &mut config.rust_runtime];
        let files = config.schemas.iter_mut().chain(&mut config.overrides);
        for path in files.chain(config.docs.values_mut()).chain(roots.into_iter().flatten()) {
            *path = folder.join(&path);
        }
        Ok(config)
    }
}

fn position(text: &str, offset: usize) -> String {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or(before).chars().count() + 1;
    format!("line {line}, column {column}")
}
