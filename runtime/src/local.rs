//! Local values: names for expressions.

use crate::node::Field;
use crate::{Error, Literal, Scope, Value};

impl Scope {
    /// Gives an expression a name, and returns what refers to it.
    ///
    /// See <https://developer.hashicorp.com/terraform/language/block/locals>.
    ///
    /// # Errors
    ///
    /// A name that is taken or cannot be used.
    #[expect(clippy::needless_pass_by_value, reason = "programs give away what they declare")]
    pub fn local<T: Literal>(&self, name: &str, value: Value<T>) -> Result<Value<T>, Error> {
        let name = self.logical_id(name)?;
        let address = format!("local.{name}");
        self.reserve(&address)?;
        let value = self.value(&address, &value.node());
        self.configuration().insert(&["locals", &name], value);
        Ok(Value::Expression(self.refer(&address)))
    }
}
