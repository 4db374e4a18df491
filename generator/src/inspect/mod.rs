//! What is known of constructs, and who says it.

mod coverage;
mod view;

use askama::Template;
use serde::Serialize;

use crate::Problem;
use crate::model::ConstructKind;
use crate::read::{Knowledge, Sources, read};
use crate::select::Selection;
use coverage::ProviderCoverage;
use view::ConstructView;

/// What is known: of the constructs that were asked for, or else how much of each provider.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Inspection {
    /// Everything about some constructs.
    Constructs(Vec<ConstructView>),
    /// Figures on each provider.
    Providers(Vec<ProviderCoverage>),
}

/// Reads everything, and shows the constructs whose type matches one of the globs, such as `aws_vpc` or `data.aws_ami`.
///
/// # Errors
///
/// All mistakes of the files, and globs that match nothing.
pub fn inspect(sources: &Sources, types: &[String]) -> Result<Inspection, Vec<Problem>> {
    let Knowledge { providers, docs, .. } = read(sources)?;
    if types.is_empty() {
        let of = |provider| ProviderCoverage::of(provider, docs.get(&provider.address));
        return Ok(Inspection::Providers(providers.iter().map(of).collect()));
    }
    let selection = Selection::new(&providers, types, "TYPE")?;
    let constructs = providers.iter().enumerate().flat_map(|(index, provider)| {
        let selected = selection.of(index).iter().map(|at| &provider.constructs[*at]);
        // A selection has the provider's own configuration in any case.
        let asked = selected.filter(|construct| {
            construct.kind != ConstructKind::Provider || types.contains(&construct.type_name)
        });
        asked.map(|construct| ConstructView::of(provider, construct))
    });
    Ok(Inspection::Constructs(constructs.collect()))
}

impl Inspection {
    /// For a person.
    ///
    /// # Panics
    ///
    /// Never: a string takes all that is written.
    #[must_use]
    pub fn text(&self) -> String {
        let rendered: Result<Vec<_>, _> = match self {
            Self::Constructs(constructs) => constructs.iter().map(Template::render).collect(),
            Self::Providers(providers) => providers.iter().map(Template::render).collect(),
        };
        rendered.expect("a string takes all that is written").join("\n\n")
    }

    /// For a program.
    ///
    /// # Panics
    ///
    /// Never: all keys are strings.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("all keys are strings")
    }
}
