//! The rules in a table: what constructs are checked against when they are synthesized.

use std::fmt::Write;

use serde_json::{Value, json};

use super::pattern;
use crate::emit::import_id;
use crate::model::{Check, Construct, Field, FieldKind, Provenance, Rule, Severity};

/// Adds the members of a table that hold rules, each only if there is something in it.
pub fn render(out: &mut String, construct: &Construct) {
    let of_fields = construct.blocks.iter().enumerate().flat_map(|(id, block)| {
        let fields = block.fields.iter().filter(|field| field.is_settable());
        fields.filter_map(move |field| Some(json!([id, field.name, rows(&all(field))?])))
    });
    let of_fields: Vec<_> = of_fields.collect();
    let paths = construct.path_rules.chunk_by(|(one, _), (other, _)| one == other).filter_map(|rules| {
        let path = &rules[0].0;
        Some(json!([path, rows(&rules.iter().map(|(_, rule)| rule.clone()).collect::<Vec<_>>())?]))
    });
    member(out, "rules", &of_fields);
    member(out, "paths", &paths.collect::<Vec<_>>());
    let known =
        construct.import.formats.iter().filter_map(|id| Some((id.provenance, import_id::template(id)?)));
    let (provenances, formats): (Vec<_>, Vec<_>) = known.unzip();
    if !formats.is_empty() {
        // Documentation lags behind services: other formats may be right, too.
        let severity = if provenances.contains(&Provenance::Docs) { "w" } else { "e" };
        let _ = write!(out, ",\n\"imports\":{}", super::ascii(&json!([severity, formats])));
    }
}

fn member(out: &mut String, name: &str, rows: &[Value]) {
    for (index, row) in rows.iter().enumerate() {
        let start = if index == 0 { format!(",\n\"{name}\":[\n") } else { ",\n".to_owned() };
        let _ = write!(out, "{start}{}", super::ascii(row));
    }
    if !rows.is_empty() {
        out.push(']');
    }
}

/// The rules of a field, with the limits that its type does not say: that there is one, or one at most.
fn all(field: &Field) -> Vec<Rule> {
    let limits = match &field.kind {
        FieldKind::Block { limits, .. } => limits.rules(),
        FieldKind::Attribute(_) => Vec::new(),
    };
    let is_said = |rule: &Rule| matches!(rule.check, Check::MinItems(1) | Check::MaxItems(1));
    let limits = limits.into_iter().filter(|rule| !is_said(rule));
    limits.chain(field.rules.iter().cloned()).collect()
}

/// Rules as rows; none where nothing is left to check.
fn rows(rules: &[Rule]) -> Option<Vec<Value>> {
    let rows: Vec<_> = rules.iter().filter_map(row).collect();
    (!rows.is_empty()).then_some(rows)
}

fn row(rule: &Rule) -> Option<Value> {
    let allowed = match &rule.check {
        Check::OneOf(values) => json!(values),
        Check::OneOfNumbers(values) => json!(values),
        Check::Range { min, max } => json!([min, max]),
        Check::Length { min, max } => json!([min, max]),
        Check::Pattern(pattern) => json!([pattern::javascript(pattern)?]),
        Check::MinItems(count) | Check::MaxItems(count) => json!([count]),
        Check::ConflictsWith(names)
        | Check::ExactlyOneOf(names)
        | Check::AtLeastOneOf(names)
        | Check::RequiredWith(names) => json!(names),
    };
    let severity = match rule.severity {
        Severity::Error => 'e',
        Severity::Warning => 'w',
    };
    let source = match rule.provenance {
        Provenance::Schema => 's',
        Provenance::Docs => 'd',
        Provenance::Override => 'o',
    };
    let head = [json!(rule.check.term()), json!(format!("{severity}{source}"))];
    Some(head.into_iter().chain(allowed.as_array().into_iter().flatten().cloned()).collect())
}
