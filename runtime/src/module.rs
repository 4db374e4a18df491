//! Calls of modules that are written in HCL: from the registry, a repository, or a folder.

use std::collections::BTreeMap;

use crate::json::Json;
use crate::meta::{Arguments, ForEach, Meta};
use crate::node::Field;
use crate::{Any, Error, List, Literal, Number, ProviderRef, Reference, Scope, Value};

/// A call of a module.
///
/// See <https://developer.hashicorp.com/terraform/language/block/module>.
#[derive(Debug, Clone)]
#[must_use = "nothing is declared until `Scope::module`"]
pub struct Module {
    source: String,
    version: Option<String>,
    inputs: Vec<(String, Value<Any>)>,
    providers: Vec<(String, ProviderRef)>,
    meta: Arguments,
}

impl Module {
    /// The module at a source: `terraform-aws-modules/vpc/aws`, `git::https://…`, or a path that begins with `./` or `../`, which
    /// Terraform reads from the folder that the stack is synthesized to.
    pub fn new(source: impl Into<String>) -> Self {
        Self {
            source: source.into(),
            version: None,
            inputs: Vec::new(),
            providers: Vec::new(),
            meta: Meta::new().arguments,
        }
    }

    /// A version constraint, such as `~> 5.0`, for modules from a registry.
    pub fn version(mut self, constraint: impl Into<String>) -> Self {
        self.version = Some(constraint.into());
        self
    }

    /// Sets one of the module's variables.
    pub fn input(mut self, name: impl Into<String>, value: impl Into<Value<Any>>) -> Self {
        self.inputs.push((name.into(), value.into()));
        self
    }

    /// Gives the module a provider's configuration, under the name that the module has for it.
    pub fn provider(mut self, name: impl Into<String>, provider: &ProviderRef) -> Self {
        self.providers.push((name.into(), provider.clone()));
        self
    }

    /// Waits for `other`, though no input refers to it.
    pub fn depends_on(mut self, other: &Reference) -> Self {
        self.meta.depends_on(other);
        self
    }

    /// As many instances as `count`; [`ModuleRef::at`] chooses one.
    pub fn count(mut self, count: impl Into<Value<Number>>) -> Self {
        self.meta.count(count.into());
        self
    }

    /// An instance for each entry of a map or element of a set of strings; [`ModuleRef::at_key`] chooses one.
    pub fn for_each(mut self, each: impl Into<ForEach>) -> Self {
        self.meta.for_each(each.into());
        self
    }
}

/// Refers to the outputs of a module.
#[derive(Debug, Clone)]
pub struct ModuleRef(Reference);

impl ModuleRef {
    /// An output. Its type is the caller's to know.
    #[must_use]
    pub fn output<T>(&self, name: &str) -> Value<T> {
        self.0.attribute(name)
    }

    /// The instance with this number, from 0, of a module with [`Module::count`].
    #[must_use]
    pub fn at(&self, index: impl Into<Value<Number>>) -> Self {
        Self(self.0.instance(&index.into()))
    }

    /// The instance under this key of a module with [`Module::for_each`].
    #[must_use]
    pub fn at_key(&self, key: impl Into<Value<String>>) -> Self {
        Self(self.0.instance(&key.into()))
    }

    /// One output of all instances, as a list.
    pub fn splat<T: Literal>(&self, output: impl FnOnce(Self) -> Value<T>) -> Value<List<T>> {
        self.0.splat(|item| output(Self(item)))
    }
}

impl std::ops::Deref for ModuleRef {
    type Target = Reference;

    fn deref(&self) -> &Reference {
        &self.0
    }
}

/// What a call has besides the module's variables.
const OWN_ARGUMENTS: &[&str] = &["source", "version", "providers", "count", "for_each", "depends_on"];

impl Scope {
    /// Calls a module and returns what refers to its outputs.
    ///
    /// # Errors
    ///
    /// A name that is taken or cannot be used, an input that Terraform takes for an argument of its own, or an address in
    /// another stack.
    pub fn module(&self, name: &str, module: Module) -> Result<ModuleRef, Error> {
        let name = self.logical_id(name)?;
        let address = format!("module.{name}");
        if let Some((input, _)) =
            module.inputs.iter().find(|(input, _)| OWN_ARGUMENTS.contains(&input.as_str()))
        {
            let reason = format!("{address} has an argument of this name, so it can be no input");
            return Err(Error::Name { name: input.clone(), reason });
        }
        let providers = module.providers.iter().map(|(_, used)| &used.reference);
        self.admit_references(&address, providers.chain(module.meta.references()))?;
        self.reserve(&address)?;

        let mut block = BTreeMap::from([("source".to_owned(), Json::String(module.source))]);
        block.extend(module.version.map(|version| ("version".to_owned(), Json::String(version))));
        for (input, value) in module.inputs {
            block.insert(input, self.value(&address, &value.node()));
        }
        if !module.providers.is_empty() {
            let providers = module.providers.into_iter();
            let providers = providers.map(|(name, used)| (name, Json::String(used.address())));
            block.insert("providers".to_owned(), Json::object(providers));
        }
        module.meta.write(self, &address, &mut block);
        self.configuration().insert(&["module", &name], Json::Object(block));
        Ok(ModuleRef(Reference::new(self.refer(&address))))
    }
}
