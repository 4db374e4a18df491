//! Programs in Rust, as rustfmt leaves them in edition 2024.

mod imports;
mod layout;
pub(crate) mod order;

use std::fmt::Write;

use super::classes::{Classes, Scope, class, nested};
use super::identifier::{Case, Identifiers};
use super::{
    Argument, Bindings, ConstructId, Declaration, Expression, Program, Reference, Root, Slot, Statement,
    StatementKind,
};
use crate::model::{BlockId, ConstructKind, Presence};
use layout::Code;

/// Prints a program, whole whatever its [`super::Frame`] is: in Rust the frame is small.
pub(super) fn print(program: &Program, providers: &[Bindings<'_>]) -> String {
    let classes = Classes::new(program, providers, Scope::Package, TAKEN);
    let declarations = imports::declarations(providers, &classes);
    let variables = program.variables(&mut Identifiers::new(Case::Snake, RESERVED, []));
    let printer = Printer { program, providers, classes, variables };
    let statements = program.statements.iter().zip(&printer.variables);
    let statements: String =
        statements.map(|(statement, variable)| printer.statement(statement, variable)).collect();
    format!(
        "use ferroform::App;\n{declarations}\nfn main() -> Result<(), ferroform::Error> {{\n    let app = App::new();\n    \
         let stack = app.stack(\"example\");\n{statements}    app.synth()\n}}\n"
    )
}

struct Printer<'a> {
    program: &'a Program,
    providers: &'a [Bindings<'a>],
    classes: Classes<'a>,
    /// The variable of each statement; empty where none is needed.
    variables: Vec<String>,
}

impl Printer<'_> {
    fn statement(&self, statement: &Statement, variable: &str) -> String {
        let call = match &statement.kind {
            StatementKind::Declare(declaration) => self.declaration(declaration),
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
                let id = Code::Path(format!("{}.parse()?", string(&import.id)));
                Code::Call(format!(".import::<{class}>"), vec![Code::Literal(string(&import.label)), id])
            }
        };
        layout::statement(Some(variable).filter(|variable| !variable.is_empty()), &call)
    }

    fn reference(&self, reference: &Reference) -> String {
        let Root::Statement(statement) = reference.root else { unreachable!("{reference:?}") };
        let id = self.program.construct_of(&reference.root).expect("a construct");
        let mut text = self.variables[statement].clone();
        for stop in self.program.follow(self.providers, reference) {
            let (block, field) = stop.field.expect("a field");
            let name = self.providers[id.provider].vocabulary.field(id.construct, block, field);
            text.extend([".", name, "()"]);
        }
        text
    }

    fn class(&self, construct: ConstructId) -> &str {
        self.classes.called(class(self.providers, construct, Scope::Package))
    }

    fn declaration(&self, declaration: &Declaration) -> Code {
        let Declaration { construct, label, arguments, .. } = declaration;
        let value = self.object(*construct, BlockId::ROOT, self.class(*construct), arguments);
        let method = match self.providers[construct.provider].construct(*construct).kind {
            ConstructKind::Provider => return Code::Call(".provider".to_owned(), vec![value]),
            ConstructKind::DataSource => ".data",
            ConstructKind::EphemeralResource => ".ephemeral",
            _ => ".add",
        };
        Code::Call(method.to_owned(), vec![Code::Literal(string(label)), value])
    }

    /// A struct: what is required goes to `new`, the rest into a literal around it.
    fn object(&self, construct: ConstructId, block: BlockId, class: &str, arguments: &[Argument]) -> Code {
        let fields = &self.providers[construct.provider].construct(construct).block(block).fields;
        let is_required = |argument: &&Argument| fields[argument.field].presence == Presence::Required;
        let (mut required, optional): (Vec<_>, Vec<_>) = arguments.iter().partition(is_required);
        required.sort_by_key(|argument| argument.field);
        let required: Vec<_> =
            required.into_iter().map(|argument| self.argument(construct, block, argument)).collect();
        let named: Vec<_> = optional
            .into_iter()
            .map(|argument| {
                let vocabulary = self.providers[construct.provider].vocabulary;
                let name = vocabulary.field(construct.construct, block, argument.field);
                let value = converted(&argument.value, self.argument(construct, block, argument));
                (name.to_owned(), value)
            })
            .collect();
        match (required.is_empty(), named.is_empty()) {
            (true, true) => Code::Path(format!("{class}::default()")),
            (true, false) => {
                Code::Struct(class.to_owned(), named, Box::new(Code::Path("Default::default()".to_owned())))
            }
            (false, true) => Code::Call(format!("{class}::new"), required),
            (false, false) => {
                let rest = Code::Call(format!("{class}::new"), required);
                Code::Struct(class.to_owned(), named, Box::new(rest))
            }
        }
    }

    fn argument(&self, construct: ConstructId, block: BlockId, argument: &Argument) -> Code {
        let bindings = &self.providers[construct.provider];
        let field = &bindings.construct(construct).block(block).fields[argument.field];
        let class = nested(self.providers, construct, block, argument.field)
            .filter(|_| !argument.value.objects().is_empty())
            .map_or("", |class| self.classes.called(class));
        self.value(construct, Slot::of(field), class, &argument.value)
    }

    /// A value; `class` is the struct of the objects in it.
    fn value(&self, construct: ConstructId, slot: Slot<'_>, class: &str, expression: &Expression) -> Code {
        let (slot, expression) = slot.unwrap_single(expression);
        match expression {
            Expression::String(text) => Code::Literal(string(text)),
            Expression::Integer(number) => Code::Literal(number.to_string()),
            Expression::Float(number) => Code::Literal(format!("{number:?}")),
            Expression::Bool(value) => Code::Literal(value.to_string()),
            Expression::List(elements) => {
                let written = elements.iter().enumerate().map(|(index, element)| {
                    let value = self.value(construct, slot.element(index), class, element);
                    if slot.is_tuple() { converted(element, value) } else { value }
                });
                let written = written.collect();
                if slot.is_tuple() { Code::Tuple(written) } else { Code::Array(written) }
            }
            Expression::Map(entries) => {
                let entries = entries.iter().map(|(key, value)| {
                    let value = self.value(construct, slot.element(0), class, value);
                    Code::Tuple(vec![Code::Literal(string(key.name())), value])
                });
                Code::Array(entries.collect())
            }
            Expression::Object(arguments) => {
                self.object(construct, slot.shape().expect("an object has a shape"), class, arguments)
            }
            Expression::Reference(reference) => Code::Path(self.reference(reference)),
            other => unreachable!("{other:?}"),
        }
    }
}

/// What stands where a `Value` or a block is wanted: references are values already.
fn converted(expression: &Expression, code: Code) -> Code {
    match expression {
        Expression::Reference(_) => code,
        _ => Code::Method(Box::new(code), ".into()"),
    }
}

/// A string literal.
fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for char in text.chars() {
        match char {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            _ if super::is_invisible(char) => {
                write!(out, "\\u{{{:x}}}", u32::from(char)).expect("a string takes all that is written");
            }
            _ => out.push(char),
        }
    }
    out.push('"');
    out
}

/// Names that a program has for other things, so that no struct is called by them.
const TAKEN: &[&str] =
    &["App", "Box", "Default", "Err", "Error", "None", "Ok", "Option", "Result", "Some", "String", "Vec"];

/// Words that no variable can have as its name, and names that the program has for other things.
const RESERVED: &[&str] = &[
    "abstract",
    "app",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "ferroform",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "ref",
    "return",
    "self",
    "stack",
    "static",
    "struct",
    "super",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
];
