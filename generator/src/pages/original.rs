//! One original, and what is made of it.

use std::fs;

use super::convert::Converter;
use super::folder::PageFile;
use super::key::cache_key;
use super::markdown::Page;
use super::record::{PageCoverage, PageRecord};
use super::spelling::Spelling;
use super::translate::ending;
use crate::Problem;
use crate::program::Language;

/// An original, read.
pub struct Original<'a> {
    /// Where it is.
    pub file: &'a PageFile,
    text: String,
    key: String,
}

/// What was made of an original.
pub struct Made<'a> {
    /// Where the original is.
    pub file: &'a PageFile,
    /// What was converted.
    pub record: PageRecord,
    /// Paths in the output root, with their contents.
    pub files: Vec<(String, String)>,
}

impl<'a> Original<'a> {
    /// Reads an original.
    pub fn read(file: &'a PageFile) -> Result<Self, Problem> {
        let bytes = fs::read(&file.path)
            .map_err(|error| Problem::new(&file.path, format!("cannot be read: {error}")))?;
        let key = cache_key(&bytes);
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = String::from_utf8_lossy(valid).matches('\n').count() + 1;
            Problem::new(&file.path, "is not UTF-8").at(format!("line {line}"))
        })?;
        Ok(Self { file, text, key })
    }

    /// Whether a page was made of this very original.
    pub fn is_source_of(&self, page: &str) -> bool {
        page.ends_with(&ending(&self.key))
    }

    /// Makes the page in each language.
    pub fn translate(
        &self,
        languages: &[Language],
        spelling: &Spelling,
        converter: &Converter<'_>,
    ) -> Made<'a> {
        let convert = |snippet: &str, languages: &[Language]| converter.programs(snippet, languages);
        let translations = Page::parse(&self.text).translate(languages, spelling, &convert, &self.key);
        let mut made =
            Made { file: self.file, record: PageRecord::new(), files: Vec::with_capacity(languages.len()) };
        for (language, page) in languages.iter().zip(translations) {
            let coverage = PageCoverage { converted: page.converted, left: page.left };
            made.record.insert(*language, coverage);
            made.files.push((self.file.translated(*language), page.text));
        }
        made
    }
}
