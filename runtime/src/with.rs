//! Constructs with meta-arguments, and what may speak of the construct itself: `self`.

use std::marker::PhantomData;

use crate::connection::Connection;
use crate::expression::Expression;
use crate::meta::{Arguments, Meta, One};
use crate::provisioner::Provisioner;
use crate::{Body, Reference, Resource, Value};

/// A construct with meta-arguments.
///
/// ```
/// use ferroform::{LocalExec, Meta, Resource as _, SshConnection, Value, template};
///
/// /// A machine.
/// #[derive(ferroform::Resource)]
/// #[tf(type = "acme_machine", computed(address: String))]
/// struct Machine {
///     size: Value<String>,
/// }
///
/// let machine = Machine { size: "small".into() }
///     .with(Meta::new().create_before_destroy())
///     .connection(|this| SshConnection { user: "admin".into(), ..SshConnection::new(this.address()) })
///     .provisioner(|this| LocalExec {
///         environment: [("ADDRESS", this.address())].into(),
///         ..LocalExec::new("./register \"$ADDRESS\"")
///     })
///     .provisioner(|_| LocalExec::new("./forget").when_destroyed().continue_on_failure())
///     .postcondition(|this| (this.address().not_equals(""), "the machine has no address"));
/// ```
#[derive(Debug, Clone)]
#[must_use = "nothing is declared until it is added to a scope"]
pub struct With<B, K = One> {
    pub(crate) body: B,
    pub(crate) meta: Arguments,
    kind: PhantomData<K>,
}

impl<B: Body, K> With<B, K> {
    pub(crate) fn new<F>(body: B, meta: Meta<K, F>) -> Self {
        Self { body, meta: meta.arguments, kind: PhantomData }
    }

    /// Stops Terraform with a message after the construct was made or read, unless what is said of it holds.
    pub fn postcondition<C: Into<Value<bool>>, M: Into<Value<String>>>(
        mut self,
        condition: impl FnOnce(B::Ref) -> (C, M),
    ) -> Self {
        let (condition, message) = condition(this::<B>());
        self.meta.postcondition(condition.into(), message.into());
        self
    }
}

impl<B: Resource, K> With<B, K> {
    /// Runs something once the resource was made, or before it is destroyed. Several run in the order in which they are added.
    pub fn provisioner<P: Into<Provisioner>>(mut self, provisioner: impl FnOnce(B::Ref) -> P) -> Self {
        self.meta.provisioners.push(provisioner(this::<B>()).into());
        self
    }

    /// Says how provisioners reach the machine that the resource is.
    pub fn connection<C: Into<Connection>>(mut self, connection: impl FnOnce(B::Ref) -> C) -> Self {
        self.meta.connection = Some(connection(this::<B>()).into());
        self
    }
}

/// The construct as it is called inside its own block.
fn this<B: Body>() -> B::Ref {
    B::reference(Reference::new(Expression::this()))
}
