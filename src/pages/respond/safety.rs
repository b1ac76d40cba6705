//! Before questions about something that may hurt: how to leave at once, and that it leaves a trace in the browser.

use maud::{Markup, html};

use super::Frame;
use crate::pages::components::help;

/// The page between the first one and the first question.
#[derive(Debug, Clone, Copy)]
pub struct Safety<'a> {
    pub frame: Frame<'a>,
    /// Whether the person has begun, and goes on; whoever only reads about it goes back to where one begins.
    pub begun: bool,
}

impl Safety<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.frame.words();
        let title = say.say("safety-title");
        self.frame.page(title).render(html! {
            a class="back" href=(self.frame.href("")) { (say.say("back")) }
            h1 { (title) }
            p { (say.say("safety-button")) }
            // Pressing keys needs a script: it is said where there is one.
            p hidden data-scripted { (say.say("safety-keys")) }
            div class="note" { p { (say.say("safety-history")) } }
            p { (say.say("safety-try")) }
            p class="row" {
                a class="btn" href=(self.frame.href(if self.begun { "/who" } else { "" })) { (say.say("continue")) }
                a class="btn two" href="/leave" rel="nofollow" { (say.say("exit")) }
            }
            (help::beside(say, &self.frame.help()))
        })
    }
}
