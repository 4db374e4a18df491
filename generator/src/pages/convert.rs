//! Blocks of pages into programs.

use std::path::Path;

use crate::Problem;
use crate::convert::{Catalog, File, convert};
use crate::emit::Runtime;
use crate::model::Provider;
use crate::names::Names;
use crate::program::{Frame, Language};

/// Converts the blocks of pages with what is known of providers.
pub struct Converter<'a> {
    catalog: Catalog<'a>,
    names: Vec<Names<'a>>,
    runtime: Runtime,
}

impl<'a> Converter<'a> {
    /// Programs stand on `runtime`.
    pub fn new(providers: &'a [Provider], runtime: Runtime) -> Self {
        Self { catalog: Catalog::new(providers), names: providers.iter().map(Names::new).collect(), runtime }
    }

    /// The program of a block in each language, or why there is none.
    pub fn programs(&self, snippet: &str, languages: &[Language]) -> Vec<Result<String, String>> {
        let conversion = File::parse(Path::new(""), snippet)
            .map_err(|problem| vec![problem])
            .and_then(|file| convert(&[file], &self.catalog, Frame::Page));
        let print = |language: &Language| match &conversion {
            Ok(conversion) if conversion.blocks == 0 => Err("it declares nothing".to_owned()),
            Ok(conversion) => {
                let program = conversion.print(&self.names, *language, self.runtime);
                // The archived tool leaves a blank line there.
                let ends = *language == Language::TypeScript && self.runtime == Runtime::Cdktf;
                Ok(program + if ends { "\n" } else { "" })
            }
            Err(problems) => Err(reason(problems)),
        };
        languages.iter().map(print).collect()
    }
}

/// Mistakes in a block as one sentence.
fn reason(problems: &[Problem]) -> String {
    let reasons = problems.iter().map(|problem| match &problem.place {
        Some(place) => format!("{} ({place} of the block)", problem.message),
        None => problem.message.clone(),
    });
    reasons.collect::<Vec<_>>().join("; ")
}
