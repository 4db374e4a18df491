//! The programs in `tests/programs`, run with freshly generated bindings.

use std::fs;

use ferroform_tests::{Project, cargo, cargo_package, ferroform, node, python, root, run};

/// The package that a program stands on.
#[derive(Debug, Clone, Copy)]
pub enum Runtime {
    /// CDK Terrain.
    Cdktn,
    /// The archived original.
    Cdktf,
}

impl Runtime {
    /// The package's name, the same on npm and on PyPI.
    pub fn package(self) -> &'static str {
        match self {
            Self::Cdktn => "cdktn",
            Self::Cdktf => "cdktf",
        }
    }
}

/// Runs a program in Python; `None`, said aloud, where the machine cannot.
pub fn python_program(program: &str, runtime: Runtime) -> Option<Project> {
    let python = python()?;
    let project = project(program, "main.py", runtime, "--python-out", "imports");
    python.run(&project, "main.py").success();
    Some(project)
}

/// Type-checks, compiles and runs a program in TypeScript; `None`, said aloud, where the machine cannot.
pub fn typescript_program(program: &str, runtime: Runtime) -> Option<Project> {
    let node = node()?;
    let project = project(program, "main.ts", runtime, "--typescript-out", ".gen");
    node.link(&project);
    node.tsc(&project, &["main.ts"]).success();
    node.run(&project, "main.js").success();
    Some(project)
}

/// Builds and runs a program in Rust.
pub fn rust_program(program: &str) -> Project {
    let project = rust_project(program);
    cargo(&project, &["run"]).success();
    project
}

/// A package with a program in Rust, which uses the generated crates of this repository.
pub fn rust_project(program: &str) -> Project {
    let project = Project::new();
    project.write("main.rs", &text(program, "main.rs"));
    let crates = [
        ("ferroform", "runtime"),
        ("ferroform-aws", "generated/rust/aws"),
        ("ferroform-terraform", "generated/rust/terraform"),
    ];
    let name = format!("program-{}", program.to_lowercase().replace('.', "-"));
    cargo_package(&project, &name, &crates.map(|(name, folder)| (name, root().join(folder))));
    project
}

/// A project with a program, which is written for cdktn, and the bindings that it imports.
pub fn project(program: &str, file: &str, runtime: Runtime, option: &str, bindings: &str) -> Project {
    project_with(program, file, runtime, &[option, bindings])
}

/// The same with any options of `generate`.
pub fn project_with(program: &str, file: &str, runtime: Runtime, options: &[&str]) -> Project {
    let project = Project::new();
    project.write(file, &text(program, file).replace("cdktn", runtime.package()));
    let mut command = ferroform();
    command.current_dir(project.path()).args(["generate", "--runtime", runtime.package()]).args(options);
    command.arg("--schema").arg(root().join("schemas/aws-apigatewayv2.json"));
    command.arg("--overrides").arg(root().join("schemas/aws.overrides.json"));
    run(&mut command).success();
    project
}

/// The name of the programs that stand in the README, one in each language.
pub const README: &str = "README.md";

fn text(program: &str, file: &str) -> String {
    if program != README {
        return fs::read_to_string(root().join("tests/programs").join(program).join(file)).unwrap();
    }
    let language = match file {
        "main.py" => "python",
        "main.ts" => "typescript",
        _ => "rust",
    };
    let readme = fs::read_to_string(root().join(README)).unwrap();
    let (_, rest) = readme.split_once(&format!("\n```{language}\n")).expect("the README has a program");
    rest.split("\n```\n").next().unwrap().to_owned()
}
