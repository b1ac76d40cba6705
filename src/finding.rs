//! What is wrong with a file somebody wrote: which file, where in it, and what to do about it.
//!
//! Every reader of surveys, code frames, geographies and plans reports through [`Finding`], so that
//! `heard check` prints them alike. Leaves out how findings are printed (that is `commands/check`).

use std::fmt;
use std::ops::Range;

use serde::de::DeserializeOwned;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A careful reader would question this; the file can be used.
    Warning,
    /// The file cannot be used until this is put right.
    Error,
}

/// One thing wrong with one place of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub severity: Severity,
    /// The file as the reader was given it, for example `surveys/x/survey.toml`.
    pub file: String,
    /// Line counted from 1, where it is known.
    pub line: Option<usize>,
    /// The place inside the file, for example `question.important.kind`; empty for the file as a whole.
    pub key: String,
    /// What is wrong and what to do, as one or two plain sentences.
    pub problem: String,
}

impl Finding {
    /// A finding that keeps the file from being used.
    pub fn error(file: &str, key: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { severity: Severity::Error, file: file.to_owned(), line: None, key: key.into(), problem: problem.into() }
    }

    /// A finding that a careful reader would raise, though the file can be used.
    pub fn warning(file: &str, key: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(file, key, problem) }
    }

    /// The same finding at a line, counted from 1.
    pub fn at_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        let word = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        match self.key.is_empty() {
            true => write!(f, ": {word}: {}", self.problem),
            false => write!(f, ": {}: {word}: {}", self.key, self.problem),
        }
    }
}

/// Reads TOML into `T`, or says at which line and key it does not fit.
pub fn read_toml<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Finding> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map(|Range { start, .. }| text[..start.min(text.len())].matches('\n').count() + 1);
        Finding { line, ..Finding::error(file, "", error.message().trim().to_owned()) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Sample {
        #[allow(dead_code, reason = "only the reading is tested")]
        size: u32,
    }

    #[test]
    fn a_wrong_value_is_reported_with_its_line() {
        let finding = read_toml::<Sample>("a.toml", "\n\nsize = \"big\"\n").unwrap_err();
        assert_eq!(finding.line, Some(3));
        assert!(finding.to_string().starts_with("a.toml:3: error: "), "{finding}");
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        let finding = read_toml::<Sample>("a.toml", "size = 1\nsise = 2\n").unwrap_err();
        assert!(finding.problem.contains("sise"), "{finding}");
    }
}
