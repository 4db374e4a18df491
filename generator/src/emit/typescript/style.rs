//! How bindings are written: JavaScript with declarations, or TypeScript alone.

use super::Runtime;

/// How TypeScript bindings are written. A program imports the same names from the same paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// `index.js` with `index.d.ts`: nothing is compiled, and modules load when they are used.
    #[default]
    JavaScript,
    /// `index.ts` alone, for projects that compile with `outDir`: the compiler copies neither `.js` nor `.d.ts` there.
    TypeScript,
}

impl Style {
    /// A file of the runtime, whose `require` and `module.exports` stand on lines of their own.
    pub(super) fn runtime_file(self, name: &str, text: String, runtime: Runtime) -> Option<(String, String)> {
        match self {
            Self::JavaScript => Some((name.to_owned(), text)),
            // Sources import the library themselves.
            Self::TypeScript if name == super::LIBRARY => None,
            Self::TypeScript => Some((
                name.replace(".js", ".ts"),
                text.lines().map(|line| source_line(line, runtime)).collect(),
            )),
        }
    }
}

/// A line of a JavaScript module as one of a TypeScript module that the compiler does not check.
fn source_line(line: &str, runtime: Runtime) -> String {
    let required = || line.strip_prefix("const ")?.strip_suffix("\");")?.split_once(" = require(\"");
    if line == "\"use strict\";" {
        "// @ts-nocheck\n".to_owned()
    } else if let Some(("library", _)) = required() {
        format!("import * as library from \"{}\";\n", runtime.package())
    } else if let Some((names, module)) = required() {
        format!("import {names} from \"{module}\";\n")
    } else if let Some(names) = line.strip_prefix("module.exports = ") {
        format!("export {names}\n")
    } else {
        format!("{line}\n")
    }
}
