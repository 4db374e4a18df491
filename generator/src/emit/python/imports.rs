//! What a stub imports: what it uses, and under another name where the stub itself has a class or attribute of that name.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt;

use crate::emit::Runtime;

/// Where names come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Module {
    /// Python's own names, imported only where they are hidden.
    Builtins,
    /// `collections.abc`
    Collections,
    /// `typing`
    Typing,
    /// `typing_extensions`: what `typing` has in newer versions of Python only.
    TypingExtensions,
    /// `cdktn` or `cdktf`
    Library,
    /// `constructs`
    Constructs,
    /// The types that are written by hand for all stubs.
    Ferroform,
}

/// A name and where it comes from.
pub type Name = (Module, &'static str);

pub const BOOL: Name = (Module::Builtins, "bool");
pub const FLOAT: Name = (Module::Builtins, "float");
pub const LIST: Name = (Module::Builtins, "list");
pub const PROPERTY: Name = (Module::Builtins, "property");
pub const STR: Name = (Module::Builtins, "str");
pub const TUPLE: Name = (Module::Builtins, "tuple");
pub const MAPPING: Name = (Module::Collections, "Mapping");
pub const SEQUENCE: Name = (Module::Collections, "Sequence");
pub const ANY: Name = (Module::Typing, "Any");
pub const LITERAL: Name = (Module::Typing, "Literal");
pub const DEPRECATED: Name = (Module::TypingExtensions, "deprecated");
pub const REQUIRED: Name = (Module::TypingExtensions, "Required");
pub const TYPE_ALIAS: Name = (Module::TypingExtensions, "TypeAlias");
pub const TYPED_DICT: Name = (Module::TypingExtensions, "TypedDict");
pub const UNPACK: Name = (Module::TypingExtensions, "Unpack");
pub const CONSTRUCT: Name = (Module::Constructs, "Construct");
pub const RESOLVABLE: Name = (Module::Library, "IResolvable");
pub const COLLECTION_LIST: Name = (Module::Ferroform, "CollectionList");
pub const CONFIG: Name = (Module::Ferroform, "Config");
pub const DATA_SOURCE: Name = (Module::Ferroform, "DataSource");
pub const EPHEMERAL_CONFIG: Name = (Module::Ferroform, "EphemeralConfig");
pub const EPHEMERAL_META_ARGUMENTS: Name = (Module::Ferroform, "EphemeralMetaArguments");
pub const EPHEMERAL_RESOURCE: Name = (Module::Ferroform, "EphemeralResource");
pub const GET: Name = (Module::Ferroform, "Get");
pub const GET_SET: Name = (Module::Ferroform, "GetSet");
pub const LIST_ITEM: Name = (Module::Ferroform, "ListItem");
pub const LIST_OF: Name = (Module::Ferroform, "ListOf");
pub const MAP_ITEM: Name = (Module::Ferroform, "MapItem");
pub const MAP_OF: Name = (Module::Ferroform, "MapOf");
pub const META_ARGUMENTS: Name = (Module::Ferroform, "MetaArguments");
pub const PROVIDER: Name = (Module::Ferroform, "Provider");
pub const REFERENCE: Name = (Module::Ferroform, "Reference");
pub const RESOURCE: Name = (Module::Ferroform, "Resource");
pub const STRUCT: Name = (Module::Ferroform, "Struct");

/// Collects what is used.
pub struct Imports<'a> {
    /// Names that the stub itself declares.
    declared: HashSet<Cow<'a, str>>,
    used: RefCell<BTreeSet<Name>>,
}

/// A name as the stub writes it.
pub struct Imported {
    name: &'static str,
    renamed: bool,
}

impl<'a> Imports<'a> {
    /// Nothing is imported yet; `declared` is what the stub calls its own.
    pub fn new(declared: HashSet<Cow<'a, str>>) -> Self {
        Self { declared, used: RefCell::default() }
    }

    /// Imports a name and says how it is written.
    pub fn name(&self, name: Name) -> Imported {
        let renamed = self.declared.contains(name.1);
        if renamed || name.0 != Module::Builtins {
            self.used.borrow_mut().insert(name);
        }
        Imported { name: name.1, renamed }
    }

    /// The import statements.
    pub fn statements(&self, runtime: Runtime) -> Vec<String> {
        let mut modules: BTreeMap<Module, Vec<String>> = BTreeMap::new();
        for (module, name) in self.used.borrow().iter() {
            let renamed = self.declared.contains(*name);
            let clause = if renamed { format!("{name} as _{name}") } else { (*name).to_owned() };
            modules.entry(*module).or_default().push(clause);
        }
        let statement = |(module, names): (Module, Vec<String>)| {
            let module = match module {
                Module::Builtins => "builtins",
                Module::Collections => "collections.abc",
                Module::Typing => "typing",
                Module::TypingExtensions => "typing_extensions",
                Module::Library => runtime.package(),
                Module::Constructs => "constructs",
                Module::Ferroform => "...ferroform.stubs",
            };
            format!("from {module} import {}", names.join(", "))
        };
        modules.into_iter().map(statement).collect()
    }
}

impl fmt::Display for Imported {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.renamed { "_" } else { "" })?;
        formatter.write_str(self.name)
    }
}
