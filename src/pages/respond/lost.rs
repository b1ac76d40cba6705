//! The page for when a half-finished response cannot be found: the browser keeps no cookie, or it lay too long.

use maud::{Markup, html};

use super::Frame;

/// There is no draft to go on with.
#[derive(Debug, Clone, Copy)]
pub struct Lost<'a> {
    pub frame: Frame<'a>,
    /// What was written on the page that was sent, so that it can be copied.
    pub words: Option<&'a str>,
}

impl Lost<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.frame.words();
        let title = say.say("lost-title");
        self.frame.page(title).render(html! {
            h1 { (title) }
            p { (say.say("lost-words")) }
            @if let Some(words) = self.words {
                h2 { (say.say("lost-wrote")) }
                p { (say.say("copy-words")) }
                blockquote class="say mine kept" dir="auto" { (words) }
            }
            form class="row" method="post" action=(self.frame.href("")) { button type="submit" class="btn" { (say.say("start-again")) } }
            p { a href="/come-back" { (say.say("start-code")) } }
            h2 { (say.say("lost-why")) }
            ul {
                li { (say.say("lost-closed")) }
                li { (say.say("lost-exit")) }
                li { (say.say("lost-cookie")) }
            }
        })
    }
}
