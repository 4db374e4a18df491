//! What it costs to translate a provider's pages.

use std::path::Path;
use std::process::Command;

use ferroform_tests::{Project, ferroform, shared, skip};

use crate::measure::{RUNS, command};
use crate::row;

/// Measures the pages of AWS that are at hand, each in three languages.
pub fn measure(project: &Project, schema: &Path) {
    let pages = shared().map(|shared| shared.join("corpus/docs/aws/hcl")).filter(|pages| pages.is_dir());
    let Some(pages) = pages else { return skip("there are no pages of AWS") };
    let (mut all, mut unchanged) = (vec![], vec![]);
    for run in 0..RUNS {
        let out = project.path().join(format!("pages-{run}"));
        all.push(command(&docs(&pages, schema, &out)));
        unchanged.push(command(&docs(&pages, schema, &out)));
    }
    row("docs, 907 pages in three languages", &all);
    row("docs, 907 pages in three languages, nothing changed", &unchanged);
}

fn docs(pages: &Path, schema: &Path, out: &Path) -> Command {
    let mut command = ferroform();
    command.arg("docs").arg(pages).arg("--schema").arg(schema).arg("--out").arg(out);
    command.args(["--language", "python", "typescript", "rust"]);
    command
}
