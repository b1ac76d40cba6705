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
        let title = "We have lost your place";
        self.frame.page(title).render(html! {
            h1 { (title) }
            p { "Nothing has been sent. Please start again." }
            @if let Some(words) = self.words {
                h2 { "This is what you wrote" }
                p { "You can copy it from here." }
                blockquote class="say mine kept" { (words) }
            }
            form class="row" method="post" action=(self.frame.href("")) { button type="submit" class="btn" { "Start again" } }
            h2 { "Why this happens" }
            ul {
                li { "The browser was closed, or someone else started on it." }
                li { "You used “Exit this page”, which forgets what was not sent." }
                li { "The browser keeps no cookies. We need one, which forgets you when the browser closes, to keep your answers together." }
            }
        })
    }
}
