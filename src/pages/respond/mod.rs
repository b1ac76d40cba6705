//! The pages of someone answering, in the order they see them.
//!
//! Two editions: the child's has larger type, pictures and simpler words; the plain one is for everybody else.
//! Both ask one thing a page, keep what was said, and let every question be skipped.

pub mod check;
pub mod equality;
pub mod field;
pub mod lost;
pub mod question;
pub mod shut;
pub mod start;
pub mod thanks;
pub mod who;

use jiff::civil::Date;

use super::{Corner, Page};
use crate::survey::{Consultation, Edition};

/// What every page of one consultation shares.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    pub consultation: &'a Consultation,
    pub lang: &'a str,
    pub edition: Edition,
}

impl<'a> Frame<'a> {
    /// A consultation in the plain edition and English.
    pub fn plain(consultation: &'a Consultation) -> Self {
        Self { consultation, lang: "en", edition: Edition::Plain }
    }

    /// The page around a step, with the quick way out.
    pub fn page(&self, title: &'a str) -> Page<'a> {
        Page {
            lang: self.lang,
            organisation: &self.consultation.organisation,
            edition: self.edition,
            corner: Corner::Exit,
            notice: trial_notice(self.consultation),
            ..Page::titled(title)
        }
    }

    /// The address of a page of the consultation; `rest` is empty or begins with a slash.
    pub fn href(&self, rest: &str) -> String {
        format!("/c/{}{rest}", self.consultation.key)
    }
}

/// Said on every page of a consultation that comes with invented responses: nobody is really asking.
pub fn trial_notice(consultation: &Consultation) -> Option<&'static str> {
    consultation.sample.is_some().then_some(TRIAL)
}

const TRIAL: &str = "A try-out: nobody is really asking, and the answers already here are made up.";

/// `Saturday 19 December 2026`.
pub fn day(date: Date) -> String {
    date.strftime("%A %-d %B %Y").to_string()
}
