//! After voting: thanks, where the result will be, and handing the device on.

use maud::{Markup, html};

use super::Frame;
use super::shut::next_person;
use crate::pages::components::help;

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct Thanks<'a> {
    pub frame: Frame<'a>,
    /// The whole address of the result.
    pub result: &'a str,
}

impl Thanks<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let (frame, say) = (self.frame, self.frame.words());
        frame.page(say.say("vote-thanks")).render(html! {
            div class="say ask" {
                h1 { (say.say("vote-thanks")) }
                p { (say.say("vote-thanks-words")) }
            }
            section aria-labelledby="shared" class="noprint" {
                h2 id="shared" { (say.say("vote-next")) }
                p { (say.say("vote-next-words")) }
                (next_person(frame))
            }
            section aria-labelledby="next" {
                h2 id="next" { (say.say("thanks-next")) }
                p { (frame.moment("vote-until", frame.ballot.closes)) }
                p { (say.say("vote-thanks-result")) br; a href=(frame.href("/result")) { (self.result) } }
            }
            section aria-labelledby="talk" {
                h2 id="talk" { (say.say("foot-talk")) }
                (help::cards(say, &frame.help()))
            }
        })
    }
}
