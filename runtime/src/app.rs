//! The app, and how it is written.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::json::Json;
use crate::{Error, Stack, cross_stack};

/// A program's stacks. A handle: cloning it is cheap and leads to the same app.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    outdir: PathBuf,
    /// Whether a command such as `cdktn deploy` runs the program.
    is_driven: bool,
    stacks: Mutex<Vec<Stack>>,
}

impl Default for App {
    fn default() -> Self {
        Self::new()
    }
}

impl App {
    /// An app that is written to the folder in the environment variable `CDKTF_OUTDIR`, or else to `cdktf.out`.
    ///
    /// A command such as `cdktn deploy` sets the variable. The state of a stack without a backend is then a file in the current
    /// folder, `terraform.<stack>.tfstate`, as it is for programs in the other languages.
    #[must_use]
    pub fn new() -> Self {
        match std::env::var_os("CDKTF_OUTDIR").filter(|dir| !dir.is_empty()) {
            Some(outdir) => Self::build(outdir.into(), true),
            None => Self::build("cdktf.out".into(), false),
        }
    }

    /// An app that is written to this folder, whatever the environment says.
    #[must_use]
    pub fn with_outdir(outdir: impl Into<PathBuf>) -> Self {
        Self::build(outdir.into(), false)
    }

    fn build(outdir: PathBuf, is_driven: bool) -> Self {
        Self(Arc::new(Inner { outdir, is_driven, stacks: Mutex::default() }))
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
        self.stacks().iter().flat_map(Stack::warnings).collect()
    }

    /// Writes each stack to `stacks/<name>/cdk.tf.json` in the app's folder, and prints warnings to standard error.
    ///
    /// # Errors
    ///
    /// Stacks whose names cannot be used or are used twice, all of them at once, before anything is written;
    /// files that cannot be written.
    pub fn synth(&self) -> Result<(), Error> {
        let stacks = self.stacks();
        if self.0.is_driven {
            // The command empties the folder of a stack, where Terraform would keep its state.
            let folder = std::env::current_dir().unwrap_or_default();
            for stack in &stacks {
                stack.keep_state_in(&folder);
            }
        }
        cross_stack::link(&stacks)?;
        let synthesized = synthesize(&stacks)?;
        for (stack, json) in stacks.iter().zip(synthesized) {
            let folder = self.0.outdir.join("stacks").join(stack.name());
            write(&folder, "cdk.tf.json", &json)?;
            let queries = stack.configuration().queries();
            match queries {
                Some(queries) => write(&folder, QUERIES, &queries)?,
                None => remove(&folder.join(QUERIES))?,
            }
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

/// What each stack is synthesized to.
///
/// A stack's name is the name of a folder, and the peer's tools take no white space in it.
fn synthesize(stacks: &[Stack]) -> Result<Vec<Json>, Error> {
    let (mut seen, mut synthesized, mut errors) = (BTreeSet::new(), Vec::new(), Vec::new());
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
            match stack.synthesized() {
                Ok(json) => synthesized.push(json),
                Err(error) => errors.push(error),
            }
            continue;
        };
        errors.push(Error::Name { name: name.to_owned(), reason: reason.to_owned() });
    }
    Error::several(errors).map_or(Ok(synthesized), Err)
}

/// What `cdktn deploy` and its like read to find the stacks.
fn manifest(stacks: &[Stack]) -> Json {
    let stack = |stack: &Stack| {
        let name = stack.name();
        let dependencies = cross_stack::dependencies(stack).into_iter();
        let entries = Json::block([
            ("annotations", stack.annotations()),
            ("constructPath", Json::from(name)),
            ("dependencies", Json::Array(dependencies.map(Json::String).collect())),
            ("name", Json::from(name)),
            ("synthesizedStackPath", Json::String(format!("stacks/{name}/cdk.tf.json"))),
            ("workingDirectory", Json::String(format!("stacks/{name}"))),
        ]);
        (name.to_owned(), entries)
    };
    Json::block([
        ("stacks", Json::object(stacks.iter().map(stack))),
        ("version", Json::from(env!("CARGO_PKG_VERSION"))),
    ])
}

/// The file for `terraform query`.
const QUERIES: &str = "cdk.tfquery.json";

/// Removes what an earlier run wrote and this one does not.
fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::Io { path: path.to_owned(), source })
        }
        _ => Ok(()),
    }
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
