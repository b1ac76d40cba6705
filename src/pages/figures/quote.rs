//! What somebody said, in their words, with personal data covered.

use maud::{Markup, html};

use crate::pages::components::mark;

/// A stretch of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Words(String),
    /// Words that were searched for.
    Hit(String),
    /// The part of an answer that carries a theme: words, and what is covered among them.
    Carrying(Vec<Piece>),
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
    /// Where an officer can change its themes.
    pub change: Option<String>,
    /// Whether it may tell of harm, which is then said beside it.
    pub may_tell_of_harm: bool,
}

/// The words as they may be shown.
pub fn words(pieces: &[Piece]) -> Markup {
    html! {
        @for piece in pieces {
            @match piece {
                Piece::Words(words) => (words),
                Piece::Hit(words) => mark { (words) },
                Piece::Carrying(pieces) => mark class="part" { (self::words(pieces)) },
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
                @if let Some(change) = &quote.change { " · " a href=(change) { "Change themes" } }
            }
            (caution(quote.may_tell_of_harm))
        }
    }
}

/// Said beside words that may tell of harm, wherever an officer reads them.
pub fn caution(may_tell_of_harm: bool) -> Markup {
    html! {
        @if may_tell_of_harm {
            div class="small harm" {
                b { "This may tell of harm." } " Pass it on to whoever looks after safeguarding. Do not quote it."
            }
        }
    }
}

/// Whether a part of any of these quotes is marked.
pub fn has_marks<'q>(quotes: impl IntoIterator<Item = &'q Quote>) -> bool {
    quotes.into_iter().flat_map(|quote| &quote.pieces).any(|piece| matches!(piece, Piece::Carrying(_)))
}

/// What a marked part means, for whoever reads quotes that have one.
pub fn about_marks() -> Markup {
    html! {
        "The underlined part is where the machine finds the theme. Where nothing is underlined, the whole answer \
         carries it or no part stands out. "
    }
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
        "id" => "number hidden",
        "unchecked" => "hidden until it has been checked",
        _ => "hidden",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_in_an_answer_is_only_words() {
        let shown = words(&[Piece::Words("<svg onload=alert(1)>".into())]).into_string();
        assert_eq!(shown, "&lt;svg onload=alert(1)&gt;");
    }

    #[test]
    fn words_that_may_tell_of_harm_carry_a_caution_and_others_none() {
        let shown = |may_tell_of_harm: bool| {
            let pieces = vec![Piece::Words("words".into())];
            let said = Quote { pieces, speaker: None, district: None, language: None, change: None, may_tell_of_harm };
            quote(&said).into_string()
        };
        assert!(shown(true).contains("This may tell of harm.") && !shown(false).contains("harm"));
    }

    #[test]
    fn a_part_that_carries_a_theme_is_marked_once_and_what_is_covered_in_it_stays_covered() {
        let part = vec![Piece::Words("ring ".into()), Piece::Covered("phone".into())];
        let shown = words(&[Piece::Words("Or ".into()), Piece::Carrying(part)]).into_string();
        assert_eq!(shown, "Or <mark class=\"part\">ring <span class=\"red\">phone number hidden</span></mark>");
    }

    #[test]
    fn what_is_covered_says_what_it_was_and_an_unread_answer_says_so() {
        let shown = |kind: &str| words(&[Piece::Covered(kind.into())]).into_string();
        assert!(
            shown("phone").contains("phone number hidden") && shown("unchecked").contains("until it has been checked")
        );
    }
}
