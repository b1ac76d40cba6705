//! The sheet, compressed once as well as can be and kept by browsers for ever: its address changes with it.

use std::io::Write;
use std::sync::LazyLock;

use actix_web::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, VARY};
use actix_web::{HttpRequest, HttpResponse};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::pages::sheet::{SHEET, path};
use crate::web::PageError;

static COMPRESSED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory cannot fail; were it to, the sheet would be sent as it is.
    encoder.write_all(SHEET.as_bytes()).and_then(|()| encoder.finish()).unwrap_or_default()
});

/// The sheet of this version, or nothing for another version's address.
pub async fn show(request: HttpRequest) -> Result<HttpResponse, PageError> {
    if request.path() != path() {
        return Err(PageError::not_found());
    }
    let takes_gzip = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let takes_gzip = takes_gzip.is_some_and(|encodings| encodings.contains("gzip")) && !COMPRESSED.is_empty();
    let mut response = HttpResponse::Ok();
    response
        .content_type("text/css; charset=utf-8")
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((VARY, "Accept-Encoding"));
    if takes_gzip {
        return Ok(response.insert_header((CONTENT_ENCODING, "gzip")).body(COMPRESSED.as_slice()));
    }
    Ok(response.body(SHEET))
}
