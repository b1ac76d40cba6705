//! The one sheet of all pages, and the address that changes with its contents so that it is kept for ever.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

/// The sheet as it is served.
pub const SHEET: &str = include_str!("heard.css");

static PATH: LazyLock<String> = LazyLock::new(|| {
    let digest = Sha256::digest(SHEET.as_bytes());
    let start: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("/heard.{start}.css")
});

/// Where the sheet is served: `/heard.<first digits of its SHA-256>.css`.
pub fn path() -> &'static str {
    &PATH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_asks_nobody_else_for_anything() {
        for reach in ["@import", "url(http", "url(//", "url(\"http", "@font-face"] {
            assert!(!SHEET.contains(reach), "{reach}");
        }
        assert!(path().starts_with("/heard.") && path().ends_with(".css"));
    }
}
