//! What officers see: signing in, who answered, search, themes, a theme, coding, key words, words in context, similar
//! answers, what themes say about a plan, and the editor of surveys.
//!
//! Each page is a struct of plain values. Figures come as [`crate::breakdown`] types only, so that nothing small
//! can be shown by mistake. Leaves out who may see what (`web`).

pub mod action;
pub mod answers;
pub mod breakdowns;
pub mod ballots;
pub mod coding;
mod coding_sample;
pub mod consultations;
pub mod data_protection;
pub mod desk;
pub mod evidence;
pub mod in_context;
pub mod finer;
pub mod in_short;
pub mod indicators;
pub mod links;
pub mod measurement;
pub mod measurement_import;
pub mod mail;
pub mod local_plans;
pub mod outcome;
pub mod overview;
pub mod questionnaires;
pub mod questionnaire_fields;
pub mod questionnaire_settling;
pub mod plan;
pub mod plan_parts;
pub mod plans;
pub mod poster;
pub mod progress;
pub mod publishing;
pub mod publish;
pub mod quote_approval;
pub mod refused;
pub mod replies;
pub mod reply_entry;
pub mod search;
pub mod sign_in;
pub mod similar;
pub mod surveys;
pub mod theme;
mod theme_sample;
pub mod themes;
pub mod words;
mod words_sample;

pub use desk::{Desk, Section};
