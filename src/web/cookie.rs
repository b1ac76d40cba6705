//! Cookies as Heard sets them: for this website only, not for scripts, encrypted only where pages are.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

/// The name of a cookie in the browser. Over TLS the prefix makes browsers refuse one set by a neighbouring website.
pub fn name(base: &str, https: bool) -> String {
    if https { format!("__Host-{base}") } else { base.to_owned() }
}

/// A cookie that lasts until the browser closes, or `seconds`.
pub fn make(base: &str, value: String, https: bool, seconds: Option<i64>) -> Cookie<'static> {
    let mut cookie = Cookie::new(name(base, https), value);
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_secure(https);
    cookie.set_same_site(SameSite::Lax);
    cookie.set_max_age(seconds.map(Duration::seconds));
    cookie
}

/// The cookie that makes the browser forget.
pub fn forget(base: &str, https: bool) -> Cookie<'static> {
    let mut cookie = make(base, String::new(), https, None);
    cookie.make_removal();
    cookie
}

/// What the browser sent.
pub fn find(request: &HttpRequest, base: &str, https: bool) -> Option<String> {
    request.cookie(&name(base, https)).map(|cookie| cookie.value().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_tls_a_cookie_is_bound_to_this_website_and_to_encryption() {
        let cookie = make("heard-draft", "x".into(), true, None).to_string();
        for part in ["__Host-heard-draft=x", "HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
            assert!(cookie.contains(part), "{part}: {cookie}");
        }
        assert!(!cookie.contains("Domain") && !cookie.contains("Max-Age"), "{cookie}");
    }

    #[test]
    fn without_tls_a_cookie_still_works() {
        let cookie = make("heard-draft", "x".into(), false, Some(60)).to_string();
        assert!(cookie.starts_with("heard-draft=x") && !cookie.contains("Secure"), "{cookie}");
        assert!(cookie.contains("Max-Age=60"), "{cookie}");
    }
}
