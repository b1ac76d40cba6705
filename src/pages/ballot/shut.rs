//! A ballot that takes no paper: not yet, no more, or because somebody else's turn comes first.

use maud::{Markup, html};

use super::Frame;
use super::start::explained;
use crate::pages::layout::language_links;
use crate::survey::Openness;

/// Why no paper is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Time(Openness),
    /// It closed and its result is published.
    Published,
    /// A paper was sent after it closed.
    Late,
    /// Somebody voted on this browser.
    Voted,
    /// Something was changed that may not change.
    Halted,
}

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct Shut<'a> {
    pub frame: Frame<'a>,
    pub why: Why,
}

impl Shut<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let (frame, say) = (self.frame, self.frame.words());
        let lang = frame.about().and_then(|about| frame.other(about));
        frame.page(frame.title()).render(html! {
            a class="back" href="/" { (say.say("back")) }
            (language_links(say, &frame.languages()))
            div class="say ask" {
                h1 lang=[lang] { (frame.title()) }
                @match self.why {
                    Why::Time(Openness::NotYetOpen) => p { b { (frame.moment("vote-opens", frame.ballot.opens)) } },
                    Why::Time(_) => p { b { (frame.moment("vote-closed", frame.ballot.closes)) } " " (say.say("vote-soon")) },
                    Why::Published => {
                        p { b { (frame.moment("vote-closed", frame.ballot.closes)) } }
                        p class="row" { a class="btn" href=(frame.href("/result")) { (say.say("vote-see-result")) } }
                    }
                    Why::Late => {
                        p { b { (say.say("vote-late")) } }
                        p { (frame.moment("vote-closed", frame.ballot.closes)) " " (say.say("vote-late-words")) }
                        p { (say.say("vote-thanks-result")) br; a href=(frame.href("/result")) { (frame.href("/result")) } }
                    }
                    Why::Voted => {
                        p { b { (say.say("vote-voted")) } }
                        p { (say.say("vote-voted-words")) }
                        (next_person(frame))
                    }
                    Why::Halted => {
                        p { b { (say.say("vote-halted")) } }
                        p { (say.say("vote-halted-words")) }
                    }
                }
            }
            (explained(frame))
        })
    }
}

/// The button that lets somebody else vote on the same device.
pub(super) fn next_person(frame: Frame<'_>) -> Markup {
    html! {
        form class="row" method="post" action=(frame.href("/next")) {
            button type="submit" class="btn" { (frame.words().say("next-person")) }
        }
    }
}
