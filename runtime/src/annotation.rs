//! What a program says about its constructs when it is synthesized.

use std::fmt;

use crate::Scope;
use crate::json::Json;

/// How grave an annotation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Info,
    Warning,
    Error,
}

/// A message about a scope or a construct.
#[derive(Debug, Clone)]
pub(crate) struct Annotation {
    pub(crate) level: Level,
    /// The path from the stack, such as `network/subnet`.
    pub(crate) path: String,
    pub(crate) message: String,
}

impl Annotation {
    /// What the `cdktn` command reads from the manifest; it knows the levels by the peer's names.
    pub(crate) fn to_json(&self) -> Json {
        let level = match self.level {
            Level::Info => "@cdktf/info",
            Level::Warning => "@cdktf/warn",
            Level::Error => "@cdktf/error",
        };
        Json::block([
            ("constructPath", Json::from(self.path.as_str())),
            ("level", Json::from(level)),
            ("message", Json::from(self.message.as_str())),
        ])
    }
}

impl fmt::Display for Annotation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.level {
            Level::Info => "info",
            Level::Warning => "warning",
            Level::Error => "error",
        };
        write!(formatter, "{level}: {}: {}", self.path, self.message)
    }
}

impl Scope {
    /// Has the message printed when the app is synthesized.
    pub fn add_info(&self, message: impl Into<String>) {
        self.annotate(Level::Info, message.into());
    }

    /// Has the message printed as a warning when the app is synthesized.
    pub fn add_warning(&self, message: impl Into<String>) {
        self.annotate(Level::Warning, message.into());
    }

    /// Makes synthesis fail with the message, among all others.
    pub fn add_error(&self, message: impl Into<String>) {
        self.annotate(Level::Error, message.into());
    }

    fn annotate(&self, level: Level, message: String) {
        let path = self.path_of(None);
        self.configuration().annotations.push(Annotation { level, path, message });
    }
}
