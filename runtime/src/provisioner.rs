//! What Terraform runs once a resource was made, or before it is destroyed.
//!
//! See <https://developer.hashicorp.com/terraform/language/resources/provisioners/syntax>.

use std::collections::BTreeMap;

use crate::connection::Connection;
use crate::json::Json;
use crate::node::Content;
use crate::{Body, List, Map, Value};

/// Runs a command on the machine that runs Terraform.
#[derive(ferroform::Block)]
pub struct LocalExec {
    /// The command, for a shell to interpret. Hand it values through `environment`: in the command itself, a shell would
    /// interpret them, too.
    #[tf(required)]
    pub command: Value<String>,
    /// The folder that it runs in.
    pub working_dir: Value<String>,
    /// The interpreter and its arguments, which the command is added to.
    pub interpreter: Value<List<String>>,
    /// Environment variables.
    pub environment: Value<Map<String>>,
    /// Whether Terraform leaves out the command from what it prints (Terraform 1.4).
    pub quiet: Value<bool>,
}

/// Copies a file or a folder to the machine that a resource is.
#[derive(ferroform::Block)]
pub struct FileProvisioner {
    /// Where it goes on the machine.
    #[tf(required)]
    pub destination: Value<String>,
    /// The file or folder.
    #[tf(exactly_one_of("content"))]
    pub source: Value<String>,
    /// What the file holds.
    #[tf(exactly_one_of("source"))]
    pub content: Value<String>,
}

/// Runs commands or scripts on the machine that a resource is.
#[derive(ferroform::Block)]
pub struct RemoteExec {
    /// Commands, which run one after the other.
    #[tf(exactly_one_of("script", "scripts"))]
    pub inline: Value<List<String>>,
    /// A local script, which is copied and run.
    #[tf(exactly_one_of("inline", "scripts"))]
    pub script: Value<String>,
    /// Local scripts, which are copied and run in this order.
    #[tf(exactly_one_of("inline", "script"))]
    pub scripts: Value<List<String>>,
}

impl RemoteExec {
    /// Runs commands, one after the other.
    pub fn inline(commands: impl Into<Value<List<String>>>) -> Self {
        Self { inline: commands.into(), ..Self::default() }
    }

    /// Copies a local script and runs it.
    pub fn script(path: impl Into<Value<String>>) -> Self {
        Self { script: path.into(), ..Self::default() }
    }

    /// Copies local scripts and runs them in this order.
    pub fn scripts(paths: impl Into<Value<List<String>>>) -> Self {
        Self { scripts: paths.into(), ..Self::default() }
    }
}

/// A provisioner: one of the structs here, and when it runs.
#[derive(Debug, Clone)]
#[must_use = "nothing runs until a resource has it"]
pub struct Provisioner {
    action: Action,
    at_destruction: bool,
    continues: bool,
    connection: Option<Connection>,
}

#[derive(Debug, Clone)]
enum Action {
    LocalExec(LocalExec),
    File(FileProvisioner),
    RemoteExec(RemoteExec),
}

impl Provisioner {
    fn new(action: Action) -> Self {
        Self { action, at_destruction: false, continues: false, connection: None }
    }

    /// Runs it before the resource is destroyed. It may then refer to nothing but the resource itself.
    pub fn when_destroyed(mut self) -> Self {
        self.at_destruction = true;
        self
    }

    /// Goes on where it fails; the resource would be marked as damaged, or not be destroyed, otherwise.
    pub fn continue_on_failure(mut self) -> Self {
        self.continues = true;
        self
    }

    /// Reaches the machine in another way than the resource's other provisioners.
    pub fn connection(mut self, connection: impl Into<Connection>) -> Self {
        self.connection = Some(connection.into());
        self
    }

    /// The label of its block, what it holds, and the connection that it has of its own.
    fn parts(&self) -> (&'static str, Content<'_>, Option<&Connection>) {
        let (kind, content) = match &self.action {
            Action::LocalExec(action) => ("local-exec", action.content()),
            Action::File(action) => ("file", action.content()),
            Action::RemoteExec(action) => ("remote-exec", action.content()),
        };
        (kind, content, self.connection.as_ref())
    }

    /// The contents of the provisioner and of its connection, each with its place in a resource's block.
    pub(crate) fn contents(&self, index: usize) -> impl Iterator<Item = (String, Content<'_>)> {
        let (kind, content, connection) = self.parts();
        let place = format!("provisioner[{index}].{kind}");
        let connection = connection.map(|connection| (format!("{place}.connection"), connection.content()));
        std::iter::once((place, content)).chain(connection)
    }

    pub(crate) fn runs_at_destruction(&self) -> bool {
        self.at_destruction
    }

    /// Whether it needs a Terraform that knows `quiet`.
    pub(crate) fn is_quiet(&self) -> bool {
        matches!(&self.action, Action::LocalExec(action) if !action.quiet.is_unset())
    }

    /// The labelled block, where `body` writes contents.
    pub(crate) fn write(&self, body: &dyn Fn(&Content<'_>) -> BTreeMap<String, Json>) -> Json {
        let (kind, content, connection) = self.parts();
        let mut block = body(&content);
        if self.at_destruction {
            block.insert("when".to_owned(), Json::from("destroy"));
        }
        if self.continues {
            block.insert("on_failure".to_owned(), Json::from("continue"));
        }
        if let Some(connection) = connection {
            block.insert("connection".to_owned(), connection.write(body));
        }
        Json::block([(kind, Json::Object(block))])
    }
}

macro_rules! provisioners {
    ($($name:ident $action:ident;)*) => {
        $(
            impl From<$name> for Provisioner {
                fn from(action: $name) -> Self {
                    Self::new(Action::$action(action))
                }
            }

            impl $name {
                /// As [`Provisioner::when_destroyed`].
                pub fn when_destroyed(self) -> Provisioner {
                    Provisioner::from(self).when_destroyed()
                }

                /// As [`Provisioner::continue_on_failure`].
                pub fn continue_on_failure(self) -> Provisioner {
                    Provisioner::from(self).continue_on_failure()
                }

                /// As [`Provisioner::connection`].
                pub fn connection(self, connection: impl Into<Connection>) -> Provisioner {
                    Provisioner::from(self).connection(connection)
                }
            }
        )*
    };
}

provisioners! {
    LocalExec LocalExec;
    FileProvisioner File;
    RemoteExec RemoteExec;
}
