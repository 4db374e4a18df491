//! What the derive macros implement.

use std::fmt;

use crate::import_id::ImportIdText;
use crate::kind::{Data, Ephemeral, Managed};
use crate::meta::{Meta, MetaFor, Multiplicity};
use crate::node::Content;
use crate::provider::Aliased;
use crate::{Reference, Violation, With};

/// The content of a block: a struct with one of the derives.
///
/// The word is HCL's: what stands between the braces of a block. Objects of nested attributes are bodies, too.
pub trait Body: Sized + 'static {
    /// What refers to the attributes of this body: a type with a method for each attribute.
    type Ref;

    /// The values of the fields, with what is known about them.
    #[doc(hidden)]
    fn content(&self) -> Content<'_>;

    /// The attributes below `reference`.
    #[doc(hidden)]
    fn reference(reference: Reference) -> Self::Ref;
}

/// A managed resource, such as `aws_vpc`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a resource",
    note = "data sources are declared with `data`, ephemeral resources with `ephemeral`, providers with `provider`"
)]
pub trait Resource: Body {
    /// The resource type, such as `aws_vpc`.
    const TYPE: &'static str;

    /// What `terraform import` takes for this type.
    type ImportId: ImportIdText;

    /// The resource with meta-arguments beside its own.
    fn with<K: Multiplicity, F: MetaFor<Managed>>(self, meta: Meta<K, F>) -> With<Self, K> {
        With::new(self, meta)
    }

    /// Every violation of a rule, warnings included.
    fn validate(&self) -> Vec<Violation> {
        crate::validate::validate(&self.content())
    }
}

/// What identifies an object of a resource type to its provider (Terraform 1.12): a struct that
/// `#[derive(ferroform::Block)]` and `#[tf(identity_of = Vpc)]` make one.
///
/// See <https://developer.hashicorp.com/terraform/language/block/import>.
#[diagnostic::on_unimplemented(
    message = "`{Self}` identifies no resource",
    note = "it is a struct with `#[derive(ferroform::Block)]` and `#[tf(identity_of = …)]`; generated crates have one for \
            each resource whose provider knows identities"
)]
pub trait Identity: Body {
    /// The resource.
    type Resource: Resource;
}

/// A data source, such as `data.aws_vpc`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a data source",
    note = "resources are declared with `add`, ephemeral resources with `ephemeral`"
)]
pub trait DataSource: Body {
    /// The type, without `data.`.
    const TYPE: &'static str;

    /// The data source with meta-arguments beside its own.
    fn with<K: Multiplicity, F: MetaFor<Data>>(self, meta: Meta<K, F>) -> With<Self, K> {
        With::new(self, meta)
    }

    /// Every violation of a rule, warnings included.
    fn validate(&self) -> Vec<Violation> {
        crate::validate::validate(&self.content())
    }
}

/// An ephemeral resource, whose values are kept in no state (Terraform 1.10).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an ephemeral resource",
    note = "resources are declared with `add`, data sources with `data`"
)]
pub trait EphemeralResource: Body {
    /// The type, without `ephemeral.`.
    const TYPE: &'static str;

    /// The ephemeral resource with meta-arguments beside its own.
    fn with<K: Multiplicity, F: MetaFor<Ephemeral>>(self, meta: Meta<K, F>) -> With<Self, K> {
        With::new(self, meta)
    }

    /// Every violation of a rule, warnings included.
    fn validate(&self) -> Vec<Violation> {
        crate::validate::validate(&self.content())
    }
}

/// Something that a provider does besides changing resources, such as `aws_lambda_invoke` (Terraform 1.14).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an action",
    note = "resources are declared with `add`, data sources with `data`"
)]
pub trait Action: Body<Ref = Reference> {
    /// The type, without `action.`.
    const TYPE: &'static str;

    /// Every violation of a rule, warnings included.
    fn validate(&self) -> Vec<Violation> {
        crate::validate::validate(&self.content())
    }
}

/// A way to find what exists of a resource type, such as `aws_instance` (Terraform 1.14).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list resource",
    note = "resources are declared with `add`, data sources with `data`"
)]
pub trait ListResource: Body<Ref = Reference> {
    /// The type of the resources that it finds.
    const TYPE: &'static str;

    /// Every violation of a rule, warnings included.
    fn validate(&self) -> Vec<Violation> {
        crate::validate::validate(&self.content())
    }
}

/// A provider's own configuration.
pub trait Provider: Body {
    /// The provider's local name, such as `aws`.
    const TYPE: &'static str;

    /// Where Terraform finds the provider, such as `hashicorp/aws`.
    const SOURCE: Option<&'static str>;

    /// The version constraint, such as `~> 6.0`.
    const VERSION: Option<&'static str>;

    /// A further configuration of the same provider, that resources choose with [`Meta::provider`].
    fn alias(self, alias: impl Into<String>) -> Aliased<Self> {
        Aliased::new(self, alias.into())
    }

    /// Every violation of a rule, warnings included.
    fn validate(&self) -> Vec<Violation> {
        crate::validate::validate(&self.content())
    }
}

/// Prints a body under `name` with secrets left out: what the derives implement `Debug` with.
#[doc(hidden)]
pub fn debug<B: Body>(body: &B, name: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    crate::redact::debug(&body.content(), name, formatter)
}

/// Whether two bodies say the same: what the derives implement `PartialEq` with.
#[cfg(feature = "partial-eq")]
#[doc(hidden)]
pub fn same<B: Body>(one: &B, other: &B) -> bool {
    one.content() == other.content()
}
