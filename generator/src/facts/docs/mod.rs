//! What a provider's documentation pages say of its arguments.

pub(crate) mod folder;
mod groups;
mod import;
mod page;
mod phrases;
mod places;
mod prose;
mod reading;
mod resolve;
mod statement;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::ConstructFacts;
use crate::Problem;
use crate::model::{ConstructKind, ImportIds};
use crate::schema::{Map, ProviderSchema, Schema};
use folder::PageFile;
use import::ImportSection;
use page::{Element, Page};
use places::Places;
use reading::Listed;

pub use resolve::Ambiguity;

/// What the pages of a provider say.
#[derive(Debug, Default)]
pub struct Docs {
    /// The facts, by kind and type name.
    pub constructs: BTreeMap<(ConstructKind, String), ConstructFacts>,
    /// How much of it could be used.
    pub understood: Understood,
}

/// How much of a provider's documentation was understood.
#[derive(Debug, Default, Clone)]
pub struct Understood {
    /// The figures.
    pub coverage: Coverage,
    /// Lists of arguments that were left out because the page does not say which block they are of, with the page.
    pub ambiguous: Vec<(PathBuf, Ambiguity)>,
}

/// Figures on a provider's documentation.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Pages that are about something in the schema.
    pub pages: usize,
    /// Pages that are not.
    pub foreign_pages: usize,
    /// Arguments that the pages list, nested ones too.
    pub arguments: usize,
    /// Those whose place in the schema was found.
    pub placed: usize,
    /// Those of them that something is said of.
    pub described: usize,
    /// The import IDs of resources, as pages have them.
    pub import_ids: ImportIds,
}

/// Reads a provider's documentation.
///
/// # Errors
///
/// If the folder or a page cannot be read.
pub fn read_docs(folder: &Path, schema: &ProviderSchema) -> Result<Docs, Problem> {
    let mut docs = Docs::default();
    for file in folder::pages(folder)? {
        let text = fs::read_to_string(&file.path)
            .map_err(|error| Problem::new(&file.path, format!("cannot be read: {error}")))?;
        docs.page(&file, &text, schema);
    }
    let resources = schema.resource_schemas.iter().map(|(type_name, _)| {
        let facts = docs.constructs.get(&(ConstructKind::Resource, type_name.to_owned()));
        facts.map(|facts| &facts.import)
    });
    docs.understood.coverage.import_ids = resources.collect();
    Ok(docs)
}

impl Docs {
    fn page(&mut self, file: &PageFile, text: &str, schema: &ProviderSchema) {
        let page = Page::parse(text);
        let constructs = constructs(file, &page, schema);
        if constructs.is_empty() {
            self.understood.coverage.foreign_pages += 1;
            return;
        }
        self.understood.coverage.pages += 1;
        let example = first_example(&page);
        let import = import::section(&page, text);
        let mut listed = Listed::default();
        let is_alone = constructs.len() == 1;
        for (type_name, construct) in constructs {
            let Some(block) = &construct.block else { continue };
            let places = Places::of(block);
            let facts = self.constructs.entry((file.kind, type_name.to_owned())).or_default();
            facts.example = facts.example.take().or_else(|| example.clone());
            if let Some(import) = import.as_ref().filter(|_| file.kind == ConstructKind::Resource) {
                let names = import::Names::of(type_name, construct, identity(schema, type_name, import));
                facts.import = import::read(import, type_name, is_alone, &names);
                facts.import_section = Some(import.text.clone());
            }
            let lost = reading::arguments(&page, text, &places, &mut facts.fields, &mut listed);
            self.understood.ambiguous.extend(lost.into_iter().map(|list| (file.path.clone(), list)));
            reading::attributes(&page, text, &places, &mut facts.fields);
        }
        listed.count(&mut self.understood.coverage);
    }
}

/// What identifies a resource, as its schema says or else its page: names, each with whether an import has to give it.
fn identity(schema: &ProviderSchema, type_name: &str, import: &ImportSection) -> Vec<(String, bool)> {
    match schema.resource_identity_schemas.get(type_name) {
        Some(identity) => {
            let attributes = identity.attributes.iter();
            attributes.map(|(name, attribute)| (name.to_owned(), attribute.required_for_import)).collect()
        }
        None => import.identity.clone(),
    }
}

/// The first program in Terraform's language.
fn first_example(page: &Page) -> Option<String> {
    let elements = page.sections.iter().flat_map(|section| &section.elements);
    let mut codes = elements.filter_map(|element| match element {
        Element::Code(code) => Some(code),
        _ => None,
    });
    let is_terraform = |language: &str| matches!(language, "" | "terraform" | "hcl" | "tf");
    let is_program = |text: &str| {
        text.lines()
            .any(|line| ["resource \"", "data \"", "ephemeral \""].iter().any(|word| line.starts_with(word)))
    };
    codes.find(|code| is_terraform(&code.language) && is_program(&code.text)).map(|code| code.text.clone())
}

/// The constructs of the schema that a page is about: the one that it is called after, or those that it names and that are
/// called like it, as pages on several resources for one thing do.
fn constructs<'s>(file: &PageFile, page: &Page, schema: &'s ProviderSchema) -> Vec<(&'s str, &'s Schema)> {
    let Some(group) = group(file.kind, schema) else { return Vec::new() };
    let is_called = |type_name: &str| {
        type_name == file.name || type_name.split_once('_').is_some_and(|(_, name)| name == file.name)
    };
    let own: Vec<_> = group.iter().filter(|(type_name, _)| is_called(type_name)).collect();
    if !own.is_empty() {
        return own;
    }
    let named: BTreeSet<_> = page.codes().collect();
    let is_alike = |type_name: &str| {
        let without_provider = type_name.split_once('_').map(|(_, name)| name);
        let begins = [Some(type_name), without_provider]
            .into_iter()
            .flatten()
            .any(|name| name.starts_with(&file.name));
        begins && named.contains(type_name)
    };
    group.iter().filter(|(type_name, _)| is_alike(type_name)).collect()
}

fn group(kind: ConstructKind, schema: &ProviderSchema) -> Option<&Map<Schema>> {
    match kind {
        ConstructKind::Resource => Some(&schema.resource_schemas),
        ConstructKind::DataSource => Some(&schema.data_source_schemas),
        ConstructKind::EphemeralResource => Some(&schema.ephemeral_resource_schemas),
        ConstructKind::ListResource => Some(&schema.list_resource_schemas),
        ConstructKind::Action => Some(&schema.action_schemas),
        ConstructKind::Provider | ConstructKind::StateStore => None,
    }
}
