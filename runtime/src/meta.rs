//! Meta-arguments, which Terraform itself understands in every resource.
//!
//! They travel beside the struct: hundreds of attributes in the world are called `count`.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use crate::expression::Expression;
use crate::handle::{Counted, Keyed};
use crate::json::Json;
use crate::node::{Field, Node};
use crate::provider::ProviderRef;
use crate::{Any, Body, IntoAny, Map, Number, Reference, Set, Value};

/// Meta-arguments of a resource, data source or ephemeral resource.
///
/// `K` says how many instances there will be, and with it what the declaration returns.
#[derive(Debug, Clone)]
#[must_use = "meta-arguments do nothing until `resource.with(meta)`"]
pub struct Meta<K = One> {
    pub(crate) arguments: Arguments,
    kind: PhantomData<K>,
}

/// The meta-arguments themselves, whatever they make of the declaration.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub struct Arguments {
    repetition: Repetition,
    depends_on: Vec<Reference>,
    provider: Option<ProviderRef>,
    lifecycle: BTreeMap<String, Json>,
    replace_triggered_by: Vec<Reference>,
    /// `precondition` or `postcondition`, what has to hold, and what is said where it does not.
    conditions: Vec<(&'static str, Value<bool>, Value<String>)>,
}

#[derive(Debug, Clone)]
enum Repetition {
    None,
    Count(Value<Number>),
    Keys(Value<Any>),
    Members(Value<Any>),
}

/// One instance.
#[derive(Debug, Clone, Copy)]
pub enum One {}

/// As many instances as `count` says.
#[derive(Debug, Clone, Copy)]
pub enum ByCount {}

/// An instance for each key of `for_each`.
#[derive(Debug, Clone, Copy)]
pub enum ByKey {}

/// How many instances a declaration makes.
pub trait Multiplicity {
    /// What a declaration of `B` returns.
    type Handle<B: Body>;

    /// The handle on what stands at `reference`.
    #[doc(hidden)]
    fn handle<B: Body>(reference: Reference) -> Self::Handle<B>;
}

impl Multiplicity for One {
    type Handle<B: Body> = B::Ref;

    fn handle<B: Body>(reference: Reference) -> B::Ref {
        B::reference(reference)
    }
}

impl Multiplicity for ByCount {
    type Handle<B: Body> = Counted<B>;

    fn handle<B: Body>(reference: Reference) -> Counted<B> {
        Counted::new(reference)
    }
}

impl Multiplicity for ByKey {
    type Handle<B: Body> = Keyed<B>;

    fn handle<B: Body>(reference: Reference) -> Keyed<B> {
        Keyed::new(reference)
    }
}

impl Default for Meta {
    fn default() -> Self {
        Self::new()
    }
}

impl Meta {
    /// No meta-argument yet.
    pub fn new() -> Self {
        let arguments = Arguments {
            repetition: Repetition::None,
            depends_on: Vec::new(),
            provider: None,
            lifecycle: BTreeMap::new(),
            replace_triggered_by: Vec::new(),
            conditions: Vec::new(),
        };
        Self { arguments, kind: PhantomData }
    }

    /// As many instances as `count`; [`count_index`] counts them.
    pub fn count(mut self, count: impl Into<Value<Number>>) -> Meta<ByCount> {
        self.arguments.count(count.into());
        self.repeated()
    }

    /// An instance for each entry of a map or element of a set of strings; [`each_key`] and [`each_value`] tell which.
    pub fn for_each(mut self, each: impl Into<ForEach>) -> Meta<ByKey> {
        self.arguments.for_each(each.into());
        self.repeated()
    }

    fn repeated<K>(self) -> Meta<K> {
        Meta { arguments: self.arguments, kind: PhantomData }
    }
}

impl<K> Meta<K> {
    /// Waits for `other`, though no attribute refers to it.
    pub fn depends_on(mut self, other: &Reference) -> Self {
        self.arguments.depends_on(other);
        self
    }

    /// Uses another configuration of the provider than the default one.
    pub fn provider(mut self, provider: &ProviderRef) -> Self {
        self.arguments.provider(provider);
        self
    }

    /// Makes the replacement before what it replaces is destroyed.
    pub fn create_before_destroy(self) -> Self {
        self.rule("create_before_destroy", Json::Bool(true))
    }

    /// Refuses plans that would destroy the resource.
    pub fn prevent_destroy(self) -> Self {
        self.rule("prevent_destroy", Json::Bool(true))
    }

    /// Leaves these attributes as they are once created: Terraform names or paths, such as `tags["Name"]`.
    pub fn ignore_changes<A: Into<String>>(self, attributes: impl IntoIterator<Item = A>) -> Self {
        let names = attributes.into_iter().map(|name| Json::String(name.into())).collect();
        self.rule("ignore_changes", Json::Array(names))
    }

    /// Leaves every attribute as it is once created.
    pub fn ignore_all_changes(self) -> Self {
        self.rule("ignore_changes", "all".into())
    }

    /// Replaces the resource when `other` changes.
    pub fn replace_triggered_by(mut self, other: &Reference) -> Self {
        self.arguments.replace_triggered_by.push(other.clone());
        self
    }

    /// Stops Terraform with `message` before the resource is touched, unless the condition holds.
    pub fn precondition(self, condition: impl Into<Value<bool>>, message: impl Into<Value<String>>) -> Self {
        self.condition("precondition", condition.into(), message.into())
    }

    /// Stops Terraform with `message` after the resource was made, unless the condition holds.
    pub fn postcondition(self, condition: impl Into<Value<bool>>, message: impl Into<Value<String>>) -> Self {
        self.condition("postcondition", condition.into(), message.into())
    }

    fn condition(mut self, kind: &'static str, condition: Value<bool>, message: Value<String>) -> Self {
        self.arguments.conditions.push((kind, condition, message));
        self
    }

    fn rule(mut self, name: &str, value: Json) -> Self {
        self.arguments.lifecycle.insert(name.to_owned(), value);
        self
    }
}

impl Arguments {
    pub(crate) fn count(&mut self, count: Value<Number>) {
        self.repetition = Repetition::Count(count);
    }

    pub(crate) fn for_each(&mut self, each: ForEach) {
        self.repetition = each.0;
    }

    pub(crate) fn depends_on(&mut self, other: &Reference) {
        self.depends_on.push(other.clone());
    }

    pub(crate) fn provider(&mut self, provider: &ProviderRef) {
        self.provider = Some(provider.clone());
    }

    /// Whether the construct uses another than the provider's default configuration.
    pub(crate) fn has_provider(&self) -> bool {
        self.provider.is_some()
    }

    /// What Terraform reads as an address, and so has to be in the same stack.
    pub(crate) fn references(&self) -> impl Iterator<Item = &Reference> {
        let provider = self.provider.iter().map(|provider| &provider.reference);
        self.depends_on.iter().chain(&self.replace_triggered_by).chain(provider)
    }

    /// Writes the meta-arguments beside the construct's own; `value` and `expression` write what Terraform evaluates.
    pub(crate) fn write(
        &self,
        body: &mut BTreeMap<String, Json>,
        value: &dyn Fn(&Node<'_>) -> Json,
        expression: &dyn Fn(&Node<'_>) -> Json,
    ) {
        match &self.repetition {
            Repetition::None => {}
            Repetition::Count(count) => {
                body.insert("count".into(), value(&count.node()));
            }
            Repetition::Keys(map) => {
                body.insert("for_each".into(), value(&map.node()));
            }
            // JSON has no sets, and `for_each` takes no list.
            Repetition::Members(set) => {
                let set = crate::hcl::expression(&set.node()).wrap("toset(", ")");
                body.insert("for_each".into(), expression(&Node::Expression(&set)));
            }
        }
        if !self.depends_on.is_empty() {
            body.insert("depends_on".into(), Json::addresses(&self.depends_on));
        }
        if let Some(provider) = &self.provider {
            body.insert("provider".into(), Json::String(provider.address()));
        }
        let mut lifecycle = self.lifecycle.clone();
        if !self.replace_triggered_by.is_empty() {
            let triggers = Json::addresses(&self.replace_triggered_by);
            lifecycle.insert("replace_triggered_by".into(), triggers);
        }
        for kind in ["precondition", "postcondition"] {
            let conditions = self.conditions.iter().filter(|(of, ..)| *of == kind);
            let blocks: Vec<_> = conditions
                .map(|(_, condition, message)| {
                    let condition = expression(&condition.node());
                    Json::block([("condition", condition), ("error_message", value(&message.node()))])
                })
                .collect();
            if !blocks.is_empty() {
                lifecycle.insert(kind.into(), Json::Array(blocks));
            }
        }
        if !lifecycle.is_empty() {
            body.insert("lifecycle".into(), Json::Object(lifecycle));
        }
    }
}

/// What [`Meta::for_each`] takes: a map, or a set of strings.
#[derive(Debug, Clone)]
pub struct ForEach(Repetition);

impl<T: IntoAny> From<Value<Map<T>>> for ForEach {
    fn from(map: Value<Map<T>>) -> Self {
        Self(Repetition::Keys(map.into()))
    }
}

impl From<Value<Set<String>>> for ForEach {
    fn from(set: Value<Set<String>>) -> Self {
        Self(Repetition::Members(set.into()))
    }
}

impl<S: Into<Value<String>>, const N: usize> From<[S; N]> for ForEach {
    fn from(members: [S; N]) -> Self {
        Value::<Set<String>>::from(members).into()
    }
}

impl<S: Into<Value<String>>> From<Vec<S>> for ForEach {
    fn from(members: Vec<S>) -> Self {
        Value::<Set<String>>::from(members).into()
    }
}

/// A construct with meta-arguments.
#[derive(Debug, Clone)]
#[must_use = "nothing is declared until it is added to a scope"]
pub struct With<B, K = One> {
    pub(crate) body: B,
    pub(crate) meta: Meta<K>,
}

impl<B, K> With<B, K> {
    pub(crate) fn new(body: B, meta: Meta<K>) -> Self {
        Self { body, meta }
    }
}

/// Inside a resource with `count`: which instance this is, from 0.
#[must_use]
pub fn count_index() -> Value<Number> {
    Value::Expression(Expression::name("count.index"))
}

/// Inside a resource with `for_each`: the key of this instance.
#[must_use]
pub fn each_key() -> Value<String> {
    Value::Expression(Expression::name("each.key"))
}

/// Inside a resource with `for_each`: the value of this instance, of the type that the map's elements have.
#[must_use]
pub fn each_value<T>() -> Value<T> {
    Value::Expression(Expression::name("each.value"))
}
