//! What is wrong with the input, told to the person who can mend it.

use std::fmt;
use std::path::PathBuf;

/// One mistake: where it is, what was found, what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, or what stands for one (`<stdin>`, a command-line option).
    pub file: PathBuf,
    /// The place in the file: a JSON path such as `$.provider_schemas["…"].version`, or `line 3, column 7`.
    pub place: Option<String>,
    /// What was found and what was expected, in one sentence without a full stop.
    pub message: String,
    /// What to do about it, or the nearest right word.
    pub help: Option<String>,
}

impl Problem {
    /// A problem with a whole file.
    pub fn new(file: impl Into<PathBuf>, message: impl Into<String>) -> Self {
        Self { file: file.into(), place: None, message: message.into(), help: None }
    }

    /// Says where in the file.
    #[must_use]
    pub fn at(mut self, place: impl Into<String>) -> Self {
        self.place = Some(place.into());
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: ", self.file.display())?;
        if let Some(place) = &self.place {
            write!(formatter, "{place}: ")?;
        }
        formatter.write_str(&self.message)?;
        if let Some(help) = &self.help {
            write!(formatter, "\n  help: {help}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}
