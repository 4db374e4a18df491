//! The programs in `tests/programs/rust`: built together, run one by one, planned by real Terraform.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use ferroform_tests::{Project, Terraform, cargo_in, ferroform, root, run, shared, terraform};
use serde_json::{Map, Value, json};

/// Programs that are built as one package, for the bindings that they share: those in a folder of `tests/programs/rust`.
#[derive(Debug)]
pub struct Package {
    name: &'static str,
    /// What the package's schemas say, under the addresses of the providers.
    providers: Map<String, Value>,
}

/// A program that ran.
#[derive(Debug)]
pub struct Program {
    /// The folder that the program ran in.
    pub project: Project,
    package: &'static Package,
}

/// What Terraform plans for a stack, as `terraform show -json` prints it.
#[derive(Debug)]
pub struct Plan(Value);

/// Programs that need nothing but this repository; `None`, said aloud, where there is no Terraform to judge them.
pub fn of_repository() -> Option<&'static Package> {
    static PACKAGE: LazyLock<Package> = LazyLock::new(|| {
        let schemas = ["schemas/aws-apigatewayv2.json", "schemas/terraform.json"];
        let kubernetes = "tests/programs/rust/repository/kubernetes.json";
        let schemas = schemas.into_iter().chain([kubernetes]).map(|path| root().join(path));
        let overrides = ["schemas/aws.overrides.json", "schemas/terraform.overrides.json"];
        let overrides = overrides.map(|path| root().join(path));
        Package::build("repository", &schemas.collect::<Vec<_>>(), &overrides, &["*"])
    });
    terraform()?;
    Some(&PACKAGE)
}

/// Programs for real providers, whose schemas are not in this repository; `None`, said aloud, where the machine lacks
/// those or Terraform.
pub fn of_providers() -> Option<&'static Package> {
    static PACKAGE: LazyLock<Package> = LazyLock::new(|| {
        let corpus = shared().expect("a test has asked").join("corpus");
        let schemas = [
            "schemas/aws-6.19.0-approx-full.json",
            "schemas/azurerm-4.65.0.json",
            "schemas/cloudflare.json",
            "schemas/github.json",
            "schemas/google-7.9.0.json",
        ];
        let used = fs::read_to_string(folder("providers").join("only.txt")).unwrap();
        let schemas = schemas.map(|path| corpus.join(path));
        Package::build("providers", &schemas, &[], &used.lines().collect::<Vec<_>>())
    });
    terraform()?;
    shared()?;
    Some(&PACKAGE)
}

/// Where the programs of a package are.
fn folder(package: &str) -> PathBuf {
    root().join("tests/programs/rust").join(package)
}

/// Where cargo puts the programs of every package.
fn executables() -> PathBuf {
    root().join("target/tools/cargo/debug")
}

/// What Terraform does with a resource.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a>(&'a Value);

impl Package {
    /// Generates bindings, and builds every program of the package with one call of cargo.
    fn build(name: &'static str, schemas: &[PathBuf], overrides: &[PathBuf], only: &[&str]) -> Self {
        // Always the same folder, so that only what has changed is compiled anew.
        let package = root().join("target/tools/programs").join(name);
        let bindings = package.join("bindings");
        let mut generate = ferroform();
        generate.arg("generate").arg("--schema").args(schemas).arg("--only").args(only);
        generate.arg("--rust-out").arg(&bindings).arg("--rust-runtime").arg(root().join("runtime"));
        for overrides in overrides {
            generate.arg("--overrides").arg(overrides);
        }
        run(&mut generate).success();

        let mut manifest = format!(
            "[package]\nname = \"programs-of-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
            [dependencies]\nferroform = {{ path = \"{}\" }}\n",
            root().join("runtime").display()
        );
        for provider in files(&bindings, |path| path.join("Cargo.toml").is_file()) {
            let folder = provider.display();
            manifest += &format!("ferroform-{} = {{ path = \"{folder}\" }}\n", stem(&provider));
        }
        for program in files(&folder(name), |path| path.extension().is_some_and(|end| end == "rs")) {
            let path = program.display();
            manifest += &format!("\n[[bin]]\nname = \"{}\"\npath = \"{path}\"\n", stem(&program));
        }
        fs::write(package.join("Cargo.toml"), manifest).unwrap();
        fs::copy(root().join("Cargo.lock"), package.join("Cargo.lock")).unwrap();
        run(&mut cargo_in(&package, &["build", "--quiet"])).success();

        let mut providers = Map::new();
        for path in schemas {
            let mut schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
            let Value::Object(of_file) = schema["provider_schemas"].take() else {
                panic!("{}", path.display())
            };
            providers.extend(of_file);
        }
        Self { name, providers }
    }

    /// Runs a program.
    pub fn run(&'static self, program: &str) -> Program {
        let project = Project::new();
        // Modules that are called by a path are beside the program.
        let modules = folder(self.name).join("modules");
        for module in files(&modules, Path::is_dir) {
            let text = fs::read_to_string(module.join("main.tf")).unwrap();
            project.write(&format!("modules/{}/main.tf", stem(&module)), &text);
        }
        run(Command::new(executables().join(program)).current_dir(project.path())).success();
        Program { project, package: self }
    }

    /// Writes a schema with nothing but what a stack uses: Terraform reads all of what a provider says at every command.
    fn schema_for(&self, stack: &str) -> Value {
        let cut = |kind: &str, constructs: &Value| match (kind, constructs) {
            (
                "resource_schemas" | "data_source_schemas" | "ephemeral_resource_schemas",
                Value::Object(all),
            ) => all
                .iter()
                .filter(|(name, _)| stack.contains(name.as_str()))
                .map(|(name, schema)| (name.clone(), schema.clone()))
                .collect(),
            (_, other) => other.clone(),
        };
        let providers = self.providers.iter().map(|(address, provider)| {
            let provider = provider.as_object().unwrap().iter();
            (address.clone(), provider.map(|(kind, schemas)| (kind.clone(), cut(kind, schemas))).collect())
        });
        json!({ "format_version": "1.0", "provider_schemas": providers.collect::<Map<String, Value>>() })
    }
}

impl Program {
    /// The folder of a stack.
    pub fn folder(&self, stack: &str) -> PathBuf {
        self.project.path().join("cdktf.out/stacks").join(stack)
    }

    /// Terraform, in which the stack finds its providers, with the stack initialized.
    pub fn terraform(&self, stack: &str) -> Terraform {
        let folder = self.folder(stack);
        let text = fs::read_to_string(folder.join("cdk.tf.json")).unwrap();
        let schema =
            self.project.write(&format!("{stack}.schema.json"), &self.package.schema_for(&text).to_string());
        let terraform = terraform().expect("a test has asked").with_stub_provider(&schema);
        terraform.run(&folder, &["init", "-input=false"]).success();
        terraform
    }

    /// What Terraform says of a plan that fails.
    pub fn refused(&self, stack: &str, options: &[&str]) -> String {
        let plan = [&["plan", "-input=false"], options].concat();
        // Messages are broken into lines, with a bar before each.
        self.terraform(stack).run(&self.folder(stack), &plan).code(1).said().replace("\n│ ", " ")
    }

    /// Has Terraform validate and plan a stack.
    pub fn plan(&self, stack: &str, options: &[&str]) -> Plan {
        let (terraform, folder) = (self.terraform(stack), self.folder(stack));
        terraform.run(&folder, &["validate"]).success();
        let plan = [&["plan", "-input=false", "-out=plan"], options].concat();
        terraform.run(&folder, &plan).success();
        let plan = terraform.run(&folder, &["show", "-json", "plan"]).success().stdout;
        Plan(serde_json::from_str(&plan).unwrap())
    }

    /// Has Terraform do what [`Program::plan`] planned.
    pub fn apply(&self, stack: &str) {
        self.terraform(stack).run(&self.folder(stack), &["apply", "plan"]).success();
    }
}

impl Plan {
    /// Insists on how many resources of each type are made, or done other things with.
    pub fn assert_actions(&self, expected: &[(&str, &str, usize)]) {
        let mut found = BTreeMap::new();
        for change in self.changes() {
            let action = match change["change"]["importing"] {
                Value::Null => change["change"]["actions"][0].as_str().unwrap(),
                _ => "import",
            };
            *found.entry((action, change["type"].as_str().unwrap())).or_insert(0) += 1;
        }
        let expected: BTreeMap<_, _> =
            expected.iter().map(|(action, of, count)| ((*action, *of), *count)).collect();
        assert_eq!(found, expected);
    }

    /// What happens to the resource of a type whose name begins like this: names in scopes end in a hash.
    pub fn resource(&self, of: &str, name: &str) -> Change<'_> {
        let addresses = |change: &Value| format!("{}.{}", change["type"], change["name"]).replace('"', "");
        let mut found = self.changes().filter(|change| {
            change["type"] == of && change["name"].as_str().is_some_and(|found| found.starts_with(name))
        });
        match (found.next(), found.next()) {
            (Some(change), None) => Change(change),
            _ => panic!("not one {of}.{name}: {:#?}", self.changes().map(addresses).collect::<Vec<_>>()),
        }
    }

    /// What happens to an instance of a resource, under its whole address.
    pub fn at(&self, address: &str) -> Change<'_> {
        let addresses = || self.changes().map(|change| &change["address"]).collect::<Vec<_>>();
        let change = self.changes().find(|change| change["address"] == address);
        Change(change.unwrap_or_else(|| panic!("no {address} among {:#?}", addresses())))
    }

    /// Which configuration of its provider a resource uses.
    pub fn provider(&self, change: Change<'_>) -> &Value {
        let resources = self.0["configuration"]["root_module"]["resources"].as_array().unwrap();
        let resource = resources.iter().find(|resource| resource["address"] == change.0["address"]);
        &resource.unwrap()["provider_config_key"]
    }

    /// What is known of a data source, read already or not.
    pub fn data(&self, of: &str, name: &str) -> &Value {
        let changes = self.0["resource_changes"].as_array().into_iter().flatten();
        let planned = changes.map(|change| (change, &change["change"]["after"]));
        let read =
            self.0["prior_state"]["values"]["root_module"]["resources"].as_array().into_iter().flatten();
        let mut found = planned.chain(read.map(|resource| (resource, &resource["values"])));
        let found =
            found.find(|(data, _)| data["mode"] == "data" && data["type"] == of && data["name"] == name);
        found.unwrap_or_else(|| panic!("no data {of}.{name}")).1
    }

    /// The value of an output, as far as it is known.
    pub fn output(&self, name: &str) -> &Value {
        &self.0["output_changes"][name]["after"]
    }

    /// What happens to resources, data sources aside.
    fn changes(&self) -> impl Iterator<Item = &Value> {
        let changes = self.0["resource_changes"].as_array().into_iter().flatten();
        changes.filter(|change| change["mode"] == "managed")
    }
}

impl<'a> Change<'a> {
    /// What is known of an attribute after the plan; `pointer` leads to it, as in `rule/0/action`.
    pub fn after(self, pointer: &str) -> &'a Value {
        let after = &self.0["change"]["after"];
        after.pointer(&format!("/{pointer}")).unwrap_or_else(|| panic!("no {pointer} in {after:#}"))
    }

    /// The address that the resource had before.
    pub fn previous_address(self) -> &'a Value {
        &self.0["previous_address"]
    }

    /// The ID by which the resource is imported.
    pub fn import_id(self) -> &'a Value {
        &self.0["change"]["importing"]["id"]
    }

    /// Whether Terraform hides an attribute.
    pub fn is_sensitive(self, pointer: &str) -> bool {
        self.0["change"]["after_sensitive"].pointer(&format!("/{pointer}")) == Some(&Value::Bool(true))
    }

    /// Whether only the provider will decide an attribute.
    pub fn is_unknown(self, pointer: &str) -> bool {
        self.0["change"]["after_unknown"].pointer(&format!("/{pointer}")) == Some(&Value::Bool(true))
    }
}

/// The entries of a folder for which `keep` holds, in order.
fn files(folder: &Path, keep: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut kept: Vec<_> = entries.filter(|path| keep(path)).collect();
    kept.sort();
    kept
}

fn stem(path: &Path) -> &str {
    path.file_stem().unwrap().to_str().unwrap()
}
