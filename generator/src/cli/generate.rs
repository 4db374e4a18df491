//! `ferroform generate`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;
use clap::error::ErrorKind;
use ferroform_generator::Problem;
use ferroform_generator::emit::typescript::Style;
use ferroform_generator::generate::{Request, RustOutput, Target, generate};
use ferroform_generator::old_ways::OldWays;
use ferroform_generator::output::Mode;
use ferroform_generator::program::Language;
use ferroform_generator::schema::{Index, Source};

use super::config::{Config, OldWay, Roots, RuntimeName, StyleName};
use super::report;
use super::sources::{self, configured};

/// What the command is called.
const VERB: &str = "generate";

/// Without --schema, `generate` does what `ferroform.toml` in the current folder says.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    sources: sources::Arguments,
    /// Write a Rust crate to this folder
    #[arg(long, value_name = "DIR", requires = "schema")]
    rust_out: Option<PathBuf>,
    /// Write Python packages to this folder
    #[arg(long, value_name = "DIR", requires = "schema")]
    python_out: Option<PathBuf>,
    /// Write TypeScript modules to this folder
    #[arg(long, value_name = "DIR", requires = "schema")]
    typescript_out: Option<PathBuf>,
    /// Write documentation pages to this folder
    #[arg(long, value_name = "DIR", requires = "schema")]
    docs_out: Option<PathBuf>,
    /// Write only constructs whose type matches, such as `aws_vpc*` or `data.aws_ami`
    #[arg(long, value_name = "GLOB", num_args = 1..)]
    only: Vec<String>,
    /// What Python and TypeScript bindings stand on
    #[arg(long, value_name = "PACKAGE", requires = "schema")]
    runtime: Option<RuntimeName>,
    /// Let the Rust crate depend on the `ferroform` crate in this folder
    #[arg(long, value_name = "PATH", requires = "schema")]
    rust_runtime: Option<PathBuf>,
    /// How TypeScript modules are written
    #[arg(long, value_name = "STYLE", requires = "schema")]
    typescript_style: Option<StyleName>,
    /// Do in Python and TypeScript as `cdktn get` does
    #[arg(long, value_name = "WAY", num_args = 1.., requires = "schema")]
    old_way: Vec<OldWay>,
    /// Write nothing; fail if anything would be written
    #[arg(long, conflicts_with = "force")]
    check: bool,
    /// Overwrite files that were edited after they were generated
    #[arg(long)]
    force: bool,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let start = Instant::now();
    finish(&request(arguments)?, arguments.json, start)
}

/// Does what is asked and prints what came of it.
pub fn finish(request: &Request, json: bool, start: Instant) -> Result<ExitCode, Vec<Problem>> {
    let summary = generate(request)?;
    for line in report::notices(&summary) {
        eprintln!("{line}");
    }
    let result = if json {
        report::json(&summary)
    } else {
        report::text(&summary, request.mode, start.elapsed()).join("\n")
    };
    super::print(&result).map_err(|problem| vec![problem])?;
    // `convert` finds a construct in them at once then.
    for source in &request.sources.schemas {
        if let Source::File(path) = source {
            drop(Index::of_file(path));
        }
    }
    let is_done = summary.outcomes.iter().all(|outcome| report::is_done(outcome, request.mode));
    Ok(if is_done { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn request(arguments: &Arguments) -> Result<Request, Vec<Problem>> {
    let mode = if arguments.check { Mode::Check } else { Mode::Write { force: arguments.force } };
    let Some(sources) = arguments.sources.named(VERB) else {
        let file = arguments.sources.file();
        return from_config(Config::read(&file).map_err(|problem| vec![problem])?, &file, arguments, mode);
    };
    let roots = roots(&Roots {
        rust: arguments.rust_out.clone(),
        python: arguments.python_out.clone(),
        typescript: arguments.typescript_out.clone(),
        docs: arguments.docs_out.clone(),
    });
    if roots.is_empty() {
        let message = "name at least one of --rust-out, --python-out, --typescript-out and --docs-out";
        super::usage(VERB, ErrorKind::MissingRequiredArgument, message);
    }
    Ok(Request {
        sources,
        only: arguments.only.clone(),
        runtime: arguments.runtime.unwrap_or_default().into(),
        rust: RustOutput::Crate { runtime: arguments.rust_runtime.clone() },
        typescript: style(arguments.typescript_style),
        page_languages: Language::ALL.to_vec(),
        old_ways: old_ways(&arguments.old_way),
        roots,
        mode,
    })
}

fn from_config(
    config: Config,
    file: &std::path::Path,
    arguments: &Arguments,
    mode: Mode,
) -> Result<Request, Vec<Problem>> {
    let mut problems = Vec::new();
    let sources = configured(&config, file).map_err(|found| problems.extend(found)).ok();
    let roots = roots(&config.out);
    if let Some(target) =
        roots.iter().find_map(|(target, root)| root.as_os_str().is_empty().then_some(target))
    {
        problems
            .push(Problem::new(file, "is empty, expected a folder").at(format!("[out] {}", target.name())));
    }
    if roots.is_empty() {
        let message = "names no output: expected at least one of rust, python, typescript and docs";
        problems.push(Problem::new(file, message).at("[out]"));
    }
    let Some(sources) = sources.filter(|_| problems.is_empty()) else { return Err(problems) };
    Ok(Request {
        sources,
        only: if arguments.only.is_empty() { config.only } else { arguments.only.clone() },
        runtime: config.runtime.unwrap_or_default().into(),
        rust: RustOutput::Crate { runtime: config.rust_runtime },
        typescript: style(config.typescript_style),
        page_languages: Language::ALL.to_vec(),
        old_ways: old_ways(&config.old_ways),
        roots,
        mode,
    })
}

fn roots(roots: &Roots) -> BTreeMap<Target, PathBuf> {
    let all = [
        (Target::Rust, &roots.rust),
        (Target::Python, &roots.python),
        (Target::TypeScript, &roots.typescript),
        (Target::Docs, &roots.docs),
    ];
    all.into_iter().filter_map(|(target, root)| Some((target, root.clone()?))).collect()
}

fn style(name: Option<StyleName>) -> Style {
    match name.unwrap_or_default() {
        StyleName::Js => Style::JavaScript,
        StyleName::Ts => Style::TypeScript,
    }
}

fn old_ways(chosen: &[OldWay]) -> OldWays {
    OldWays { untyped_trees: chosen.contains(&OldWay::UntypedTrees) }
}
