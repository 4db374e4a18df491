//! A small valid program for each construct.

mod choice;
mod sibling;
mod value;

use super::LABEL;
use crate::model::{
    BlockId, Check, Construct, ConstructKind, Field, FieldKind, ImportId, Nesting, Presence, Provider, Rule,
    Segment, Type,
};
use crate::program::{
    Argument, ConstructId, Declaration, Expression, Frame, Import, Program, Statement, StatementKind,
};
use choice::chosen;
use sibling::{Sibling, Siblings};
use value::Want;

/// An example declares at most so many constructs, the provider among them; further references become literals.
const MOST_STATEMENTS: usize = 5;
/// A resource that needs more arguments than this is not declared for the sake of a reference.
const MOST_SIBLING_ARGUMENTS: usize = 5;
/// No provider comes near; it ends the recursion of shapes that contain themselves.
const DEEPEST: usize = 16;
/// The name of the stack that an example fills.
const STACK: &str = "MyStack";

/// Writes examples for the constructs of a provider.
pub(super) struct Examples<'a> {
    provider: &'a Provider,
    siblings: Siblings<'a>,
}

impl<'a> Examples<'a> {
    /// `selected` are the constructs that an example may use.
    pub(super) fn new(provider: &'a Provider, selected: &[usize]) -> Self {
        Self { provider, siblings: Siblings::new(provider, selected) }
    }

    /// A program that declares the construct with what it requires.
    pub(super) fn declare(&self, construct: usize) -> Program {
        let mut writer = self.configured();
        writer.declare(construct, LABEL);
        program(Frame::Stack, writer.statements)
    }

    /// A program that imports a resource.
    pub(super) fn import(&self, construct: usize, id: &str) -> Program {
        let mut statements = self.configured().statements;
        let construct = ConstructId { provider: 0, construct };
        let import = Import { construct, label: LABEL.to_owned(), id: id.to_owned() };
        statements.push(StatementKind::Import(import).into());
        program(Frame::Stack, statements)
    }

    /// A whole app that configures the provider.
    pub(super) fn configure(&self) -> Program {
        program(Frame::App, self.configured().statements)
    }

    /// Begins with the provider's configuration, which no stack can do without.
    fn configured(&self) -> Writer<'_> {
        let mut writer = Writer { examples: self, statements: Vec::new(), open: Vec::new() };
        let constructs = &self.provider.constructs;
        if let Some(index) = constructs.iter().position(|construct| construct.kind == ConstructKind::Provider)
        {
            writer.declare(index, &self.provider.address.name);
        }
        writer
    }
}

fn program(frame: Frame, statements: Vec<Statement>) -> Program {
    Program {
        stack: STACK.to_owned(),
        frame,
        statements,
        undeclared: Vec::new(),
        parameters: Vec::new(),
        guessed: Vec::new(),
    }
}

/// An import ID of the format.
pub(super) fn import_id(construct: &Construct, format: &ImportId) -> String {
    let words = words(construct);
    let separators: Vec<&str> = format
        .segments
        .iter()
        .filter_map(|segment| match segment {
            Segment::Literal(text) => Some(text.as_str()),
            Segment::Part(_) | Segment::Rest(_) => None,
        })
        .collect();
    let piece = |segment: &Segment| match segment {
        Segment::Literal(text) => text.clone(),
        Segment::Rest(name) => identifying(construct, &words, name),
        Segment::Part(name) => {
            let value = identifying(construct, &words, name);
            // A part that contains the separator could not be told from two.
            let is_whole = !separators.iter().any(|separator| value.contains(separator));
            if is_whole { value } else { LABEL.to_owned() }
        }
    };
    format.segments.iter().map(piece).collect()
}

/// A value for an attribute, or something else, that identifies a resource.
pub(super) fn identifying(construct: &Construct, words: &[&str], name: &str) -> String {
    let field = construct.root().fields.iter().find(|field| field.name == name);
    let rules: Vec<&Rule> = field.map(|field| field.rules.iter().collect()).unwrap_or_default();
    Want { name, words, is_hidden: field.is_some_and(|field| field.sensitive), rules: &rules, index: 0 }
        .string()
}

/// The words of a construct's type name.
pub(super) fn words(construct: &Construct) -> Vec<&str> {
    construct.type_name.split('_').collect()
}

struct Writer<'a> {
    examples: &'a Examples<'a>,
    statements: Vec<Statement>,
    /// The constructs whose declarations are being written: what they need cannot need them.
    open: Vec<usize>,
}

/// Where an argument stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    construct: &'a Construct,
    words: &'a [&'a str],
    path: &'a str,
    depth: usize,
}

impl Writer<'_> {
    /// Declares a construct and, before it, what it refers to.
    fn declare(&mut self, index: usize, label: &str) -> usize {
        let construct = &self.examples.provider.constructs[index];
        let words = words(construct);
        self.open.push(index);
        let place = Place { construct, words: &words, path: "", depth: 0 };
        let arguments = self.arguments(place, BlockId::ROOT);
        self.open.pop();
        let construct = ConstructId { provider: 0, construct: index };
        let declaration =
            Declaration { construct, label: label.to_owned(), arguments, ..Declaration::default() };
        self.statements.push(declaration.into());
        self.statements.len() - 1
    }

    fn arguments(&mut self, place: Place<'_>, block: BlockId) -> Vec<Argument> {
        let fields = &place.construct.block(block).fields;
        let is_root = block == BlockId::ROOT;
        let mut arguments = Vec::new();
        for index in chosen(fields, |field| is_root && is_shown(place, field)) {
            let field = &fields[index];
            let path = if is_root { field.name.clone() } else { format!("{}.{}", place.path, field.name) };
            let inner = Place { path: &path, depth: place.depth + 1, ..place };
            arguments.push(Argument::new(index, self.field(inner, field)));
        }
        arguments
    }

    fn field(&mut self, place: Place<'_>, field: &Field) -> Expression {
        if let Some(reference) = self.reference(place, field) {
            return reference;
        }
        let of_path = place.construct.path_rules.iter().filter(|(path, _)| path == place.path);
        let rules: Vec<&Rule> = field.rules.iter().chain(of_path.map(|(_, rule)| rule)).collect();
        match &field.kind {
            FieldKind::Attribute(ty) => self.value(place, ty, Want::of(field, place.words, &rules)),
            FieldKind::Block { block, nesting, limits } => {
                let mut block = || Expression::Object(self.shape(place, *block));
                match nesting {
                    Nesting::Single | Nesting::Group => block(),
                    Nesting::List | Nesting::Set => {
                        Expression::List((0..limits.min.clamp(1, 8)).map(|_| block()).collect())
                    }
                    Nesting::Map => Expression::map([(LABEL.to_owned(), block())]),
                }
            }
        }
    }

    fn shape(&mut self, place: Place<'_>, block: BlockId) -> Vec<Argument> {
        if place.depth > DEEPEST { Vec::new() } else { self.arguments(place, block) }
    }

    fn value(&mut self, place: Place<'_>, ty: &Type, want: Want<'_>) -> Expression {
        match ty {
            Type::String | Type::Dynamic => Expression::String(want.string()),
            Type::Number => want.number(),
            Type::Bool => Expression::Bool(true),
            Type::List(element) | Type::Set(element) => {
                let one = want.name.strip_suffix('s').unwrap_or(want.name);
                let count = want.rules.iter().find_map(|rule| match rule.check {
                    Check::MinItems(min) => usize::try_from(min).ok(),
                    _ => None,
                });
                let elements = (0..count.unwrap_or(1).clamp(1, 8))
                    .map(|index| self.value(place, element, Want { name: one, index, ..want }));
                Expression::List(elements.collect())
            }
            Type::Map(element) => {
                let value = self.value(place, element, want);
                Expression::map([(LABEL.to_owned(), value)])
            }
            Type::Tuple(elements) => {
                Expression::List(elements.iter().map(|element| self.value(place, element, want)).collect())
            }
            Type::Object(block) => Expression::Object(self.shape(place, *block)),
        }
    }

    /// What the argument evidently refers to, declared if it is not yet.
    fn reference(&mut self, place: Place<'_>, field: &Field) -> Option<Expression> {
        if place.construct.kind != ConstructKind::Resource || field.sensitive || field.write_only {
            return None;
        }
        let Sibling { construct, field: attribute } = self.examples.siblings.find(place.construct, field)?;
        let declared = self.statements.iter().position(
            |statement| matches!(&statement.kind, StatementKind::Declare(declaration) if declaration.construct.construct == construct),
        );
        let statement = match declared {
            Some(statement) => statement,
            None => self.declare_sibling(construct)?,
        };
        let attribute = &self.examples.provider.constructs[construct].root().fields[attribute];
        let reference = Expression::attribute(statement, &attribute.name);
        Some(match &field.kind {
            FieldKind::Attribute(Type::String) => reference,
            _ => Expression::List(vec![reference]),
        })
    }

    fn declare_sibling(&mut self, index: usize) -> Option<usize> {
        let construct = &self.examples.provider.constructs[index];
        let required = construct.root().fields.iter().filter(|field| field.presence == Presence::Required);
        let is_simple = required.clone().count() <= MOST_SIBLING_ARGUMENTS
            && required.clone().all(|field| field.block().is_none());
        if !is_simple
            || self.open.contains(&index)
            || self.statements.len() + self.open.len() >= MOST_STATEMENTS
        {
            return None;
        }
        let label = self.label(construct);
        Some(self.declare(index, &label))
    }

    /// A label from the words that the construct does not share with the one that needs it.
    fn label(&self, construct: &Construct) -> String {
        let other = &self.examples.provider.constructs[self.open[0]].type_name;
        let shared = construct
            .type_name
            .match_indices('_')
            .map(|(position, _)| position + 1)
            .take_while(|&end| other.get(..end) == construct.type_name.get(..end))
            .last();
        let label = construct.type_name[shared.unwrap_or(0)..].to_owned();
        let taken = self.statements.iter().any(
            |statement| matches!(&statement.kind, StatementKind::Declare(declaration) if declaration.label == label),
        );
        if taken || label == LABEL { construct.type_name.clone() } else { label }
    }
}

/// Whether an argument that is not required belongs into an example all the same.
fn is_shown(place: Place<'_>, field: &Field) -> bool {
    place.construct.kind == ConstructKind::Provider
        && place.construct.type_name == "aws"
        && field.name == "region"
        && field.is_settable()
}
