//! A letter as HTML: the same words as its plain text, with as little around them as reads well anywhere.
//!
//! No picture, no script, no address but those the letter names: opening it tells nobody. Styles stand on the elements
//! because mail programs drop a sheet.

mod said;

use maud::{DOCTYPE, Markup, html};

pub use said::{Invites, Told, confirm, invitation, told};

use super::words::is_right_to_left;
use crate::letter::{Block, Letter};

const BODY: &str = "margin:0;padding:24px;font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5;\
                    color:#1d1d1d;background:#ffffff";
const INSIDE: &str = "max-width:36em;margin:0 auto";
const LINK: &str = "color:#5a1d5c;font-weight:bold;overflow-wrap:anywhere";
const FOOT: &str = "border-top:1px solid #767676;margin-top:28px;padding-top:8px;font-size:15px;color:#4a4a4a";

/// The whole document.
pub fn render(letter: &Letter) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(letter.lang) dir=[is_right_to_left(&letter.lang).then_some("rtl")] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                title { (letter.subject()) }
            }
            body style=(BODY) {
                div style=(INSIDE) {
                    @for one in &letter.blocks { (block(one, Some(LINK))) }
                    @if !letter.foot.is_empty() { div style=(FOOT) { @for one in &letter.foot { (block(one, Some(LINK))) } } }
                }
            }
        }
    }
}

/// What it says, without the document around it, as a part of a page.
pub fn words(letter: &Letter) -> Markup {
    html! { @for one in &letter.blocks { (block(one, None)) } }
}

/// What it says smaller at its end, as a part of a page.
pub fn foot(letter: &Letter) -> Markup {
    html! { @for one in &letter.foot { (block(one, None)) } }
}

/// Programs that read mail take style from an attribute alone; pages from their sheet.
fn block(block: &Block, link: Option<&str>) -> Markup {
    match block {
        Block::Words(words) => html! {
            p { @for (at, line) in words.lines().enumerate() { @if at > 0 { br; } (line) } }
        },
        Block::Link { words, address } => html! { p { a href=(address) style=[link] { (words) } } },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_escaped_and_nothing_is_fetched() {
        let letter = Letter::new("ur", "<b>").saying("<script>x</script>\ntwo").linking("\"go\"", "https://a/?b=1&c=2");
        let html = render(&letter).into_string();
        assert!(html.contains("dir=\"rtl\"") && html.contains("&lt;script&gt;x&lt;/script&gt;<br>two"), "{html}");
        assert!(html.contains("href=\"https://a/?b=1&amp;c=2\""), "{html}");
        for fetched in ["<img", "<script", "url(", "src=", "<link"] {
            assert!(!html.contains(fetched), "{fetched} in {html}");
        }
    }
}
