//! What is asked and what is answered: consultations, perspectives, questions, answers, journeys, responses.
//!
//! The lowest facts of the house. A survey is read once from its folder into a [`Consultation`] that is
//! known to be whole; everything that works on one may rely on that. Leaves out where files come from
//! (`library`), where responses are kept (`store`) and how a question looks (`pages`).

mod alike;
mod answer;
mod assessment;
pub mod changes;
mod condition;
mod consultation;
mod district;
mod draft;
pub mod format;
mod journey;
mod manuscript;
mod options;
mod questionnaire;
mod parse;
mod place_code;
mod question;
mod receipt;
mod response;
mod way_in;
mod wording;

pub use alike::{Alike, Differing, EditionRead, How};
pub use answer::{Answer, AnswerProblem, BETWEEN, MOST_CHARACTERS, MOST_ON_A_LINE};
pub use assessment::{Assessment, AssessmentFile, AssessmentProblem};
pub use condition::{Condition, Test};
pub use consultation::{Consultation, Edition, Help, Openness, Perspective, SaidHelp};
pub use district::District;
pub use draft::Draft;
pub use journey::{Journey, Step, asked};
pub use manuscript::{Manuscript, is_key, option_keys, start_page};
pub use options::{Options, Order, band};
pub use parse::{KINDS, SurveyFiles, digest, parse};
pub use question::{Question, QuestionKind, Section, Source};
pub use questionnaire::{Comparison, QuestionnaireField, questionnaire_number};
pub(crate) use receipt::{ALPHABET as CODE_ALPHABET, in_groups, read_typed};
pub use receipt::{DraftToken, Receipt};
pub use response::{Origin, Response};
pub use way_in::{MOST_IN_A_GROUP, MOST_IN_A_NAME, NameProblem, WayCode, WayIn, WayKind, read_headcount, read_name};
pub use wording::{
    ANY, ConsultationWords, HelpWords, Language, OptionWords, PerspectiveWords, QuestionWords, Reader, Worded, Wording,
};

#[cfg(test)]
pub(crate) mod sample;
