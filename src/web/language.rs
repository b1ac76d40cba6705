//! The language that someone reads the pages in: asked for by an address, kept until the browser closes.
//!
//! Nothing is guessed and nobody is followed: the cookie holds the name of a language that was chosen and nothing
//! else. Leaves out the language of a half-finished response, which is kept with it.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::cookie::Cookie;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::CONTENT_TYPE;
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest, web};

use super::{Form, PageError, State, cookie};
use crate::pages::Words;
use crate::pages::public::Front;
use crate::pages::words::LANGUAGES;
use crate::survey::Edition;

/// The name of the cookie.
pub const COOKIE: &str = "heard-language";
/// The part of an address that asks for a language, as in `/help?lang=ur`.
const QUERY: &str = "lang";

/// The language that the address asks for, where it asks for one.
pub fn asked(request: &HttpRequest) -> Option<String> {
    let query = Form::parse(request.query_string())?;
    query.find(QUERY).filter(|code| is_code(code)).map(str::to_owned)
}

/// The language that the address asks for, or the one chosen before.
pub fn chosen(request: &HttpRequest) -> Option<String> {
    let kept = || cookie::find(request, COOKIE, is_https(request)).filter(|code| is_code(code));
    asked(request).or_else(kept)
}

/// The words of pages that belong to no consultation.
pub fn words(request: &HttpRequest) -> Words {
    Words::of(&chosen(request).unwrap_or_default(), Edition::Plain)
}

/// What public pages are told: the language, the others that a survey of this website can be answered in, and
/// who runs it.
pub fn read<T>(state: &State, request: &HttpRequest, page: impl FnOnce(Front<'_>) -> T) -> T {
    let library = state.library();
    let surveys = || library.consultations().flat_map(|one| one.languages());
    let offered = |code: &&str| surveys().any(|language| language.as_str() == *code);
    let languages: Vec<&str> = LANGUAGES.into_iter().filter(offered).collect();
    page(Front { words: words(request), languages: &languages, organisation: &state.config.organisation })
}

/// The cookie that keeps a language until the browser closes.
pub fn keep(language: &str, https: bool) -> Cookie<'static> {
    cookie::make(COOKIE, language.to_owned(), https, None)
}

/// Keeps the language that an address asked for, and says errors in the language that was chosen.
///
/// # Errors
/// None of its own.
pub async fn remember<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    let read = is_for_readers(request.path());
    let (asked, words, https) = (asked(request.request()), words(request.request()), is_https(request.request()));
    let response = next.call(request).await?;
    let error = response.response().error().and_then(Error::as_error::<PageError>);
    let mut response = match error.map(|error| error.respond(words)) {
        Some(said) => ServiceResponse::new(response.into_parts().0, said.map_into_right_body()),
        None => response.map_into_left_body(),
    };
    // A file, or a page of a desk that makes one, is asked for in a language by whoever reads in another.
    if let Some(language) = asked.filter(|_| read && response.status().is_success() && is_page(&response)) {
        response.response_mut().add_cookie(&keep(&language, https))?;
    }
    Ok(response)
}

/// Whether an address is of pages that people read in their language: not of the desks, which are in English.
fn is_for_readers(path: &str) -> bool {
    !["/campaigns", "/officer"]
        .iter()
        .any(|desk| path.strip_prefix(desk).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// Whether a page is sent, and not a file.
fn is_page<B>(response: &ServiceResponse<B>) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html"))
}

fn is_https(request: &HttpRequest) -> bool {
    request.app_data::<web::Data<State>>().is_some_and(|state| state.config.is_https())
}

/// Whether this may be an ISO 639 code, whatever else was sent.
fn is_code(code: &str) -> bool {
    (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn request(path: &str, kept: Option<&str>) -> HttpRequest {
        let request = TestRequest::with_uri(path);
        kept.map(|kept| Cookie::new(COOKIE, kept.to_owned()))
            .map_or_else(|| TestRequest::with_uri(path), |cookie| request.cookie(cookie))
            .to_http_request()
    }

    #[test]
    fn an_address_asks_before_what_was_chosen_and_english_comes_last() {
        assert_eq!(words(&request("/help?lang=ur", Some("pl"))).lang(), "ur");
        assert_eq!(words(&request("/help", Some("pl"))).lang(), "pl");
        assert_eq!(words(&request("/help", None)).lang(), "en");
    }

    #[test]
    fn a_desk_is_not_read_in_the_language_of_a_file_that_is_asked_for() {
        for path in ["/campaigns", "/campaigns/winter/share", "/officer/c/town/paper"] {
            assert!(!is_for_readers(path), "{path}");
        }
        for path in ["/", "/campaign/winter", "/help", "/officers"] {
            assert!(is_for_readers(path), "{path}");
        }
    }

    #[test]
    fn what_is_no_code_is_passed_over() {
        for code in ["", "english", "UR", "%3Cb%3E", "p"] {
            assert_eq!(chosen(&request(&format!("/?lang={code}"), None)), None, "{code}");
        }
        assert_eq!(chosen(&request("/", Some("\"><b>"))), None);
    }
}
