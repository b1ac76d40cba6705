//! The free-text index: finds answers by their words, with a count for every filter.
//!
//! Derived from the database and thrown away at any time: it keeps no words, only where they occur, and
//! names answers by their identifiers, so what is shown always comes from the store as it is now (redacted,
//! and never an erased answer). The index remembers in its own commit how far it has followed the change
//! log, so a crash repeats work and never skips it.
//!
//! Counts here are raw counts of answers, for people with the right to read every answer. They are not
//! published figures: those come from `breakdown` alone. Leaves out who may search (`web`), what follows
//! the change log (`worker`) and the words themselves (`store`).

use jiff::civil::Date;

mod analyser;
mod asked;
mod counts;
mod error;
mod index;
mod matching;
mod opening;
mod rebuild;
mod schema;
mod snippet;
mod stemming;
#[cfg(test)]
mod tests;
mod view;

pub use error::SearchError;
pub use index::Index;
pub use rebuild::{Rebuild, place_beside, swap};
pub use snippet::{Piece, snippet};

/// One text answer as it is indexed. The words are not kept, only where they occur.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub answer_id: i64,
    /// Erasing and replacing go by response.
    pub response_id: i64,
    pub consultation: String,
    /// Key of the question.
    pub question: String,
    /// Key of the perspective.
    pub perspective: String,
    /// Stored form of the district: a key, `outside` or `unknown`.
    pub district: String,
    /// Language of the answer as a tag such as `en` or `cy`; decides how its words are stemmed.
    pub language: String,
    /// The day of the response. Newer answers come first where nothing else decides.
    pub submitted_on: Date,
    /// The answer with personal data already blanked out, so that hidden words cannot be searched for.
    pub text: String,
}

/// What is looked for. Empty filters let everything through; several values of one filter mean any of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub consultation: String,
    /// What the person typed: words (all must occur), `"these words exactly"`, `OR`, `-not`, `begin*`, brackets.
    /// Nothing typed finds every answer, newest first. Never an error, whatever is typed.
    pub words: String,
    pub questions: Vec<String>,
    pub perspectives: Vec<String>,
    pub districts: Vec<String>,
    /// How many of the best answers to leave out first.
    pub offset: usize,
    /// The most answers to name.
    pub limit: usize,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Answers that match the words and every filter.
    pub total: usize,
    /// Identifiers of answers, best first (newest day first where no words were asked for or
    /// matches are equally good).
    pub answers: Vec<i64>,
    /// Answers per question under the same words and the *other* filters, so that a person sees what
    /// choosing another value would give. Sorted by key; values with no match are listed with 0.
    pub by_question: Vec<(String, usize)>,
    /// As `by_question`, per perspective.
    pub by_perspective: Vec<(String, usize)>,
    /// As `by_question`, per district.
    pub by_district: Vec<(String, usize)>,
    /// Whether only the first part of what was typed was used, because it was too long.
    pub cut: bool,
}
