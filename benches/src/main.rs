//! The measurements that the README quotes: `cargo run --release -p ferroform-benches`.
//!
//! Every figure is of whole processes, children included, as the operating system counts them: CPU seconds in
//! user and system mode, seconds on the clock, and the most memory that one process held. Machines are noisy,
//! so each is the median of five runs; where there is a peer or a floor, it runs in turn with what it is
//! compared with.

mod conversion;
mod generate;
mod measure;
mod pages;
mod peer;
mod prebuilt;
mod rust;
mod schema;
mod sizes;
mod terrars;
mod uses;

use ferroform_tests::Project;

use measure::{Sample, median};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some((mode, command)) = arguments.split_first()
        && mode == measure::MODE
    {
        return measure::measure_and_report(command);
    }

    let project = Project::new();
    let schema = schema::aws_sized(&project);
    let peer = peer::Peer::install();
    println!("Schema: {}\n", schema.title);
    println!("| | CPU s | s | MiB |\n|---|---:|---:|---:|");
    let is_wanted = |part: &str| arguments.is_empty() || arguments.iter().any(|argument| argument == part);
    if is_wanted("generate") {
        generate::measure(&project, &schema.file, peer.as_ref());
    }
    if is_wanted("docs") {
        pages::measure(&project, &schema.file);
    }
    if is_wanted("convert") {
        conversion::measure(&project, &schema.file);
    }
    if is_wanted("use") {
        uses::measure(&schema.file, peer.as_ref());
    }
    if is_wanted("rust") {
        rust::measure(&schema.file);
    }
    if is_wanted("sizes") {
        sizes::measure(&schema.file, peer.as_ref());
    }
}

/// Prints the medians as a row of the table.
fn row(title: &str, samples: &[Sample]) {
    let Sample { cpu, seconds, mib } = median(samples);
    println!("| {title} | {cpu:.2} | {seconds:.2} | {mib:.0} |");
}
