//! `ferroform docs`.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;
use ferroform_generator::Problem;
use ferroform_generator::emit::typescript::Style;
use ferroform_generator::generate::{self, Outcome, RustOutput, Target};
use ferroform_generator::old_ways::OldWays;
use ferroform_generator::output::Mode;
use ferroform_generator::pages::{self, Summary};
use ferroform_generator::read::Sources;
use serde_json::{Value, json};

use super::config::{Config, LanguageName, RuntimeName};
use super::sources::{self, configured};
use super::{generate as command, report};

/// With PAGES, a provider's own pages in other languages: examples become programs, all else stays. Without, pages of what the
/// schema has.
#[derive(Args)]
#[allow(clippy::struct_excessive_bools)] // each is a switch of its own
pub struct Arguments {
    /// Documentation pages of the provider: their folder, or the provider's repository
    #[arg(value_name = "PAGES", conflicts_with_all = ["docs", "provider"])]
    pages: Option<PathBuf>,
    #[command(flatten)]
    sources: sources::Arguments,
    /// Languages of the pages
    #[arg(long, value_name = "LANGUAGE", num_args = 1.., required = true)]
    language: Vec<LanguageName>,
    /// Write the pages below this folder, with PAGES as in a provider's repository: docs/cdktf/python/resources
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// What Python and TypeScript programs stand on
    #[arg(long, value_name = "PACKAGE")]
    runtime: Option<RuntimeName>,
    /// Write nothing; fail if anything would be written
    #[arg(long, conflicts_with = "force")]
    check: bool,
    /// Overwrite files that were edited after they were written, and translate pages that have not changed
    #[arg(long)]
    force: bool,
    /// Write the pages even if a smaller share of their examples is converted than before
    #[arg(long, requires = "pages")]
    accept_fall: bool,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let start = Instant::now();
    let sources = if let Some(sources) = arguments.sources.named("docs") {
        sources
    } else {
        let file = arguments.sources.file();
        configured(&Config::read(&file).map_err(|problem| vec![problem])?, &file)?
    };
    let Some(pages) = &arguments.pages else {
        return command::finish(&from_model(arguments, sources), arguments.json, start);
    };
    let request = pages::Request {
        pages: pages.clone(),
        sources,
        languages: languages(arguments),
        runtime: arguments.runtime.unwrap_or_default().into(),
        out: arguments.out.clone(),
        mode: mode(arguments),
        accept_fall: arguments.accept_fall,
    };
    let summary = pages::translate(&request)?;
    let outcome = Outcome { target: Target::Docs, root: request.out, report: summary.report.clone() };
    for line in notices(&summary, &outcome) {
        eprintln!("{line}");
    }
    super::report_problems(&summary.unreadable);
    let result = if arguments.json {
        json(&summary, &outcome).to_string()
    } else {
        let mut lines = covered(&summary);
        lines.extend(report::outputs(std::slice::from_ref(&outcome), request.mode, start.elapsed()));
        lines.join("\n")
    };
    super::print(&result).map_err(|problem| vec![problem])?;
    let is_done = report::is_done(&outcome, request.mode) && summary.unreadable.is_empty();
    Ok(if is_done { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Pages of what is known of the providers.
fn from_model(arguments: &Arguments, sources: Sources) -> generate::Request {
    generate::Request {
        sources,
        only: Vec::new(),
        runtime: arguments.runtime.unwrap_or_default().into(),
        rust: RustOutput::Crate { runtime: None },
        typescript: Style::default(),
        page_languages: languages(arguments),
        old_ways: OldWays::default(),
        roots: [(Target::Docs, arguments.out.clone())].into(),
        mode: mode(arguments),
    }
}

fn languages(arguments: &Arguments) -> Vec<ferroform_generator::program::Language> {
    let distinct: BTreeSet<_> = arguments.language.iter().copied().collect();
    distinct.into_iter().map(Into::into).collect()
}

fn mode(arguments: &Arguments) -> Mode {
    if arguments.check { Mode::Check } else { Mode::Write { force: arguments.force } }
}

/// What the user should know, whatever the result; a line each.
fn notices(summary: &Summary, outcome: &Outcome) -> Vec<String> {
    let mut lines: Vec<_> = summary.unknown_keys.iter().map(report::unknown_key).collect();
    lines.extend(summary.left.iter().map(|((page, left), languages)| {
        let names: Vec<_> = languages.iter().map(|language| language.name()).collect();
        let names = if summary.coverage.len() == names.len() {
            String::new()
        } else {
            format!(" in {}", names.join(" and "))
        };
        format!("note: {}: line {}: stays as it is{names}: {}", page.display(), left.line, left.reason)
    }));
    lines.extend(report::found_on_disk(outcome));
    lines
}

/// How much was converted; a line per language.
fn covered(summary: &Summary) -> Vec<String> {
    let lines = summary.coverage.iter().map(|(language, coverage)| {
        let plural = if coverage.pages == 1 { "" } else { "s" };
        format!("{:<10} {} page{plural}: {coverage}", language.word(), coverage.pages)
    });
    lines.collect()
}

fn json(summary: &Summary, outcome: &Outcome) -> Value {
    let left = summary.left.iter().map(|((page, left), languages)| {
        json!({ "page": page, "line": left.line, "reason": left.reason, "languages": languages })
    });
    let left: Vec<_> = left.collect();
    let unreadable: Vec<_> = summary.unreadable.iter().map(ToString::to_string).collect();
    json!({
        "coverage": summary.coverage,
        "left": left,
        "translated": summary.translated,
        "unreadable": unreadable,
        "outputs": [report::outcome_json(outcome)],
    })
}
