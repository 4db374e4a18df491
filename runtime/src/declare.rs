//! What can be declared in a scope, and what its declaration returns.

use crate::kind::{Data, Ephemeral, Managed};
use crate::meta::{Arguments, Multiplicity, One};
use crate::{Body, DataSource, EphemeralResource, Reference, Resource, With};

/// A construct, or one with meta-arguments.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be declared here",
    note = "resources are declared with `add`, data sources with `data`, ephemeral resources with `ephemeral`"
)]
pub trait Declaration<K> {
    /// The construct's struct.
    #[doc(hidden)]
    type Body: Body;

    /// What the declaration returns: the construct's `Ref`, or with `count` or `for_each` a handle on all.
    type Handle;

    /// The construct's type.
    #[doc(hidden)]
    const TYPE: &'static str;

    #[doc(hidden)]
    fn body(&self) -> &Self::Body;

    #[doc(hidden)]
    fn meta(&self) -> Option<&Arguments>;

    #[doc(hidden)]
    fn handle(reference: Reference) -> Self::Handle;
}

macro_rules! declarations {
    ($($kind:ident: $trait:ident,)*) => {
        $(
            impl<B: $trait> Declaration<$kind> for B {
                type Body = B;
                type Handle = B::Ref;

                const TYPE: &'static str = <B as $trait>::TYPE;

                fn body(&self) -> &B {
                    self
                }

                fn meta(&self) -> Option<&Arguments> {
                    None
                }

                fn handle(reference: Reference) -> B::Ref {
                    One::handle::<B>(reference)
                }
            }

            impl<B: $trait, M: Multiplicity> Declaration<$kind> for With<B, M> {
                type Body = B;
                type Handle = M::Handle<B>;

                const TYPE: &'static str = <B as $trait>::TYPE;

                fn body(&self) -> &B {
                    &self.body
                }

                fn meta(&self) -> Option<&Arguments> {
                    Some(&self.meta)
                }

                fn handle(reference: Reference) -> M::Handle<B> {
                    M::handle::<B>(reference)
                }
            }
        )*
    };
}

declarations! {
    Managed: Resource,
    Data: DataSource,
    Ephemeral: EphemeralResource,
}
