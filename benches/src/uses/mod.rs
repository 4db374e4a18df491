//! What it costs to use the bindings of AWS: ours, the peer's prebuilt ones, and as a floor the library alone.

mod node;
mod python;
mod typescript;

use std::path::Path;

use ferroform_tests::{Project, ferroform, run, shared};

use crate::peer::Peer;
use crate::prebuilt::Prebuilt;

/// Measures interpreters and compilers that read bindings. Programs name resources, so AWS's own schema is needed.
pub fn measure(schema: &Path, peer: Option<&Peer>) {
    if shared().is_none() {
        println!("skipped: no AWS schema, which is looked for in FERROFORM_SHARED and ../shared");
        return;
    }
    let Some(prebuilt) = Prebuilt::install() else { return };
    python::measure(schema, &prebuilt);
    node::measure(schema, &prebuilt);
    typescript::measure(schema, &prebuilt, peer);
}

/// A project with bindings in the folder `bindings`; `option` says for which language.
fn bindings(schema: &Path, option: &str) -> Project {
    let project = Project::new();
    let mut generate = ferroform();
    generate.arg("generate").arg("--schema").arg(schema).arg(option).arg(project.path().join("bindings"));
    run(&mut generate).success();
    project
}
