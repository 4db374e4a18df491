//! Types of attributes.

use indexmap::IndexMap;

use super::super::{Block, BlockId, BlockOrigin, Field, FieldKind, Presence, Type};
use super::place::{Place, Problems};
use super::shapes::Shapes;
use crate::nearest::nearest;
use crate::schema::AttributeType;

/// Where the objects go that types have, and the mistakes in them.
pub(super) trait Objects {
    /// Keeps the object at a path once.
    fn keep(&mut self, path: &str, object: Block) -> BlockId;
    /// Takes what is wrong.
    fn problems(&mut self) -> &mut Problems;
}

/// Objects that nothing further is said about.
pub(super) struct Plain<'a> {
    /// The objects.
    pub(super) shapes: &'a mut Shapes,
    /// What is wrong.
    pub(super) problems: &'a mut Problems,
}

impl Objects for Plain<'_> {
    fn keep(&mut self, _: &str, object: Block) -> BlockId {
        self.shapes.intern(object)
    }

    fn problems(&mut self) -> &mut Problems {
        self.problems
    }
}

/// Builds the type of something at `path`; the fields of objects in it are set by whom `presence` says.
pub(super) fn build(
    place: &Place,
    path: &str,
    ty: &AttributeType,
    presence: Presence,
    objects: &mut dyn Objects,
) -> Type {
    let mut element = |of: &AttributeType| Box::new(build(place, path, of, presence, objects));
    match ty {
        AttributeType::String => Type::String,
        AttributeType::Number => Type::Number,
        AttributeType::Bool => Type::Bool,
        AttributeType::Dynamic => Type::Dynamic,
        AttributeType::List(of) => Type::List(element(of)),
        AttributeType::Set(of) => Type::Set(element(of)),
        AttributeType::Map(of) => Type::Map(element(of)),
        AttributeType::Tuple(of) => Type::Tuple(of.iter().map(|of| *element(of)).collect()),
        AttributeType::Object { attributes, .. } => {
            Type::Object(object(place, path, attributes, presence, objects))
        }
        AttributeType::Unknown(json) => {
            let word = json.as_str().or_else(|| json.get(0)?.as_str());
            let known = word.filter(|word| AttributeType::WORDS.contains(word));
            let nearest = word.and_then(|word| nearest(word, AttributeType::WORDS.into_iter()));
            let expected = match known {
                Some("tuple") => r#"["tuple", ["string", …]]"#,
                Some("object") => r#"["object", {"name": "string", …}]"#,
                Some("list" | "set" | "map") => r#"one element type, as in ["list", "string"]"#,
                _ => r#"one such as "string" or ["list", "string"]"#,
            };
            let message = format!("{} is no type, expected {expected}", brief(json));
            objects.problems().report_nearest(place, message, nearest.filter(|_| known.is_none()));
            Type::Dynamic
        }
    }
}

/// Builds a type where no object can stand.
pub(super) fn without_objects(place: &Place, ty: &AttributeType, problems: &mut Problems) -> Type {
    let mut shapes = Shapes::default();
    let ty = build(place, "", ty, Presence::Optional, &mut Plain { shapes: &mut shapes, problems });
    if ty.object().is_some() {
        problems.report(place, "an object cannot stand here, expected a primitive type or a list of one");
    }
    ty
}

/// Whether a key is optional makes no difference here: Terraform wants all of them written, `null` or not.
fn object(
    place: &Place,
    path: &str,
    attributes: &IndexMap<String, AttributeType>,
    presence: Presence,
    objects: &mut dyn Objects,
) -> BlockId {
    let mut fields = Vec::with_capacity(attributes.len());
    for (name, ty) in attributes {
        let place = place.key(name);
        // Terraform lets an object have any key; nothing can be called by an empty or unprintable one.
        if name.is_empty() || name.chars().any(char::is_control) {
            objects
                .problems()
                .report(&place, format!("\"{}\" cannot be the key of an object", name.escape_debug()));
        }
        let ty = build(&place, &format!("{path}.{name}"), ty, presence, objects);
        fields.push(Field {
            name: name.clone(),
            kind: FieldKind::Attribute(ty),
            presence,
            sensitive: false,
            write_only: false,
            deprecated: None,
            descriptions: Vec::new(),
            default: None,
            forces_new: None,
            rules: Vec::new(),
        });
    }
    let object = Block {
        origin: BlockOrigin::ObjectType,
        fields,
        first_path: path.to_owned(),
        description: None,
        deprecated: None,
    };
    objects.keep(path, object)
}

fn brief(json: &serde_json::Value) -> String {
    let text = json.to_string();
    if text.chars().count() <= 60 { text } else { text.chars().take(59).chain(['…']).collect() }
}
