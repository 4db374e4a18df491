//! Programs that the converter makes of examples.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use ferroform_generator::convert::{Catalog, File, convert};
use ferroform_generator::emit::Runtime;
use ferroform_generator::names::Names;
use ferroform_generator::program::{Frame, Language};
use ferroform_generator::read::{Sources, read};
use ferroform_generator::schema::Source;

use super::example::{Edition, Example};

/// Gives each example its programs in these editions, or the reason why there is none.
pub fn add_conversions(examples: &mut [Example], schema: &Path, editions: &[Edition]) {
    let languages: Vec<_> =
        editions.iter().filter_map(|edition| Some((*edition, language(*edition)?))).collect();
    let sources = Sources { schemas: vec![Source::from(schema)], ..Sources::default() };
    let knowledge = read(&sources).unwrap_or_else(|problems| panic!("{problems:?}"));
    let catalog = Catalog::new(&knowledge.providers);
    let names: Vec<_> = knowledge.providers.iter().map(Names::new).collect();
    for example in examples {
        let converted = File::parse(Path::new(""), &example.hcl)
            .map_err(|problem| vec![problem])
            .and_then(|file| convert(&[file], &catalog, Frame::Page));
        for (edition, language) in &languages {
            let program = match &converted {
                // What one language cannot say yet is no reason to stop.
                Ok(converted) => {
                    catch_unwind(AssertUnwindSafe(|| converted.print(&names, *language, Runtime::default())))
                        .map_err(|_| "the printer stops".to_owned())
                }
                Err(problems) => Err(problems
                    .iter()
                    .map(|problem| problem.message.as_str())
                    .collect::<Vec<_>>()
                    .join("; ")),
            };
            match program {
                Ok(program) => drop(example.programs.insert(*edition, program)),
                Err(reason) => drop(example.unconverted.insert(*edition, reason)),
            }
        }
    }
}

fn language(edition: Edition) -> Option<Language> {
    match edition {
        Edition::PublishedPython | Edition::PublishedTypeScript => None,
        Edition::Python => Some(Language::Python),
        Edition::TypeScript => Some(Language::TypeScript),
        Edition::Rust => Some(Language::Rust),
    }
}
