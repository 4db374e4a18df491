//! Runs a command with stand-ins for the providers of schema files:
//!
//!     ferroform-stub-provider SCHEMA.json… -- terraform plan

use std::process::{Command, ExitCode};

use ferroform_stub_provider::{REATTACH_VARIABLE, StubProviders};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let mut parts = arguments.splitn(2, |argument| argument == "--");
    let schema_files = parts.next().unwrap_or_default();
    let Some([command, arguments @ ..]) = parts.next() else {
        eprintln!("usage: ferroform-stub-provider SCHEMA.json… -- COMMAND [ARGUMENT…]");
        return ExitCode::from(2);
    };
    let providers = match StubProviders::serve(schema_files) {
        Ok(providers) => providers,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    match Command::new(command).args(arguments).env(REATTACH_VARIABLE, providers.reattach()).status() {
        // A command that was ended by a signal has no code.
        Ok(status) => status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1).into(),
        Err(error) => {
            eprintln!("cannot run {}: {error}", command.display());
            ExitCode::FAILURE
        }
    }
}
