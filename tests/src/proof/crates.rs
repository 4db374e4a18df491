//! Rust programs, compiled many at a time.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use regex_lite::Regex;
use serde_json::Value as Json;

use super::syntax::Types;
use super::workshop::{Job, Outcome};
use crate::{root, run};

/// How many programs one crate has: rustc's memory grows with it.
const OF_A_CRATE: usize = 300;

/// A folder with bindings, and crates of many programs that use them.
#[derive(Debug)]
pub struct Crates {
    folder: PathBuf,
    /// The name of the bindings' package.
    bindings: String,
    /// Where the bindings have each construct.
    pub types: Types,
}

impl Crates {
    /// A folder in `target` with fresh bindings for a schema.
    #[must_use]
    pub fn new(folder: PathBuf, schema: &Path) -> Self {
        fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut command = crate::ferroform();
        command.current_dir(&folder).args(["generate", "--rust-out", "bindings", "--schema"]).arg(schema);
        run(command.arg("--rust-runtime").arg(root().join("runtime"))).success();
        let manifest = read(&folder.join("bindings/Cargo.toml"));
        let name = manifest.lines().find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
        let bindings = name.expect("a package has a name").to_owned();
        let types = types_of(&folder.join("bindings/src"), &bindings.replace('-', "_"));
        Self { folder, bindings, types }
    }

    /// Compiles and runs programs.
    #[must_use]
    pub fn run(&self, jobs: &[Job]) -> BTreeMap<usize, Outcome> {
        let _ = fs::remove_dir_all(self.folder.join("out"));
        let mut outcomes = BTreeMap::new();
        for (number, jobs) in jobs.chunks(OF_A_CRATE).enumerate() {
            self.run_crate(&format!("part-{number}"), jobs, &mut outcomes);
            eprintln!("  ran {} rust programs", outcomes.len());
        }
        outcomes
    }

    /// Compiles programs as modules of one crate; what rustc refuses is left out, and the rest compiled again.
    fn run_crate(&self, name: &str, jobs: &[Job], outcomes: &mut BTreeMap<usize, Outcome>) {
        let folder = self.folder.join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("src")).expect("a folder can be made");
        self.write_manifest(&folder, name);
        let main = Regex::new(r"\bfn main\(").expect("it is a pattern");
        for job in jobs {
            let number = job.number;
            let out = self.folder.join(format!("out/{number}"));
            let text = main.replace(&job.text, "pub fn main(");
            let out = Json::from(out.to_string_lossy());
            let text = text.replace("App::new()", &format!("App::with_outdir({out})"));
            fs::write(folder.join(format!("src/example_{number}.rs")), text)
                .expect("an example can be written");
        }
        let mut open: Vec<usize> = jobs.iter().map(|job| job.number).collect();
        loop {
            write_main(&folder, &open);
            let refused = refused(&folder);
            if refused.is_empty() {
                break;
            }
            open.retain(|number| !refused.contains_key(number));
            outcomes.extend(refused.into_iter().map(|(number, error)| (number, Outcome::Refused(error))));
        }
        let said = run(&mut cargo(&folder, &["run", "--quiet"])).success().stdout;
        let mut errors: BTreeMap<usize, String> =
            said.lines().filter_map(|line| serde_json::from_str::<(usize, String)>(line).ok()).collect();
        for number in open {
            let outcome = if let Some(error) = errors.remove(&number) {
                Outcome::Failed(error)
            } else {
                let path = self.folder.join(format!("out/{number}/stacks/example/cdk.tf.json"));
                let text = fs::read_to_string(&path).unwrap_or_default();
                serde_json::from_str(&text)
                    .map_or_else(|error| Outcome::Failed(error.to_string()), Outcome::Synthesized)
            };
            outcomes.insert(number, outcome);
        }
    }

    fn write_manifest(&self, folder: &Path, name: &str) {
        let manifest = format!(
            "[package]\nname = \"proof-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
            [profile.dev]\ndebug = 0\nincremental = false\n\n\
            [dependencies]\n{} = {{ path = \"../bindings\" }}\nferroform = {{ path = \"{}\" }}\nserde_json = \"1\"\n",
            self.bindings,
            root().join("runtime").display(),
        );
        fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest can be written");
        fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).expect("there is a lock file");
    }
}

/// What rustc refuses, with its first message.
fn refused(folder: &Path) -> BTreeMap<usize, String> {
    let checked = run(&mut cargo(folder, &["check", "--quiet", "--message-format=json"]));
    let example = Regex::new(r"example_(\d+)\.rs").expect("it is a pattern");
    let mut refused = BTreeMap::new();
    let said = checked.stdout.lines().filter_map(|line| serde_json::from_str::<Json>(line).ok());
    for message in said.filter(|said| said["message"]["level"] == "error") {
        let message = &message["message"];
        let place = message["spans"].to_string();
        let rendered = message["rendered"].as_str().unwrap_or_default();
        let found = example.captures(&place).or_else(|| example.captures(rendered));
        if let Some(found) = found {
            let number = found[1].parse().expect("it is a number");
            let code = message["code"]["code"].as_str().unwrap_or_default();
            let text = message["message"].as_str().unwrap_or_default();
            refused.entry(number).or_insert_with(|| format!("{code} {text}"));
        }
    }
    assert!(checked.code == Some(0) || !refused.is_empty(), "{}\n{}", checked.stdout, checked.stderr);
    refused
}

/// All crates share one build folder, so that bindings are compiled once.
fn cargo(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("nice");
    command.arg(env!("CARGO")).args(arguments).current_dir(folder);
    command.env("CARGO_TARGET_DIR", root().join("target/tools/cargo"));
    command
}

fn write_main(folder: &Path, open: &[usize]) {
    let modules: String = open
        .iter()
        .map(|number| format!("mod example_{number};\n"))
        .fold(String::new(), |all, one| all + &one);
    let calls = open
        .iter()
        .map(|number| format!("    say({number}, catch_unwind(example_{number}::main));\n"))
        .fold(String::new(), |all, one| all + &one);
    let text = MAIN.replace("// modules\n", &modules).replace("    // calls\n", &calls);
    fs::write(folder.join("src/main.rs"), text).expect("a program can be written");
}

const MAIN: &str = r#"//! Runs examples, and says which stopped with what error.
#![allow(warnings, reason = "examples show what there is")]

use std::panic::catch_unwind;

// modules

fn say(number: usize, outcome: std::thread::Result<Result<(), ferroform::Error>>) {
    let error = match outcome {
        Ok(Ok(())) => return,
        Ok(Err(error)) => error.to_string(),
        Err(_) => "it panics".to_owned(),
    };
    println!("{}", serde_json::json!([number, error]));
}

fn main() {
    // calls
}
"#;

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Where bindings have each construct, read from their source.
fn types_of(folder: &Path, package: &str) -> Types {
    let derive = Regex::new(
        r#"(?s)derive\([^)]*ferroform::(Resource|DataSource|EphemeralResource|Provider)[^)]*\)\]\s*#\[tf\(type = "([^"]+)".*?pub struct (\w+)"#,
    );
    let derive = derive.expect("it is a pattern");
    let mut types = Types::new();
    for entry in fs::read_dir(folder).expect("bindings have a folder") {
        let path = entry.expect("a folder can be listed").path();
        let module = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
        for found in derive.captures_iter(&read(&path)) {
            let kind = match &found[1] {
                "Resource" => "resource",
                "DataSource" => "data",
                "Provider" => "provider",
                _ => "ephemeral",
            };
            types.insert(
                format!("{kind} {}", &found[2]),
                (format!("{package}::{module}"), found[3].to_owned()),
            );
        }
    }
    types
}
