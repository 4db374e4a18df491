//! What the cross-crate tests share: finished commands, tools, projects, and the `ferroform` command.
//!
//! A tool that the machine itself has to bring (Node, Python, Terraform) is an `Option`: where it is missing,
//! the test that asked says so on standard error and passes. Everything else is installed, pinned, into
//! `target/tools`.

#![allow(
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "helpers of tests panic to fail one, and often run a command only to see it succeed"
)]

mod cargo;
mod cdktn_cli;
mod command;
mod conformance;
mod ferroform;
mod install;
mod node;
mod project;
mod proof;
mod python;
mod rust;
mod skip;
mod terraform;

pub use cargo::{cargo, cargo_command, cargo_in, cargo_package};
pub use cdktn_cli::{CdktnCli, cdktn_cli};
pub use command::{Finished, run};
pub use conformance::{Conformance, conforms};
pub use ferroform::ferroform;
pub use node::{Node, node, node_with, npm_packages};
pub use project::{Project, root, shared};
pub use proof::{Edition, Example, Proof, Row, Stage, add_conversions, examples, totals};
pub use python::{Python, python, python_with};
pub use rust::is_reference_rust;
pub use skip::skip;
pub use terraform::{Terraform, terraform};
