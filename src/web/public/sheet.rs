//! The sheets and the script, compressed once as well as can be and kept by browsers for ever: their addresses change
//! with them.

use std::io::Write;
use std::sync::LazyLock;

use actix_web::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, VARY};
use actix_web::{HttpRequest, HttpResponse};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::pages::sheet::{OFFICER_SHEET, RESULTS_SHEET, SCRIPT, SHEET, officer_path, path, results_path, script_path};
use crate::web::PageError;

static SHEET_COMPRESSED: LazyLock<Vec<u8>> = LazyLock::new(|| compress(&SHEET));
static OFFICER_SHEET_COMPRESSED: LazyLock<Vec<u8>> = LazyLock::new(|| compress(&OFFICER_SHEET));
static RESULTS_SHEET_COMPRESSED: LazyLock<Vec<u8>> = LazyLock::new(|| compress(&RESULTS_SHEET));
static SCRIPT_COMPRESSED: LazyLock<Vec<u8>> = LazyLock::new(|| compress(&SCRIPT));

/// A sheet or the script of this version, or nothing for another version's address.
pub async fn show(request: HttpRequest) -> Result<HttpResponse, PageError> {
    let (kind, plain, compressed): (_, &'static str, &'static [u8]) = match request.path() {
        asked if asked == path() => ("text/css; charset=utf-8", &SHEET, &SHEET_COMPRESSED),
        asked if asked == officer_path() => ("text/css; charset=utf-8", &OFFICER_SHEET, &OFFICER_SHEET_COMPRESSED),
        asked if asked == results_path() => ("text/css; charset=utf-8", &RESULTS_SHEET, &RESULTS_SHEET_COMPRESSED),
        asked if asked == script_path() => ("text/javascript; charset=utf-8", &SCRIPT, &SCRIPT_COMPRESSED),
        _ => return Err(PageError::not_found()),
    };
    let takes_gzip = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let takes_gzip = takes_gzip.is_some_and(|encodings| encodings.contains("gzip")) && !compressed.is_empty();
    let mut response = HttpResponse::Ok();
    response
        .content_type(kind)
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((VARY, "Accept-Encoding"));
    if takes_gzip {
        return Ok(response.insert_header((CONTENT_ENCODING, "gzip")).body(compressed));
    }
    Ok(response.body(plain))
}

fn compress(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory cannot fail; were it to, the file would be sent as it is.
    encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish()).unwrap_or_default()
}
