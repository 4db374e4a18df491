//! A construct with every fact that is known of it.

use askama::Template;
use serde::Serialize;

use crate::emit::constraint;
use crate::emit::docs::terms;
use crate::model::{
    Construct, Description, Field, FieldKind, ImportId, Presence, Provenance, Provider, Rule, Said, Severity,
};

/// A construct.
#[derive(Debug, Serialize, Template)]
#[template(path = "inspect/construct.txt")]
pub struct ConstructView {
    provider: String,
    kind: &'static str,
    #[serde(rename = "type")]
    type_name: String,
    description: Option<String>,
    deprecated: Option<String>,
    blocks: Vec<BlockView>,
    /// Rules that hold at one place of several that share a shape.
    rules_at_paths: Vec<PathRuleView>,
    import_ids: Vec<FormatView>,
    import_id_examples: Vec<String>,
    /// Why an import ID cannot be taken apart.
    import_id_is_opaque: Option<String>,
    identity: Vec<IdentityView>,
    example: Option<String>,
    import_section: Option<String>,
}

/// The construct's own block, or a nested block or object, at the first place where it stands.
#[derive(Debug, Serialize)]
struct BlockView {
    path: String,
    fields: Vec<FieldView>,
}

/// An attribute or a nested block.
#[derive(Debug, Serialize)]
struct FieldView {
    name: String,
    #[serde(rename = "type")]
    ty: String,
    /// Required, Sensitive, …
    marks: Vec<&'static str>,
    descriptions: Vec<DescriptionView>,
    default: Option<SaidView>,
    deprecated: Option<SaidView>,
    /// Who says that changing it replaces the resource.
    forces_new: Option<&'static str>,
    rules: Vec<RuleView>,
}

#[derive(Debug, Serialize)]
struct DescriptionView {
    /// The place, where others that share the shape are described differently.
    path: Option<String>,
    text: String,
    source: &'static str,
}

#[derive(Debug, Serialize)]
struct SaidView {
    text: String,
    source: &'static str,
}

#[derive(Debug, Serialize)]
struct RuleView {
    rule: &'static str,
    text: String,
    severity: &'static str,
    source: &'static str,
}

#[derive(Debug, Serialize)]
struct PathRuleView {
    path: String,
    #[serde(flatten)]
    rule: RuleView,
}

#[derive(Debug, Serialize)]
struct FormatView {
    format: String,
    source: &'static str,
}

#[derive(Debug, Serialize)]
struct IdentityView {
    name: String,
    #[serde(rename = "type")]
    ty: String,
    is_required_for_import: bool,
}

impl ConstructView {
    /// Everything about a construct.
    pub(super) fn of(provider: &Provider, construct: &Construct) -> Self {
        let path_rules = construct.path_rules.iter();
        let identity = construct.identity.iter().flat_map(|identity| &identity.attributes);
        Self {
            provider: provider.address.to_string(),
            kind: construct.kind.term(),
            type_name: construct.type_name.clone(),
            description: construct.description.as_ref().map(|text| text.text.trim().to_owned()),
            deprecated: construct.deprecated.clone(),
            blocks: construct
                .blocks
                .iter()
                .map(|block| BlockView {
                    path: block.first_path.clone(),
                    fields: block.fields.iter().map(field).collect(),
                })
                .collect(),
            rules_at_paths: path_rules
                .map(|(path, of)| PathRuleView { path: path.clone(), rule: rule(of) })
                .collect(),
            import_ids: construct.import.formats.iter().map(format).collect(),
            import_id_examples: construct.import.examples.clone(),
            import_id_is_opaque: construct.import.opaque.clone(),
            identity: identity
                .map(|attribute| IdentityView {
                    name: attribute.name.clone(),
                    ty: terms::type_of(&attribute.ty),
                    is_required_for_import: attribute.required_for_import,
                })
                .collect(),
            example: construct.example.clone(),
            import_section: construct.import_section.clone(),
        }
    }
}

fn field(field: &Field) -> FieldView {
    let presence: &[_] = match field.presence {
        Presence::Required => &["Required"],
        Presence::Optional => &["Optional"],
        Presence::OptionalComputed => &["Optional", "Computed"],
        Presence::Computed => &["Computed"],
    };
    let marks = [(field.sensitive, "Sensitive"), (field.write_only, "Write-only")];
    let marks = marks.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| mark);
    let limits = match &field.kind {
        FieldKind::Block { limits, .. } => limits.rules(),
        FieldKind::Attribute(_) => Vec::new(),
    };
    FieldView {
        name: field.name.clone(),
        ty: terms::kind(&field.kind),
        marks: presence.iter().copied().chain(marks).collect(),
        descriptions: descriptions(&field.descriptions),
        default: field.default.as_ref().map(said),
        deprecated: field.deprecated.as_ref().map(said),
        forces_new: field.forces_new.map(source),
        rules: limits.iter().chain(&field.rules).map(rule).collect(),
    }
}

fn descriptions(all: &[Description]) -> Vec<DescriptionView> {
    let view = |one: &Description| DescriptionView {
        path: (all.len() > 1).then(|| one.path.clone()),
        text: one.text.text.trim().to_owned(),
        source: source(one.provenance),
    };
    all.iter().map(view).collect()
}

fn said(said: &Said) -> SaidView {
    SaidView { text: said.text.trim().to_owned(), source: source(said.provenance) }
}

fn rule(rule: &Rule) -> RuleView {
    let code = |text: &str| format!("`{text}`");
    RuleView {
        rule: rule.check.term(),
        text: constraint::sentence(&rule.check, &code, &code).unwrap_or_default(),
        severity: match rule.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        source: source(rule.provenance),
    }
}

fn format(id: &ImportId) -> FormatView {
    FormatView { format: id.template(), source: source(id.provenance) }
}

fn source(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Schema => "schema",
        Provenance::Docs => "docs",
        Provenance::Override => "override",
    }
}

/// Sets all lines but the first in by some columns.
fn set_in(text: &str, columns: usize) -> String {
    let indent = " ".repeat(columns);
    let mut lines = text.lines();
    let mut laid_out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        laid_out.push('\n');
        laid_out.push_str(if line.is_empty() { "" } else { &indent });
        laid_out.push_str(line);
    }
    laid_out
}
