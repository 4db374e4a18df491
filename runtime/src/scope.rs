//! Stacks and the scopes inside them.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::configuration::Configuration;
use crate::declare::Declaration;
use crate::expression::StackIdentity;
use crate::json::Json;
use crate::kind::{Data, Ephemeral, Kind, Managed};
use crate::logical_id::{component, logical_id};
use crate::meta::Arguments;
use crate::provider::{Configures, ProviderRef};
use crate::refactoring::Import;
use crate::terraform_version::Need;
use crate::{Body, Error, Provider, Reference, Resource, escaping};

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
    configuration: Mutex<Configuration>,
}

impl Shared {
    pub(crate) fn configuration(&self) -> MutexGuard<'_, Configuration> {
        // Nothing is left half done when a thread panics: every change is one insertion.
        self.configuration.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Stack {
    pub(crate) fn new(name: &str) -> Self {
        let shared = Shared { identity: StackIdentity::new(name), configuration: Mutex::default() };
        Self(Scope { stack: Arc::new(shared), path: Arc::new([]) })
    }

    /// The stack's name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.stack.identity.name()
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
        formatter.debug_tuple("Scope").field(&self.path_of(None)).finish()
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
    /// Every rule of severity error that the resource breaks, a name that is taken or cannot be used, or an address in
    /// another stack among the meta-arguments. Warnings wait for [`crate::App::synth`].
    pub fn add<D: Declaration<Managed>>(&self, name: &str, resource: D) -> Result<D::Handle, Error> {
        self.declare(&[], name, &resource)
    }

    /// Declares a data source and returns what refers to its attributes.
    ///
    /// # Errors
    ///
    /// As for [`Scope::add`].
    pub fn data<D: Declaration<Data>>(&self, name: &str, data: D) -> Result<D::Handle, Error> {
        self.declare(&[], name, &data)
    }

    /// Declares an ephemeral resource and returns what refers to its attributes.
    ///
    /// # Errors
    ///
    /// As for [`Scope::add`].
    pub fn ephemeral<D: Declaration<Ephemeral>>(&self, name: &str, resource: D) -> Result<D::Handle, Error> {
        self.declare(&[], name, &resource)
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
        let (content, key) = (provider.content(), format!("provider.{address}"));
        if self.configuration().has(&key) {
            let reason = match alias {
                Some(_) => "the stack has a configuration of this provider under this alias",
                None => {
                    "the stack configures this provider already; give a further configuration an alias, \
                         `provider.alias(\"west\")`, and choose it with `Meta::provider`"
                }
            };
            return Err(Error::Name { name: address, reason: reason.to_owned() });
        }
        self.admit(&address, &key, &content)?;
        let mut body = self.body(&address, &content);
        escaping::escape(&mut body, escaping::IN_PROVIDERS);
        if let Some(alias) = alias {
            body.insert("alias".into(), Json::String(alias));
        }
        let mut configuration = self.configuration();
        let facts =
            [("source", <C::Provider as Provider>::SOURCE), ("version", <C::Provider as Provider>::VERSION)];
        for (key, fact) in facts {
            // What the program states outright holds, whichever of the two it does first.
            if let Some(fact) = fact
                && !configuration.has(&format!("terraform.required_providers.{name}"))
            {
                configuration.insert(&["terraform", "required_providers", name, key], Json::from(fact));
            }
        }
        configuration.push(&["provider", name], Json::Object(body));
        Ok(ProviderRef { reference: Reference::new(self.refer(&address)) })
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
        self.import_block(Import::by_id(&Reference::new(self.refer(&address)), id.to_string()))
    }

    /// Declares a construct below some labels: none, or those of a check.
    pub(crate) fn declare<K: Kind, D: Declaration<K>>(
        &self,
        labels: &[&str],
        name: &str,
        declaration: &D,
    ) -> Result<D::Handle, Error> {
        let logical_id = self.logical_id(name)?;
        let address = format!("{}{}.{logical_id}", K::PREFIX, D::TYPE);
        let content = declaration.body().content();
        self.admit_references(&address, declaration.meta().into_iter().flat_map(Arguments::references))?;
        let others = declaration.meta().map(|meta| meta.violations(&content)).unwrap_or_default();
        self.admit_with(&address, &address, &content, &others)?;
        let mut body = self.body(&address, &content);
        escaping::escape(&mut body, escaping::IN_CONSTRUCTS);
        body.insert("//".to_owned(), self.metadata(name, &logical_id));
        if let Some(meta) = declaration.meta() {
            meta.write(self, &address, &mut body);
        }
        if K::BLOCK == Ephemeral::BLOCK {
            self.need(&address, Need::new("an ephemeral resource", 10));
        }
        if declaration.meta().is_none_or(|meta| !meta.has_provider()) {
            self.configuration().use_provider_of(D::TYPE, &address);
        }
        let labels = [labels, &[K::BLOCK, D::TYPE, &logical_id]].concat();
        self.configuration().insert(&labels, Json::Object(body));
        Ok(D::handle(Reference::new(self.refer(&address))))
    }

    pub(crate) fn configuration(&self) -> MutexGuard<'_, Configuration> {
        self.stack.configuration()
    }

    pub(crate) fn identity(&self) -> &StackIdentity {
        &self.stack.identity
    }

    /// Where a construct, or the scope itself, is in the app.
    pub(crate) fn path_of(&self, name: Option<&str>) -> String {
        let stack = std::iter::once(self.identity().name());
        stack.chain(self.path.iter().map(String::as_str)).chain(name).collect::<Vec<_>>().join("/")
    }

    /// What the `cdktn` command reads beside a construct.
    fn metadata(&self, name: &str, logical_id: &str) -> Json {
        let path = Json::String(self.path_of(Some(&component(name))));
        let metadata = Json::block([("path", path), ("uniqueId", Json::from(logical_id))]);
        Json::block([("metadata", metadata)])
    }

    pub(crate) fn logical_id(&self, name: &str) -> Result<String, Error> {
        let name = component(name);
        let path = self.path.iter().map(String::as_str).chain([name.as_str()]);
        let id = logical_id(path).unwrap_or_default();
        check_identifier(&name, &id)?;
        Ok(id)
    }
}

/// Terraform's names begin with a letter or an underscore.
fn check_identifier(name: &str, id: &str) -> Result<(), Error> {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
    let reason = match id.chars().next() {
        Some(_) if !id.chars().all(is_plain) => {
            "Terraform's names have letters, digits, `_` and `-` only".into()
        }
        Some(first) if first.is_ascii_alphabetic() || first == '_' => return Ok(()),
        Some(_) => {
            format!("Terraform would call it `{id}`, and its names begin with a letter or an underscore")
        }
        None => "nothing is left of it in Terraform's names (letters, digits, `_` and `-`)".into(),
    };
    Err(Error::Name { name: name.to_owned(), reason })
}
