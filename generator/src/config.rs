//! The library as build scripts use it.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::Problem;
use crate::emit::Runtime;
use crate::emit::rust::{Change, ChangeKind};
use crate::emit::typescript::Style;
use crate::generate::{Request, RustOutput, Target, generate};
use crate::old_ways::OldWays;
use crate::output::Mode;
use crate::read::{DocsFolder, Sources};
use crate::schema::Source;

/// Writes the Rust bindings of providers from a build script.
///
/// ```no_run
/// // build.rs
/// fn main() -> Result<(), ferroform_generator::Problems> {
///     ferroform_generator::Config::new()
///         .schema("schemas/aws.json")
///         .only(["aws_vpc", "aws_subnet", "data.aws_ami"])
///         .generate()
/// }
/// ```
///
/// `OUT_DIR` then has a file for each provider, which the program includes as a module:
///
/// ```ignore
/// mod aws {
///     ferroform::include!("aws");
/// }
///
/// use aws::{AwsProvider, Subnet, Vpc};
/// ```
///
/// # Paths
///
/// Settings for a place take a glob over paths in dots that begin with a type name: `aws_instance` is a resource's or data source's
/// own struct, `aws_instance.ebs_block_device` a nested block and the field that holds it, `*.tags` every field of that name, as `*`
/// stands for dots too. `resource.`, `data.` or `ephemeral.` before it means constructs of one kind. A nested block that is used
/// at several paths is one struct; what is said of one of them is said of all.
///
/// # Speed
///
/// Cargo compiles build scripts without optimization, and names are decided on the whole schema, so a large provider takes
/// seconds: twelve resources of AWS 6.19 about three. Two lines in the workspace's `Cargo.toml` make it three quarters of one
/// (`[profile.release.build-override]` for release builds):
///
/// ```toml
/// [profile.dev.build-override]
/// opt-level = 1
/// ```
#[derive(Debug, Clone, Default)]
#[must_use = "nothing is written before `generate`"]
pub struct Config {
    schemas: Vec<PathBuf>,
    overrides: Vec<PathBuf>,
    docs: Vec<DocsFolder>,
    only: Vec<String>,
    providers: Vec<(String, String)>,
    changes: Vec<Change>,
    out_dir: Option<PathBuf>,
}

/// What was wrong, one [`Problem`] or more. `Debug` prints as `Display` does, because that is what cargo shows of a build script.
#[derive(Clone, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Config {
    /// Everything that the schemas have, into `OUT_DIR`.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a file that `terraform providers schema -json` printed; several in turn. Relative paths begin at the package.
    pub fn schema(mut self, file: impl Into<PathBuf>) -> Self {
        self.schemas.push(file.into());
        self
    }

    /// Reads a file of descriptions, rules and import IDs that schemas do not have.
    pub fn overrides(mut self, file: impl Into<PathBuf>) -> Self {
        self.overrides.push(file.into());
        self
    }

    /// Reads the documentation pages of the only provider: the folder of the pages, or the provider's repository.
    pub fn docs(mut self, folder: impl Into<PathBuf>) -> Self {
        self.docs.push(DocsFolder { provider: None, folder: folder.into() });
        self
    }

    /// Writes only constructs whose type matches one of the globs, such as `aws_vpc*` or `data.aws_ami`, and the provider.
    pub fn only(mut self, globs: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.only.extend(globs.into_iter().map(Into::into));
        self
    }

    /// The version constraint that a stack declares for a provider: `provider("hashicorp/aws", "~> 6.0")`.
    pub fn provider(mut self, source: impl Into<String>, constraint: impl Into<String>) -> Self {
        self.providers.push((source.into(), constraint.into()));
        self
    }

    /// Puts an attribute before the structs at a path: `type_attribute("aws_vpc", "#[derive(PartialEq)]")`.
    pub fn type_attribute(self, path: impl Into<String>, attribute: impl Into<String>) -> Self {
        self.change(path, ChangeKind::TypeAttribute(attribute.into()))
    }

    /// Puts an attribute before the fields at a path: `field_attribute("*.tags", "#[tf(min_items(1))]")`.
    pub fn field_attribute(self, path: impl Into<String>, attribute: impl Into<String>) -> Self {
        self.change(path, ChangeKind::FieldAttribute(attribute.into()))
    }

    /// Takes a struct of the program's, with a derive of `Block`, for the nested blocks at a path:
    /// `replace_type("*.timeouts", "crate::Patience")`.
    pub fn replace_type(self, path: impl Into<String>, with: impl Into<String>) -> Self {
        self.change(path, ChangeKind::Type(with.into()))
    }

    /// Writes into this folder instead of `OUT_DIR`.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Writes the bindings, and tells cargo which files they are made from.
    ///
    /// # Errors
    ///
    /// All mistakes of the input and of the settings, or what keeps the bindings from being written.
    pub fn generate(self) -> Result<(), Problems> {
        let docs = self.docs.iter().map(|docs| &docs.folder);
        for file in self.schemas.iter().chain(&self.overrides).chain(docs) {
            println!("cargo::rerun-if-changed={}", file.display());
        }
        let out =
            self.out_dir.or_else(|| std::env::var_os("OUT_DIR").map(PathBuf::from)).ok_or_else(|| {
                let problem = Problem::new("OUT_DIR", "is not set, as it is in a build script");
                Problems(vec![problem.help("say where to write with `Config::out_dir`")])
            })?;
        let mut problems = Vec::new();
        let mut constraints = BTreeMap::new();
        for (source, constraint) in self.providers {
            match source.parse() {
                Ok(address) => drop(constraints.insert(address, constraint)),
                Err(message) => problems.push(Problem::new("build script", message as String).at("provider")),
            }
        }
        if self.schemas.is_empty() {
            problems
                .push(Problem::new("build script", "names no schema").help("name one with `Config::schema`"));
        }
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        let request = Request {
            sources: Sources {
                schemas: self.schemas.iter().map(|path| Source::from(Path::new(path))).collect(),
                overrides: self.overrides,
                docs: self.docs,
                constraints,
            },
            only: self.only,
            runtime: Runtime::default(),
            rust: RustOutput::Included(self.changes),
            typescript: Style::default(),
            page_languages: Vec::new(),
            old_ways: OldWays::default(),
            roots: [(Target::Rust, out)].into(),
            mode: Mode::Write { force: true },
        };
        generate(&request).map(drop).map_err(Problems)
    }

    fn change(mut self, path: impl Into<String>, kind: ChangeKind) -> Self {
        self.changes.push(Change { path: path.into(), kind });
        self
    }
}

impl Problems {
    /// The problems, at least one.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}

/// A problem each line, with its help below.
impl fmt::Display for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<_> = self.0.iter().map(ToString::to_string).collect();
        formatter.write_str(&lines.join("\n"))
    }
}

impl fmt::Debug for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl std::error::Error for Problems {}
