//! References between stacks, as the peer makes them: an output of one, read from its state in the other.

use std::collections::BTreeSet;

use crate::cross_stack_name::{output, state};
use crate::expression::StackIdentity;
use crate::json::Json;
use crate::{Error, Stack};

/// Something that a stack reads from another.
#[derive(Clone)]
pub(crate) struct Read {
    pub(crate) stack: StackIdentity,
    /// What it reads there, such as `aws_vpc.main.id`.
    pub(crate) path: String,
    /// Where it reads it.
    pub(crate) address: String,
}

/// Declares the outputs and remote states that references between the stacks of an app need.
///
/// # Errors
///
/// References into stacks of another app, or into stacks that keep their state where it cannot be read.
pub(crate) fn link(stacks: &[Stack]) -> Result<(), Error> {
    let mut errors = Vec::new();
    for home in stacks {
        let reads = home.configuration().reads().to_vec();
        for Read { stack, path, address } in reads {
            let other = stacks.iter().find(|other| *other.identity() == stack);
            let Some((other, state_block)) = other.and_then(|other| Some((other, stored(other)?))) else {
                let (other, stack) = (stack.name().to_owned(), home.name().to_owned());
                errors.push(Error::OtherStack { address, stack, other, reference: path });
                continue;
            };
            let block = Json::block([
                ("sensitive", Json::Bool(true)),
                ("value", Json::String(format!("${{{path}}}"))),
            ]);
            other.configuration().insert(&["output", &output(&path)], block);
            let labels = ["data", "terraform_remote_state", &state(other.name())];
            home.configuration().insert(&labels, state_block);
        }
    }
    Error::several(errors).map_or(Ok(()), Err)
}

/// The stacks that a stack reads from, which have to be applied before it.
pub(crate) fn dependencies(stack: &Stack) -> BTreeSet<String> {
    stack.configuration().reads().iter().map(|read| read.stack.name().to_owned()).collect()
}

/// How another stack reads this one's state; `None` where it is kept by HCP Terraform.
fn stored(stack: &Stack) -> Option<Json> {
    let configuration = stack.configuration();
    if configuration.object(&["terraform", "cloud"]).is_some() {
        return None;
    }
    let backend = configuration.object(&["terraform", "backend"]).and_then(|backends| backends.iter().next());
    let (backend, config) = backend.map_or_else(
        || {
            // Terraform keeps it in the stack's folder, which is beside that of the other.
            let path = Json::String(format!("../{}/terraform.tfstate", stack.name()));
            ("local", Json::block([("path", path)]))
        },
        |(backend, config)| (backend.as_str(), config.clone()),
    );
    Some(Json::block([("backend", Json::from(backend)), ("config", config)]))
}
