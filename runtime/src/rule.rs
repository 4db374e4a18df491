//! What a rule checks, and what a violation of one tells.

use std::fmt;

/// A rule on a field, as a `#[tf(…)]` attribute states it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rule {
    pub(crate) check: Check,
    pub(crate) severity: Severity,
    pub(crate) source: Source,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Check {
    OneOf(Vec<String>),
    Range(Bounds),
    Length(Bounds),
    Pattern(String),
    MinItems(usize),
    MaxItems(usize),
    ConflictsWith(Vec<String>),
    ExactlyOneOf(Vec<String>),
    AtLeastOneOf(Vec<String>),
    RequiredWith(Vec<String>),
}

/// Inclusive bounds, open where there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bounds {
    pub(crate) min: Option<f64>,
    pub(crate) max: Option<f64>,
}

/// What a violation of a rule does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It stops the program.
    Error,
    /// It is printed when the app is synthesized.
    Warning,
}

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The provider's schema.
    Schema,
    /// The provider's documentation, which lags behind services.
    Docs,
    /// A person who wrote an override for generated code.
    Override,
    /// The struct in the program's own code.
    Declared,
    /// Terraform itself, whatever the provider.
    Terraform,
}

/// A value that a rule forbids.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Whether it stops the program.
    pub severity: Severity,
    /// The value's place in Terraform's own form, such as `rule[0].action.type`.
    pub path: String,
    /// What is there; `(sensitive)` where it must not be shown.
    pub found: String,
    /// What may be there.
    pub allowed: String,
    /// Where the rule comes from.
    pub source: Source,
}

impl Check {
    /// The paths that it names.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        let paths: &[String] = match self {
            Self::ConflictsWith(paths)
            | Self::ExactlyOneOf(paths)
            | Self::AtLeastOneOf(paths)
            | Self::RequiredWith(paths) => paths,
            _ => &[],
        };
        paths.iter().map(String::as_str)
    }
}

impl Bounds {
    pub(crate) fn hold(self, number: f64) -> bool {
        self.min.is_none_or(|min| number >= min) && self.max.is_none_or(|max| number <= max)
    }
}

/// `10 to 100`, `at least 10`, `at most 100`.
impl fmt::Display for Bounds {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.min, self.max) {
            (Some(min), Some(max)) => write!(formatter, "{min} to {max}"),
            (Some(min), None) => write!(formatter, "at least {min}"),
            (None, Some(max)) => write!(formatter, "at most {max}"),
            (None, None) => formatter.write_str("any"),
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

impl fmt::Display for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Schema => "the provider's schema",
            Self::Docs => "the provider's documentation",
            Self::Override => "an override",
            Self::Declared => "the struct",
            Self::Terraform => "Terraform",
        })
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { severity, path, found, allowed, source } = self;
        write!(formatter, "{severity}: {path}: found {found}, allowed: {allowed} (from {source})")
    }
}
