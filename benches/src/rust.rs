//! What it costs to compile generated Rust bindings, beside those of terrars.
//!
//! Every check is of one crate whose dependencies were checked before, without incremental compilation; but for the rows that
//! say otherwise. What a build script costs is the script's own run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ferroform_tests::{Project, ferroform, root, run, shared};
use serde_json::Value;

use crate::measure::{Sample, command};
use crate::row;
use crate::terrars::{Terrars, VERSION};

/// How often ours are measured. A check of all of AWS takes half a minute; of terrars, which takes minutes, one run has to do.
const RUNS: usize = 3;

/// What a service of middle size takes.
const RESOURCES: [&str; 12] = [
    "ecs_cluster",
    "ecs_service",
    "iam_role",
    "instance",
    "lambda_function",
    "lb",
    "lb_listener",
    "route53_record",
    "s3_bucket",
    "security_group",
    "subnet",
    "vpc",
];

/// Measures what rustc does with bindings; AWS's own schemas are needed for it.
pub fn measure(schema: &Path) {
    let Some(shared) = shared() else {
        println!("skipped: no AWS schema, which is looked for in FERROFORM_SHARED and ../shared");
        return;
    };
    let terrars = Terrars::install();
    dependencies();

    let only: Vec<_> = RESOURCES.iter().map(|name| format!("resource.aws_{name}")).collect();
    let title = |what: &str, whose: &str| format!("{what}: `cargo check`, {whose}");
    let twelve = [ours(schema, &only), terrars.package(schema, &RESOURCES)];
    let [ferroform, peer] = checks(&twelve, RUNS);
    row(&title("12 AWS resources", "ferroform"), &ferroform);
    row(&title("12 AWS resources", &format!("terrars {VERSION}")), &peer);

    let project = Project::new();
    let resources = resources_of(schema, &project);
    let [ferroform] = checks(&[ours(&resources, &[])], RUNS);
    row(&title("all resources of AWS 6.66", "ferroform"), &ferroform);
    let [peer] = checks(&[terrars.package(&resources, &[])], 1);
    row(&title("all resources of AWS 6.66", &format!("terrars {VERSION}, one run")), &peer);

    let full = shared.join("corpus/schemas/aws-6.19.0-approx-full.json");
    let [ferroform] = checks(&[ours(&full, &[])], RUNS);
    row(&title("all of AWS 6.19", "ferroform"), &ferroform);
    build_script(&full, &only);
}

/// A fresh crate that depends on the runtime, and nothing compiled yet.
fn dependencies() {
    let ours = package(&format!("[dependencies]\nferroform = {{ path = \"{}\" }}\n", folder("runtime")));
    ours.write("src/lib.rs", "");
    for (title, project) in [("ferroform".to_owned(), ours), (format!("terrars {VERSION}"), Terrars::bare())]
    {
        run(&mut cargo(&project, "check")).success();
        let samples: Vec<_> = (0..RUNS)
            .map(|_| {
                fs::remove_dir_all(project.path().join("target")).expect("there is a build folder");
                command(&cargo(&project, "check"))
            })
            .collect();
        row(&format!("fresh crate with its dependencies: `cargo check`, {title}"), &samples);
    }
}

/// The crate of what is selected of a schema.
fn ours(schema: &Path, only: &[String]) -> Project {
    let project = Project::new();
    let mut generate = ferroform();
    generate.args(["generate", "--schema"]).arg(schema).arg("--rust-out").arg(project.path());
    generate.arg("--rust-runtime").arg(root().join("runtime"));
    if !only.is_empty() {
        generate.arg("--only").args(only);
    }
    run(&mut generate).success();
    project
}

/// Checks crates in turn.
fn checks<const N: usize>(projects: &[Project; N], runs: usize) -> [Vec<Sample>; N] {
    for project in projects {
        run(&mut cargo(project, "check")).success();
    }
    let mut samples = [const { Vec::new() }; N];
    for _ in 0..runs {
        for (project, samples) in projects.iter().zip(&mut samples) {
            touch(&project.path().join("src/lib.rs"));
            samples.push(command(&cargo(project, "check")));
        }
    }
    samples
}

/// Gives a file a new modification time, which is what cargo goes by.
fn touch(file: &Path) {
    let text = fs::read(file).expect("there is a source file");
    fs::write(file, text).expect("cannot write");
}

fn cargo(project: &Project, what: &str) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args([what, "--quiet"]).current_dir(project.path());
    command.env("CARGO_INCREMENTAL", "0").env("CARGO_TARGET_DIR", project.path().join("target"));
    command
}

/// The same schema with nothing but the provider and its resources.
fn resources_of(schema: &Path, project: &Project) -> PathBuf {
    let text = fs::read_to_string(schema).expect("there is a schema");
    let mut schema: Value = serde_json::from_str(&text).expect("a schema is JSON");
    for provider in schema["provider_schemas"].as_object_mut().expect("there are providers").values_mut() {
        let provider = provider.as_object_mut().expect("a provider is an object");
        provider.retain(|key, _| matches!(key.as_str(), "provider" | "resource_schemas"));
    }
    project.write("resources.json", &schema.to_string())
}

/// The run of a build script that writes some resources, as cargo compiles it and with optimization.
fn build_script(schema: &Path, only: &[String]) {
    for (title, level) in [("as cargo compiles it", 0), ("with `opt-level = 1`", 1)] {
        let project = package(&format!(
            "[dependencies]\nferroform-generator = {{ path = \"{}\", default-features = false }}\n\
             [profile.dev]\nopt-level = {level}\n",
            folder("generator"),
        ));
        project.write(
            "src/main.rs",
            &format!(
                "fn main() -> Result<(), ferroform_generator::Problems> {{\n    \
                 ferroform_generator::Config::new().schema(\"{}\").only({only:?}).generate()\n}}\n",
                schema.display(),
            ),
        );
        run(&mut cargo(&project, "build")).success();
        let samples: Vec<_> = (0..RUNS)
            .map(|number| {
                let mut script = Command::new(project.path().join("target/debug/user"));
                command(script.env("OUT_DIR", project.path().join(format!("out-{number}"))))
            })
            .collect();
        row(&format!("build script for 12 resources of AWS 6.19, its run {title}"), &samples);
    }
}

/// A crate with this at the end of its manifest, and the versions of this repository.
fn package(manifest: &str) -> Project {
    let project = Project::new();
    let package = "[package]\nname = \"user\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n";
    project.write("Cargo.toml", &format!("{package}{manifest}"));
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("there is a lock file");
    project.write("Cargo.lock", &lock);
    project
}

/// A folder of this repository, as a manifest has it.
fn folder(name: &str) -> String {
    root().join(name).display().to_string()
}
