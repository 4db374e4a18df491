//! A stack as it is written.

use std::path::Path;

use crate::annotation::Annotation;
use crate::json::Json;
use crate::{Error, Stack, Violation};

impl Stack {
    /// The stack in Terraform's JSON configuration syntax, as [`crate::App::synth`] writes it: for tests without files.
    ///
    /// # Errors
    ///
    /// What keeps the stack from being synthesized.
    pub fn to_json(&self) -> Result<String, Error> {
        Ok(format!("{}\n", self.synthesized()?))
    }

    /// The queries of the stack, as [`crate::App::synth`] writes them to `cdk.tfquery.json`; `None` where there are none.
    #[must_use]
    pub fn query_json(&self) -> Option<String> {
        self.configuration().queries().map(|queries| format!("{queries}\n"))
    }

    /// Every rule of severity warning that is broken, with the address of the construct that breaks it. Those of severity error
    /// were returned where the construct was declared.
    #[must_use]
    pub fn violations(&self) -> Vec<(String, Violation)> {
        self.configuration().violations.clone()
    }

    /// What to print when the stack is synthesized: a line each.
    pub(crate) fn warnings(&self) -> Vec<String> {
        let configuration = self.configuration();
        let annotations = configuration.annotations.iter().map(ToString::to_string);
        let violations = configuration.violations.iter().map(|(address, violation)| {
            let Violation { severity, path, found, allowed, source, .. } = violation;
            format!("{severity}: {address}: {path}: found {found}, allowed: {allowed} (from {source})")
        });
        annotations.chain(violations).collect()
    }

    /// The annotations in the app's manifest.
    pub(crate) fn annotations(&self) -> Json {
        Json::Array(self.configuration().annotations.iter().map(Annotation::to_json).collect())
    }

    /// Keeps the state in a folder, unless the program says where.
    pub(crate) fn keep_state_in(&self, folder: &Path) {
        if self.reserve("terraform.backend").is_ok() {
            let path = folder.join(format!("terraform.{}.tfstate", self.name()));
            let path = Json::String(path.to_string_lossy().into_owned());
            self.configuration().insert(&["terraform", "backend", "local", "path"], path);
        }
    }

    pub(crate) fn synthesized(&self) -> Result<Json, Error> {
        self.configuration().to_json(self.name())
    }
}
