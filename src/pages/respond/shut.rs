//! The page of a consultation that takes no responses today: not yet, or no more.

use maud::{Markup, html};

use super::Frame;
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
        let worded = self.frame.survey();
        let (words, lang) = (worded.words, self.frame.other(worded));
        let say = self.frame.words();
        let early = self.openness == Openness::NotYetOpen;
        self.frame.page(&words.title).render(html! {
            a class="back" href="/" { (say.say("back")) }
            div class="say ask" {
                h1 lang=[lang] { (words.title) }
                @if early {
                    p { b { (say.say_with("shut-opens", &[("day", say.day(consultation.opens).into())])) } " "
                        (say.say_with("shut-opens-words", &[("day", say.day(consultation.closes).into())])) }
                } @else {
                    p { b { (say.say_with("shut-closed", &[("day", say.day(consultation.closes).into())])) } " " (say.say("shut-closed-words")) }
                }
            }
            @if let Some(words) = self.words {
                h2 { (say.say("shut-not-sent")) }
                p { (say.say("copy-words")) }
                blockquote class="say mine kept" dir="auto" { (words) }
            }
            h2 { (say.say("shut-about")) }
            p lang=[lang] { (words.summary) }
            h2 { (say.say("shut-happens")) }
            p lang=[lang] { (words.what_happens) }
            @if !early { p { (say.rich("shut-erase", &[("link", html! { a href="/receipt" { (say.say("shut-erase-link")) } })])) } }
        })
    }
}
