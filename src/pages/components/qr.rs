//! QR codes, drawn into the page so that they cost no request. Always beside the address that they hold.

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of white around the code that cameras need.
const MARGIN: i32 = 4;

/// The QR code of an address, black on white in every colour scheme; `label` says what it is. Nothing for an address
/// longer than a code can hold.
pub fn qr(address: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Medium) else { return html! {} };
    let side = code.size() + 2 * MARGIN;
    html! {
        svg class="qr" viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(label) shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(drawing(&code)) fill="#000" {}
        }
    }
}

/// Every run of dark modules in a row as one rectangle.
fn drawing(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let width = (x..code.size()).take_while(|&x| code.get_module(x, y)).count() as i32;
            if width > 0 {
                path.push_str(&format!("M{} {}h{width}v1h-{width}z", x + MARGIN, y + MARGIN));
            }
            x += width.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_once() {
        let code = QrCode::encode_text("https://heard.example/join?code=7K4M2Q", QrCodeEcc::Medium).unwrap();
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = all.filter(|&(x, y)| code.get_module(x, y)).count();
        let runs = drawing(&code);
        let drawn: usize = runs.split('h').skip(1).filter_map(|run| run.split('v').next()?.parse::<usize>().ok()).sum();
        assert_eq!(drawn, dark, "{runs}");
    }

    #[test]
    fn it_says_what_it_is_and_too_long_an_address_is_no_code() {
        let drawn = qr("https://heard.example", "A code").into_string();
        assert!(drawn.contains("role=\"img\" aria-label=\"A code\"") && drawn.contains("fill=\"#fff\""), "{drawn}");
        assert_eq!(qr(&"a".repeat(5_000), "A code").into_string(), "");
    }
}
