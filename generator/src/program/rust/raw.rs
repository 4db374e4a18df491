//! Expressions in Terraform's own words.

use super::Printer;
use super::value::{Form, Value};
use crate::model::{BlockId, BlockOrigin, FieldKind, Type};
use crate::program::{Argument, Call, Dynamic, Expression, For, Reference, Root, hcl};

/// Stands around a name of the program's in an expression; no text has it.
const MARK: char = '\u{10fffe}';

impl Printer<'_> {
    /// An expression as Terraform writes it.
    pub(super) fn raw(&self, expression: &Expression, want: &Type) -> Value {
        let plain = self.without_objects(expression, want);
        Value::new(filled(&hcl::expression(&plain, &|root| self.root_text(root))), want)
    }

    /// Where a reference leads, as Terraform writes it.
    pub(super) fn raw_reference(&self, reference: &Reference, want: &Type) -> Value {
        Value::new(filled(&hcl::reference(reference, &|root| self.root_text(root))), want)
    }

    /// Where a reference begins: an address, or between marks what only the program has a name for.
    fn root_text(&self, root: &Root) -> String {
        match self.name_of(root) {
            Some(name) => format!("{MARK}{name}{MARK}"),
            None => self.program.address(self.providers, root).unwrap_or_default(),
        }
    }

    /// The same with maps in place of objects, which Terraform's language does not tell apart, and with `for` in place of
    /// dynamic blocks.
    fn without_objects(&self, expression: &Expression, ty: &Type) -> Expression {
        match (expression, ty) {
            (Expression::Object(arguments), Type::Object(block)) => self.map_of(arguments, *block),
            (Expression::List(elements), Type::List(element) | Type::Set(element)) => {
                let is_dynamic = |element: &Expression| matches!(element, Expression::Dynamic(_));
                let value = |value: &Expression| self.without_objects(value, element);
                if !elements.iter().any(is_dynamic) {
                    return Expression::List(elements.iter().map(value).collect());
                }
                let mut lists: Vec<_> = elements
                    .iter()
                    .map(|element| match element {
                        Expression::Dynamic(_) => value(element),
                        other => Expression::List(vec![value(other)]),
                    })
                    .collect();
                if lists.len() == 1 {
                    return lists.remove(0);
                }
                let function = "concat".to_owned();
                Expression::Call(Call { function, arguments: lists, expand: false })
            }
            (Expression::Dynamic(dynamic), Type::Object(block)) => {
                let value = self.map_of(&dynamic.content, *block);
                for_expression(dynamic, value)
            }
            (Expression::Map(entries), Type::Map(element)) => {
                let entries = entries.iter();
                let entries = entries.map(|(key, value)| (key.clone(), self.without_objects(value, element)));
                Expression::Map(entries.collect())
            }
            _ => expression.clone(),
        }
    }

    fn map_of(&self, arguments: &[Argument], block: BlockId) -> Expression {
        let of = self.providers[self.current().provider].construct(self.current()).block(block);
        let set = |index| arguments.iter().find(|argument| argument.field == index);
        let entries = of.fields.iter().enumerate().filter_map(|(index, field)| {
            let value = match (set(index), &field.kind) {
                (Some(argument), FieldKind::Attribute(ty)) => self.without_objects(&argument.value, ty),
                (Some(argument), FieldKind::Block { .. }) => argument.value.clone(),
                // Terraform wants every key of an object type.
                (None, _) if of.origin == BlockOrigin::ObjectType => Expression::Null,
                (None, _) => return None,
            };
            Some((field.name.clone(), value))
        });
        Expression::map(entries)
    }
}

/// The elements that dynamic blocks would be: the iterator stands for an object with a key and a value, as it does there.
fn for_expression(dynamic: &Dynamic, value: Expression) -> Expression {
    let variable = |name: &str| {
        Expression::Reference(Reference { root: Root::Variable(name.to_owned()), steps: Vec::new() })
    };
    let plain = |key_variable: Option<&str>, value_variable: &str, collection, value| {
        Expression::For(Box::new(For {
            key_variable: key_variable.map(str::to_owned),
            value_variable: value_variable.to_owned(),
            collection,
            key: None,
            value,
            grouped: false,
            condition: None,
            written: String::new(),
        }))
    };
    let entry = Expression::map(["key", "value"].map(|name| (name.to_owned(), variable(name))));
    let entries = plain(Some("key"), "value", dynamic.for_each.clone(), entry);
    plain(None, &dynamic.iterator, entries, value)
}

/// The text, with braces around what stands between marks, and doubled where they are Terraform's own.
fn filled(text: &str) -> Form {
    if !text.contains(MARK) {
        return Form::Raw { text: text.to_owned(), has_names: false };
    }
    let pieces = text.split(MARK).enumerate().map(|(index, piece)| {
        if index % 2 == 0 { piece.replace('{', "{{").replace('}', "}}") } else { format!("{{{piece}}}") }
    });
    Form::Raw { text: pieces.collect(), has_names: true }
}
