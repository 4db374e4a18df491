//! How a generated crate names the `ferroform` crate that it stands on.

use std::path::{Component, Path, PathBuf, absolute};

/// The `ferroform` crate of a generated crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dependency {
    /// The published one, of this version of Ferroform.
    Published,
    /// One in a folder, as `Cargo.toml` names it.
    Path(String),
}

impl Dependency {
    /// A local `ferroform` for a crate in `folder`: named from there, so that the two can be committed together.
    #[must_use]
    pub fn local(runtime: &Path, folder: &Path) -> Self {
        let runtime = plain(runtime);
        let folder = plain(folder);
        let shared =
            runtime.components().zip(folder.components()).take_while(|(left, right)| left == right).count();
        let path = if shared < 2 {
            // They have nothing but the root of the file system in common.
            runtime
        } else {
            let up = folder.components().skip(shared).map(|_| Component::ParentDir);
            up.chain(runtime.components().skip(shared)).collect()
        };
        Self::Path(path.to_string_lossy().replace('\\', "/"))
    }

    /// The value of the dependency's key in `Cargo.toml`.
    pub(super) fn value(&self) -> String {
        match self {
            Self::Published => format!("\"{}\"", env!("CARGO_PKG_VERSION")),
            // A JSON string is a TOML string.
            Self::Path(path) => format!("{{ path = {} }}", serde_json::Value::from(path.as_str())),
        }
    }
}

/// The absolute path, without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in absolute(path).unwrap_or_else(|_| path.to_owned()).components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(runtime: &str, folder: &str) -> String {
        Dependency::local(Path::new(runtime), Path::new(folder)).value()
    }

    #[test]
    fn a_local_runtime_is_named_from_the_crate() {
        assert_eq!(local("runtime", "generated/rust/aws"), r#"{ path = "../../../runtime" }"#);
        assert_eq!(local("./a/../runtime", "out"), r#"{ path = "../runtime" }"#);
        assert_eq!(local("/srv/runtime", "/home/me/out"), r#"{ path = "/srv/runtime" }"#);
    }

    #[test]
    fn the_published_runtime_is_of_the_same_version() {
        assert_eq!(Dependency::Published.value(), format!("\"{}\"", env!("CARGO_PKG_VERSION")));
    }
}
