//! What is allowed: turns what was written into the model, or into every mistake at once.

mod contradiction;
mod field;
mod import_id;
mod name;
mod nearest;
mod path;
mod rule;
mod settings;
mod types;

use std::collections::BTreeSet;

use quote::format_ident;
use syn::ext::IdentExt as _;
use syn::{Data, DeriveInput, Error, Fields, Result};

use crate::model::{Item, Kind};
use settings::Settings;

/// The model of a struct, or every mistake in it.
pub fn check(kind: Kind, input: DeriveInput) -> Result<Item> {
    let mut errors = Vec::new();
    let fields = named_fields(&input, &mut errors);
    // What stands on the struct may be about its fields, and is told first.
    let mut below = Vec::new();
    let fields: Vec<_> = fields.into_iter().filter_map(|field| field::field(field, &mut below)).collect();
    let settings = Settings::read(kind, &input, &fields, &mut errors);
    errors.append(&mut below);
    path::lead_somewhere(&fields, &mut errors);
    let item = Item {
        kind,
        reference: settings.ref_name.unwrap_or_else(|| format_ident!("{}Ref", input.ident.unraw())),
        ident: input.ident,
        visibility: input.vis,
        type_name: settings.type_name,
        source: settings.source,
        version: settings.version,
        object: settings.object,
        identity_of: settings.identity_of,
        deprecated: settings.deprecated,
        runtime: settings.runtime,
        import_formats: settings.import_formats,
        path_rules: settings.path_rules,
        fields: fields.into_iter().map(|(field, _)| field).collect(),
        computed: settings.computed,
    };
    distinct_names(&item, &mut errors);
    match errors.into_iter().reduce(|mut all, error| {
        all.combine(error);
        all
    }) {
        None => Ok(item),
        Some(error) => Err(error),
    }
}

fn named_fields(input: &DeriveInput, errors: &mut Vec<Error>) -> Vec<syn::Field> {
    if !input.generics.params.is_empty() {
        errors.push(Error::new_spanned(&input.generics, "a construct has no parameters"));
    }
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => return fields.named.iter().cloned().collect(),
            Fields::Unit => {}
            Fields::Unnamed(fields) => {
                errors.push(Error::new_spanned(fields, "the fields of a construct have names"));
            }
        },
        Data::Enum(data) => errors.push(Error::new(data.enum_token.span, "a construct is a struct")),
        Data::Union(data) => errors.push(Error::new(data.union_token.span, "a construct is a struct")),
    }
    Vec::new()
}

/// Neither Rust nor Terraform takes a name twice.
fn distinct_names(item: &Item, errors: &mut Vec<Error>) {
    let fields = item.fields.iter().map(|field| (&field.ident, &field.name));
    let computed = item.computed.iter().map(|computed| (&computed.ident, &computed.name));
    let (mut rust, mut terraform) = (BTreeSet::new(), BTreeSet::new());
    for (ident, name) in fields.chain(computed) {
        if !rust.insert(ident.unraw().to_string()) || !terraform.insert(name.clone()) {
            errors.push(Error::new(ident.span(), format!("there is another attribute `{name}`")));
        }
    }
}
