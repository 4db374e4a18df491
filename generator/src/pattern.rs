//! Globs over what a provider has, as `--only` and [`crate::Config`] take them.

use globset::{Error, Glob, GlobMatcher};

use crate::model::ConstructKind;

/// A glob over type names, or over paths that begin with one, of any kind of construct or of one.
#[derive(Debug)]
pub struct Pattern {
    kind: Option<ConstructKind>,
    glob: GlobMatcher,
}

impl Pattern {
    /// Reads `aws_vpc*`, `data.aws_ami`, `aws_instance.*`.
    pub fn new(text: &str) -> Result<Self, Error> {
        let (kind, glob) = match text.split_once('.') {
            Some(("resource", glob)) => (Some(ConstructKind::Resource), glob),
            Some(("data", glob)) => (Some(ConstructKind::DataSource), glob),
            Some(("ephemeral", glob)) => (Some(ConstructKind::EphemeralResource), glob),
            _ => (None, text),
        };
        Ok(Self { kind, glob: Glob::new(glob)?.compile_matcher() })
    }

    /// Whether constructs of this kind are meant.
    pub fn is_of(&self, kind: ConstructKind) -> bool {
        self.kind.is_none_or(|own| own == kind)
    }

    /// Whether a type name or path is meant, if its kind is.
    pub fn is_match(&self, text: &str) -> bool {
        self.glob.is_match(text)
    }

    /// The glob without the kind.
    pub fn glob(&self) -> &str {
        self.glob.glob().glob()
    }
}
