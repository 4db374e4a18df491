//! `ferroform inspect`.

use std::process::ExitCode;

use clap::Args;
use ferroform_generator::Problem;
use ferroform_generator::inspect::inspect;

use super::config::Config;
use super::sources::{self, configured};

/// Without --schema, `inspect` reads what `ferroform.toml` in the current folder names.
#[derive(Args)]
pub struct Arguments {
    /// Types to show, such as `aws_vpc`, `data.aws_ami` or `aws_vpc*`; without one, how much is known of each provider
    #[arg(value_name = "TYPE")]
    types: Vec<String>,
    #[command(flatten)]
    sources: sources::Arguments,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let sources = if let Some(sources) = arguments.sources.named("inspect") {
        sources
    } else {
        let file = arguments.sources.file();
        configured(&Config::read(&file).map_err(|problem| vec![problem])?, &file)?
    };
    let inspection = inspect(&sources, &arguments.types)?;
    super::print(&if arguments.json { inspection.json() } else { inspection.text() })
        .map_err(|problem| vec![problem])?;
    Ok(ExitCode::SUCCESS)
}
