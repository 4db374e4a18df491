//! Node: how long loading a module takes, and a program of a thousand resources.

use std::path::Path;
use std::process::Command;

use ferroform_tests::{Project, node};

use super::bindings;
use crate::measure::in_turn;
use crate::prebuilt::Prebuilt;
use crate::row;

const OURS: &str = "./bindings/providers/aws";

pub fn measure(schema: &Path, prebuilt: &Prebuilt) {
    let Some(node) = node() else { return };
    let ours = bindings(schema, "--typescript-out");
    node.link(&ours);
    let peer = Project::new();
    prebuilt.node.link(&peer);
    loading(&ours, &peer);
    resources(&ours, &peer);
}

/// The peer's modules are in a folder of the package.
fn peer_modules() -> String {
    format!("{}/lib", Prebuilt::TYPESCRIPT)
}

/// One construct's module, and cdktn alone.
fn loading(ours: &Project, peer: &Project) {
    let load = |project: &Project, module: &str| {
        let mut command = Command::new("node");
        command.args(["-e", &format!("require(\"{module}\")")]).current_dir(project.path());
        command
    };
    let [floor, ours, peer] = in_turn(&[
        load(ours, "cdktn"),
        load(ours, &format!("{OURS}/vpc")),
        load(peer, &format!("{}/vpc", peer_modules())),
    ]);
    row("Node: `require(\"cdktn\")`", &floor);
    row("Node: `require` of one resource", &ours);
    row("Node: the same of `@cdktn/provider-aws`", &peer);
}

fn resources(ours: &Project, peer: &Project) {
    let program = |project: &Project, bindings: &str| {
        let text = include_str!("../../programs/resources.js").replace("BINDINGS", bindings);
        let mut command = Command::new("node");
        command.arg(project.write("resources.js", &text)).current_dir(project.path());
        command
    };
    let [ours, peer] = in_turn(&[program(ours, OURS), program(peer, &peer_modules())]);
    row("Node: 1,000 resources synthesized", &ours);
    row("Node: the same with `@cdktn/provider-aws`", &peer);
}
