//! `tsc --strict`, no declaration skipped: a program with one resource, through its module and through the barrel.

use std::path::Path;
use std::process::Command;

use ferroform_tests::{Node, Project, node, run};

use super::bindings;
use crate::measure::in_turn;
use crate::peer::Peer;
use crate::prebuilt::Prebuilt;
use crate::row;

const PROVIDER: &str = "./bindings/providers/aws";

pub fn measure(schema: &Path, prebuilt: &Prebuilt, peer: Option<&Peer>) {
    let Some(node) = node() else { return };
    let ours = || bindings(schema, "--typescript-out");
    let floor = program(Project::new(), &node, "export * from \"cdktn\";\n");
    let one = program(ours(), &node, &format!("export * from \"{PROVIDER}/vpc\";\n"));
    let barrel = |provider: &str| {
        format!("import {{ vpc }} from \"{provider}\";\nexport const name = vpc.Vpc.tfResourceType;\n")
    };
    let whole = program(ours(), &node, &barrel(PROVIDER));
    let prebuilt_whole = program(Project::new(), &prebuilt.node, &barrel(Prebuilt::TYPESCRIPT));
    let [floor, one, whole, prebuilt_whole] = in_turn(&[
        check(&floor, &node),
        check(&one, &node),
        check(&whole, &node),
        check(&prebuilt_whole, &prebuilt.node),
    ]);
    row("`tsc` of a program with cdktn alone", &floor);
    row("`tsc` of a program with one resource", &one);
    if let Some(peer) = peer {
        let project = Project::new();
        run(&mut peer.generate(schema, &project.path().join("bindings"))).success();
        let project = program(project, &node, &format!("export * from \"{PROVIDER}/vpc\";\n"));
        let [theirs] = in_turn(&[check(&project, &node)]);
        row("`tsc` of the same with what `cdktn get` writes", &theirs);
    }
    row("`tsc` of one resource through the barrel", &whole);
    row("`tsc` of the same with `@cdktn/provider-aws`", &prebuilt_whole);
}

fn program(project: Project, node: &Node, text: &str) -> Project {
    node.link(&project);
    project.write("main.ts", text);
    project
}

fn check(project: &Project, node: &Node) -> Command {
    node.tsc_command(project, &["main.ts"])
}
