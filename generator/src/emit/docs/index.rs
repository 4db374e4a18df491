//! The page about a provider and what it offers.

use super::example::Examples;
use super::page::Page;
use super::prose::Prose;
use super::view::{ConfigurationView, Group, IndexView, Link};
use super::{Edition, render};
use crate::emit::link;
use crate::model::{Construct, ConstructKind, Provider};
use crate::program::Program;

/// The kinds that have pages, with their titles.
const GROUPS: [(ConstructKind, &str); 3] = [
    (ConstructKind::Resource, "Resources"),
    (ConstructKind::DataSource, "Data Sources"),
    (ConstructKind::EphemeralResource, "Ephemeral Resources"),
];

/// All that the page says, before a language gives it names.
pub(super) struct Index<'a> {
    provider: &'a Provider,
    configuration: Option<Configuration<'a>>,
    pages: Vec<(&'a Construct, String)>,
}

/// The provider's own configuration.
struct Configuration<'a> {
    index: usize,
    construct: &'a Construct,
    page: Page,
    example: Program,
}

impl<'a> Index<'a> {
    pub(super) fn new(provider: &'a Provider) -> Self {
        Self { provider, configuration: None, pages: Vec::new() }
    }

    /// Adds the provider's own configuration.
    pub(super) fn configure(&mut self, index: usize, construct: &'a Construct, examples: &Examples<'_>) {
        let (page, example) = (Page::new(construct), examples.configure());
        self.configuration = Some(Configuration { index, construct, page, example });
    }

    /// Adds a link to the page of a construct.
    pub(super) fn link(&mut self, construct: &'a Construct, path: String) {
        self.pages.push((construct, path));
    }

    /// The page in a language.
    pub(super) fn render(&self, edition: &Edition<'_>) -> String {
        let provider = self.provider;
        let fallback = format!("The `{}` provider.", provider.address.name);
        let summary = self.configuration.as_ref().map(|configuration| configuration.page.summary.as_str());
        let registry = self.configuration.as_ref().and_then(|it| link::documentation(provider, it.construct));
        let fallback_prose = Prose::new(&fallback);
        let mut description = edition.names(0).prose(&fallback_prose);
        let configuration = self.configuration.as_ref().map(|configuration| {
            let names = edition.names(configuration.index);
            let page = &configuration.page;
            if !page.description.is_empty() {
                description = names.prose(&page.description);
            }
            ConfigurationView {
                example: edition.print(&configuration.example),
                required: names.entries(&page.required),
                optional: names.entries(&page.optional),
                sections: names.sections(&page.argument_sections),
            }
        });
        let source = provider.address.source();
        render(&IndexView {
            provider: &provider.address.name,
            language: edition.language.name(),
            summary: summary.filter(|summary| !summary.is_empty()).unwrap_or(&fallback),
            description,
            source: &source,
            version: provider.version.as_deref(),
            registry: registry.as_deref(),
            configuration,
            groups: self.groups(),
        })
    }

    fn groups(&self) -> Vec<Group<'_>> {
        let group = |(kind, title)| {
            let of_kind = self.pages.iter().filter(move |(construct, _)| construct.kind == kind);
            let pages: Vec<_> =
                of_kind.map(|(construct, path)| Link { title: &construct.type_name, path }).collect();
            Group { title, pages }
        };
        GROUPS.into_iter().map(group).filter(|group| !group.pages.is_empty()).collect()
    }
}
