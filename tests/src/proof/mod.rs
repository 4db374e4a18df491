//! Whether programs mean what the configurations mean that they were converted from.
//!
//! An example is a snippet of Terraform's language and programs that say the same. Whatever the snippet takes for
//! granted is declared, alike for it and for the programs; each program runs on the real runtime of its language with
//! our bindings; and Terraform plans and applies both with stand-ins for the providers. What it says of them has to be
//! the same: values, actions, what refers to what, outputs.
//!
//! | file | decides |
//! |---|---|
//! | `example`, `pages`, `conversion` | what is compared |
//! | `subject`, `snippet` | what a snippet declares, and what it takes for granted |
//! | `declarations` | how that is declared |
//! | `program`, `syntax` | how a program gets the same declarations |
//! | `crates` | how Rust programs are compiled and run |
//! | `workshop` | how programs run, many at a time |
//! | `configuration` | what Terraform is given |
//! | `plans` | how it plans that, many at a time |
//! | `facts` | what of its answers is compared |
//! | `settings` | what is compared beside them |
//! | `table` | what is kept and counted |

mod configuration;
mod conversion;
mod crates;
mod declarations;
mod example;
mod facts;
mod pages;
mod plans;
mod program;
mod settings;
mod snippet;
mod subject;
mod syntax;
mod table;
mod workshop;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use self::configuration::Configuration;
pub use self::conversion::add_conversions;
use self::crates::Crates;
use self::declarations::{Constructs, Declarations};
pub use self::example::{Edition, Example};
use self::facts::differences;
pub use self::pages::examples;
use self::plans::Plans;
use self::snippet::Snippet;
use self::syntax::Types;
pub use self::table::{Row, Stage, totals};
use self::workshop::{Job, Outcome, Workshop};
use crate::conformance::Plan;
use crate::{node, python};

/// What examples are proved with.
#[derive(Debug)]
pub struct Proof<'a> {
    /// The schemas of the providers that they use, and bindings for which are made.
    pub schema: &'a Path,
    /// Where everything is done.
    pub folder: PathBuf,
}

/// An example, read, with its original as Terraform is given it.
struct Prepared<'a> {
    example: &'a Example,
    declarations: Declarations,
    original: Option<Configuration>,
}

impl Proof<'_> {
    /// Says of each example and edition how far the program came. Editions whose language the machine does not have
    /// are left out, aloud.
    #[must_use]
    pub fn of(&self, examples: &[Example], editions: &[Edition]) -> Vec<Row> {
        let plan = Plan::read(self.schema, None);
        let constructs = Constructs::new(&plan);
        let prepared: Vec<_> = examples.iter().map(|example| Prepared::new(example, &constructs)).collect();
        let plans = Plans::new(self.schema, self.folder.join("plans"));
        let originals: Vec<_> = prepared.iter().filter_map(|prepared| prepared.original.as_ref()).collect();
        let mut planned = plans.of(&originals);

        let mut rows = Vec::new();
        for &edition in editions {
            let Some(mut outcomes) = self.run(edition, &prepared) else { continue };
            let settings: BTreeMap<_, _> = outcomes
                .iter()
                .filter_map(|(number, outcome)| match outcome {
                    Outcome::Synthesized(json) => Some((*number, settings::of_program(json))),
                    _ => None,
                })
                .collect();
            let synthesized: BTreeMap<_, _> = outcomes
                .iter_mut()
                .filter_map(|(number, outcome)| {
                    let Outcome::Synthesized(json) = outcome else { return None };
                    let declarations = &prepared[*number].declarations;
                    if edition == Edition::Rust {
                        declarations.add_to(json);
                    }
                    Some((*number, Configuration::of_program(json.take(), declarations)))
                })
                .collect();
            planned.extend(plans.of(&synthesized.values().collect::<Vec<_>>()));
            for (number, prepared) in prepared.iter().enumerate() {
                let (stage, reason) = match &prepared.original {
                    None => (Stage::Original, "it is not Terraform's language".to_owned()),
                    Some(original) => match &planned[&original.key()] {
                        Err(refused) => (Stage::Original, refused.clone()),
                        Ok(original) => match outcomes.get(&number) {
                            None => {
                                let reason = prepared.example.unconverted.get(&edition);
                                (Stage::Unconverted, reason.cloned().unwrap_or_default())
                            }
                            Some(Outcome::Refused(error)) => (Stage::Converted, error.clone()),
                            Some(Outcome::Failed(error)) => (Stage::Compiled, error.clone()),
                            Some(Outcome::Synthesized(_)) => match &planned[&synthesized[&number].key()] {
                                Err(refused) => (Stage::Ran, refused.clone()),
                                Ok(program) => match differences(
                                    &with(original, settings::of_snippet(&prepared.example.hcl)),
                                    &with(program, settings[&number].clone()),
                                ) {
                                    found if found.is_empty() => (Stage::Equal, String::new()),
                                    found => (Stage::Planned, found.join("; ")),
                                },
                            },
                        },
                    },
                };
                let Example { page, block, .. } = prepared.example;
                rows.push(Row { page: page.clone(), block: *block, edition, stage, reason });
            }
        }
        rows
    }

    fn run(&self, edition: Edition, prepared: &[Prepared<'_>]) -> Option<BTreeMap<usize, Outcome>> {
        let folder = self.folder.join(edition.word());
        let jobs = |types: &Types| -> Vec<Job> {
            let all = prepared.iter().enumerate();
            all.filter_map(|(number, prepared)| {
                let text = prepared.example.programs.get(&edition)?;
                let text = program::complete(edition, text, &prepared.declarations, types);
                Some(Job { number, text, missing: program::missing(&prepared.declarations) })
            })
            .collect()
        };
        match edition.language() {
            "python" => {
                let python = python()?;
                let workshop = Workshop::new(edition, folder, &[self.schema]);
                Some(workshop.run_python(&python, &jobs(&workshop.types)))
            }
            "typescript" => {
                let node = node()?;
                let workshop = Workshop::new(edition, folder, &[self.schema]);
                Some(workshop.run_typescript(&node, &jobs(&workshop.types)))
            }
            _ => {
                let crates = Crates::new(folder, self.schema);
                Some(crates.run(&jobs(&crates.types)))
            }
        }
    }
}

/// What Terraform says, and what is set beside it.
fn with(facts: &Json, settings: Json) -> Json {
    let mut facts = facts.clone();
    facts["settings"] = settings;
    facts
}

impl<'a> Prepared<'a> {
    fn new(example: &'a Example, constructs: &Constructs<'_>) -> Self {
        let Some(snippet) = Snippet::read(&example.hcl) else {
            return Self { example, declarations: Declarations::default(), original: None };
        };
        let declarations = Declarations::new(&snippet, constructs);
        let original = Configuration::of_snippet(&example.hcl, &snippet, &declarations);
        Self { example, declarations, original: Some(original) }
    }
}
