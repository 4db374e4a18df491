//! Folders with bindings, in which many programs of an edition run.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use regex_lite::Regex;
use serde_json::{Value as Json, json};

use super::example::Edition;
use super::syntax::Types;
use crate::{Node, Python, root, run};

/// How many programs one process runs: what one leaves behind stays in memory.
const OF_A_PROCESS: usize = 250;

/// A program that is to be run.
#[derive(Debug)]
pub struct Job {
    /// Its number, which names its file.
    pub number: usize,
    /// Its text, complete.
    pub text: String,
    /// The arguments that it leaves to its caller.
    pub missing: Json,
}

/// What came of a program.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Its compiler or type checker refuses it.
    Refused(String),
    /// It stopped with an error.
    Failed(String),
    /// What it synthesized.
    Synthesized(Json),
}

/// A folder for the programs of an edition.
#[derive(Debug)]
pub struct Workshop {
    edition: Edition,
    folder: PathBuf,
    /// Where the bindings have each construct.
    pub types: Types,
}

impl Workshop {
    /// A folder in `target` with fresh bindings for the schemas.
    #[must_use]
    pub fn new(edition: Edition, folder: PathBuf, schemas: &[&Path]) -> Self {
        fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let out = match edition.language() {
            "python" => "imports",
            _ => ".gen",
        };
        let mut command = crate::ferroform();
        command.current_dir(&folder).args(["generate", "--runtime", edition.runtime(), "--schema"]);
        command.args(schemas).arg(format!("--{}-out", edition.language())).arg(out);
        run(&mut command).success();
        let types = match edition.language() {
            "python" => types_of(&folder.join("imports"), "__init__.py", "imports."),
            _ => types_of(&folder.join(".gen/providers"), "index.js", ""),
        };
        let workshop = Self { edition, folder, types };
        let library = edition.runtime();
        workshop.write("runtime.txt", library);
        workshop.write("types.json", &json!(workshop.types).to_string());
        workshop
    }

    fn write(&self, path: &str, text: &str) -> PathBuf {
        let path = self.folder.join(path);
        fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        path
    }

    /// Removes what an earlier run left, except bindings.
    fn clear(&self, pattern: &str) {
        let pattern = Regex::new(pattern).expect("it is a pattern");
        let entries = fs::read_dir(&self.folder).expect("the folder is there");
        for path in entries.map(|entry| entry.expect("a folder can be listed").path()) {
            if path.file_name().is_some_and(|name| pattern.is_match(&name.to_string_lossy())) {
                fs::remove_file(&path).expect("a file can be removed");
            }
        }
        let _ = fs::remove_dir_all(self.folder.join("out"));
        fs::create_dir(self.folder.join("out")).expect("a folder can be made");
    }

    /// Runs Python programs.
    #[must_use]
    pub fn run_python(&self, python: &Python, jobs: &[Job]) -> BTreeMap<usize, Outcome> {
        self.clear(r"^example_\d+\.py$");
        self.write("declare.py", include_str!("support/declare.py"));
        self.write("main.py", include_str!("support/main.py"));
        for job in jobs {
            self.write(&format!("example_{}.py", job.number), &job.text);
        }
        let command = || {
            let mut command = Command::new("nice");
            command
                .arg(python.interpreter())
                .args(["-B", "main.py"])
                .env("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "1");
            command
        };
        let jobs: Vec<_> = jobs.iter().collect();
        self.drive(&command, &jobs, "py")
    }

    /// Type-checks and runs TypeScript programs.
    #[must_use]
    pub fn run_typescript(&self, node: &Node, jobs: &[Job]) -> BTreeMap<usize, Outcome> {
        self.clear(r"^example_\d+\.(ts|js)$");
        self.write("declare.js", include_str!("support/declare.js"));
        self.write("main.js", include_str!("support/main.js"));
        let class =
            Regex::new(r"(?m)^(export )?class (\w+) extends TerraformStack").expect("it is a pattern");
        for job in jobs {
            let text = job.text.replace("THE_LIBRARY", self.edition.runtime());
            let exports = class.captures_iter(&text).filter(|found| found.get(1).is_none());
            let exports: Vec<_> = exports.map(|found| format!("export {{ {} }};\n", &found[2])).collect();
            self.write(&format!("example_{}.ts", job.number), &format!("{text}\n{}", exports.concat()));
        }
        let modules = self.folder.join("node_modules");
        if !modules.exists() {
            std::os::unix::fs::symlink(node.modules(), modules).expect("cannot link node_modules");
        }
        // As strict as projects of the library's command line are, without its word on what is unused.
        let options = json!({
            "strict": true, "alwaysStrict": true, "noFallthroughCasesInSwitch": true, "noImplicitReturns": true,
            "target": "es2018", "lib": ["es2018"], "module": "commonjs", "moduleResolution": "node10",
            "types": ["node"], "skipLibCheck": true, "experimentalDecorators": true,
        });
        self.write(
            "tsconfig.json",
            &json!({ "compilerOptions": options, "include": ["example_*.ts"] }).to_string(),
        );
        let tsc = node.modules().join("typescript/bin/tsc");
        let mut command = Command::new("nice");
        command.arg("node").arg("--max-old-space-size=6000").arg(tsc).args(["--pretty", "false"]);
        let said = run(command.current_dir(&self.folder)).stdout;
        let mut outcomes = BTreeMap::new();
        let error = Regex::new(r"^example_(\d+)\.ts\(\d+,\d+\): error (.*)$").expect("it is a pattern");
        for found in said.lines().filter_map(|line| error.captures(line)) {
            let number: usize = found[1].parse().expect("it is a number");
            outcomes.entry(number).or_insert_with(|| Outcome::Refused(found[2].to_owned()));
        }
        let sound: Vec<_> = jobs.iter().filter(|job| !outcomes.contains_key(&job.number)).collect();
        let command = || {
            let mut command = Command::new("nice");
            command.args(["node", "main.js"]);
            command
        };
        outcomes.extend(self.drive(&command, &sound, "js"));
        outcomes
    }

    /// Runs programs in processes that take one a line; one that ends a process is told apart from the others.
    fn drive(
        &self,
        command: &dyn Fn() -> Command,
        jobs: &[&Job],
        extension: &str,
    ) -> BTreeMap<usize, Outcome> {
        let mut outcomes = BTreeMap::new();
        let mut open = jobs;
        while !open.is_empty() {
            let chunk = &open[..open.len().min(OF_A_PROCESS)];
            let mut process = command();
            process.current_dir(&self.folder).stdin(Stdio::piped()).stdout(Stdio::piped());
            let errors = fs::File::create(self.folder.join("stderr.txt")).expect("a file can be made");
            let mut process = process.stderr(errors).spawn().expect("the driver can be started");
            let input: String = chunk.iter().map(|job| {
                let number = job.number;
                json!({
                    "number": number, "file": format!("example_{number}.{extension}"), "out": format!("out/{number}"),
                    "missing": job.missing,
                }).to_string() + "\n"
            }).collect();
            let mut stdin = process.stdin.take().expect("it is piped");
            let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
            let mut answered = 0;
            for line in BufReader::new(process.stdout.take().expect("it is piped")).lines() {
                let Ok(said) = serde_json::from_str::<Json>(&line.expect("it is text")) else { continue };
                let number = chunk[answered].number;
                assert_eq!(said["number"], number, "the driver answers in order");
                let outcome = match said["error"].as_str() {
                    Some(error) => Outcome::Failed(error.to_owned()),
                    None => self.synthesized(number),
                };
                outcomes.insert(number, outcome);
                answered += 1;
            }
            let _ = process.wait();
            writer.join().expect("the writer ends");
            if answered < chunk.len() {
                outcomes.insert(chunk[answered].number, Outcome::Failed("it ended the process".to_owned()));
                answered += 1;
            }
            open = &open[answered..];
            eprintln!("  ran {} of {} {} programs", outcomes.len(), jobs.len(), self.edition);
        }
        outcomes
    }

    fn synthesized(&self, number: usize) -> Outcome {
        let path = self.folder.join(format!("out/{number}/stacks/stack/cdk.tf.json"));
        let text = fs::read_to_string(&path).unwrap_or_default();
        serde_json::from_str(&text).map_or_else(
            |error| Outcome::Failed(format!("{}: {error}", path.display())),
            Outcome::Synthesized,
        )
    }
}

/// Where bindings have each construct, read from the tables in them.
fn types_of(folder: &Path, file: &str, prefix: &str) -> Types {
    let table = Regex::new(r#""kind":"(\w+)","type":"([^"]+)","name":"(\w+)""#).expect("it is a pattern");
    let mut types = Types::new();
    let subfolders = |folder: &Path| {
        let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        entries.map(|entry| entry.expect("a folder can be listed").path()).filter(|path| path.is_dir())
    };
    let separator = if prefix.is_empty() { "/" } else { "." };
    for package in subfolders(folder) {
        for module in subfolders(&package) {
            let Ok(text) = fs::read_to_string(module.join(file)) else { continue };
            let Some(found) = table.captures(&text) else { continue };
            let name = |path: &Path| path.file_name().expect("it has a name").to_string_lossy().into_owned();
            let module = format!("{prefix}{}{separator}{}", name(&package), name(&module));
            let kind = match &found[1] {
                "dataSource" | "data_source" => "data",
                other => other,
            };
            types.insert(format!("{kind} {}", &found[2]), (module, found[3].to_owned()));
        }
    }
    assert!(!types.is_empty(), "{} has no bindings of ours", root().join(folder).display());
    types
}
