//! What earlier runs left in the output root, so that nothing is translated twice.

use super::Request;
use super::folder::PageFile;
use super::key;
use super::original::{Made, Original};
use super::record::{PageRecord, Record};
use crate::Problem;
use crate::output::{Mode, Written};
use crate::program::Language;

/// What earlier runs left.
pub struct Earlier<'a> {
    /// What they converted.
    pub record: Record,
    /// What this run's pages are made from beside the originals.
    pub surroundings: Option<String>,
    written: Written<'a>,
    languages: &'a [Language],
    /// Whether an original that has not changed would be translated as it was.
    holds: bool,
}

/// What is known of an original before it is translated.
pub enum Look<'a> {
    /// It has not changed.
    Current(Made<'a>),
    /// It is new or has changed.
    Stale(Original<'a>),
    /// It cannot be read; what is there of it stays.
    Unreadable(Problem, Option<Made<'a>>),
}

impl<'a> Earlier<'a> {
    /// Reads what is in the output root of a run.
    pub fn read(request: &'a Request) -> Result<Self, Problem> {
        let record = Record::read(&request.out)?;
        let surroundings = key::surroundings(&request.sources, request.runtime);
        let is_forced = request.mode == Mode::Write { force: true };
        Ok(Self {
            holds: surroundings.is_some() && surroundings == record.surroundings && !is_forced,
            surroundings,
            record,
            written: Written::read(&request.out)?,
            languages: &request.languages,
        })
    }

    /// Looks at an original and at what was made of it.
    pub fn look<'f>(&self, file: &'f PageFile) -> Look<'f> {
        let record = self.record.pages.get(&file.place());
        match Original::read(file) {
            Err(problem) => Look::Unreadable(problem, record.and_then(|record| self.made(file, record))),
            Ok(original) => {
                let record = record.filter(|_| self.holds);
                let made = record.and_then(|record| self.made(file, record));
                let current =
                    made.filter(|made| made.files.iter().all(|(_, page)| original.is_source_of(page)));
                current.map_or(Look::Stale(original), Look::Current)
            }
        }
    }

    /// What was made of an original; `None` where a language is missing or a page was edited.
    fn made<'f>(&self, file: &'f PageFile, record: &PageRecord) -> Option<Made<'f>> {
        let mut made = Made { file, record: PageRecord::new(), files: Vec::new() };
        for language in self.languages {
            let path = file.translated(*language);
            let text = self.written.get(&path)?;
            made.record.insert(*language, record.get(language)?.clone());
            made.files.push((path, text));
        }
        Some(made)
    }
}
