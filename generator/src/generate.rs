//! The main job: provider schemas in, bindings and documentation out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use crate::Problem;
use crate::emit::rust::{Change, Changes, Dependency, Form};
use crate::emit::typescript::Style;
use crate::emit::{self, Input, Runtime};
use crate::facts::docs::Understood;
use crate::model::{ConstructKind, Provider, ProviderAddress};
use crate::names::Names;
use crate::old_ways::OldWays;
use crate::output::{self, Mode, Report, Tree};
use crate::program::Language;
use crate::read::{Knowledge, Sources, read};
use crate::schema::UnknownKey;
use crate::select::Selection;

/// What is to be generated from what.
#[derive(Debug, Clone)]
pub struct Request {
    /// What is read.
    pub sources: Sources,
    /// Globs over type names; all constructs where there is none.
    pub only: Vec<String>,
    /// What Python and TypeScript bindings stand on.
    pub runtime: Runtime,
    /// How Rust bindings come to the program that uses them.
    pub rust: RustOutput,
    /// How TypeScript bindings are written.
    pub typescript: Style,
    /// The languages of documentation pages.
    pub page_languages: Vec<Language>,
    /// What Python and TypeScript bindings do as `cdktn get` does it.
    pub old_ways: OldWays,
    /// Where each output goes; an output without a place is not rendered.
    pub roots: BTreeMap<Target, PathBuf>,
    /// Write or check.
    pub mode: Mode,
}

/// How Rust bindings come to the program that uses them.
#[derive(Debug, Clone)]
pub enum RustOutput {
    /// As a crate.
    Crate {
        /// A local `ferroform` crate to depend on instead of the published one.
        runtime: Option<PathBuf>,
    },
    /// As a file of a build script's, with what the script changes in it.
    Included(Vec<Change>),
}

/// One of the outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A Rust crate.
    Rust,
    /// Python packages.
    Python,
    /// TypeScript modules.
    TypeScript,
    /// Documentation pages.
    Docs,
}

/// What became of one output.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Which output.
    pub target: Target,
    /// Where it is.
    pub root: PathBuf,
    /// What was done there.
    pub report: Report,
}

/// What a run did and what its user should know.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// The providers that were read.
    pub providers: Vec<Written>,
    /// Keys of the schemas that this version does not know, with the file that they stand in.
    pub unknown_keys: Vec<(PathBuf, UnknownKey)>,
    /// How much of the documentation of each provider was understood.
    pub docs: BTreeMap<ProviderAddress, Understood>,
    /// One per output.
    pub outcomes: Vec<Outcome>,
}

/// What was written of a provider.
#[derive(Debug, Clone)]
pub struct Written {
    /// The provider.
    pub address: ProviderAddress,
    /// How many of the selected constructs were written.
    pub constructs: usize,
    /// What the schema has and this version does not write, with how many there are, such as `"state stores"`.
    pub left_out: Vec<(&'static str, usize)>,
    /// What only Rust has of it, such as `"actions"`; empty where nothing else is written.
    pub rust_only: Vec<(&'static str, usize)>,
}

impl Written {
    fn of(provider: &Provider, selected: &[usize], request: &Request) -> Self {
        let kinds = || selected.iter().map(|&index| provider.constructs[index].kind);
        let count = |kind| kinds().filter(|&other| other == kind).count();
        let found = |kinds: &[(&'static str, usize)]| {
            kinds.iter().copied().filter(|(_, count)| *count > 0).collect::<Vec<_>>()
        };
        let constructs = kinds().filter(|kind| kind.has_bindings()).count();
        // What the package has no classes for.
        let lacking = |has: bool, count: usize| if has { 0 } else { count };
        let (runtime, ephemeral) = (request.runtime, ConstructKind::EphemeralResource);
        let mut rust_only = found(&[
            ("ephemeral resources", lacking(runtime.has(ephemeral), count(ephemeral))),
            ("list resources", count(ConstructKind::ListResource)),
            ("actions", count(ConstructKind::Action)),
            ("functions", lacking(runtime.has_provider_functions(), provider.functions.len())),
        ]);
        let mut left_out = found(&[("state stores", count(ConstructKind::StateStore))]);
        if request.roots.keys().all(|target| *target == Target::Rust) {
            rust_only.clear();
        } else if !request.roots.contains_key(&Target::Rust) {
            left_out.append(&mut rust_only);
        }
        Self { address: provider.address.clone(), constructs, left_out, rust_only }
    }
}

impl Target {
    /// The output's name, as `ferroform.toml` has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rust => "rust",
            Self::Python => "python",
            Self::TypeScript => "typescript",
            Self::Docs => "docs",
        }
    }
}

/// Does what `request` asks.
///
/// Everything is read and checked before anything is written.
///
/// # Errors
///
/// All mistakes of the input at once, or what keeps an output from being written.
pub fn generate(request: &Request) -> Result<Summary, Vec<Problem>> {
    check_roots_differ(&request.roots)?;
    let Knowledge { providers, unknown_keys, docs } = read(&request.sources)?;
    let mut summary = Summary { unknown_keys, docs, ..Summary::default() };
    let selection = Selection::new(&providers, &request.only, "--only")?;
    let named: Vec<_> = providers.iter().map(Names::new).collect();
    let in_old_ways = request.old_ways.of(&providers);
    let named_in_old_ways: Option<Vec<_>> =
        in_old_ways.as_ref().map(|providers| providers.iter().map(Names::new).collect());
    let named = |target| match &named_in_old_ways {
        Some(named) if matches!(target, Target::Python | Target::TypeScript) => named,
        _ => &named,
    };
    for (index, provider) in providers.iter().enumerate() {
        summary.providers.push(Written::of(provider, selection.of(index), request));
    }
    let changes = changes(request, &providers, &selection)?;
    let trees: Vec<_> = request
        .roots
        .iter()
        .map(|(&target, root)| {
            (target, root, render(request, target, root, named(target), &selection, &changes))
        })
        .collect();
    let problems: Vec<_> =
        trees.iter().filter_map(|(_, root, tree)| output::check(root, tree).err()).flatten().collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    if request.mode != Mode::Check {
        let unready: Vec<_> = request.roots.values().filter_map(|root| output::prepare(root).err()).collect();
        if !unready.is_empty() {
            return Err(unready);
        }
    }
    for (target, root, tree) in trees {
        let report = output::write(root, &tree, request.mode)?;
        summary.outcomes.push(Outcome { target, root: root.clone(), report });
    }
    Ok(summary)
}

/// All files of one output.
fn render(
    request: &Request,
    target: Target,
    root: &Path,
    named: &[Names],
    selection: &Selection,
    changes: &[Vec<Changes>],
) -> Tree {
    let addresses = named.iter().map(|names| names.provider.address.to_string());
    let mut tree = Tree::holding(addresses.chain([target.name().to_owned()]));
    match target {
        Target::Python => emit::python::emit_shared(request.runtime, &mut tree),
        Target::TypeScript => emit::typescript::emit_shared(request.runtime, request.typescript, &mut tree),
        Target::Rust | Target::Docs => {}
    }
    for (index, names) in named.iter().enumerate() {
        let provider = names.provider;
        let input = Input { provider, selected: selection.of(index), runtime: request.runtime };
        match target {
            Target::Rust => {
                let form = rust_form(request, root, named.len() == 1, provider);
                emit::rust::emit(input, names.rust(), &form, &changes[index], &mut tree);
            }
            Target::TypeScript => {
                emit::typescript::emit(input, names.typescript(), request.typescript, &mut tree);
            }
            Target::Python => emit::python::emit(input, names.typescript(), names.python(), &mut tree),
            Target::Docs => emit::docs::emit(input, names, &request.page_languages, &mut tree),
        }
    }
    tree
}

/// Each output removes from its root what it no longer writes, so a root has room for one.
fn check_roots_differ(roots: &BTreeMap<Target, PathBuf>) -> Result<(), Vec<Problem>> {
    let mut seen = BTreeSet::new();
    let shared = roots.values().find(|root| !seen.insert(real(root)));
    shared.map_or(Ok(()), |root| {
        let message = "is named for two outputs, expected a folder for each";
        Err(vec![Problem::new(root, message)])
    })
}

/// The path without links and `..`, as far as there is something at it.
fn real(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for existing in absolute.ancestors() {
        if let Ok(real) = existing.canonicalize() {
            let mut whole = real;
            for part in absolute.strip_prefix(existing).into_iter().flat_map(Path::components) {
                match part {
                    Component::ParentDir => drop(whole.pop()),
                    Component::CurDir => {}
                    part => whole.push(part),
                }
            }
            return whole;
        }
    }
    absolute
}

/// What a build script changes on the structs of each provider's selected constructs.
fn changes(
    request: &Request,
    providers: &[Provider],
    selection: &Selection,
) -> Result<Vec<Vec<Changes>>, Vec<Problem>> {
    let wanted: &[Change] = match &request.rust {
        RustOutput::Crate { .. } => &[],
        RustOutput::Included(changes) => changes,
    };
    let constructs: Vec<Vec<_>> = providers
        .iter()
        .enumerate()
        .map(|(index, provider)| selection.of(index).iter().map(|&at| &provider.constructs[at]).collect())
        .collect();
    Changes::of(&constructs, wanted)
}

/// The crate of the only provider has the root to itself; of several, each has a folder.
fn rust_form(request: &Request, root: &Path, is_only: bool, provider: &Provider) -> Form {
    let RustOutput::Crate { runtime } = &request.rust else { return Form::Included };
    let folder = if is_only { String::new() } else { provider.address.name.clone() };
    let local = |runtime: &PathBuf| Dependency::local(runtime, &root.join(&folder));
    let dependency = runtime.as_ref().map_or(Dependency::Published, local);
    Form::Crate { folder, dependency }
}
