//! What a stack asks of Terraform itself.

use crate::backend::{Backend, Cloud};
use crate::json::Json;
use crate::node::Node;
use crate::{Body, Error, Scope, Stack, terraform_version};

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
    /// Of a provider that the program configures, it takes the place of the source and version that the struct states.
    ///
    /// # Errors
    ///
    /// A provider that was stated already.
    pub fn required_provider(&self, name: &str, source: &str, version: Option<&str>) -> Result<(), Error> {
        let labels = ["terraform", "required_providers", name];
        let facts = [("source", Some(source)), ("version", version)];
        let facts = facts.into_iter().filter_map(|(key, fact)| Some((key, Json::from(fact?))));
        self.reserve(&labels.join("."))?;
        self.configuration().insert(&labels, Json::block(facts));
        Ok(())
    }

    /// Chooses where Terraform keeps the stack's state; a file in the stack's folder unless said.
    ///
    /// Terraform evaluates nothing there, so every value has to be known.
    ///
    /// # Errors
    ///
    /// Every rule of severity error that the backend breaks, a value that only Terraform knows, or a second backend or `cloud`.
    #[expect(clippy::needless_pass_by_value, reason = "programs give away what they declare")]
    pub fn backend<B: Backend>(&self, backend: B) -> Result<(), Error> {
        let address = format!("terraform.backend.{}", B::TYPE);
        self.keep_state(&address, &["terraform", "backend", B::TYPE], &backend)?;
        self.need_backend(&address, &backend);
        Ok(())
    }

    /// Leaves running Terraform and keeping the stack's state to HCP Terraform or Terraform Enterprise (Terraform 1.1).
    ///
    /// Terraform evaluates nothing there, so every value has to be known.
    ///
    /// # Errors
    ///
    /// As for [`Stack::backend`].
    #[expect(clippy::needless_pass_by_value, reason = "programs give away what they declare")]
    pub fn cloud(&self, cloud: Cloud) -> Result<(), Error> {
        let address = "terraform.cloud";
        self.keep_state(address, &["terraform", "cloud"], &cloud)?;
        cloud.needs().for_each(|need| self.need(address, need));
        Ok(())
    }

    /// A stack has one place for its state, whichever kind it is.
    fn keep_state(&self, address: &str, labels: &[&str], place: &impl Body) -> Result<(), Error> {
        let block = Scope::known(address, "what is said of the state", &Node::Body(place.content()))?;
        self.admit(address, "terraform.backend", &place.content())?;
        self.configuration().insert(labels, block);
        Ok(())
    }
}
