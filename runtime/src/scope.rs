//! Stacks and the scopes inside them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::declare::{Data, Declaration, Ephemeral, Kind, Managed};
use crate::expression::{Expression, StackIdentity};
use crate::json::Json;
use crate::logical_id::{component, logical_id};
use crate::node::Content;
use crate::provider::{Configures, ProviderRef};
use crate::{Body, Error, Provider, Reference, Resource, Severity, Violation};

/// A place in a stack to declare things in: the stack itself, or a part of it with names of its own.
///
/// A handle: cloning it is cheap and leads to the same place. Components take a `&Scope`, and a `&Stack` is one.
#[derive(Clone)]
pub struct Scope {
    stack: Arc<Shared>,
    path: Arc<[String]>,
}

/// A root module, synthesized to a folder of its own.
#[derive(Clone, Debug)]
pub struct Stack(Scope);

/// What all handles of a stack share.
pub(crate) struct Shared {
    pub(crate) identity: StackIdentity,
    state: Mutex<State>,
}

/// What a stack holds so far.
#[derive(Default)]
pub(crate) struct State {
    /// Source and version constraint of each provider.
    pub(crate) required_providers: BTreeMap<&'static str, (Option<&'static str>, Option<&'static str>)>,
    pub(crate) providers: BTreeMap<&'static str, Vec<Json>>,
    /// By kind (`resource`, `data`, …), type and logical ID.
    pub(crate) constructs: BTreeMap<&'static str, BTreeMap<&'static str, BTreeMap<String, Json>>>,
    pub(crate) imports: Vec<Json>,
    /// What to print when the stack is synthesized.
    pub(crate) warnings: Vec<String>,
    /// Addresses in use, providers and imports included.
    taken: BTreeSet<String>,
}

impl Shared {
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // Nothing is left half done when a thread panics: every change is one insertion.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Stack {
    pub(crate) fn new(name: &str) -> Self {
        let shared = Shared { identity: StackIdentity::new(name), state: Mutex::default() };
        Self(Scope { stack: Arc::new(shared), path: Arc::new([]) })
    }

    /// The stack's name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.stack.identity.name()
    }

    pub(crate) fn shared(&self) -> &Shared {
        &self.0.stack
    }
}

impl Deref for Stack {
    type Target = Scope;

    fn deref(&self) -> &Scope {
        &self.0
    }
}

impl fmt::Debug for Scope {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut path = vec![self.stack.identity.name()];
        path.extend(self.path.iter().map(String::as_str));
        formatter.debug_tuple("Scope").field(&path.join("/")).finish()
    }
}

#[expect(clippy::needless_pass_by_value, reason = "programs give away what they declare")]
impl Scope {
    /// A scope below this one. Names inside are independent of names outside.
    #[must_use]
    pub fn scope(&self, name: &str) -> Self {
        let path = self.path.iter().cloned().chain([component(name)]).collect();
        Self { stack: Arc::clone(&self.stack), path }
    }

    /// The stack that this scope is in.
    #[must_use]
    pub fn stack(&self) -> Stack {
        Stack(Self { stack: Arc::clone(&self.stack), path: Arc::new([]) })
    }

    /// Declares a resource and returns what refers to its attributes.
    ///
    /// With `count` or `for_each` among its meta-arguments, what is returned has to be indexed or splatted first.
    ///
    /// # Errors
    ///
    /// Every rule of severity error that the resource breaks, a name that is taken or cannot be used, or a
    /// reference into another stack. Warnings wait for [`crate::App::synth`].
    pub fn add<D: Declaration<Managed>>(&self, name: &str, resource: D) -> Result<D::Handle, Error> {
        self.declare(name, &resource)
    }

    /// Declares a data source and returns what refers to its attributes.
    ///
    /// # Errors
    ///
    /// As for [`Scope::add`].
    pub fn data<D: Declaration<Data>>(&self, name: &str, data: D) -> Result<D::Handle, Error> {
        self.declare(name, &data)
    }

    /// Declares an ephemeral resource and returns what refers to its attributes.
    ///
    /// # Errors
    ///
    /// As for [`Scope::add`].
    pub fn ephemeral<D: Declaration<Ephemeral>>(&self, name: &str, resource: D) -> Result<D::Handle, Error> {
        self.declare(name, &resource)
    }

    /// Configures a provider and tells Terraform where to find it.
    ///
    /// # Errors
    ///
    /// As for [`Scope::add`]; a provider can be configured once without an alias.
    pub fn provider<C: Configures>(&self, provider: C) -> Result<ProviderRef, Error> {
        let (provider, alias) = provider.parts();
        let name = <C::Provider as Provider>::TYPE;
        let address = match &alias {
            Some(alias) => format!("{name}.{alias}"),
            None => name.to_owned(),
        };
        if let Some(alias) = &alias {
            check_identifier(alias, alias)?;
        }
        let content = provider.content();
        let mut expressions = Vec::new();
        content.expressions(&mut |expression| expressions.push(expression));
        self.check_references(&address, &expressions)?;
        let warnings = check(&address, &content)?;
        let mut body = crate::json::body(&content);
        if let Some(alias) = alias {
            body.insert("alias".into(), Json::String(alias));
        }
        let mut state = self.stack.state();
        self.take(&mut state, &format!("provider.{address}"), &address)?;
        state.warnings.extend(warnings);
        let required = (<C::Provider as Provider>::SOURCE, <C::Provider as Provider>::VERSION);
        state.required_providers.insert(name, required);
        state.providers.entry(name).or_default().push(Json::Object(body));
        Ok(ProviderRef { reference: Reference::to(self.stack.identity.clone(), address) })
    }

    /// Brings something that exists under Terraform: writes an `import` block.
    ///
    /// No resource is declared: `terraform plan -generate-config-out` writes one, or [`Scope::add`] with the same
    /// name does (Terraform 1.5).
    ///
    /// # Errors
    ///
    /// A name that cannot be used, or one that is imported already.
    pub fn import<R: Resource>(&self, name: &str, id: R::ImportId) -> Result<(), Error> {
        let address = format!("{}.{}", R::TYPE, self.logical_id(name)?);
        let id = crate::hcl::escape(&id.to_string());
        let mut state = self.stack.state();
        self.take(&mut state, &format!("import.{address}"), &format!("import of {address}"))?;
        let entries = [("to", Json::String(address)), ("id", Json::String(id))];
        state.imports.push(Json::object(entries.map(|(key, value)| (key.to_owned(), value))));
        Ok(())
    }

    fn declare<K: Kind, D: Declaration<K>>(&self, name: &str, declaration: &D) -> Result<D::Handle, Error> {
        let logical_id = self.logical_id(name)?;
        let address = format!("{}{}.{logical_id}", K::PREFIX, D::TYPE);
        let content = declaration.body().content();
        let mut expressions = Vec::new();
        content.expressions(&mut |expression| expressions.push(expression));
        declaration
            .meta()
            .iter()
            .for_each(|meta| meta.expressions(&mut |expression| expressions.push(expression)));
        self.check_references(&address, &expressions)?;
        let warnings = check(&address, &content)?;
        let mut body = crate::json::body(&content);
        declaration.meta().iter().for_each(|meta| meta.write(&mut body));
        let mut state = self.stack.state();
        self.take(&mut state, &address, &address)?;
        state.warnings.extend(warnings);
        let types = state.constructs.entry(K::BLOCK).or_default();
        types.entry(D::TYPE).or_default().insert(logical_id, Json::Object(body));
        Ok(D::handle(Reference::to(self.stack.identity.clone(), address)))
    }

    fn logical_id(&self, name: &str) -> Result<String, Error> {
        let name = component(name);
        let path = self.path.iter().map(String::as_str).chain([name.as_str()]);
        let id = logical_id(path).unwrap_or_default();
        check_identifier(&name, &id)?;
        Ok(id)
    }

    fn check_references(&self, address: &str, expressions: &[&Expression]) -> Result<(), Error> {
        let home = &self.stack.identity;
        match expressions.iter().find_map(|expression| expression.foreign(home)) {
            None => Ok(()),
            Some((other, reference)) => Err(Error::OtherStack {
                address: address.to_owned(),
                stack: home.name().to_owned(),
                other: other.to_owned(),
                reference: reference.to_owned(),
            }),
        }
    }

    fn take(&self, state: &mut State, key: &str, address: &str) -> Result<(), Error> {
        if state.taken.insert(key.to_owned()) {
            return Ok(());
        }
        Err(Error::Duplicate { stack: self.stack.identity.name().to_owned(), address: address.to_owned() })
    }
}

/// The warnings of a construct, as they are printed, unless there is an error among the violations.
fn check(address: &str, content: &Content<'_>) -> Result<Vec<String>, Error> {
    let violations: Vec<Violation> = crate::validate::validate(content);
    if violations.iter().any(|violation| violation.severity == Severity::Error) {
        return Err(Error::Invalid { address: address.to_owned(), violations });
    }
    let mut warnings = Vec::new();
    if let Some(why) = crate::table::Table::parse(content.table).deprecated {
        let why = if why.is_empty() { String::new() } else { format!(": {why}") };
        warnings.push(format!("warning: {address} is deprecated{why}"));
    }
    warnings.extend(violations.iter().map(|Violation { severity, path, found, allowed, source, .. }| {
        format!("{severity}: {address}: {path}: found {found}, allowed: {allowed} (from {source})")
    }));
    Ok(warnings)
}

/// Terraform's names begin with a letter or an underscore.
fn check_identifier(name: &str, id: &str) -> Result<(), Error> {
    let reason = match id.chars().next() {
        Some(first) if first.is_ascii_alphabetic() || first == '_' => return Ok(()),
        Some(_) => {
            format!("Terraform would call it `{id}`, and its names begin with a letter or an underscore")
        }
        None => "nothing is left of it in Terraform's names (letters, digits, `_` and `-`)".into(),
    };
    Err(Error::Name { name: name.to_owned(), reason })
}
