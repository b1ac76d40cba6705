//! The page of a consultation that takes no responses today: not yet, or no more.

use maud::{Markup, html};

use super::{Frame, day};
use crate::survey::Openness;

/// A consultation that is not open.
#[derive(Debug, Clone, Copy)]
pub struct Shut<'a> {
    pub frame: Frame<'a>,
    pub openness: Openness,
    /// Words that arrived too late to be taken, shown so that they are not lost to whoever wrote them.
    pub words: Option<&'a str>,
}

impl Shut<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let consultation = self.frame.consultation;
        let words = &consultation.default_words();
        let early = self.openness == Openness::NotYetOpen;
        self.frame.page(&words.title).render(html! {
            a class="back" href="/" { "Back" }
            div class="say ask" {
                h1 { (words.title) }
                @if early {
                    p { b { "This opens on " (day(consultation.opens)) "." } " Come back then. It stays open until "
                        (day(consultation.closes)) "." }
                } @else {
                    p { b { "This closed on " (day(consultation.closes)) "." } " It takes no more answers." }
                }
            }
            @if let Some(words) = self.words {
                h2 { "What you wrote was not sent" }
                p { "You can copy it from here." }
                blockquote class="say mine kept" { (words) }
            }
            h2 { "What it is about" }
            p { (words.summary) }
            h2 { "What happens with what people say" }
            p { (words.what_happens) }
            @if !early { p { "If you answered, you can still " a href="/receipt" { "see or erase your answers" } " with your code." } }
        })
    }
}
