//! Programs in TypeScript, as prettier leaves them.

use std::fmt::Write;

use super::classes::{Classes, Scope, class};
use super::identifier::{Case, Identifiers};
use super::layout::{Doc, Items, Lines, Style};
use super::{
    Argument, Bindings, ConstructId, Declaration, Expression, Frame, Program, Reference, Root, Slot,
    Statement, StatementKind, literal_template,
};
use crate::emit::Runtime;
use crate::model::BlockId;
use crate::names::typescript::KEYWORDS;

/// The width of a line.
const WIDTH: usize = 80;

/// Prints a program that finds its bindings in `.gen/providers`, where a project keeps them.
pub(super) fn print(program: &Program, providers: &[Bindings<'_>], runtime: Runtime) -> String {
    let taken = ["App", "Construct", "TerraformStack", &program.stack];
    let classes = Classes::new(program, providers, Scope::Constructs, &taken);
    let taken = TAKEN.iter().copied().chain(classes.iter().map(|(_, called)| called));
    let mut identifiers = Identifiers::new(Case::Camel, KEYWORDS, taken);
    let variables = program.variables(&mut identifiers);

    let mut lines = Lines::new(2, WIDTH);
    lines.line("import { Construct } from \"constructs\";");
    let library = if program.frame == Frame::App { "App, TerraformStack" } else { "TerraformStack" };
    lines.line(&format!("import {{ {library} }} from \"{}\";", runtime.package()));
    for (class, called) in classes.iter() {
        let import =
            if class.name == called { called.to_owned() } else { format!("{} as {called}", class.name) };
        let package = providers[class.provider].vocabulary.package();
        lines.line(&format!("import {{ {import} }} from \"./.gen/providers/{package}/{}\";", class.module));
    }
    let printer = Printer { program, providers, classes, variables };
    lines.blank();
    lines.line(&format!("class {} extends TerraformStack {{", program.stack));
    lines.indent();
    lines.line("constructor(scope: Construct, name: string) {");
    lines.indent();
    lines.line("super(scope, name);");
    for (index, statement) in program.statements.iter().enumerate() {
        lines.statement(&printer.statement(index, statement), ";");
    }
    lines.dedent();
    lines.line("}");
    lines.dedent();
    lines.line("}");
    if program.frame == Frame::App {
        lines.blank();
        lines.line("const app = new App();");
        lines.line(&format!("new {}(app, \"example\");", program.stack));
        lines.line("app.synth();");
    }
    lines.finish()
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
                    vec![Doc::text("this"), Doc::Text(string(&import.label)), Doc::Text(string(&import.id))];
                Doc::Items(Items::new(format!("{class}.generateConfigForImport("), arguments, ")"))
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
        self.classes.called(class(self.providers, construct, Scope::Constructs))
    }

    fn declaration(&self, index: usize, declaration: &Declaration) -> Doc {
        let class = self.class(declaration.construct);
        let mut arguments = vec![Doc::text("this"), Doc::Text(string(&declaration.label))];
        if !declaration.arguments.is_empty() {
            arguments.push(self.object(declaration.construct, BlockId::ROOT, &declaration.arguments));
        }
        let variable = &self.variables[index];
        let value = Doc::Items(Items::new(format!("new {class}("), arguments, ")").style(Style::Hug));
        if variable.is_empty() {
            return value;
        }
        Doc::Hanging(format!("const {variable} = "), Box::new(value))
    }

    fn object(&self, construct: ConstructId, block: BlockId, arguments: &[Argument]) -> Doc {
        let bindings = &self.providers[construct.provider];
        let fields = &bindings.construct(construct).block(block).fields;
        let properties = arguments.iter().map(|argument| {
            let name = bindings.vocabulary.field(construct.construct, block, argument.field);
            let slot = Slot::of(&fields[argument.field]);
            property(&property_name(name), self.value(construct, slot, &argument.value))
        });
        braces(properties.collect())
    }

    fn value(&self, construct: ConstructId, slot: Slot<'_>, expression: &Expression) -> Doc {
        let (slot, expression) = slot.unwrap_single(expression);
        match expression {
            Expression::String(text) => Doc::Text(string(&literal_template(text))),
            Expression::Integer(number) => Doc::Text(number.to_string()),
            Expression::Float(number) => Doc::Text(number.to_string()),
            Expression::Bool(value) => Doc::Text(value.to_string()),
            Expression::List(elements) => self.list(construct, slot, elements),
            Expression::Map(entries) => braces(
                entries
                    .iter()
                    .map(|(key, value)| {
                        property(
                            &property_name(&literal_template(key.name())),
                            self.value(construct, slot.element(0), value),
                        )
                    })
                    .collect(),
            ),
            Expression::Object(arguments) => {
                self.object(construct, slot.shape().expect("an object has a shape"), arguments)
            }
            Expression::Reference(reference) => Doc::Text(self.reference(reference)),
            other => unreachable!("{other:?}"),
        }
    }

    fn list(&self, construct: ConstructId, slot: Slot<'_>, elements: &[Expression]) -> Doc {
        let items = elements.iter().enumerate();
        let items = items.map(|(index, element)| self.value(construct, slot.element(index), element));
        // Prettier fills lines with numbers, and breaks a list of several lists.
        let style = match elements {
            [Expression::Integer(_) | Expression::Float(_), ..] => Style::Fill,
            [Expression::List(_), Expression::List(_), ..] => Style::Broken,
            _ => Style::Fit,
        };
        Doc::Items(Items::new("[", items.collect(), "]").style(style))
    }
}

/// An object literal; prettier leaves it one property a line where it finds it so.
fn braces(properties: Vec<Doc>) -> Doc {
    Doc::Items(Items::new("{", properties, "}").style(Style::Broken))
}

fn property(name: &str, value: Doc) -> Doc {
    // Prettier moves a long value to the next line unless the name is so short that little is won.
    match value {
        Doc::Text(value) if name.len() > 4 => Doc::Hanging(format!("{name}: "), Box::new(Doc::Text(value))),
        value => Doc::Row(vec![Doc::Text(format!("{name}: ")), value]),
    }
}

/// The name of a property in an object literal, quoted where it must be.
fn property_name(name: &str) -> String {
    let plain = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == '$';
    if name == "__proto__" {
        // Only a computed name makes a property of it.
        "[\"__proto__\"]".to_owned()
    } else if !name.is_empty() && name.chars().all(plain) && !name.starts_with(|c: char| c.is_ascii_digit()) {
        name.to_owned()
    } else {
        string(name)
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
                let mut units = [0; 2];
                for unit in char.encode_utf16(&mut units) {
                    write!(out, "\\u{unit:04x}").expect("a string takes all that is written");
                }
            }
            _ => out.push(char),
        }
    }
    out.push(quote);
    out
}

/// Names that a program has for other things.
const TAKEN: &[&str] = &["App", "Construct", "TerraformStack", "app", "name", "scope", "undefined"];
