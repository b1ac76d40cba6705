//! A quote of the report: what somebody said, the part that carries its theme marked.

use std::ops::Range;

use maud::{Markup, html};

/// A quote, redacted.
#[derive(Debug, Clone)]
pub struct Quote {
    /// The answer with personal data hidden.
    pub words: String,
    /// The part of the words that carries the theme, in bytes; `None` where no part stands out.
    pub part: Option<Range<usize>>,
    /// The question it answers; empty where there is only one.
    pub question: String,
}

/// A quote of at most some eighty words, the part that carries the theme marked where it is among them.
pub(super) fn said(quote: &Quote) -> Markup {
    const CHARACTERS: usize = 480;
    let words = quote.words.as_str();
    let end = words.char_indices().nth(CHARACTERS).map(|(end, _)| end);
    let shown = words.get(..end.unwrap_or(words.len())).unwrap_or(words);
    let shown = if end.is_some() { shown.trim_end() } else { shown };
    let around =
        |part: &Range<usize>| Some((shown.get(..part.start)?, shown.get(part.clone())?, shown.get(part.end..)?));
    html! {
        @match quote.part.as_ref().and_then(around) {
            Some((before, part, after)) => { (before) mark { (part) } (after) }
            None => (shown),
        }
        @if end.is_some() { " …" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_that_carries_a_theme_is_marked_where_it_is_shown() {
        let quote = |words: &str, part| Quote { words: words.into(), part, question: String::new() };
        assert_eq!(said(&quote("a park, a bus", Some(8..13))).into_string(), "a park, <mark>a bus</mark>");
        assert_eq!(said(&quote("a park", None)).into_string(), "a park");
        let long = "é ".repeat(300);
        let shown = said(&quote(&long, Some(700..705))).into_string();
        assert!(shown.ends_with("é …") && !shown.contains("<mark>"), "{shown}");
    }
}
