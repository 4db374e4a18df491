//! Where in which file the builder is, and what it found wrong there.

use std::path::Path;

use crate::Problem;
use crate::schema::JsonPath;

/// A place in a file. Written out only when there is something to report.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    file: &'a Path,
    segment: Option<(&'a Place<'a>, Segment<'a>)>,
}

#[derive(Clone, Copy)]
enum Segment<'a> {
    Key(&'a str),
    Index(usize),
}

impl<'a> Place<'a> {
    pub(super) fn new(file: &'a Path) -> Self {
        Self { file, segment: None }
    }

    pub(super) fn key(&'a self, name: &'a str) -> Self {
        Self { file: self.file, segment: Some((self, Segment::Key(name))) }
    }

    pub(super) fn index(&'a self, index: usize) -> Self {
        Self { file: self.file, segment: Some((self, Segment::Index(index))) }
    }

    fn path(&self) -> JsonPath {
        match self.segment {
            None => JsonPath::root(),
            Some((parent, Segment::Key(name))) => parent.path().key(name),
            Some((parent, Segment::Index(index))) => parent.path().index(index),
        }
    }
}

/// All mistakes of a run.
#[derive(Default)]
pub(super) struct Problems(Vec<Problem>);

impl Problems {
    pub(super) fn report(&mut self, place: &Place, message: impl Into<String>) {
        self.0.push(Problem::new(place.file, message).at(place.path().to_string()));
    }

    pub(super) fn report_with(&mut self, place: &Place, message: impl Into<String>, help: impl Into<String>) {
        self.0.push(Problem::new(place.file, message).at(place.path().to_string()).help(help));
    }

    /// Reports a word that is not known and names the one that was probably meant.
    pub(super) fn report_nearest(
        &mut self,
        place: &Place,
        message: impl Into<String>,
        nearest: Option<&str>,
    ) {
        match nearest {
            Some(word) => self.report_with(place, message, format!("did you mean `{word}`?")),
            None => self.report(place, message),
        }
    }

    pub(super) fn into_result<T>(self, value: T) -> Result<T, Vec<Problem>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
    }
}
