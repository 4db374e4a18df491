//! What can be wrong with a program.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::{ImportIdError, Violation};

/// Why something was not declared or an app not synthesized.
#[non_exhaustive]
pub enum Error {
    /// Values break rules. Warnings that were found beside the errors are listed, too.
    Invalid {
        /// The construct, such as `aws_vpc.main`.
        address: String,
        /// Every violation.
        violations: Vec<Violation>,
    },
    /// A name cannot be used.
    Name {
        /// The name as the program gives it.
        name: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Two declarations have the same address in a stack.
    Duplicate {
        /// The stack.
        stack: String,
        /// The address, such as `aws_vpc.main`.
        address: String,
    },
    /// A construct refers to something in another stack.
    OtherStack {
        /// The construct that refers.
        address: String,
        /// The stack that the construct is in.
        stack: String,
        /// The stack that the reference leads to.
        other: String,
        /// What it refers to there.
        reference: String,
    },
    /// A construct refers to something in another stack that cannot be read from its state.
    CrossStack {
        /// The construct that refers.
        address: String,
        /// The stack that the construct is in.
        stack: String,
        /// The stack that the reference leads to.
        other: String,
        /// What it refers to there.
        reference: String,
        /// Why it cannot be read.
        reason: String,
    },
    /// Stacks refer to each other, so that none of them can be applied first.
    Circle {
        /// The stacks, each followed by one that it reads from; the first one again at the end.
        stacks: Vec<String>,
    },
    /// An expression stands where Terraform evaluates none.
    Unknown {
        /// Where it stands.
        address: String,
        /// What has to be known.
        what: String,
        /// What the expression is about: an address, or the first name in it. All of it may hold secrets.
        expression: String,
    },
    /// Something needs a newer Terraform than the oldest one that the stack's `required_version` allows.
    TerraformVersion {
        /// Where it stands.
        address: String,
        /// What it is.
        feature: String,
        /// The first version that has it.
        since: String,
        /// The stack's constraint.
        required: String,
    },
    /// A construct's provider is neither configured nor required in its stack.
    NoProvider {
        /// The provider's local name.
        provider: String,
        /// The first construct that uses it.
        address: String,
    },
    /// An error that the program added with [`crate::Scope::add_error`].
    Annotated {
        /// The scope that it is about.
        path: String,
        /// What the program says.
        message: String,
    },
    /// An import ID could not be read.
    ImportId(ImportIdError),
    /// A file could not be written.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Several things at once.
    Several(Vec<Error>),
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid { address, violations } => {
                let plural = if violations.len() == 1 { "" } else { "s" };
                write!(formatter, "{address} has {} violation{plural}:", violations.len())?;
                violations.iter().try_for_each(|violation| write!(formatter, "\n  {violation}"))
            }
            Self::Name { name, reason } => write!(formatter, "the name `{name}` cannot be used: {reason}"),
            Self::Duplicate { stack, address } => {
                write!(
                    formatter,
                    "stack `{stack}` already has `{address}`: each needs a name of its own in its scope"
                )
            }
            Self::OtherStack { address, stack, other, reference } => write!(
                formatter,
                "{address} in stack `{stack}` refers to `{reference}`, which is in stack `{other}`"
            ),
            Self::CrossStack { address, stack, other, reference, reason } => write!(
                formatter,
                "{address} in stack `{stack}` cannot read `{reference}` of stack `{other}`: {reason}"
            ),
            Self::Circle { stacks } => {
                let circle = stacks.iter().map(|stack| format!("`{stack}`")).collect::<Vec<_>>().join(" → ");
                write!(
                    formatter,
                    "stacks read from each other in a circle, so none can be applied first: {circle}"
                )
            }
            Self::Unknown { address, what, expression } => write!(
                formatter,
                "{address}: {what} has to be known, since Terraform evaluates nothing there; found `{expression}`"
            ),
            Self::TerraformVersion { address, feature, since, required } => write!(
                formatter,
                "{address}: {feature} needs Terraform {since}, and the stack's required_version `{required}` \
                 allows older ones"
            ),
            Self::NoProvider { provider, address } => write!(
                formatter,
                "{address} needs the provider `{provider}`: configure it with `stack.provider(…)`, or say where it is \
                 with `stack.required_provider(\"{provider}\", …)`"
            ),
            Self::Annotated { path, message } => write!(formatter, "{path}: {message}"),
            Self::ImportId(error) => error.fmt(formatter),
            Self::Io { path, source } => write!(formatter, "{}: {source}", path.display()),
            Self::Several(errors) => errors.iter().enumerate().try_for_each(|(index, error)| {
                write!(formatter, "{}{error}", if index == 0 { "" } else { "\n" })
            }),
        }
    }
}

/// As it is displayed, because `main` prints errors this way.
impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::ImportId(error) => Some(error),
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl Error {
    /// The errors as one; `None` where there is none.
    pub(crate) fn several(mut errors: Vec<Self>) -> Option<Self> {
        if errors.len() > 1 { Some(Self::Several(errors)) } else { errors.pop() }
    }
}

impl From<ImportIdError> for Error {
    fn from(error: ImportIdError) -> Self {
        Self::ImportId(error)
    }
}
