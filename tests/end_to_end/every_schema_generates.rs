//! Every real schema at hand goes through all four outputs, and comes out the same twice.

use std::fs;
use std::path::{Path, PathBuf};

use ferroform_tests::{Finished, Project, ferroform, root, run, shared};

#[test]
fn schemas_of_the_repository() {
    generates(&root().join("schemas/aws-apigatewayv2.json"));
    generates(&root().join("schemas/terraform.json"));
}

#[test]
fn schemas_of_real_providers() {
    let Some(shared) = shared() else { return };
    let files =
        json_files(&shared.join("corpus/schemas")).chain(json_files(&shared.join("corpus/recovered")));
    let generated = files.map(|schema| generates(&schema)).count();
    assert!(generated >= 20, "{generated} schemas");
}

fn json_files(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_some_and(|extension| extension == "json"))
}

fn generates(schema: &Path) {
    let project = Project::new();
    generate(schema, &project, &[]).success();
    generate(schema, &project, &["--check"]).success();
}

fn generate(schema: &Path, project: &Project, more: &[&str]) -> Finished {
    let mut command = ferroform();
    command.current_dir(project.path()).arg("generate").args(more).arg("--schema").arg(schema);
    for output in ["rust", "python", "typescript", "docs"] {
        command.arg(format!("--{output}-out")).arg(output);
    }
    run(&mut command)
}
