//! Which argument of a construct is evidently an attribute of another resource of the provider.

use std::collections::HashMap;

use crate::model::{Check, Construct, ConstructKind, Field, FieldKind, Presence, Provider, Type};

/// An attribute of a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sibling {
    /// Index of the resource in [`Provider::constructs`].
    pub construct: usize,
    /// Index into the fields of its own block.
    pub field: usize,
}

/// The resources that examples may refer to.
pub(super) struct Siblings<'a> {
    provider: &'a Provider,
    by_type: HashMap<&'a str, usize>,
    /// How many resources have a name that ends in these words.
    endings: HashMap<&'a str, usize>,
}

impl<'a> Siblings<'a> {
    pub(super) fn new(provider: &'a Provider, selected: &[usize]) -> Self {
        let resources =
            selected.iter().map(|&index| (index, &provider.constructs[index])).filter(|(_, construct)| {
                construct.kind == ConstructKind::Resource && construct.deprecated.is_none()
            });
        let by_type: HashMap<_, _> =
            resources.map(|(index, construct)| (construct.type_name.as_str(), index)).collect();
        let mut endings = HashMap::new();
        for construct in
            provider.constructs.iter().filter(|construct| construct.kind == ConstructKind::Resource)
        {
            let name = construct.type_name.as_str();
            for (position, _) in name.match_indices('_') {
                *endings.entry(&name[position + 1..]).or_default() += 1;
            }
        }
        Self { provider, by_type, endings }
    }

    /// The attribute that `field` of `construct` is to be set to.
    ///
    /// `api_id` of `aws_apigatewayv2_route` is the `id` of `aws_apigatewayv2_api`: the resource is called like the
    /// argument and shares words with the construct beyond the provider's name, or no other is called so.
    pub(super) fn find(&self, construct: &Construct, field: &Field) -> Option<Sibling> {
        let FieldKind::Attribute(ty) = &field.kind else { return None };
        if field.rules.iter().any(|rule| matches!(rule.check, Check::OneOf(_))) {
            return None;
        }
        let name = match ty {
            Type::String => field.name.clone(),
            Type::List(element) | Type::Set(element) if **element == Type::String => singular(&field.name)?,
            _ => return None,
        };
        let (stem, attributes): (&str, &[&str]) = if let Some(stem) = name.strip_suffix("_id") {
            (stem, &[&name, "id"])
        } else if let Some(stem) = name.strip_suffix("_arn") {
            (stem, &["arn"])
        } else if let Some(stem) = name.strip_suffix("_name") {
            // `domain_name` may be the attribute of a `…_domain_name` or the name of a `…_domain`.
            if let Some(sibling) = self.named(construct, &name, &[&name]) {
                return Some(sibling);
            }
            (stem, &[&name, "name"])
        } else {
            (&name, &[&name])
        };
        self.named(construct, stem, attributes)
    }

    fn named(&self, construct: &Construct, stem: &str, attributes: &[&str]) -> Option<Sibling> {
        let words: Vec<_> = construct.type_name.match_indices('_').map(|(position, _)| position).collect();
        for (shared, end) in words.iter().enumerate().rev() {
            let candidate = format!("{}_{stem}", &construct.type_name[..*end]);
            if candidate == construct.type_name {
                return None;
            }
            let Some(&index) = self.by_type.get(candidate.as_str()) else { continue };
            if shared == 0 && self.endings.get(stem).copied().unwrap_or(0) > 1 {
                return None;
            }
            return self.attribute(index, attributes);
        }
        None
    }

    /// The first of the attributes that the resource has and that identifies it.
    fn attribute(&self, index: usize, names: &[&str]) -> Option<Sibling> {
        let fields = &self.provider.constructs[index].root().fields;
        let of_name = |name: &&str| {
            let field = fields.iter().position(|field| field.name == *name)?;
            let is_known = match fields[field].presence {
                Presence::Required => !name.ends_with("_id"),
                Presence::Optional => false,
                Presence::Computed | Presence::OptionalComputed => true,
            };
            let fits = fields[field].kind == FieldKind::Attribute(Type::String) && !fields[field].sensitive;
            (is_known && fits).then_some(Sibling { construct: index, field })
        };
        names.iter().find_map(of_name)
    }
}

/// The name of one element of what is called so.
fn singular(name: &str) -> Option<String> {
    name.strip_suffix('s').map(str::to_owned)
}
