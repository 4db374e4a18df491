//! Expressions whose type Rust knows.

use super::layout::Code;
use super::value::{Form, Value, argument, elements, field};
use super::{Printer, functions, types};
use crate::model::{FieldKind, Nesting, Type};
use crate::program::{Binary, Call, Expression, Part, Reference, Root, Step, Unary};

/// What a way along a reference has come to.
enum Stop {
    /// A construct, or one of the objects in it.
    Body,
    /// A value.
    Value(Type),
}

impl Printer<'_> {
    /// The expression as a value of the type that it has by itself, or of the type that is wanted where it has any.
    pub(super) fn typed(&self, expression: &Expression, want: Option<&Type>) -> Option<Value> {
        match expression {
            Expression::Reference(reference) => self.reference(reference, want),
            Expression::Template(parts) => self.template(parts),
            Expression::Call(call) => self.call(call),
            Expression::Unary(Unary::Not, operand) => {
                let operand = self.operand(operand, &Type::Bool)?;
                Some(Value::is(Code::Prefix("!", Box::new(field(&operand))), &Type::Bool))
            }
            Expression::Unary(Unary::Negate, operand) => match &**operand {
                Expression::Integer(number) => self.typed(&Expression::Integer(-number), want),
                Expression::Float(number) => self.typed(&Expression::Float(-number), want),
                operand => {
                    let operand = self.operand(operand, &Type::Number)?;
                    Some(Value::is(Code::Prefix("-", Box::new(field(&operand))), &Type::Number))
                }
            },
            Expression::Binary(operator, operands) => self.binary(*operator, &operands[0], &operands[1]),
            Expression::Conditional(parts) => self.conditional(parts, want),
            Expression::String(_) => Some(self.fit(expression, &Type::String)),
            Expression::Integer(_) | Expression::Float(_) => Some(self.fit(expression, &Type::Number)),
            Expression::Bool(_) => Some(self.fit(expression, &Type::Bool)),
            Expression::List(members) => {
                let first = self.typed(members.first()?, None)?.ty;
                let values: Option<Vec<_>> =
                    members.iter().map(|element| self.typed(element, None)).collect();
                let is_uniform = values?.iter().all(|value| value.ty == first);
                is_uniform.then(|| self.fit(expression, &Type::List(Box::new(first))))
            }
            Expression::Null
            | Expression::Map(_)
            | Expression::Object(_)
            | Expression::Dynamic(_)
            | Expression::For(_) => None,
        }
    }

    /// A value that methods can be called on.
    fn operand(&self, expression: &Expression, ty: &Type) -> Option<Value> {
        let value = self.typed(expression, Some(ty))?;
        (value.ty == *ty && matches!(value.form, Form::Is(_) | Form::Variable { .. })).then_some(value)
    }

    /// An argument of a type, unless it had to be said in Terraform's own words.
    fn known(&self, expression: &Expression, ty: &Type) -> Option<Value> {
        Some(self.fit(expression, ty)).filter(|value| !value.is_raw())
    }

    fn binary(&self, operator: Binary, left: &Expression, right: &Expression) -> Option<Value> {
        let sign = match operator {
            Binary::Add => "+",
            Binary::Subtract => "-",
            Binary::Multiply => "*",
            Binary::Divide => "/",
            Binary::Modulo => "%",
            _ => return self.comparison(operator, left, right),
        };
        let left = self.operand(left, &Type::Number)?;
        let right = self.known(right, &Type::Number)?;
        let [left, right] = [field(&left), argument(&right)].map(|operand| match operand {
            Code::Binary(..) => operand.in_parentheses(),
            operand => operand,
        });
        Some(Value::is(Code::Binary(Box::new(left), sign, Box::new(right)), &Type::Number))
    }

    fn comparison(&self, operator: Binary, left: &Expression, right: &Expression) -> Option<Value> {
        let (method, ty) = match operator {
            Binary::Or => ("or", Type::Bool),
            Binary::And => ("and", Type::Bool),
            Binary::Less => ("less_than", Type::Number),
            Binary::AtMost => ("at_most", Type::Number),
            Binary::Greater => ("greater_than", Type::Number),
            Binary::AtLeast => ("at_least", Type::Number),
            _ => return self.equality(operator, left, right),
        };
        let left = self.operand(left, &ty)?;
        let right = self.known(right, &ty)?;
        Some(Value::is(receiver(&left).then(method, vec![argument(&right)]), &Type::Bool))
    }

    /// Equality converts nothing, so both sides have to be of one type as they stand.
    fn equality(&self, operator: Binary, left: &Expression, right: &Expression) -> Option<Value> {
        let left = self.typed(left, None)?;
        if !matches!(left.form, Form::Is(_) | Form::Variable { .. }) {
            return None;
        }
        let is_equal = operator == Binary::Equal;
        let left_code = receiver(&left);
        if *right == Expression::Null {
            let test = left_code.then("is_null", Vec::new());
            let test = if is_equal { test } else { Code::Prefix("!", Box::new(test)) };
            return Some(Value::is(test, &Type::Bool));
        }
        let right = self.typed(right, None).filter(|right| right.ty == left.ty && !right.is_raw())?;
        let method = if is_equal { "equals" } else { "not_equals" };
        Some(Value::is(left_code.then(method, vec![argument(&right)]), &Type::Bool))
    }

    fn conditional(&self, parts: &[Expression; 3], want: Option<&Type>) -> Option<Value> {
        let [condition, yes, no] = parts;
        let condition = self.known(condition, &Type::Bool)?;
        let own = |branch| self.typed(branch, None).map(|value| value.ty);
        let ty = want.cloned().or_else(|| own(yes)).or_else(|| own(no))?;
        if types::has_objects(&ty) {
            return None;
        }
        let branches = [self.known(yes, &ty)?, self.known(no, &ty)?];
        let [yes, no] = branches.map(|branch| argument(&branch));
        let call = format!("conditional::<{}>", types::name(&ty, ""));
        Some(Value::is(Code::Call(call, vec![argument(&condition), yes, no]), &ty))
    }

    fn template(&self, parts: &[Part]) -> Option<Value> {
        let mut text = String::new();
        let mut values = Vec::new();
        for part in parts {
            match part {
                Part::Text(literal) => text += &literal.replace('{', "{{").replace('}', "}}"),
                Part::Directive(_) => return None,
                Part::Value(expression) => {
                    if let Some(sign) = text.chars().last().filter(|last| matches!(last, '$' | '%')) {
                        // A sign before a brace would be an escape.
                        text.pop();
                        text += "{}";
                        values.push(Code::string(&sign.to_string()));
                    }
                    let value = self.hole(expression);
                    if let Form::Variable { name, .. } = &value.form {
                        text.extend(["{", name, "}"]);
                    } else {
                        text += "{}";
                        values.push(argument(&value));
                    }
                }
            }
        }
        let arguments = std::iter::once(Code::string(&text)).chain(values).collect();
        Some(Value::is(Code::Macro("template".to_owned(), arguments), &Type::String))
    }

    /// What stands in a string.
    fn hole(&self, expression: &Expression) -> Value {
        match self.typed(expression, Some(&Type::String)) {
            Some(value) if matches!(value.ty, Type::String | Type::Number | Type::Bool) => value,
            _ => self.fit(expression, &Type::String),
        }
    }

    fn call(&self, call: &Call) -> Option<Value> {
        if call.expand {
            return None;
        }
        let first = call.arguments.first().and_then(|first| self.typed(first, None));
        let signature = functions::signature(&call.function, first.as_ref().map(|first| &first.ty))?;
        let arguments: Vec<Code> = if call.function == "length" {
            let first = first.filter(|first| {
                matches!(first.form, Form::Is(_) | Form::Variable { .. })
                    && !matches!(first.ty, Type::Number | Type::Bool)
            })?;
            vec![match &first.form {
                Form::Variable { .. } => argument(&first),
                _ => Code::Prefix("&", Box::new(field(&first))),
            }]
        } else {
            self.arguments(&call.arguments, &signature)?
        };
        Some(Value::is(Code::Call(call.function.clone(), arguments), &signature.returns))
    }

    fn arguments(&self, expressions: &[Expression], signature: &functions::Signature) -> Option<Vec<Code>> {
        let count = signature.arguments.len();
        if expressions.len() < count || (expressions.len() > count && signature.rest.is_none()) {
            return None;
        }
        let (fixed, further) = expressions.split_at(count);
        let mut codes = Vec::new();
        for (expression, ty) in fixed.iter().zip(&signature.arguments) {
            codes.push(argument(&self.known(expression, ty)?));
        }
        if let Some(ty) = &signature.rest {
            let further: Option<Vec<_>> = further.iter().map(|value| self.known(value, ty)).collect();
            codes.push(match further? {
                none if none.is_empty() => Code::Tuple(Vec::new()),
                further => Code::Array(elements(&further, ty)),
            });
        }
        Some(codes)
    }

    fn reference(&self, reference: &Reference, want: Option<&Type>) -> Option<Value> {
        let (root, steps) = (&reference.root, reference.steps.as_slice());
        match root {
            Root::Statement(_) | Root::Undeclared(_) | Root::Itself => {
                if self.body_of(root).is_some() {
                    return self.attribute(reference);
                }
                if let Some(module) = self.module_of(root) {
                    let [Step::Attribute(output)] = steps else { return None };
                    let form = Form::Any(Code::Path(module), "output", vec![Code::string(output)]);
                    return Some(Value::new(form, want?));
                }
                let (form, ty) = self.variable(root, want.filter(|_| steps.is_empty()))?;
                self.along(form, ty, steps, false)
            }
            Root::Parameter(_) => {
                let (form, ty) = self.variable(root, want)?;
                self.along(form, ty, steps, false)
            }
            Root::CountIndex => own("count_index", &Type::Number, steps),
            Root::EachKey => own("each_key", &Type::String, steps),
            Root::EachValue => {
                let ty = self.each_type().or_else(|| want.cloned())?;
                if !steps.is_empty() || types::has_objects(&ty) {
                    return None;
                }
                let call = format!("each_value::<{}>", types::name(&ty, ""));
                Some(Value::is(Code::Call(call, Vec::new()), &ty))
            }
            Root::IteratorKey(name) => {
                let iterator = self.iterator(name)?;
                let form = Form::Variable { name: iterator.key.clone(), borrowed: false };
                self.along(form, Type::String, steps, true)
            }
            Root::IteratorValue(name) => {
                let iterator = self.iterator(name)?;
                let form = Form::Variable { name: iterator.value.clone(), borrowed: false };
                self.along(form, iterator.element.clone(), steps, true)
            }
            Root::Named(address) => {
                let (_, name, ty) = self.validated.borrow().clone().filter(|(own, ..)| own == address)?;
                self.along(Form::Variable { name, borrowed: false }, ty, steps, false)
            }
            Root::Variable(_) | Root::Value(_) => None,
        }
    }

    /// A value and the steps from there; `through_any` where steps into what has no type are worth writing.
    fn along(&self, form: Form, ty: Type, steps: &[Step], through_any: bool) -> Option<Value> {
        if steps.is_empty() {
            return Some(Value::new(form, &ty));
        }
        if ty == Type::Dynamic && !through_any {
            return None;
        }
        let code = receiver(&Value::new(form, &ty));
        let (code, ty) = self.steps(code, ty, steps)?;
        Some(Value::is(code, &ty))
    }

    fn steps(&self, mut code: Code, mut ty: Type, steps: &[Step]) -> Option<(Code, Type)> {
        for step in steps {
            (code, ty) = match (step, ty) {
                (Step::Index(index), Type::List(element)) => {
                    let index = argument(&self.known(index, &Type::Number)?);
                    (code.then("at", vec![index]), *element)
                }
                (Step::Index(key), Type::Map(element)) => {
                    let key = argument(&self.known(key, &Type::String)?);
                    (code.then("at", vec![key]), *element)
                }
                (Step::Attribute(key), Type::Map(element)) => {
                    (code.then("at", vec![Code::string(key)]), *element)
                }
                (Step::Attribute(name) | Step::Index(Expression::String(name)), Type::Dynamic) => {
                    (code.then("attribute", vec![Code::string(name)]), Type::Dynamic)
                }
                (Step::Index(Expression::Integer(index)), Type::Dynamic) if *index >= 0 => {
                    (code.then("at", vec![Code::Literal(index.to_string())]), Type::Dynamic)
                }
                _ => return None,
            };
        }
        Some((code, ty))
    }

    /// An attribute of a construct.
    fn attribute(&self, reference: &Reference) -> Option<Value> {
        let body = self.body_of(&reference.root)?;
        let stops = self.follow(reference);
        let construct = body.construct;
        let mut code = Code::Path(body.name);
        let mut at = Stop::Body;
        let mut index = 0;
        if let Some(key) = body.key {
            let Step::Index(instance) = reference.steps.first()? else { return None };
            code = code.then("at", vec![argument(&self.known(instance, &key)?)]);
            index = 1;
        }
        while let (Stop::Body, Some(step)) = (&at, reference.steps.get(index)) {
            let (Step::Attribute(_), Some((block, field))) = (step, stops[index].field) else { return None };
            let method =
                self.providers[construct.provider].vocabulary.field(construct.construct, block, field);
            let of = &self.fields(construct, block)[field];
            if of.write_only {
                return None;
            }
            index += 1;
            let by_index = || match reference.steps.get(index) {
                Some(Step::Index(Expression::Integer(number))) if *number >= 0 => {
                    Some(Code::Literal(number.to_string()))
                }
                _ => None,
            };
            let by_key = || match reference.steps.get(index) {
                Some(Step::Index(Expression::String(key)) | Step::Attribute(key)) => Some(Code::string(key)),
                _ => None,
            };
            let chosen = match &of.kind {
                FieldKind::Attribute(Type::Object(_))
                | FieldKind::Block { nesting: Nesting::Single | Nesting::Group, .. } => None,
                FieldKind::Attribute(Type::List(element)) if matches!(**element, Type::Object(_)) => {
                    Some(by_index()?)
                }
                FieldKind::Attribute(Type::Map(element)) if matches!(**element, Type::Object(_)) => {
                    Some(by_key()?)
                }
                FieldKind::Attribute(ty) if types::has_objects(ty) => return None,
                FieldKind::Attribute(ty) => {
                    at = Stop::Value(ty.clone());
                    None
                }
                FieldKind::Block { nesting: Nesting::List, .. } => Some(by_index()?),
                FieldKind::Block { nesting: Nesting::Map, .. } => Some(by_key()?),
                FieldKind::Block { nesting: Nesting::Set, .. } => return None,
            };
            index += usize::from(chosen.is_some());
            code = code.then(method, chosen.into_iter().collect());
        }
        let Stop::Value(ty) = at else { return None };
        let (code, ty) = self.steps(code, ty, &reference.steps[index..])?;
        Some(Value::is(code, &ty))
    }
}

/// The value where a method is called on it.
fn receiver(value: &Value) -> Code {
    match &value.form {
        Form::Variable { name, .. } => Code::Path(name.clone()),
        _ => field(value),
    }
}

/// What the instance that is declared knows of itself.
fn own(function: &'static str, ty: &Type, steps: &[Step]) -> Option<Value> {
    if !steps.is_empty() {
        return None;
    }
    Some(Value::is(Code::Call(function.to_owned(), Vec::new()), ty))
}
