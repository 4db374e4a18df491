//! Words on the command line and in `ferroform.toml`, and what is printed.
//!
//! Results go to standard output, diagnostics to standard error. The exit status is 0 for done, 1 where the input or the
//! check failed, 2 where the command line is wrong.

mod config;
mod generate;
mod report;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use ferroform_generator::Problem;

#[derive(Parser)]
#[command(name = "ferroform", version, about, arg_required_else_help = true)]
struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Write bindings and documentation from provider schemas
    Generate(Box<generate::Arguments>),
}

pub fn run() -> ExitCode {
    let result = match Command::parse().verb {
        Verb::Generate(arguments) => generate::run(&arguments),
    };
    match result {
        Ok(code) => code,
        Err(problems) => {
            report_problems(&problems);
            ExitCode::FAILURE
        }
    }
}

fn report_problems(problems: &[Problem]) {
    for problem in problems {
        eprintln!("error: {problem}");
    }
    if problems.len() > 1 {
        eprintln!("error: {} mistakes", problems.len());
    }
}
