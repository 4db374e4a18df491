//! Tables: what the JavaScript runtime, and through it Python, makes a construct of, and what both make a provider's functions of.
//!
//! The forms are described where they are read, in `templates/typescript/runtime/table.js` and `functions.js`.

mod pattern;
mod rules;

use std::fmt::Write;

use serde_json::{Value, json};

use crate::model::{
    Block, BlockOrigin, Construct, ConstructKind, Field, FieldKind, Function, Nesting, Presence, Provider,
    Type,
};
use crate::names::case;
use crate::names::provider_functions::FunctionsNames;
use crate::names::typescript::{ConstructNames, MemberNames};

/// The table as JSON, one line per field.
#[must_use]
pub fn render(provider: &Provider, construct: &Construct, names: &ConstructNames) -> String {
    let kind = match construct.kind {
        ConstructKind::Resource => "resource",
        ConstructKind::DataSource => "data",
        ConstructKind::EphemeralResource => "ephemeral",
        ConstructKind::Provider => "provider",
        ConstructKind::ListResource | ConstructKind::Action | ConstructKind::StateStore => {
            unreachable!("{} is not emitted", construct.kind.term())
        }
    };
    let mut out = String::with_capacity(construct.blocks.len() * 256);
    let type_name = &construct.type_name;
    let _ = write!(out, r#"{{"kind":"{kind}","type":"{type_name}","name":"{}","provider":"#, names.class);
    let source = provider.address.source();
    let version = provider.version.as_deref();
    out.push_str(&json!([provider.address.name, version, provider.constraint, source]).to_string());
    out.push_str(",\n\"shapes\":[");
    for (index, (block, members)) in construct.blocks.iter().zip(&names.members).enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        shape(&mut out, block, members);
    }
    out.push_str("],\n\"structs\":[");
    for (index, nested) in names.structs.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        let (block, nesting) = (nested.key.block.0, nested.key.nesting.code());
        let computed_only = if nested.key.computed_only { ",1" } else { "" };
        let _ = write!(out, r#"["{}",{block},"{nesting}"{computed_only}]"#, nested.name);
    }
    out.push(']');
    rules::render(&mut out, construct);
    out.push('}');
    out
}

/// The table of a provider's functions as JSON, one line per function.
#[must_use]
pub fn functions(functions: &[Function], names: &FunctionsNames) -> String {
    let mut out = format!(r#"{{"name":"{}","functions":["#, names.class);
    for (index, (function, names)) in functions.iter().zip(&names.functions).enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        let _ = write!(out, r#"["{}","{}",""#, function.name, names.method);
        value_code(&mut out, &function.returns);
        out.push_str("\",[");
        let optional = function.optional_from();
        for (at, (parameter, name)) in function.all_parameters().zip(&names.parameters).enumerate() {
            let _ = write!(out, r#"{}["{name}",""#, if at == 0 { "" } else { "," });
            value_code(&mut out, &parameter.ty);
            let flags = [
                (parameter.nullable, 'n'),
                (at >= optional && function.variadic.is_none(), 'o'),
                (at == function.parameters.len(), 'v'),
            ];
            out.push_str("\",\"");
            out.extend(flags.iter().filter(|(holds, _)| *holds).map(|(_, flag)| flag));
            out.push_str("\"]");
        }
        out.push_str("]]");
    }
    out.push_str("]}");
    out
}

/// The code of what functions take and return: objects and tuples are any value there.
fn value_code(out: &mut String, ty: &Type) {
    let (letter, element) = match ty {
        Type::List(element) => ('l', element),
        Type::Set(element) => ('t', element),
        Type::Map(element) => ('m', element),
        Type::Object(_) | Type::Tuple(_) => return out.push('a'),
        primitive => return attribute_code(out, primitive),
    };
    out.push(letter);
    value_code(out, element);
}

fn shape(out: &mut String, block: &Block, members: &[MemberNames]) {
    let origin = match block.origin {
        BlockOrigin::Block => 'b',
        BlockOrigin::NestedAttribute => 'n',
        BlockOrigin::ObjectType => 'o',
    };
    let _ = write!(out, r#"["{origin}",["#);
    for (index, member) in members.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        row(out, block.fields.get(index), member);
    }
    out.push_str("]]");
}

/// The row of a field; the one field that no schema has is a provider's `alias`.
fn row(out: &mut String, field: Option<&Field>, member: &MemberNames) {
    let name = field.map_or("alias", |field| field.name.as_str());
    let _ = write!(out, r#"[{},"{}",""#, ascii(&name.into()), member.property);
    match field {
        Some(field) => type_code(out, &field.kind),
        None => out.push('s'),
    }
    let _ = write!(out, r#"","{}""#, field.map_or_else(|| "o".to_owned(), flags));
    let capital = case::upper_first(&member.property);
    let methods = [
        ("put", &member.put, format!("put{capital}")),
        ("reset", &member.reset, format!("reset{capital}")),
        ("input", &member.input, format!("{}Input", member.property)),
    ];
    let unusual = methods.iter().filter(|(_, name, usual)| *name != usual);
    for (index, (key, name, _)) in unusual.clone().enumerate() {
        let _ = write!(out, r#"{}"{key}":"{name}""#, if index == 0 { ",{" } else { "," });
    }
    out.push_str(if unusual.count() == 0 { "]" } else { "}]" });
}

/// JSON in ASCII: strings can hold characters that change what a reader of source code sees.
fn ascii(value: &Value) -> String {
    let json = value.to_string();
    if json.is_ascii() {
        return json;
    }
    let mut ascii = String::new();
    for char in json.chars() {
        if char.is_ascii() {
            ascii.push(char);
        } else {
            for unit in char.encode_utf16(&mut [0; 2]) {
                let _ = write!(ascii, "\\u{unit:04x}");
            }
        }
    }
    ascii
}

fn flags(field: &Field) -> String {
    let presence = match field.presence {
        Presence::Required => "r",
        Presence::Optional => "o",
        Presence::OptionalComputed => "oc",
        Presence::Computed => "c",
    };
    let sensitive = if field.sensitive { "s" } else { "" };
    let write_only = if field.write_only { "w" } else { "" };
    format!("{presence}{sensitive}{write_only}")
}

fn type_code(out: &mut String, kind: &FieldKind) {
    match kind {
        FieldKind::Attribute(ty) => attribute_code(out, ty),
        FieldKind::Block { block, nesting, limits } => {
            let (letter, is_list) = match nesting {
                Nesting::Single => ('S', false),
                Nesting::Group => ('G', false),
                Nesting::List => ('L', true),
                Nesting::Set => ('T', true),
                Nesting::Map => ('M', false),
            };
            let single = if is_list && limits.max == Some(1) { "!" } else { "" };
            let _ = write!(out, "{letter}{}{single}", block.0);
        }
    }
}

fn attribute_code(out: &mut String, ty: &Type) {
    let (letter, element) = match ty {
        Type::String => return out.push('s'),
        Type::Number => return out.push('n'),
        Type::Bool => return out.push('b'),
        Type::Dynamic => return out.push('a'),
        Type::Object(block) => {
            let _ = write!(out, "o{}", block.0);
            return;
        }
        Type::Tuple(elements) => {
            for (index, element) in elements.iter().enumerate() {
                out.push_str(if index == 0 { "u(" } else { "," });
                attribute_code(out, element);
            }
            return out.push_str(if elements.is_empty() { "u()" } else { ")" });
        }
        Type::List(element) => ('l', element),
        Type::Set(element) => ('t', element),
        Type::Map(element) => ('m', element),
    };
    out.push(letter);
    attribute_code(out, element);
}
