//! What a person decided about facts that documentation states: that one is wrong, or sure.

use std::collections::BTreeMap;
use std::path::Path;

use super::{ConstructFacts, Facts, FieldFacts};
use crate::Problem;
use crate::model::{Check, ConstructKind, Import, Rule, Severity};

/// Facts of fields that an override can speak of beside rules, as it calls them.
const FACTS: &[&str] = &["description", "default", "deprecated", "forces_new"];

/// What an override calls the formats of import IDs.
const IMPORT_ID: &str = "import_id";

/// A decision about one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Where in the overrides file it stands.
    pub place: String,
    /// The fact.
    pub fact: String,
    /// What is to become of it.
    pub verdict: Verdict,
}

/// What is to become of a fact that documentation states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is wrong.
    Remove,
    /// It is sure: to break the rule is an error.
    Promote,
}

impl Verdict {
    /// The facts that it can be about: of a field, or of a construct.
    #[must_use]
    pub fn facts(self, of_field: bool) -> Vec<&'static str> {
        match (self, of_field) {
            (Self::Remove, true) => Check::TERMS.iter().chain(FACTS).copied().collect(),
            (Self::Promote, true) => Check::TERMS.to_vec(),
            (Self::Remove, false) => vec![IMPORT_ID],
            (Self::Promote, false) => Vec::new(),
        }
    }
}

impl Facts {
    /// Adds what documentation states, where nobody decided otherwise.
    ///
    /// # Errors
    ///
    /// Decisions about what documentation does not state.
    pub fn add_docs(
        &mut self,
        mut docs: BTreeMap<(ConstructKind, String), ConstructFacts>,
    ) -> Result<(), Vec<Problem>> {
        let mut problems = Vec::new();
        for (key, known) in &self.constructs {
            let mut nothing = ConstructFacts::default();
            let stated = docs.get_mut(key).unwrap_or(&mut nothing);
            for decision in &known.decisions {
                decision.carry_out(stated.decide(decision), &self.file, &mut problems);
            }
            for (path, known) in &known.fields {
                let mut nothing = FieldFacts::default();
                let stated = stated.fields.get_mut(path).unwrap_or(&mut nothing);
                for decision in &known.decisions {
                    decision.carry_out(stated.decide(decision), &self.file, &mut problems);
                }
            }
        }
        for (construct, stated) in docs {
            self.constructs.entry(construct).or_default().add(stated);
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }
}

impl Decision {
    fn carry_out(&self, applies: bool, file: &Path, problems: &mut Vec<Problem>) {
        if !applies {
            let message = format!("the documentation states no `{}` for it", self.fact);
            let help = "take the word away, or give the pages that state it with --docs";
            problems.push(Problem::new(file, message).at(self.place.clone()).help(help));
        }
    }
}

impl ConstructFacts {
    /// Does what was decided about a fact of the documentation; whether there is such a fact.
    fn decide(&mut self, decision: &Decision) -> bool {
        let is_stated = decision.fact == IMPORT_ID && !self.import.formats.is_empty();
        if is_stated {
            let examples = std::mem::take(&mut self.import.examples);
            self.import = Import { examples, ..Import::default() };
        }
        is_stated
    }

    fn add(&mut self, docs: Self) {
        self.example = self.example.take().or(docs.example);
        self.import_section = self.import_section.take().or(docs.import_section);
        self.import.examples.extend(docs.import.examples);
        if self.import.formats.is_empty() {
            self.import.formats = docs.import.formats;
            self.import.opaque = docs.import.opaque;
        }
        for (path, field) in docs.fields {
            self.fields.entry(path).or_default().add(field);
        }
    }
}

impl FieldFacts {
    /// Does what was decided about a fact of the documentation; whether there is such a fact.
    fn decide(&mut self, decision: &Decision) -> bool {
        let is_meant = |rule: &Rule| rule.check.term() == decision.fact;
        match (decision.verdict, decision.fact.as_str()) {
            (Verdict::Remove, "description") => self.description.take().is_some(),
            (Verdict::Remove, "default") => self.default.take().is_some(),
            (Verdict::Remove, "deprecated") => self.deprecated.take().is_some(),
            (Verdict::Remove, "forces_new") => self.forces_new.take().is_some(),
            (Verdict::Remove, _) => self.rules.extract_if(.., |rule| is_meant(rule)).count() > 0,
            (Verdict::Promote, _) => {
                let mut meant = self.rules.iter_mut().filter(|rule| is_meant(rule)).peekable();
                let is_stated = meant.peek().is_some();
                meant.for_each(|rule| rule.severity = Severity::Error);
                is_stated
            }
        }
    }

    fn add(&mut self, docs: Self) {
        self.description = self.description.take().or(docs.description);
        self.default = self.default.take().or(docs.default);
        self.deprecated = self.deprecated.take().or(docs.deprecated);
        self.forces_new = self.forces_new.or(docs.forces_new);
        let is_new =
            |rule: &Rule| self.rules.iter().all(|other| !other.check.is_of_one_kind_with(&rule.check));
        let rules: Vec<_> = docs.rules.into_iter().filter(is_new).collect();
        self.rules.extend(rules);
    }
}
