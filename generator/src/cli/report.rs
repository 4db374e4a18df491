//! What `generate` prints.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ferroform_generator::facts::docs::{Ambiguity, Coverage, Understood};
use ferroform_generator::generate::{Outcome, Summary, Written};
use ferroform_generator::model::ImportIds;
use ferroform_generator::output::{Mode, Reason};
use ferroform_generator::schema::UnknownKey;
use serde_json::{Value, json};

/// How many paths of a kind are listed before the rest is only counted.
const LISTED: usize = 10;

/// What the user should know, whatever the result; a line each.
pub fn notices(summary: &Summary) -> Vec<String> {
    let mut lines: Vec<_> = summary.unknown_keys.iter().map(unknown_key).collect();
    let counted = |kinds: &[(&str, usize)]| {
        kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect::<Vec<_>>().join(", ")
    };
    for Written { address, left_out, rust_only, .. } in &summary.providers {
        if !left_out.is_empty() {
            let kinds = counted(left_out);
            lines.push(format!("note: {address}: this version writes no bindings for {kinds}"));
        }
        if !rust_only.is_empty() {
            let kinds = counted(rust_only);
            lines.push(format!("note: {address}: this version writes bindings in Rust only for {kinds}"));
        }
    }
    for docs in summary.docs.values() {
        lines.extend(docs.ambiguous.iter().take(LISTED).map(|(file, list)| ambiguous(file, list)));
        if docs.ambiguous.len() > LISTED {
            lines.push(format!(
                "note: {} more lists of arguments without a place",
                docs.ambiguous.len() - LISTED
            ));
        }
    }
    lines.extend(summary.outcomes.iter().flat_map(found_on_disk));
    lines
}

/// A key of a schema that is not known.
pub fn unknown_key((file, key): &(PathBuf, UnknownKey)) -> String {
    let times = if key.count == 1 { String::new() } else { format!(" (and {} times more)", key.count - 1) };
    let (file, place) = (file.display(), &key.first);
    format!("warning: {file}: {place}: this version does not know `{}`{times}", key.name)
}

/// What stood in an output root that was not expected there; a line each.
pub fn found_on_disk(outcome: &Outcome) -> Vec<String> {
    let mut lines = Vec::new();
    if outcome.report.interrupted {
        let root = outcome.root.display();
        lines.push(format!("note: {root}: an earlier run was interrupted and has been completed"));
    }
    for kept in &outcome.report.kept {
        let why = match kept.reason {
            Reason::Edited => "was edited by hand and is kept; --force overwrites it",
            Reason::Foreign => "was not written by ferroform and is kept; move it away",
        };
        lines.push(format!("warning: {}: {why}", outcome.root.join(&kept.path).display()));
    }
    lines
}

/// The result for a person; a line each.
pub fn text(summary: &Summary, mode: Mode, elapsed: Duration) -> Vec<String> {
    let mut lines = Vec::new();
    for Written { address, constructs, .. } in &summary.providers {
        let plural = if *constructs == 1 { "" } else { "s" };
        lines.push(format!("{address}: {constructs} construct{plural}"));
        lines.extend(summary.docs.get(address).map(understood));
    }
    lines.extend(outputs(&summary.outcomes, mode, elapsed));
    lines
}

/// What was done on disk, or is to be done there, for a person; a line each.
pub fn outputs(outcomes: &[Outcome], mode: Mode, elapsed: Duration) -> Vec<String> {
    let mut lines = Vec::new();
    for outcome in outcomes {
        match mode {
            Mode::Check => lines.extend(differences(outcome)),
            Mode::Write { .. } => lines.push(written(outcome)),
        }
    }
    let is_edited = |outcome: &Outcome| !outcome.report.kept.is_empty();
    lines.push(match mode {
        Mode::Check if outcomes.iter().any(is_edited) => {
            format!("run `{} --force` to mend it", mending_command())
        }
        Mode::Check if outcomes.iter().any(|outcome| !outcome.report.is_current()) => {
            format!("run `{}` to mend it", mending_command())
        }
        Mode::Check => format!("everything is current ({:.2} s)", elapsed.as_secs_f64()),
        Mode::Write { .. } => format!("done in {:.2} s", elapsed.as_secs_f64()),
    });
    lines
}

/// Whether an output is as it was asked for.
pub fn is_done(outcome: &Outcome, mode: Mode) -> bool {
    match mode {
        Mode::Check => outcome.report.is_current(),
        Mode::Write { .. } => outcome.report.kept.is_empty(),
    }
}

fn ambiguous(file: &Path, list: &Ambiguity) -> String {
    let names: Vec<_> = list.names.iter().map(|name| format!("`{name}`")).collect();
    let why = match list.candidates.as_slice() {
        [] => "no block of the schema is called so and has them".to_owned(),
        [first, second] => format!("it could be `{first}` or `{second}`"),
        [first, more @ ..] => format!("it could be `{first}` or one of {} more", more.len()),
    };
    let plural = if list.arguments == 1 { "argument" } else { "arguments" };
    format!("note: {}: {} {plural} of {}: {why}", file.display(), list.arguments, names.join(" and "))
}

fn understood(docs: &Understood) -> String {
    let Coverage { pages, foreign_pages, arguments, placed, described, import_ids } = docs.coverage;
    let ImportIds { typed, opaque, missing } = import_ids;
    let foreign = if foreign_pages == 0 {
        String::new()
    } else {
        format!(", {foreign_pages} on nothing in the schema")
    };
    format!(
        "  docs: {pages} pages{foreign}; {described} of {arguments} arguments described, {} without a place; \
         import IDs: {typed} typed, {opaque} opaque, {missing} missing",
        arguments - placed
    )
}

fn written(outcome: &Outcome) -> String {
    let report = &outcome.report;
    format!(
        "{:<10} {}: {} files, {} ({} written, {} unchanged, {} removed)",
        outcome.target.name(),
        outcome.root.display(),
        report.written() + report.unchanged,
        size(report.bytes),
        report.written(),
        report.unchanged,
        report.removed.len(),
    )
}

fn differences(outcome: &Outcome) -> Vec<String> {
    let (report, root) = (&outcome.report, outcome.root.display());
    let groups =
        [("missing", &report.created), ("stale", &report.updated), ("no longer generated", &report.removed)];
    let mut lines = Vec::new();
    for (word, paths) in groups {
        let listed = paths.iter().take(LISTED);
        lines.extend(listed.map(|path| format!("{}: {word}", outcome.root.join(path).display())));
        if paths.len() > LISTED {
            lines.push(format!("{root}: {} more {word}", paths.len() - LISTED));
        }
    }
    if report.manifest_updated && lines.is_empty() {
        lines.push(format!("{root}: the manifest is stale"));
    }
    lines
}

/// The result for a program.
pub fn json(summary: &Summary) -> String {
    let providers = summary.providers.iter().map(|provider| {
        let left_out: BTreeMap<_, _> = provider.left_out.iter().copied().collect();
        let rust_only: BTreeMap<_, _> = provider.rust_only.iter().copied().collect();
        let address = provider.address.to_string();
        json!({
            "address": address,
            "constructs": provider.constructs,
            "left_out": left_out,
            "rust_only": rust_only,
            "docs": summary.docs.get(&provider.address).map(|docs| docs.coverage),
        })
    });
    let providers: Vec<_> = providers.collect();
    let outputs: Vec<Value> = summary.outcomes.iter().map(outcome_json).collect();
    json!({ "providers": providers, "outputs": outputs, "notices": notices(summary) }).to_string()
}

/// What was done on disk, for a program.
pub fn outcome_json(outcome: &Outcome) -> Value {
    let report = &outcome.report;
    let kept: Vec<_> = report.kept.iter().map(|kept| &kept.path).collect();
    json!({
        "output": outcome.target.name(),
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
