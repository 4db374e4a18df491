//! Programs in Rust, as rustfmt leaves them in edition 2024.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::Write;

use super::identifier::{Case, Identifiers};
use super::layout::{Doc, Items, Lines, Style};
use super::{Argument, Bindings, ConstructId, Declaration, Expression, Program, Slot, Statement};
use crate::model::{BlockId, ConstructKind, Presence};

/// The width of a line.
const WIDTH: usize = 100;
/// The greatest width of the arguments of a call, or the elements of an array, on one line.
const CALL_WIDTH: usize = 60;
/// The greatest width of the fields of a struct literal on one line.
const STRUCT_WIDTH: usize = 18;
/// Elements of at most this width share lines in a long array.
const SHORT_ELEMENT: usize = 10;

/// Prints a program, whole whatever its [`super::Frame`] is: in Rust the frame is small.
///
/// # Panics
///
/// If the program refers to a provider, construct, field or statement that there is none of.
#[must_use]
pub fn print(program: &Program, providers: &[Bindings<'_>]) -> String {
    let constructs = program.constructs();
    let names = Imports::of(program, providers, &constructs);
    let mut identifiers = Identifiers::new(
        Case::Snake,
        RESERVED,
        constructs.iter().map(|id| providers[id.provider].module(*id)),
    );
    let printer =
        Printer { program, providers, imports: &names, variables: program.variables(&mut identifiers) };

    let mut lines = Lines::new(4, WIDTH);
    lines.line("use ferroform::App;");
    for path in &names.uses {
        lines.statement(path, ";");
    }
    lines.blank();
    lines.line("fn main() -> Result<(), ferroform::Error> {");
    lines.indent();
    lines.line("let app = App::new();");
    lines.line("let stack = app.stack(\"example\");");
    for (index, statement) in program.statements.iter().enumerate() {
        lines.statement(&printer.statement(index, statement), "?;");
    }
    lines.line("app.synth()");
    lines.dedent();
    lines.line("}");
    lines.finish()
}

impl<'a> Bindings<'a> {
    fn module(&self, id: ConstructId) -> &'a str {
        self.vocabulary.module(id.construct)
    }
}

/// The names that a program uses, and how each is written.
struct Imports {
    /// What follows `use`, in the order in which rustfmt puts it.
    uses: Vec<Doc>,
    /// Nested structs by construct and name, and how they are written.
    nested: BTreeMap<(ConstructId, String), String>,
}

impl Imports {
    fn of(program: &Program, providers: &[Bindings<'_>], constructs: &[ConstructId]) -> Self {
        let mut nested = BTreeMap::new();
        for statement in &program.statements {
            if let Statement::Declare(declaration) = statement {
                collect_nested(
                    providers,
                    declaration.construct,
                    BlockId::ROOT,
                    &declaration.arguments,
                    &mut nested,
                );
            }
        }
        let class = |id: &ConstructId| providers[id.provider].vocabulary.class(id.construct);
        let mut paths: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
        for id in constructs {
            let package = package(&providers[id.provider]);
            paths.entry((package, String::new())).or_default().push(class(id).to_owned());
        }
        let names: Vec<String> = nested.keys().map(|(_, name)| name.clone()).collect();
        for ((id, name), written) in &mut nested {
            let bindings = &providers[id.provider];
            let (package, module) = (package(bindings), bindings.module(*id));
            let unique = names.iter().filter(|other| *other == name).count() == 1
                && constructs.iter().all(|id| class(id) != name)
                && !PRELUDE.contains(&name.as_str());
            if unique {
                name.clone_into(written);
                paths.entry((package, module.to_owned())).or_default().push(name.clone());
            } else {
                *written = format!("{module}::{name}");
                let modules = paths.entry((package, String::new())).or_default();
                if !modules.iter().any(|known| known == module) {
                    modules.push(module.to_owned());
                }
            }
        }
        Self { uses: uses(paths), nested }
    }
}

/// The declarations after `use`, in rustfmt's order.
fn uses(paths: BTreeMap<(String, String), Vec<String>>) -> Vec<Doc> {
    let mut paths: Vec<_> = paths.into_iter().collect();
    for (_, names) in &mut paths {
        names.sort_by(|left, right| version_order(left, right));
    }
    // A single name sorts by itself, a list after everything.
    paths.sort_by(|((left_package, left_module), left), ((right_package, right_module), right)| {
        let key = |module: &str, names: &[String]| match names {
            [name] if module.is_empty() => (0, name.clone()),
            _ if module.is_empty() => (1, String::new()),
            _ => (0, module.to_owned()),
        };
        let (left_rank, left_key) = key(left_module, left);
        let (right_rank, right_key) = key(right_module, right);
        version_order(left_package, right_package)
            .then(left_rank.cmp(&right_rank))
            .then_with(|| version_order(&left_key, &right_key))
    });
    let doc = |((package, module), names): ((String, String), Vec<String>)| {
        let path = if module.is_empty() { package } else { format!("{package}::{module}") };
        match <[String; 1]>::try_from(names) {
            Ok([name]) => Doc::Text(format!("use {path}::{name}")),
            Err(names) => {
                let items = names.into_iter().map(Doc::Text).collect();
                Doc::Items(Items::new(format!("use {path}::{{"), items, "}").style(Style::Fill))
            }
        }
    };
    paths.into_iter().map(doc).collect()
}

fn package(bindings: &Bindings<'_>) -> String {
    format!("ferroform_{}", bindings.provider.address.name.replace('-', "_"))
}

/// Finds the structs of the objects among the arguments.
fn collect_nested(
    providers: &[Bindings<'_>],
    construct: ConstructId,
    block: BlockId,
    arguments: &[Argument],
    nested: &mut BTreeMap<(ConstructId, String), String>,
) {
    let bindings = &providers[construct.provider];
    let fields = &bindings.construct(construct).block(block).fields;
    for argument in arguments {
        if let Some(shape) = fields[argument.field].block() {
            let name = bindings.vocabulary.nested(construct.construct, block, argument.field);
            for object in argument.value.objects() {
                nested.entry((construct, name.to_owned())).or_default();
                collect_nested(providers, construct, shape, object, nested);
            }
        }
    }
}

struct Printer<'a> {
    program: &'a Program,
    providers: &'a [Bindings<'a>],
    imports: &'a Imports,
    /// The variable of each statement; empty where none is needed.
    variables: Vec<String>,
}

impl Printer<'_> {
    fn statement(&self, index: usize, statement: &Statement) -> Doc {
        match statement {
            Statement::Declare(declaration) => self.declaration(index, declaration),
            Statement::Import(import) => {
                let class =
                    self.providers[import.construct.provider].vocabulary.class(import.construct.construct);
                let id = Doc::Text(format!("{}.parse()?", string(&import.id)));
                call(format!("stack.import::<{class}>("), vec![Doc::Text(string(&import.label)), id])
            }
        }
    }

    fn declaration(&self, index: usize, declaration: &Declaration) -> Doc {
        let bindings = &self.providers[declaration.construct.provider];
        let class = bindings.vocabulary.class(declaration.construct.construct);
        let value = self.object(declaration.construct, BlockId::ROOT, class, &declaration.arguments);
        let kind = bindings.construct(declaration.construct).kind;
        let method = match kind {
            ConstructKind::Provider => "provider",
            ConstructKind::DataSource => "data",
            ConstructKind::EphemeralResource => "ephemeral",
            _ => "add",
        };
        let variable = &self.variables[index];
        let binding = if variable.is_empty() { String::new() } else { format!("let {variable} = ") };
        let arguments = match kind {
            ConstructKind::Provider => vec![value],
            _ => vec![Doc::Text(string(&declaration.label)), value],
        };
        call(format!("{binding}stack.{method}("), arguments)
    }

    /// A struct: what is required goes to `new`, the rest into a literal around it.
    fn object(&self, construct: ConstructId, block: BlockId, class: &str, arguments: &[Argument]) -> Doc {
        let fields = &self.providers[construct.provider].construct(construct).block(block).fields;
        let required = |argument: &&Argument| fields[argument.field].presence == Presence::Required;
        let mut positional: Vec<_> = arguments.iter().filter(required).collect();
        positional.sort_by_key(|argument| argument.field);
        let positional: Vec<Doc> =
            positional.into_iter().map(|argument| self.argument(construct, block, argument).0).collect();
        let base = |positional: Vec<Doc>, default: String| {
            if positional.is_empty() {
                Doc::Text(default)
            } else {
                call(format!("{class}::new("), positional)
            }
        };
        let mut named: Vec<Doc> = Vec::new();
        for argument in arguments.iter().filter(|argument| !required(argument)) {
            let vocabulary = self.providers[construct.provider].vocabulary;
            let name = vocabulary.argument(construct.construct, block, argument.field);
            let (value, literal) = self.argument(construct, block, argument);
            let value = if literal { Doc::Chained(Box::new(value), ".into()") } else { value };
            named.push(Doc::Row(vec![Doc::Text(format!("{name}: ")), value]));
        }
        if named.is_empty() {
            return base(positional, format!("{class}::default()"));
        }
        named.push(Doc::Row(vec![Doc::text(".."), base(positional, "Default::default()".to_owned())]));
        let items = Items::new(format!("{class} {{"), named, "}").style(Style::Rest);
        Doc::Items(Items { limit: STRUCT_WIDTH, padded: true, ..items })
    }

    /// An argument's value, and whether it is a literal that has to be converted.
    fn argument(&self, construct: ConstructId, block: BlockId, argument: &Argument) -> (Doc, bool) {
        let bindings = &self.providers[construct.provider];
        let field = &bindings.construct(construct).block(block).fields[argument.field];
        let class = field.block().map_or(String::new(), |_| {
            let name = bindings.vocabulary.nested(construct.construct, block, argument.field);
            self.imports.nested.get(&(construct, name.to_owned())).cloned().unwrap_or_default()
        });
        let literal = !matches!(argument.value, Expression::Attribute { .. });
        (self.value(construct, Slot::of(field), &class, &argument.value), literal)
    }

    /// A value; `class` is the struct of the objects in it.
    fn value(&self, construct: ConstructId, slot: Slot<'_>, class: &str, expression: &Expression) -> Doc {
        let (slot, expression) = slot.unwrap_single(expression);
        match expression {
            Expression::String(text) => Doc::Text(string(text)),
            Expression::Integer(number) => Doc::Text(number.to_string()),
            Expression::Float(number) => Doc::Text(format!("{number:?}")),
            Expression::Bool(value) => Doc::Text(value.to_string()),
            Expression::List(elements) => {
                let elements = elements.iter().enumerate();
                let element = |(index, element)| self.value(construct, slot.element(index), class, element);
                array(elements.map(element).collect())
            }
            Expression::Map(entries) => {
                let entries = entries.iter().map(|(key, value)| {
                    let pair =
                        vec![Doc::Text(string(key)), self.value(construct, slot.element(0), class, value)];
                    call("(", pair)
                });
                array(entries.collect())
            }
            Expression::Object(arguments) => {
                self.object(construct, slot.shape().expect("an object has a shape"), class, arguments)
            }
            Expression::Attribute { statement, field } => Doc::Text(format!(
                "{}.{}()",
                self.variables[*statement],
                self.program.attribute(self.providers, *statement, *field)
            )),
        }
    }
}

fn call(open: impl Into<String>, arguments: Vec<Doc>) -> Doc {
    Doc::Items(items(open, arguments, ")"))
}

fn array(elements: Vec<Doc>) -> Doc {
    let short = |element: &Doc| matches!(element, Doc::Text(text) if text.len() <= SHORT_ELEMENT);
    let fill = elements.len() > 1 && elements.iter().all(short);
    let items = items("[", elements, "]");
    Doc::Items(if fill { items.style(Style::Fill) } else { items })
}

/// Arguments or elements; a single one opens on the line before it and may be as wide as the line.
fn items(open: impl Into<String>, items: Vec<Doc>, close: &'static str) -> Items {
    let single = items.len() == 1;
    let items = Items::new(open, items, close);
    if single { items.style(Style::Hug) } else { Items { limit: CALL_WIDTH, ..items } }
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

/// The order in which rustfmt sorts names since edition 2024: underscores first, runs of digits by their value.
///
/// See <https://doc.rust-lang.org/style-guide/#sorting>.
pub(crate) fn version_order(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    loop {
        let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (left_digits, right_digits) = (digits(left), digits(right));
        if left_digits > 0 && right_digits > 0 {
            let value = |text: &[u8]| {
                let zeros = text.iter().take_while(|byte| **byte == b'0').count();
                (text.len() - zeros, text[zeros..].to_vec())
            };
            let order = value(&left[..left_digits]).cmp(&value(&right[..right_digits]));
            if order.is_ne() {
                return order;
            }
            (left, right) = (&left[left_digits..], &right[right_digits..]);
            continue;
        }
        let rank = |byte: u8| if byte == b'_' { 0 } else { byte };
        match (left.split_first(), right.split_first()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some((&left_byte, left_rest)), Some((&right_byte, right_rest))) => {
                let order = rank(left_byte).cmp(&rank(right_byte));
                if order.is_ne() {
                    return order;
                }
                (left, right) = (left_rest, right_rest);
            }
        }
    }
}

/// Names that a program has for other things, so that no struct is imported under them.
const PRELUDE: &[&str] =
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
