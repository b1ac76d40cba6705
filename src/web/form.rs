//! Forms as they arrive: read with a limit of size and time, and looked up by field.

use std::future::Future;
use std::pin::{Pin, pin};
use std::time::Duration;

use actix_web::body::{BodyStream, MessageBody};
use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::Query;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::PageError;

/// The most bytes of a form that are taken: room to show a million letters again, with what is wrong with them.
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// Up to here a form that is too large is read and thrown away, so that the page saying so can arrive.
const MOST_DISCARDED: usize = 64 * 1024 * 1024;
/// How long a form may take to arrive. Long enough for a slow phone, too short for holding many connections open.
pub(super) const MOST_TIME: Duration = Duration::from_secs(30);

/// The fields of a form in the order they were sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// A form of these fields, in this order.
    pub fn of(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// The first value of a field.
    pub fn find(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The first value of a field, or nothing said.
    pub fn text(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    /// Every value of a field.
    pub fn list<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Every field with its value, as they were sent.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, value)| (field.as_str(), value.as_str()))
    }

    /// Reads the form notation of an address's query or a form's body. Bytes that are not UTF-8 become U+FFFD.
    pub fn parse(text: &str) -> Option<Self> {
        Query::<Vec<(String, String)>>::from_query(text).ok().map(|fields| Self(fields.into_inner()))
    }
}

impl FromRequest for Form {
    type Error = PageError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, PageError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let is_form = request.content_type().eq_ignore_ascii_case("application/x-www-form-urlencoded");
        // A form without fields has no body, and some programs then name no type.
        let is_form = is_form || kind.is_empty();
        let payload = payload.take();
        Box::pin(async move {
            let body = tokio::time::timeout(MOST_TIME, read(payload)).await.map_err(|_| PageError::too_slow())??;
            if !is_form {
                return Err(PageError::unreadable_form());
            }
            Self::parse(&String::from_utf8_lossy(&body)).ok_or_else(PageError::unreadable_form)
        })
    }
}

pub(super) async fn read(payload: Payload) -> Result<Vec<u8>, PageError> {
    let mut stream = pin!(BodyStream::new(payload));
    let mut body = Vec::new();
    let mut arrived = 0usize;
    while let Some(chunk) = std::future::poll_fn(|context| stream.as_mut().poll_next(context)).await {
        let chunk = chunk.map_err(|_| PageError::unreadable_form())?;
        arrived = arrived.saturating_add(chunk.len());
        if arrived > MOST_DISCARDED {
            break;
        }
        if arrived <= MOST_BYTES {
            body.extend_from_slice(&chunk);
        }
    }
    if arrived > MOST_BYTES { Err(PageError::too_large()) } else { Ok(body) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    async fn form_of(body: Vec<u8>) -> Result<Form, u16> {
        let kind = (CONTENT_TYPE, "application/x-www-form-urlencoded");
        let (request, mut payload) = TestRequest::post().insert_header(kind).set_payload(body).to_http_parts();
        let form = Form::from_request(&request, &mut payload).await;
        form.map_err(|error| actix_web::ResponseError::status_code(&error).as_u16())
    }

    #[actix_web::test]
    async fn fields_are_found_by_name_and_skipped_ones_are_empty() {
        let form = form_of(b"answer=a+b%0D%0Ac&pick=1&pick=2".to_vec()).await.unwrap();
        assert_eq!(form.find("answer"), Some("a b\r\nc"));
        assert_eq!(form.list("pick").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!((form.find("none"), form.text("none")), (None, ""));
    }

    #[actix_web::test]
    async fn a_form_with_broken_bytes_is_read_and_not_refused() {
        let form = form_of(b"answer=%FFx\xFE".to_vec()).await.unwrap();
        assert!(form.text("answer").contains('x'));
    }

    #[actix_web::test]
    async fn a_form_of_four_megabytes_is_taken_and_one_more_byte_is_not() {
        let mut body = b"answer=".to_vec();
        body.resize(MOST_BYTES, b'a');
        assert!(form_of(body.clone()).await.is_ok());
        body.push(b'a');
        assert_eq!(form_of(body).await, Err(413));
    }

    #[actix_web::test]
    async fn what_is_not_a_form_is_refused() {
        let (request, mut payload) =
            TestRequest::post().insert_header((CONTENT_TYPE, "application/json")).set_payload("{}").to_http_parts();
        assert!(Form::from_request(&request, &mut payload).await.is_err());
    }
}
