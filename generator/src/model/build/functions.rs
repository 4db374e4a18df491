//! Provider-defined functions.

use super::super::{Function, Parameter, Presence};
use super::construct::text;
use super::place::{Place, Problems};
use super::shapes::Shapes;
use super::types::Plain;
use super::{names, types};
use crate::schema::{self, AttributeType, Map};

pub(super) fn build(
    place: &Place,
    functions: &Map<schema::Function>,
    problems: &mut Problems,
) -> Vec<Function> {
    let mut built = Vec::new();
    for (name, schema) in functions.iter() {
        let place = place.key(name);
        if names::check(&place, name, problems) {
            built.push(function(&place, name, schema, problems));
        }
    }
    built
}

fn function(place: &Place, name: &str, schema: &schema::Function, problems: &mut Problems) -> Function {
    let mut shapes = Shapes::default();
    let mut ty = |place: &Place, path: &str, ty: &AttributeType, problems: &mut Problems| {
        types::build(place, path, ty, Presence::Required, &mut Plain { shapes: &mut shapes, problems })
    };
    let mut parameter = |place: &Place, schema: &schema::Parameter, problems: &mut Problems| {
        names::check(&place.key("name"), &schema.name, problems);
        Parameter {
            name: schema.name.clone(),
            description: text(schema.description.as_ref(), schema.description_kind.as_deref()),
            ty: ty(&place.key("type"), &schema.name, &schema.r#type, problems),
            nullable: schema.is_nullable,
        }
    };
    let mut parameters = Vec::with_capacity(schema.parameters.len());
    for (index, schema) in schema.parameters.iter().enumerate() {
        parameters.push(parameter(&place.key("parameters").index(index), schema, problems));
    }
    let variadic = schema.variadic_parameter.as_ref();
    let variadic = variadic.map(|schema| parameter(&place.key("variadic_parameter"), schema, problems));
    let returns = ty(&place.key("return_type"), "result", &schema.return_type, problems);
    Function {
        name: name.to_owned(),
        summary: schema.summary.clone(),
        description: text(schema.description.as_ref(), schema.description_kind.as_deref()),
        deprecated: schema.deprecation_message.clone(),
        parameters,
        variadic,
        returns,
        blocks: shapes.into_inner(),
    }
}
