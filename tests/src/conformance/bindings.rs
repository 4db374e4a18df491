//! Generated bindings, as their source says: which field of which struct holds what Terraform calls a name.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use proc_macro2::TokenStream;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::token::Paren;
use syn::{
    Attribute, Expr, ExprLit, Fields, GenericArgument, Ident, Item, ItemStruct, Lit, PathArguments, Token,
    Type, UseTree, parenthesized,
};

use super::plan::Kind;

/// A generated crate.
#[derive(Default)]
pub struct Bindings {
    constructs: HashMap<(Kind, String), Name>,
    structs: HashMap<Name, Struct>,
    /// Structs that stand in another module, and further names of structs.
    aliases: HashMap<Name, Name>,
}

/// A module and the name of a struct in it.
pub type Name = (String, String);

/// A struct of the bindings.
pub struct Struct {
    pub fields: Vec<Field>,
    /// Names of references' methods that return strings which only the provider sets, with Terraform's names.
    pub computed_strings: Vec<(String, String)>,
}

/// A field of a struct.
pub struct Field {
    pub ident: String,
    /// What Terraform calls it.
    pub name: String,
    pub required: bool,
    pub write_only: bool,
    pub ty: Type,
}

impl Bindings {
    /// Reads the source of a crate.
    pub fn read(folder: &Path) -> Self {
        let mut bindings = Self::default();
        let root = parse(&folder.join("src/lib.rs"));
        for item in root.items {
            let Item::Mod(module) = item else { continue };
            let name = module.ident.to_string();
            let file = format!("src/{}.rs", name.trim_start_matches("r#"));
            bindings.module(&name, &folder.join(file));
        }
        bindings
    }

    /// The struct of a construct.
    pub fn construct(&self, kind: Kind, type_name: &str) -> Option<&Name> {
        self.constructs.get(&(kind, type_name.to_owned()))
    }

    /// Whether a struct is a construct's, and not one of its blocks'.
    pub fn is_construct(&self, name: &Name) -> bool {
        self.constructs.values().any(|construct| construct == name)
    }

    /// A struct by a name that leads to it.
    pub fn get(&self, name: &Name) -> Option<&Struct> {
        match self.aliases.get(name) {
            Some(other) => self.get(other),
            None => self.structs.get(name),
        }
    }

    fn module(&mut self, module: &str, file: &Path) {
        for item in parse(file).items {
            match item {
                Item::Struct(item) => self.structure(module, &item),
                Item::Use(item) => {
                    let mut path = Vec::new();
                    let mut tree = &item.tree;
                    while let UseTree::Path(inner) = tree {
                        path.push(inner.ident.to_string());
                        tree = &inner.tree;
                    }
                    let (here, there) = match tree {
                        UseTree::Name(name) => (&name.ident, &name.ident),
                        UseTree::Rename(name) => (&name.rename, &name.ident),
                        _ => continue,
                    };
                    if let [root, other] = &*path
                        && root == "super"
                    {
                        let there = (other.clone(), there.to_string());
                        self.aliases.insert((module.to_owned(), here.to_string()), there);
                    }
                }
                Item::Type(item) => {
                    let there = struct_name(&item.ty, module);
                    self.aliases.insert((module.to_owned(), item.ident.to_string()), there);
                }
                _ => {}
            }
        }
    }

    fn structure(&mut self, module: &str, item: &ItemStruct) {
        let name = (module.to_owned(), item.ident.to_string());
        let settings = settings(&item.attrs);
        let kind = derived(&item.attrs).and_then(|derived| match derived.as_str() {
            "Provider" => Some(Kind::Provider),
            "Resource" => Some(Kind::Resource),
            "DataSource" => Some(Kind::DataSource),
            "EphemeralResource" => Some(Kind::EphemeralResource),
            _ => None,
        });
        if let (Some(kind), Some(type_name)) = (kind, text(&settings, "type")) {
            let before = self.constructs.insert((kind, type_name), name.clone());
            assert!(before.is_none(), "two structs stand for {name:?}");
        }
        let Fields::Named(fields) = &item.fields else { return };
        let fields = fields.named.iter().map(|field| {
            let settings = self::settings(&field.attrs);
            let ident = field.ident.as_ref().expect("a field has a name").to_string();
            let follows = ident.trim_start_matches("r#").to_owned();
            Field {
                name: text(&settings, "name").unwrap_or(follows),
                required: has(&settings, "required"),
                write_only: has(&settings, "write_only"),
                ty: absolute(field.ty.clone(), module),
                ident,
            }
        });
        let computed_strings = computed_strings(settings);
        self.structs.insert(name, Struct { fields: fields.collect(), computed_strings });
    }
}

/// What stands in a collection or a field: the last word of its type, and its type arguments.
pub fn container(ty: &Type) -> (String, Vec<&Type>) {
    let Type::Path(path) = ty else { return (String::new(), Vec::new()) };
    let last = path.path.segments.last().expect("a path has segments");
    let arguments = match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments
            .args
            .iter()
            .filter_map(|argument| if let GenericArgument::Type(ty) = argument { Some(ty) } else { None })
            .collect(),
        _ => Vec::new(),
    };
    (last.ident.to_string(), arguments)
}

/// A type as every module can say it: another module may have the struct whose field it is, and another of that name.
fn absolute(mut ty: Type, module: &str) -> Type {
    match &mut ty {
        Type::Path(path) => {
            let is_bare = path.path.segments.len() == 1;
            let last = path.path.segments.last_mut().expect("a path has segments");
            if let PathArguments::AngleBracketed(arguments) = &mut last.arguments {
                for argument in &mut arguments.args {
                    if let GenericArgument::Type(inner) = argument {
                        *inner = absolute(inner.clone(), module);
                    }
                }
            } else if is_bare {
                let text = format!("super::{module}::{}", last.ident);
                ty = syn::parse_str(&text).expect("a path is a type");
            }
        }
        Type::Tuple(tuple) => {
            for element in &mut tuple.elems {
                *element = absolute(element.clone(), module);
            }
        }
        _ => {}
    }
    ty
}

/// The struct that a type names, seen from a module.
pub fn struct_name(ty: &Type, module: &str) -> Name {
    let (name, _) = container(ty);
    let module = match ty {
        Type::Path(path) if path.path.segments.len() == 3 => path.path.segments[1].ident.to_string(),
        _ => module.to_owned(),
    };
    (module, name)
}

fn parse(file: &Path) -> syn::File {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The derive of this project's that a struct has.
fn derived(attributes: &[Attribute]) -> Option<String> {
    let derive = attributes.iter().find(|attribute| attribute.path().is_ident("derive"))?;
    let paths = derive.parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated).ok()?;
    let path = paths.iter().find(|path| path.segments.len() == 2 && path.segments[0].ident == "ferroform")?;
    Some(path.segments[1].ident.to_string())
}

/// A setting in `#[tf(…)]`: a word, with a text or a list behind it.
struct Setting {
    word: String,
    text: Option<String>,
    list: Option<TokenStream>,
}

impl Parse for Setting {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        // Words such as `type` are none of Rust's identifiers.
        let word = input.call(Ident::parse_any)?.to_string();
        let (mut text, mut list) = (None, None);
        if input.parse::<Option<Token![=]>>()?.is_some() {
            // An identity names its resource by a path.
            if let Expr::Lit(ExprLit { lit: Lit::Str(literal), .. }) = input.parse()? {
                text = Some(literal.value());
            }
        } else if input.peek(Paren) {
            let content;
            parenthesized!(content in input);
            list = Some(content.parse()?);
        }
        Ok(Self { word, text, list })
    }
}

/// Everything in `#[tf(…)]`.
fn settings(attributes: &[Attribute]) -> Vec<Setting> {
    let ours = attributes.iter().filter(|attribute| attribute.path().is_ident("tf"));
    let parser = Punctuated::<Setting, Token![,]>::parse_terminated;
    ours.flat_map(|attribute| attribute.parse_args_with(parser).expect("`tf` has settings")).collect()
}

fn has(settings: &[Setting], word: &str) -> bool {
    settings.iter().any(|setting| setting.word == word)
}

fn text(settings: &[Setting], word: &str) -> Option<String> {
    settings.iter().find(|setting| setting.word == word)?.text.clone()
}

fn computed_strings(settings: Vec<Setting>) -> Vec<(String, String)> {
    let computed = settings.into_iter().filter(|setting| setting.word == "computed");
    let parse = |input: ParseStream<'_>| {
        Punctuated::<syn::Field, Token![,]>::parse_terminated_with(input, syn::Field::parse_named)
    };
    let fields = computed
        .filter_map(|computed| computed.list)
        .flat_map(|list| parse.parse2(list).expect("it has fields"));
    let strings = fields.filter(|field| container(&field.ty).0 == "String");
    strings
        .map(|field| {
            let ident = field.ident.expect("a field has a name").to_string();
            let name = text(&self::settings(&field.attrs), "name");
            let follows = ident.trim_start_matches("r#").to_owned();
            (ident, name.unwrap_or(follows))
        })
        .collect()
}
