//! Terraform's language in its JSON form, brought into the native one.
//!
//! See <https://developer.hashicorp.com/terraform/language/syntax/json>.

use std::path::Path;

use hcl_edit::expr::{Array, Expression, Object, ObjectKey, ObjectValue};
use hcl_edit::structure::{Attribute, Block, Body};
use hcl_edit::template::StringTemplate;
use hcl_edit::{Decorated, Ident};
use serde_json::{Map, Value};

use crate::Problem;

/// Reads a file in JSON.
pub(super) fn parse(name: &Path, text: &str) -> Result<Body, Problem> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Problem::new(name, "is no JSON").at(place).help(error.to_string())
    })?;
    let reader = Reader { name };
    let Value::Object(root) = value else {
        return Err(Problem::new(name, "holds no object, expected blocks by their types"));
    };
    let mut body = Body::new();
    for (kind, content) in &root {
        if kind != "//" {
            let labels = labels_of(kind);
            reader.blocks(&mut body, kind, labels, &mut Vec::new(), content, &format!("$.{kind}"))?;
        }
    }
    Ok(body)
}

/// How many labels a top-level block has.
fn labels_of(kind: &str) -> usize {
    match kind {
        "resource" | "data" | "ephemeral" => 2,
        "provider" | "variable" | "output" | "module" | "check" => 1,
        _ => 0,
    }
}

struct Reader<'a> {
    name: &'a Path,
}

impl Reader<'_> {
    /// Adds the blocks of one type: the outermost keys are labels.
    fn blocks(
        &self,
        body: &mut Body,
        kind: &str,
        labels: usize,
        found: &mut Vec<String>,
        content: &Value,
        place: &str,
    ) -> Result<(), Problem> {
        match content {
            Value::Array(several) => {
                for (index, content) in several.iter().enumerate() {
                    self.blocks(body, kind, labels, found, content, &format!("{place}[{index}]"))?;
                }
            }
            Value::Object(entries) if found.len() < labels => {
                for (label, content) in entries.iter().filter(|(label, _)| *label != "//") {
                    found.push(label.clone());
                    self.blocks(body, kind, labels, found, content, &format!("{place}.{label}"))?;
                    found.pop();
                }
            }
            Value::Object(entries) => {
                let mut block = Block::new(ident(self.name, kind, place)?);
                block.labels = found.iter().map(|label| label.as_str().into()).collect();
                block.body = self.body(entries, place)?;
                body.push(block);
            }
            _ => return Err(Problem::new(self.name, "is no object, expected a block").at(place)),
        }
        Ok(())
    }

    /// The content of a block; without a schema, whether an object is a nested block shows where it is used.
    fn body(&self, entries: &Map<String, Value>, place: &str) -> Result<Body, Problem> {
        let mut body = Body::new();
        for (name, value) in entries.iter().filter(|(name, _)| *name != "//") {
            let place = format!("{place}.{name}");
            match name.as_str() {
                "dynamic" | "provisioner" => {
                    self.blocks(&mut body, name, 1, &mut Vec::new(), value, &place)?;
                }
                "lifecycle" | "connection" | "precondition" | "postcondition" | "validation" | "backend"
                | "required_providers" | "cloud" | "content" | "assert"
                    if value.is_object() || value.is_array() =>
                {
                    let labels = usize::from(name == "backend");
                    self.blocks(&mut body, name, labels, &mut Vec::new(), value, &place)?;
                }
                _ => body
                    .push(Attribute::new(ident(self.name, name, &place)?, self.expression(value, &place)?)),
            }
        }
        Ok(body)
    }

    fn expression(&self, value: &Value, place: &str) -> Result<Expression, Problem> {
        Ok(match value {
            Value::Null => Expression::null(),
            Value::Bool(value) => (*value).into(),
            Value::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(number), _) => number.into(),
                (None, Some(number)) => hcl_edit::Number::from_f64(number)
                    .ok_or_else(|| Problem::new(self.name, "is no number that Terraform knows").at(place))?
                    .into(),
                (None, None) => {
                    return Err(Problem::new(self.name, "is no number that Terraform knows").at(place));
                }
            },
            Value::String(text) => self.template(text, place)?,
            Value::Array(elements) => {
                let mut array = Array::new();
                for (index, element) in elements.iter().enumerate() {
                    array.push(self.expression(element, &format!("{place}[{index}]"))?);
                }
                array.into()
            }
            Value::Object(entries) => {
                let mut object = Object::new();
                for (name, value) in entries {
                    let place = format!("{place}.{name}");
                    let value = ObjectValue::new(self.expression(value, &place)?);
                    object.insert(ObjectKey::Expression(self.template(name, &place)?), value);
                }
                object.into()
            }
        })
    }

    /// A string is a template; one that is nothing but an interpolation is its value.
    fn template(&self, text: &str, place: &str) -> Result<Expression, Problem> {
        if !text.contains("${") && !text.contains("%{") {
            return Ok(text.into());
        }
        let template = hcl_edit::parser::parse_template(text)
            .map_err(|error| Problem::new(self.name, error.message().to_owned()).at(place))?;
        let elements: Vec<_> = template.into_iter().collect();
        Ok(Expression::StringTemplate(StringTemplate::from(elements)))
    }
}

fn ident(file: &Path, name: &str, place: &str) -> Result<Decorated<Ident>, Problem> {
    Ident::try_new(name)
        .map(Decorated::new)
        .map_err(|_| Problem::new(file, format!("`{name}` is no name that Terraform knows")).at(place))
}
