//! The program with all instances, as packages that rustc can digest.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::{cargo_in, root, run};

use super::source::Module;

/// How much source one package has: rustc's memory grows with it.
const PART: usize = 2_000_000;

/// A workspace in `target/tools/conformance`, kept so that a second run compiles less.
#[derive(Debug)]
pub struct Package {
    folder: PathBuf,
    /// Another test with the same schema waits.
    _lock: File,
}

impl Package {
    /// The workspace for a schema, with fresh bindings.
    pub fn new(schema: &Path, overrides: Option<&Path>) -> Self {
        let stem = schema.file_stem().expect("a schema file has a name").to_string_lossy();
        let folder = root().join("target/tools/conformance").join(&*stem);
        fs::create_dir_all(&folder).expect("cannot make a workspace");
        let lock = File::create(folder.join("lock")).expect("cannot make a lock file");
        lock.lock().expect("cannot lock");
        let package = Self { folder, _lock: lock };
        let mut command = crate::ferroform();
        command.args(["generate", "--schema"]).arg(schema).arg("--rust-out").arg(package.bindings());
        command.arg("--rust-runtime").arg(root().join("runtime"));
        if let Some(overrides) = overrides {
            command.arg("--overrides").arg(overrides);
        }
        run(&mut command).success();
        package
    }

    /// The workspace's own folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The generated crate.
    pub fn bindings(&self) -> PathBuf {
        self.folder.join("bindings")
    }

    /// Compiles and runs a program of these modules. Returns the configuration that it synthesized, and what it said of faults.
    pub fn run(&self, modules: &[Module]) -> (serde_json::Value, String) {
        let mut parts: Vec<Vec<&Module>> = Vec::new();
        let mut size = PART;
        for module in modules {
            size += module.source.len();
            if size > PART {
                parts.push(Vec::new());
                size = module.source.len();
            }
            parts.last_mut().expect("there is a part").push(module);
        }
        parts.iter().enumerate().for_each(|(number, modules)| self.write_part(number, modules));
        self.write_main(parts.len());
        fs::copy(root().join("Cargo.lock"), self.folder.join("Cargo.lock")).expect("there is a lock file");
        run(&mut cargo_in(&self.folder, &["run", "--quiet"])).success();
        let synthesized = self.read("out/stacks/conformance/cdk.tf.json");
        (serde_json::from_str(&synthesized).expect("configuration is JSON"), self.read("violations.txt"))
    }

    fn write_part(&self, number: usize, modules: &[&Module]) {
        let folder = format!("part_{number}");
        let mut library = PART_HEAD.to_owned();
        let (mut declare, mut breaks) = (String::new(), String::new());
        for (index, module) in modules.iter().enumerate() {
            self.write(&format!("{folder}/src/construct_{index}.rs"), &module.source);
            library += &format!("mod construct_{index};\n");
            declare += &format!("    failed.extend(construct_{index}::declare(stack, link).err());\n");
            breaks += &format!("    construct_{index}::breaks(report);\n");
        }
        library += &format!(
            "\npub fn declare(stack: &Stack, link: &mut Value<String>, failed: &mut Vec<Error>) {{\n{declare}}}\n\n\
            pub fn breaks(report: &mut Vec<String>) {{\n{breaks}}}\n"
        );
        self.write(&format!("{folder}/src/lib.rs"), &library);
        let manifest = format!(
            "[package]\nname = \"part-{number}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
            [dependencies]\nbindings = {{ package = \"{}\", path = \"../bindings\" }}\nferroform = {{ path = \"{}\" }}\n",
            self.name_of_bindings(),
            root().join("runtime").display(),
        );
        self.write(&format!("{folder}/Cargo.toml"), &manifest);
    }

    fn write_main(&self, parts: usize) {
        let stem = self.folder.file_name().expect("a workspace has a name").to_string_lossy();
        let name = stem.replace(|char: char| !char.is_ascii_alphanumeric(), "-").to_lowercase();
        let mut manifest = format!(
            "[package]\nname = \"conformance-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
            [workspace]\n\n[profile.dev]\ndebug = 0\nincremental = false\n\n\
            [dependencies]\nferroform = {{ path = \"{}\" }}\n",
            root().join("runtime").display()
        );
        let (mut declare, mut breaks) = (String::new(), String::new());
        for number in 0..parts {
            manifest += &format!("part-{number} = {{ path = \"part_{number}\" }}\n");
            declare += &format!("    part_{number}::declare(&stack, &mut link, &mut failed);\n");
            breaks += &format!("    part_{number}::breaks(&mut report);\n");
        }
        self.write("Cargo.toml", &manifest);
        self.write(
            "src/main.rs",
            &MAIN.replace("    // declare\n", &declare).replace("    // break\n", &breaks),
        );
    }

    fn name_of_bindings(&self) -> String {
        let manifest = self.read("bindings/Cargo.toml");
        let name = manifest.lines().find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
        name.unwrap_or_else(|| panic!("{manifest}")).to_owned()
    }

    fn read(&self, path: &str) -> String {
        let path = self.folder.join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// What is the same already keeps its time, so that it is not compiled again.
    fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("cannot make a folder");
        if fs::read_to_string(&path).is_ok_and(|found| found == text) {
            return;
        }
        fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

const PART_HEAD: &str = r#"//! A part of the instances.
#![allow(deprecated, reason = "everything is set")]
#![allow(dead_code, unused_imports, unused_variables, reason = "not every construct has all that a module may use")]

use ferroform::{Error, Stack, Value, Violation};

fn tell(report: &mut Vec<String>, number: usize, violations: &[Violation]) {
    let violations: Vec<_> = violations.iter().map(|found| format!("{} {}", found.severity, found.path)).collect();
    report.push(format!("{number}: {}\n", violations.join(", ")));
}

"#;

const MAIN: &str = r#"//! Declares all instances, and says what the struct of each broken one says of it.

use ferroform::{App, Value};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app = App::with_outdir("out");
    let stack = app.stack("conformance");
    let mut link = Value::from("nothing yet");
    let mut failed = Vec::new();
    // declare
    if !failed.is_empty() {
        let failed: Vec<_> = failed.iter().map(ToString::to_string).collect();
        return Err(failed.join("\n").into());
    }
    app.synth()?;
    let mut report = Vec::new();
    // break
    std::fs::write("violations.txt", report.concat())?;
    Ok(())
}
"#;
