//! What it costs to convert one example.

use std::fs;
use std::path::Path;
use std::process::Command;

use ferroform_tests::{Project, ferroform};

use crate::measure::{RUNS, command};
use crate::row;

const EXAMPLE: &str = "resource \"aws_vpc\" \"main\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n";

/// Measures a conversion that looks a schema through, one that finds its index, and one without a schema.
pub fn measure(project: &Project, schema: &Path) {
    let example = project.path().join("example.tf");
    fs::write(&example, EXAMPLE).expect("cannot write the example");
    let (mut first, mut again, mut without) = (vec![], vec![], vec![]);
    for run in 0..RUNS {
        let cache = project.path().join(format!("cache-{run}"));
        first.push(command(&with(convert(&example, &cache), schema)));
        again.push(command(&with(convert(&example, &cache), schema)));
        without.push(command(&convert(&example, &cache)));
    }
    row("convert, one example, for the first time with the schema", &first);
    row("convert, one example, again", &again);
    row("convert, one example, without a schema", &without);
}

fn with(mut command: Command, schema: &Path) -> Command {
    command.arg("--schema").arg(schema);
    command
}

fn convert(example: &Path, cache: &Path) -> Command {
    let mut command = ferroform();
    command.arg("convert").arg(example).args(["--language", "python"]).env("XDG_CACHE_HOME", cache);
    command
}
