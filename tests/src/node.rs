//! Node, with the npm packages that TypeScript programs need.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::install::installed;
use crate::{Finished, Project, Python, run};

const PACKAGE: &str = include_str!("../tools/npm/package.json");
const LOCK: &str = include_str!("../tools/npm/package-lock.json");

/// Node and the installed packages: TypeScript, cdktn, cdktf, constructs, pyright, ts-node, esbuild.
#[derive(Debug)]
pub struct Node {
    modules: PathBuf,
}

/// Node with its packages; says aloud that the current test does not run where the machine has no Node.
pub fn node() -> Option<Node> {
    node_with("npm", PACKAGE, LOCK)
}

/// The same with exactly the packages of a lock file, installed under this name.
pub fn node_with(name: &str, package: &str, lock: &str) -> Option<Node> {
    Some(Node { modules: npm_packages(name, package, lock)? })
}

/// The `node_modules` folder with exactly what a lock file says.
///
/// Says aloud that the current test does not run where the machine has no Node.
pub fn npm_packages(name: &str, package: &str, lock: &str) -> Option<PathBuf> {
    if !on_path("node") || !on_path("npm") {
        crate::skip("there is no `node` with `npm` on the PATH");
        return None;
    }
    let folder = installed(name, lock, |folder| {
        fs::write(folder.join("package.json"), package).expect("cannot write package.json");
        fs::write(folder.join("package-lock.json"), lock).expect("cannot write package-lock.json");
        let npm = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        run(Command::new("npm").args(npm).current_dir(folder)).success();
    });
    Some(folder.join("node_modules"))
}

/// Whether a command can be started.
pub fn on_path(command: &str) -> bool {
    Command::new(command).arg("--version").output().is_ok_and(|output| output.status.success())
}

impl Node {
    /// The `node_modules` folder.
    pub fn modules(&self) -> &Path {
        &self.modules
    }

    /// Makes the packages available to a project.
    pub fn link(&self, project: &Project) {
        let link = project.path().join("node_modules");
        std::os::unix::fs::symlink(&self.modules, link).expect("cannot link node_modules");
    }

    /// Runs a JavaScript file of a project.
    pub fn run(&self, project: &Project, file: &str) -> Finished {
        self.run_with(project, file, &[])
    }

    /// Runs a JavaScript file of a project with arguments.
    pub fn run_with(&self, project: &Project, file: &str, arguments: &[&str]) -> Finished {
        run(Command::new("node").arg(file).args(arguments).current_dir(project.path()))
    }

    /// Type-checks the TypeScript files that match, with everything that they import, and compiles them.
    ///
    /// Declaration files are checked like all others: the compiler may skip none.
    pub fn tsc(&self, project: &Project, include: &[&str]) -> Finished {
        run(&mut self.tsc_command(project, include))
    }

    /// The command that [`Self::tsc`] runs.
    pub fn tsc_command(&self, project: &Project, include: &[&str]) -> Command {
        self.compiler(project, include, json!({}))
    }

    /// Compiles into a folder, as strictly as the compiler can, and writes declarations as well.
    pub fn tsc_into(&self, out: &str, project: &Project, include: &[&str]) -> Finished {
        let options = json!({
            "outDir": out, "rootDir": ".", "declaration": true, "isolatedModules": true,
            "exactOptionalPropertyTypes": true, "noImplicitOverride": true, "noImplicitReturns": true,
            "noPropertyAccessFromIndexSignature": true, "noUncheckedIndexedAccess": true,
            "noUnusedLocals": true, "noUnusedParameters": true,
        });
        run(&mut self.compiler(project, include, options))
    }

    /// Compiles and runs a TypeScript file in one step.
    pub fn ts_node(&self, project: &Project, file: &str) -> Finished {
        let options = json!({ "strict": true, "target": "es2022", "module": "commonjs" });
        project.write("tsconfig.json", &json!({ "compilerOptions": options }).to_string());
        run(self.script("ts-node/dist/bin.js").arg(file).current_dir(project.path()))
    }

    /// Bundles a TypeScript file with the bindings that it imports, for Node; packages stay outside.
    pub fn esbuild(&self, project: &Project, file: &str, format: &str, out: &str) -> Finished {
        let mut command = self.script("esbuild/bin/esbuild");
        command.args([file, "--bundle", "--platform=node", "--packages=external", "--log-level=warning"]);
        run(command
            .args([format!("--format={format}"), format!("--outfile={out}")])
            .current_dir(project.path()))
    }

    fn compiler(&self, project: &Project, include: &[&str], more: Value) -> Command {
        let mut options = json!({
            "strict": true, "skipLibCheck": false,
            "target": "es2022", "module": "commonjs", "moduleResolution": "node10", "types": ["node"],
        });
        if let (Some(options), Value::Object(more)) = (options.as_object_mut(), more) {
            options.extend(more);
        }
        let config = json!({ "compilerOptions": options, "include": include });
        project.write("tsconfig.json", &config.to_string());
        let mut command = self.script("typescript/bin/tsc");
        command.args(["--pretty", "false"]).current_dir(project.path());
        command
    }

    /// Type-checks these Python files of a project (`.` are all) with pyright, as strictly as `mode` says; reports in JSON.
    pub fn pyright(&self, project: &Project, python: &Python, mode: &str, include: &[&str]) -> Finished {
        let config = json!({ "typeCheckingMode": mode, "include": include, "exclude": ["node_modules"] });
        project.write("pyrightconfig.json", &config.to_string());
        let mut command = self.script("pyright/index.js");
        command.arg("--outputjson").arg("--pythonpath").arg(python.interpreter());
        run(command.current_dir(project.path()))
    }

    fn script(&self, path: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(self.modules.join(path));
        command
    }
}
