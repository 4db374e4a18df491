//! What runs in a construct's module: its table, and the classes that the runtime makes of it.

use askama::Template;

use crate::emit::{Input, table};
use crate::model::{Construct, ConstructKind};
use crate::names::provider_functions::FunctionsNames;
use crate::names::typescript::{ConstructNames, exports, functions as mappers};

/// A construct's module without its types.
pub struct Code<'a> {
    header: &'a str,
    class: &'a str,
    table: String,
    /// The functions that map values of nested classes.
    mappers: Vec<String>,
    /// The nested classes.
    classes: Vec<String>,
    /// Mappers and nested classes with their further names.
    aliases: Vec<(String, String)>,
    /// The further names of nested classes, and the names that the table has for these.
    structs: Vec<(&'a str, &'a str)>,
    /// Of a provider's configuration: its functions.
    functions: Option<&'a FunctionsNames>,
}

/// `index.js`.
#[derive(Template)]
#[template(path = "typescript/module.js")]
pub struct JavaScript<'a>(pub &'a Code<'a>);

/// `index.ts`.
#[derive(Template)]
#[template(path = "typescript/module.ts")]
pub struct TypeScript<'a>(pub &'a Code<'a>);

impl<'a> Code<'a> {
    /// Decides everything that the templates write.
    pub fn new(
        header: &'a str,
        input: Input,
        construct: &Construct,
        names: &'a ConstructNames,
        functions: Option<&'a FunctionsNames>,
    ) -> Self {
        let mut code = Self {
            header,
            class: &names.class,
            table: table::render(input.provider, construct, names),
            mappers: Vec::new(),
            classes: Vec::new(),
            aliases: Vec::new(),
            structs: Vec::new(),
            functions,
        };
        // Nothing is read from a provider, so its nested blocks have no classes.
        let with_classes = construct.kind != ConstructKind::Provider;
        for nested in &names.structs {
            code.mappers.extend(<[String; 2]>::from(mappers(&nested.name)));
            if with_classes {
                code.classes.extend(nested.key.nesting.classes(&nested.name));
            }
            // Interfaces do not exist at run time.
            let exports = |name: &str| exports(&nested.key.nesting, name, with_classes).into_iter().skip(1);
            for alias in &nested.aliases {
                code.aliases.extend(exports(&nested.name).zip(exports(&alias.name)));
                code.structs.push((&alias.name, &nested.name));
            }
        }
        code
    }
}
