//! The bindings of AWS that the peer's authors publish: what `cdktn get` writes, compiled.

use std::path::PathBuf;

use ferroform_tests::{Node, Python, node_with, python_with};

/// The published packages, installed.
#[derive(Debug)]
pub struct Prebuilt {
    /// With the npm package `@cdktn/provider-aws`.
    pub node: Node,
    /// With the PyPI package `cdktn-provider-aws`.
    pub python: Python,
}

impl Prebuilt {
    /// What programs import in TypeScript.
    pub const TYPESCRIPT: &str = "@cdktn/provider-aws";
    /// What programs import in Python.
    pub const PYTHON: &str = "cdktn_provider_aws";

    /// Installs the packages; `None`, said aloud, without Node or Python.
    pub fn install() -> Option<Self> {
        let (package, lock) =
            (include_str!("../prebuilt/package.json"), include_str!("../prebuilt/package-lock.json"));
        let node = node_with("prebuilt-npm", package, lock)?;
        Some(Self {
            node,
            python: python_with("prebuilt-python", include_str!("../prebuilt/requirements.txt"))?,
        })
    }

    /// The folder of the PyPI package.
    pub fn python_folder(&self) -> PathBuf {
        self.python.packages().join(Self::PYTHON)
    }
}
