//! Documentation: a page per construct and language, and one per provider and language.
//!
//! What a page says is worked out once (`page`); a language then gives it names and prints the examples.

mod construct;
mod example;
mod import;
mod index;
mod page;
mod paths;
mod prose;
pub(crate) mod terms;
mod view;

use askama::Template;

use super::Input;
use crate::model::{BlockId, ConstructKind};
use crate::names::Names;
use crate::output::Tree;
use crate::program::{Bindings, Language, Program, Vocabulary};
use construct::ConstructPage;
use example::Examples;
use index::Index;
use paths::Paths;
use prose::fence;

/// The label of what an example is about.
const LABEL: &str = "example";

/// A field of one of a construct's blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct FieldRef {
    block: BlockId,
    field: usize,
}

/// Adds the pages of a provider in `languages` to `tree`.
///
/// # Panics
///
/// If `names` are not those of the provider.
pub fn emit(input: Input<'_>, names: &Names, languages: &[Language], tree: &mut Tree) {
    let edition = |&language| Edition { input, language, vocabulary: names.vocabulary(language) };
    let editions: Vec<_> = languages.iter().map(edition).collect();
    let examples = Examples::new(input.provider, input.selected);
    let mut paths = Paths::default();
    let mut index = Index::new(input.provider);
    for (position, construct) in input.constructs() {
        if construct.kind == ConstructKind::Provider {
            index.configure(position, construct, &examples);
        }
        let Some(path) = paths.assign(input.provider, construct) else { continue };
        let page = ConstructPage::new(input, &examples, position);
        for edition in &editions {
            tree.add(edition.path(&path), page.render(edition));
        }
        index.link(construct, path);
    }
    for edition in &editions {
        tree.add(edition.path("index.md"), index.render(edition));
    }
}

/// The pages in one language.
struct Edition<'a> {
    input: Input<'a>,
    language: Language,
    vocabulary: Box<dyn Vocabulary + 'a>,
}

impl Edition<'_> {
    fn path(&self, page: &str) -> String {
        format!("{}/{}/{page}", self.input.provider.address.name, self.language.word())
    }

    /// What the fields of a construct are called.
    fn names(&self, construct: usize) -> view::Names<'_> {
        view::Names { vocabulary: &*self.vocabulary, construct }
    }

    /// A program in its fence.
    fn print(&self, program: &Program) -> String {
        let bindings = [Bindings { provider: self.input.provider, vocabulary: &*self.vocabulary }];
        fenced(self.language.word(), &program.print(self.language, &bindings, self.input.runtime))
    }
}

/// Code in its fence.
fn fenced(language: &str, code: &str) -> String {
    let marks = fence(code);
    format!("{marks}{language}\n{code}{marks}")
}

fn render(template: &impl Template) -> String {
    template.render().expect("a string takes all that is written") + "\n"
}
