//! What words are: language, words and stems, clauses, phrases, vectors, content, personal data; which words people
//! use, where they stand, and which answers are near-identical; how hard English text is to read.
//!
//! One stemmer ([`stem`]) and one way of finding words ([`words`]) serve the free-text index, code
//! frames and discovered themes, so that a word searched for is the word that was coded. Everything
//! here is a function of the text alone. Leaves out which theme a text belongs to (`themes`).

mod changes;
mod clauses;
mod concordance;
mod content;
mod dismissal;
mod duplicates;
mod harm;
mod language;
mod language_marks;
mod language_score;
mod pattern;
mod personal_data;
mod personal_patterns;
mod phrases;
pub mod readability;
pub mod reading_age;
mod spelling;
mod stop_words;
mod syllables;
mod vectors;
mod vocabulary;
mod wordpiece;
mod words;

pub use changes::changed_words;
pub use clauses::{Division, clauses};
pub use concordance::{ContextLine, ContextOrder, MOST_ASKED, Part, asked_words, context_lines};
pub use content::{Content, content_of};
pub use dismissal::dismissed;
pub use duplicates::{Sent, SimilarGroup, SimilarSettings, similar_groups};
pub use harm::may_tell_of_harm;
pub use language::Language;
pub use personal_data::{PersonalData, PersonalDataKind, find_personal_data, redact};
pub use phrases::{Phrase, phrases};
pub use spelling::Spelling;
pub use stop_words::{is_empty_name, is_stop_word};
pub use vectors::{DIMENSIONS, Vectors, VectorsError};
pub use vocabulary::{Person, SaidTerm, Vocabulary};
pub use wordpiece::WordPieces;
pub use words::{Word, stem, words};
