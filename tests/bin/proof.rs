//! Proves converted examples of documentation pages: `proof PAGES SCHEMA [EDITION…] [--every N]`.
//!
//! `PAGES` has a folder `hcl` with the originals and one folder per language with what they became.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use ferroform_tests::{Edition, Proof, add_conversions, examples, root, terraform, totals};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(pages), Some(schema)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: proof PAGES SCHEMA [EDITION…] [--every N]");
        std::process::exit(2);
    };
    let (pages, schema) = (PathBuf::from(pages), PathBuf::from(schema));
    let (mut editions, mut every) = (Vec::new(), 1);
    while let Some(argument) = arguments.next() {
        if argument == "--every" {
            every = arguments.next().and_then(|every| every.parse().ok()).expect("`--every` has a number");
        } else {
            editions
                .push(Edition::of(&argument).unwrap_or_else(|| panic!("there is no edition `{argument}`")));
        }
    }
    let published = editions.iter().filter(|edition| edition.is_published());
    let folders: Vec<_> = published.map(|edition| (*edition, pages.join(edition.language()))).collect();
    let examples = examples(&pages.join("hcl"), &folders);
    let mut examples: Vec<_> = examples.into_iter().step_by(every).collect();
    add_conversions(&mut examples, &schema, &editions);
    eprintln!("{} examples", examples.len());
    if terraform().is_none() {
        return;
    }
    let folder = root().join("target/proof").join(schema.file_stem().unwrap_or_default());
    let rows = Proof { schema: &schema, folder: folder.clone() }.of(&examples, &editions);
    write(&folder.join("results.jsonl"), &rows);
    println!("{}", totals(&rows));
    println!("{}", folder.join("results.jsonl").display());
}

fn write(path: &Path, rows: &[ferroform_tests::Row]) {
    let mut file = fs::File::create(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for row in rows {
        writeln!(file, "{}", row.json()).expect("a row can be written");
    }
}
