//! What a schema file lets a program set, read from its JSON alone.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use super::rules::{Override, Overrides};

/// Everything that a provider has, and how much of it can be set.
#[derive(Debug)]
pub struct Plan {
    /// The provider's source address.
    pub address: String,
    /// The last part of it.
    pub provider: String,
    /// The provider's configuration comes first.
    pub constructs: Vec<Construct>,
    bodies: Vec<Body>,
}

/// What a program declares.
#[derive(Debug)]
pub struct Construct {
    pub kind: Kind,
    pub type_name: String,
    pub body: BodyId,
    /// The schema itself, for judges that read it once more.
    pub schema: Json,
}

/// What Terraform tells apart by keywords.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Provider,
    Resource,
    DataSource,
    EphemeralResource,
}

/// A body among those of the plan. Equal ones are kept once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BodyId(pub usize);

/// What stands between two braces.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Body {
    pub members: Vec<Member>,
    pub origin: Origin,
}

/// What kind of braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    Block,
    /// An attribute's `nested_type`.
    NestedType,
    /// An object type, all of whose attributes are always there.
    ObjectType,
}

/// An attribute or nested block that can be set.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Member {
    pub name: String,
    pub required: bool,
    pub form: Form,
    /// Limits of the schema on the number of blocks.
    pub min: usize,
    pub max: Option<usize>,
    /// What a person wrote about it beside the schema.
    pub rules: Option<Override>,
}

/// What a member holds.
#[derive(Debug, PartialEq, Eq, Hash)]
pub enum Form {
    String,
    Number,
    Bool,
    Dynamic,
    List(Box<Form>),
    Set(Box<Form>),
    Map(Box<Form>),
    Tuple(Vec<Form>),
    Object(BodyId),
    Blocks(Nesting, BodyId),
}

/// How nested blocks are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Nesting {
    Single,
    List,
    Set,
    Map,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Provider, Self::Resource, Self::DataSource, Self::EphemeralResource];

    /// The word that begins a block in Terraform's language.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::Resource => "resource",
            Self::DataSource => "data",
            Self::EphemeralResource => "ephemeral",
        }
    }

    /// The key in a schema file; a provider's configuration is under a key of its own.
    fn key(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::Resource => "resource_schemas",
            Self::DataSource => "data_source_schemas",
            Self::EphemeralResource => "ephemeral_resource_schemas",
        }
    }
}

impl Plan {
    /// Reads a schema file, which has one provider, and overrides for it.
    pub fn read(schema: &Path, overrides: Option<&Path>) -> Self {
        let file = read_json(schema);
        let overrides = overrides.map(|path| Overrides::new(read_json(path)));
        let providers = file["provider_schemas"].as_object().expect("a schema file has providers");
        let (address, provider) = providers.iter().next().expect("a schema file has a provider");
        let name = address.rsplit('/').next().expect("there is a last part").to_owned();
        let mut reader = Reader { overrides, bodies: Vec::new(), index: HashMap::new(), construct: None };
        let mut constructs = vec![reader.construct(Kind::Provider, &name, &provider["provider"])];
        for kind in &Kind::ALL[1..] {
            let schemas = provider[kind.key()].as_object().into_iter().flatten();
            constructs.extend(schemas.map(|(name, schema)| reader.construct(*kind, name, schema)));
        }
        Self { address: address.clone(), provider: name, constructs, bodies: reader.bodies }
    }

    pub fn body(&self, id: BodyId) -> &Body {
        &self.bodies[id.0]
    }
}

/// What a JSON file says.
pub fn read_json(path: &Path) -> Json {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Whether a flag of an attribute is there.
pub fn is(attribute: &Json, flag: &str) -> bool {
    attribute[flag].as_bool() == Some(true)
}

/// The entries of an object that may be missing.
pub fn entries<'a>(json: &'a Json, key: &str) -> impl Iterator<Item = (&'a String, &'a Json)> + use<'a> {
    json[key].as_object().into_iter().flatten()
}

/// Names with what they stand for.
type Entries<'a> = Vec<(&'a String, &'a Json)>;

/// The settable attributes and blocks of a block's JSON.
pub fn settable(block: &Json) -> (Entries<'_>, Entries<'_>) {
    let attributes = entries(block, "attributes")
        .filter(|(_, attribute)| is(attribute, "required") || is(attribute, "optional"));
    // A block in which only the provider sets something can be there or not: `freight {}` chooses a kind of cluster.
    (attributes.collect(), entries(block, "block_types").collect())
}

/// Keeps equal bodies once.
struct Reader {
    overrides: Option<Overrides>,
    bodies: Vec<Body>,
    index: HashMap<String, BodyId>,
    /// Whose fields the overrides are asked for.
    construct: Option<(Kind, String)>,
}

impl Reader {
    fn construct(&mut self, kind: Kind, type_name: &str, schema: &Json) -> Construct {
        self.construct = Some((kind, type_name.to_owned()));
        let body = self.block(&schema["block"], "");
        Construct { kind, type_name: type_name.to_owned(), body, schema: schema["block"].clone() }
    }

    fn intern(&mut self, members: Vec<Member>, origin: Origin) -> BodyId {
        let body = Body { members, origin };
        let bodies = &mut self.bodies;
        *self.index.entry(format!("{body:?}")).or_insert_with(|| {
            bodies.push(body);
            BodyId(bodies.len() - 1)
        })
    }

    fn block(&mut self, block: &Json, path: &str) -> BodyId {
        let (attributes, blocks) = settable(block);
        let mut members: Vec<_> =
            attributes.into_iter().map(|(name, attribute)| self.attribute(name, attribute, path)).collect();
        members.extend(blocks.into_iter().map(|(name, nested)| self.nested(name, nested, path)));
        self.intern(members, Origin::Block)
    }

    fn rules(&self, path: &str) -> Option<Override> {
        let (kind, type_name) = self.construct.as_ref()?;
        self.overrides.as_ref()?.of(*kind, type_name, path)
    }

    fn attribute(&mut self, name: &str, attribute: &Json, path: &str) -> Member {
        let path = join(path, name);
        let form = match attribute.get("nested_type") {
            Some(nested) => self.nested_type(nested, &path),
            None => self.ty(&attribute["type"], &path, is(attribute, "required")),
        };
        let rules = self.rules(&path);
        Member { name: name.to_owned(), required: is(attribute, "required"), form, min: 0, max: None, rules }
    }

    fn nested_type(&mut self, nested: &Json, path: &str) -> Form {
        let (attributes, _) = settable(nested);
        let members =
            attributes.into_iter().map(|(name, attribute)| self.attribute(name, attribute, path)).collect();
        let object = Form::Object(self.intern(members, Origin::NestedType));
        match nested["nesting_mode"].as_str() {
            Some("list") => Form::List(object.into()),
            Some("set") => Form::Set(object.into()),
            Some("map") => Form::Map(object.into()),
            _ => object,
        }
    }

    /// Terraform wants every attribute of an object, if only as `null`; where the whole of it is required, so are they.
    fn ty(&mut self, ty: &Json, path: &str, required: bool) -> Form {
        let mut element = || self.ty(&ty[1], path, required).into();
        match ty[0].as_str().or(ty.as_str()).expect("a type has a name") {
            "string" => Form::String,
            "number" => Form::Number,
            "bool" => Form::Bool,
            "dynamic" => Form::Dynamic,
            "list" => Form::List(element()),
            "set" => Form::Set(element()),
            "map" => Form::Map(element()),
            "tuple" => {
                let types = ty[1].as_array().expect("a tuple has types");
                Form::Tuple(types.iter().map(|ty| self.ty(ty, path, required)).collect())
            }
            "object" => {
                let member = |(name, ty): (&String, &Json)| {
                    let path = join(path, name);
                    let (form, rules) = (self.ty(ty, &path, required), self.rules(&path));
                    Member { name: name.clone(), required, form, min: 0, max: None, rules }
                };
                let members = ty[1].as_object().expect("an object has attributes").iter().map(member);
                let members = members.collect();
                Form::Object(self.intern(members, Origin::ObjectType))
            }
            other => panic!("{path}: no type is called {other}"),
        }
    }

    fn nested(&mut self, name: &str, nested: &Json, path: &str) -> Member {
        let path = join(path, name);
        let nesting = match nested["nesting_mode"].as_str() {
            Some("list") => Nesting::List,
            Some("set") => Nesting::Set,
            Some("map") => Nesting::Map,
            _ => Nesting::Single,
        };
        let limit = |key: &str| nested[key].as_u64().and_then(|limit| usize::try_from(limit).ok());
        let min = limit("min_items").unwrap_or(0);
        // Terraform takes 0 for no limit.
        let max = limit("max_items").filter(|max| *max > 0 && nesting != Nesting::Single);
        let form = Form::Blocks(nesting, self.block(&nested["block"], &path));
        Member { name: name.to_owned(), required: min > 0, form, min, max, rules: self.rules(&path) }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
