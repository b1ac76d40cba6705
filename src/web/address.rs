//! The address of this website as people type it.

use actix_web::HttpRequest;
use actix_web::http::header::HOST;

use super::State;

/// The start of every address, without a slash at its end: `https://heard.example`. Where none is set it is the one
/// that this request was sent to, which only whoever sent it is shown.
pub fn website(state: &State, request: &HttpRequest) -> String {
    if let Some(url) = &state.config.public_url {
        return url.trim_end_matches('/').to_owned();
    }
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).filter(|host| is_host(host));
    format!("http://{}", host.map_or_else(|| state.config.listen.to_string(), str::to_owned))
}

fn is_host(host: &str) -> bool {
    !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".:-[]".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_a_host_is_taken_for_one() {
        assert!(["heard.example", "127.0.0.1:8080", "[::1]:80"].into_iter().all(is_host));
        assert!(!["", "a/b", "a b", "a@b", "<b>", "a?x"].into_iter().any(is_host));
    }
}
