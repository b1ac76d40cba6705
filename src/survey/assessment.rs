//! The data protection impact assessment of a consultation: where it is and who agreed it.
//!
//! Leaves out what stands in it: that is the council's own document.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// `[assessment]` as it is written in `survey.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AssessmentFile {
    /// Where it can be read: an address that begins with `https://`, or `http://` inside a council's own network.
    pub link: String,
    /// Who agreed to it, for example `Data protection officer`.
    pub agreed_by: String,
    /// The day of that, as 2026-10-01.
    pub agreed_on: String,
}

/// An assessment that somebody answers for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// An address of the web: it is put into a page as a link.
    pub link: String,
    pub agreed_by: String,
    pub agreed_on: Date,
}

/// What keeps an assessment from being named, and the part of it that is to be put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AssessmentProblem {
    #[error("write where it can be read, as an address that begins with https://")]
    Link,
    #[error("say who agreed to it")]
    AgreedBy,
    #[error("say on which day it was agreed, as year, month and day, for example 2026-10-01")]
    AgreedOn,
}

impl AssessmentProblem {
    /// The part of `[assessment]` that it is about.
    pub fn part(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::AgreedBy => "agreed_by",
            Self::AgreedOn => "agreed_on",
        }
    }
}

impl AssessmentFile {
    /// Reads what is written.
    ///
    /// # Errors
    /// The first part that does not hold what it should.
    pub fn read(&self) -> Result<Assessment, AssessmentProblem> {
        let is_web =
            ["https://", "http://"].iter().any(|start| self.link.len() > start.len() && self.link.starts_with(start));
        if !is_web || self.link.chars().any(|one| one.is_whitespace() || one.is_control()) {
            return Err(AssessmentProblem::Link);
        }
        if self.agreed_by.trim().is_empty() {
            return Err(AssessmentProblem::AgreedBy);
        }
        let agreed_on = self.agreed_on.parse().map_err(|_| AssessmentProblem::AgreedOn)?;
        Ok(Assessment { link: self.link.clone(), agreed_by: self.agreed_by.trim().to_owned(), agreed_on })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(link: &str, agreed_by: &str, agreed_on: &str) -> AssessmentFile {
        AssessmentFile { link: link.into(), agreed_by: agreed_by.into(), agreed_on: agreed_on.into() }
    }

    #[test]
    fn what_is_whole_is_read() {
        let read = file("https://council.example/dpia", " The data protection officer ", "2026-10-01").read().unwrap();
        assert_eq!(
            (read.agreed_by.as_str(), read.agreed_on.to_string().as_str()),
            ("The data protection officer", "2026-10-01")
        );
    }

    #[test]
    fn a_link_that_could_run_and_parts_that_are_missing_are_refused() {
        for link in ["", "javascript:alert(1)", "//evil.example", "/officer", "https://", "https://a b", "https://a\n"]
        {
            assert_eq!(file(link, "x", "2026-10-01").read(), Err(AssessmentProblem::Link), "{link:?}");
        }
        assert_eq!(file("https://a.example", " ", "2026-10-01").read(), Err(AssessmentProblem::AgreedBy));
        assert_eq!(file("https://a.example", "x", "1 October").read(), Err(AssessmentProblem::AgreedOn));
    }
}
