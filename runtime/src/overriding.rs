//! What stands in Terraform's JSON whatever the program's types say.

use crate::node::Field as _;
use crate::{Any, Error, Stack, Value};

impl Stack {
    /// Sets what stands at a path of the stack's JSON, in dots, such as `resource.aws_vpc.main.new_argument`: what the bindings do
    /// not have yet. A number in the path chooses one of several blocks.
    ///
    /// See <https://developer.hashicorp.com/terraform/language/syntax/json>.
    ///
    /// # Errors
    ///
    /// A path that leads through something that is neither a block nor one of several.
    pub fn add_override(&self, path: &str, value: impl Into<Value<Any>>) -> Result<(), Error> {
        let value = self.value(path, &value.into().node());
        let steps: Vec<_> = path.split('.').collect();
        if self.configuration().set(&steps, value) {
            return Ok(());
        }
        let reason = "the path leads through a value of the stack's JSON that is no block".to_owned();
        Err(Error::Name { name: path.to_owned(), reason })
    }

    /// Adds a block of a type that Terraform has and this crate has no method for, with its labels and its content.
    ///
    /// # Errors
    ///
    /// A block with these labels that is there already.
    pub fn add_block(
        &self,
        block_type: &str,
        labels: &[&str],
        content: impl Into<Value<Any>>,
    ) -> Result<(), Error> {
        let address = [&[block_type], labels].concat().join(".");
        let content = self.value(&address, &content.into().node());
        if labels.is_empty() {
            self.configuration().push(&[block_type], content);
            return Ok(());
        }
        self.reserve(&address)?;
        self.configuration().insert(&[&[block_type], labels].concat(), content);
        Ok(())
    }
}
