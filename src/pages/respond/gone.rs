//! The page for when changed answers were to take the place of some that have been erased meanwhile.

use maud::{Markup, html};

use super::Frame;

/// What was to be changed is gone.
#[derive(Debug, Clone, Copy)]
pub struct Gone<'a> {
    pub frame: Frame<'a>,
}

impl Gone<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.frame.words();
        let title = say.say("gone-title");
        self.frame.page(title).render(html! {
            h1 { (title) }
            p { (say.say("gone-words")) }
            form class="row" method="post" action=(self.frame.href("")) { button type="submit" class="btn" { (say.say("start-again")) } }
            p { a href="/" { (say.say("see-asked")) } }
        })
    }
}
