//! The types of one construct's module.

use askama::Template;

use super::docs;
use super::style::Style;
use super::text::comment;
use super::types::Types;
use crate::emit::{Input, Runtime};
use crate::model::{Construct, ConstructKind, Field, Presence};
use crate::names::provider_functions::FunctionsNames;
use crate::names::typescript::{ConstructNames, MemberNames, Struct, exports, functions};

/// `index.d.ts`, or `types.ts` beside TypeScript sources.
#[derive(Template)]
#[template(path = "typescript/module.d.ts")]
pub struct Declarations<'a> {
    header: &'a str,
    library: &'static str,
    /// Further names are exported with this word: sources have the classes in another module, and here their types alone.
    alias_export: &'static str,
    config: Interface<'a>,
    structs: Vec<Nested<'a>>,
    class: Class<'a>,
    /// Of a provider's configuration: its functions.
    functions: Option<&'a FunctionsNames>,
}

struct Interface<'a> {
    doc: String,
    name: &'a str,
    extends: String,
    properties: Vec<Property<'a>>,
}

struct Property<'a> {
    doc: String,
    name: &'a str,
    mark: &'static str,
    ty: String,
}

/// A nested block or object.
struct Nested<'a> {
    interface: Option<Interface<'a>>,
    /// The functions that map a value, and what they take.
    functions: [String; 2],
    takes: String,
    /// The class of one object and those of its collections; a provider's own configuration has none.
    reference: Option<Reference<'a>>,
    collections: Vec<Collection>,
    /// What is exported under a further name, and that name.
    aliases: Vec<(String, String)>,
}

struct Reference<'a> {
    name: String,
    /// The parameters of the constructor after the attribute.
    parameters: &'static str,
    value: String,
    members: Vec<Member<'a>>,
}

struct Collection {
    name: String,
    base: &'static str,
    has_sets: bool,
    /// What can be given for the collection.
    value: Option<String>,
    index: &'static str,
    item: String,
}

/// What one field adds to a class.
struct Member<'a> {
    doc: String,
    names: &'a MemberNames,
    output: String,
    /// What can be given: through a setter, or, where there is a nested class, through a method.
    setter: Option<String>,
    put: Option<String>,
    can_reset: bool,
    input: Option<String>,
}

struct Class<'a> {
    doc: String,
    constructor_doc: String,
    name: &'a str,
    base: &'static str,
    type_name: &'a str,
    mark: &'static str,
    /// Documentation of the method that imports, where there is one.
    import_doc: Option<String>,
    members: Vec<Member<'a>>,
}

impl<'a> Declarations<'a> {
    /// Decides everything that the template writes.
    pub fn new(
        header: &'a str,
        style: Style,
        input: Input<'a>,
        construct: &'a Construct,
        names: &'a ConstructNames,
        functions: Option<&'a FunctionsNames>,
    ) -> Self {
        let view =
            View { library: input.runtime, construct, names, types: Types { library: input.runtime, names } };
        let members = &names.members[0];
        let all_optional = construct.root().fields.iter().all(|field| field.presence != Presence::Required);
        Self {
            header,
            library: input.runtime.package(),
            alias_export: match style {
                Style::JavaScript => "export",
                Style::TypeScript => "export type",
            },
            config: Interface {
                doc: comment("", &docs::config(input.provider, construct)),
                name: &names.config,
                extends: view.meta_arguments(),
                properties: view.properties(&construct.root().fields, members),
            },
            structs: names.structs.iter().map(|nested| view.nested(nested)).collect(),
            class: Class {
                doc: comment("", &docs::construct(input.provider, construct)),
                constructor_doc: comment("  ", &docs::constructor(construct)),
                name: &names.class,
                base: base_class(construct.kind),
                type_name: &construct.type_name,
                mark: if all_optional { "?" } else { "" },
                import_doc: (construct.kind != ConstructKind::EphemeralResource)
                    .then(|| comment("  ", &docs::import(construct))),
                members: view.members(&construct.root().fields, members),
            },
            functions,
        }
    }
}

fn base_class(kind: ConstructKind) -> &'static str {
    match kind {
        ConstructKind::DataSource => "TerraformDataSource",
        ConstructKind::EphemeralResource => "TerraformEphemeralResource",
        ConstructKind::Provider => "TerraformProvider",
        _ => "TerraformResource",
    }
}

/// One construct as TypeScript sees it.
struct View<'a> {
    library: Runtime,
    construct: &'a Construct,
    names: &'a ConstructNames,
    types: Types<'a>,
}

impl<'a> View<'a> {
    fn is_provider(&self) -> bool {
        self.construct.kind == ConstructKind::Provider
    }

    fn meta_arguments(&self) -> String {
        let interface = match self.construct.kind {
            ConstructKind::Provider => return String::new(),
            ConstructKind::EphemeralResource => "TerraformEphemeralMetaArguments",
            _ => "TerraformMetaArguments",
        };
        format!(" extends {}.{interface}", self.library.package())
    }

    fn properties(&self, fields: &'a [Field], members: &'a [MemberNames]) -> Vec<Property<'a>> {
        let settable = fields.iter().zip(members).filter(|(field, _)| field.is_settable());
        let mut properties: Vec<_> = settable
            .map(|(field, names)| Property {
                doc: comment("  ", &docs::field(field)),
                name: &names.property,
                mark: if field.presence == Presence::Required { "" } else { "?" },
                ty: self.types.input(field),
            })
            .collect();
        properties.extend(members.get(fields.len()).map(|alias| Property {
            doc: comment("  ", &["A second name for the provider, which resources choose it by.".to_owned()]),
            name: &alias.property,
            mark: "?",
            ty: "string".to_owned(),
        }));
        properties
    }

    fn members(&self, fields: &'a [Field], members: &'a [MemberNames]) -> Vec<Member<'a>> {
        let mut views: Vec<_> =
            fields.iter().zip(members).filter_map(|(field, names)| self.member(field, names)).collect();
        views.extend(members.get(fields.len()).map(|alias| Member {
            doc: String::new(),
            names: alias,
            output: "string | undefined".to_owned(),
            setter: Some("string | undefined".to_owned()),
            put: None,
            can_reset: true,
            input: Some("string".to_owned()),
        }));
        views
    }

    fn member(&self, field: &'a Field, names: &'a MemberNames) -> Option<Member<'a>> {
        let given = field.is_settable().then(|| self.types.input(field));
        let doc = comment("  ", &docs::getter(field));
        let can_reset = given.is_some() && field.presence != Presence::Required;
        if self.is_provider() {
            // Nothing refers to a provider's configuration: reading gives what was set.
            let output = format!("{} | undefined", given.as_ref()?);
            let setter = Some(output.clone());
            return Some(Member { doc, names, output, setter, put: None, can_reset, input: given });
        }
        let nested = self.names.struct_of(field).map(|index| &self.names.structs[index]);
        // One object can be a reference as a whole, unless it is the only item of a list.
        let whole = nested.filter(|nested| nested.key.nesting.code().is_empty() && !nested.key.is_class());
        let input = given.as_ref().map(|ty| match whole {
            Some(_) => format!("{ty} | {}", self.types.library("IResolvable")),
            None => ty.clone(),
        });
        let (put, setter) = if nested.is_some() { (given, None) } else { (None, given) };
        Some(Member { doc, names, output: self.types.output(field), setter, put, can_reset, input })
    }

    fn nested(&self, nested: &'a Struct) -> Nested<'a> {
        let block = self.construct.block(nested.key.block);
        let members = &self.names.members[nested.key.block.0];
        let interface = self.names.interface(nested.key.block);
        let resolvable = self.types.library("IResolvable");
        let is_class = nested.key.is_class();
        let value = if is_class { interface.to_owned() } else { format!("{interface} | {resolvable}") };
        let aliases = self.aliases(nested);
        let (to_terraform, to_hcl_terraform) = functions(&nested.name);
        let reference_name = format!("{}OutputReference", nested.name);
        Nested {
            interface: nested.shape_of.is_none().then(|| Interface {
                doc: comment("", &docs::nested(block)),
                name: &nested.name,
                extends: String::new(),
                properties: self.properties(&block.fields, members),
            }),
            functions: [to_terraform, to_hcl_terraform],
            takes: if nested.key.nesting.is_single_item() && !self.is_provider() {
                format!("{reference_name} | {value}")
            } else {
                value.clone()
            },
            reference: (!self.is_provider()).then(|| Reference {
                name: reference_name,
                parameters: reference_parameters(nested),
                value,
                members: self.members(&block.fields, members),
            }),
            collections: if self.is_provider() { Vec::new() } else { self.collections(nested) },
            aliases,
        }
    }

    /// What is exported under further names.
    fn aliases(&self, nested: &Struct) -> Vec<(String, String)> {
        let exports = |name: &str| exports(&nested.key.nesting, name, !self.is_provider());
        let mut own = exports(&nested.name);
        let mut aliases = Vec::new();
        if nested.shape_of.is_some() {
            // The interface is declared under the name of the struct that it is shared with.
            self.names.interface(nested.key.block).clone_into(&mut own[0]);
            aliases.push((own[0].clone(), nested.name.clone()));
        }
        for alias in &nested.aliases {
            aliases.extend(own.iter().cloned().zip(exports(&alias.name)));
        }
        aliases
    }

    fn collections(&self, nested: &Struct) -> Vec<Collection> {
        let block = self.construct.block(nested.key.block);
        let is_assignable = !nested.key.is_class() || block.fields.iter().any(Field::is_settable);
        let interface = self.names.interface(nested.key.block);
        let classes = nested.key.nesting.classes(&nested.name);
        let letters: Vec<char> = nested.key.nesting.collections().collect();
        let collection = |(index, letter): (usize, &char)| {
            let is_map = *letter == 'm';
            // The letters so far, outermost first.
            let nesting: String = letters[..=index].iter().rev().collect();
            Collection {
                name: classes[index + 1].clone(),
                base: match (is_map, index) {
                    (true, _) => "ComplexMap",
                    (false, 0) => "ComplexList",
                    (false, _) => "MapList",
                },
                has_sets: !is_map,
                value: is_assignable.then(|| self.types.collected(interface, &nesting)),
                index: if is_map { "key: string" } else { "index: number" },
                item: classes[index].clone(),
            }
        };
        letters.iter().enumerate().map(collection).collect()
    }
}

/// How the class of one object is told which one it is depends on the innermost collection.
fn reference_parameters(nested: &Struct) -> &'static str {
    match nested.key.nesting.collections().next() {
        None => "",
        Some('m') => ", complexObjectKey: string",
        Some(_) => ", complexObjectIndex: number, complexObjectIsFromSet: boolean",
    }
}
