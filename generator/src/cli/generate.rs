//! `ferroform generate`.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory};
use ferroform_generator::emit::Runtime;
use ferroform_generator::emit::typescript::Style;
use ferroform_generator::generate::{DocsFolder, Request, RustOutput, Target, generate};
use ferroform_generator::old_ways::OldWays;
use ferroform_generator::output::Mode;
use ferroform_generator::schema::Source;
use ferroform_generator::{Problem, model::ProviderAddress};

use super::config::{self, Config, OldWay, Roots, RuntimeName, StyleName};
use super::report;

/// Without --schema, `generate` does what `ferroform.toml` in the current folder says.
#[derive(Args)]
pub struct Arguments {
    /// Read what to do from this file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["schema", "overrides", "docs", "runtime", "provider",
        "rust_out", "python_out", "typescript_out", "docs_out", "rust_runtime", "typescript_style", "old_way"])]
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
    /// The version constraint that bindings carry, such as 'hashicorp/aws@~> 6.0'
    #[arg(long, value_name = "SOURCE@CONSTRAINT", num_args = 1.., requires = "schema", value_parser = provider)]
    provider: Vec<(ProviderAddress, String)>,
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
    let request = request(arguments)?;
    let summary = generate(&request)?;
    for line in report::notices(&summary) {
        eprintln!("{line}");
    }
    let result = if arguments.json {
        report::json(&summary)
    } else {
        report::text(&summary, request.mode, start.elapsed()).join("\n")
    };
    print(&result).map_err(|problem| vec![problem])?;
    let done = match request.mode {
        Mode::Check => summary.outcomes.iter().all(|outcome| outcome.report.is_current()),
        Mode::Write { .. } => summary.outcomes.iter().all(|outcome| outcome.report.kept.is_empty()),
    };
    Ok(if done { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn request(arguments: &Arguments) -> Result<Request, Vec<Problem>> {
    let mode = if arguments.check { Mode::Check } else { Mode::Write { force: arguments.force } };
    if arguments.schema.is_empty() {
        let file = arguments.config.clone().unwrap_or_else(|| config::FILE.into());
        return from_config(Config::read(&file).map_err(|problem| vec![problem])?, &file, arguments, mode);
    }
    let roots = roots(&Roots {
        rust: arguments.rust_out.clone(),
        python: arguments.python_out.clone(),
        typescript: arguments.typescript_out.clone(),
        docs: arguments.docs_out.clone(),
    });
    if roots.is_empty() {
        let message = "name at least one of --rust-out, --python-out, --typescript-out and --docs-out";
        usage(ErrorKind::MissingRequiredArgument, message);
    }
    if arguments.schema.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        usage(ErrorKind::ArgumentConflict, "standard input, `-`, can be read only once");
    }
    Ok(Request {
        schemas: arguments.schema.iter().map(|path| Source::from(path.as_path())).collect(),
        overrides: arguments.overrides.clone(),
        docs: arguments.docs.clone(),
        only: arguments.only.clone(),
        constraints: arguments.provider.iter().cloned().collect(),
        runtime: runtime(arguments.runtime),
        rust: RustOutput::Crate { runtime: arguments.rust_runtime.clone() },
        typescript: style(arguments.typescript_style),
        old_ways: old_ways(&arguments.old_way),
        roots,
        mode,
    })
}

/// Ends the program with what is wrong with the command line.
fn usage(kind: ErrorKind, message: &str) -> ! {
    let mut command = super::Command::command();
    let command = command.find_subcommand_mut("generate").expect("`generate` is a subcommand");
    command.clone().bin_name("ferroform generate").error(kind, message).exit()
}

/// Writes the result to standard output. A reader that has seen enough is no mistake.
fn print(result: &str) -> Result<(), Problem> {
    let mut stdout = io::stdout().lock();
    match writeln!(stdout, "{result}").and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Problem::new("<stdout>", format!("cannot be written: {error}")))
        }
        _ => Ok(()),
    }
}

fn from_config(
    config: Config,
    file: &std::path::Path,
    arguments: &Arguments,
    mode: Mode,
) -> Result<Request, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut constraints = BTreeMap::new();
    for (source, constraint) in config.providers {
        match source.parse() {
            Ok(address) => drop(constraints.insert(address, constraint)),
            Err(message) => problems.push(Problem::new(file, message as String).at("providers")),
        }
    }
    if config.schemas.is_empty() {
        problems.push(Problem::new(file, "is empty, expected at least one file").at("schemas"));
    }
    let mut docs = Vec::new();
    for (source, folder) in config.docs {
        match source.parse() {
            Ok(address) => docs.push(DocsFolder { provider: Some(address), folder }),
            Err(message) => problems.push(Problem::new(file, message as String).at("docs")),
        }
    }
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
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Request {
        schemas: config.schemas.iter().map(|path| Source::from(path.as_path())).collect(),
        overrides: config.overrides,
        docs,
        only: if arguments.only.is_empty() { config.only } else { arguments.only.clone() },
        constraints,
        runtime: runtime(config.runtime),
        rust: RustOutput::Crate { runtime: config.rust_runtime },
        typescript: style(config.typescript_style),
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

fn runtime(name: Option<RuntimeName>) -> Runtime {
    match name.unwrap_or_default() {
        RuntimeName::Cdktn => Runtime::Cdktn,
        RuntimeName::Cdktf => Runtime::Cdktf,
    }
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
