//! The page about a resource, a data source or an ephemeral resource.

use super::example::Examples;
use super::import::Import;
use super::page::Page;
use super::view::{ImportView, PageView};
use super::{Edition, Input, render};
use crate::emit::link;
use crate::model::{Construct, ConstructKind};
use crate::program::Program;

/// All that the page says, before a language gives it names.
pub(super) struct ConstructPage<'a> {
    input: Input<'a>,
    index: usize,
    construct: &'a Construct,
    page: Page,
    summary: String,
    example: Program,
    registry: Option<String>,
    /// How it is imported, with a program that does.
    import: Option<(Import, Program)>,
}

impl<'a> ConstructPage<'a> {
    pub(super) fn new(input: Input<'a>, examples: &Examples<'_>, index: usize) -> Self {
        let construct = &input.provider.constructs[index];
        let mut page = Page::new(construct);
        let mut summary = std::mem::take(&mut page.summary);
        if summary.is_empty() {
            let (name, provider) = (&construct.type_name, &input.provider.address.name);
            summary = format!("The `{name}` {} of the `{provider}` provider.", construct.kind.term());
            page.describe(&summary);
        }
        let import = (construct.kind == ConstructKind::Resource).then(|| {
            let import = Import::new(construct);
            let program = examples.import(index, &import.id);
            (import, program)
        });
        Self {
            input,
            index,
            construct,
            summary,
            example: examples.declare(index),
            registry: link::documentation(input.provider, construct),
            import,
            page,
        }
    }

    /// The page in a language.
    pub(super) fn render(&self, edition: &Edition<'_>) -> String {
        let Self { page, construct, .. } = self;
        let names = edition.names(self.index);
        let import = self.import.as_ref().map(|(import, program)| ImportView {
            type_name: &construct.type_name,
            formats: &import.formats,
            opaque: &import.opaque,
            language: edition.language.name(),
            example: edition.print(program),
            block: &import.block,
            command: &import.command,
            identity: import.identity.as_ref(),
        });
        render(&PageView {
            provider: &self.input.provider.address.name,
            type_name: &construct.type_name,
            kind: title(construct.kind),
            term: construct.kind.term(),
            summary: &self.summary,
            description: names.prose(&page.description),
            registry: self.registry.as_deref(),
            deprecated: page.deprecated.as_ref().map(|reason| names.prose(reason)),
            example: edition.print(&self.example),
            required: names.entries(&page.required),
            optional: names.entries(&page.optional),
            argument_sections: names.sections(&page.argument_sections),
            attributes: names.entries(&page.attributes),
            attribute_sections: names.sections(&page.attribute_sections),
            timeouts: names.entries(&page.timeouts),
            import,
        })
    }
}

/// The kind as the title of a page has it.
fn title(kind: ConstructKind) -> &'static str {
    match kind {
        ConstructKind::DataSource => "Data Source",
        ConstructKind::EphemeralResource => "Ephemeral Resource",
        _ => "Resource",
    }
}
