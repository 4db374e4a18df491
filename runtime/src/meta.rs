//! Meta-arguments, which Terraform itself understands in every resource.
//!
//! They travel beside the struct: hundreds of attributes in the world are called `count`.

use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::ops::Deref;

use crate::action_trigger::ActionTrigger;
use crate::connection::Connection;
use crate::expression::Expression;
use crate::handle::{Counted, Keyed};
use crate::json::Json;
use crate::kind::Managed;
use crate::node::{Content, Field, Node};
use crate::provider::ProviderRef;
use crate::provisioner::Provisioner;
use crate::terraform_version::Need;
use crate::{Any, Body, IntoAny, Map, Number, Reference, Scope, Set, Value};

/// Meta-arguments of a resource, data source or ephemeral resource.
///
/// `K` says how many instances there will be, and with it what the declaration returns; `F`, what the meta-arguments are for:
/// [`Everything`], or [`Managed`] resources only once one of them makes no sense elsewhere.
#[derive(Debug, Clone)]
#[must_use = "meta-arguments do nothing until `resource.with(meta)`"]
pub struct Meta<K = One, F = Everything> {
    pub(crate) arguments: Arguments,
    kind: PhantomData<(K, F)>,
}

/// Resources, data sources and ephemeral resources alike.
#[derive(Debug, Clone, Copy)]
pub enum Everything {}

/// Meta-arguments that a kind of declaration can have.
#[diagnostic::on_unimplemented(
    message = "these meta-arguments are for resources only",
    note = "`create_before_destroy`, `prevent_destroy`, `ignore_changes`, `ignore_all_changes`, `replace_triggered_by` and \
            `action_trigger` say how a resource is changed; Terraform changes no data source and no ephemeral resource"
)]
pub trait MetaFor<K> {}

impl<K> MetaFor<K> for Everything {}
impl MetaFor<Managed> for Managed {}

/// The meta-arguments themselves, whatever they make of the declaration.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub struct Arguments {
    pub(crate) repetition: Repetition,
    depends_on: Vec<Reference>,
    provider: Option<ProviderRef>,
    pub(crate) lifecycle: BTreeMap<String, Json>,
    replace_triggered_by: Vec<Reference>,
    /// What has to hold, and what is said where it does not.
    preconditions: Vec<(Value<bool>, Value<String>)>,
    postconditions: Vec<(Value<bool>, Value<String>)>,
    pub(crate) triggers: Vec<ActionTrigger>,
    pub(crate) connection: Option<Connection>,
    pub(crate) provisioners: Vec<Provisioner>,
}

#[derive(Debug, Clone)]
pub(crate) enum Repetition {
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
            preconditions: Vec::new(),
            postconditions: Vec::new(),
            triggers: Vec::new(),
            connection: None,
            provisioners: Vec::new(),
        };
        Self { arguments, kind: PhantomData }
    }
}

impl<F> Meta<One, F> {
    /// As many instances as `count`; [`count_index`] counts them.
    pub fn count(mut self, count: impl Into<Value<Number>>) -> Meta<ByCount, F> {
        self.arguments.count(count.into());
        self.retyped()
    }

    /// An instance for each entry of a map or element of a set of strings; [`each_key`] and [`each_value`] tell which.
    pub fn for_each(mut self, each: impl Into<ForEach>) -> Meta<ByKey, F> {
        self.arguments.for_each(each.into());
        self.retyped()
    }
}

impl<K, F> Meta<K, F> {
    /// Waits for `other`, though no attribute refers to it.
    pub fn depends_on(mut self, other: &Reference) -> Self {
        self.arguments.depends_on(other);
        self
    }

    /// Waits for all of them, though no attribute refers to them.
    pub fn depends_on_all<'a, R: Deref<Target = Reference> + 'a>(
        mut self,
        others: impl IntoIterator<Item = &'a R>,
    ) -> Self {
        others.into_iter().for_each(|other| self.arguments.depends_on(other));
        self
    }

    /// Uses another configuration of the provider than the default one.
    pub fn provider(mut self, provider: &ProviderRef) -> Self {
        self.arguments.provider(provider);
        self
    }

    /// Makes the replacement before what it replaces is destroyed.
    pub fn create_before_destroy(self) -> Meta<K, Managed> {
        self.rule("create_before_destroy", Json::Bool(true))
    }

    /// Refuses plans that would destroy the resource.
    pub fn prevent_destroy(self) -> Meta<K, Managed> {
        self.rule("prevent_destroy", Json::Bool(true))
    }

    /// Leaves these attributes, too, as they are once created: Terraform names or paths, such as `tags["Name"]`.
    pub fn ignore_changes<A: Into<String>>(
        mut self,
        attributes: impl IntoIterator<Item = A>,
    ) -> Meta<K, Managed> {
        let lifecycle = &mut self.arguments.lifecycle;
        let ignored = lifecycle.entry("ignore_changes".to_owned()).or_insert_with(|| Json::Array(Vec::new()));
        // All of them stay all of them.
        if let Json::Array(names) = ignored {
            names.extend(attributes.into_iter().map(|name| Json::String(name.into())));
        }
        self.retyped()
    }

    /// Leaves every attribute as it is once created.
    pub fn ignore_all_changes(self) -> Meta<K, Managed> {
        self.rule("ignore_changes", "all".into())
    }

    /// Replaces the resource when `other` changes.
    pub fn replace_triggered_by(mut self, other: &Reference) -> Meta<K, Managed> {
        self.arguments.replace_triggered_by.push(other.clone());
        self.retyped()
    }

    /// Invokes actions when something happens to the resource (Terraform 1.14).
    pub fn action_trigger(mut self, trigger: ActionTrigger) -> Meta<K, Managed> {
        self.arguments.triggers.push(trigger);
        self.retyped()
    }

    /// Stops Terraform with `message` before the construct is touched, unless the condition holds.
    pub fn precondition(
        mut self,
        condition: impl Into<Value<bool>>,
        message: impl Into<Value<String>>,
    ) -> Self {
        self.arguments.preconditions.push((condition.into(), message.into()));
        self
    }

    /// Stops Terraform with `message` after the construct was made or read, unless the condition holds;
    /// [`With::postcondition`](crate::With::postcondition) speaks of the construct itself.
    pub fn postcondition(
        mut self,
        condition: impl Into<Value<bool>>,
        message: impl Into<Value<String>>,
    ) -> Self {
        self.arguments.postcondition(condition.into(), message.into());
        self
    }

    fn rule(mut self, name: &str, value: Json) -> Meta<K, Managed> {
        self.arguments.lifecycle.insert(name.to_owned(), value);
        self.retyped()
    }

    fn retyped<L, G>(self) -> Meta<L, G> {
        Meta { arguments: self.arguments, kind: PhantomData }
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
        let actions = self.triggers.iter().flat_map(|trigger| &trigger.actions);
        self.depends_on.iter().chain(&self.replace_triggered_by).chain(provider).chain(actions)
    }

    pub(crate) fn postcondition(&mut self, condition: Value<bool>, message: Value<String>) {
        self.postconditions.push((condition, message));
    }

    /// Writes the meta-arguments beside the construct's own.
    pub(crate) fn write(&self, scope: &Scope, address: &str, body: &mut BTreeMap<String, Json>) {
        match &self.repetition {
            Repetition::None => {}
            Repetition::Count(count) => {
                body.insert("count".into(), scope.value(address, &count.node()));
            }
            Repetition::Keys(map) => {
                body.insert("for_each".into(), scope.value(address, &map.node()));
            }
            // JSON has no sets, and `for_each` takes no list.
            Repetition::Members(set) => {
                let set = crate::hcl::expression(&set.node()).wrap("toset(", ")");
                body.insert("for_each".into(), scope.expression(address, &Node::Expression(&set)));
            }
        }
        if !self.depends_on.is_empty() {
            body.insert("depends_on".into(), Json::addresses(&self.depends_on));
        }
        if let Some(provider) = &self.provider {
            body.insert("provider".into(), Json::String(provider.address()));
        }
        let lifecycle = self.lifecycle(scope, address);
        if !lifecycle.is_empty() {
            body.insert("lifecycle".into(), Json::Object(lifecycle));
        }
        let own = |content: &Content<'_>| scope.own_body(address, content);
        if let Some(connection) = &self.connection {
            body.insert("connection".into(), connection.write(&own));
        }
        if !self.provisioners.is_empty() {
            let provisioners = self.provisioners.iter().map(|provisioner| provisioner.write(&own));
            body.insert("provisioner".into(), Json::Array(provisioners.collect()));
        }
        for (feature, minor, is_used) in [
            ("a `precondition`", 2, !self.preconditions.is_empty()),
            ("a `postcondition`", 2, !self.postconditions.is_empty()),
            ("`replace_triggered_by`", 2, !self.replace_triggered_by.is_empty()),
            ("a quiet `local-exec`", 4, self.provisioners.iter().any(Provisioner::is_quiet)),
        ] {
            if is_used {
                scope.need(address, Need::new(feature, minor));
            }
        }
    }

    fn lifecycle(&self, scope: &Scope, address: &str) -> BTreeMap<String, Json> {
        let mut lifecycle = self.lifecycle.clone();
        if !self.replace_triggered_by.is_empty() {
            let triggers = Json::addresses(&self.replace_triggered_by);
            lifecycle.insert("replace_triggered_by".into(), triggers);
        }
        let preconditions = self.preconditions.iter();
        let preconditions: Vec<_> =
            preconditions.map(|(condition, message)| scope.assertion(address, condition, message)).collect();
        let postconditions = self.postconditions.iter();
        let postconditions: Vec<_> = postconditions
            .map(|(condition, message)| scope.own_assertion(address, condition, message))
            .collect();
        let triggers = self.triggers.iter().map(|trigger| trigger.write(scope, address)).collect();
        for (kind, blocks) in
            [("precondition", preconditions), ("postcondition", postconditions), ("action_trigger", triggers)]
        {
            if !blocks.is_empty() {
                lifecycle.insert(kind.into(), Json::Array(blocks));
            }
        }
        lifecycle
    }
}

/// What [`Meta::for_each`] takes: a map, or a set of strings.
#[derive(Debug, Clone)]
pub struct ForEach(Repetition);

impl<T> From<Value<Map<T>>> for ForEach
where
    Map<T>: IntoAny,
{
    fn from(map: Value<Map<T>>) -> Self {
        Self(Repetition::Keys(map.into()))
    }
}

impl<T> From<&Value<T>> for ForEach
where
    Self: From<Value<T>>,
{
    fn from(collection: &Value<T>) -> Self {
        collection.clone().into()
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
    Value::Expression(Expression::each_value())
}
