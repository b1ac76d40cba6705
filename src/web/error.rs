//! What a person is told when something did not work, and what whoever runs Heard can find in the log.
//!
//! The two are kept apart: the page has plain words and no causes, the log has the cause and nothing about a person.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use actix_web::{HttpResponse, ResponseError};

use super::reply;
use crate::pages::Words;
use crate::pages::error::{ErrorPage, Said};
use crate::store::StoreError;

/// How long someone is asked to wait when too much is going on, in seconds.
const WAIT: &str = "5";

/// A request that could not be answered with what was asked for.
#[derive(Debug)]
pub struct PageError {
    status: StatusCode,
    /// Boxed because nearly every result carries room for it and hardly any has one.
    page: Box<ErrorPage>,
    /// For the log.
    cause: Option<String>,
}

impl PageError {
    /// An error in messages of the interface, for everybody: the heading, and a paragraph each.
    pub fn said(status: StatusCode, heading: &'static str, words: &[&'static str]) -> Self {
        let words = words.iter().map(|&key| Said::Message(key)).collect();
        Self::of(status, Said::Message(heading), words)
    }

    /// An error with its own words in English, for officers. `words` are whole sentences, a paragraph each.
    pub fn new(status: StatusCode, heading: &str, words: &[&str]) -> Self {
        let words = words.iter().map(|&words| Said::English(words.to_owned())).collect();
        Self::of(status, Said::English(heading.to_owned()), words)
    }

    fn of(status: StatusCode, heading: Said, words: Vec<Said>) -> Self {
        let link = ("/".to_owned(), Said::Message("see-asked"));
        Self { status, page: Box::new(ErrorPage { heading, words, link }), cause: None }
    }

    /// The same with another way to go on, in English.
    pub fn with_link(mut self, address: &str, text: &str) -> Self {
        self.page.link = (address.to_owned(), Said::English(text.to_owned()));
        self
    }

    /// The same with another way to go on, as a message of the interface.
    pub fn with_way(mut self, address: &str, key: &'static str) -> Self {
        self.page.link = (address.to_owned(), Said::Message(key));
        self
    }

    /// The page as it is sent, in a language.
    pub fn respond(&self, words: Words) -> HttpResponse {
        let mut response = reply::page_with(self.status, self.page.render(words).into_string());
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(RETRY_AFTER, actix_web::http::header::HeaderValue::from_static(WAIT));
        }
        response
    }

    /// The same with a cause for the log.
    pub fn because(mut self, cause: impl fmt::Display) -> Self {
        self.cause = Some(cause.to_string());
        self
    }

    /// There is no such page or thing.
    pub fn not_found() -> Self {
        Self::said(StatusCode::NOT_FOUND, "error-not-found", &["error-not-found-words"])
    }

    /// Signed in, and without the right to this.
    pub fn forbidden() -> Self {
        let words = ["Your account has no right to this page. Ask whoever looks after accounts."];
        Self::new(StatusCode::FORBIDDEN, "You cannot see this page", &words)
    }

    /// Signed in as a member of a youth cabinet, at an officer's page.
    pub fn forbidden_to_members() -> Self {
        let words = [
            "Your account has no right to this page: it is for officers, who read what people wrote.",
            "Campaigns, turnout, posters and the ballots that you propose are on your own pages. If an officer sent you this \
             link, ask for the page that everybody can read.",
        ];
        Self::new(StatusCode::FORBIDDEN, "This page is for officers", &words)
    }

    /// A form came from another website, or without what proves that it came from ours.
    pub fn foreign_form() -> Self {
        Self::said(StatusCode::FORBIDDEN, "error-foreign", &["error-foreign-words", "error-foreign-do"])
    }

    /// The form could not be read.
    pub fn unreadable_form() -> Self {
        Self::said(StatusCode::BAD_REQUEST, "error-unreadable", &["error-unreadable-words"])
    }

    /// More was sent than is ever taken.
    pub fn too_large() -> Self {
        Self::said(StatusCode::PAYLOAD_TOO_LARGE, "error-too-large", &["error-too-large-words", "error-too-large-do"])
    }

    /// The form did not arrive in time.
    pub fn too_slow() -> Self {
        Self::said(StatusCode::REQUEST_TIMEOUT, "error-too-slow", &["error-too-slow-words"])
    }

    /// Too much is going on; nothing was stored.
    pub fn busy() -> Self {
        Self::said(StatusCode::SERVICE_UNAVAILABLE, "error-busy", &["error-busy-words", "error-busy-do"])
    }

    /// Something broke that the person can do nothing about.
    pub fn broken(cause: impl fmt::Display) -> Self {
        Self::said(StatusCode::INTERNAL_SERVER_ERROR, "error-broken", &["error-broken-words", "error-broken-do"])
            .because(cause)
    }

    /// An error for a status that some lower layer gave without words.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::not_found(),
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large(),
            StatusCode::REQUEST_TIMEOUT => Self::too_slow(),
            StatusCode::METHOD_NOT_ALLOWED => Self::said(status, "error-method", &["error-method-words"]),
            status if status.is_client_error() => Self { status, ..Self::unreadable_form() },
            status => Self { status, ..Self::broken("a reply without words") },
        }
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.page.heading {
            Said::Message(key) => write!(f, "{}: {key}", self.status.as_u16()),
            Said::English(text) => write!(f, "{}: {text}", self.status.as_u16()),
        }
    }
}

impl ResponseError for PageError {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        if let Some(cause) = &self.cause {
            tracing::error!(status = self.status.as_u16(), "{cause}");
        }
        self.respond(Words::english())
    }
}

impl From<actix_web::error::BlockingError> for PageError {
    fn from(_: actix_web::error::BlockingError) -> Self {
        Self::busy()
    }
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Busy => Self::busy(),
            error => Self::broken(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cause_is_for_the_log_and_never_on_the_page() {
        let error = PageError::broken("the disk at /srv is full");
        let body = error.page.render(Words::english()).into_string();
        assert!(!body.contains("/srv") && body.contains("our fault"), "{body}");
        assert!(!error.to_string().contains("/srv"));
    }

    #[test]
    fn too_much_at_once_says_when_to_come_back() {
        let response = PageError::busy().error_response();
        assert_eq!(response.status(), 503);
        assert_eq!(response.headers().get(RETRY_AFTER).unwrap(), WAIT);
    }
}
