//! References between stacks, as the peer makes them: an output of one, read from its state in the other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

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
/// References into stacks of another app, into stacks that keep their state where it cannot be read, or whose outputs or
/// remote states would have a name that something else has; stacks that wait for each other. Nothing is declared then.
pub(crate) fn link(stacks: &[Stack]) -> Result<(), Error> {
    let mut errors = circles(stacks);
    let (mut names, mut links) = (Names::default(), Vec::new());
    for home in stacks {
        let reads = home.configuration().reads().to_vec();
        for read in reads {
            match Link::new(stacks, home, &read, &mut names) {
                Ok(link) => links.push(link),
                Err(reason) => errors.push(Error::CrossStack {
                    address: read.address,
                    stack: home.name().to_owned(),
                    other: read.stack.name().to_owned(),
                    reference: read.path,
                    reason,
                }),
            }
        }
    }
    if let Some(error) = Error::several(errors) {
        return Err(error);
    }
    links.into_iter().for_each(Link::declare);
    Ok(())
}

/// The stacks that a stack reads from, which have to be applied before it.
pub(crate) fn dependencies(stack: &Stack) -> BTreeSet<String> {
    stack.configuration().reads().iter().map(|read| read.stack.name().to_owned()).collect()
}

/// What one reference needs in the two stacks.
struct Link<'a> {
    other: &'a Stack,
    output: String,
    value: Json,
    home: &'a Stack,
    state: String,
    stored: Json,
}

impl<'a> Link<'a> {
    fn new(stacks: &'a [Stack], home: &'a Stack, read: &Read, names: &mut Names) -> Result<Self, String> {
        let other = stacks.iter().find(|other| *other.identity() == read.stack);
        let other = other.ok_or("it is a stack of another app")?;
        let stored = stored(other)
            .ok_or("HCP Terraform keeps its state, so read its outputs with `Scope::remote_state`")?;
        if read.path.starts_with("ephemeral.") {
            return Err("ephemeral values are kept in no state".to_owned());
        }
        let (output, state) = (output(&read.path), state(other.name()));
        names.claim(other, &format!("output.{output}"), &read.path)?;
        names.claim(home, &format!("data.terraform_remote_state.{state}"), other.name())?;
        let value = Json::String(format!("${{{}}}", read.path));
        Ok(Self { other, output, value, home, state, stored })
    }

    fn declare(self) {
        let block = Json::block([("sensitive", Json::Bool(true)), ("value", self.value)]);
        self.other.configuration().insert(&["output", &self.output], block);
        self.home.configuration().insert(&["data", "terraform_remote_state", &self.state], self.stored);
    }
}

/// What each name stands for in its stack. The peer's names leave characters out, so two things may come to one name.
#[derive(Default)]
struct Names(BTreeMap<(String, String), String>);

impl Names {
    fn claim(&mut self, stack: &Stack, address: &str, of: &str) -> Result<(), String> {
        let name = stack.name();
        if stack.configuration().has(address) {
            return Err(format!("`{address}` in stack `{name}` is the program's own; call that differently"));
        }
        let first = self.0.entry((name.to_owned(), address.to_owned())).or_insert_with(|| of.to_owned());
        if first == of {
            return Ok(());
        }
        Err(format!("`{address}` in stack `{name}` would stand for both `{first}` and `{of}`; rename one"))
    }
}

/// Stacks that wait for each other: none of them could be the first to be applied.
fn circles(stacks: &[Stack]) -> Vec<Error> {
    let waits: BTreeMap<String, BTreeSet<String>> =
        stacks.iter().map(|stack| (stack.name().to_owned(), dependencies(stack))).collect();
    let (mut done, mut errors) = (BTreeSet::new(), Vec::new());
    for stack in waits.keys() {
        walk(stack, &waits, &mut Vec::new(), &mut done, &mut errors);
    }
    errors
}

fn walk<'a>(
    stack: &'a str,
    waits: &'a BTreeMap<String, BTreeSet<String>>,
    path: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
    errors: &mut Vec<Error>,
) {
    if let Some(start) = path.iter().position(|earlier| *earlier == stack) {
        let circle = path[start..].iter().chain([&stack]).map(|stack| (*stack).to_owned());
        errors.push(Error::Circle { stacks: circle.collect() });
        return;
    }
    if done.contains(stack) {
        return;
    }
    path.push(stack);
    for other in waits.get(stack).into_iter().flatten() {
        walk(other, waits, path, done, errors);
    }
    path.pop();
    done.insert(stack);
}

/// How another stack reads this one's state; `None` where it is kept by HCP Terraform.
fn stored(stack: &Stack) -> Option<Json> {
    let configuration = stack.configuration();
    if configuration.object(&["terraform", "cloud"]).is_some() {
        return None;
    }
    let backend = configuration.object(&["terraform", "backend"]).and_then(|backends| backends.iter().next());
    let (backend, mut config) = match backend {
        // What a backend says is taken literally, what a data source says is evaluated.
        Some((backend, Json::Object(config))) => {
            let evaluated = config.iter().map(|(key, value)| (key.clone(), value.escaped()));
            (backend.as_str(), evaluated.collect())
        }
        _ => ("local", BTreeMap::new()),
    };
    if backend == "local" {
        // Terraform reads paths from the stack's folder, which is beside that of the other.
        config.entry("path".to_owned()).or_insert_with(|| Json::from("terraform.tfstate"));
        for path in config.values_mut() {
            if let Json::String(path) = path
                && !Path::new(path.as_str()).is_absolute()
            {
                *path = format!("../{}/{path}", stack.name());
            }
        }
    }
    Some(Json::block([("backend", Json::from(backend)), ("config", Json::Object(config))]))
}
