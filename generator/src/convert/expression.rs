//! Expressions.

use hcl_edit::Span;
use hcl_edit::expr::{
    BinaryOperator, Expression as Hcl, ForExpr, FuncCall, ObjectKey, ObjectValue, Traversal,
    TraversalOperator, UnaryOperator,
};

use super::Writer;
use super::catalog::prefix;
use super::item::{addressed, construct};
use super::scope::{Binding, Scope};
use super::{file, functions};
use crate::program::{Binary, Call, Expression, For, Key, Reference, Root, Step, Subject, Unary, Undeclared};

impl Writer<'_> {
    /// A value where nothing is known of what is wanted.
    pub(super) fn expression(&mut self, scope: Scope<'_>, hcl: &Hcl) -> Expression {
        match hcl {
            Hcl::Null(_) => Expression::Null,
            Hcl::Bool(value) => Expression::Bool(**value),
            Hcl::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(number), _) => Expression::Integer(number),
                (None, number) => Expression::Float(number.unwrap_or_default()),
            },
            Hcl::String(text) => Expression::String(text.as_str().to_owned()),
            Hcl::Array(elements) => {
                Expression::List(elements.iter().map(|element| self.expression(scope, element)).collect())
            }
            Hcl::Object(entries) => {
                let entries = entries.iter();
                let entry = |(key, value): (&ObjectKey, &ObjectValue)| {
                    (self.key(scope, key), self.expression(scope, value.expr()))
                };
                Expression::Map(last_of_each(entries.map(entry).collect()))
            }
            Hcl::StringTemplate(template) => self.template(scope, template, false),
            Hcl::HeredocTemplate(heredoc) => self.template(scope, &heredoc.template, true),
            Hcl::Parenthesis(inner) => self.expression(scope, inner.inner()),
            Hcl::Variable(name) => {
                Expression::Reference(Reference { root: variable(scope, name.as_str()), steps: Vec::new() })
            }
            Hcl::Conditional(conditional) => Expression::Conditional(Box::new([
                self.expression(scope, &conditional.cond_expr),
                self.expression(scope, &conditional.true_expr),
                self.expression(scope, &conditional.false_expr),
            ])),
            Hcl::FuncCall(call) => self.call(scope, call),
            Hcl::Traversal(traversal) => Expression::Reference(self.reference(scope, traversal)),
            Hcl::UnaryOp(operation) => {
                let operand = self.expression(scope, &operation.expr);
                match (operation.operator.value(), operand) {
                    (UnaryOperator::Neg, Expression::Integer(number)) if number != i64::MIN => {
                        Expression::Integer(-number)
                    }
                    (UnaryOperator::Neg, Expression::Float(number)) => Expression::Float(-number),
                    (UnaryOperator::Neg, operand) => Expression::Unary(Unary::Negate, Box::new(operand)),
                    (UnaryOperator::Not, operand) => Expression::Unary(Unary::Not, Box::new(operand)),
                }
            }
            Hcl::BinaryOp(operation) => {
                let operands = Box::new([
                    self.expression(scope, &operation.lhs_expr),
                    self.expression(scope, &operation.rhs_expr),
                ]);
                Expression::Binary(binary(*operation.operator.value()), operands)
            }
            Hcl::ForExpr(each) => self.for_expression(scope, each),
        }
    }

    pub(super) fn key(&mut self, scope: Scope<'_>, key: &ObjectKey) -> Key {
        match key {
            ObjectKey::Ident(name) => Key::Name(name.as_str().to_owned()),
            ObjectKey::Expression(key) => match self.expression(scope, key) {
                Expression::String(name) => Key::Name(file::key(&name).to_owned()),
                // Without parentheses a word is a name, and so is a number.
                Expression::Reference(Reference { root: Root::Variable(name), steps })
                    if steps.is_empty() && !matches!(key, Hcl::Parenthesis(_)) =>
                {
                    Key::Name(name)
                }
                Expression::Integer(number) => Key::Name(number.to_string()),
                Expression::Bool(value) => Key::Name(value.to_string()),
                computed => Key::Computed(computed),
            },
        }
    }

    fn call(&mut self, scope: Scope<'_>, call: &FuncCall) -> Expression {
        let words = call.name.namespace.iter().map(|word| word.as_str()).chain([call.name.name.as_str()]);
        let function = words.collect::<Vec<_>>().join("::");
        if let Err((message, help)) = functions::check(&function) {
            let mut problem = scope.file.problem(call.name.name.span(), message);
            problem.help = help;
            self.problems.push(problem);
        }
        let arguments = call.args.iter().map(|argument| self.expression(scope, argument)).collect();
        Expression::Call(Call { function, arguments, expand: call.args.expand_final() })
    }

    fn for_expression(&mut self, scope: Scope<'_>, each: &ForExpr) -> Expression {
        let collection = self.expression(scope, &each.intro.collection_expr);
        let key_variable = each.intro.key_var.as_ref().map(|name| name.as_str().to_owned());
        let value_variable = each.intro.value_var.as_str().to_owned();
        let outer = scope.bind(key_variable.as_deref().unwrap_or_default(), Binding::For);
        let scope = scope.within(&outer);
        let inner = scope.bind(&value_variable, Binding::For);
        let scope = scope.within(&inner);
        let key = each.key_expr.as_ref().map(|key| self.expression(scope, key));
        let value = self.expression(scope, &each.value_expr);
        let condition = each.cond.as_ref().map(|condition| self.expression(scope, &condition.expr));
        let written = match (each.intro.collection_expr.span(), each.span()) {
            (Some(collection), Some(whole)) => {
                let text = scope.file.text(collection.end..whole.end - 1);
                text.split_once(':').map_or("", |(_, behind)| behind).to_owned()
            }
            _ => String::new(),
        };
        let grouped = each.grouping;
        Expression::For(Box::new(For {
            key_variable: key_variable.clone(),
            value_variable: value_variable.clone(),
            collection,
            key,
            value,
            grouped,
            condition,
            written,
        }))
    }

    /// A reference.
    pub(super) fn reference(&mut self, scope: Scope<'_>, traversal: &Traversal) -> Reference {
        let (root, taken) = self.root(scope, traversal);
        let mut steps = Vec::new();
        for operator in &traversal.operators[taken..] {
            steps.push(match &**operator {
                TraversalOperator::GetAttr(name) => Step::Attribute(name.as_str().to_owned()),
                TraversalOperator::Index(index) => Step::Index(self.expression(scope, index)),
                TraversalOperator::LegacyIndex(index) => {
                    Step::Index(Expression::Integer(i64::try_from(**index).unwrap_or(i64::MAX)))
                }
                TraversalOperator::FullSplat(_) => Step::Splat,
                TraversalOperator::AttrSplat(_) => Step::AttributeSplat,
            });
        }
        Reference { root, steps }
    }

    /// Where a traversal begins, and how many of its operators that takes.
    fn root(&mut self, scope: Scope<'_>, traversal: &Traversal) -> (Root, usize) {
        let Hcl::Variable(first) = &traversal.expr else {
            return (Root::Value(Box::new(self.expression(scope, &traversal.expr))), 0);
        };
        let next = match traversal.operators.first().map(|operator| &**operator) {
            Some(TraversalOperator::GetAttr(name)) => Some(name.as_str()),
            _ => None,
        };
        match (scope.binding(first.as_str()), first.as_str(), next) {
            (Some(Binding::Dynamic), name, Some("key")) => (Root::IteratorKey(name.to_owned()), 1),
            (Some(Binding::Dynamic), name, Some("value")) => (Root::IteratorValue(name.to_owned()), 1),
            (Some(_), name, _) | (None, name, None) => (Root::Variable(name.to_owned()), 0),
            (None, "each", Some("key")) => (Root::EachKey, 1),
            (None, "each", Some("value")) => (Root::EachValue, 1),
            (None, "count", Some("index")) => (Root::CountIndex, 1),
            (None, "self", _) => (Root::Itself, 0),
            (None, name @ ("path" | "terraform"), Some(of)) => (Root::Named(format!("{name}.{of}")), 1),
            (None, name, Some(_)) => match addressed(traversal) {
                Some((address, length)) => (self.addressed(scope, &address), length),
                None => (Root::Variable(name.to_owned()), 0),
            },
        }
    }

    /// What an address stands for: something that is declared, or that the configuration leaves to others.
    pub(super) fn addressed(&mut self, scope: Scope<'_>, address: &str) -> Root {
        if scope.own == Some(address) {
            return Root::Named(address.to_owned());
        }
        if let Some(&statement) = self.statements_by_address.get(address) {
            return Root::Statement(statement);
        }
        // Of a circle, some things come before what they refer to.
        if self.declared.contains(address) {
            return Root::Named(address.to_owned());
        }
        let label = address.rsplit('.').next().unwrap_or_default();
        let subject = match address.split('.').next() {
            Some("var") => Some(Subject::Variable),
            Some("local") => Some(Subject::Local),
            Some("module") => Some(Subject::Module),
            _ => construct(address).and_then(|(kind, type_name)| {
                self.catalog.find(kind, &type_name, prefix(&type_name)).map(Subject::Construct)
            }),
        };
        match subject {
            Some(subject) => self.undeclared(subject, label),
            // No type that a provider could have: Terraform will tell what is wrong with it.
            None => Root::Named(address.to_owned()),
        }
    }

    pub(super) fn undeclared(&mut self, subject: Subject, label: &str) -> Root {
        let same = |other: &Undeclared| other.subject == subject && other.label == label;
        let index = self.undeclared.iter().position(same).unwrap_or_else(|| {
            self.undeclared.push(Undeclared { subject, label: label.to_owned() });
            self.undeclared.len() - 1
        });
        Root::Undeclared(index)
    }
}

/// Of entries with one key the last, where the first stood.
pub(super) fn last_of_each(entries: Vec<(Key, Expression)>) -> Vec<(Key, Expression)> {
    let mut kept: Vec<(Key, Expression)> = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        match kept.iter_mut().find(|(other, _)| matches!(key, Key::Name(_)) && *other == key) {
            Some((_, before)) => *before = value,
            None => kept.push((key, value)),
        }
    }
    kept
}

/// What a word by itself is.
fn variable(scope: Scope<'_>, name: &str) -> Root {
    match (scope.binding(name), name) {
        (None, "self") => Root::Itself,
        _ => Root::Variable(name.to_owned()),
    }
}

fn binary(operator: BinaryOperator) -> Binary {
    match operator {
        BinaryOperator::Eq => Binary::Equal,
        BinaryOperator::NotEq => Binary::NotEqual,
        BinaryOperator::LessEq => Binary::AtMost,
        BinaryOperator::GreaterEq => Binary::AtLeast,
        BinaryOperator::Less => Binary::Less,
        BinaryOperator::Greater => Binary::Greater,
        BinaryOperator::Plus => Binary::Add,
        BinaryOperator::Minus => Binary::Subtract,
        BinaryOperator::Mul => Binary::Multiply,
        BinaryOperator::Div => Binary::Divide,
        BinaryOperator::Mod => Binary::Modulo,
        BinaryOperator::And => Binary::And,
        BinaryOperator::Or => Binary::Or,
    }
}
