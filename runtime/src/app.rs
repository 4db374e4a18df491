//! The app, and how it is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::json::Json;
use crate::scope::State;
use crate::{Error, Stack};

/// A program's stacks. A handle: cloning it is cheap and leads to the same app.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    outdir: PathBuf,
    stacks: Mutex<Vec<Stack>>,
}

impl Default for App {
    fn default() -> Self {
        Self::new()
    }
}

impl App {
    /// An app that is written to the folder in the environment variable `CDKTF_OUTDIR`, or else to `cdktf.out`.
    #[must_use]
    pub fn new() -> Self {
        let outdir = std::env::var_os("CDKTF_OUTDIR").filter(|dir| !dir.is_empty());
        Self::with_outdir(outdir.map_or_else(|| PathBuf::from("cdktf.out"), PathBuf::from))
    }

    /// An app that is written to this folder, whatever the environment says.
    #[must_use]
    pub fn with_outdir(outdir: impl Into<PathBuf>) -> Self {
        Self(Arc::new(Inner { outdir: outdir.into(), stacks: Mutex::default() }))
    }

    /// The folder that the app is written to.
    #[must_use]
    pub fn outdir(&self) -> &Path {
        &self.0.outdir
    }

    /// A new stack. A name that is taken or no folder can have is reported by [`App::synth`].
    #[must_use]
    pub fn stack(&self, name: &str) -> Stack {
        let stack = Stack::new(name);
        self.0.stacks.lock().unwrap_or_else(PoisonError::into_inner).push(stack.clone());
        stack
    }

    /// What [`App::synth`] would print: a line for each warning.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        self.stacks().iter().flat_map(|stack| stack.shared().state().warnings.clone()).collect()
    }

    /// Writes each stack to `stacks/<name>/cdk.tf.json` in the app's folder, and prints warnings to standard error.
    ///
    /// # Errors
    ///
    /// Stacks whose names cannot be used or are used twice, all of them at once, before anything is written;
    /// files that cannot be written.
    pub fn synth(&self) -> Result<(), Error> {
        let stacks = self.stacks();
        check_names(&stacks)?;
        for stack in &stacks {
            let folder = self.0.outdir.join("stacks").join(stack.name());
            write(&folder, "cdk.tf.json", &stack_json(&stack.shared().state()))?;
        }
        write(&self.0.outdir, "manifest.json", &manifest(&stacks))?;
        for warning in self.warnings() {
            eprintln!("{warning}");
        }
        Ok(())
    }

    fn stacks(&self) -> Vec<Stack> {
        self.0.stacks.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl fmt::Debug for App {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("App").field("outdir", &self.0.outdir).field("stacks", &self.stacks()).finish()
    }
}

/// A stack's name is the name of a folder, and the peer's tools take no white space in it.
fn check_names(stacks: &[Stack]) -> Result<(), Error> {
    let mut seen = BTreeSet::new();
    let mut errors = Vec::new();
    for stack in stacks {
        let name = stack.name();
        let forbidden =
            |char: char| char.is_whitespace() || char.is_control() || r#"/\:*?"<>|"#.contains(char);
        let reason = if name.is_empty() || name.chars().all(|char| char == '.') {
            "a stack needs the name of a folder"
        } else if name.contains(forbidden) {
            "a stack's name has no white space and no character that is special in paths"
        } else if !seen.insert(name) {
            "the app has another stack of this name"
        } else {
            continue;
        };
        errors.push(Error::Name { name: name.to_owned(), reason: reason.to_owned() });
    }
    match errors.pop() {
        None => Ok(()),
        Some(only) if errors.is_empty() => Err(only),
        Some(last) => {
            errors.push(last);
            Err(Error::Several(errors))
        }
    }
}

/// The file of a stack.
fn stack_json(state: &State) -> Json {
    let mut root = BTreeMap::new();
    let required: BTreeMap<String, Json> = state
        .required_providers
        .iter()
        .filter_map(|(name, (source, version))| {
            let facts = [("source", source), ("version", version)];
            let facts: BTreeMap<String, Json> = facts
                .into_iter()
                .filter_map(|(key, fact)| fact.map(|fact| (key.to_owned(), Json::from(fact))))
                .collect();
            (!facts.is_empty()).then(|| ((*name).to_owned(), Json::Object(facts)))
        })
        .collect();
    if !required.is_empty() {
        root.insert(
            "terraform".to_owned(),
            Json::object([("required_providers".to_owned(), Json::Object(required))]),
        );
    }
    if !state.providers.is_empty() {
        let providers =
            state.providers.iter().map(|(name, all)| ((*name).to_owned(), Json::Array(all.clone())));
        root.insert("provider".to_owned(), Json::object(providers));
    }
    for (kind, types) in &state.constructs {
        let types = types.iter().map(|(name, all)| ((*name).to_owned(), Json::Object(all.clone())));
        root.insert((*kind).to_owned(), Json::object(types));
    }
    if !state.imports.is_empty() {
        root.insert("import".to_owned(), Json::Array(state.imports.clone()));
    }
    Json::Object(root)
}

/// What `cdktn deploy` and its like read to find the stacks.
fn manifest(stacks: &[Stack]) -> Json {
    let stack = |stack: &Stack| {
        let name = stack.name();
        let entries = [
            ("annotations", Json::Array(Vec::new())),
            ("constructPath", Json::from(name)),
            ("dependencies", Json::Array(Vec::new())),
            ("name", Json::from(name)),
            ("synthesizedStackPath", Json::String(format!("stacks/{name}/cdk.tf.json"))),
            ("workingDirectory", Json::String(format!("stacks/{name}"))),
        ];
        (name.to_owned(), Json::object(entries.map(|(key, value)| (key.to_owned(), value))))
    };
    let entries = [
        ("stacks", Json::object(stacks.iter().map(stack))),
        ("version", Json::from(env!("CARGO_PKG_VERSION"))),
    ];
    Json::object(entries.map(|(key, value)| (key.to_owned(), value)))
}

/// Writes a file whole or not at all.
fn write(folder: &Path, name: &str, json: &Json) -> Result<(), Error> {
    let attempt = |path: &Path, result: std::io::Result<()>| {
        result.map_err(|source| Error::Io { path: path.to_owned(), source })
    };
    attempt(folder, fs::create_dir_all(folder))?;
    let staged = folder.join(format!(".{name}.{}", std::process::id()));
    attempt(&staged, fs::write(&staged, format!("{json}\n")))?;
    let path = folder.join(name);
    attempt(&path, fs::rename(&staged, &path))
}
