//! What a person is told when something did not work, and what whoever runs Heard can find in the log.
//!
//! The two are kept apart: the page has plain words and no causes, the log has the cause and nothing about a person.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use actix_web::{HttpResponse, ResponseError};

use super::reply;
use crate::pages::error::ErrorPage;
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
    /// An error with its own words. `words` are whole sentences, a paragraph each.
    pub fn new(status: StatusCode, heading: &str, words: &[&str]) -> Self {
        let words = words.iter().map(|&words| words.to_owned()).collect();
        let link = ("/".to_owned(), "See what is being asked".to_owned());
        Self { status, page: Box::new(ErrorPage { heading: heading.to_owned(), words, link }), cause: None }
    }

    /// The same with another way to go on.
    pub fn with_link(mut self, address: &str, text: &str) -> Self {
        self.page.link = (address.to_owned(), text.to_owned());
        self
    }

    /// The same with a cause for the log.
    pub fn because(mut self, cause: impl fmt::Display) -> Self {
        self.cause = Some(cause.to_string());
        self
    }

    /// There is no such page or thing.
    pub fn not_found() -> Self {
        let words = ["The address may be mistyped, or what was here may have ended."];
        Self::new(StatusCode::NOT_FOUND, "We cannot find that page", &words)
    }

    /// Signed in, and without the right to this.
    pub fn forbidden() -> Self {
        let words = ["Your account has no right to this page. Ask whoever looks after accounts."];
        Self::new(StatusCode::FORBIDDEN, "You cannot see this page", &words)
    }

    /// A form came from another website, or without what proves that it came from ours.
    pub fn foreign_form() -> Self {
        let words = ["It came from another website, so we did not act on it.", "Open the page here and send it again."];
        Self::new(StatusCode::FORBIDDEN, "We did not take that form", &words)
    }

    /// The form could not be read.
    pub fn unreadable_form() -> Self {
        let words = ["What arrived is not a form from our pages. Go back, and send it again."];
        Self::new(StatusCode::BAD_REQUEST, "We could not read that form", &words)
    }

    /// More was sent than is ever taken.
    pub fn too_large() -> Self {
        let words = [
            "What you sent is longer than we can take: about a thousand pages.",
            "Go back, and your words should still be there. Make them shorter and send them again.",
        ];
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "That is too long", &words)
    }

    /// The form did not arrive in time.
    pub fn too_slow() -> Self {
        let words = ["The connection is too slow or broke off. Nothing was stored. Go back and send it again."];
        Self::new(StatusCode::REQUEST_TIMEOUT, "That did not arrive", &words)
    }

    /// Too much is going on; nothing was stored.
    pub fn busy() -> Self {
        let words = [
            "Many people are answering at this moment. Nothing was half stored.",
            "Wait a few seconds, go back, and send it again. Your words should still be there.",
        ];
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "Too much at once", &words)
    }

    /// Something broke that the person can do nothing about.
    pub fn broken(cause: impl fmt::Display) -> Self {
        let words = [
            "This is our fault and not yours. It has been noted.",
            "Go back and try again in a minute. If you were sending something, your words should still be there.",
        ];
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "Sorry, something broke", &words).because(cause)
    }

    /// An error for a status that some lower layer gave without words.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::not_found(),
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large(),
            StatusCode::REQUEST_TIMEOUT => Self::too_slow(),
            StatusCode::METHOD_NOT_ALLOWED => {
                let words = ["That page is not used in that way. Open it by its link."];
                Self::new(status, "That does not work here", &words)
            }
            status if status.is_client_error() => Self { status, ..Self::unreadable_form() },
            status => Self { status, ..Self::broken("a reply without words") },
        }
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.status.as_u16(), self.page.heading)
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
        let mut response = reply::page_with(self.status, self.page.render().into_string());
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(RETRY_AFTER, actix_web::http::header::HeaderValue::from_static(WAIT));
        }
        response
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
        let body = error.page.render().into_string();
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
