//! Values as they stand inside an expression.

use crate::expression::{Expression, Run};
use crate::node::Node;
use crate::quoting::quote;
use crate::table::Table;

/// The value as an expression; what the program leaves unset is `null`.
pub(crate) fn expression(node: &Node<'_>) -> Expression {
    match node {
        Node::Expression(expression) => (*expression).clone(),
        // Blocks stand in no expression.
        Node::Unset | Node::Null | Node::Blocks(_) | Node::BlockMap(_) | Node::Dynamic { .. } => {
            Expression::null()
        }
        Node::Bool(bool) => Expression::name(&bool.to_string()),
        Node::Number(number) if number.to_f64() < 0.0 => Expression::new(number.to_string()),
        Node::Number(number) => Expression::name(&number.to_string()),
        Node::String(text) => Expression::name(&quote(text)),
        Node::List(nodes) => enclose("[", nodes.iter().map(|node| (String::new(), expression(node))), "]"),
        Node::Map(entries) => {
            enclose("{", entries.iter().map(|(key, node)| (quote(key) + " = ", expression(node))), "}")
        }
        Node::Body(content) => {
            let names = Table::parse(content.table).fields.into_iter().map(|field| field.name);
            let entries = names.zip(&content.fields);
            enclose("{", entries.map(|(name, node)| (quote(name) + " = ", expression(node))), "}")
        }
    }
}

/// Elements with what stands before each of them, separated by commas.
fn enclose(open: &str, elements: impl Iterator<Item = (String, Expression)>, close: &str) -> Expression {
    let elements: Vec<_> = elements.collect();
    let mut runs = vec![Run::Text(open)];
    for (index, (before, element)) in elements.iter().enumerate() {
        runs.extend([Run::Text(if index == 0 { "" } else { ", " }), Run::Text(before), element.into()]);
    }
    runs.push(close.into());
    Expression::join(runs)
}
