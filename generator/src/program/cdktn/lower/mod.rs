//! A program's statements in terms of the library.

mod coerce;
mod construct;
mod dynamic;
mod expression;
mod functions;
mod meta;
mod names;
mod raw;
mod reference;
mod statement;
mod value;

use std::collections::{BTreeSet, HashSet};

use super::code::{Code, Field, Line, Name};
use crate::model::BlockId;
use crate::program::classes::{Classes, Scope};
use crate::program::{
    Bindings, ConstructId, Expression, Frame, Language, Program, Reference, Root, StatementKind,
};
use coerce::Wanted;
use dynamic::Current;
pub(in crate::program) use names::{Page, Parameter, Variables, stack_variables};

/// A program in terms of the library.
pub(in crate::program) struct Lowered {
    /// The statements.
    pub lines: Vec<Line>,
    /// The classes of the library that they use, in the order of their use.
    pub library: Vec<&'static str>,
    /// The structs of the library that Python has to name.
    pub structs: Vec<&'static str>,
    /// What the stack takes from its caller.
    pub parameters: Vec<Parameter>,
}

/// Writes a program in terms of the library.
pub(in crate::program) fn lower(
    program: &Program,
    providers: &[Bindings<'_>],
    language: Language,
    classes: &Classes<'_>,
    scope: Scope,
    variables: Variables,
) -> Lowered {
    let mut lowering = Lowering {
        program,
        providers,
        language,
        classes,
        variables,
        library: Vec::new(),
        structs: Vec::new(),
        ids: HashSet::new(),
        lines: Vec::new(),
        each: None,
        count: None,
        iterators: Vec::new(),
        referred: program.referred_to(),
        current: Current::default(),
        scope,
    };
    for (index, statement) in program.statements.iter().enumerate() {
        lowering.statement(index, statement);
    }
    let Lowering { mut lines, library, structs, variables, .. } = lowering;
    if program.frame == Frame::Page {
        statement::page_notes(program, providers, &mut lines);
    }
    Lowered { lines, library, structs, parameters: variables.parameters() }
}

/// The app that a whole program makes. The library wants to be told of modules that lie beside the program.
pub(in crate::program) fn app(program: &Program) -> Line {
    let modules = program.statements.iter().filter_map(|statement| match &statement.kind {
        StatementKind::Module(module) if module.source.starts_with('.') => Some(module.source.as_str()),
        _ => None,
    });
    let modules: BTreeSet<&str> = modules.collect();
    let mut arguments = Vec::new();
    if !modules.is_empty() {
        let modules = Code::List(modules.into_iter().map(Code::text).collect());
        let context = Code::Map(vec![(Code::text("cdktfRelativeModules"), modules)]);
        arguments.push(Code::Keywords(vec![Field::library("context", context)]));
    }
    let value = Code::New(Name::same("App"), arguments);
    Line { comments: Vec::new(), variable: Some(Name::same("app")), value }
}

struct Lowering<'a> {
    program: &'a Program,
    providers: &'a [Bindings<'a>],
    language: Language,
    classes: &'a Classes<'a>,
    variables: Variables,
    library: Vec<&'static str>,
    structs: Vec<&'static str>,
    /// The IDs of constructs in the stack.
    ids: HashSet<String>,
    lines: Vec<Line>,
    /// What stands for `each` in the construct at hand.
    each: Option<Name>,
    /// What stands for `count` in the construct at hand.
    count: Option<Name>,
    /// What stands for the iterators of the dynamic blocks at hand; where nothing does, Terraform's own name is used.
    iterators: Vec<(String, Option<Name>)>,
    /// For each statement whether another refers to it.
    referred: Vec<bool>,
    /// The construct at hand.
    current: Current,
    /// Which classes have been imported.
    scope: Scope,
}

/// What has a property for each type that its value may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    /// An input variable.
    Variable,
    /// A local value.
    Local,
}

/// An expression and what is known of its type.
struct Value {
    code: Code,
    /// The type as a reader of the program sees it; none where it can be anything.
    seen: Option<Wanted>,
    /// The type by the schema.
    real: Option<Wanted>,
    /// Whether it is the value of something that has a property for each type.
    source: Option<Source>,
    /// Whether it is given by the stack's caller, in the type that is wanted.
    is_free: bool,
}

impl Value {
    fn new(code: Code, seen: Option<Wanted>) -> Self {
        Self { code, seen, real: seen, source: None, is_free: false }
    }

    /// A value that can be anything.
    fn any(code: Code) -> Self {
        Self::new(code, None)
    }
}

impl Lowering<'_> {
    fn is_page(&self) -> bool {
        self.program.frame == Frame::Page
    }

    /// A class of the library, which is imported.
    fn library(&mut self, name: &'static str) -> Code {
        if !self.library.contains(&name) {
            self.library.push(name);
        }
        Code::Name(Name::library(name))
    }

    /// A struct of the library, which Python imports.
    fn structure(&mut self, name: &'static str, fields: Vec<Field>) -> Code {
        if !self.structs.contains(&name) {
            self.structs.push(name);
        }
        Code::Struct(Name::library(name), fields)
    }

    /// The name of a field where it is set or read.
    fn field_name(&self, construct: ConstructId, block: BlockId, field: usize) -> Name {
        let bindings = &self.providers[construct.provider];
        let name = bindings.vocabulary.field(construct.construct, block, field).to_owned();
        match self.language {
            Language::Python => {
                let terraform = &bindings.construct(construct).block(block).fields[field].name;
                Name { typescript: crate::names::case::to_camel_case(terraform), python: name }
            }
            Language::TypeScript | Language::Rust => Name { python: name.clone(), typescript: name },
        }
    }
}

/// Whether a value is left to the program's caller.
fn is_parameter(expression: &Expression) -> bool {
    matches!(expression, Expression::Reference(Reference { root: Root::Parameter(_), .. }))
}
