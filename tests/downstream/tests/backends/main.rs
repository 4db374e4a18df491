//! Where Terraform keeps states: what is written, and what Terraform says of it.

#[path = "../common/app.rs"]
mod app;
mod full;
#[path = "../common/synthesized.rs"]
mod synthesized;

use std::fs::{self, File};
use std::time::{Duration, Instant};

use app::app;
use ferroform::backend::{
    AzurermBackend, Backend, Cloud, ConsulBackend, CosBackend, GcsBackend, KubernetesBackend, KubernetesExec,
    LocalBackend, OciBackend, OssBackend, PgBackend, RemoteBackend, RemoteWorkspaces, S3AssumeRole,
    S3Backend,
};
use ferroform::{App, Stack, StoredState, Value, Variable};
use ferroform_tests::{Terraform, skip, terraform};
use full::Visit;
use synthesized::synthesized;

#[test]
fn every_attribute_of_every_backend_is_written() {
    struct Snapshots;

    impl Visit for Snapshots {
        fn visit<B: Backend>(&mut self, name: &str, backend: B) {
            let (app, _folder) = app();
            app.stack("s").backend(backend).unwrap();
            insta::assert_snapshot!(name, synthesized(&app, "s"));
        }
    }

    full::each(&mut Snapshots);
}

#[test]
fn the_cloud_block_is_written() {
    let (app, _folder) = app();
    app.stack("s").cloud(full::cloud()).unwrap();
    insta::assert_snapshot!("cloud", synthesized(&app, "s"));
}

#[test]
fn what_is_required_must_be_there() {
    let (app, _folder) = app();
    let stack = app.stack("s");
    let missing = [
        stack.backend(AzurermBackend::default()),
        stack.backend(ConsulBackend::default()),
        stack.backend(CosBackend::default()),
        stack.backend(GcsBackend::default()),
        stack.backend(KubernetesBackend {
            exec: KubernetesExec::default().into(),
            ..KubernetesBackend::new("s")
        }),
        stack.backend(OciBackend::default()),
        stack.backend(OssBackend::default()),
        stack.backend(RemoteBackend::default()),
        stack.backend(RemoteBackend::new("example", RemoteWorkspaces::default())),
        stack.backend(S3Backend::default()),
    ];
    let missing = missing.map(|result| result.unwrap_err().to_string());
    insta::assert_snapshot!("required", missing.join("\n"));

    let nested = S3Backend { assume_role: S3AssumeRole::default().into(), ..S3Backend::new("state", "chat") };
    insta::assert_snapshot!(stack.remote_state("network", nested).unwrap_err(), @r"
    data.terraform_remote_state.network has 1 violation:
      error: assume_role.role_arn: found nothing, allowed: a value (from the provider's schema)
    ");
}

#[test]
fn a_stack_has_one_place_for_its_state() {
    let (app, _folder) = app();
    let stack = app.stack("s");
    stack.backend(LocalBackend::default()).unwrap();
    for second in [stack.backend(ConsulBackend::new("chat")), stack.cloud(Cloud::default())] {
        insta::allow_duplicates! { insta::assert_snapshot!(second.unwrap_err(), @"stack `s` already has `terraform.backend`: each needs a name of its own in its scope"); }
    }
    assert!(!synthesized(&app, "s").contains("consul"));
}

#[test]
fn a_backend_takes_strings_as_they_are_and_nothing_that_only_terraform_knows() {
    let (app, _folder) = app();
    let stack = app.stack("s");
    let path = stack.variable("path", Variable::new()).unwrap();
    let unknown = stack.backend(LocalBackend { path: path.clone(), ..LocalBackend::default() }).unwrap_err();
    insta::assert_snapshot!(unknown, @"terraform.backend.local: what is said of the state has to be known, since Terraform evaluates nothing there; found `var.path`");
    let secret =
        PgBackend { conn_str: ferroform::template!("postgres://app:hush@{path}"), ..PgBackend::default() };
    insta::assert_snapshot!(stack.backend(secret).unwrap_err(), @"terraform.backend.pg: what is said of the state has to be known, since Terraform evaluates nothing there; found `var.path`");
    let made = PgBackend { conn_str: Value::expression("lower(\"hush\")"), ..PgBackend::default() };
    insta::assert_snapshot!(stack.backend(made).unwrap_err(), @"terraform.backend.pg: what is said of the state has to be known, since Terraform evaluates nothing there; found `lower`");
    stack.backend(LocalBackend { path: "${here}".into(), ..LocalBackend::default() }).unwrap();
    let elsewhere = LocalBackend { path, workspace_dir: "${there}".into() };
    stack.remote_state("other", elsewhere).unwrap();
    let text = synthesized(&app, "s");
    assert!(text.contains("\"path\": \"${here}\""), "{text}");
    assert!(text.contains("\"path\": \"${var.path}\""), "{text}");
    assert!(text.contains("\"workspace_dir\": \"$${there}\""), "{text}");
}

#[test]
fn what_newer_versions_of_terraform_added_is_refused_for_older_ones() {
    let (app, _folder) = app();
    let old = |name: &str| {
        let stack = app.stack(name);
        stack.required_version(">= 1.0").unwrap();
        stack
    };
    let stack = old("one");
    stack.backend(OciBackend::new("state", "tenancy")).unwrap();
    let locked = S3Backend { use_lockfile: true.into(), ..S3Backend::new("state", "chat") };
    stack.remote_state("network", locked).unwrap();
    old("two").cloud(full::cloud()).unwrap();
    insta::assert_snapshot!(app.synth().unwrap_err(), @r"
    terraform.backend.oci: the backend needs Terraform 1.12, and the stack's required_version `>= 1.0` allows older ones
    data.terraform_remote_state.network.use_lockfile: the attribute needs Terraform 1.10, and the stack's required_version `>= 1.0` allows older ones
    terraform.cloud: a `cloud` block needs Terraform 1.1, and the stack's required_version `>= 1.0` allows older ones
    terraform.cloud: a project of workspaces needs Terraform 1.6, and the stack's required_version `>= 1.0` allows older ones
    terraform.cloud: a map of tags needs Terraform 1.10, and the stack's required_version `>= 1.0` allows older ones
    ");
}

/// What Terraform says of a configuration that it does not understand, in small letters.
const MISUNDERSTANDINGS: &[&str] = &[
    "extraneous json object property",
    "unsupported argument",
    "unsupported block type",
    "unsupported backend type",
    "missing required",
    "incorrect attribute value type",
    "inappropriate value",
    "invalid value for",
    "invalid backend configuration",
    "terraform crash",
];

/// Whether the configuration needs a newer Terraform than the machine may have; says so aloud.
fn skipped(name: &str) -> bool {
    let newer = ["oci", "oss_instance"].contains(&name);
    if newer {
        skip(&format!("{name} is not shown to terraform, since it needs Terraform 1.12"));
    }
    newer
}

/// What `terraform init` prints until it ends or, asking a server that does not answer, is stopped.
fn init(terraform: &Terraform, app: &App) -> String {
    app.synth().unwrap();
    let folder = app.outdir().join("stacks/s");
    let file = folder.join("output");
    let output = File::create(&file).unwrap();
    let errors = output.try_clone().unwrap();
    let mut run = terraform.command(&folder, &["init"]).stdout(output).stderr(errors).spawn().unwrap();
    let start = Instant::now();
    while run.try_wait().unwrap().is_none() {
        if start.elapsed() > Duration::from_secs(20) {
            run.kill().unwrap();
            run.wait().unwrap();
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let said = fs::read_to_string(file).unwrap();
    assert!(said.contains("Initializing"), "{said}");
    said
}

/// Whether Terraform stumbles over the configuration itself, and not over servers that are not there.
fn is_misunderstood(said: &str) -> bool {
    let said = said.to_lowercase();
    MISUNDERSTANDINGS.iter().any(|words| said.contains(words))
}

#[test]
fn terraform_understands_every_backend() {
    struct Init(Terraform);

    impl Visit for Init {
        fn visit<B: Backend>(&mut self, name: &str, backend: B) {
            if skipped(name) {
                return;
            }
            let (app, _folder) = app();
            app.stack("s").backend(backend).unwrap();
            let said = init(&self.0, &app);
            assert!(!is_misunderstood(&said), "{name}: {said}");
        }
    }

    if let Some(terraform) = terraform() {
        full::each(&mut Init(terraform));
    }
}

#[test]
fn terraform_understands_the_cloud_block() {
    let Some(terraform) = terraform() else { return };
    let (app, _folder) = app();
    app.stack("s").cloud(full::cloud()).unwrap();
    let said = init(&terraform, &app);
    assert!(!is_misunderstood(&said) && said.contains("discovery"), "{said}");
}

#[test]
fn an_attribute_that_terraform_does_not_have_would_be_found() {
    /// A backend of Terraform with an attribute of our own.
    #[derive(ferroform::Block)]
    struct Wrong {
        /// Nothing.
        wrong: Value<bool>,
    }

    impl Backend for Wrong {
        const TYPE: &'static str = "local";
    }

    let Some(terraform) = terraform() else { return };
    let (app, _folder) = app();
    app.stack("s").backend(Wrong { wrong: true.into() }).unwrap();
    assert!(is_misunderstood(&init(&terraform, &app)));
}

#[test]
fn terraform_understands_every_backend_of_a_remote_state() {
    struct RemoteStates(Stack);

    impl Visit for RemoteStates {
        fn visit<B: Backend>(&mut self, name: &str, backend: B) {
            if skipped(name) {
                return;
            }
            self.0.remote_state(name, backend).unwrap();
        }
    }

    let Some(terraform) = terraform() else { return };
    let (app, _folder) = app();
    full::each(&mut RemoteStates(app.stack("s")));
    app.synth().unwrap();
    let folder = app.outdir().join("stacks/s");
    terraform.run(&folder, &["init"]).success();
    terraform.run(&folder, &["validate"]).success();
}

#[test]
fn a_stack_reads_what_another_stack_puts_out() {
    let Some(terraform) = terraform() else { return };
    let (app, folder) = app();
    let state = folder.path().join("network.tfstate").display().to_string();
    let at = || LocalBackend { path: state.as_str().into(), ..LocalBackend::default() };

    let network = app.stack("network");
    network.backend(at()).unwrap();
    network.output("vpc_id", "vpc-${1}").unwrap();

    let site = app.stack("site");
    let network = site.remote_state("network", at()).unwrap();
    let known = StoredState::new(at()).workspace("default").default("zone", "eu").default("vpc_id", "none");
    let known = site.scope("inner").remote_state("network", known).unwrap();
    site.output("vpc_id", network.output::<String>("vpc_id")).unwrap();
    let both = [known.output::<String>("zone"), known.output("vpc_id")];
    site.output("both", Value::<ferroform::List<String>>::from(both)).unwrap();
    app.synth().unwrap();

    for stack in ["network", "site"] {
        let folder = app.outdir().join("stacks").join(stack);
        terraform.run(&folder, &["init"]).success();
        terraform.run(&folder, &["apply", "-auto-approve"]).success();
    }
    let outputs = terraform.run(&app.outdir().join("stacks/site"), &["output", "-json"]).success().stdout;
    let outputs: serde_json::Value = serde_json::from_str(&outputs).unwrap();
    assert_eq!(outputs["vpc_id"]["value"], "vpc-${1}");
    assert_eq!(outputs["both"]["value"], serde_json::json!(["eu", "vpc-${1}"]));
}
