//! What is asked and what is answered: consultations, perspectives, questions, answers, journeys, responses.
//!
//! The lowest facts of the house. A survey is read once from its folder into a [`Consultation`] that is
//! known to be whole; everything that works on one may rely on that. Leaves out where files come from
//! (`library`), where responses are kept (`store`) and how a question looks (`pages`).

mod answer;
mod consultation;
mod district;
mod journey;
mod parse;
mod question;
mod receipt;
mod response;
mod wording;

pub use answer::{Answer, AnswerProblem, MOST_CHARACTERS};
pub use consultation::{Consultation, Edition, Help, Openness, Perspective};
pub use district::District;
pub use journey::{Draft, Journey, Step};
pub use parse::{SurveyFiles, parse};
pub use question::{Question, QuestionKind, Source};
pub use receipt::{DraftToken, Receipt};
pub use response::{Origin, Response};
pub use wording::{ConsultationWords, Language, OptionWords, PerspectiveWords, QuestionWords, Wording};
