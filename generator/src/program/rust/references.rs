//! What references begin at, and what the program calls it.

use super::super::traversal::Stop;
use super::layout::Code;
use super::value::Form;
use super::{Iterator, Printer};
use crate::model::{ConstructKind, Type};
use crate::program::{
    Bindings, ConstructId, Declaration, Reference, Root, StatementKind, Subject, Undeclared,
};

/// A construct that attributes are read from.
pub(super) struct Body {
    /// What the program calls it.
    pub name: String,
    pub construct: ConstructId,
    /// The type of the index that chooses an instance, where there are several.
    pub key: Option<Type>,
}

impl Printer<'_> {
    /// The construct that is being declared.
    pub(super) fn current(&self) -> ConstructId {
        self.program.statements[self.at.get()].construct().unwrap_or_default()
    }

    fn declared(&self, index: usize) -> Option<&Declaration> {
        match &self.program.statements[index].kind {
            StatementKind::Declare(declaration) => Some(declaration),
            _ => None,
        }
    }

    /// The construct that a reference begins at; a provider's configuration has no attributes to read.
    pub(super) fn body_of(&self, root: &Root) -> Option<Body> {
        let (name, construct, key) = match root {
            Root::Statement(index) => {
                let declaration = self.declared(*index)?;
                let count = declaration.meta.count.as_ref().map(|_| Type::Number);
                let key = count.or_else(|| declaration.meta.for_each.as_ref().map(|_| Type::String));
                (self.variables[*index].clone(), declaration.construct, key)
            }
            Root::Undeclared(index) => match self.program.undeclared[*index].subject {
                Subject::Construct(construct) => (self.undeclared[*index].clone(), construct, None),
                _ => return None,
            },
            Root::Itself => ("this".to_owned(), self.declared(self.at.get())?.construct, None),
            _ => return None,
        };
        let kind = self.providers[construct.provider].construct(construct).kind;
        (kind != ConstructKind::Provider).then_some(Body { name, construct, key })
    }

    /// Where each step of a reference leads to.
    pub(super) fn follow(&self, reference: &Reference) -> Vec<Stop<'_>> {
        let root = match reference.root {
            Root::Itself => Root::Statement(self.at.get()),
            ref root => root.clone(),
        };
        self.program.follow(self.providers, &Reference { root, steps: reference.steps.clone() })
    }

    /// What the program calls a module.
    pub(super) fn module_of(&self, root: &Root) -> Option<String> {
        match root {
            Root::Statement(index) => match &self.program.statements[*index].kind {
                StatementKind::Module(module) => {
                    let is_one = module.meta.count.is_none() && module.meta.for_each.is_none();
                    is_one.then(|| self.variables[*index].clone())
                }
                _ => None,
            },
            Root::Undeclared(index) => (self.program.undeclared[*index].subject == Subject::Module)
                .then(|| self.undeclared[*index].clone()),
            _ => None,
        }
    }

    /// A variable of the program that holds a value, and the type of that.
    pub(super) fn variable(&self, root: &Root, want: Option<&Type>) -> Option<(Form, Type)> {
        let name = match root {
            Root::Statement(index) => {
                let ty = self.types.borrow().get(index)?.clone();
                return Some((Form::Variable { name: self.variables[*index].clone(), borrowed: false }, ty));
            }
            Root::Undeclared(index) => match self.program.undeclared[*index].subject {
                Subject::Variable | Subject::Local => self.undeclared[*index].clone(),
                Subject::Construct(_) | Subject::Module => return None,
            },
            Root::Parameter(index) => self.parameters[*index].clone(),
            _ => return None,
        };
        if !self.is_function() {
            return Some((Form::Variable { name, borrowed: false }, want?.clone()));
        }
        let known = self.given.borrow().get(&name).map(|(ty, _)| ty.clone());
        let ty = if let Some(ty) = known {
            ty
        } else {
            // The first place that it stands at says what it is.
            let ty = want.filter(|want| !super::types::has_objects(want))?.clone();
            self.given.borrow_mut().insert(name.clone(), (ty.clone(), String::new()));
            ty
        };
        Some((Form::Variable { name, borrowed: true }, ty))
    }

    /// What the program calls the root of a reference, where it has no address of Terraform's.
    pub(super) fn name_of(&self, root: &Root) -> Option<String> {
        match root {
            Root::Undeclared(index) if self.is_function() => Some(self.undeclared[*index].clone()),
            Root::Parameter(index) => Some(self.parameters[*index].clone()),
            Root::IteratorKey(label) => self.iterator(label).map(|iterator| iterator.key),
            Root::IteratorValue(label) => self.iterator(label).map(|iterator| iterator.value),
            _ => None,
        }
    }

    /// The innermost dynamic block with a label.
    pub(super) fn iterator(&self, label: &str) -> Option<Iterator> {
        self.iterators.borrow().iter().rev().find(|iterator| iterator.label == label).cloned()
    }

    /// The type of `each.value`, where the declaration around says it.
    pub(super) fn each_type(&self) -> Option<Type> {
        self.each.borrow().clone()
    }

    /// A reference to something as a whole: `&subnet`, `&subnets.at(0)`.
    pub(super) fn whole(&self, reference: &Reference) -> Code {
        let by_address = || {
            let address = self.program.address(self.providers, &reference.root).unwrap_or_default();
            Code::Prefix(
                "&",
                Box::new(Code::Call("Reference::expression".to_owned(), vec![Code::string(&address)])),
            )
        };
        let name = match (&reference.root, self.module_name(&reference.root)) {
            (_, Some(module)) => module,
            (root, None) => match self.body_of(root) {
                Some(body) => body.name,
                None => return by_address(),
            },
        };
        match reference.root {
            Root::Undeclared(_) if self.is_function() => Code::Path(name),
            _ => Code::Prefix("&", Box::new(Code::Path(name))),
        }
    }

    fn module_name(&self, root: &Root) -> Option<String> {
        match root {
            Root::Statement(index) => {
                matches!(self.program.statements[*index].kind, StatementKind::Module(_))
                    .then(|| self.variables[*index].clone())
            }
            root => self.module_of(root),
        }
    }

    /// A provider's configuration: `&west`.
    pub(super) fn provider(&self, reference: &Reference) -> Option<Code> {
        match reference.root {
            Root::Statement(index) => {
                Some(Code::Prefix("&", Box::new(Code::Path(self.variables[index].clone()))))
            }
            Root::Undeclared(index) => {
                let name = Code::Path(self.undeclared[index].clone());
                Some(if self.is_function() { name } else { Code::Prefix("&", Box::new(name)) })
            }
            _ => None,
        }
    }

    /// The type of what is not declared, as a parameter has it.
    pub(super) fn undeclared_type(&self, index: usize) -> String {
        match self.program.undeclared[index].subject {
            Subject::Construct(construct) => {
                let bindings = &self.providers[construct.provider];
                if bindings.construct(construct).kind == ConstructKind::Provider {
                    return "ProviderRef".to_owned();
                }
                let vocabulary = bindings.vocabulary;
                let (package, module) = (vocabulary.package(), vocabulary.module(construct.construct));
                format!("{package}::{module}::{}", vocabulary.reference(construct.construct))
            }
            Subject::Module => "ModuleRef".to_owned(),
            Subject::Variable | Subject::Local => self.given_type(&self.undeclared[index]),
        }
    }
}

/// The name of something that is not declared, as a reader knows it: `aws_vpc_main`, `data_aws_vpc_main`.
pub(super) fn bare_name(providers: &[Bindings<'_>], thing: &Undeclared) -> String {
    match thing.subject {
        Subject::Construct(id) => {
            providers[id.provider].construct(id).address(&thing.label).replace('.', "_")
        }
        Subject::Variable | Subject::Local | Subject::Module => thing.label.clone(),
    }
}
