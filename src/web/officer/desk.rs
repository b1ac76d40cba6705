//! The desk that a page stands on, from who is signed in and what the page is about.

use jiff::civil::Date;

use super::subject::Subject;
use crate::pages::officer::Desk;
use crate::pages::officer::desk::Subject as DeskSubject;
use crate::survey::{Consultation, Openness};
use crate::web::account::SignedIn;
use crate::web::{PageError, State};

/// The desk for a page about a consultation, or about none.
///
/// # Errors
/// When the database fails.
pub fn desk(state: &State, signed_in: &SignedIn, subject: Option<&Subject>) -> Result<Desk, PageError> {
    let subject = match subject {
        None => None,
        Some(Subject { consultation, .. }) => Some(DeskSubject {
            key: consultation.key.clone(),
            title: consultation.default_words().title.clone(),
            plan: consultation.plan.clone().filter(|plan| state.library().find_plan(plan).is_some()),
            illustrative: state.store.has_illustrative(&consultation.key)?,
        }),
    };
    Ok(Desk {
        user: signed_in.user.clone(),
        csrf: signed_in.csrf.clone(),
        organisation: state.config.organisation.clone(),
        subject,
    })
}

/// When a consultation takes answers, in words: `Open until 19 December 2026`.
pub fn when(consultation: &Consultation, today: Date) -> String {
    match consultation.openness(today) {
        Openness::NotYetOpen => format!("Opens on {}", day_and_year(consultation.opens)),
        Openness::Open => format!("Open until {}", day_and_year(consultation.closes)),
        Openness::Closed => format!("Closed since {}", day_and_year(consultation.closes)),
    }
}

/// `2 November`.
pub fn day(date: Date) -> String {
    date.strftime("%-d %B").to_string()
}

/// `2 November 2026`.
pub fn day_and_year(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}
