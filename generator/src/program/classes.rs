//! The classes that a program names.

use std::cell::Cell;
use std::collections::{BTreeMap, HashSet};

use heck::ToUpperCamelCase;

use super::{Argument, Bindings, ConstructId, Frame, Program, StatementKind, Subject};
use crate::model::BlockId;

/// A class and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Class<'a> {
    /// Index of the provider.
    pub provider: usize,
    /// The module below the provider's package; empty for the package itself.
    pub module: &'a str,
    /// The class.
    pub name: &'a str,
}

/// The classes of a program, each with what the program calls it: its name, unless another has that.
pub(super) struct Classes<'a> {
    called: BTreeMap<Class<'a>, Called>,
}

/// What a class is called, and whether that is asked for: what nobody says needs no import.
struct Called {
    name: String,
    is_said: Cell<bool>,
}

/// Which classes have to be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// Those of constructs, from their modules: nested objects need none.
    Constructs,
    /// Those of constructs and of nested objects, from their modules.
    Modules,
    /// The same, but those of constructs come from the package itself.
    Package,
}

impl<'a> Classes<'a> {
    /// Finds the classes; none is called by a name that is `taken`.
    pub(super) fn new(program: &Program, providers: &[Bindings<'a>], scope: Scope, taken: &[&str]) -> Self {
        let mut finder = Finder { providers, found: Vec::new(), by_place: program.frame == Frame::Page };
        for statement in &program.statements {
            let Some(construct) = statement.construct() else { continue };
            finder.found.push(class(providers, construct, scope));
            if let (StatementKind::Declare(declaration), false) =
                (&statement.kind, scope == Scope::Constructs)
            {
                let owner = class(providers, construct, scope).name;
                finder.nested(construct, BlockId::ROOT, owner, &declaration.arguments);
            }
        }
        if program.frame != Frame::Page {
            // They are the types of what the stack takes from its caller.
            let undeclared = program.undeclared.iter().filter_map(|undeclared| match undeclared.subject {
                Subject::Construct(construct) => Some(class(providers, construct, scope)),
                _ => None,
            });
            finder.found.extend(undeclared);
        }
        let mut taken: HashSet<String> = taken.iter().map(|&name| name.to_owned()).collect();
        let mut called = BTreeMap::new();
        for class in finder.found {
            called.entry(class).or_insert_with(|| {
                let origin = if class.module.is_empty() {
                    &providers[class.provider].provider.address.name
                } else {
                    class.module
                };
                let mut name = class.name.to_owned();
                while !taken.insert(name.clone()) {
                    name = format!("{}{name}", origin.to_upper_camel_case());
                }
                Called { name, is_said: Cell::new(false) }
            });
        }
        Self { called }
    }

    /// What the program calls a class; it is imported from now on.
    pub(super) fn called(&self, class: Class<'a>) -> &str {
        let called = &self.called[&class];
        called.is_said.set(true);
        &called.name
    }

    /// What the program calls a class, if it names it.
    pub(super) fn get(&self, class: Class<'a>) -> Option<&str> {
        self.called.get(&class).map(|called| called.name.as_str())
    }

    /// Every class with what it is called.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Class<'a>, &str)> {
        self.called.iter().map(|(class, called)| (*class, called.name.as_str()))
    }

    /// The same, but only those that were asked for.
    pub(super) fn imported(&self) -> impl Iterator<Item = (Class<'a>, &str)> {
        let said = self.called.iter().filter(|(_, called)| called.is_said.get());
        said.map(|(class, called)| (*class, called.name.as_str()))
    }
}

/// The class of a construct.
pub(super) fn class<'a>(providers: &[Bindings<'a>], id: ConstructId, scope: Scope) -> Class<'a> {
    let vocabulary = providers[id.provider].vocabulary;
    let module = if scope == Scope::Package { "" } else { vocabulary.module(id.construct) };
    Class { provider: id.provider, module, name: vocabulary.class(id.construct) }
}

/// The class of the objects that an argument holds, where there is one: by its name in `owner`, if that is given.
pub(super) fn nested<'a>(
    providers: &[Bindings<'a>],
    id: ConstructId,
    block: BlockId,
    field: usize,
    owner: Option<&str>,
) -> Option<Class<'a>> {
    let vocabulary = providers[id.provider].vocabulary;
    let nested = match owner {
        Some(owner) => vocabulary.nested_of(id.construct, block, field, owner),
        None => vocabulary.nested(id.construct, block, field),
    }?;
    Some(Class { provider: id.provider, module: nested.module, name: nested.class })
}

struct Finder<'f, 'a> {
    providers: &'f [Bindings<'a>],
    found: Vec<Class<'a>>,
    /// Whether nested objects are called after the place that they stand at.
    by_place: bool,
}

impl Finder<'_, '_> {
    fn nested(&mut self, construct: ConstructId, block: BlockId, owner: &str, arguments: &[Argument]) {
        let fields = &self.providers[construct.provider].construct(construct).block(block).fields;
        for argument in arguments {
            let Some(shape) = fields[argument.field].block() else { continue };
            let owner = self.by_place.then_some(owner);
            let class = nested(self.providers, construct, block, argument.field, owner);
            for object in argument.value.objects() {
                self.found.extend(class);
                self.nested(construct, shape, class.map_or("", |class| class.name), object);
            }
        }
    }
}
