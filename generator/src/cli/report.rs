//! What `generate` prints.

use std::env;
use std::time::Duration;

use ferroform_generator::generate::{Outcome, Summary, Target};
use ferroform_generator::output::{Mode, Reason};
use serde_json::{Value, json};

/// How many paths of a kind are listed before the rest is only counted.
const LISTED: usize = 10;

/// What the user should know, whatever the result.
pub fn notices(summary: &Summary) {
    for (file, key) in &summary.unknown_keys {
        let times =
            if key.count == 1 { String::new() } else { format!(" (and {} times more)", key.count - 1) };
        eprintln!(
            "warning: {}: {}: this version does not know `{}`{times}",
            file.display(),
            key.first,
            key.name
        );
    }
    for outcome in &summary.outcomes {
        if outcome.report.interrupted {
            eprintln!(
                "note: {}: an earlier run was interrupted and has been completed",
                outcome.root.display()
            );
        }
        for kept in &outcome.report.kept {
            let path = outcome.root.join(&kept.path);
            match kept.reason {
                Reason::Edited => eprintln!(
                    "warning: {}: was edited by hand and is kept; --force overwrites it",
                    path.display()
                ),
                Reason::Foreign => eprintln!(
                    "warning: {}: was not written by ferroform and is kept; move it away",
                    path.display()
                ),
            }
        }
    }
}

/// The result for a person.
pub fn text(summary: &Summary, mode: Mode, elapsed: Duration) {
    for (address, constructs) in &summary.providers {
        println!("{address}: {constructs} constructs");
    }
    for outcome in &summary.outcomes {
        match mode {
            Mode::Check => check(outcome),
            Mode::Write { .. } => written(outcome),
        }
    }
    match mode {
        Mode::Check if summary.outcomes.iter().any(|outcome| !outcome.report.is_current()) => {
            println!("run `{}` to mend it", mending_command());
        }
        Mode::Check => println!("everything is current ({:.2} s)", elapsed.as_secs_f64()),
        Mode::Write { .. } => println!("done in {:.2} s", elapsed.as_secs_f64()),
    }
}

fn written(outcome: &Outcome) {
    let report = &outcome.report;
    println!(
        "{:<10} {}: {} files, {} ({} written, {} unchanged, {} removed)",
        name(outcome.target),
        outcome.root.display(),
        report.written() + report.unchanged,
        size(report.bytes),
        report.written(),
        report.unchanged,
        report.removed.len(),
    );
}

fn check(outcome: &Outcome) {
    let report = &outcome.report;
    let groups =
        [("missing", &report.created), ("stale", &report.updated), ("no longer generated", &report.removed)];
    for (word, paths) in groups {
        for path in paths.iter().take(LISTED) {
            println!("{}: {word}", outcome.root.join(path).display());
        }
        if paths.len() > LISTED {
            println!("{}: {} more {word}", outcome.root.display(), paths.len() - LISTED);
        }
    }
    if report.manifest_updated && report.created.len() + report.updated.len() + report.removed.len() == 0 {
        println!("{}: the manifest is stale", outcome.root.display());
    }
}

/// The result for a program.
pub fn json(summary: &Summary) {
    let providers = summary.providers.iter();
    let providers: Vec<_> = providers
        .map(|(address, constructs)| json!({ "address": address.to_string(), "constructs": constructs }))
        .collect();
    let outputs: Vec<Value> = summary.outcomes.iter().map(outcome_json).collect();
    println!("{}", json!({ "providers": providers, "outputs": outputs }));
}

fn outcome_json(outcome: &Outcome) -> Value {
    let report = &outcome.report;
    let kept: Vec<_> = report.kept.iter().map(|kept| &kept.path).collect();
    json!({
        "output": name(outcome.target),
        "root": outcome.root,
        "created": report.created,
        "updated": report.updated,
        "removed": report.removed,
        "kept": kept,
        "unchanged": report.unchanged,
        "bytes": report.bytes,
        "current": report.is_current(),
    })
}

fn name(target: Target) -> &'static str {
    match target {
        Target::Rust => "rust",
        Target::Python => "python",
        Target::TypeScript => "typescript",
        Target::Docs => "docs",
    }
}

fn size(bytes: u64) -> String {
    #[allow(clippy::cast_precision_loss)] // three digits are shown
    let bytes = bytes as f64;
    if bytes < 1e3 {
        format!("{bytes} B")
    } else if bytes < 1e6 {
        format!("{:.1} kB", bytes / 1e3)
    } else {
        format!("{:.1} MB", bytes / 1e6)
    }
}

/// The command that was run, as it was run, without `--check`.
fn mending_command() -> String {
    let words = env::args().skip(1).filter(|word| word != "--check").map(quoted);
    let program = if env::var_os("CARGO").is_some() { "cargo run --release --" } else { "ferroform" };
    [program.to_owned()].into_iter().chain(words).collect::<Vec<_>>().join(" ")
}

fn quoted(word: String) -> String {
    let plain =
        !word.is_empty() && word.chars().all(|char| char.is_ascii_alphanumeric() || "-_./=".contains(char));
    if plain { word } else { format!("'{}'", word.replace('\'', r"'\''")) }
}
