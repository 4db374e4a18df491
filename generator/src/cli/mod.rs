//! Words on the command line and in `ferroform.toml`, and what is printed.
//!
//! Results go to standard output, diagnostics to standard error. The exit status is 0 for done, 1 where the input or the
//! check failed, 2 where the command line is wrong.

mod config;
mod convert;
mod docs;
mod generate;
mod inspect;
mod report;
mod sources;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
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
    /// Show what is known of a construct and who says it, or how much is known of a provider
    Inspect(inspect::Arguments),
    /// Turn Terraform's language into a program
    Convert(convert::Arguments),
    /// Write documentation pages: a provider's own with programs in other languages, or pages of what the schema has
    Docs(docs::Arguments),
}

pub fn run() -> ExitCode {
    let result = match Command::parse().verb {
        Verb::Generate(arguments) => generate::run(&arguments),
        Verb::Inspect(arguments) => inspect::run(&arguments),
        Verb::Convert(arguments) => convert::run(&arguments),
        Verb::Docs(arguments) => docs::run(&arguments),
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

/// Ends the program with what is wrong with the command line of `verb`.
fn usage(verb: &str, kind: ErrorKind, message: &str) -> ! {
    let mut command = Command::command();
    let command = command.find_subcommand_mut(verb).expect("it is a subcommand");
    command.clone().bin_name(format!("ferroform {verb}")).error(kind, message).exit()
}
