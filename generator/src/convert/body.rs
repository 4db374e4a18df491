//! The content of blocks, by the shape that the schema gives them.

use hcl_edit::Span;
use hcl_edit::expr::{Expression as Hcl, Object};
use hcl_edit::structure::{Block, Body, Structure};

use super::expression::last_of_each;
use super::scope::{Binding, Scope};
use super::{Writer, comments};
use crate::model::{BlockId, Construct, Field, FieldKind, Nesting, Presence, Type};
use crate::nearest::nearest;
use crate::program::{Argument, Dynamic, Expression, Key, Parameter, Reference, Root, Setting, Slot};

/// Where a block stands in a construct.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub construct: &'a Construct,
    pub block: BlockId,
    /// The way from the construct's root, in dots, with a dot behind it; empty for the root.
    pub path: &'a str,
}

impl<'a> Place<'a> {
    fn fields(self) -> &'a [Field] {
        &self.construct.block(self.block).fields
    }

    fn field(self, name: &str) -> Option<usize> {
        self.fields().iter().position(|field| field.name == name)
    }
}

impl Writer<'_> {
    /// The arguments of a block. Those that its shape does not have are added to `unknown`; `is_other` tells which names
    /// are no arguments at all.
    pub(super) fn arguments(
        &mut self,
        scope: Scope<'_>,
        place: Place<'_>,
        body: &Body,
        is_other: &dyn Fn(&str) -> bool,
        unknown: &mut Vec<Setting>,
    ) -> Vec<Argument> {
        let mut arguments: Vec<Argument> = Vec::new();
        for structure in body {
            let (name, comments) = match structure {
                Structure::Attribute(attribute) => (attribute.key.as_str(), comments::around(attribute)),
                Structure::Block(block) => (block_name(block), comments::around(block)),
            };
            let field = place.field(name);
            if field.is_none() && is_other(name) {
                continue;
            }
            let Some(field) = field else {
                let value = self.raw_structure(scope, structure);
                self.warn_of_unknown(scope, place, structure, name);
                add_unknown(unknown, format!("{}{name}", place.path), value);
                continue;
            };
            match structure {
                Structure::Attribute(attribute) => {
                    let inner = format!("{}{name}.", place.path);
                    let inner = Place { path: &inner, ..place };
                    let slot = Slot::of(&place.fields()[field]);
                    let value = self.value(scope, inner, slot, &attribute.value, unknown);
                    let comments = comments.into_iter().chain(comments::behind(&attribute.value)).collect();
                    arguments.push(Argument { comments, field, value });
                }
                Structure::Block(block) => {
                    let at = arguments.iter().position(|argument| argument.field == field);
                    let before = at.map(|at| &arguments[at].value);
                    let count = before.map_or(0, |value| match value {
                        Expression::List(elements) => elements.len(),
                        _ => 1,
                    });
                    let path = format!("{}{name}.{count}.", place.path);
                    let value = self.nested(scope, Place { path: &path, ..place }, field, block, unknown);
                    match at {
                        Some(at) => {
                            merge(&mut arguments[at].value, value);
                            arguments[at].comments.extend(comments);
                        }
                        None => arguments.push(Argument { comments, field, value }),
                    }
                }
            }
        }
        self.parameters(place, &mut arguments);
        arguments
    }

    /// A nested block, as a part of the value of its field.
    fn nested(
        &mut self,
        scope: Scope<'_>,
        place: Place<'_>,
        field: usize,
        block: &Block,
        unknown: &mut Vec<Setting>,
    ) -> Expression {
        let field = &place.fields()[field];
        let (shape, nesting) = match &field.kind {
            FieldKind::Block { block, nesting, .. } => (Some(*block), *nesting),
            // An attribute whose value is written as blocks, as Terraform allows for some.
            FieldKind::Attribute(Type::Object(block)) => (Some(*block), Nesting::Single),
            FieldKind::Attribute(Type::Map(_)) => (None, Nesting::Single),
            FieldKind::Attribute(ty) => (ty.object(), Nesting::List),
        };
        if block.ident.as_str() == "dynamic" {
            let dynamic = self.dynamic(scope, place, shape, block, unknown);
            return Expression::List(vec![dynamic]);
        }
        let content = match shape {
            Some(shape) => {
                let place = Place { block: shape, ..place };
                Expression::Object(self.arguments(scope, place, &block.body, &|_| false, unknown))
            }
            None => Expression::map(self.raw_entries(scope, &block.body)),
        };
        match (nesting, block.labels.first()) {
            (Nesting::Single | Nesting::Group, _) => content,
            (Nesting::List | Nesting::Set, _) => Expression::List(vec![content]),
            (Nesting::Map, label) => {
                Expression::map([(label.map_or("", |label| label.as_str()).to_owned(), content)])
            }
        }
    }

    fn dynamic(
        &mut self,
        scope: Scope<'_>,
        place: Place<'_>,
        shape: Option<BlockId>,
        block: &Block,
        unknown: &mut Vec<Setting>,
    ) -> Expression {
        let label = block.labels.first().map_or("", |label| label.as_str());
        let iterator = block.body.get_attribute("iterator").map(|iterator| match &iterator.value {
            Hcl::Variable(name) => name.as_str().to_owned(),
            other => other.as_str().unwrap_or(label).to_owned(),
        });
        let iterator = iterator.unwrap_or_else(|| label.to_owned());
        let for_each = if let Some(for_each) = block.body.get_attribute("for_each") {
            self.expression(scope, &for_each.value)
        } else {
            let problem = scope.file.problem(block.span(), "has no `for_each`");
            self.problems.push(problem);
            Expression::Null
        };
        let bound = scope.bind(&iterator, Binding::Dynamic);
        let scope = scope.within(&bound);
        let labels = match block.body.get_attribute("labels") {
            Some(labels) => match self.expression(scope, &labels.value) {
                Expression::List(labels) => labels,
                other => vec![other],
            },
            None => Vec::new(),
        };
        let mut content = Vec::new();
        if let (Some(shape), Some(block)) = (shape, block.body.get_blocks("content").next()) {
            let place = Place { block: shape, ..place };
            content = self.arguments(scope, place, &block.body, &|_| false, unknown);
        }
        Expression::Dynamic(Box::new(Dynamic { iterator: iterator.clone(), for_each, labels, content }))
    }

    /// A value where the schema says what is wanted: literal objects of a known shape become objects.
    fn value(
        &mut self,
        scope: Scope<'_>,
        place: Place<'_>,
        slot: Slot<'_>,
        hcl: &Hcl,
        unknown: &mut Vec<Setting>,
    ) -> Expression {
        match hcl {
            Hcl::Parenthesis(inner) => self.value(scope, place, slot, inner.inner(), unknown),
            Hcl::Array(elements) => {
                let elements = elements.iter().enumerate();
                let element = |(index, element)| {
                    let path = format!("{}{index}.", place.path);
                    self.value(scope, Place { path: &path, ..place }, slot.element(index), element, unknown)
                };
                Expression::List(elements.map(element).collect())
            }
            Hcl::Object(entries) => {
                let shape = match slot {
                    Slot::Value(Type::Object(block)) => Some(*block),
                    Slot::Block(block) | Slot::Blocks { block, .. } => Some(block),
                    Slot::Value(_) | Slot::Labelled(_) => None,
                };
                let object =
                    shape.and_then(|block| self.object(scope, Place { block, ..place }, entries, unknown));
                object.unwrap_or_else(|| {
                    let entries = entries.iter().map(|(key, value)| {
                        let key = self.key(scope, key);
                        let path = match &key {
                            Key::Name(name) => format!("{}{name}.", place.path),
                            Key::Computed(_) => place.path.to_owned(),
                        };
                        let inner = Place { path: &path, ..place };
                        (key, self.value(scope, inner, slot.element(0), value.expr(), unknown))
                    });
                    Expression::Map(last_of_each(entries.collect()))
                })
            }
            _ => self.expression(scope, hcl),
        }
    }

    /// The object of a shape, if the shape has every key.
    fn object(
        &mut self,
        scope: Scope<'_>,
        place: Place<'_>,
        entries: &Object,
        unknown: &mut Vec<Setting>,
    ) -> Option<Expression> {
        let mut arguments: Vec<Argument> = Vec::new();
        for (key, value) in entries {
            let Key::Name(name) = self.key(scope, key) else { return None };
            let field = place.field(&name)?;
            let path = format!("{}{name}.", place.path);
            let slot = Slot::of(&place.fields()[field]);
            let value = self.value(scope, Place { path: &path, ..place }, slot, value.expr(), unknown);
            arguments.retain(|before| before.field != field);
            arguments.push(Argument::new(field, value));
        }
        Some(Expression::Object(arguments))
    }

    fn warn_of_unknown(&mut self, scope: Scope<'_>, place: Place<'_>, structure: &Structure, name: &str) {
        let span = match structure {
            Structure::Attribute(attribute) => attribute.span(),
            Structure::Block(block) => block.span(),
        };
        let owner = match place.path.trim_end_matches('.') {
            "" => &place.construct.type_name,
            path => path,
        };
        let mut warning = scope.file.problem(span, format!("`{owner}` has no argument `{name}`"));
        let names =
            place.fields().iter().filter(|field| field.is_settable()).map(|field| field.name.as_str());
        warning.help = nearest(name, names).map(|near| format!("did you mean `{near}`?"));
        self.warnings.push(warning);
    }

    /// What is required and left out becomes a parameter of the program.
    fn parameters(&mut self, place: Place<'_>, arguments: &mut Vec<Argument>) {
        let fields = place.fields().iter().enumerate();
        let mut missing: Vec<(usize, &Field)> = fields
            .filter(|(_, field)| is_required(field))
            .filter(|(index, _)| arguments.iter().all(|argument| argument.field != *index))
            .collect();
        missing.sort_by(|(_, one), (_, other)| one.name.cmp(&other.name));
        for (field, Field { name, .. }) in missing {
            let is_taken = |name: &str| self.parameters.iter().any(|parameter| parameter.name == name);
            let numbered = (1..).map(|number| format!("{name}{number}"));
            let name = std::iter::once(name.clone()).chain(numbered).find(|name| !is_taken(name));
            self.parameters.push(Parameter { name: name.unwrap_or_default() });
            let root = Root::Parameter(self.parameters.len() - 1);
            arguments
                .push(Argument::new(field, Expression::Reference(Reference { root, steps: Vec::new() })));
        }
    }
}

/// Whether Terraform refuses a block without the field.
fn is_required(field: &Field) -> bool {
    match &field.kind {
        FieldKind::Attribute(_) => field.presence == Presence::Required,
        FieldKind::Block { limits, .. } => limits.min > 0,
    }
}

/// The name of the field that a block is for.
fn block_name(block: &Block) -> &str {
    match (block.ident.as_str(), block.labels.first()) {
        ("dynamic", Some(label)) => label.as_str(),
        (name, _) => name,
    }
}

/// Puts a further nested block to those before it.
fn merge(before: &mut Expression, value: Expression) {
    match (before, value) {
        (Expression::List(before), Expression::List(more)) => before.extend(more),
        (Expression::Map(before), Expression::Map(more)) => before.extend(more),
        // A second block where there can be one only: Terraform will refuse it.
        (before, value) => *before = value,
    }
}

fn add_unknown(unknown: &mut Vec<Setting>, name: String, value: Expression) {
    match unknown.iter_mut().find(|setting| setting.name == name) {
        Some(setting) => merge(&mut setting.value, value),
        None => unknown.push(Setting { name, value }),
    }
}
