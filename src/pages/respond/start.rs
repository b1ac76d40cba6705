//! The first page of a consultation: who asks, why, how long it takes, what happens with it, what can change.

use maud::{Markup, html};

use super::{Frame, day};
use crate::pages::components::scene;

/// The start page of an open consultation.
#[derive(Debug, Clone, Copy)]
pub struct Start<'a> {
    pub frame: Frame<'a>,
    /// Someone has begun on this browser and can go on.
    pub begun: bool,
}

impl Start<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let consultation = self.frame.consultation;
        let words = consultation.words(&crate::survey::Language(self.frame.lang.to_owned())).words;
        let perspectives: Vec<&str> = consultation.perspectives.iter().map(|one| one.key.as_str()).collect();
        self.frame.page(&words.title).render(html! {
            a class="back" href="/" { "Back" }
            div class="say ask" {
                h1 { (words.title) }
                p { (words.summary) }
                (self.buttons())
                p class="small" { "Open until " (day(consultation.closes)) ". " (words.how_long) }
            }
            (scene::gathering(&perspectives))
            div class="note" { p { b { "If you do not want anyone to know you were here:" }
                " “Exit this page” at the top takes you to the weather at once and forgets what you wrote and did not send. \
                 The address stays in this browser’s history, so clear that too." } }
            h2 { "Who is asking" }
            p { (words.who_asks) }
            h2 { "Why" }
            p { (words.why) }
            h2 { "What is not decided yet" }
            p { (words.undecided) }
            h2 id="happens" { "What happens with what you say" }
            p { (words.what_happens) }
            h2 { "Your information" }
            ul {
                li { "We do not ask for your name, address or school. Please leave them out of your answers too." }
                li { "You can skip any question, and stop whenever you like." }
                li { "What you write is kept on our computer while you answer. It is only counted if you send it." }
                li { "At the end you get a code. With it you can see or erase your answers." }
            }
            p { a href="/privacy" { "Your information in full" } }
            (self.buttons())
        })
    }

    fn buttons(&self) -> Markup {
        html! {
            form class="row" method="post" action=(self.frame.href("")) {
                button type="submit" class="btn" { @if self.begun { "Start again" } @else { "Start" } }
                @if self.begun { a href=(self.frame.href("/who")) { "Go on where you were" } }
            }
        }
    }
}
