//! What a stack asks of Terraform itself.

use crate::json::Json;
use crate::{Error, Stack, terraform_version};

impl Stack {
    /// States which versions of Terraform the stack is for, such as `>= 1.9` or `~> 1.11.0`.
    ///
    /// Synthesis fails where something in the stack needs a newer Terraform than the oldest of these.
    ///
    /// # Errors
    ///
    /// What is no version constraint, or a second one.
    pub fn required_version(&self, constraint: &str) -> Result<(), Error> {
        if let Err(reason) = terraform_version::check(constraint) {
            return Err(Error::Name { name: constraint.to_owned(), reason });
        }
        self.reserve("terraform.required_version")?;
        self.configuration().require_version(constraint.to_owned());
        Ok(())
    }

    /// States where Terraform finds a provider that no construct of this program configures, but a module uses.
    ///
    /// # Errors
    ///
    /// A provider that was stated already.
    pub fn required_provider(&self, name: &str, source: &str, version: Option<&str>) -> Result<(), Error> {
        let labels = ["terraform", "required_providers", name];
        let facts = [("source", Some(source)), ("version", version)];
        let facts = facts.into_iter().filter_map(|(key, fact)| Some((key, Json::from(fact?))));
        self.place(&labels.join("."), &labels, Json::block(facts))
    }
}
