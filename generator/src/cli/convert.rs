//! `ferroform convert`.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use clap::error::ErrorKind;
use ferroform_generator::Problem;
use ferroform_generator::convert::{self, Catalog, File};
use ferroform_generator::names::Names;
use ferroform_generator::program::Frame;
use ferroform_generator::read::read_constructs;
use ferroform_generator::schema::Source;

use super::config::{LanguageName, RuntimeName};

/// What the command is called.
const VERB: &str = "convert";

/// The program is written to standard output. Files that are given together make one configuration.
#[derive(Args)]
pub struct Arguments {
    /// Files in Terraform's language, or a folder of them; `-` is standard input
    #[arg(value_name = "FILE|DIR", required = true)]
    files: Vec<PathBuf>,
    /// The language of the program
    #[arg(long, value_name = "LANGUAGE")]
    language: LanguageName,
    /// Output of `terraform providers schema -json`; without it types and names are taken as they are used
    #[arg(long, value_name = "FILE", num_args = 1..)]
    schema: Vec<PathBuf>,
    /// What the program stands on, where it is in Python or TypeScript
    #[arg(long, value_name = "PACKAGE")]
    runtime: Option<RuntimeName>,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let is_stdin = |path: &&PathBuf| path.as_os_str() == "-";
    if arguments.files.iter().chain(&arguments.schema).filter(is_stdin).count() > 1 {
        super::usage(VERB, ErrorKind::ArgumentConflict, "standard input, `-`, can be read only once");
    }
    let files = read(&arguments.files)?;
    let schemas: Vec<_> = arguments.schema.iter().map(|path| Source::from(path.as_path())).collect();
    let providers = read_constructs(&schemas, &convert::constructs(&files))?;
    let conversion = convert::convert(&files, &Catalog::new(&providers), Frame::App)?;
    for provider in conversion.implied.iter().filter(|provider| !provider.address.is_builtin()) {
        eprintln!(
            "note: no schema of {} is given, so its types and names are guessed",
            provider.address.source()
        );
    }
    for warning in &conversion.warnings {
        eprintln!("warning: {warning}");
    }
    let names: Vec<_> = providers.iter().map(Names::new).collect();
    let runtime = arguments.runtime.map(Into::into).unwrap_or_default();
    let program = conversion.print(&names, arguments.language.into(), runtime);
    super::print(program.trim_end()).map_err(|problem| vec![problem])?;
    Ok(ExitCode::SUCCESS)
}

fn read(paths: &[PathBuf]) -> Result<Vec<File>, Vec<Problem>> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        let found = if path.as_os_str() == "-" {
            vec![standard_input()]
        } else if path.is_dir() {
            match convert::files_in(path) {
                Ok(paths) => paths.iter().map(|path| File::read(path)).collect(),
                Err(problem) => vec![Err(problem)],
            }
        } else {
            vec![File::read(path)]
        };
        for file in found {
            match file {
                Ok(file) => files.push(file),
                Err(problem) => problems.push(problem),
            }
        }
    }
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

fn standard_input() -> Result<File, Problem> {
    let mut text = String::new();
    let name = Path::new("<stdin>");
    io::stdin()
        .lock()
        .read_to_string(&mut text)
        .map_err(|error| Problem::new(name, format!("cannot be read: {error}")))?;
    File::parse(name, &text)
}
