//! The sheet of all pages, what officers' pages and published results need beside it, and the script of those that someone answers on, each
//! at an address that changes with its contents so that it is kept for ever.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The sheet as it is served.
pub static SHEET: LazyLock<String> = LazyLock::new(|| tightened(include_str!("heard.css")));
/// What officers' pages need beside it, as it is served.
pub static OFFICER_SHEET: LazyLock<String> = LazyLock::new(|| tightened(include_str!("officer.css")));
/// What published results need beside it, as it is served.
pub static RESULTS_SHEET: LazyLock<String> =
    LazyLock::new(|| tightened(&[super::standalone::CHARTS, include_str!("results.css")].concat()));
/// The script as it is served: what it says and why stands in the source.
pub static SCRIPT: LazyLock<String> = LazyLock::new(|| without_comments(include_str!("heard.js")));

static PATH: LazyLock<String> = LazyLock::new(|| address(&SHEET, "css"));
static OFFICER_PATH: LazyLock<String> = LazyLock::new(|| address(&OFFICER_SHEET, "css"));
static RESULTS_PATH: LazyLock<String> = LazyLock::new(|| address(&RESULTS_SHEET, "css"));
static SCRIPT_PATH: LazyLock<String> = LazyLock::new(|| address(&SCRIPT, "js"));

/// The sheet's SHA-256 as a content policy names it, for pages that carry it inside.
pub static SHEET_HASH: LazyLock<String> =
    LazyLock::new(|| format!("sha256-{}", STANDARD.encode(Sha256::digest(SHEET.as_bytes()))));

/// Where the sheet is served: `/heard.<first digits of its SHA-256>.css`.
pub fn path() -> &'static str {
    &PATH
}

/// Where what officers' pages need beside the sheet is served.
pub fn officer_path() -> &'static str {
    &OFFICER_PATH
}

/// Where what published results need beside the sheet is served.
pub fn results_path() -> &'static str {
    &RESULTS_PATH
}

/// Where the script is served: `/heard.<first digits of its SHA-256>.js`.
pub fn script_path() -> &'static str {
    &SCRIPT_PATH
}

fn address(contents: &str, ending: &str) -> String {
    let digest = Sha256::digest(contents.as_bytes());
    let start: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("/heard.{start}.{ending}")
}

/// The script without whole-line comments and the blanks that lines begin with, which nobody's data should pay for.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// A sheet without comments and line ends, which nobody's data should pay for.
fn tightened(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| part.split_once("*/")).map(|(_, rest)| rest);
    let kept: String = std::iter::once(first.as_str()).chain(rest).collect();
    kept.lines().map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_asks_anybody_else_for_anything() {
        for reach in ["@import", "url(http", "url(//", "url(\"http", "@font-face"] {
            for sheet in [&SHEET, &OFFICER_SHEET, &RESULTS_SHEET] {
                assert!(!sheet.contains(reach), "{reach}");
            }
        }
        for reach in ["http", "fetch(", "XMLHttpRequest", "import(", "localStorage", "sessionStorage", "cookie"] {
            assert!(!SCRIPT.contains(reach), "{reach}");
        }
        assert!(path().starts_with("/heard.") && path().ends_with(".css"));
        assert!(script_path().starts_with("/heard.") && script_path().ends_with(".js"));
    }

    #[test]
    fn urdu_is_set_in_what_phones_and_computers_bring_nastaliq_first() {
        let urdu = SHEET.split(":lang(ur){").nth(1).and_then(|rest| rest.split('}').next()).unwrap();
        let at = |font: &str| urdu.find(font).unwrap_or_else(|| panic!("{font} in {urdu}"));
        let fonts = ["Noto Nastaliq Urdu", "Urdu Typesetting", "Noto Naskh Arabic", "Geeza Pro", "system-ui"];
        assert!(fonts.map(at).is_sorted(), "{urdu}");
    }

    #[test]
    fn without_our_colours_no_shade_stands_alone_and_a_sheet_of_paper_is_no_phone() {
        for sheet in [&OFFICER_SHEET, &RESULTS_SHEET] {
            let forced: String = sheet.split("@media (forced-colors:active)").skip(1).collect();
            for rule in [".key li:has(.s2,.s3,.s4)", ".sw0.hx{border-style:dashed}"] {
                assert!(forced.contains(rule), "{rule}: the key names only what can be told apart");
            }
        }
        assert!(
            OFFICER_SHEET.contains(".heat .sw,.tiles .sw{display:none}"),
            "an empty swatch looks like a bar of none"
        );
        // Tables of reports become lists on a phone alone.
        let narrow = RESULTS_SHEET.matches("(max-width:48rem)").count();
        assert!(narrow > 0 && RESULTS_SHEET.matches("screen and (max-width:48rem)").count() == narrow);
    }
}
