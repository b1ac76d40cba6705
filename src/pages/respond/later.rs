//! The page of someone who stops half-way: the code to come back with, and how long it opens anything.

use maud::{Markup, html};

use super::Frame;
use crate::pages::components::help;

/// Where the code is typed.
pub const COME_BACK: &str = "/come-back";

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct Later<'a> {
    pub frame: Frame<'a>,
    /// The place code in groups of four.
    pub code: &'a str,
    /// Where they go on.
    pub goes_on: &'a str,
}

impl Later<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.frame.words();
        let title = say.say("later-title");
        let closes = say.day(self.frame.consultation.closes);
        let link = html! { a href=(COME_BACK) { (say.say("come-back-title")) } };
        self.frame.page(title).render(html! {
            div class="say ask" {
                h1 { (title) }
                p { (say.say("later-kept")) }
            }
            section aria-labelledby="code" {
                h2 id="code" { (say.say("later-code")) }
                p class="code" { @for group in self.code.split('-') { span { (group) } " " } }
                p { (say.say("later-code-words")) }
                p { (say.rich("later-how", &[("link", link)])) }
            }
            ul {
                li { (say.say_with("later-until", &[("day", closes.into())])) }
                li { (say.say("later-exit")) }
            }
            div class="row" { a class="btn" href=(self.goes_on) { (say.say("later-go-on")) } }
            section aria-labelledby="shared" class="noprint" {
                h2 id="shared" { (say.say("thanks-shared")) }
                p { (say.say("later-forget-words")) }
                form class="row" method="post" action=(self.frame.href("/finish")) { button type="submit" class="btn two" { (say.say("later-forget")) } }
            }
            (help::beside(say, &self.frame.help()))
        })
    }
}
