//! A provider's own documentation pages in other languages: what readers are told stays, examples become programs.

mod convert;
mod earlier;
mod folder;
mod key;
mod markdown;
mod original;
mod parallel;
mod record;
mod spelling;
mod translate;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::Problem;
use crate::emit::Runtime;
use crate::output::{self, Mode, Report, Tree};
use crate::program::Language;
use crate::read::{Knowledge, Sources, read};
use crate::schema::UnknownKey;
use convert::Converter;
use earlier::{Earlier, Look};
pub use key::cache_key;
pub use markdown::{Code, Fence, Page};
use original::Made;
pub use record::{Coverage, RECORD};
use record::{PageRecord, Record};
pub use spelling::Spelling;
pub use translate::{Convert, Left, Translation};

/// Which pages are to be translated, and how.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folder of the pages, or the provider's repository.
    pub pages: PathBuf,
    /// What is known of the provider; its `docs` are not read.
    pub sources: Sources,
    /// Into which languages.
    pub languages: Vec<Language>,
    /// What Python and TypeScript programs stand on.
    pub runtime: Runtime,
    /// Where the pages go.
    pub out: PathBuf,
    /// Write or check. [`Mode::Write`] by force converts again what has not changed, too.
    pub mode: Mode,
    /// Whether a smaller share of the blocks may be converted than before.
    pub accept_fall: bool,
}

/// What a run did and what its user should know.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// Keys of the schemas that this version does not know, with the file that they stand in.
    pub unknown_keys: Vec<(PathBuf, UnknownKey)>,
    /// How much was converted, by language.
    pub coverage: BTreeMap<Language, Coverage>,
    /// Blocks that stayed as they are, with their page and the languages.
    pub left: BTreeMap<(PathBuf, Left), Vec<Language>>,
    /// How many originals were translated in this run; the others have not changed.
    pub translated: usize,
    /// Originals that could not be read. What earlier runs made of them stays.
    pub unreadable: Vec<Problem>,
    /// What was done on disk.
    pub report: Report,
}

/// Does what `request` asks.
///
/// # Errors
///
/// All mistakes of the input at once, what keeps the pages from being written, or how much less would be converted than before.
/// Nothing is written then.
pub fn translate(request: &Request) -> Result<Summary, Vec<Problem>> {
    let one = |problem| vec![problem];
    let files = folder::pages(&request.pages).map_err(one)?;
    let earlier = Earlier::read(request).map_err(one)?;
    let mut summary = Summary::default();
    let (mut pages, mut stale) = (Vec::new(), Vec::new());
    for look in parallel::map(&files, |file| earlier.look(file)) {
        match look {
            Look::Current(made) => pages.push(made),
            Look::Stale(original) => stale.push(original),
            Look::Unreadable(problem, made) => {
                summary.unreadable.push(problem);
                pages.extend(made);
            }
        }
    }
    let mut providers = earlier.record.providers.clone();
    if !stale.is_empty() {
        let Knowledge { providers: known, unknown_keys, .. } =
            read(&Sources { docs: Vec::new(), ..request.sources.clone() })?;
        let (spelling, converter) = (Spelling::new(&known), Converter::new(&known, request.runtime));
        pages.extend(parallel::map(&stale, |original| {
            original.translate(&request.languages, &spelling, &converter)
        }));
        providers = known.iter().map(|provider| provider.address.to_string()).collect();
        summary.unknown_keys = unknown_keys;
    }
    summary.translated = stale.len();
    for page in &pages {
        for (language, coverage) in &page.record {
            for left in &coverage.left {
                summary.left.entry((page.file.path.clone(), left.clone())).or_default().push(*language);
            }
        }
    }
    let records = pages.iter().map(|page| (page.file.place(), page.record.clone())).collect();
    let record = Record::new(providers, earlier.surroundings, records);
    if !request.accept_fall {
        check_fall(&request.out.join(RECORD), &pages, &earlier.record, &record)?;
    }
    let mut tree = Tree::holding(record.providers.iter().cloned().chain(["pages".to_owned()]));
    tree.add(RECORD, record.render());
    for (path, text) in pages.into_iter().flat_map(|page| page.files) {
        tree.add(path, text);
    }
    summary.coverage = record.coverage;
    summary.report = output::write(&request.out, &tree, request.mode)?;
    Ok(summary)
}

/// Fails where a smaller share of the blocks is converted than was before, and names those that are left now and were not.
fn check_fall(file: &Path, pages: &[Made<'_>], before: &Record, now: &Record) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    let mut left = BTreeSet::new();
    for (language, now) in &now.coverage {
        let Some(coverage) = before.coverage.get(language).filter(|before| now.is_below(before)) else {
            continue;
        };
        problems.push(Problem::new(file, format!("{now}, before {coverage}")).at(language.name()));
        let left_in = |record: Option<&PageRecord>| -> Vec<Left> {
            record.and_then(|record| record.get(language)).map_or_else(Vec::new, |page| page.left.clone())
        };
        for Made { file, record, .. } in pages {
            let known = left_in(before.pages.get(&file.place()));
            let new = left_in(Some(record)).into_iter().filter(|left| !known.contains(left));
            left.extend(new.map(|left| (&file.path, left)));
        }
    }
    if problems.is_empty() {
        return Ok(());
    }
    let left = left.into_iter().map(|(page, left)| {
        Problem::new(page, format!("stays as it is: {}", left.reason)).at(format!("line {}", left.line))
    });
    problems.extend(left);
    let last = problems.pop().map(|problem| problem.help("mend this, or pass --accept-fall"));
    problems.extend(last);
    Err(problems)
}
