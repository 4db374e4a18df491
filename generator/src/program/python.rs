//! Programs in Python, as black leaves them.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::classes::{Classes, Scope, class, nested};
use super::identifier::{Case, Identifiers};
use super::layout::{Doc, Items, Lines, Style};
use super::{
    Argument, Bindings, ConstructId, Declaration, Expression, Frame, Program, Reference, Root, Slot,
    Statement, StatementKind, literal_template,
};
use crate::emit::Runtime;
use crate::model::BlockId;

/// The width of a line.
const WIDTH: usize = 88;

/// Prints a program that finds its bindings in `imports`, where a project keeps them.
pub(super) fn print(program: &Program, providers: &[Bindings<'_>], runtime: Runtime) -> String {
    let taken = ["App", "Construct", "TerraformStack", &program.stack];
    let classes = Classes::new(program, providers, Scope::Modules, &taken);
    let mut identifiers = Identifiers::new(Case::Snake, RESERVED, classes.iter().map(|(_, called)| called));
    let variables = program.variables(&mut identifiers);

    let mut lines = Lines::new(4, WIDTH);
    lines.line("from constructs import Construct");
    let library = if program.frame == Frame::App { "App, TerraformStack" } else { "TerraformStack" };
    lines.line(&format!("from {} import {library}", runtime.package()));
    imports(&mut lines, providers, &classes);
    let printer = Printer { program, providers, classes, variables };
    lines.blank();
    lines.blank();
    lines.line(&format!("class {}(TerraformStack):", program.stack));
    lines.indent();
    lines.line("def __init__(self, scope: Construct, name: str):");
    lines.indent();
    lines.line("super().__init__(scope, name)");
    for (index, statement) in program.statements.iter().enumerate() {
        lines.statement(&printer.statement(index, statement), "");
    }
    lines.dedent();
    lines.dedent();
    if program.frame == Frame::App {
        lines.blank();
        lines.blank();
        lines.line("app = App()");
        lines.line(&format!("{}(app, \"example\")", program.stack));
        lines.line("app.synth()");
    }
    lines.finish()
}

/// An import per module, in parentheses where it does not fit on a line.
fn imports(lines: &mut Lines, providers: &[Bindings<'_>], classes: &Classes<'_>) {
    let mut modules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (class, called) in classes.iter() {
        let module = format!("imports.{}.{}", providers[class.provider].vocabulary.package(), class.module);
        let import =
            if class.name == called { called.to_owned() } else { format!("{} as {called}", class.name) };
        modules.entry(module).or_default().push(import);
    }
    for (module, classes) in modules {
        let flat = format!("from {module} import {}", classes.join(", "));
        if flat.len() <= WIDTH {
            lines.line(&flat);
        } else {
            let classes = classes.into_iter().map(Doc::Text).collect();
            let import = Items::new(format!("from {module} import ("), classes, ")").style(Style::Broken);
            lines.statement(&Doc::Items(import), "");
        }
    }
}

struct Printer<'a> {
    program: &'a Program,
    providers: &'a [Bindings<'a>],
    classes: Classes<'a>,
    /// The variable of each statement; empty where none is needed.
    variables: Vec<String>,
}

impl Printer<'_> {
    fn statement(&self, index: usize, statement: &Statement) -> Doc {
        match &statement.kind {
            StatementKind::Declare(declaration) => self.declaration(index, declaration),
            StatementKind::Variable(_)
            | StatementKind::Local(_)
            | StatementKind::Output(_)
            | StatementKind::Module(_)
            | StatementKind::Backend(_)
            | StatementKind::Requirements(_)
            | StatementKind::Moved(_)
            | StatementKind::Block(_) => unreachable!("{statement:?}"),
            StatementKind::Import(import) => {
                let class = self.class(import.construct);
                let arguments =
                    vec![Doc::text("self"), Doc::Text(string(&import.label)), Doc::Text(string(&import.id))];
                Doc::Items(Items::new(format!("{class}.generate_config_for_import("), arguments, ")"))
            }
        }
    }

    fn reference(&self, reference: &Reference) -> String {
        let Root::Statement(statement) = reference.root else { unreachable!("{reference:?}") };
        let id = self.program.construct_of(&reference.root).expect("a construct");
        let mut text = self.variables[statement].clone();
        for stop in self.program.follow(self.providers, reference) {
            let (block, field) = stop.field.expect("a field");
            let name = self.providers[id.provider].vocabulary.field(id.construct, block, field);
            text.extend([".", name, ""]);
        }
        text
    }

    fn class(&self, construct: ConstructId) -> &str {
        self.classes.called(class(self.providers, construct, Scope::Modules))
    }

    fn declaration(&self, index: usize, declaration: &Declaration) -> Doc {
        let class = self.class(declaration.construct);
        let mut arguments = vec![Doc::text("self"), Doc::Text(string(&declaration.label))];
        arguments.extend(self.keywords(declaration.construct, BlockId::ROOT, &declaration.arguments));
        let variable = &self.variables[index];
        let open = if variable.is_empty() { format!("{class}(") } else { format!("{variable} = {class}(") };
        Doc::Items(Items::new(open, arguments, ")"))
    }

    /// The arguments as keyword arguments.
    fn keywords(&self, construct: ConstructId, block: BlockId, arguments: &[Argument]) -> Vec<Doc> {
        let bindings = &self.providers[construct.provider];
        let fields = &bindings.construct(construct).block(block).fields;
        let keyword = |argument: &Argument| {
            let name = bindings.vocabulary.field(construct.construct, block, argument.field);
            let field = &fields[argument.field];
            let class = nested(self.providers, construct, block, argument.field)
                .filter(|_| !argument.value.objects().is_empty())
                .map_or("", |class| self.classes.called(class));
            let value = self.value(construct, Slot::of(field), class, &argument.value);
            Doc::Row(vec![Doc::Text(format!("{name}=")), value])
        };
        arguments.iter().map(keyword).collect()
    }

    /// A value; `class` is that of the objects in it.
    fn value(&self, construct: ConstructId, slot: Slot<'_>, class: &str, expression: &Expression) -> Doc {
        let (slot, expression) = slot.unwrap_single(expression);
        match expression {
            Expression::String(text) => Doc::Text(string(&literal_template(text))),
            Expression::Integer(number) => Doc::Text(number.to_string()),
            Expression::Float(number) => Doc::Text(number.to_string()),
            Expression::Bool(value) => Doc::text(if *value { "True" } else { "False" }),
            Expression::List(elements) => {
                let elements = elements.iter().enumerate();
                let element = |(index, element)| self.value(construct, slot.element(index), class, element);
                Doc::Items(Items::new("[", elements.map(element).collect(), "]"))
            }
            Expression::Map(entries) => {
                let entries = entries.iter().map(|(key, value)| {
                    let key = Doc::Text(format!("{}: ", string(&literal_template(key.name()))));
                    Doc::Row(vec![key, self.value(construct, slot.element(0), class, value)])
                });
                Doc::Items(Items::new("{", entries.collect(), "}"))
            }
            Expression::Object(arguments) => {
                let shape = slot.shape().expect("an object has a shape");
                Doc::Items(Items::new(format!("{class}("), self.keywords(construct, shape, arguments), ")"))
            }
            Expression::Reference(reference) => Doc::Text(self.reference(reference)),
            other => unreachable!("{other:?}"),
        }
    }
}

/// A string literal with the quotes that need fewer escapes.
fn string(text: &str) -> String {
    let doubles = text.matches('"').count();
    let quote = if doubles > text.matches('\'').count() { '\'' } else { '"' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for char in text.chars() {
        match char {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            _ if char == quote => out.extend(['\\', char]),
            _ if super::is_invisible(char) => {
                let code = u32::from(char);
                match code {
                    0..0x100 => write!(out, "\\x{code:02x}"),
                    0x100..0x1_0000 => write!(out, "\\u{code:04x}"),
                    _ => write!(out, "\\U{code:08x}"),
                }
                .expect("a string takes all that is written");
            }
            _ => out.push(char),
        }
    }
    out.push(quote);
    out
}

/// Words that no variable can have as its name, and names that the program has for other things.
const RESERVED: &[&str] = &[
    "app", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "match",
    "name", "nonlocal", "not", "or", "pass", "raise", "return", "scope", "self", "super", "try", "type",
    "while", "with", "yield",
];
