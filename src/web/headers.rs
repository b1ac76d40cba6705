//! What goes with every reply, and what is asked of every form before anything else.

use std::sync::LazyLock;

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, web};

use super::{PageError, State, language};
use crate::pages::sheet::SHEET_HASH;

/// Nothing but our own sheet, our own script, our own forms, and pictures inside the page; never inside another website's frame.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    format!(
        "default-src 'none'; style-src 'self' '{}'; script-src 'self'; img-src 'self' data:; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'",
        *SHEET_HASH
    )
});
/// No page needs any of a device's senses.
const SENSES: &str = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";

/// Adds the headers that keep people safe, and words where a lower layer refused without any.
///
/// # Errors
/// None of its own.
pub async fn protect<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    let https = request.app_data::<web::Data<State>>().is_some_and(|state| state.config.is_https());
    let words = language::words(request.request());
    // Whatever watches a server asks for heads: it is told what the page would have been told, without the page.
    let head_only = request.method() == Method::HEAD;
    if head_only {
        request.head_mut().method = Method::GET;
    }
    let response = next.call(request).await?;
    let mut response = if is_wordless(response.response().head()) {
        let error = PageError::of_status(response.status()).respond(words);
        ServiceResponse::new(response.into_parts().0, error.map_into_right_body())
    } else {
        response.map_into_left_body()
    };
    add(response.headers_mut(), https);
    if head_only {
        return Ok(response.map_body(|_, _| EitherBody::right(BoxBody::new(()))));
    }
    Ok(response)
}

fn is_wordless(head: &actix_web::dev::ResponseHead) -> bool {
    let refused = head.status.is_client_error() || head.status.is_server_error();
    let html = head.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    refused && !html
}

fn add(headers: &mut HeaderMap, https: bool) {
    let always = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // Not `no-referrer`: browsers would then call the origin of our own forms "null", and it is checked below.
        (header::REFERRER_POLICY, "same-origin"),
        (header::PERMISSIONS_POLICY, SENSES),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    if let Ok(policy) = HeaderValue::from_str(&POLICY) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    for (name, value) in always {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if https {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

/// Refuses a form that another website's page sent. Programs that are no browser send neither header and hold
/// nobody's cookies.
///
/// # Errors
/// None of its own: a refusal is a page.
pub async fn refuse_foreign_forms<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    let state = request.app_data::<web::Data<State>>();
    let public = state.and_then(|state| state.config.public_url.as_deref());
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !safe && is_foreign(request.headers(), public) {
        let refusal = PageError::foreign_form().respond(language::words(request.request()));
        return Ok(request.into_response(refusal.map_into_right_body()));
    }
    Ok(next.call(request).await?.map_into_left_body())
}

fn is_foreign(headers: &HeaderMap, public_url: Option<&str>) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if text("sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none")) {
        return true;
    }
    let Some(origin) = text("origin") else { return false };
    let host = origin.split_once("://").map(|(_, host)| host);
    let ours =
        host.is_some() && (host == text("host") || public_url.is_some_and(|url| url.trim_end_matches('/') == origin));
    !ours
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        is_foreign(&headers, Some("https://heard.example"))
    }

    #[test]
    fn our_own_forms_are_taken_from_every_browser_and_behind_a_proxy() {
        let ours: [&[(&str, &str)]; 4] = [
            &[("host", "a:80"), ("origin", "http://a:80"), ("sec-fetch-site", "same-origin")],
            &[("host", "a:80"), ("origin", "http://a:80")],
            &[("host", "inside:80"), ("origin", "https://heard.example")],
            &[("host", "a:80")],
        ];
        for pairs in ours {
            assert!(!foreign(pairs), "{pairs:?}");
        }
    }

    #[test]
    fn forms_of_other_websites_and_of_neighbours_are_refused() {
        let others: [&[(&str, &str)]; 5] = [
            &[("host", "a:80"), ("sec-fetch-site", "cross-site")],
            &[("host", "a:80"), ("sec-fetch-site", "same-site"), ("origin", "http://a:80")],
            &[("host", "a:80"), ("origin", "http://evil")],
            &[("host", "a:80"), ("origin", "null")],
            &[("host", "a:80"), ("origin", "http://a:80.evil")],
        ];
        for pairs in others {
            assert!(foreign(pairs), "{pairs:?}");
        }
    }
}
