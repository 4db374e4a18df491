//! How a resource is imported, before a language says it.

use super::example::{identifying, import_id, words};
use super::prose::{Place, Prose, code};
use super::view::IdentityView;
use super::{LABEL, fenced, terms};
use crate::model::{Construct, Identity, IdentityAttribute, Type};
use crate::program::{Expression, hcl};

/// What every language's page says about importing a resource.
pub(super) struct Import {
    /// The formats of the ID, with `or` between them; empty where none is known.
    pub formats: String,
    /// An ID of which no format is known; empty where one is.
    pub opaque: String,
    /// An ID.
    pub id: String,
    /// The `import` block in its fence.
    pub block: String,
    pub command: String,
    pub identity: Option<IdentityView>,
}

impl Import {
    pub(super) fn new(construct: &Construct) -> Self {
        let formats: Vec<_> =
            construct.import.formats.iter().map(|format| code(&format.template())).collect();
        let import = &construct.import;
        let made_up = || import.formats.first().map(|format| import_id(construct, format));
        let id = import.example().map(str::to_owned).or_else(made_up).unwrap_or_else(|| LABEL.to_owned());
        let opaque = import.opaque.as_ref().and_then(|_| import.example());
        Self {
            formats: formats.join(" or "),
            opaque: opaque.map(code).unwrap_or_default(),
            block: fenced("terraform", &hcl::import_by_id(&construct.type_name, LABEL, &id)),
            command: hcl::import_command(&construct.type_name, LABEL, &id),
            id,
            identity: construct.identity.as_ref().map(|identity| view(construct, identity)),
        }
    }
}

fn view(construct: &Construct, identity: &Identity) -> IdentityView {
    let words = words(construct);
    let required = || identity.attributes.iter().filter(|attribute| attribute.required_for_import);
    let value = |attribute: &'_ IdentityAttribute| {
        value(&attribute.ty, &identifying(construct, &words, &attribute.name))
    };
    let shown: Vec<_> = required().map(|attribute| (attribute.name.as_str(), value(attribute))).collect();
    let optional = identity.attributes.iter().filter(|attribute| !attribute.required_for_import);
    IdentityView {
        block: fenced("terraform", &hcl::import_by_identity(&construct.type_name, LABEL, &shown)),
        required: required().map(line).collect(),
        optional: optional.map(line).collect(),
    }
}

fn value(ty: &Type, text: &str) -> Expression {
    match ty {
        Type::Number => Expression::Integer(text.parse().unwrap_or(12_345_678)),
        Type::Bool => Expression::Bool(true),
        Type::List(element) | Type::Set(element) => Expression::List(vec![value(element, text)]),
        _ => Expression::String(text.to_owned()),
    }
}

fn line(attribute: &IdentityAttribute) -> String {
    let head = format!("{} - ({})", code(&attribute.name), terms::type_of(&attribute.ty));
    match &attribute.description {
        Some(description) => {
            let text = Prose::contain(&terms::plain(description), Place::Item(2), &|_| None).into_text();
            format!("{head} {text}")
        }
        None => head,
    }
}
