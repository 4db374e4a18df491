//! One module per output. The logic is here, the text in `templates/`.

pub mod constraint;
pub mod docs;
pub mod import_id;
pub mod link;
pub mod python;
pub mod rust;
pub mod table;
pub mod typescript;

use crate::model::{Construct, ConstructKind, Provider};

/// What every emitter is given.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The whole provider: names are decided on it, whatever is selected.
    pub provider: &'a Provider,
    /// Indices into [`Provider::constructs`] of what is to be written, ascending.
    pub selected: &'a [usize],
    /// Which of the two runtimes the Python and TypeScript bindings stand on.
    pub runtime: Runtime,
}

/// The npm and PyPI package that Python and TypeScript bindings stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Runtime {
    /// `cdktn`, CDK Terrain.
    #[default]
    Cdktn,
    /// `cdktf`, the archived original.
    Cdktf,
}

impl Runtime {
    /// The package's name, the same on npm and on PyPI.
    #[must_use]
    pub fn package(self) -> &'static str {
        match self {
            Self::Cdktn => "cdktn",
            Self::Cdktf => "cdktf",
        }
    }

    /// Whether the package has constructs of a kind: `cdktf` was archived before it had ephemeral resources.
    #[must_use]
    pub fn has(self, kind: ConstructKind) -> bool {
        self == Self::Cdktn || kind != ConstructKind::EphemeralResource
    }

    /// Whether the package calls functions of providers: `cdktf` was archived before it could.
    #[must_use]
    pub fn has_provider_functions(self) -> bool {
        self == Self::Cdktn
    }
}

impl<'a> Input<'a> {
    /// The selected constructs with their indices.
    pub fn constructs(self) -> impl Iterator<Item = (usize, &'a Construct)> {
        self.selected.iter().map(move |&index| (index, &self.provider.constructs[index]))
    }
}
