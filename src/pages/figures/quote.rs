//! What somebody said, in their words, with personal data covered.

use maud::{Markup, html};

use crate::pages::components::mark;

/// A stretch of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Words(String),
    /// Words that were searched for.
    Hit(String),
    /// Personal data that is covered: what kind it was, for example `phone`.
    Covered(String),
}

/// A perspective by its key and the word for one such person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    pub key: String,
    /// `Young person`.
    pub name: String,
}

/// One answer, or part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    pub pieces: Vec<Piece>,
    /// Who said it; `None` where too few people share it.
    pub speaker: Option<Speaker>,
    /// From where; `None` where too few people share it, or it is not known.
    pub district: Option<String>,
    /// ISO 639-1 code of the answer's language when it is not English.
    pub language: Option<String>,
}

/// The words as they may be shown.
pub fn words(pieces: &[Piece]) -> Markup {
    html! {
        @for piece in pieces {
            @match piece {
                Piece::Words(words) => (words),
                Piece::Hit(words) => mark { (words) },
                Piece::Covered(kind) => span class="red" { (covered_words(kind)) },
            }
        }
    }
}

/// A quote with who said it and from where, as far as may be told.
pub fn quote(quote: &Quote) -> Markup {
    html! {
        blockquote class="say mine" {
            p lang=[quote.language.as_ref()] { "“" (words(&quote.pieces)) "”" }
            footer class="small" {
                @match (&quote.speaker, &quote.district) {
                    (Some(speaker), Some(district)) => { (mark::mark(&speaker.key)) (speaker.name) ", " (district) }
                    (Some(speaker), None) => { (mark::mark(&speaker.key)) (speaker.name) }
                    (None, Some(district)) => { "Someone in " (district) }
                    (None, None) => { "Someone who answered" }
                }
            }
        }
    }
}

/// Splits an answer at its covered spans, which count characters from 0 and do not include their end.
/// Spans that overlap or reach past the end cover what they can.
pub fn pieces(text: &str, covered: &[(usize, usize, String)]) -> Vec<Piece> {
    let characters: Vec<char> = text.chars().collect();
    let mut spans: Vec<&(usize, usize, String)> = covered.iter().collect();
    spans.sort_by_key(|(start, end, _)| (*start, *end));
    let mut pieces = Vec::new();
    let mut at = 0;
    for (start, end, kind) in spans {
        let (start, end) = ((*start).min(characters.len()).max(at), (*end).min(characters.len()));
        if end <= start {
            continue;
        }
        if start > at {
            pieces.push(Piece::Words(characters[at..start].iter().collect()));
        }
        pieces.push(Piece::Covered(kind.clone()));
        at = end;
    }
    if at < characters.len() {
        pieces.push(Piece::Words(characters[at..].iter().collect()));
    }
    pieces
}

fn covered_words(kind: &str) -> &'static str {
    match kind {
        "name" => "name hidden",
        "phone" => "phone number hidden",
        "email" => "email hidden",
        "address" => "address hidden",
        "postcode" => "postcode hidden",
        "school" => "school hidden",
        "handle" => "account hidden",
        "dob" => "date of birth hidden",
        _ => "number hidden",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cover(start: usize, end: usize) -> (usize, usize, String) {
        (start, end, "name".to_owned())
    }

    #[test]
    fn covered_words_are_nowhere_in_the_page() {
        let split = pieces("Zoë Ng said é", &[cover(0, 6)]);
        assert_eq!(split, [Piece::Covered("name".into()), Piece::Words(" said é".into())]);
        assert!(!words(&split).into_string().contains("Zoë"));
    }

    #[test]
    fn spans_that_overlap_or_reach_too_far_cover_all_they_touch() {
        let split = pieces("abcdef", &[cover(1, 3), cover(2, 4), cover(5, 90)]);
        let shown: Vec<&Piece> = split.iter().filter(|piece| matches!(piece, Piece::Words(_))).collect();
        assert_eq!(shown, [&Piece::Words("a".into()), &Piece::Words("e".into())]);
    }

    #[test]
    fn a_script_in_an_answer_is_only_words() {
        let shown = words(&pieces("<svg onload=alert(1)>", &[])).into_string();
        assert_eq!(shown, "&lt;svg onload=alert(1)&gt;");
    }
}
